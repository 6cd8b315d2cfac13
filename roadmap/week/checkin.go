package week

import (
	"cmp"
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
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
func Dues(p *schedule.Plan) []Due {
	w := newAsker(p)
	var out []Due
	for i := range w.tasks {
		if d, ok := w.dueNow(i); ok {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b Due) int {
		x, y := uint32(w.briefs[a.Task].Team), uint32(w.briefs[b.Task].Team) // so -1, which is none, comes last
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a.Date, b.Date))
	})
	return out
}

// asker knows what a check-in asks a plan for.
type asker struct {
	*schedule.Plan
	tasks     []*roadmap.Task
	briefs    []roadmap.Brief
	committed map[string]roadmap.Date // by id: the start in the current baseline
}

func newAsker(p *schedule.Plan) *asker {
	w := &asker{Plan: p, tasks: p.Roadmap.Tasks(), briefs: p.Roadmap.Briefs(), committed: map[string]roadmap.Date{}}
	if base := p.Roadmap.CurrentBaseline(); base != nil {
		for i := range base.Tasks {
			w.committed[base.Tasks[i].ID] = base.Tasks[i].Start
		}
	}
	return w
}

// dueNow is what is expected of a task, if anything.
func (w *asker) dueNow(i int) (Due, bool) {
	t := w.tasks[i]
	if !t.Status.Open() || !w.Tasks[i].Planned || t.Told >= w.Today {
		return Due{}, false
	}
	d := Due{Task: i}
	if n := w.Roadmap.Calendar().Between(t.Told, w.Today); t.Told != 0 && n > w.Roadmap.Settings().ToldDays {
		d.Silent = n
	}
	if len(t.OpenBlockers()) > 0 {
		return w.freeNow(d)
	}
	p := &w.Tasks[i]
	begun := t.Status == roadmap.Doing || p.Start <= w.Today
	switch {
	case t.Promised != 0 && (begun || t.Promised <= w.Today):
		d.Expect, d.Date = ToBeDelivered, t.Promised
		return d, w.near(t.Promised) || w.stale(t)
	case w.briefs[i].Milestone:
		d.Expect, d.Date = ToBeDone, p.Finish
		if p.Finish > w.Today || waits(w.Roadmap, i) {
			return w.wordOf(d)
		}
	case begun && p.Finish <= w.Today:
		d.Expect, d.Date = ToBeDone, p.Finish
	case t.Status == roadmap.Doing:
		d.Expect, d.Date = ToBeUnderWay, p.Finish
		return d, w.near(p.Finish) || w.stale(t)
	case begun:
		d.Expect, d.Date = ToBeStarted, p.Start
		if was, ok := w.committed[t.ID]; ok && was < p.Start {
			d.Was = was
		}
	default:
		return w.wordOf(d)
	}
	return d, true
}

// wordOf is what is expected of a task that need not have moved: a word, where it should have started, also if it waits, and there was
// silence for too long. Else its team would be untold after the check-in, too.
func (w *asker) wordOf(d Due) (Due, bool) {
	d.Expect, d.Date = ToBeToldOf, w.Today
	return d, d.Silent > 0 && (due(w.Plan, d.Task) || w.Tasks[d.Task].Start <= w.Today)
}

// near tells whether a day comes within the next told_days working days.
func (w *asker) near(day roadmap.Date) bool {
	return w.Roadmap.Calendar().Between(w.Today, day) <= w.Roadmap.Settings().ToldDays
}

// stale tells whether a task was last told of so long ago that from the next day on silence about it counts as days lost.
func (w *asker) stale(t *roadmap.Task) bool {
	return t.Told == 0 || w.Roadmap.Calendar().Between(t.Told, w.Today) >= w.Roadmap.Settings().ToldDays
}

