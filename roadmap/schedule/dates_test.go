package schedule_test

import (
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
)

// The sketches, draws and the Monday of package scheduletest, by short names.
type sketch = scheduletest.Sketch

var (
	monday      = scheduletest.Monday
	newSketch   = scheduletest.NewSketch
	idOf        = scheduletest.IDOf
	drawRoadmap = scheduletest.Draw
	generated   = scheduletest.Generated
)

// planOf is the plan of the task of that title.
func planOf(p *schedule.Plan, title string) schedule.TaskPlan {
	return p.Tasks[p.Roadmap.TaskIndex(idOf(title))]
}

// dates are the first and last day of a task, as "2026-01-05 2026-01-09".
func dates(p *schedule.Plan, title string) string {
	t := planOf(p, title)
	return t.Start.String() + " " + t.Finish.String()
}

// Task 1 takes 5 days from Monday 5 to Friday 9 January; task 2 takes 3 days.
func TestLinksTieTheirEnds(t *testing.T) {
	for _, c := range []struct {
		name string
		typ  roadmap.LinkType
		lag  int
		want string
	}{
		{"after it finishes, over the weekend", roadmap.FinishToStart, 0, "2026-01-12 2026-01-14"},
		{"two working days after it finishes", roadmap.FinishToStart, 2, "2026-01-14 2026-01-16"},
		{"two working days before it finishes", roadmap.FinishToStart, -2, "2026-01-08 2026-01-12"},
		{"when it starts", roadmap.StartToStart, 0, "2026-01-05 2026-01-07"},
		{"three working days after it starts", roadmap.StartToStart, 3, "2026-01-08 2026-01-12"},
		{"a lead before the plan day asks for nothing", roadmap.StartToStart, -3, "2026-01-05 2026-01-07"},
		{"finishing when it finishes", roadmap.FinishToFinish, 0, "2026-01-07 2026-01-09"},
		{"finishing a working day after it finishes", roadmap.FinishToFinish, 1, "2026-01-08 2026-01-12"},
		{"finishing a working day before it finishes", roadmap.FinishToFinish, -1, "2026-01-06 2026-01-08"},
		{"finishing when it starts", roadmap.StartToFinish, 0, "2026-01-05 2026-01-07"},
		{"finishing five working days after it starts", roadmap.StartToFinish, 5, "2026-01-07 2026-01-09"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newSketch(t).Task("1", 5, nil).Task("2", 3, nil).Link("1", "2", c.typ, c.lag).Plan()
			if got := dates(p, "2"); got != c.want {
				t.Errorf("task 2 is planned %s, want %s", got, c.want)
			}
		})
	}
}

// want holds tasks to their dates.
func want(t *testing.T, p *schedule.Plan, dateOf map[string]string) {
	t.Helper()
	for _, task := range p.Roadmap.Tasks() {
		if w, ok := dateOf[task.Title]; ok && dates(p, task.Title) != w {
			t.Errorf("%s is planned %s, want %s", task.Title, dates(p, task.Title), w)
		}
	}
}

func on(team string) func(*roadmap.Task) { return func(t *roadmap.Task) { t.Team = team } }

func TestDaysOffAreSkipped(t *testing.T) {
	s := newSketch(t).Holiday("2026-01-07", "2026-01-08")
	s.Team(roadmap.Team{ID: "b", Name: "Team B", TimeOff: []roadmap.Period{{Name: "Offsite", From: roadmap.MustDate("2026-01-12"), To: roadmap.MustDate("2026-01-13")}}})
	s.Team(roadmap.Team{ID: "c", Name: "Team C", Weekdays: 0b1010101}) // Mon, Wed, Fri, Sun
	s.Task("over two holidays", 5, on("a"))
	s.Task("over the team's time off", 3, func(t *roadmap.Task) { t.Team, t.NotBefore = "b", roadmap.MustDate("2026-01-09") })
	s.Task("on the team's own weekdays", 4, on("c"))
	s.Task("while both teams work", 3, func(t *roadmap.Task) {
		t.NotBefore = roadmap.MustDate("2026-01-09")
		t.AlsoNeeds = []roadmap.Need{{Team: "b", People: 1}}
	})
	want(t, s.Plan(), map[string]string{
		"over two holidays":          "2026-01-05 2026-01-13", // 5, 6, 9, 12, 13
		"over the team's time off":   "2026-01-09 2026-01-15", // 9, 14, 15
		"on the team's own weekdays": "2026-01-05 2026-01-12", // Mon 5, Fri 9, Sun 11, Mon 12
		"while both teams work":      "2026-01-09 2026-01-15",
	})
}

