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
	ahead    float64 // the share of the work that earlier runs were
	share    float64 // the share of the work that these runs are
}

// worker is what one goroutine needs for runs.
type worker struct {
	*model
	pass    *levelling.Pass
	tallies []tally // by item
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
func (r *runner) each(count int, do func(w *worker, n int)) ([]*worker, error) {
	chunk := max(1, count/(64*r.workers))
	reports := make(chan int, count/chunk+2*r.workers+1) // room for all that is ever said, so that nobody waits
	workers := make([]*worker, r.workers)
	failed := make([]error, r.workers)
	var next atomic.Int64
	for k := range workers {
		workers[k] = r.newWorker()
		go func() {
			defer func() {
				if p := recover(); p != nil {
					failed[k] = fmt.Errorf("a mistake in the forecast: %v", p)
					next.Store(int64(count)) // the others stop at their next chunk
				}
				reports <- 0
			}()
			for {
				from := int(next.Add(int64(chunk))) - chunk
				for n := from; n < min(from+chunk, count); n++ {
					if r.ctx.Err() != nil {
						return
					}
					do(workers[k], n)
				}
				if from >= count {
					return
				}
				reports <- min(chunk, count-from)
			}
		}()
	}
	r.follow(reports, count)
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	return workers, r.ctx.Err()
}

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
		r.report(r.ahead + r.share*float64(done)/float64(count))
	}
}

func (r *runner) report(done float64) {
	if r.progress != nil {
		r.progress(done)
	}
}

// outcomes makes all runs and counts on which day each item ends.
func (r *runner) outcomes(runs int) ([]tally, error) {
	workers, err := r.each(runs, func(w *worker, n int) {
		w.run(n)
		w.count()
	})
	if err != nil {
		return nil, err
	}
	total := make([]tally, len(r.items))
	for _, w := range workers {
		for i := range total {
			total[i].addAll(&w.tallies[i])
		}
	}
	return total, nil
}

// count counts on which day each item ended in the run that was made last.
func (w *worker) count() {
	for i := range w.items {
		w.tallies[i].add(w.finish(&w.items[i]))
	}
}
