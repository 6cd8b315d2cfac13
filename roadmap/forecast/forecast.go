package forecast

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// How many runs a forecast may have.
const (
	DefaultRuns = 10_000
	MostRuns    = 1_000_000
)

// Options say how much is computed, and how.
type Options struct {
	Runs int    // 1 to MostRuns; 0 is DefaultRuns
	Seed uint64 // the same roadmap, status date, runs and seed give the same forecast
	// Workers is on how many cores the runs are made; 0 is one. The forecast does not depend on it.
	Workers int
	// Drivers is how many tasks and risks are tried, at most, for what would be won if they went to plan; 0 is none. Of a large
	// roadmap fewer are, so that this takes no longer than the runs themselves.
	Drivers int
	// Progress is told from time to time how much of the work is done, from 0 to 1, rising; nil is nobody. It is called on the
	// goroutine that called Run.
	Progress func(done float64)
}

// DefaultDrivers is how many tasks and risks are tried where a person wants to know what moves a deadline.
const DefaultDrivers = 48

// Forecast is what chance says of a plan. It is read only.
type Forecast struct {
	Today     roadmap.Date
	Runs      int
	Seed      uint64
	Deadlines []Deadline // as in Plan.Deadlines, but for those of what has no dates
	Finish    Outcome    // of the roadmap; zero where it has no dates
	// FinishDrivers are what moves the roadmap's finish, most first.
	FinishDrivers []Driver
	// DriverRuns is from how many runs the days of drivers are, ChainRuns from how many their criticality.
	DriverRuns, ChainRuns int
	Basis                 Basis
}

// Outcome is how a finish date comes out over all runs.
type Outcome struct {
	P50, P80, P95 roadmap.Date // the first dates by which it has happened with a probability of at least that; 0 where none is
	Histogram     []Bar        // rising; days on which no run ends are left out
	Undated       int          // runs in which it has no date: its work found no days, or lies after the last date there is
	OpenEnd       bool         // rests on an end that nobody knows: every date is "or later"
}

// Bar is the number of runs that end on a day.
type Bar struct {
	Date  roadmap.Date
	Count int
}

// Deadline is how probable it is that a deadline is kept.
type Deadline struct {
	On          schedule.Ref
	Title       string
	Date        roadmap.Date
	Probability float64 // 0 to 1
	Outcome
	Drivers []Driver // what moves it, most first, as far as it was tried
}

// Driver is a task or a risk that moves a finish date.
type Driver struct {
	Task, Risk string // id; exactly one
	// Promise tells that what is uncertain of the task is when its promise comes.
	Promise bool
	// Criticality is the share of runs, 0 to 1, in which the task lies on the chain of what holds the finish date, along
	// dependencies and teams alike, all that hold equally counted; of a risk, in which it happens and one of its tasks does.
	Criticality float64
	// Days is by how many working days the date of 80 % would be earlier if the task took the days planned and its promise
	// were kept, or the risk did not happen: the mean over the dates of 75 to 85 %, since dates are whole days.
	Days float64
}

// Run makes the forecast of a plan. Every run draws each open task's duration, each promise's delay and each open risk, and
// places all tasks anew in the plan's own order. It ends early, with the context's error, when that is cancelled; no
// goroutine is left behind. It is always the levelled plan that is forecast.
func Run(ctx context.Context, plan *schedule.Plan, o Options) (*Forecast, error) {
	if o.Runs == 0 {
		o.Runs = DefaultRuns
	}
	if o.Runs < 1 || o.Runs > MostRuns {
		return nil, fmt.Errorf("%d runs: from 1 to %d can be made", o.Runs, MostRuns)
	}
	m := newModel(plan, o.Seed)
	r := &runner{model: m, ctx: ctx, workers: max(o.Workers, 1), progress: o.Progress}
	keep := r.shares(o)
	tallies, err := r.outcomes(o.Runs, keep)
	if err != nil {
		return nil, err
	}
	f := &Forecast{Today: plan.Today, Runs: o.Runs, Seed: o.Seed, Basis: m.basis}
	f.read(m, tallies)
	if o.Drivers > 0 {
		r.done, r.share = r.share, 1-r.share-r.driverShare
		err = r.drivers(f, o)
	}
	if err != nil {
		return nil, err
	}
	r.report(1)
	return f, nil
}

// shares works out which part of the work all runs will be, and returns of how many the days are kept for drivers.
func (r *runner) shares(o Options) (keep int) {
	if o.Drivers <= 0 {
		r.share = 1
		return 0
	}
	const traced = 3 // as long as so many others a traced run takes
	keep = r.driverRuns(o)
	drivers := r.mostCandidates(o) * keep
	all := float64(o.Runs + traced*r.chainRuns(o) + drivers)
	r.share, r.driverShare = float64(o.Runs)/all, float64(drivers)/all
	return keep
}

// read fills in how each deadline and the roadmap come out.
func (f *Forecast) read(m *model, tallies []tally) {
	for i := range m.items {
		it := &m.items[i]
		out := tallies[i].outcome(f.Runs)
		out.OpenEnd = it.deadline.OpenEnd
		if it.whole {
			f.Finish = out
			continue
		}
		inTime := tallies[i].upTo(it.deadline.Date)
		f.Deadlines = append(f.Deadlines, Deadline{On: it.deadline.On, Title: it.deadline.Title, Date: it.deadline.Date,
			Probability: float64(inTime) / float64(f.Runs), Outcome: out})
	}
}

// On is the forecast of the deadline of a task or a goal, or nil.
func (f *Forecast) On(r schedule.Ref) *Deadline {
	for i := range f.Deadlines {
		if f.Deadlines[i].On == r {
			return &f.Deadlines[i]
		}
	}
	return nil
}

// Chances are the probabilities of the deadlines, as a plan's flags take them.
func (f *Forecast) Chances() schedule.Chances {
	out := schedule.Chances{}
	for i := range f.Deadlines {
		out[f.Deadlines[i].On] = f.Deadlines[i].Probability
	}
	return out
}

// Moved is a driver and the deadline that it moves.
type Moved struct {
	On schedule.Ref // zero: the roadmap's finish
	Driver
}

// Drivers are the tasks and risks that move deadlines, each with the one that it moves most, most first; of a roadmap without
// deadlines those that move its finish.
func (f *Forecast) Drivers() []Moved {
	var all []Moved
	for i := range f.Deadlines {
		for _, d := range f.Deadlines[i].Drivers {
			all = append(all, Moved{f.Deadlines[i].On, d})
		}
	}
	if len(f.Deadlines) == 0 {
		for _, d := range f.FinishDrivers {
			all = append(all, Moved{Driver: d})
		}
	}
	slices.SortStableFunc(all, func(a, b Moved) int { return cmp.Compare(b.Days, a.Days) })
	seen := map[Driver]bool{}
	return slices.DeleteFunc(all, func(m Moved) bool {
		key := Driver{Task: m.Task, Risk: m.Risk}
		again := seen[key]
		seen[key] = true
		return again
	})
}
