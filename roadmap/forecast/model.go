package forecast

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/levelling"
)

// model is a plan with what is uncertain in it. It is read only and shared by all workers. Tasks go by their numbers in the
// problem, which are those of the order in which the plan placed them; a run places them in the same order, since what
// decides it (what has started, priority, rank, late start, the order of the file) is not drawn.
type model struct {
	plan     *schedule.Plan
	tasks    []*roadmap.Task // by number
	problem  *levelling.Problem
	order    []int32 // all numbers, rising
	planned  []int32 // working days that the plan counts with
	base     roadmap.Date
	works    []work
	promises []promise
	risks    []risk
	items    []item
	basis    Basis
	// By task, its place in works and promises, or none.
	workOf, promiseOf []int32
}

// work is how long a task may take.
type work struct {
	task   int32
	table  *table
	stream stream
	source Source
}

// promise is when a task's promise may come.
type promise struct {
	task   int32
	table  *table // working days late; nil where it counts as kept
	stream stream
	cal    *roadmap.Calendar
	date   roadmap.Date
}

// risk is one event, which may hit several tasks.
type risk struct {
	id     string
	stream stream
	below  uint64 // it happens where the draw is below
	days   int32
	hits   []int32 // tasks that take so much longer
	moves  []int32 // those of them whose supplier's promise comes so much later
}

// item is something that ends on a date: a deadline's, or the roadmap.
type item struct {
	deadline schedule.Deadline
	whole    bool // the roadmap
	tasks    []int32
	cal      *roadmap.Calendar // on which its days are counted
}

func newModel(plan *schedule.Plan, seed uint64) *model {
	problem := plan.Problem()
	n := problem.Len()
	m := &model{plan: plan, problem: problem, tasks: make([]*roadmap.Task, n), order: make([]int32, n), planned: problem.Durations(), base: roadmap.Date(problem.Base)}
	numbers := make(map[string]int32, n)
	for x, place := range problem.Place {
		m.order[x] = int32(x)
		m.tasks[x] = plan.Roadmap.Tasks()[place]
		numbers[m.tasks[x].ID] = int32(x)
	}
	m.readTasks(seed, m.readRisks(seed, numbers))
	m.readItems(numbers)
	return m
}

// open tells whether a task has days and is not done.
func (m *model) open(x int32) bool {
	k := m.problem.Kind(x)
	return k != levelling.Absent && k != levelling.Done
}

// readRisks gathers the open risks, and tells which tasks they may hit.
func (m *model) readRisks(seed uint64, numbers map[string]int32) []bool {
	uncertain := make([]bool, len(m.tasks))
	for _, r := range m.plan.Roadmap.Risks() {
		k := risk{id: r.ID, stream: newStream(seed, drawsRisk, r.ID), days: int32(r.Days), below: uint64(r.Probability * (1 << 32))}
		if r.Status != roadmap.RiskOpen || k.below == 0 || r.Days <= 0 {
			continue
		}
		for _, id := range r.Tasks {
			if x, ok := numbers[id]; ok && m.open(x) {
				k.hits = append(k.hits, x)
				uncertain[x] = true
				if m.holds(x) && m.isSuppliers(x) {
					k.moves = append(k.moves, x)
				}
			}
		}
		if len(k.hits) > 0 {
			m.risks = append(m.risks, k)
		}
	}
	m.basis.Risks = len(m.risks)
	return uncertain
}

