package schedule

import (
	"time"

	"bywhen/roadmap"
)

// Team is the load of the team at that place in Roadmap.Teams, week by week from the first day that anybody of it is still
// to be at work to the last.
func (p *Plan) Team(team int) TeamPlan {
	loads := []load{{facts: &p.teams[team]}}
	l := &loads[0]
	id := l.facts.team.ID
	p.gather(loads, func(add adder) {
		for i := range p.jobs {
			j := &p.jobs[i]
			if j.dur == 0 || !p.at[i].placed() || j.team != int32(team) && !p.briefs[i].AlsoNeeds {
				continue
			}
			if n := peopleOf(p.tasks[i], id); n > 0 {
				add(l, i, n)
			}
		}
	})
	return l.plan(p.Today, time.Monday)
}

// Teams are the loads of all teams, in the order of Roadmap.Teams: Team for each, in one go over the tasks.
func (p *Plan) Teams() []TeamPlan { return p.TeamsBy(time.Monday) }

// TeamsBy is Teams in weeks that begin on another weekday.
func (p *Plan) TeamsBy(begin time.Weekday) []TeamPlan {
	loads := make([]load, len(p.teams))
	for k := range loads {
		loads[k].facts = &p.teams[k]
	}
	p.sum(loads)
	out := make([]TeamPlan, len(loads))
	for k := range loads {
		out[k] = loads[k].plan(p.Today, begin)
	}
	return out
}

// sum adds all tasks to the loads of their teams.
func (p *Plan) sum(loads []load) {
	p.gather(loads, func(add adder) {
		p.eachNeed(func(team int32, task, people int) { add(&loads[team], task, people) })
	})
}

// eachNeed goes through the people that open tasks with dates ask for: of their own team, and of others.
func (p *Plan) eachNeed(need func(team int32, task, people int)) {
	for i := range p.jobs {
		j := &p.jobs[i]
		if j.dur == 0 || !p.at[i].placed() {
			continue
		}
		if j.team != none {
			need(j.team, i, int(p.briefs[i].People))
		}
		if !p.briefs[i].AlsoNeeds {
			continue
		}
		for _, n := range p.tasks[i].AlsoNeeds {
			if k := p.Roadmap.TeamIndex(n.Team); k >= 0 && int32(k) != j.team {
				need(int32(k), i, n.People)
			}
		}
	}
}

// adder adds the people of a task to a load.
type adder func(l *load, task, people int)

// gather goes through tasks twice: to find the days that they cover, so that there is room for them at once, and to add
// their people.
func (p *Plan) gather(loads []load, each func(adder)) {
	visit := func(do func(*days, *roadmap.Calendar, int, int, int)) {
		each(func(l *load, task, people int) {
			j := &p.jobs[task]
			do(&l.demand, j.cal, p.workFrom(int32(task), p.early), int(j.dur), people)
			do(&l.busy, j.cal, p.firstDay(int32(task)), int(j.dur), people)
		})
	}
	visit((*days).cover)
	makeRoom(loads)
	visit((*days).add)
}

// makeRoom gives each load room for the days that it covers, all in one piece of memory.
func makeRoom(loads []load) {
	all := roadmap.Date(0)
	for k := range loads {
		all += loads[k].demand.length() + loads[k].busy.length()
	}
	room := make([]int32, all)
	for k := range loads {
		for _, d := range []*days{&loads[k].demand, &loads[k].busy} {
			d.sum, room = room[:d.length()], room[d.length():]
		}
	}
}

// peopleOf is how many people of a team a task asks for.
func peopleOf(t *roadmap.Task, team string) int {
	if t.Team == team {
		return t.People
	}
	for _, n := range t.AlsoNeeds {
		if n.Team == team {
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
	demand, busy days
}

// days are amounts by day, from a Monday up to and without the end.
type days struct {
	monday, end roadmap.Date
	sum         []int32
}

func (d *days) length() roadmap.Date { return d.end - d.monday }

// cover sees to it that there is room for the working days from number k on.
func (d *days) cover(cal *roadmap.Calendar, k, dur, _ int) {
	monday, end := cal.Day(k).Monday(), cal.Day(k+dur-1)+1
	if d.end == 0 || monday < d.monday {
		d.monday = monday
	}
	d.end = max(d.end, end)
}

// add adds people to the working days from number k on.
func (d *days) add(cal *roadmap.Calendar, k, dur, people int) {
	for x := k; x < k+dur; x++ {
		d.sum[cal.Day(x)-d.monday] += int32(people)
	}
}

// week sums the seven days from the first on, and finds the busiest of them and what of them is not yet past.
func (d *days) week(first, today roadmap.Date) (sum, peak, ahead int) {
	for day := max(first, d.monday); day < min(first+7, d.end); day++ {
		n := int(d.sum[day-d.monday])
		sum, peak = sum+n, max(peak, n)
		if day >= today {
			ahead += n
		}
	}
	return sum, peak, ahead
}

// weekCapacity is the person-days that a team has in the seven days from the first on; 0 for one that is not sized.
func (f *teamFacts) weekCapacity(first roadmap.Date) int {
	switch {
	case !f.sized:
		return 0
	case !f.varies:
		return int(f.capacity) * (f.cal.Count(first+7) - f.cal.Count(first))
	}
	n := 0
	for d := first; d < first+7; d++ {
		if f.cal.Working(d) {
			n += int(f.available(d))
		}
	}
	return n
}

// plan is the load by weeks that begin on a weekday.
func (l *load) plan(today roadmap.Date, begin time.Weekday) TeamPlan {
	var out TeamPlan
	first, last := min(l.demand.monday, l.busy.monday).WeekFrom(begin), max(l.demand.end, l.busy.end)
	out.Weeks = make([]Week, 0, (last-first+6)/7)
	for d := first; d < last; d += 7 {
		demand, peak, _ := l.demand.week(d, today)
		busy, _, ahead := l.busy.week(d, today)
		out.Peak, out.BusyDays = max(out.Peak, peak), out.BusyDays+ahead
		if len(out.Weeks) == 0 && demand+busy == 0 {
			continue
		}
		out.Weeks = append(out.Weeks, Week{First: d, Demand: demand, Busy: busy, Capacity: l.facts.weekCapacity(d)})
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
	after := j.cal.Count(t.Finish + 1)
	for n := range room {
		if p.leveller.short(j, j.cal.Day(after+n)) != none {
			return n
		}
	}
	return room
}

// WorkEnd is the last day on which an open task is worked: its finish, or before that where its promise is later.
func (p *Plan) WorkEnd(task int) roadmap.Date { return p.naturalFinish(int32(task)) }
