package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/details"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

// change carries out what changes the roadmap, or opens the input for it.
func (m *Model) change(a action.Action) tea.Cmd {
	switch a {
	case action.Mark:
		m.mark()
	case action.MarkRange:
		m.markRange()
	case action.NextStatus:
		m.nextStatus()
	case action.Drop:
		m.drop()
	case action.Delete:
		m.delete()
	case action.CloseGap:
		m.closeGap()
	case action.BarEarlier, action.BarLater, action.BarShorter, action.BarLonger:
		return m.nudges(a)
	case action.RankUp:
		m.rank(-1)
	case action.RankDown:
		m.rank(1)
	case action.Undo:
		m.finished(m.session.Undo(false))
	case action.Redo:
		m.finished(m.session.Redo(false))
	default:
		return m.openInput(a)
	}
	return nil
}

// edit makes an edit and says what it did; refused, it says why.
func (m *Model) edit(title, because string, change func(*roadmap.Draft) error) bool {
	e, err := m.session.Edit(title, because, change)
	if err != nil {
		m.fail(err)
		return false
	}
	plan, idles := m.scene.Plan, schedule.Idles(m.scene.Flags)
	m.look()
	if words := details.Idles(m.scene.Roadmap, schedule.MoreIdle(plan, idles, schedule.Idles(m.scene.Flags)), m.scene.Today); words != "" {
		title += " · " + words
	}
	m.sayDone(title + effects(m.scene, e.Effects))
	return true
}

// effects are what an edit did to the deadlines, the worst first: " · Launch +1d → 19 Mar".
func effects(s *scene.Scene, moved []schedule.Effect) string {
	out := ""
	for i, e := range moved {
		if i == 3 {
			return out + fmt.Sprintf(" · %d more", len(moved)-i)
		}
		out += " · " + e.Title
		if e.Done {
			out += " " + paint.Done(&e.Deadline, s.Today)
			continue
		}
		if e.Moved != 0 {
			out += " " + paint.Delta(e.Moved, false) + ","
		}
		out += " " + paint.DayOrLater(e.Forecast, s.Today, e.OpenEnd)
	}
	return out
}

// targets are the tasks that an action takes: those marked, else the selected one.
func (m *Model) targets() []*roadmap.Task {
	var out []*roadmap.Task
	if len(m.scene.Marks) > 0 {
		for _, t := range m.scene.Roadmap.Tasks() {
			if m.scene.Marks[t.ID] {
				out = append(out, t)
			}
		}
		return out
	}
	if t := m.scene.Roadmap.Task(m.scene.Selected.Task); t != nil {
		out = append(out, t)
	}
	return out
}

// someTargets is targets, or a word about what to do first.
func (m *Model) someTargets() []*roadmap.Task {
	out := m.targets()
	if len(m.scene.Roadmap.Tasks()) == 0 {
		m.tell("no task yet: ‹a› adds some")
	} else if len(out) == 0 {
		m.tell("that is for tasks: select one, or mark some with ‹v›")
	}
	return out
}

func ids(tasks []*roadmap.Task) []string {
	out := make([]string, len(tasks))
	for i, t := range tasks {
		out[i] = t.ID
	}
	return out
}

// called is the tasks in a title: the one's name, or how many.
func called(tasks []*roadmap.Task) string {
	if len(tasks) == 1 {
		return tasks[0].Title
	}
	return paint.Count(len(tasks), "task")
}

// notShown says which of the tasks that an input is for a filter hides: " (3 not shown: Antenna, Board and 1 more)"; empty where
// all can be seen.
func (m *Model) notShown(tasks []*roadmap.Task) string {
	var hidden []string
	for _, t := range tasks {
		if !m.scene.Shows(m.scene.Roadmap.TaskIndex(t.ID)) {
			hidden = append(hidden, m.shortTitle(t.Title))
		}
	}
	out := strings.Join(hidden, ", ")
	if n := len(hidden); n == 0 {
		return ""
	} else if n > 2 {
		out = fmt.Sprintf("%s and %d more", strings.Join(hidden[:2], ", "), n-2)
	}
	return fmt.Sprintf(" (%d not shown: %s)", len(hidden), out)
}

func (m *Model) mark() {
	id := m.scene.Selected.Task
	if id == "" {
		m.markGroup()
		return
	}
	if m.scene.Marks[id] {
		delete(m.scene.Marks, id)
	} else {
		m.scene.Marks[id] = true
		m.markAt = id
	}
	m.take(m.tabs[m.active].view.Act(m.scene, action.Down), action.None)
}

