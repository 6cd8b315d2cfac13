package tui

import (
	"bywhen/tui/paint"
	"bywhen/tui/plan"

	tea "github.com/charmbracelet/bubbletea"
)

// whatIf begins a what-if, or asks how to end the one that is open.
func (m *Model) whatIf() tea.Cmd {
	open, edits := m.session.Trying()
	switch {
	case m.session.Visiting() != nil:
		m.say("this is the past: esc comes back, then W tries something")
	case !open:
		m.session.Try()
		m.look()
		m.tell("what if: edit freely, the file stays as it is; ‹W› ends it")
	case edits == 0:
		m.discard()
	default:
		m.chooseOr("what-if:", "go on trying", option{"enter", "accept", m.accept}, option{"x", "discard", func() tea.Cmd { m.discard(); return nil }})
	}
	return nil
}

func (m *Model) accept() tea.Cmd {
	e, err := m.session.Accept(triedTitle(m.session.Tried()))
	if err != nil {
		m.fail(err)
		return nil
	}
	m.look()
	m.say("accepted" + effects(m.scene, e.Effects) + "; u takes all of it back")
	return nil
}

// triedTitle names a what-if by its edits, as the history shows it: "What-if: Trial run: effort 6d → 1d and 2 more edits".
func triedTitle(edits []string) string {
	switch n := len(edits) - 1; {
	case n < 0:
		return "What-if"
	case n == 0:
		return "What-if: " + edits[0]
	default:
		return "What-if: " + edits[0] + " and " + paint.Count(n, "more edit")
	}
}

func (m *Model) discard() {
	m.session.Discard()
	m.look()
	m.say("discarded: all is as it was")
}

// askGrouping asks by what the Plan is grouped, and in which order.
func (m *Model) askGrouping() {
	view, ok := m.tabs[m.active].view.(*plan.View)
	if !ok {
		m.say("o groups the Plan: 1 goes there")
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
