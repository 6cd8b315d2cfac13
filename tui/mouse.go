package tui

import (
	"time"

	"bywhen/tui/action"
	"bywhen/tui/input"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

// lastClick is what a second click is measured by.
type lastClick struct {
	x, y int
	at   time.Time
}

// doubleWithin is how soon a second click makes a double one.
const doubleWithin = 400 * time.Millisecond

// mouse answers clicks and the wheel: what lies on top takes them, a tab opens its view, the details scroll, the rest is
// the view's.
func (m *Model) mouse(e tea.MouseMsg) tea.Cmd {
	if m.drags(e) {
		return nil
	}
	gesture, ok := m.gesture(e)
	s := &m.screen
	switch {
	case !ok || m.left:
	case m.top() != nil:
		return m.mouseOver(gesture, e.X, e.Y)
	case s.tabs.holds(e.X, e.Y) && gesture == scene.Click:
		if i := m.tabAt(e.X); i >= 0 {
			m.open(i)
		}
	case s.details.holds(e.X, e.Y):
		m.inside = m.inside || gesture == scene.Click
		m.scroll = max(m.scroll+map[scene.Mouse]int{scene.WheelDown: 3, scene.WheelUp: -3}[gesture], 0)
	case s.view.holds(e.X, e.Y):
		m.inside = false
		return m.pointed(m.view().Mouse(m.scene, gesture, e.X-s.view.x, e.Y-s.view.y))
	}
	return nil
}

// pointed takes in what came of the mouse in a view; what leads elsewhere closes the ledger.
func (m *Model) pointed(o scene.Outcome) tea.Cmd {
	if o.GoTo != (scene.Ref{}) || o.Do != action.None || o.Change != 0 {
		m.ledger = nil
	}
	m.arrived = arrival{}
	return m.take(o, action.None)
}

// mouseOver gives a gesture to the topmost component: the wheel moves as the arrows do where there is a list or a text of
// several lines.
func (m *Model) mouseOver(gesture scene.Mouse, x, y int) tea.Cmd {
	top := m.top()
	clicked, ok := top.component.(interface{ Click(x, y int) input.Outcome })
	switch first := m.h - m.linesOf(top); gesture {
	case scene.WheelUp, scene.WheelDown:
		if m.wheels(top) {
			return m.typed(tea.KeyMsg{Type: map[scene.Mouse]tea.KeyType{scene.WheelUp: tea.KeyUp, scene.WheelDown: tea.KeyDown}[gesture]})
		}
	default:
		if ok && y >= first {
			return m.came(top, clicked.Click(x, y-first))
		}
	}
	return nil
}

// wheels tells whether a component has more than what is seen, and arrows that only move.
func (m *Model) wheels(o *over) bool {
	switch o.component.(type) {
	case *input.Picker, *input.Palette, *input.Form, *input.Help, *input.Area, *input.Ways, *input.DaysOff:
		return true
	}
	return false
}

func (m *Model) gesture(e tea.MouseMsg) (scene.Mouse, bool) {
	switch {
	case e.Button == tea.MouseButtonWheelDown:
		return scene.WheelDown, true
	case e.Button == tea.MouseButtonWheelUp:
		return scene.WheelUp, true
	case e.Button != tea.MouseButtonLeft || e.Action != tea.MouseActionPress:
		return 0, false
	}
	now := m.opts.Now()
	double := m.click.x == e.X && m.click.y == e.Y && now.Sub(m.click.at) < doubleWithin
	m.click = lastClick{e.X, e.Y, now}
	if double {
		return scene.DoubleClick, true
	}
	return scene.Click, true
}
