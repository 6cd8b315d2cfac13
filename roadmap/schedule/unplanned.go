package schedule

import (
	"strings"

	"bywhen/roadmap"
)

// waitsInVain is the first task that a task to be started waits for although it has no dates, or none.
func (p *Plan) waitsInVain(i int32) int32 {
	if p.jobs[i].state != toStart {
		return none
	}
	for _, l := range p.net.Predecessors(int(i)) {
		if !p.at[l.Task].placed() && p.jobs[l.Task].state != dropped {
			return l.Task
		}
	}
	return none
}

// stuckAt is, for every task without dates, the task at which it is stuck: itself, or what it waits for in vain.
func (p *Plan) stuckAt() []int32 {
	at := make([]int32, len(p.jobs))
	for _, i := range p.net.Order {
		if at[i] = i; !p.at[i].placed() {
			if by := p.waitsInVain(i); by != none {
				at[i] = at[by]
			}
		}
	}
	return at
}

// CannotBePlanned says why a goal or task has no forecast: the first of its tasks that has no dates, and why, in words that name that
// task where it is another: "Beta waits for Alpha, which has no dates". Empty where it has one, or nothing is planned for it.
func (p *Plan) CannotBePlanned(on Ref) string {
	if i := p.Roadmap.TaskIndex(on.Task); i >= 0 {
		if p.at[i].placed() || !p.jobs[i].open() {
			return ""
		}
		return p.withoutDates(int32(i)).Text
	}
	g := p.Roadmap.GoalIndex(on.Goal)
	if g < 0 {
		return ""
	}
	for _, i := range p.goals[g].tasks {
		if !p.at[i].placed() {
			title, why := p.tasks[i].Title, p.withoutDates(i).Text
			if has, ok := strings.CutPrefix(why, "its team"); ok {
				return title + "'s team" + has
			}
			return title + " " + why
		}
	}
	return ""
}

// withoutDates says why a task has none.
func (p *Plan) withoutDates(i int32) Cause {
	t, j := p.tasks[i], &p.jobs[i]
	if by := p.waitsInVain(i); by != none {
		other := p.tasks[by]
		return Cause{Kind: Dependency, Task: other.ID, Team: other.Team, Text: "waits for " + other.Title + ", which has no dates"}
	}
	if k, ok := p.bound(i, j.dur, p.at); ok && !j.cal.Empty() {
		first, last := j.cal.Day(k), j.cal.Day(k+int(j.dur)-1)
		if last > roadmap.LastDate && first-j.release <= tenYears {
			return Cause{Kind: Longer, Task: t.ID, Team: t.Team, Text: "would end after " + p.ShortDate(roadmap.LastDate) + ", the last day that a roadmap may name"}
		}
	}
	return Cause{Kind: TimeOff, Task: t.ID, Team: t.Team, Text: "its team has no working day for it within ten years"}
}
