package session

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// Alternative is a what-if beside the plan: one that is kept, or one with edits that are not.
type Alternative struct {
	Name    string         // empty: not kept
	Tried   string         // what was done in it, in a line
	Unkept  bool           // it holds edits that are not in the file
	Shown   bool           // it is the one that is shown
	Plan    *schedule.Plan // nil where Err says why there is none
	Misfits []string       // what of it no longer fits
	Holds   []string       // the names of kept ones all of which is in it too, as of the one in which it was begun
	Err     error

	trial *trial
}

// Alternatives are the what-ifs beside the plan, the kept ones in the order in which they were kept. Each is planned once and
// kept at hand until the roadmap or the day is another.
func (s *Session) Alternatives() []Alternative {
	var all []*trial
	for _, w := range s.current.WhatIfs() {
		all = append(all, s.opened(w))
	}
	for _, t := range s.trials {
		if !slices.Contains(all, t) && (t.unkept() || t == s.trial) {
			all = append(all, t)
		}
	}
	s.trials = all
	out := make([]Alternative, len(all))
	for i, t := range all {
		out[i] = Alternative{Name: t.name(), Tried: TriedInShort(t.tried()), Unkept: t.unkept(), Shown: t == s.trial, Plan: t.plan, Misfits: t.misfits, Err: t.err, trial: t}
	}
	for i := range out {
		out[i].Holds = s.holds(all, i)
	}
	return out
}

// holds are the names of the kept what-ifs all of which is in one of some too: of two that do the same the later one has the earlier.
func (s *Session) holds(all []*trial, at int) []string {
	var out []string
	for i, t := range all {
		if i == at || t.kept == nil || all[at].plan == nil || s.current.Holds(t.kept) || !all[at].plan.Roadmap.Holds(t.kept) {
			continue
		}
		if own := all[at].kept; i < at || own == nil || t.plan == nil || !t.plan.Roadmap.Holds(own) {
			out = append(out, t.name())
		}
	}
	return out
}

// HasAlternatives tells whether there are Alternatives, without planning any.
func (s *Session) HasAlternatives() bool {
	return len(s.current.WhatIfs()) > 0 || slices.ContainsFunc(s.trials, func(t *trial) bool { return t.unkept() || t == s.trial })
}

// opened is a kept what-if as a trial: the one at hand where it has edits of its own or still is what it was, else a new one.
func (s *Session) opened(w *roadmap.WhatIf) *trial {
	for _, t := range s.trials {
		if t.name() == w.Name && (t.unkept() || t == s.trial || t.kept == w && t.base == s.current) {
			return t
		}
	}
	t := &trial{base: s.current, kept: w, options: s.options, revision: s.saved.Revision}
	if t.opened, t.misfits, t.err = s.current.Try(w); t.err == nil {
		t.show(t.opened, s.today)
	}
	return t
}

// Show shows one of Alternatives. The what-if that was open before stays at hand, with its edits.
func (s *Session) Show(a Alternative) error {
	if a.Err != nil {
		return fmt.Errorf("%s no longer fits: %w", a.Name, a.Err)
	}
	s.trial = a.trial
	return nil
}

// ShowPlan shows the plan itself. The what-if that was open stays at hand, with its edits.
func (s *Session) ShowPlan() { s.trial = nil }

// Flip shows the next of the plan and its alternatives, or with -1 the one before; those that no longer fit are passed over. It
// says which is shown then: nil is the plan. False means that there is nothing to flip to.
func (s *Session) Flip(by int) (*Alternative, bool) {
	all := slices.DeleteFunc(s.Alternatives(), func(a Alternative) bool { return a.Err != nil })
	if len(all) == 0 {
		return nil, false
	}
	at := 1 + slices.IndexFunc(all, func(a Alternative) bool { return a.Shown })
	n := len(all) + 1
	if at = (at + by + n) % n; at == 0 {
		s.ShowPlan()
		return nil, true
	}
	s.trial = all[at-1].trial
	return &all[at-1], true
}

