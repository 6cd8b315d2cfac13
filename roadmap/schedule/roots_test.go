package schedule_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// rootsOf are the rows of Alerts, as "text | deadline days | late | held | idle people".
func rootsOf(p *schedule.Plan) []string {
	var out []string
	for _, r := range p.Roots(p.Flags()) {
		idle := 0
		for _, x := range r.Idles {
			idle += x.People
		}
		out = append(out, fmt.Sprintf("%s | %s %+d | late %s | held %s | idle %d", r.Text, r.Worst.Title, r.Days, strings.Join(r.LateTasks(), ","), strings.Join(r.Held, ","), idle))
	}
	return out
}

func hasRoot(t *testing.T, p *schedule.Plan, want string) {
	t.Helper()
	all := rootsOf(p)
	for _, r := range all {
		if r == want {
			return
		}
	}
	t.Errorf("no row\n  %s\namong\n  %s", want, strings.Join(all, "\n  "))
}

// Nobody knows how long legal takes: the licence's goal and what waits for the licence end "or later", though in time so far.
func TestABlockerWithoutEndNamesTheDeadlineThatRestsOnIt(t *testing.T) {
	s := newSketch(t)
	_, err := s.Draft.AddGoal(roadmap.Goal{ID: "certified", Title: "Certified", Deadline: roadmap.MustDate("2026-03-31")})
	s.Must(err)
	s.Task("Licence", 2, func(t *roadmap.Task) {
		t.Team, t.Goal = "a", "certified"
		t.Blockers = []roadmap.Blocker{{Text: "At legal", Owner: "legal", Since: roadmap.MustDate("2025-12-29")}}
	})
	s.Task("Dossier", 3, func(t *roadmap.Task) { t.Goal = "certified" }).Link("Licence", "Dossier", roadmap.FinishToStart, 0)
	p := s.Plan()
	root := p.Roots(p.Flags())[0]
	if root.Text != "Licence: At legal, since 29 Dec, no end known" || root.Worst.Title != "Certified" || !root.OpenEnd || root.Days != 0 {
		t.Errorf("the first row is %+v", root)
	}
	if got := strings.Join(root.Held, ","); got != "Dossier" {
		t.Errorf("it holds up %q, not Dossier", got)
	}
}

// The licence was to take two days and is at legal for two weeks: that it takes longer is no cause beside the blocker.
func TestWhatTakesLongerForABlockerIsOneRowWithIt(t *testing.T) {
	s := newSketch(t)
	s.Task("Licence", 2, func(t *roadmap.Task) { t.Team = "a" })
	r := s.After(func(d *roadmap.Draft) error {
		return d.UpdateTask("Licence", func(t *roadmap.Task) {
			t.Status, t.Started = roadmap.Doing, monday
			t.Blockers = []roadmap.Blocker{{Text: "At legal", Since: monday, Until: roadmap.MustDate("2026-01-19")}}
		})
	})
	if all := rootsOf(schedule.Compute(r, monday, schedule.Options{})); len(all) != 1 || !strings.HasPrefix(all[0], "Licence: At legal until 19 Jan") {
		t.Errorf("%q", all)
	}
}

