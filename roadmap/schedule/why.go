package schedule

import (
	"fmt"
	"sync"
	"sync/atomic"

	"bywhen/roadmap"
)

// explainer finds chains of causes. The days of a link are how much later its task is than its reference, less how much
// later the driver is than its own: the reference is the finish in the current baseline, else the early finish. So the
// days of a chain telescope, and with the offset they add up to the slip. It is read only.
type explainer struct {
	*Plan
	base    []*roadmap.BaselineTask // per task, nil where it is in no baseline; nil where there is none
	goals   map[string]roadmap.Date // the finish of goals in the baseline
	skipped sync.Once
	skip    []atomic.Int32 // per task one more than costly, for who steps over links; 0 where nobody has asked
}

// explainer is made once a plan, when first asked for.
func (p *Plan) explainer() *explainer {
	p.explain.Do(func() { p.explained = newExplainer(p, p.Roadmap.CurrentBaseline()) })
	return p.explained
}

// plainExplainer reckons as if there were no baseline.
func (p *Plan) plainExplainer() *explainer {
	p.plainly.Do(func() { p.plain = newExplainer(p, nil) })
	return p.plain
}

func newExplainer(p *Plan, base *roadmap.Baseline) *explainer {
	e := &explainer{Plan: p}
	if base != nil {
		e.commit(base)
	}
	return e
}

// decider is what decides where a task lies, as chains tell it: a promise that has passed is told as one.
func (e *explainer) decider(i int32) Driver {
	d := e.Tasks[i].Driver
	if d.Task == none && e.undelivered(i) {
		d.Kind = Promise
	}
	return d
}

// undelivered tells whether a task is where it is because its promise has passed, with no new date: that is what somebody can
// do something about, not that it is planned from today.
func (e *explainer) undelivered(i int32) bool {
	j, d := &e.jobs[i], &e.Tasks[i].Driver
	return j.open() && j.promised != 0 && j.promised < e.Today && d.Task == none && (d.Kind == Told || d.Kind == Progress || d.Kind == Start)
}

// commit notes what a baseline has of the tasks and goals.
func (e *explainer) commit(base *roadmap.Baseline) {
	e.base, e.goals = make([]*roadmap.BaselineTask, len(e.Tasks)), map[string]roadmap.Date{}
	for k := range base.Tasks {
		b := &base.Tasks[k]
		if i := e.Roadmap.TaskIndex(b.ID); i >= 0 {
			e.base[i] = b
		}
	}
	for _, d := range base.Deadlines {
		if d.Goal != "" {
			e.goals[d.Goal] = d.Forecast
		}
	}
}

// then is what a task was in the baseline; nil where it is in none.
func (e *explainer) then(i int32) *roadmap.BaselineTask {
	if e.base == nil {
		return nil
	}
	return e.base[i]
}

// reference is the day that a task's lateness is counted from.
func (e *explainer) reference(i int32) roadmap.Date {
	if b := e.then(i); b != nil {
		return b.Finish
	}
	return e.early[i].last()
}

// committed is the item's finish in the current baseline, or 0.
func (e *explainer) committed(h held) roadmap.Date {
	if h.goal >= 0 {
		return e.goalCommitted(h.goal)
	}
	if b := e.then(h.last); b != nil {
		return b.Finish
	}
	return 0
}

// goalCommitted is that of a goal, by its place.
func (e *explainer) goalCommitted(goal int) roadmap.Date {
	if e.goals == nil {
		return 0
	}
	return e.goals[e.Roadmap.Goals()[goal].ID]
}

// lateness is how many working days of a calendar a task ends after its reference.
func (e *explainer) lateness(i int32, cal *roadmap.Calendar) int {
	ref, last := e.reference(i), e.at[i].last()
	if ref == last {
		return 0
	}
	return cal.Between(ref, last)
}

