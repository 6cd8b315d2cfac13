package schedule

import (
	"math"

	"bywhen/roadmap"
)

// span is where a task lies: its first day, and the instant at which it finishes. A task takes the days from first to last and
// finishes at the instant after last. A milestone has one day, which ends at its instant, or begins at it or later.
type span struct{ first, finish roadmap.Date }

func (s span) placed() bool { return s.first != 0 }

// last is the last day.
func (s span) last() roadmap.Date { return max(s.first, s.finish-1) }

// startOf is the instant at which a task that lies there starts.
func (p *planner) startOf(i int32, s span) roadmap.Date {
	if j := &p.jobs[i]; j.milestone && j.state != finished {
		return s.finish
	}
	return s.first
}

// forward is the early dates: each task as soon as what it waits for allows, with no regard to capacity. A task that finds
// no working day, or waits for one that does not, is left out.
func (p *planner) forward() []span {
	at := make([]span, len(p.jobs))
	for _, i := range p.net.Order {
		at[i] = p.earliest(i, p.jobs[i].dur, at)
	}
	return at
}

// whole is the duration that a plan counts with.
func (p *planner) whole(i int32) int32 { return p.jobs[i].dur }

func (p *planner) earliest(i, dur int32, at []span) span {
	j := &p.jobs[i]
	switch {
	case j.state == dropped:
		return span{}
	case j.state == finished:
		return p.actual(i)
	case j.milestone:
		return p.milestoneAt(i, at)
	}
	k, ok := p.bound(i, dur, at)
	if !ok {
		return span{}
	}
	return p.place(i, k, dur)
}

// actual is where a finished task was worked.
func (p *planner) actual(i int32) span {
	b := &p.briefs[i]
	return span{b.Started, b.Finished + 1}
}

// bound is the number, on the task's calendar, of the first working day on which it may start; false where a task that it
// waits for has no dates.
func (p *planner) bound(i, dur int32, at []span) (int, bool) {
	j := &p.jobs[i]
	if j.state == started { // what has begun goes on, whatever it should have waited for
		return j.cal.Count(j.release), true
	}
	k, instant := math.MinInt, j.release
	for _, l := range p.net.Predecessors(int(i)) {
		if !at[l.Task].placed() {
			if p.jobs[l.Task].state == dropped {
				continue
			}
			return 0, false
		}
		if l.Type == roadmap.FinishToStart && l.Lag == 0 {
			instant = max(instant, at[l.Task].finish) // the latest of them has the highest count
			continue
		}
		k = max(k, p.linkBound(j.cal, l, at[l.Task], int(dur)))
	}
	return max(k, j.cal.Count(instant)), true
}

// linkBound is the first day, by its number, on which a task of that duration may start because of one link. Moving an
// instant by n working days adds n to its count.
func (p *planner) linkBound(cal *roadmap.Calendar, l roadmap.Link, from span, dur int) int {
	lag := int(l.Lag)
	switch l.Type {
	case roadmap.StartToStart:
		return cal.Count(p.startOf(l.Task, from)) + lag
	case roadmap.FinishToFinish:
		until := cal.Move(from.finish, lag)
		return cal.Count(until-1) + 1 - dur // its last day is the one that ends at that instant, or a later one
	case roadmap.StartToFinish:
		return cal.Count(p.startOf(l.Task, from)) + lag - dur // days off between the two do not count
	}
	return cal.Count(from.finish) + lag
}

// place puts a task of that duration on the working days from number k on. What has started keeps its start, and what was
// promised finishes no earlier than that.
func (p *planner) place(i int32, k int, dur int32) span {
	j := &p.jobs[i]
	first, last := j.cal.Day(k), j.cal.Day(k+int(dur)-1) // on an empty calendar both lie after all dates
	if last > roadmap.LastDate || last-j.release > tenYears && p.tooFar(j, k, first, last, dur) {
		return span{}
	}
	s := span{first, last + 1}
	if j.state == toStart && j.promised == 0 {
		return s
	}
	if j.state == started {
		s.first = p.briefs[i].Started
		s.finish = max(s.finish, s.first+1) // told of before it started
	}
	if j.promised > s.last() {
		s.finish = j.promised + 1
	}
	return s
}

// tooFar tells whether the task would have to wait more than ten years for a working day.
func (p *planner) tooFar(j *job, k int, first, last roadmap.Date, dur int32) bool {
	return longGap(j.cal, k, first, last, dur) && (first-j.release > tenYears || last-first > roadmap.Date(7*dur)+tenYears)
}

// longGap tells whether more than ten years without a working day lie before number k, or between the days from there on.
func longGap(cal *roadmap.Calendar, k int, first, last roadmap.Date, dur int32) bool {
	return first-cal.Day(k-1) > tenYears || last-first > roadmap.Date(7*dur)+tenYears
}

// milestoneAt is the latest instant, and the latest day, that anything allows.
func (p *planner) milestoneAt(i int32, at []span) span {
	j := &p.jobs[i]
	if j.cal.Empty() {
		return span{}
	}
	instant, day := j.release, j.release
	for _, l := range p.net.Predecessors(int(i)) {
		if !at[l.Task].placed() {
			if p.jobs[l.Task].state == dropped {
				continue
			}
			return span{}
		}
		ends, on := p.milestoneBound(j.cal, l, at[l.Task])
		instant, day = max(instant, ends), max(day, on)
	}
	if j.promised != 0 {
		instant, day = max(instant, j.promised+1), max(day, j.promised)
	}
	if instant > roadmap.LastDate {
		return span{}
	}
	return span{day, instant}
}

// milestoneBound is the instant that one link allows, and the day it stands for: the day that ends at a predecessor's
// finish, or begins at its start. Behind a milestone without lag that is the milestone's own day.
func (p *planner) milestoneBound(cal *roadmap.Calendar, l roadmap.Link, from span) (instant, day roadmap.Date) {
	lag, fromMilestone := int(l.Lag), p.jobs[l.Task].milestone
	if l.Type == roadmap.StartToStart || l.Type == roadmap.StartToFinish {
		instant = cal.Move(p.startOf(l.Task, from), lag)
		if fromMilestone && lag == 0 {
			return instant, from.last()
		}
		return instant, instant
	}
	instant = cal.Move(from.finish, lag)
	if fromMilestone && lag == 0 {
		return instant, from.last()
	}
	return instant, instant - 1
}
