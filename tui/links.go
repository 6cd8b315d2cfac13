package tui

import (
	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/plan"

	tea "github.com/charmbracelet/bubbletea"
)

// links opens the picker of what the selected task waits for, and what waits for it. Several marked tasks are chained.
func (m *Model) links() {
	if len(m.scene.Marks) > 1 {
		m.chain()
		return
	}
	tasks := m.someTargets()
	if len(tasks) != 1 {
		return
	}
	l := &linking{model: m, roadmap: m.session.Roadmap(), task: tasks[0]}
	p := input.NewPicker(input.PickerOptions{
		Sides: []input.Side{
			{Title: tasks[0].Title + " waits for", Rows: l.rows(true), Empty: "no other task yet: a adds some"},
			{Title: tasks[0].Title + " is waited for by", Rows: l.rows(false), Empty: "no other task yet: a adds some"},
		},
		Columns: []input.Column{{Name: "Team", Width: 14}, {Name: "Finish", Width: 11, Right: true}},
		Many:    true, Enter: "link", Note: lagMeaning, Read: l.read,
	})
	m.put(&over{component: p, taken: func(int) tea.Cmd {
		choices := p.Choices()
		if m.edit(l.title(choices), "", func(d *roadmap.Draft) error { return l.apply(d, choices) }) {
			m.close()
		}
		return nil
	}})
}

func lagMeaning(text string) (string, error) {
	typ, lag, err := phrase.ParseLag(text)
	if err != nil {
		return "", err
	}
	return phrase.LagText(typ, lag), nil
}

// linking is the links of one task being chosen.
type linking struct {
	model   *Model
	roadmap *roadmap.Roadmap
	task    *roadmap.Task
	reach   [2][]bool // by side: the tasks that would close a circle
}

// rows are all other tasks, those linked already first and checked.
func (l *linking) rows(before bool) []input.Row {
	linked := map[string]string{}
	deps := l.roadmap.Predecessors(l.task.ID)
	if !before {
		deps = l.roadmap.Successors(l.task.ID)
	}
	for _, d := range deps {
		linked[l.other(d, before)] = phrase.LagText(d.Type, d.Lag)
	}
	var first, rest []input.Row
	plan := l.model.session.Plan()
	for i, t := range l.roadmap.Tasks() {
		if t.ID == l.task.ID {
			continue
		}
		team := l.model.scene.TeamName(t.Team)
		row := input.Row{ID: t.ID, Title: t.Title, Columns: []string{team, paint.Day(plan.Tasks[i].Finish, l.model.session.Today())}, Also: team + " " + t.ID}
		if note, ok := linked[t.ID]; ok {
			row.Checked, row.Note = true, note
			first = append(first, row)
			continue
		}
		rest = append(rest, row)
	}
	return append(first, rest...)
}

func (l *linking) other(d *roadmap.Dependency, before bool) string {
	if before {
		return d.From
	}
	return d.To
}

// read tells what the choices would do to the deadlines, and which tasks cannot be chosen.
func (l *linking) read(choices [][]input.Choice) input.PickerReading {
	out := input.PickerReading{Today: l.model.session.Today(), Refused: l.refused}
	effects, err := l.model.session.Probe(func(d *roadmap.Draft) error { return l.apply(d, choices) })
	if out.Effects = effects; err != nil {
		out.Problem = err.Error()
	}
	return out
}

// refused is why a task cannot be chosen: it would wait for itself.
func (l *linking) refused(side int, id string) string {
	if l.reach[side] == nil {
		net, at := l.roadmap.Network(), l.roadmap.TaskIndex(l.task.ID)
		if l.reach[side] = net.Downstream(at); side == 1 {
			l.reach[side] = net.Upstream(at)
		}
	}
	if i := l.roadmap.TaskIndex(id); i < 0 || !l.reach[side][i] {
		return ""
	}
	if side == 1 {
		return l.task.Title + " waits for it"
	}
	return "waits for " + l.task.Title
}

// apply makes the links of the task those chosen.
func (l *linking) apply(d *roadmap.Draft, choices [][]input.Choice) error {
	for side, chosen := range choices {
		before := side == 0
		want := map[string]string{}
		for _, c := range chosen {
			want[c.ID] = c.Note
		}
		deps := l.roadmap.Predecessors(l.task.ID)
		if !before {
			deps = l.roadmap.Successors(l.task.ID)
		}
		for _, old := range deps {
			note, stays := want[l.other(old, before)]
			if stays && note == phrase.LagText(old.Type, old.Lag) {
				delete(want, l.other(old, before))
				continue
			}
			if err := d.Unlink(*old); err != nil {
				return err
			}
		}
		if err := l.link(d, chosen, want, before); err != nil {
			return err
		}
	}
	return nil
}

func (l *linking) link(d *roadmap.Draft, chosen []input.Choice, want map[string]string, before bool) error {
	for _, c := range chosen {
		if _, is := want[c.ID]; !is {
			continue
		}
		dep := roadmap.Dependency{From: c.ID, To: l.task.ID}
		if !before {
			dep = roadmap.Dependency{From: l.task.ID, To: c.ID}
		}
		if c.Note != "" {
			var err error
			if dep.Type, dep.Lag, err = phrase.ParseLag(c.Note); err != nil {
				return err
			}
		}
		if err := d.Link(dep); err != nil {
			return err
		}
	}
	return nil
}

// title says what is new: "Trial run waits for Assembly trial +2d".
func (l *linking) title(choices [][]input.Choice) string {
	old := map[string]bool{}
	for _, d := range l.roadmap.Predecessors(l.task.ID) {
		old[d.From] = true
	}
	for _, c := range choices[0] {
		if !old[c.ID] {
			note := c.Note
			if note != "" {
				note = " " + note
			}
			return l.task.Title + " waits for " + l.roadmap.Task(c.ID).Title + note
		}
	}
	return l.task.Title + ": links"
}

// chain makes each marked task wait for the one in the row above it.
func (m *Model) chain() {
	order := ids(m.targets())
	if v, ok := m.tabs[m.active].view.(*plan.View); ok {
		order = v.InOrder(m.scene, m.scene.Marks)
	}
	if len(order) < 2 {
		m.say("mark at least two tasks that are shown: L chains them in their order")
		return
	}
	m.edit("chained "+paint.Count(len(order), "task"), "", func(d *roadmap.Draft) error {
		for i := 1; i < len(order); i++ {
			if err := d.Link(roadmap.Dependency{From: order[i-1], To: order[i]}); err != nil {
				return err
			}
		}
		return nil
	})
}
