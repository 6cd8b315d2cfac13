package session

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// anew opens a session where there is no file yet.
func anew(t *testing.T) (*Session, *store.File) {
	t.Helper()
	f := store.New(filepath.Join(t.TempDir(), "new.db"))
	return Open(f, store.Snapshot{Roadmap: roadmap.New("", monday)}, false, monday, noon, schedule.Options{}), f
}

func TestTheFirstEditOfANewFileCanBeUndone(t *testing.T) {
	s, f := anew(t)
	if _, err := s.Edit("add a", "", add("a")); err != nil {
		t.Fatal(err)
	}
	finish(t, s)
	if h, err := f.History(0); err != nil || len(h) != 1 || h[0].Title != "add a" {
		t.Fatalf("history %v, %v", h, err)
	}
	s.Undo(0)
	if r := finish(t, s); !r.Undo || r.Took.Seq == 0 || len(loaded(t, f).Tasks()) != 0 {
		t.Errorf("%+v, %d tasks", r, len(loaded(t, f).Tasks()))
	}
}

func TestTheFirstEditGoesToTheFileThatAnotherProgramMadeMeanwhile(t *testing.T) {
	s, f := anew(t)
	if err := f.Begin(roadmap.New("", monday), s.stamp()); err != nil {
		t.Fatal(err)
	}
	elsewhere(t, f, add("from elsewhere"))
	if _, err := s.Edit("add a", "", add("a")); err != nil {
		t.Fatal(err)
	}
	if r := finish(t, s); r.Err != nil {
		t.Fatal(r.Err)
	}
	for _, r := range []*roadmap.Roadmap{s.Roadmap(), loaded(t, f)} {
		if len(r.Tasks()) != 2 {
			t.Errorf("%d tasks", len(r.Tasks()))
		}
	}
}

func TestAFileThatAnotherProgramMakesIsSeen(t *testing.T) {
	s, f := anew(t)
	s.Look()
	if r := finish(t, s); r.Err != nil {
		t.Error(r.Err)
	}
	if err := f.Begin(roadmap.New("", monday), s.stamp()); err != nil {
		t.Fatal(err)
	}
	elsewhere(t, f, add("from elsewhere"))
	s.Look()
	if r := finish(t, s); !r.Changed || len(s.Roadmap().Tasks()) != 1 {
		t.Errorf("%+v, %d tasks", r, len(s.Roadmap().Tasks()))
	}
}

// failing is a file that cannot be written to.
type failing struct {
	*store.File
	err error
}

func (f *failing) Apply(e store.Edit, p store.Planner) (store.Snapshot, store.Entry, error) {
	if f.err != nil {
		return store.Snapshot{}, store.Entry{}, f.err
	}
	return f.File.Apply(e, p)
}

// full is a session whose disk is full.
func full(t *testing.T) (*Session, *failing) {
	s, f := open(t)
	b := &failing{f, errors.New("the disk is full")}
	s.file = b
	return s, b
}

func TestWhyNothingIsSavedIsToldOnceAndStays(t *testing.T) {
	s, _ := full(t)
	if _, err := s.Edit("longer", "", effort(7)); err != nil {
		t.Fatal(err)
	}
	if r := finish(t, s); r.Err == nil {
		t.Error("not told")
	}
	s.Retry()
	if _, trouble := s.Unsaved(); trouble == nil {
		t.Error("while it is tried again the reason is gone")
	}
	if r := finish(t, s); r.Err != nil {
		t.Error("told twice")
	}
	if titles, trouble := s.Unsaved(); !slices.Equal(titles, []string{"longer"}) || trouble == nil {
		t.Errorf("%v, %v", titles, trouble)
	}
}

func TestWhatCannotBeSavedCanBeUndone(t *testing.T) {
	s, b := full(t)
	for _, days := range []int{7, 9} {
		if _, err := s.Edit("longer", "", effort(days)); err != nil {
			t.Fatal(err)
		}
		finish(t, s)
	}
	s.Undo(0)
	if e := s.Roadmap().Task("a").Effort; e != roadmap.PersonDays(7) {
		t.Errorf("effort %v", e)
	}
	if r := s.Redo(0); !strings.Contains(r.Say, "has to wait") {
		t.Errorf("%+v", r)
	}
	s.Undo(0)
	if titles, trouble := s.Unsaved(); titles != nil || trouble != nil {
		t.Errorf("%v, %v", titles, trouble)
	}
	b.err = nil
	if _, err := s.Edit("longer", "", effort(8)); err != nil {
		t.Fatal(err)
	}
	finish(t, s)
	if e := loaded(t, b.File).Task("a").Effort; e != roadmap.PersonDays(8) {
		t.Errorf("effort %v in the file", e)
	}
}

func TestFlushSaysWhatIsLost(t *testing.T) {
	s, _ := full(t)
	for _, title := range []string{"one", "two", "three", "four", "five"} {
		if _, err := s.Edit(title, "", add(title)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Flush(); err == nil || err.Error() != "not saved, and lost: one; two; three; and 2 more: the disk is full" {
		t.Error(err)
	}
}

func TestASaveThatPanicsIsNoSave(t *testing.T) {
	s, _ := open(t)
	s.file = panicking{}
	if _, err := s.Edit("longer", "", effort(7)); err != nil {
		t.Fatal(err)
	}
	func() {
		defer func() { _ = recover() }()
		s.Next()()
	}()
	if err := s.Flush(); err == nil || !strings.Contains(err.Error(), "lost: longer") {
		t.Error(err)
	}
}

// panicking is a file of a program with a mistake in it.
type panicking struct{ File }

func (panicking) Apply(store.Edit, store.Planner) (store.Snapshot, store.Entry, error) { panic("oh") }

func TestAFileThatIsGoneIsToldOnce(t *testing.T) {
	s, f := open(t)
	s.file = store.New(f.Path() + ".gone")
	s.Look()
	if r := finish(t, s); !errors.Is(r.Err, store.ErrMissing) {
		t.Errorf("%+v", r)
	}
	s.Look()
	if r := finish(t, s); r.Err != nil {
		t.Error("told twice")
	}
	s.file = f
	s.Look()
	finish(t, s)
	s.file = store.New(f.Path() + ".gone")
	s.Look()
	if r := finish(t, s); r.Err == nil {
		t.Error("gone again, and not told")
	}
}
