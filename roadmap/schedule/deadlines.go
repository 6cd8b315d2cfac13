package schedule

import (
	"slices"

	"bywhen/roadmap"
)

// Deadlines are those of goals, then of tasks, that are not done or dropped, in the roadmap's order.
// They are worked out once; who changes them takes a copy.
func (p *Plan) Deadlines() []Deadline {
	p.stand.Do(func() { p.standing = p.openDeadlines() })
	return p.standing
}

func (p *Plan) openDeadlines() []Deadline {
	out := make([]Deadline, 0, p.mostDeadlines())
	for g, goal := range p.Roadmap.Goals() {
		if goal.Deadline != 0 && (p.goals[g].open || !p.goals[g].any) {
			d := p.goalDeadline(g)
			if p.undated(g) { // what is known of it says nothing of when it ends
				d.Forecast, d.Days, d.OpenEnd, d.Undated = 0, 0, false, true
			}
			out = append(out, d)
		}
	}
	for i := range p.jobs {
		if j := &p.jobs[i]; j.deadline != 0 && j.open() {
			out = append(out, p.taskDeadline(i))
		}
	}
	for i := range out {
		d := &out[i]
		d.Silent = !d.OpenEnd && p.silent(d.Date, d.Forecast)
	}
	return out
}

// silent tells of what is not done that its day has passed, and that by the plan it was done by then.
func (p *Plan) silent(date, forecast roadmap.Date) bool {
	return date < p.Today && forecast != 0 && forecast <= date
}

// mostDeadlines is how many there may be, so that there is room for them at once.
func (p *Plan) mostDeadlines() int {
	n := len(p.Roadmap.Goals())
	for i := range p.jobs {
		if p.jobs[i].deadline != 0 {
			n++
		}
	}
	return n
}

// lateDaysOfAll sums up the working days by which Deadlines are late. Late are the tasks that finish after their own.
func (p *Plan) lateDaysOfAll(late []int32) int {
	sum := 0
	for g, goal := range p.Roadmap.Goals() {
		if goal.Deadline != 0 && p.goals[g].open {
			sum += max(p.goalDeadline(g).Days, 0)
		}
	}
	for _, i := range late {
		sum += max(p.jobs[i].cal.Between(p.jobs[i].deadline, p.at[i].last()), 0)
	}
	return sum
}

// goalDeadline is a goal's, by those of its tasks that have dates.
func (p *Plan) goalDeadline(g int) Deadline {
	goal := p.Roadmap.Goals()[g]
	d := Deadline{On: Ref{Goal: goal.ID}, Title: goal.Title, Date: goal.Deadline}
	if d.Forecast, d.OpenEnd = p.goalFinish(g); d.Forecast != 0 {
		d.Days = p.Roadmap.Calendar().Between(d.Date, d.Forecast)
	}
	return d
}

func (p *Plan) taskDeadline(i int) Deadline {
	t := p.tasks[i]
	d := Deadline{On: Ref{Task: t.ID}, Title: t.Title, Date: t.Deadline, OpenEnd: p.Tasks[i].OpenEnd, Undated: !p.Tasks[i].Planned}
	if p.Tasks[i].Planned {
		d.Forecast = p.Tasks[i].Finish
		d.Days = p.jobs[i].cal.Between(d.Date, d.Forecast)
	}
	return d
}

// Goal is the forecast finish of a goal: that of the last of its own tasks, 0 where it has none or one of them cannot be planned,
// since it waits for all of them; and whether one of them has an end that nobody knows.
func (p *Plan) Goal(id string) (finish roadmap.Date, openEnd bool) {
	g := p.Roadmap.GoalIndex(id)
	if g < 0 || p.undated(g) {
		return 0, false
	}
	return p.goalFinish(g)
}

// goalEnd is what the tasks of a goal that are not dropped say of its end.
type goalEnd struct {
	finish  roadmap.Date // the last day of those that have dates; 0 where none has
	openEnd bool         // one of them has an end that nobody knows
	undated bool         // one of them cannot be planned
}

func (e *goalEnd) add(t *TaskPlan) {
	e.finish = max(e.finish, t.Finish)
	e.openEnd = e.openEnd || t.OpenEnd
	e.undated = e.undated || !t.Planned
}

