package session

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// trial is a what-if: a roadmap beside the file's.
type trial struct {
	base     *roadmap.Roadmap // what it was begun on
	roadmap  *roadmap.Roadmap
	plan     *schedule.Plan
	options  schedule.Options // of its plans
	past     []step
	undone   []step
	revision store.Revision // of the file that it was begun on

	// Of one that is kept: as it is in the file, what that makes of base, what of it no longer fits, or why nothing does.
	kept    *roadmap.WhatIf
	opened  *roadmap.Roadmap
	misfits []string
	err     error
}

// step is an edit of a what-if: its title and reason, and the roadmap on the other side of it.
type step struct {
	title, because string
	other          *roadmap.Roadmap
}

// name is what it is kept under; empty where it is not.
func (t *trial) name() string {
	if t.kept == nil {
		return ""
	}
	return t.kept.Name
}

// unkept tells whether it holds edits that are not in the file.
func (t *trial) unkept() bool { return t.err == nil && t.roadmap != t.opened }

func (t *trial) show(r *roadmap.Roadmap, today roadmap.Date) {
	t.roadmap, t.plan = r, schedule.Compute(r, today, t.options)
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
		s.trial = &trial{base: s.current, roadmap: s.current, opened: s.current, plan: s.plan, options: s.options, revision: s.saved.Revision}
		s.trials = append(s.trials, s.trial)
	}
}

// Trying tells whether a what-if is open, and how many edits it holds; what was kept of it before counts as one.
func (s *Session) Trying() (open bool, edits int) {
	if s.trial == nil {
		return false, 0
	}
	return true, len(s.trial.tried())
}

// Tried are the titles of the what-if's edits, in their order; what was kept of it before is the first.
func (s *Session) Tried() []string {
	if s.trial == nil {
		return nil
	}
	return s.trial.tried()
}

func (t *trial) tried() []string {
	var out []string
	if t.kept != nil {
		out = append(out, t.kept.Tried)
	}
	for _, e := range t.past {
		out = append(out, e.title)
	}
	return out
}

// TriedInShort is the first of some edits, and how many more there are: "Trial run: effort 6d → 1d and 2 more edits".
func TriedInShort(tried []string) string {
	switch n := len(tried) - 1; {
	case n < 0:
		return ""
	case n == 0:
		return tried[0]
	case n == 1:
		return tried[0] + " and 1 more edit"
	default:
		return fmt.Sprintf("%s and %d more edits", tried[0], n)
	}
}

// because is the reasons that were given, one after the other.
func (t *trial) because() string {
	var out []string
	if t.kept != nil && t.kept.Because != "" {
		out = append(out, t.kept.Because)
	}
	for _, e := range t.past {
		if e.because != "" {
			out = append(out, e.because)
		}
	}
	return strings.Join(out, "; ")
}

// Discard ends the what-if; the roadmap is as it was. Of one that is kept, only what was not kept is lost.
func (s *Session) Discard() {
	s.forgetTrial(s.trial)
	s.trial = nil
}

// SetAside is Discard for somebody who may think better of it: Undo brings the what-if back as long as nothing is edited. False where
// nothing was tried that could be lost.
func (s *Session) SetAside() (lost bool) {
	t := s.trial
	s.Discard()
	if lost = t.unkept(); lost {
		s.discarded = t
	}
	return lost
}

// bringBack shows the what-if again that was set aside last.
func (s *Session) bringBack() Report {
	t := s.discarded
	s.discarded = nil
	s.trials = slices.DeleteFunc(s.trials, func(x *trial) bool { return t.name() != "" && x.name() == t.name() }) // as it was kept
	t.show(t.roadmap, s.today)
	s.trial, s.trials = t, append(s.trials, t)
	return Report{Changed: true, Say: "the what-if is back"}
}

func (s *Session) forgetTrial(t *trial) {
	s.trials = slices.DeleteFunc(s.trials, func(x *trial) bool { return x == t })
}

// Accept makes the what-if an edit of the roadmap and ends it; if it was kept, it is kept no more. It is refused, and stays
// open, where the roadmap has moved on so that it no longer fits.
func (s *Session) Accept(title string) (Edited, error) {
	t := s.trial
	change := roadmap.Diff(t.base, t.roadmap, title)
	if change.Empty() {
		s.Discard()
		return Edited{Before: s.plan, After: s.plan}, nil
	}
	next, err := s.accepted(t, change)
	if err != nil {
		return Edited{}, err
	}
	because := t.because()
	s.Discard()
	before := s.plan
	s.push(&job{kind: save, before: s.current, next: next, title: title, because: because, stamp: s.stamp()})
	return Edited{Before: before, After: s.plan, Effects: Moved(before, s.plan)}, nil
}

// accepted is the present roadmap with what was tried.
func (s *Session) accepted(t *trial, change roadmap.Change) (*roadmap.Roadmap, error) {
	next := t.roadmap
	if s.current != t.base {
		var err error
		if next, err = s.current.Replay(change); err != nil {
			tried, misfits, also := s.current.Try(&roadmap.WhatIf{Edits: change.Edits})
			if also != nil || len(misfits) > 0 {
				return nil, err
			}
			next = tried
		}
	}
	if next.WhatIf(t.name()) == nil {
		return next, nil
	}
	d := next.Edit(s.today)
	if err := d.RemoveWhatIf(t.name()); err != nil {
		return nil, err
	}
	return d.Close()
}
