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
	g, o := view.Group, view.Order
	group := func(key string, by plan.Grouping, name string) option {
		return option{key, name, func() tea.Cmd { view.Arrange(by, o); return nil }}
	}
	order := func(key string, by plan.Order) option {
		return option{key, by.String(), func() tea.Cmd { view.Arrange(g, by); m.say(by.Says()); return nil }}
	}
	m.choose("Group the rows by, or put them in an order", group("g", plan.ByGoal, "goal"), group("t", plan.ByTeam, "team"),
		group("p", plan.ByPhase, "phase"), group("s", plan.ByStatus, "status"), group("f", plan.Ungrouped, "flat"),
		order("r", plan.Own), order("b", plan.ByStart), order("e", plan.ByFinish), order("d", plan.ByDeadline), order("k", plan.BySlack),
		order("m", plan.ByLeft), order("l", plan.ByLateness), order("n", plan.ByTitle))
}
