package week

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// AsPlanned makes of a task what should have become of it by the plan's day, as it was expected when it was last told of
// (schedule.Plan.Expected), so that nothing ends later than that: what should be done is done on its day, what should have started has
// and was worked on since, work under way has less left, a blocker whose day has come is gone. All of it is told of on the plan's day.
// What was to end on the day itself may still end.
//
// A promise stands: what has begun ends on its day where the days since it began make that possible.
func AsPlanned(p *schedule.Plan, task int) func(*roadmap.Task) {
	return asPlanned(p, task, p.Expected(task))
}

// AsPlannedAfter is AsPlanned beside what was told in a draft: where something that the task waits for, also through milestones, began or
// was done later than expected, so does the task, by as much as that costs it.
func AsPlannedAfter(p *schedule.Plan, task int, d *roadmap.Draft) func(*roadmap.Task) {
	tp := p.Expected(task)
	cal := p.CalendarOf(schedule.Ref{Task: p.Roadmap.Tasks()[task].ID})
	if late := freeFrom(p, task, d, cal) - cal.Count(tp.Start); tp.Planned && late > 0 {
		tp.Start, tp.Finish = cal.Day(cal.Count(tp.Start)+late), cal.Day(cal.Count(tp.Finish)+late)
	}
	return asPlanned(p, task, tp)
}

// freeFrom is the number, in a calendar, of the first working day that is left by what was told of what a task waits for; 0 where
// nothing of that has come yet.
func freeFrom(p *schedule.Plan, task int, d *roadmap.Draft, cal *roadmap.Calendar) int {
	first := 0
	for _, l := range p.Roadmap.Network().Predecessors(task) {
		switch now := d.Task(p.Roadmap.Tasks()[l.Task].ID); {
		case now == nil:
		case now.IsMilestone():
			first = max(first, freeFrom(p, int(l.Task), d, cal)+int(l.Lag))
		case l.Type == roadmap.FinishToStart && now.Status == roadmap.Done:
			first = max(first, cal.Count(now.Finished+1)+int(l.Lag))
		case l.Type == roadmap.StartToStart && now.Started != 0:
			first = max(first, cal.Count(now.Started)+int(l.Lag))
		}
	}
	return first
}

// asPlanned has a task go as it lies in tp.
func asPlanned(p *schedule.Plan, task int, tp schedule.TaskPlan) func(*roadmap.Task) {
	milestone := p.Roadmap.Briefs()[task].Milestone
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
		case milestone || t.Status != roadmap.Doing && tp.Start > p.Today:
		default:
			workedOn(t, cal, &tp, p.Today)
		}
	}
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
func workedOn(t *roadmap.Task, cal *roadmap.Calendar, tp *schedule.TaskPlan, today roadmap.Date) {
	if t.Status == roadmap.Todo {
		t.Status, t.Started = roadmap.Doing, tp.Start
	}
	left := t.RemainingEffort()
	until := func(day roadmap.Date) int { return left.Duration(t.People) - (cal.Count(day+1) - cal.Count(today)) }
	worked := until(tp.Finish)
	if t.Promised != 0 && t.Promised < tp.Finish {
		worked = max(worked, min(until(t.Promised), cal.Count(today)-cal.Count(t.Started)))
	}
	if worked > 0 && tp.Finish >= today {
		t.Remaining = roadmap.HundredthDays(max(left.Hundredths()-worked*t.People*100, 1))
	}
}
