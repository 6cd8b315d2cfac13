package bound

import "bywhen/roadmap"

// Tier is a way to prove a bound.
type Tier uint8

// From the plainest proof to the most laborious.
const (
	ByPath      Tier = iota // dependencies, promises and dates given
	ByWork                  // more work of a team between two days than it has people for
	ByNarrowing             // the same, once tasks are kept to where they may then lie
	ByTrying                // the same, once single tasks were tried early and late
)

var tierWords = []string{"the longest chain of tasks and dates", "a team's work between two days",
	"teams' work, with tasks kept to where they may lie", "teams' work, with single tasks tried early and late"}

// String is what proved the bound, in words.
func (t Tier) String() string { return tierWords[t] }

// How much a bound may take: fewTasks is up to how many tasks all tiers are tried; the others count steps of a few
// nanoseconds.
const (
	fewTasks     = 200
	stepsOfWork  = 2_000_000 // for one day tried
	stepsOfFew   = 100_000_000
	stepsOfTries = 20_000_000
)

// Finish is the first day, inclusive, by which all of the work may be over as far as is proved, and what proved it: from path on,
// the last day that dependencies alone ask for, and no further than to, on which a plan is known to be over. What is tried depends
// on the number of activities, never on the time it takes: all tiers up to fewTasks, single intervals of work above.
func Finish(s *Spec, path, to roadmap.Date) (roadmap.Date, Tier) {
	b := rising{day: path}
	if b.day >= to {
		return b.day, b.by
	}
	f := newFrame(s)
	few := len(f.Activities) <= fewTasks
	if few {
		f.setApart()
	}
	f.lookFrom(stepsOfWork)
	w := f.newWindows()
	b.raise(ByWork, to, func(day roadmap.Date) bool { return !f.until(w, day) || !f.holds(w) })
	if !few {
		return b.day, b.by
	}
	f.budget = stepsOfFew
	b.raise(ByNarrowing, to, func(day roadmap.Date) bool { return !f.until(w, day) || !f.settle(w, nil) })
	f.budget = stepsOfTries
	for b.day < to && (!f.until(w, b.day) || !f.settle(w, nil) || !f.try(w)) {
		b.day, b.by = b.day+1, ByTrying
	}
	return b.day, b.by
}

// rising is a bound while it is raised: a day, inclusive, and what proved that nothing is over before it.
type rising struct {
	day roadmap.Date
	by  Tier
}

// raise goes up to the first day that is not refuted, but no further than to. What refutes a day refutes all before it.
func (b *rising) raise(by Tier, to roadmap.Date, refuted func(roadmap.Date) bool) {
	for lo, hi := b.day, to; lo < hi; {
		if day := lo + (hi-lo)/2; refuted(day) {
			lo, b.day, b.by = day+1, day+1, by
		} else {
			hi = day
		}
	}
}
