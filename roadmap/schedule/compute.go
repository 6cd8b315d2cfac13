package schedule

import "bywhen/roadmap"

// Compute plans a roadmap as of a status date. It is deterministic and has no side effects. Dates run from a forward and a
// backward pass over the dependencies (J. E. Kelley and M. R. Walker, Critical-path planning and scheduling, 1959;
// precedence links by J. W. Fondahl, 1961); unless the options say otherwise the plan is then levelled to the teams'
// capacity.
func Compute(r *roadmap.Roadmap, today roadmap.Date, o Options) *Plan {
	p := newPlanner(r, today, o.trusting)
	early := p.forward()
	end := endOf(early)
	late := p.backward(early, end)
	plan := &Plan{Roadmap: r, Today: today, Dates: o.Dates, Levelled: !o.NoLevel, planner: p, early: early, at: early, late: late}
	if !o.NoLevel {
		l := p.level(early, late)
		plan.leveller, plan.at = l, l.at
		if levelled := endOf(l.at); levelled >= end {
			p.relax(early, late, levelled)
		} else {
			plan.late = p.backward(early, levelled)
		}
	}
	plan.fill()
	return plan
}

// endOf is the instant at which the last task finishes; 0 where there is none.
func endOf(at []span) roadmap.Date {
	var end roadmap.Date
	for i := range at {
		end = max(end, at[i].finish)
	}
	return end
}

// nameable is a day that a roadmap may name: late dates may lie before and after all of them.
func nameable(d roadmap.Date) roadmap.Date { return min(max(d, roadmap.FirstDate), roadmap.LastDate) }

// fill works out what is said of each task.
func (p *Plan) fill() {
	p.Tasks = make([]TaskPlan, len(p.jobs))
	p.openEnd = p.openEnds()
	inParts(len(p.jobs), tasksAPart, func(_, from, to int) {
		for i := from; i < to; i++ {
			p.fillTask(int32(i))
		}
	})
	late := make([]int32, 0, len(p.jobs)/8+16)
	p.goalEnds = make([]goalEnd, len(p.goals))
	for i := range p.Tasks {
		t := &p.Tasks[i]
		if j := &p.jobs[i]; j.goal != none && j.state != dropped {
			p.goalEnds[j.goal].add(t)
		}
		if !t.Planned {
			continue
		}
		if d := p.jobs[i].deadline; d != 0 && t.Finish > d && p.jobs[i].state != finished {
			late = append(late, int32(i))
		}
		p.Finish = max(p.Finish, t.Finish)
		if p.Start == 0 || t.Start < p.Start {
			p.Start = t.Start
		}
	}
	p.markCritical(late)
	p.LateDays = p.lateDaysOfAll(late)
}

func (p *Plan) fillTask(i int32) {
	s, t := p.at[i], &p.Tasks[i]
	if !s.placed() {
		t.Driver = Driver{Progress, none, none}
		return
	}
	t.Planned, t.OpenEnd = true, p.openEnd[i]
	t.Start, t.Finish = s.first, s.last()
	t.EarlyStart, t.EarlyFinish = p.early[i].first, p.early[i].last()
	t.LateStart, t.LateFinish, t.Slack = p.lateDays(i, &p.late[i], s)
	t.LateStart, t.LateFinish = nameable(t.LateStart), nameable(t.LateFinish)
	t.Driver = p.driver(i)
}
