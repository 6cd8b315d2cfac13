package history

import (
	"cmp"
	"fmt"
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// Group is the lines of a ledger that have one cause.
type Group struct {
	Cause   Cause
	Text    string
	Because []string // the reasons that were given, each once
	Days    int
	Lines   []int // places in Ledger.Lines, in order
	Small   bool  // several causes, none of them above a day
}

// smallFrom is how many causes of at most a day are shown in one row.
const smallFrom = 4

// ByCause are the lines grouped by what and whose they are, the largest first; where there are many causes of at most a day
// they come last, in one group. The roadmap is the one that the ledger was read off; its names are used.
func (l *Ledger) ByCause(r *roadmap.Roadmap) []Group {
	var out []Group
	at := map[Cause]int{}
	for i := range l.Lines {
		key := l.Lines[i].Cause.group()
		n, met := at[key]
		if !met || key.Kind == Unrecorded || key == (Cause{}) {
			n = len(out)
			at[key] = n
			out = append(out, Group{Cause: l.Lines[i].Cause})
		}
		out[n].add(l, i)
	}
	slices.SortStableFunc(out, func(a, b Group) int { return cmp.Compare(abs(b.Days), abs(a.Days)) })
	out = l.gathered(out)
	for i := range out {
		out[i].Text = l.groupText(r, &out[i])
	}
	return out
}

// group is by what a line is grouped: silence, late deliveries and blockers by their task, all else by whose it is.
func (c Cause) group() Cause {
	if !c.Kind.byTask() {
		c.Task = ""
	}
	return c
}

// byTask tells whether lines of a kind are one cause only where they are about one task.
func (k Kind) byTask() bool { return k == Silence || k == Undelivered || k == HeldUp }

func (g *Group) add(l *Ledger, line int) {
	x := &l.Lines[line]
	g.Days += x.Days
	g.Lines = append(g.Lines, line)
	if x.Cause.Task != g.Cause.Task {
		g.Cause.Task = ""
	}
	if x.Because != "" && !slices.Contains(g.Because, x.Because) {
		g.Because = append(g.Because, x.Because)
	}
}

// gathered puts what is of at most a day into one group, where there is much of it. The groups come sorted.
func (l *Ledger) gathered(groups []Group) []Group {
	first := slices.IndexFunc(groups, func(g Group) bool { return abs(g.Days) <= 1 })
	if first < 0 || len(groups)-first < smallFrom {
		return groups
	}
	all := Group{Small: true}
	for _, g := range groups[first:] {
		all.Days += g.Days
		all.Lines = append(all.Lines, g.Lines...)
	}
	slices.Sort(all.Lines)
	return append(groups[:first], all)
}

// groupText says what the lines of a group have in common; one line says what it says by itself.
func (l *Ledger) groupText(r *roadmap.Roadmap, g *Group) string {
	n := len(g.Lines)
	if n == 1 {
		return l.Lines[g.Lines[0]].Text
	}
	if g.Small {
		return schedule.Plural(n, "smaller change") + ", none above a day"
	}
	about := ""
	if t := r.Task(g.Cause.Task); t != nil {
		about = t.Title + ": "
	}
	switch words, ok := groupWords[g.Cause.Kind]; {
	case g.Cause.Kind == Promised:
		return l.promisedText(r, g)
	case g.Cause.Kind.byTask():
		return l.Lines[g.Lines[n-1]].Text
	case ok:
		return about + words + " " + times(n)
	}
	return about + schedule.Plural(n, "change")
}

// groupWords say what lines of a kind have in common, before how often.
var groupWords = map[Kind]string{
	Estimated: "estimates changed", Progressed: "progress told", Linked: "dependencies changed", Staffed: "people and days off changed",
	Reordered: "order changed", Dated: "dates changed", Added: "work added", TakenOut: "work taken out", Recalendared: "working days changed",
}

// promisedText is "Murata moved its promise twice".
func (l *Ledger) promisedText(r *roadmap.Roadmap, g *Group) string {
	who, what := "", "its promise "
	if t := r.Team(g.Cause.Team); t != nil {
		who = t.Name + " moved "
	}
	if g.Cause.Task == "" {
		what = "its promises "
	}
	if who == "" {
		return "promises moved " + times(len(g.Lines))
	}
	return who + what + times(len(g.Lines))
}

// times is "twice", "3 times".
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}