func TestMilestonesAreMoments(t *testing.T) {
	s := newSketch(t).Task("work", 5, nil)
	s.Task("behind work", 0, nil).Link("work", "behind work", roadmap.FinishToStart, 0)
	s.Task("a day behind", 0, nil).Link("work", "a day behind", roadmap.FinishToStart, 1)
	s.Task("behind a milestone", 0, nil).Link("behind work", "behind a milestone", roadmap.FinishToStart, 0)
	s.Task("with the start", 0, nil).Link("work", "with the start", roadmap.StartToStart, 0)
	s.Task("on a Sunday", 0, func(t *roadmap.Task) { t.NotBefore = roadmap.MustDate("2026-01-11") })
	s.Task("promised", 0, func(t *roadmap.Task) { t.Promised = roadmap.MustDate("2026-01-20") })
	s.Task("next", 2, nil).Link("behind work", "next", roadmap.FinishToStart, 0)
	want(t, s.Plan(), map[string]string{
		"behind work":        "2026-01-09 2026-01-09", // the day that ends at its predecessor's finish
		"a day behind":       "2026-01-12 2026-01-12",
		"behind a milestone": "2026-01-09 2026-01-09",
		"with the start":     "2026-01-05 2026-01-05",
		"on a Sunday":        "2026-01-11 2026-01-11", // not moved to a working day
		"promised":           "2026-01-20 2026-01-20",
		"next":               "2026-01-12 2026-01-13",
	})
}

func TestWhatHasHappenedStays(t *testing.T) {
	s := newSketch(t)
	s.Task("done", 5, func(t *roadmap.Task) {
		t.Status, t.Started, t.Finished = roadmap.Done, roadmap.MustDate("2025-12-29"), roadmap.MustDate("2026-01-02")
	})
	s.Task("under way", 8, func(t *roadmap.Task) {
		t.Status, t.Started, t.Remaining = roadmap.Doing, roadmap.MustDate("2025-12-30"), roadmap.PersonDays(3)
	})
	s.Task("under way with nothing left", 2, func(t *roadmap.Task) {
		t.Status, t.Started, t.Remaining = roadmap.Doing, roadmap.MustDate("2025-12-30"), roadmap.PersonDays(0)
	})
	s.Task("dropped", 5, func(t *roadmap.Task) { t.Status = roadmap.Dropped })
	s.Task("behind what is dropped", 2, nil).Link("dropped", "behind what is dropped", roadmap.FinishToStart, 0)
	s.Task("behind what is done", 2, nil).Link("done", "behind what is done", roadmap.FinishToStart, 1)
	p := s.Plan()
	want(t, p, map[string]string{
		"done":                        "2025-12-29 2026-01-02",
		"under way":                   "2025-12-30 2026-01-07", // 5, 6, 7 January
		"under way with nothing left": "2025-12-30 2026-01-05", // a started task has a day left
		"dropped":                     " ",
		"behind what is dropped":      "2026-01-05 2026-01-06",
		"behind what is done":         "2026-01-06 2026-01-07",
	})
}

func TestPromisesAndBlockersHoldTheEnd(t *testing.T) {
	day := roadmap.MustDate
	blocked := func(until string) func(*roadmap.Task) {
		return func(t *roadmap.Task) {
			t.Blockers = []roadmap.Blocker{{Text: "legal", Since: day("2026-01-02"), Until: day(until)}}
		}
	}
	s := newSketch(t)
	s.Task("promised later", 2, func(t *roadmap.Task) { t.Promised = day("2026-01-15") })
	s.Task("promised too early", 5, func(t *roadmap.Task) { t.Promised = day("2026-01-06") })
	s.Task("promise passed", 2, func(t *roadmap.Task) { t.Promised = day("2026-01-02") })
	s.Task("blocked until the 8th", 2, blocked("2026-01-08"))
	s.Task("blocked without end", 2, blocked(""))
	s.Task("behind a block", 1, nil).Link("blocked without end", "behind a block", roadmap.FinishToStart, 0)
	p := s.Plan()
	want(t, p, map[string]string{
		"promised later":        "2026-01-05 2026-01-15",
		"promised too early":    "2026-01-05 2026-01-09",
		"promise passed":        "2026-01-05 2026-01-06",
		"blocked until the 8th": "2026-01-08 2026-01-09", // on the 8th it can be worked
		"blocked without end":   "2026-01-06 2026-01-07", // until the working day after the status date
		"behind a block":        "2026-01-08 2026-01-08",
	})
	for id, open := range map[string]bool{"promised later": false, "promise passed": true, "blocked until the 8th": false, "blocked without end": true, "behind a block": true} {
		if got := planOf(p, id).OpenEnd; got != open {
			t.Errorf("%s: open end %v, want %v", id, got, open)
		}
	}
}

