package week

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// AsPlanned makes of a task what should have become of it by the plan's day, so that no date moves later: what should be done is done
// on its day, what should have started has, work under way has less left, a blocker whose day has come is gone. All of it is told of
// on that day. What was to end on the day itself may still end.
//
// What was to start has started on the day on which it should have, be that the plan's own or, after a silence that is lost, the one
// that Due.Was tells: in that case it was worked on since, and ends when it was to end before the silence, unless that was before the
// day, which is too much to take for said. A promise stands: what has begun ends on its day where the days since it began make that
// possible.
func AsPlanned(p *schedule.Plan, task int) func(*roadmap.Task) {
	tp, milestone, began := p.Tasks[task], p.Roadmap.Briefs()[task].Milestone, began(p, task)
	cal := p.CalendarOf(schedule.Ref{Task: p.Roadmap.Tasks()[task].ID})
	return func(t *roadmap.Task) {
		t.Told = p.Today
		clearPast(t, p.Today)
		switch {
		case len(t.OpenBlockers()) > 0:
		case t.Promised != 0 && t.Promised < p.Today:
			finish(t, min(tp.Start, t.Promised), t.Promised)
		case t.Promised == 0 && tp.Finish < p.Today:
			finish(t, tp.Start, tp.Finish)
		case milestone || began == 0:
		default:
			workedOn(t, cal, &tp, began, p.Today)
		}
	}
}

// began is the day on which work on a task that is not done should have begun, or has; 0 where it is still to come.
func began(p *schedule.Plan, task int) roadmap.Date {
	t, tp := p.Roadmap.Tasks()[task], &p.Tasks[task]
	switch {
	case t.Status == roadmap.Doing && t.Started != 0:
		return t.Started
	case tp.Start > p.Today:
		return 0
	case tp.Driver.Kind != schedule.Told || tp.Start < p.Today:
		return tp.Start
	}
	cal := p.CalendarOf(schedule.Ref{Task: t.ID}) // it starts today for nothing but the silence
	if was := cal.Next(max(p.ShouldStart(task), t.Told)); p.ShouldStart(task) != 0 && was < tp.Start && couldStart(p, task, was) {
		return was
	}
	return tp.Start
}

// couldStart tells whether a task may have begun on a day: not before the roadmap or it may start, and after all that it waits for.
func couldStart(p *schedule.Plan, task int, day roadmap.Date) bool {
	if day < max(p.Roadmap.Settings().Start, p.Roadmap.Tasks()[task].NotBefore) {
		return false
	}
	return !slices.ContainsFunc(p.Roadmap.Network().Predecessors(task), func(l roadmap.Link) bool { return p.Tasks[l.Task].Finish >= day })
}

// HoldsUp is the place of what keeps a task from beginning that by the plan should have begun, or -1: one that it waits for, also
// through others, of which was told in a draft that it has not come so far as planned. told tells of which something was.
func HoldsUp(p *schedule.Plan, task int, d *roadmap.Draft, told func(task int) bool) int {
	if p.Roadmap.Tasks()[task].Status != roadmap.Todo {
		return -1
	}
	seen := map[int32]bool{}
	var of func(task int) int
	of = func(task int) int {
		for _, l := range p.Roadmap.Network().Predecessors(task) {
			k := int(l.Task)
			now := d.Task(p.Roadmap.Tasks()[k].ID)
			if seen[l.Task] || now == nil || !now.Status.Open() {
				continue
			}
			seen[l.Task] = true
			by := -1
			if !told(k) {
				by = of(k)
			} else if behindhand(p, l, now) {
				by = k
			}
			if by >= 0 {
				return by
			}
		}
		return -1
	}
	return of(task)
}

// behindhand tells whether an unfinished task that another waits for has not come so far as it should have by now, for what a link
// asks of it before the other begins.
func behindhand(p *schedule.Plan, l roadmap.Link, now *roadmap.Task) bool {
	planned := *p.Roadmap.Tasks()[l.Task]
	AsPlanned(p, int(l.Task))(&planned)
	late := planned.Status != roadmap.Todo && now.Status == roadmap.Todo
	switch l.Type {
	case roadmap.FinishToStart:
		return late || planned.Status == roadmap.Done || len(now.OpenBlockers()) > len(planned.OpenBlockers())
	case roadmap.StartToStart:
		return late
	}
	return false
}

// clearPast takes the blockers off whose day has come.
func clearPast(t *roadmap.Task, today roadmap.Date) {
	t.Blockers = slices.Clone(t.Blockers)
	for k := range t.Blockers {
		if b := &t.Blockers[k]; b.Open() && b.Until != 0 && b.Until <= today {
			b.Cleared = max(b.Until, b.Since)
		}
	}
}

// finish marks a task as done, begun on the day it began or should have begun.
func finish(t *roadmap.Task, start, last roadmap.Date) {
	if t.Started == 0 {
		t.Started = start
	}
	t.Status, t.Finished = roadmap.Done, max(last, t.Started)
}

// workedOn has a task begun, and leaves as much as there is to do from today up to the day on which it is to end: by the plan, or by
// its promise where it was worked on for long enough since it began.
func workedOn(t *roadmap.Task, cal *roadmap.Calendar, tp *schedule.TaskPlan, began, today roadmap.Date) {
	left, finish := t.RemainingEffort(), tp.Finish
	if was := cal.Day(cal.Count(began) + left.Duration(t.People) - 1); t.Status == roadmap.Todo && began < tp.Start && was >= today {
		finish = min(finish, was) // nothing but the silence has it start later
	}
	until := func(day roadmap.Date) int { return left.Duration(t.People) - (cal.Count(day+1) - cal.Count(today)) }
	worked := until(finish)
	if t.Promised != 0 && t.Promised < finish {
		worked = max(worked, min(until(t.Promised), cal.Count(today)-cal.Count(began)))
	}
	if t.Status == roadmap.Todo {
		t.Status, t.Started = roadmap.Doing, began
	}
	if worked > 0 && finish >= today {
		t.Remaining = roadmap.HundredthDays(max(left.Hundredths()-worked*t.People*100, 1))
	}
}
