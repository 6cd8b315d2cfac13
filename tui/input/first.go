package input

import (
	"bywhen/roadmap/phrase"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// First is the first question on an empty file: what is launched, and by when. What is typed names the roadmap and makes its
// first goal. Every letter is one of the answer; keys that do something else are named as what they are, for later.
type First struct {
	line *Line
	ctx  func() phrase.Context
	next []Hint
}

// nextWords stand over what can be done next: here its keys are letters of the answer.
const nextWords = "After the answer, or after esc:"

// launch is what the question is read as: a goal.
const launch = "goal "

// NewFirst asks. ctx is what the answer is read against; next is what can be done after it or instead, as {"a", "add tasks"}.
func NewFirst(ctx func() phrase.Context, next ...Hint) *First {
	f := &First{ctx: ctx, next: next}
	f.line = NewLine(LineOptions{Hint: "Launch in first stores 12-mar", Enter: "begin", Esc: "later", Read: f.read})
	return f
}

// Goal is what was answered: its Goal has the title, and the deadline where one was given.
func (f *First) Goal() phrase.Item { return phrase.ParseItem(launch+f.line.Text(), f.ctx()) }

// Text is what was typed.
func (f *First) Text() string { return f.line.Text() }

// Refuse says why the answer could not be taken.
func (f *First) Refuse(why string) { f.line.Refuse(why) }

// Key edits, takes or leaves.
func (f *First) Key(k tea.KeyMsg) Outcome {
	if k.Type == tea.KeyEnter && f.line.Text() == "" {
		f.line.Refuse("type what you are launching, or press esc to begin without a goal")
		return Outcome{Did: Nothing}
	}
	return f.line.Key(k)
}

func (f *First) read(typed Typed) Reading {
	if typed.Text == "" {
		return Reading{}
	}
	i := f.Goal()
	out := Reading{Today: f.ctx().Today, Says: "a date at the end is the deadline: 12-mar, eoq, +8w"}
	for _, c := range i.Chips {
		if c.Field == "kind" {
			continue
		}
		c.Start, c.End = max(c.Start-len(launch), 0), max(c.End-len(launch), 0)
		out.Chips = append(out.Chips, c)
	}
	if i.Goal.Deadline != 0 {
		out.Says = "names the roadmap and makes its first goal"
	}
	if err := i.Problem(); err != nil {
		out.Problem = err.Error()
	}
	return out
}

// Draw gives h lines of w cells: the question a third of the way down, what can follow below it.
func (f *First) Draw(t *paint.Theme, w, h int) []string {
	own := append([]string{t.Line(w).Space(1).Put(paint.Bold, "What are you launching, and by when?").String()}, f.line.Draw(t, w, 3)...)
	if h > len(own)+2 {
		own = append(own[:1], append([]string{t.Blank(w)}, own[1:]...)...)
	}
	if rest := h - len(own) - 2; rest > 0 && len(f.next) > 0 {
		own = append(own, t.Blank(w), t.Line(w).Space(1).Put(paint.Text, nextWords).String())
		for _, n := range f.next[:min(len(f.next), rest)] {
			own = append(own, f.hint(t, w, n))
		}
	}
	switch {
	case h <= 0:
		return nil
	case h < 4:
		return f.line.Draw(t, w, h)
	}
	above := (h - len(own)) / 3
	out := make([]string, 0, h)
	for range above {
		out = append(out, t.Blank(w))
	}
	out = append(out, own...)
	for len(out) < h {
		out = append(out, t.Blank(w))
	}
	return out
}

func (f *First) hint(t *paint.Theme, w int, n Hint) string {
	l, keys := t.Line(w).Space(1), 0
	for _, other := range f.next {
		keys = max(keys, paint.Width(other.Key))
	}
	return l.Fit(paint.Accent, n.Key, min(keys, w/2)).Space(2).Put(paint.Dim, n.Does).String()
}
