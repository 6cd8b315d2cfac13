package schedule_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// oneOf draws one of a few values, of which most are at an end of what a roadmap may hold.
func oneOf[T any](t *rapid.T, what string, values ...T) T {
	return rapid.SampledFrom(values).Draw(t, what)
}

// extremeDay is no date, an ordinary one, or one at either end of what a roadmap may name.
func extremeDay(t *rapid.T, what string) roadmap.Date {
	return oneOf(t, what, 0, 0, monday, monday+30, roadmap.FirstDate, roadmap.LastDate, roadmap.LastDate-40)
}

// drawExtremes is a random small roadmap in which everything may be as large, as far off or as contrary as it may be.
func drawExtremes(t *rapid.T) *roadmap.Roadmap {
	d := roadmap.New("Extremes", monday).Edit(monday).Lenient()
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	s := *d.Settings()
	s.Start = oneOf(t, "start", monday, monday, roadmap.FirstDate, roadmap.LastDate)
	s.ToldDays = oneOf(t, "told days", 0, 5, 1000)
	s.Weekdays = oneOf(t, "week", roadmap.MonToFri, roadmap.AllWeek, 1)
	s.Holidays = []roadmap.Period{extremePeriod(t, 0)}
	check(d.SetSettings(s))
	for i := range 3 {
		team := roadmap.Team{ID: fmt.Sprint("t", i), Name: fmt.Sprint("Team ", i), Capacity: oneOf(t, "capacity", 0, 1, 2, roadmap.MaxPeople),
			Weekdays: oneOf(t, "own week", roadmap.Weekdays(0), 0, 1, roadmap.AllWeek), Supplier: oneOf(t, "supplier", false, false, true)}
		if team.Supplier {
			team.Capacity = 0
		}
		team.TimeOff = []roadmap.Period{extremePeriod(t, oneOf(t, "away", 0, 1, roadmap.MaxPeople))}
		if team.Capacity > 0 {
			team.Extra = []roadmap.Period{extremePeriod(t, oneOf(t, "extra", 1, roadmap.MaxPeople))}
		}
		_, err := d.AddTeam(team)
		check(err)
	}
	_, err := d.AddGoal(roadmap.Goal{ID: "g", Title: "Goal", Deadline: extremeDay(t, "goal")})
	check(err)
	n := rapid.IntRange(1, 8).Draw(t, "tasks")
	for i := range n {
		_, err := d.AddTask(drawExtremeTask(t, i))
		check(err)
	}
	for range rapid.IntRange(0, 2*n).Draw(t, "links") {
		a, b := rapid.IntRange(0, n-1).Draw(t, "a"), rapid.IntRange(0, n-1).Draw(t, "b")
		if a < b {
			check(d.Link(roadmap.Dependency{From: fmt.Sprint("k", a), To: fmt.Sprint("k", b), Type: roadmap.LinkType(rapid.IntRange(0, 3).Draw(t, "type")),
				Lag: oneOf(t, "lag", 0, 0, 1, -1, roadmap.MaxLag, -roadmap.MaxLag)}))
		}
	}
	r, err := d.Close()
	check(err)
	return r
}

func extremePeriod(t *rapid.T, people int) roadmap.Period {
	from := oneOf(t, "from", monday, roadmap.FirstDate, roadmap.LastDate-100)
	return roadmap.Period{Name: "p", From: from, To: max(from, oneOf(t, "to", from, from, from+30, roadmap.LastDate)), People: people}
}

