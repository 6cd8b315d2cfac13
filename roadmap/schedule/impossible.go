package schedule

import (
	"fmt"
	"sync"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule/bound"
)

// Impossible is a proof that no plan keeps a deadline, even if each task took its optimistic estimate.
type Impossible struct {
	// By is "logic" where it is out of reach even if no team were ever busy, "capacity" where one team has more work that
	// must be done in time than it has people for; empty where nothing is proved.
	By       string
	Earliest roadmap.Date // the earliest finish that this does not rule out, after the deadline

	// By capacity: the tasks of Team that must be worked on From to To, both inclusive, at least in part, need that many
	// person-days there, and it has fewer.
	Team       string // id
	From, To   roadmap.Date
	Tasks      int
	Needs, Has int
	// Whole: the interval begins by the team's next working day, so this is all that must be done until To.
	Whole bool
}

// Text says what is proved and with which numbers, as "cannot be before 19 Mar: Mechanics has 42 person-days of work that
// must be done by 12 Mar, and 35 until then"; empty where nothing is.
func (x *Impossible) Text(p *Plan) string {
	if x.By == "" {
		return ""
	}
	day := func(d roadmap.Date) string { return p.ShortDate(d) }
	if x.By == "logic" { // which a way out that changes a link or a promise does not contradict
		return "not before " + day(x.Earliest) + " with its links and promises as they are, even if all teams were free"
	}
	text := "cannot be before " + day(x.Earliest) + ": "
	team := x.Team
	if t := p.Roadmap.Team(x.Team); t != nil {
		team = t.Name
	}
	if x.Whole {
		return text + fmt.Sprintf("%s has %s of work that must be done by %s, and %d until then", team, personDays(x.Needs), day(x.To), x.Has)
	}
	tasks, need := "tasks", "need"
	if x.Tasks == 1 {
		tasks, need = "task", "needs"
	}
	return text + fmt.Sprintf("%d %s of %s %s %s between %s and %s, it has %d", x.Tasks, tasks, team, need, personDays(x.Needs), day(x.From), day(x.To), x.Has)
}

func personDays(n int) string {
	if n == 1 {
		return "1 person-day"
	}
	return fmt.Sprintf("%d person-days", n)
}

// Impossible is the proof that no plan keeps the deadline that the flag is about; without one its By is empty. It is looked
// for when first asked for.
func (f *Flag) Impossible() Impossible {
	if f.proof == nil {
		return Impossible{}
	}
	return f.proof.plan.prove(&f.proof.held)
}

// proof is a missed deadline for which a proof may be asked for.
type proof struct {
	plan *Plan
	held held
}

// prover is what the proofs of a plan share, and those found.
type prover struct {
	sync.Mutex
	logic []span // the earliest dates if no team were ever busy, each task by its optimistic estimate
	work  *provable
	late  *bound.Deadlines
	found map[Ref]Impossible
}

func (p *Plan) prove(h *held) Impossible {
	p.proofs.Lock()
	defer p.proofs.Unlock()
	on := p.on(h)
	if x, ok := p.proofs.found[on]; ok {
		return x
	}
	if p.proofs.found == nil {
		p.proofs.found = map[Ref]Impossible{}
		p.proofs.logic = p.optimisticDates()
	}
	x := Impossible{}
	if earliest := p.byLogic(h); earliest > h.deadline {
		x = Impossible{By: "logic", Earliest: earliest}
	} else if p.Levelled {
		x = p.byCapacity(h)
	}
	p.proofs.found[on] = x
	return x
}

// own are the tasks that must be finished by an item's deadline.
func (p *Plan) own(h *held) []int32 {
	if h.goal < 0 {
		return []int32{h.last}
	}
	return p.goals[h.goal].tasks
}

func (p *Plan) byLogic(h *held) (d roadmap.Date) {
	for _, i := range p.own(h) {
		d = max(d, p.proofs.logic[i].last())
	}
	return d
}

// byCapacity looks for one team's work that cannot be done if the deadline is kept.
func (p *Plan) byCapacity(h *held) Impossible {
	if p.proofs.late == nil {
		p.proofs.work = p.provable(p.proofs.logic, p.optimistic)
		p.proofs.late = bound.NewDeadlines(&p.proofs.work.spec, p.missedDeadlines())
	}
	var of []int32
	for _, i := range p.own(h) {
		if a := p.proofs.work.placeOf[i]; a != none {
			of = append(of, a)
		}
	}
	o, over := p.proofs.late.Overload(of, h.deadline, h.finish)
	if !over {
		return Impossible{}
	}
	x := Impossible{By: "capacity", Earliest: o.Earliest, Team: p.Roadmap.Teams()[o.Team].ID, From: o.From, To: o.To, Tasks: o.Tasks, Needs: o.Needs, Has: o.Has}
	x.Whole = x.From <= p.teams[o.Team].cal.Next(max(p.Today, p.planner.start))
	return x
}

// missedDeadlines is how many deadlines are missed that are not past.
func (p *Plan) missedDeadlines() int {
	n := 0
	for _, d := range p.Deadlines() {
		if d.Date >= p.Today && d.Forecast > d.Date {
			n++
		}
	}
	return n
}

// optimisticDates are the earliest starts and finishes if no team were ever busy, whatever each task takes from its
// optimistic estimate up to its whole duration: what is shorter may have to start later, so that it ends no earlier.
func (p *Plan) optimisticDates() []span {
	if !p.anyOptimistic() {
		return p.early
	}
	at := make([]span, len(p.jobs))
	for _, i := range p.net.Order {
		at[i] = p.earliest(i, p.optimistic(i), at)
		whole := p.earliest(i, p.whole(i), at)
		if !whole.placed() || !at[i].placed() {
			at[i] = span{}
			continue
		}
		at[i].first = whole.first
	}
	return at
}
