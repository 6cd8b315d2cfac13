package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"bywhen/roadmap"
)

// monday is the day on which these tests plan: 5 January 2026 is a Monday.
var monday = roadmap.MustDate("2026-01-05")

// stamp is that day, n minutes past eight.
func stamp(n int) Stamp {
	return Stamp{At: time.Date(2026, 1, 5, 8, n, 0, 0, time.UTC), Today: monday}
}

// tester is a *testing.T, *testing.B or *rapid.T.
type tester interface {
	Helper()
	Error(...any)
	Errorf(string, ...any)
	Fatal(...any)
	Fatalf(string, ...any)
}

// newFile is a file with a roadmap in it, which is checked by bbolt when the test is over.
func newFile(t testing.TB, r *roadmap.Roadmap) (*File, Snapshot) {
	t.Helper()
	f := New(filepath.Join(t.TempDir(), "roadmap.db"))
	snap, err := f.Create(r, stamp(0))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { checkByBolt(t, f.Path()) })
	return f, snap
}

// checkByBolt asks bbolt whether the file is sound, and our own walk too.
func checkByBolt(t tester, path string) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, Timeout: time.Second})
	if err != nil {
		t.Error(err)
		return
	}
	defer db.Close()
	_ = db.View(func(tx *bbolt.Tx) error {
		for err := range tx.Check() {
			t.Errorf("bbolt's check: %v", err)
		}
		return nil
	})
	file, err := os.Open(path)
	if err != nil {
		t.Error(err)
		return
	}
	defer file.Close()
	info, _ := file.Stat()
	if err := walked(file, info.Size()); err != nil {
		t.Errorf("our own check: %v", err)
	}
}

// walked is what is wrong with the pages of a file.
func walked(file *os.File, size int64) error {
	t, err := treeOf(file, size)
	if err == nil {
		err = t.present()
	}
	if err == nil {
		err = t.rest()
	}
	return err
}

// edited is a roadmap after an edit that must succeed.
func edited(t testing.TB, r *roadmap.Roadmap, change func(*roadmap.Draft) error) *roadmap.Roadmap {
	t.Helper()
	d := r.Edit(monday)
	if err := change(d); err != nil {
		t.Fatal(err)
	}
	next, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func adding(title string) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error {
		_, err := d.AddTask(roadmap.Task{Title: title, Effort: roadmap.PersonDays(3)})
		return err
	}
}

func renaming(id, title string) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error {
		return d.UpdateTask(id, func(t *roadmap.Task) { t.Title = title })
	}
}

// keeping keeps a what-if that would make a change.
func keeping(name string, change func(*roadmap.Draft) error) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error {
		now, err := d.Close()
		if err != nil {
			return err
		}
		tried := now.Edit(monday)
		if err := change(tried); err != nil {
			return err
		}
		next, err := tried.Close()
		if err != nil {
			return err
		}
		return d.PutWhatIf(roadmap.WhatIf{Name: name, Tried: "tried", Today: monday, Kept: 1_800_000_000, Revision: 1, Edits: roadmap.Diff(now, next, "").Edits})
	}
}

