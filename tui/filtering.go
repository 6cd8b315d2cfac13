package tui

import (
	"bywhen/roadmap/phrase"
	"bywhen/tui/input"

	tea "github.com/charmbracelet/bubbletea"
)

// typeFilter opens the filter; rows are filtered while it is typed. One that was lifted is not gone on with: what is typed is
// another one, and the key for older lines brings it back.
func (m *Model) typeFilter() {
	before, was, selected := m.scene.Filter, m.scene.Filtering, m.scene.Selected
	begun := before
	if !was {
		begun = ""
	}
	read := func(t input.Typed) input.Reading {
		out := input.Reading{Candidates: phrase.CompleteFilter(t.Text, t.Cursor, m.context()), Today: m.session.Today()}
		err := m.setFilter(t.Text)
		m.selectRef(selected)
		switch {
		case err != nil:
			out.Says = err.Error()
		case t.Text != "":
			out.Says = m.matchCount()
		default:
			out.Says = "words, @team #tag status: goal: phase: is:slipping is:blocked due<eom slack<3 order:slack · or not ( )"
		}
		return out
	}
	line := input.NewLine(input.LineOptions{Prompt: "filter", Text: begun, Hint: "@mech is:slipping", Enter: "keep", Esc: "as before", History: m.typedBefore["filter"], Read: read, Empty: true})
	m.put(&over{component: line,
		taken: func(int) tea.Cmd {
			m.typedBefore["filter"] = append(line.Lines(), line.Text())
			m.close()
			if f := m.scene.Filter; f != "" {
				m.say(m.matchCount() + m.keyed("; ‹esc› shows all, then ‹n› ‹N› go from match to match"))
			}
			return nil
		},
		left: func() {
			_ = m.setFilter(before)
			m.scene.Filtering = was && before != ""
			m.selectRef(selected)
		}})
}
