package schedule

import (
	"cmp"
	"slices"

	"bywhen/roadmap"
)

// Expectation is what should have happened to a task.
type Expectation uint8

// What may be expected, the first that holds.
const (
	ToBeFree      Expectation = iota // its blockers should be gone by Date
	ToBeDelivered                    // promised for Date
	ToBeDone                         // finished by Date; of a milestone, reached
	ToBeStarted                      // started by Date
	ToBeUnderWay                     // under way, to Date
	ToBeToldOf                       // nobody has said anything for too long
)

// Due is a task that should have moved since it was last told of.
type Due struct {
	Task   int // its place in the roadmap
	Expect Expectation
	Date   roadmap.Date
	Silent int // working days since it was told of, where that is more than silence is good for; else 0
	// Was is the day on which the current baseline has it start, where it should have started and that day is before Date; else 0.
	Was roadmap.Date
}

// Dues are the tasks to ask about in a check-in on the plan's day, of those that were not told of on that day: what should have
// started, finished, been delivered, been reached or been set free by then; what is under way or promised and is to end within the
// next told_days working days, since after that many days of silence it is too late to ask; and what is under way or should have
// started, also if it waits, and was last told of told_days working days ago or more: that is as long as silence is good for. What is under way for
// longer and was told of since goes as planned, and is not asked about.
//
// They come by team in the roadmap's order, those without one last; within a team by the day on which they should have moved.
func (p *Plan) Dues() []Due {
	f := newFlagger(p)
	var out []Due
	for i := range p.jobs {
		if d, ok := f.dueNow(i); ok {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b Due) int {
		x, y := uint32(p.jobs[a.Task].team), uint32(p.jobs[b.Task].team) // so none comes last
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a.Date, b.Date))
	})
	return out
}

// dueNow is what is expected of a task, if anything.
func (f *flagger) dueNow(i int) (Due, bool) {
	t, j := f.tasks[i], &f.jobs[i]
	if !j.open() || !f.Tasks[i].Planned || t.Told >= f.Today {
		return Due{}, false
	}
	d := Due{Task: i}
	if n := f.Roadmap.Calendar().Between(t.Told, f.Today); t.Told != 0 && n > f.Roadmap.Settings().ToldDays {
		d.Silent = n
	}
	if len(t.OpenBlockers()) > 0 {
		return f.freeNow(d)
	}
	p := &f.Tasks[i]
	begun := j.state == started || p.Start <= f.Today
	switch {
	case t.Promised != 0 && (begun || t.Promised <= f.Today):
		d.Expect, d.Date = ToBeDelivered, t.Promised
		return d, f.near(t.Promised) || f.stale(t)
	case j.milestone:
		d.Expect, d.Date = ToBeDone, p.Finish
		if p.Finish > f.Today || f.waits(i) {
			return f.wordOf(d)
		}
	case begun && p.Finish <= f.Today:
		d.Expect, d.Date = ToBeDone, p.Finish
	case j.state == started:
		d.Expect, d.Date = ToBeUnderWay, p.Finish
		return d, f.near(p.Finish) || f.stale(t)
	case begun:
		d.Expect, d.Date = ToBeStarted, p.Start
		if b := f.why.then(int32(i)); b != nil && b.Start < p.Start {
			d.Was = b.Start
		}
	default:
		return f.wordOf(d)
	}
	return d, true
}

// wordOf is what is expected of a task that need not have moved: a word, where it should have started, also if it waits, and there was
// silence for too long. Else its team would be untold after the check-in, too.
func (f *flagger) wordOf(d Due) (Due, bool) {
	d.Expect, d.Date = ToBeToldOf, f.Today
	return d, d.Silent > 0 && (f.due(d.Task, f.Today) || f.Tasks[d.Task].Start <= f.Today)
}

// near tells whether a day comes within the next told_days working days.
func (f *flagger) near(day roadmap.Date) bool {
	return f.Roadmap.Calendar().Between(f.Today, day) <= f.Roadmap.Settings().ToldDays
}

// stale tells whether a task was last told of so long ago that from the next day on silence about it counts as days lost.
func (f *flagger) stale(t *roadmap.Task) bool {
	return t.Told == 0 || f.Roadmap.Calendar().Between(t.Told, f.Today) >= f.Roadmap.Settings().ToldDays
}

