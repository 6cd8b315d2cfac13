//go:build !unix

package tui

import tea "github.com/charmbracelet/bubbletea"

type resumedMsg struct{}

func (m *Model) resumed(resumedMsg) {}

func (m *Model) suspend() tea.Cmd {
	m.say("this system cannot suspend a program")
	return nil
}
