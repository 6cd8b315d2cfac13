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
}

// Dues are the tasks to ask about in a check-in on the plan's day, of those that were not told of on that day: what should have
// started, finished, been delivered, been reached or been set free by then; what is under way or promised and is to end within the
// next told_days working days, since after that many days of silence it is too late to ask; and what is under way or should have
// started, also if it waits, and was last told of told_days working days ago or more: that is as long as silence is good for. What is under way for
// longer and was told of since goes as planned, and is not asked about; nor is what cannot begin before something else is done, or
// somebody is free: nobody could answer. That is told of with what it waits for, as far as that is asked about: see Behind.
//
// What should have been is what was expected when it was last told of, however long ago that is (schedule.Plan.Expected): that a silence
// is lost moves the plan, and nobody's memory.
//
// They come by team in the roadmap's order, those without one last; within a team by the day on which they should have moved.
func Dues(p *schedule.Plan) []Due {
	w := newAsker(p)
	out, _ := w.asked()
	slices.SortStableFunc(out, func(a, b Due) int {
		x, y := uint32(w.briefs[a.Task].Team), uint32(w.briefs[b.Task].Team) // so -1, which is none, comes last
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a.Date, b.Date))
	})
	return out
}

// asker knows what a check-in asks a plan for.
type asker struct {
	*schedule.Plan
	tasks  []*roadmap.Task
	briefs []roadmap.Brief
}

func newAsker(p *schedule.Plan) *asker {
	return &asker{Plan: p, tasks: p.Roadmap.Tasks(), briefs: p.Roadmap.Briefs()}
}

// asked are the tasks to ask about in the roadmap's order, and the places of those that are left out since they only wait for others.
// Where all only wait they are asked about: else nobody could ever break their silence.
func (w *asker) asked() (ask []Due, waiting []int) {
	var wait []Due
	for i := range w.tasks {
		switch d, ok := w.dueNow(i); {
		case !ok:
		case d.Expect == ToBeToldOf && w.behind(i, func(k int) bool { return w.tasks[k].Status.Open() }):
			wait, waiting = append(wait, d), append(waiting, i)
		default:
			ask = append(ask, d)
		}
	}
	if len(ask) == 0 {
		return wait, nil
	}
	return ask, waiting
}

// behind tells whether a task that has not begun, and that nothing of its own keeps from it, waits for one of some others: along what
// drives it, be that a link or who is busy. Nothing drives what drives it, so no two are behind each other.
func (w *asker) behind(i int, others func(int) bool) bool {
	if w.tasks[i].Status != roadmap.Todo || len(w.tasks[i].OpenBlockers()) > 0 {
		return false
	}
	for k := range w.Chain(i) {
		if k != i && others(k) {
			return true
		}
	}
	return false
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
	p := w.Expected(i)
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
	default:
		return w.wordOf(d)
	}
	return d, true
}

// wordOf is what is expected of a task that need not have moved: a word, where it should have started, also if it waits, and there was
// silence for too long. Else its team would be untold after the check-in, too.
func (w *asker) wordOf(d Due) (Due, bool) {
	d.Expect, d.Date = ToBeToldOf, w.Today
	return d, d.Silent > 0 && (due(w.Plan, d.Task) || min(w.Tasks[d.Task].Start, w.Expected(d.Task).Start) <= w.Today)
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

// OffUntil is the last day up to which a whole team takes time off, from a day on; 0 where it is at work then, or only a holiday or a
// weekend keeps it from that. Days on which nobody would be at work lie between times off without ending them.
func OffUntil(r *roadmap.Roadmap, team string, day roadmap.Date) roadmap.Date {
	t := r.Team(team)
	if t == nil {
		return 0
	}
	last := roadmap.Date(0)
	for next := day; ; {
		i := slices.IndexFunc(t.TimeOff, func(p roadmap.Period) bool { return p.People == 0 && p.From <= next && p.To >= next })
		if i < 0 {
			return last
		}
		last = t.TimeOff[i].To
		next = r.Calendar().Next(last + 1)
	}
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
	was, start := p.Roadmap.Tasks()[task], p.Expected(task).Start
	return func(t *roadmap.Task) {
		t.Told = p.Today
		if t.Status == roadmap.Todo && !t.IsMilestone() && t.Remaining.Given() && t.Remaining != was.Remaining && start <= p.Today {
			t.Status, t.Started = roadmap.Doing, start
		}
	}
}
