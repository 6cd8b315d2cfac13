package roadmap

import (
	"reflect"
	"slices"
)

// AddTask adds a task at the end; without an id it gets one. People and priority that are 0 take their defaults, what its
// status lacks (see UpdateTask) is filled in, and it is told of on the status date where it does not say. It returns the id.
func (d *Draft) AddTask(t Task) (string, error) { return d.AddTaskBefore(t, "") }

// AddTaskBefore is AddTask right before another task, or at the end where that is empty.
func (d *Draft) AddTaskBefore(t Task, before string) (string, error) {
	c := &checker{item: "new " + describe(&t)}
	d.claim(c, &t.ID)
	if before != "" && d.Task(before) == nil {
		c.fail(Unknown, "", "there is no task %q to put it before", before)
	}
	d.settle(&Task{}, &t)
	d.checkTask(c, nil, &t)
	if c.err == nil {
		t.Position = d.tasks.positionFor(before)
		d.tasks.put(&t)
	}
	return t.ID, c.result()
}

// UpdateTask changes a task; the change gets a copy, whose slices it must replace and not write to. Then the draft settles what follows: a started task is doing, a finished one done, and the
// other way round such a status takes the status date for the date that is missing; back to do clears what had happened; a
// new promise is noted with its day; and what was said of its state is told of on the status date.
func (d *Draft) UpdateTask(id string, change func(*Task)) error {
	old := d.Task(id)
	if old == nil {
		return unknown("task", id)
	}
	t := *old
	change(&t)
	t.ID, t.Position = old.ID, old.Position
	if reflect.DeepEqual(&t, old) {
		return nil
	}
	d.settle(old, &t)
	c := &checker{item: describe(old)}
	d.checkTask(c, old, &t)
	if c.err == nil {
		d.tasks.put(&t)
	}
	return c.result()
}

// settle fills in what follows from an edit. For a new task old is the zero Task.
func (d *Draft) settle(old, t *Task) {
	t.People = max(t.People, 1)
	if t.People == 1 && old.People == 0 && t.Priority == 0 {
		t.Priority = DefaultPriority
	}
	if t.Priority == 0 {
		t.Priority = DefaultPriority
	}
	d.settleStatus(old, t)
	if t.Promised != 0 && t.Promised != old.Promised && !d.lenient {
		t.Promises = append(slices.Clone(t.Promises), Promise{On: d.today, Date: t.Promised})
	}
	if t.Told == 0 || t.Told == old.Told && stateDiffers(old, t) {
		t.Told = d.today
	}
}

func (d *Draft) settleStatus(old, t *Task) {
	switch {
	case t.Status == Todo && old.Status != Todo: // begun anew
		if t.Started == old.Started {
			t.Started = 0
		}
		if t.Finished == old.Finished {
			t.Finished = 0
		}
		if t.Remaining == old.Remaining {
			t.Remaining = Effort{}
		}
	case t.Status == Doing && old.Status == Done && t.Finished == old.Finished:
		t.Finished = 0
	case t.Status == old.Status && t.Finished == 0 && old.Finished != 0:
		t.Status = Doing
	case t.Status == old.Status && t.Started == 0 && old.Started != 0 && t.Status == Doing:
		t.Status = Todo
	}
	if t.Status == Todo || t.Status == Doing {
		switch {
		case t.Finished != 0:
			t.Status = Done
		case t.Started != 0:
			t.Status = Doing
		}
	}
	if t.Status == Doing && t.Started == 0 {
		t.Started = d.today
	}
	if t.Status == Done {
		d.settleDone(t)
	}
	if t.Status == Todo && t.Effort != old.Effort && old.Effort.Given() && t.Remaining == old.Remaining {
		t.Remaining = Effort{} // what was left of another amount of work says nothing
	}
}

// settleDone gives a done task its dates: finished on the status date, and begun its duration before.
func (d *Draft) settleDone(t *Task) {
	if t.Finished == 0 {
		t.Finished = max(d.today, t.Started)
	}
	if t.Started == 0 {
		t.Started = t.Finished
		if n := t.Duration(); n > 0 {
			c := d.taskCalendar(t)
			t.Started = min(c.Day(c.Count(t.Finished+1)-n), t.Finished)
			t.Started = max(t.Started, FirstDate)
		}
	}
	t.Remaining = Effort{}
}

func (d *Draft) taskCalendar(t *Task) *Calendar {
	common := NewCalendar(d.settings.Weekdays, d.settings.Holidays)
	if team := d.Team(t.Team); team != nil {
		return teamCalendar(common, d.settings, team)
	}
	return common
}

// stateDiffers tells whether an edit says how a task stands, so that it counts as told.
func stateDiffers(a, b *Task) bool {
	return a.Status != b.Status || a.Effort != b.Effort || a.Remaining != b.Remaining || a.Started != b.Started ||
		a.Finished != b.Finished || a.Promised != b.Promised || !slices.Equal(a.Blockers, b.Blockers)
}

