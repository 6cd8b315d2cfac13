package schedule

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"bywhen/roadmap"
)

// Chances are the probabilities, 0 to 1, with which deadlines are kept, as a forecast of this plan has them.
type Chances map[Ref]float64

// Probable is the probability from which on a deadline that holds is not at risk by chance.
const Probable = 0.8

// Flags are all flags of the plan, worst first, the known ones too.
func (p *Plan) Flags() []Flag { return p.FlagsGiven(nil) }

// FlagsGiven are Flags where a forecast of the plan is there: a deadline that holds, but with a probability of less than
// 80 %, is at risk too.
func (p *Plan) FlagsGiven(chances Chances) []Flag {
	f := newFlagger(p)
	f.chances = chances
	room := flagRooms.Get().(*[]Flag)
	f.flags = (*room)[:0]
	f.deadlines()
	f.baseline()
	f.promises()
	f.facts()
	f.teams()
	f.overloaded()
	f.markKnown()
	sorted := f.sorted()
	clear(f.flags) // what they point at is not to be kept
	*room = f.flags
	flagRooms.Put(room)
	return sorted
}

// flagRooms hold flags until it is known how many there are.
var flagRooms = sync.Pool{New: func() any { return new([]Flag) }}

// flagger gathers the flags of one plan, with what several rules ask for.
type flagger struct {
	*Plan
	flags   []Flag
	why     *explainer
	heldUp  []hold     // in the roadmap's order, once surveyed
	heldAt  []int32    // per task, one more than its place in heldUp, or 0; once surveyed
	looked  []surveyed // per team, once surveyed
	ofTeam  [][]int32  // open tasks, once asked for
	refBase *roadmap.Baseline
	chances Chances // nil without a forecast
	days    []teamDays
	busy    []bool // of the team that is looked at
	chains  []chain
	lines   *lineage  // once asked for
	weak    *onChains // weakestOnChains, once asked for
}

func newFlagger(p *Plan) *flagger {
	return &flagger{Plan: p, refBase: p.Roadmap.CurrentBaseline(), why: p.explainer()}
}

// add appends a flag and returns it for what else there is to say.
func (f *flagger) add(kind FlagKind, s Severity, on Ref) *Flag {
	f.flags = append(f.flags, Flag{Kind: kind, Severity: s, Task: on.Task, Team: on.Team, Goal: on.Goal})
	return &f.flags[len(f.flags)-1]
}

// keep puts a chain where flags may point at it: chains lie side by side, in a piece of memory for each doubling.
func (f *flagger) keep(c chain) *chain {
	if len(f.chains) == cap(f.chains) {
		f.chains = make([]chain, 0, max(64, 2*cap(f.chains)))
	}
	f.chains = append(f.chains, c)
	return &f.chains[len(f.chains)-1]
}

func (f *flagger) onTask(kind FlagKind, s Severity, i int) *Flag {
	return f.add(kind, s, Ref{Task: f.tasks[i].ID})
}

func (f *flagger) onTeam(kind FlagKind, s Severity, team int) *Flag {
	return f.add(kind, s, Ref{Team: f.team(team).ID})
}

func (f *flagger) team(i int) *roadmap.Team { return f.Roadmap.Teams()[i] }

// open tells whether a task is to be flagged at all: what is done or dropped never is.
func (f *flagger) open(i int) bool { return f.jobs[i].open() }

// sorted are the flags, the worst first: by severity, kind, days, then goals, tasks and teams in the roadmap's order.
func (f *flagger) sorted() []Flag {
	place := func(x *Flag) (kind, at int) {
		switch {
		case x.Goal != "":
			return 0, f.Roadmap.GoalIndex(x.Goal)
		case x.Task != "":
			return 1, f.Roadmap.TaskIndex(x.Task)
		}
		return 2, f.Roadmap.TeamIndex(x.Team)
	}
	type standing struct {
		first, then uint64 // severity, kind and days; what it is on
		flag        int
	}
	order := make([]standing, len(f.flags))
	for i := range f.flags {
		x := &f.flags[i]
		kind, at := place(x)
		order[i] = standing{uint64(math.MaxUint8-x.Severity)<<56 | uint64(x.Kind)<<48 | uint64(1<<40-x.Days), uint64(kind)<<32 | uint64(at), i}
	}
	slices.SortFunc(order, func(a, b standing) int {
		if a.first != b.first {
			return cmp.Compare(a.first, b.first)
		}
		return cmp.Or(cmp.Compare(a.then, b.then), cmp.Compare(a.flag, b.flag))
	})
	sorted := make([]Flag, len(order))
	for i, s := range order {
		sorted[i] = f.flags[s.flag]
	}
	return sorted
}