// A task told of on Friday 2 January goes on from there while that is at most five working days ago.
func TestSilenceCountsForAWhile(t *testing.T) {
	s := newSketch(t).Task("1", 5, func(t *roadmap.Task) {
		t.Status, t.Started, t.Told = roadmap.Doing, roadmap.MustDate("2026-01-02"), roadmap.MustDate("2026-01-02")
	})
	r := s.Roadmap()
	for today, want := range map[string]string{
		"2026-01-05": "2026-01-02 2026-01-08", // 2, 5, 6, 7, 8
		"2026-01-09": "2026-01-02 2026-01-08", // five working days ago
		"2026-01-12": "2026-01-02 2026-01-16", // six: from the status date
		"2026-01-01": "2026-01-02 2026-01-07", // told of after the status date: from the status date
	} {
		p := schedule.Compute(r, roadmap.MustDate(today), schedule.Options{})
		if got := dates(p, "1"); got != want {
			t.Errorf("on %s it is planned %s, want %s", today, got, want)
		}
	}
}

// Of the tasks that could go next: the higher priority, then the smaller rank, then the earlier late start, then the order
// of the file.
func TestTeamsWorkInOrder(t *testing.T) {
	due := roadmap.MustDate("2026-01-30")
	s := newSketch(t)
	s.Task("last by the file", 1, on("a"))
	s.Task("due", 1, func(t *roadmap.Task) { t.Team, t.Deadline = "a", due-10 })
	s.Task("ranked second", 1, func(t *roadmap.Task) { t.Team, t.Rank = "a", 2 })
	s.Task("ranked first", 1, func(t *roadmap.Task) { t.Team, t.Rank = "a", 1 })
	s.Task("urgent", 1, func(t *roadmap.Task) { t.Team, t.Priority = "a", 1 })
	s.Task("under way", 1, func(t *roadmap.Task) { t.Team, t.Priority, t.Status = "a", 4, roadmap.Doing })
	s.Task("the end", 1, func(t *roadmap.Task) { t.NotBefore = roadmap.MustDate("2026-02-27") })
	p := s.Plan()
	want(t, p, map[string]string{
		"under way":        "2026-01-05 2026-01-05", // what has started goes before all
		"urgent":           "2026-01-06 2026-01-06",
		"ranked first":     "2026-01-07 2026-01-07",
		"ranked second":    "2026-01-08 2026-01-08",
		"due":              "2026-01-09 2026-01-09", // must start by 20 January
		"last by the file": "2026-01-12 2026-01-12",
	})
	if d := planOf(p, "ranked second").Driver; d.Kind != schedule.Capacity || p.Roadmap.Tasks()[d.Task].Title != "ranked first" {
		t.Errorf("ranked second is driven by %v, want by its team's ranked first", d)
	}
}

func TestEachTaskHasADriver(t *testing.T) {
	day := roadmap.MustDate
	s := newSketch(t)
	s.Task("told", 3, nil)
	s.Task("dependency", 2, nil).Link("told", "dependency", roadmap.FinishToStart, 0)
	s.Task("not before", 2, func(t *roadmap.Task) { t.NotBefore = day("2026-01-20") })
	s.Task("promise", 2, func(t *roadmap.Task) { t.Promised = day("2026-01-20") })
	s.Task("blocker", 2, func(t *roadmap.Task) { t.Blockers = []roadmap.Blocker{{Text: "legal", Until: day("2026-01-08")}} })
	s.Task("progress", 2, func(t *roadmap.Task) { t.Status = roadmap.Doing })
	r := s.Roadmap()
	p := schedule.Compute(r, day("2026-01-06"), schedule.Options{})
	for id, want := range map[string]schedule.CauseKind{"dependency": schedule.Dependency, "not before": schedule.NotBefore, "promise": schedule.Promise,
		"blocker": schedule.Blocker, "progress": schedule.Progress, "told": schedule.Start} {
		if got := planOf(p, id).Driver.Kind; got != want {
			t.Errorf("%s is driven by %s, want %s", id, got, want)
		}
	}
	late := schedule.Compute(r, day("2026-01-19"), schedule.Options{})
	if got := planOf(late, "told").Driver.Kind; got != schedule.Told {
		t.Errorf("what nobody has begun is driven by %s, want told", got)
	}
}

func TestLateDatesKeepDeadlines(t *testing.T) {
	s := newSketch(t).Task("1", 5, nil).Task("2", 3, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-20") })
	s.Link("1", "2", roadmap.FinishToStart, 1).Task("3", 20, nil)
	p := s.Plan()
	one := p.Tasks[0]
	// 2 must lie on 16, 19 and 20 January, so 1 must end, with a day between, on the 14th.
	if one.LateStart.String() != "2026-01-08" || one.LateFinish.String() != "2026-01-14" || one.Slack != 3 {
		t.Errorf("1 is to lie from %s to %s with slack %d, want 2026-01-08 to 2026-01-14 with 3", one.LateStart, one.LateFinish, one.Slack)
	}
	if three := p.Tasks[2]; three.Slack != 0 || !three.Critical {
		t.Errorf("3 decides the end: slack %d, critical %v", three.Slack, three.Critical)
	}
}