// readTasks gathers how long tasks may take and when promises may come. Uncertain are the tasks that a risk may hit.
func (m *model) readTasks(seed uint64, uncertain []bool) {
	spreads := newSpreads(m.plan.Roadmap)
	m.workOf, m.promiseOf = nones(len(m.tasks)), nones(len(m.tasks))
	for x := range m.tasks {
		x := int32(x)
		if !m.open(x) {
			continue
		}
		t := m.tasks[x]
		w := work{task: x, stream: newStream(seed, drawsWork, t.ID)}
		w.table, w.source = spreads.of(t, m.planned[x], m.holds(x) && m.isSuppliers(x))
		if !w.table.isFixed() || uncertain[x] {
			m.workOf[x] = int32(len(m.works))
			m.works = append(m.works, w)
		}
		m.basis.note(t, w.source)
		if !m.holds(x) {
			continue
		}
		late := spreads.records[t.Team].promises()
		m.basis.notePromise(t, late != nil)
		if late != nil || uncertain[x] {
			m.promiseOf[x] = int32(len(m.promises))
			m.promises = append(m.promises, promise{x, late, newStream(seed, drawsPromise, t.ID), m.plan.Roadmap.TaskCalendar(t), t.Promised})
		}
	}
	m.basis.fill(spreads.records)
}

func nones(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = none
	}
	return out
}

// holds tells whether there is a promise that has not passed.
func (m *model) holds(x int32) bool {
	return m.tasks[x].Promised != 0 && m.tasks[x].Promised >= m.plan.Today
}

func (m *model) isSuppliers(x int32) bool {
	team := m.plan.Roadmap.Team(m.tasks[x].Team)
	return team != nil && team.Supplier
}

// readItems gathers what ends on a date: the deadlines that have a forecast, and the roadmap.
func (m *model) readItems(numbers map[string]int32) {
	ofGoal := map[string][]int32{}
	var all []int32
	for x, t := range m.tasks {
		if m.problem.Kind(int32(x)) == levelling.Absent || !m.plan.Tasks[m.problem.Place[x]].Planned {
			continue
		}
		all = append(all, int32(x))
		if t.Goal != "" {
			ofGoal[t.Goal] = append(ofGoal[t.Goal], int32(x))
		}
	}
	for _, d := range m.plan.Deadlines() {
		if d.Forecast == 0 || d.Done {
			continue
		}
		it := item{deadline: d, tasks: m.ends(ofGoal[d.On.Goal]), cal: m.plan.Roadmap.Calendar()}
		if d.On.Task != "" {
			x := numbers[d.On.Task]
			it.tasks, it.cal = []int32{x}, m.plan.Roadmap.TaskCalendar(m.tasks[x])
		}
		m.items = append(m.items, it)
	}
	if len(all) > 0 {
		m.items = append(m.items, item{whole: true, tasks: m.ends(all), cal: m.plan.Roadmap.Calendar(), deadline: schedule.Deadline{OpenEnd: m.anyOpenEnd()}})
	}
}

// ends are those of some tasks of which one finishes last in any run: a task that another of them waits for, finish-to-start
// and without a lead, never ends after that one.
func (m *model) ends(tasks []int32) []int32 {
	waits := make([]bool, len(m.tasks)) // still to be started, and among the tasks
	for _, x := range tasks {
		k := m.problem.Kind(x)
		waits[m.problem.Place[x]] = k == levelling.Work || k == levelling.Milestone
	}
	network := m.plan.Roadmap.Network()
	return slices.DeleteFunc(slices.Clone(tasks), func(x int32) bool {
		return slices.ContainsFunc(network.Successors(int(m.problem.Place[x])), func(l roadmap.Link) bool {
			return l.Type == roadmap.FinishToStart && l.Lag >= 0 && waits[l.Task]
		})
	})
}

func (m *model) anyOpenEnd() bool {
	for i := range m.plan.Tasks {
		if m.plan.Tasks[i].OpenEnd {
			return true
		}
	}
	return false
}

// happens tells whether the risk does in a run.
func (k *risk) happens(n uint64) bool { return uint64(k.stream.draw(n)) < k.below }

// late is by how many working days the promise comes late in a run, risks aside.
func (p *promise) late(n uint64) int32 {
	if p.table == nil {
		return 0
	}
	return p.table.days(p.stream.draw(n))
}

// day is the day on which the promise comes where it is so many working days late.
func (p *promise) day(late int32) roadmap.Date {
	if late == 0 {
		return p.date
	}
	return p.cal.Move(p.date+1, int(late)) - 1
}
