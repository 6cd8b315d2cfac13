package schedule

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule/levelling"
)

// Problem is the levelled plan as arrays, for passes over it by the thousand. Its tasks are numbered in the order in which
// the plan placed them, so that a run in this order is one from the first number to the last, and gives the plan itself;
// their Place is that in the roadmap.
func (p *Plan) Problem() *levelling.Problem {
	if p.leveller == nil {
		return Compute(p.Roadmap, p.Today, Options{Dates: p.Dates}).Problem()
	}
	return levelling.New(p.spec(0))
}

// spec describes the plan to the package that levels it, with room for that many days before the first on which open work
// may begin.
func (p *Plan) spec(before int32) *levelling.Spec {
	c := &compiler{plan: p, calendars: map[*roadmap.Calendar]int{}, teams: make([]int, len(p.teams)), number: make([]int32, len(p.jobs))}
	c.spec.Last = int32(roadmap.LastDate)
	c.readTeams()
	order := p.placed()
	for x, i := range order {
		c.number[i] = int32(x)
	}
	base, end := p.Today, p.Finish
	for _, i := range order {
		c.readTask(i)
		if j := &p.jobs[i]; j.open() {
			base, end = min(base, j.release), max(end, j.release)
		}
	}
	c.spec.Base = int32(base) - before
	c.spec.Horizon = min(int32(max(end-base, 0))*2+400+before, longestTable)
	for i := range p.jobs {
		for _, l := range p.net.Predecessors(i) {
			c.spec.Links = append(c.spec.Links, levelling.Link{From: c.number[l.Task], To: c.number[i], Type: levelling.Type(l.Type), Lag: l.Lag})
		}
	}
	c.readDeadlines()
	return &c.spec
}

// longestTable is for how many days at most the tables of calendars are written out.
const longestTable = 60 * 365

// placed is the tasks in the order in which the plan placed them.
func (p *Plan) placed() []int32 {
	order := make([]int32, len(p.jobs))
	for i := range p.jobs {
		order[p.leveller.turns[i].placed] = int32(i)
	}
	return order
}

// compiler gathers what a problem is made of.
type compiler struct {
	plan      *Plan
	spec      levelling.Spec
	calendars map[*roadmap.Calendar]int // their places
	teams     []int                     // places of the sized teams that somebody needs
	number    []int32                   // by task: its number in the problem
}

// counted is a roadmap's calendar as levelling counts.
type counted struct{ *roadmap.Calendar }

func (d counted) CountAt(day int32) int32  { return int32(d.Count(roadmap.Date(day))) }
func (d counted) DayAt(number int32) int32 { return int32(d.Day(int(number))) }

func (c *compiler) calendar(cal *roadmap.Calendar) int {
	at, ok := c.calendars[cal]
	if !ok {
		at = len(c.spec.Calendars)
		c.calendars[cal] = at
		c.spec.Calendars = append(c.spec.Calendars, counted{cal})
	}
	return at
}

func (c *compiler) readTeams() {
	for k := range c.plan.teams {
		f := &c.plan.teams[k]
		if f.asked == 0 {
			continue
		}
		team := levelling.Team{Calendar: c.calendar(f.cal)}
		for _, s := range f.people {
			team.People = append(team.People, levelling.Step{From: s.from, People: s.free})
		}
		c.teams[k] = len(c.spec.Teams)
		c.spec.Teams = append(c.spec.Teams, team)
	}
}

func (c *compiler) readTask(i int32) {
	p := c.plan
	j := &p.jobs[i]
	t := levelling.Task{Place: i, Kind: p.kindOf(i), Calendar: c.calendar(j.cal), Duration: j.dur, Release: int32(j.release), PlanDay: int32(j.planDay),
		Started: int32(p.briefs[i].Started), Finished: int32(p.briefs[i].Finished), Class: j.class()}
	if j.open() {
		t.Promised = int32(j.promised)
	}
	if t.Kind == levelling.Work || t.Kind == levelling.Started {
		for _, n := range p.needsOf(j) {
			t.Needs = append(t.Needs, levelling.Need{Team: c.teams[n.team], People: n.people})
		}
	}
	c.spec.Tasks = append(c.spec.Tasks, t)
}

// kindOf tells how a task is placed. One that has no days even by dependencies alone has none in any plan.
func (p *Plan) kindOf(i int32) levelling.Kind {
	switch j := &p.jobs[i]; {
	case j.state == finished:
		return levelling.Done
	case j.state == dropped || !p.early[i].placed():
		return levelling.Absent
	case j.state == started:
		return levelling.Started
	case j.milestone:
		return levelling.Milestone
	}
	return levelling.Work
}

// class is what decides before the rank which of the tasks that could go next does: started tasks first, then by priority.
func (j *job) class() int32 {
	if j.state != toStart {
		return int32(j.priority)
	}
	return roadmap.LowestPriority + int32(j.priority)
}

// readDeadlines lists the deadlines that a plan counts late days of. A day late costs the more the higher the priority of
// what is late: 4 for the first, 1 for the last; for a goal that of its most urgent task counts.
func (c *compiler) readDeadlines() {
	p := c.plan
	for g, goal := range p.Roadmap.Goals() {
		if goal.Deadline == 0 || !p.goals[g].open {
			continue
		}
		d := levelling.Deadline{Calendar: c.calendar(p.r.Calendar()), Day: int32(goal.Deadline), Weight: p.goalWeight(g)}
		for _, i := range p.goals[g].tasks {
			d.Tasks = append(d.Tasks, c.number[i])
		}
		c.spec.Deadlines = append(c.spec.Deadlines, d)
	}
	for i := range p.jobs {
		if j := &p.jobs[i]; j.deadline != 0 && j.open() {
			c.spec.Deadlines = append(c.spec.Deadlines, levelling.Deadline{Calendar: c.calendar(j.cal), Day: int32(j.deadline), Weight: weightOf(j.priority), Tasks: []int32{c.number[i]}})
		}
	}
	c.spec.Deadlines = slices.Clip(c.spec.Deadlines)
}

// weightOf is what a working day past a deadline of that priority counts.
func weightOf(priority uint8) int32 { return roadmap.LowestPriority + 1 - int32(priority) }

// goalWeight is what a working day past a goal's deadline counts.
func (p *Plan) goalWeight(g int) int32 {
	weight := weightOf(roadmap.LowestPriority)
	for _, i := range p.goals[g].tasks {
		if p.jobs[i].open() {
			weight = max(weight, weightOf(p.jobs[i].priority))
		}
	}
	return weight
}
