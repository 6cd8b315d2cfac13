package schedule_test

import (
	"fmt"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// TaskJuggler 3.8.4 plans the same projects, tasks, teams, dependencies and deadlines alike; its plans end on the days on the
// right. It works a task in pieces, around what its team is busy with already; ours are worked in one piece, in the order that
// priority, rank and late start give. That costs 2 and 8 working days on the small projects; the large ones end earlier.
func TestWhenTheDefaultPlanEndsBesideTaskJuggler(t *testing.T) {
	for _, c := range []struct {
		tasks             int
		ours, taskJuggler string
	}{
		{100, "2026-06-08", "2026-06-04"},
		{300, "2026-09-01", "2026-08-20"},
		{1_000, "2027-09-07", "2027-09-21"},
		{3_000, "2031-04-14", "2031-04-24"},
	} {
		p := schedule.Compute(generated(t, c.tasks, false), monday, schedule.Options{})
		if got := p.Finish.String(); got != c.ours {
			t.Errorf("%d tasks end on %s, not on %s; TaskJuggler ends them on %s", c.tasks, got, c.ours, c.taskJuggler)
		}
	}
}

// BenchmarkPlan is a levelled plan with all flags and their causes.
func BenchmarkPlan(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		for _, tight := range []bool{false, true} {
			r := generated(b, n, tight)
			b.Run(fmt.Sprintf("tasks=%d/tight=%v", n, tight), func(b *testing.B) {
				b.ReportAllocs()
				flags := 0
				for b.Loop() {
					p := schedule.Compute(r, roadmap.MustDate("2026-01-05"), schedule.Options{})
					flags = len(p.Flags())
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/task")
				b.ReportMetric(float64(flags), "flags")
			})
		}
	}
}

// BenchmarkEdit is what an edit of one task costs until its plan and all flags are there: a draft, its close, the plan.
func BenchmarkEdit(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		r := generated(b, n, false)
		b.Run(fmt.Sprintf("tasks=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			effort := 0
			for b.Loop() {
				effort++
				d := r.Edit(monday)
				if err := d.UpdateTask("500", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(1 + effort%9) }); err != nil {
					b.Fatal(err)
				}
				next, err := d.Close()
				if err != nil {
					b.Fatal(err)
				}
				r = next
				schedule.Compute(r, monday, schedule.Options{}).Flags()
			}
		})
	}
}
