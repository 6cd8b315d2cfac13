package tui

import (
	"fmt"

	"bywhen/tui/action"
	"bywhen/tui/paint"
)

// tourStep is what the tour says, and the key that it waits for.
type tourStep struct {
	waits action.Action
	text  string // with keys as action.Keys.Text takes them
	// past tells whether what the step is for has been done already; nil: it never has.
	past func(*Model) bool
}

// tourSteps are two minutes: what is late, why, what could be done, and how work comes in. All that they try is in a what-if.
var tourSteps = []tourStep{
	{waits: action.View2, text: "Line 1, at the top, is the answer: the deadline that is missed most, and by how much. Now press ‹2›: it shows what that comes from."},
	{waits: action.Enter, text: "A row is a cause, the worst first, with whom it holds up; below is what it makes late. ‹enter› goes to the first one."},
	{waits: action.Why, text: "This is the Plan: tasks at the left, time at the right, today the dotted line. ‹w› says why this one is late, link by link."},
	{waits: action.Cancel, text: "Each link says how many days it costs, and they add up. ‹esc› goes back."},
	{waits: action.Fix, text: "What to do about it: ‹f› shows ways out, each of them really planned, with the days that it wins. There enter tries one, esc leaves the list."},
	{waits: action.WhatIf, text: "Now try something of your own: after ‹W› edits touch a copy, and the roadmap in the file stays as it is.",
		past: func(m *Model) bool { open, _ := m.session.Trying(); return open }},
	{waits: action.Set, text: "‹s› sets anything in a line: type 3d, or due:fri, and see what it does to every deadline while you type. enter sets it."},
	{waits: action.WhatIf, text: "The first line says what was won and lost, the thin bars are the old plan. ‹W› ends it: accept, throw away or go on."},
	{waits: action.Add, text: "New work is a line too: ‹a›, then Case study 5d @design due:eom. esc ends the adding."},
	{waits: action.Help, text: "Whatever you do, ‹u› undoes. ‹:› finds every action by a few letters, ‹?› shows all keys. That was the tour: have fun."},
}

// tour is where the tour is; nil where there is none.
type tour struct{ step int }

// beginTour starts the tour from the Plan.
func (m *Model) beginTour() {
	m.open(0)
	m.message, m.tour = "", &tour{}
}

// goOn takes an action that the tour may wait for: then its next step comes. Any other leaves it. The action is done all the same.
func (m *Model) goOn(a action.Action) {
	if m.tour == nil {
		return
	}
	m.passed()
	if a != tourSteps[m.tour.step].waits || m.tour.step == len(tourSteps)-1 {
		m.tour = nil
		return
	}
	m.tour.step++
}

// passed leaves out a step whose point was come by otherwise, as the what-if that a way out has opened.
func (m *Model) passed() {
	if past := tourSteps[m.tour.step].past; past != nil && past(m) {
		m.tour.step++
	}
}

// leastForTour are the lines of a screen that has room for a text of its own.
const leastForTour = 12

// mostTour is how many lines a text of the tour takes.
const mostTour = 4

// guides tells whether the tour speaks now: it is silent while something lies on top.
func (m *Model) guides() bool { return m.tour != nil && m.top() == nil }

// tourRows are the lines that the tour takes of the screen, a rule over them too: in every step and view the same, at the bottom,
// where the strip is, so that it covers nothing and never jumps. None where it says nothing, or stands in the last line alone.
func (m *Model) tourRows() int {
	if !m.guides() || m.h < leastForTour {
		return 0
	}
	rows := stripLines
	for _, step := range tourSteps {
		rows = max(rows, len(m.theme.Wrap(m.keyed(step.text), m.w-2, mostTour)))
	}
	return 1 + rows
}

// tourLines are the tour in its place.
func (m *Model) tourLines() []string {
	rows := m.screen.tour.h
	if rows == 0 {
		return nil
	}
	head := m.theme.Line(m.w).Put(paint.Rule, m.theme.Horizontal)
	head.Put(paint.Accent|paint.Bold, fmt.Sprintf(" Tour %d of %d ", m.tour.step+1, len(tourSteps))).Put(paint.Dim, "any other key leaves it ")
	out := []string{m.ruled(head)}
	for _, l := range m.theme.Wrap(m.keyed(tourSteps[m.tour.step].text), m.w-2, rows-1) {
		out = append(out, m.theme.Line(m.w).Space(1).Put(paint.Text, l).String())
	}
	for len(out) < rows {
		out = append(out, m.theme.Blank(m.w))
	}
	return out[:rows]
}

// tourInShort says the tour in the last line of a small screen.
func (m *Model) tourInShort(lines []string) {
	if m.guides() && m.h < leastForTour && len(lines) > 0 {
		lines[len(lines)-1] = m.theme.Line(m.w).Space(1).Put(paint.Accent, m.keyed(tourSteps[m.tour.step].text)).String()
	}
}
