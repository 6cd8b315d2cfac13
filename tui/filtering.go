package tui

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/action"
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
		keys: m.keysFor(map[action.Action]func(){action.KeepFilter: func() { m.keepFilter(line.Text(), line) }, action.ForgetFilter: func() { m.forgetFilter(line.Text(), line) }}),
		taken: func(int) tea.Cmd {
			m.typedBefore["filter"] = append(line.Lines(), line.Text())
			m.close()
			m.filtered()
			return nil
		},
		left: func() {
			_ = m.setFilter(before)
			m.scene.Filtering = was && before != ""
			m.selectRef(selected)
		}})
}

// filtered says how many tasks the filter that is set lets through, and selects one of them.
func (m *Model) filtered() {
	m.selectMatch()
	if m.scene.Filter != "" {
		m.say(m.matchCount() + m.keyed("; ‹esc› shows all, then ‹n› ‹N› go from match to match"))
	}
}

// filterBy sets a filter that is kept; one that cannot be read any more changes nothing.
func (m *Model) filterBy(f *roadmap.Filter) {
	before, was := m.scene.Filter, m.scene.Filtering
	if err := m.setFilter(f.Text); err != nil {
		_ = m.setFilter(before)
		m.scene.Filtering = was
		m.fail(fmt.Errorf("%s: %w", f.Name, err))
		return
	}
	m.typedBefore["filter"] = append(m.typedBefore["filter"], f.Text)
	m.filtered()
}

// keysFor are what the keys of some actions do in a line, by Bubble Tea's names.
func (m *Model) keysFor(do map[action.Action]func()) map[string]func() {
	out := map[string]func(){}
	for _, e := range m.opts.Config.Keys.All() {
		for _, name := range e.Binding.Keys() {
			if do[e.Action] != nil {
				out[name] = do[e.Action]
			}
		}
	}
	return out
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
		return m.keyed("kept as " + f.Name + ", ‹ctrl+x› lets it go")
	}
	return m.keyed("‹ctrl+s› keeps it by name")
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

// keepFilter asks for a name and keeps a filter in the roadmap; of is the line in which it is typed, or nil.
func (m *Model) keepFilter(text string, of *input.Line) {
	text = strings.TrimSpace(text)
	switch {
	case text == "" && of != nil:
		of.Refuse("type a filter first")
		return
	case text == "":
		m.tell("no filter yet: ‹/› asks for one")
		return
	case of != nil && of.Reading().Problem != "":
		of.Refuse(of.Reading().Problem)
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
		if of != nil {
			of.Refresh()
		}
		return nil
	}})
}

// forgetFilter removes a filter that is kept; of is the line in which it is typed, or nil.
func (m *Model) forgetFilter(text string, of *input.Line) {
	f := m.savedAs(text)
	switch {
	case f == nil && of != nil:
		of.Refuse("this one is not kept")
	case f == nil && text == "":
		m.tell("no filter yet: ‹/› asks for one, and tab there lists those that are kept")
	case f == nil:
		m.say("the filter is not kept: nothing to let go")
	case m.edit("filter "+quoted(f.Name)+" let go", "", func(d *roadmap.Draft) error { return d.RemoveFilter(f.Name) }) && of != nil:
		of.Refresh()
	}
}
