package fix

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// facts are a plan with the tasks and briefs of its roadmap at hand, by their places.
type facts struct {
	*schedule.Plan
	tasks  []*roadmap.Task
	briefs []roadmap.Brief
}

// none is no place.
const none = -1

func factsOf(p *schedule.Plan) *facts {
	return &facts{p, p.Roadmap.Tasks(), p.Roadmap.Briefs()}
}

// open tells whether a task is not done or dropped.
func (f *facts) open(i int) bool { return f.briefs[i].Status.Open() }

// cal is a task's own calendar.
func (f *facts) cal(i int) *roadmap.Calendar {
	return f.CalendarOf(schedule.Ref{Task: f.tasks[i].ID})
}

// dur is the working days that are left of an open task.
func (f *facts) dur(i int) int { return int(f.briefs[i].Duration) }

// firstDay is the number, on its calendar, of the first working day that the open work of a task takes.
func (f *facts) firstDay(i int) int { return f.cal(i).Count(f.WorkEnd(i)) - f.dur(i) + 1 }

// noEnd tells whether an open blocker of a task has no known end.
func (f *facts) noEnd(i int) bool {
	return slices.ContainsFunc(f.tasks[i].Blockers, func(b roadmap.Blocker) bool { return b.Open() && b.Until == 0 })
}

// endless tells whether nobody knows the end of a task by itself: it has such a blocker, or its promise has passed.
func (f *facts) endless(i int) bool {
	promised := f.briefs[i].Promised
	return f.noEnd(i) || promised != 0 && promised < f.Today
}

// sized tells whether a team has a capacity that tasks queue for.
func sized(t *roadmap.Team) bool { return t.Capacity > 0 && !t.Supplier }

// openGoal tells whether one of a goal's own tasks is not done or dropped.
func (f *facts) openGoal(id string) bool {
	return slices.ContainsFunc(f.tasks, func(t *roadmap.Task) bool { return t.Goal == id && t.Status.Open() })
}

// trueFirst puts what holds before what does not.
func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
