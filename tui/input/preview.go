package input

import (
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// PreviewRow is a line that is about to be added.
type PreviewRow struct {
	Take    bool
	Heading bool
	Text    string   // to be corrected
	Name    string   // what it is called
	Became  []string // what else it became
	Problem string   // why it cannot be added: the field, and what is wrong with it
	Barred  bool     // it is not ticked since it cannot be added: that is shown, and keeps nothing else from being added
	Instead string   // text that makes of it what else it may have been meant as; empty where there is no doubt
	// Status is that of a task that is not to do: what was ticked off in a list comes in as done.
	Status roadmap.Status
}

// Previewed is what a preview shows; it belongs to the preview's owner.
type Previewed interface {
	Rows() []PreviewRow
	// Toggle ticks a row or unticks it; Correct gives it another text.
	Toggle(row int)
	Correct(row int, text string)
	// Reading is what all that is ticked would do; Says counts it, Problem is why it cannot be added.
	Reading() Reading
}

// follower is a Previewed that can say what the rows would be if one had another text, which it does not get.
type follower interface {
	Typed(row int, text string) []PreviewRow
}

// PreviewField is what rows get that do not say it themselves, and the key that asks for another; or, without a value, a key that
// makes something else of all of them.
type PreviewField struct{ Key, Name, Value string }

// Preview shows what lines became before they are added: each can be unticked or corrected, enter takes all that are ticked. A
// makes of a row what else it may have been meant as. The key of a field is Taken, too: At is 0 for enter, and 1 and so on for the fields.
type Preview struct {
	of      Previewed
	fields  []PreviewField
	rows    []PreviewRow
	reading Reading
	title   string
	at, top int
	shown   int
	line    *Text // the row that is being corrected, or nil
	refused string
	said    string // what was taken before
	caption string // how the lines were read
}

// NewPreview shows rows under a title and what they get where they do not say it.
func NewPreview(title string, of Previewed, fields ...PreviewField) *Preview {
	p := &Preview{title: title, of: of, shown: 1, fields: fields}
	p.refresh()
	p.toWrong()
	return p
}

// toWrong goes to the row with the cursor, or the next below it or else from the top, that cannot be added, if there is one.
func (p *Preview) toWrong() {
	for n := range p.rows {
		if i := (p.at + n) % len(p.rows); p.rows[i].wrong() {
			p.at = i
			return
		}
	}
}

// wrong tells whether a row is shown with what is wrong with it.
func (r *PreviewRow) wrong() bool { return (r.Take || r.Barred) && r.Problem != "" }

func (p *Preview) refresh() { p.rows, p.reading = p.of.Rows(), p.of.Reading() }

// Show has other fields, and asks anew what the rows are.
func (p *Preview) Show(fields ...PreviewField) {
	p.fields = fields
	p.refresh()
}

// Caption says under the title how the lines were read, on up to two lines.
func (p *Preview) Caption(text string) { p.caption = text }

// GoOn says what was taken, and goes to what was not.
func (p *Preview) GoOn(says string) {
	p.said, p.at = says, 0
	p.toWrong()
}

// Refuse says why it could not be added.
func (p *Preview) Refuse(why string) { p.refused = why }

// Typing tells whether letters are text now.
func (p *Preview) Typing() bool { return p.line != nil }

// TakesLines tells that several lines that are pasted are refused here, where the line that is corrected says so.
func (p *Preview) TakesLines() bool { return true }

// Key moves, ticks, corrects, takes all or leaves.
func (p *Preview) Key(k tea.KeyMsg) Outcome {
	p.refused, p.said = "", ""
	name := k.String()
	if leaves(k) {
		return Outcome{Did: Left}
	}
	if p.line != nil {
		return p.correct(k, name)
	}
	switch name {
	case "up", "k", "ctrl+p":
		p.move(-1)
	case "down", "j", "ctrl+n":
		p.move(1)
	case "pgup", "ctrl+u":
		p.move(-p.shown)
	case "pgdown", "ctrl+d":
		p.move(p.shown)
	case "g", "home":
		p.move(-len(p.rows))
	case "G", "end":
		p.move(len(p.rows))
	case " ":
		p.of.Toggle(p.at)
		p.refresh()
		p.move(1)
		return Outcome{Did: Changed}
	case "e", "tab", "right", "l":
		p.line = NewText(p.rows[p.at].Text)
	case "a":
		if p.rows[p.at].Instead == "" {
			return Outcome{}
		}
		p.of.Correct(p.at, p.rows[p.at].Instead)
		p.refresh()
		return Outcome{Did: Changed}
	case "enter":
		if p.reading.Problem != "" {
			p.refused = p.reading.Problem
			p.toWrong()
			return Outcome{Did: Nothing}
		}
		return Outcome{Did: Taken}
	case "esc", "q":
		return Outcome{Did: Left}
	default:
		for i, field := range p.fields {
			if field.Key == name {
				return Outcome{Did: Taken, At: i + 1}
			}
		}
		return Outcome{}
	}
	return Outcome{Did: Nothing}
}

// correct is a key while a row is being corrected.
func (p *Preview) correct(k tea.KeyMsg, name string) Outcome {
	switch name {
	case "esc":
		p.line = nil
		p.refresh()
		return Outcome{Did: Nothing}
	case "enter", "tab", "up", "down":
		p.of.Correct(p.at, p.line.Value())
		p.line = nil
		p.refresh()
		if name != "tab" {
			p.move(map[string]int{"up": -1}[name] + map[string]int{"enter": 1, "down": 1}[name])
		}
		return Outcome{Did: Changed}
	}
	out := p.line.Key(k)
	p.refused = out.Refused
	p.typed()
	return out
}

// mostFollowed is how many rows are read anew at each key, since one may wait for another: in a terminal a thousand took 0.2 s.
const mostFollowed = 250

// typed has what is wrong with the row that is being corrected follow what is typed. Of more rows than can be read at a key nothing is
// said to be wrong with it until it is taken.
func (p *Preview) typed() {
	f, ok := p.of.(follower)
	switch {
	case ok && len(p.rows) <= mostFollowed:
		p.rows = f.Typed(p.at, p.line.Value())
	case ok:
		p.rows[p.at].Problem = ""
	}
}

func (p *Preview) move(by int) { p.at = max(0, min(p.at+by, len(p.rows)-1)) }

// Draw gives h lines of w cells: a heading, a line a row, what is said of the row, what all of it does, and the keys.
func (p *Preview) Draw(t *paint.Theme, w, h int) []string {
	if h <= 0 {
		return nil
	}
	f := &frame{t: t, w: w, h: h}
	if h > 2 {
		says := p.reading.Says
		f.top = append(f.top, t.Line(w).Space(1).Fit(paint.Bold, p.title, w-3-paint.Width(says)).Right(paint.Dim, says, paint.Width(says)+1).String())
	}
	if h > 5 && slices.ContainsFunc(p.fields, func(f PreviewField) bool { return f.Value != "" }) {
		f.top = append(f.top, p.given(t, w))
	}
	if h > 8 && p.caption != "" && w > 2 {
		for _, s := range t.Wrap(strings.ReplaceAll(p.caption, "→", t.Arrow), w-2, 2) {
			f.top = append(f.top, t.Line(w).Space(1).Put(paint.Dim, s).String())
		}
	}
	f.bottom = p.below(t, w, min(3, h-len(f.top)-1))
	p.shown = max(f.room(), 1)
	p.scroll(t, w)
	for i := p.top; i < len(p.rows) && len(f.rows) < f.room(); i++ {
		f.rows = append(append(f.rows, p.row(t, w, i)), p.wrong(t, w, i)...)
	}
	return f.lines()
}

// scroll makes sure that the row with the cursor is shown, with what is wrong with it, and that no line stays empty at the end while
// a row is hidden.
func (p *Preview) scroll(t *paint.Theme, w int) {
	lines := func(i int) int { return 1 + len(p.wrong(t, w, i)) }
	first, room := p.at, p.shown-lines(p.at) // the first row from which the cursor's is shown whole
	for first > 0 && room >= lines(first-1) {
		first--
		room -= lines(first)
	}
	last, room := len(p.rows), p.shown // the first row from which all to the end are shown
	for last > 0 && room >= lines(last-1) {
		last--
		room -= lines(last)
	}
	p.top = max(0, min(max(p.top, first), p.at, last))
}

// wrong is what is wrong with a row that is to be added, whole under it.
func (p *Preview) wrong(t *paint.Theme, w, i int) []string {
	r := &p.rows[i]
	if !r.wrong() || w < 2*wrongIndent {
		return nil
	}
	var out []string
	for _, s := range t.Wrap(r.Problem, w-wrongIndent-1, 2) {
		out = append(out, t.Line(w).Space(wrongIndent).Put(paint.Late, s).String())
	}
	return out
}

// wrongIndent is where what is wrong with a row begins: under its name.
const wrongIndent = 7

// given is what rows get that do not say it, with the keys that choose another.
func (p *Preview) given(t *paint.Theme, w int) string {
	l := t.Line(w).Space(1).Put(paint.Dim, "Where none is named")
	for i, field := range p.fields {
		if field.Value == "" {
			continue
		}
		rest := 0 // the others are to be seen, too
		for _, other := range p.fields[i+1:] {
			if other.Value == "" {
				continue
			}
			rest += hintGap + paint.Width(other.Key) + paint.Width(other.Name) + min(paint.Width(other.Value), leastSpan) + 2
		}
		l.Space(hintGap).Put(paint.Accent, field.Key).Space(1).Put(paint.Dim, field.Name).Space(1)
		l.Fit(paint.Text, field.Value, max(min(paint.Width(field.Value), l.Left()-1-rest), 0))
	}
	return l.String()
}

func (p *Preview) row(t *paint.Theme, w, i int) string {
	r := &p.rows[i]
	l, pointer := t.Line(w), " "
	if i == p.at {
		pointer = t.Pointer
		l.Under(paint.Selected)
	}
	box := "[ ] "
	if r.Take {
		box = "[x] "
	}
	l.Put(paint.Accent, pointer).Put(paint.Dim, box)
	if i == p.at && p.line != nil {
		p.line.Draw(t, l, l.Left()-1, true)
		return l.String()
	}
	style := paint.Text
	switch {
	case r.Barred:
		style = paint.Dim
	case !r.Take:
		style = paint.Dim | paint.Strike
	case r.Heading:
		style = paint.Bold
	}
	switch {
	case r.Heading:
	case r.wrong():
		l.Put(paint.Late, t.LateMark).Space(1)
	case r.Take && r.Status != roadmap.Todo:
		mark, color := t.Status(r.Status)
		l.Put(color, mark).Space(1)
	default:
		l.Space(2)
	}
	also := strings.Join(r.Became, " "+t.Dot+" ")
	name, _ := t.Cut(r.Name, max(l.Left()-min(paint.Width(also), l.Left()/2)-3, 8))
	return l.Put(style, name).Space(2).Put(paint.Dim, also).String()
}

func (p *Preview) below(t *paint.Theme, w, h int) []string {
	if h <= 0 {
		return nil
	}
	enter := "take all"
	if p.reading.Problem == "" && slices.ContainsFunc(p.rows, func(r PreviewRow) bool { return r.Take && r.Problem != "" }) {
		enter = "add rest"
	}
	hints := []Hint{{"enter", enter}, {"space", "not this"}, {"e", "correct it"}, {"esc", "leave"}}
	if instead := p.rows[p.at].Instead; instead != "" {
		kind, _, _ := strings.Cut(strings.ToLower(instead), " ")
		if strings.HasPrefix(kind, `\`) {
			kind = "task"
		}
		hints = append(hints[:3:3], Hint{"a", "as a " + strings.TrimSuffix(kind, ":")}, hints[3])
	}
	for _, field := range p.fields {
		hints = append(hints, Hint{field.Key, field.Name})
	}
	if p.line != nil {
		hints = []Hint{{"enter", "take it so"}, {"esc", "as it was"}}
	} else if p.rows[p.at].Barred { // where space ticks it, its problem says so
		hints = append(hints[:1:1], hints[2:]...)
	} else if !p.rows[p.at].Take {
		hints[1].Does = "this too"
	}
	says, last := t.Blank(w), footer(t, w, nil, hints)
	if len(p.reading.Effects) > 0 {
		l := t.Line(w).Space(1)
		putSpans(l, EffectSpans(t, w-2, p.reading.Effects, p.reading.Today), w-1)
		says = l.String()
	}
	if p.said != "" {
		says = under(t, w, 1, paint.Text, p.said)
	}
	if p.refused != "" {
		says = under(t, w, 1, paint.Late, p.refused)
	}
	return []string{t.Rule(w), says, last}[3-h:]
}
