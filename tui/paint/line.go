package paint

import "unicode/utf8"

// Line is one line of the screen, built from the left in runs of one style. What does not fit is cut.
type Line struct {
	theme *Theme
	buf   []byte
	want  int // cells
	at    int // cells so far
	style Style
	under Style // or'ed into every style
}

// Span is a text in a style.
type Span struct {
	Style Style
	Text  string
}

// Cell is one character, one cell wide, in a style.
type Cell struct {
	Glyph rune
	Style Style
}

// Line begins a line that will be exactly w cells wide.
func (t *Theme) Line(w int) *Line {
	return &Line{theme: t, want: max(w, 0), buf: make([]byte, 0, max(w, 0)*2+48)}
}

// Under adds an attribute (Selected, Strike) to all that follows.
func (l *Line) Under(s Style) *Line {
	l.under |= s
	return l
}

// Put adds a text, cut with an ellipsis where the line ends.
func (l *Line) Put(s Style, text string) *Line {
	text, n := l.theme.Cut(text, l.Left())
	return l.run(s, text, n)
}

// Spans adds texts, each in its style.
func (l *Line) Spans(spans ...Span) *Line {
	for _, s := range spans {
		l.Put(s.Style, s.Text)
	}
	return l
}

// Fit adds a text in exactly w cells, at the left of them.
func (l *Line) Fit(s Style, text string, w int) *Line {
	w = min(w, l.Left())
	text, n := l.theme.Cut(text, w)
	return l.run(s, text, n).run(s&^(Underline|Strike), l.theme.Spaces(w-n), w-n)
}

// Right adds a text in exactly w cells, at the right of them.
func (l *Line) Right(s Style, text string, w int) *Line {
	w = min(w, l.Left())
	text, n := l.theme.Cut(text, w)
	return l.run(Text, l.theme.Spaces(w-n), w-n).run(s, text, n)
}

// Space adds n spaces.
func (l *Line) Space(n int) *Line {
	n = min(n, l.Left())
	return l.run(Text, l.theme.Spaces(n), max(n, 0))
}

// To adds spaces up to the column (counted from 0).
func (l *Line) To(column int) *Line { return l.Space(column - l.at) }

// Cells adds characters of one cell each.
func (l *Line) Cells(cells []Cell) *Line {
	for _, c := range cells[:min(len(cells), l.Left())] {
		if c.Glyph != ' ' || l.shows(c.Style) {
			l.set(c.Style)
		}
		l.buf = utf8.AppendRune(l.buf, c.Glyph)
		l.at++
	}
	return l
}

// At is the number of cells so far, Left the number still free.
func (l *Line) At() int { return l.at }

// Left is the number of cells still free.
func (l *Line) Left() int { return l.want - l.at }

// String is the line, filled with spaces to its width, ending in the terminal's own style.
func (l *Line) String() string {
	l.Space(l.Left())
	if l.style != Text {
		l.style = Text
		l.buf = append(l.buf, "\x1b[0m"...)
	}
	return string(l.buf)
}

func (l *Line) run(s Style, text string, cells int) *Line {
	if text != "" {
		if l.shows(s) || !blank(text) {
			l.set(s)
		}
		l.buf = append(l.buf, text...)
		l.at += cells
	}
	return l
}

// onBlank are the attributes that are seen on a space.
const onBlank = Underline | Strike | Reverse | Selected | Shade

// shows tells whether a space in that style would look otherwise than in the one that is on: a colour alone does not, and
// leaving it on saves a sequence.
func (l *Line) shows(s Style) bool { return (s|l.under)&onBlank != l.style&onBlank }

func blank(text string) bool {
	for i := range len(text) {
		if text[i] != ' ' {
			return false
		}
	}
	return true
}

func (l *Line) set(s Style) {
	if s |= l.under; s != l.style {
		l.style = s
		l.buf = append(l.buf, l.theme.sgr[s]...)
	}
}