// commit applies an edit on a snapshot; it must be taken.
func commit(t testing.TB, f *File, base Snapshot, title string, change func(*roadmap.Draft) error) (Snapshot, Entry) {
	t.Helper()
	snap, entry, err := f.Apply(Edit{Base: base, Next: edited(t, base.Roadmap, change), Title: title, Stamp: stamp(1)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return snap, entry
}

func load(t tester, f *File) Snapshot {
	t.Helper()
	snap, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

// same fails where two roadmaps differ, be it in their order alone.
func same(t tester, what string, got, want *roadmap.Roadmap) {
	t.Helper()
	for _, k := range roadmap.Kinds() {
		a, b := got.Entities(k), want.Entities(k)
		if len(a) != len(b) {
			t.Fatalf("%s: %d of kind %s, want %d", what, len(a), k, len(b))
		}
		for i := range a {
			x, _ := encodeEntity(a[i])
			y, _ := encodeEntity(b[i])
			if string(x) != string(y) {
				t.Fatalf("%s: %s %d is %+v, want %+v", what, k, i, a[i], b[i])
			}
		}
	}
}

// large is a roadmap of n tasks: the square root of n teams, a goal for every hundred, 1.5 dependencies a task.
func large(t testing.TB, n int) *roadmap.Roadmap {
	t.Helper()
	teams := 1
	for teams*teams < n {
		teams++
	}
	return edited(t, roadmap.New("Large", monday), func(d *roadmap.Draft) error {
		for i := range teams {
			if _, err := d.AddTeam(roadmap.Team{ID: fmt.Sprintf("team%d", i), Name: fmt.Sprintf("Team %d", i), Capacity: 3}); err != nil {
				return err
			}
		}
		for i := range n/100 + 1 {
			if _, err := d.AddGoal(roadmap.Goal{ID: fmt.Sprintf("goal%d", i), Title: "Goal", Deadline: monday + 200}); err != nil {
				return err
			}
		}
		for i := range n {
			if _, err := d.AddTask(roadmap.Task{
				Title: fmt.Sprintf("Task number %d of the large roadmap", i+1), Team: fmt.Sprintf("team%d", i%teams),
				Goal: fmt.Sprintf("goal%d", i/100), Effort: roadmap.PersonDays(1 + i%9), Phase: "Build", Tags: []string{"hardware"},
			}); err != nil {
				return err
			}
			for k := range 1 + i%2 {
				from := i - 7*k - 3
				if from < 0 {
					continue
				}
				if err := d.Link(roadmap.Dependency{From: fmt.Sprint(from + 1), To: fmt.Sprint(i + 1)}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func TestAFileGivesBackWhatWasPutIn(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna module")))
	if snap.Revision != 1 {
		t.Errorf("a new file is at revision %d, want 1", snap.Revision)
	}
	snap, entry := commit(t, f, snap, "add Enclosure tooling", adding("Enclosure tooling"))
	if snap.Revision != 2 || entry.Seq != 1 || entry.Title != "add Enclosure tooling" || len(entry.Edits) != 1 {
		t.Errorf("revision %d, entry %+v", snap.Revision, entry)
	}
	again := load(t, New(f.Path()))
	same(t, "loaded", again.Roadmap, snap.Roadmap)
	if again.Revision != 2 || again.Roadmap.LastID() != 2 {
		t.Errorf("loaded at revision %d with last id %d, want 2 and 2", again.Revision, again.Roadmap.LastID())
	}
}

func BenchmarkLoad10000(b *testing.B) {
	f, _ := newFile(b, large(b, 10_000))
	info, _ := os.Stat(f.Path())
	b.ReportMetric(float64(info.Size()), "bytes")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Load(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDecode10000 is the records alone, without reading the file or checking the roadmap.
func BenchmarkDecode10000(b *testing.B) {
	var bodies [][]byte
	var keys [][]byte
	for _, t := range large(b, 10_000).Tasks() {
		body, _ := encodeEntity(t)
		bodies, keys = append(bodies, body), append(keys, []byte(t.Key()))
	}
	b.ReportAllocs()
	for b.Loop() {
		for i, body := range bodies {
			if _, err := decodeEntity(roadmap.KindTask, keys[i], body); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkCheckPages10000(b *testing.B) {
	f, _ := newFile(b, large(b, 10_000))
	file, err := os.Open(f.Path())
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	info, _ := file.Stat()
	for b.Loop() {
		if err := walked(file, info.Size()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkApplyOneOf10000(b *testing.B) {
	f, snap := newFile(b, large(b, 10_000))
	n := 0
	for b.Loop() {
		n++
		snap, _ = commit(b, f, snap, "rename", renaming("5000", fmt.Sprintf("Task %d", n)))
	}
}

func BenchmarkRevision(b *testing.B) {
	f, _ := newFile(b, large(b, 10_000))
	for b.Loop() {
		if _, err := f.Revision(); err != nil {
			b.Fatal(err)
		}
	}
}

// read is what lies at a file's path, to the byte.
func read(t *testing.T, f *File) []byte {
	t.Helper()
	b, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	return b
}
