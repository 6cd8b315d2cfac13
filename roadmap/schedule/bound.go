package schedule

import (
	"sync"

	"bywhen/roadmap"
)

// Bound is a finish date of the roadmap that no plan can beat, in whatever order its tasks are placed. Efforts, people and
// dates that somebody gave stay as they are.
type Bound struct {
	Date roadmap.Date // the last day, inclusive, never after the plan's finish; 0 where nothing has dates
	Days int          // working days of the roadmap's calendar from it to the plan's finish: the most that could be won
	By   BoundTier    // what proved it
}

// BoundTier is a way to prove a bound.
type BoundTier uint8

// From the plainest proof to the most laborious.
const (
	ByPath      BoundTier = iota // dependencies, promises and dates given
	ByWork                       // more work of a team between two days than it has people for
	ByNarrowing                  // the same, once tasks are kept to where they may then lie
	ByTrying                     // the same, once single tasks were tried early and late
)

var tierWords = []string{"the longest chain of tasks and dates", "a team's work between two days",
	"teams' work, with tasks kept to where they may lie", "teams' work, with single tasks tried early and late"}

// String is what proved the bound, in words.
func (t BoundTier) String() string { return tierWords[t] }

// bounding is a plan's bound, worked out when it is first asked for.
type bounding struct {
	once  sync.Once
	bound Bound
}

// LowerBound is the finish date that is proved to be out of reach for any better plan. Of a plan by dependencies alone it is
// the plan's own finish. What is tried depends on the number of tasks, never on the time it takes: all tiers up to
// fewTasks, single intervals of work above. It is worked out once.
func (p *Plan) LowerBound() Bound {
	p.bounded.once.Do(func() {
		b := Bound{Date: p.Finish}
		if p.Levelled {
			b = p.lowerBound()
		}
		b.Days = max(p.Roadmap.Calendar().Between(b.Date, p.Finish), 0)
		p.bounded.bound = b
	})
	return p.bounded.bound
}

// How much a bound may take: fewTasks is up to how many tasks all tiers are tried; the others count steps of a few
// nanoseconds.
const (
	fewTasks     = 200
	stepsOfWork  = 2_000_000 // for one day tried
	stepsOfFew   = 100_000_000
	stepsOfTries = 20_000_000
)

func (p *Plan) lowerBound() Bound {
	b := Bound{}
	for i := range p.at {
		if p.at[i].placed() {
			b.Date = max(b.Date, p.early[i].last())
		}
	}
	if b.Date >= p.Finish {
		return b
	}
	f := newFrame(p, p.early, p.whole)
	few := len(f.acts) <= fewTasks
	if few {
		f.setApart()
	}
	f.lookFrom(stepsOfWork)
	w := f.newWindows()
	b.raise(ByWork, p.Finish, func(day roadmap.Date) bool { return !f.until(w, day) || !f.holds(w) })
	if !few {
		return b
	}
	f.budget = stepsOfFew
	b.raise(ByNarrowing, p.Finish, func(day roadmap.Date) bool { return !f.until(w, day) || !f.settle(w, nil) })
	f.budget = stepsOfTries
	for b.Date < p.Finish && (!f.until(w, b.Date) || !f.settle(w, nil) || !f.try(w)) {
		b.Date, b.By = b.Date+1, ByTrying
	}
	return b
}

// raise goes up to the first day that is not refuted, but no further than to. What refutes a day refutes all before it.
func (b *Bound) raise(by BoundTier, to roadmap.Date, refuted func(roadmap.Date) bool) {
	for lo, hi := b.Date, to; lo < hi; {
		if day := lo + (hi-lo)/2; refuted(day) {
			lo, b.Date, b.By = day+1, day+1, by
		} else {
			hi = day
		}
	}
}
