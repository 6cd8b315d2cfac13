package schedule

import "bywhen/roadmap"

// Team is the load of the team at that place in Roadmap.Teams, week by week from the first day that anybody of it is still
// to be at work to the last.
func (p *Plan) Team(team int) TeamPlan {
	l := newLoad(&p.teams[team])
	for i := range p.jobs {
		if n := p.people(int32(i), int32(team)); n > 0 && p.at[i].placed() {
			l.add(l.demand, p.jobs[i].cal, p.workFrom(int32(i), p.early), int(p.jobs[i].dur), n)
			l.add(l.busy, p.jobs[i].cal, p.firstDay(int32(i)), int(p.jobs[i].dur), n)
		}
	}
	return l.plan(p.Today)
}

// people is how many people of a team an open task takes.
func (p *Plan) people(i, team int32) int {
	j := &p.jobs[i]
	if j.dur == 0 || j.state == finished || j.state == out {
		return 0
	}
	if j.team == team {
		return int(j.people)
	}
	id := p.teams[team].team.ID
	for _, n := range p.tasks[i].AlsoNeeds {
		if n.Team == id {
			return n.People
		}
	}
	return 0
}

// workFrom is the number of the first working day of the open work of a task that lies at these spans.
func (p *Plan) workFrom(i int32, at []span) int {
	j := &p.jobs[i]
	if j.state == started {
		return j.cal.Count(j.release)
	}
	return j.cal.Count(at[i].first)
}

// load sums people by day.
type load struct {
	facts        *teamFacts
	demand, busy map[roadmap.Date]int
	first, last  roadmap.Date
}

func newLoad(f *teamFacts) *load {
	return &load{facts: f, demand: map[roadmap.Date]int{}, busy: map[roadmap.Date]int{}}
}

func (l *load) add(to map[roadmap.Date]int, cal *roadmap.Calendar, k, dur, people int) {
	for x := k; x < k+dur; x++ {
		d := cal.Day(x)
		to[d] += people
		if l.first == 0 || d < l.first {
			l.first = d
		}
		l.last = max(l.last, d)
	}
}

func (l *load) plan(today roadmap.Date) TeamPlan {
	var out TeamPlan
	if l.first == 0 {
		return out
	}
	for m := l.first.Monday(); m <= l.last; m += 7 {
		w := Week{Monday: m}
		for d := m; d < m+7; d++ {
			w.Demand += l.demand[d]
			w.Busy += l.busy[d]
			if l.facts.sized && l.facts.cal.Working(d) {
				w.Capacity += int(l.facts.available(d))
			}
			out.Peak = max(out.Peak, l.demand[d])
			if d >= today {
				out.BusyDays += l.busy[d]
			}
		}
		out.Weeks = append(out.Weeks, w)
	}
	return out
}

// Room is the working days that the task may really use: the smaller of its slack and the days after its finish on which
// its team still has its people free, so that nothing queued behind it moves.
func (p *Plan) Room(task int) int {
	t := &p.Tasks[task]
	room := t.Slack
	j := &p.jobs[task]
	if p.leveller == nil || !t.Planned || room <= 0 {
		return room
	}
	for k := j.cal.Count(t.Finish + 1); room > 0; k++ {
		if n := k - j.cal.Count(t.Finish+1); n >= room || p.leveller.short(j, j.cal.Day(k)) != none {
			return min(room, n)
		}
	}
	return room
}
