package schedule

import "bywhen/roadmap"

// fixTarget is what ways out are looked for: an item's finish, the date it is held to, and the days worth winning.
type fixTarget struct {
	item   Ref
	title  string
	task   string // id of the task itself; empty for a goal
	team   string // id of the team that was asked about; empty where none was
	goal   string
	cal    *roadmap.Calendar
	date   roadmap.Date // 0 where it is held to none
	finish roadmap.Date
	open   bool
	days   int // late; negative: to spare
	want   int // working days worth winning; 0: only to know the end
}

// in is where the target lies in a plan.
func (t *fixTarget) in(p *Plan) (finish roadmap.Date, open bool) {
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
func (t *fixTarget) last(p *Plan) int32 {
	if t.goal != "" {
		last, _ := p.lastOf(p.Roadmap.GoalIndex(t.goal))
		return last
	}
	return int32(p.Roadmap.TaskIndex(t.task))
}

// fixTarget works out what to win for a task, goal or team; false where nothing about it is late. It is held to what Standing
// holds it to.
func (p *Plan) fixTarget(on Ref) (fixTarget, bool) {
	s := p.Standing(on)
	t := fixTarget{item: on, date: s.Date, finish: s.Forecast, open: s.OpenEnd, days: s.Days, want: max(s.Days, 0)}
	if on.Team != "" {
		t.item, t.team = Ref{Task: s.WorstTask}, on.Team
	}
	switch i, g := p.Roadmap.TaskIndex(t.item.Task), p.Roadmap.GoalIndex(t.item.Goal); {
	case i >= 0 && p.jobs[i].open():
		t.task, t.title, t.cal = t.item.Task, p.tasks[i].Title, p.jobs[i].cal
		if s.Against == "promise" { // its days are silence: only a new promise ends it
			t.want = max(-p.Tasks[i].Slack, 0)
		}
	case g >= 0 && p.goals[g].open:
		t.goal, t.title, t.cal = t.item.Goal, p.Roadmap.Goals()[g].Title, p.Roadmap.Calendar()
	default:
		t.item = on
		return t, false
	}
	if t.finish == 0 {
		return t, false
	}
	return t, t.want > 0 || p.threatened(&t) || t.open
}

// threatened tells whether something in time is still to be helped: it is at risk, or blocked, and what is worth winning then.
func (p *Plan) threatened(t *fixTarget) bool {
	for _, f := range p.Flags() {
		switch {
		case f.Subject() != t.item:
		case f.Kind == AtRisk:
			t.date, t.days, t.want = f.Date, -f.Margin, p.tooClose(t, &f)
			return true
		case f.Kind == Blocked:
			t.want = t.cal.Count(p.Tasks[p.Roadmap.TaskIndex(t.task)].Start) - t.cal.Count(p.Today)
			return t.want > 0
		}
	}
	return false
}

// unlikely tells whether an item that is in time is finished later than its deadline with 80 % probability: then the days
// between are worth winning.
func (p *Plan) unlikely(t *fixTarget, o FixOptions) bool {
	if o.Likely == nil || t.date == 0 || t.date != p.ownDeadline(t) {
		return false
	}
	date, _ := o.Likely(t.item)
	t.want = t.cal.Between(t.date, date)
	return date != 0 && t.want > 0
}

// ownDeadline is the deadline of the item itself, or 0.
func (p *Plan) ownDeadline(t *fixTarget) roadmap.Date {
	switch {
	case t.goal != "":
		return p.Roadmap.Goal(t.goal).Deadline
	case t.task != "":
		return p.Roadmap.Task(t.task).Deadline
	}
	return 0
}

// tooClose is the days to win until an item is at risk no more: it has more to spare than counts as close, and than the risk costs.
func (p *Plan) tooClose(t *fixTarget, f *Flag) int {
	fl := flagger{Plan: p}
	need := fl.threshold(t.cal, f.Date)/10 + 1
	if r := p.Roadmap.Risk(f.Risk); r != nil {
		need = max(need, r.Days)
	}
	return max(need-f.Margin, 1)
}
