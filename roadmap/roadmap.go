package roadmap

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Roadmap is teams, goals, tasks, what ties them, and what was promised about them. It is immutable, and so is all that it
// hands out: its slices and the entities in them are for reading only. It may be used by several goroutines.
type Roadmap struct {
	settings  *Settings
	teams     list[*Team]
	goals     list[*Goal]
	tasks     list[*Task]
	deps      []*Dependency // by to, from, type
	risks     list[*Risk]
	known     list[*Known]
	filters   list[*Filter]
	baselines list[*Baseline]
	whatIfs   list[*WhatIf]
	lastID    int // the highest number given out as an id

	briefs    *lazy[[]Brief]   // shared with roadmaps of the same tasks, teams and goals
	network   *lazy[Network]   // shared with roadmaps of the same tasks and dependencies
	calendars *lazy[calendars] // shared with roadmaps of the same settings and teams
}

// lazy is a value worked out when it is first asked for.
type lazy[T any] struct {
	once    sync.Once
	value   atomic.Pointer[T]
	carried func() *T // works it out from that of an older version; nil: get is told how
}

func (l *lazy[T]) get(make func() *T) *T {
	l.once.Do(func() {
		if l.carried != nil {
			make, l.carried = l.carried, nil // and with it the older version
		}
		l.value.Store(make())
	})
	return l.value.Load()
}

// known is the value, or nil where nobody has asked for it.
func (l *lazy[T]) known() *T { return l.value.Load() }

// New is an empty roadmap that starts on a day, with the default calendar and phases.
func New(name string, start Date) *Roadmap {
	return &Roadmap{
		teams: emptyList[*Team](), goals: emptyList[*Goal](), tasks: emptyList[*Task](), risks: emptyList[*Risk](),
		known: emptyList[*Known](), filters: emptyList[*Filter](), baselines: emptyList[*Baseline](), whatIfs: emptyList[*WhatIf](),
		settings: &Settings{Name: name, Start: start, ToldDays: DefaultToldDays, Weekdays: MonToFri, Phases: DefaultPhases()},
		briefs:   &lazy[[]Brief]{}, network: &lazy[Network]{}, calendars: &lazy[calendars]{},
	}
}

// Settings is what belongs to the roadmap as a whole.
func (r *Roadmap) Settings() *Settings { return r.settings }

// Teams, Goals, Tasks, Risks, Known, Filters and Baselines are in the roadmap's own order.

// Teams are the teams and suppliers.
func (r *Roadmap) Teams() []*Team { return r.teams.items }

// Goals are the goals.
func (r *Roadmap) Goals() []*Goal { return r.goals.items }

// Tasks are the tasks and milestones, the dropped ones too.
func (r *Roadmap) Tasks() []*Task { return r.tasks.items }

// Dependencies are sorted by to, from and type.
func (r *Roadmap) Dependencies() []*Dependency { return r.deps }

// Risks are the risks.
func (r *Roadmap) Risks() []*Risk { return r.risks.items }

// Known are the flags that were accepted.
func (r *Roadmap) Known() []*Known { return r.known.items }

// Filters are the filters kept by name.
func (r *Roadmap) Filters() []*Filter { return r.filters.items }

// Baselines are all that were taken.
func (r *Roadmap) Baselines() []*Baseline { return r.baselines.items }

// WhatIfs are the what-ifs kept by name.
func (r *Roadmap) WhatIfs() []*WhatIf { return r.whatIfs.items }

// LastID is the highest number that was given out as an id; it never goes back.
func (r *Roadmap) LastID() int { return r.lastID }

// Team is the team with that id, or nil.
func (r *Roadmap) Team(id string) *Team { t, _ := r.teams.get(id); return t }

// Goal is the goal with that id, or nil.
func (r *Roadmap) Goal(id string) *Goal { g, _ := r.goals.get(id); return g }

// Task is the task with that id, or nil.
func (r *Roadmap) Task(id string) *Task { t, _ := r.tasks.get(id); return t }

// Risk is the risk with that id, or nil.
func (r *Roadmap) Risk(id string) *Risk { k, _ := r.risks.get(id); return k }

// Baseline is the baseline with that name, or nil.
func (r *Roadmap) Baseline(name string) *Baseline { b, _ := r.baselines.get(name); return b }

// WhatIf is the what-if kept under that name, or nil.
func (r *Roadmap) WhatIf(name string) *WhatIf { w, _ := r.whatIfs.get(name); return w }

// TaskIndex is the place of a task in Tasks, or -1.
func (r *Roadmap) TaskIndex(id string) int { return place(&r.tasks, id) }

// TeamIndex is the place of a team in Teams, or -1.
func (r *Roadmap) TeamIndex(id string) int { return place(&r.teams, id) }

