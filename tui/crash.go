package tui

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"
)

// crash is a panic that was caught.
type crash struct{ cause any }

// Error is one line.
func (c *crash) Error() string {
	return fmt.Sprintf("the program met an error of its own and stopped: %v; please report it", c.cause)
}

type crashMsg struct{ cause any }

// guard turns a panic of Update into an orderly end.
func (m *Model) guard(cmd *tea.Cmd) {
	if cause := recover(); cause != nil {
		m.crash = &crash{cause}
		*cmd = tea.Quit
	}
}

// guarded is a command whose panic ends the program in order.
func (m *Model) guarded(run tea.Cmd) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if cause := recover(); cause != nil {
				msg = crashMsg{cause}
			}
		}()
		return run()
	}
}
