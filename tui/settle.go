package tui

import "bywhen/tui/scene"

// stands is a view whose cursor marks something: all are.
type stands interface {
	// Stand is what the cursor stands on, as other views know it; the zero value where that is nothing of the kind. What was
	// selected elsewhere is found first.
	Stand(s *scene.Scene) scene.Ref
}

// arrival is what a view marked when it was opened, and what was selected before: nothing is chosen by looking.
type arrival struct{ from, at scene.Ref }

// settle selects what the cursor of the open view stands on. What is marked is what keys act on, what the details show and the
// strip tells: nothing is ever done to what cannot be seen.
func (m *Model) settle() {
	m.scene.Folded = nil
	if m.ledger != nil {
		return
	}
	at := m.tabs[m.active].view.(stands).Stand(m.scene)
	if v, ok := m.tabs[m.active].view.(interface{ Folded() []int }); ok {
		m.scene.Folded = v.Folded()
	}
	if at == m.scene.Selected {
		return
	}
	if m.arrived.at != m.scene.Selected || m.arrived.at == m.arrived.from {
		m.arrived.from = m.scene.Selected
	}
	m.arrived.at = at
	m.selectRef(at)
}
