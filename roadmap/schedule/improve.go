package schedule

import (
	"bywhen/roadmap"
	"bywhen/roadmap/schedule/levelling"
)

// ImproveOptions say how a search for a better plan goes.
type ImproveOptions struct {
	// Seed is where its random numbers begin: with the same seed and number of schedules it finds the same plan.
	Seed uint64
	// Schedules is how many are generated at most. The search takes them all to close in on a plan, so that one that is to be
	// had before it is worse than that of a search for fewer. 0: until Stop says so; what is found first is good for its time.
	Schedules int
	// Stop is asked before each schedule whether to stop; it may be nil where Schedules is given.
	Stop func() bool
	// Progress hears after each schedule how many there are and how the best so far stands; it may be nil.
	Progress func(generated int, best Outlook)
}

// Outlook is how a plan stands, as a search weighs it: first Late, then Finish.
type Outlook struct {
	// Late is the working days past deadlines, each counted 4 times for a deadline of a task of priority 1, down to once for
	// priority 4. The priority of a goal is the highest of its open tasks.
	Late   int
	Finish roadmap.Date // last day of the roadmap
}

// Better tells whether this is better than another.
func (o Outlook) Better(than Outlook) bool {
	return o.Late < than.Late || o.Late == than.Late && o.Finish < than.Finish
}

// Improvement is what a search found. Plan is the plan that it leads to, really computed, with the ranks in its roadmap;
// where nothing better was found it is the plan that the search began with.
type Improvement struct {
	Plan      *Plan
	Better    bool
	Schedules int // how many were generated
	// Best tells that it is proved that no plan is better: no earlier finish, nor any deadline that could be kept better.
	Best  bool
	ranks []taskRank
}

// taskRank is the rank that a task gets.
type taskRank struct {
	task string
	rank int
}

// rankStep leaves room between ranks, for tasks that are moved later.
const rankStep = 10

// Improve looks for a plan whose deadlines are kept better, or else whose end is earlier. Priorities stay what they are: it
// orders only what they leave open. The result can be had from the roadmap by ranks alone, and is never worse than the plan.
func (p *Plan) Improve(o ImproveOptions) *Improvement {
	if p.leveller == nil {
		return Compute(p.Roadmap, p.Today, Options{Dates: p.Dates}).Improve(o)
	}
	if p.Finish == 0 {
		return &Improvement{Plan: p, Best: true}
	}
	problem := levelling.New(p.spec(int32(max(p.Finish-p.Today, 0))/2 + 60))
	found := levelling.Search(problem, p.searchOptions(problem, o))
	m := &Improvement{Plan: p, Schedules: found.Schedules, Best: found.Optimal}
	if found.Order == nil {
		return m
	}
	m.rank(p, problem, found.Order)
	d := p.Roadmap.Edit(p.Today)
	if m.Apply(d) != nil {
		return m
	}
	r, err := d.Close()
	if err != nil {
		return m
	}
	m.Plan, m.Better = Compute(r, p.Today, Options{Dates: p.Dates}), true
	return m
}

func (p *Plan) searchOptions(problem *levelling.Problem, o ImproveOptions) levelling.Options {
	s := levelling.Options{Seed: o.Seed, Schedules: o.Schedules, Stop: o.Stop, Floor: int32(p.LowerBound().Date) + 1 - problem.Base}
	if o.Progress != nil {
		s.Progress = func(generated int, best levelling.Value) {
			o.Progress(generated, Outlook{int(best.Late), roadmap.Date(problem.Base + best.End - 1)})
		}
	}
	return s
}

// rank notes the ranks that lead to an order: of all open tasks that have dates.
func (m *Improvement) rank(p *Plan, problem *levelling.Problem, order []int32) {
	for k, x := range order {
		if kind := problem.Kind(x); kind != levelling.Done && kind != levelling.Absent {
			m.ranks = append(m.ranks, taskRank{p.tasks[problem.Place[x]].ID, (k + 1) * rankStep})
		}
	}
}

// Apply writes the ranks that lead to the improved plan into a draft; none where nothing better was found. It fails where a
// task is not there any more.
func (m *Improvement) Apply(d *roadmap.Draft) error {
	for _, r := range m.ranks {
		if t := d.Task(r.task); t != nil && t.Rank == r.rank {
			continue
		}
		if err := d.UpdateTask(r.task, func(t *roadmap.Task) { t.Rank = r.rank }); err != nil {
			return err
		}
	}
	return nil
}

// Outlook is how the plan stands, as a search for a better one weighs it.
func (p *Plan) Outlook() Outlook {
	o := Outlook{Finish: p.Finish}
	for g := range p.goals {
		if goal := p.Roadmap.Goals()[g]; goal.Deadline != 0 && p.goals[g].open {
			o.Late += max(p.goalDeadline(g).Days, 0) * int(p.goalWeight(g))
		}
	}
	for i := range p.jobs {
		if j := &p.jobs[i]; j.deadline != 0 && j.open() && p.Tasks[i].Planned {
			o.Late += max(p.taskDeadline(i).Days, 0) * int(weightOf(j.priority))
		}
	}
	return o
}
