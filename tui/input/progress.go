package input

import (
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// Progress tells how something goes that is worked out beside the UI, or held until it is kept. Enter takes what there is, esc and q
// give it up. Any other key changes nothing, and the last line says what it waits for.
type Progress struct {
	title string
	lines func() [][]paint.Span // what is known now, a line each
	hints func() []Hint
	first string // what is to be done before any other key does something

	refused string
}

// NewProgress tells what lines say, each time it is drawn; hints are what the keys do now; first is what other keys wait for, as
// "enter keeps the bar here, esc lets it go".
func NewProgress(title, first string, lines func() [][]paint.Span, hints func() []Hint) *Progress {
	return &Progress{title: title, first: first, lines: lines, hints: hints}
}

// Typing tells that no key is text.
func (p *Progress) Typing() bool { return false }

// Key takes enter, esc and q; any other key does nothing, which is said.
func (p *Progress) Key(k tea.KeyMsg) Outcome {
	p.refused = ""
	switch {
	case leaves(k) || k.Type == tea.KeyEsc || k.String() == "q":
		return Outcome{Did: Left}
	case k.Type == tea.KeyEnter:
		return Outcome{Did: Taken}
	}
	p.refused = p.first
	return Outcome{Did: Nothing}
}

// Say says in the last line, until the next key, why something cannot be; empty takes back what was said.
func (p *Progress) Say(why string) { p.refused = why }

// Height is a rule, the title, what is told, and the keys.
func (p *Progress) Height() int { return 3 + len(p.lines()) }

// Draw gives h lines of w cells; what is told goes first where there is no room.
func (p *Progress) Draw(t *paint.Theme, w, h int) []string {
	own := []string{t.Rule(w), t.Line(w).Space(1).Put(paint.Bold, p.title).String()}
	for _, spans := range p.lines() {
		own = append(own, t.Line(w).Space(1).Spans(spans...).String())
	}
	own = append(own[:min(len(own), max(h-1, 0))], p.keys(t, w))
	for len(own) < h {
		own = append([]string{t.Blank(w)}, own...)
	}
	return own[:max(h, 0)]
}

// keys is the last line: the keys that do something, or after another one what that waits for.
func (p *Progress) keys(t *paint.Theme, w int) string {
	if p.refused != "" {
		return t.Line(w).Space(1).Put(paint.Late, p.refused).String()
	}
	l := t.Line(w).Space(1)
	some, _ := fitting(p.hints(), w-2)
	putHints(l, some)
	return l.String()
}
