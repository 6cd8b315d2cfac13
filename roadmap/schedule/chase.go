package schedule

import (
	"cmp"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// Chase is a message to somebody, with all that they owe.
type Chase struct {
	Who     string // id of a team, or a name
	Name    string // of the team, or the same name
	Message string // what to send: plain text, several lines
	Tasks   int    // how many tasks it names

	asks []chaseAsk
}

type chaseAsk struct {
	task string
	ask  roadmap.Ask
}

// mostDebts is how many tasks a message names; the others are counted.
const mostDebts = 6

// Chase is the message to whoever something waits on. Of a blocked task that is who is to clear it; of one that was promised, or
// is done by a supplier, whoever does it; of any other the nearest other team, or owner of a blocker, along what drives it; of a
// goal whoever is at the root of its chain; of a team that is blocked whom it waits on, else the team itself. False where there is
// nobody to chase: what is selected is done, or nothing is planned for it, or who it waits on owes nothing now.
func (p *Plan) Chase(on Ref) (Chase, bool) {
	c := &chaser{Plan: p, flagger: newFlagger(p)}
	c.flags = p.Flags()
	c.roots = p.Roots(c.flags)
	at, ok := c.party(on)
	if !ok {
		return Chase{}, false
	}
	debts := c.debts(at)
	if len(debts) == 0 {
		return Chase{}, false
	}
	return c.write(at, debts), true
}

// Asked are the ids of the tasks on which Apply records it, in the order of the message.
func (c *Chase) Asked() []string {
	var out []string
	for _, a := range c.asks {
		out = append(out, a.task)
	}
	return out
}

// Apply records on each task that it was asked for, today. What was asked before in the same words, and is not answered, stays.
func (c *Chase) Apply(d *roadmap.Draft) error {
	for _, a := range c.asks {
		if d.Task(a.task) == nil {
			continue
		}
		err := d.UpdateTask(a.task, func(t *roadmap.Task) {
			same := func(o roadmap.Ask) bool {
				return o.Answered == 0 && o.Who == a.ask.Who && o.For == a.ask.For && o.Text == a.ask.Text
			}
			if !slices.ContainsFunc(t.Asked, same) {
				ask := a.ask
				ask.On = d.Today()
				t.Asked = append(slices.Clip(t.Asked), ask)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// chaser finds whom to chase and for what.
type chaser struct {
	*Plan
	flagger *flagger
	flags   []Flag
	roots   []Root
}

// party is somebody who owes something: a team, or who is to clear blockers.
type party struct {
	who, name string
	team      int32 // place of the team, or none
	task      int32 // the task by which it was found, or none
}

func (c *chaser) party(on Ref) (party, bool) {
	switch {
	case on.Team != "":
		return c.teamParty(on.Team)
	case on.Goal != "":
		g := c.Roadmap.GoalIndex(on.Goal)
		if g < 0 {
			return party{}, false
		}
		last, ok := c.lastOf(g)
		if !ok {
			return party{}, false
		}
		root := last
		c.driversOf(last, func(i int32) {
			if c.jobs[i].open() {
				root = i
			}
		})
		return c.taskParty(root), c.jobs[root].open()
	}
	i := int32(c.Roadmap.TaskIndex(on.Task))
	if i < 0 || !c.jobs[i].open() {
		return party{}, false
	}
	team := c.jobs[i].team
	if supplier := team != none && c.Roadmap.Teams()[team].Supplier; supplier || c.jobs[i].promised != 0 || len(c.tasks[i].OpenBlockers()) > 0 {
		return c.taskParty(i), true
	}
	found := i
	c.driversOf(i, func(k int32) {
		other := c.jobs[k].open() && (c.jobs[k].team != team || len(c.tasks[k].OpenBlockers()) > 0)
		if found == i && other {
			found = k
		}
	})
	return c.taskParty(found), true
}

// teamParty is whom a blocked team waits on; else the team.
func (c *chaser) teamParty(id string) (party, bool) {
	k := int32(c.Roadmap.TeamIndex(id))
	if k < 0 {
		return party{}, false
	}
	for i := range c.flags {
		f := &c.flags[i]
		if f.Team != id || f.Kind != Blocked && f.Kind != WillBlock || len(f.why) == 0 {
			continue
		}
		if by := c.Roadmap.TaskIndex(f.why[0].Task); by >= 0 {
			return c.taskParty(int32(by)), true
		}
	}
	return party{id, c.Roadmap.Teams()[k].Name, k, none}, true
}

// taskParty is who is to move a task: who clears its blocker, else its team.
func (c *chaser) taskParty(i int32) party {
	t := c.tasks[i]
	if b := worstBlocker(t); b != nil {
		who := cmp.Or(b.Owner, b.Text)
		if team := c.Roadmap.Team(who); team != nil {
			return party{who, team.Name, none, i}
		}
		return party{who, who, none, i}
	}
	if team := c.Roadmap.Team(t.Team); team != nil {
		return party{team.ID, team.Name, c.jobs[i].team, i}
	}
	return party{whoever, whoever, none, i}
}

// debt is a task that somebody owes.
type debt struct {
	task   int32
	cost   Deadline // the deadline that it moves; its On is zero where it moves none
	days   int      // by so many working days
	needed roadmap.Date
}

// debts are what a party owes, what costs most first: what makes a deadline late, what was promised and has not come, what should
// have started or ended and of which nobody knows, what has no known end, what a supplier has given no date for.
func (c *chaser) debts(at party) []debt {
	var out []debt
	for i := range c.jobs {
		if c.jobs[i].open() && c.Tasks[i].Planned && c.owes(at, int32(i)) {
			out = append(out, c.debt(int32(i)))
		}
	}
	slices.SortStableFunc(out, func(a, b debt) int {
		return cmp.Or(cmp.Compare(b.days, a.days), cmp.Compare(a.needed, b.needed))
	})
	return out
}

func (c *chaser) owes(at party, i int32) bool {
	t, j := c.tasks[i], &c.jobs[i]
	if at.team == none {
		return slices.ContainsFunc(t.OpenBlockers(), func(b roadmap.Blocker) bool { return cmp.Or(b.Owner, b.Text) == at.who })
	}
	if j.team != at.team || len(t.OpenBlockers()) > 0 && i != at.task {
		return false
	}
	passed := j.promised != 0 && j.promised < c.Today
	silent := c.Roadmap.Calendar().Between(t.Told, c.Today) > c.Roadmap.Settings().ToldDays
	moves := j.state == started || c.Tasks[i].Start <= c.Today || c.flagger.due(int(i), c.Today)
	own := c.Tasks[i].Slack < 0 && (i == at.task || c.rootAt(i) != nil || j.promised != 0)
	undated := j.promised == 0 && c.Roadmap.Teams()[at.team].Supplier
	return passed || own || undated || silent && moves && !c.flagger.waits(int(i))
}

// rootAt is the root cause at a task that costs a deadline most, or nil.
func (c *chaser) rootAt(i int32) *Root {
	var worst *Root
	for k := range c.roots {
		r := &c.roots[k]
		if r.On.Task == c.tasks[i].ID && r.Worst.On != (Ref{}) && (worst == nil || r.Days > worst.Days) {
			worst = r
		}
	}
	return worst
}

func (c *chaser) debt(i int32) debt {
	d := debt{task: i}
	if by := c.late[i].by(); by != none {
		d.needed = c.Tasks[i].LateFinish
		d.days = max(-c.Tasks[i].Slack, 0)
		if on := c.deadlineOf(by); on.Goal != "" {
			d.cost = c.goalDeadline(c.Roadmap.GoalIndex(on.Goal))
		} else {
			d.cost = c.taskDeadline(c.Roadmap.TaskIndex(on.Task))
		}
	}
	if r := c.rootAt(i); r != nil {
		d.cost, d.days = r.Worst, r.Days
	}
	return d
}

// write puts the message into words.
func (c *chaser) write(at party, debts []debt) Chase {
	out := Chase{Who: at.who, Name: at.name, Tasks: len(debts)}
	var b strings.Builder
	b.WriteString("Hello " + at.name + ",\n\n")
	if at.who == whoever || at.team == none {
		b.Reset()
		b.WriteString("Hello,\n\n")
	}
	b.WriteString("as of " + c.ShortDate(c.Today) + " we wait for:\n")
	for k, d := range debts {
		if k == mostDebts {
			b.WriteString("- and " + Plural(len(debts)-k, "more task") + "\n")
			break
		}
		b.WriteString("- " + c.line(at, d) + "\n")
		if a, ok := c.ask(at, d); ok {
			out.asks = append(out.asks, a)
		}
	}
	question := "When will it be done?"
	if len(debts) > 1 {
		question = "When will each of these be done?"
	}
	b.WriteString("\n" + question + " A date is enough.")
	out.Message = b.String()
	return out
}

// line is one task: what, since when, by when it is needed, and what it costs.
func (c *chaser) line(at party, d debt) string {
	t := c.tasks[d.task]
	out := t.Title + ": " + c.since(at, d.task)
	if d.needed != 0 {
		out += ", needed by " + c.ShortDate(d.needed)
	}
	out += "."
	switch {
	case d.cost.On == (Ref{}):
	case d.days > 0 && d.cost.On.Task == t.ID:
		out += " It is " + Plural(d.days, "working day") + " late."
	case d.days > 0:
		out += " It makes " + d.cost.Title + ", due " + c.ShortDate(d.cost.Date) + ", " + Plural(d.days, "working day") + " late."
	case c.Tasks[d.task].OpenEnd:
		out += " Nobody can say when " + d.cost.Title + ", due " + c.ShortDate(d.cost.Date) + ", will be done."
	}
	return out
}

// since says how long it has been open, and what was said of it.
func (c *chaser) since(at party, i int32) string {
	t, p, day := c.tasks[i], &c.Tasks[i], func(d roadmap.Date) string { return c.ShortDate(d) }
	if b := worstBlocker(t); b != nil && at.team == none {
		out := "held up (" + b.Text + ") since " + day(b.Since)
		if b.Until != 0 {
			return out + ", expected until " + day(b.Until)
		}
		return out + ", with no end known"
	}
	switch {
	case t.Promised != 0 && t.Promised < c.Today:
		return "promised for " + day(t.Promised) + ", not here yet, and no new date"
	case t.Promised != 0:
		return "promised for " + day(t.Promised) + c.saidOn(t)
	case c.jobs[i].state == started:
		return "under way since " + day(t.Started) + ", by our plan until " + day(p.Finish)
	}
	if due := c.flagger.shouldStart(int(i)); due != 0 && due < c.Today {
		return "should have started " + day(due) + ", by our plan done " + day(p.Finish)
	}
	return "by our plan done " + day(p.Finish)
}

// saidOn says when the promise was made, where that is known and another day.
func (c *chaser) saidOn(t *roadmap.Task) string {
	if n := len(t.Promises); n > 0 && t.Promises[n-1].Date == t.Promised && t.Promises[n-1].On != 0 && t.Promises[n-1].On != c.Today {
		return " (said " + c.ShortDate(t.Promises[n-1].On) + ")"
	}
	return ""
}

// ask is the request that is kept on the task: for the day on which it is needed where that is ahead, else for a date.
func (c *chaser) ask(at party, d debt) (chaseAsk, bool) {
	if at.who == whoever {
		return chaseAsk{}, false
	}
	a := roadmap.Ask{Who: at.who, Text: "when will it be done?", Days: min(d.days, roadmap.MaxDays)}
	if d.needed >= c.Today {
		a.For, a.Text = d.needed, "by "+c.ShortDate(d.needed)
	}
	return chaseAsk{c.tasks[d.task].ID, a}, true
}
