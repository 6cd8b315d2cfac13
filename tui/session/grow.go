package session

import (
	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// Grow is Edit for an edit that is made step by step, as a check-in: each call takes the place of what it has been so far, and
// change makes all of it anew. It is shown at once, is one step of the history, and goes to the file when Settle says that it
// is whole; or on the way out, however the program ends. It is not for a what-if.
func (s *Session) Grow(title, because string, change func(*roadmap.Draft) error) (Edited, error) {
	if s.visit != nil {
		return Edited{}, errPast
	}
	before := s.Plan()
	d := s.growing().Edit(s.today)
	if err := change(d); err != nil {
		return Edited{}, err
	}
	next, err := d.Close()
	if err != nil {
		return Edited{}, err
	}
	if j := s.grown(); j != nil {
		s.queue = s.queue[:len(s.queue)-1]
		s.set(j.before)
	}
	if base := s.current; next != base && !roadmap.Diff(base, next, "").Empty() {
		s.push(&job{kind: save, before: base, next: next, title: title, because: because, stamp: s.stamp(), change: change, open: true})
	}
	return Edited{Before: before, After: s.Plan(), Effects: Moved(before, s.Plan())}, nil
}

// Settle lets the edit that Grow has made go to the file.
func (s *Session) Settle() {
	if j := s.grown(); j != nil {
		j.open = false
	}
}

// ProbeGrown is Probe for what Grow would make: what it does to the deadlines beyond what has grown so far.
func (s *Session) ProbeGrown(change func(*roadmap.Draft) error) ([]schedule.Effect, *schedule.Plan, error) {
	return s.probe(s.growing(), change)
}

// growing is the roadmap that the edit which grows was begun on.
func (s *Session) growing() *roadmap.Roadmap {
	if j := s.grown(); j != nil {
		return j.before
	}
	return s.current
}

// Growing tells whether all that is not saved yet is the edit that grows, with nothing in its way.
func (s *Session) Growing() bool { return s.grown() != nil && len(s.queue) == 1 && s.trouble == nil }

// grown is the edit that grows, or nil.
func (s *Session) grown() *job {
	if n := len(s.queue); n > 0 && s.queue[n-1].open {
		return s.queue[n-1]
	}
	return nil
}