// checkTask checks a task's fields and what they name. old is nil for a new one.
func (d *Draft) checkTask(c *checker, old, t *Task) {
	c.task(t)
	if t.Team != "" && d.Team(t.Team) == nil {
		c.fail(Unknown, "team", "there is no team %q", t.Team)
	}
	if t.Goal != "" && d.Goal(t.Goal) == nil {
		c.fail(Unknown, "goal", "there is no goal %q", t.Goal)
	}
	if t.Phase != "" && !slices.Contains(d.settings.Phases, t.Phase) {
		c.fail(Unknown, "phase", "%q is none of the roadmap's phases: use %s", t.Phase, Alternatives(d.settings.Phases))
	}
	if t.AlternativeOf != "" && (t.AlternativeOf == t.ID || d.Task(t.AlternativeOf) == nil && !d.lenient) {
		c.fail(Unknown, "alternative_of", "there is no other task %q", t.AlternativeOf)
	}
	for i, n := range t.AlsoNeeds {
		c.between("also_needs.people", n.People, 1, MaxPeople)
		if d.Team(n.Team) == nil {
			c.fail(Unknown, "also_needs", "there is no team %q", n.Team)
		}
		if n.Team == t.Team || slices.ContainsFunc(t.AlsoNeeds[:i], func(o Need) bool { return o.Team == n.Team }) {
			c.fail(Taken, "also_needs", "%q is there twice", n.Team)
		}
	}
	if !d.lenient && !d.replayed && t.Status.Open() {
		d.checkPeople(c, old, t)
	}
}

// checkPeople refuses an edit by which a task asks for more people than a team has; one that did so before may stay so.
func (d *Draft) checkPeople(c *checker, old, t *Task) {
	needs := append([]Need{{t.Team, t.People}}, t.AlsoNeeds...)
	for i, n := range needs {
		team := d.Team(n.Team)
		if team == nil || team.MostPeople() == 0 || n.People <= team.MostPeople() {
			continue
		}
		if old != nil && old.Status.Open() && peopleOf(old, n.Team) >= n.People {
			continue
		}
		field := "people"
		if i > 0 {
			field = "also_needs"
		}
		c.fail(Invalid, field, "%d are more than %s has (%d)", n.People, team.Name, team.MostPeople())
	}
}

// RemoveTasks removes tasks and the dependencies, known flags and risks' mentions of them. With bridge, what waited for a
// removed task finish-to-start then waits for what that one waited for finish-to-start, so that no gap opens in a chain.
func (d *Draft) RemoveTasks(bridge bool, ids ...string) error {
	gone := map[string]bool{}
	for _, id := range ids {
		if d.Task(id) == nil {
			return unknown("task", id)
		}
		gone[id] = true
	}
	d.unlinkAll(gone, bridge)
	d.tasks.remove(ids...)
	for _, t := range slices.Clone(d.tasks.items) {
		if gone[t.AlternativeOf] {
			u := *t
			u.AlternativeOf = ""
			d.tasks.put(&u)
		}
	}
	for _, r := range slices.Clone(d.risks.items) {
		if slices.ContainsFunc(r.Tasks, func(id string) bool { return gone[id] }) {
			u := *r
			u.Tasks = slices.DeleteFunc(slices.Clone(r.Tasks), func(id string) bool { return gone[id] })
			d.risks.put(&u)
		}
	}
	d.forget(func(k *Known) bool { return gone[k.Task] })
	return nil
}

func (d *Draft) unlinkAll(gone map[string]bool, bridge bool) {
	before, after := map[string][]*Dependency{}, map[string][]*Dependency{}
	for key, dep := range d.dependenciesNow() {
		if gone[dep.To] {
			before[dep.To] = append(before[dep.To], dep)
		}
		if gone[dep.From] {
			after[dep.From] = append(after[dep.From], dep)
		}
		if gone[dep.To] || gone[dep.From] {
			d.deps[key] = nil
		}
	}
	if !bridge {
		return
	}
	for id := range gone {
		for _, end := range after[id] {
			if gone[end.To] || end.Type != FinishToStart {
				continue
			}
			d.bridge(id, end, before, gone, map[string]bool{})
		}
	}
}

// bridge ties what waited for a removed task to its nearest predecessors that stay.
func (d *Draft) bridge(id string, end *Dependency, before map[string][]*Dependency, gone, seen map[string]bool) {
	if seen[id] {
		return
	}
	seen[id] = true
	for _, dep := range before[id] {
		switch {
		case dep.Type != FinishToStart:
		case gone[dep.From]:
			d.bridge(dep.From, end, before, gone, seen)
		default:
			link := Dependency{From: dep.From, To: end.To, Lag: end.Lag}
			if d.dependency(&link) == nil {
				d.deps[link.Key()] = &link
			}
		}
	}
}

// dependency is the one of the same key in the draft, or nil.
func (d *Draft) dependency(key *Dependency) *Dependency {
	if dep, touched := d.deps[key.Key()]; touched {
		return dep
	}
	return findDependency(d.base.deps, key)
}

// Link makes one task wait for another, or changes the lag of the dependency of that type between them. Cycles are found
// by Close.
func (d *Draft) Link(dep Dependency) error {
	c := &checker{item: "dependency"}
	to, from := d.Task(dep.To), d.Task(dep.From)
	switch {
	case from == nil:
		c.fail(Unknown, "from", "there is no task %q", dep.From)
	case to == nil:
		c.fail(Unknown, "to", "there is no task %q", dep.To)
	case dep.From == dep.To:
		c.fail(Cycle, "from", "%s cannot wait for itself", describe(to))
	case dep.Type > StartToFinish:
		c.fail(Invalid, "type", "%d is no type", dep.Type)
	}
	c.between("lag", dep.Lag, -MaxLag, MaxLag)
	if c.err == nil {
		if old := d.dependency(&dep); old == nil || *old != dep {
			d.deps[dep.Key()] = &dep
		}
	}
	return c.result()
}

// Unlink takes a dependency away; its lag does not matter.
func (d *Draft) Unlink(dep Dependency) error {
	if d.dependency(&dep) == nil {
		return &Error{Unknown, "dependency", "from", "task " + quoted(dep.To) + " does not wait for " + quoted(dep.From)}
	}
	d.deps[dep.Key()] = nil
	return nil
}
