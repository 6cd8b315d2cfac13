package roadmap

import (
	"fmt"
	"slices"
)

// Change is what differs between two roadmaps, under one title.
type Change struct {
	Title   string
	Because string // the reason that was given, or empty
	Edits   []Edit // by kind, then in the order in which they were met
}

// Edit is one entity before and after; nil is one that is not there.
type Edit struct {
	Kind          Kind
	Key           string
	Before, After Entity
}

// Empty tells whether nothing differs.
func (c Change) Empty() bool { return len(c.Edits) == 0 }

// Inverted is the change turned round: what undoes it.
func (c Change) Inverted() Change {
	edits := make([]Edit, len(c.Edits))
	for i, e := range c.Edits {
		edits[i] = Edit{e.Kind, e.Key, e.After, e.Before}
	}
	c.Edits = edits
	return c
}

// Diff is what differs from one roadmap to the next.
func Diff(before, after *Roadmap, title string) Change {
	c := Change{Title: title}
	if !Same(before.settings, after.settings) {
		c.Edits = append(c.Edits, Edit{KindSettings, before.settings.Key(), before.settings, after.settings})
	}
	c.Edits = diffList(c.Edits, &before.teams, &after.teams)
	c.Edits = diffList(c.Edits, &before.goals, &after.goals)
	c.Edits = diffList(c.Edits, &before.tasks, &after.tasks)
	c.Edits = diffDependencies(c.Edits, before.deps, after.deps)
	c.Edits = diffList(c.Edits, &before.risks, &after.risks)
	c.Edits = diffList(c.Edits, &before.known, &after.known)
	c.Edits = diffList(c.Edits, &before.filters, &after.filters)
	c.Edits = diffList(c.Edits, &before.baselines, &after.baselines)
	c.Edits = diffList(c.Edits, &before.whatIfs, &after.whatIfs)
	return c
}

func diffList[E ordered](edits []Edit, before, after *list[E]) []Edit {
	for i, b := range before.items {
		if i < len(after.items) && Entity(after.items[i]) == Entity(b) {
			continue
		}
		a, ok := after.get(b.Key())
		switch {
		case !ok:
			edits = append(edits, Edit{b.Kind(), b.Key(), b, nil})
		case !Same(a, b):
			edits = append(edits, Edit{b.Kind(), b.Key(), b, a})
		}
	}
	for i, a := range after.items {
		if i < len(before.items) && Entity(before.items[i]) == Entity(a) {
			continue
		}
		if _, ok := before.get(a.Key()); !ok {
			edits = append(edits, Edit{a.Kind(), a.Key(), nil, a})
		}
	}
	return edits
}

// diffDependencies walks two sorted lists side by side.
func diffDependencies(edits []Edit, before, after []*Dependency) []Edit {
	for len(before) > 0 || len(after) > 0 {
		switch {
		case len(before) > 0 && len(after) > 0 && before[0] == after[0]: // shared, as nearly all are
			before, after = before[1:], after[1:]
		case len(after) == 0 || len(before) > 0 && compareDependencies(before[0], after[0]) < 0:
			edits = append(edits, Edit{KindDependency, before[0].Key(), before[0], nil})
			before = before[1:]
		case len(before) == 0 || compareDependencies(before[0], after[0]) > 0:
			edits = append(edits, Edit{KindDependency, after[0].Key(), nil, after[0]})
			after = after[1:]
		default:
			if *before[0] != *after[0] {
				edits = append(edits, Edit{KindDependency, before[0].Key(), before[0], after[0]})
			}
			before, after = before[1:], after[1:]
		}
	}
	return edits
}

// Replay carries a change out on a roadmap that may have moved on since. It is refused, with an error that names the item,
// where a value before no longer holds or the result does not pass the checks of an edit. People are not counted: what an
// import brought along must come back by an undo. Where two edits meet, CheckStaffing counts them.
func (r *Roadmap) Replay(c Change) (*Roadmap, error) {
	for _, e := range c.Edits {
		if now := r.Entity(e.Kind, e.Key); !Same(now, e.Before) {
			return nil, &Error{Conflict, itemOf(e), "", "has been changed meanwhile; look at it and try again"}
		}
	}
	d := r.Edit(r.settings.Start)
	d.replayed = true
	d.put(c.Edits)
	if err := d.checkIDs(); err != nil {
		return nil, err
	}
	for _, e := range c.Edits {
		if err := d.recheck(e.After); err != nil {
			return nil, err
		}
	}
	if err := d.checkReferences(c); err != nil {
		return nil, err
	}
	return d.Close()
}

func itemOf(e Edit) string {
	for _, v := range []Entity{e.After, e.Before} {
		switch v := v.(type) {
		case *Task:
			return describe(v)
		case *Team:
			return "team " + Quote(v.Name)
		case *Goal:
			return "goal " + Quote(v.Title)
		case *Risk:
			return "risk " + Quote(v.Title)
		case *Dependency:
			return fmt.Sprintf("dependency of %s on %s", Quote(v.To), Quote(v.From))
		}
	}
	return e.Kind.String() + " " + Quote(e.Key)
}

