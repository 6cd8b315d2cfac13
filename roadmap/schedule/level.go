package schedule

// leveller places tasks one after the other so that no team ever has more people at work than it has: a serial schedule
// generation scheme (J. E. Kelley, The critical-path method: resources planning and scheduling, 1963; R. Kolisch, Serial
// and parallel resource-constrained project scheduling methods revisited, 1996).
type leveller struct {
	*planner
	crews []crew
	at    []span
	turns []turn
}

// turn is how a task was placed.
type turn struct {
	from   int32 // number of the first working day from which it was placed, on its calendar
	placed int32 // place in the order of placing
	busyOn int32 // the team that held it, or none
	held   bool  // its team would have held it as well: on the day before it starts too few were free
	queued bool  // it starts later than anything but its team asks for
	// unstaffed: its teams never have the people; it is placed as if they sufficed.
	unstaffed bool
}

// level places all tasks in the contract's order; late is by dependencies alone.
func (p *planner) level(early []span, late []lateness) *leveller {
	n := len(p.jobs)
	l := &leveller{planner: p, at: make([]span, n), turns: make([]turn, n)}
	l.crews = make([]crew, len(p.teams))
	for i := range l.crews {
		l.crews[i] = newCrew(&p.teams[i])
	}
	q := l.newQueue(early, late)
	for count := int32(0); len(q.heap) > 0; count++ {
		i := q.pop()
		l.turns[i].placed = count
		l.put(i, early)
		q.release(i)
	}
	return l
}

// put places one task on the first days, from where all else allows it, on which its teams have the people.
func (l *leveller) put(i int32, early []span) {
	j, t := &l.jobs[i], &l.turns[i]
	t.busyOn = none
	if !early[i].placed() || len(j.needs) == 0 || j.state == finished {
		l.at[i] = l.earliest(i, j.dur, l.at)
		return
	}
	k, ok := l.bound(i, j.dur, l.at)
	if !ok {
		return
	}
	if n := j.needs[0]; len(j.needs) == 1 && l.crews[n.team].facts.cal == j.cal {
		l.putAlone(i, k, n)
		return
	}
	at := l.fit(j, k)
	if at < 0 {
		at, t.unstaffed = k, true
	}
	if !l.putOn(i, k, at) {
		return
	}
	t.held, t.busyOn = l.heldBefore(j, at)
	l.take(i, at)
}

// putAlone is put for a task that needs people of one team on that team's own days, as nearly all do: each step is looked
// for once.
func (l *leveller) putAlone(i int32, k int, n need) {
	j, t, c := &l.jobs[i], &l.turns[i], &l.crews[n.team]
	s := c.at(int32(k))
	at, s := c.fit(s, int32(k), j.dur, n.people)
	if at < 0 {
		at, s, t.unstaffed = int32(k), c.at(int32(k)), true
	}
	if !l.putOn(i, k, int(at)) {
		return
	}
	before := s
	if c.steps[s].from == at && s > 0 {
		before--
	}
	if c.steps[before].free < n.people && j.cal.Day(int(at)-1) >= j.planDay {
		t.held, t.busyOn = true, n.team
	}
	c.take(s, at, at+j.dur, n.people)
	c.leaves(i, at+j.dur-1)
}

// putOn lays a task that may start from number k on down from another number on, and tells whether it found its days.
func (l *leveller) putOn(i int32, k, at int) bool {
	l.at[i] = l.place(i, at, l.jobs[i].dur)
	if !l.at[i].placed() {
		return false
	}
	l.turns[i].from, l.turns[i].queued = int32(at), at > k
	return true
}
