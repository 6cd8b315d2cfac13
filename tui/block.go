package tui

import (
	"cmp"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/input"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// block opens the line for a blocker; on a task that has open ones it asks first whether to clear them.
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
	what := ""
	for _, t := range tasks {
		if open := t.OpenBlockers(); len(open) > 0 {
			blocked, what = append(blocked, t), open[0].Text
		}
	}
	if len(blocked) == 0 {
		m.typeBlocker(tasks)
		return
	}
	if len(blocked) > 1 {
		what = paint.Count(len(blocked), "task")
	}
	m.choose("blocked: "+what, option{"c", "clear it", func() tea.Cmd { m.unblock(blocked); return nil }},
		option{"a", "add another", func() tea.Cmd { m.typeBlocker(tasks); return nil }})
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

func (m *Model) typeBlocker(tasks []*roadmap.Task) {
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
	line := input.NewLine(input.LineOptions{Prompt: prompt + m.notShown(refs(tasks)), Hint: "Export licence who:ana until:fri", Enter: "add", Esc: "leave", Read: read, Deadlines: true})
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