// put puts values as they were, unchecked, a kind at a time: recheck follows when all are in place.
func (d *Draft) put(edits []Edit) {
	var gone [kindCount][]string
	var back [kindCount][]Entity
	for _, e := range edits {
		if isNil(e.After) {
			gone[e.Kind] = append(gone[e.Kind], e.Key)
			continue
		}
		back[e.Kind] = append(back[e.Kind], e.After)
		d.raiseLastID(e.After)
	}
	for _, v := range back[KindSettings] {
		d.settings = v.(*Settings)
	}
	for _, key := range gone[KindDependency] {
		d.deps[dependencyOfKey(key).link()] = nil
	}
	for _, v := range back[KindDependency] {
		d.deps[v.(*Dependency).link()] = v.(*Dependency)
	}
	exchange(&d.teams, gone[KindTeam], back[KindTeam])
	exchange(&d.goals, gone[KindGoal], back[KindGoal])
	exchange(&d.tasks, gone[KindTask], back[KindTask])
	exchange(&d.risks, gone[KindRisk], back[KindRisk])
	exchange(&d.known, gone[KindKnown], back[KindKnown])
	exchange(&d.filters, gone[KindFilter], back[KindFilter])
	exchange(&d.baselines, gone[KindBaseline], back[KindBaseline])
	exchange(&d.whatIfs, gone[KindWhatIf], back[KindWhatIf])
	for _, v := range back[KindBaseline] {
		if b := v.(*Baseline); b.Current { // meanwhile another may have become so
			d.onlyCurrent(b.Name)
		}
	}
}

// exchange takes entities out of a list and puts others in.
func exchange[E ordered](l *list[E], gone []string, back []Entity) {
	if len(gone) > 0 {
		l.remove(gone...)
	}
	values := make([]E, len(back))
	for i, v := range back {
		values[i] = v.(E)
	}
	l.putAll(values)
}

// raiseLastID keeps the ids of what came back from being given out again.
func (d *Draft) raiseLastID(v Entity) {
	switch v := v.(type) {
	case *Team, *Goal, *Task, *Risk:
		d.raise(v.Key())
	case *WhatIf:
		d.raiseTried(v)
	}
}

// recheck holds a value put in place to the checks of an edit.
func (d *Draft) recheck(v Entity) error {
	c := &checker{}
	switch v := v.(type) {
	case *Settings:
		d.checkSettings(c, v)
	case *Team:
		c.team(v)
	case *Goal:
		c.goal(v)
		d.checkParent(c, v)
	case *Task:
		d.checkTask(c, nil, v)
	case *Dependency:
		d.checkDependency(c, v)
	case *Risk:
		d.checkRisk(c, v)
	case *Known:
		d.checkKnown(c, v)
	case *Filter:
		c.filter(v)
	case *Baseline:
		c.baseline(v)
	case *WhatIf:
		c.whatIf(v)
	}
	if c.err != nil { // named only now: a file is all rechecked when it is loaded
		c.err.Item = itemOf(Edit{Kind: v.Kind(), Key: v.Key(), After: v})
	}
	return c.result()
}

// checkReferences looks for what a removal would leave hanging: something may have come to name it since.
func (d *Draft) checkReferences(c Change) error {
	gone := map[Kind]map[string]bool{}
	for _, e := range c.Edits {
		if isNil(e.After) && (e.Kind == KindTask || e.Kind == KindTeam || e.Kind == KindGoal) {
			if gone[e.Kind] == nil {
				gone[e.Kind] = map[string]bool{}
			}
			gone[e.Kind][e.Key] = true
		}
	}
	if len(gone) == 0 {
		return nil
	}
	for _, t := range d.tasks.items {
		named := gone[KindTeam][t.Team] || gone[KindGoal][t.Goal] || gone[KindTask][t.AlternativeOf] ||
			slices.ContainsFunc(t.AlsoNeeds, func(n Need) bool { return gone[KindTeam][n.Team] })
		if named {
			return &Error{Conflict, describe(t), "", "has come to name what would be removed"}
		}
	}
	for _, g := range d.goals.items {
		if gone[KindGoal][g.Parent] {
			return &Error{Conflict, "goal " + Quote(g.Title), "parent", "has come to name what would be removed"}
		}
	}
	for _, k := range d.known.items {
		if gone[KindTask][k.Task] || gone[KindTeam][k.Team] || gone[KindGoal][k.Goal] {
			return &Error{Conflict, "known flag " + Quote(k.Flag), "", "has come to name what would be removed"}
		}
	}
	return d.checkTaskReferences(gone[KindTask])
}

func (d *Draft) checkTaskReferences(gone map[string]bool) error {
	if len(gone) == 0 {
		return nil
	}
	for _, dep := range d.dependenciesNow() {
		if gone[dep.From] || gone[dep.To] {
			return &Error{Conflict, itemOf(Edit{After: dep}), "", "has come to tie what would be removed"}
		}
	}
	for _, r := range d.risks.items {
		if slices.ContainsFunc(r.Tasks, func(id string) bool { return gone[id] }) {
			return &Error{Conflict, "risk " + Quote(r.Title), "tasks", "has come to name a task that would be removed"}
		}
	}
	return nil
}
