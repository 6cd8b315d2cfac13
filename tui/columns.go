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
	list.Fits = func(name string) bool {
		return slices.ContainsFunc(view.Fitting(), func(c plan.Column) bool { return c.Kind.String() == name })
	}
	m.put(&over{component: list, changed: func() { view.Columns = chosenColumns(list.Rows()) }, left: func() { view.Columns = before },
		taken: func(int) tea.Cmd {
			m.close()
			m.keepColumns(view.Columns)
			return nil
		}})
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
	for _, c := range view.NoRoom() {
		names = append(names, c.Kind.String())
	}
	if len(names) == 0 {
		return false
	}
	m.say("no room for " + listed(names) + ": fewer or narrower columns, or a wider window")
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
