package schedule

import (
	"cmp"
	"slices"
)

// reach finds what a cause drives and makes late. What one task drives, directly or through others, is a run of the lineage, so
// how much of that is late is a difference of two sums, and who asks for the tasks themselves pays for those alone.
type reach struct {
	*Plan
	*lineage
	order  []int32 // tasks by their number
	late   []int32 // by number, and one more: how many with a smaller one make some deadline late
	queues [][]run // per team, what is driven by having waited for its people
}

// run is tasks by their numbers, without the last.
type run struct{ from, to int32 }

func (p *Plan) reach() *reach {
	n := len(p.Tasks)
	r := &reach{Plan: p, lineage: p.lineage(), order: make([]int32, n), late: make([]int32, n+1), queues: make([][]run, len(p.planner.teams))}
	for i, at := range r.number {
		r.order[at] = int32(i)
	}
	for at, i := range r.order {
		r.late[at+1] = r.late[at]
		if r.tardy(i) {
			r.late[at+1]++
		}
		if d := &p.Tasks[i].Driver; d.Kind == Capacity && d.Team != none {
			r.queue(d.Team, run{int32(at), int32(at) + r.size[i]})
		}
	}
	return r
}

// tardy tells whether a task makes some deadline late.
func (r *reach) tardy(i int32) bool { return r.Tasks[i].Slack < 0 && r.jobs[i].open() }

// queue adds to what waits for a team, in the order of the numbers; what is part of it already lies within the last.
func (r *reach) queue(team int32, x run) {
	if q := r.queues[team]; len(q) == 0 || q[len(q)-1].to <= x.from {
		r.queues[team] = append(q, x)
	}
}

// driven is what a cause drives: all that comes after a task, or what queues at a team with what comes after that.
func (r *reach) driven(k rootKey) []run {
	if k.team != none {
		return r.queues[k.team]
	}
	at := r.number[k.task]
	return []run{{at + 1, at + r.size[k.task]}}
}

// count is how many tasks of the runs make some deadline late.
func (r *reach) count(runs []run) int {
	n := int32(0)
	for _, x := range runs {
		n += r.late[x.to] - r.late[x.from]
	}
	return int(n)
}

// tasks are the ids of those, worst first, then by the order of the file.
func (r *reach) tasks(runs []run) []string {
	var found []int32
	for _, x := range runs {
		for _, i := range r.order[x.from:x.to] {
			if r.tardy(i) {
				found = append(found, i)
			}
		}
	}
	slices.SortFunc(found, func(a, b int32) int {
		return cmp.Or(cmp.Compare(r.Tasks[a].Slack, r.Tasks[b].Slack), cmp.Compare(a, b))
	})
	return r.ids(found)
}

// LateTasks are the ids of the tasks that the root makes late, Late of them, worst first: open tasks with negative slack that wait
// for it, whether by a dependency or for people.
func (r *Root) LateTasks() []string {
	if r.Late == 0 {
		return nil
	}
	return r.reach.tasks(r.drives)
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
	if g.behind == nil {
		g.behind = g.Plan.reach()
	}
	r.reach, r.drives = g.behind, g.behind.driven(k)
	r.Late = r.reach.count(r.drives)
	if i := k.task; i != none && g.jobs[i].endless && (k.kind == Blocker || k.kind == Promise) {
		g.heldTasks(r, i)
	}
	if r.Worst.On == (Ref{}) && len(r.Idles) == 0 {
		r.Text += g.waitText(r)
	}
}

// ids are the ids of tasks by their places.
func (p *Plan) ids(tasks []int32) []string {
	if len(tasks) == 0 {
		return nil
	}
	out := make([]string, len(tasks))
	for n, i := range tasks {
		out[n] = p.tasks[i].ID
	}
	return out
}

// heldTasks are what waits for a task whose end nobody knows. The worst deadline among theirs is the row's, unless it makes
// one late as it is.
func (g *grouping) heldTasks(r *Root, task int32) {
	held := g.waiting(task)
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

// waiting are the tasks not begun that wait for a task, directly or through others not begun, in the order of the file.
func (g *grouping) waiting(task int32) []int32 {
	if g.seen == nil {
		g.seen = make([]int32, len(g.tasks))
	}
	g.search++
	g.seen[task] = g.search
	var out []int32
	for todo := []int32{task}; len(todo) > 0; {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, l := range g.net.Successors(int(i)) {
			if g.jobs[l.Task].state == toStart && g.seen[l.Task] != g.search {
				g.seen[l.Task] = g.search
				out, todo = append(out, l.Task), append(todo, l.Task)
			}
		}
	}
	slices.Sort(out)
	return out
}
