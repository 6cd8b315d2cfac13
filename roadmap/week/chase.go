package week

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
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

// Chases are the messages that somebody may get about something, the likeliest first; each names the task that it was found by, and all
// that its receiver owes besides.
//
// The first is to whoever it waits on. Of a blocked task that is who is to clear it; of one that was promised, or is done by a supplier,
// whoever does it; of any other the nearest other team, or owner of a blocker, along what drives it; of a goal whoever is at the root of
// its chain; of a team that is blocked whom it waits on. Next is who does it: the task's own team, or the team itself. Where nothing is
// owed the message asks whether what is counted on still holds. There is none where what is selected is done, is not planned, or is
// nobody's.
func Chases(p *schedule.Plan, on schedule.Ref) []Chase {
	c := &chaser{Plan: p, tasks: p.Roadmap.Tasks(), briefs: p.Roadmap.Briefs()}
	c.flags = p.Flags()
	c.roots = p.Roots(c.flags)
	var out []Chase
	for _, at := range c.parties(on) {
		if debts := c.debts(at); len(debts) > 0 && !slices.ContainsFunc(out, func(o Chase) bool { return o.Who == at.who }) {
			out = append(out, c.write(at, debts))
		}
	}
	return out
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
	*schedule.Plan
	tasks  []*roadmap.Task
	briefs []roadmap.Brief
	flags  []schedule.Flag
	roots  []schedule.Root
}

// party is somebody who owes something: a team, or who is to clear blockers.
type party struct {
	who, name string
	team      int32 // place of the team, or none
	task      int   // the task by which it was found, or none
}

// none is no place.
const none = -1

// parties are whom something waits on, and who does it.
func (c *chaser) parties(on schedule.Ref) []party {
	switch {
	case on.Team != "":
		return c.teamParties(on.Team)
	case on.Goal != "":
		return c.goalParty(on.Goal)
	}
	i := c.Roadmap.TaskIndex(on.Task)
	if i < 0 || !c.open(i) {
		return nil
	}
	return append([]party{c.taskParty(c.waitedFor(i))}, c.doer(i)...)
}

// waitedFor is the task that has to move before another does: itself, where somebody has to clear or deliver it, else the nearest of
// another team, or that is blocked, along what drives it.
func (c *chaser) waitedFor(i int) int {
	team := c.briefs[i].Team
	if supplier := team != none && c.Roadmap.Teams()[team].Supplier; supplier || c.briefs[i].Promised != 0 || len(c.tasks[i].OpenBlockers()) > 0 {
		return i
	}
	for k := range c.Chain(i) {
		if c.open(k) && (c.briefs[k].Team != team || len(c.tasks[k].OpenBlockers()) > 0) {
			return k
		}
	}
	return i
}

// doer is the team of a task, if it has one.
func (c *chaser) doer(i int) []party {
	if team := c.Roadmap.Team(c.tasks[i].Team); team != nil {
		return []party{{team.ID, team.Name, c.briefs[i].Team, i}}
	}
	return nil
}

// open tells whether a task is not done or dropped.
func (c *chaser) open(i int) bool { return c.briefs[i].Status.Open() }

// goalParty is whoever is at the root of a goal's chain.
func (c *chaser) goalParty(id string) []party {
	root := c.LastOf(id)
	if root == none {
		return nil
	}
	for i := range c.Chain(root) {
		if c.open(i) {
			root = i
		}
	}
	if !c.open(root) {
		return nil
	}
	return []party{c.taskParty(root)}
}

// teamParties are whom a team waits on that is blocked, and the team.
func (c *chaser) teamParties(id string) []party {
	k := int32(c.Roadmap.TeamIndex(id))
	if k < 0 {
		return nil
	}
	team := party{id, c.Roadmap.Teams()[k].Name, k, none}
	for i := range c.flags {
		f := &c.flags[i]
		if f.Team != id || f.Kind != schedule.Blocked && f.Kind != schedule.WillBlock || len(f.Why()) == 0 {
			continue
		}
		if by := c.Roadmap.TaskIndex(f.Why()[0].Task); by >= 0 {
			return []party{c.taskParty(by), team}
		}
	}
	return []party{team}
}

