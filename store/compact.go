package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// Compact writes the file anew without the pages that are free, and puts that in its place: it is complete, synced and examined
// before. It tells the bytes before and after. Nobody else can read or write the file meanwhile; one in use is ErrLocked.
func (f *File) Compact() (before, after int64, err error) {
	s, err := f.open(writing)
	if err != nil {
		return 0, 0, err
	}
	defer s.close()
	info, err := s.os.Stat()
	if err != nil {
		return 0, 0, f.system("cannot be read", err)
	}
	err = f.replace(info.Mode().Perm(), func(to *os.File) error { return s.guard(func() error { return copyBuckets(to, s.tx) }) })
	var bad *unsound
	if errors.As(err, &bad) {
		err = f.fail(bad, "is not shrunk, since it does not hold together: it %s; \"bywhen doctor --repair\" saves what does into a new file", whatIsWrong(bad.found))
	}
	if err != nil {
		return 0, 0, err
	}
	small, err := os.Stat(f.path)
	if err != nil {
		return 0, 0, f.system("cannot be read", err)
	}
	return info.Size(), small.Size(), nil
}

// copyBuckets makes a database of an empty file, with all that is in another, bucket by bucket and key by key.
func copyBuckets(to *os.File, from *bbolt.Tx) error {
	open := func(string, int, os.FileMode) (*os.File, error) { return os.OpenFile(to.Name(), os.O_RDWR, 0) }
	db, err := bbolt.Open(to.Name(), 0o600, &bbolt.Options{OpenFile: open, Timeout: patience})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		return from.ForEach(func(name []byte, old *bbolt.Bucket) error {
			bucket, err := tx.CreateBucket(name)
			if err != nil {
				return err
			}
			bucket.FillPercent = 0.9 // they come in order
			return old.ForEach(bucket.Put)
		})
	})
	if closed := db.Close(); err == nil {
		err = closed
	}
	return err
}

// replace puts a new file in the place of the one at the path, whole or not at all: it is written beside it, synced and examined,
// then renamed, and the folder is synced. Whoever calls it holds the lock. A link to the file stays one. What is not whole is *unsound,
// which is the caller's to put into words: it is about what was copied, not about the file.
func (f *File) replace(mode os.FileMode, write func(to *os.File) error) error {
	path, err := filepath.EvalSymlinks(f.path)
	if err != nil {
		path = f.path
	}
	folder := filepath.Dir(path)
	to, err := os.CreateTemp(folder, ".bywhen-new-*")
	if err != nil {
		return f.system("cannot be written anew", err)
	}
	defer os.Remove(to.Name())
	defer to.Close()
	if err := write(to); err != nil {
		return f.system("cannot be written anew", err)
	}
	if err := to.Chmod(mode); err != nil {
		return f.system("cannot be written anew", err)
	}
	if err := to.Sync(); err != nil {
		return f.system("cannot be written anew", err)
	}
	defer removeMigrated(to.Name())
	if err := sound(to.Name()); err != nil {
		return &unsound{err}
	}
	if err := os.Rename(to.Name(), path); err != nil {
		return f.system("cannot be put in its place", err)
	}
	if err := syncFolder(folder); err != nil {
		return f.system("was put in its place, but its folder cannot be synced", err)
	}
	return nil
}

// sound examines a file; any problem is an error.
func sound(path string) error {
	f := New(path)
	x, err := f.Examine()
	if err == nil && len(x.Problems) > 0 {
		err = f.damaged("%s", x.Problems[0])
	}
	return err
}

// unsound is a copy that is not whole, with what was found in it.
type unsound struct{ found error }

func (u *unsound) Error() string   { return whatIsWrong(u.found) }
func (u *unsound) Unwrap() []error { return []error{ErrUnsound, u.found} }

// whatIsWrong is an error without the path of the file that it is about, and without what to do: "is damaged (…)".
func whatIsWrong(err error) string {
	var e *Error
	switch {
	case !errors.As(err, &e):
		return err.Error()
	case e.damage != "":
		return "is damaged (" + e.damage + ")"
	}
	return e.What()
}

// removeMigrated takes away the copy that was kept if a file of an older format was brought forward while it was examined: the
// original is still there.
func removeMigrated(path string) {
	copies, _ := filepath.Glob(path + ".format-*")
	for _, c := range copies {
		_ = os.Remove(c)
	}
}

// copyInto copies what was read from a file, from its beginning.
func copyInto(to *os.File, from *os.File) error {
	info, err := from.Stat()
	if err != nil {
		return err
	}
	_, err = io.Copy(to, io.NewSectionReader(from, 0, info.Size()))
	return err
}
