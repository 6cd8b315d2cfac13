package levelling

import "math"

// Pass is the room that one goroutine needs to place the tasks of a problem again and again. A run allocates nothing,
// unless a task lies beyond all that the pass has seen so far.
//
// Duration and Promised may be written between runs: working days (at least 1 for all but milestones, which come so many
// working days later than anything else asks for) and the offset of the day before which a task does not finish, or None.
type Pass struct {
	Duration []int32
	Promised []int32

	problem *Problem
	crews   []crew
	// Where the tasks lie after a run: instants, and their numbers on each task's own calendar.
	start, finish []int32
	from, to      []int32
	day           []int32 // of a milestone
}

// crew is the people of a group that are still free.
type crew struct {
	free []uint64 // by number
	full []uint64 // what it was before anybody took some, as long as free
	// Numbers before low and from used on have all their people.
	low, used int32
}

// NewPass makes the room for runs of a problem.
func NewPass(p *Problem) *Pass {
	n := p.Len()
	rows := make([]int32, 7*n)
	row := func(k int) []int32 { return rows[k*n : (k+1)*n : (k+1)*n] }
	s := &Pass{problem: p, Duration: row(0), Promised: row(1), start: row(2), finish: row(3), from: row(4), to: row(5), day: row(6)}
	copy(s.Duration, p.duration)
	copy(s.Promised, p.promised)
	s.crews = make([]crew, len(p.groups))
	for g := range s.crews {
		full := p.groups[g].full
		s.crews[g] = crew{full: full, free: append([]uint64(nil), full...)}
	}
	return s
}

// Placed tells whether the last run found days for a task.
func (s *Pass) Placed(x int32) bool { return s.to[x] < unplaced }

// First is the first day of a placed task, as an offset; for a milestone the day that it stands for.
func (s *Pass) First(x int32) int32 {
	if s.problem.jobs[x].kind == Milestone {
		return s.day[x]
	}
	return s.start[x]
}

// Last is the last day of a placed task, as an offset; for a milestone the day that it stands for.
func (s *Pass) Last(x int32) int32 {
	if s.problem.jobs[x].kind == Milestone {
		return s.day[x]
	}
	return s.finish[x] - 1
}

// Finish is the instant at which a placed task finishes: the offset of the day that begins there.
func (s *Pass) Finish(x int32) int32 { return s.finish[x] }

// Forward places the tasks one after the other, each on the first days from which everything but its teams allows it and
// its teams have the people: a serial schedule generation scheme (R. Kolisch, Serial and parallel resource-constrained
// project scheduling methods revisited, 1996). Order holds each task once, after all that it waits for, but for what has
// started or is done.
func (s *Pass) Forward(order []int32) {
	s.clear()
	s.place(order)
}

// place places the next tasks of an order.
func (s *Pass) place(order []int32) {
	p := s.problem
	jobs := p.jobs
	for _, x := range order {
		j := &jobs[x]
		if j.kind != Work {
			s.putOther(x, j)
			continue
		}
		dur := s.Duration[x]
		k := s.firstNumber(j, dur)
		switch {
		case j.group >= 0:
			c := &s.crews[j.group]
			k = c.fit(&p.groups[j.group], k, dur, j.need)
			if s.lay(x, j, k, dur) {
				c.take(k, k+dur, j.need)
			}
		case j.group == alone:
			s.lay(x, j, k, dur)
		default:
			s.putSeveral(x, j, k, dur)
		}
	}
}

// firstNumber is the number from which everything but its teams allows a task.
func (s *Pass) firstNumber(j *job, dur int32) int32 {
	k := max(j.first, j.floor-dur)
	for _, l := range s.problem.preds[j.predFrom:j.predTo] {
		switch l.tie {
		case ends:
			k = max(k, s.to[l.task]+int32(l.lag))
		case starts:
			k = max(k, s.from[l.task]+int32(l.lag))
		default:
			k = max(k, s.boundBy(j, l, dur))
		}
	}
	return k
}

// clear gives all people back.
func (s *Pass) clear() {
	for g := range s.crews {
		c := &s.crews[g]
		if c.low < c.used {
			copy(c.free[c.low:c.used], c.full[c.low:])
		}
		c.low, c.used = math.MaxInt32, 0
	}
}

// boundBy is the first number on which a task may start because of a link that is reckoned by days.
func (s *Pass) boundBy(j *job, l link, dur int32) int32 {
	if s.to[l.task] >= unplaced {
		return unplaced
	}
	typ := Type(l.tie - other)
	k := workBound(&s.problem.calendars[j.calendar], typ, int32(l.lag), s.start[l.task], s.finish[l.task])
	if typ == FinishToFinish || typ == StartToFinish {
		k -= dur
	}
	return k
}

// lay puts a task on the working days from number k on, and tells whether it found its days.
func (s *Pass) lay(x int32, j *job, k, dur int32) bool {
	p := s.problem
	c := &p.calendars[j.calendar]
	s.from[x], s.to[x] = unplaced, unplaced
	if k >= beyond {
		return false
	}
	first, last := c.dayAt(k), c.dayAt(k+dur-1)
	if last > p.last || first-j.release > tenYears && first-c.dayAt(k-1) > tenYears || last-first > 7*dur+tenYears {
		return false
	}
	s.start[x], s.finish[x] = first, last+1
	s.from[x], s.to[x] = k, k+dur
	if promised := s.Promised[x]; promised > last {
		s.finish[x] = promised + 1
		s.to[x] = c.countAt(promised + 1)
	}
	return true
}

// tenYears is how long a task looks for a working day, in days.
const tenYears = 3653

// fit is the first number from k on that begins dur working days on each of which there are enough people. It looks from
// the end of such a window back, so that it goes on right behind the last day that lacks, and looks at no day twice.
func (c *crew) fit(g *group, k, dur int32, need uint64) int32 {
	for free := k; ; { // the days from k up to free are known to have enough
		end := k + dur
		if int(end) > len(c.free) && !c.reach(g, end) {
			return k
		}
		row := c.free[free:end]
		d := len(row) - 1
		for d >= 0 && !lacks(row[d], need) {
			d--
		}
		if d < 0 {
			return k
		}
		k, free = free+int32(d)+1, end
	}
}

// take takes people for the days from k up to and without end.
func (c *crew) take(k, end int32, need uint64) {
	row := c.free[k:end]
	for d := range row {
		row[d] -= need
	}
	c.low, c.used = min(c.low, k), max(c.used, end)
}

// reach lengthens the row up to n numbers, if there are so many days.
func (c *crew) reach(g *group, n int32) bool {
	if n > g.limit {
		return false
	}
	n = min(2*n, g.limit)
	c.full = g.extend(c.full[:len(c.full):len(c.full)], n)
	c.free = append(c.free, c.full[len(c.free):]...)
	return true
}
