package store

import (
	"errors"
	"io/fs"
	"os"
	"sync/atomic"
	"time"

	"bywhen/roadmap"
)

// patience is how long an operation waits for another program's lock; between two tries it sleeps for retry.
const (
	patience = 2 * time.Second
	retry    = 2 * time.Millisecond
)

// File is a roadmap's file. It holds nothing open between two operations and may be used by several goroutines.
type File struct {
	path     string
	patience time.Duration

	format     uint32 // what migrations lead to
	migrations map[uint32]migration

	known  atomic.Pointer[lastLook] // of the last look, or of the last commit; nil before
	proven atomic.Pointer[proven]
}

// lastLook is what a look at the file told.
type lastLook struct {
	glance
	revision Revision
	mark     uint32
}

// New names a file; nothing is read or written.
func New(path string) *File {
	return &File{path: path, patience: patience, format: format, migrations: migrations}
}

// Path is the path as it was given.
func (f *File) Path() string { return f.path }

// Exists tells whether there is anything at the path.
func (f *File) Exists() (bool, error) {
	_, err := os.Stat(f.path)
	if err == nil {
		return true, nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return false, f.system("cannot be looked for", err)
}

// Load reads the roadmap: all of it, checked, and its history checked too, or an error.
func (f *File) Load() (Snapshot, error) {
	s, err := f.open(reading)
	if err != nil {
		return Snapshot{}, err
	}
	defer s.close()
	r, err := s.load()
	if err == nil {
		err = s.verify()
	}
	if err != nil {
		return Snapshot{}, err
	}
	return s.snapshot(r), nil
}

// Revision is the file's revision. Where nothing was written since it was last asked for, it costs two small reads and no
// lock.
func (f *File) Revision() (Revision, error) {
	now, err := f.latest()
	return now.revision, err
}

// Changed tells whether the file holds something else than a snapshot: another program has written to it, or another file was put
// in its place, whatever its revision. It costs what Revision does.
func (f *File) Changed(since Snapshot) (bool, error) {
	now, err := f.latest()
	return now.revision != since.Revision || now.mark != since.mark, err
}

// latest is what the file shows now, with its revision and the mark of its state.
func (f *File) latest() (lastLook, error) {
	known := f.known.Load()
	if now, ok := glanceAt(f.path); ok && known != nil && now.same(known.glance) {
		return *known, nil
	}
	s, err := f.open(history)
	if err != nil {
		return lastLook{}, err
	}
	defer s.close()
	known = &lastLook{s.check.seen, s.state.Revision, s.mark}
	f.known.Store(known)
	return *known, nil
}

func (s *session) snapshot(r *roadmap.Roadmap) Snapshot {
	return Snapshot{Roadmap: r, Revision: s.state.Revision, mark: s.mark, created: s.state.Created, past: s.check.past}
}
