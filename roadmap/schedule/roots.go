package schedule

import (
	"cmp"
	"slices"

	"bywhen/roadmap"
)

// Roots groups flags by root cause, worst first: each link that costs days in the chain of a late deadline is a root, with
// all that it makes late and whom it leaves idle; what is missing in the plan comes last, a row a kind.
func (p *Plan) Roots(flags []Flag) []Root {
	g := &grouping{Plan: p, flags: flags, at: map[rootKey]int{}}
	for i := range flags {
		g.flag(i)
	}
	for i := range g.roots {
		g.finish(&g.roots[i], g.keys[i])
	}
	slices.SortStableFunc(g.roots, func(a, b Root) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), boolCompare(b.OpenEnd, a.OpenEnd), cmp.Compare(b.Days, a.Days),
			cmp.Compare(len(b.LateTasks), len(a.LateTasks)), cmp.Compare(a.Flag, b.Flag))
	})
	return g.roots
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// rootKey tells root causes apart: what kind of cause, at which task or team; for a flag that is no link of a chain its own
// kind and subject; for what is at risk, the risk.
type rootKey struct {
	kind       CauseKind
	flag       FlagKind
	standalone bool
	on         Ref
	risk       string
}

// missing tells whether the key is of what is missing in the plan: one row for all of a kind.
func (k rootKey) missing() bool { return k.standalone && k.on == Ref{} && k.risk == "" }

type grouping struct {
	*Plan
	flags  []Flag
	roots  []Root
	keys   []rootKey
	at     map[rootKey]int
	byTeam []bool // per root: its worst deadline is one that a team's slip names, for want of a better
	reach
}

// root is the row of a key; the worst flag comes first, so the row keeps its chain.
func (g *grouping) root(k rootKey, i int, text string) *Root {
	n, ok := g.at[k]
	if !ok {
		n = len(g.roots)
		g.at[k] = n
		f := &g.flags[i]
		g.roots = append(g.roots, Root{Kind: k.kind, Flag: f.Kind, Severity: f.Severity, Known: true, On: k.on, Text: text, Why: f.Why})
		g.keys, g.byTeam = append(g.keys, k), append(g.byTeam, false)
	}
	r := &g.roots[n]
	if len(r.Flags) == 0 || r.Flags[len(r.Flags)-1] != i {
		r.Flags = append(r.Flags, i)
	}
	r.Known = r.Known && g.flags[i].Known
	return r
}

func (g *grouping) flag(i int) {
	f := &g.flags[i]
	switch f.Kind {
	case Slipping:
		g.chain(i)
	case Overdue:
		if f.Goal == "" && f.Date == g.promisedOf(f.Task) && f.Date != g.deadlineDate(f.Task) {
			g.promise(i)
			return
		}
		g.chain(i)
	case Blocked, WillBlock:
		g.idle(i)
	case PromiseLate, PromiseShort:
		g.promise(i)
	case Overloaded:
		g.root(rootKey{kind: Capacity, on: Ref{Team: f.Team}}, i, f.Why[0].Text)
	case AtRisk:
		g.atRisk(i)
	case NoPromise, Unestimated, Unsized:
		g.root(rootKey{flag: f.Kind, standalone: true}, i, "")
	default:
		g.root(rootKey{flag: f.Kind, standalone: true, on: f.Subject()}, i, g.ownText(f))
	}
}

func (g *grouping) promisedOf(task string) roadmap.Date {
	if t := g.Roadmap.Task(task); t != nil {
		return t.Promised
	}
	return 0
}

func (g *grouping) deadlineDate(task string) roadmap.Date {
	if t := g.Roadmap.Task(task); t != nil {
		return t.Deadline
	}
	return 0
}

func (g *grouping) promise(i int) {
	task := g.flags[i].Task
	g.root(rootKey{kind: Promise, on: Ref{Task: task}}, i, g.promiseText(g.Roadmap.TaskIndex(task)))
}

// atRisk puts what one risk threatens into one row, and else what hangs on one task; the closest deadline is the worst.
func (g *grouping) atRisk(i int) {
	f := &g.flags[i]
	k, text := rootKey{flag: AtRisk, standalone: true, on: Ref{Task: f.Weakest}}, g.ownText(f)
	if f.Risk != "" {
		k = rootKey{flag: AtRisk, standalone: true, risk: f.Risk}
	}
	r := g.root(k, i, text)
	if len(r.Flags) == 1 || r.On.Task == "" {
		r.On = f.Subject()
	}
	if first := &g.flags[r.Flags[0]]; len(r.Flags) == 1 || f.Margin < first.Margin {
		r.Worst, r.Text = g.deadline(f.Subject()), text
	}
}

