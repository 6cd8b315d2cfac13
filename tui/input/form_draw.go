package input

import (
	"strconv"
	"strings"

	"bywhen/tui/paint"
)

// Draw gives h lines of w cells, scrolled so that the field and what is said of it are seen.
func (f *Form) Draw(t *paint.Theme, w, h int) []string {
	if f.area != nil {
		return f.area.Draw(t, w, h)
	}
	body, from, to := f.body(t, w)
	out := make([]string, 0, max(h, 0))
	if h > 3 {
		out = append(out, t.Line(w).Space(1).Put(paint.Bold, f.o.Title).String())
	}
	foot := f.foot(t, w, h)
	room := max(h-len(out)-len(foot), 0)
	f.top = max(0, min(f.top, from, len(body)-room))
	if to > f.top+room {
		f.top = min(from, to-room)
	}
	if more := len(body) - f.top - room; more > 0 && len(foot) > 1 {
		l := t.Line(w).Put(paint.Rule, t.Horizontal).Put(paint.Dim, " "+strconv.Itoa(more)+" more below ")
		foot[0] = l.Put(paint.Rule, strings.Repeat(t.Horizontal, max(l.Left(), 0))).String()
	}
	f.above, f.drawn = len(out), f.drawn[:min(len(f.drawn), f.top+room)]
	for i := f.top; i < f.top+room; i++ {
		if i < len(body) {
			out = append(out, body[i])
		} else {
			out = append(out, t.Blank(w))
		}
	}
	return append(out, foot...)
}

func (f *Form) foot(t *paint.Theme, w, h int) []string {
	var out []string
	if h > 5 {
		out = append(out, t.Rule(w))
	}
	if why := f.refusal(); h > 8 && paint.Width(why) > w-2 { // whole, and the keys under it
		for _, line := range t.Wrap(why, w-2, mostUnder) {
			out = append(out, under(t, w, 1, paint.Late, line))
		}
		return append(out, footer(t, w, nil, f.hints()))
	}
	if h > 1 {
		out = append(out, f.footer(t, w))
	}
	return out
}

// refusal is why the form cannot be saved, where no field says it; empty where it can.
func (f *Form) refusal() string {
	if f.message == "" && f.read.Field == "" {
		return f.read.Problem
	}
	return f.message
}

func (f *Form) footer(t *paint.Theme, w int) string {
	if why := f.refusal(); why != "" {
		return alarm(t, w, why, f.hints())
	}
	return footer(t, w, f.says(t, w), f.hints())
}

// body is all lines of the form, and which of them are those of the field that it is at.
func (f *Form) body(t *paint.Theme, w int) (lines []string, from, to int) {
	labels := 0
	for i := range f.fields {
		labels = max(labels, paint.Width(f.fields[i].Label))
	}
	labels = min(labels, w/3)
	f.drawn = f.drawn[:0]
	for i := range f.fields {
		if i == f.at {
			from = len(lines)
		}
		lines = append(lines, f.field(t, w, i, labels)...)
		for len(f.drawn) < len(lines) {
			f.drawn = append(f.drawn, i)
		}
		if i == f.at {
			to = len(lines)
		}
	}
	if len(f.fields) == 0 {
		lines = append(lines, t.Line(w).Space(3).Put(paint.Dim, "nothing to fill in").String())
	}
	return lines, from, to
}

// field is a field's line, and under it what is wrong, or what was understood where that has no room beside it; then
// completions.
func (f *Form) field(t *paint.Theme, w, i, labels int) []string {
	own, at := &f.fields[i], i == f.at
	l := t.Line(w)
	if at {
		l.Put(paint.Accent, t.Pointer).Space(1).Fit(paint.Bold, own.Label, labels)
	} else {
		l.Space(2).Fit(paint.Dim, own.Label, labels)
	}
	indent := labels + 4
	l.To(indent)
	room := l.Left() - 1
	beside := own.meaning != "" && paint.Width(own.text.Value())+4+paint.Width(own.meaning) <= room
	if beside {
		room = paint.Width(own.text.Value()) + 1
	}
	f.value(t, l, own, room, at)
	if beside {
		l.Space(2).Put(paint.Dim, own.meaning)
	}
	out := []string{l.String()}
	switch {
	case own.err != nil:
		out = append(out, underIt(t, w, indent, paint.Late, own.err.Error())...)
	case f.read.Problem != "" && f.read.Field == own.Name && own.Name != "":
		out = append(out, underIt(t, w, indent, paint.Late, f.read.Problem)...)
	case own.doubt != "":
		out = append(out, underIt(t, w, indent, paint.Risk, own.doubt)...)
	case at && own.meaning != "" && !beside:
		out = append(out, underIt(t, w, indent, paint.Dim, own.meaning)...)
	}
	if at {
		out = append(out, f.completions(t, w, indent)...)
	}
	return out
}

// mostUnder is how many lines under a field what is said of it may take.
const mostUnder = 3

func underIt(t *paint.Theme, w, indent int, s paint.Style, text string) []string {
	var out []string
	for _, line := range t.Wrap(text, w-min(indent, w/3)-1, mostUnder) {
		out = append(out, under(t, w, indent, s, line))
	}
	return out
}

func under(t *paint.Theme, w, indent int, s paint.Style, text string) string {
	return t.Line(w).Space(min(indent, w/3)).Put(s, text).String()
}

func (f *Form) completions(t *paint.Theme, w, indent int) []string {
	lines := f.menu.draw(t, w, f.menu.height(), indent)
	for i, k := 0, len(lines)-1; i < k; i, k = i+1, k-1 { // the best next to the field
		lines[i], lines[k] = lines[k], lines[i]
	}
	return lines
}

func (f *Form) value(t *paint.Theme, l *paint.Line, own *field, room int, at bool) {
	switch {
	case own.Lines:
		f.summary(t, l, own, room, at)
	case own.text.Value() == "" && at:
		l.Put(paint.Accent, t.Cursor).Fit(paint.Dim, own.Hint, room-1)
	case own.text.Value() == "":
		l.Fit(paint.Rule, t.Dot, min(room, 1))
	default:
		own.text.Draw(t, l, room, at)
	}
}

// summary is the first line of several, and that there are more.
func (f *Form) summary(t *paint.Theme, l *paint.Line, own *field, room int, at bool) {
	first, rest, more := strings.Cut(own.value, "\n")
	if more {
		first += " " + t.Ellipsis + " " + paint.Count(strings.Count(rest, "\n")+2, "line")
	}
	style := paint.Text
	if first == "" {
		first, style = own.Hint, paint.Dim
	}
	if at {
		style |= paint.Underline
	}
	l.Fit(style, first, room)
}

func (f *Form) says(t *paint.Theme, w int) []paint.Span {
	switch {
	case len(f.read.Effects) > 0:
		return EffectSpans(t, roomBeside(w, f.hints()), f.read.Effects, f.read.Today)
	case f.read.Says != "":
		return []paint.Span{{Style: paint.Dim, Text: f.read.Says}}
	}
	return nil
}

func (f *Form) hints() []Hint {
	save := f.o.Enter
	if save == "" {
		save = "save"
	}
	switch {
	case f.menu.chosen():
		return []Hint{{"enter", "take it"}, {"esc", "close list"}}
	case len(f.fields) > 0 && f.fields[f.at].Lines:
		return []Hint{{"enter", "write"}, {"ctrl+s", save}, {"esc", "leave"}, {"tab", "next"}}
	}
	return []Hint{{"enter", save}, {"esc", "leave"}, {"tab", "next"}}
}
