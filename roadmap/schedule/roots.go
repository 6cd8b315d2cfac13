package schedule

import (
	"cmp"
	"slices"

	"bywhen/roadmap"
)

// Roots groups flags by root cause, worst first: each link that costs days in the chain of a late deadline is a root, with
// all that it makes late and whom it leaves idle; what is missing in the plan comes last, a row a kind.
func (p *Plan) Roots(flags []Flag) []Root {
	g := &grouping{Plan: p, flags: flags, at: map[uint64]int{}}
	for i := range flags {
		g.flag(i)
	}
	for i := range g.roots {
		g.finish(&g.roots[i], g.keys[i])
	}
	slices.SortStableFunc(g.roots, func(a, b Root) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), boolCompare(b.OpenEnd, a.OpenEnd), cmp.Compare(b.Days, a.Days),
			cmp.Compare(b.Late, a.Late), cmp.Compare(a.Flag, b.Flag))
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
// kind and subject; for what is at risk, the risk. What it is on goes by its place, or none.
type rootKey struct {
	kind             CauseKind
	flag             FlagKind
	standalone       bool
	task, team, goal int32
	risk             int32 // place of the risk, or none
}

// causeAt is the key of a cause at a task, queueAt that of a team that has too few people.
func causeAt(kind CauseKind, task int32) rootKey {
	return rootKey{kind: kind, task: task, team: none, goal: none, risk: none}
}

func queueAt(team int32) rootKey {
	return rootKey{kind: Capacity, task: none, team: team, goal: none, risk: none}
}

// alone is the key of a flag that is no link of a chain.
func (g *grouping) alone(flag FlagKind, on Ref) rootKey {
	return rootKey{flag: flag, standalone: true, task: int32(g.Roadmap.TaskIndex(on.Task)), team: int32(g.Roadmap.TeamIndex(on.Team)),
		goal: int32(g.Roadmap.GoalIndex(on.Goal)), risk: none}
}

// missing tells whether the key is of what is missing in the plan: one row for all of a kind.
func (k rootKey) missing() bool {
	return k.standalone && k.task == none && k.team == none && k.goal == none && k.risk == none
}

// packed is the key as a number, which is quickly looked up: it is on one thing at most.
func (k rootKey) packed() uint64 {
	place, what := none, uint64(0)
	for n, at := range [...]int32{k.task, k.team, k.goal, k.risk} {
		if at != none {
			place, what = at, uint64(n+1)
		}
	}
	if k.standalone {
		what |= 8
	}
	return uint64(k.kind)<<48 | uint64(k.flag)<<40 | what<<32 | uint64(uint32(place))
}

// on is what a key is on.
func (g *grouping) on(k rootKey) Ref {
	switch {
	case k.task != none:
		return Ref{Task: g.tasks[k.task].ID}
	case k.team != none:
		return Ref{Team: g.Roadmap.Teams()[k.team].ID}
	case k.goal != none:
		return Ref{Goal: g.Roadmap.Goals()[k.goal].ID}
	}
	return Ref{}
}

type grouping struct {
	*Plan
	flags  []Flag
	roots  []Root
	keys   []rootKey
	at     map[uint64]int // by the keys, packed
	byTeam []bool         // per root: its worst deadline is one that a team's slip names, for want of a better
	costs  []cost         // per root
	tells  *chain         // the chain at hand
	links  []link         // room for its links
	met    []int          // the roots that its links have led to
	// unfinished is unfinishedRoots, once asked for.
	unfinished *onChains
	stuck      []int32    // stuckAt, once asked for
	behind     *reach     // once asked for
	all        []Deadline // once asked for
	seen       []int32    // per task, the number of the search that came by last; made once asked for
	search     int32
}

// cost is the days that a root costs in the chain of a flag.
type cost struct{ flag, days int }

// root is the place of the row of a key. The worst flag comes first; what the row says is worked out for that one alone.
func (g *grouping) root(k rootKey, i int, text func() string) int {
	if n, ok := g.joined(k, i); ok {
		return n
	}
	return g.add(k, i, text())
}

// joined is the place of the row of a key, the flag added to it; false where there is none yet.
func (g *grouping) joined(k rootKey, i int) (n int, ok bool) {
	if n, ok = g.at[k.packed()]; !ok {
		return 0, false
	}
	r := &g.roots[n]
	if r.Flags[len(r.Flags)-1] != i {
		r.Flags = append(r.Flags, i)
	}
	r.Known = r.Known && g.flags[i].Known
	return n, true
}

// add makes the row of a key.
func (g *grouping) add(k rootKey, i int, text string) int {
	n, f := len(g.roots), &g.flags[i]
	g.at[k.packed()] = n
	g.roots = append(g.roots, Root{Kind: k.kind, Flag: f.Kind, Severity: f.Severity, Known: f.Known, On: g.on(k), Text: text, Flags: []int{i}, alone: k.standalone})
	g.keys, g.byTeam, g.costs = append(g.keys, k), append(g.byTeam, false), append(g.costs, cost{flag: -1})
	return n
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
		if f.Silent {
			g.silent(i)
			return
		}
		g.chain(i)
	case Blocked, WillBlock:
		g.idle(i)
	case PromiseLate, PromiseShort:
		g.promise(i)
	case Overloaded:
		g.root(queueAt(int32(g.Roadmap.TeamIndex(f.Team))), i, func() string { return f.why[0].Text })
	case AtRisk:
		g.atRisk(i)
	case Unplannable:
		if g.stuck == nil {
			g.stuck = g.stuckAt()
		}
		at := g.tasks[g.stuck[g.Roadmap.TaskIndex(f.Task)]].ID
		g.root(g.alone(Unplannable, Ref{Task: at}), i, func() string { return g.ownText(&Flag{Kind: Unplannable, Task: at}) })
	case NoPromise, Unestimated, Unsized:
		g.root(g.alone(f.Kind, Ref{}), i, func() string { return "" })
	default:
		g.root(g.alone(f.Kind, f.Subject()), i, func() string { return g.ownText(f) })
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
	task := g.Roadmap.TaskIndex(g.flags[i].Task)
	g.root(causeAt(Promise, int32(task)), i, func() string { return g.promiseText(task) })
}

