package schedule_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// drawRoadmap is a random small roadmap: teams with weeks, time off and extra people of their own, tasks of every kind and
// links of every type. Links run from earlier to later tasks, so that there is no cycle.
func drawRoadmap(t *rapid.T) *roadmap.Roadmap {
	d := roadmap.New("Random", monday).Edit(monday).Lenient()
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	day := func(what string) roadmap.Date { return monday + roadmap.Date(rapid.IntRange(-10, 40).Draw(t, what)) }
	period := func(people int) roadmap.Period {
		from := day("from")
		return roadmap.Period{Name: "p", From: from, To: from + roadmap.Date(rapid.IntRange(0, 6).Draw(t, "length")), People: people}
	}
	s := *d.Settings()
	s.Holidays = []roadmap.Period{period(0)}
	s.ToldDays = rapid.IntRange(0, 6).Draw(t, "told days")
	check(d.SetSettings(s))
	teams := rapid.IntRange(1, 6).Draw(t, "teams")
	for i := range teams {
		team := roadmap.Team{ID: fmt.Sprint("t", i), Name: fmt.Sprint("Team ", i), Capacity: rapid.IntRange(0, 3).Draw(t, "capacity")}
		if rapid.Bool().Draw(t, "own week") {
			team.Weekdays = roadmap.Weekdays(rapid.IntRange(1, 127).Draw(t, "week"))
		}
		team.TimeOff = []roadmap.Period{period(rapid.IntRange(0, 2).Draw(t, "away"))}
		if team.Capacity > 0 {
			team.Extra = []roadmap.Period{period(1)}
		}
		_, err := d.AddTeam(team)
		check(err)
	}
	_, err := d.AddGoal(roadmap.Goal{ID: "g", Title: "Goal", Deadline: day("goal")})
	check(err)
	n := rapid.IntRange(1, 12).Draw(t, "tasks")
	for i := range n {
		_, err := d.AddTask(drawTask(t, i, teams, day))
		check(err)
	}
	for range rapid.IntRange(0, n*2).Draw(t, "links") {
		a, b := rapid.IntRange(0, n-1).Draw(t, "a"), rapid.IntRange(0, n-1).Draw(t, "b")
		if a < b {
			check(d.Link(roadmap.Dependency{From: fmt.Sprint("k", a), To: fmt.Sprint("k", b), Type: roadmap.LinkType(rapid.IntRange(0, 3).Draw(t, "type")), Lag: rapid.IntRange(-4, 4).Draw(t, "lag")}))
		}
	}
	r, err := d.Close()
	check(err)
	return r
}

func drawTask(t *rapid.T, i, teams int, day func(string) roadmap.Date) roadmap.Task {
	task := roadmap.Task{ID: fmt.Sprint("k", i), Title: fmt.Sprint("Task ", i), People: rapid.IntRange(1, 3).Draw(t, "people"),
		Effort: roadmap.HundredthDays(50 * rapid.IntRange(0, 12).Draw(t, "effort")), Priority: rapid.IntRange(1, 4).Draw(t, "priority")}
	own := rapid.IntRange(-1, teams-1).Draw(t, "team")
	if own >= 0 {
		task.Team = fmt.Sprint("t", own)
	}
	for first := rapid.IntRange(0, teams*3).Draw(t, "also"); first < teams; first += rapid.IntRange(1, teams).Draw(t, "and also") {
		if first != own {
			task.AlsoNeeds = append(task.AlsoNeeds, roadmap.Need{Team: fmt.Sprint("t", first), People: rapid.IntRange(1, 2).Draw(t, "of them")})
		}
	}
	maybe := func(what string) roadmap.Date {
		if rapid.IntRange(0, 3).Draw(t, what+"?") > 0 {
			return 0
		}
		return day(what)
	}
	task.NotBefore, task.Deadline, task.Promised, task.Told = maybe("not before"), maybe("deadline"), maybe("promised"), maybe("told")
	if rapid.IntRange(0, 3).Draw(t, "goal") == 0 {
		task.Goal = "g"
	}
	if rapid.IntRange(0, 5).Draw(t, "blocker") == 0 {
		task.Blockers = []roadmap.Blocker{{Text: "legal", Since: monday - 3, Until: maybe("until")}}
	}
	switch rapid.IntRange(0, 6).Draw(t, "status") {
	case 0:
		if !task.Effort.IsMilestone() {
			task.Status, task.Started = roadmap.Doing, monday-roadmap.Date(rapid.IntRange(0, 9).Draw(t, "started"))
		}
	case 1:
		task.Status = roadmap.Done
	case 2:
		task.Status = roadmap.Dropped
	}
	return task
}

// workDays are the days on which a task's open work lies in a plan.
func workDays(p *schedule.Plan, i int) []roadmap.Date {
	task := p.Roadmap.Tasks()[i]
	cal := p.Roadmap.TaskCalendar(task)
	n := task.RemainingDuration()
	if !task.Status.Open() || !p.Tasks[i].Planned || task.IsMilestone() {
		return nil
	}
	last := p.WorkEnd(i)
	var out []roadmap.Date
	for k := cal.Count(last+1) - n; k < cal.Count(last+1); k++ {
		out = append(out, cal.Day(k))
	}
	return out
}

