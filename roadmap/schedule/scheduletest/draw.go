package scheduletest

import (
	"fmt"

	"pgregory.net/rapid"

	"bywhen/roadmap"
)

// Draw is a random small roadmap: teams with weeks, time off and extra people of their own, tasks of every kind and
// links of every type. Links run from earlier to later tasks, so that there is no cycle.
func Draw(t *rapid.T) *roadmap.Roadmap {
	d := roadmap.New("Random", Monday).Edit(Monday).Lenient()
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	day := func(what string) roadmap.Date { return Monday + roadmap.Date(rapid.IntRange(-10, 40).Draw(t, what)) }
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
		task.Blockers = []roadmap.Blocker{{Text: "legal", Since: Monday - 3, Until: maybe("until")}}
	}
	switch rapid.IntRange(0, 6).Draw(t, "status") {
	case 0:
		if !task.Effort.IsMilestone() {
			task.Status, task.Started = roadmap.Doing, Monday-roadmap.Date(rapid.IntRange(0, 9).Draw(t, "started"))
		}
	case 1:
		task.Status = roadmap.Done
	case 2:
		task.Status = roadmap.Dropped
	}
	return task
}