// TrialName is what the open what-if is kept under; empty where it is not kept, or none is open.
func (s *Session) TrialName() string {
	if s.trial == nil {
		return ""
	}
	return s.trial.name()
}

// TrialUnkept tells whether the open what-if holds edits that are not kept.
func (s *Session) TrialUnkept() bool { return s.trial != nil && s.trial.unkept() }

// Keep keeps the open what-if in the file under a name, in place of the one of that name, and goes back to the plan.
func (s *Session) Keep(name string) error {
	if s.visit != nil {
		return errPast
	}
	if err := s.keep(s.trial, name); err != nil {
		return err
	}
	s.Discard()
	return nil
}

func (s *Session) keep(t *trial, name string) error {
	w := roadmap.WhatIf{
		Name: name, Tried: TriedInShort(t.tried()), Because: t.because(), Kept: s.now().Unix(), Today: s.today,
		Revision: uint64(t.revision), Edits: roadmap.Diff(t.base, t.roadmap, "").Edits,
	}
	return s.changeKept("What-if kept: "+name, func(d *roadmap.Draft) error { return d.PutWhatIf(w) })
}

// Rename gives a kept what-if another name.
func (s *Session) Rename(name, to string) error {
	err := s.changeKept("What-if renamed: "+name+" → "+to, func(d *roadmap.Draft) error { return d.RenameWhatIf(name, to) })
	if err == nil {
		s.forgetNamed(name)
	}
	return err
}

// Remove takes a what-if away: a kept one out of the file, which Undo brings back, and one that is not kept for good.
func (s *Session) Remove(a Alternative) error {
	if s.trial == a.trial {
		s.trial = nil
	}
	s.forgetTrial(a.trial)
	if s.current.WhatIf(a.Name) == nil {
		return nil
	}
	return s.changeKept("What-if deleted: "+a.Name, func(d *roadmap.Draft) error { return d.RemoveWhatIf(a.Name) })
}

func (s *Session) forgetNamed(name string) {
	s.trials = slices.DeleteFunc(s.trials, func(t *trial) bool { return t.name() == name && t != s.trial })
}

// changeKept edits the roadmap itself, whatever is tried: what-ifs are kept in it.
func (s *Session) changeKept(title string, change func(*roadmap.Draft) error) error {
	d := s.current.Edit(s.today)
	if err := change(d); err != nil {
		return err
	}
	next, err := d.Close()
	if err != nil || next == s.current {
		return err
	}
	s.push(&job{kind: save, before: s.current, next: next, title: title, stamp: s.stamp(), change: change})
	return nil
}

// Unfinished is the name under which a what-if with edits that nobody kept is kept when the program ends.
const Unfinished = "unfinished what-if"

// KeepUnfinished keeps every what-if with edits that are not in the file, under names of their own, and ends it. Edits of one that
// was kept go beside it, not in its place.
func (s *Session) KeepUnfinished() error {
	for _, t := range slices.Clone(s.trials) {
		if t.unkept() && !roadmap.Diff(t.base, t.roadmap, "").Empty() {
			if err := s.keep(t, s.unfinishedName(t)); err != nil {
				return err
			}
		}
		s.forgetTrial(t)
	}
	s.trial = nil
	return nil
}

// unfinishedName is a name that no other what-if has. What was unfinished before keeps its name.
func (s *Session) unfinishedName(t *trial) string {
	if strings.HasPrefix(t.name(), Unfinished) {
		return t.name()
	}
	first := Unfinished
	if t.kept != nil {
		name := []rune(t.kept.Name)
		first += " from " + string(name[:min(len(name), roadmap.MaxTitle/2)])
	}
	name := first
	for n := 2; s.current.WhatIf(name) != nil; n++ {
		name = fmt.Sprintf("%s %d", first, n)
	}
	return name
}

// UnfinishedBefore is how many what-ifs were kept because the program ended.
func (s *Session) UnfinishedBefore() int {
	n := 0
	for _, w := range s.current.WhatIfs() {
		if strings.HasPrefix(w.Name, Unfinished) {
			n++
		}
	}
	return n
}
