package schedule

import (
	"slices"
)

// reach finds what lies behind a cause.
type reach struct {
	children []int32 // the tasks that task i drives are children[from[i]:from[i+1]]; made once asked for
	from     []int32
	queues   [][]int32 // per team, the tasks that wait for it to have people; made with the children
	seen     []int32   // per task, the number of the search that came by last
	search   int32
	tardy    []int32    // the tasks that make some deadline late, worst first; made once asked for
	place    []int32    // per task, its place in tardy, or none
	found    []int32    // room for what one cause makes late
	all      []Deadline // made once asked for
}

// finish completes a row when all of its flags are known.
func (g *grouping) finish(r *Root, k rootKey) {
	switch {
	case k.missing():
		r.Text = g.missingText(r)
		r.On = g.flags[r.Flags[0]].Subject()
		return
	case k.standalone:
		return
	}
	g.lateTasks(r, k)
	if i := k.task; i != none && g.jobs[i].endless && (k.kind == Blocker || k.kind == Promise) {
		g.heldTasks(r, i)
	}
}

// lateTasks are what the cause drives and makes late, worst first.
func (g *grouping) lateTasks(r *Root, k rootKey) {
	if g.tardy == nil {
		g.sortLate()
	}
	driven, late := g.drive(k), g.found[:0]
	if len(driven) < len(g.tardy)/fewOf {
		for _, i := range driven {
			if i != k.task && g.place[i] != none {
				late = append(late, g.place[i])
			}
		}
		slices.Sort(late)
		for n, at := range late {
			late[n] = g.tardy[at]
		}
	} else {
		for _, i := range g.tardy {
			if g.seen[i] == g.search && i != k.task {
				late = append(late, i)
			}
		}
	}
	r.LateTasks, g.found = g.ids(late), late
}

// fewOf is how much fewer the tasks that a cause drives must be than those that are late, so that sorting them costs less
// than going through the late ones, which are sorted.
const fewOf = 16

// sortLate finds the tasks that make some deadline late, worst first, then by the order of the file.
func (g *grouping) sortLate() {
	g.place = make([]int32, len(g.Tasks))
	var order []int64 // slack, then place in the file
	for i := range g.Tasks {
		g.place[i] = none
		if g.Tasks[i].Slack < 0 && g.jobs[i].open() {
			order = append(order, int64(g.Tasks[i].Slack)<<32|int64(i))
		}
	}
	slices.Sort(order)
	g.tardy = make([]int32, len(order))
	for n, key := range order {
		g.tardy[n] = int32(key)
		g.place[g.tardy[n]] = int32(n)
	}
}

func (g *grouping) ids(tasks []int32) []string {
	if len(tasks) == 0 {
		return nil
	}
	out := make([]string, len(tasks))
	for n, i := range tasks {
		out[n] = g.tasks[i].ID
	}
	return out
}

// heldTasks are what waits for a task whose end nobody knows. The worst deadline among theirs is the row's, unless it makes
// one late as it is.
func (g *grouping) heldTasks(r *Root, task int32) {
	held := g.behind([]int32{task}, func(i int32, yield func(int32)) {
		for _, l := range g.net.Successors(int(i)) {
			if g.jobs[l.Task].state == toStart {
				yield(l.Task)
			}
		}
	})
	slices.Sort(held)
	r.Held, r.OpenEnd = g.ids(held), true
	if r.Days > 0 {
		return
	}
	if g.all == nil {
		g.all = g.Deadlines()
	}
	r.Worst = Deadline{}
	for _, d := range g.all {
		if d.OpenEnd && g.endsWith(d, append(held, task)) && (r.Worst.On == Ref{} || d.Days > r.Worst.Days) {
			r.Worst = d
		}
	}
}

// endsWith tells whether a deadline is that of one of the tasks, or of a goal that one of them belongs to.
func (g *grouping) endsWith(d Deadline, tasks []int32) bool {
	return slices.ContainsFunc(tasks, func(i int32) bool {
		t := g.tasks[i]
		return d.On.Task != "" && d.On.Task == t.ID || d.On.Goal != "" && d.On.Goal == t.Goal
	})
}

// drive is the tasks that a cause drives, after those it begins at: of a team what queues there.
func (g *grouping) drive(k rootKey) []int32 {
	if g.from == nil {
		g.indexDrivers()
	}
	from := []int32{k.task}
	if k.team != none {
		from = g.queues[k.team]
	}
	return append(slices.Clip(from), g.behind(from, func(i int32, yield func(int32)) {
		for _, c := range g.children[g.from[i]:g.from[i+1]] {
			yield(c)
		}
	})...)
}

// indexDrivers turns "is driven by" round.
func (g *grouping) indexDrivers() {
	g.from, g.queues = make([]int32, len(g.Tasks)+2), make([][]int32, len(g.planner.teams))
	for i := range g.Tasks {
		d := &g.Tasks[i].Driver
		if d.Task != none {
			g.from[d.Task+2]++
		}
		if d.Kind == Capacity && d.Team != none {
			g.queues[d.Team] = append(g.queues[d.Team], int32(i))
		}
	}
	for i := 2; i < len(g.from); i++ {
		g.from[i] += g.from[i-1]
	}
	g.children = make([]int32, g.from[len(g.from)-1])
	for i := range g.Tasks {
		if by := g.Tasks[i].Driver.Task; by != none {
			g.children[g.from[by+1]] = int32(i)
			g.from[by+1]++
		}
	}
}

// behind are the tasks that are come by from some, which are not among them themselves; all of them are marked as seen.
func (g *grouping) behind(from []int32, next func(i int32, yield func(int32))) []int32 {
	if g.seen == nil {
		g.seen = make([]int32, len(g.tasks))
	}
	g.search++
	for _, i := range from {
		g.seen[i] = g.search
	}
	var out, todo []int32
	come := func(c int32) {
		if g.seen[c] != g.search {
			g.seen[c] = g.search
			out, todo = append(out, c), append(todo, c)
		}
	}
	for _, i := range from {
		next(i, come)
	}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		next(i, come)
	}
	return out
}