// taskParty is who is to move a task: who clears its blocker, else its team.
func (c *chaser) taskParty(i int) party {
	t := c.tasks[i]
	if b := t.WorstBlocker(); b != nil {
		who := cmp.Or(b.Owner, b.Text)
		if team := c.Roadmap.Team(who); team != nil {
			return party{who, team.Name, none, i}
		}
		return party{who, who, none, i}
	}
	if doer := c.doer(i); len(doer) > 0 {
		return doer[0]
	}
	return party{schedule.Whoever, schedule.Whoever, none, i}
}

// debt is a task that somebody owes, or that is counted on.
type debt struct {
	task   int
	cost   schedule.Deadline // the deadline that it moves; its On is zero where it moves none
	days   int               // by so many working days
	needed roadmap.Date
	owed   bool
}

// debts are what a party owes, what costs most first: what makes a deadline late, what was promised and has not come, what should
// have started or ended and of which nobody knows, what has no known end, what a supplier has given no date for. The task by which it was
// found is among them, owed or not; of a team that owes nothing all that it has to do, the soonest first.
func (c *chaser) debts(at party) []debt {
	var out, counted []debt
	for i := range c.tasks {
		switch d := c.debt(i); {
		case !c.open(i) || !c.Tasks[i].Planned:
		case c.owes(at, i):
			d.owed = true
			out = append(out, d)
		case at.team != none && (i == at.task || at.task == none && c.briefs[i].Team == at.team):
			counted = append(counted, d)
		}
	}
	slices.SortStableFunc(out, func(a, b debt) int {
		return cmp.Or(cmp.Compare(b.days, a.days), cmp.Compare(a.needed, b.needed))
	})
	slices.SortStableFunc(counted, func(a, b debt) int { return cmp.Compare(c.Tasks[a.task].Finish, c.Tasks[b.task].Finish) })
	if at.task == none && len(out) > 0 {
		return out
	}
	return slices.Insert(out, min(len(out), mostDebts-1), counted...)
}

func (c *chaser) owes(at party, i int) bool {
	t, b := c.tasks[i], &c.briefs[i]
	if at.team == none {
		return slices.ContainsFunc(t.OpenBlockers(), func(b roadmap.Blocker) bool { return cmp.Or(b.Owner, b.Text) == at.who })
	}
	if b.Team != at.team || len(t.OpenBlockers()) > 0 && i != at.task {
		return false
	}
	passed := b.Promised != 0 && b.Promised < c.Today
	silent := c.Roadmap.Calendar().Between(t.Told, c.Today) > c.Roadmap.Settings().ToldDays
	moves := b.Status == roadmap.Doing || c.Tasks[i].Start <= c.Today || due(c.Plan, i)
	own := c.Tasks[i].Slack < 0 && (i == at.task || c.rootAt(i) != nil || b.Promised != 0)
	cause := i == at.task && b.Promised != 0 && c.isRoot(i) // of a slip that moves no deadline yet
	undated := b.Promised == 0 && c.Roadmap.Teams()[at.team].Supplier
	return passed || own || cause || undated || silent && moves && !waits(c.Roadmap, i)
}

// isRoot tells whether a task is a root cause of anything.
func (c *chaser) isRoot(i int) bool {
	return slices.ContainsFunc(c.roots, func(r schedule.Root) bool { return r.On.Task == c.tasks[i].ID })
}

// rootAt is the root cause at a task that costs a deadline most, or nil.
func (c *chaser) rootAt(i int) *schedule.Root {
	var worst *schedule.Root
	for k := range c.roots {
		r := &c.roots[k]
		if r.On.Task == c.tasks[i].ID && r.Worst.On != (schedule.Ref{}) && (worst == nil || r.Days > worst.Days) {
			worst = r
		}
	}
	return worst
}

func (c *chaser) debt(i int) debt {
	d := debt{task: i}
	if on, ok := c.NeededFor(i); ok {
		d.cost, d.needed, d.days = on, c.Tasks[i].LateFinish, max(-c.Tasks[i].Slack, 0)
	}
	if r := c.rootAt(i); r != nil {
		d.cost, d.days = r.Worst, r.Days
	}
	return d
}

