package main

import (
	"fmt"
	"strconv"

	"bywhen/roadmap"
	"bywhen/roadmap/forecast"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// mostDrivers is how many of the things that move a deadline are printed.
const mostDrivers = 5

// printForecast prints a block a deadline, when the roadmap ends, and where the spread comes from.
func (p *program) printForecast(plan *schedule.Plan, f *forecast.Forecast) {
	if f.Finish.Histogram == nil && f.Finish.Undated == 0 {
		if hasOpenTasks(plan) {
			p.notef("no task has dates; \"bywhen check\" says why")
			return
		}
		p.notef("there is nothing to forecast yet: add a task with \"bywhen add\"")
		return
	}
	if done := plan.DoneDeadlines(); len(f.Deadlines) == 0 && len(done) > 0 {
		p.printDone(done, plan.Today)
	} else if len(f.Deadlines) == 0 {
		p.notef("no deadline has a forecast: give a goal or a task a deadline")
	}
	for i := range f.Deadlines {
		d := &f.Deadlines[i]
		p.printf("%s\n  deadline %s, %s\n", visible(d.Title), paint.Day(d.Date, f.Today), inTime(d))
		p.printOutcome(plan, f, &d.Outcome, d.Drivers)
	}
	p.printf("the whole roadmap\n")
	p.printOutcome(plan, f, &f.Finish, f.FinishDrivers)
	p.printf("%s, seed %d\n", forecast.RunsText(f.Runs), f.Seed)
	for _, line := range basisTexts(plan.Roadmap, &f.Basis) {
		p.printf("  %s\n", visible(line))
	}
}

// printOutcome prints the dates and what moves them.
func (p *program) printOutcome(plan *schedule.Plan, f *forecast.Forecast, o *forecast.Outcome, drivers []forecast.Driver) {
	text := func(d roadmap.Date) string {
		if d == 0 {
			return "no date"
		}
		return paint.DayOrLater(d, f.Today, o.OpenEnd)
	}
	p.printf("  P50 %s   P80 %s   P95 %s\n", text(o.P50), text(o.P80), text(o.P95))
	if o.Undated > 0 {
		p.printf("  no date in %s: its work finds no days\n", paint.Count(o.Undated, "run"))
	}
	if len(drivers) > 0 {
		p.printf("  what moves it most, in days of P80 won if it went to plan\n")
		t := table{columns: []column{{"", true}, {"", false}}}
		for _, x := range drivers[:min(len(drivers), mostDrivers)] {
			t.add("    "+strconv.FormatFloat(x.Days, 'f', 1, 64), driverText(plan.Roadmap, x))
		}
		t.writeRows(p.out)
	}
	p.printf("\n")
}

// driverText names what moves a deadline, and what it is about it.
func driverText(r *roadmap.Roadmap, x forecast.Driver) string {
	switch k := r.Risk(x.Risk); {
	case k != nil:
		return fmt.Sprintf("risk: %s, %s", k.Title, paint.Percent(k.Probability))
	case x.Promise:
		t := r.Task(x.Task)
		return "promise of " + t.Title + ", " + teamName(r, t.Team)
	}
	return "estimate of " + r.Task(x.Task).Title
}

// inTime is how probable it is that a deadline is kept.
func inTime(d *forecast.Deadline) string {
	if d.OpenEnd {
		return "in time: nobody can say, it rests on an end that nobody knows"
	}
	return paint.Percent(d.Probability) + " in time"
}

// percentAtBest is a probability; of an end that nobody knows it can only be said at best.
func percentAtBest(p float64, openEnd bool) string {
	if openEnd {
		return "at best " + paint.Percent(p)
	}
	return paint.Percent(p)
}

// basisTexts say where the spread comes from, a line a source.
func basisTexts(r *roadmap.Roadmap, b *forecast.Basis) []string {
	var out []string
	say := func(n int, format string, args ...any) {
		if n > 0 {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	say(b.Estimates, "%s by three-point estimates", paint.Count(b.Estimates, "task"))
	for _, k := range b.Records {
		of := "work of no team"
		if k.Team != "" {
			of = teamName(r, k.Team)
		}
		say(1, "%s by the record: %s took %s x its estimates, in the middle of %d finished tasks", paint.Count(k.Tasks, "task"), of, strconv.FormatFloat(k.Ratio, 'f', 1, 64), k.Finished)
	}
	say(b.Defaults, "%s by the default: from ¾ to 2 times the effort", paint.Count(b.Defaults, "task"))
	say(b.Risks, "%s", paint.Count(b.Risks, "open risk"))
	for _, k := range b.Promises {
		say(1, "%s by the record: %s kept %d of %d, %s late in the middle; the next counts as kept %d times in %d", paint.Count(k.Tasks, "promise"), teamName(r, k.Team), k.Kept, k.Delivered,
			paint.Count(k.Late, "day"), k.Kept+1, k.Delivered+1)
	}
	say(b.Kept, "%s taken as kept: no record of late ones", paint.Count(b.Kept, "promise"))
	if len(out) == 0 {
		return []string{"nothing is uncertain: every run is the plan"}
	}
	return out
}
