package tui

import (
	"bywhen/tui/input"

	tea "github.com/charmbracelet/bubbletea"
)

// option is an answer to a question in the bottom line.
type option struct {
	key, name string
	do        func() tea.Cmd
}

// choose asks a question that one key answers; esc leaves all as it is.
func (m *Model) choose(question string, options ...option) { m.chooseOr(question, "leave", options...) }

// chooseOr is choose where esc has a better name.
func (m *Model) chooseOr(question, esc string, options ...option) {
	answers := make([]input.Answer, 0, len(options)+1)
	for _, o := range options {
		answers = append(answers, input.Answer{Key: o.key, Does: o.name})
	}
	ask := input.NewAsk(question, append(answers, input.Answer{Key: "esc", Does: esc})...)
	m.put(&over{component: ask, taken: func(at int) tea.Cmd {
		m.close()
		return options[at].do()
	}})
}
