package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/sample"
	"bywhen/store/storetest"
)

// base is a good file, what it holds, and the body of every entity that it ever held.
type base struct {
	what  string
	file  []byte
	now   *roadmap.Roadmap
	known map[string]bool
}

// bases are a fresh file, the demo with its three weeks, a long history on few tasks with undoings, and one with a what-if kept.
func bases(t *testing.T) []base {
	t.Helper()
	fresh, _ := newFile(t, roadmap.New("Aurora", monday))
	out := []base{baseOf(t, "fresh", fresh), baseOf(t, "demo", demo(t)), baseOf(t, "long history", longHistory(t))}
	return append(out, baseOf(t, "what-ifs", at(t, sampleBytes(t))))
}

func baseOf(t *testing.T, what string, f *File) base {
	return base{what, read(t, f), load(t, f).Roadmap, known(t, f)}
}

// demo is the sample roadmap with each of its steps as a change.
func demo(t *testing.T) *File {
	story := sample.Demo(monday)
	f, snap := newFile(t, story.Start)
	take := func(_ *roadmap.Roadmap, day roadmap.Date, name string) roadmap.Baseline {
		return roadmap.Baseline{Name: name, Taken: day}
	}
	for _, step := range story.Steps {
		next, err := step.On(snap.Roadmap, take)
		if err != nil {
			t.Fatal(err)
		}
		if snap, _, err = f.Apply(Edit{Base: snap, Next: next, Title: step.Title, Stamp: stamp(1)}, nil); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

func longHistory(t *testing.T) *File {
	f, snap := newFile(t, large(t, 20))
	for i := range 150 {
		snap, _ = commit(t, f, snap, "rename", renaming(fmt.Sprint(i%15+1), fmt.Sprintf("Antenna %d", i)))
	}
	for range 5 {
		if _, _, err := f.Undo(stamp(2), nil); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

// holdsNothingNew holds a repaired file to what was there, but for what was mended and for settings that were lost.
func (b *base) holdsNothingNew(t *testing.T, got Rescue, saved *roadmap.Roadmap) {
	t.Helper()
	for _, k := range roadmap.Kinds() {
		for _, e := range saved.Entities(k) {
			body, _ := encodeEntity(e)
			if !b.known[k.String()+string(body)] && len(got.Mended) == 0 && !(k == roadmap.KindSettings && len(got.Lost) > 0) {
				t.Errorf("%s: %s %q was never there", b.what, k, e.Key())
			}
		}
	}
}

// saves repairs a damaged copy: the new file is whole, has nothing that was not there, and all of it where no loss is told.
func (b *base) saves(t *testing.T, path string, damaged []byte) bool {
	t.Helper()
	_ = os.Remove(path + repairedEnding)
	got, err := New(path).Repair(stamp(9))
	if err != nil {
		refusal(t, err)
		return false
	}
	if got.Path == "" {
		return true
	}
	to := New(got.Path)
	if x, err := to.Examine(); err != nil || len(x.Problems) > 0 {
		t.Errorf("%s: what was saved is broken: %v, %v", b.what, x.Problems, err)
	}
	saved := load(t, to).Roadmap
	b.holdsNothingNew(t, got, saved)
	if len(got.Lost)+len(got.Mended) == 0 {
		same(t, b.what+", saved without a loss", saved, b.now)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, damaged) {
		t.Errorf("%s: the damaged file was changed: %v", b.what, err)
	}
	return true
}

// unsynced is a folder in memory where the system has one, since each copy would be synced several times; else any.
func unsynced(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "bywhen-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	return folder
}

func TestAFileDamagedAnyhowIsCompleteOrRefusedAndWhatIsLeftIsSaved(t *testing.T) {
	of := bases(t)
	copies, saved := 500, 0
	if os.Getenv("BYWHEN_LONG") != "" {
		copies = 10_000
	}
	chance := rand.New(rand.NewSource(1))
	path := filepath.Join(unsynced(t), "roadmap.db")
	for i := range copies {
		b := &of[i%len(of)]
		damaged := storetest.Spoiled(b.file, chance)
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		looked(t, New(path), damaged)
		if b.saves(t, path, damaged) {
			saved++
		}
		complete(t, New(path), b.now)
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("it took %v", took)
		}
		if t.Failed() {
			t.Fatalf("copy %d, of %s", i, b.what)
		}
	}
	t.Logf("of %d damaged copies something was saved of %d", copies, saved)
	if saved < copies*3/4 {
		t.Errorf("of %d copies only %d gave anything", copies, saved)
	}
}

func TestWhatHoldsNothingIsRefusedByARepairToo(t *testing.T) {
	for what, content := range map[string][]byte{"a text": []byte("title,team\n"), "nothing": nil, "zeros": make([]byte, 65536)} {
		if _, err := at(t, content).Repair(stamp(9)); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
