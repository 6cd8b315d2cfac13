package store

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"bywhen/roadmap"
)

// future is the program of a format to come, in which the roadmap's filters have moved out of their bucket.
func future(f *File, steps map[uint32]migration) *File {
	next := New(f.Path())
	next.format, next.migrations = format+2, steps
	return next
}

func mark(name string) migration {
	return func(tx *bbolt.Tx) error { return tx.Bucket(ownBucket).Put([]byte(name), []byte("done")) }
}

func TestAnOlderFormatIsCopiedAndThenBroughtForward(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")))
	before, _ := os.ReadFile(f.Path())
	next := future(f, map[uint32]migration{format: mark("first"), format + 1: mark("second")})
	again := load(t, next)
	same(t, "migrated", again.Roadmap, snap.Roadmap)
	kept, err := os.ReadFile(f.Path() + ".format-2")
	if err != nil || string(kept) != string(before) {
		t.Errorf("the copy is %d bytes of %d, %v", len(kept), len(before), err)
	}
	if info, _ := os.Stat(f.Path() + ".format-2"); info.Mode().Perm() != 0o600 {
		t.Errorf("the copy is %v", info.Mode())
	}
	db, err := bbolt.Open(f.Path(), 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	_ = db.View(func(tx *bbolt.Tx) error {
		own := tx.Bucket(ownBucket)
		if own.Get([]byte("first")) == nil || own.Get([]byte("second")) == nil {
			t.Error("a step was left out")
		}
		return nil
	})
	db.Close()
	if _, err := f.Load(); !errors.Is(err, ErrNewer) {
		t.Errorf("the older program: %v", err)
	}
	commit(t, next, again, "add", adding("Board"))
	if _, err := os.Stat(f.Path() + ".format-2-2"); err == nil {
		t.Error("copied again")
	}
}

func TestAMigrationThatFailsLeavesTheFile(t *testing.T) {
	for what, steps := range map[string]map[uint32]migration{
		"an error": {format: mark("first"), format + 1: func(*bbolt.Tx) error { return errors.New("no room") }},
		"a panic":  {format: mark("first"), format + 1: func(*bbolt.Tx) error { panic("no room") }},
		"no step":  {format: mark("first")},
	} {
		f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")))
		_, err := future(f, steps).Load()
		if err == nil || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "was left as it is") {
			t.Errorf("%s: %v", what, err)
		}
		if _, err := os.Stat(f.Path() + ".format-2"); err == nil {
			t.Errorf("%s: a copy is left", what)
		}
		same(t, what, load(t, f).Roadmap, snap.Roadmap)
	}
}

// first makes a file as the program of format 1 left it: without the bucket of what-ifs and its tally.
func first(t *testing.T, f *File) {
	t.Helper()
	db, err := bbolt.Open(f.Path(), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.Update(func(tx *bbolt.Tx) error {
		var st state
		body, _, err := unseal(ownBucket, stateKey, tx.Bucket(ownBucket).Get(stateKey))
		if err != nil {
			return err
		}
		if err := decoding.Unmarshal(body, &st); err != nil {
			return err
		}
		st.Tallies = slices.Delete(st.Tallies, int(roadmap.KindWhatIf), int(roadmap.KindWhatIf)+1)
		if _, err := putState(tx, st); err != nil {
			return err
		}
		if err := tx.DeleteBucket([]byte("whatifs")); err != nil {
			return err
		}
		return tx.Bucket(ownBucket).Put(formatKey, formatValue(1))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAFileOfTheFirstFormatGoesOnAndKeepsWhatIfs(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")))
	snap, _ = commit(t, f, snap, "add", adding("Board"))
	first(t, f)
	before, _ := os.ReadFile(f.Path())
	again := load(t, f)
	same(t, "migrated", again.Roadmap, snap.Roadmap)
	if kept, err := os.ReadFile(f.Path() + ".format-1"); err != nil || string(kept) != string(before) {
		t.Errorf("the copy is %d bytes of %d, %v", len(kept), len(before), err)
	}
	if log, err := f.History(0); err != nil || len(log) != 1 || log[0].Title != "add" {
		t.Errorf("the history is %v, %v", log, err)
	}
	commit(t, f, again, "keep", keeping("Faster", renaming("1", "Antenna module")))
	if w := load(t, f).Roadmap.WhatIf("Faster"); w == nil || len(w.Edits) != 1 {
		t.Errorf("kept is %+v", w)
	}
	back, _, err := f.Undo(stamp(3), nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "undone", back.Roadmap, snap.Roadmap)
}