// The team's only deadline was planned for Friday 9 January and due on Wednesday 7: nothing went wrong since.
func TestAPlanThatWasLateFromTheBeginningIsACause(t *testing.T) {
	s := newSketch(t)
	s.Task("Tooling", 5, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-07") })
	s.Task("Other", 1, nil)
	r := s.After(func(d *roadmap.Draft) error {
		return d.UpdateTask("Other", func(t *roadmap.Task) { t.Notes = "changed" })
	})
	hasRoot(t, schedule.Compute(r, monday, schedule.Options{}), "Not enough time from Tooling on | Tooling +2 | late  | held  | idle 0")
}

// The goal and its only task are due on the same day: that is one row, and one thing to look after.
func TestWhatIsAtRiskByOneTaskIsOneRow(t *testing.T) {
	s := newSketch(t)
	due := roadmap.MustDate("2026-01-12")
	_, err := s.Draft.AddGoal(roadmap.Goal{ID: "launch", Title: "Launch", Deadline: due})
	s.Must(err)
	s.Task("Firmware", 5, func(t *roadmap.Task) { t.Goal, t.Deadline = "launch", due })
	p := s.Plan()
	if all := rootsOf(p); len(all) != 1 || all[0] != "Launch has 1 day left before 12 Jan | Launch +0 | late  | held  | idle 0" {
		t.Errorf("%q", all)
	}
	if root := p.Roots(p.Flags())[0]; root.On.Task != "Firmware" || len(root.Flags) != 2 {
		t.Errorf("enter goes to %v, with %d flags", root.On, len(root.Flags))
	}
}

func TestOneThingMissingGoesByItsName(t *testing.T) {
	s := newSketch(t).Task("A", 1, nil)
	s.Task("B", 1, func(t *roadmap.Task) { t.Effort = roadmap.Effort{} })
	hasRoot(t, s.Plan(), "B has no estimate: it counts as one day |  +0 | late  | held  | idle 0")
	s = newSketch(t).Task("A", 1, func(t *roadmap.Task) { t.Effort = roadmap.Effort{} })
	s.Task("B", 1, func(t *roadmap.Task) { t.Effort = roadmap.Effort{} })
	hasRoot(t, s.Plan(), "2 tasks have no estimate: each counts as one day |  +0 | late  | held  | idle 0")
}

// Press units waits 4 days for its team and had one to spare: the queue makes it 3 days late, not 4.
func TestACauseAnswersForNoMoreThanTheSlip(t *testing.T) {
	s := newSketch(t)
	s.Task("Trial run", 4, func(t *roadmap.Task) { t.Team, t.Priority = "a", 1 })
	s.Task("Press units", 2, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-01-07") })
	hasRoot(t, s.Plan(), "Team A is busy with Trial run | Press units +3 | late Press-units | held  | idle 0")
}

// Tooling waits for the antenna and is due on Friday 16 January, so that the antenna is needed on Friday 9. The baseline is of Monday 5.
func TestAPromiseSaysWhatIsWrongWithIt(t *testing.T) {
	jan := func(day int) roadmap.Date { return roadmap.MustDate("2026-01-01") + roadmap.Date(day-1) }
	for _, c := range []struct {
		team     string
		promises []roadmap.Promise // made on, for
		effort   int
		want     string
	}{
		{"murata", []roadmap.Promise{{On: jan(2), Date: jan(14)}}, 1, "Murata promises Antenna for 14 Jan, needed 9 Jan"},
		{"murata", []roadmap.Promise{{On: jan(2), Date: jan(8)}, {On: jan(5), Date: jan(14)}}, 1, "Murata promises Antenna for 14 Jan, needed 9 Jan"},
		{"murata", []roadmap.Promise{{On: jan(2), Date: jan(8)}, {On: jan(6), Date: jan(12)}, {On: jan(7), Date: jan(14)}}, 1, "Murata moved Antenna from 8 Jan to 14 Jan"},
		{"murata", []roadmap.Promise{{On: jan(2), Date: jan(13)}, {On: jan(7), Date: jan(14)}}, 1, "Murata promises Antenna for 14 Jan, needed 9 Jan"},
		{"murata", []roadmap.Promise{{On: jan(2), Date: jan(14)}, {On: jan(7), Date: jan(8)}}, 5, "Murata promises Antenna for 8 Jan, not possible before 9 Jan"},
		{"murata", []roadmap.Promise{{On: jan(2), Date: jan(12)}}, 7, "Murata promises Antenna for 12 Jan, needed 9 Jan, not possible before 13 Jan"},
		{"", []roadmap.Promise{{On: jan(2), Date: jan(14)}}, 1, "Antenna is promised for 14 Jan, needed 9 Jan"},
		{"", []roadmap.Promise{{On: jan(2), Date: jan(8)}, {On: jan(7), Date: jan(14)}}, 1, "Antenna, promised for 8 Jan, is now promised for 14 Jan"},
	} {
		s := newSketch(t).Team(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true})
		s.Task("Antenna", c.effort, func(t *roadmap.Task) {
			t.Team, t.Promises, t.Promised = c.team, c.promises, c.promises[len(c.promises)-1].Date
		})
		s.Task("Tooling", 5, func(t *roadmap.Task) { t.Deadline = jan(16) }).Link("Antenna", "Tooling", roadmap.FinishToStart, 0)
		p := schedule.Compute(s.After(func(*roadmap.Draft) error { return nil }), jan(7), schedule.Options{})
		if !slices.ContainsFunc(p.Roots(p.Flags()), func(r schedule.Root) bool { return r.Text == c.want }) {
			t.Errorf("%v of %q: no row %q among %v", c.promises, c.team, c.want, rootsOf(p))
		}
	}
}

// Packaging should have begun on Monday 12 and nobody is late by that, nor without work: the row says who waits.
func TestARowThatMovesNoDeadlineNamesWhatWaits(t *testing.T) {
	s := newSketch(t).Team(roadmap.Team{ID: "b", Name: "Team B"}).Team(roadmap.Team{ID: "c", Name: "Team C", Capacity: 2})
	s.Task("Print", 5, func(t *roadmap.Task) { t.Team = "b" })
	s.Task("Packaging", 2, func(t *roadmap.Task) { t.Team = "c" }).Task("Manual", 20, func(t *roadmap.Task) { t.Team = "c" })
	s.Link("Print", "Packaging", roadmap.FinishToStart, 0)
	r := s.After(func(d *roadmap.Draft) error {
		return d.UpdateTask("Print", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(8) })
	})
	today := roadmap.MustDate("2026-01-12")
	hasRoot(t, schedule.Compute(r, today, schedule.Options{}), "Print is not finished before 14 Jan: Packaging waits |  +0 | late  | held  | idle 0")
}

// Board is of five days from Monday 5 January and due on Friday 9. On Monday 12 it goes as planned, since nobody has told otherwise,
// and a week later its silence is lost; once it is done nothing is said of it.
func TestWhatShouldBeDoneAndIsNotToldOfIsNeitherLateNorInTime(t *testing.T) {
	s := newSketch(t)
	s.Task("Board", 5, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-09") })
	for day, want := range map[string]string{"2026-01-09": "false +0 Board has 0 days left before 9 Jan", "2026-01-12": "true +0 Board was due 9 Jan, no word yet", "2026-01-19": "false +10 Not enough time from Board on"} {
		p := schedule.Compute(s.Roadmap(), roadmap.MustDate(day), schedule.Options{})
		d := p.Deadlines()[0]
		if got := fmt.Sprintf("%v %+d %s", d.Silent, d.Days, p.Roots(p.Flags())[0].Text); got != want {
			t.Errorf("on %s: %s, not %s", day, got, want)
		}
	}
	r := s.After(func(d *roadmap.Draft) error {
		return d.UpdateTask("Board", func(t *roadmap.Task) { t.Status, t.Finished = roadmap.Done, roadmap.MustDate("2026-01-05") })
	})
	if p := schedule.Compute(r, roadmap.MustDate("2026-01-12"), schedule.Options{}); len(p.Flags()) != 0 {
		t.Errorf("done, it is flagged: %v", rootsOf(p))
	}
}
