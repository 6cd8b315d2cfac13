package store

import (
	"errors"
	"os"
	"testing"

	"bywhen/roadmap"
)

// Another roadmap that was moved over the file is told from it, also at the same revision, and nothing of the first is written to it.
func TestAnotherRoadmapInItsPlaceIsNotWrittenTo(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")))
	other := New(f.Path() + ".other")
	if _, err := other.Create(roadmap.New("Aurora phone", monday), stamp(1)); err != nil {
		t.Fatal(err)
	}
	if changed, err := f.Changed(snap); changed || err != nil {
		t.Errorf("before: %v, %v", changed, err)
	}
	if err := os.Rename(other.Path(), f.Path()); err != nil {
		t.Fatal(err)
	}
	if changed, err := f.Changed(snap); !changed || err != nil {
		t.Errorf("afterwards: %v, %v", changed, err)
	}
	edit := Edit{Base: snap, Next: edited(t, snap.Roadmap, adding("Case")), Title: "add", Stamp: stamp(2)}
	if _, _, err := f.Apply(edit, nil); !errors.Is(err, ErrReplaced) {
		t.Errorf("%v", err)
	}
	now := load(t, f)
	if len(now.Roadmap.Tasks()) > 0 || now.Revision != snap.Revision {
		t.Errorf("%d tasks, revision %d", len(now.Roadmap.Tasks()), now.Revision)
	}
	if now.Follows(snap) || !now.Follows(Snapshot{}) {
		t.Error("it is taken for the same")
	}
}

// An older copy of the same roadmap that was put back takes edits, as they fit, and is told from what it once became: by how many
// changes it lacks, also where it was edited until it has as many.
func TestAnOlderCopyInItsPlaceTakesEdits(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")))
	snap, _ = commit(t, f, snap, "add", adding("Battery"))
	old, _ := os.ReadFile(f.Path())
	snap, _ = commit(t, f, snap, "add", adding("Board"))
	snap, _ = commit(t, f, snap, "add", adding("Box"))
	if err := os.WriteFile(f.Path(), old, 0o600); err != nil {
		t.Fatal(err)
	}
	if now := load(t, f); now.Follows(snap) || now.Lacks(snap) != 2 {
		t.Errorf("it is taken for newer, or lacks %d", now.Lacks(snap))
	}
	next, _ := commit(t, f, snap, "add", adding("Case"))
	if n := len(next.Roadmap.Tasks()); n != 3 || next.Lacks(snap) != 2 {
		t.Errorf("%d tasks, and it lacks %d", n, next.Lacks(snap))
	}
	for _, title := range []string{"Cable", "Clip"} {
		next, _ = commit(t, f, next, "add", adding(title))
	}
	if next.Revision <= snap.Revision || next.Follows(snap) || next.Lacks(snap) != 2 || next.Lacks(next) != 0 || next.Lacks(Snapshot{}) != 0 {
		t.Errorf("at revision %d it lacks %d of revision %d", next.Revision, next.Lacks(snap), snap.Revision)
	}
}