func TestNoLevelledPlanBreaksALinkOrACapacity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRoadmap(t)
		p := schedule.Compute(r, monday, schedule.Options{})
		checkLinks(t, p)
		checkCapacity(t, p)
		for i, task := range p.Tasks {
			if task.Planned && r.Tasks()[i].Status == roadmap.Todo && task.Start < task.EarlyStart {
				t.Fatalf("%s starts %s, before its early start %s", r.Tasks()[i].ID, task.Start, task.EarlyStart)
			}
		}
	})
}

func checkLinks(t *rapid.T, p *schedule.Plan) {
	for _, l := range p.Roadmap.Dependencies() {
		a, b := p.Roadmap.TaskIndex(l.From), p.Roadmap.TaskIndex(l.To)
		to := p.Roadmap.Tasks()[b]
		if to.Status != roadmap.Todo || !p.Tasks[a].Planned || !p.Tasks[b].Planned || to.IsMilestone() || p.Roadmap.Tasks()[a].IsMilestone() {
			continue
		}
		cal := p.Roadmap.TaskCalendar(to)
		from, mine := p.Tasks[a], p.Tasks[b]
		var holds bool
		switch l.Type {
		case roadmap.FinishToStart:
			holds = mine.Start >= cal.Move(from.Finish+1, l.Lag)
		case roadmap.StartToStart:
			holds = mine.Start >= cal.Move(from.Start, l.Lag)
		case roadmap.FinishToFinish:
			holds = mine.Finish+1 >= cal.Move(from.Finish+1, l.Lag)
		case roadmap.StartToFinish: // days off between the two do not count
			holds = cal.Count(mine.Finish+1) >= cal.Count(cal.Move(from.Start, l.Lag))
		}
		if !holds {
			t.Fatalf("%s %s %+d from %s (%s to %s) to %s (%s to %s) does not hold", l.Type, l.From, l.Lag, l.From, from.Start, from.Finish, l.To, mine.Start, mine.Finish)
		}
	}
}

func checkCapacity(t *rapid.T, p *schedule.Plan) {
	understaffed := map[string]bool{}
	for _, f := range p.Flags() {
		understaffed[f.Task] = understaffed[f.Task] || f.Kind == schedule.Understaffed
	}
	for _, team := range p.Roadmap.Teams() {
		if team.Capacity == 0 {
			continue
		}
		used := map[roadmap.Date]int{}
		for i, task := range p.Roadmap.Tasks() {
			people := 0
			if task.Team == team.ID {
				people = task.People
			}
			for _, n := range task.AlsoNeeds {
				if n.Team == team.ID {
					people = n.People
				}
			}
			if understaffed[task.ID] {
				continue
			}
			for _, d := range workDays(p, i) {
				used[d] += people
			}
		}
		for d, n := range used {
			has := team.Capacity
			for _, x := range team.TimeOff {
				if x.From <= d && d <= x.To {
					has -= x.People
				}
			}
			for _, x := range team.Extra {
				if x.From <= d && d <= x.To {
					has += x.People
				}
			}
			if n > max(has, 0) {
				t.Fatalf("%s has %d people on %s, at work are %d", team.ID, has, d, n)
			}
		}
	}
}

func TestChainsAddUpToTheSlip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRoadmap(t)
		p := schedule.Compute(r, monday, schedule.Options{})
		d := r.Edit(monday)
		if rapid.Bool().Draw(t, "baseline") {
			if err := d.PutBaseline(p.Baseline("Board")); err != nil {
				t.Fatal(err)
			}
		}
		r, err := d.Close()
		if err != nil {
			t.Fatal(err)
		}
		p = schedule.Compute(r, monday+roadmap.Date(rapid.IntRange(0, 20).Draw(t, "later")), schedule.Options{})
		flags := p.Flags()
		for _, f := range flags {
			sum := 0
			for _, l := range f.Why() {
				sum += l.Days
			}
			if len(f.Why()) > 0 && sum != f.Days {
				t.Fatalf("the chain of %s on %v adds up to %d, not to %d: %+v", f.Kind, f.Subject(), sum, f.Days, f.Why())
			}
		}
		seen := map[int]bool{}
		for _, root := range p.Roots(flags) {
			for _, i := range root.Flags {
				seen[i] = true
			}
		}
		if len(seen) != len(flags) {
			t.Fatalf("%d of %d flags lie under a root", len(seen), len(flags))
		}
	})
}

func TestSamePlanEveryTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRoadmap(t)
		if a, b := said(t, r), said(t, r); a != b {
			t.Fatalf("two plans of one roadmap differ:\n%s\n%s", a, b)
		}
	})
}

// said is all that a plan says: its tasks, its flags with their causes, and its roots.
func said(t *rapid.T, r *roadmap.Roadmap) string {
	p := schedule.Compute(r, monday, schedule.Options{})
	flags := p.Flags()
	var causes [][]schedule.Cause
	for i := range flags {
		causes = append(causes, flags[i].Why(), flags[i].Reasons())
	}
	text, err := json.Marshal([]any{p.Tasks, flags, causes, p.Roots(flags)})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
