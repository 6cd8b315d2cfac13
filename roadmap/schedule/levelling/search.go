package levelling

import (
	"cmp"
	"math/rand/v2"
)

// Options say how a search goes.
type Options struct {
	Seed uint64
	// Schedules is how many are generated at most, each pass over all tasks counting as one, forward or backward; the search
	// takes them all to close in on a plan. 0: until Stop says so, closing in again and again, each time taking twice as many.
	Schedules int
	// Stop is asked before each schedule, if it is there.
	Stop func() bool
	// Progress hears of every schedule, if it is there.
	Progress func(generated int, best Value)
	// Floor is an end that is proved to be the earliest possible, as an offset like Value.End; 0: only what the search can
	// prove itself counts.
	Floor int32
}

// Result is what a search found.
type Result struct {
	Schedules   int   // how many were generated
	First, Best Value // of the order that it began with, and of the best one
	Optimal     bool  // it is proved that nothing is better than Best
	Order       []int32
}

// Search looks for an order of placing whose schedule is better than that of the tasks' own order, among those that follow
// from ranks: of the tasks that could go next, one of the lowest class goes first. For a given seed and number of schedules
// it always finds the same.
//
// It is a genetic algorithm with two populations, of schedules that lie as early and as late as they can. A pair of either
// begets schedules of the other: the child keeps what its father does in a busy stretch of time and takes the rest from its
// mother, and placing it from the other end justifies it, so that forward-backward improvement costs no schedule of its own
// (V. Valls, F. Ballestín and S. Quintanilla, Justification and RCPSP: a technique that pays, 2005; D. Debels and M.
// Vanhoucke, A bi-population based genetic algorithm for the RCPSP, 2005; V. Valls, F. Ballestín and S. Quintanilla, A
// hybrid genetic algorithm for the RCPSP, 2008, for choosing the stretch by its peak).
func Search(p *Problem, o Options) Result {
	s := newSearch(p, o)
	s.begin()
	for s.goesOn() {
		s.round()
		s.again()
	}
	return s.result()
}

// search is the state of a search.
type search struct {
	p      *Problem
	o      Options
	pass   *Pass
	rng    *rand.Rand
	sorter *sorter
	shape  shape

	generated   int
	filled      int // how many there were when the populations were filled
	span        int // how many are to come until the populations may close in on one schedule
	first, best Value
	bound       Value // no schedule is better
	bestOrder   []int32
	order       []int32

	end     int32   // the instant at which late schedules end
	due     []int32 // by task: the instant by which it is to finish, since a deadline asks for it
	limit   []int32 // by task: the same as a number of its calendar
	late    []int32 // by task: the latest finish by dependencies alone
	apart   float64 // how far apart the members to begin with are
	busy    []int32 // working days times share of its teams' people, by task
	early   []*member
	latest  []*member
	child   []int32
	spare   *member
	sampler sampler
	use     []int32
	eager   eager
}

// member is one schedule of a population. Its keys are the tasks' finishes where it lies early, their starts where late.
type member struct {
	key   []int32
	value Value // where it lies late: how many days before their release tasks would have to start
}

func newSearch(p *Problem, o Options) *search {
	n := p.Len()
	s := &search{p: p, o: o, pass: NewPass(p), rng: rand.New(rand.NewPCG(o.Seed, 0)), sorter: newSorter(p), order: make([]int32, n),
		due: make([]int32, n), limit: make([]int32, n), late: make([]int32, n), busy: make([]int32, n), child: make([]int32, n), spare: &member{key: make([]int32, n)}}
	s.span = cmp.Or(o.Schedules, firstSpan)
	s.shape = shapeFor(n, s.span)
	s.eager = newEager(n)
	for x := range s.busy {
		s.busy[x] = p.share(&p.jobs[x])
	}
	return s
}

// share is how much of its teams' people a task takes, in 64ths.
func (p *Problem) share(j *job) int32 {
	sum := int32(0)
	for _, n := range p.needs[j.needFrom:j.needTo] {
		full := p.groups[n.group].peopleAt(0)
		for lane := 0; lane < 64; lane += 16 {
			if has := int32(full >> lane & mostPeople); has > 0 {
				sum += 64 * int32(n.people>>lane&mostPeople) / has
			}
		}
	}
	return sum
}

func (s *search) goesOn() bool {
	switch {
	case s.o.Schedules > 0 && s.generated >= s.o.Schedules, !s.bound.Before(s.best) && s.generated > 0:
		return false
	}
	return s.o.Stop == nil || !s.o.Stop()
}

// forward places the order at hand and keeps it if it is the best.
func (s *search) forward() Value {
	s.pass.Forward(s.order)
	return s.placed()
}

// placed counts a schedule and keeps its order if it is the best.
func (s *search) placed() Value {
	v := s.pass.Value()
	if s.generated++; s.generated == 1 || v.Before(s.best) {
		s.best = v
		s.bestOrder = append(s.bestOrder[:0], s.order...)
		s.readDue()
	}
	s.tell()
	return v
}

func (s *search) tell() {
	if s.o.Progress != nil {
		s.o.Progress(s.generated, s.best)
	}
}

// backward places the order at hand from the end. The value is how many days before the base the first task would start.
func (s *search) backward() Value {
	s.pass.Backward(s.order, s.limit)
	return s.placedBack()
}

func (s *search) placedBack() Value {
	s.generated++
	s.tell()
	tooEarly := int32(None)
	for x := range s.p.jobs {
		if j := &s.p.jobs[x]; j.kind == Work || j.kind == Milestone {
			tooEarly = max(tooEarly, j.release-s.pass.start[x])
		}
	}
	return Value{End: tooEarly}
}

// readDue sets by when tasks are to finish: by their deadlines, but where the best schedule so far misses one, as it has it.
func (s *search) readDue() {
	if s.generated == 1 {
		s.end = s.best.End
	}
	for x := range s.due {
		s.due[x] = s.end
	}
	for i := range s.p.deadlines {
		d := &s.p.deadlines[i]
		_, last := s.pass.lateBy(d)
		for _, x := range d.tasks {
			s.due[x] = min(s.due[x], max(d.day, last)+1)
		}
	}
	for x := range s.limit {
		s.limit[x] = s.p.calendars[s.p.jobs[x].calendar].countAt(s.due[x])
	}
}

func (s *search) result() Result {
	r := Result{Schedules: s.generated, First: s.first, Best: s.best, Optimal: !s.bound.Before(s.best)}
	if s.best.Before(s.first) {
		r.Order = s.bestOrder
	}
	return r
}
