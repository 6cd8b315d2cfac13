package schedule_test

import (
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// Legal holds the licence until Friday 16 January: Team A has nothing else, and idles from today to the day before.
func TestABlockerIdlesTheTeamThatHasNothingElse(t *testing.T) {
	s := newSketch(t)
	s.Task("Licence", 2, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-01-07") })
	plan := s.Plan()
	before := schedule.Idles(plan.Flags())
	planned := func(day string) *schedule.Plan {
		r := s.After(func(d *roadmap.Draft) error {
			return d.UpdateTask("Licence", func(t *roadmap.Task) {
				t.Blockers = []roadmap.Blocker{{Text: "At legal", Since: monday, Until: roadmap.MustDate(day)}}
			})
		})
		return schedule.Compute(r, monday, schedule.Options{})
	}
	longer, shorter := planned("2026-01-16"), planned("2026-01-14")
	long, short := schedule.Idles(longer.Flags()), schedule.Idles(shorter.Flags())
	if more := schedule.MoreIdle(plan, before, long); len(more) != 1 || more[0].Team != "a" || more[0].Since != monday || more[0].Until != roadmap.MustDate("2026-01-15") {
		t.Errorf("%+v", more)
	}
	if more := schedule.MoreIdle(longer, long, short); len(more) != 0 {
		t.Errorf("two days less is more: %+v", more)
	}
	if more := schedule.MoreIdle(shorter, short, long); len(more) != 1 {
		t.Errorf("two days more is %+v", more)
	}
}

// Team A waits for B until Friday the 16th and then works for a week. That somebody is now to blame for the week of the 12th leaves
// nobody without work who had some; in the week of the 19th there was some.
func TestWhoHadNothingToDoAnywayIsNotLeftWithoutWork(t *testing.T) {
	s := newSketch(t)
	s.Team(roadmap.Team{ID: "b", Name: "Team B"})
	s.Task("Concept", 10, func(t *roadmap.Task) { t.Team = "b" })
	s.Task("Frame", 5, func(t *roadmap.Task) { t.Team = "a" })
	s.Link("Concept", "Frame", roadmap.FinishToStart, 0)
	window := func(since, until string) []schedule.Idle {
		x := schedule.Idle{Team: "a", People: 1, Since: roadmap.MustDate(since)}
		if until != "" {
			x.Until = roadmap.MustDate(until)
		}
		return []schedule.Idle{x}
	}
	for _, c := range []struct {
		since, until string
		want         int
	}{{"2026-01-12", "2026-01-16", 0}, {"2026-01-12", "2026-01-19", 1}, {"2026-01-23", "2026-01-30", 1}, {"2026-01-26", "2026-01-30", 0}, {"2026-01-12", "", 1}, {"2026-01-26", "", 0}} {
		if more := schedule.MoreIdle(s.Plan(), nil, window(c.since, c.until)); len(more) != c.want {
			t.Errorf("from %s to %s: %+v", c.since, c.until, more)
		}
	}
}
