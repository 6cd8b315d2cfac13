package schedule

import (
	"cmp"
	"fmt"
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
// kind and subject.
type rootKey struct {
	kind       CauseKind
	flag       FlagKind
	standalone bool
	on         Ref
}

type grouping struct {
	*Plan
	flags    []Flag
	roots    []Root
	keys     []rootKey
	at       map[rootKey]int
	children [][]int32 // per task, the tasks that it drives; made once asked for
}

// root is the row of a key; the worst flag comes first, so the row keeps its chain.
func (g *grouping) root(k rootKey, i int, text string) *Root {
	n, ok := g.at[k]
	if !ok {
		n = len(g.roots)
		g.at[k] = n
		f := &g.flags[i]
		g.roots = append(g.roots, Root{Kind: k.kind, Flag: f.Kind, Severity: f.Severity, Known: true, On: k.on, Text: text, Why: f.Why})
		g.keys = append(g.keys, k)
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
	case NoPromise, Unestimated, Unsized:
		g.root(rootKey{flag: f.Kind, standalone: true}, i, "")
	default:
		r := g.root(rootKey{flag: f.Kind, standalone: true, on: f.Subject()}, i, g.ownText(f))
		if f.Kind == AtRisk {
			r.Worst = g.deadline(f.Subject())
		}
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

// deadline is the standing of an item's own deadline.
func (g *grouping) deadline(on Ref) Deadline {
	if on.Goal != "" {
		return g.goalDeadline(g.Roadmap.GoalIndex(on.Goal))
	}
	return g.taskDeadline(g.Roadmap.TaskIndex(on.Task))
}

// chain puts a late item under every link of its chain that costs days; under the last one where none does.
func (g *grouping) chain(i int) {
	f := &g.flags[i]
	cost := map[rootKey]int{}
	var order []rootKey
	for n, l := range f.Why {
		if l.Kind == Offset || l.Days <= 0 && !(n == g.lastLink(f.Why) && len(order) == 0) {
			continue
		}
		k := g.keyOf(l)
		if _, seen := cost[k]; !seen {
			order = append(order, k)
			g.root(k, i, g.linkText(l, k))
		}
		cost[k] += l.Days
	}
	if len(order) == 0 { // nothing but an offset: a goal whose day has passed without a task
		r := g.root(rootKey{flag: f.Kind, standalone: true, on: f.Subject()}, i, g.nameOf(f.Subject())+": "+f.Why[0].Text)
		r.Worst, r.Days = g.deadline(f.Subject()), f.Days
	}
	for _, k := range order {
		r := &g.roots[g.at[k]]
		if f.Team == "" && f.Against != "baseline" && cost[k] >= r.Days {
			if r.Worst.On == (Ref{}) || cost[k] > r.Days {
				r.Worst, r.Days = g.deadline(f.Subject()), cost[k]
			}
		}
		r.OpenEnd = r.OpenEnd || f.OpenEnd && k.kind == Blocker
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

func (g *grouping) holdKey(c Cause) (rootKey, string) {
	if c.Kind == Blocker {
		k := rootKey{kind: Blocker, on: Ref{Task: c.Task}}
		return k, g.linkText(c, k)
	}
	root := int32(g.Roadmap.TaskIndex(c.Task))
	g.driversOf(root, func(i int32) { root = i })
	k := rootKey{kind: g.Tasks[root].Driver.Kind, on: Ref{Task: g.tasks[root].ID}}
	return k, g.linkText(c, k)
}

// linkText says what somebody has to do something about.
func (g *grouping) linkText(l Cause, k rootKey) string {
	if k.on.Team != "" {
		return l.Text
	}
	i := g.Roadmap.TaskIndex(k.on.Task)
	title := g.tasks[i].Title
	switch k.kind {
	case Promise:
		return g.promiseText(i)
	case Blocker:
		return g.blockerTitle(i)
	case Told, Start, Progress:
		return "From " + title + " on, the work takes longer than there is time"
	case NotBefore:
		return title + " is not to start before " + shortDate(g.tasks[i].NotBefore, g.Today)
	case Dependency:
		return "Waiting after " + title
	}
	return l.Text
}

func (g *grouping) promiseText(i int) string {
	t := g.tasks[i]
	who := "The"
	if team := g.Roadmap.Team(t.Team); team != nil {
		who = team.Name + "'s"
	}
	return fmt.Sprintf("%s promise of %s, %s", who, t.Title, shortDate(t.Promised, g.Today))
}

func (g *grouping) blockerTitle(i int) string {
	t := g.tasks[i]
	e := explainer{Plan: g.Plan}
	text := e.blockerText(t)
	if d := (&flagger{Plan: g.Plan}).blockedSince(i); d < g.Today {
		return fmt.Sprintf("%s: %s, since %s", t.Title, text, shortDate(d, g.Today))
	}
	return t.Title + ": " + text
}

// ownText is a row's text for a flag that is no link of a chain.
func (g *grouping) ownText(f *Flag) string {
	name := g.nameOf(f.Subject())
	switch f.Kind {
	case AtRisk:
		if f.Risk != "" {
			return fmt.Sprintf("%s has %s left before %s, less than a risk would cost: %s", name, plural(f.Margin, "day"), shortDate(f.Date, g.Today), g.Roadmap.Risk(f.Risk).Title)
		}
		return fmt.Sprintf("%s has %s left before %s", name, plural(f.Margin, "day"), shortDate(f.Date, g.Today))
	case Untold:
		return f.Why[0].Text
	case Understaffed:
		return name + " asks for more people than its team has"
	case Unplannable:
		return name + " finds no working day within ten years"
	case OutOfOrder:
		return name + " " + f.Why[0].Text
	}
	return name + " is " + f.Kind.String()
}

func (g *grouping) nameOf(on Ref) string {
	switch {
	case on.Goal != "":
		return g.Roadmap.Goal(on.Goal).Title
	case on.Team != "":
		return g.Roadmap.Team(on.Team).Name
	}
	return g.Roadmap.Task(on.Task).Title
}

// finish completes a row when all of its flags are known.
func (g *grouping) finish(r *Root, k rootKey) {
	if k.standalone && k.on == (Ref{}) {
		r.Text = g.missing(k.flag, len(r.Flags))
		r.On = g.flags[r.Flags[0]].Subject()
		return
	}
	if k.standalone {
		return
	}
	for _, i := range g.driven(k) {
		if g.Tasks[i].Slack < 0 && g.tasks[i].Status.Open() {
			r.LateTasks = append(r.LateTasks, g.tasks[i].ID)
		}
	}
	slices.SortStableFunc(r.LateTasks, func(a, b string) int {
		return cmp.Compare(g.Tasks[g.Roadmap.TaskIndex(a)].Slack, g.Tasks[g.Roadmap.TaskIndex(b)].Slack)
	})
}

func (g *grouping) missing(k FlagKind, n int) string {
	switch k {
	case NoPromise:
		return fmt.Sprintf("%s of suppliers without a promised date", plural(n, "task"))
	case Unestimated:
		return fmt.Sprintf("%s without an estimate: each counts as one day", plural(n, "task"))
	}
	return fmt.Sprintf("%s without a size: nothing queues there", plural(n, "team"))
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
	var todo []int32
	team := none
	if k.on.Team != "" {
		team = int32(g.Roadmap.TeamIndex(k.on.Team))
		for i := range g.Tasks {
			if d := g.Tasks[i].Driver; d.Kind == Capacity && d.Team == team {
				todo = append(todo, int32(i))
			}
		}
	} else {
		todo = append(todo, g.children[g.Roadmap.TaskIndex(k.on.Task)]...)
	}
	seen := map[int32]bool{}
	var out []int32
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !seen[i] {
			seen[i] = true
			out = append(out, i)
			todo = append(todo, g.children[i]...)
		}
	}
	slices.Sort(out)
	return out
}
