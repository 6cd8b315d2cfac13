package schedule

import (
	"cmp"
	"slices"
)

// reach finds what lies behind a cause.
type reach struct {
	children [][]int32 // per task, the tasks that it drives; made once asked for
	seen     []int32   // per task, the number of the search that came by last
	search   int32
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
	if i := g.Roadmap.TaskIndex(k.on.Task); i >= 0 && g.jobs[i].endless && (k.kind == Blocker || k.kind == Promise) {
		g.heldTasks(r, int32(i))
	}
}

// lateTasks are what the cause drives and makes late, worst first.
func (g *grouping) lateTasks(r *Root, k rootKey) {
	var late []int32
	for _, i := range g.driven(k) {
		if g.Tasks[i].Slack < 0 && g.tasks[i].Status.Open() {
			late = append(late, i)
		}
	}
	slices.SortFunc(late, func(a, b int32) int {
		return cmp.Or(cmp.Compare(g.Tasks[a].Slack, g.Tasks[b].Slack), cmp.Compare(a, b))
	})
	r.LateTasks = g.ids(late)
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

// driven are the tasks that a cause drives, in the order of the file; the task itself is not among them.
func (g *grouping) driven(k rootKey) []int32 {
	if g.children == nil {
		g.children = make([][]int32, len(g.tasks))
		for i := range g.Tasks {
			if by := g.Tasks[i].Driver.Task; by != none {
				g.children[by] = append(g.children[by], int32(i))
			}
		}
	}
	children := func(i int32, yield func(int32)) {
		for _, c := range g.children[i] {
			yield(c)
		}
	}
	if k.on.Team == "" {
		return g.behind([]int32{int32(g.Roadmap.TaskIndex(k.on.Task))}, children)
	}
	var queued []int32
	team := int32(g.Roadmap.TeamIndex(k.on.Team))
	for i := range g.Tasks {
		if d := g.Tasks[i].Driver; d.Kind == Capacity && d.Team == team {
			queued = append(queued, int32(i))
		}
	}
	out := append(g.behind(queued, children), queued...)
	slices.Sort(out)
	return slices.Compact(out)
}

// behind are the tasks that are come by from some, which are not among them themselves, in the order of the file.
func (g *grouping) behind(from []int32, next func(i int32, yield func(int32))) []int32 {
	if g.seen == nil {
		g.seen = make([]int32, len(g.tasks))
	}
	g.search++
	var out []int32
	for _, i := range from {
		g.seen[i] = g.search
	}
	todo := slices.Clone(from)
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		next(i, func(c int32) {
			if g.seen[c] != g.search {
				g.seen[c] = g.search
				out, todo = append(out, c), append(todo, c)
			}
		})
	}
	slices.Sort(out)
	return out
}
