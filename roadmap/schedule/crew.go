package schedule

import (
	"math"
	"math/bits"
	"slices"

	"bywhen/roadmap"
)

// crew is the people of a sized team that are not yet taken, as steps over its working days, which go by their numbers on
// its calendar. So it takes as much room as it has tasks, however far apart they lie.
type crew struct {
	facts *teamFacts
	cal   *roadmap.Calendar // that of the facts, at hand
	steps []step            // ascending, the first from before all days; neighbours differ
	stays []stay            // by last day, then in the order of placing; only once all are placed
}

// step is the people free from a day on, until the next step.
type step struct{ from, free int32 }

// stay is a task at a team, by its last day there.
type stay struct{ last, task int32 }

// never is after all days.
const never = int32(math.MaxInt32)

// newCrews are those of all teams, in the room, where there is place for the tasks that ask for their people: each of them adds
// two steps at most where it takes its days in one run.
func newCrews(teams []teamFacts, room *levelRoom) []crew {
	steps, asked := 0, 0
	for k := range teams {
		steps += len(teams[k].people) + 2*teams[k].asked
		asked += teams[k].asked
	}
	room.steps, room.left = sized(room.steps, steps), sized(room.left, asked)[:0]
	crews, free := make([]crew, len(teams)), room.steps
	for k := range teams {
		f := &teams[k]
		n := len(f.people) + 2*f.asked
		crews[k] = crew{facts: f, cal: f.cal, steps: append(free[:0:n], f.people...)}
		free = free[n:]
	}
	return crews
}

// keepCrews takes what was found of the crews out of the room, in no more memory than it needs.
func (l *leveller) keepCrews(room *levelRoom) {
	all := 0
	for k := range l.crews {
		all += len(l.crews[k].steps)
	}
	steps := slices.Grow([]step(nil), all)
	for k := range l.crews {
		from := len(steps)
		steps = append(steps, l.crews[k].steps...)
		l.crews[k].steps = steps[from:len(steps):len(steps)]
	}
	l.keepStays(room)
}

// keepStays parts the stays, which were noted in the order of placing, by team and last day.
func (l *leveller) keepStays(room *levelRoom) {
	if len(room.left) == 0 {
		return
	}
	first, last := never, int32(math.MinInt32)
	for i := range room.left {
		day := int32(room.left[i].key)
		first, last = min(first, day), max(last, day)
	}
	width := bits.Len32(uint32(last - first)) // keys of few bits are sorted in few passes
	for i := range room.left {
		e := &room.left[i]
		e.key = e.key>>32<<width | uint64(uint32(int32(e.key)-first))
	}
	room.room = sized(room.room, len(room.left))
	sorted, stays := sortEntries(room.left, room.room), make([]stay, len(room.left))
	for from, to := 0, 0; from < len(sorted); from = to {
		team := sorted[from].key >> width
		for ; to < len(sorted) && sorted[to].key>>width == team; to++ {
			e := &sorted[to]
			stays[to] = stay{int32(e.key&(1<<width-1)) + first, e.task}
			if t := &l.turns[e.task]; t.busyOn == int32(team) {
				t.stay = int32(to - from)
			}
		}
		l.crews[team].stays = stays[from:to:to]
	}
}

// peopleSteps are the people that a team has, whatever they do. Room is for one step.
func peopleSteps(f *teamFacts, room []step) []step {
	steps := append(room, step{math.MinInt32, f.capacity})
	if !f.varies {
		return steps
	}
	var turns []int32 // the days on which the number of people may change
	for _, p := range slices.Concat(f.team.TimeOff, f.team.Extra) {
		turns = append(turns, int32(f.cal.Count(p.From)), int32(f.cal.Count(p.To+1)))
	}
	slices.Sort(turns)
	for _, k := range slices.Compact(turns) {
		if n := f.available(f.cal.Day(int(k))); n != steps[len(steps)-1].free {
			steps = append(steps, step{k, n})
		}
	}
	return steps
}

