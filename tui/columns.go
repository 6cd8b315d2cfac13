package tui

import (
	"slices"

	"bywhen/tui/input"
	"bywhen/tui/plan"

	tea "github.com/charmbracelet/bubbletea"
)

// askColumns asks for the Plan's columns: the Plan above shows each choice at once, enter keeps it, esc takes it back.
func (m *Model) askColumns() {
	m.open(0)
	view, ok := m.view().(*plan.View)
	if !ok {
		return
	}
	before := view.Columns
	list := input.NewColumns(columnChoices(before), plan.LeastColumn, plan.MostColumn)
	list.NoRoom = func(name string) string { return m.noRoom(view, name) }
	m.put(&over{component: list, changed: func() { view.Columns = chosenColumns(list.Rows()) }, left: func() { view.Columns = before },
		taken: func(int) tea.Cmd {
			m.close()
			m.keepColumns(view.Columns)
			return nil
		}})
}

// noRoom says why a column that is shown has no room in the Plan, and what gives it some; empty where it has.
func (m *Model) noRoom(view *plan.View, name string) string {
	in := func(columns []plan.Column) bool {
		return slices.ContainsFunc(columns, func(c plan.Column) bool { return c.Kind.String() == name })
	}
	switch {
	case in(view.Fitting()):
		return ""
	case m.screen.beside && in(view.FittingIn(m.w)):
		return m.scene.Keys.Text("no room for it beside the details: ‹enter› in the Plan closes them")
	}
	return "no room for it in a terminal of this width"
}

// saysNoRoom says once, of the first Plan that is drawn, for which of the columns that a person chose there is no room in it; false
// where nothing is to be said, or something else is being said.
func (m *Model) saysNoRoom() bool {
	view, ok := m.view().(*plan.View)
	if m.roomSaid || !ok || m.screen.view.h == 0 || m.message != "" || m.tour != nil || m.top() != nil {
		return false
	}
	m.roomSaid = true
	var names []string
	beside := m.screen.beside // and without the details there would be room for all
	for _, c := range view.NoRoom() {
		names = append(names, c.Kind.String())
		beside = beside && slices.Contains(view.FittingIn(m.w), c)
	}
	switch {
	case len(names) == 0:
		return false
	case beside:
		m.tell("no room for " + listed(names) + " beside the details: ‹enter› closes them")
	default:
		m.say("no room for " + listed(names) + ": fewer or narrower columns, or a wider window")
	}
	return true
}

// keepColumns keeps chosen columns for the next time, where there is a place for that.
func (m *Model) keepColumns(columns []plan.Column) {
	m.opts.Config.Columns = columns
	if m.opts.KeepColumns == nil {
		m.say("the columns are so until the program ends")
		return
	}
	if err := m.opts.KeepColumns(columns); err != nil {
		m.fail(err)
		return
	}
	m.say("columns kept, on this machine and for all roadmaps")
}

// columnChoices are all columns, those that are shown first.
func columnChoices(shown []plan.Column) []input.ColumnChoice {
	var out []input.ColumnChoice
	add := func(c plan.Column, shown bool) {
		out = append(out, input.ColumnChoice{Name: c.Kind.String(), Width: c.Width, Usual: c.Kind.Column().Width, Shown: shown})
	}
	for _, c := range shown {
		add(c, true)
	}
	for _, k := range plan.ColumnKinds() {
		if !slices.ContainsFunc(shown, func(c plan.Column) bool { return c.Kind == k }) {
			add(k.Column(), false)
		}
	}
	return out
}

// chosenColumns are the columns that are shown.
func chosenColumns(rows []input.ColumnChoice) []plan.Column {
	out := []plan.Column{}
	for _, r := range rows {
		for _, k := range plan.ColumnKinds() {
			if r.Shown && k.String() == r.Name {
				out = append(out, plan.Column{Kind: k, Width: r.Width})
			}
		}
	}
	return out
}
