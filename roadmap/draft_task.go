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
	t.tidy()
	d.settle(&Task{}, &t)
	d.checkTask(c, nil, &t)
	if c.err == nil {
		t.Position = d.tasks.positionFor(before, "")
		d.tasks.put(&t)
	}
	return t.ID, c.result()
}

// UpdateTask changes a task; the change gets a copy, whose slices it must replace and not write to. Then the draft settles
// what follows: a started task is doing, a finished one done, and the other way round such a status takes the status date
// for the date that is missing; back to do clears what had happened; a new promise is noted with its day; and what was said
// of its state is told of on the status date.
func (d *Draft) UpdateTask(id string, change func(*Task)) error {
	old := d.Task(id)
	if old == nil {
		return unknown("task", id)
	}
	t := *old
	t.tidy()
	change(&t)
	t.tidy()
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
	if t.People == 0 {
		t.People = 1
	}
	if t.Priority == 0 {
		t.Priority = DefaultPriority
	}
	d.settleStatus(old, t)
	if t.Promised != 0 && t.Promised != old.Promised && !d.lenient && !alreadyNoted(t) {
		t.Promises = append(slices.Clip(t.Promises), Promise{On: d.today, Date: t.Promised})
	}
	if t.Told == 0 || t.Told == old.Told && stateDiffers(old, t) {
		t.Told = d.today
	}
}

// alreadyNoted tells whether the last promise on the list is the one in force, as where the edit brought the list along.
func alreadyNoted(t *Task) bool {
	n := len(t.Promises)
	return n > 0 && t.Promises[n-1].Date == t.Promised
}

// settleStatus brings status and actual dates together; of the two, what the edit changed decides.
func (d *Draft) settleStatus(old, t *Task) {
	tookBack(old, t)
	if t.Status.Open() {
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

// tookBack settles edits that say that something has not happened: a date taken away takes its status along, and the other
// way round.
func tookBack(old, t *Task) {
	unfinished := old.Status == Done && t.Status == Done && t.Finished == 0
	unstarted := old.Status == Doing && t.Status == Doing && t.Started == 0
	switch {
	case unfinished && (t.Started == 0 || t.IsMilestone()), unstarted:
		t.Status = Todo
	case unfinished:
		t.Status = Doing
	case t.Status == Doing && old.Status == Done && t.Finished == old.Finished:
		t.Finished = 0
	}
	if t.Status != Todo || old.Status == Todo {
		return
	}
	if t.Started == old.Started {
		t.Started = 0
	}
	if t.Finished == old.Finished {
		t.Finished = 0
	}
	if t.Remaining == old.Remaining {
		t.Remaining = Effort{}
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
// removed task finish-to-start then waits for what that one waited for finish-to-start, so that no gap opens in a chain;
// the two lags add up.
func (d *Draft) RemoveTasks(bridge bool, ids ...string) error {
	gone := map[string]bool{}
	for _, id := range ids {
		if d.Task(id) == nil {
			return unknown("task", id)
		}
		gone[id] = true
	}
	d.unlinkAll(ids, bridge)
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
			u.Tasks = tidy(slices.DeleteFunc(slices.Clone(r.Tasks), func(id string) bool { return gone[id] }))
			d.risks.put(&u)
		}
	}
	d.forget(func(k *Known) bool { return gone[k.Task] })
	return nil
}
