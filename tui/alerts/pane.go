package alerts

import (
	"slices"
	"strconv"

	"bywhen/roadmap/fix"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
	"bywhen/tui/ways"
)

// pane is what is said of one cause: the chain that leads to it, the ways out, and all that it makes late.
type pane struct {
	lines []paneLine
	found *fix.Fixes // nil until they are known
	ways  ways.Table
}

// paneOf is what a pane was worked out from.
type paneOf struct {
	version  int
	searches int
	cause    key
	brief    bool
	passing  bool // only what it is about is said
}

// paneLine is a line of the pane: a text under a branch, and something at the right.
type paneLine struct {
	depth      int // of its branch; 0: none
	style      paint.Style
	text       string
	right      string
	rightStyle paint.Style
	ref        scene.Ref // where enter goes
	way        int       // a row of the ways out, counted from 1; 0: none
}

// stands tells whether the cursor may stand on the line.
func (l *paneLine) stands() bool { return l.ref != (scene.Ref{}) || l.way > 0 }

// mostDepth is how far the tree of causes is indented.
const mostDepth = 7

// refreshPane works the pane out where the cause it is about, or the scene, is another one.
func (v *View) refreshPane(s *scene.Scene) {
	c := v.here()
	if c == nil {
		v.pane, v.paneOf, v.inPane, v.paneAt, v.paneTop = pane{}, paneOf{}, false, 0, 0
		return
	}
	now := paneOf{s.Version, s.Searches, keyOf(c.root), !v.lay.beside, s.Passing && !v.inPane}
	if v.pane.lines != nil && now == v.paneOf {
		return
	}
	if now.cause != v.paneOf.cause {
		v.inPane, v.paneAt, v.paneTop = false, 0, 0
	}
	v.paneOf = now
	was := v.pane
	if now.passing {
		v.pane = passingPane(s, c)
	} else {
		v.pane = newPane(s, c, v.lay.pane, v.lay.paneRows)
	}
	v.paneAt = v.pane.find(&was, v.paneAt)
}

// find is the line that is what a line of another pane was, as when ways out have come in between; else the nearest place.
func (p *pane) find(was *pane, at int) int {
	if at < len(was.lines) && was.lines[at].ref != (scene.Ref{}) {
		if i := slices.IndexFunc(p.lines, func(l paneLine) bool { return l.ref == was.lines[at].ref && l.text == was.lines[at].text }); i >= 0 {
			return i
		}
	}
	return min(at, max(len(p.lines)-1, 0))
}

// passingPane is the pane of a cause that the selection only passes by: what its chain explains, and no more.
func passingPane(s *scene.Scene, c *cause) pane {
	p := pane{lines: []paneLine{}}
	p.head(s, chainOf(s, c.root))
	return p
}

// newPane says why, and what to do. Where the chain leaves the ways out no room its links that cost nothing are drawn together;
// where that is not enough they are left out.
func newPane(s *scene.Scene, c *cause, w, rows int) pane {
	p := pane{lines: []paneLine{}, found: s.Found(waysOf(s, c.root))}
	x := chainOf(s, c.root)
	links := x.links
	room := rows - 2 - roomForWays
	if len(links) > room {
		links = scene.Together(links)
	}
	if len(links) > room && x.costs() {
		links = slices.DeleteFunc(slices.Clone(links), func(l schedule.Cause) bool { return l.Days == 0 && !s.Endless(l) })
	}
	p.head(s, x)
	for i, l := range links {
		line := linkLine(s, c.root, l, i)
		if !x.costs() && !s.Endless(l) {
			line.right = ""
		}
		p.lines = append(p.lines, line)
	}
	p.sum(s, x)
	p.addWays(s, c.root, w)
	p.under(s, c)
	return p
}

// chain is what is explained: an item, the date it is held to, and the links whose days add up to its days.
type chain struct {
	on    scene.Ref
	links []schedule.Cause
	flag  *schedule.Flag // nil where the item has none of its own
}

// chainOf is the chain of the worst deadline that a cause moves; where it moves none, that of its worst flag; of what is
// only close to its date, that of the task with the least slack.
func chainOf(s *scene.Scene, r *schedule.Root) chain {
	for _, i := range r.Flags {
		f := &s.Flags[i]
		if f.Subject() == r.Worst.On && len(f.Reasons()) > 0 && f.Against != "baseline" {
			return chain{f.Subject(), f.Reasons(), f}
		}
	}
	f := &s.Flags[r.Flags[0]]
	if f.Kind == schedule.AtRisk {
		return closeCall(s, r, f)
	}
	on := f.Subject()
	if f.WorstTask != "" {
		on = scene.Ref{Task: f.WorstTask}
	}
	return chain{on, f.Reasons(), f}
}

// closeCall is why what is only close to its date ends when it does: the chain of the task itself, of a goal that of the
// task with the least slack.
func closeCall(s *scene.Scene, r *schedule.Root, f *schedule.Flag) chain {
	on := r.On
	if on.Task == "" {
		on = scene.Ref{Task: f.Weakest}
	}
	return chain{on: on, links: s.Plan.Why(s.Roadmap.TaskIndex(on.Task))}
}

// days is what the links add up to, and whether there is more to come.
func (x chain) days() (sum int, openEnd bool) {
	for _, l := range x.links {
		sum += l.Days
	}
	return sum, x.flag != nil && x.flag.OpenEnd
}

