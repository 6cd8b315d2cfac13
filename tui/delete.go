package tui

import (
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// delete removes what is marked, else the selected task, goal, team or risk, at once: undo brings them back, and the message says so.
// Where tasks have others on both sides it says which key closes the gap.
func (m *Model) delete() {
	switch of := m.things(); {
	case len(of) == 0:
		m.say("nothing to delete here")
	case scene.KindOf(of[0]) == roadmap.KindTask:
		m.deleteTasks(m.targets())
	default:
		m.deleteItems(of)
	}
}

// deleteItems removes goals, teams or risks. Their tasks stay.
func (m *Model) deleteItems(of []scene.Ref) {
	kind, title := scene.KindOf(of[0]), countOf(of)
	if len(of) == 1 {
		title = kind.String() + " " + quoted(m.scene.Title(of[0]))
	}
	m.remove(title+" deleted"+m.leaves(of), func(d *roadmap.Draft) error {
		away := map[roadmap.Kind]func(string) error{roadmap.KindGoal: d.RemoveGoal, roadmap.KindTeam: d.RemoveTeam, roadmap.KindRisk: d.RemoveRisk}[kind]
		for _, r := range of {
			if err := away(idOf(r)); err != nil {
				return err
			}
		}
		return nil
	})
}

// leaves says that the tasks of goals or teams that are deleted stay, if they have any.
func (m *Model) leaves(of []scene.Ref) string {
	gone := map[scene.Ref]bool{}
	for _, r := range of {
		gone[r] = true
	}
	has := func(t *roadmap.Task) bool {
		return t.Goal != "" && gone[scene.Ref{Goal: t.Goal}] || t.Team != "" && gone[scene.Ref{Team: t.Team}]
	}
	switch {
	case !slices.ContainsFunc(m.scene.Roadmap.Tasks(), has):
		return ""
	case len(of) > 1:
		return ", their tasks are without one"
	}
	return ", its tasks are without one"
}

// remove is an edit that takes something away, and says right behind what it did how it comes back.
func (m *Model) remove(title string, change func(*roadmap.Draft) error) bool {
	ok := m.edit(title, "", change)
	if rest, says := strings.CutPrefix(m.message, title); ok && says {
		m.comesBack(title, "   ‹u› undoes", rest)
	}
	return ok
}

// comesBack says what was taken away, right behind it how it comes back, and then what else that did.
func (m *Model) comesBack(did, back, rest string) { m.sayWithBack(did+m.keyed(back)+rest, back) }

// gapLeft is the gap that deleted tasks have left in chains of others, which can be closed as long as nothing else is changed.
type gapLeft struct {
	by   string           // the tasks, as a message calls them
	in   *roadmap.Roadmap // right after
	tied []roadmap.Dependency
}

// closeGap ties the tasks on both sides of those that were deleted just before.
func (m *Model) closeGap() {
	g := m.gapLeft
	if g.in == nil || g.in != m.session.Roadmap() {
		m.say(m.keyed("‹M› closes the gap where ‹X› has just deleted a task between others: there is none"))
		return
	}
	m.remove(g.by+" left a gap, closed: "+m.waits(g.tied), func(d *roadmap.Draft) error {
		for _, dep := range g.tied {
			if err := d.Link(dep); err != nil {
				return err
			}
		}
		return nil
	})
}

// deleteTasks deletes tasks with their links. What is left of a chain is not tied anew by itself: without the task nothing says that
// one must wait for the other, and deleting means the same here as on the command line.
func (m *Model) deleteTasks(tasks []*roadmap.Task) {
	before, after := m.gap(tasks)
	tied := bridges(m.session.Roadmap(), ids(tasks))
	title := called(tasks) + " deleted"
	if before+after > 0 {
		title += " with " + paint.Count(before+after, "link")
	}
	ok := m.remove(title, func(d *roadmap.Draft) error { return d.RemoveTasks(false, ids(tasks)...) })
	if !ok || len(tied) == 0 {
		return
	}
	m.gapLeft = gapLeft{called(tasks), m.session.Roadmap(), tied}
	did, rest, _ := strings.Cut(m.message, m.back)
	m.comesBack(did, "   ‹u› undoes   ‹M› closes the gap", rest)
}

// bridges are the links that close the gap which tasks leave; none where nothing can be planned so.
func bridges(r *roadmap.Roadmap, gone []string) (out []roadmap.Dependency) {
	d := r.Edit(0)
	if d.RemoveTasks(true, gone...) != nil {
		return nil
	}
	closed, err := d.Close()
	if err != nil {
		return nil
	}
	had := map[roadmap.Dependency]bool{}
	for _, dep := range r.Dependencies() {
		had[*dep] = true
	}
	for _, dep := range closed.Dependencies() {
		if !had[*dep] {
			out = append(out, *dep)
		}
	}
	return out
}

// waits says what waits for what by a link, or how many links there are.
func (m *Model) waits(tied []roadmap.Dependency) string {
	from, to := m.scene.Roadmap.Task(tied[0].From), m.scene.Roadmap.Task(tied[0].To)
	if len(tied) > 1 || from == nil || to == nil {
		return paint.Count(len(tied), "link")
	}
	return to.Title + " waits for " + from.Title
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
