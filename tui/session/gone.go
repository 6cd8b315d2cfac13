package session

import (
	"errors"
	"slices"

	"bywhen/roadmap"
	"bywhen/store"
)

// Gone is that the file, which was there when it was opened or has been made since, is not at its place any more.
type Gone struct{ err *store.Error }

// Error is one line.
func (g *Gone) Error() string {
	text := "what it is a link to was deleted or moved away; put that back, or quit: that offers to export"
	if g.CanMake() {
		text = "was deleted or moved away; put it back, or quit: that offers to make it again, or to export"
	}
	moved := store.Error{Path: g.err.Path, Text: text}
	return moved.Error()
}

// CanMake tells whether the file can be made again: nothing is made through a link.
func (g *Gone) CanMake() bool { return !errors.Is(g.err, store.ErrNowhere) }

// Unwrap is what the store said.
func (g *Gone) Unwrap() error { return g.err }

// Explained is an error that says of a file that was there what has become of it: a Gone where it is away. That there is none is
// nothing new where there was none. Whoever meets it, it is the session's trouble from then on.
func (s *Session) Explained(err error) error {
	var of *store.Error
	away := errors.Is(err, store.ErrMissing) || errors.Is(err, store.ErrNowhere)
	if s.exists && away && errors.As(err, &of) {
		s.astray = &Gone{of}
		return s.astray
	}
	return err
}

// Trouble is why something is not saved, or why the file could not be looked at last; nil where nothing is wrong.
func (s *Session) Trouble() error {
	if s.trouble != nil {
		return s.trouble
	}
	return s.astray
}

// MakeAgain makes a file that is gone again, with the roadmap that it held when it was read last; what was edited since is saved then.
// Its history is lost. Where something was put in its place meanwhile, that is not touched.
func (s *Session) MakeAgain() {
	if s.again = s.busy; s.busy {
		return // until it is known what became of what is on its way
	}
	s.held = false
	s.queue = slices.Insert(s.queue, 0, &job{kind: remake, stamp: s.stamp()})
}

// makeNext makes the file again if that was asked for while something was on its way that has not found it.
func (s *Session) makeNext() {
	var gone *Gone
	if s.again && errors.As(s.Trouble(), &gone) {
		s.MakeAgain()
	}
	s.again = false
}

// errBack is that a file that was to be made again is there.
var errBack = errors.New("something is in the file's place again, and was not touched")

func (s *Session) makeAgain(j *job, base store.Snapshot) (store.Snapshot, error) {
	if _, err := s.file.Changed(base); !errors.Is(err, store.ErrMissing) {
		return store.Snapshot{}, errBack
	}
	if err := s.file.Begin(base.Roadmap, j.stamp); err != nil {
		return store.Snapshot{}, err
	}
	made, err := s.file.Load()
	if err == nil && !roadmap.Diff(base.Roadmap, made.Roadmap, "").Empty() {
		err = errBack
	}
	return made, err
}