// everHas tells whether the team has that many people on some day within ten years.
func (f *teamFacts) everHas(people int32, from roadmap.Date) bool {
	first, last := int32(f.cal.Count(from)), int32(f.cal.Count(from+tenYears))
	for s, x := range f.people {
		if begins := x.from <= last; begins && x.free >= people && (s+1 == len(f.people) || f.people[s+1].from > first) {
			return true
		}
	}
	return false
}

// at is the place of the step that holds day k.
func (c *crew) at(k int32) int {
	steps := c.steps
	hi := len(steps)
	lo := hi - 1
	for back := 1; steps[lo].from > k; back *= 2 { // most work is placed near the end
		lo, hi = max(lo-back, 0), lo
	}
	for hi-lo > 1 {
		if m := int(uint(lo+hi) / 2); steps[m].from <= k {
			lo = m
		} else {
			hi = m
		}
	}
	return lo
}

func (c *crew) freeOn(k int32) int32 { return c.steps[c.at(k)].free }

// until is the day before which the step at that place ends.
func (c *crew) until(s int) int32 {
	if s+1 < len(c.steps) {
		return c.steps[s+1].from
	}
	return never
}

// fit is the first day from k on that begins dur days in a row with that many people free, and the place of the step that
// holds it; -1 where there is none. Day k is in step s.
func (c *crew) fit(s int, k, dur, people int32) (day int32, step int) {
	step = s
	for steps := c.steps; ; s++ {
		end := never
		if s+1 < len(steps) {
			end = steps[s+1].from
		}
		switch {
		case steps[s].free >= people && end-k >= dur:
			return k, step
		case steps[s].free >= people:
		case end == never:
			return -1, s
		default:
			k, step = end, s+1
		}
	}
}

// take takes people for the days from k, which is in step s, up to and without end.
func (c *crew) take(s int, k, end, people int32) {
	if left := c.steps[s].free - people; s > 0 && left >= 0 && c.steps[s].from == k && c.steps[s-1].free == left && c.until(s) > end {
		c.steps[s].from = end // right behind work that left as many: that step goes on
		return
	}
	if c.until(s) >= end {
		c.takeWithin(s, k, end, people)
		return
	}
	s = c.split(s, k)
	at := s
	for c.until(at) <= end {
		at++
	}
	last := c.split(at, end)
	for x := s; x < last; x++ {
		c.steps[x].free = max(c.steps[x].free-people, 0)
	}
	c.join(last)
	c.join(s)
}

// takeWithin is take for days that all lie in step s, as they do where work is placed in the gaps between work.
func (c *crew) takeWithin(s int, k, end, people int32) {
	free, until := c.steps[s].free, c.until(s)
	left := max(free-people, 0)
	if left == free { // nobody is there to be taken
		return
	}
	switch begins := c.steps[s].from == k; {
	case begins && until > end:
		c.steps[s].free = left
		c.insert(s+1, step{end, free})
	case begins:
		c.steps[s].free = left
		c.join(s + 1)
	case until > end:
		c.insert(s+1, step{k, left}, step{end, free})
		return // both differ from their neighbours
	default:
		c.insert(s+1, step{k, left})
		c.join(s + 2)
		s++
	}
	c.join(s)
}

// insert puts in steps before the one at that place.
func (c *crew) insert(at int, steps ...step) { c.steps = slices.Insert(c.steps, at, steps...) }

// split makes a step begin on day k, which is in step s, and returns its place.
func (c *crew) split(s int, k int32) int {
	if c.steps[s].from == k {
		return s
	}
	c.insert(s+1, step{k, c.steps[s].free})
	return s + 1
}

// join drops the step at that place where it does not differ from the one before it.
func (c *crew) join(s int) {
	if s > 0 && s < len(c.steps) && c.steps[s].free == c.steps[s-1].free {
		c.steps = slices.Delete(c.steps, s, s+1)
	}
}