// facts are the flags that need no dates: what is missing, or cannot be.
func (f *flagger) facts() {
	busy := make([]bool, len(f.Roadmap.Teams()))
	for i := range f.jobs {
		j := &f.jobs[i]
		if !j.open() {
			continue
		}
		switch {
		case !f.at[i].placed():
			f.onTask(Unplannable, Critical, i).why = []Cause{f.withoutDates(int32(i))}
		case j.state == started:
			f.begun(i)
		}
		if f.at[i].placed() && f.understaffed(i) {
			f.onTask(Understaffed, Warning, i)
		}
		if f.briefs[i].Unestimated && j.promised == 0 {
			f.onTask(Unestimated, Info, i)
		}
		if j.team == none {
			continue
		}
		busy[j.team] = true
		if j.promised == 0 && f.planner.teams[j.team].supplier {
			f.onTask(NoPromise, Info, i)
		}
	}
	for k, team := range f.Roadmap.Teams() {
		if team.Capacity == 0 && !team.Supplier && busy[k] {
			f.onTeam(Unsized, Info, k)
		}
	}
}

// begun flags a task that began before it should have.
func (f *flagger) begun(i int) {
	if by, ok := f.outOfOrder(i); ok {
		x := f.onTask(OutOfOrder, Info, i)
		x.why = []Cause{{Kind: Dependency, Task: f.tasks[by].ID, Text: "started before " + f.tasks[by].Title + " was finished"}}
	}
}

// understaffed tells whether the task asks for more people than one of its teams ever has.
func (f *flagger) understaffed(i int) bool {
	return f.jobs[i].understaffed || f.leveller != nil && f.leveller.turns[i].unstaffed
}

// outOfOrder finds a predecessor that a task which has started should have waited for.
func (f *flagger) outOfOrder(i int) (by int32, is bool) {
	for _, l := range f.net.Predecessors(i) {
		p := &f.jobs[l.Task]
		waits := l.Type == roadmap.FinishToStart && (p.state == toStart || p.state == started) || l.Type == roadmap.StartToStart && p.state == toStart
		if !waits || !f.at[l.Task].placed() {
			continue
		}
		j := &f.jobs[i]
		if f.linkBound(j.cal, l, f.at[l.Task], int(j.dur)) > j.cal.Count(f.tasks[i].Started) {
			return l.Task, true
		}
	}
	return none, false
}

// promises flags what suppliers and teams have said and cannot hold, or said too late.
func (f *flagger) promises() {
	if !f.anyPromise {
		return
	}
	for i := range f.jobs {
		if j := &f.jobs[i]; j.promised == 0 || !j.open() || !f.Tasks[i].Planned || j.promised < f.Today {
			continue
		}
		t, cal := f.tasks[i], f.jobs[i].cal
		if natural := f.unpromised(int32(i)); natural > t.Promised {
			x := f.onTask(PromiseShort, Warning, i)
			x.Date, x.Forecast = t.Promised, natural
			x.Days = cal.Between(t.Promised, natural)
			x.why = []Cause{{Kind: Promise, Task: t.ID, Team: t.Team, Days: x.Days,
				Text: "says " + f.ShortDate(t.Promised) + ", cannot be before " + f.ShortDate(natural)}}
		}
		team := f.jobs[i].team
		if team == none || !f.planner.teams[team].supplier {
			continue
		}
		if late := f.Tasks[i].LateFinish; f.late[i].by() != none && t.Promised > late {
			x := f.onTask(PromiseLate, Warning, i)
			x.Date, x.Forecast = late, t.Promised
			x.Days = cal.Between(late, t.Promised)
			x.why = []Cause{{Kind: Promise, Task: t.ID, Team: t.Team, Days: x.Days,
				Text: "promised " + f.ShortDate(t.Promised) + ", needed " + f.ShortDate(late)}}
		}
	}
}

// unpromised is the last day that the effort and what it waits for allow, whatever was promised.
func (p *Plan) unpromised(i int32) roadmap.Date {
	j := &p.jobs[i]
	if j.milestone {
		return 0
	}
	k, _ := p.bound(i, j.dur, p.early)
	return j.cal.Day(k + int(j.dur) - 1)
}
