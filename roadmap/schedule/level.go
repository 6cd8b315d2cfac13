package schedule

import "bywhen/roadmap"

// leveller places tasks one after the other so that no team ever has more people at work than it has: a serial schedule
// generation scheme (J. E. Kelley, The critical-path method: resources planning and scheduling, 1963; R. Kolisch, Serial
// and parallel resource-constrained project scheduling methods revisited, 1996).
type leveller struct {
	*planner
	crews []crew
	at    []span
	turns []turn
	room  *levelRoom // while it places
}

// turn is how a task was placed.
type turn struct {
	from   int32 // number of the first working day from which it was placed, on its calendar
	placed int32 // place in the order of placing
	busyOn int32 // the team that held it, or none
	stay   int32 // the place of its own stay among those of that team
	held   bool  // its team would have held it as well: on the day before it starts too few were free
	queued bool  // it starts later than anything but its team asks for
	// unstaffed: its teams never have the people; it is placed as if they sufficed.
	unstaffed bool
}

// level places all tasks in the contract's order; late is by dependencies alone.
func (p *planner) level(early []span, late []lateness) *leveller {
	n := len(p.jobs)
	room := takeRoom()
	defer room.giveBack()
	l := &leveller{planner: p, at: make([]span, n), turns: make([]turn, n), crews: newCrews(p.teams, room), room: room}
	q := l.newQueue(room, early, late)
	for count := int32(0); ; count++ {
		i, ok := q.pop()
		if !ok {
			l.keepCrews(room)
			l.room = nil
			return l
		}
		l.turns[i] = turn{placed: count, busyOn: none}
		if w := &q.waiting[i]; w.plain {
			l.putPlain(i, w)
		} else {
			l.put(i, early)
		}
		l.release(i, q)
	}
}

// put places one task on the first days, from where all else allows it, on which its teams have the people.
func (l *leveller) put(i int32, early []span) {
	j, t := &l.jobs[i], &l.turns[i]
	if !early[i].placed() || j.manyNeeds == 0 || j.state == finished {
		l.at[i] = l.earliest(i, j.dur, l.at)
		return
	}
	k, ok := l.bound(i, j.dur, l.at)
	if !ok {
		return
	}
	at := l.fit(j, k)
	if at < 0 {
		at, t.unstaffed = k, true
	}
	l.at[i] = l.place(i, at, j.dur)
	if !l.at[i].placed() {
		return
	}
	t.from, t.queued = int32(at), at > k
	t.held, t.busyOn = l.heldBefore(j, at)
	l.take(i, at)
}

// putPlain is put for a plain task, as nearly all are: each step of its team is looked for once.
func (l *leveller) putPlain(i int32, w *waiting) {
	t, c, people := &l.turns[i], &l.crews[w.need.team], w.need.people
	cal := c.cal
	k := int32(cal.Count(w.from))
	s := c.at(k)
	at, s := c.fit(s, k, w.dur, people)
	if at < 0 {
		at, s, t.unstaffed = k, c.at(k), true
	}
	first, last := cal.Day(int(at)), cal.Day(int(at+w.dur)-1)
	if last <= roadmap.LastDate && (last-w.planDay <= tenYears || !longGap(cal, int(at), first, last, w.dur)) {
		l.at[i] = span{first, last + 1}
	} else if l.at[i] = l.place(i, int(at), w.dur); !l.at[i].placed() { // it may be too far off
		return
	}
	t.from, t.queued = at, at > k
	before := s
	if c.steps[s].from == at && s > 0 {
		before--
	}
	if c.steps[before].free < people && (at > k || cal.Day(int(at)-1) >= w.planDay) {
		t.held, t.busyOn = true, w.need.team
	}
	c.take(s, at, at+w.dur, people)
	l.leaves(w.need.team, i, at+w.dur-1)
}
