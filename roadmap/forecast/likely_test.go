package forecast

import (
	"context"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// Five days from Monday 5 January, and all three estimates agree: Friday the 9th, in every run. The licence has no end.
func TestByWhenIsLikely(t *testing.T) {
	today := roadmap.MustDate("2026-01-05")
	d := roadmap.New("Likely", today).Edit(today)
	five := roadmap.PersonDays(5)
	for _, task := range []roadmap.Task{
		{ID: "sure", Title: "Sure", Estimate: roadmap.Estimate{Optimistic: five, Likely: five, Pessimistic: five}, Deadline: today},
		{ID: "licence", Title: "Licence", Deadline: today, Blockers: []roadmap.Blocker{{Text: "legal", Since: today}}},
	} {
		if _, err := d.AddTask(task); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	plan := schedule.Compute(r, today, schedule.Options{})
	rough := NewRough(Run, plan)
	likely := rough.Likely(context.Background(), 1)
	if day, from := likely(schedule.Ref{Task: "sure"}); day != roadmap.MustDate("2026-01-09") || from != "10,000 runs" {
		t.Errorf("%s, from %s", day, from)
	}
	if day, _ := likely(schedule.Ref{Task: "licence"}); day != 0 {
		t.Errorf("nobody knows when the licence comes, but %s", day)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	anew := NewRough(Run, plan)
	if day, _ := anew.Likely(stopped, 1)(schedule.Ref{Task: "sure"}); day != 0 {
		t.Errorf("stopped, it says %s", day)
	}
	if day, _ := anew.Likely(context.Background(), 1)(schedule.Ref{Task: "sure"}); day != roadmap.MustDate("2026-01-09") {
		t.Errorf("asked again after it was stopped, it says %s", day)
	}
	if day, _ := rough.Likely(stopped, 1)(schedule.Ref{Task: "sure"}); day != roadmap.MustDate("2026-01-09") {
		t.Errorf("what it has made once is not kept: %s", day)
	}
	if got := RunsText(1_234_567); got != "1,234,567 runs" {
		t.Error(got)
	}
}
