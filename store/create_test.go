package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"bywhen/roadmap"
)

func TestANewFileIsForItsOwnerAlone(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "deep", "er")
	f := New(filepath.Join(folder, "roadmap.db"))
	if there, err := f.Exists(); there || err != nil {
		t.Fatalf("before: %v, %v", there, err)
	}
	if _, err := f.Create(roadmap.New("Aurora phone", monday), stamp(0)); err != nil {
		t.Fatal(err)
	}
	if there, err := f.Exists(); !there || err != nil {
		t.Errorf("after: %v, %v", there, err)
	}
	for path, want := range map[string]os.FileMode{f.Path(): 0o600, folder: 0o700, filepath.Dir(folder): 0o700} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v; want %v", path, info.Mode(), err, want)
		}
	}
	left, _ := os.ReadDir(folder)
	if len(left) != 1 {
		t.Errorf("left in the folder: %v", left)
	}
}

func TestNothingIsOverwritten(t *testing.T) {
	folder := t.TempDir()
	text, nowhere := filepath.Join(folder, "notes.txt"), filepath.Join(folder, "link.db")
	if err := os.WriteFile(text, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(folder, "gone.db"), nowhere); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{text: ErrExists, nowhere: ErrNowhere, folder: ErrExists} {
		if _, err := New(path).Create(roadmap.New("x", monday), stamp(0)); !errors.Is(err, want) {
			t.Errorf("%s: %v", path, err)
		}
		if err := New(path).Begin(roadmap.New("x", monday), stamp(0)); (err == nil) != (want == ErrExists) {
			t.Errorf("%s: begun: %v", path, err)
		}
	}
	if b, _ := os.ReadFile(text); string(b) != "mine" {
		t.Errorf("the text is %q", b)
	}
	if _, err := os.Stat(filepath.Join(folder, "gone.db")); err == nil {
		t.Error("a file was made through a link")
	}
}

func TestOfSeveralWhoCreateOneWins(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "roadmap.db")
	var all sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		all.Go(func() { _, errs[i] = New(path).Create(roadmap.New("x", monday), stamp(i)) })
	}
	all.Wait()
	won := 0
	for _, err := range errs {
		switch {
		case err == nil:
			won++
		case !errors.Is(err, ErrExists):
			t.Error(err)
		}
	}
	if won != 1 {
		t.Errorf("%d won", won)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("left in the folder: %v", left)
	}
}

func TestWhereNothingCanBeMadeItSaysWhy(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(file, "roadmap.db"):                             "no folder",
		filepath.Join(folder, strings.Repeat("long", 100)+".db"):      "too long",
		filepath.Join(folder, strings.Repeat("long", 100), "road.db"): "too long",
	} {
		_, err := New(path).Create(roadmap.New("x", monday), stamp(0))
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%v, want: %s", err, want)
		}
	}
}

func TestAPathWithControlCharactersIsQuoted(t *testing.T) {
	_, err := New(filepath.Join(t.TempDir(), "a\x1b[31m\nb.db")).Load()
	if err == nil || !roadmap.IsClean(err.Error()) || strings.Contains(err.Error(), "\n") {
		t.Errorf("%q", err)
	}
}
