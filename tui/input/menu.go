package input

import (
	"bywhen/roadmap/phrase"
	"bywhen/tui/paint"
)

// menuRows is how many completions are listed at once.
const menuRows = 6

// menu is a list of completions, drawn upward from the text: the best stands next to it, and stays there as the list grows.
type menu struct {
	list   []phrase.Candidate
	at     int // the chosen one, -1 for none
	top    int // the first one shown
	hidden bool
}

// offer lists completions of a text, unless all that there is stands in it already.
func (m *menu) offer(list []phrase.Candidate, text string) {
	if len(list) == 1 && list[0].Start <= list[0].End && list[0].End <= len(text) && text[list[0].Start:list[0].End] == list[0].Insert {
		list = nil
	}
	*m = menu{list: list, at: -1}
}

func (m *menu) close() { m.hidden, m.at = true, -1 }

func (m *menu) open() bool { return !m.hidden && len(m.list) > 0 }

func (m *menu) chosen() bool { return m.open() && m.at >= 0 }

func (m *menu) alone() bool { return len(m.list) == 1 }

func (m *menu) candidate() phrase.Candidate { return m.list[m.at] }

// move chooses another one: up the list for 1, and round.
func (m *menu) move(by int) {
	n := len(m.list)
	if n == 0 {
		return
	}
	if m.at += by; m.at < 0 {
		m.at = n - 1
	}
	m.at %= n
	m.top = min(max(m.top, m.at-menuRows+1), m.at)
}

func (m *menu) height() int {
	if !m.open() {
		return 0
	}
	return min(len(m.list), menuRows)
}

// draw gives h lines of w cells, the best completion in the last.
func (m *menu) draw(t *paint.Theme, w, h, indent int) []string {
	if h <= 0 {
		return nil
	}
	out := make([]string, h)
	labels := 0
	for _, c := range m.list[min(m.top, len(m.list)):min(m.top+h, len(m.list))] {
		labels = max(labels, paint.Width(c.Label))
	}
	for i := range out {
		at := m.top + h - 1 - i
		l := t.Line(w)
		if at < len(m.list) {
			m.row(t, l, at, indent, labels)
		}
		out[i] = l.String()
	}
	return out
}

func (m *menu) row(t *paint.Theme, l *paint.Line, at, indent, labels int) {
	if indent+labels > l.Left() {
		indent = 1
	}
	l.Space(indent - 1)
	if at == m.at {
		l.Under(paint.Selected).Put(paint.Accent, t.Pointer)
	} else {
		l.Space(1)
	}
	c := m.list[at]
	l.Fit(paint.Text, c.Label, min(labels, max(l.Left()-1, 0)))
	if c.Detail != "" {
		l.Space(2).Put(paint.Dim, c.Detail)
	}
	if hidden := len(m.list) - menuRows; at == m.top+menuRows-1 && hidden > 0 && l.Left() > 12 {
		l.Space(2).Put(paint.Dim, t.Ellipsis)
	}
}
