package schedule_test

import (
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// proofOn is the proof for a missed deadline, and its words.
func proofOn(t *testing.T, p *schedule.Plan, id string) (schedule.Impossible, string) {
	t.Helper()
	for _, f := range p.Flags() {
		if f.Kind == schedule.Slipping && (f.Task == id || f.Goal == id) {
			x := f.Impossible()
			return x, x.Text(p)
		}
	}
	t.Fatalf("%s does not slip", id)
	return schedule.Impossible{}, ""
}

func due(date, team string) func(*roadmap.Task) {
	return func(t *roadmap.Task) { t.Team, t.Deadline = team, roadmap.MustDate(date) }
}

// Day 1 is Monday 5 January.
func TestWhatNoPlanCanKeepIsProvedWithNumbers(t *testing.T) {
	fs := roadmap.FinishToStart
	for name, c := range map[string]struct {
		build func(s *sketch)
		on    string
		want  string
	}{
		"3 and 4 days in a row": {func(s *sketch) {
			s.Task("A", 3, nil).Task("B", 4, due("2026-01-09", "")).Link("A", "B", fs, 0)
		}, "B", "not before 13 Jan with its links and promises as they are, even if all teams were free"},
		"their optimistic estimates would fit": {func(s *sketch) {
			s.Task("A", 3, func(t *roadmap.Task) { t.Estimate.Optimistic = roadmap.PersonDays(1) })
			s.Task("B", 4, due("2026-01-09", "")).Link("A", "B", fs, 0)
		}, "B", ""},
		"three tasks of 4 days for one person before a milestone due on the 10th day": {func(s *sketch) {
			for _, id := range []string{"A", "B", "C"} {
				s.Task(id, 4, at("a", 1)).Task("End of "+id, 0, nil).Link(id, "End of "+id, fs, 0)
			}
			s.Task("Launch", 0, due("2026-01-16", ""))
			for _, id := range []string{"A", "B", "C"} {
				s.Link("End of "+id, "Launch", fs, 0)
			}
		}, "Launch", "cannot be before 20 Jan: Team A has 12 person-days of work that must be done by 16 Jan, and 10 until then"},
		"optimistic, they take 3 days each, and 10 are enough": {func(s *sketch) {
			for _, id := range []string{"A", "B", "C"} {
				s.Task(id, 4, func(t *roadmap.Task) { t.Team, t.Estimate.Optimistic = "a", roadmap.PersonDays(3) })
			}
			s.Task("Launch", 0, due("2026-01-16", ""))
			for _, id := range []string{"A", "B", "C"} {
				s.Link(id, "Launch", fs, 0)
			}
		}, "Launch", ""},
		"another task of the team need not come first": {func(s *sketch) {
			s.Task("Other", 8, func(t *roadmap.Task) { t.Team, t.Priority = "a", 1 }).Task("A", 4, due("2026-01-09", "a"))
		}, "A", ""},
		"unless it is in progress: 5 of its days, and 4": {func(s *sketch) {
			s.Task("Other", 8, func(t *roadmap.Task) { t.Team, t.Status, t.Started = "a", roadmap.Doing, monday })
			s.Task("A", 4, due("2026-01-09", "a"))
		}, "A", "cannot be before 20 Jan: Team A has 9 person-days of work that must be done by 9 Jan, and 5 until then"},
		"three tasks that wait a week, 2 people, of whom one is away on 2 days, 4 days left": {func(s *sketch) {
			s.Team(roadmap.Team{ID: "m", Name: "Mechanics", Capacity: 2,
				TimeOff: []roadmap.Period{{Name: "Ana away", From: roadmap.MustDate("2026-01-12"), To: roadmap.MustDate("2026-01-13"), People: 1}}})
			s.Task("Steel", 5, nil).Task("Launch", 1, due("2026-01-16", ""))
			for _, id := range []string{"A", "B", "C"} {
				s.Task(id, 3, at("m", 1)).Link("Steel", id, fs, 0).Link(id, "Launch", fs, 0)
			}
		}, "Launch", "cannot be before 20 Jan: 3 tasks of Mechanics need 9 person-days between 12 Jan and 15 Jan, it has 6"},
	} {
		s := newSketch(t)
		c.build(s)
		if x, got := proofOn(t, s.Plan(), c.on); got != c.want {
			t.Errorf("%s:\n  %q, want\n  %q\n  %+v", name, got, c.want, x)
		}
	}
}

// A goal is proved by the tasks of its own: two of 3 days for one person, due on the 5th day.
func TestAGoalThatNoPlanCanKeep(t *testing.T) {
	s := newSketch(t)
	_, err := s.Draft.AddGoal(roadmap.Goal{ID: "g", Title: "Goal", Deadline: roadmap.MustDate("2026-01-09")})
	s.Must(err)
	for _, id := range []string{"A", "B"} {
		s.Task(id, 3, func(t *roadmap.Task) { t.Team, t.Goal = "a", "g" })
	}
	want := schedule.Impossible{By: "capacity", Earliest: roadmap.MustDate("2026-01-12"), Team: "a", From: monday, To: roadmap.MustDate("2026-01-09"),
		Tasks: 2, Needs: 6, Has: 5, Whole: true}
	if got, _ := proofOn(t, s.Plan(), "g"); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}
