package tui

import (
	"bywhen/tui/action"
	"bywhen/tui/input"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// typing is a component of package input: what text is typed into, or chosen from.
type typing interface {
	Key(tea.KeyMsg) input.Outcome
	Draw(t *paint.Theme, w, h int) []string
}

// over is a component that lies on top of the screen.
type over struct {
	typing
	lines  int                         // from the bottom; 0: all but the first two
	done   func(input.Outcome) tea.Cmd // on enter
	change func()                      // after each key that changed something; may be nil
}

func (m *Model) typed(k tea.KeyMsg) tea.Cmd {
	top := m.input
	switch o := top.Key(k); o.Did {
	case input.Left:
		m.input = nil
	case input.Changed:
		if top.change != nil {
			top.change()
		}
	case input.Taken:
		return top.done(o)
	}
	return nil
}

func (m *Model) pasted(k tea.KeyMsg) tea.Cmd {
	m.openInput(action.Add)
	if m.input == nil {
		return nil
	}
	return m.typed(k)
}

// overlay draws what is typed into over the lines of the screen.
func (m *Model) overlay(lines []string) []string {
	if m.input == nil {
		return lines
	}
	n := m.input.lines
	if n == 0 {
		n = m.h - 2
	}
	n = max(min(n, m.h), 0)
	copy(lines[len(lines)-n:], m.input.Draw(m.theme, m.w, n))
	return lines
}

func (m *Model) openInput(a action.Action) tea.Cmd { return nil }

func (m *Model) ask() {}