// deadline is the standing of an item's own deadline.
func (g *grouping) deadline(on Ref) Deadline {
	if on.Goal != "" {
		return g.goalDeadline(g.Roadmap.GoalIndex(on.Goal))
	}
	return g.taskDeadline(g.Roadmap.TaskIndex(on.Task))
}

// chain puts a late item under every link of its chain that costs days, and under the plan that was late from the
// beginning; where nothing costs anything under the last link.
func (g *grouping) chain(i int) {
	f := &g.flags[i]
	cost := map[rootKey]int{}
	var order []rootKey
	count := func(k rootKey, days int, text func() string) {
		if _, seen := cost[k]; !seen {
			order = append(order, k)
			g.root(k, i, text())
		}
		cost[k] += days
	}
	link := func(l Cause) {
		if l.Kind == Offset {
			on := g.plannedLate(f)
			count(rootKey{flag: Slipping, standalone: true, on: on}, l.Days, func() string { return g.nameOf(on) + ": " + l.Text })
			return
		}
		k := g.keyOf(l)
		count(k, l.Days, func() string { return g.linkText(l, k) })
	}
	for _, l := range f.Why {
		if l.Days > 0 {
			link(l)
		}
	}
	if len(order) == 0 {
		link(f.Why[g.lastLink(f.Why)])
	}
	for _, k := range order {
		g.weigh(k, f, cost[k])
	}
}

// plannedLate is what was planned for a day after the one it is held to: the item, of a team its worst task.
func (g *grouping) plannedLate(f *Flag) Ref {
	if f.WorstTask != "" {
		return Ref{Task: f.WorstTask}
	}
	return f.Subject()
}

// weigh notes what a root costs the deadline of a flag, if that is the worst so far: never more than that is late, since
// what was to spare is not lost. What a team's slip makes late counts only where no deadline's own chain leads to the root.
func (g *grouping) weigh(k rootKey, f *Flag, days int) {
	n := g.at[k]
	r := &g.roots[n]
	days = min(days, f.Days)
	r.OpenEnd = r.OpenEnd || f.OpenEnd && k.kind == Blocker
	on := f.Subject()
	if f.Team != "" {
		on = f.MakesLate
	}
	byTeam := f.Team != ""
	if on == (Ref{}) || f.Against == "baseline" || byTeam && !g.byTeam[n] && r.Worst.On != (Ref{}) {
		return
	}
	if r.Worst.On == (Ref{}) || g.byTeam[n] && !byTeam || days > r.Days {
		r.Worst, r.Days, g.byTeam[n] = g.deadline(on), days, byTeam
	}
}

// lastLink is the place of the last link that is no offset.
func (g *grouping) lastLink(why []Cause) int {
	n := len(why) - 1
	if n > 0 && why[n].Kind == Offset {
		n--
	}
	return n
}

// keyOf is where a link is counted: a queue at its team, all else at the task.
func (g *grouping) keyOf(l Cause) rootKey {
	if l.Kind == Capacity && l.Team != "" {
		return rootKey{kind: Capacity, on: Ref{Team: l.Team}}
	}
	return rootKey{kind: l.Kind, on: Ref{Task: l.Task}}
}

// idle puts a team or task that is held up under what holds it, back to its root.
func (g *grouping) idle(i int) {
	f := &g.flags[i]
	if len(f.Why) == 0 {
		g.root(rootKey{flag: f.Kind, standalone: true, on: f.Subject()}, i, g.ownText(f))
		return
	}
	k, text := g.holdKey(f.Why[0])
	r := g.root(k, i, text)
	r.OpenEnd = r.OpenEnd || f.OpenEnd && k.kind == Blocker
	if f.Team != "" {
		r.Idles = append(r.Idles, Idle{f.Team, f.IdlePeople, f.Since, f.Until})
	}
}

// holdKey is the root of what holds somebody up: the first task of the chain that is not finished.
func (g *grouping) holdKey(c Cause) (rootKey, string) {
	if c.Kind == Blocker {
		k := rootKey{kind: Blocker, on: Ref{Task: c.Task}}
		return k, g.linkText(c, k)
	}
	root := int32(g.Roadmap.TaskIndex(c.Task))
	g.driversOf(root, func(i int32) {
		if g.jobs[i].state != finished {
			root = i
		}
	})
	d := g.Tasks[root].Driver
	switch {
	case d.Kind == Capacity && d.Team != none:
		k := rootKey{kind: Capacity, on: Ref{Team: g.Roadmap.Teams()[d.Team].ID}}
		return k, g.Roadmap.Teams()[d.Team].Name + " has more to do than it has people"
	case d.Kind == Promise, d.Kind == Blocker, d.Kind == NotBefore:
		k := rootKey{kind: d.Kind, on: Ref{Task: g.tasks[root].ID}}
		return k, g.linkText(c, k)
	}
	return rootKey{kind: Progress, on: Ref{Task: g.tasks[root].ID}}, g.unfinishedText(root)
}
