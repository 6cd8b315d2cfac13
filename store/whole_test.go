package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// brokenPast is a file in whose history a bit is another: in its newest change, or in the one before.
func brokenPast(t testing.TB) []byte {
	t.Helper()
	f := at(t, sampleBytes(t))
	commit(t, f, load(t, f), "one of a kind", renaming("9", "Board"))
	b, err := os.ReadFile(f.Path())
	if err != nil || bytes.Count(b, []byte("one of a kind")) != 1 {
		t.Fatal("the change is there more than once, or not at all", err)
	}
	b[bytes.Index(b, []byte("one of a kind"))] ^= 1
	return b
}

// What is opened is complete and checked, its history too, although a load does not need it: else nothing is read and nothing written.
func TestAFileWhoseHistoryIsDamagedIsRefused(t *testing.T) {
	refuses(t, at(t, brokenPast(t)), "a bit of a change", ErrDamaged)
	f := at(t, sampleBytes(t))
	behind(t, f, func(tx *bbolt.Tx) error { // as a page would hold it that a disk never wrote
		b := tx.Bucket(historyBucket)
		body, _, err := unseal(historyBucket, sequenceKey(3), b.Get(sequenceKey(3)))
		if err != nil {
			return err
		}
		return b.Put(sequenceKey(4), seal(historyBucket, sequenceKey(4), body))
	})
	refuses(t, f, "a change in another's place", ErrDamaged)
}

// Each page that holds anything is missed when it is gone, whatever it holds.
func TestAPageOfZerosIsRefusedWhereverItLies(t *testing.T) {
	for _, sample := range [][]byte{sampleBytes(t), read(t, longHistory(t))} {
		size, missed := pageSizeOf(sample), 0
		for page := 2; page < len(sample)/size; page++ {
			b := bytes.Clone(sample)
			clear(b[page*size:][:size])
			f := at(t, b)
			if x, err := f.Examine(); err == nil && len(x.Problems) == 0 {
				load(t, f) // nothing lay in it
				continue
			}
			refuses(t, f, "a page of zeros", ErrDamaged)
			missed++
		}
		if missed < 8 {
			t.Errorf("only %d of %d pages hold anything", missed, len(sample)/size)
		}
	}
}

// A page in the list of free ones is written to by the next edit: what lies in it would be lost.
func TestAPageThatIsFreeAndInUseIsDamage(t *testing.T) {
	b := sampleBytes(t)
	m, err := currentMeta(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	tree, err := treeOf(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(tree.found, func(r bucketRoot) bool { return r.name == "tasks" })
	order, list := binary.NativeEndian, int(m.freelist)*int(m.pageSize)
	order.PutUint16(b[list+10:], 1)
	order.PutUint64(b[list+pageHeader:], tree.found[i].root)
	refuses(t, at(t, b), "a page of tasks that may be written to", ErrDamaged)
}

// What a File has found right it does not look at again until somebody writes to it.
func TestAFileIsCheckedAgainWhenItWasChanged(t *testing.T) {
	f := at(t, sampleBytes(t))
	snap := load(t, f)
	snap, _ = commit(t, f, snap, "one of a kind", renaming("9", "Board"))
	if known := f.proven.Load(); known == nil || len(known.past) != 7 {
		t.Fatalf("%+v", known)
	}
	b := brokenPast(t)
	if err := os.WriteFile(f.Path(), b, 0o600); err != nil {
		t.Fatal(err)
	}
	later := time.Now().Add(time.Second)
	if err := os.Chtimes(f.Path(), later, later); err != nil { // whatever the clock of the files is good for
		t.Fatal(err)
	}
	next := edited(t, snap.Roadmap, renaming("9", "Case"))
	if _, _, err := f.Apply(Edit{Base: snap, Next: next, Title: "rename", Stamp: stamp(3)}, nil); !errors.Is(err, ErrDamaged) {
		t.Errorf("an edit on a file that was damaged meanwhile: %v", err)
	}
	if _, err := f.Changed(snap); !errors.Is(err, ErrDamaged) {
		t.Errorf("a look at it: %v", err)
	}
	if !bytes.Equal(read(t, f), b) {
		t.Error("it was changed")
	}
}

func TestADamagedFileOfAnOlderFormatIsNotBroughtForward(t *testing.T) {
	b := brokenPast(t)
	f := future(at(t, b), map[uint32]migration{format: mark("first"), format + 1: mark("second")})
	if _, err := f.Load(); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "entry 7: ") {
		t.Errorf("%v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(f.Path())); len(left) != 1 || !bytes.Equal(read(t, f), b) {
		t.Errorf("it was changed, or copied: %v", left)
	}
}
