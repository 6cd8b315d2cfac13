package schedule

// leveller places tasks one after the other so that no team ever has more people at work than it has: a serial schedule
// generation scheme (J. E. Kelley, The critical-path method: resources planning and scheduling, 1963; R. Kolisch, Serial
// and parallel resource-constrained project scheduling methods revisited, 1996).
type leveller struct {
	*planner
	crews  []crew
	at     []span
	from   []int32 // number of the first working day from which it was placed, on its calendar
	placed []int32 // place in the order of placing
	held   []bool  // its team would have held it as well: on the day before it starts too few were free
	queued []bool  // it starts later than anything but its team asks for
	busyOn []int32 // the team that held it
	// unstaffed marks tasks whose teams never have the people: placed as if they sufficed.
	unstaffed []bool
}

// level places all tasks in the contract's order; late is by dependencies alone.
func (p *planner) level(early []span, late []lateness) *leveller {
	n := len(p.jobs)
	l := &leveller{planner: p, at: make([]span, n), from: make([]int32, n), placed: make([]int32, n), held: make([]bool, n), queued: make([]bool, n), busyOn: make([]int32, n), unstaffed: make([]bool, n)}
	l.crews = make([]crew, len(p.teams))
	for i := range l.crews {
		l.crews[i] = newCrew(&p.teams[i])
	}
	q := l.newQueue(early, late)
	for count := int32(0); len(q.heap) > 0; count++ {
		i := q.pop()
		l.placed[i] = count
		l.put(i, early)
		q.release(i)
	}
	return l
}

// put places one task on the first days, from where all else allows it, on which its teams have the people.
func (l *leveller) put(i int32, early []span) {
	j := &l.jobs[i]
	l.busyOn[i] = none
	if !early[i].placed() || len(j.needs) == 0 || j.state == finished {
		l.at[i] = l.earliest(i, j.dur, l.at)
		return
	}
	k, ok := l.bound(i, j.dur, l.at)
	if !ok {
		return
	}
	var at int
	if n := j.needs[0]; len(j.needs) == 1 && l.crews[n.team].facts.cal == j.cal {
		at = int(l.crews[n.team].fit(int32(k), j.dur, n.people))
	} else {
		at = l.fit(j, k)
	}
	if at < 0 {
		at, l.unstaffed[i] = k, true
	}
	l.at[i] = l.place(i, at, j.dur)
	if !l.at[i].placed() {
		return
	}
	l.from[i] = int32(at)
	l.queued[i] = at > k
	l.held[i], l.busyOn[i] = l.heldBefore(j, at)
	l.take(i, at)
}
