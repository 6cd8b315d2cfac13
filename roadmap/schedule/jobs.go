package schedule

import "bywhen/roadmap"

// job is a task as the passes see it, with what most of them ask of it; the rest is in its brief. They walk along all jobs again
// and again, so it is kept small. Instants are Dates: the boundary at which that day begins.
type job struct {
	cal        *roadmap.Calendar
	dur        int32        // working days that it takes from here; 0 for a milestone
	team, goal int32        // places of its team and its goal, or none
	release    roadmap.Date // nothing is worked before this instant: plan day, start, not-before, open blockers
	planDay    roadmap.Date
	blocked    roadmap.Date // first instant without its open blockers; 0 where none holds it
	deadline   roadmap.Date
	promised   roadmap.Date
	firstNeed  int32 // see needsOf
	manyNeeds  int32
	state      state
	priority   uint8
	milestone  bool
	// understaffed: it asks for more people than one of its teams has within ten years.
	understaffed bool
	endless      bool // an open blocker has no known end, or its promise has passed
	noEnd        bool // an open blocker has no known end
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

// plain tells whether the job is work that is to be started.
func (j *job) plain() bool { return j.state == toStart && !j.milestone }

// open tells whether work is left.
func (j *job) open() bool { return j.state == toStart || j.state == started }

// tenYears is how long a task looks for a working day before it counts as unplannable, in days.
const tenYears = 3653

// planner holds what the passes share while a plan is made.
type planner struct {
	r          *roadmap.Roadmap
	net        *roadmap.Network
	tasks      []*roadmap.Task
	briefs     []roadmap.Brief
	cal        *roadmap.Calendar // the roadmap's
	start      roadmap.Date      // the roadmap's first day
	today      roadmap.Date
	jobs       []job
	goals      []goalSpan
	toldFrom   roadmap.Date // the first day on which being told still counts
	anyEndless bool         // one of the jobs is endless
	anyPromise bool         // one of the open ones is promised
	common     map[[2]*roadmap.Calendar]*roadmap.Calendar
	teams      []teamFacts
	needs      []need // of all jobs; those that need as many people of one team alone share one
}

// teamFacts is what levelling asks of a team.
type teamFacts struct {
	cal      *roadmap.Calendar
	sized    bool
	supplier bool
	capacity int32
	people   []step // how many it has, from day to day; nil where it is not sized or has no working day
	varies   bool   // has people away or extra people
	team     *roadmap.Team
	asked    int   // how many tasks ask for its people
	alone    int32 // where the last need was noted of a task that needs its people alone
}

// goalSpan is a goal as the passes see it.
type goalSpan struct {
	deadline roadmap.Date
	tasks    []int32 // its own, not dropped
	open     bool    // one of them is not done
	any      bool    // it has tasks, dropped ones count
}

func newPlanner(r *roadmap.Roadmap, today roadmap.Date, trusting bool) *planner {
	p := &planner{r: r, net: r.Network(), tasks: r.Tasks(), briefs: r.Briefs(), cal: r.Calendar(), start: r.Settings().Start, today: today, common: map[[2]*roadmap.Calendar]*roadmap.Calendar{}}
	p.jobs = make([]job, len(p.tasks))
	p.needs = make([]need, 0, len(p.r.Teams())+16)
	if !trusting {
		p.toldFrom = p.firstToldDay()
	}
	p.indexTeams()
	p.goals = make([]goalSpan, len(r.Goals()))
	for i, g := range r.Goals() {
		p.goals[i].deadline = g.Deadline
	}
	for i := range p.briefs {
		p.readJob(&p.jobs[i], &p.briefs[i], i)
	}
	p.joinGoals()
	return p
}

func (p *planner) indexTeams() {
	teams := p.r.Teams()
	p.teams = make([]teamFacts, len(teams))
	room := make([]step, len(teams))
	for i, t := range teams {
		f := teamFacts{cal: p.r.TeamCalendar(t.ID), sized: t.Capacity > 0 && !t.Supplier, supplier: t.Supplier, capacity: int32(t.Capacity), team: t}
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

// joinGoals notes the tasks of each goal, all in one piece of memory.
func (p *planner) joinGoals() {
	if len(p.goals) == 0 {
		return
	}
	counts, all := make([]int32, len(p.goals)), 0
	for i := range p.jobs {
		if g := p.jobs[i].goal; g != none {
			p.goals[g].any = true
			counts[g]++
			all++
		}
	}
	room := make([]int32, all)
	for g, n := range counts {
		p.goals[g].tasks, room = room[:0:n], room[n:]
	}
	for i := range p.jobs {
		if j := &p.jobs[i]; j.goal != none && j.state != dropped {
			g := &p.goals[j.goal]
			g.tasks = append(g.tasks, int32(i))
			g.open = g.open || j.open()
		}
	}
}

// readJob reads a task, by its brief where that says all: the passes do not go back to either.
func (p *planner) readJob(j *job, b *roadmap.Brief, i int) {
	j.team, j.goal, j.dur = b.Team, b.Goal, b.Duration
	j.milestone, j.priority = b.Milestone, b.Priority
	j.deadline, j.promised = b.Deadline, b.Promised
	if j.team != none {
		j.cal = p.teams[j.team].cal
	} else {
		j.cal = p.cal
	}
	if b.AlsoNeeds {
		for _, n := range p.tasks[i].AlsoNeeds {
			j.cal = p.commonCalendar(j.cal, p.r.TeamCalendar(n.Team))
		}
	}
	switch b.Status {
	case roadmap.Dropped:
		j.state = dropped
		return
	case roadmap.Done:
		j.state = finished
		return
	case roadmap.Doing:
		j.state = started
	}
	p.release(j, b, i)
	p.staff(j, b, i)
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
func (p *planner) release(j *job, b *roadmap.Brief, i int) {
	j.planDay = p.planDay(b.Told)
	j.release = j.planDay
	if j.state == toStart {
		j.release = max(j.release, p.start, b.NotBefore)
	}
	if b.Blocked {
		p.block(j, p.tasks[i].Blockers)
		j.release = max(j.release, j.blocked)
	}
	j.endless = j.noEnd || b.Promised != 0 && b.Promised < p.today
	p.anyEndless = p.anyEndless || j.endless
	p.anyPromise = p.anyPromise || j.promised != 0
}

// block works out until when the open blockers hold the task.
func (p *planner) block(j *job, blockers []roadmap.Blocker) {
	for i := range blockers {
		b := &blockers[i]
		if !b.Open() {
			continue
		}
		until := b.Until
		if until == 0 { // nobody knows: until the working day after the status date
			until = j.cal.Next(p.today + 1)
			j.noEnd = true
		}
		if until > p.today {
			j.blocked = max(j.blocked, until)
		}
	}
}

// PlanDay is the day from which the open work of the task at a place is planned; 0 where none is open.
func (p *Plan) PlanDay(task int) roadmap.Date { return p.jobs[task].planDay }

// planDay is the day from which the open work of a task is planned: when it was last told of, while that is not too long ago.
func (p *planner) planDay(told roadmap.Date) roadmap.Date {
	if told == 0 || told > p.today || told < p.toldFrom {
		return p.today
	}
	return told
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
func (p *planner) staff(j *job, b *roadmap.Brief, i int) {
	if j.dur == 0 {
		return
	}
	from := int32(len(p.needs))
	if !b.AlsoNeeds {
		if j.team != none && p.staffFrom(j, j.team, b.People) {
			j.manyNeeds, j.firstNeed = 1, p.share(from)
		}
		return
	}
	if j.team != none {
		p.staffFrom(j, j.team, b.People)
	}
	for _, n := range p.tasks[i].AlsoNeeds {
		p.staffFrom(j, int32(p.r.TeamIndex(n.Team)), int32(n.People))
	}
	j.firstNeed, j.manyNeeds = from, int32(len(p.needs))-from
}

// share is where the need that was added last is to be found: the one before it of as many people of the team is as good.
func (p *planner) share(last int32) int32 {
	f := &p.teams[p.needs[last].team]
	if f.alone < last && p.needs[f.alone] == p.needs[last] {
		p.needs = p.needs[:last]
		return f.alone
	}
	f.alone = last
	return last
}

// needsOf are the sized teams whose people a task takes, its own among them.
func (p *planner) needsOf(j *job) []need {
	return p.needs[j.firstNeed : j.firstNeed+j.manyNeeds]
}

// staffFrom notes the people of one team; false where it has none to note.
func (p *planner) staffFrom(j *job, team, people int32) bool {
	f := &p.teams[team]
	switch {
	case f.people == nil: // not sized, or never at work
		return false
	case f.varies && !f.everHas(people, j.release), !f.varies && f.capacity < people:
		j.understaffed = true
		return false
	}
	p.needs = append(p.needs, need{team, people})
	f.asked++
	return true
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
