package tui

import (
	"fmt"
	"strconv"

	"bywhen/tui/paint"
)

// tabLine is line 2: the views, counts in brackets; then what is marked, and the filter.
func (m *Model) tabLine(w int) string {
	l, after := m.theme.Line(w).Space(1), m.afterTabs()
	for i, label := range m.labels(w) {
		key, style := paint.Dim, paint.Dim
		if i == m.active {
			key, style = paint.Accent, paint.Accent|paint.Bold
		}
		l.Put(key, strconv.Itoa(i+1))
		if label != "" {
			l.Space(1).Put(style, label)
		}
		if i < len(m.tabs)-1 {
			l.Space(tabGap)
		}
	}
	return l.Spans(after...).String()
}

// afterTabs is what is marked, and the filter.
func (m *Model) afterTabs() []paint.Span {
	var out []paint.Span
	if words := m.markedWords(); words != "" {
		out = append(out, paint.Span{Style: paint.Accent | paint.Bold, Text: "   " + words})
	}
	if f := m.searching(); f != "" {
		out = append(out, paint.Span{Style: paint.Dim, Text: "   search: "}, paint.Span{Style: paint.Accent, Text: f})
	} else if f := m.scene.Filter; f != "" {
		word := "   filter: "
		if !m.tabs[m.active].filters {
			word = "   filter, not in this view: "
		}
		if !m.scene.Filtering {
			word = m.keyed("   ‹n› ‹N› find: ")
		}
		out = append(out, paint.Span{Style: paint.Dim, Text: word}, paint.Span{Style: paint.Accent, Text: f})
	}
	return out
}

const tabGap = 2

// labels are the names of the views, with their counts; where there is no room for all, what was accepted is not counted, and then only
// the open one has its name.
func (m *Model) labels(w int) []string {
	full, all, longer := make([]string, len(m.tabs)), 1+cells(m.afterTabs()), make([]string, len(m.tabs))
	more := 0
	for i := range m.tabs {
		full[i] = m.tabs[i].label(m.tabs[i].counted(m))
		longer[i] = m.tabs[i].label(m.tabs[i].countedAll(m))
		all += 2 + paint.Width(full[i]) + tabGap
		more += paint.Width(longer[i]) - paint.Width(full[i])
	}
	switch {
	case all+more <= w:
		return longer
	case all <= w:
		return full
	}
	for i := range full {
		if i != m.active {
			full[i] = m.tabs[i].counted(m)
		}
	}
	return full
}

// label is the name of the view, with a count where it has one.
func (t *tab) label(count string) string {
	if count == "" {
		return t.name
	}
	return t.name + " " + count
}

// countedAll is counted, with what was accepted: "(0, 1 accepted)".
func (t *tab) countedAll(m *Model) string {
	if t.accepted == nil || t.accepted(m.scene) == 0 {
		return t.counted(m)
	}
	return fmt.Sprintf("(%d%s, %d accepted)", t.count(m.scene), t.more(m), t.accepted(m.scene))
}

// more is a plus where a number is not the whole: what chance puts at risk is counted only once the view is opened.
func (t *tab) more(m *Model) string {
	if t.chance && m.uncounted() {
		return "+"
	}
	return ""
}

// counted is the number of what wants something done, in brackets; empty for none.
func (t *tab) counted(m *Model) string {
	if t.count == nil {
		return ""
	}
	if n, more := t.count(m.scene), t.more(m); n > 0 || more != "" {
		return "(" + strconv.Itoa(n) + more + ")"
	}
	return ""
}

// tabAt is the view whose tab is at a column, or -1.
func (m *Model) tabAt(x int) int {
	at := 1
	for i, label := range m.labels(m.w) {
		n := 1
		if label != "" {
			n += 1 + paint.Width(label)
		}
		if x >= at && x < at+n {
			return i
		}
		at += n + tabGap
	}
	return -1
}
