//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"
)

// A demo takes away what a killed one left, once that is a day old: only folders of its own name and its user, of processes that are
// gone; through a link nothing is taken away.
func TestADemoSweepsWhatKilledOnesLeft(t *testing.T) {
	gone := exec.Command("true")
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	dead, alive := strconv.Itoa(gone.Process.Pid), strconv.Itoa(os.Getpid())
	tmp, old := t.TempDir(), morning().Add(-25*time.Hour)
	elsewhere := filepath.Join(tmp, "elsewhere")
	for name, at := range map[string]time.Time{
		"bywhen-demo-" + dead + "-1": old, "bywhen-demo-" + dead + "-2": morning().Add(-23 * time.Hour), "bywhen-demo-" + alive + "-3": old,
		"bywhen-demo-mine": old, "bywhen-demo-" + dead + "-notes": old, "bywhen-demo-0-4": old, "elsewhere": old,
	} {
		path := filepath.Join(tmp, name)
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(path, "demo.db"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(elsewhere, filepath.Join(tmp, "bywhen-demo-"+dead+"-5")); err != nil {
		t.Fatal(err)
	}
	inside := filepath.Join(tmp, "bywhen-demo-"+dead+"-1", "link")
	if err := os.Symlink(elsewhere, inside); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(filepath.Dir(inside), old, old); err != nil {
		t.Fatal(err)
	}
	sweepDemos(tmp, morning())
	var left []string
	entries, err := os.ReadDir(tmp)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		left = append(left, e.Name())
	}
	want := []string{"bywhen-demo-" + dead + "-2", "bywhen-demo-" + alive + "-3", "bywhen-demo-" + dead + "-5", "bywhen-demo-mine",
		"bywhen-demo-" + dead + "-notes", "bywhen-demo-0-4", "elsewhere"}
	slices.Sort(want)
	if !slices.Equal(left, want) {
		t.Errorf("left are\n%q, want\n%q", left, want)
	}
	if _, err := os.Stat(filepath.Join(elsewhere, "demo.db")); err != nil {
		t.Errorf("what a link leads to: %v", err)
	}
}

// What a demo makes is what a later one sweeps.
func TestADemosFolderTellsItsProcess(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	dir, err := makeDemoFolder()
	if err != nil {
		t.Fatal(err)
	}
	if name := demoFolders.FindStringSubmatch(filepath.Base(dir)); name == nil || name[1] != strconv.Itoa(os.Getpid()) {
		t.Errorf("it is called %s", filepath.Base(dir))
	}
}
