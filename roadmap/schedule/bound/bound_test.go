package bound_test

import (
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule/bound"
)

// Day 1 is Monday 5 January; a week has five working days.
var (
	monday   = roadmap.MustDate("2026-01-05")
	calendar = roadmap.New("Phone", monday).Calendar()
	first    = int32(calendar.Count(monday))
)

// spec is work that may begin on day 1, for one team of so many people, who look no further than 100 days ahead.
func spec(people int32, activities ...bound.Activity) *bound.Spec {
	s := &bound.Spec{Horizon: monday + 100, Teams: []bound.Team{{Calendar: calendar, People: []bound.Step{{From: 0, People: people}}}}}
	for _, a := range activities {
		a.Calendar, a.Start = calendar, first
		s.Activities = append(s.Activities, a)
	}
	return s
}

// days is work of so many days for so many people of the team.
func days(n, people int32) bound.Activity {
	return bound.Activity{Least: n, Most: n, Needs: []bound.Need{{Team: 0, People: people}}}
}

// chained makes each activity wait for the one before it.
func chained(s *bound.Spec, typ roadmap.LinkType, lag int32) *bound.Spec {
	for a := 1; a < len(s.Activities); a++ {
		s.Links = append(s.Links, bound.Link{From: int32(a - 1), To: int32(a), Type: typ, Lag: lag})
	}
	return s
}

func TestWhatEachTierProves(t *testing.T) {
	for name, c := range map[string]struct {
		spec *bound.Spec
		path string // the last day by dependencies alone
		want string
		by   bound.Tier
	}{
		"12 days of work for one person take until Tuesday the 20th": {spec(1, days(3, 1), days(4, 1), days(5, 1)), "2026-01-09", "2026-01-20", bound.ByWork},
		"of two people one does 5 days, the other 3 and 4":           {spec(2, days(3, 1), days(4, 1), days(5, 1)), "2026-01-09", "2026-01-13", bound.ByWork},
		"three people need no longer than the longest of them":       {spec(3, days(3, 1), days(4, 1), days(5, 1)), "2026-01-09", "2026-01-09", bound.ByPath},
		"of three tasks that take 2 of 3 people no two go together":  {spec(3, days(2, 2), days(2, 2), days(2, 2)), "2026-01-06", "2026-01-12", bound.ByWork},
		"in a row they are as long as they are":                      {chained(spec(1, days(2, 1), days(2, 1)), roadmap.FinishToStart, 0), "2026-01-08", "2026-01-08", bound.ByPath},
		"nothing is over on the day that dependencies ask for":       {spec(1), "2026-01-09", "2026-01-09", bound.ByPath},
	} {
		got, by := bound.Finish(c.spec, roadmap.MustDate(c.path), monday+60)
		if got.String() != c.want || by != c.by {
			t.Errorf("%s: not before %s, by %s; want %s, by %s", name, got, by, c.want, c.by)
		}
	}
}

// A bound never goes past the plan that is there: 12 days of work are over on the 14th where a plan says so.
func TestABoundStopsAtTheFinishGiven(t *testing.T) {
	to := roadmap.MustDate("2026-01-14")
	if got, _ := bound.Finish(spec(1, days(3, 1), days(4, 1), days(5, 1)), monday, to); got != to {
		t.Errorf("not before %s, want %s", got, to)
	}
}

func TestADeadlineThatATeamCannotKeep(t *testing.T) {
	day := roadmap.MustDate
	for name, c := range map[string]struct {
		spec *bound.Spec
		of   []int32
		by   string
		want bound.Overload
	}{
		"two tasks of 3 days for one person, both by Friday": {spec(1, days(3, 1), days(3, 1)), []int32{0, 1}, "2026-01-09",
			bound.Overload{From: monday, To: day("2026-01-09"), Tasks: 2, Needs: 6, Has: 5, Earliest: day("2026-01-12")}},
		"one of them alone is no reason": {spec(1, days(3, 1), days(3, 1)), []int32{1}, "2026-01-09", bound.Overload{}},
		"unless the other has begun and lies on Monday to Wednesday, on which this one must start": {spec(1, fixed(days(3, 1)), days(3, 1)), []int32{1}, "2026-01-09",
			bound.Overload{From: monday, To: day("2026-01-07"), Tasks: 2, Needs: 4, Has: 3, Earliest: day("2026-01-12")}},
		"what it waits for is due with it": {chained(spec(1, days(3, 1), days(3, 1), milestone()), roadmap.FinishToFinish, 0), []int32{2}, "2026-01-09",
			bound.Overload{From: monday, To: day("2026-01-09"), Tasks: 2, Needs: 6, Has: 5, Earliest: day("2026-01-12")}},
		"what need not take so long is taken at its least": {spec(1, bound.Activity{Least: 2, Most: 3, Needs: []bound.Need{{People: 1}}}, days(3, 1)), []int32{0, 1}, "2026-01-09", bound.Overload{}},
	} {
		got, over := bound.NewDeadlines(c.spec, 1).Overload(c.of, day(c.by), monday+60)
		if got != c.want || over != (c.want != bound.Overload{}) {
			t.Errorf("%s:\n  %+v, want\n  %+v", name, got, c.want)
		}
	}
}

func fixed(a bound.Activity) bound.Activity { a.Fixed = true; return a }

func milestone() bound.Activity { return bound.Activity{Milestone: true} }

func TestTiersInWords(t *testing.T) {
	for by, want := range map[bound.Tier]string{bound.ByPath: "the longest chain of tasks and dates", bound.ByTrying: "teams' work, with single tasks tried early and late"} {
		if got := by.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
