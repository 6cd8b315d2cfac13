package tui

import (
	"fmt"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// movesNothing says of an edit that gave tasks a day before which they are not to start, and left their beginnings where they were, that
// it moved nothing, and what holds the first of them; empty where the day moves all to which it was given, or none was.
func movesNothing(before, after *schedule.Plan) string {
	given, still, first := 0, 0, -1
	briefs := after.Roadmap.Briefs() // of all tasks, after each edit: side by side in memory, and few have such a day
	for i := range briefs {
		if briefs[i].NotBefore == 0 {
			continue
		}
		k := before.Roadmap.TaskIndex(after.Roadmap.Tasks()[i].ID)
		if k < 0 || briefs[i].NotBefore == before.Roadmap.Briefs()[k].NotBefore {
			continue
		}
		given++
		if !stays(&before.Tasks[k], &after.Tasks[i]) {
			continue
		}
		if still++; first < 0 {
			first = i
		}
	}
	switch {
	case first < 0:
		return ""
	case given == 1:
		return "moves nothing: it " + heldBy(after, first)
	}
	return fmt.Sprintf("%d of %d not moved: %s %s", still, given, after.Roadmap.Tasks()[first].Title, heldBy(after, first))
}

// stays tells whether a task begins on the day on which it began without the day that it was given, and that day is not why.
func stays(was, now *schedule.TaskPlan) bool {
	return was.Planned && now.Planned && was.Start == now.Start && now.Driver.Kind != schedule.NotBefore
}

// heldBy says what holds a task that has dates where it begins, as "waits for Antenna module until 14 Dec".
func heldBy(p *schedule.Plan, i int) string {
	t, by := p.Roadmap.Tasks()[i], p.Tasks[i].Driver
	day := func(d roadmap.Date) string { return paint.Day(d, p.Today) }
	start := day(p.Tasks[i].Start)
	switch {
	case !t.Status.Open():
		return "is " + t.Status.String()
	case t.Status == roadmap.Doing:
		return "has begun"
	case by.Kind == schedule.Dependency && by.Task >= 0:
		return "waits for " + p.Roadmap.Tasks()[by.Task].Title + " until " + start
	case by.Kind == schedule.Capacity && by.Team >= 0:
		return "waits for " + p.Roadmap.Teams()[by.Team].Name + " until " + start
	case by.Kind == schedule.Blocker:
		return "is blocked until " + start
	case by.Kind == schedule.Promise:
		return "lies where it is promised, " + day(t.Promised)
	}
	return "cannot start before " + start
}
