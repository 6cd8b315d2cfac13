package levelling

import "math"

// eager places tasks by keys, but of those that could go next only one that can start soon: no more than some days after
// the first of them. Days of 0 make the parallel scheme of it (J. E. Kelley, The critical-path method: resources planning
// and scheduling, 1963), very many the serial one; between them lie the parameterized active schedules (J. F. Gonçalves, J.
// J. M. Mendes and M. G. C. Resende, A genetic algorithm for the resource constrained multi-project scheduling problem,
// 2008). Whatever it does can be had from ranks, which are the turns.
//
// When a task could go is looked up only where the choice hangs on it: people are only ever taken, so that what was once
// found is as soon as it can be.
type eager struct {
	next    []ready // by turn
	waiting []int32 // by task: how many of those that it waits for are not yet placed
	one     []int32
	placed  int32 // how many are
	late    bool  // from the end
}

// ready is a task that could go next, with all that choosing one asks for.
type ready struct {
	turn             int64 // the smallest first: by class, key and number
	task, class, dur int32
	group            int32
	number           int32 // which it could start on, or end before
	away             int32 // the day of it: the smaller the sooner, also from the end
	known            int32 // how many tasks were placed when this was looked up
}

func newEager(n int) eager { return eager{waiting: make([]int32, n), one: make([]int32, 1)} }

func (s *search) readyFor(x int32) ready {
	j := &s.p.jobs[x]
	return ready{task: x, class: j.class, dur: s.pass.Duration[x], group: j.group}
}

// turnOf orders by class, then by key, then by number; there are fewer than 128 classes and than a million tasks.
func turnOf(class, key, task int32) int64 { return int64(class)<<56 + int64(key)<<24 + int64(task) }

// add puts a task among those that could go next.
func (e *eager) add(r ready) {
	e.next = append(e.next, r)
	at := len(e.next) - 1
	for ; at > 0 && e.next[at-1].turn > r.turn; at-- {
		e.next[at] = e.next[at-1]
	}
	e.next[at] = r
}

// take takes the task at a place out of those that could go next.
func (e *eager) take(at int) ready {
	r := e.next[at]
	e.next = append(e.next[:at], e.next[at+1:]...)
	e.placed++
	return r
}

// eagerly places the keys at hand and writes the order in which it does.
func (s *search) eagerly(days int32) Value {
	e, p := &s.eager, s.p
	s.pass.clear()
	e.late, e.placed, e.next = false, 0, e.next[:0]
	for x := range p.jobs {
		if e.waiting[x] = p.jobs[x].predTo - p.jobs[x].predFrom; e.waiting[x] == 0 {
			s.couldStart(int32(x))
		}
	}
	for at := range s.order {
		r := e.take(s.chosen(days))
		s.order[at] = r.task
		s.putReady(&r)
		for _, l := range p.succs[p.jobs[r.task].succFrom:p.jobs[r.task].succTo] {
			if e.waiting[l.task]--; e.waiting[l.task] == 0 {
				s.couldStart(l.task)
			}
		}
	}
	return s.placed()
}

// putReady places a task where it was found to go.
func (s *search) putReady(r *ready) {
	j := &s.p.jobs[r.task]
	if r.group == several || j.kind != Work {
		s.eager.one[0] = r.task
		s.pass.place(s.eager.one)
		return
	}
	if s.pass.lay(r.task, j, r.number, r.dur) && r.group >= 0 {
		s.pass.crews[r.group].take(r.number, r.number+r.dur, j.need)
	}
}

// couldStart notes a task that could go next, and when.
func (s *search) couldStart(x int32) {
	j, r := &s.p.jobs[x], s.readyFor(x)
	r.turn = turnOf(r.class, s.child[x], x)
	r.number = j.first
	if j.kind == Work {
		r.number = s.pass.firstNumber(j, r.dur)
	}
	r.away, r.known = s.p.calendars[j.calendar].dayAt(min(r.number, beyond)), -1
	s.eager.add(r)
}

