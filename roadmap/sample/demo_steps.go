package sample

import (
	"slices"

	"bywhen/roadmap"
)

// demoSteps is what happened since the demo began, in order.
func demoSteps(w week) []Step {
	steps := []Step{{Title: "baseline Board", Moment: Moment{w.day(begin), 9, 30}, Baseline: "Board"}}
	for _, k := range demoWork() {
		steps = append(steps, happenings(w, k)...)
	}
	for _, on := range checkIns {
		steps = append(steps, checkIn(w, on))
	}
	steps = append(steps, demoTurns(w)...)
	slices.SortStableFunc(steps, func(a, b Step) int {
		return int(a.Day-b.Day)*24*60 + (a.Hour-b.Hour)*60 + a.Minute - b.Minute
	})
	return steps
}

// happenings are the start and the end of a piece of work, where they lie in the history.
func happenings(w week, k work) []Step {
	var out []Step
	if (k.isDone() || k.isDoing()) && k.firstDay() >= begin {
		out = append(out, Step{Title: k.title + " started", Moment: Moment{w.day(k.firstDay()), 10, 5},
			Edit: set(k.id, func(t *roadmap.Task) { t.Status = roadmap.Doing })})
	}
	if k.isDone() && k.done[1] >= begin {
		out = append(out, Step{Title: k.title + " done", Moment: Moment{w.day(k.done[1]), 17, 10},
			Edit: set(k.id, func(t *roadmap.Task) { t.Status = roadmap.Done })})
	}
	return out
}

func set(id string, change func(*roadmap.Task)) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error { return d.UpdateTask(id, change) }
}

// checkIns are the days on which everybody was asked; silent are those who had nothing to say after a day.
var (
	checkIns = []int{-11, -6, -1}
	silent   = map[string]int{"31": -7}
	waiting  = []string{"21", "35", "44", "46", "47", "49", "65"} // not begun, but due, or somebody's promise
)

// checkIn tells of all work under way, as planned, and of what is due.
func checkIn(w week, on int) Step {
	var told []work
	for _, k := range demoWork() {
		last, isSilent := silent[k.id]
		if k.began(on) && !(k.isDone() && k.done[1] <= on) && !(isSilent && on > last) {
			told = append(told, k)
		}
	}
	return Step{Title: roadmap.CheckInTitle(len(told) + len(waiting)), Moment: Moment{w.day(on), 15, 20}, Edit: func(d *roadmap.Draft) error {
		for _, k := range told {
			if err := d.UpdateTask(k.id, func(t *roadmap.Task) { t.Remaining, t.Told = k.left(on), w.day(on) }); err != nil {
				return err
			}
		}
		for _, id := range waiting {
			if err := d.UpdateTask(id, func(t *roadmap.Task) { t.Told = w.day(on) }); err != nil {
				return err
			}
		}
		return nil
	}}
}

// demoTurns are the edits by which things took another turn.
func demoTurns(w week) []Step {
	at := func(day, hour, minute int) Moment { return Moment{w.day(day), hour, minute} }
	return []Step{
		{Title: "Retail display dropped", Because: "not needed for stores", Moment: at(-13, 9, 15),
			Edit: set("56", func(t *roadmap.Task) { t.Status = roadmap.Dropped })},
		{Title: "Warehouse contract blocked: landlord has not signed", Moment: at(-12, 11, 40),
			Edit: set("49", func(t *roadmap.Task) {
				t.Blockers = []roadmap.Blocker{{Text: "Landlord has not signed", Owner: "Marek", Since: w.day(-12)}}
			})},
		{Title: "Antenna module: promise moved", Because: "board revision", Moment: at(-10, 16, 5), Edit: promise("44", w.day(10))},
		{Title: "added Press units", Because: "reviewers want to keep theirs", Moment: at(-9, 12, 20), Edit: addPressUnits(w)},
		{Title: "two more stores signed", Moment: at(-8, 14, 0), Edit: measure("launch", w.day(-8), 5)},
		{Title: "Radio driver: 5d left", Moment: at(-7, 10, 30), Edit: set("31", func(t *roadmap.Task) { t.Remaining = roadmap.PersonDays(5) })},
		{Title: "Warehouse contract: landlord has signed", Moment: at(-6, 9, 50), Edit: set("49", func(t *roadmap.Task) {
			b := slices.Clone(t.Blockers)
			b[0].Cleared = w.day(-6)
			t.Blockers = b
		})},
		{Title: "Export licence blocked: at legal", Moment: at(-5, 13, 25), Edit: set("64", func(t *roadmap.Task) {
			t.Blockers = []roadmap.Blocker{{Text: "At legal", Owner: "legal", Since: w.day(-5)}}
		})},
		{Title: "Packaging design 6d → 8d", Because: "two sizes", Moment: at(-3, 11, 0), Edit: set("11", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(8) })},
		{Title: "Antenna module: promise moved", Because: "yield of the ceramic", Moment: at(-2, 16, 40), Edit: promise("44", w.day(14))},
		{Title: "asked Murata for 4 days", Moment: at(-1, 9, 5), Edit: set("44", func(t *roadmap.Task) {
			t.Asked = []roadmap.Ask{{Who: "murata", On: w.day(-1), For: w.day(10), Text: "The outline drawing and ten parts first", Days: 4}}
		})},
		{Title: "Trial run 5d → 6d", Because: "one more shift to train", Moment: at(-1, 16, 50), Edit: set("50", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(6) })},
		{Title: "known: Trial run", Because: "the extra shift is agreed", Moment: at(-1, 16, 55), Edit: func(d *roadmap.Draft) error {
			return d.PutKnown(roadmap.Known{Flag: "slipping", Task: "50", Days: 7, Because: "the shift is agreed, the rest comes with the antenna"})
		}},
	}
}

func addPressUnits(w week) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error {
		if _, err := d.AddTaskBefore(pressUnits.task(w, begin), "61"); err != nil {
			return err
		}
		if err := d.Link(roadmap.Dependency{From: "21", To: "60", Lag: 5}); err != nil {
			return err
		}
		return d.Link(roadmap.Dependency{From: "60", To: "62", Lag: 2})
	}
}

func promise(id string, date roadmap.Date) func(*roadmap.Draft) error {
	return set(id, func(t *roadmap.Task) { t.Promised = date })
}

func measure(goal string, day roadmap.Date, value float64) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error {
		return d.UpdateGoal(goal, func(g *roadmap.Goal) {
			g.Metric.Values = append(slices.Clone(g.Metric.Values), roadmap.MetricValue{Date: day, Value: value})
		})
	}
}
