package schedule

import (
	"math"

	"bywhen/roadmap"
)

// lateness is a task's latest placement. For work, end is the number of the working day after its latest last day, on its own
// calendar; for a milestone it is its latest instant.
type lateness struct {
	end   int32
	bound int32 // twice what decides, and one more where a deadline bounds its finish
}

// by is the deadline that decides: a task's place, or none; a goal's is counted from the number of tasks on.
func (l *lateness) by() int32 { return l.bound >> 1 }

// bounded tells whether a deadline bounds the finish.
func (l *lateness) bounded() bool { return l.bound&1 != 0 }

func newLateness(end, by int32, bounded bool) lateness {
	l := lateness{end, by << 1}
	if bounded {
		l.bound |= 1
	}
	return l
}

// backward is the latest placements that keep every deadline downstream, and the end of the roadmap where no deadline
// bounds a task's finish. End is an instant.
func (p *planner) backward(early []span, end roadmap.Date) []lateness {
	b := p.latePass(early, make([]lateness, len(p.jobs)), end)
	for n := len(p.net.Order) - 1; n >= 0; n-- {
		i := p.net.Order[n]
		if j := &p.jobs[i]; early[i].placed() && j.state != finished {
			b.late[i] = b.latest(i, j)
		}
	}
	return b.late
}

// relax brings latest placements up to a later end of the roadmap. What a deadline decides stays: a later end tightens nothing.
func (p *planner) relax(early []span, late []lateness, end roadmap.Date) {
	b := p.latePass(early, late, end)
	for n := len(p.net.Order) - 1; n >= 0; n-- {
		if i := p.net.Order[n]; late[i].by() == none {
			late[i] = b.latest(i, &p.jobs[i])
		}
	}
}

// latePass goes over the tasks, each after all that wait for it.
type latePass struct {
	*planner
	early []span
	late  []lateness
	end   roadmap.Date // an instant
	count int32        // its number on the roadmap's calendar
}

func (p *planner) latePass(early []span, late []lateness, end roadmap.Date) *latePass {
	return &latePass{p, early, late, end, int32(p.cal.Count(end))}
}

func (p *latePass) latest(i int32, j *job) lateness {
	if !j.milestone {
		if found, ok := p.latestByNumber(i, j); ok {
			return found
		}
	}
	b := lateBound{cal: j.cal, dur: int(j.dur), milestone: j.milestone, by: none}
	p.ownDates(&b, j, i)
	for _, l := range p.net.Successors(int(i)) {
		if s := &p.jobs[l.Task]; s.open() && p.early[l.Task].placed() {
			b.successor(l, s, &p.late[l.Task])
		}
	}
	if !b.bounded {
		b.finishBy(p.end, none)
	}
	return newLateness(b.end, b.by, b.bounded)
}

// latestByNumber is latest for work that only work on its own calendar waits for, finish to start, as nearly all does: it takes
// no dates but the numbers of working days. False where it is not so.
func (p *latePass) latestByNumber(i int32, j *job) (lateness, bool) {
	cal, least, by, bounded := j.cal, int32(math.MaxInt32), none, false
	if j.deadline != 0 || j.goal != none {
		b := lateBound{cal: cal, end: least, by: none}
		p.ownDates(&b, j, i)
		least, by, bounded = b.end, b.by, b.bounded
	}
	for _, l := range p.net.Successors(int(i)) {
		s := &p.jobs[l.Task]
		if !s.plain() || s.cal != cal || l.Type != roadmap.FinishToStart {
			if s.open() && p.early[l.Task].placed() {
				return lateness{}, false
			}
			continue
		}
		if !p.early[l.Task].placed() {
			continue
		}
		t := p.late[l.Task]
		bounded = bounded || t.bounded()
		if end := min(max(t.end-s.dur-l.Lag, 0), farCount); end < least {
			least, by = end, t.by()
		}
	}
	if !bounded {
		count := p.count
		if cal != p.cal {
			count = int32(cal.Count(p.end))
		}
		if count < least {
			least, by = count, none
		}
	}
	return newLateness(least, by, bounded), true
}