// costs tells whether any link costs days; without, nothing adds up to anything.
func (x chain) costs() bool {
	return slices.ContainsFunc(x.links, func(l schedule.Cause) bool { return l.Days != 0 })
}

// head names what the chain explains, with its forecast and the date it is held to.
func (p *pane) head(s *scene.Scene, x chain) {
	days, open := x.days()
	l := paneLine{style: paint.Text | paint.Bold, text: s.Title(x.on) + datesOf(s, x), ref: x.on}
	switch {
	case open && days <= 0:
		l.right, l.rightStyle = "or later", paint.Late
	case x.costs():
		l.right, l.rightStyle = s.Theme.ShortDelta(days, open), paint.DeltaStyle(days, open)
	}
	p.lines = append(p.lines, l)
}

// datesOf is the forecast and what it is held to: "   28 Jan, due 22 Jan".
func datesOf(s *scene.Scene, x chain) string {
	f := x.flag
	switch {
	case x.on.Team != "" || f != nil && f.Kind == schedule.Untold:
		return ""
	case f == nil || f.Forecast == 0 || f.Date == 0:
		i := s.Roadmap.TaskIndex(x.on.Task)
		if i < 0 || !s.Plan.Tasks[i].Planned {
			return ""
		}
		return "   " + paint.DayOrLater(s.Plan.Tasks[i].Finish, s.Today, s.Plan.Tasks[i].OpenEnd)
	}
	out := "   " + paint.DayOrLater(f.Forecast, s.Today, f.OpenEnd)
	switch {
	case f.Team != "" || f.Kind == schedule.PromiseLate:
		return out + ", needed " + paint.Day(f.Date, s.Today)
	case f.Against == "baseline":
		return out + ", baseline " + paint.Day(f.Date, s.Today)
	}
	return out + ", due " + paint.Day(f.Date, s.Today)
}

func linkLine(s *scene.Scene, r *schedule.Root, l schedule.Cause, depth int) paneLine {
	open := s.Endless(l)
	out := paneLine{depth: min(depth+1, mostDepth), text: l.Text, right: s.Theme.ShortDelta(l.Days, open), rightStyle: paint.DeltaStyle(l.Days, open)}
	switch {
	case l.Task != "":
		out.ref = scene.Ref{Task: l.Task}
	case l.Team != "":
		out.ref = scene.Ref{Team: l.Team}
	}
	if ofCause(r, l) {
		out.style = paint.Bold
	}
	return out
}

// ofCause tells whether a link is the cause itself.
func ofCause(r *schedule.Root, l schedule.Cause) bool {
	return l.Kind == r.Kind && l.Days > 0 && (r.On.Team != "" && r.On.Team == l.Team || r.On.Task != "" && r.On.Task == l.Task)
}

// sum closes a chain of which more than one link costs something.
func (p *pane) sum(s *scene.Scene, x chain) {
	n := 0
	for _, l := range x.links {
		if l.Days != 0 {
			n++
		}
	}
	if n < 2 {
		return
	}
	days, open := x.days()
	p.lines = append(p.lines, paneLine{style: paint.Dim, text: "together", right: s.Theme.ShortDelta(days, open), rightStyle: paint.DeltaStyle(days, open) | paint.Bold})
}

// under lists what the cause makes late or holds up.
func (p *pane) under(s *scene.Scene, c *cause) {
	if c.behind() == 0 {
		return
	}
	word := "Concerns"
	switch {
	case c.root.Late > 0:
		word = "Makes late"
	case len(c.root.Held) > 0:
		word = "Holds up"
	}
	p.lines = append(p.lines, paneLine{}, paneLine{style: paint.Dim | paint.Bold, text: word})
	for n := range min(c.behind(), mostUnder) {
		r := c.under(n)
		text, right, style := underWords(s, r)
		p.lines = append(p.lines, paneLine{text: text, right: right, rightStyle: style, ref: r})
	}
	if n := c.behind() - mostUnder; n > 0 {
		p.lines = append(p.lines, paneLine{style: paint.Dim, text: "and " + strconv.Itoa(n) + " more"})
	}
}

// mostUnder is how many tasks the pane lists; unfolded in the list all of them are there.
const mostUnder = 100

// underWords are a task in a list: its title and team, when it ends and how late that is.
func underWords(s *scene.Scene, r scene.Ref) (text, right string, style paint.Style) {
	i := s.Roadmap.TaskIndex(r.Task)
	if i < 0 {
		return s.Title(r), "", paint.Text
	}
	t := s.Roadmap.Tasks()[i]
	text = t.Title
	if name := s.TeamName(t.Team); name != "" {
		text += ", " + name
	}
	days, open := s.Late(i)
	style = paint.Late
	if f := s.TaskFlag(i); f != nil && f.Known {
		text, style = text+", known", paint.Dim
	}
	switch {
	case !s.Plan.Tasks[i].Planned:
		return text, "no dates", paint.Dim
	case days > 0:
		return text, paint.Day(s.Plan.Tasks[i].Finish, s.Today) + " " + s.Theme.ShortDelta(days, open), style
	}
	return text, paint.DayOrLater(s.Plan.Tasks[i].Finish, s.Today, open), paint.Dim
}

// followPane scrolls the pane to its cursor.
func (v *View) followPane() {
	n := v.lay.paneRows
	v.paneTop = max(v.paneTop, v.paneAt-n+1)
	v.paneTop = min(v.paneTop, v.paneAt)
	v.paneTop = max(min(v.paneTop, len(v.pane.lines)-n), 0)
}
