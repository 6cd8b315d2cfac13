package tui

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/week"
	"bywhen/tui/paint"
)

// notes are what an answer makes of its task beside what it says, before it is taken: what goes, what it says anew of what is known,
// how much is left from today on, and when the task then ends, beside the plans without it and with it.
func (c *checkIn) notes(task int, told phrase.Set, before, after *schedule.Plan) []paint.Span {
	was, now := c.plan.Roadmap.Tasks()[task], after.Roadmap.Task(c.id(task))
	var out []paint.Span
	if told.LeftOut != "" {
		out = append(out, paint.Span{Style: paint.Risk, Text: "left out: " + told.LeftOut})
	}
	out = append(out, wipes(was, now, c.plan.Today)...)
	out = append(out, c.sinceThen(told, was, now)...)
	out = append(out, awayNote(c.m.context().AwayAnew(was, now))...)
	out = append(out, shortNotes(before, after)...)
	if now.People > 1 && now.Status.Open() && says(told, "remaining") {
		out = append(out, paint.Span{Style: paint.Dim, Text: fmt.Sprintf("by %d people: %s", now.People, paint.Count(now.RemainingEffort().Duration(now.People), "day"))})
	}
	var hint []paint.Span
	if now.Status == roadmap.Doing && !says(told, "remaining") {
		var left []paint.Span
		if left, hint = c.stillLeft(task, was, now); told.AsPlanned { // which says it
			hint = nil
		}
		out = append(out, left...)
	}
	if now.Status.Open() {
		out = append(out, c.begins(told, now, after)...)
		out = append(out, c.ends(task, before, after)...)
	}
	if told.Instead != "" {
		hint = append(hint, paint.Span{Style: paint.Dim, Text: "or write " + told.Instead})
	}
	return append(out, hint...)
}

// says tells whether a line sets a field.
func says(s phrase.Set, field string) bool {
	for _, c := range s.Chips {
		if c.Field == field {
			return true
		}
	}
	return false
}

// wipes is what a line takes away that was known of how a task stands, and does not name: "started Mon 16 Nov and 3d left go".
func wipes(was, now *roadmap.Task, today roadmap.Date) []paint.Span {
	if was.Status == roadmap.Todo || now.Status != roadmap.Todo {
		return nil
	}
	var gone []string
	if was.Started != 0 && now.Started == 0 && !was.IsMilestone() {
		gone = append(gone, "started "+paint.Weekday(was.Started, today))
	}
	if was.Finished != 0 && now.Finished == 0 {
		gone = append(gone, "done "+paint.Weekday(was.Finished, today))
	}
	if was.Remaining.Given() && !now.Remaining.Given() {
		gone = append(gone, paint.Effort(was.Remaining)+" left")
	}
	switch n := len(gone); n {
	case 0:
		return nil
	case 1:
		return []paint.Span{{Style: paint.Risk, Text: gone[0] + " goes"}}
	default:
		return []paint.Span{{Style: paint.Risk, Text: strings.Join(gone[:n-1], ", ") + " and " + gone[n-1] + " go"}}
	}
}

// sinceThen is since when work was under way of which is said that it has begun.
func (c *checkIn) sinceThen(told phrase.Set, was, now *roadmap.Task) []paint.Span {
	switch {
	case !says(told, "started") || was.Status != roadmap.Doing:
		return nil
	case was.Started == now.Started:
		return []paint.Span{{Style: paint.Text, Text: "known: under way since " + paint.Weekday(was.Started, c.plan.Today)}}
	}
	return []paint.Span{{Style: paint.Risk, Text: "was " + paint.Weekday(was.Started, c.plan.Today)}}
}

// stillLeft is how much is left of work under way where nothing is said of it: as much as before, from today on. Where that is more
// than there would be had it been worked on, what to say for that.
func (c *checkIn) stillLeft(task int, was, now *roadmap.Task) (more, hint []paint.Span) {
	left, words := now.RemainingEffort(), "still left"
	if was.Status == roadmap.Todo {
		words = "left"
	}
	planned := c.worked(task, was, now)
	if planned.RemainingEffort().Hundredths() >= left.Hundredths() {
		return nil, nil
	}
	instead := "as planned: " + paint.Effort(planned.RemainingEffort()) + " left"
	if planned.Status == roadmap.Done {
		instead = "as planned: done"
	}
	return []paint.Span{{Style: paint.Risk, Text: "all " + paint.Effort(left) + " " + words}}, []paint.Span{{Style: paint.Dim, Text: instead}}
}

