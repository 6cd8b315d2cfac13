package store

import (
	"fmt"
	"os"
	"testing"
	"time"

	"bywhen/roadmap"
)

// A file of 1,000 tasks takes 10,000 edits in 16 MiB and loads, its past checked too, nearly as fast as without: the check goes on beside
// the load, or where no processor is free for that takes about as long as it. Without BYWHEN_LONG the first 300 of
// them say how it goes on.
func TestAFileGrowsByWhatIsChanged(t *testing.T) {
	edits, most := 300, int64(16<<20)
	if os.Getenv("BYWHEN_LONG") != "" {
		edits = 10_000
	}
	f, snap := newFile(t, large(t, 1000))
	before := used(t, f)
	for i := range edits {
		id := fmt.Sprint(i*7%1000 + 1)
		if snap.Roadmap.Task(id) == nil {
			id = snap.Roadmap.Tasks()[i%1000].ID
		}
		snap, _ = commit(t, f, snap, "effort of it", func(d *roadmap.Draft) error {
			return d.UpdateTask(id, func(t *roadmap.Task) {
				t.Effort, t.Notes = roadmap.PersonDays(1+i%9), fmt.Sprintf("said on day %d", i)
			})
		})
	}
	fresh, _ := newFile(t, snap.Roadmap) // the same roadmap without a past
	after, full, bare := used(t, f), fastest(t, f), fastest(t, fresh)
	each := (after - before) / int64(edits)
	t.Logf("an edit takes %v, without a past %v; by who loaded before %v and %v", quickest(t, f, false), quickest(t, fresh, false), quickest(t, f, true), quickest(t, fresh, true))
	t.Logf("%d bytes, after %d edits %d: %d an edit; a load takes %v, without a past %v", before, edits, after, each, full, bare)
	if before+each*10_000 > most {
		t.Errorf("%d bytes an edit, so 10,000 take %d", each, before+each*10_000)
	}
	info, err := os.Stat(f.Path())
	if err != nil || info.Size() > most {
		t.Errorf("the file has %d bytes, %v", info.Size(), err)
	}
	if edits >= 10_000 && full > bare*5/2+2*time.Millisecond {
		t.Errorf("a load takes %v, and %v without the past of %d edits", full, bare, edits)
	}
}

// used is the bytes that a file's records take.
func used(t *testing.T, f *File) int64 {
	t.Helper()
	x, err := f.Examine()
	if err != nil || len(x.Problems) > 0 {
		t.Fatal(x.Problems, err)
	}
	return x.Used
}

// fastest is the shortest of some loads, each by a File that has seen nothing before.
func fastest(t *testing.T, f *File) time.Duration {
	t.Helper()
	best := time.Hour
	for range 20 {
		began := time.Now()
		load(t, New(f.Path()))
		best = min(best, time.Since(began))
	}
	return best
}

// quickest is the shortest of some edits, by a File that has loaded the roadmap before, as a command and the UI do, or by one that has
// not, and so checks all of it.
func quickest(t *testing.T, f *File, loaded bool) time.Duration {
	t.Helper()
	best := time.Hour
	for i := range 20 {
		by := New(f.Path())
		snap := load(t, by)
		if !loaded {
			by = New(f.Path())
		}
		next := edited(t, snap.Roadmap, renaming("1", fmt.Sprint("Antenna ", i)))
		began := time.Now()
		if _, _, err := by.Apply(Edit{Base: snap, Next: next, Title: "rename", Stamp: stamp(i)}, nil); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(began))
	}
	return best
}
