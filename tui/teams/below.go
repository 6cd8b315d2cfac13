package teams

import (
	"cmp"
	"slices"
	"strconv"

	"bywhen/roadmap"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// below is what stands under the table: the team in a sentence, and what it owes and gets.
type below struct {
	story      string
	owes, gets []handOff
}

// belowOf is what it was worked out from.
type belowOf struct {
	version, week int
	team          string
}

// handOff is a task that one team does and another waits for.
type handOff struct {
	task  int32
	other string // the other team's name
	gets  bool   // the other one does it
}

func (v *View) refreshBelow(s *scene.Scene) {
	now := belowOf{s.Version, v.week, v.cursor.team}
	if now == v.belowOf {
		return
	}
	v.belowOf, v.below = now, below{}
	if c := v.here(); c != nil {
		v.below.story = v.story(s, c)
		v.below.owes, v.below.gets = handOffs(s, c)
	}
}

// handOffs are what a team owes others, by when it is needed, and what it gets from them, by when it comes; what comes late
// goes first.
func handOffs(s *scene.Scene, c *crew) (owes, gets []handOff) {
	net, tasks := s.Roadmap.Network(), s.Roadmap.Tasks()
	other := func(i int32) (string, bool) {
		t := tasks[i]
		return s.TeamName(t.Team), t.Team != "" && t.Team != c.team.ID && t.Status.Open()
	}
	for _, i := range c.tasks {
		if tasks[i].Team != c.team.ID {
			continue
		}
		for _, l := range net.Successors(int(i)) {
			if name, ok := other(l.Task); ok {
				owes = append(owes, handOff{task: i, other: name})
			}
		}
		for _, l := range net.Predecessors(int(i)) {
			if name, ok := other(l.Task); ok {
				gets = append(gets, handOff{task: l.Task, other: name, gets: true})
			}
		}
	}
	needed := func(h handOff) roadmap.Date { return s.Plan.Tasks[h.task].LateFinish }
	comes := func(h handOff) roadmap.Date { return s.Plan.Tasks[h.task].Finish }
	return sorted(s, owes, needed), sorted(s, gets, comes)
}

// sorted are hand-offs, those that come late first, then by a date, each once.
func sorted(s *scene.Scene, all []handOff, by func(handOff) roadmap.Date) []handOff {
	late := func(h handOff) int { return min(s.Plan.Tasks[h.task].Slack, 0) }
	slices.SortFunc(all, func(a, b handOff) int {
		return cmp.Or(cmp.Compare(late(a), late(b)), cmp.Compare(by(a), by(b)), cmp.Compare(a.task, b.task), cmp.Compare(a.other, b.other))
	})
	return slices.Compact(all)
}

// sideBySide is the width from which what a team owes and gets stand side by side.
const sideBySide = 116

// belowLines are the lines under the table; hand-offs are left out while the selection is only passing by.
func (v *View) belowLines(s *scene.Scene) []string {
	a := &v.lay
	out := make([]string, 0, a.below)
	for _, text := range s.Theme.Wrap(v.below.story, a.width-2, storyLines(a.below)) {
		if v.below.story != "" {
			out = append(out, s.Theme.Line(a.width).Space(1).Put(paint.Text, text).String())
		}
	}
	for len(out) < storyLines(a.below) {
		out = append(out, s.Theme.Blank(a.width))
	}
	switch {
	case s.Passing:
	case a.width >= sideBySide:
		out = append(out, v.columns(s, a.below-len(out))...)
	default:
		out = append(out, v.stacked(s, a.below-len(out))...)
	}
	for len(out) < a.below {
		out = append(out, s.Theme.Blank(a.width))
	}
	return out[:a.below]
}

// storyLines is how many lines the story has, of those below the table: all where there are few.
func storyLines(below int) int {
	if below < 5 {
		return below
	}
	return min(below/2, 3)
}

// columns are hand-offs side by side.
func (v *View) columns(s *scene.Scene, n int) []string {
	half := v.lay.width / 2
	owes, gets := v.listed(s, "Owes", v.below.owes, n, half), v.listed(s, "Gets", v.below.gets, n, v.lay.width-half)
	out := make([]string, max(len(owes), len(gets)))
	for i := range out {
		left, right := s.Theme.Blank(half), s.Theme.Blank(v.lay.width-half)
		if i < len(owes) {
			left = owes[i]
		}
		if i < len(gets) {
			right = gets[i]
		}
		out[i] = left + right
	}
	return out
}

// stacked are hand-offs one under the other: half of the lines for each, more where the other needs fewer.
func (v *View) stacked(s *scene.Scene, n int) []string {
	gets := min(len(v.below.gets), max(n/2, n-len(v.below.owes)))
	owes := v.listed(s, "Owes", v.below.owes, n-gets, v.lay.width)
	return append(owes, v.listed(s, "Gets", v.below.gets, n-len(owes), v.lay.width)...)
}

// listed are at most n hand-offs; before the first one stands how many there are.
func (v *View) listed(s *scene.Scene, word string, all []handOff, n, w int) []string {
	var out []string
	label := word + " " + strconv.Itoa(len(all))
	labelled := max(labelWidth, paint.Width(label)+1)
	for _, h := range all[:max(min(n, len(all)), 0)] {
		out = append(out, handOffLine(s, label, labelled, h, w))
		label = ""
	}
	return out
}

// The cells of a hand-off's parts.
const (
	labelWidth = 8  // "Owes 12"
	whenWidth  = 13 // "needed 21 Dec"
	standWidth = 10 // "+12d late"
)

// handOffLine is one hand-off: "Owes 2  Assembly trial → Operations  needed 9 Feb  +5d late", or "Gets 1  CAD freeze ←
// Design  27 Nov  on time".
func handOffLine(s *scene.Scene, label string, labelled int, h handOff, w int) string {
	l := s.Theme.Line(w).Space(1).Fit(paint.Dim, label, labelled)
	p, t := &s.Plan.Tasks[h.task], s.Roadmap.Tasks()[h.task]
	if !p.Planned {
		return l.Put(paint.Text, t.Title+", without dates").String()
	}
	text, when := t.Title+" → "+h.other, "needed "+paint.Day(p.LateFinish, s.Today)
	if h.gets {
		text, when = t.Title+" ← "+h.other, paint.Day(p.Finish, s.Today)
	}
	room := max(whenWidth, paint.Width(when))
	stand, style := standing(s, h)
	l.Fit(paint.Text, text, l.Left()-room-standWidth-5)
	return l.Space(2).Right(paint.Dim, when, room).Space(2).Put(style, stand).String()
}

// standing is whether what is handed off comes in time.
func standing(s *scene.Scene, h handOff) (string, paint.Style) {
	p := &s.Plan.Tasks[h.task]
	switch {
	case p.Slack < 0:
		return s.Theme.ShortDelta(-p.Slack, p.OpenEnd) + " late", paint.Late
	case p.OpenEnd:
		return "or later", paint.Late
	}
	return "on time", paint.Fine
}
