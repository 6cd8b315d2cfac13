package levelling

// eager places tasks by keys, but of those that could go next only one that can start soon: no more than some days after
// the first of them. Days of 0 make the parallel scheme of it (J. E. Kelley, The critical-path method: resources planning
// and scheduling, 1963), very many the serial one; between them lie the parameterized active schedules (J. F. Gonçalves, J.
// J. M. Mendes and M. G. C. Resende, A genetic algorithm for the resource constrained multi-project scheduling problem,
// 2008). Whatever it does can be had from ranks, which are the turns.
type eager struct {
	next    []ready
	waiting []int32 // by task: how many of those that it waits for are not yet placed
	one     []int32
	// The task placed last took people of this group, or several, for the days of these numbers.
	group, from, to int32
}

// ready is a task that could go next, with all that choosing one asks for.
type ready struct {
	task, class, key, dur int32
	group                 int32
	number, day           int32 // which it could start on, or end before
}

func newEager(n int) eager { return eager{waiting: make([]int32, n), one: make([]int32, 1)} }

func (s *search) readyFor(x int32) ready {
	j := &s.p.jobs[x]
	return ready{task: x, class: j.class, key: s.child[x], dur: s.pass.Duration[x], group: j.group}
}

// note notes what the task placed last took.
func (e *eager) note(r ready, from int32) { e.group, e.from, e.to = r.group, from, from+r.dur }

// touches tells whether the task placed last may have taken people that another counted on from a number on.
func (e *eager) touches(r *ready, from int32) bool {
	if r.group < 0 || e.group < 0 {
		return r.group != alone && e.group != alone
	}
	return r.group == e.group && from < e.to && e.from < from+r.dur
}

// take takes the task at a place out of those that could go next.
func (e *eager) take(at int) ready {
	r, last := e.next[at], len(e.next)-1
	e.next[at] = e.next[last]
	e.next = e.next[:last]
	return r
}

// eagerly places the keys at hand and writes the order in which it does.
func (s *search) eagerly(days int32) Value {
	e, p := &s.eager, s.p
	s.pass.clear()
	e.group, e.next = alone, e.next[:0]
	for x := range p.jobs {
		if e.waiting[x] = p.jobs[x].predTo - p.jobs[x].predFrom; e.waiting[x] == 0 {
			s.couldStart(int32(x))
		}
	}
	for at := range s.order {
		r := e.take(s.firstOf(days))
		s.order[at], e.one[0] = r.task, r.task
		s.pass.place(e.one)
		e.note(r, s.pass.from[r.task])
		for _, l := range p.succs[p.jobs[r.task].succFrom:p.jobs[r.task].succTo] {
			if e.waiting[l.task]--; e.waiting[l.task] == 0 {
				s.couldStart(l.task)
			}
		}
	}
	return s.placed()
}

// couldStart notes a task that could go next, and when.
func (s *search) couldStart(x int32) {
	j, r := &s.p.jobs[x], s.readyFor(x)
	r.number = j.first
	if j.kind == Work {
		r.number = s.pass.firstNumber(j, r.dur)
	}
	s.startsBy(&r)
	s.eager.next = append(s.eager.next, r)
}

// startsBy moves a task that could go next on to the first number on which its teams have the people.
func (s *search) startsBy(r *ready) {
	j := &s.p.jobs[r.task]
	if j.kind == Work && r.number < beyond {
		if r.group >= 0 {
			r.number = s.pass.crews[r.group].fit(&s.p.groups[r.group], r.number, r.dur, j.need)
		} else if r.group == several {
			if at := s.pass.fitSeveral(j, s.p.needs[j.needFrom:j.needTo], r.number, r.dur); at >= 0 {
				r.number = at
			}
		}
	}
	r.day = s.p.calendars[j.calendar].dayAt(min(r.number, beyond))
}

// firstOf is the place of the task of the smallest key, of those of the lowest class that can start soon.
func (s *search) firstOf(days int32) int {
	e := &s.eager
	class, first := e.next[0].class, unplaced
	for at := range e.next {
		r := &e.next[at]
		if r.class > class {
			continue
		}
		if e.touches(r, r.number) {
			s.startsBy(r)
		}
		if r.class < class {
			class, first = r.class, unplaced
		}
		first = min(first, r.day)
	}
	best := -1
	for at := range e.next {
		r := &e.next[at]
		if r.class == class && r.day <= first+days && (best < 0 || r.before(&e.next[best])) {
			best = at
		}
	}
	return best
}

// before orders by key, then by number.
func (r *ready) before(o *ready) bool { return r.key < o.key || r.key == o.key && r.task < o.task }

// eagerlyBack is eagerly from the end, where classes do not matter: the greatest key of those that can end late.
func (s *search) eagerlyBack(days int32) Value {
	e, p := &s.eager, s.p
	s.pass.clear()
	e.group, e.next = alone, e.next[:0]
	for x := range p.jobs {
		if e.waiting[x] = p.jobs[x].succTo - p.jobs[x].succFrom; e.waiting[x] == 0 {
			s.couldEnd(int32(x))
		}
	}
	for range s.order {
		r := e.take(s.lastOf(days))
		e.one[0] = r.task
		s.pass.placeBack(e.one, s.limit)
		e.note(r, s.pass.from[r.task])
		for _, l := range p.preds[p.jobs[r.task].predFrom:p.jobs[r.task].predTo] {
			if e.waiting[l.task]--; e.waiting[l.task] == 0 {
				s.couldEnd(l.task)
			}
		}
	}
	return s.placedBack()
}

// couldEnd notes a task that could go next from the end, and when it could end.
func (s *search) couldEnd(x int32) {
	r := s.readyFor(x)
	r.number = s.pass.lastNumber(&s.p.jobs[x], s.limit[x], r.dur)
	s.endsBy(&r)
	s.eager.next = append(s.eager.next, r)
}

// endsBy moves a task that could go next back to the last number before which its team has the people. Where several teams
// are to have them at once it is not looked for.
func (s *search) endsBy(r *ready) {
	j := &s.p.jobs[r.task]
	if r.group >= 0 && j.kind != Done && r.number >= r.dur {
		r.number = s.pass.crews[r.group].fitBack(&s.p.groups[r.group], r.number, r.dur, j.need)
	}
	r.day = s.p.calendars[j.calendar].dayAt(r.number)
}

// lastOf is the place of the task of the greatest key, of those that can end late.
func (s *search) lastOf(days int32) int {
	e, last := &s.eager, int32(None)
	for at := range e.next {
		r := &e.next[at]
		if e.touches(r, r.number-r.dur) {
			s.endsBy(r)
		}
		last = max(last, r.day)
	}
	best := -1
	for at := range e.next {
		r := &e.next[at]
		if r.day >= last-days && (best < 0 || e.next[best].before(r)) {
			best = at
		}
	}
	return best
}