// leaves notes that a task is at a team until the day of that number.
func (l *leveller) leaves(team, task, last int32) {
	l.room.left = append(l.room.left, entry{uint64(team)<<32 | uint64(uint32(last)), task})
}

// since is the place of the first stay that lasts until that day at least, at or before that one, which does.
func (c *crew) since(at int, day int32) int {
	lo, hi := at, at
	for back := 1; lo > 0 && c.stays[lo].last >= day; back *= 2 {
		lo, hi = max(lo-back, 0), lo
	}
	for lo < hi {
		if m := int(uint(lo+hi) / 2); c.stays[m].last < day {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// fit is the first number from k on, on the task's calendar, that begins dur days on which all of its teams have the people
// it needs, or -1.
func (l *leveller) fit(j *job, k int) int {
	for moved := true; moved; {
		moved = false
		for _, n := range l.needsOf(j) {
			next := l.busyUntil(j, n, k)
			if next < 0 {
				return -1
			}
			moved = moved || next != k
			k = next
		}
	}
	return k
}

// busyUntil is k where the team has the people for the task placed there; else a later number before which it has not; -1
// where it never will.
func (l *leveller) busyUntil(j *job, n need, k int) int {
	c := &l.crews[n.team]
	end := k + int(j.dur)
	first, last := int32(c.cal.Count(j.cal.Day(k))), int32(c.cal.Count(j.cal.Day(end-1)))
	for s := c.at(first); s < len(c.steps) && c.steps[s].from <= last; s++ {
		if c.steps[s].free >= n.people {
			continue
		}
		until := c.until(s)
		day := c.cal.Day(int(max(c.steps[s].from, first)))
		x := j.cal.Count(day) // the task's first working day in this step, if it lies in it
		if x >= end || int32(c.cal.Count(j.cal.Day(x))) >= until {
			continue
		}
		if until == never {
			return -1
		}
		return j.cal.Count(c.cal.Day(int(until)))
	}
	return k
}

// short is the first of the task's teams that has too few people free on a day, or none.
func (l *leveller) short(j *job, day roadmap.Date) int32 {
	for _, n := range l.needsOf(j) {
		c := &l.crews[n.team]
		if c.freeOn(int32(c.cal.Count(day))) < n.people {
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
	for _, n := range l.needsOf(j) {
		c := &l.crews[n.team]
		if c.cal == j.cal {
			c.take(c.at(int32(k)), int32(k), int32(k)+j.dur, n.people)
			l.leaves(n.team, i, int32(k)+j.dur-1)
			continue
		}
		last := int32(0)
		for x := k; x < k+int(j.dur); x++ {
			last = int32(c.cal.Count(j.cal.Day(x)))
			c.take(c.at(last), last, last+1, n.people)
		}
		l.leaves(n.team, i, last)
	}
}

// holders yields each task whose going made room at its team for task i to start.
func (l *leveller) holders(i int32, yield func(int32)) {
	for _, s := range l.leaving(i) {
		if l.madeRoom(s.task, i) {
			yield(s.task)
		}
	}
}

// leaving is the stays that end, at the team that held task i, where task i starts.
func (l *leveller) leaving(i int32) []stay {
	t := &l.turns[i]
	if t.busyOn == none {
		return nil
	}
	j, c := &l.jobs[i], &l.crews[t.busyOn]
	from, to := t.from-1, t.from
	if c.cal != j.cal {
		from, to = int32(c.cal.Count(j.cal.Day(int(from)))), int32(c.cal.Count(j.cal.Day(int(to))))
	}
	first := c.since(int(t.stay), from)
	end := first
	for end < len(c.stays) && c.stays[end].last < to {
		end++
	}
	return c.stays[first:end]
}

// madeRoom tells whether a task that left where task i starts was there before it.
func (l *leveller) madeRoom(other, i int32) bool {
	return other != i && l.turns[other].placed < l.turns[i].placed
}
