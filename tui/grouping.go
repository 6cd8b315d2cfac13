package tui

import (
	"bywhen/tui/plan"

	tea "github.com/charmbracelet/bubbletea"
)

// askGrouping asks by what the Plan is grouped, and in which order.
func (m *Model) askGrouping() {
	view, ok := m.tabs[m.active].view.(*plan.View)
	if !ok {
		m.tell("‹o› groups the Plan: ‹1› goes there")
		return
	}
	set := func(g plan.Grouping, o plan.Order) func() tea.Cmd {
		return func() tea.Cmd { view.Arrange(g, o); return nil }
	}
	g, o := view.Group, view.Order
	m.choose("Group the rows by, or put them in an order", option{"g", "goal", set(plan.ByGoal, o)}, option{"t", "team", set(plan.ByTeam, o)}, option{"p", "phase", set(plan.ByPhase, o)},
		option{"s", "status", set(plan.ByStatus, o)}, option{"f", "flat", set(plan.Ungrouped, o)},
		option{"r", "own order", set(g, plan.Own)}, option{"b", "by start", set(g, plan.ByStart)}, option{"l", "latest first", set(g, plan.ByLateness)})
}
