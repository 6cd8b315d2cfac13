package schedule

import "bywhen/roadmap"

// crew is the people of a sized team day by day. Days are the team's working days by number, from base on.
type crew struct {
	facts *teamFacts
	base  int
	free  []int32 // people not yet taken on a day
	skip  []int32 // the first day from here on that has anybody free, as far as known (shortened on the way)
	ends  []int32 // head of the list of stays whose last day is that day, or none
}

// stay is a task's time at a team, in the list of those that end on the same day.
type stay struct{ task, next int32 }

// leveller places tasks one after the other so that no team ever has more people at work than it has: a serial schedule
// generation scheme (J. E. Kelley, The critical-path method: resources planning and scheduling, 1963; R. Kolisch, Serial
// and parallel resource-constrained project scheduling methods revisited, 1996).
type leveller struct {
	*planner
	crews  []crew
	stays  []stay
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
	base := p.firstPlanDay()
	for i := range l.crews {
		l.crews[i] = crew{facts: &p.teams[i], base: p.teams[i].cal.Count(base)}
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

// firstPlanDay is before every day on which anybody may be at work.
func (p *planner) firstPlanDay() roadmap.Date {
	first := p.today
	for i := range p.jobs {
		if j := &p.jobs[i]; j.planDay != 0 && j.planDay < first {
			first = j.planDay
		}
	}
	return first
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
		at = l.crews[n.team].fit(k, int(j.dur), n.people)
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

// day makes sure that the crew knows the day of that number and returns its place.
func (c *crew) day(k int) int {
	d := k - c.base
	for len(c.free) <= d {
		n := c.facts.capacity
		if c.facts.varies {
			n = c.facts.available(c.facts.cal.Day(c.base + len(c.free)))
		}
		skip := int32(len(c.free))
		if n == 0 {
			skip++
		}
		c.free, c.skip, c.ends = append(c.free, n), append(c.skip, skip), append(c.ends, none)
	}
	return d
}

// freeOn is the people free on the day of that number; it changes nothing, so that a finished plan may be asked.
func (c *crew) freeOn(k int) int32 {
	if d := k - c.base; d >= 0 && d < len(c.free) {
		return c.free[d]
	}
	return c.facts.available(c.facts.cal.Day(k))
}

// next is the first place from d on that has anybody free, as far as days are known.
func (c *crew) next(d int) int {
	at := int32(d)
	for int(at) < len(c.skip) && c.skip[at] != at {
		at = c.skip[at]
	}
	for int32(d) < at && c.skip[d] != at { // shorten the way for the next one
		d, c.skip[d] = int(c.skip[d]), at
	}
	return int(at)
}

// farthest is how many working days a search goes before it gives up: more than any calendar has in ten years, and then all
// that can lie in a roadmap.
const farthest = 150_000

// fit is the first number from k on of dur days in a row with that many people free, or -1.
func (c *crew) fit(k, dur int, people int32) int {
	d := c.day(k)
	run := 0
	for limit := d + farthest; d < limit; {
		c.day(c.base + d)
		if c.free[d] >= people {
			run++
			d++
			if run == dur {
				return c.base + d - dur
			}
			continue
		}
		run = 0
		if c.free[d] == 0 {
			d = c.next(d)
		} else {
			d++
		}
	}
	return -1
}

// fit is crew.fit for a task of several teams, or one with a calendar of its own: days are numbered on that.
func (l *leveller) fit(j *job, k int) int {
	run := 0
	for d := k; d < k+farthest; d++ {
		day := j.cal.Day(d)
		if day > roadmap.LastDate {
			return -1
		}
		if l.short(j, day) != none {
			run = 0
			continue
		}
		if run++; run == int(j.dur) {
			return d - run + 1
		}
	}
	return -1
}

// short is the first of the task's teams that has too few people free on a day, or none.
func (l *leveller) short(j *job, day roadmap.Date) int32 {
	for _, n := range j.needs {
		c := &l.crews[n.team]
		if c.freeOn(c.facts.cal.Count(day)) < n.people {
			return n.team
		}
	}
	return none
}

// heldBefore tells whether, on the working day before number k, a team of the task had too few people, and which.
func (l *leveller) heldBefore(j *job, k int) (bool, int32) {
	day := j.cal.Day(k - 1)
	if day < j.planDay {
		return false, none
	}
	team := l.short(j, day)
	return team != none, team
}

// take takes the task's people for its duration from number k on.
func (l *leveller) take(i int32, k int) {
	j := &l.jobs[i]
	for _, n := range j.needs {
		c := &l.crews[n.team]
		same := c.facts.cal == j.cal
		d := 0
		for x := k; x < k+int(j.dur); x++ {
			if same {
				d = c.day(x)
			} else {
				d = c.day(c.facts.cal.Count(j.cal.Day(x)))
			}
			if c.free[d] -= n.people; c.free[d] <= 0 {
				c.free[d] = max(c.free[d], 0)
				c.skip[d] = int32(d + 1)
			}
		}
		l.stays = append(l.stays, stay{i, c.ends[d]})
		c.ends[d] = int32(len(l.stays) - 1)
	}
}

// holders calls yield for each task whose going made room at its team for task i to start, in the order of placing turned
// round.
func (l *leveller) holders(i int32, yield func(int32)) {
	team := l.busyOn[i]
	if team == none {
		return
	}
	j, c := &l.jobs[i], &l.crews[team]
	from := c.facts.cal.Count(j.cal.Day(int(l.from[i]) - 1))
	to := c.facts.cal.Count(j.cal.Day(int(l.from[i])))
	for d := max(from-c.base, 0); d < to-c.base && d < len(c.ends); d++ {
		for s := c.ends[d]; s != none; s = l.stays[s].next {
			if other := l.stays[s].task; other != i && l.placed[other] < l.placed[i] {
				yield(other)
			}
		}
	}
}

// queue holds the tasks that could go next, the first in the contract's order on top.
type queue struct {
	net     *roadmap.Network
	heap    []entry
	waiting []int32 // predecessors not yet placed
	keys    []uint64
}

type entry struct {
	key  uint64
	task int32
}

func (l *leveller) newQueue(early []span, late []lateness) *queue {
	q := &queue{net: l.net, waiting: make([]int32, len(l.jobs)), keys: make([]uint64, len(l.jobs))}
	for i := range l.jobs {
		first := early[i].first
		if early[i].placed() && l.jobs[i].state != finished {
			first, _, _ = l.lateDays(int32(i), &late[i], early[i])
			if l.jobs[i].state == started {
				first = l.jobs[i].cal.Day(late[i].count - int(l.jobs[i].dur))
			}
		}
		q.keys[i] = sortKey(l.tasks[i], l.jobs[i].state, first)
		q.waiting[i] = int32(len(l.net.Predecessors(i)))
		if l.jobs[i].state == started || l.jobs[i].state == finished {
			q.waiting[i] = 0 // waits for nothing any more
		}
		if q.waiting[i] == 0 {
			q.push(int32(i))
		}
	}
	return q
}

// sortKey packs what decides who goes next: what has started first, then priority, rank, late start.
func sortKey(t *roadmap.Task, s state, lateStart roadmap.Date) uint64 {
	open := uint64(1)
	if s == started || s == finished {
		open = 0
	}
	rank := uint64(t.Rank)
	if rank == 0 {
		rank = roadmap.MaxRank + 1
	}
	day := uint64(min(max(int64(lateStart)+1<<21, 0), 1<<22-1)) // a late start may lie before any date
	return open<<57 | uint64(t.Priority&7)<<54 | rank<<22 | day
}

func (q *queue) release(i int32) {
	for _, s := range q.net.Successors(int(i)) {
		if q.waiting[s.Task] == 0 {
			continue
		}
		if q.waiting[s.Task]--; q.waiting[s.Task] == 0 {
			q.push(s.Task)
		}
	}
}

func (e entry) before(o entry) bool { return e.key < o.key || e.key == o.key && e.task < o.task }

func (q *queue) push(i int32) {
	e := entry{q.keys[i], i}
	q.heap = append(q.heap, e)
	at := len(q.heap) - 1
	for at > 0 {
		up := (at - 1) / 2
		if !e.before(q.heap[up]) {
			break
		}
		q.heap[at] = q.heap[up]
		at = up
	}
	q.heap[at] = e
}

func (q *queue) pop() int32 {
	top := q.heap[0].task
	last := len(q.heap) - 1
	e := q.heap[last]
	q.heap = q.heap[:last]
	at := 0
	for {
		down := 2*at + 1
		if down >= last {
			break
		}
		if down+1 < last && q.heap[down+1].before(q.heap[down]) {
			down++
		}
		if !q.heap[down].before(e) {
			break
		}
		q.heap[at] = q.heap[down]
		at = down
	}
	if last > 0 {
		q.heap[at] = e
	}
	return top
}
