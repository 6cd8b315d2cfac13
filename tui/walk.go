package tui

import (
	"time"

	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

// walk is how the selection moves. Where it comes to something and goes on at once, as with a held key, what lies deep about
// it is not shown: nobody could read it, and over a slow line it would hold up the rest.
type walk struct {
	on      scene.Ref
	view    int
	at      time.Time // when it came there
	waiting bool      // for it to rest
}

// stillMsg is that the selection may have come to rest.
type stillMsg struct{}

// walks notes where the selection is, and waits for its rest while it passes by.
func (m *Model) walks() tea.Cmd {
	w, s := &m.walk, m.scene
	if m.rest <= 0 {
		return nil
	}
	now := m.opts.Now()
	switch last := w.at; {
	case s.Selected == w.on && m.active == w.view:
		return nil
	case m.active != w.view: // another view is looked at from its first key on
		w.on, w.view, s.Passing = s.Selected, m.active, false
		return nil
	default:
		w.on, w.at = s.Selected, now
		s.Passing = now.Sub(last) < m.rest
	}
	return m.untilStill(m.rest)
}

func (m *Model) untilStill(wait time.Duration) tea.Cmd {
	if !m.scene.Passing || m.walk.waiting {
		return nil
	}
	m.walk.waiting = true
	return tea.Tick(wait, func(time.Time) tea.Msg { return stillMsg{} })
}

// still shows all again once the selection has rested long enough.
func (m *Model) still() tea.Cmd {
	m.walk.waiting = false
	if left := m.rest - m.opts.Now().Sub(m.walk.at); left > 0 {
		return m.untilStill(left)
	}
	m.scene.Passing = false
	return nil
}
