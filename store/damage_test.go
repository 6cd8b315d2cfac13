package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"bywhen/roadmap"
	"bywhen/store/storetest"
)

// sampleBytes is the bytes of a file with enough in it for branch pages, a long value, free pages and a history, and a what-if kept.
func sampleBytes(t testing.TB) []byte {
	t.Helper()
	f := New(filepath.Join(t.TempDir(), "sample.db"))
	snap, err := f.Create(large(t, 150), stamp(0))
	if err != nil {
		t.Fatal(err)
	}
	snap, _ = commit(t, f, snap, "notes", func(d *roadmap.Draft) error {
		return d.UpdateTask("70", func(t *roadmap.Task) { t.Notes = strings.Repeat("Steel is on hold. ", 700) })
	})
	snap, _ = commit(t, f, snap, "keep", keeping("Faster", renaming("5", "Board")))
	for _, id := range []string{"1", "2", "3"} {
		snap, _ = commit(t, f, snap, "rename", renaming(id, "Antenna"))
	}
	if _, _, err := f.Undo(stamp(2), nil); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// at writes a file of its own.
func at(t testing.TB, content []byte) *File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "roadmap.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return New(path)
}

// refuses holds every operation to an error of that kind, in one line that names the file, and to leaving it as it is.
func refuses(t testing.TB, f *File, what string, kind error) {
	t.Helper()
	before, _ := os.ReadFile(f.Path())
	_, loaded := f.Load()
	_, revision := f.Revision()
	_, log := f.History(0)
	_, _, undone := f.Undo(stamp(1), nil)
	_, next := f.RedoNext()
	base := Snapshot{Roadmap: roadmap.New("a", monday), Revision: 1}
	_, _, applied := f.Apply(Edit{Base: base, Next: edited(t, base.Roadmap, adding("a")), Stamp: stamp(1)}, nil)
	for i, err := range []error{loaded, revision, log, undone, next, applied} {
		if !errors.Is(err, kind) {
			t.Errorf("%s, operation %d: %v, want: %v", what, i, err, kind)
			continue
		}
		if text := err.Error(); strings.Contains(text, "\n") || !strings.HasPrefix(text, f.Path()+": ") {
			t.Errorf("%s: %q is no line about the file", what, text)
		}
	}
	if after, _ := os.ReadFile(f.Path()); !bytes.Equal(before, after) {
		t.Errorf("%s: the file was changed", what)
	}
}

// pageSizeOf is the page size that a file says it has.
func pageSizeOf(file []byte) int { return storetest.PageSize(file) }

// remeta changes both meta pages and makes their checksums right again.
func remeta(file []byte, change func(body []byte)) {
	for _, from := range []int{pageHeader, pageHeader + pageSizeOf(file)} {
		body := file[from : from+metaSize]
		change(body)
		sum := fnv.New64a()
		sum.Write(body[:metaSize-8])
		binary.NativeEndian.PutUint64(body[metaSize-8:], sum.Sum64())
	}
}

func TestWhatIsNoWholeRoadmapIsRefusedAndLeftAsItIs(t *testing.T) {
	sample := sampleBytes(t)
	size := pageSizeOf(sample)
	order := binary.NativeEndian
	with := func(change func([]byte)) []byte {
		b := bytes.Clone(sample)
		change(b)
		return b
	}
	for _, c := range []struct {
		what string
		kind error
		file []byte
	}{
		{"an empty file", ErrForeign, nil},
		{"a text", ErrForeign, []byte("title,team\nAntenna,Murata\n")},
		{"a long text", ErrForeign, bytes.Repeat([]byte("Antenna module "), 10_000)},
		{"zeros", ErrForeign, make([]byte, 65536)},
		{"one byte", ErrForeign, []byte{0}},
		{"cut to half", ErrDamaged, sample[:len(sample)/2]},
		{"cut to a page", ErrDamaged, sample[:size]},
		{"cut to two pages", ErrDamaged, sample[:2*size]},
		{"the first page zeroed", ErrDamaged, with(func(b []byte) { clear(b[:size]) })},
		{"the second page zeroed", ErrDamaged, with(func(b []byte) { clear(b[size : 2*size]) })},
		{"cut to a meta page's beginning", ErrDamaged, sample[:79]},
		{"cut to a kind of page", ErrDamaged, sample[:10]},
		{"a few zeros", ErrForeign, sample[:8]},
		{"both pages zeroed", ErrDamaged, with(func(b []byte) { clear(b[:2*size]) })},
		{"a bit of the first meta page", ErrDamaged, with(func(b []byte) { b[pageHeader+20] ^= 4 })},
		{"a bit of the second meta page", ErrDamaged, with(func(b []byte) { b[size+pageHeader+20] ^= 4 })},
		{"everything after the meta pages zeroed", ErrDamaged, with(func(b []byte) { clear(b[2*size:]) })},
		{"another version of bbolt", ErrNewer, with(func(b []byte) { remeta(b, func(m []byte) { order.PutUint32(m[4:], 3) }) })},
		{"a root beyond the end", ErrDamaged, with(func(b []byte) { remeta(b, func(m []byte) { order.PutUint64(m[16:], 1<<40) }) })},
		{"a root that is a meta page", ErrDamaged, with(func(b []byte) { remeta(b, func(m []byte) { order.PutUint64(m[16:], 1) }) })},
		{"free pages nowhere", ErrDamaged, with(func(b []byte) { remeta(b, func(m []byte) { order.PutUint64(m[32:], 1<<63) }) })},
		{"more pages than the file", ErrDamaged, with(func(b []byte) { remeta(b, func(m []byte) { order.PutUint64(m[40:], 1<<50) }) })},
		{"pages of no size", ErrDamaged, with(func(b []byte) { remeta(b[:size*2], func(m []byte) { m[8], m[9] = 1, 0 }) })},
	} {
		refuses(t, at(t, c.file), c.what, c.kind)
	}
}

