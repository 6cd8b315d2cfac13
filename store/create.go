package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"go.etcd.io/bbolt"

	"bywhen/roadmap"
)

// Create makes the file, and its folder where there is none, with a roadmap and an empty history. What is at the path
// already stays as it is, and the error is ErrExists. The file appears under its name when it is complete and synced, for
// its owner alone (0600; a folder 0700).
func (f *File) Create(r *roadmap.Roadmap, at Stamp) (Snapshot, error) {
	edits, err := encoded(additions(r))
	if err != nil {
		return Snapshot{}, err
	}
	kept, err := loaded(edits, r.LastID())
	if err != nil {
		return Snapshot{}, err
	}
	if to, dead := DeadLink(f.path); dead {
		return Snapshot{}, f.leadsNowhere(to)
	}
	if _, err := os.Lstat(f.path); err == nil {
		return Snapshot{}, f.exists()
	}
	folder := filepath.Dir(f.path)
	if to, dead := DeadLink(folder); dead {
		return Snapshot{}, f.fail(ErrForeign, "its folder is a link to %s, which is not there; make that, or name another file", shown(to))
	}
	if err := makeFolder(folder); err != nil {
		return Snapshot{}, f.system("its folder "+shown(folder)+" cannot be made", err)
	}
	draft, mark, err := f.draft(folder, func(tx *bbolt.Tx) (uint32, error) { return fill(tx, edits, kept.LastID(), at) })
	if err != nil {
		return Snapshot{}, err
	}
	defer os.Remove(draft)
	if err := f.publish(draft, folder); err != nil {
		return Snapshot{}, err
	}
	return Snapshot{Roadmap: kept, Revision: firstRevision, mark: mark, created: stampToRecord(at)}, nil
}

// Begin is Create for whoever then applies an edit: that another program has made the file already is no error. What is
// given is the roadmap before its first edit, so that this too lies in the history and can be undone.
func (f *File) Begin(r *roadmap.Roadmap, at Stamp) error {
	if _, err := f.Create(r, at); err != nil && !errors.Is(err, ErrExists) {
		return err
	}
	return nil
}

const firstRevision = 1

// loaded is the roadmap that a new file would give back. One that could be written but not loaded again is an error.
func loaded(edits []edit, lastID int) (*roadmap.Roadmap, error) {
	c, err := written(roadmap.Change{}, edits)
	if err != nil {
		return nil, err
	}
	values := make([]roadmap.Entity, len(c.Edits))
	for i, e := range c.Edits {
		values[i] = e.After
	}
	return roadmap.Load(values, lastID)
}

func (f *File) exists() error {
	return f.fail(ErrExists, "there is already something here, and it is not overwritten; use another path")
}

// additions is a roadmap as a change from nothing.
func additions(r *roadmap.Roadmap) roadmap.Change {
	var c roadmap.Change
	for _, k := range roadmap.Kinds() {
		for _, e := range r.Entities(k) {
			c.Edits = append(c.Edits, roadmap.Edit{Kind: k, Key: e.Key(), After: e})
		}
	}
	return c
}

// draft writes the file under a name that nobody has, and gives that name and the checksum of the state.
func (f *File) draft(folder string, fill func(*bbolt.Tx) (uint32, error)) (path string, mark uint32, err error) {
	file, err := os.CreateTemp(folder, ".bywhen-new-*")
	if err != nil {
		return "", 0, f.system("cannot be made", err)
	}
	path = file.Name()
	defer func() {
		if err != nil {
			os.Remove(path)
		}
	}()
	open := func(string, int, os.FileMode) (*os.File, error) { return file, nil }
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{OpenFile: open, Timeout: f.patience})
	if err != nil {
		file.Close()
		return "", 0, f.system("cannot be made", err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		mark, err = fill(tx)
		return err
	})
	if err == nil {
		err = file.Sync()
	}
	if closed := db.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return "", 0, f.system("cannot be made", err)
	}
	return path, mark, nil
}

// fill lays out a new file and gives the checksum of its state.
func fill(tx *bbolt.Tx, edits []edit, lastID int, at Stamp) (uint32, error) {
	for _, name := range append([][]byte{ownBucket}, buckets...) {
		if _, err := tx.CreateBucket(name); err != nil {
			return 0, err
		}
	}
	st := state{Revision: firstRevision, LastID: lastID, Created: stampToRecord(at), Tallies: make([]tally, len(buckets))}
	for _, e := range inKeyOrder(edits) {
		if err := put(tx, &st, e); err != nil {
			return 0, err
		}
	}
	if err := tx.Bucket(ownBucket).Put(formatKey, formatValue(format)); err != nil {
		return 0, err
	}
	return putState(tx, st)
}

// publish gives a finished draft its name, unless that is taken. A file system without links is asked to rename instead.
func (f *File) publish(draft, folder string) error {
	err := os.Link(draft, f.path)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		if _, there := os.Lstat(f.path); errors.Is(there, fs.ErrNotExist) {
			err = os.Rename(draft, f.path)
		}
	}
	if errors.Is(err, fs.ErrExist) {
		return f.exists()
	}
	if err == nil {
		err = syncFolder(folder)
	}
	if err != nil {
		return f.system("cannot be made", err)
	}
	return nil
}

// makeFolder makes a folder and those above it, each synced into the one above.
func makeFolder(folder string) error {
	info, err := os.Stat(folder)
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return &fs.PathError{Op: "mkdir", Path: folder, Err: syscall.ENOTDIR}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	above := filepath.Dir(folder)
	if err := makeFolder(above); err != nil {
		return err
	}
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncFolder(above)
}

// syncFolder makes the names in a folder outlive a loss of power. Windows has no such thing.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	dir, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer dir.Close()
	return dir.Sync()
}
