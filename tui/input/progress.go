package input

import (
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// Progress tells how something goes that is worked out beside the UI. Enter takes what there is, esc gives it up.
type Progress struct {
	title string
	lines func() [][]paint.Span // what is known now, a line each
	hints func() []Hint
}

// NewProgress tells what lines say, each time it is drawn; hints are what the keys do now.
func NewProgress(title string, lines func() [][]paint.Span, hints func() []Hint) *Progress {
	return &Progress{title, lines, hints}
}

// Key takes enter and esc; any other key does nothing.
func (p *Progress) Key(k tea.KeyMsg) Outcome {
	switch {
	case leaves(k) || k.Type == tea.KeyEsc:
		return Outcome{Did: Left}
	case k.Type == tea.KeyEnter:
		return Outcome{Did: Taken}
	}
	return Outcome{Did: Nothing}
}

// Height is a rule, the title, what is told, and the keys.
func (p *Progress) Height() int { return 3 + len(p.lines()) }

// Draw gives h lines of w cells; what is told goes first where there is no room.
func (p *Progress) Draw(t *paint.Theme, w, h int) []string {
	own := []string{t.Rule(w), t.Line(w).Space(1).Put(paint.Bold, p.title).String()}
	for _, spans := range p.lines() {
		own = append(own, t.Line(w).Space(1).Spans(spans...).String())
	}
	keys := t.Line(w).Space(1)
	some, _ := fitting(p.hints(), w-2)
	putHints(keys, some)
	own = append(own[:min(len(own), max(h-1, 0))], keys.String())
	for len(own) < h {
		own = append([]string{t.Blank(w)}, own...)
	}
	return own[:max(h, 0)]
}
