package tui

import (
	"strconv"
	"strings"

	"bywhen/tui/action"
	"bywhen/tui/chance"
	"bywhen/tui/details"
	"bywhen/tui/paint"
)

// draw is the screen: exactly h lines of w cells.
func (m *Model) draw() []string {
	if m.w <= 0 || m.h <= 0 {
		return nil
	}
	if m.guides() {
		m.passed()
	}
	tab := &m.tabs[m.active]
	story := tab.story && m.ledger == nil
	m.screen = layoutOf(m.w, m.h, wanted{strip: story, details: story && m.showsDetails(), tour: m.tourRows()})
	s := &m.screen
	view := m.viewLines() // before the tabs, which count root causes: those may still be on their way
	lines := make([]string, 0, m.h)
	lines = append(lines, m.answerLine(s.answer.w))
	if s.tabs.h > 0 {
		lines = append(lines, m.tabLine(s.tabs.w))
	}
	lines = append(lines, view...)
	if s.rule.h > 0 {
		lines = append(lines, m.ruleLine())
		lines = append(lines, m.stripLines()...)
	}
	lines = append(lines, m.tourLines()...)
	if s.bottom.h > 0 {
		lines = append(lines, m.bottomLine(s.bottom.w))
	}
	m.sayWhole(lines)
	m.tourInShort(lines)
	return m.overlay(lines)
}

// mostSaid is how many lines a message takes at most, at the bottom of the screen, of which it leaves at least half.
const mostSaid = 6

// sayWhole puts a message that must be read to its end, and that the bottom line has no room for, over the lines above it, too: what
// went wrong, and what has to be done for a copy to arrive. It goes with the next key, and nothing moves.
func (m *Model) sayWhole(lines []string) {
	said, style := m.message, paint.Text
	if _, trouble := m.session.Unsaved(); trouble != nil && said == "" {
		said, style = inShort(trouble), paint.Late
	} else if m.trouble {
		style = paint.Late
	}
	w := m.w - 2
	if mark := m.unsavedMark(); mark != "" {
		w -= paint.Width(mark) + 2
	}
	if said == m.message && !m.trouble && !m.whole || paint.Width(said) <= w || m.screen.bottom.h == 0 || w <= 0 {
		return
	}
	wrapped := m.inRoom(said, w, max(min(mostSaid, len(lines)/2), 1))
	for i, text := range wrapped {
		l := m.theme.Line(m.w).Space(1).Put(style, text)
		if mark := m.unsavedMark(); mark != "" && i == len(wrapped)-1 {
			l.To(m.w-1-paint.Width(mark)).Put(paint.Risk, mark)
		}
		lines[len(lines)-len(wrapped)+i] = l.String()
	}
}

func (m *Model) showsDetails() bool {
	if m.w >= besideFrom {
		return !m.closed
	}
	return m.details
}

// viewLines are the view with the details beside or below it.
func (m *Model) viewLines() []string {
	s := &m.screen
	var lines []string
	if s.view.h > 0 {
		if v, ok := m.view().(*chance.View); ok {
			v.Making = m.making()
		}
		lines = m.view().Draw(m.scene, s.view.w, s.view.h)
	}
	if s.details.h == 0 {
		return lines
	}
	pane := m.detailLines(s.details.w, s.details.h, !s.beside)
	if !s.beside {
		return append(lines, pane...)
	}
	rule, tee := m.theme.Line(1).Put(paint.Rule, m.theme.Vertical).String(), m.theme.Line(1).Put(paint.Rule, m.theme.TeeDown).String()
	for i := range lines {
		edge := rule
		if i == 0 {
			edge = tee
		}
		lines[i] += edge + pane[i]
	}
	return lines
}

// detailLines are a window of the pane about the selection, under a rule that says whether there is more.
func (m *Model) detailLines(w, h int, below bool) []string {
	all := details.Lines(m.scene, w)
	room := max(h-1, 0)
	m.scroll = max(min(m.scroll, len(all)-room), 0)
	title := ""
	switch {
	case m.inside:
		title = " j k scroll, h back "
	case below:
		title = " details "
	}
	if more := len(all) - room - m.scroll; more > 0 {
		title += " " + strconv.Itoa(more) + " more below "
	}
	l := m.theme.Line(w)
	head := m.theme.Horizontal
	l.Put(paint.Rule, head).Put(paint.Dim, title)
	for l.Left() > 0 {
		l.Put(paint.Rule, head)
	}
	out := append(make([]string, 0, h), l.String())
	for i := range room {
		if k := m.scroll + i; k < len(all) {
			out = append(out, all[k])
			continue
		}
		out = append(out, m.theme.Blank(w))
	}
	return out[:h]
}

// ruleLine closes the view above the strip; it meets the lines that stand on it.
func (m *Model) ruleLine() string { return m.ruled(m.theme.Line(m.screen.w)) }

// ruled is a line that a rule fills from where it has come to.
func (m *Model) ruled(l *paint.Line) string {
	s := &m.screen
	seam, edge := -1, -1
	if v, ok := m.tabs[m.active].view.(interface{ Seam() int }); ok && (s.beside || s.details.h == 0) {
		seam = v.Seam()
	}
	if s.beside {
		edge = s.view.w
	}
	for x := l.At(); x < s.w; x++ {
		if x == seam || x == edge {
			l.Put(paint.Rule, m.theme.TeeUp)
			continue
		}
		l.Put(paint.Rule, m.theme.Horizontal)
	}
	return l.String()
}

