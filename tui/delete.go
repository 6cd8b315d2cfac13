package tui

import (
	"fmt"
	"slices"

	"bywhen/roadmap"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// delete removes tasks, or the selected goal, team or risk, at once: undo brings them back, and the message says so. Where tasks have
// others on both sides it asks whether to close the gap.
func (m *Model) delete() {
	tasks, r := m.targets(), m.scene.Roadmap
	sel := m.scene.Selected
	switch title := quoted(m.scene.Title(sel)); {
	case len(tasks) > 0:
		m.deleteTasks(tasks)
	case sel.Goal != "" && r.Goal(sel.Goal) != nil:
		m.remove("goal "+title+" deleted"+leaves(r, func(t *roadmap.Task) bool { return t.Goal == sel.Goal }), func(d *roadmap.Draft) error { return d.RemoveGoal(sel.Goal) })
	case sel.Team != "" && r.Team(sel.Team) != nil:
		m.remove("team "+title+" deleted"+leaves(r, func(t *roadmap.Task) bool { return t.Team == sel.Team }), func(d *roadmap.Draft) error { return d.RemoveTeam(sel.Team) })
	case r.Risk(sel.Risk) != nil:
		m.remove("risk "+title+" deleted", func(d *roadmap.Draft) error { return d.RemoveRisk(sel.Risk) })
	default:
		m.say("nothing to delete here")
	}
}

// leaves says that the tasks of what is deleted stay, if it has any.
func leaves(r *roadmap.Roadmap, has func(*roadmap.Task) bool) string {
	if slices.ContainsFunc(r.Tasks(), has) {
		return ", its tasks are without one"
	}
	return ""
}

// remove is an edit that takes something away, and says how it comes back.
func (m *Model) remove(title string, change func(*roadmap.Draft) error) {
	if m.edit(title, "", change) {
		m.say(m.message + m.keyed("   ‹u› undoes"))
	}
}

func (m *Model) deleteTasks(tasks []*roadmap.Task) {
	remove := func(bridge bool, also string) {
		m.remove(called(tasks)+" deleted"+also, func(d *roadmap.Draft) error { return d.RemoveTasks(bridge, ids(tasks)...) })
	}
	before, after := m.gap(tasks)
	if before == 0 || after == 0 {
		remove(false, "")
		return
	}
	m.choose(fmt.Sprintf("%s: %s before, %d after", called(tasks), paint.Count(before, "task"), after),
		option{"g", "delete and close the gap", func() tea.Cmd { remove(true, ", the gap closed"); return nil }},
		option{"y", "delete and leave it", func() tea.Cmd { remove(false, ""); return nil }})
}

// gap counts the tasks that these wait for, and those that wait for these, other than themselves.
func (m *Model) gap(tasks []*roadmap.Task) (before, after int) {
	gone := map[string]bool{}
	for _, t := range tasks {
		gone[t.ID] = true
	}
	for _, t := range tasks {
		for _, d := range m.scene.Roadmap.Predecessors(t.ID) {
			before += b2i(!gone[d.From])
		}
		for _, d := range m.scene.Roadmap.Successors(t.ID) {
			after += b2i(!gone[d.To])
		}
	}
	return before, after
}
