package tui

import (
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// choice is a question in the bottom line: one key answers it, esc leaves all as it is.
type choice struct {
	question string
	options  []option
}

// option is an answer; enter takes the first.
type option struct {
	key, name string
	do        func() tea.Cmd
}

func (m *Model) choose(question string, options ...option) { m.choice = &choice{question, options} }

// answer takes a key as the answer; any other key than those offered leaves the question.
func (m *Model) answerChoice(key string) tea.Cmd {
	c := m.choice
	if key == "enter" {
		key = c.options[0].key
	}
	for _, o := range c.options {
		if o.key == key {
			m.choice = nil
			return o.do()
		}
	}
	if key == "esc" || key == "q" || key == "ctrl+c" || key == "n" {
		m.choice = nil
		m.say("left as it is")
	}
	return nil
}

func (c *choice) draw(t *paint.Theme, w int) string {
	l := t.Line(w).Space(1).Put(paint.Bold, c.question)
	for i, o := range c.options {
		key := o.key
		if i == 0 {
			key = "enter"
			if o.key == "y" {
				key = "y"
			}
		}
		l.Space(3).Put(paint.Accent, key).Space(1).Put(paint.Text, o.name)
	}
	return l.Space(3).Put(paint.Accent, "esc").Space(1).Put(paint.Dim, "leave").String()
}
