package input

import (
	"bywhen/roadmap"
	"bywhen/roadmap/fix"
	"bywhen/tui/paint"
	"bywhen/tui/ways"

	tea "github.com/charmbracelet/bubbletea"
)

// Ways is a list of ways out to choose one from. It may be open before they are found.
type Ways struct {
	title string
	today roadmap.Date
	found *fix.Fixes // nil while they are looked for
	at    int        // the row pointed at
	top   int        // the first one shown
	above int        // lines above the rows, as drawn last
	order []int      // places in found.Ways, by row, as drawn last
}

// NewWays is the list before anything is found; the title says of what.
func NewWays(title string, today roadmap.Date) *Ways { return &Ways{title: title, today: today} }

// Show shows what was found.
func (x *Ways) Show(found *fix.Fixes) {
	x.found, x.order = found, nil
	x.at = max(min(x.at, len(found.Ways)-1), 0)
}

// Search goes back to nothing being known yet.
func (x *Ways) Search() { x.found, x.order = nil, nil }

// Searching tells whether nothing is known yet.
func (x *Ways) Searching() bool { return x.found == nil }

// waysAround are the lines of the list besides its rows: heading, columns, what comes of a row, a rule, keys.
const (
	waysAround = 4 + storyLines
	storyLines = 2
)

// Height is how many lines it wants.
func (x *Ways) Height() int {
	if x.found == nil {
		return waysAround
	}
	return waysAround + len(x.found.Ways)
}

// Key moves, takes or leaves.
func (x *Ways) Key(k tea.KeyMsg) Outcome {
	last := 0
	if x.found != nil {
		last = max(len(x.found.Ways)-1, 0)
	}
	was := x.at
	switch k.String() {
	case "esc", "ctrl+c", "q", "f", "h", "left":
		return Outcome{Did: Left}
	case "enter", "l", "right":
		return x.enter()
	case "j", "down", "ctrl+n":
		x.at = min(x.at+1, last)
	case "k", "up", "ctrl+p":
		x.at = max(x.at-1, 0)
	case "g", "home":
		x.at = 0
	case "G", "end":
		x.at = last
	}
	if x.at != was {
		return Outcome{Did: Changed}
	}
	return Outcome{Did: Nothing}
}

func (x *Ways) enter() Outcome {
	if x.at >= len(x.order) {
		return Outcome{Did: Nothing}
	}
	return Outcome{Did: Taken, At: x.order[x.at]}
}

// Click points at a row; on the one pointed at it does what enter does.
func (x *Ways) Click(_, y int) Outcome {
	row := x.top + y - x.above
	switch {
	case y < x.above || row >= len(x.order):
		return Outcome{Did: Nothing}
	case row == x.at:
		return x.enter()
	}
	x.at = row
	return Outcome{Did: Changed}
}

// Draw gives h lines of w cells.
func (x *Ways) Draw(t *paint.Theme, w, h int) []string {
	standing := ways.Standing(x.found, x.today)
	title, _ := t.Cut(x.title, max(w-2-paint.Width(standing), w/3))
	heading := t.Line(w).Space(1).Put(paint.Bold, title+standing).String()
	if x.found == nil {
		f := newFrame(t, w, h, heading, t.Line(w).Space(1).Put(paint.Dim, "computing what helps"+t.Ellipsis).String(), footer(t, w, nil, []Hint{{"esc", "stop"}}))
		return f.lines()
	}
	table := ways.New(t, x.found, x.today, w)
	x.order = x.order[:0]
	for row := range table.Len() {
		x.order = append(x.order, table.At(row))
	}
	if len(x.order) == 0 {
		f := newFrame(t, w, h, heading, t.Line(w).Space(1).Put(paint.Dim, ways.None(x.found)).String(), footer(t, w, nil, []Hint{{"esc", "leave"}}))
		return f.lines()
	}
	f := newFrame(t, w, h, heading, table.Head(w), x.footer(t, w))
	if h > waysAround-1 {
		f.bottom = append(x.story(t, w, table.Cut(x.at)), f.bottom...)
	}
	x.scroll(f.room())
	x.above = len(f.top)
	for row := x.top; row < min(x.top+f.room(), table.Len()); row++ {
		l := t.Line(w)
		if row == x.at {
			l.Under(paint.Selected).Put(paint.Accent, t.Pointer)
		} else {
			l.Space(1)
		}
		f.rows = append(f.rows, table.Row(l, row))
	}
	return f.lines()
}

func (x *Ways) scroll(room int) {
	x.top = max(min(x.top, x.at), x.at-room+1, 0)
}

func (x *Ways) way() *fix.Fix { return &x.found.Ways[x.order[x.at]] }

// story is what comes of the row pointed at; its title goes before where the row has no room for it.
func (x *Ways) story(t *paint.Theme, w int, withTitle bool) []string {
	story := ways.Story(x.way(), x.found.Title, x.today)
	if withTitle {
		story = x.way().Title + ": " + story
	}
	text := t.Wrap(story, w-2, storyLines)
	out := make([]string, storyLines)
	for i := range out {
		l := t.Line(w).Space(1)
		if i < len(text) {
			l.Put(paint.Dim, text[i])
		}
		out[i] = l.String()
	}
	return out
}

func (x *Ways) footer(t *paint.Theme, w int) string {
	enter := "try it as a what-if"
	switch f := x.way(); {
	case f.Asked != 0:
		enter = "copy it again, or say that it is answered"
	case f.Ask != "":
		enter = "copy the message, keep it as asked"
	}
	return footer(t, w, nil, []Hint{{"enter", enter}, {"esc", "leave"}})
}
