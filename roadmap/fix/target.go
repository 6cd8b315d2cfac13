package fix

import (
	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// target is what ways out are looked for: an item's finish, the date it is held to, and the days worth winning.
type target struct {
	item   schedule.Ref
	title  string
	task   string // id of the task itself; empty for a goal
	team   string // id of the team that was asked about; empty where none was
	goal   string
	cal    *roadmap.Calendar
	date   roadmap.Date // 0 where it is held to none
	finish roadmap.Date
	open   bool // nobody knows its end
	done   bool // its work is
	days   int  // late; negative: to spare
	want   int  // working days worth winning; 0: only to know the end
}

// in is where the target lies in a plan.
func (t *target) in(p *schedule.Plan) (finish roadmap.Date, open bool) {
	if t.goal != "" {
		return p.Goal(t.goal)
	}
	i := p.Roadmap.TaskIndex(t.task)
	if i < 0 {
		return 0, false
	}
	return p.Tasks[i].Finish, p.Tasks[i].OpenEnd
}

// last is the task that decides the target's finish in a plan, or none.
func (t *target) last(p *schedule.Plan) int {
	if t.goal != "" {
		return p.LastOf(t.goal)
	}
	return p.Roadmap.TaskIndex(t.task)
}

// target works out what to win for a task, goal or team; false where nothing about it is late. It is held to what Standing
// holds it to.
func (p *facts) target(on schedule.Ref) (target, bool) {
	s := p.Standing(on)
	t := target{item: on, date: s.Date, finish: s.Forecast, open: s.OpenEnd, days: s.Days, want: max(s.Days, 0)}
	if on.Team != "" {
		t.item, t.team = schedule.Ref{Task: s.WorstTask}, on.Team
	}
	switch i, g := p.Roadmap.TaskIndex(t.item.Task), p.Roadmap.GoalIndex(t.item.Goal); {
	case i >= 0 && p.open(i):
		t.task, t.title, t.cal = t.item.Task, p.tasks[i].Title, p.cal(i)
		if s.Against == "promise" { // its days are silence: only a new promise ends it
			t.want = max(-p.Tasks[i].Slack, 0)
		}
	case g >= 0 && p.openGoal(t.item.Goal):
		t.goal, t.title, t.cal = t.item.Goal, p.Roadmap.Goals()[g].Title, p.Roadmap.Calendar()
	default:
		t.item, t.done = on, on.Team == "" && t.finish != 0
		return t, false
	}
	if t.finish == 0 {
		return t, false
	}
	return t, t.want > 0 || p.threatened(&t) || t.open
}

// threatened tells whether something in time is still to be helped: it is at risk, or blocked, and what is worth winning then.
func (p *facts) threatened(t *target) bool {
	for _, f := range p.Flags() {
		switch {
		case f.Subject() != t.item:
		case f.Kind == schedule.AtRisk:
			t.date, t.days, t.want = f.Date, -f.Margin, p.tooClose(t, &f)
			return true
		case f.Kind == schedule.Blocked:
			t.want = t.cal.Count(p.Tasks[p.Roadmap.TaskIndex(t.task)].Start) - t.cal.Count(p.Today)
			return t.want > 0
		}
	}
	return false
}

// unlikely tells whether an item that is in time is finished later than its deadline with 80 % probability: then the days
// between are worth winning.
func (p *facts) unlikely(t *target, o Options) bool {
	if o.Likely == nil || t.date == 0 || t.date != p.ownDeadline(t) {
		return false
	}
	date, _ := o.Likely(t.item)
	t.want = t.cal.Between(t.date, date)
	return date != 0 && t.want > 0
}

// ownDeadline is the deadline of the item itself, or 0.
func (p *facts) ownDeadline(t *target) roadmap.Date {
	switch {
	case t.goal != "":
		return p.Roadmap.Goal(t.goal).Deadline
	case t.task != "":
		return p.Roadmap.Task(t.task).Deadline
	}
	return 0
}

// tooClose is the days to win until an item is at risk no more: it has more to spare than counts as close, and than the risk costs.
func (p *facts) tooClose(t *target, f *schedule.Flag) int {
	need := p.Close(t.cal, f.Date) + 1
	if r := p.Roadmap.Risk(f.Risk); r != nil {
		need = max(need, r.Days)
	}
	return max(need-f.Margin, 1)
}
