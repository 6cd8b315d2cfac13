package roadmap

import "slices"

// tidy keeps entities comparable and shareable: an empty list is nil, so that a value is the same before and after it was
// written to a file, and a list has no spare room, so that appending to a copy of an entity never writes into another.
func tidy[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return slices.Clip(list)
}

func (s *Settings) tidy() {
	s.Holidays, s.Phases = tidy(s.Holidays), tidy(s.Phases)
}

func (t *Team) tidy() {
	t.TimeOff, t.Extra = tidy(t.TimeOff), tidy(t.Extra)
}

func (g *Goal) tidy() {
	if g.Metric != nil {
		m := *g.Metric
		m.Values = tidy(m.Values)
		g.Metric = &m
	}
}

func (t *Task) tidy() {
	t.AlsoNeeds, t.Tags = tidy(t.AlsoNeeds), tidy(t.Tags)
	t.Promises, t.Asked, t.Blockers = tidy(t.Promises), tidy(t.Asked), tidy(t.Blockers)
}

func (w *WhatIf) tidy() {
	w.Edits = tidy(w.Edits)
	if r := []rune(w.Tried); len(r) > MaxTitle {
		w.Tried = string(r[:MaxTitle-1]) + "…"
	}
}

func (b *Baseline) tidy() {
	b.Tasks, b.Deadlines = tidy(b.Tasks), tidy(b.Deadlines)
}
