package week_test

import (
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
	"bywhen/roadmap/week"
)

// asPlanned is a task that week.AsPlanned was done to on a day.
func asPlanned(s *scheduletest.Sketch, task int, today roadmap.Date) *roadmap.Task {
	p := schedule.Compute(s.Plan().Roadmap, today, schedule.Options{})
	t := *p.Roadmap.Tasks()[task]
	week.AsPlanned(p, task)(&t)
	return &t
}

// What was to start has started, on the day on which it was expected to when it was last told of, and was worked on since; be that
// silence long lost, where all of it should be done by now it is. A promise that stands has begun as well.
func TestWhatWasToStartHasStartedAsPlanned(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(*roadmap.Task)
		today   roadmap.Date
		started roadmap.Date
		left    int
	}{
		{"to start today", nil, monday, monday, 5},
		{"to start on Monday, told of then; it is Wednesday", nil, monday + 2, monday, 3},
		{"five days to start on Monday, eight working days of silence: done", nil, monday + 10, monday, 0},
		{"ten days to start on Monday, eight working days of silence", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(10) }, monday + 10, monday, 2},
		{"promised for in two weeks, to begin on Monday", func(t *roadmap.Task) { t.Promised = monday + 14 }, monday + 2, monday, 5},
		{"to start tomorrow", func(t *roadmap.Task) { t.NotBefore = monday + 3 }, monday + 2, 0, 5},
	} {
		got := asPlanned(scheduletest.NewSketch(t).Task("it", 5, func(t *roadmap.Task) {
			if t.Told = monday; c.change != nil {
				c.change(t)
			}
		}), 0, c.today)
		if left := got.RemainingEffort(); got.Started != c.started || left != roadmap.PersonDays(c.left) || got.Told != c.today {
			t.Errorf("%s: started %s, %s left, told %s", c.name, got.Started, left, got.Told)
		}
	}
}

// B of 5 days was to start on Thursday after A. A was done on Friday, so B that goes as planned began the Monday after, be it right behind
// A or behind a milestone.
func TestWhatGoesAsPlannedBeginsAfterWhatWasDoneLate(t *testing.T) {
	for _, through := range []string{"", "gate"} {
		s := scheduletest.NewSketch(t).Task("A", 3, nil).Task("gate", 0, nil).Task("B", 5, nil)
		if through == "" {
			s.Link("A", "B", roadmap.FinishToStart, 0)
		} else {
			s.Link("A", "gate", roadmap.FinishToStart, 0).Link("gate", "B", roadmap.FinishToStart, 0)
		}
		p := schedule.Compute(s.Plan().Roadmap, monday+8, schedule.Options{})
		d := p.Roadmap.Edit(monday + 8)
		s.Must(d.UpdateTask("A", func(t *roadmap.Task) { t.Status, t.Started, t.Finished = roadmap.Done, monday, monday+4 }))
		s.Must(d.UpdateTask("B", func(t *roadmap.Task) { week.AsPlannedAfter(p, 2, d)(t) }))
		if b := d.Task("B"); b.Started != monday+7 || b.RemainingEffort() != roadmap.PersonDays(4) {
			t.Errorf("through %q: B started %s, %s left", through, b.Started, b.RemainingEffort())
		}
	}
}

// Nothing was said of a promise for two weeks, in which the work was not done by the plan; that it stands means that it was.
func TestAPromiseThatGoesAsPlannedIsKept(t *testing.T) {
	s := scheduletest.NewSketch(t).Task("it", 20, func(t *roadmap.Task) {
		t.Status, t.Started, t.Told, t.Promised = roadmap.Doing, monday-14, monday-14, monday+18
	})
	if p := s.Plan(); p.Tasks[0].Finish != monday+25 {
		t.Fatalf("ends %s", p.Tasks[0].Finish)
	}
	if left := asPlanned(s, 0, monday).RemainingEffort(); left != roadmap.PersonDays(15) {
		t.Errorf("%s left, want the 15 days up to the promise", left)
	}
}

// B was to start today after A. It cannot have where A was told to be blocked meanwhile, be it right before B or behind another.
func TestWhatWaitsForAnotherThatIsBlockedHasNotStarted(t *testing.T) {
	s := scheduletest.NewSketch(t).Task("A", 3, nil).Task("gate", 0, nil).Task("B", 5, nil)
	s.Link("A", "gate", roadmap.FinishToStart, 0).Link("gate", "B", roadmap.FinishToStart, 0)
	p := schedule.Compute(s.Plan().Roadmap, monday+3, schedule.Options{})
	d := p.Roadmap.Edit(monday + 3)
	told := func(task int) bool { return task == 0 }
	if p.Tasks[2].Start != monday+3 {
		t.Fatalf("B starts %s", p.Tasks[2].Start)
	}
	s.Must(d.UpdateTask("A", week.AsPlanned(p, 0)))
	if by := week.HoldsUp(p, 2, d, told); by != -1 {
		t.Errorf("held by %d though A is done", by)
	}
	s.Must(d.UpdateTask("A", func(t *roadmap.Task) {
		*t = *p.Roadmap.Tasks()[0]
		t.Blockers = []roadmap.Blocker{{Text: "Legal", Since: monday + 3}}
	}))
	if by := week.HoldsUp(p, 2, d, told); by != 0 {
		t.Errorf("held by %d, want A", by)
	}
	if by := week.HoldsUp(p, 2, d, func(int) bool { return false }); by != -1 {
		t.Errorf("held by %d though nothing was told of A", by)
	}
}
