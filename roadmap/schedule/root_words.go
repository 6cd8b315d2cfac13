package schedule

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
)

// noEndKnown closes the words of a blocker that nobody can say the end of.
const noEndKnown = ", no end known"

// linkText says what somebody has to do something about.
func (g *grouping) linkText(k rootKey, words func() string) string {
	if k.task == none {
		return words()
	}
	i := int(k.task)
	title := g.tasks[i].Title
	switch k.kind {
	case Promise:
		return g.promiseText(i)
	case Blocker:
		return g.blockerTitle(i)
	case Told, Start, Progress:
		return "Not enough time from " + title + " on"
	case NotBefore:
		return title + " is not to start before " + g.ShortDate(g.tasks[i].NotBefore)
	case Dependency:
		return "Days lost after " + title
	}
	return words()
}

// promiseText says what is wrong with a promise: that its day has passed, that it was moved past the day on which it is needed, or that
// it is for a later day than that; and that what it waits for leaves no time to keep it. Where it is none of these it says what is
// promised.
func (g *grouping) promiseText(i int) string {
	t, p := g.tasks[i], &g.Tasks[i]
	day, needed := g.ShortDate(t.Promised), p.Planned && g.late[i].by() != none
	was := g.promisedBefore(t)
	moved := was != 0 && was < t.Promised && (!needed || was <= p.LateFinish || t.Promised <= p.LateFinish)
	team := g.Roadmap.Team(t.Team)
	short := ""
	if natural := g.Short(i); natural != 0 {
		short = ", not possible before " + g.ShortDate(natural)
	}
	switch {
	case t.Promised < g.Today && team != nil:
		return team.Name + " has not delivered " + t.Title + ", promised for " + day
	case t.Promised < g.Today:
		return t.Title + " was promised for " + day + " and is not delivered"
	case moved && team != nil:
		return team.Name + " moved " + t.Title + " from " + g.ShortDate(was) + " to " + day + short
	case moved:
		return t.Title + ", promised for " + g.ShortDate(was) + ", is now promised for " + day + short
	}
	out := t.Title + " is promised for " + day
	if team != nil {
		out = team.Name + " promises " + t.Title + " for " + day
	}
	if needed && t.Promised > p.LateFinish {
		out += ", needed " + g.ShortDate(p.LateFinish)
	}
	return out + short
}

// promisedBefore is the promise of a task that was in force when the baseline was taken, else its first one; 0 where it has none.
func (g *grouping) promisedBefore(t *roadmap.Task) roadmap.Date {
	if len(t.Promises) == 0 {
		return 0
	}
	was := t.Promises[0].Date
	if b := g.Roadmap.CurrentBaseline(); b != nil {
		for _, p := range t.Promises {
			if p.On <= b.Taken {
				was = p.Date
			}
		}
	}
	return was
}

// blockerTitle is a blocked task with the blocker that holds longest: "Export licence: at legal, since 16 Nov, no end known".
func (g *grouping) blockerTitle(i int) string {
	t := g.tasks[i]
	e := explainer{Plan: g.Plan}
	text := e.blockerText(t)
	d := (&flagger{Plan: g.Plan}).blockedSince(i)
	if d >= g.Today {
		return t.Title + ": " + text
	}
	since := ", since " + g.ShortDate(d)
	if head, ok := strings.CutSuffix(text, noEndKnown); ok {
		return t.Title + ": " + head + since + noEndKnown
	}
	return t.Title + ": " + text + since
}

// unfinishedText says of a task that somebody waits for when it ends.
func (g *grouping) unfinishedText(i int32) string {
	return g.tasks[i].Title + " is not finished before " + g.ShortDate(g.Tasks[i].Finish)
}

// waitText says which tasks are held up by what a row is on: for a row that costs no deadline anything, and leaves no team without
// work, that is why it is one. Empty where nothing but itself is.
func (g *grouping) waitText(r *Root) string {
	var held []string
	for _, n := range r.Flags {
		if f := &g.flags[n]; f.Kind == Blocked && f.Task != "" && f.Task != r.On.Task {
			held = append(held, g.nameOf(f.Subject()))
		}
	}
	switch n := len(held); n {
	case 0:
		return ""
	case 1:
		return ": " + held[0] + " waits"
	default:
		return fmt.Sprintf(": %s and %d more wait", held[0], n-1)
	}
}

// ownText is a row's text for a flag that is no link of a chain.
func (g *grouping) ownText(f *Flag) string {
	name := g.nameOf(f.Subject())
	switch f.Kind {
	case AtRisk:
		if r := g.Roadmap.Risk(f.Risk); r != nil {
			return fmt.Sprintf("Risk of %.0f %%: %s, %s", r.Probability*100, r.Title, Plural(r.Days, "day"))
		}
		if f.Reason == "probability" {
			return fmt.Sprintf("%s is kept in only %s of runs, due %s", name, Percent(f.Probability), g.ShortDate(f.Date))
		}
		return fmt.Sprintf("%s has %s left before %s", name, Plural(f.Margin, "day"), g.ShortDate(f.Date))
	case Untold:
		return Capital(f.why[0].Text)
	case Understaffed:
		return name + " asks for more people than its team has"
	case Unplannable:
		return name + ": " + g.withoutDates(int32(g.Roadmap.TaskIndex(f.Task))).Text
	case OutOfOrder:
		return name + " " + f.why[0].Text
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

// missingText says what the plan lacks; one thing goes by its name.
func (g *grouping) missingText(r *Root) string {
	n := len(r.Flags)
	if n == 1 {
		one := g.nameOf(g.flags[r.Flags[0]].Subject())
		return one + map[FlagKind]string{NoPromise: " has no promised date", Unestimated: " has no estimate: it counts as one day",
			Unsized: " has no size: nothing queues there"}[r.Flag]
	}
	switch r.Flag {
	case NoPromise:
		return Plural(n, "task") + " of suppliers have no promised date"
	case Unestimated:
		return Plural(n, "task") + " have no estimate: each counts as one day"
	}
	return Plural(n, "team") + " have no size: nothing queues there"
}
