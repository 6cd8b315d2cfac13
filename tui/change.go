package tui

import (
	"fmt"
	"slices"
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
		m.undo()
	case action.Redo:
		m.redo()
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
	for _, words := range shortAnew(plan, m.scene.Plan) {
		title += " · " + words
	}
	if words := details.Idles(m.scene.Roadmap, schedule.MoreIdle(plan, idles, schedule.Idles(m.scene.Flags)), m.scene.Today); words != "" {
		title += " · " + words
	}
	if words := movesNothing(e.Before, e.After); words != "" {
		title += " · " + words
	}
	m.sayDone(title + effects(m.scene, e.Effects))
	return true
}

// effects are what an edit did to the deadlines, wins and costs in turns: " · Launch +1d → 19 Mar".
func effects(s *scene.Scene, moved []schedule.Effect) string {
	out := ""
	all := byGain(moved)
	for i, e := range all {
		if i == 3 {
			return out + " · " + moreWords(all[i:])
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
			if m.scene.Marks[scene.Ref{Task: t.ID}] {
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
	} else if of := m.marks(); len(out) == 0 && len(of) > 0 {
		m.tell("that is for tasks, and " + m.are(of))
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

// refs are tasks as references.
func refs(tasks []*roadmap.Task) []scene.Ref { return scene.TaskRefs(ids(tasks)) }

// notShown says which of the things that an input is for a filter hides: " (3 not shown: Antenna, Board and 1 more)"; empty where
// all can be seen.
func (m *Model) notShown(of []scene.Ref) string {
	hidden := slices.DeleteFunc(slices.Clone(of), m.scene.Lets)
	if len(hidden) == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d not shown: %s)", len(hidden), m.fewTitles(hidden))
}

// nextStatus goes on from to do to in progress, and to done, where it stops, or goes on to the milestones that are reached by that.
// Of several tasks each takes the step.
func (m *Model) nextStatus() {
	if risks := m.risksHere(); len(risks) > 0 {
		m.nextRisks(risks)
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
	title, before := called(open)+": "+statusesAfter(open), m.session.Plan()
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

// statusesAfter is what tasks are after the step, where that differs with how many: "in progress", "2 in progress, 1 done".
func statusesAfter(tasks []*roadmap.Task) string {
	after := map[roadmap.Status]int{}
	for _, t := range tasks {
		u := *t
		step(&u)
		after[u.Status]++
	}
	switch {
	case after[roadmap.Done] == 0:
		return "in progress"
	case after[roadmap.Doing] == 0:
		return "done"
	}
	return fmt.Sprintf("%d in progress, %d done", after[roadmap.Doing], after[roadmap.Done])
}

// drop takes tasks out of the plan without forgetting them; where the first one is dropped it takes those that are up again.
func (m *Model) drop() {
	if risks := m.risksHere(); len(risks) > 0 {
		m.dropRisks(risks)
		return
	}
	tasks := m.someTargets()
	if len(tasks) == 0 {
		return
	}
	all := len(tasks)
	tasks = slices.DeleteFunc(tasks, func(t *roadmap.Task) bool { return t.Status == roadmap.Done })
	done := ""
	switch n := all - len(tasks); {
	case len(tasks) == 0:
		m.say("done already: there is nothing to drop")
		return
	case n == 1:
		done = ", one is done"
	case n > 1:
		done = fmt.Sprintf(", %d are done", n)
	}
	to, word := roadmap.Dropped, "dropped"
	if tasks[0].Status == roadmap.Dropped {
		to, word = roadmap.Todo, "taken up again"
	}
	tasks = slices.DeleteFunc(tasks, func(t *roadmap.Task) bool { return (t.Status == roadmap.Dropped) == (to == roadmap.Dropped) })
	m.edit(called(tasks)+": "+word+done, "", func(d *roadmap.Draft) error {
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
