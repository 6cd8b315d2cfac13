package schedule

import "bywhen/roadmap"

// Compute plans a roadmap as of a status date. It is deterministic and has no side effects. Dates run from a forward and a
// backward pass over the dependencies (J. E. Kelley and M. R. Walker, Critical-path planning and scheduling, 1959;
// precedence links by J. W. Fondahl, 1961); unless the options say otherwise the plan is then levelled to the teams'
// capacity.
func Compute(r *roadmap.Roadmap, today roadmap.Date, o Options) *Plan {
	p := newPlanner(r, today)
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
	late := make([]int32, 0, len(p.jobs)/8+16)
	for i := range p.Tasks {
		s := p.at[i]
		if !s.placed() {
			p.Tasks[i].Driver = Driver{Progress, none, none}
			continue
		}
		t := &p.Tasks[i]
		t.Planned, t.OpenEnd = true, p.openEnd[i]
		t.Start, t.Finish = s.first, s.last()
		t.EarlyStart, t.EarlyFinish = p.early[i].first, p.early[i].last()
		t.LateStart, t.LateFinish, t.Slack = p.lateDays(int32(i), &p.late[i], s)
		t.LateStart, t.LateFinish = nameable(t.LateStart), nameable(t.LateFinish)
		t.Driver = p.driver(int32(i))
		if d := p.jobs[i].deadline; d != 0 && t.Finish > d && p.jobs[i].state != finished {
			late = append(late, int32(i))
		}
		p.Finish = max(p.Finish, t.Finish)
		if p.Start == 0 || s.first < p.Start {
			p.Start = s.first
		}
	}
	p.markCritical(late)
	p.LateDays = p.lateDaysOfAll(late)
}