// freeNow is what is expected of a blocked task: that the last of its blockers is gone, or a word after long silence.
func (f *flagger) freeNow(d Due) (Due, bool) {
	for _, b := range f.tasks[d.Task].OpenBlockers() {
		if b.Until == 0 || b.Until > f.Today {
			d.Expect, d.Date = ToBeToldOf, f.Today
			return d, d.Silent > 0
		}
		d.Date = max(d.Date, b.Until)
	}
	return d, true
}

// waits tells whether a task that it waits for is not finished.
func (f *flagger) waits(i int) bool {
	return slices.ContainsFunc(f.net.Predecessors(i), func(l roadmap.Link) bool { return f.jobs[l.Task].open() })
}

// AsPlanned makes of a task what should have become of it by the plan's day, so that no date moves: what should be done is done
// on its day, what should have started has, work under way has less left, a blocker whose day has come is gone. All of it is
// told of on that day. What was to happen on the day itself may still happen.
func (p *Plan) AsPlanned(task int) func(*roadmap.Task) {
	j, tp := &p.jobs[task], p.Tasks[task]
	return func(t *roadmap.Task) {
		t.Told = p.Today
		clearPast(t, p.Today)
		switch {
		case len(t.OpenBlockers()) > 0:
		case t.Promised != 0 && t.Promised < p.Today:
			finish(t, min(tp.Start, t.Promised), t.Promised)
		case t.Promised != 0:
		case tp.Finish < p.Today:
			finish(t, tp.Start, tp.Finish)
		case j.milestone:
		case tp.Start < p.Today:
			workedOn(t, j, tp, p.Today)
		}
	}
}

// clearPast takes the blockers off whose day has come.
func clearPast(t *roadmap.Task, today roadmap.Date) {
	t.Blockers = slices.Clone(t.Blockers)
	for k := range t.Blockers {
		if b := &t.Blockers[k]; b.Open() && b.Until != 0 && b.Until <= today {
			b.Cleared = max(b.Until, b.Since)
		}
	}
}

// finish marks a task as done, begun on the day it began or should have begun.
func finish(t *roadmap.Task, start, last roadmap.Date) {
	if t.Started == 0 {
		t.Started = start
	}
	t.Status, t.Finished = roadmap.Done, max(last, t.Started)
}

// workedOn leaves as much as there is to do from today up to the day on which it is to end.
func workedOn(t *roadmap.Task, j *job, tp TaskPlan, today roadmap.Date) {
	if t.Status == roadmap.Todo {
		t.Status, t.Started = roadmap.Doing, tp.Start
	}
	left, days := t.RemainingEffort(), j.cal.Count(tp.Finish+1)-j.cal.Count(today)
	if worked := left.Duration(t.People) - days; worked > 0 && days > 0 {
		t.Remaining = roadmap.HundredthDays(max(left.Hundredths()-worked*t.People*100, 1))
	}
}

// Queued are the tasks that wait for the people of the teams of some others, and were not to start before the plan's day. Who was
// asked of those others was asked of these: they go as planned too. Untold they could move up, into days that are past, as soon
// as what was before them is said to have ended.
func (p *Plan) Queued(behind []int) []int {
	teams := map[int32]bool{}
	for _, i := range behind {
		teams[p.jobs[i].team] = true
	}
	var out []int
	for i := range p.jobs {
		j, t := &p.jobs[i], &p.Tasks[i]
		if j.state == toStart && t.Planned && t.Start >= p.Today && t.Driver.Kind == Capacity && t.Driver.Team != none && teams[t.Driver.Team] && p.tasks[i].Told < p.Today {
			out = append(out, i)
		}
	}
	return out
}

// Reached are the milestones that are not done though all that they wait for is, by their places.
func (p *Plan) Reached() []int {
	f := flagger{Plan: p}
	var out []int
	for i := range p.jobs {
		if j := &p.jobs[i]; j.milestone && j.open() && len(p.net.Predecessors(i)) > 0 && !f.waits(i) {
			out = append(out, i)
		}
	}
	return out
}

// Told is what follows from a word about a task beside what the word says: it is told of on the plan's day, and one that should have
// started and of which it was said how much is left has.
func (p *Plan) Told(task int) func(*roadmap.Task) {
	was, start := p.tasks[task], p.Tasks[task].Start
	return func(t *roadmap.Task) {
		t.Told = p.Today
		if t.Status == roadmap.Todo && !t.IsMilestone() && t.Remaining.Given() && t.Remaining != was.Remaining && start <= p.Today {
			t.Status, t.Started = roadmap.Doing, start
		}
	}
}
