package tui

import (
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/action"
	"bywhen/tui/input"
	"bywhen/tui/network"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

// openPane opens what fills the screen.
func (m *Model) openPane(a action.Action) tea.Cmd {
	switch a {
	case action.Links:
		m.links()
	case action.Palette:
		m.palette()
	case action.Notes:
		if of, ok := m.theOne("‹E› edits the notes of"); ok {
			return m.editNotes(of)
		}
	case action.Improve:
		return m.improve()
	case action.Export:
		m.export()
	case action.Help:
		m.help()
	case action.Edit:
		if of, ok := m.theOne("‹e› is a form of"); ok {
			m.form(of)
		}
	}
	return nil
}

// paletteOrder is the headings as the palette lists their actions: what one would look for by name first.
var paletteOrder = []action.Theme{action.Change, action.Look, action.Time, action.Program, action.Move}

// palette lists all actions by name, and the filters that are kept.
func (m *Model) palette() {
	var actions []action.Action
	var commands []input.Command
	entries := slices.Clone(m.opts.Config.Keys.All())
	slices.SortStableFunc(entries, func(a, b action.Entry) int {
		return slices.Index(paletteOrder, a.Theme) - slices.Index(paletteOrder, b.Theme)
	})
	for _, e := range entries {
		if e.Action == action.Palette || e.Action == action.Export && m.opts.Save == nil {
			continue
		}
		actions = append(actions, e.Action)
		commands = append(commands, input.Command{Name: e.Name(), Key: m.shown(e), Also: e.Words()})
	}
	var recent []int
	for _, a := range m.recent {
		for i := range actions {
			if actions[i] == a {
				recent = append(recent, i)
			}
		}
	}
	filters := m.scene.Roadmap.Filters()
	for _, f := range filters {
		text, _ := m.theme.Cut(f.Text, mostOfFilter)
		commands = append(commands, input.Command{Name: "Filter: " + f.Name, Key: text, Also: "saved kept " + f.Text})
	}
	places, refs := m.places()
	p := input.NewPalette(commands, places, recent...)
	m.put(&over{component: p, taken: func(at int) tea.Cmd {
		m.close()
		if at -= len(actions); at >= len(filters) {
			m.take(scene.Outcome{GoTo: refs[at-len(filters)]}, action.None)
			return nil
		} else if at >= 0 {
			m.filterBy(filters[at])
			return nil
		}
		at += len(actions)
		m.recent = append([]action.Action{actions[at]}, m.recent...)
		return m.do(actions[at])
	}})
}

// mostOfFilter is how much of a kept filter's text the palette shows.
const mostOfFilter = 28

// places are the tasks and goals that the palette can go to.
func (m *Model) places() (out []input.Place, refs []scene.Ref) {
	for _, g := range m.scene.Roadmap.Goals() {
		out, refs = append(out, input.Place{Title: g.Title, Detail: "goal"}), append(refs, scene.Ref{Goal: g.ID})
	}
	for _, t := range m.scene.Roadmap.Tasks() {
		detail := "task"
		if team := m.scene.TeamName(t.Team); team != "" {
			detail, _ = m.theme.Cut(team, 20)
		}
		out, refs = append(out, input.Place{Title: t.Title, Detail: detail}), append(refs, scene.Ref{Task: t.ID})
	}
	return out, refs
}

// export asks for a file's name and writes the roadmap there: also the way out for what cannot be saved.
func (m *Model) export() {
	line := input.NewLine(input.LineOptions{Prompt: "export to", Text: "roadmap.json", Enter: "write", Esc: "leave", Needed: "the name of a file"})
	m.put(&over{component: line, taken: func(int) tea.Cmd {
		wrote, err := m.opts.Save(line.Text(), m.session.Roadmap())
		if err != nil {
			line.Refuse(err.Error())
			return nil
		}
		m.close()
		m.sayAll(wrote)
		return nil
	}})
}

// arrows are the keys' names where the terminal has no arrows.
var arrows = strings.NewReplacer("↓", "down", "↑", "up", "←", "left", "→", "right")

// shown is the keys of an action as this terminal can show them.
func (m *Model) shown(e action.Entry) string {
	if m.theme.ASCII {
		return arrows.Replace(e.Shown())
	}
	return e.Shown()
}

// help lists all keys under their headings, and then what the marks mean.
func (m *Model) help() {
	groups := make([]input.HelpGroup, action.ThemeCount)
	for i := range groups {
		groups[i].Title = action.Theme(i).String()
	}
	views := -1 // the line of all views
	for _, e := range m.opts.Config.Keys.All() {
		g := &groups[e.Theme]
		switch {
		case e.Shown() == "":
		case e.Action.IsView() && e.Action != action.NextView && e.Action != action.PreviousView && views >= 0:
			line := &g.Keys[views]
			line.Key, line.Does = line.Key+" "+m.shown(e), line.Does+", "+e.Name()
		default:
			if e.Action == action.View1 {
				views = len(g.Keys)
			}
			g.Keys = append(g.Keys, input.Hint{Key: m.shown(e), Does: e.Name()})
		}
	}
	title := "Keys, and what the marks mean"
	if m.opts.Wrong != nil { // what was said of it at the beginning went with the first key
		title = "Keys (the configuration has mistakes: \"bywhen config\" shows them)"
	}
	if m.uncounted() {
		title += " (+ at the Alerts: open them to count what chance puts at risk)"
	}
	m.put(&over{component: input.NewHelp(title, append(groups, m.legend()...))})
}

// legend is what the marks mean, as this terminal shows them.
func (m *Model) legend() []input.HelpGroup {
	group := func(title string, signs []paint.Sign) input.HelpGroup {
		g := input.HelpGroup{Title: title}
		for _, s := range signs {
			g.Keys = append(g.Keys, input.Hint{Key: s.Drawn, Does: s.Means})
		}
		return g
	}
	t := m.theme
	return []input.HelpGroup{group("What the marks mean: rows", t.RowSigns()), group("Marks of the timeline", t.TimelineSigns()),
		group("Marks of loads and charts", t.ChartSigns()), group("Marks of the Network", network.Signs(t))}
}

// answered takes the first question back where another program has entered something meanwhile.
func (m *Model) answered() {
	if top := m.top(); top != nil && !m.session.Empty() {
		if first, ok := top.component.(*input.First); ok && first.Text() == "" {
			m.close()
		}
	}
}

// ask asks the first question on an empty file: what is launched, and by when. The answer names the roadmap and makes its
// first goal.
func (m *Model) ask() {
	first := input.NewFirst(m.context, input.Hint{Key: m.opts.Config.Keys.Key(action.Add), Does: "adds tasks, one line each"}, input.Hint{Key: m.opts.Config.Keys.Key(action.AddOther), Does: "adds teams, suppliers, goals and risks"},
		input.Hint{Key: m.opts.Config.Keys.Key(action.Help), Does: "shows all keys"}, input.Hint{Key: "bywhen import plan.csv", Does: "in a shell brings in what you have"})
	m.put(&over{component: first, paste: func(text string) { m.close(); m.previewPaste(text, nil) }, taken: func(int) tea.Cmd {
		goal := first.Goal()
		id := ""
		ok := m.edit("added goal "+goal.Goal.Title, goal.Because, func(d *roadmap.Draft) (err error) {
			settings := *d.Settings()
			settings.Name = goal.Goal.Title
			if err := d.SetSettings(settings); err != nil {
				return err
			}
			id, err = goal.Add(d)
			return err
		})
		if !ok {
			first.Refuse(m.message)
			return nil
		}
		m.close()
		m.selectRef(scene.Ref{Goal: id})
		m.tell("now what it takes: ‹a› adds tasks, ‹A› teams" + doubts(goal.Chips))
		return nil
	}})
}
