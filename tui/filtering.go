package tui

import (
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/history"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/plan"

	tea "github.com/charmbracelet/bubbletea"
)

// typeFilter opens the filter; rows are filtered while it is typed. One that was lifted is not gone on with: what is typed is
// another one, and the key for older lines brings it back. In the History it is the changes that are looked through.
func (m *Model) typeFilter() {
	if v, ok := m.tabs[m.active].view.(*history.View); ok {
		m.typeSearch(v)
		return
	}
	before, was, selected := m.scene.Filter, m.scene.Filtering, m.scene.Selected
	begun := before
	if !was {
		begun = ""
	}
	read := func(t input.Typed) input.Reading {
		out := input.Reading{Candidates: append(m.savedFilters(t.Text), phrase.CompleteFilter(t.Text, t.Cursor, m.context())...), Today: m.session.Today()}
		err := m.setFilter(t.Text)
		m.selectRef(selected)
		switch {
		case err != nil:
			out.Problem = strings.TrimPrefix(err.Error(), "filter: ") // which the prompt says
			out.Says = out.Problem
		case t.Text != "":
			out.Says = m.matchCount() + "; " + m.savesFilter(t.Text)
		default:
			out.Says = m.keptFilters() + "words, @team #tag status: goal: phase: is:slipping is:blocked due<eom slack<3 order:slack · or not ( )"
		}
		return out
	}
	line := input.NewLine(input.LineOptions{Prompt: "filter", Text: begun, Hint: "@mech is:slipping", Enter: "keep", Esc: "as before", History: m.typedBefore["filter"], Read: read, Empty: true})
	m.put(&over{component: line,
		keys: map[string]func(){"ctrl+s": func() { m.saveFilter(line) }, "ctrl+x": func() { m.forgetFilter(line) }},
		taken: func(int) tea.Cmd {
			m.typedBefore["filter"] = append(line.Lines(), line.Text())
			m.close()
			m.selectMatch()
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

// selectMatch selects in the Plan the first task that the filter lets through, so that what is done next is done to one of those and not to
// the heading above them; a selected one that it lets through stays.
func (m *Model) selectMatch() {
	if v, ok := m.tabs[m.active].view.(*plan.View); ok && m.scene.Filtering {
		m.selectRef(v.FirstMatch(m.scene))
	}
}

// savedFilters are the filters kept by name that a text may be the beginning of: the name, or a word in it.
func (m *Model) savedFilters(text string) []phrase.Candidate {
	var out []phrase.Candidate
	for _, f := range m.scene.Roadmap.Filters() {
		if strings.Contains(" "+strings.ToLower(f.Name), " "+strings.ToLower(text)) && f.Text != text {
			out = append(out, phrase.Candidate{Insert: f.Text, Label: f.Name, Detail: f.Text, End: len(text)})
		}
	}
	return out
}

// savesFilter says how a filter is kept by name, or let go.
func (m *Model) savesFilter(text string) string {
	if f := m.savedAs(text); f != nil {
		return "kept as " + f.Name + ", ctrl+x lets it go"
	}
	return "ctrl+s keeps it by name"
}

// keptFilters says how to choose one that is kept, where some are.
func (m *Model) keptFilters() string {
	if n := len(m.scene.Roadmap.Filters()); n > 0 {
		return "tab lists " + paint.Count(n, "kept filter") + "; "
	}
	return ""
}

// savedAs is the filter of that text that is kept, or nil.
func (m *Model) savedAs(text string) *roadmap.Filter {
	for _, f := range m.scene.Roadmap.Filters() {
		if f.Text == strings.TrimSpace(text) {
			return f
		}
	}
	return nil
}

// saveFilter asks for a name and keeps the filter in the roadmap.
func (m *Model) saveFilter(of *input.Line) {
	text := strings.TrimSpace(of.Text())
	if text == "" {
		of.Refuse("type a filter first")
		return
	}
	if problem := of.Reading().Problem; problem != "" {
		of.Refuse(problem)
		return
	}
	name := input.NewLine(input.LineOptions{Prompt: "keep the filter as", Hint: "mine", Enter: "keep", Esc: "leave", Needed: "a name"})
	m.put(&over{component: name, taken: func(int) tea.Cmd {
		f := roadmap.Filter{Name: strings.TrimSpace(name.Text()), Text: text}
		if !m.edit("filter "+quoted(f.Name)+" kept", "", func(d *roadmap.Draft) error { return d.PutFilter(f) }) {
			name.Refuse(m.message)
			return nil
		}
		m.close()
		of.Refresh()
		return nil
	}})
}

// forgetFilter removes the kept filter that is typed.
func (m *Model) forgetFilter(of *input.Line) {
	f := m.savedAs(of.Text())
	if f == nil {
		of.Refuse("this one is not kept")
		return
	}
	if m.edit("filter "+quoted(f.Name)+" let go", "", func(d *roadmap.Draft) error { return d.RemoveFilter(f.Name) }) {
		of.Refresh()
	}
}
