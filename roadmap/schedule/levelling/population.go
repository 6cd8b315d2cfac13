package levelling

import (
	"math"
	"slices"
)

// shape is what a search is like, by the number of tasks and of schedules.
type shape struct {
	members int     // of each population
	peaks   int     // out of how many stretches of time the busiest is kept
	mutated float64 // the share of children of which some keys are moved
	moved   int     // how many keys
	byDays  int32   // by how many days at most
	spread  float64 // how far the keys to begin with are from the latest finishes, as a share of the roadmap's length
	eager   int32   // how many days at most a task may lie after the first that could be placed
}

// shapeFor is the shape that did best on a part of the PSPLIB: the more members the more schedules there may be and
// the fewer tasks there are, since the orders of few are soon alike.
func shapeFor(tasks, schedules int) shape {
	s := shape{peaks: 4, mutated: 0.2, moved: 4, byDays: 6, spread: 1, eager: 12}
	members := 1200 / float64(tasks) * math.Pow(float64(schedules)/1000, 0.57)
	s.members = int(min(max(members, 8), 180))
	if tasks < 50 {
		s.moved = 8
	}
	return s
}

// firstSpan is how many schedules a search takes first to close in on a plan, where nobody says how many there may be.
const firstSpan = 1_000

// begin places the tasks in their own order, and then fills the populations with schedules about it.
func (s *search) begin() {
	for x := range s.order {
		s.order[x] = int32(x)
	}
	s.bound = Value{Late: math.MinInt64}
	s.first = s.forward()
	s.readBound()
	s.readLate()
	copy(s.order, s.bestOrder)
	s.fill()
}

// fill fills the populations anew, beginning with the order at hand.
func (s *search) fill() {
	if !s.goesOn() {
		return
	}
	s.early, s.latest, s.filled = nil, nil, s.generated
	s.forward()
	copy(s.child, s.pass.finish)
	for k := 1; k <= s.shape.members && s.goesOn(); k++ {
		early := s.born(false)
		s.early = append(s.early, early)
		if s.goesOn() {
			copy(s.child, early.key)
			s.latest = append(s.latest, s.born(true))
		}
		s.sample(k)
	}
	s.readApart()
}

// again begins again, about the best so far and with twice the span, where the span is over and nobody said how many
// schedules there may be.
func (s *search) again() {
	if s.o.Schedules > 0 || s.generated-s.filled < s.span {
		return
	}
	s.span *= 2
	s.shape = shapeFor(s.p.Len(), s.span)
	copy(s.order, s.bestOrder)
	s.fill()
}

// born places the keys at hand, late or early, and makes a member of it.
func (s *search) born(late bool) *member {
	m := &member{key: make([]int32, len(s.child))}
	s.place(m, late)
	return m
}

// place places the keys at hand, late or early, into a member.
func (s *search) place(m *member, late bool) {
	if late {
		m.value = s.placeLate()
		copy(m.key, s.pass.start)
		return
	}
	m.value = s.placeEarly()
	copy(m.key, s.pass.finish)
}

// mostEager is up to how many tasks they are placed eagerly, which takes time with the square of them.
const mostEager = 400

func (s *search) placeEarly() Value {
	if len(s.child) <= mostEager {
		return s.eagerly(s.rng.Int32N(s.shape.eager + 1))
	}
	s.sorter.forward(s.child, s.order)
	return s.forward()
}

func (s *search) placeLate() Value {
	if len(s.child) <= mostEager {
		return s.eagerlyBack(s.rng.Int32N(s.shape.eager + 1))
	}
	s.sorter.backward(s.child, s.order)
	return s.backward()
}

// round lets either population beget members of the other.
func (s *search) round() {
	s.beget(s.early, s.latest, true)
	s.beget(s.latest, s.early, false)
}

func (s *search) beget(from, to []*member, late bool) {
	for i := 0; i < len(from) && i < len(to); i++ {
		if !s.goesOn() {
			return
		}
		father, mother := from[i], s.mother(from, i)
		s.cross(father, mother, late)
		if s.rng.Float64() < s.shape.mutated {
			s.mutate()
		}
		s.place(s.spare, late)
		if at := s.seat(to); at >= 0 {
			to[at], s.spare = s.spare, to[at]
		}
	}
}

// mother is the better of two that are not the father.
func (s *search) mother(of []*member, father int) *member {
	a, b := s.other(of, father), s.other(of, father)
	if b.value.Before(a.value) {
		return b
	}
	return a
}

// other is any but the one at a place.
func (s *search) other(of []*member, but int) *member {
	if len(of) == 1 {
		return of[0]
	}
	return of[(but+1+s.rng.IntN(len(of)-1))%len(of)]
}

// worst is the place of the worst, any of those that are equally bad.
func (s *search) worst(of []*member) int {
	at, equal := 0, 1
	for i, m := range of {
		switch {
		case of[at].value.Before(m.value):
			at, equal = i, 1
		case of[at].value == m.value:
			if equal++; s.rng.IntN(equal) == 0 {
				at = i
			}
		}
	}
	return at
}

// cross writes a child's keys: its father's in a busy stretch of time, about them its mother's, those that she has in the
// first half of the stretch or before it in front.
func (s *search) cross(father, mother *member, late bool) {
	lo, hi := slices.Min(father.key), slices.Max(father.key)
	from, to := s.stretch(father, lo, hi, late)
	mlo, mhi := slices.Min(mother.key), slices.Max(mother.key)
	away := hi - lo + mhi - mlo + 1
	shift, middle := mlo-lo, (from+to)/2
	for x, k := range father.key {
		if k < from || k >= to {
			k = mother.key[x] - shift
			if k < middle {
				k -= away
			} else {
				k += away
			}
		}
		s.child[x] = k
	}
}

// stretch is a stretch of time, from a quarter to three quarters of a schedule long: the busiest of a few.
func (s *search) stretch(m *member, lo, hi int32, late bool) (from, to int32) {
	width := hi - lo + 1
	length := max(int32(float64(width)*(0.25+0.5*s.rng.Float64())), 1)
	s.readUse(m, lo, width, late)
	most := int32(-1)
	for range s.shape.peaks {
		at := s.rng.Int32N(max(width-length, 1))
		if use := s.use[min(at+length, width)] - s.use[at]; use > most {
			most, from = use, lo+at
		}
	}
	return from, from + length
}

// readUse sums up, from day to day, what a schedule takes of the teams' people. Its keys are finishes where children of it
// are to lie late.
func (s *search) readUse(m *member, lo, width int32, late bool) {
	if need := int(width) + 2; len(s.use) < need {
		s.use = make([]int32, 2*need)
	}
	use := s.use[:width+2]
	clear(use)
	for x, k := range m.key {
		if s.busy[x] == 0 {
			continue
		}
		from, to := k-lo, k-lo+s.p.duration[x]
		if late {
			from, to = from-s.p.duration[x], from
		}
		from, to = min(max(from, 0), width), min(max(to, 0), width)
		use[from] += s.busy[x]
		use[to] -= s.busy[x]
	}
	sum, now := int32(0), int32(0)
	for d := range use {
		now += use[d]
		use[d] = sum
		sum += now
	}
}

// mutate moves a few keys by a few days.
func (s *search) mutate() {
	for range s.shape.moved {
		s.child[s.rng.IntN(len(s.child))] += s.rng.Int32N(2*s.shape.byDays+1) - s.shape.byDays
	}
}
