package session

import (
	"errors"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// errPast refuses an edit of what is past.
var errPast = errors.New("this is the past, and stays as it was: esc comes back")

// Visit shows a plan of the past instead of the present; nil shows the present again. While it is shown nothing can be edited.
func (s *Session) Visit(p *schedule.Plan) { s.visit = p }

// Visiting is the plan of the past that is shown, or nil.
func (s *Session) Visiting() *schedule.Plan { return s.visit }

// Present is the roadmap that the file holds, as far as is known: what its history leads to.
func (s *Session) Present() *roadmap.Roadmap { return s.saved.Roadmap }

// Revision is that of Present.
func (s *Session) Revision() store.Revision { return s.saved.Revision }

// Replace makes the roadmap another one, as one edit, with what was edited since the file was read on top of it refused.
func (s *Session) Replace(title string, next *roadmap.Roadmap) (Edited, error) {
	if unsaved, _ := s.Unsaved(); len(unsaved) > 0 || s.trial != nil {
		return Edited{}, errors.New("what is being tried, or not saved yet, comes first")
	}
	before := s.plan
	next, err := s.current.Replay(roadmap.Diff(s.current, next, title))
	if err != nil {
		return Edited{}, err
	}
	if roadmap.Diff(s.current, next, "").Empty() {
		return Edited{Before: before, After: before}, nil
	}
	s.push(&job{kind: save, before: s.current, next: next, title: title, stamp: s.stamp()})
	return Edited{Before: before, After: s.plan, Effects: Moved(before, s.plan)}, nil
}
