package schedule

import (
	"cmp"
	"slices"
)

// DoneDeadlines are those of goals, then of tasks, whose work is done, in the roadmap's order: Forecast is the day on which it was, Days
// counts from the deadline to it. A goal whose tasks were all dropped is not done.
func (p *Plan) DoneDeadlines() []Deadline {
	var out []Deadline
	add := func(d Deadline) {
		if d.Forecast != 0 {
			d.Done, d.OpenEnd = true, false
			out = append(out, d)
		}
	}
	for g, goal := range p.Roadmap.Goals() {
		if goal.Deadline != 0 && !p.goals[g].open {
			add(p.goalDeadline(g))
		}
	}
	for i := range p.jobs {
		if j := &p.jobs[i]; j.deadline != 0 && !j.open() {
			add(p.taskDeadline(i))
		}
	}
	return out
}

// LastDone puts first the deadline that was done last, a goal's before a task's of the same day.
func LastDone(done []Deadline) []Deadline {
	out := slices.Clone(done)
	slices.SortStableFunc(out, func(a, b Deadline) int { return cmp.Compare(b.Forecast, a.Forecast) })
	return out
}

// doneBy are the effects of an edit on the deadlines that it marks done, then being those that were open before it.
func doneBy(then []Deadline, after *Plan) []Effect {
	var out []Effect
	var places map[Ref]int
	for _, d := range after.DoneDeadlines() {
		if places == nil {
			places = placesOf(then)
		}
		at, open := places[d.On]
		if !open {
			continue
		}
		e := Effect{Deadline: d, Was: then[at].Date, Before: then[at].Forecast, WasOpen: then[at].OpenEnd}
		if e.Before != 0 {
			e.Moved = after.CalendarOf(d.On).Between(e.Before, d.Forecast)
		}
		out = append(out, e)
	}
	return out
}
