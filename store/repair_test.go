package store

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"bywhen/roadmap"
)

// repaired is what a repair saved and the new file, which is whole; the old one is as it was.
func repaired(t testing.TB, f *File) (Rescue, *File) {
	t.Helper()
	before, _ := os.ReadFile(f.Path())
	got, err := f.Repair(stamp(9))
	if err != nil {
		t.Fatal(err)
	}
	if after, _ := os.ReadFile(f.Path()); !bytes.Equal(before, after) {
		t.Error("a repair changed the file")
	}
	if got.Path == "" {
		return got, f
	}
	to := New(got.Path)
	if found := examined(t, to); found != "" {
		t.Errorf("what was saved is broken: %s", found)
	}
	return got, to
}

func TestAWholeFileIsNotRepaired(t *testing.T) {
	got, _ := repaired(t, at(t, sampleBytes(t)))
	if got.Path != "" || got.Entities[roadmap.KindTask] != 150 {
		t.Errorf("%+v", got)
	}
}

func TestARepairBringsAllOfItBackWhereOnlyWhatLeadsToItIsBroken(t *testing.T) {
	sample := sampleBytes(t)
	size := pageSizeOf(sample)
	want := load(t, at(t, sample))
	for what, spoil := range map[string]func([]byte) []byte{
		"the first page":  func(b []byte) []byte { clear(b[:size]); return b },
		"the second page": func(b []byte) []byte { clear(b[size : 2*size]); return b },
		"both":            func(b []byte) []byte { clear(b[:2*size]); return b },
	} {
		got, to := repaired(t, at(t, spoil(bytes.Clone(sample))))
		same(t, what, load(t, to).Roadmap, want.Roadmap)
		if entries, err := to.History(0); err != nil || len(entries) != 6 || entries[0].Title != "undo: rename" {
			t.Errorf("%s: %d entries, %v", what, len(entries), err)
		}
		if len(got.Mended) > 0 {
			t.Errorf("%s: %+v", what, got)
		}
		if _, e, err := to.Redo(stamp(10), nil); err != nil || e.Title != "redo: rename" {
			t.Errorf("%s: the undo cannot be taken back: %v", what, err)
		}
	}
}

func TestARepairTakesFromTheHistoryWhatItsOwnPageLost(t *testing.T) {
	f, snap := newFile(t, roadmap.New("Aurora", monday))
	snap, _ = commit(t, f, snap, "add", adding("Antenna"))
	commit(t, f, snap, "rename", renaming("1", "Antenna module"))
	behind(t, f, func(tx *bbolt.Tx) error { return tx.Bucket([]byte("tasks")).Delete([]byte("1")) })
	got, to := repaired(t, at(t, read(t, f)))
	if task := load(t, to).Roadmap.Task("1"); task == nil || task.Title != "Antenna module" || len(got.Lost) > 0 {
		t.Errorf("%+v, %+v", task, got)
	}
}

func TestARepairSaysWhatIsLostAndLeavesOutWhatHangsInTheAir(t *testing.T) {
	f, _ := newFile(t, edited(t, roadmap.New("Aurora", monday), func(d *roadmap.Draft) error {
		for _, title := range []string{"Antenna", "Board"} {
			if err := adding(title)(d); err != nil {
				return err
			}
		}
		return d.Link(roadmap.Dependency{From: "1", To: "2"})
	}))
	raw := read(t, f)
	for i := bytes.Index(raw, []byte("Antenna")); i >= 0; i = bytes.Index(raw, []byte("Antenna")) {
		raw[i] ^= 1
	}
	got, to := repaired(t, at(t, raw))
	if r := load(t, to).Roadmap; len(r.Tasks()) != 1 || len(r.Dependencies()) != 0 {
		t.Errorf("%d tasks, %d dependencies", len(r.Tasks()), len(r.Dependencies()))
	}
	if lost, mended := strings.Join(got.Lost, "; "), strings.Join(got.Mended, "; "); lost != "1 of 2 tasks" || !strings.Contains(mended, `left out: the task "1" is lost`) {
		t.Errorf("lost: %s; mended: %s", lost, mended)
	}
}

func TestARepairMendsWhatIsSoundInStructureAndNotInMeaning(t *testing.T) {
	task := func(id, team string) *roadmap.Task {
		return &roadmap.Task{ID: id, Title: "Board", Team: team, Priority: 3, People: 1, Position: "m"}
	}
	for what, c := range map[string]struct {
		spoil  func(*bbolt.Tx) error
		mended string
		lost   string
	}{
		"a team that is not there": {swap(roadmap.KindTask, "9", task("9", "gone")), `team "gone": lost but for the id, which is the name now`, ""},
		"a circle": {func(tx *bbolt.Tx) error {
			for _, ends := range [][2]string{{"1", "2"}, {"2", "1"}} {
				d := &roadmap.Dependency{From: ends[0], To: ends[1]}
				if err := swap(roadmap.KindDependency, d.Key(), d)(tx); err != nil {
					return err
				}
			}
			return nil
		}, "closed a circle", ""},
		"what no change made so": {swap(roadmap.KindTask, "1", task("1", "")), "", "the 3 oldest of 6 changes of the history: what is kept of it begins on 2026-01-05"},
	} {
		f := at(t, sampleBytes(t))
		behind(t, f, c.spoil)
		got, to := repaired(t, f)
		if lost, mended := strings.Join(got.Lost, "; "), strings.Join(got.Mended, "; "); !strings.Contains(lost, c.lost) || !strings.Contains(mended, c.mended) {
			t.Errorf("%s: lost %q, mended %q", what, lost, mended)
		}
		if n := len(load(t, to).Roadmap.Tasks()); n != 150 {
			t.Errorf("%s: %d tasks", what, n)
		}
	}
}

func TestARepairFollowsAHistoryAcrossWhatIsLostOfIt(t *testing.T) {
	f := at(t, sampleBytes(t))
	want := load(t, f).Roadmap
	behind(t, f, func(tx *bbolt.Tx) error { return tx.Bucket(historyBucket).Put(sequenceKey(4), []byte("nonsense")) })
	raw := read(t, f)
	got, to := repaired(t, at(t, raw))
	same(t, "the present", load(t, to).Roadmap, want)
	entries, err := to.History(0)
	if err != nil || len(entries) < 5 || entries[len(entries)-1].Title != "notes" {
		t.Errorf("%d entries, %v; %+v", len(entries), err, got)
	}
}

func TestARepairOverwritesNothing(t *testing.T) {
	f := at(t, sampleBytes(t)[:20480])
	if err := os.WriteFile(f.Path()+".repaired", []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Repair(stamp(9)); !errors.Is(err, ErrExists) {
		t.Errorf("%v", err)
	}
}

// known are the bodies of all entities that a roadmap's file ever held: now, or before or after a change.
func known(t testing.TB, f *File) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	note := func(e roadmap.Entity) {
		if e != nil {
			body, _ := encodeEntity(e)
			out[e.Kind().String()+string(body)] = true
		}
	}
	now := load(t, f).Roadmap
	for _, k := range roadmap.Kinds() {
		for _, e := range now.Entities(k) {
			note(e)
		}
	}
	entries, err := f.History(0)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		for _, x := range e.Edits {
			note(x.Before)
			note(x.After)
		}
	}
	return out
}
