package store

import (
	"errors"
	"os"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"bywhen/roadmap"
)

// future is the program of a format to come, in which the roadmap's filters have moved out of their bucket.
func future(f *File, steps map[uint32]migration) *File {
	next := New(f.Path())
	next.format, next.migrations = 3, steps
	return next
}

func mark(name string) migration {
	return func(tx *bbolt.Tx) error { return tx.Bucket(ownBucket).Put([]byte(name), []byte("done")) }
}

func TestAnOlderFormatIsCopiedAndThenBroughtForward(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")))
	before, _ := os.ReadFile(f.Path())
	next := future(f, map[uint32]migration{1: mark("first"), 2: mark("second")})
	again := load(t, next)
	same(t, "migrated", again.Roadmap, snap.Roadmap)
	kept, err := os.ReadFile(f.Path() + ".format-1")
	if err != nil || string(kept) != string(before) {
		t.Errorf("the copy is %d bytes of %d, %v", len(kept), len(before), err)
	}
	if info, _ := os.Stat(f.Path() + ".format-1"); info.Mode().Perm() != 0o600 {
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
	if _, err := os.Stat(f.Path() + ".format-1-2"); err == nil {
		t.Error("copied again")
	}
}

func TestAMigrationThatFailsLeavesTheFile(t *testing.T) {
	for what, steps := range map[string]map[uint32]migration{
		"an error": {1: mark("first"), 2: func(*bbolt.Tx) error { return errors.New("no room") }},
		"a panic":  {1: mark("first"), 2: func(*bbolt.Tx) error { panic("no room") }},
		"no step":  {1: mark("first")},
	} {
		f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")))
		_, err := future(f, steps).Load()
		if err == nil || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "was left as it is") {
			t.Errorf("%s: %v", what, err)
		}
		if _, err := os.Stat(f.Path() + ".format-1"); err == nil {
			t.Errorf("%s: a copy is left", what)
		}
		same(t, what, load(t, f).Roadmap, snap.Roadmap)
	}
}
