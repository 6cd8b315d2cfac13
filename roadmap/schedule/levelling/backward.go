package levelling

// Backward places the tasks one after the other as late as what waits for them, their limits and their teams' people allow:
// the mirror of Forward. Limit is, by task, the number on its own calendar before which it is to end. Order holds each task
// once, after all that waits for it. A task for which there is no room before its release is left at the base. The result is
// for ordering tasks by: it says nothing about releases.
func (s *Pass) Backward(order, limit []int32) {
	s.clear()
	s.placeBack(order, limit)
}

// placeBack places the next tasks of an order from the end.
func (s *Pass) placeBack(order, limit []int32) {
	p := s.problem
	jobs := p.jobs
	for _, x := range order {
		j := &jobs[x]
		if j.kind == Done || j.kind == Absent {
			s.putOther(x, j)
			continue
		}
		dur := s.Duration[x]
		if j.kind == Milestone {
			dur = 0
		}
		end := s.lastNumber(j, limit[x], dur)
		switch {
		case j.group >= 0:
			c := &s.crews[j.group]
			end = c.fitBack(&p.groups[j.group], end, dur, j.need)
			if end >= dur {
				c.take(end-dur, end, j.need)
			}
		case j.group == several:
			end = s.putSeveralBack(j, end, dur)
		}
		s.layBack(x, j, end, dur)
	}
}

// lastNumber is the last number before which a task may end because of what waits for it.
func (s *Pass) lastNumber(j *job, end, dur int32) int32 {
	for _, l := range s.problem.succs[j.succFrom:j.succTo] {
		switch l.tie {
		case ends:
			end = min(end, s.from[l.task]-int32(l.lag))
		case starts:
			end = min(end, s.from[l.task]-int32(l.lag)+dur)
		default:
			end = min(end, s.limitBy(j, l, dur))
		}
	}
	return end
}

// layBack puts a task on the working days before a number.
func (s *Pass) layBack(x int32, j *job, end, dur int32) {
	c := &s.problem.calendars[j.calendar]
	s.from[x], s.to[x] = end-dur, end
	s.start[x], s.finish[x] = c.dayAt(end-dur), c.dayAt(end-1)+1
	if j.kind == Milestone {
		s.start[x] = s.finish[x]
	}
	s.day[x] = s.finish[x]
}

// limitBy is the number before which a task is to end because of a link that is reckoned by days.
func (s *Pass) limitBy(j *job, l link, dur int32) int32 {
	own, its := &s.problem.calendars[j.calendar], &s.problem.calendars[s.problem.jobs[l.task].calendar]
	switch lag := int32(l.lag); Type(l.tie - other) {
	case FinishToFinish:
		return own.countAt(its.move(s.finish[l.task], -lag))
	case StartToStart:
		return own.countAt(its.move(s.start[l.task], -lag)+1) - 1 + dur
	case StartToFinish:
		return own.countAt(its.move(s.finish[l.task], -lag)+1) - 1 + dur
	default:
		return own.countAt(its.move(s.start[l.task], -lag))
	}
}

// fitBack is the last number up to end before which dur working days in a row have enough people each; end where there is
// none.
func (c *crew) fitBack(g *group, end, dur int32, need uint64) int32 {
	if int(end) > len(c.free) && !c.reach(g, end) {
		return end
	}
	for at, free := end, end; at >= dur; { // the days from free up to at are known to have enough
		k := at - dur
		row := c.free[k:free]
		d := 0
		for d < len(row) && !lacks(row[d], need) {
			d++
		}
		if d == len(row) {
			return at
		}
		at, free = k+int32(d), k
	}
	return min(end, dur-1)
}

// putSeveralBack is fitBack and taking for a task of several groups or calendars.
func (s *Pass) putSeveralBack(j *job, end, dur int32) int32 {
	needs := s.problem.needs[j.needFrom:j.needTo]
	at := end
	for d := at - dur; d < at; d++ {
		for _, n := range needs {
			if k := s.numberOf(j, n, d); k < 0 || lacks(s.freeAt(n.group, k), n.people) {
				at = d
				d = at - dur - 1
				break
			}
		}
		if at < dur {
			return min(end, dur-1)
		}
	}
	for d := at - dur; d < at; d++ {
		for _, n := range needs {
			s.takeOn(n, s.numberOf(j, n, d))
		}
	}
	return at
}
