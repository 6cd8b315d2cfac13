package schedule

import (
	"fmt"
	"slices"
	"time"

	"bywhen/roadmap"
)

// explainer finds chains of causes. The days of a link are how much later its task is than its reference, less how much
// later the driver is than its own: the reference is the finish in the current baseline, else the early finish. So the
// days of a chain telescope, and with the offset they add up to the slip.
type explainer struct {
	*Plan
	base  *roadmap.Baseline
	ref   []roadmap.Date          // per task
	then  []*roadmap.BaselineTask // per task; nil where it is in no baseline
	links []Cause                 // per task, its link to its driver but for the days; made when first asked for
	goals map[string]roadmap.Date // the finish of goals in the baseline
}

func newExplainer(p *Plan, base *roadmap.Baseline) *explainer {
	e := &explainer{Plan: p, base: base, ref: make([]roadmap.Date, len(p.Tasks)), then: make([]*roadmap.BaselineTask, len(p.Tasks)),
		goals: map[string]roadmap.Date{}}
	for i := range p.Tasks {
		e.ref[i] = p.early[i].last
	}
	if base == nil {
		return e
	}
	for k := range base.Tasks {
		b := &base.Tasks[k]
		if i := p.Roadmap.TaskIndex(b.ID); i >= 0 {
			e.ref[i], e.then[i] = b.Finish, b
		}
	}
	for _, d := range base.Deadlines {
		if d.Goal != "" {
			e.goals[d.Goal] = d.Forecast
		}
	}
	return e
}

// committed is the item's finish in the current baseline, or 0.
func (e *explainer) committed(h held) roadmap.Date {
	if h.goal >= 0 {
		return e.goals[h.on.Goal]
	}
	if b := e.then[h.last]; b != nil {
		return b.Finish
	}
	return 0
}

// lateness is how many working days of a calendar a task ends after its reference.
func (e *explainer) lateness(i int32, cal *roadmap.Calendar) int {
	return cal.Between(e.ref[i], e.at[i].last)
}

// item is the chain of an item that is held to a date, its days adding up to the working days past that date.
func (e *explainer) item(h held, heldTo roadmap.Date) []Cause {
	return e.upTo(h, heldTo, h.cal.Between(heldTo, h.finish))
}

// upTo is item for days that are counted otherwise: the slack of a milestone goes from instant to instant.
func (e *explainer) upTo(h held, heldTo roadmap.Date, days int) []Cause {
	c := chain{explainer: e, cal: h.cal}
	ref, inBaseline := e.ref[h.last], e.then[h.last] != nil
	if h.goal >= 0 {
		ref, inBaseline = e.goalReference(h)
		c.add(Cause{Kind: Dependency, Task: e.tasks[h.last].ID, Days: h.cal.Between(ref, h.finish) - e.lateness(h.last, h.cal),
			Text: "waits for " + e.tasks[h.last].Title})
	}
	c.walk(h.last)
	c.offset(days-h.cal.Between(ref, h.finish), ref, heldTo, inBaseline)
	return c.links
}

func (e *explainer) goalReference(h held) (ref roadmap.Date, inBaseline bool) {
	if d := e.goals[h.on.Goal]; d != 0 {
		return d, true
	}
	for _, i := range e.Plan.goals[h.goal].tasks {
		ref = max(ref, e.early[i].last)
	}
	return ref, false
}

// chain is one chain as it is walked.
type chain struct {
	*explainer
	cal   *roadmap.Calendar
	links []Cause
}

func (c *chain) add(l Cause) { c.links = append(c.links, l) }

// walk follows the drivers from a task back to the root.
func (c *chain) walk(i int32) {
	c.makeRoom(i)
	late := c.lateness(i, c.cal)
	for steps := 0; steps <= len(c.jobs); steps++ {
		by := c.Tasks[i].Driver.Task
		if by == none {
			c.link(i, late)
			return
		}
		before := c.lateness(by, c.cal)
		c.link(i, late-before)
		i, late = by, before
	}
}

// makeRoom makes room for the links from a task to the root, and an offset.
func (c *chain) makeRoom(i int32) {
	n := 1 + len(c.links)
	for ; i != none && n <= len(c.jobs); i = c.Tasks[i].Driver.Task {
		n++
	}
	c.links = append(make([]Cause, 0, n), c.links...)
}

// link adds what task i owes to its driver, and what it cost by itself: more work than was committed to, a late start, days
// off that nobody had counted on.
func (c *chain) link(i int32, cost int) {
	for _, own := range c.ownCost(i, cost) {
		c.add(own)
		cost -= own.Days
	}
	l := *c.explainer.link(i)
	l.Days = cost
	c.add(l)
}

// link is the link from a task to its driver, but for the days. Many chains run through one task, so it is made once.
func (e *explainer) link(i int32) *Cause {
	if e.links == nil {
		e.links = make([]Cause, len(e.tasks))
	}
	l := &e.links[i]
	if l.Text != "" {
		return l
	}
	d := e.Tasks[i].Driver
	*l = Cause{Kind: d.Kind, Task: e.tasks[i].ID, Text: e.words(i)}
	if d.Task != none {
		l.Task = e.tasks[d.Task].ID
	}
	switch {
	case d.Kind == Capacity && d.Team != none:
		l.Team = e.Roadmap.Teams()[d.Team].ID
	case d.Kind == Promise:
		l.Team = e.tasks[i].Team
	}
	return l
}