// chain is the causes for which an item ends some days after the date that it is held to. It is walked when it is asked
// for: a late roadmap has a thousand of them, of hundreds of links each, and a screen shows one.
type chain struct {
	*explainer
	of   held
	to   roadmap.Date
	days int
	cost []link // costs, where they were kept
}

// past is the chain of the working days by which an item ends after a date.
func (e *explainer) past(h held, heldTo roadmap.Date) chain {
	return chain{explainer: e, of: h, to: heldTo, days: h.cal.Between(heldTo, h.finish)}
}

// slackOf is the chain of a task's slack, held to its late finish. The slack of a milestone goes from instant to instant.
func (e *explainer) slackOf(task int32) chain {
	t := &e.Tasks[task]
	return chain{explainer: e, of: e.task(task), to: t.LateFinish, days: -t.Slack}
}

// link is a link of a chain without its words.
type link struct {
	form form
	kind CauseKind
	at   int32 // the task that it is said of; none for an offset
	days int32
}

// form is what a link says.
type form uint8

const (
	driven form = iota // what drives the task
	itself             // what the task cost by itself
	lastOf             // the goal waits for the task
	offset             // the item's reference is not the date it is held to
)

// walk appends the links, whose days add up to the chain's, to a slice that may be used again.
func (c *chain) walk(links []link) []link { return c.collect(links, false) }

// costs is walk for who only looks for links that cost something: where lateness counts on the roadmap's calendar, those that
// cost nothing are stepped over. They may be others' too: nothing is to be written to them.
func (c *chain) costs(links []link) []link {
	if c.cost != nil {
		return c.cost
	}
	if c.of.cal != c.Roadmap.Calendar() {
		return c.walk(links)
	}
	c.skipped.Do(func() { c.skip = make([]atomic.Int32, len(c.Tasks)) })
	return c.collect(links, true)
}

// collect follows the chain and closes it. To skip is to go at once to the next task that costs something.
func (c *chain) collect(links []link, skip bool) []link {
	first, h := len(links), &c.of
	ref, inBaseline := c.heldReference()
	if h.goal >= 0 {
		days := h.cal.Between(ref, h.finish) - c.lateness(h.last, h.cal)
		links = append(links, link{lastOf, Dependency, h.last, int32(days)})
	}
	links = c.follow(links, h.last, skip)
	return c.close(links, first, c.days-h.cal.Between(ref, h.finish), inBaseline)
}

// heldReference is the day that the item's lateness is counted from, and whether a baseline says so.
func (c *chain) heldReference() (ref roadmap.Date, inBaseline bool) {
	h := &c.of
	if h.goal < 0 {
		return c.reference(h.last), c.then(h.last) != nil
	}
	if d := c.goalCommitted(h.goal); d != 0 {
		return d, true
	}
	for _, i := range c.Plan.goals[h.goal].tasks {
		ref = max(ref, c.early[i].last())
	}
	return ref, false
}

// follow follows the drivers from a task back to the root.
func (c *chain) follow(links []link, i int32, skip bool) []link {
	late := c.lateness(i, c.of.cal)
	for steps := 0; steps <= len(c.jobs); steps++ {
		if skip {
			i = c.costly(i) // which is as late
		}
		d := c.decider(i)
		before := 0
		if d.Task != none {
			before = c.lateness(d.Task, c.of.cal)
		}
		cost := late - before
		links, cost = c.ownCost(links, i, cost)
		links = append(links, link{driven, d.Kind, i, int32(cost)})
		if d.Task == none {
			break
		}
		i, late = d.Task, before
	}
	return links
}

