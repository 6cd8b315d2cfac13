package exchange

import (
	"fmt"
	"slices"

	"bywhen/roadmap"
)

// How the lists of a document go into a roadmap, kind by kind.

// taking is what it takes to put one kind of entity into a roadmap.
type taking[E any] struct {
	list   string // the document's field
	kind   roadmap.Kind
	key    string // the field that tells one from another
	fields object[E]
	label  func(*E) string
	id     func(*E) string // what it is known by in the roadmap, and in errors
	add    func(e E, place string) error
}

// take adds the items of a list, but those that the roadmap has already with the same content.
func take[E any, P interface {
	*E
	roadmap.Entity
}](in *intake, l listed[E], k taking[E]) error {
	for i := range l.items {
		e := &l.items[i]
		place := fmt.Sprintf("line %d: %s", l.lines[i], itemName(k.list, i, k.label(e)))
		if k.key == "id" && k.id(e) == "" {
			return &roadmap.Error{Code: roadmap.Invalid, Item: place, Field: "id", Problem: "is empty: give it one that nothing else has"}
		}
		if err := in.once(k.kind, P(e).Key(), k.key, k.id(e), place); err != nil {
			return err
		}
		if old, _ := in.old.Entity(k.kind, P(e).Key()).(P); old != nil {
			if name := k.fields.differing(old, e); name != "" {
				return &roadmap.Error{Code: roadmap.Taken, Item: place, Field: name, Problem: fmt.Sprintf(
					"differs from the %s %s of the roadmap: give it another %s, or import into a new file", k.kind, quoted(k.id(e)), k.key)}
			}
			in.same++
			continue
		}
		if err := k.add(*e, place); err != nil {
			return placed(err, place)
		}
		in.added[k.kind]++
	}
	return nil
}

// once refuses what the file had already. Teams, goals, tasks and risks share their ids.
func (in *intake) once(kind roadmap.Kind, key, field, value, place string) error {
	if field != "id" {
		key = kind.String() + "\x00" + key
	}
	if first, twice := in.seen[key]; twice {
		return &roadmap.Error{Code: roadmap.Taken, Item: place, Field: field,
			Problem: fmt.Sprintf("%s is there twice, first at %s", quoted(value), first)}
	}
	in.seen[key] = place
	return nil
}

func (in *intake) teams() error {
	return take(in, in.doc.teams, taking[roadmap.Team]{
		list: "teams", kind: roadmap.KindTeam, key: "id", fields: teamFields, label: nameTeam,
		id:  func(t *roadmap.Team) string { return t.ID },
		add: func(t roadmap.Team, _ string) error { _, err := in.draft.AddTeam(t); return err },
	})
}

// goals are added without their parents, which may come later in the list.
func (in *intake) goals() error {
	return take(in, in.doc.goals, taking[roadmap.Goal]{
		list: "goals", kind: roadmap.KindGoal, key: "id", fields: goalFields, label: nameGoal,
		id:  func(g *roadmap.Goal) string { return g.ID },
		add: func(g roadmap.Goal, _ string) error { g.Parent = ""; _, err := in.draft.AddGoal(g); return err },
	})
}

func (in *intake) parents() error {
	l := &in.doc.goals
	if err := in.checkGoalDepth(); err != nil {
		return err
	}
	for i := range l.items {
		g := &l.items[i]
		if g.Parent == "" || in.old.Goal(g.ID) != nil {
			continue
		}
		if err := in.draft.UpdateGoal(g.ID, func(to *roadmap.Goal) { to.Parent = g.Parent }); err != nil {
			return placed(err, fmt.Sprintf("line %d: %s", l.lines[i], itemName("goals", i, g.Title)))
		}
	}
	return nil
}

// checkGoalDepth keeps a chain of goals short enough to be walked for each of them.
func (in *intake) checkGoalDepth() error {
	l := &in.doc.goals
	index := make(map[string]int, len(l.items))
	for i := range l.items {
		index[l.items[i].ID] = i
	}
	for i := range l.items {
		at, ok := i, true
		for depth := 0; ok; depth++ {
			if depth > maxGoalDepth {
				return &roadmap.Error{
					Code: roadmap.Cycle, Item: fmt.Sprintf("line %d: %s", l.lines[i], itemName("goals", i, l.items[i].Title)), Field: "parent",
					Problem: fmt.Sprintf("%s: this goal would lie under itself, or under more than %d others", quoted(l.items[i].Parent), maxGoalDepth),
				}
			}
			at, ok = index[l.items[at].Parent]
		}
	}
	return nil
}