func drawExtremeTask(t *rapid.T, i int) roadmap.Task {
	days := func(what string) roadmap.Effort {
		return oneOf(t, what, roadmap.Effort{}, roadmap.PersonDays(0), roadmap.HundredthDays(1), roadmap.PersonDays(5), roadmap.PersonDays(500), roadmap.PersonDays(roadmap.MaxEffort))
	}
	task := roadmap.Task{ID: fmt.Sprint("k", i), Title: fmt.Sprint("Task ", i), Effort: days("effort"), People: oneOf(t, "people", 1, 1, 2, roadmap.MaxPeople),
		Priority: rapid.IntRange(1, 4).Draw(t, "priority"), Rank: oneOf(t, "rank", 0, 1, roadmap.MaxRank),
		NotBefore: extremeDay(t, "not before"), Deadline: extremeDay(t, "deadline"), Promised: extremeDay(t, "promised"), Told: extremeDay(t, "told")}
	if own := rapid.IntRange(-1, 2).Draw(t, "team"); own >= 0 {
		task.Team = fmt.Sprint("t", own)
	}
	if other := fmt.Sprint("t", rapid.IntRange(0, 2).Draw(t, "also")); other != task.Team && rapid.IntRange(0, 3).Draw(t, "also?") == 0 {
		task.AlsoNeeds = []roadmap.Need{{Team: other, People: oneOf(t, "their people", 1, roadmap.MaxPeople)}}
	}
	task.Goal = oneOf(t, "goal", "", "", "g")
	if rapid.IntRange(0, 4).Draw(t, "blocker") == 0 {
		task.Blockers = []roadmap.Blocker{{Text: "legal", Since: extremeDay(t, "since"), Until: extremeDay(t, "until")}}
	}
	switch rapid.IntRange(0, 6).Draw(t, "status") {
	case 0:
		if !task.IsMilestone() {
			task.Status, task.Remaining = roadmap.Doing, days("remaining")
			task.Started = max(extremeDay(t, "started"), roadmap.FirstDate)
		}
	case 1:
		task.Status, task.Started = roadmap.Done, roadmap.FirstDate
		task.Finished = max(extremeDay(t, "finished"), roadmap.FirstDate)
	case 2:
		task.Status = roadmap.Dropped
	}
	return task
}

// Whatever a roadmap holds, its plan keeps links and capacities, names only days that a roadmap may name, and puts what has
// no days among the unplannable.
func TestThePlanOfExtremesHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawExtremes(t)
		today := oneOf(t, "today", monday, monday, roadmap.FirstDate, roadmap.LastDate)
		for _, o := range []schedule.Options{{}, {NoLevel: true}} {
			p := schedule.Compute(r, today, o)
			checkLinks(t, p)
			checkDates(t, p)
			if p.Levelled {
				checkCapacity(t, p)
			}
			flags := p.Flags()
			checkUnplannable(t, p, flags)
			for _, f := range flags {
				addsUp(t, fmt.Sprint(f.Kind, " on ", f.Subject()), f.Why(), f.Days)
			}
			p.Roots(flags)
			p.Teams()
			for i := range p.Tasks {
				p.Why(i)
				p.Room(i)
			}
		}
	})
}

func checkDates(t *rapid.T, p *schedule.Plan) {
	for i, s := range p.Tasks {
		task := p.Roadmap.Tasks()[i]
		if !s.Planned {
			continue
		}
		for _, d := range []roadmap.Date{s.Start, s.Finish, s.EarlyStart, s.EarlyFinish, s.LateStart, s.LateFinish} {
			if !d.InRange() {
				t.Fatalf("%s has a date that is out of range: %s (%+v)", task.ID, d, s)
			}
		}
		if s.Start > s.Finish || s.EarlyStart > s.EarlyFinish || s.LateStart > s.LateFinish && task.Status != roadmap.Doing {
			t.Fatalf("%s finishes before it starts: %+v", task.ID, s)
		}
		if task.Status == roadmap.Todo && (s.Start < max(task.NotBefore, p.Roadmap.Settings().Start) || s.Finish < task.Promised) {
			t.Fatalf("%s lies before it may: %+v", task.ID, s)
		}
	}
}

func checkUnplannable(t *rapid.T, p *schedule.Plan, flags []schedule.Flag) {
	flagged := map[string]bool{}
	for _, f := range flags {
		if f.Kind == schedule.Unplannable {
			flagged[f.Task] = true
		}
	}
	for i, s := range p.Tasks {
		task := p.Roadmap.Tasks()[i]
		if open := task.Status.Open(); flagged[task.ID] != (open && !s.Planned) {
			t.Fatalf("%s: planned %v, open %v, flagged as unplannable %v", task.ID, s.Planned, open, flagged[task.ID])
		}
	}
}
