package schedule

import "bywhen/roadmap"

// job is a task as the passes see it. Instants are Dates: the boundary at which that day begins.
type job struct {
	cal       *roadmap.Calendar
	state     state
	milestone bool
	// understaffed: it asks for more people than one of its teams has within ten years.
	understaffed bool
	dur          int32 // working days that it takes from here; 0 for a milestone
	people       int32
	team         int32        // place of its team, or none
	release      roadmap.Date // nothing is worked before this instant: plan day, start, not-before, open blockers
	planDay      roadmap.Date
	blocked      roadmap.Date // first instant without its open blockers; 0 where none holds it
	endless      bool         // an open blocker has no known end, or its promise has passed
	noEnd        bool         // an open blocker has no known end
	needs        []need       // sized teams whose people it takes, its own among them
	// What the passes ask of the task itself, so that they need not go to it.
	started, finished, deadline, promised roadmap.Date
}

// need is people of a sized team, by its place.
type need struct{ team, people int32 }

type state uint8

const (
	toStart state = iota
	started
	finished
	dropped // not in the plan
)

const none = int32(-1)

// open tells whether work is left.
func (j *job) open() bool { return j.state == toStart || j.state == started }

// tenYears is how long a task looks for a working day before it counts as unplannable, in days.
const tenYears = 3653

// planner holds what the passes share while a plan is made.
type planner struct {
	r     *roadmap.Roadmap
	net   *roadmap.Network
	tasks []*roadmap.Task
	today roadmap.Date
	jobs  []job
	goals []goalSpan
	teamOf,
	goalOf []int32
	common map[[2]*roadmap.Calendar]*roadmap.Calendar
	teams  []teamFacts
	needs  []need // room for the needs of all jobs, so that they lie side by side
}

// teamFacts is what levelling asks of a team.
type teamFacts struct {
	cal      *roadmap.Calendar
	sized    bool
	capacity int32
	people   []step // how many it has, from day to day
	varies   bool   // has people away or extra people
	team     *roadmap.Team
}

// goalSpan is a goal as the passes see it.
type goalSpan struct {
	deadline roadmap.Date
	tasks    []int32 // its own, not dropped
	open     bool    // one of them is not done
	any      bool    // it has tasks, dropped ones count
}

func newPlanner(r *roadmap.Roadmap, today roadmap.Date) *planner {
	p := &planner{r: r, net: r.Network(), tasks: r.Tasks(), today: today, common: map[[2]*roadmap.Calendar]*roadmap.Calendar{}}
	p.jobs = make([]job, len(p.tasks))
	p.needs = make([]need, 0, len(p.tasks))
	p.indexTeams()
	p.indexGoals()
	for i, t := range p.tasks {
		p.jobs[i] = p.newJob(t, p.teamOf[i])
	}
	return p
}

func (p *planner) indexTeams() {
	teams := p.r.Teams()
	p.teams = make([]teamFacts, len(teams))
	for i, t := range teams {
		f := teamFacts{cal: p.r.TeamCalendar(t.ID), sized: t.Capacity > 0 && !t.Supplier, capacity: int32(t.Capacity), team: t}
		f.varies = len(t.Extra) > 0
		for _, off := range t.TimeOff {
			f.varies = f.varies || off.People > 0
		}
		if f.sized && !f.cal.Empty() {
			f.people = peopleSteps(&f)
		}
		p.teams[i] = f
	}
	p.teamOf = make([]int32, len(p.tasks))
	last, lastAt := "", none
	for i, t := range p.tasks {
		if t.Team != last {
			last, lastAt = t.Team, int32(p.r.TeamIndex(t.Team))
		}
		p.teamOf[i] = lastAt
	}
}

func (p *planner) indexGoals() {
	goals := p.r.Goals()
	p.goals = make([]goalSpan, len(goals))
	for i, g := range goals {
		p.goals[i].deadline = g.Deadline
	}
	p.goalOf = make([]int32, len(p.tasks))
	for i, t := range p.tasks {
		g := none
		if t.Goal != "" {
			g = int32(p.r.GoalIndex(t.Goal))
		}
		p.goalOf[i] = g
		if g != none {
			p.goals[g].any = true
		}
		if g != none && t.Status != roadmap.Dropped {
			p.goals[g].tasks = append(p.goals[g].tasks, int32(i))
			p.goals[g].open = p.goals[g].open || t.Status.Open()
		}
	}
}