// worked is the task had it been worked on every day: as planned where it was under way, since its start where it was not.
func (c *checkIn) worked(task int, was, now *roadmap.Task) *roadmap.Task {
	out := *was
	if was.Status == roadmap.Doing {
		week.AsPlanned(c.plan, task)(&out)
		return &out
	}
	out = *now
	cal := c.plan.CalendarOf(schedule.Ref{Task: now.ID})
	days := cal.Count(c.plan.Today) - cal.Count(now.Started)
	left := now.WorkEffort().Hundredths() - 100*days*max(now.People, 1)
	if out.Remaining = roadmap.HundredthDays(max(left, 0)); left <= 0 {
		out.Status = roadmap.Done
	}
	return &out
}

// begins is when a task starts by the plan with an answer that says only by when it is done: what is not started yet is to start then, a
// supplier's when it likes.
func (c *checkIn) begins(told phrase.Set, now *roadmap.Task, after *schedule.Plan) []paint.Span {
	i, team := after.Roadmap.TaskIndex(now.ID), after.Roadmap.Team(now.Team)
	if now.Status != roadmap.Todo || now.IsMilestone() || !says(told, "promised") || says(told, "not_before") || i < 0 || !after.Tasks[i].Planned || team != nil && team.Supplier {
		return nil
	}
	return []paint.Span{{Style: paint.Dim, Text: "not started: to start " + paint.Weekday(after.Tasks[i].Start, c.plan.Today)}}
}

// ends is when a task ends by the plan with an answer, and by how many days that moves it.
func (c *checkIn) ends(task int, before, after *schedule.Plan) []paint.Span {
	id := c.id(task)
	i, k := after.Roadmap.TaskIndex(id), before.Roadmap.TaskIndex(id)
	if i < 0 || k < 0 || !after.Tasks[i].Planned {
		return nil
	}
	then, now := &before.Tasks[k], &after.Tasks[i]
	text := "ends " + paint.DayOrLater(now.Finish, c.plan.Today, now.OpenEnd)
	moved := 0
	if then.Planned {
		moved = after.CalendarOf(schedule.Ref{Task: id}).Between(then.Finish, now.Finish)
	}
	switch {
	case moved != 0:
		text += " " + paint.Delta(moved, false)
	case !now.OpenEnd || then.OpenEnd:
		return []paint.Span{{Style: paint.Dim, Text: text + ", as before"}}
	}
	return []paint.Span{{Style: paint.DeltaStyle(moved, now.OpenEnd), Text: text}}
}

// words are what was told in a line, as the list shows it: what it made of the task.
func (c *checkIn) words(a *asked) string {
	if said := c.said(a); !said.AsPlanned {
		return meaning(said.Chips, a.text)
	}
	was, now := c.plan.Roadmap.Tasks()[a.task], c.m.session.Roadmap().Task(c.id(a.task))
	day := func(d roadmap.Date) string { return paint.Weekday(d, c.plan.Today) }
	switch {
	case now.Status == roadmap.Done && now.IsMilestone():
		return "reached " + day(now.Finished)
	case now.Status == roadmap.Done:
		return "as planned: done " + day(now.Finished)
	case now.Status == roadmap.Doing && was.Status == roadmap.Todo:
		return "as planned: started " + day(now.Started)
	case len(was.OpenBlockers()) > len(now.OpenBlockers()):
		return "as planned: unblocked"
	case was.Status == roadmap.Todo && len(was.OpenBlockers()) == 0:
		return c.stillWaits(a.task)
	}
	return "as planned"
}

// stillWaits is what goes as planned though it has not begun: since by another line what it waits for is not so far, or since it is
// to begin later.
func (c *checkIn) stillWaits(task int) string {
	plan := c.m.session.Plan()
	i := plan.Roadmap.TaskIndex(c.id(task))
	if c.plan.Expected(task).Start > c.plan.Today || i < 0 || plan.Tasks[i].Driver.Kind != schedule.Dependency {
		return "as planned"
	}
	return "waits for " + plan.Roadmap.Tasks()[plan.Tasks[i].Driver.Task].Title
}
