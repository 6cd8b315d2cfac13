package schedule

import "bywhen/roadmap"

// fixTarget is what ways out are looked for: an item's finish, the date it is held to, and the days worth winning.
type fixTarget struct {
	item   Ref
	title  string
	task   string // id of the task itself; empty for a goal
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

// fixTarget works out what to win for a task, goal or team; false where nothing about it is late.
func (p *Plan) fixTarget(on Ref) (fixTarget, bool) {
	switch {
	case on.Goal != "":
		return p.goalTarget(on)
	case on.Team != "":
		return p.teamTarget(on.Team)
	}
	i := p.Roadmap.TaskIndex(on.Task)
	if i < 0 {
		return fixTarget{item: on}, false
	}
	return p.taskTarget(int32(i))
}

func (p *Plan) goalTarget(on Ref) (fixTarget, bool) {
	t := fixTarget{item: on, goal: on.Goal, cal: p.Roadmap.Calendar()}
	g := p.Roadmap.GoalIndex(on.Goal)
	if g < 0 {
		return t, false
	}
	t.title = p.Roadmap.Goals()[g].Title
	if _, planned := p.lastOf(g); !planned || !p.goals[g].open {
		return t, false
	}
	t.finish, t.open = p.Goal(on.Goal)
	if p.goals[g].deadline != 0 {
		t.holdTo(p.goals[g].deadline)
	}
	return t, p.weigh(&t)
}

func (p *Plan) taskTarget(i int32) (fixTarget, bool) {
	t := p.targetAt(i)
	if !p.Tasks[i].Planned || !p.jobs[i].open() {
		return t, false
	}
	if d := p.jobs[i].deadline; d != 0 {
		t.holdTo(d)
	}
	return t, p.weigh(&t)
}

// targetAt is a task that is held to nothing yet.
func (p *Plan) targetAt(i int32) fixTarget {
	id := p.tasks[i].ID
	return fixTarget{item: Ref{Task: id}, title: p.tasks[i].Title, task: id, cal: p.jobs[i].cal, finish: p.Tasks[i].Finish, open: p.Tasks[i].OpenEnd}
}

// teamTarget is the open task of a team that slips most, held to the latest that keeps every deadline; where none does, the
// first whose end nobody knows.
func (p *Plan) teamTarget(id string) (fixTarget, bool) {
	team, worst, open := int32(p.Roadmap.TeamIndex(id)), none, none
	for i := range p.jobs {
		j, t := &p.jobs[i], &p.Tasks[i]
		if j.team != team || team == none || !j.open() || !t.Planned {
			continue
		}
		if t.Slack < 0 && (worst == none || t.Slack < p.Tasks[worst].Slack) {
			worst = int32(i)
		}
		if t.OpenEnd && open == none {
			open = int32(i)
		}
	}
	switch {
	case worst != none:
		t := p.targetAt(worst)
		t.toSlack(&p.Tasks[worst])
		return t, true
	case open != none:
		return p.taskTarget(open)
	}
	return fixTarget{item: Ref{Team: id}}, false
}

// holdTo holds the target to a date.
func (t *fixTarget) holdTo(date roadmap.Date) {
	t.date, t.days = date, t.cal.Between(date, t.finish)
	t.want = max(t.days, 0)
}

// toSlack holds a task to the latest that keeps every deadline downstream.
func (t *fixTarget) toSlack(p *TaskPlan) {
	t.date, t.days, t.want = p.LateFinish, -p.Slack, -p.Slack
}

// weigh works out what is worth winning where the target's own deadline does not say: what is flagged decides.
func (p *Plan) weigh(t *fixTarget) bool {
	if t.want > 0 {
		return true
	}
	if i := p.Roadmap.TaskIndex(t.task); t.task != "" && p.Tasks[i].Slack < 0 {
		t.toSlack(&p.Tasks[i])
		return true
	}
	for _, f := range p.Flags() {
		if f.Subject() != t.item {
			continue
		}
		switch {
		case f.Kind == Slipping && f.Against == "baseline":
			t.date, t.days, t.want = f.Date, f.Days, f.Days
		case f.Kind == AtRisk:
			t.date, t.days, t.want = f.Date, -f.Margin, p.tooClose(t, &f)
		case f.Kind == Blocked && t.date == 0:
			t.want = max(t.cal.Count(p.startOf(t))-t.cal.Count(p.Today), 0)
		default:
			continue
		}
		if t.want > 0 {
			return true
		}
	}
	return t.open
}

func (p *Plan) startOf(t *fixTarget) roadmap.Date { return p.Tasks[p.Roadmap.TaskIndex(t.task)].Start }

// tooClose is the days to win until an item is at risk no more: it has more to spare than counts as close, and than the risk costs.
func (p *Plan) tooClose(t *fixTarget, f *Flag) int {
	fl := flagger{Plan: p}
	need := fl.threshold(t.cal, f.Date)/10 + 1
	if r := p.Roadmap.Risk(f.Risk); r != nil {
		need = max(need, r.Days)
	}
	return max(need-f.Margin, 1)
}