// GoalIndex is the place of a goal in Goals, or -1.
func (r *Roadmap) GoalIndex(id string) int { return place(&r.goals, id) }

func place[E ordered](l *list[E], id string) int {
	if i, ok := l.find(id); ok {
		return i
	}
	return -1
}

// CurrentBaseline is the one marked so, else the one taken last, else nil.
func (r *Roadmap) CurrentBaseline() *Baseline {
	var last *Baseline
	for _, b := range r.baselines.items {
		if b.Current {
			return b
		}
		if last == nil || b.Taken >= last.Taken {
			last = b
		}
	}
	return last
}

// Predecessors are the dependencies that the task waits for; Successors those that wait for it.
func (r *Roadmap) Predecessors(id string) []*Dependency {
	from, _ := slices.BinarySearchFunc(r.deps, id, func(d *Dependency, id string) int { return strings.Compare(d.To, id) })
	to := from
	for to < len(r.deps) && r.deps[to].To == id {
		to++
	}
	return r.deps[from:to:to]
}

// Successors are the dependencies by which other tasks wait for this one.
func (r *Roadmap) Successors(id string) []*Dependency {
	i := r.TaskIndex(id)
	if i < 0 {
		return nil
	}
	links := r.Network().Successors(i)
	out := make([]*Dependency, 0, len(links))
	for _, l := range links {
		out = append(out, r.deps[l.Dependency])
	}
	return out
}

// Dependency is the one between two tasks of that type, or nil.
func (r *Roadmap) Dependency(from, to string, typ LinkType) *Dependency {
	return findDependency(r.deps, &Dependency{From: from, To: to, Type: typ})
}

func findDependency(deps []*Dependency, key *Dependency) *Dependency {
	if i, ok := slices.BinarySearchFunc(deps, key, compareDependencies); ok {
		return deps[i]
	}
	return nil
}

func compareDependencies(a, b *Dependency) int {
	if c := strings.Compare(a.To, b.To); c != 0 {
		return c
	}
	if c := strings.Compare(a.From, b.From); c != 0 {
		return c
	}
	return strings.Compare(a.Type.String(), b.Type.String())
}

// KindOf tells what has that id: a task, goal, team or risk.
func (r *Roadmap) KindOf(id string) (Kind, bool) {
	switch {
	case r.Task(id) != nil:
		return KindTask, true
	case r.Goal(id) != nil:
		return KindGoal, true
	case r.Team(id) != nil:
		return KindTeam, true
	case r.Risk(id) != nil:
		return KindRisk, true
	}
	return 0, false
}

// Entities are all of a kind, in order.
func (r *Roadmap) Entities(k Kind) []Entity {
	switch k {
	case KindSettings:
		return []Entity{r.settings}
	case KindTeam:
		return entities(r.teams.items)
	case KindGoal:
		return entities(r.goals.items)
	case KindTask:
		return entities(r.tasks.items)
	case KindDependency:
		return entities(r.deps)
	case KindRisk:
		return entities(r.risks.items)
	case KindKnown:
		return entities(r.known.items)
	case KindFilter:
		return entities(r.filters.items)
	case KindBaseline:
		return entities(r.baselines.items)
	case KindWhatIf:
		return entities(r.whatIfs.items)
	}
	return nil
}

func entities[E Entity](items []E) []Entity {
	out := make([]Entity, len(items))
	for i, e := range items {
		out[i] = e
	}
	return out
}

// Entity is the one of a kind with that key, or nil.
func (r *Roadmap) Entity(k Kind, key string) Entity {
	switch k {
	case KindSettings:
		return r.settings
	case KindTeam:
		return found(&r.teams, key)
	case KindGoal:
		return found(&r.goals, key)
	case KindTask:
		return found(&r.tasks, key)
	case KindDependency:
		if d := findDependency(r.deps, dependencyOfKey(key)); d != nil {
			return d
		}
	case KindRisk:
		return found(&r.risks, key)
	case KindKnown:
		return found(&r.known, key)
	case KindFilter:
		return found(&r.filters, key)
	case KindBaseline:
		return found(&r.baselines, key)
	case KindWhatIf:
		return found(&r.whatIfs, key)
	}
	return nil
}

func found[E ordered](l *list[E], key string) Entity {
	if e, ok := l.get(key); ok {
		return e
	}
	return nil
}

func dependencyOfKey(key string) *Dependency {
	parts := strings.Split(key, "\x00")
	if len(parts) != 3 {
		return &Dependency{}
	}
	typ, _ := ParseLinkType(parts[2])
	return &Dependency{To: parts[0], From: parts[1], Type: typ}
}
