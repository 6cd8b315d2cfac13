package tui

import (
	"errors"
	"strings"

	"bywhen/tui/paint"
	"bywhen/tui/session"

	tea "github.com/charmbracelet/bubbletea"
)

// relieve takes away what was said of the file once that is over, and says so: an error that stood on the screen after what it kept
// from being saved has been saved would be believed.
func (m *Model) relieve() {
	was, now := m.ailing, m.session.Trouble()
	unsaved, _ := m.session.Unsaved()
	if m.ailing = now; now != nil {
		m.unsaved = len(unsaved)
	}
	if was == nil || now != nil {
		return
	}
	switch {
	case m.message != "" && m.message != inShort(was):
		return // something else was said since
	case len(unsaved) > 0:
		m.ailing = was // saved is said when all is
	case m.unsaved > 0:
		m.say("saved")
	default:
		m.say("the file is in order again")
	}
}

// askGone asks what is to become of a roadmap whose file was deleted, or moved away, and that is left with nothing unsaved.
func (m *Model) askGone(trouble error) {
	options := m.goneOptions(trouble)
	if m.opts.Save != nil {
		options = append(options, option{"e", "export", func() tea.Cmd { m.export(); return nil }})
	}
	m.choose(inShort(trouble), append(options, option{"X", "quit without it", m.leave})...)
}

// goneOptions are the way back where the file is gone; none where something else is the trouble.
func (m *Model) goneOptions(trouble error) []option {
	var gone *session.Gone
	if !errors.As(trouble, &gone) || !gone.CanMake() {
		return nil
	}
	return []option{{"m", "make it again from this", func() tea.Cmd { m.session.MakeAgain(); return nil }}}
}

// inRoom is a text in at most n lines of w cells. Of one that needs more its middle is left out: what is wrong stands at its beginning,
// what to do at its end.
func (m *Model) inRoom(text string, w, n int) []string {
	text = strings.ReplaceAll(text, "\n", " ")
	lines := m.theme.Wrap(text, w, n+1)
	letters := []rune(text)
	for keep := len(letters) - 1; len(lines) > n && keep > 1; keep-- {
		head := keep / 3
		short := strings.TrimSpace(string(letters[:head])) + " " + m.theme.Ellipsis + " " + strings.TrimSpace(string(letters[len(letters)-keep+head:]))
		if paint.Width(short) <= n*w {
			lines = m.theme.Wrap(short, w, n+1)
		}
	}
	return lines[:min(n, len(lines))]
}
