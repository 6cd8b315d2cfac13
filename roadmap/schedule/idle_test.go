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

// Team A waits for B's ten days as it is. That a later task's deadline is added makes somebody to blame for it, and leaves nobody
// without work who had some.
func TestWhoHadNothingToDoAnywayIsNotLeftWithoutWork(t *testing.T) {
	s := newSketch(t)
	s.Task("Concept", 10, func(t *roadmap.Task) { t.Team = "b" })
	s.Task("Frame", 5, func(t *roadmap.Task) { t.Team = "a" })
	s.Link("Concept", "Frame", roadmap.FinishToStart, 0)
	plan := s.Plan()
	r := s.After(func(d *roadmap.Draft) error {
		id, err := d.AddTask(roadmap.Task{Title: "Campaign", Effort: roadmap.PersonDays(2), Deadline: roadmap.MustDate("2026-01-12")})
		if err == nil {
			err = d.Link(roadmap.Dependency{From: "Frame", To: id})
		}
		return err
	})
	after := schedule.Idles(schedule.Compute(r, monday, schedule.Options{}).Flags())
	if len(after) != 1 || after[0].Team != "a" {
		t.Fatalf("Team A is not flagged: %+v", after)
	}
	if more := schedule.MoreIdle(plan, schedule.Idles(plan.Flags()), after); len(more) != 0 {
		t.Errorf("the edit idles %+v", more)
	}
}
