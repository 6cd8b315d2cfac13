package tui

import (
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/action"
	"bywhen/tui/details"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	osc52 "github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// asText is what is marked, else what the open view lists, as Markdown tables; from the pane that has the keys what stands there.
func (m *Model) asText() (text, what string) {
	if m.inside {
		return m.paneText()
	}
	var texts, counts []string
	for _, t := range m.tables() {
		if len(t.Rows) > 0 {
			texts, counts = append(texts, t.Markdown()), append(counts, paint.Count(len(t.Rows), t.Of))
		}
	}
	switch len(texts) {
	case 0:
		return "", ""
	case 1:
		return texts[0], counts[0] + " as a Markdown table"
	}
	return strings.Join(texts, "\n\n"), strings.Join(counts, " and ") + " as Markdown tables"
}

// markedTables is a view that lists what is no task.
type markedTables interface {
	MarkedTables(s *scene.Scene) []scene.Table
}

// showing is the view that lists the things of a kind as rows of its own; nil of tasks.
func (m *Model) showing(kind roadmap.Kind) markedTables {
	view := map[roadmap.Kind]action.Action{roadmap.KindTeam: action.View3, roadmap.KindGoal: action.View6, roadmap.KindRisk: action.View6}[kind]
	if view == action.None {
		return nil
	}
	return m.tabs[view-action.View1].view.(markedTables)
}

// tables are what is marked, else what the open view lists.
func (m *Model) tables() []scene.Table {
	if v := m.showing(m.markedKind()); len(m.scene.Marks) > 0 && v != nil {
		return v.MarkedTables(m.scene)
	} else if len(m.scene.Marks) == 0 {
		switch v := m.view().(type) {
		case interface {
			Tables(*scene.Scene) []scene.Table
		}:
			return v.Tables(m.scene)
		case interface {
			Shown(*scene.Scene) []*roadmap.Task
		}:
			return []scene.Table{m.tableOf(v.Shown(m.scene))}
		}
	}
	return []scene.Table{m.tableOf(m.listed())}
}

// paneText is the pane about the selection, in words.
func (m *Model) paneText() (text, what string) {
	story := details.Story(m.scene)
	if story == "" {
		return "", ""
	}
	lines := []string{story}
	for _, l := range details.Lines(m.scene, 76) {
		lines = append(lines, strings.TrimRight(ansi.Strip(l), " "))
	}
	return strings.Join(lines, "\n"), paint.Count(len(lines), "line")
}

// listed are the tasks that are marked, else all that the filter shows, as the rows of the Plan stand.
func (m *Model) listed() []*roadmap.Task {
	some := map[string]bool{}
	for i, t := range m.scene.Roadmap.Tasks() {
		some[t.ID] = m.scene.Marks[scene.Ref{Task: t.ID}] || len(m.scene.Marks) == 0 && m.scene.Shows(i)
	}
	var out []*roadmap.Task
	for _, id := range m.inRows(some) {
		out = append(out, m.scene.Roadmap.Task(id))
	}
	return out
}

// inRows are the tasks of a set, which it empties, as the Plan's rows stand; those that are folded away follow in the roadmap's order.
func (m *Model) inRows(some map[string]bool) []string {
	var out []string
	if p, ok := m.tabs[0].view.(interface {
		InOrder(s *scene.Scene, some map[string]bool) []string
	}); ok {
		out = p.InOrder(m.scene, some)
	}
	for _, id := range out {
		delete(some, id)
	}
	for _, t := range m.scene.Roadmap.Tasks() {
		if some[t.ID] {
			out = append(out, t.ID)
		}
	}
	return out
}

// tableOf is tasks as a table.
func (m *Model) tableOf(tasks []*roadmap.Task) scene.Table {
	out := scene.Table{Of: "task", Columns: []string{"Task", "Team", "Status", "Start", "Finish", ">Late", "Why"}}
	for _, t := range tasks {
		out.Rows = append(out.Rows, m.tableCells(t))
	}
	return out
}

func (m *Model) tableCells(t *roadmap.Task) []string {
	s := m.scene
	i := s.Roadmap.TaskIndex(t.ID)
	p := &s.Plan.Tasks[i]
	start, finish, late, why := "", "", "", ""
	if p.Planned {
		start, finish = paint.Day(p.Start, s.Today), paint.DayOrLater(p.Finish, s.Today, p.OpenEnd)
	}
	if days, open := s.Late(i); days > 0 || open {
		late = paint.Delta(days, open)
	}
	if f := s.Flag(scene.Ref{Task: t.ID}); f != nil {
		why = details.FlagLine(s, f)
	}
	return []string{t.Title, s.TeamName(t.Team), t.Status.String(), start, finish, late, why}
}

// mayNotTake names terminals that do not let a program set the clipboard, by what they leave in the environment.
var mayNotTake = map[string]string{"TERM_PROGRAM": "Apple_Terminal", "VTE_VERSION": ""}

// copied says that something was copied, as "2 tasks as a Markdown table", or what is shown where it is empty; and what has to be so
// for it to be true: a terminal does not tell whether it takes what it is sent.
func (m *Model) copied(what string) string {
	if m.opts.Env("TERM") == "linux" {
		return "not copied: this terminal has no clipboard; `bywhen export` and `bywhen report` write to files"
	}
	out := "copied"
	if what != "" {
		out += " " + what
	}
	if m.opts.Env("TMUX") != "" {
		return out + ", if tmux lets it (set -s set-clipboard on) and the terminal allows it (OSC 52)"
	}
	out += ", if the terminal allows it (OSC 52)"
	for name, value := range mayNotTake {
		if v := m.opts.Env(name); v != "" && (value == "" || v == value) {
			return out + ": this one may not"
		}
	}
	return out
}

// toClipboard asks the terminal to take a text into the clipboard (OSC 52), also over ssh and through tmux or screen. tmux takes it
// itself where set-clipboard is on, and hands on what is wrapped for it where allow-passthrough is; so it gets both.
func (m *Model) toClipboard(text string) tea.Cmd {
	if m.opts.Env("TERM") == "linux" { // which would print it
		return nil
	}
	seqs := []osc52.Sequence{osc52.New(text)}
	switch term := m.opts.Env("TERM"); {
	case m.opts.Env("TMUX") != "":
		seqs = append(seqs, osc52.New(text).Tmux())
	case strings.HasPrefix(term, "screen"):
		seqs[0] = seqs[0].Screen()
	}
	return m.guarded(func() tea.Msg {
		for _, seq := range seqs {
			_, _ = seq.WriteTo(m.opts.Out)
		}
		return nil
	})
}
