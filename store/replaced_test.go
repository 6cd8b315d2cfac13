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

// An older copy of the same roadmap that was put back takes edits, as they fit.
func TestAnOlderCopyInItsPlaceTakesEdits(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")))
	old, _ := os.ReadFile(f.Path())
	snap, _ = commit(t, f, snap, "add", adding("Board"))
	if err := os.WriteFile(f.Path(), old, 0o600); err != nil {
		t.Fatal(err)
	}
	if now := load(t, f); now.Follows(snap) {
		t.Error("it is taken for newer")
	}
	next, _ := commit(t, f, snap, "add", adding("Case"))
	if n := len(next.Roadmap.Tasks()); n != 2 {
		t.Errorf("%d tasks", n)
	}
}