// silent puts what was to be done by now, and nobody has told of, into a row of its own: no cause costs it anything yet.
func (g *grouping) silent(i int) {
	f := &g.flags[i]
	g.root(g.alone(Overdue, f.Subject()), i, func() string { return g.nameOf(f.Subject()) + " was due " + g.ShortDate(f.Date) + ", no word yet" })
}

// atRisk puts what one risk threatens into one row, and else what hangs on one task; the closest deadline is the worst.
func (g *grouping) atRisk(i int) {
	f := &g.flags[i]
	k, text := g.alone(AtRisk, Ref{Task: f.Weakest}), g.ownText(f)
	if f.Risk != "" {
		k = g.alone(AtRisk, Ref{})
		k.risk = int32(slices.Index(g.Roadmap.Risks(), g.Roadmap.Risk(f.Risk)))
	}
	r := &g.roots[g.root(k, i, func() string { return text })]
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

// chain puts a late item under every link of its chain that costs days; where nothing costs anything, under the last link.
func (g *grouping) chain(i int) {
	f := &g.flags[i]
	if f.chain == nil { // a goal that nothing is planned for
		g.weigh(g.rootUnplanned(i), f, f.Days)
		return
	}
	g.tells, g.met = f.chain.rooted(), g.met[:0]
	for _, l := range g.tells.costs(g.links[:0]) {
		if l.days > 0 {
			g.count(i, l)
		}
	}
	if len(g.met) == 0 {
		g.links = g.tells.walk(g.links[:0])
		g.count(i, g.links[g.lastLink()])
	}
	for _, n := range g.met {
		g.weigh(n, f, g.costs[n].days)
	}
}

// count adds a link to what its root costs the flag.
func (g *grouping) count(i int, l link) {
	n := g.rootOf(i, l)
	if g.costs[n].flag != i {
		g.costs[n] = cost{flag: i}
		g.met = append(g.met, n)
	}
	g.costs[n].days += int(l.days)
}

// rootOf is the row of a link in the chain of a flag: a queue is counted at its team, all else at the task. What takes longer
// while a blocker is on it does so because of that.
func (g *grouping) rootOf(i int, l link) int {
	task, team := g.tells.subject(l)
	k := causeAt(l.kind, task)
	switch {
	case team != none:
		k = queueAt(team)
	case l.kind == Longer && len(g.tasks[task].OpenBlockers()) > 0:
		k = causeAt(Blocker, task)
	}
	if n, ok := g.joined(k, i); ok {
		return n
	}
	return g.add(k, i, g.linkText(k, func() string { return g.tells.text(l) }))
}

// rootUnplanned is the row of a goal whose day has passed without a task.
func (g *grouping) rootUnplanned(i int) int {
	f := &g.flags[i]
	return g.root(g.alone(Slipping, f.Subject()), i, func() string { return g.nameOf(f.Subject()) + ": " + f.why[0].Text })
}

// weigh notes what a root costs the deadline of a flag, if that is the worst so far: never more than that is late, since
// what was to spare is not lost. What a team's slip makes late counts only where no deadline's own chain leads to the root.
func (g *grouping) weigh(n int, f *Flag, days int) {
	r := &g.roots[n]
	days = min(days, f.Days)
	r.OpenEnd = r.OpenEnd || f.OpenEnd && g.keys[n].kind == Blocker
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
func (g *grouping) lastLink() int {
	n := len(g.links) - 1
	if n > 0 && g.links[n].form == offset {
		n--
	}
	return n
}

// idle puts a team or task that is held up under what holds it, back to its root.
func (g *grouping) idle(i int) {
	f := &g.flags[i]
	if len(f.why) == 0 {
		g.root(g.alone(f.Kind, f.Subject()), i, func() string { return g.ownText(f) })
		return
	}
	k, text := g.holdKey(f.why[0])
	r := &g.roots[g.root(k, i, func() string { return text })]
	r.OpenEnd = r.OpenEnd || f.OpenEnd && k.kind == Blocker
	if f.Team != "" {
		r.Idles = append(r.Idles, Idle{f.Team, f.IdlePeople, f.Since, f.Until})
	}
}

// holdKey is the root of what holds somebody up: the first task of the chain that is not finished.
func (g *grouping) holdKey(c Cause) (rootKey, string) {
	root := int32(g.Roadmap.TaskIndex(c.Task))
	words := func() string { return c.Text }
	if c.Kind == Blocker {
		k := causeAt(Blocker, root)
		return k, g.linkText(k, words)
	}
	if g.unfinished == nil {
		g.unfinished = g.unfinishedRoots()
	}
	if r := g.unfinished.of(root); r != none {
		root = r
	}
	d := g.Tasks[root].Driver
	switch {
	case d.Kind == Capacity && d.Team != none:
		return queueAt(d.Team), g.Roadmap.Teams()[d.Team].Name + " has more to do than it has people"
	case d.Kind == Promise, d.Kind == Blocker, d.Kind == NotBefore:
		k := causeAt(d.Kind, root)
		return k, g.linkText(k, words)
	}
	return causeAt(Progress, root), g.unfinishedText(root)
}
