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

// rowOf is n tasks of a day each, every tenth due on the day on which a plan without a break would end it, less three weeks.
func rowOf(n int) []roadmap.Entity {
	values := []roadmap.Entity{
		&roadmap.Settings{Name: "Row", Start: monday, ToldDays: 5, Weekdays: roadmap.AllWeek},
		&roadmap.Risk{ID: "r", Position: "a", Title: "Strike", Probability: 0.5, Days: 9_999, Tasks: []string{"0"}},
	}
	for i := range n {
		t := &roadmap.Task{ID: fmt.Sprint(i), Title: "Task", Position: roadmap.Position(fmt.Sprintf("%07d", i+1)), People: 1, Priority: 3, Told: monday,
			Effort: roadmap.PersonDays(1)}
		if i%10 == 9 {
			t.Deadline = min(monday+roadmap.Date(i-21), roadmap.LastDate)
		}
		values = append(values, t)
	}
	return values
}

// A hundred thousand days end in 2299; what comes after them has no dates. All of it is worked out at once, not task by task.
func TestAHundredThousandTasksInARow(t *testing.T) {
	const n = 101_000
	values := rowOf(n)
	for i := 1; i < n; i++ {
		values = append(values, &roadmap.Dependency{From: fmt.Sprint(i - 1), To: fmt.Sprint(i)})
	}
	r, err := roadmap.Load(values, n)
	if err != nil {
		t.Fatal(err)
	}
	p := schedule.Compute(r, monday, schedule.Options{})
	flags := p.Flags()
	counts := map[schedule.FlagKind]int{}
	for i := range flags {
		counts[flags[i].Kind]++
	}
	last := int(roadmap.LastDate-monday) + 1 // tasks until the last day that a roadmap may name
	if p.Finish != roadmap.LastDate || counts[schedule.Unplannable] != n-last || counts[schedule.Slipping]+counts[schedule.Overdue] != last/10 {
		t.Errorf("ends on %s with %v", p.Finish, counts)
	}
	if f := flags[len(flags)-1]; len(p.Roots(flags[:last/10])) != 1 || f.Kind != schedule.Unplannable {
		t.Errorf("the late ones have %d roots, not one; the last flag is %v", len(p.Roots(flags[:last/10])), f.Kind)
	}
}

func TestATaskWaitsForTenThousand(t *testing.T) {
	const n = 10_001
	values := rowOf(n)
	for i := range n - 1 {
		values = append(values, &roadmap.Dependency{From: fmt.Sprint(i), To: fmt.Sprint(n - 1)})
	}
	r, err := roadmap.Load(values, n)
	if err != nil {
		t.Fatal(err)
	}
	p := schedule.Compute(r, monday, schedule.Options{})
	if got := p.Tasks[n-1].Start; got != monday+1 {
		t.Errorf("it starts on %s, not on the day after all the others", got)
	}
}