// markGroup marks all shown tasks of the selected goal or team, or clears them where all are marked.
func (m *Model) markGroup() {
	sel, all := m.scene.Selected, true
	var found []string
	for i, t := range m.scene.Roadmap.Tasks() {
		if m.scene.Shows(i) && (sel.Goal != "" && t.Goal == sel.Goal || sel.Team != "" && t.Team == sel.Team) {
			found = append(found, t.ID)
			all = all && m.scene.Marks[t.ID]
		}
	}
	for _, id := range found {
		if all {
			delete(m.scene.Marks, id)
		} else {
			m.scene.Marks[id] = true
		}
	}
	switch titles := m.titles(found); {
	case len(found) == 0:
		m.say("nothing to mark here")
	case all:
		m.say(strconv.Itoa(len(found)) + " not marked any more")
	case len(found) > 3:
		m.say(fmt.Sprintf("%d marked: %s and %d more", len(found), strings.Join(titles[:2], ", "), len(found)-2))
	default:
		m.say(fmt.Sprintf("%d marked: %s", len(found), strings.Join(titles, ", ")))
	}
}

// markRange marks what lies between the last mark and here, as the rows stand.
func (m *Model) markRange() {
	p, ok := m.tabs[m.active].view.(interface {
		Between(s *scene.Scene, from, to string) []string
	})
	if !ok || m.scene.Selected.Task == "" {
		m.tell("‹V› marks from the last mark to the selected task")
		return
	}
	from := m.markAt
	if !m.scene.Marks[from] {
		from = m.scene.Selected.Task
	}
	for _, id := range p.Between(m.scene, from, m.scene.Selected.Task) {
		m.scene.Marks[id] = true
	}
	m.markAt = m.scene.Selected.Task
}

// nextStatus goes on from to do to in progress, and to done, where it stops, or goes on to the milestones that are reached by that.
// Of several tasks each takes the step.
func (m *Model) nextStatus() {
	if k := m.riskHere(); k != nil {
		m.nextRisk(k)
		return
	}
	tasks := m.someTargets()
	var open []*roadmap.Task
	for _, t := range tasks {
		if t.Status.Open() {
			open = append(open, t)
		}
	}
	if len(tasks) == 0 {
		return
	}
	if len(open) == 0 {
		if m.takeReached(tasks) {
			return
		}
		m.say(called(tasks) + ": " + map[bool]string{true: m.keyed("done already; ‹s› status:todo begins anew"), false: m.keyed("dropped; ‹x› takes it up again")}[tasks[0].Status == roadmap.Done])
		return
	}
	title, before := called(open)+": "+statusAfter(open[0]), m.session.Plan()
	if m.edit(title, "", func(d *roadmap.Draft) error {
		for _, t := range open {
			if err := d.UpdateTask(t.ID, step); err != nil {
				return err
			}
		}
		return nil
	}) {
		m.offerReached(tasks, before)
	}
}

func step(t *roadmap.Task) {
	if t.Status == roadmap.Todo && !t.IsMilestone() {
		t.Status = roadmap.Doing
	} else {
		t.Status = roadmap.Done
	}
}

func statusAfter(t *roadmap.Task) string {
	u := *t
	step(&u)
	return map[roadmap.Status]string{roadmap.Doing: "in progress", roadmap.Done: "done"}[u.Status]
}

// drop takes tasks out of the plan without forgetting them; dropped ones it takes up again.
func (m *Model) drop() {
	if k := m.riskHere(); k != nil {
		m.dropRisk(k)
		return
	}
	tasks := m.someTargets()
	if len(tasks) == 0 {
		return
	}
	tasks = slices.DeleteFunc(tasks, func(t *roadmap.Task) bool { return t.Status == roadmap.Done })
	if len(tasks) == 0 {
		m.say("done already: there is nothing to drop")
		return
	}
	to, word := roadmap.Dropped, "dropped"
	if tasks[0].Status == roadmap.Dropped {
		to, word = roadmap.Todo, "taken up again"
	}
	m.edit(called(tasks)+": "+word, "", func(d *roadmap.Draft) error {
		for _, t := range tasks {
			if err := d.UpdateTask(t.ID, func(t *roadmap.Task) { t.Status = to }); err != nil {
				return err
			}
		}
		return nil
	})
}

func quoted(s string) string { return "“" + s + "”" }

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// copy puts what is marked, or what is listed, into the clipboard as Markdown; the ledger as it goes into a mail.
func (m *Model) copy() tea.Cmd {
	text, what := m.asText()
	if m.ledger != nil {
		text = m.ledger.Text(m.scene)
		what = paint.Count(strings.Count(text, "\n")+1, "line")
	}
	if text == "" {
		m.say("nothing is listed to copy")
		return nil
	}
	m.sayAll(m.copied(what))
	return m.toClipboard(text)
}