// startsBy moves a task that could go next on to the first number on which its teams have the people.
func (s *search) startsBy(r *ready) {
	j := &s.p.jobs[r.task]
	before := r.number
	if j.kind == Work && r.number < beyond {
		if r.group >= 0 {
			r.number = s.pass.crews[r.group].fit(&s.p.groups[r.group], r.number, r.dur, j.need)
		} else if r.group == several {
			if at := s.pass.fitSeveral(j, s.p.needs[j.needFrom:j.needTo], r.number, r.dur); at >= 0 {
				r.number = at
			}
		}
	}
	if r.number != before {
		r.away = s.p.calendars[j.calendar].dayAt(min(r.number, beyond))
	}
}

// look looks up when a task can go, unless nothing was placed since.
func (s *search) look(r *ready) {
	switch {
	case r.known == s.eager.placed:
		return
	case s.eager.late:
		s.endsBy(r)
	default:
		s.startsBy(r)
	}
	r.known = s.eager.placed
}

// chosen is the place of the task of the first turn, of those of the lowest class that can go soon.
func (s *search) chosen(days int32) int {
	next := s.eager.next
	same := 1
	soonest := next[0].away // nothing can go sooner
	for same < len(next) && next[same].class == next[0].class {
		soonest = min(soonest, next[same].away)
		same++
	}
	exact := false
	for at := range next[:same] {
		r := &next[at]
		if exact && r.away > soonest+days {
			continue
		}
		s.look(r)
		if r.away > soonest+days && !exact {
			soonest, exact = s.soonest(next[:same]), true
		}
		if r.away <= soonest+days {
			return at
		}
	}
	return 0
}

// soonest is when the first of some tasks can go.
func (s *search) soonest(of []ready) int32 {
	first := int32(math.MaxInt32)
	for at := range of {
		if r := &of[at]; r.away < first {
			s.look(r)
			first = min(first, r.away)
		}
	}
	return first
}

// eagerlyBack is eagerly from the end, where classes do not matter: the greatest key of those that can end late.
func (s *search) eagerlyBack(days int32) Value {
	e, p := &s.eager, s.p
	s.pass.clear()
	e.late, e.placed, e.next = true, 0, e.next[:0]
	for x := range p.jobs {
		if e.waiting[x] = p.jobs[x].succTo - p.jobs[x].succFrom; e.waiting[x] == 0 {
			s.couldEnd(int32(x))
		}
	}
	for range s.order {
		r := e.take(s.chosen(days))
		s.putReadyBack(&r)
		for _, l := range p.preds[p.jobs[r.task].predFrom:p.jobs[r.task].predTo] {
			if e.waiting[l.task]--; e.waiting[l.task] == 0 {
				s.couldEnd(l.task)
			}
		}
	}
	return s.placedBack()
}

// putReadyBack is putReady from the end.
func (s *search) putReadyBack(r *ready) {
	j := &s.p.jobs[r.task]
	if r.group < 0 || j.kind != Work {
		s.eager.one[0] = r.task
		s.pass.placeBack(s.eager.one, s.limit)
		return
	}
	if r.number >= r.dur {
		s.pass.crews[r.group].take(r.number-r.dur, r.number, j.need)
	}
	s.pass.layBack(r.task, j, r.number, r.dur)
}

// couldEnd notes a task that could go next from the end, and when it could end.
func (s *search) couldEnd(x int32) {
	r := s.readyFor(x)
	r.class, r.turn = 0, -turnOf(0, s.child[x], x)
	r.number = s.pass.lastNumber(&s.p.jobs[x], s.limit[x], r.dur)
	r.away, r.known = -s.p.calendars[s.p.jobs[x].calendar].dayAt(r.number), -1
	s.eager.add(r)
}

// endsBy moves a task that could go next back to the last number before which its team has the people. Where several teams
// are to have them at once it is not looked for.
func (s *search) endsBy(r *ready) {
	j := &s.p.jobs[r.task]
	if r.group < 0 || j.kind == Done || r.number < r.dur {
		return
	}
	if at := s.pass.crews[r.group].fitBack(&s.p.groups[r.group], r.number, r.dur, j.need); at != r.number {
		r.number = at
		r.away = -s.p.calendars[j.calendar].dayAt(at)
	}
}
