package schedule

import "bywhen/roadmap"

// job is a task as the passes see it. Instants are Dates: the boundary at which that day begins.
type job struct {
	cal         *roadmap.Calendar
	state       state
	milestone   bool
	unestimated bool
	// understaffed: it asks for more people than one of its teams has within ten years.
	understaffed bool
	endless      bool  // an open blocker has no known end, or its promise has passed
	noEnd        bool  // an open blocker has no known end
	dur          int32 // working days that it takes from here; 0 for a milestone
	people       int32
	team, goal   int32        // places of its team and its goal, or none
	release      roadmap.Date // nothing is worked before this instant: plan day, start, not-before, open blockers
	planDay      roadmap.Date
	blocked      roadmap.Date // first instant without its open blockers; 0 where none holds it
	needs        []need       // sized teams whose people it takes, its own among them
	// What the passes ask of the task itself, so that they need not go to it.
	started, finished, deadline, promised, notBefore roadmap.Date
	priority, rank                                   int32
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
	r          *roadmap.Roadmap
	net        *roadmap.Network
	tasks      []*roadmap.Task
	today      roadmap.Date
	jobs       []job
	goals      []goalSpan
	toldFrom   roadmap.Date // the first day on which being told still counts
	anyEndless bool         // one of the jobs is endless
	common     map[[2]*roadmap.Calendar]*roadmap.Calendar
	teams      []teamFacts
	needs      []need // room for the needs of all jobs, so that they lie side by side
}

// teamFacts is what levelling asks of a team.
type teamFacts struct {
	cal      *roadmap.Calendar
	sized    bool
	capacity int32
	people   []step // how many it has, from day to day
	varies   bool   // has people away or extra people
	team     *roadmap.Team
	asked    int // how many tasks ask for its people
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
	p.toldFrom = p.firstToldDay()
	p.indexTeams()
	p.goals = make([]goalSpan, len(r.Goals()))
	for i, g := range r.Goals() {
		p.goals[i].deadline = g.Deadline
	}
	for i, t := range p.tasks {
		p.readJob(&p.jobs[i], t)
		p.join(int32(i), t)
	}
	return p
}

func (p *planner) indexTeams() {
	teams := p.r.Teams()
	p.teams = make([]teamFacts, len(teams))
	room := make([]step, len(teams))
	for i, t := range teams {
		f := teamFacts{cal: p.r.TeamCalendar(t.ID), sized: t.Capacity > 0 && !t.Supplier, capacity: int32(t.Capacity), team: t}
		f.varies = len(t.Extra) > 0
		for _, off := range t.TimeOff {
			f.varies = f.varies || off.People > 0
		}
		if f.sized && !f.cal.Empty() {
			f.people = peopleSteps(&f, room[i:i:i+1])
		}
		p.teams[i] = f
	}
}

// join notes a task with its goal.
func (p *planner) join(i int32, t *roadmap.Task) {
	k := p.jobs[i].goal
	if k == none {
		return
	}
	g := &p.goals[k]
	g.any = true
	if t.Status != roadmap.Dropped {
		g.tasks = append(g.tasks, i)
		g.open = g.open || t.Status.Open()
	}
}

// readJob reads a task: the passes do not go back to it, since tasks lie far apart in memory and jobs side by side.
func (p *planner) readJob(j *job, t *roadmap.Task) {
	*j = job{cal: p.r.Calendar(), team: none, goal: none, people: int32(t.People), milestone: t.IsMilestone(), unestimated: t.Unestimated(),
		started: t.Started, finished: t.Finished, deadline: t.Deadline, promised: t.Promised, notBefore: t.NotBefore,
		priority: int32(t.Priority), rank: int32(t.Rank)}
	if t.Team != "" {
		j.team = int32(p.r.TeamIndex(t.Team))
	}
	if t.Goal != "" {
		j.goal = int32(p.r.GoalIndex(t.Goal))
	}
	if j.team != none {
		j.cal = p.teams[j.team].cal
	}
	for _, n := range t.AlsoNeeds {
		j.cal = p.commonCalendar(j.cal, p.r.TeamCalendar(n.Team))
	}
	switch t.Status {
	case roadmap.Dropped:
		j.state = dropped
		return
	case roadmap.Done:
		j.state = finished
		return
	case roadmap.Doing:
		j.state = started
		j.milestone = false
	}
	j.dur = int32(t.RemainingDuration())
	if j.milestone {
		j.dur = 0
	}
	p.release(j, t)
	p.staff(j, t)
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
	p.anyEndless = p.anyEndless || j.endless
}

// planDay is the day from which the task's open work is planned: when it was last told of, while that is not too long ago.
func (p *planner) planDay(t *roadmap.Task) roadmap.Date {
	if t.Told == 0 || t.Told > p.today || t.Told < p.toldFrom {
		return p.today
	}
	return t.Told
}

// firstToldDay is the first day from which up to the status date there are no more working days than silence is good for.
func (p *planner) firstToldDay() roadmap.Date {
	cal, days := p.r.Calendar(), p.r.Settings().ToldDays
	switch {
	case days == 0:
		return p.today + 1
	case cal.Empty():
		return 0
	}
	return cal.Day(cal.Count(p.today+1) - days - 1)
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
		f.asked++
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