// ownCost splits off the part of a delay that is the task's own, which only a baseline can tell.
func (c *chain) ownCost(i int32, cost int) []Cause {
	b, t := c.then[i], c.tasks[i]
	if b == nil || cost <= 0 || c.Tasks[i].Driver.Kind == Promise || c.jobs[i].milestone {
		return nil
	}
	var out []Cause
	take := func(kind CauseKind, days int, text string) {
		if days = min(days, cost); days > 0 {
			out = append(out, Cause{Kind: kind, Task: t.ID, Team: t.Team, Days: days, Text: text})
			cost -= days
		}
	}
	cal, s := c.jobs[i].cal, c.Tasks[i]
	took, planned := cal.Between(s.Start-1, s.Finish), cal.Between(b.Start-1, b.Finish)
	away := c.cal.Between(s.Start-1, s.Finish) - took - (c.cal.Between(b.Start-1, b.Finish) - planned)
	take(TimeOff, away, c.teamName(i)+" is off "+plural(max(away, 0), "working day"))
	take(Longer, took-planned, fmt.Sprintf("%s takes %s, planned %d", t.Title, plural(took, "day"), planned))
	if c.Tasks[i].Driver.Task == none && (t.Status != roadmap.Todo || c.Tasks[i].Driver.Kind == Told || c.Tasks[i].Driver.Kind == Start) {
		verb := "starts"
		if t.Status != roadmap.Todo {
			verb = "started"
		}
		take(StartedLate, c.cal.Between(b.Start, s.Start), fmt.Sprintf("%s was to start %s, %s %s", t.Title, c.day(b.Start), verb, c.day(s.Start)))
	}
	return out
}

// offset closes the chain. With no baseline it belongs to the root; links behind the last one that costs anything go.
func (c *chain) offset(days int, ref, heldTo roadmap.Date, inBaseline bool) {
	root := len(c.links) - 1
	if !inBaseline {
		c.links[root].Days += days
		days = 0
		c.links[root].Text = c.rootText(c.links[root])
	}
	last := 0
	for k, l := range c.links {
		if l.Days != 0 {
			last = k
		}
	}
	c.links = slices.Clip(c.links[:last+1])
	if days != 0 {
		c.add(Cause{Kind: Offset, Days: days, Text: offsetText(days, c.day(ref), c.day(heldTo))})
	}
}

func offsetText(days int, ref, heldTo string) string {
	if days < 0 {
		return fmt.Sprintf("%s to spare: planned for %s, due %s", plural(-days, "working day"), ref, heldTo)
	}
	return fmt.Sprintf("planned for %s, %s after it is due, %s", ref, plural(days, "working day"), heldTo)
}

// rootText says of a root what its days mean where there is no baseline.
func (c *chain) rootText(l Cause) string {
	if l.Days > 0 && l.Kind == Promise {
		return fmt.Sprintf("%s, %s after it is needed", l.Text, plural(l.Days, "working day"))
	}
	return l.Text
}

// Why is the chain of causes of a task's forecast finish, from the task back to the root: held to its late finish, so the
// days add up to its slack turned round.
func (p *Plan) Why(task int) []Cause {
	if !p.Tasks[task].Planned {
		return nil
	}
	e := newExplainer(p, p.Roadmap.CurrentBaseline())
	return e.upTo(e.task(int32(task)), p.Tasks[task].LateFinish, -p.Tasks[task].Slack)
}

// task is a task as an item that is held to something.
func (p *Plan) task(i int32) held {
	return held{Ref{Task: p.tasks[i].ID}, i, -1, p.tasks[i].Deadline, p.at[i].last, p.Tasks[i].OpenEnd, p.jobs[i].cal}
}

func (c *explainer) teamName(i int32) string {
	if k := c.jobs[i].team; k != none {
		return c.Roadmap.Teams()[k].Name
	}
	return "nobody"
}

func (c *explainer) day(d roadmap.Date) string { return shortDate(d, c.Today) }

// words say what drives a task.
func (c *explainer) words(i int32) string {
	t, d := c.tasks[i], c.Tasks[i].Driver
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
		return fmt.Sprintf("%s is under way, %s left", t.Title, plural(int(c.jobs[i].dur), "day"))
	}
	return t.Title
}

// blockerText names the open blocker that holds longest.
func (c *explainer) blockerText(t *roadmap.Task) string {
	var worst *roadmap.Blocker
	for k := range t.Blockers {
		b := &t.Blockers[k]
		if b.Open() && (worst == nil || worst.Until != 0 && (b.Until == 0 || b.Until > worst.Until)) {
			worst = b
		}
	}
	switch {
	case worst == nil:
		return "a blocker"
	case worst.Until == 0:
		return worst.Text + noEndKnown
	}
	return worst.Text + " until " + c.day(worst.Until)
}

// shortDate writes a day for a sentence: "12 Mar", with the year where it is over nine months away.
func shortDate(d, today roadmap.Date) string {
	if d == 0 {
		return "no date"
	}
	if d-today > 274 || today-d > 274 {
		return d.Time().Format("2 Jan 2006")
	}
	_, m, day := d.Civil()
	return fmt.Sprintf("%d %s", day, shortMonth(m))
}

func shortMonth(m time.Month) string { return m.String()[:3] }

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