// stripLines tell the story of what is selected.
func (m *Model) stripLines() []string {
	out := make([]string, 0, stripLines)
	for _, text := range m.theme.Wrap(details.Story(m.scene), m.screen.w-2, stripLines) {
		out = append(out, m.theme.Line(m.screen.w).Space(1).Put(paint.Text, text).String())
	}
	for len(out) < stripLines {
		out = append(out, m.theme.Blank(m.screen.w))
	}
	return out
}

// bottomLine is a message, what is not saved, or the keys that make sense now.
func (m *Model) bottomLine(w int) string {
	l := m.theme.Line(w).Space(1)
	_, trouble := m.session.Unsaved()
	right := m.unsavedMark()
	room := w - 2
	if right != "" {
		room -= paint.Width(right) + 2
	}
	switch {
	case trouble != nil && m.message == "":
		l.Fit(paint.Late, inShort(trouble), room)
	case m.message != "":
		style := paint.Text
		if m.trouble {
			style = paint.Late
		}
		l.Fit(style, m.said(room), room)
	default:
		m.keyHints(l, room)
	}
	if right != "" {
		l.To(w-1-paint.Width(right)).Put(paint.Risk, right)
	}
	return l.String()
}

// mostLost is how many cells a message may lose for not being cut within one of its parts: less than would tell something.
const mostLost = 16

// leastSaid is how many cells of what an edit did stay beside how it is undone.
const leastSaid = 12

// said is the message in a room of cells. Where it is of an edit, what the edit did to others is cut first, then what it did itself;
// how it is undone stays.
func (m *Model) said(room int) string {
	left := room - paint.Width(m.back)
	if m.back == "" || m.trouble || left < leastSaid {
		return m.inOneLine(m.message, room)
	}
	did, rest, inside := strings.Cut(m.message, m.back)
	if inside && paint.Width(did) <= left {
		return m.inOneLine(did+m.back+rest, room)
	}
	did, _ = m.theme.Cut(m.inOneLine(did, left), left)
	return did + m.back
}

// inOneLine is a message in a room of cells: where it has no room for all of its parts, those that are whole, and that there are more.
func (m *Model) inOneLine(message string, room int) string {
	if paint.Width(message) <= room {
		return message
	}
	more := " " + m.theme.Dot + " " + m.theme.Ellipsis
	whole := paint.WholeParts(message, room-paint.Width(more))
	if paint.Width(whole) < room-mostLost || paint.Width(whole) > room-paint.Width(more) { // more is lost than is gained
		return message
	}
	return whole + more
}

// keyHints names the keys that make sense now, as many as fit.
func (m *Model) keyHints(l *paint.Line, room int) {
	if m.ledger != nil {
		m.ledgerKeys(l, room)
		return
	}
	keys := m.tabs[m.active].view.Keys(m.scene)
	if len(m.scene.Marks) > 0 {
		keys = m.keysOfMarks()
	}
	if m.session.Visiting() != nil {
		keys = inPast(keys)
		if m.tabs[m.active].view != View(m.history()) {
			keys = append(keys, action.View7)
		}
	}
	if m.inside {
		keys = []action.Action{action.Down, action.Up, action.Fold}
	}
	end := l.At() + room
	tail := []action.Action{action.Palette, action.Help}
	reserve := 0
	for _, a := range tail {
		reserve += m.hintWidth(a) + 3
	}
	for _, a := range keys {
		if m.opts.Config.Keys.Key(a) == "" || l.At()+m.hintWidth(a) > end-reserve {
			continue
		}
		m.hint(l, a)
		l.Space(3)
	}
	for _, a := range tail {
		if m.opts.Config.Keys.Key(a) != "" && l.At()+m.hintWidth(a) <= end {
			m.hint(l, a)
			l.Space(min(3, end-l.At()))
		}
	}
}

// inPast are the keys that work where the past is shown: none that edits or tries something, first how to come back.
func inPast(keys []action.Action) []action.Action {
	out := []action.Action{action.Cancel}
	for _, a := range keys {
		if !a.Edits() && a != action.WhatIf && a != action.Fix && a != action.Cancel {
			out = append(out, a)
		}
	}
	return out
}

func (m *Model) hintWidth(a action.Action) int {
	return paint.Width(m.opts.Config.Keys.Key(a)) + 1 + paint.Width(m.short(a))
}

func (m *Model) hint(l *paint.Line, a action.Action) {
	l.Put(paint.Accent, m.opts.Config.Keys.Key(a)).Space(1).Put(paint.Dim, m.short(a))
}

// short is what an action does in a word or two, as the open view calls it.
func (m *Model) short(a action.Action) string {
	if v, ok := m.tabs[m.active].view.(interface {
		Calls(action.Action) string
	}); ok {
		if word := v.Calls(a); word != "" {
			return word
		}
	}
	if a == action.Cancel && m.session.Visiting() != nil {
		return "come back"
	}
	if a == action.WhatIf {
		return m.whatIfDoes()
	}
	if a == action.Enter && m.tabs[m.active].story {
		return map[bool]string{true: "close details", false: "details"}[m.showsDetails()]
	}
	return a.Entry().Short
}
