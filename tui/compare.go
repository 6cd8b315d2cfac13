package tui

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/plan"
	"bywhen/tui/session"

	tea "github.com/charmbracelet/bubbletea"
)

// sinceMsg is what came of looking for the day to compare with.
type sinceMsg struct{ answer session.SinceAnswer }

// comparing starts to look for the day to compare with, off this goroutine, where that was asked for.
func (m *Model) comparing() tea.Cmd {
	run := m.session.NextSince()
	if run == nil {
		return nil
	}
	return m.guarded(func() tea.Msg { return sinceMsg{run()} })
}

// compared takes in what came of it.
func (m *Model) compared(a session.SinceAnswer) {
	if !m.session.Compared(a) {
		return
	}
	if err := m.session.SinceError(); err != nil {
		m.fail(err)
	}
	m.version++
	m.scene.Version = m.version
	m.compare()
}

// compare compares the scene with the day that was chosen.
func (m *Model) compare() {
	m.scene.Since = nil
	if x := m.session.Since(); x != nil {
		m.scene.Compare(x.Then, x.Plan, x.Roots)
	}
}

// askSince asks for the day to compare with; in the ledger, for the one to count from.
func (m *Model) askSince() {
	if m.ledger != nil {
		m.askStart()
		return
	}
	read := func(t input.Typed) input.Reading {
		says, err := m.sinceOf(t.Text, nil)
		if err != nil {
			return input.Reading{Problem: err.Error(), Says: err.Error()}
		}
		return input.Reading{Says: says}
	}
	line := input.NewLine(input.LineOptions{Prompt: "compare with", Hint: "fri · 2 nov · checkin · nothing", Enter: "compare", Esc: "leave", Empty: true, Read: read})
	m.put(&over{component: line, taken: func(int) tea.Cmd {
		says, _ := m.sinceOf(line.Text(), m.session)
		m.close()
		if view, ok := m.tabs[0].view.(*plan.View); ok {
			view.Since = true
		}
		m.look()
		m.say(says)
		return nil
	}})
}

// sinceOf reads the day to compare with, and chooses it where a session is given.
func (m *Model) sinceOf(text string, s *session.Session) (string, error) {
	text = strings.Join(strings.Fields(strings.ToLower(text)), "-")
	switch text {
	case "", "checkin", "check-in":
		if s != nil {
			s.CompareWith(0)
		}
		return "compares with the last check-in", nil
	case "nothing", "none", "no":
		if s != nil {
			s.CompareWithNothing()
		}
		return "nothing is compared", nil
	}
	day, err := m.pastDay(text)
	if err != nil {
		return "", err
	}
	if s != nil {
		s.CompareWith(day)
	}
	return fmt.Sprintf("compares with %s", paint.Weekday(day, m.session.Today())), nil
}

// pastDay reads a day that is not still to come.
func (m *Model) pastDay(text string) (roadmap.Date, error) {
	return phrase.PastDay(text, m.context())
}
