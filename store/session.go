package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// purpose is what a file is opened for.
type purpose uint8

const (
	reading   purpose = iota // the present; the past is checked beside it
	history                  // the present and the past
	writing                  // both, and the free pages are written to
	examining                // all, of which each record is looked at by whoever asks
)

// session is one opening of the file: locked, checked, and in a transaction.
type session struct {
	file   *File
	os     *os.File
	db     *bbolt.DB
	tx     *bbolt.Tx
	broken atomic.Bool // bbolt gave up half way: it is not asked to close what it holds

	state state
	mark  uint32 // checksum of the state's record

	check check
}

// open begins a session; whoever gets it closes it.
func (f *File) open(p purpose) (*session, error) {
	s, err := f.begin(p)
	if err != nil {
		return nil, err
	}
	version, err := s.format()
	if err == nil && version < f.format {
		s.close()
		if err := f.migrate(); err != nil {
			return nil, err
		}
		if s, err = f.begin(p); err != nil {
			return nil, err
		}
	}
	if err == nil {
		err = s.readState()
	}
	if err == nil && (p == history || p == writing) {
		err = s.verify()
	}
	if err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// begin locks the file, looks whether bbolt may have it, and begins a transaction, whatever the format.
func (f *File) begin(p purpose) (*session, error) {
	file, err := f.lock(p == writing)
	if err != nil {
		return nil, err
	}
	s := &session{file: f, os: file}
	if err := s.beginTransaction(p); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *session) beginTransaction(p purpose) error {
	if err := s.checkPages(p); err != nil {
		return err
	}
	options := &bbolt.Options{
		ReadOnly: p != writing, Timeout: s.file.patience, NoStatistics: true,
		OpenFile: func(string, int, os.FileMode) (*os.File, error) { return s.os, nil },
	}
	return s.guard(func() (err error) {
		if s.db, err = bbolt.Open(s.file.path, 0o600, options); err != nil {
			return s.file.bolt(err)
		}
		s.tx, err = s.db.Begin(p == writing)
		return err
	})
}

// bolt tells what bbolt refused; its lock is only waited for on systems where ours is not taken.
func (f *File) bolt(err error) error {
	if errors.Is(err, bolterrors.ErrTimeout) {
		return f.locked()
	}
	return f.system("cannot be opened", err)
}

func (f *File) locked() error {
	return f.fail(ErrLocked, "is in use by another program; try again when that is done")
}

// lock opens the file and waits for its lock. A file that was replaced meanwhile is opened anew.
func (f *File) lock(alone bool) (*os.File, error) {
	for waited := time.Duration(0); ; waited += retry {
		file, err := f.regular(alone)
		if err != nil {
			return nil, err
		}
		ours, err := lock(file, alone)
		if err == nil && ours && f.isAt(file) {
			return file, nil
		}
		_ = file.Close()
		if err != nil {
			return nil, f.system("cannot be locked", err)
		}
		if waited >= f.patience {
			return nil, f.locked()
		}
		time.Sleep(retry)
	}
}

// isAt tells whether the file is still the one at the path.
func (f *File) isAt(file *os.File) bool {
	there, err := os.Stat(f.path)
	if err != nil {
		return false
	}
	info, err := file.Stat()
	return err == nil && os.SameFile(there, info)
}

// regular opens what is at the path if it is a regular file. It is looked at first: to open a device may do something.
func (f *File) regular(write bool) (*os.File, error) {
	info, err := os.Stat(f.path)
	if err != nil {
		return nil, f.unopened(err)
	}
	if !info.Mode().IsRegular() {
		return nil, f.irregular(info)
	}
	flags := os.O_RDONLY
	if write {
		flags = os.O_RDWR
	}
	file, err := os.OpenFile(f.path, flags|openFlags, 0)
	if err != nil {
		return nil, f.unopened(err)
	}
	if info, err = file.Stat(); err == nil && !info.Mode().IsRegular() {
		_ = file.Close()
		return nil, f.irregular(info)
	}
	return file, nil
}

func (f *File) unopened(err error) error {
	if to, dead := DeadLink(f.path); dead {
		return f.leadsNowhere(to)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return f.fail(ErrMissing, "there is no roadmap here; bywhen new makes one")
	}
	return f.system("cannot be opened", err)
}

// leadsNowhere is the error for a link whose target is not there: that is not made through the link, since nobody can tell whether
// it was meant to be, or is on a disk that is away.
func (f *File) leadsNowhere(to string) error {
	return f.fail(ErrNowhere, "is a link to %s, which is not there; make that, or name another file", shown(to))
}

func (f *File) irregular(info os.FileInfo) error {
	what := "no regular file"
	if info.IsDir() {
		what = "a folder, not a file"
	}
	return f.fail(ErrForeign, "is %s; name a roadmap's file", what)
}

func (f *File) newer(what string) error {
	return f.fail(ErrNewer, "was written by a newer Bywhen (%s); it was left as it is: update Bywhen to open it", what)
}

// guard runs what reads or writes through bbolt. Where that panics, or touches memory that is not there because another
// program cut the file short, the file is damaged.
func (s *session) guard(op func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			s.broken.Store(true)
			err = s.file.damaged("%.200s", fmt.Sprint(p))
		}
	}()
	return op()
}

// close ends the session without committing. What bbolt left half done is not touched again: its lock is given back and
// its mapping left to the end of the process.
func (s *session) close() {
	s.check.wait()
	if !s.broken.Load() && s.db != nil {
		_ = s.guard(func() error {
			if s.tx != nil {
				_ = s.tx.Rollback() // after a commit there is nothing to roll back, and it says so
			}
			return s.db.Close()
		})
	}
	if s.broken.Load() || s.db == nil {
		unlock(s.os)
	}
	_ = s.os.Close()
}

// format is the version of the file's layout; one that is newer than the program's is refused.
func (s *session) format() (version uint32, err error) {
	err = s.guard(func() error {
		own := s.tx.Bucket(ownBucket)
		if own == nil {
			return s.file.damaged("its bucket %q is gone", ownBucket)
		}
		var ok bool
		if version, ok = formatOf(own.Get(formatKey)); !ok {
			return s.file.damaged("its version cannot be read")
		}
		if version > s.file.format {
			return s.file.newer(fmt.Sprintf("format %d, this program knows %d", version, s.file.format))
		}
		return nil
	})
	return version, err
}

func (s *session) readState() error {
	return s.guard(func() error {
		body, sum, err := unseal(ownBucket, stateKey, s.tx.Bucket(ownBucket).Get(stateKey))
		if err == nil {
			err = decoding.Unmarshal(body, &s.state)
		}
		if err != nil {
			return s.file.damaged("its state: %v", err)
		}
		st := &s.state
		if len(st.Tallies) != len(buckets) || st.Undo > st.entries() || st.Redo > st.entries() || st.LastID < 0 {
			return s.file.damaged("its state contradicts itself")
		}
		s.mark = sum
		return nil
	})
}
