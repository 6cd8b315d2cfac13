package fix

import (
	"cmp"
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// ideas are what may help a plan, the most promising first: from each link of the chain that drives the target, and from
// what has an end that nobody knows. Those that may win most come first, then those at the links that cost most, then
// those nearest to the target; kinds take turns, so that each is tried.
func (s *search) ideas(p *facts, want int) []idea {
	b := &brainstorm{facts: p, search: s, seen: map[string]bool{}}
	if s.target.want > 0 {
		b.chain(s.target.last(p.Plan))
	}
	if s.target.open {
		b.unknownEnds()
	}
	for k := range b.ideas {
		i := &b.ideas[k]
		i.may = min(i.may, max(want, 1))
	}
	slices.SortStableFunc(b.ideas, func(x, y idea) int {
		return cmp.Or(trueFirst(x.near, y.near), cmp.Compare(y.may, x.may), cmp.Compare(y.cost, x.cost))
	})
	return inTurns(b.ideas)
}

// inTurns takes the first of each kind, then the second of each, and so on.
func inTurns(ideas []idea) []idea {
	var count [pairFix + 1]int
	type turn struct {
		idea
		round int
	}
	turns := make([]turn, len(ideas))
	for k, i := range ideas {
		turns[k] = turn{i, count[i.kind]}
		count[i.kind]++
	}
	slices.SortStableFunc(turns, func(a, b turn) int { return cmp.Compare(a.round, b.round) })
	for k, t := range turns {
		ideas[k] = t.idea
	}
	return ideas
}

// brainstorm gathers ideas from one plan.
type brainstorm struct {
	*facts
	search *search
	ideas  []idea
	seen   map[string]bool
	cost   int  // of the link at hand
	near   bool // it is at what the search is about
}

// isAbout tells whether the search is about a task.
func (b *brainstorm) isAbout(i int) bool {
	return i != none && b.search.options.About.Task == b.tasks[i].ID
}

// add keeps an idea that can win something, once.
func (b *brainstorm) add(i idea) {
	key := string(rune('a'+i.kind)) + i.at
	if i.most < 1 || i.may < 1 || b.seen[key] {
		return
	}
	b.seen[key] = true
	i.cost, i.near = b.cost, b.near
	b.ideas = append(b.ideas, i)
}

// chain goes from the target's last task back to the root of its driving chain.
func (b *brainstorm) chain(last int) {
	if last == none {
		return
	}
	for i := range b.Chain(last) {
		b.cost = b.costAt(i)
		if b.open(i) {
			b.link(i)
		}
	}
}

// costAt is the working days that the link at which a task hangs costs.
func (b *brainstorm) costAt(i int) int {
	if i == none {
		return 0
	}
	return b.Hold(i).Cost
}

// link gathers what may be done about one task of the chain and about what drives it.
func (b *brainstorm) link(i int) {
	d := &b.Tasks[i].Driver
	b.near = b.isAbout(i)
	switch d.Kind {
	case schedule.Promise:
		b.promise(i)
		return // its own work does not decide when it ends
	case schedule.Dependency:
		own := b.cost
		b.cost += b.costAt(int(d.Task)) // what the predecessor loses need not be waited for
		b.near = b.near || b.isAbout(int(d.Task))
		b.overlap(i, int(d.Task))
		b.drop(i, int(d.Task))
		b.cost, b.near = own, b.isAbout(i)
	case schedule.Capacity:
		b.near = b.near || d.Team != none && b.search.options.About.Team == b.Roadmap.Teams()[d.Team].ID
		b.putFirst(i)
		b.putAllFirst(i)
		b.move(i)
		b.lendToQueue(i)
		b.near = b.isAbout(i)
	case schedule.NotBefore:
		b.notBefore(i)
	case schedule.Blocker:
		b.blocker(i)
	}
	if b.dur(i) == 0 {
		return
	}
	if b.supplied(i) {
		b.shorter(i)
		return
	}
	b.scope(i)
	b.onePerson(i)
}

// supplied tells whether a supplier does the task.
func (b *brainstorm) supplied(i int) bool {
	t := int(b.briefs[i].Team)
	return t != none && b.Roadmap.Teams()[t].Supplier
}

// overlap lets a task start before its predecessor ends, or wait less long after it.
func (b *brainstorm) overlap(i, before int) {
	cal, pre := b.cal(i), &b.Tasks[before]
	for _, l := range b.Hold(i).Links {
		if l.Type != roadmap.FinishToStart {
			continue
		}
		lead := 0
		if b.open(before) && !b.briefs[before].Milestone && !b.briefs[i].Milestone {
			lead = min(cal.Count(pre.Finish+1)-cal.Count(max(pre.Start, b.Today)), b.dur(i)) - 1
		}
		dep, titles := *b.Roadmap.Dependencies()[l.Dependency], [2]string{b.tasks[i].Title, b.tasks[before].Title}
		n := lead + int(l.Lag)
		b.add(idea{kind: overlapFix, at: dep.From + ">" + dep.To, about: dep.From + ">" + dep.To, most: n, may: n, way: func(n int) way {
			next := dep
			next.Lag -= n
			return way{title: overlapTitle(titles, next.Lag, dep.Lag), task: dep.To, change: func(d *roadmap.Draft) error { return d.Link(next) }}
		}})
	}
}

func overlapTitle(titles [2]string, lag, was int) string {
	switch {
	case lag < 0:
		return "start " + titles[0] + " " + schedule.Plural(-lag, "day") + " before " + titles[1] + " ends"
	case lag == 0:
		return "start " + titles[0] + " as soon as " + titles[1] + " ends"
	}
	return "start " + titles[0] + " " + schedule.Plural(lag, "day") + " after " + titles[1] + " ends, not " + schedule.Plural(was, "day")
}

// drop takes the dependency away by which one task holds another. What a milestone waits for is what it means, and stays.
func (b *brainstorm) drop(i, before int) {
	if b.briefs[i].Milestone {
		return
	}
	for _, l := range b.Hold(i).Links {
		dep := *b.Roadmap.Dependencies()[l.Dependency]
		title := "let " + b.tasks[i].Title + " no longer wait for " + b.tasks[before].Title + ", if it can do without"
		b.add(idea{kind: dropFix, unties: true, at: dep.From + ">" + dep.To + dep.Type.String(), about: dep.From + ">" + dep.To, most: 1, may: b.search.target.want, way: func(int) way {
			return way{title: title, task: dep.To, change: func(d *roadmap.Draft) error { return d.Unlink(dep) }}
		}})
	}
}

// notBefore lets a task start before the day that it is not to start before.
func (b *brainstorm) notBefore(i int) {
	t, cal := b.tasks[i], b.cal(i)
	from := cal.Count(t.NotBefore)
	most := from - cal.Count(max(b.Today, b.Roadmap.Settings().Start))
	b.add(idea{kind: notBeforeFix, at: t.ID, most: most, may: most, way: func(n int) way {
		day := cal.Day(from - n)
		return way{title: "let " + t.Title + " start from " + b.ShortDate(day) + ", not " + b.ShortDate(t.NotBefore), task: t.ID,
			change: func(d *roadmap.Draft) error {
				return d.UpdateTask(t.ID, func(t *roadmap.Task) { t.NotBefore = day })
			}}
	}})
}

// scope cuts days of a task's work, at most half of what is left.
func (b *brainstorm) scope(i int) {
	t, most := b.tasks[i], b.dur(i)/2
	b.add(idea{kind: scopeFix, at: t.ID, most: most, may: most, way: func(n int) way {
		less := n * t.People * 100
		was := t.RemainingEffort()
		left := roadmap.HundredthDays(was.Hundredths() - less)
		return way{title: "cut " + t.Title + " by " + schedule.Plural(n, "day") + ", " + workWords(was, left, t.People) + leftWord(t), task: t.ID,
			change: func(d *roadmap.Draft) error {
				return d.UpdateTask(t.ID, func(t *roadmap.Task) { cutScope(t, less) })
			}}
	}})
}

// workWords are two efforts: "5d → 3d"; of several people, who do more than a day's work in a day, "12 → 6 person-days".
func workWords(was, left roadmap.Effort, people int) string {
	if people > 1 {
		return was.String() + " → " + left.String() + " person-days"
	}
	return was.String() + "d → " + left.String() + "d"
}

func leftWord(t *roadmap.Task) string {
	if t.Status == roadmap.Doing {
		return " left"
	}
	return ""
}

// cutScope takes work off a task, in hundredths of a person-day: off what is left, and off the whole.
func cutScope(t *roadmap.Task, less int) {
	left := t.RemainingEffort().Hundredths() - less
	if t.Remaining.Given() {
		t.Remaining = roadmap.HundredthDays(left)
	}
	t.CutWork(less, left)
}

// moveDeadline moves the item's own deadline to the day that it keeps with 80 % probability. It is the last resort and comes
// last: it wins no day, it only is late no more.
func (s *search) moveDeadline() *tried {
	t := &s.target
	if s.options.Likely == nil || t.date == 0 || t.date != s.ownDeadline(t) || s.stopped {
		return nil
	}
	date, from := s.options.Likely(t.item)
	if date <= t.date {
		return nil
	}
	w := way{title: "move the deadline to " + s.ShortDate(date) + ", which 80 % of " + from + " keep", task: t.task,
		change: func(d *roadmap.Draft) error {
			if t.goal != "" {
				return d.UpdateGoal(t.goal, func(g *roadmap.Goal) { g.Deadline = date })
			}
			return d.UpdateTask(t.task, func(t *roadmap.Task) { t.Deadline = date })
		}}
	x := &tried{idea: idea{kind: deadlineFix}, way: w}
	if x.plan = s.plan(w.change, s.plans+1); x.plan == nil {
		return nil
	}
	if x.finish, x.open = t.in(x.plan); x.finish == 0 || !s.elsewhere(x) {
		return nil
	}
	x.won = max(t.days, 0) - max(t.cal.Between(date, x.finish), 0)
	x.reaches = x.finish <= date && !x.open
	if x.won <= 0 {
		return nil
	}
	return x
}
