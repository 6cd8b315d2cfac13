package store

import (
	"errors"
	"io/fs"
	"os"
	"sync"
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

	mu    sync.Mutex
	known glance // of the last look
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

// Load reads the roadmap: all of it, checked, or an error.
func (f *File) Load() (Snapshot, error) {
	s, err := f.open(reading)
	if err != nil {
		return Snapshot{}, err
	}
	defer s.close()
	r, err := s.load()
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
func (f *File) latest() (glance, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	now, ok := glanceAt(f.path)
	if ok && now.same(f.known) {
		return f.known, nil
	}
	s, err := f.open(reading)
	if err != nil {
		return glance{}, err
	}
	defer s.close()
	now.revision, now.mark = s.state.Revision, s.mark
	if ok {
		f.known = now
	}
	return now, nil
}

// glance is what can be seen of a file without locking it: enough to tell that nothing was committed in between.
type glance struct {
	info          os.FileInfo
	first, second [metaSize]byte
	revision      Revision
	mark          uint32
}

func glanceAt(path string) (g glance, ok bool) {
	file, err := os.OpenFile(path, os.O_RDONLY|openFlags, 0)
	if err != nil {
		return g, false
	}
	defer file.Close()
	g.info, err = file.Stat()
	if err != nil || !g.info.Mode().IsRegular() {
		return g, false
	}
	m, err := metaAt(file, 0)
	if err != nil {
		return g, false
	}
	_, err = file.ReadAt(g.first[:], pageHeader)
	if err != nil {
		return g, false
	}
	_, err = file.ReadAt(g.second[:], int64(m.pageSize)+pageHeader)
	return g, err == nil
}

func (g *glance) same(o glance) bool {
	return o.info != nil && os.SameFile(g.info, o.info) && g.info.ModTime().Equal(o.info.ModTime()) &&
		g.first == o.first && g.second == o.second
}

func (s *session) snapshot(r *roadmap.Roadmap) Snapshot {
	return Snapshot{Roadmap: r, Revision: s.state.Revision, mark: s.mark, created: s.state.Created}
}
