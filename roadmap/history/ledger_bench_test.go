package history_test

import (
	"fmt"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
)

// BenchmarkLedger is the slip ledger of one deadline among 10,000 tasks, with a baseline and 10,000 changes since, ten of which
// moved it; days on which nobody said anything lie between.
func BenchmarkLedger(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		p, past, on := longHistory(b, n)
		b.Run(fmt.Sprintf("tasks=%d/changes=10000", n), func(b *testing.B) {
			b.ReportAllocs()
			lines := 0
			for b.Loop() {
				starts := history.Starts(p, past, on)
				lines = len(history.LedgerOf(p, past, on, starts[history.FirstChoice(p, starts)]).Lines)
			}
			b.ReportMetric(float64(lines), "lines")
		})
	}
}

// tightChains are n tasks of 1 to 10 days for 100 teams of one, each after the one 40 before it; every tenth is due on a day that
// comes too soon for most.
func tightChains(b *testing.B, n int) *roadmap.Roadmap {
	s := scheduletest.NewSketch(b)
	for k := range 100 {
		s.Team(roadmap.Team{ID: fmt.Sprint("t", k), Name: fmt.Sprint("Team ", k), Capacity: 1})
	}
	for i := 1; i <= n; i++ {
		s.Task(fmt.Sprint(i), 1+i*7%10, func(t *roadmap.Task) {
			if t.Team = fmt.Sprint("t", i*13%100); i%10 == 0 {
				t.Deadline = scheduletest.Monday + 20 + roadmap.Date(i/5)
			}
		})
		if i > 40 {
			s.Link(fmt.Sprint(i-40), fmt.Sprint(i), roadmap.FinishToStart, 0)
		}
	}
	return s.Roadmap()
}

func longHistory(b *testing.B, n int) (*schedule.Plan, *history.Past, schedule.Ref) {
	b.Helper()
	r, day := tightChains(b, n), scheduletest.Monday
	on := schedule.Ref{Task: "10"} // the first deadline
	past := &history.Past{Began: day}
	d := r.Edit(day)
	if err := d.PutBaseline(schedule.Compute(r, day, schedule.Options{}).Baseline("Board")); err != nil {
		b.Fatal(err)
	}
	r, _ = d.Close()
	for i := range 10_000 {
		moves := i%1000 == 999
		id, today := fmt.Sprint(i%(n-10)+11), day+roadmap.Date(i/200)
		if moves {
			id = on.Task
		}
		d := r.Edit(today)
		if err := d.UpdateTask(id, func(t *roadmap.Task) {
			if t.Notes = fmt.Sprint(i); moves {
				t.Effort = roadmap.PersonDays(3 + i/1000)
			}
		}); err != nil {
			b.Fatal(err)
		}
		next, err := d.Close()
		if err != nil {
			b.Fatal(err)
		}
		c := history.Change{Seq: uint64(i + 1), Today: today}
		c.Title, c.Edits = "change", []roadmap.Edit{{Kind: roadmap.KindTask, Key: id, Before: r.Task(id), After: next.Task(id)}}
		if moves {
			was, is := schedule.Compute(r, today, schedule.Options{}), schedule.Compute(next, today, schedule.Options{})
			c.Moved = []history.Move{{On: on, From: was.Tasks[9].Finish, To: is.Tasks[9].Finish}}
		}
		r, past.Changes = next, append(past.Changes, c)
	}
	return schedule.Compute(r, day+52, schedule.Options{}), past, on
}
