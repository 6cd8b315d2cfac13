package schedule

import (
	"sync"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule/bound"
)

// Bound is a finish date of the roadmap that no plan can beat, in whatever order its tasks are placed. Efforts, people and
// dates that somebody gave stay as they are.
type Bound struct {
	Date roadmap.Date // the last day, inclusive, never after the plan's finish; 0 where nothing has dates
	Days int          // working days of the roadmap's calendar from it to the plan's finish: the most that could be won
	By   bound.Tier   // what proved it
}

// bounding is a plan's bound, worked out when it is first asked for.
type bounding struct {
	once  sync.Once
	bound Bound
}

// LowerBound is the finish date that is proved to be out of reach for any better plan. Of a plan by dependencies alone it is
// the plan's own finish. What is tried depends on the number of tasks, never on the time it takes (bound.Finish). It is worked
// out once.
func (p *Plan) LowerBound() Bound {
	p.bounded.once.Do(func() {
		b := Bound{Date: p.Finish}
		if p.Levelled {
			b = p.lowerBound()
		}
		b.Days = max(p.Roadmap.Calendar().Between(b.Date, p.Finish), 0)
		p.bounded.bound = b
	})
	return p.bounded.bound
}

func (p *Plan) lowerBound() (b Bound) {
	for i := range p.at {
		if p.at[i].placed() {
			b.Date = max(b.Date, p.early[i].last())
		}
	}
	if b.Date < p.Finish {
		b.Date, b.By = bound.Finish(&p.provable(p.early, p.whole).spec, b.Date, p.Finish)
	}
	return b
}

// provable is the open work of a plan as proofs see it: what holds for it in every plan of the roadmap, in whatever order tasks
// are placed. A task that has no dates in this plan is left out, and so are the people of one that may have to be planned as if
// they sufficed.
type provable struct {
	plan    *Plan
	spec    bound.Spec
	placeOf []int32      // of a task among the activities, or none
	needs   []bound.Need // of all activities
}

// provable is the work of a plan with its earliest dates, each task taking least to its whole duration.
func (p *Plan) provable(early []span, least func(i int32) int32) *provable {
	x := &provable{plan: p, placeOf: make([]int32, len(p.jobs)), spec: bound.Spec{Horizon: p.Finish}}
	for k := range p.teams {
		x.spec.Teams = append(x.spec.Teams, boundTeam(&p.teams[k]))
	}
	for i := range x.placeOf {
		x.placeOf[i] = none
	}
	fixed := p.fixedStarts()
	for _, i := range p.net.Order {
		if j := &p.jobs[i]; j.open() && p.at[i].placed() && early[i].placed() {
			x.placeOf[i] = int32(len(x.spec.Activities))
			x.spec.Activities = append(x.spec.Activities, bound.Activity{Calendar: j.cal, Start: p.earliestNumber(i, early[i]), Least: least(i), Most: j.dur,
				Milestone: j.milestone, Fixed: fixed(i), Needs: x.needsOf(j)})
		}
	}
	x.link()
	return x
}

func boundTeam(f *teamFacts) bound.Team {
	team := bound.Team{Calendar: f.cal, People: make([]bound.Step, len(f.people))}
	for k, s := range f.people {
		team.People[k] = bound.Step{From: s.from, People: s.free}
	}
	return team
}

// earliestNumber is the number of the day on which a task that lies there starts.
func (p *Plan) earliestNumber(i int32, s span) int32 {
	j := &p.jobs[i]
	if j.state == started {
		return int32(j.cal.Count(j.release))
	}
	return int32(j.cal.Count(p.startOf(i, s)))
}

// needsOf are the people that a task takes in every plan.
func (x *provable) needsOf(j *job) []bound.Need {
	if !x.plan.dependable(j) {
		return nil
	}
	from := len(x.needs)
	for _, n := range x.plan.needsOf(j) {
		x.needs = append(x.needs, bound.Need{Team: n.team, People: n.people})
	}
	return x.needs[from:len(x.needs):len(x.needs)]
}

// link notes which activities wait for which. What has started waits for nothing, and its start is a fact.
func (x *provable) link() {
	jobs := x.plan.jobs
	for a := range x.placeOf {
		if x.placeOf[a] == none || jobs[a].state != toStart {
			continue
		}
		for _, l := range x.plan.net.Predecessors(a) {
			byStart := l.Type == roadmap.StartToStart || l.Type == roadmap.StartToFinish
			if x.placeOf[l.Task] == none || byStart && jobs[l.Task].state == started {
				continue
			}
			x.spec.Links = append(x.spec.Links, bound.Link{From: x.placeOf[l.Task], To: x.placeOf[a], Type: l.Type, Lag: l.Lag})
		}
	}
}

// fixedStarts tells which tasks in progress start on the day they are told of in every plan: what has begun is placed before all
// else, so that holds where all of it finds its people on those days.
func (p *Plan) fixedStarts() (fixed func(i int32) bool) {
	if p.leveller == nil {
		return func(int32) bool { return false }
	}
	shifting := make([]bool, len(p.teams))
	moves := func(i int32) bool {
		j := &p.jobs[i]
		if j.manyNeeds > 0 && (int(p.leveller.turns[i].from) != j.cal.Count(j.release) || !p.dependable(j)) {
			return true
		}
		for _, n := range p.needsOf(j) {
			if shifting[n.team] {
				return true
			}
		}
		return false
	}
	for again := true; again; {
		again = false
		for i := range p.jobs {
			if p.jobs[i].state != started || !moves(int32(i)) {
				continue
			}
			for _, n := range p.needsOf(&p.jobs[i]) {
				again = again || !shifting[n.team]
				shifting[n.team] = true
			}
		}
	}
	return func(i int32) bool { return p.jobs[i].state == started && !moves(i) }
}

// dependable tells whether the task finds its people sooner or later, so that no plan gives it some that are not there.
func (p *planner) dependable(j *job) bool {
	for _, n := range p.needsOf(j) {
		if steps := p.teams[n.team].people; steps[len(steps)-1].free < n.people {
			return false
		}
	}
	return true
}
