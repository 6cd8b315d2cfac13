package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/input"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// block opens the line for a blocker; on a task that has open ones it asks first whether to clear them. What is typed there and is no
// answer begins another one.
func (m *Model) block() {
	tasks := m.someTargets()
	if len(tasks) == 0 {
		return
	}
	tasks = slices.DeleteFunc(slices.Clone(tasks), func(t *roadmap.Task) bool { return !t.Status.Open() })
	if len(tasks) == 0 {
		m.say("done or dropped: nothing can hold it up any more")
		return
	}
	var blocked []*roadmap.Task
	for _, t := range tasks {
		if len(t.OpenBlockers()) > 0 {
			blocked = append(blocked, t)
		}
	}
	if len(blocked) == 0 {
		m.typeBlocker(tasks, "")
		return
	}
	question, clear := blockedQuestion(tasks, blocked)
	add := "add another"
	if len(tasks) > 1 {
		add = "add one to " + called(tasks)
	}
	m.choose(question, option{"c", clear, func() tea.Cmd { m.unblock(blocked); return nil }},
		option{"a", add, func() tea.Cmd { m.typeBlocker(tasks, ""); return nil }})
	m.top().begins = func(text string) { m.close(); m.typeBlocker(tasks, text) }
}

// blockedQuestion says which of some tasks are blocked, and by what where that is one, and what clearing does.
func blockedQuestion(tasks, blocked []*roadmap.Task) (question, clear string) {
	open := blocked[0].OpenBlockers()
	what, clear := "blocked: "+open[0].Text, "clear it"
	if more := len(open) - 1; more > 0 {
		what, clear = fmt.Sprintf("%s and %d more", what, more), "clear them"
	}
	switch n := len(blocked); {
	case len(tasks) == 1:
		return what, clear
	case n == 1:
		return fmt.Sprintf("of %d tasks %s is %s", len(tasks), blocked[0].Title, what), clear
	case n == len(tasks):
		return fmt.Sprintf("all %d tasks are blocked", n), "clear them"
	default:
		return fmt.Sprintf("%d of %d tasks are blocked", n, len(tasks)), "clear them"
	}
}

func (m *Model) unblock(tasks []*roadmap.Task) {
	today := m.session.Today()
	m.edit(called(tasks)+" no longer blocked", "", func(d *roadmap.Draft) error {
		return onEach(d, tasks, func(t *roadmap.Task) {
			t.Blockers = slices.Clone(t.Blockers)
			for i := range t.Blockers {
				if t.Blockers[i].Open() {
					t.Blockers[i].Cleared = max(today, t.Blockers[i].Since)
				}
			}
		})
	})
}

func onEach(d *roadmap.Draft, tasks []*roadmap.Task, change func(*roadmap.Task)) error {
	for _, t := range tasks {
		if err := d.UpdateTask(t.ID, change); err != nil {
			return err
		}
	}
	return nil
}

func (m *Model) typeBlocker(tasks []*roadmap.Task, begun string) {
	add := func(b roadmap.Blocker) func(*roadmap.Draft) error {
		return func(d *roadmap.Draft) error {
			return onEach(d, tasks, func(t *roadmap.Task) { t.Blockers = append(slices.Clone(t.Blockers), b) })
		}
	}
	read := func(t input.Typed) input.Reading {
		b, chips := phrase.ParseBlocker(t.Text, m.context())
		out := input.Reading{Chips: chips, Today: m.session.Today()}
		if t.Text == "" {
			return input.Reading{}
		}
		if err := phrase.Problem("blocker", chips); err != nil {
			out.Problem = err.Error()
			return out
		}
		m.probe(&out, add(b))
		return out
	}
	prompt := "blocker"
	if len(tasks) > 1 {
		prompt += " on " + called(tasks)
	}
	line := input.NewLine(input.LineOptions{Prompt: prompt + m.notShown(refs(tasks)), Text: begun, Hint: "Export licence who:ana until:fri", Enter: "add", Esc: "leave", Read: read, Deadlines: true})
	m.put(&over{component: line, taken: func(int) tea.Cmd {
		b, _ := phrase.ParseBlocker(line.Text(), m.context())
		if !m.edit(called(tasks)+" blocked: "+m.blockerWords(b), "", add(b)) {
			line.Refuse(m.message)
			return nil
		}
		m.close()
		return nil
	}})
}

// blockerWords are a blocker with its end: "at legal until 4 Dec", "at legal, no end known".
func (m *Model) blockerWords(b roadmap.Blocker) string {
	if b.Until == 0 {
		return b.Text + ", no end known"
	}
	return b.Text + " until " + paint.Day(b.Until, m.session.Today())
}

// takeBaseline asks for the name of a baseline of what is planned now.
func (m *Model) takeBaseline() {
	if open, _ := m.session.Trying(); open {
		m.tell("a baseline is of the roadmap itself: ‹W› ends the what-if first")
		return
	}
	name := "Plan, " + paint.Day(m.session.Today(), m.session.Today())
	line := input.NewLine(input.LineOptions{Prompt: "baseline", Hint: name, Enter: "take", Esc: "leave", Empty: true})
	m.put(&over{component: line, taken: func(int) tea.Cmd {
		b := m.session.Plan().Baseline(cmp.Or(strings.TrimSpace(line.Text()), name))
		b.Current = true
		if !m.edit("took baseline "+b.Name, "", func(d *roadmap.Draft) error { return d.PutBaseline(b) }) {
			line.Refuse(m.message)
			return nil
		}
		m.close()
		m.sayDone("baseline " + b.Name + ": " + paint.Count(len(b.Tasks), "task") + "; forecasts are compared with it from now on")
		return nil
	}})
}
