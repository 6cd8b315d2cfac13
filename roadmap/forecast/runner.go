package forecast

import (
	"context"
	"fmt"
	"sync/atomic"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule/levelling"
)

// runner makes runs, on several cores. What a run comes to depends on its number alone, and what is kept of runs are counts,
// so that it does not matter who makes which.
type runner struct {
	*model
	ctx      context.Context
	workers  int
	progress func(float64)
	// Of all the work, from 0 to 1, what is done, what the runs are that are being made, and what trying drivers will be.
	done, share, driverShare float64

	first  []roadmap.Date // by run, of those that drivers are tried on, and item: the day on which it ended
	base80 []float64      // by item: about when it ends with 80 %, over those runs
}

// worker is what one goroutine needs for runs.
type worker struct {
	*model
	pass    *levelling.Pass
	tallies []tally // by item
	chains  *chains // of a worker that follows chains
	late    []int32 // by task: working days by which its promise comes late in this run
	plan    int32   // the task that goes to plan whatever is drawn, or none
	calm    int     // the risk that does not happen whatever is drawn, or -1
}

const none = int32(-1)

func (m *model) newWorker() *worker {
	return &worker{model: m, pass: levelling.NewPass(m.problem), tallies: make([]tally, len(m.items)), late: make([]int32, m.problem.Len()), plan: none, calm: -1}
}

// run draws run n and places all tasks.
func (w *worker) run(n int) {
	w.draw(uint64(n))
	w.pass.Forward(w.order)
}

// draw draws how long each task takes and when each promise comes. Only what may differ from run to run is written.
func (w *worker) draw(n uint64) {
	duration := w.pass.Duration
	for i := range w.works {
		d := &w.works[i]
		duration[d.task] = d.table.days(d.stream.draw(n))
	}
	for i := range w.promises {
		w.late[w.promises[i].task] = w.promises[i].late(n)
	}
	if w.plan != none {
		duration[w.plan], w.late[w.plan] = w.planned[w.plan], 0
	}
	for i := range w.risks {
		if k := &w.risks[i]; i != w.calm && k.happens(n) {
			for _, x := range k.hits {
				duration[x] += k.days
			}
			for _, x := range k.moves {
				w.late[x] += k.days
			}
		}
	}
	for i := range w.promises {
		p := &w.promises[i]
		w.pass.Promised[p.task] = int32(p.day(w.late[p.task]) - w.base)
	}
}

// finish is the day on which the last of an item's tasks ends in the run that was made last, or never.
func (w *worker) finish(it *item) roadmap.Date {
	last := int32(0)
	for _, x := range it.tasks {
		if !w.pass.Placed(x) {
			return never
		}
		last = max(last, w.pass.Last(x))
	}
	return w.base + roadmap.Date(last)
}

// each makes count runs: do is called once for each number from 0 on, in any order, by several goroutines, each with a
// worker of its own, which are handed back. It ends when all of them have.
func (r *runner) each(count int, hire func() *worker, do func(w *worker, n int)) ([]*worker, error) {
	chunk := max(1, count/(64*r.workers))
	s := &shift{count: count, chunk: chunk, reports: make(chan int, count/chunk+1+r.workers)}
	workers := make([]*worker, r.workers)
	failed := make([]error, r.workers)
	for k := range workers {
		workers[k] = hire()
		go s.work(r.ctx, &failed[k], func(n int) { do(workers[k], n) })
	}
	r.follow(s.reports, count)
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	return workers, r.ctx.Err()
}

// shift is runs that several goroutines share out between them, a chunk at a time.
type shift struct {
	count, chunk int
	next         atomic.Int64
	reports      chan int // runs made; 0: a goroutine has ended. It has room for all that is ever said, so that nobody waits.
}

// work makes runs until there are none left, the context is cancelled, or one fails, which ends the others too.
func (s *shift) work(ctx context.Context, failed *error, do func(n int)) {
	defer func() {
		if p := recover(); p != nil {
			*failed = fmt.Errorf("a mistake in the forecast: %v", p)
			s.next.Store(int64(s.count))
		}
		s.reports <- 0
	}()
	for from := s.take(); from < s.count; from = s.take() {
		to := min(from+s.chunk, s.count)
		for n := from; n < to; n++ {
			if ctx.Err() != nil {
				return
			}
			do(n)
		}
		s.reports <- to - from
	}
}

// take is the first run of the next chunk.
func (s *shift) take() int { return int(s.next.Add(int64(s.chunk))) - s.chunk }

// follow waits until all workers have ended (each then says 0), and reports how far they are.
func (r *runner) follow(reports <-chan int, count int) {
	done := 0
	for working := r.workers; working > 0; {
		n := <-reports
		if n == 0 {
			working--
			continue
		}
		done += n
		r.report(r.done + r.share*float64(done)/float64(count))
	}
}

func (r *runner) report(done float64) {
	if r.progress != nil {
		r.progress(done)
	}
}

// outcomes makes all runs and counts on which day each item ends; of the first ones it keeps the days.
func (r *runner) outcomes(runs, keep int) ([]tally, error) {
	r.first = make([]roadmap.Date, keep*len(r.items))
	workers, err := r.each(runs, r.newWorker, func(w *worker, n int) {
		w.run(n)
		for i := range w.items {
			finish := w.finish(&w.items[i])
			w.tallies[i].add(finish)
			if n < keep {
				r.first[n*len(w.items)+i] = finish
			}
		}
	})
	if err != nil {
		return nil, err
	}
	for i := range r.items {
		var t tally
		for n := range keep {
			t.add(r.first[n*len(r.items)+i])
		}
		r.base80 = append(r.base80, t.aroundP80(r.items[i].cal))
	}
	return r.total(workers), nil
}

// total is what all workers counted.
func (r *runner) total(workers []*worker) []tally {
	total := make([]tally, len(r.items))
	for _, w := range workers {
		for i := range total {
			total[i].addAll(&w.tallies[i])
		}
	}
	return total
}

// count counts on which day each item ended in the run that was made last.
func (w *worker) count() {
	for i := range w.items {
		w.tallies[i].add(w.finish(&w.items[i]))
	}
}
