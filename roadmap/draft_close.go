package roadmap

import (
	"fmt"
	"slices"
)

// Close checks what only the whole can tell and hands out the next roadmap. A cycle of dependencies is an error that names
// its tasks link by link. Where nothing was changed it is the roadmap that the draft was opened on.
func (d *Draft) Close() (*Roadmap, error) {
	if !d.touched() {
		return d.base, nil
	}
	if err := d.checkAlternatives(); err != nil {
		return nil, err
	}
	next := &Roadmap{
		settings: d.settings, teams: sealed(d.teams), goals: sealed(d.goals), tasks: sealed(d.tasks),
		risks: sealed(d.risks), known: sealed(d.known), filters: sealed(d.filters), baselines: sealed(d.baselines), whatIfs: sealed(d.whatIfs),
		deps: d.base.deps, lastID: max(d.lastID, d.base.lastID),
		briefs: d.base.briefs, network: d.base.network, calendars: d.base.calendars,
	}
	if len(d.deps) > 0 {
		next.deps = d.dependenciesNow()
	}
	if len(d.deps) > 0 || !sameOrder(d.base.tasks.items, next.tasks.items) {
		next.network = &lazy[Network]{}
		if len(d.deps) == 0 {
			next.carryNetwork(d.base)
		} else if err := next.checkCycle(); err != nil {
			return nil, err
		}
	}
	if d.settings != d.base.settings || d.teams.ownItems {
		next.calendars = &lazy[calendars]{}
	}
	if d.tasks.ownItems || d.teams.ownItems || d.goals.ownItems {
		next.briefs = &lazy[[]Brief]{}
		next.carryBriefs(d.base)
	}
	return next, nil
}

// touched tells whether anything may differ from the base.
func (d *Draft) touched() bool {
	return d.settings != d.base.settings || len(d.deps) > 0 || d.teams.ownItems || d.goals.ownItems || d.tasks.ownItems ||
		d.risks.ownItems || d.known.ownItems || d.filters.ownItems || d.baselines.ownItems || d.whatIfs.ownItems
}

// checkAlternatives makes up for what an import may do: name a task that comes later.
func (d *Draft) checkAlternatives() error {
	if !d.lenient {
		return nil
	}
	for _, t := range d.tasks.items {
		if t.AlternativeOf != "" && d.Task(t.AlternativeOf) == nil {
			return &Error{Unknown, describe(t), "alternative_of", "there is no task " + Quote(t.AlternativeOf)}
		}
	}
	return nil
}

// sealed is a list that may be read by several goroutines: its index is built.
func sealed[E ordered](l list[E]) list[E] {
	if l.index == nil {
		l.reindex()
	}
	return l.shared()
}

// sameOrder tells whether both are the same entities by key in the same order.
func sameOrder[E interface {
	comparable
	ordered
}](a, b []E) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && a[i].Key() != b[i].Key() {
			return false
		}
	}
	return true
}

func (r *Roadmap) checkCycle() error {
	cycle := r.Network().cycle()
	if cycle == nil {
		return nil
	}
	text := ""
	for _, i := range cycle {
		text += Quote(r.tasks.items[i].Title) + " → "
	}
	first := r.tasks.items[cycle[0]]
	return &Error{Cycle, describe(first), "after", fmt.Sprintf("these would wait for each other: %s%s", text, Quote(first.Title))}
}

// Peek is the roadmap that Close would hand out now. The draft goes on.
func (d *Draft) Peek() (*Roadmap, error) {
	now := *d
	now.teams, now.goals, now.tasks, now.risks = copied(d.teams), copied(d.goals), copied(d.tasks), copied(d.risks)
	now.known, now.filters, now.baselines = copied(d.known), copied(d.filters), copied(d.baselines)
	return now.Close()
}

// copied is a list whose items the draft's next edit does not touch.
func copied[E ordered](l list[E]) list[E] {
	if !l.ownItems {
		return l.shared()
	}
	return list[E]{items: slices.Clone(l.items), ownItems: true}
}
