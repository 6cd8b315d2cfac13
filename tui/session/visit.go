package session

import (
	"errors"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// errPast refuses an edit of what is past.
var errPast = errors.New("this is the past, and stays as it was: esc comes back")

// past is where in the history one is, and what that is compared with.
type past struct {
	then  history.Then
	of    *history.Past
	known bool         // since was looked for, with day and off as they are
	since *Since       // nil where there is nothing earlier to compare with
	day   roadmap.Date // that was chosen
}

// Visit shows the plan of then instead of the present; no plan shows the present again. While it is shown nothing can be edited.
func (s *Session) Visit(p *schedule.Plan, then history.Then, of *history.Past) {
	s.visit, s.past = p, past{then: then, of: of}
}

// sinceThen is what a day of the past is compared with: the day that was chosen where that is earlier, by default the last
// check-in before it. Nothing that came later is known then.
func (s *Session) sinceThen() *Since {
	x := &s.past
	if x.known && x.day == s.since.day {
		return x.since
	}
	x.known, x.day, x.since = true, s.since.day, nil
	then, ok := x.of.CheckInBefore(x.then)
	if x.day != 0 {
		then, ok = x.of.OnDay(x.day)
		ok = ok && x.day < x.then.Day && then.Changes <= x.then.Changes
	}
	if !ok {
		return nil
	}
	since := &Since{}
	if since.read(then, s.saved.Roadmap, x.of, s.options); since.Err == nil {
		x.since = since
	}
	return x.since
}

// Visiting is the plan of the past that is shown, or nil.
func (s *Session) Visiting() *schedule.Plan { return s.visit }

// Present is the roadmap that the file holds, as far as is known: what its history leads to.
func (s *Session) Present() *roadmap.Roadmap { return s.saved.Roadmap }

// Revision is that of Present.
func (s *Session) Revision() store.Revision { return s.saved.Revision }

// Replace makes the roadmap another one, as one edit, with what was edited since the file was read on top of it refused.
func (s *Session) Replace(title string, next *roadmap.Roadmap) (Edited, error) {
	return s.carryOut(roadmap.Diff(s.current, next, title))
}

// TakeBack takes one change of the history back, as one edit, and leaves what came after it: what was changed again since stays, and is
// told as a misfit. Before is After where nothing was left of the change.
func (s *Session) TakeBack(title string, c roadmap.Change) (e Edited, misfits []string, err error) {
	without, misfits, err := s.current.Try(&roadmap.WhatIf{Edits: c.Inverted().Edits})
	if err != nil {
		return Edited{}, nil, err
	}
	e, err = s.carryOut(roadmap.Diff(s.current, without, title))
	return e, misfits, err
}

// carryOut makes a change that was worked out from the history, as one edit.
func (s *Session) carryOut(c roadmap.Change) (Edited, error) {
	if unsaved, _ := s.Unsaved(); len(unsaved) > 0 || s.trial != nil {
		return Edited{}, errors.New("what is being tried, or not saved yet, comes first")
	}
	before := s.plan
	if c.Empty() {
		return Edited{Before: before, After: before}, nil
	}
	next, err := s.current.Replay(c)
	if err != nil {
		return Edited{}, err
	}
	s.push(&job{kind: save, before: s.current, next: next, title: c.Title, stamp: s.stamp()})
	return Edited{Before: before, After: s.plan, Effects: Moved(before, s.plan)}, nil
}
