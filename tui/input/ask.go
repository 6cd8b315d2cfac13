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

// Ask is a question at the bottom that a single key answers. No other key does anything, so nothing is lost by a stray
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

// Key answers: Taken says by At which answer; esc is Left, also where it is one of them, and so is q where it is none.
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
	if name == "q" {
		return Outcome{Did: Left}
	}
	return Outcome{Did: Nothing}
}

// mostAsked is how many lines a question takes at most.
const mostAsked = 3

// HeightIn is how many lines of w cells it wants: one where question and answers fit, else the question's and the answers'.
func (a *Ask) HeightIn(w int) int {
	if _, cells := fitting(a.hints(), w-2); cells == a.hintCells() && 1+paint.Width(a.question)+hintGap+cells <= w-1 {
		return 1
	}
	return len(new(paint.Theme).Wrap(a.question, max(w-2, 1), mostAsked)) + len(a.rows(w))
}

func (a *Ask) hints() []Hint {
	hints := make([]Hint, len(a.answers))
	for i, answer := range a.answers {
		hints[i] = Hint(answer)
		if answer.Key == " " {
			hints[i].Key = "space"
		}
	}
	return hints
}

func (a *Ask) hintCells() int {
	n := -hintGap
	for _, h := range a.hints() {
		n += h.width() + hintGap
	}
	return n
}

// rows are the answers in lines of w cells.
func (a *Ask) rows(w int) [][]Hint {
	var out [][]Hint
	for hints := a.hints(); len(hints) > 0; {
		some, _ := firstFitting(hints, w-2)
		n := max(len(some), 1)
		out, hints = append(out, hints[:n]), hints[n:]
	}
	return out
}

// Draw gives h lines of w cells, the last answers in the last. In one line the question is cut and not the answers.
func (a *Ask) Draw(t *paint.Theme, w, h int) []string {
	if h <= 0 {
		return nil
	}
	own := []string{a.line(t, w)}
	if h > 1 && a.HeightIn(w) > 1 {
		own = nil
		rows := a.rows(w)
		for _, text := range t.Wrap(a.question, max(w-2, 1), min(max(h-len(rows), 1), mostAsked)) {
			own = append(own, t.Line(w).Space(1).Put(paint.Bold, text).String())
		}
		for _, row := range rows {
			l := t.Line(w).Space(1)
			putHints(l, row)
			own = append(own, l.String())
		}
	}
	var out []string
	for range h - len(own) {
		out = append(out, t.Blank(w))
	}
	return append(out, own[max(len(own)-h, 0):]...)
}

// line has the answers right after the question; of the two the question is cut.
func (a *Ask) line(t *paint.Theme, w int) string {
	some, cells := fitting(a.hints(), w-2)
	l := t.Line(w).Space(1)
	if room := l.Left() - cells - hintGap; room > 0 {
		l.Fit(paint.Bold, a.question, min(paint.Width(a.question), room)).Space(hintGap)
	}
	putHints(l, some)
	return l.String()
}
