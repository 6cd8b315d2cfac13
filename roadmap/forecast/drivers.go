package forecast

import (
	"cmp"
	"slices"
)

// How much is done to find drivers. Chains are followed, and what is won is worked out, over as many of the first runs as
// place about so many tasks, within these bounds; and no more candidates are tried than all in all place about so many tasks,
// or two for three that the forecast itself places.
const (
	placedForChains                 = 2_000_000
	leastChainRuns, mostChainRuns   = 100, 500
	placedForDriver                 = 200_000
	leastDriverRuns, mostDriverRuns = 400, 1_000
	placedForDrivers                = 6_400_000
	leastDrivers                    = 3
)

func (m *model) chainRuns(o Options) int {
	return min(o.Runs, max(leastChainRuns, min(mostChainRuns, placedForChains/max(len(m.tasks), 1))))
}

func (m *model) driverRuns(o Options) int {
	return min(o.Runs, max(leastDriverRuns, min(mostDriverRuns, placedForDriver/max(len(m.tasks), 1))))
}

// mostCandidates is how many tasks and risks are tried.
func (m *model) mostCandidates(o Options) int {
	n := max(len(m.tasks), 1)
	room := max(placedForDrivers, o.Runs*n*2/3) / (m.driverRuns(o) * n)
	return min(o.Drivers, max(leastDrivers, room))
}

// leastDays is how little is no driver.
const leastDays = 0.05

// candidate is a task or a risk that may move deadlines.
type candidate struct {
	task int32 // or none
	risk int   // or -1
}

// drivers works out what moves the deadlines: the chains of a part of the runs say which tasks and risks cost most on them;
// the first of these are then left out of the same draws, and the runs made again.
func (r *runner) drivers(f *Forecast, o Options) error {
	chosen := r.choose(f)
	f.ChainRuns, f.DriverRuns = r.chainRuns(o), r.driverRuns(o)
	found, err := r.chains(f.ChainRuns, chosen)
	if err != nil {
		return err
	}
	candidates := r.candidates(found, len(chosen), r.mostCandidates(o))
	r.done, r.share = r.done+r.share, r.driverShare/float64(max(len(candidates), 1))
	for _, c := range candidates {
		tallies, err := r.without(c, f.DriverRuns)
		if err != nil {
			return err
		}
		for bit, i := range chosen {
			it := &r.items[i]
			days := r.base80[i] - tallies[i].aroundP80(it.cal)
			if days >= leastDays {
				f.addDriver(it, r.driver(c, found, bit, f.ChainRuns, days))
			}
		}
		r.done += r.share
	}
	f.sortDrivers()
	return nil
}

// choose is the items for which drivers are worked out, at most mostItems: the least probable, the roadmap's finish last.
func (r *runner) choose(f *Forecast) []int {
	chosen := make([]int, len(r.items))
	for i := range chosen {
		chosen[i] = i
	}
	chance := func(i int) float64 {
		if r.items[i].whole {
			return 2
		}
		return f.Deadlines[i].Probability
	}
	slices.SortStableFunc(chosen, func(a, b int) int { return cmp.Compare(chance(a), chance(b)) })
	if n := len(chosen); n > mostItems {
		chosen[mostItems-1] = chosen[n-1]
		chosen = chosen[:mostItems]
	}
	return chosen
}

// chains follows the chains of the chosen items over the first runs.
func (r *runner) chains(runs int, chosen []int) (*chains, error) {
	workers, err := r.each(runs, func() *worker { return r.traced(len(chosen)) }, func(w *worker, n int) { w.follow(n, chosen) })
	if err != nil {
		return nil, err
	}
	total := r.newChains(len(chosen))
	for _, w := range workers {
		total.addAll(w.chains)
	}
	return total, nil
}

// candidates are at most so many of the tasks and risks that cost most: of each item the first, then of each the second, and
// so on.
func (r *runner) candidates(found *chains, items, most int) []candidate {
	ranked := make([][]candidate, items)
	for bit := range ranked {
		ranked[bit] = r.rank(found, bit)
	}
	var out []candidate
	for place := range most {
		for _, list := range ranked {
			if place < len(list) && len(out) < most && !slices.Contains(out, list[place]) {
				out = append(out, list[place])
			}
		}
	}
	return out
}

// rank is what costs an item anything, most first.
func (r *runner) rank(found *chains, bit int) []candidate {
	type cost struct {
		candidate
		days int64
	}
	var costs []cost
	for i := range r.risks {
		if days := found.cost[i*found.items+bit]; days > 0 {
			costs = append(costs, cost{candidate{none, i}, days})
		}
	}
	for x := range r.tasks {
		if days := found.over[x*found.items+bit]; days > 0 {
			costs = append(costs, cost{candidate{int32(x), -1}, days})
		}
	}
	slices.SortStableFunc(costs, func(a, b cost) int { return cmp.Compare(b.days, a.days) })
	out := make([]candidate, len(costs))
	for i, c := range costs {
		out[i] = c.candidate
	}
	return out
}

// without makes the first runs again, with the same draws but for the candidate, which goes to plan.
func (r *runner) without(c candidate, runs int) ([]tally, error) {
	workers, err := r.each(runs, func() *worker {
		w := r.newWorker()
		w.plan, w.calm = c.task, c.risk
		return w
	}, func(w *worker, n int) {
		if w.asPlanned(uint64(n)) { // the run is as it was
			for i := range w.items {
				w.tallies[i].add(r.first[n*len(w.items)+i])
			}
			return
		}
		w.run(n)
		w.count()
	})
	if err != nil {
		return nil, err
	}
	return r.total(workers), nil
}

// asPlanned tells whether what this worker lets go to plan would have done so anyway.
func (w *worker) asPlanned(n uint64) bool {
	if w.calm >= 0 {
		return !w.risks[w.calm].happens(n)
	}
	same := true
	if at := w.workOf[w.plan]; at != none {
		d := &w.works[at]
		same = d.table.days(d.stream.draw(n)) == w.planned[w.plan]
	}
	if at := w.promiseOf[w.plan]; at != none {
		same = same && w.promises[at].late(n) == 0
	}
	return same
}

// driver is a candidate as it is told of.
func (r *runner) driver(c candidate, found *chains, bit, runs int, days float64) Driver {
	if c.risk >= 0 {
		return Driver{Risk: r.risks[c.risk].id, Days: days, Criticality: float64(found.risks[c.risk*found.items+bit]) / float64(runs)}
	}
	return Driver{Task: r.tasks[c.task].ID, Days: days, Criticality: float64(found.on[int(c.task)*found.items+bit]) / float64(runs),
		Promise: r.holds(c.task) && r.isSuppliers(c.task) || r.promiseOf[c.task] != none && r.promises[r.promiseOf[c.task]].table != nil}
}

func (f *Forecast) addDriver(it *item, d Driver) {
	if it.whole {
		f.FinishDrivers = append(f.FinishDrivers, d)
		return
	}
	of := f.On(it.deadline.On)
	of.Drivers = append(of.Drivers, d)
}

// sortDrivers puts first what moves a date most.
func (f *Forecast) sortDrivers() {
	byDays := func(a, b Driver) int { return cmp.Compare(b.Days, a.Days) }
	slices.SortStableFunc(f.FinishDrivers, byDays)
	for i := range f.Deadlines {
		slices.SortStableFunc(f.Deadlines[i].Drivers, byDays)
	}
}
