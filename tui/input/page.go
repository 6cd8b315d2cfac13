package input

import (
	"strings"

	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// Page shows a text to be read and copied. It scrolls; y copies (Taken), esc leaves.
type Page struct {
	title string
	text  string
	says  string // in the last line
	note  string // in a line of its own above that; may be empty
	whole bool   // it takes all lines that it can get
	hints []Hint
	top   int // the first line shown, or toEnd
	first int // the one that was drawn first
	rows  int
}

// toEnd scrolls to the last line, however long the text is.
const toEnd = 1 << 30

// NewPage shows a text under a title. says is what is said of it; whole, it takes all lines under the tabs; hints are keys beside
// those of its own.
func NewPage(title, text, says string, whole bool, hints ...Hint) *Page {
	return &Page{title: title, text: text, says: says, whole: whole, hints: hints, rows: 1}
}

// Text is the text, as it was given.
func (p *Page) Text() string { return p.text }

// Show puts another text in, from its beginning.
func (p *Page) Show(title, text string) { p.title, p.text, p.top = title, text, 0 }

// More puts a longer text in, where the one before was scrolled to.
func (p *Page) More(text string) { p.text = text }

// Say says something in the last line.
func (p *Page) Say(says string) { p.says = says }

// Note says something in a line of its own under the text.
func (p *Page) Note(note string) { p.note = note }

// HeightIn is how many lines of w cells it wants.
func (p *Page) HeightIn(w int) int {
	if p.whole {
		return 1 << 10
	}
	return 1 + len(p.wrapped(w)) + 1 + len(p.below(w))
}

// below is what stands under the text in lines of w cells: the note, then what is said; the last of them has the keys.
func (p *Page) below(w int) []paint.Span {
	t := &paint.Theme{}
	var out []paint.Span
	if p.note != "" {
		for _, line := range t.Wrap(p.note, max(w-2, 1), mostSaid) {
			out = append(out, paint.Span{Style: paint.Text, Text: line})
		}
	}
	_, hints := fitting(p.keys(false), w-2)
	room := w - 2 - hints - hintGap
	said := t.Wrap(p.says, max(w-2, 1), mostSaid)
	if n := len(said); n == 0 || p.says != "" && paint.Width(said[n-1]) > room {
		said = append(said, "")
	}
	for _, line := range said {
		out = append(out, paint.Span{Style: paint.Dim, Text: line})
	}
	return out
}

// wrapped is the text in lines of w cells.
func (p *Page) wrapped(w int) []string {
	t := &paint.Theme{}
	var out []string
	for _, line := range strings.Split(strings.TrimRight(p.text, "\n"), "\n") {
		rows := t.Wrap(line, max(w-2, 8), 64)
		if len(rows) == 0 {
			rows = []string{""}
		}
		out = append(out, rows...)
	}
	return out
}

// Key scrolls, copies or leaves.
func (p *Page) Key(k tea.KeyMsg) Outcome {
	page := max(p.rows-1, 1)
	switch k.String() {
	case "esc", "q", "ctrl+c":
		return Outcome{Did: Left}
	case "y":
		return Outcome{Did: Taken}
	case "j", "down", "ctrl+n":
		p.top = p.first + 1
	case "k", "up", "ctrl+p":
		p.top = p.first - 1
	case "ctrl+d", "pgdown", " ":
		p.top = p.first + page
	case "ctrl+u", "pgup":
		p.top = p.first - page
	case "g", "home":
		p.top = 0
	case "G", "end":
		p.top = toEnd
	default:
		return Outcome{}
	}
	return Outcome{Did: Nothing}
}

// Draw gives h lines of w cells: a heading, the text, the keys.
func (p *Page) Draw(t *paint.Theme, w, h int) []string {
	if h <= 0 {
		return nil
	}
	lines := p.wrapped(w)
	f := &frame{t: t, w: w, h: h}
	if h > 2 {
		l := t.Line(w).Put(paint.Rule, t.Horizontal).Space(1).Put(paint.Bold, p.title).Space(1)
		for l.Left() > 0 {
			l.Put(paint.Rule, t.Horizontal)
		}
		f.top = append(f.top, l.String())
	}
	f.bottom = p.bottom(t, w, h, len(lines))
	p.rows = f.room()
	first := max(0, min(p.top, len(lines)-p.rows))
	if p.top != toEnd { // what is longer later is still shown to its end
		p.top = first
	}
	p.first = first
	for i := first; i < min(first+p.rows, len(lines)); i++ {
		f.rows = append(f.rows, t.Line(w).Space(1).Put(paint.Text, lines[i]).String())
	}
	return f.lines()
}

// bottom draws what stands under a text of so many lines on a page of h: all of it where that leaves room for the text, or
// half of the page, else a line of each.
func (p *Page) bottom(t *paint.Theme, w, h, lines int) []string {
	if h < 2 {
		return nil
	}
	below := p.below(w)
	if len(below) > h/2 && h-1-len(below) < lines {
		below = below[:0]
		if p.note != "" && h > 3 {
			below = append(below, paint.Span{Style: paint.Text, Text: p.note})
		}
		below = append(below, paint.Span{Style: paint.Dim, Text: p.says})
	}
	var out []string
	last := len(below) - 1
	for _, s := range below[:last] {
		out = append(out, t.Line(w).Space(1).Put(s.Style, s.Text).String())
	}
	var says []paint.Span
	if below[last].Text != "" {
		says = below[last:]
	}
	return append(out, footer(t, w, says, p.keys(lines > h-1-len(below))))
}

// keys are what can be pressed.
func (p *Page) keys(scrolls bool) []Hint {
	hints := append([]Hint{{"y", "copy"}}, p.hints...)
	if scrolls {
		hints = append(hints, Hint{"j k", "scroll"})
	}
	return append(hints, Hint{"esc", "close"})
}