// ownCost splits off the part of a delay that is the task's own, which only a baseline can tell: days off that nobody had
// counted on, more work than was committed to, a late start; and of days that were won what less work than that has won. It returns
// what is left.
func (c *chain) ownCost(links []link, i int32, cost int) ([]link, int) {
	b, d := c.then(i), c.decider(i)
	if b == nil || cost == 0 || d.Kind == Promise || c.jobs[i].milestone {
		return links, cost
	}
	take := func(kind CauseKind, days int) {
		if days = min(days, cost); days > 0 {
			links = append(links, link{itself, kind, i, int32(days)})
			cost -= days
		}
	}
	o := c.own(i, b)
	if cost < 0 {
		if won := max(o.took-o.planned, cost); won < 0 {
			links = append(links, link{itself, Longer, i, int32(won)})
			cost -= won
		}
		return links, cost
	}
	if o.away > 0 {
		if _, off := c.daysOff(i); off > 0 { // else the item's days are only others than the team's
			take(TimeOff, o.away)
		}
	}
	take(Longer, o.took-o.planned)
	if d.Task == none && (c.tasks[i].Status != roadmap.Todo || d.Kind == Told || d.Kind == Start) {
		take(StartedLate, c.of.cal.Between(b.Start, c.Tasks[i].Start))
	}
	return links, cost
}

// own is a task beside what was committed to, in working days.
type own struct{ took, planned, away int }

func (c *chain) own(i int32, b *roadmap.BaselineTask) own {
	cal, s := c.jobs[i].cal, &c.Tasks[i]
	o := own{took: cal.Between(s.Start-1, s.Finish), planned: cal.Between(b.Start-1, b.Finish)}
	if t := c.tasks[i]; b.Effort.Given() { // days on which its team has stopped working since are no days less of work
		o.planned = max(o.planned, b.Effort.Duration(t.People))
	}
	o.away = c.of.cal.Between(s.Start-1, s.Finish) - o.took - (c.of.cal.Between(b.Start-1, b.Finish) - o.planned)
	return o
}

// daysOff is which of the teams that a task needs is off longest while it is under way, and for how many of its own working days,
// whoever's days the item is late in. nil and 0 where none is.
func (e *explainer) daysOff(i int32) (off *roadmap.Team, days int) {
	t, s := e.tasks[i], &e.Tasks[i]
	ask := func(id string) {
		if n := e.Roadmap.DaysOff(id, s.Start-1, s.Finish); n > days {
			off, days = e.Roadmap.Team(id), n
		}
	}
	ask(t.Team)
	for _, need := range t.AlsoNeeds {
		ask(need.Team)
	}
	return off, days
}

// close ends the chain that begins at first with its offset. With no baseline it belongs to the root; links behind the last one that
// costs anything go.
func (c *chain) close(links []link, first, days int, inBaseline bool) []link {
	if !inBaseline {
		links[len(links)-1].days += int32(days)
		days = 0
	}
	last := first
	for k := first; k < len(links); k++ {
		if links[k].days != 0 {
			last = k
		}
	}
	links = links[:last+1]
	if days != 0 {
		links = append(links, link{offset, Offset, none, int32(days)})
	}
	return links
}

// causes is the chain in words.
func (c *chain) causes() []Cause {
	links := c.walk(nil)
	out := make([]Cause, len(links))
	for k, l := range links {
		out[k] = c.cause(l)
	}
	return out
}

// subject is the task at the far end of a link, or the task itself; the team that the link is about; none where there is none.
func (e *explainer) subject(l link) (task, team int32) {
	if l.form != driven {
		return l.at, none
	}
	d := e.decider(l.at)
	task = l.at
	if d.Task != none {
		task = d.Task
	}
	if d.Kind == Capacity {
		return task, d.Team
	}
	return task, none
}

// cause is a link in words.
func (c *chain) cause(l link) Cause {
	out := Cause{Kind: l.kind, Days: int(l.days), Text: c.text(l)}
	task, team := c.subject(l)
	if task != none {
		out.Task = c.tasks[task].ID
	}
	switch {
	case team != none:
		out.Team = c.Roadmap.Teams()[team].ID
	case l.kind == TimeOff:
		off, _ := c.daysOff(l.at)
		out.Team = off.ID
	case l.form == itself, l.kind == Promise:
		out.Team = c.tasks[l.at].Team
	}
	return out
}