// freeNow is what is expected of a blocked task: that the last of its blockers is gone, or a word after long silence.
func (w *asker) freeNow(d Due) (Due, bool) {
	for _, b := range w.tasks[d.Task].OpenBlockers() {
		if b.Until == 0 || b.Until > w.Today {
			d.Expect, d.Date = ToBeToldOf, w.Today
			return d, d.Silent > 0
		}
		d.Date = max(d.Date, b.Until)
	}
	return d, true
}

// due tells whether a task should have started by the plan's day.
func due(p *schedule.Plan, task int) bool {
	day := p.ShouldStart(task)
	return day != 0 && day <= p.Today
}

// waits tells whether a task that it waits for is not finished.
func waits(r *roadmap.Roadmap, task int) bool {
	return slices.ContainsFunc(r.Network().Predecessors(task), func(l roadmap.Link) bool { return r.Tasks()[l.Task].Status.Open() })
}

// AsPlanned makes of a task what should have become of it by the plan's day, so that no date moves: what should be done is done
// on its day, what should have started has, work under way has less left, a blocker whose day has come is gone. All of it is
// told of on that day. What was to happen on the day itself may still happen.
func AsPlanned(p *schedule.Plan, task int) func(*roadmap.Task) {
	tp, milestone := p.Tasks[task], p.Roadmap.Briefs()[task].Milestone
	cal := p.CalendarOf(schedule.Ref{Task: p.Roadmap.Tasks()[task].ID})
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
		case milestone:
		case tp.Start < p.Today:
			workedOn(t, cal, tp, p.Today)
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
func workedOn(t *roadmap.Task, cal *roadmap.Calendar, tp schedule.TaskPlan, today roadmap.Date) {
	if t.Status == roadmap.Todo {
		t.Status, t.Started = roadmap.Doing, tp.Start
	}
	left, days := t.RemainingEffort(), cal.Count(tp.Finish+1)-cal.Count(today)
	if worked := left.Duration(t.People) - days; worked > 0 && days > 0 {
		t.Remaining = roadmap.HundredthDays(max(left.Hundredths()-worked*t.People*100, 1))
	}
}

// Queued are the tasks that wait for the people of the teams of some others, and were not to start before the plan's day. Who was
// asked of those others was asked of these: they go as planned too. Untold they could move up, into days that are past, as soon
// as what was before them is said to have ended.
func Queued(p *schedule.Plan, behind []int) []int {
	briefs := p.Roadmap.Briefs()
	teams := map[int32]bool{}
	for _, i := range behind {
		teams[briefs[i].Team] = true
	}
	var out []int
	for i := range p.Tasks {
		b, t := &briefs[i], &p.Tasks[i]
		if b.Status == roadmap.Todo && t.Planned && t.Start >= p.Today && t.Driver.Kind == schedule.Capacity && t.Driver.Team >= 0 && teams[t.Driver.Team] && b.Told < p.Today {
			out = append(out, i)
		}
	}
	return out
}

// Reached are the milestones that are not done though all that they wait for is, by their places.
func Reached(p *schedule.Plan) []int {
	briefs, net := p.Roadmap.Briefs(), p.Roadmap.Network()
	var out []int
	for i := range briefs {
		if b := &briefs[i]; b.Milestone && b.Status.Open() && len(net.Predecessors(i)) > 0 && !waits(p.Roadmap, i) {
			out = append(out, i)
		}
	}
	return out
}

// Told is what follows from a word about a task beside what the word says: it is told of on the plan's day, and one that should have
// started and of which it was said how much is left has.
func Told(p *schedule.Plan, task int) func(*roadmap.Task) {
	was, start := p.Roadmap.Tasks()[task], p.Tasks[task].Start
	return func(t *roadmap.Task) {
		t.Told = p.Today
		if t.Status == roadmap.Todo && !t.IsMilestone() && t.Remaining.Given() && t.Remaining != was.Remaining && start <= p.Today {
			t.Status, t.Started = roadmap.Doing, start
		}
	}
}
