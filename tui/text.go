package tui

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/details"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	osc52 "github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// asText is what is marked as a list, else what is selected in words.
func (m *Model) asText() string {
	if len(m.scene.Marks) > 0 {
		var lines []string
		for _, t := range m.targets() {
			lines = append(lines, m.taskText(t))
		}
		return strings.Join(lines, "\n")
	}
	story := details.Story(m.scene)
	if story == "" {
		return ""
	}
	lines := []string{story}
	for _, l := range details.Lines(m.scene, 76) {
		lines = append(lines, strings.TrimRight(ansi.Strip(l), " "))
	}
	return strings.Join(lines, "\n")
}

func (m *Model) taskText(t *roadmap.Task) string {
	s := m.scene
	i := s.Roadmap.TaskIndex(t.ID)
	p := &s.Plan.Tasks[i]
	out := "- " + t.Title
	if team := s.TeamName(t.Team); team != "" {
		out += " (" + team + ")"
	}
	if p.Planned {
		out += fmt.Sprintf(": %s to %s", paint.Day(p.Start, s.Today), paint.DayOrLater(p.Finish, s.Today, p.OpenEnd))
	}
	if f := s.Flag(scene.Ref{Task: t.ID}); f != nil {
		out += ", " + details.FlagLine(s, f)
	}
	return out
}

// toClipboard asks the terminal to take a text into the clipboard (OSC 52), also over ssh and through tmux or screen.
func (m *Model) toClipboard(text string) tea.Cmd {
	seq := osc52.New(text)
	switch term := m.opts.Env("TERM"); {
	case m.opts.Env("TMUX") != "":
		seq = seq.Tmux()
	case strings.HasPrefix(term, "screen"):
		seq = seq.Screen()
	}
	return m.guarded(func() tea.Msg { _, _ = seq.WriteTo(m.opts.Out); return nil })
}
