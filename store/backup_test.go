package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"bywhen/roadmap"
)

func TestABackupADayIsKeptOfSevenDaysAndFourWeeks(t *testing.T) {
	f, _ := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")))
	folder := filepath.Join(t.TempDir(), "state", "backups")
	for day := monday; day < monday+40; day++ { // the last is a Friday
		made, err := f.BackUp(folder, day)
		if err != nil || filepath.Base(made) != day.String()+".db" {
			t.Fatal(made, err)
		}
		if again, err := f.BackUp(folder, day); err != nil || again != "" {
			t.Fatal(again, err)
		}
	}
	found, err := f.Backups(folder, monday+39)
	if err != nil {
		t.Fatal(err)
	}
	var days []roadmap.Date
	for _, b := range found {
		days = append(days, b.Day-monday)
	}
	if want := []roadmap.Date{39, 38, 37, 36, 35, 34, 33, 27, 20}; !slices.Equal(days, want) {
		t.Errorf("kept are %v, want %v", days, want) // 39, 34, 27 and 20 are the newest of their weeks
	}
	for path, mode := range map[string]os.FileMode{folder: 0o700, filepath.Dir(folder): 0o700, found[0].Path: 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
	same(t, "a backup", load(t, New(found[0].Path)).Roadmap, load(t, f).Roadmap)
}

func TestWhatIsDamagedIsNotBackedUp(t *testing.T) {
	b := sampleBytes(t)
	clear(b[len(b)/2:])
	f, folder := at(t, b), t.TempDir()
	if _, err := f.BackUp(folder, monday); !errors.Is(err, ErrDamaged) {
		t.Errorf("%v", err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%v", left)
	}
}

// What opens but does not add up, as a mistake in a program would leave it, is neither kept as a backup nor shrunk; that is said of the
// roadmap's file, and what to do.
func TestWhatDoesNotAddUpIsNotCopied(t *testing.T) {
	f, folder := at(t, sampleBytes(t)), t.TempDir()
	behind(t, f, swap(roadmap.KindTask, "1", &roadmap.Task{ID: "1", Title: "x", Priority: 3, People: 1, Position: "m"}))
	load(t, f)
	before := read(t, f)
	_, kept := f.BackUp(folder, monday)
	_, _, shrunk := f.Compact()
	for _, err := range []error{kept, shrunk} {
		if !errors.Is(err, ErrUnsound) || !strings.HasPrefix(err.Error(), f.Path()+": ") || strings.Contains(err.Error(), "left as it is") ||
			!strings.Contains(err.Error(), "does not lead to the present") || !strings.Contains(err.Error(), "--repair") {
			t.Errorf("%v", err)
		}
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 || !bytes.Equal(read(t, f), before) {
		t.Errorf("left are %v", left)
	}
}

func TestABackupIsPutInThePlaceOfADamagedFile(t *testing.T) {
	good := sampleBytes(t)
	f, folder := at(t, good), t.TempDir()
	backup, err := f.BackUp(folder, monday)
	if err != nil {
		t.Fatal(err)
	}
	want := load(t, f).Roadmap
	if err := os.WriteFile(f.Path(), good[:len(good)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	kept, err := f.Restore(backup)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "restored", load(t, f).Roadmap, want)
	if was, err := os.ReadFile(kept); err != nil || !bytes.Equal(was, good[:len(good)/2]) {
		t.Errorf("what was there is not kept in %q: %v", kept, err)
	}
	if err := os.Remove(f.Path()); err != nil {
		t.Fatal(err)
	}
	if kept, err := f.Restore(backup); err != nil || kept != "" {
		t.Errorf("where nothing was: %q, %v", kept, err)
	}
	same(t, "restored to nothing", load(t, f).Roadmap, want)
}

func TestWhatIsNotWholeIsNotRestored(t *testing.T) {
	f := at(t, sampleBytes(t))
	before, _ := os.ReadFile(f.Path())
	for _, bad := range [][]byte{nil, []byte("title,team\n"), before[:len(before)/2]} {
		backup := at(t, bad)
		if kept, err := f.Restore(backup.Path()); err == nil || kept != "" {
			t.Errorf("%d bytes: %q, %v", len(bad), kept, err)
		}
	}
	if _, err := f.Restore(f.Path() + ".none"); !errors.Is(err, ErrMissing) {
		t.Errorf("%v", err)
	}
	if after, _ := os.ReadFile(f.Path()); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
	if left, _ := os.ReadDir(filepath.Dir(f.Path())); len(left) != 1 {
		t.Errorf("left are %v", left)
	}
}

// A copy of a day to come, which a wrong clock leaves, takes no other's place; nor is it taken away: it may be today's clock that is wrong.
func TestABackupOfADayToComeTakesNoPlace(t *testing.T) {
	f, _ := newFile(t, roadmap.New("Aurora phone", monday))
	folder := t.TempDir()
	for _, day := range append([]roadmap.Date{1000}, 0, 1, 2, 3, 4, 5, 6, 7) {
		if _, err := f.BackUp(folder, monday+day); err != nil {
			t.Fatal(err)
		}
	}
	found, err := f.Backups(folder, monday+7)
	if err != nil {
		t.Fatal(err)
	}
	var days []roadmap.Date
	for _, b := range found {
		days = append(days, b.Day-monday)
	}
	if want := []roadmap.Date{7, 6, 5, 4, 3, 2, 1, 1000}; !slices.Equal(days, want) {
		t.Errorf("kept are %v, want %v", days, want)
	}
}

func TestAFileIsNoBackupOfItself(t *testing.T) {
	f := at(t, sampleBytes(t))
	link := f.Path() + ".link"
	if err := os.Link(f.Path(), link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{f.Path(), link} {
		if kept, err := f.Restore(path); !errors.Is(err, ErrExists) || kept != "" {
			t.Errorf("%s: %q, %v", path, kept, err)
		}
	}
}

// To look at a backup does not change it, be it of an older format.
func TestABackupOfAnOlderFormatIsExaminedAsItIs(t *testing.T) {
	f := at(t, sampleBytes(t))
	behind(t, f, func(tx *bbolt.Tx) error { // as format 1 was
		if err := tx.DeleteBucket(buckets[roadmap.KindWhatIf]); err != nil {
			return err
		}
		if err := tx.Bucket(ownBucket).Put(formatKey, formatValue(1)); err != nil {
			return err
		}
		return restate(tx, func(st *state) {
			st.Tallies = slices.Delete(st.Tallies, int(roadmap.KindWhatIf), int(roadmap.KindWhatIf)+1)
		})
	})
	before := read(t, f)
	x, err := Backup{Path: f.Path()}.Examine()
	if err != nil || x.Entities[roadmap.KindTask] != 150 || x.Last.Title != "undo: rename" {
		t.Errorf("%+v, %v", x, err)
	}
	if left, _ := os.ReadDir(filepath.Dir(f.Path())); len(left) != 1 || !bytes.Equal(read(t, f), before) {
		t.Errorf("left are %v", left)
	}
}
