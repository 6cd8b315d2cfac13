package schedule

import (
	"iter"

	"bywhen/roadmap"
)

// Chain yields the place of a task and of what drives it, back to the root.
func (p *Plan) Chain(task int) iter.Seq[int] {
	return func(yield func(int) bool) {
		i := int32(task)
		for steps := 0; i != none && steps <= len(p.jobs) && yield(int(i)); steps++ {
			i = p.Tasks[i].Driver.Task
		}
	}
}

// ShouldStart is the day on which the task at a place should have started, or should start: its start in the current baseline, else
// the latest that keeps every deadline downstream; 0 where there is neither.
func (p *Plan) ShouldStart(task int) roadmap.Date {
	f := flagger{Plan: p, why: p.explainer()}
	return f.shouldStart(task)
}

// Short is the day before which the open task at a place cannot be, by its effort and what it waits for, where that is after its promise;
// 0 where the promise can be kept, has passed, or there is none.
func (p *Plan) Short(task int) roadmap.Date {
	j, t := &p.jobs[task], &p.Tasks[task]
	if j.promised == 0 || !j.open() || !t.Planned || j.promised < p.Today || t.Finish <= j.promised {
		return 0
	}
	if natural := p.unpromised(int32(task)); natural > j.promised {
		return natural
	}
	return 0
}

// NeededFor is the deadline, its own or one downstream, that decides how late the task at a place may be; false where none does.
func (p *Plan) NeededFor(task int) (Deadline, bool) {
	switch on := p.deadlineOf(p.late[task].by()); {
	case on.Goal != "":
		return p.goalDeadline(p.Roadmap.GoalIndex(on.Goal)), true
	case on.Task != "":
		return p.taskDeadline(p.Roadmap.TaskIndex(on.Task)), true
	}
	return Deadline{}, false
}

// Close is how many working days of a calendar before a date count as close to it.
func (p *Plan) Close(cal *roadmap.Calendar, date roadmap.Date) int {
	f := flagger{Plan: p}
	return f.threshold(cal, date) / 10
}