func (c *chain) text(l link) string {
	switch l.form {
	case itself:
		return c.ownText(l)
	case lastOf:
		return "waits for " + c.tasks[l.at].Title
	case offset:
		return c.offsetText(int(l.days))
	}
	text := c.words(l.at)
	if l.kind == Promise && l.days > 0 && c.Tasks[l.at].Driver.Task == none {
		if _, inBaseline := c.heldReference(); !inBaseline { // its days are all that the item is late
			text += ", " + Plural(int(l.days), "working day") + " after it is needed"
		}
	}
	return text
}

// ownText says what a task cost by itself.
func (c *chain) ownText(l link) string {
	b, t, s := c.then(l.at), c.tasks[l.at], &c.Tasks[l.at]
	o := c.own(l.at, b)
	switch l.kind {
	case TimeOff:
		team, off := c.daysOff(l.at)
		return team.Name + " is off " + Plural(off, "working day")
	case Longer:
		return fmt.Sprintf("%s takes %s, planned %d", t.Title, Plural(o.took, "day"), o.planned)
	}
	verb := "starts"
	if t.Status != roadmap.Todo {
		verb = "started"
	}
	return fmt.Sprintf("%s was to start %s, %s %s", t.Title, c.day(b.Start), verb, c.day(s.Start))
}

// Why is the chain of causes of a task's forecast finish, from the task back to the root: held to its late finish, so the
// days add up to its slack turned round. Where the baseline lies past that it is reckoned without, as Flag.Reasons.
func (p *Plan) Why(task int) []Cause {
	if !p.Tasks[task].Planned {
		return nil
	}
	c := p.explainer().slackOf(int32(task))
	return c.telling().causes()
}

// task is a task as an item that is held to something.
func (p *Plan) task(i int32) held {
	return held{i, -1, p.jobs[i].deadline, p.at[i].last(), p.Tasks[i].OpenEnd, p.jobs[i].cal}
}

func (c *explainer) day(d roadmap.Date) string { return c.ShortDate(d) }

// words say what drives a task.
func (c *explainer) words(i int32) string {
	t, d := c.tasks[i], c.Tasks[i].Driver
	if c.undelivered(i) {
		return "promised " + c.day(t.Promised) + ", not delivered"
	}
	switch d.Kind {
	case Dependency:
		return "waits for " + c.tasks[d.Task].Title
	case Capacity:
		if d.Task == none {
			return c.Roadmap.Teams()[d.Team].Name + " has too few people until " + c.day(c.Tasks[i].Start)
		}
		return c.Roadmap.Teams()[d.Team].Name + " is busy with " + c.tasks[d.Task].Title
	case NotBefore:
		return t.Title + " is not to start before " + c.day(t.NotBefore)
	case Blocker:
		return t.Title + " is held up: " + c.blockerText(t)
	case Told:
		return t.Title + " is planned from " + c.day(c.jobs[i].planDay)
	case Start:
		return t.Title + " starts with the roadmap, " + c.day(c.Roadmap.Settings().Start)
	case Promise:
		return "promised " + c.day(t.Promised)
	}
	switch t.Status {
	case roadmap.Done:
		return t.Title + " was finished " + c.day(t.Finished)
	case roadmap.Doing:
		return fmt.Sprintf("%s is under way, %s left", t.Title, Plural(int(c.jobs[i].dur), "day"))
	}
	return t.Title
}

// blockerText names the open blocker that holds longest.
func (c *explainer) blockerText(t *roadmap.Task) string {
	worst := t.WorstBlocker()
	switch {
	case worst == nil:
		return "a blocker"
	case worst.Until == 0:
		return worst.Text + noEndKnown
	}
	return worst.Text + " until " + c.day(worst.Until)
}