func TestAnotherProgramsDatabaseIsRefused(t *testing.T) {
	for what, fill := range map[string]func(*bbolt.Tx) error{
		"empty": func(*bbolt.Tx) error { return nil },
		"with buckets in buckets": func(tx *bbolt.Tx) error {
			b, err := tx.CreateBucket([]byte("tasks"))
			if err == nil {
				_, err = b.CreateBucket([]byte("more"))
			}
			return err
		},
	} {
		path := filepath.Join(t.TempDir(), "other.db")
		db, err := bbolt.Open(path, 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Update(fill); err != nil {
			t.Fatal(err)
		}
		db.Close()
		refuses(t, New(path), what, ErrForeign)
	}
}

func TestAFormatOfTheFutureIsRefused(t *testing.T) {
	f := at(t, sampleBytes(t))
	changeOwn(t, f, func(own *bbolt.Bucket) error { return own.Put(formatKey, formatValue(format+1)) })
	refuses(t, f, "a format to come", ErrNewer)
}

func TestALostOrForeignPartIsDamage(t *testing.T) {
	for what, spoil := range map[string]func(*bbolt.Tx) error{
		"a task": func(tx *bbolt.Tx) error { return tx.Bucket([]byte("tasks")).Delete([]byte("7")) },
		"a task in another's place": func(tx *bbolt.Tx) error {
			b := tx.Bucket([]byte("tasks"))
			return b.Put([]byte("8"), b.Get([]byte("7")))
		},
		"one more task": func(tx *bbolt.Tx) error {
			body, _ := encodeEntity(&roadmap.Task{ID: "x", Title: "x", People: 1, Priority: 3})
			return tx.Bucket([]byte("tasks")).Put([]byte("x"), seal([]byte("tasks"), []byte("x"), body))
		},
		"an older task": func(tx *bbolt.Tx) error { // as a page would hold it that a disk never wrote
			body, _ := encodeEntity(&roadmap.Task{ID: "7", Title: "x", People: 1, Priority: 3})
			return tx.Bucket([]byte("tasks")).Put([]byte("7"), seal([]byte("tasks"), []byte("7"), body))
		},
		"a what-if": func(tx *bbolt.Tx) error { return tx.Bucket([]byte("whatifs")).Delete([]byte("Faster")) },
		"an older what-if": func(tx *bbolt.Tx) error {
			body, _ := encodeEntity(&roadmap.WhatIf{Name: "Faster", Today: monday})
			return tx.Bucket([]byte("whatifs")).Put([]byte("Faster"), seal([]byte("whatifs"), []byte("Faster"), body))
		},
		"a what-if in a what-if": func(tx *bbolt.Tx) error {
			inner, _ := encodeEntity(&roadmap.WhatIf{Name: "Slower", Today: monday})
			body, _ := encoding.Marshal(whatIfRecord{Name: "Faster", Today: int32(monday), Edits: []editRecord{
				{Kind: uint8(roadmap.KindWhatIf), Key: []byte("Slower"), Before: inner}}})
			return tx.Bucket([]byte("whatifs")).Put([]byte("Faster"), seal([]byte("whatifs"), []byte("Faster"), body))
		},
		"the bucket of what-ifs": func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte("whatifs")) },
		"a bucket":               func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte("risks")) },
		"the state":              func(tx *bbolt.Tx) error { return tx.Bucket(ownBucket).Delete(stateKey) },
		"the format":             func(tx *bbolt.Tx) error { return tx.Bucket(ownBucket).Put(formatKey, []byte{1}) },
	} {
		f := at(t, sampleBytes(t))
		db, err := bbolt.Open(f.Path(), 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Update(spoil); err != nil {
			t.Fatal(err)
		}
		db.Close()
		if _, err := f.Load(); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// changeOwn writes to the file's own bucket behind its back.
func changeOwn(t *testing.T, f *File, do func(own *bbolt.Bucket) error) {
	t.Helper()
	db, err := bbolt.Open(f.Path(), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Update(func(tx *bbolt.Tx) error { return do(tx.Bucket(ownBucket)) }); err != nil {
		t.Fatal(err)
	}
}

// complete holds a file that opens to having all that the sample has, and one that does not to saying so in a line.
func complete(t testing.TB, f *File, want *roadmap.Roadmap) {
	t.Helper()
	snap, err := f.Load()
	if err == nil {
		same(t, "a damaged file that opens", snap.Roadmap, want)
	} else {
		refusal(t, err)
	}
	if _, err := f.History(0); err != nil {
		refusal(t, err)
	}
	if _, _, err := f.Undo(stamp(3), nil); err != nil {
		refusal(t, err)
	} else {
		checkByBolt(t, f.Path())
	}
}

func refusal(t testing.TB, err error) {
	t.Helper()
	if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrForeign) && !errors.Is(err, ErrNewer) && !errors.Is(err, ErrNothing) {
		t.Errorf("%v", err)
	}
	if text := err.Error(); strings.Contains(text, "\n") || len(text) > 600 || !roadmap.IsClean(text) {
		t.Errorf("%q is no line", text)
	}
}

// looked has a damaged file loaded and examined, neither of which may change it; what is examined and found whole must load, and what
// loads is whole.
func looked(t testing.TB, f *File, content []byte) {
	t.Helper()
	x, err := f.Examine()
	if err != nil {
		refusal(t, err)
	}
	_, failed := f.Load()
	if err == nil && len(x.Problems) == 0 && failed != nil {
		t.Errorf("examined and found whole, but: %v", failed)
	}
	if failed == nil && (err != nil || len(x.Problems) > 0) {
		t.Errorf("it opens, but is not whole: %v, %v", x.Problems, err)
	}
	if after, err := os.ReadFile(f.Path()); err != nil || !bytes.Equal(after, content) {
		t.Errorf("the damaged file was changed: %v", err)
	}
}

// patched is the file with bytes changed as a patch says: where (three bytes, little-endian), and what to flip there.
func patched(file, patch []byte) []byte {
	b := bytes.Clone(file)
	for ; len(patch) >= 4; patch = patch[4:] {
		where := int(patch[0]) | int(patch[1])<<8 | int(patch[2])<<16
		b[where%len(b)] ^= patch[3]
	}
	return b
}

// FuzzOpen changes single bytes of a good file. With mend the meta pages get right checksums again, so that what they say
// is believed; what then opens may be another roadmap, but nothing may panic.
func FuzzOpen(f *testing.F) {
	sample := sampleBytes(f)
	want := load(f, at(f, sample)).Roadmap
	size := pageSizeOf(sample)
	for page := range len(sample) / size {
		for _, byteOf := range []int{8, 10, 12, 16, 20, 24, 28} { // kind, count, overflow, and the first element
			where := page*size + byteOf
			f.Add([]byte{byte(where), byte(where >> 8), byte(where >> 16), 3}, page < 2)
		}
	}
	path := filepath.Join(f.TempDir(), "fuzzed.db")
	f.Fuzz(func(t *testing.T, patch []byte, mend bool) {
		b := patched(sample, patch)
		if mend && pageSizeOf(b) == size {
			remeta(b, func([]byte) {})
		}
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		snap, err := New(path).Load()
		switch {
		case err != nil:
			refusal(t, err)
		case !mend:
			same(t, "a damaged file that opens", snap.Roadmap, want)
		}
		if _, err := New(path).History(0); err != nil {
			refusal(t, err)
		}
	})
}