// ownDates bounds a task by its own deadline and its goal's.
func (p *planner) ownDates(b *lateBound, j *job, i int32) {
	if j.deadline != 0 {
		b.bounded = true
		b.finishBy(j.deadline+1, i)
	}
	if j.goal != none && p.goals[j.goal].deadline != 0 {
		b.bounded = true
		b.finishBy(p.goals[j.goal].deadline+1, int32(len(p.jobs))+j.goal)
	}
}

// lateBound gathers what bounds one task from behind.
type lateBound struct {
	cal       *roadmap.Calendar
	dur       int
	milestone bool
	end, by   int32 // as in lateness
	bounded   bool
	set       bool
}

// finishBy bounds the task's finish by an instant.
func (b *lateBound) finishBy(instant roadmap.Date, by int32) {
	if b.milestone {
		b.tighten(int32(instant), by)
		return
	}
	b.tighten(int32(b.cal.Count(instant)), by)
}

// startBy bounds the task's start by an instant: its first day is at the latest the last working day up to it.
func (b *lateBound) startBy(instant roadmap.Date, by int32) {
	if b.milestone {
		b.tighten(int32(instant), by)
		return
	}
	b.tighten(int32(b.cal.Count(instant+1)-1+b.dur), by)
}

func (b *lateBound) tighten(end, by int32) {
	if !b.set || end < b.end {
		b.end, b.by, b.set = end, by, true
	}
}

// farCount is far beyond the number of any working day: leads of thousands of tasks, each before the next, add up no further.
const farCount = 1 << 26

// successor bounds the task by what waits for it. One that has started bounds nothing by its start.
func (b *lateBound) successor(l roadmap.Link, s *job, late *lateness) {
	byStart := l.Type == roadmap.FinishToStart || l.Type == roadmap.StartToStart
	if byStart && s.state == started {
		return
	}
	if l.Type == roadmap.FinishToStart || l.Type == roadmap.FinishToFinish {
		b.bounded = b.bounded || late.bounded()
	}
	if l.Type == roadmap.FinishToStart || l.Type == roadmap.FinishToFinish {
		b.finishBy(latestFor(l, s, late), late.by())
	} else {
		b.startBy(latestFor(l, s, late), late.by())
	}
}

// latestFor is the last instant for the tied end of the predecessor that still lets the successor keep its late dates.
// The last instant of count m is the beginning of working day m.
func latestFor(l roadmap.Link, s *job, late *lateness) roadmap.Date {
	lag, count := int(l.Lag), int(late.end)
	if s.milestone {
		at := roadmap.Date(late.end)
		switch {
		case lag == 0:
			return at
		case lag > 0:
			return s.cal.Day(s.cal.Count(at) - lag)
		}
		return s.cal.Day(s.cal.Count(at+1) - 1 - lag)
	}
	switch l.Type {
	case roadmap.FinishToFinish:
		ends := s.cal.Day(count-1) + 1
		switch {
		case lag == 0:
			return ends
		case lag > 0:
			return s.cal.Day(count - lag)
		}
		return s.cal.Day(s.cal.Count(ends+1) - 1 - lag)
	case roadmap.StartToFinish:
		return s.cal.Day(count - lag)
	}
	return s.cal.Day(count - int(s.dur) - lag)
}

// lateDays are the days of the latest placement of a task that lies at s, and its slack.
func (p *planner) lateDays(i int32, late *lateness, s span) (first, last roadmap.Date, slack int) {
	j := &p.jobs[i]
	switch {
	case j.state == finished:
		return s.first, s.last(), 0
	case j.milestone:
		at := roadmap.Date(late.end)
		slack = j.cal.Count(at) - j.cal.Count(s.finish)
		day := at - 1
		if slack >= 0 {
			day = max(day, s.last())
		}
		return day, day, slack
	}
	count := int(late.end)
	first, last = j.cal.Day(count-int(j.dur)), j.cal.Day(count-1)
	if j.state == started {
		first = s.first
	}
	return first, last, count - j.cal.Count(s.finish)
}
