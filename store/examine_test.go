package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"bywhen/roadmap"
)

// examined is what is wrong with a file.
func examined(t testing.TB, f *File) string {
	t.Helper()
	x, err := f.Examine()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(x.Problems, "; ")
}

// behind changes a file behind its back, through bbolt.
func behind(t testing.TB, f *File, do func(*bbolt.Tx) error) {
	t.Helper()
	db, err := bbolt.Open(f.Path(), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Update(do); err != nil {
		t.Fatal(err)
	}
}

// restate changes the state and makes its checksum right.
func restate(tx *bbolt.Tx, change func(*state)) error {
	var st state
	body, _, err := unseal(ownBucket, stateKey, tx.Bucket(ownBucket).Get(stateKey))
	if err == nil {
		err = decoding.Unmarshal(body, &st)
	}
	if err != nil {
		return err
	}
	change(&st)
	_, err = putState(tx, st)
	return err
}

// swap puts a record with a right checksum in another's place, and the tally right: as a mistake in a program would.
func swap(kind roadmap.Kind, key string, e roadmap.Entity) func(*bbolt.Tx) error {
	return func(tx *bbolt.Tx) error {
		return restate(tx, func(st *state) {
			name := buckets[kind]
			old := tx.Bucket(name).Get([]byte(key))
			if old != nil {
				st.Tallies[kind].remove(sumOf(old))
			}
			body, _ := encodeEntity(e)
			record := seal(name, []byte(key), body)
			st.Tallies[kind].add(sumOf(record))
			_ = tx.Bucket(name).Put([]byte(key), record)
		})
	}
}

func TestAWholeFileIsFoundWhole(t *testing.T) {
	f := at(t, sampleBytes(t))
	x, err := f.Examine()
	if err != nil || len(x.Problems) > 0 {
		t.Fatal(x.Problems, err)
	}
	if x.Entities[roadmap.KindTask] != 150 || x.Entries != 6 || x.Revision != 7 || x.Used == 0 || x.Used > x.Size {
		t.Errorf("%+v", x)
	}
}

func TestAnExaminationNamesWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		what  string
		spoil func(*bbolt.Tx) error
		want  []string
	}{
		{"a lost task", func(tx *bbolt.Tx) error { return tx.Bucket([]byte("tasks")).Delete([]byte("7")) }, []string{"tasks: 149 found, 150 expected"}},
		{"two broken tasks", func(tx *bbolt.Tx) error {
			b := tx.Bucket([]byte("tasks"))
			_ = b.Put([]byte("8"), []byte("nonsense"))
			return b.Put([]byte("9"), []byte("nonsense"))
		}, []string{`tasks "8": `, `tasks "9": `}},
		{"a lost bucket", func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte("risks")) }, []string{`its bucket "risks" is gone`}},
		{"a lost entry", func(tx *bbolt.Tx) error { return tx.Bucket(historyBucket).Delete(sequenceKey(3)) }, []string{`in "history": entry 3 is lost`}},
		{"a task of nobody's team", swap(roadmap.KindTask, "9", &roadmap.Task{ID: "9", Title: "x", Team: "gone", Priority: 3, People: 1, Position: "m"}), []string{"gone"}},
		{"a task that no change made so", swap(roadmap.KindTask, "1", &roadmap.Task{ID: "1", Title: "x", Priority: 3, People: 1, Position: "m"}), []string{`does not lead to the present: task "1" is not as it left it`}},
		{"other stacks", func(tx *bbolt.Tx) error { return restate(tx, func(st *state) { st.Redo = 0 }) }, []string{"what undo and redo would take back"}},
	} {
		f := at(t, sampleBytes(t))
		behind(t, f, c.spoil)
		found := examined(t, f)
		for _, want := range c.want {
			if !strings.Contains(found, want) {
				t.Errorf("%s: found %q, want %q", c.what, found, want)
			}
		}
	}
}

func TestABrokenEntryOfTheHistoryIsOneProblem(t *testing.T) {
	if found, want := examined(t, at(t, brokenPast(t))), "the history's entry 7: a record's checksum is wrong"; found != want {
		t.Errorf("found %q, want %q", found, want)
	}
}

func TestAFileIsShrunkWhereItLies(t *testing.T) {
	f := at(t, sampleBytes(t))
	snap := load(t, f)
	for i := range 30 {
		title := strings.Repeat("long ", 2000*(i%2))
		snap, _ = commit(t, f, snap, "notes", func(d *roadmap.Draft) error {
			return d.UpdateTask("3", func(t *roadmap.Task) { t.Notes = title })
		})
	}
	if err := os.Chmod(f.Path(), 0o640); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(f.Path(), link); err != nil {
		t.Fatal(err)
	}
	before, after, err := New(link).Compact()
	if err != nil || after >= before {
		t.Fatalf("%d bytes, then %d, %v", before, after, err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is no link any more")
	}
	if info, err := os.Stat(f.Path()); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	same(t, "after it was shrunk", load(t, f).Roadmap, snap.Roadmap)
	if found := examined(t, f); found != "" {
		t.Error(found)
	}
	if _, _, err := f.Apply(Edit{Base: snap, Next: edited(t, snap.Roadmap, adding("Board")), Title: "add", Stamp: stamp(1)}, nil); err != nil {
		t.Errorf("an edit that was made before: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(f.Path()), ".bywhen-new-*")); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

func TestAFileInUseIsNotShrunk(t *testing.T) {
	f := at(t, sampleBytes(t))
	s, err := f.open(reading)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	other := New(f.Path())
	other.patience = 0
	if _, _, err := other.Compact(); !errors.Is(err, ErrLocked) {
		t.Errorf("%v", err)
	}
	if _, err := other.Restore(f.Path()); !errors.Is(err, ErrLocked) {
		t.Errorf("%v", err)
	}
}