// greeted is the person in a team's contact, as "Ms Li" of "Ms Li, li@huaxin.example"; the team itself where that names none,
// as "sales desk" does not.
func (c *chaser) greeted(at party) string {
	team := c.Roadmap.Team(at.who)
	if team == nil {
		return at.name
	}
	person, _, _ := strings.Cut(team.Contact, ",")
	person, _, _ = strings.Cut(person, "<")
	person = strings.TrimSpace(person)
	if first, _ := utf8.DecodeRuneInString(person); person == "" || unicode.IsLower(first) || strings.ContainsAny(person, "@0123456789") {
		return at.name
	}
	return person
}

// write puts the message into words.
func (c *chaser) write(at party, debts []debt) Chase {
	out := Chase{Who: at.who, Name: at.name, Tasks: len(debts)}
	var b strings.Builder
	b.WriteString("Hello " + c.greeted(at) + ",\n\n")
	if c.Roadmap.Team(at.who) == nil {
		b.Reset()
		b.WriteString("Hello,\n\n")
	}
	owed := slices.ContainsFunc(debts, func(d debt) bool { return d.owed })
	b.WriteString("as of " + c.ShortDate(c.Today) + map[bool]string{true: " we wait for:\n", false: " we count on you for:\n"}[owed])
	for k, d := range debts {
		if k == mostDebts {
			b.WriteString("- and " + schedule.Plural(len(debts)-k, "more task") + "\n")
			break
		}
		b.WriteString("- " + c.line(at, d) + "\n")
		if a, ok := c.ask(at, d); ok {
			out.asks = append(out.asks, a)
		}
	}
	if c.Roadmap.Team(at.who) != nil {
		if until := OffUntil(c.Roadmap, at.who, c.Today); until != 0 {
			b.WriteString("\nAs we know you are off until " + c.ShortDate(until) + ".\n")
		}
	}
	b.WriteString("\n" + question(len(debts), owed))
	out.Message = b.String()
	return out
}

// question is what a message about so many tasks asks, some of them owed or none.
func question(tasks int, owed bool) string {
	switch {
	case !owed:
		return "Does that still hold? A word is enough."
	case tasks > 1:
		return "When will each of these be done? A date is enough."
	}
	return "When will it be done? A date is enough."
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
	case d.cost.On == (schedule.Ref{}):
	case d.days > 0 && d.cost.On.Task == t.ID:
		out += " It is " + schedule.Plural(d.days, "working day") + " late."
	case d.days > 0:
		out += " It makes " + d.cost.Title + ", due " + c.ShortDate(d.cost.Date) + ", " + schedule.Plural(d.days, "working day") + " late."
	case c.Tasks[d.task].OpenEnd:
		out += " Nobody can say when " + d.cost.Title + ", due " + c.ShortDate(d.cost.Date) + ", will be done."
	}
	return out
}

// since says how long it has been open, and what was said of it.
func (c *chaser) since(at party, i int) string {
	t, p, day := c.tasks[i], &c.Tasks[i], func(d roadmap.Date) string { return c.ShortDate(d) }
	if b := t.WorstBlocker(); b != nil && at.team == none {
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
	case t.Status == roadmap.Doing && p.Finish < c.Today:
		return "under way since " + day(t.Started) + ", by our plan to end " + day(p.Finish)
	case t.Status == roadmap.Doing:
		return "under way since " + day(t.Started) + ", by our plan until " + day(p.Finish)
	}
	if due := c.ShouldStart(i); due != 0 && due < c.Today {
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
	if at.who == schedule.Whoever {
		return chaseAsk{}, false
	}
	a := roadmap.Ask{Who: at.who, Text: "when will it be done?", Days: min(d.days, roadmap.MaxDays)}
	if d.needed >= c.Today {
		a.For, a.Text = d.needed, "by "+c.ShortDate(d.needed)
	}
	return chaseAsk{c.tasks[d.task].ID, a}, true
}
