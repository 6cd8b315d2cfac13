package store

import (
	"errors"
	"io/fs"
	"os"
	"slices"
)

// check is what a session knows of the file's being whole. Opened means complete and checked: a load, and whatever is written, rests on
// every page and every record being right, those of the history too, and the list of free pages.
type check struct {
	seen    glance     // of the file, when it was locked; of no file where that failed
	present *tree      // the walk through what a load reads
	rest    *tree      // the one beside it, through the history and the free pages; nil where that is not asked for
	ended   chan error // of it
	past    []uint32   // the checksums of the history's entries, once all is found right
	done    bool
}

// wait is the end of what goes on beside a load.
func (c *check) wait() error {
	if c.ended == nil {
		return nil
	}
	err := <-c.ended
	if c.ended = nil; err == nil {
		err = c.present.apart(c.rest)
	}
	return err
}

// proven is a file that was found right, and is not looked at again while it is what it was.
type proven struct {
	glance
	past []uint32
}

// checkPages looks whether the file is one that bbolt may have. The history of a file that is only loaded is walked meanwhile. Records
// are held to their checksums, by it or by whoever reads them, unless that was done before and nothing was written since; who writes
// then has no page walked either.
func (s *session) checkPages(p purpose) error {
	info, err := s.os.Stat()
	if err != nil {
		return s.file.system("cannot be read", err)
	}
	if info.Size() == 0 {
		return s.file.fail(ErrForeign, "is empty, not a roadmap; delete it and make a new one, or put a backup copy in its place")
	}
	c := &s.check
	c.seen, _ = glanceOf(s.os)
	if known := s.file.proven.Load(); known != nil && known.same(c.seen) {
		c.past, c.done = known.past, true
	}
	if c.present, err = treeOf(s.os, info.Size()); err != nil {
		return s.file.refused(lostHead(s.os, info.Size(), err))
	}
	if c.done && p == writing {
		return nil // its pages were walked then, or are bbolt's own since
	}
	if p != reading || !c.done {
		c.rest, c.ended = c.present.beside(), make(chan error, 1)
		c.rest.sums = !c.done && p != examining
		go func() { c.ended <- c.rest.rest() }()
	}
	c.present.sums = !c.done && (p == history || p == writing)
	if err = c.present.present(); err == nil && p != reading {
		err = c.wait()
	}
	return s.file.refused(err)
}

// verify ends the check: what the records come to must be what the state says. A load has held those of the present to it before.
func (s *session) verify() error {
	c := &s.check
	if err := c.wait(); err != nil {
		return s.file.refused(err)
	}
	if c.done {
		return nil
	}
	if err := s.addUp(); err != nil {
		return err
	}
	c.past, c.done = c.rest.past, true
	s.file.proven.Store(&proven{c.seen, c.past})
	return nil
}

// addUp holds what was summed to the state.
func (s *session) addUp() error {
	for place, want := range s.state.Tallies {
		t := s.check.present
		if place == historyPlace {
			t = s.check.rest
		}
		if is := t.tallies[place]; t.sums && is != want {
			return s.file.damaged("some of its %s are lost or old: %d found, %d expected", buckets[place], is.Keys, want.Keys)
		}
	}
	return nil
}

// committed notes that the file, which was whole, is so with one more entry, whose checksum is given, and what a look at it will tell:
// whoever watches the file is told of what it wrote itself.
func (s *session) committed(sum uint32) {
	c := &s.check
	c.past = append(slices.Clip(c.past), sum)
	if now, ok := glanceOf(s.os); ok {
		s.file.proven.Store(&proven{now, c.past})
		s.file.known.Store(&lastLook{now, s.state.Revision, s.mark})
	}
}

// refused turns what is wrong with a file's pages into words.
func (f *File) refused(err error) error {
	var failed *fs.PathError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errNotBolt):
		return f.fail(ErrForeign, "is not a roadmap of Bywhen; name another file (bywhen import reads other formats)")
	case errors.Is(err, errNotOurs):
		return f.fail(ErrForeign, "is another program's database, not a roadmap; name another file")
	case errors.Is(err, ErrNewer):
		return f.newer(err.Error())
	case errors.As(err, &failed):
		return f.system("cannot be read", err)
	}
	return f.damaged("%v", err)
}

// glance is what can be seen of a file without reading it: enough to tell that nothing was written in between.
type glance struct {
	info          os.FileInfo
	first, second [metaSize]byte
}

func glanceAt(path string) (g glance, ok bool) {
	file, err := os.OpenFile(path, os.O_RDONLY|openFlags, 0)
	if err != nil {
		return g, false
	}
	defer file.Close()
	return glanceOf(file)
}

func glanceOf(file *os.File) (g glance, ok bool) {
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return g, false
	}
	m, err := metaAt(file, 0)
	if err != nil {
		return g, false
	}
	if _, err = file.ReadAt(g.first[:], pageHeader); err != nil {
		return g, false
	}
	if _, err = file.ReadAt(g.second[:], int64(m.pageSize)+pageHeader); err != nil {
		return g, false
	}
	g.info = info
	return g, true
}

func (g *glance) same(o glance) bool {
	return g.info != nil && o.info != nil && os.SameFile(g.info, o.info) && g.info.ModTime().Equal(o.info.ModTime()) &&
		g.info.Size() == o.info.Size() && g.first == o.first && g.second == o.second
}
