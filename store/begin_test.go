package store

import (
	"path/filepath"
	"testing"

	"bywhen/roadmap"
)

func TestBeginLeavesWhatAnotherProgramHasMade(t *testing.T) {
	f := New(filepath.Join(t.TempDir(), "new", "roadmap.db"))
	for range 2 {
		if err := f.Begin(roadmap.New("Aurora", roadmap.MustDate("2026-01-05")), Stamp{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Begin(roadmap.New("Borealis", roadmap.MustDate("2026-01-05")), Stamp{}); err != nil {
		t.Fatal(err)
	}
	if s, err := f.Load(); err != nil || s.Roadmap.Settings().Name != "Aurora" {
		t.Errorf("%v, %v", s.Roadmap.Settings().Name, err)
	}
}
