package levelling

// putOther places what is not work to be started.
func (s *Pass) putOther(x int32, j *job) {
	switch j.kind {
	case Milestone:
		s.putMilestone(x, j)
	case Started:
		dur := s.Duration[x]
		if s.putSeveral(x, j, j.first, dur) {
			s.goOn(x, j)
		}
	case Done:
		c := &s.problem.calendars[j.calendar]
		s.start[x], s.finish[x] = j.started, j.finished+1
		s.from[x], s.to[x] = c.countAt(j.started), c.countAt(j.finished+1)
	default:
		s.from[x], s.to[x] = unplaced, unplaced
	}
}

// goOn gives a started task its actual start; it may have been told of before that.
func (s *Pass) goOn(x int32, j *job) {
	c := &s.problem.calendars[j.calendar]
	s.start[x], s.finish[x] = j.started, max(s.finish[x], j.started+1)
	s.from[x], s.to[x] = c.countAt(s.start[x]), c.countAt(s.finish[x])
}

// putMilestone puts a milestone on the latest instant, and the latest day, that anything allows; where the run gives it a
// duration, so many working days later.
func (s *Pass) putMilestone(x int32, j *job) {
	p := s.problem
	c := &p.calendars[j.calendar]
	instant, day := j.release, j.started
	s.from[x], s.to[x] = unplaced, unplaced
	for _, l := range p.preds[j.predFrom:j.predTo] {
		if s.to[l.task] >= unplaced {
			return
		}
		typ, lag := Type(l.tie-other), int32(l.lag)
		ends, on := milestoneBound(c, typ, lag, s.start[l.task], s.finish[l.task])
		if lag == 0 && p.jobs[l.task].kind == Milestone { // behind a milestone it stands for that one's day
			on = s.day[l.task]
		}
		instant, day = max(instant, ends), max(day, on)
	}
	if later := s.Duration[x]; later > 0 {
		instant = c.move(instant, later)
		day = instant - 1
	}
	if promised := s.Promised[x]; promised != None {
		instant, day = max(instant, promised+1), max(day, promised)
	}
	if instant > p.last {
		return
	}
	s.start[x], s.finish[x], s.day[x] = instant, instant, day
	s.from[x] = c.countAt(instant)
	s.to[x] = s.from[x]
}

// putSeveral places a task that needs people of several groups, or on other calendars than its own, or whose teams may not
// have the people for good, from number k on. If they never have them it is placed as if they sufficed. It tells whether
// the task found its days.
func (s *Pass) putSeveral(x int32, j *job, k, dur int32) bool {
	needs := s.problem.needs[j.needFrom:j.needTo]
	if k < beyond && len(needs) > 0 {
		if at := s.fitSeveral(j, needs, k, dur); at >= 0 {
			k = at
		}
	}
	if !s.lay(x, j, k, dur) {
		return false
	}
	for d := k; d < k+dur; d++ {
		for _, n := range needs {
			s.takeOn(n, s.numberOf(j, n, d))
		}
	}
	return true
}

// fitSeveral is the first number from k on that begins dur working days on which all teams have the people, or -1.
func (s *Pass) fitSeveral(j *job, needs []groupNeed, k, dur int32) int32 {
	for d := k + dur - 1; d >= k; d-- {
		for _, n := range needs {
			at := s.numberOf(j, n, d)
			if !lacks(s.freeAt(n.group, at), n.people) {
				continue
			}
			if s.problem.groups[n.group].never(at, n.people) {
				return -1
			}
			k, d = d+1, d+dur+1
			break
		}
	}
	return k
}

// numberOf is the number, on the calendar of a group, of the task's working day with number k.
func (s *Pass) numberOf(j *job, n groupNeed, k int32) int32 {
	g := s.problem.groups[n.group].calendar
	if g == j.calendar {
		return k
	}
	return s.problem.calendars[g].countAt(s.problem.calendars[j.calendar].dayAt(k))
}

func (s *Pass) freeAt(group, k int32) uint64 {
	if c := &s.crews[group]; int(k) < len(c.free) {
		return c.free[k]
	}
	return s.problem.groups[group].peopleAt(k)
}

// takeOn takes people on one working day of their group, at most those that are free.
func (s *Pass) takeOn(n groupNeed, k int32) {
	c := &s.crews[n.group]
	if int(k) >= len(c.free) && !c.reach(&s.problem.groups[n.group], k+1) {
		return
	}
	c.free[k] = lessAtMost(c.free[k], n.people)
	c.low, c.used = min(c.low, k), max(c.used, k+1)
}