func (p *planner) newJob(t *roadmap.Task, team int32) job {
	j := job{cal: p.r.Calendar(), team: team, people: int32(t.People), milestone: t.IsMilestone(),
		started: t.Started, finished: t.Finished, deadline: t.Deadline, promised: t.Promised}
	if team != none {
		j.cal = p.teams[team].cal
	}
	for _, n := range t.AlsoNeeds {
		j.cal = p.commonCalendar(j.cal, p.r.TeamCalendar(n.Team))
	}
	switch t.Status {
	case roadmap.Dropped:
		j.state = dropped
		return j
	case roadmap.Done:
		j.state = finished
		return j
	case roadmap.Doing:
		j.state = started
		j.milestone = false
	}
	j.dur = int32(t.RemainingDuration())
	if j.milestone {
		j.dur = 0
	}
	p.release(&j, t)
	p.staff(&j, t)
	return j
}

func (p *planner) commonCalendar(a, b *roadmap.Calendar) *roadmap.Calendar {
	if a == b {
		return a
	}
	key := [2]*roadmap.Calendar{a, b}
	c, ok := p.common[key]
	if !ok {
		c = a.Common(b)
		p.common[key] = c
	}
	return c
}

// release works out the instant before which the task is not worked.
func (p *planner) release(j *job, t *roadmap.Task) {
	j.planDay = p.planDay(t)
	j.release = j.planDay
	if j.state == toStart {
		j.release = max(j.release, p.r.Settings().Start, t.NotBefore)
	}
	for i := range t.Blockers {
		b := &t.Blockers[i]
		if !b.Open() {
			continue
		}
		until := b.Until
		if until == 0 { // nobody knows: until the working day after the status date
			until = j.cal.Next(p.today + 1)
			j.endless, j.noEnd = true, true
		}
		if until > p.today {
			j.blocked = max(j.blocked, until)
		}
	}
	j.release = max(j.release, j.blocked)
	j.endless = j.endless || t.Promised != 0 && t.Promised < p.today
}

// planDay is the day from which the task's open work is planned: when it was last told of, while that is not too long ago.
func (p *planner) planDay(t *roadmap.Task) roadmap.Date {
	days := p.r.Settings().ToldDays
	if days == 0 || t.Told == 0 || t.Told > p.today || p.r.Calendar().Between(t.Told, p.today) > days {
		return p.today
	}
	return t.Told
}

// staff notes the sized teams whose people the task takes. One that cannot ever give that many counts as if they sufficed.
func (p *planner) staff(j *job, t *roadmap.Task) {
	if j.dur == 0 {
		return
	}
	from := len(p.needs)
	if j.team != none {
		p.staffFrom(j, j.team, j.people)
	}
	for _, n := range t.AlsoNeeds {
		p.staffFrom(j, int32(p.r.TeamIndex(n.Team)), int32(n.People))
	}
	j.needs = p.needs[from:len(p.needs):len(p.needs)]
}

func (p *planner) staffFrom(j *job, team, people int32) {
	switch f := &p.teams[team]; {
	case !f.sized || f.cal.Empty():
	case f.everHas(people, j.release):
		p.needs = append(p.needs, need{team, people})
	default:
		j.understaffed = true
	}
}

// available is the people that a team has on a day: its capacity, less those away, plus those extra.
func (f *teamFacts) available(d roadmap.Date) int32 {
	n := f.capacity
	if !f.varies {
		return n
	}
	for _, p := range f.team.TimeOff {
		if p.From <= d && d <= p.To {
			n -= int32(p.People)
		}
	}
	for _, p := range f.team.Extra {
		if p.From <= d && d <= p.To {
			n += int32(p.People)
		}
	}
	return max(n, 0)
}
