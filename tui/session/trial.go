package session

import (
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// trial is a what-if: a roadmap beside the file's.
type trial struct {
	base    *roadmap.Roadmap // what it was begun on
	roadmap *roadmap.Roadmap
	plan    *schedule.Plan
	past    []step
	undone  []step
}

// step is an edit of a what-if: its title and reason, and the roadmap on the other side of it.
type step struct {
	title, because string
	other          *roadmap.Roadmap
}

func (t *trial) show(r *roadmap.Roadmap, today roadmap.Date) {
	t.roadmap, t.plan = r, schedule.Compute(r, today, schedule.Options{})
}

func (t *trial) edit(title, because string, next *roadmap.Roadmap, today roadmap.Date) {
	t.past, t.undone = append(t.past, step{title, because, t.roadmap}), nil
	t.show(next, today)
}

// goBack undoes or redoes inside the what-if.
func (t *trial) goBack(k kind, today roadmap.Date) Report {
	from, to, none := &t.past, &t.undone, "nothing to undo in this what-if"
	if k == redo {
		from, to, none = &t.undone, &t.past, "nothing to redo in this what-if"
	}
	n := len(*from)
	if n == 0 {
		return Report{Say: none}
	}
	last := (*from)[n-1]
	*to = append(*to, step{last.title, last.because, t.roadmap})
	t.show(last.other, today)
	*from = (*from)[:n-1]
	say := map[kind]string{undo: "undone: ", redo: "done again: "}[k] + last.title
	return Report{Changed: true, Say: say}
}

// Try begins a what-if on what is there now.
func (s *Session) Try() {
	if s.trial == nil {
		s.trial = &trial{base: s.current, roadmap: s.current, plan: s.plan}
	}
}

// Trying tells whether a what-if is open, and how many edits it holds.
func (s *Session) Trying() (open bool, edits int) {
	if s.trial == nil {
		return false, 0
	}
	return true, len(s.trial.past)
}

// Tried are the titles of the what-if's edits, in their order.
func (s *Session) Tried() []string {
	if s.trial == nil {
		return nil
	}
	out := make([]string, len(s.trial.past))
	for i, e := range s.trial.past {
		out[i] = e.title
	}
	return out
}

// because is the reasons that were given, one after the other.
func (t *trial) because() string {
	var out []string
	for _, e := range t.past {
		if e.because != "" {
			out = append(out, e.because)
		}
	}
	return strings.Join(out, "; ")
}

// Discard ends the what-if; the roadmap is as it was.
func (s *Session) Discard() { s.trial = nil }

// Accept makes the what-if an edit of the roadmap and ends it. It is refused, and stays open, where the roadmap has moved
// on so that it no longer fits.
func (s *Session) Accept(title string) (Edited, error) {
	t := s.trial
	change := roadmap.Diff(t.base, t.roadmap, title)
	if change.Empty() {
		s.trial = nil
		return Edited{Before: s.plan, After: s.plan}, nil
	}
	next := t.roadmap
	if s.current != t.base {
		var err error
		if next, err = s.current.Replay(change); err != nil {
			return Edited{}, err
		}
	}
	s.trial = nil
	before := s.plan
	s.push(&job{kind: save, before: s.current, next: next, title: title, because: t.because(), stamp: s.stamp()})
	return Edited{Before: before, After: s.plan, Effects: Moved(before, s.plan)}, nil
}
