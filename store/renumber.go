package store

import (
	"slices"
	"strconv"

	"bywhen/roadmap"
)

// renumbered gives fresh ids to what a change adds, where their numbers were given out by another writer since: both took
// the next number of the same roadmap. All that the change says of them follows. Ids that a person chose are left alone; if
// two chose the same one, the replay refuses it.
func renumbered(c roadmap.Change, base, present *roadmap.Roadmap) roadmap.Change {
	fresh := freshIDs(c, base, present)
	if len(fresh) == 0 {
		return c
	}
	c.Edits = each(c.Edits, fresh.edit)
	return c
}

// withTried are edits, and of what-ifs that they keep those that were tried.
func withTried(edits []roadmap.Edit) []roadmap.Edit {
	out := slices.Clone(edits)
	for _, e := range edits {
		if w, ok := e.After.(*roadmap.WhatIf); ok {
			out = append(out, w.Edits...)
		}
	}
	return out
}

// ids maps an id to the one that takes its place.
type ids map[string]string

func freshIDs(c roadmap.Change, base, present *roadmap.Roadmap) ids {
	last := present.LastID()
	var taken []string
	for _, e := range withTried(c.Edits) {
		n, ok := newNumber(e)
		if !ok || n <= base.LastID() {
			continue
		}
		if n <= present.LastID() {
			taken = append(taken, e.Key)
		}
		last = max(last, n)
	}
	fresh := ids{}
	for _, id := range taken {
		for last++; inUse(present, strconv.Itoa(last)); last++ {
		}
		fresh[id] = strconv.Itoa(last)
	}
	return fresh
}

// newNumber is the id of what an edit adds, if it is one that Bywhen may have given out.
func newNumber(e roadmap.Edit) (int, bool) {
	switch e.Kind {
	case roadmap.KindTeam, roadmap.KindGoal, roadmap.KindTask, roadmap.KindRisk:
	default:
		return 0, false
	}
	n, err := strconv.Atoi(e.Key)
	return n, e.Before == nil && err == nil && strconv.Itoa(n) == e.Key
}

func inUse(r *roadmap.Roadmap, id string) bool {
	_, used := r.KindOf(id)
	return used
}

// of is the id that stands for id now.
func (m ids) of(id string) string {
	if now, ok := m[id]; ok {
		return now
	}
	return id
}

// edit is an edit with the ids replaced in what it leads to.
func (m ids) edit(e roadmap.Edit) roadmap.Edit {
	if e.After != nil {
		e.After = m.entity(e.After)
		e.Key = e.After.Key()
	}
	return e
}

// entity is a copy with every id in it replaced.
func (m ids) entity(e roadmap.Entity) roadmap.Entity {
	switch e := e.(type) {
	case *roadmap.Team:
		c := *e
		c.ID = m.of(c.ID)
		return &c
	case *roadmap.Goal:
		c := *e
		c.ID, c.Parent = m.of(c.ID), m.of(c.Parent)
		return &c
	case *roadmap.Task:
		return m.task(*e)
	case *roadmap.Dependency:
		c := *e
		c.From, c.To = m.of(c.From), m.of(c.To)
		return &c
	case *roadmap.Risk:
		c := *e
		c.ID, c.Tasks = m.of(c.ID), each(c.Tasks, m.of)
		return &c
	case *roadmap.Known:
		c := *e
		c.Task, c.Team, c.Goal = m.of(c.Task), m.of(c.Team), m.of(c.Goal)
		return &c
	case *roadmap.Baseline:
		return m.baseline(*e)
	case *roadmap.WhatIf:
		c := *e
		c.Edits = each(c.Edits, m.edit)
		return &c
	}
	return e
}

func (m ids) task(t roadmap.Task) *roadmap.Task {
	t.ID, t.Team, t.Goal, t.AlternativeOf = m.of(t.ID), m.of(t.Team), m.of(t.Goal), m.of(t.AlternativeOf)
	t.AlsoNeeds = slices.Clone(t.AlsoNeeds)
	for i := range t.AlsoNeeds {
		t.AlsoNeeds[i].Team = m.of(t.AlsoNeeds[i].Team)
	}
	t.Asked = slices.Clone(t.Asked)
	for i := range t.Asked {
		t.Asked[i].Who = m.of(t.Asked[i].Who)
	}
	return &t
}

func (m ids) baseline(b roadmap.Baseline) *roadmap.Baseline {
	b.Tasks, b.Deadlines = slices.Clone(b.Tasks), slices.Clone(b.Deadlines)
	for i := range b.Tasks {
		b.Tasks[i].ID = m.of(b.Tasks[i].ID)
	}
	for i := range b.Deadlines {
		b.Deadlines[i].Goal, b.Deadlines[i].Task = m.of(b.Deadlines[i].Goal), m.of(b.Deadlines[i].Task)
	}
	return &b
}
