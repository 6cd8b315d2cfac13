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
	before := schedule.Idles(s.Plan().Flags())
	until := func(day string) []schedule.Idle {
		r := s.After(func(d *roadmap.Draft) error {
			return d.UpdateTask("Licence", func(t *roadmap.Task) {
				t.Blockers = []roadmap.Blocker{{Text: "At legal", Since: monday, Until: roadmap.MustDate(day)}}
			})
		})
		return schedule.Idles(schedule.Compute(r, monday, schedule.Options{}).Flags())
	}
	long, short := until("2026-01-16"), until("2026-01-14")
	if more := schedule.MoreIdle(before, long); len(more) != 1 || more[0].Team != "a" || more[0].Since != monday || more[0].Until != roadmap.MustDate("2026-01-15") {
		t.Errorf("%+v", more)
	}
	if more := schedule.MoreIdle(long, short); len(more) != 0 {
		t.Errorf("two days less is more: %+v", more)
	}
	if more := schedule.MoreIdle(short, long); len(more) != 1 {
		t.Errorf("two days more is %+v", more)
	}
}