// tasks that the roadmap has already keep what the file leaves to the status date.
func (in *intake) tasks() error {
	l := listed[roadmap.Task]{slices.Clone(in.doc.tasks.items), in.doc.tasks.lines}
	for i := range l.items {
		if old := in.old.Task(l.items[i].ID); old != nil {
			leaveDates(&l.items[i], old)
		}
	}
	return take(in, l, taking[roadmap.Task]{
		list: "tasks", kind: roadmap.KindTask, key: "id", fields: taskFields, label: nameTask,
		id: func(t *roadmap.Task) string { return t.ID },
		add: func(t roadmap.Task, place string) error {
			_, err := in.draft.AddTask(t)
			if err == nil {
				in.compare(&t, in.draft.Task(t.ID), in.draft.Today(), place)
			}
			return err
		},
	})
}

func leaveDates(t, old *roadmap.Task) {
	if t.Told == 0 {
		t.Told = old.Told
	}
	if t.Status != old.Status {
		return
	}
	if t.Started == 0 {
		t.Started = old.Started
	}
	if t.Finished == 0 {
		t.Finished = old.Finished
	}
}

func (in *intake) dependencies() error {
	return take(in, in.doc.deps, taking[roadmap.Dependency]{
		list: "dependencies", kind: roadmap.KindDependency, key: "type", fields: dependencyFields, label: nameDependency,
		id:  func(d *roadmap.Dependency) string { return d.Type.String() },
		add: func(d roadmap.Dependency, _ string) error { return in.draft.Link(d) },
	})
}

func (in *intake) risks() error {
	return take(in, in.doc.risks, taking[roadmap.Risk]{
		list: "risks", kind: roadmap.KindRisk, key: "id", fields: riskFields, label: nameRisk,
		id:  func(r *roadmap.Risk) string { return r.ID },
		add: func(r roadmap.Risk, _ string) error { _, err := in.draft.AddRisk(r); return err },
	})
}

func (in *intake) known() error {
	return take(in, in.doc.known, taking[roadmap.Known]{
		list: "known", kind: roadmap.KindKnown, key: "kind", fields: knownFields, label: nameKnown,
		id:  func(k *roadmap.Known) string { return k.Flag },
		add: func(k roadmap.Known, _ string) error { return in.draft.PutKnown(k) },
	})
}

func (in *intake) filters() error {
	return take(in, in.doc.filters, taking[roadmap.Filter]{
		list: "filters", kind: roadmap.KindFilter, key: "name", fields: filterFields, label: nameFilter,
		id:  func(f *roadmap.Filter) string { return f.Name },
		add: func(f roadmap.Filter, _ string) error { return in.draft.PutFilter(f) },
	})
}

// baselines of the file are never current in a roadmap that has its own.
func (in *intake) baselines() error {
	l := listed[roadmap.Baseline]{slices.Clone(in.doc.baselines.items), in.doc.baselines.lines}
	current := ""
	for i := range l.items {
		b := &l.items[i]
		if b.Current && current != "" {
			return &roadmap.Error{Code: roadmap.Taken, Item: fmt.Sprintf("line %d: %s", l.lines[i], itemName("baselines", i, b.Name)),
				Field: "current", Problem: fmt.Sprintf("%s is current already: only one can be", quoted(current))}
		}
		if b.Current {
			current = b.Name
		}
		if old := in.old.Baseline(b.Name); old != nil {
			b.Current = old.Current
		} else if len(in.old.Baselines()) > 0 {
			b.Current = false
		}
	}
	return take(in, l, taking[roadmap.Baseline]{
		list: "baselines", kind: roadmap.KindBaseline, key: "name", fields: baselineFields, label: nameBaseline,
		id:  func(b *roadmap.Baseline) string { return b.Name },
		add: func(b roadmap.Baseline, _ string) error { return in.draft.PutBaseline(b) },
	})
}
