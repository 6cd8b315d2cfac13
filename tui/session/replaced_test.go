package session

import (
	"os"
	"testing"
)

// An older copy of the file that is put in its place is told as such, by how many changes it lacks, and so is an edit that goes onto it.
func TestAnOlderCopyInTheFilesPlaceIsTold(t *testing.T) {
	s, f := open(t)
	old, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	back := func() {
		t.Helper()
		if err := os.WriteFile(f.Path(), old, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	edit := func(title string) Report {
		t.Helper()
		if _, err := s.Edit("add "+title, "", add(title)); err != nil {
			t.Fatal(err)
		}
		return finish(t, s)
	}
	edit("Board")
	edit("Box")
	back()
	s.Look()
	if r := finish(t, s); !r.Other || !r.Changed || r.Say != "an older copy of this file was put in its place: it lacks 2 changes" {
		t.Errorf("%+v", r)
	}
	edit("Case")
	back()
	if r := edit("Clip"); r.Err != nil || !r.Other || r.Say != "saved onto an older copy of this file that was put in its place: it lacks 1 change" {
		t.Errorf("%+v", r)
	}
	if r := edit("Cable"); r.Other || r.Say != "" {
		t.Errorf("it is told again: %+v", r)
	}
}
