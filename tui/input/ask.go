package input

import (
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// Answer is a key that answers a question, and what it does.
type Answer struct {
	Key  string // as Bubble Tea names it: "enter", "x", "esc"
	Does string // as "accept"
}

// Ask is a question in the bottom line that a single key answers. No other key does anything, so nothing is lost by a stray
// one; esc and ctrl+c leave, where esc is none of the answers.
type Ask struct {
	question string
	answers  []Answer
}

// NewAsk asks.
func NewAsk(question string, answers ...Answer) *Ask {
	return &Ask{question, answers}
}

// NewConfirm wants a key a second time: "this was changed elsewhere   u undo it all the same   esc leave".
func NewConfirm(question, key, does string) *Ask {
	return NewAsk(question, Answer{key, does}, Answer{"esc", "leave"})
}

// Key answers: Taken says by At which answer; esc is Left, also where it is one of them.
func (a *Ask) Key(k tea.KeyMsg) Outcome {
	name := k.String()
	if leaves(k) || name == "esc" {
		return Outcome{Did: Left}
	}
	for i, answer := range a.answers {
		if answer.Key == name {
			return Outcome{Did: Taken, At: i}
		}
	}
	return Outcome{Did: Nothing}
}

// Height is how many lines it wants.
func (a *Ask) Height() int { return 1 }

// Draw gives h lines of w cells, the question in the last.
func (a *Ask) Draw(t *paint.Theme, w, h int) []string {
	var out []string
	for range h - 1 {
		out = append(out, t.Blank(w))
	}
	if h <= 0 {
		return nil
	}
	hints := make([]Hint, len(a.answers))
	for i, answer := range a.answers {
		hints[i] = Hint(answer)
		if answer.Key == " " {
			hints[i].Key = "space"
		}
	}
	return append(out, a.line(t, w, hints))
}

// line has the answers right after the question; of the two the question is cut.
func (a *Ask) line(t *paint.Theme, w int, hints []Hint) string {
	some, cells := fitting(hints, w-2)
	l := t.Line(w).Space(1)
	if room := l.Left() - cells - hintGap; room > 0 {
		l.Fit(paint.Bold, a.question, min(paint.Width(a.question), room)).Space(hintGap)
	}
	putHints(l, some)
	return l.String()
}
