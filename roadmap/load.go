package roadmap

import (
	"cmp"
	"fmt"
	"slices"
)

// Load builds a roadmap from the values of a file, in any order, held to the checks of an edit; nothing is filled in. It
// keeps the values, which must not be changed any more. LastID is the highest number that was given out as an id.
func Load(values []Entity, lastID int) (*Roadmap, error) {
	r := New("", FirstDate)
	r.lastID = lastID
	d := r.Edit(FirstDate)
	d.replayed = true
	if err := d.collect(values); err != nil {
		return nil, err
	}
	for _, v := range values {
		if err := d.recheck(v); err != nil {
			return nil, err
		}
		d.raiseLastID(v)
	}
	r, err := d.Close()
	if err == nil {
		err = r.checkCycle() // these are dependencies of the draft's base: Close knows of none
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

// collect fills the draft's lists, each sorted once, and the dependencies of its base, which nobody else has.
func (d *Draft) collect(values []Entity) error {
	for _, v := range values {
		switch v := v.(type) {
		case *Settings:
			d.settings = v
		case *Team:
			d.teams.items = append(d.teams.items, v)
		case *Goal:
			d.goals.items = append(d.goals.items, v)
		case *Task:
			d.tasks.items = append(d.tasks.items, v)
		case *Dependency:
			d.base.deps = append(d.base.deps, v)
		case *Risk:
			d.risks.items = append(d.risks.items, v)
		case *Known:
			d.known.items = append(d.known.items, v)
		case *Filter:
			d.filters.items = append(d.filters.items, v)
		case *Baseline:
			d.baselines.items = append(d.baselines.items, v)
		case *WhatIf:
			d.whatIfs.items = append(d.whatIfs.items, v)
		}
	}
	for _, err := range []error{
		d.teams.sort(), d.goals.sort(), d.tasks.sort(), d.risks.sort(), d.known.sort(), d.filters.sort(), d.baselines.sort(), d.whatIfs.sort(),
	} {
		if err != nil {
			return err
		}
	}
	if err := d.base.sortDependencies(); err != nil {
		return err
	}
	return d.checkIDs()
}

// sortDependencies does for dependencies what sort does for a list.
func (r *Roadmap) sortDependencies() error {
	slices.SortFunc(r.deps, compareDependencies)
	for i := range r.deps {
		if i > 0 && r.deps[i].link() == r.deps[i-1].link() {
			return &Error{Taken, fmt.Sprintf("dependency of %s on %s", Quote(r.deps[i].To), Quote(r.deps[i].From)), "type", "is there twice"}
		}
	}
	return nil
}

// sort puts a list that was filled in any order into its order; two of one key are an error.
func (l *list[E]) sort() error {
	l.ownItems = true
	l.items = sorted(l.items)
	l.reindex()
	if len(l.index) == len(l.items) {
		return nil
	}
	for i, e := range l.items {
		if int(l.index[e.Key()]) != i {
			return &Error{Taken, e.Kind().String() + " " + Quote(e.Key()), "id", "is there twice"}
		}
	}
	return nil
}

// sorted is what comparePlaces makes of items, by the numbers that their positions begin with wherever those differ.
func sorted[E ordered](items []E) []E {
	type numbered struct {
		number uint64
		item   E
	}
	all := make([]numbered, len(items))
	for i, e := range items {
		all[i] = numbered{e.place().number(), e}
	}
	slices.SortFunc(all, func(a, b numbered) int {
		if a.number != b.number {
			return cmp.Compare(a.number, b.number)
		}
		return comparePlaces(a.item, b.item)
	})
	for i := range all {
		items[i] = all[i].item
	}
	return items
}

// checkIDs holds ids to be unique among tasks, goals, teams and risks together.
func (d *Draft) checkIDs() error {
	for _, g := range d.goals.items {
		if d.Task(g.ID) != nil || d.Team(g.ID) != nil || d.Risk(g.ID) != nil {
			return &Error{Taken, "goal " + Quote(g.Title), "id", Quote(g.ID) + " is also the id of something else"}
		}
	}
	for _, t := range d.teams.items {
		if d.Task(t.ID) != nil || d.Risk(t.ID) != nil {
			return &Error{Taken, "team " + Quote(t.Name), "id", Quote(t.ID) + " is also the id of something else"}
		}
	}
	for _, r := range d.risks.items {
		if d.Task(r.ID) != nil {
			return &Error{Taken, "risk " + Quote(r.Title), "id", Quote(r.ID) + " is also the id of a task"}
		}
	}
	return nil
}