// undated tells whether one of a goal's tasks cannot be planned.
func (p *Plan) undated(g int) bool { return p.goalEnds[g].undated }

// goalFinish is Goal by those of its tasks that have dates.
func (p *Plan) goalFinish(g int) (finish roadmap.Date, openEnd bool) {
	return p.goalEnds[g].finish, p.goalEnds[g].openEnd
}

// Effects compares the deadlines of two plans of versions of one roadmap: those of after, in its order, and then those that were open
// before and are done after, with Done set.
func Effects(before, after *Plan) []Effect {
	then, now := before.Deadlines(), after.Deadlines()
	out := make([]Effect, len(now))
	var places map[Ref]int // of then; made once the two do not go side by side
	for i, d := range now {
		e := &out[i]
		e.Deadline = d
		at := i
		if at >= len(then) || then[at].On != d.On {
			if places == nil {
				places = placesOf(then)
			}
			var found bool
			if at, found = places[d.On]; !found {
				continue
			}
		}
		e.Was, e.Before, e.WasOpen = then[at].Date, then[at].Forecast, then[at].OpenEnd
		if e.Before != 0 && d.Forecast != 0 && e.Before != d.Forecast {
			e.Moved = after.CalendarOf(d.On).Between(e.Before, d.Forecast)
		}
	}
	return append(out, doneBy(then, after)...)
}

func placesOf(deadlines []Deadline) map[Ref]int {
	out := make(map[Ref]int, len(deadlines))
	for i, d := range deadlines {
		out[d.On] = i
	}
	return out
}

// SortEffects puts first what gets or loses its forecast, then what now rests on an end that nobody knows, then what is done, then
// what moves later, then what moves earlier, the furthest first; what stays comes last.
func SortEffects(effects []Effect) {
	slices.SortStableFunc(effects, func(a, b Effect) int { return b.weight() - a.weight() })
}

func (e *Effect) weight() int {
	switch {
	case (e.Before == 0) != (e.Forecast == 0):
		return roadmap.MaxDays * 4
	case e.OpenEnd && !e.WasOpen:
		return roadmap.MaxDays*3 + 2
	case e.Done:
		return roadmap.MaxDays*3 + 1
	case e.Moved > 0:
		return e.Moved + roadmap.MaxDays*2
	case e.Changed():
		return 1 - e.Moved
	}
	return 0
}

// CalendarOf is the calendar on which the days of a task, a team or a goal are counted.
func (p *Plan) CalendarOf(r Ref) *roadmap.Calendar {
	switch {
	case r.Task != "":
		if i := p.Roadmap.TaskIndex(r.Task); i >= 0 {
			return p.jobs[i].cal
		}
	case r.Team != "":
		return p.Roadmap.TeamCalendar(r.Team)
	}
	return p.Roadmap.Calendar()
}

// Baseline is the plan's dates as a baseline to be kept under a name, current from now on, taken on the status date: every
// task that is not dropped and has dates, and the forecast of every deadline.
func (p *Plan) Baseline(name string) roadmap.Baseline {
	b := roadmap.Baseline{Name: name, Taken: p.Today, Current: true}
	for i, t := range p.tasks {
		if p.Tasks[i].Planned {
			b.Tasks = append(b.Tasks, roadmap.BaselineTask{ID: t.ID, Start: p.Tasks[i].Start, Finish: p.Tasks[i].Finish, Effort: t.WorkEffort()})
		}
	}
	for _, g := range p.Roadmap.Goals() {
		if finish, _ := p.Goal(g.ID); finish != 0 {
			b.Deadlines = append(b.Deadlines, roadmap.BaselineDeadline{Goal: g.ID, Deadline: g.Deadline, Forecast: finish})
		}
	}
	for i, t := range p.tasks {
		if t.Deadline != 0 && p.Tasks[i].Planned {
			b.Deadlines = append(b.Deadlines, roadmap.BaselineDeadline{Task: t.ID, Deadline: t.Deadline, Forecast: p.Tasks[i].Finish})
		}
	}
	return b
}
