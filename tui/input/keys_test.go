package input

import (
	"strings"
	"testing"

	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// keyNamed is the key that Bubble Tea would send for a name.
func keyNamed(name string) tea.KeyMsg {
	bare, alt := strings.CutPrefix(name, "alt+")
	for t := tea.KeyType(-200); t < 128; t++ {
		if t != tea.KeyRunes && t.String() == bare && bare != "" && bare != " " {
			return tea.KeyMsg{Type: t, Alt: alt}
		}
	}
	if bare == " " {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}, Alt: alt}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(bare), Alt: alt}
}

// press presses keys by their names and answers with the last outcome.
func press(key func(tea.KeyMsg) Outcome, names ...string) Outcome {
	var out Outcome
	for _, n := range names {
		out = key(keyNamed(n))
	}
	return out
}

// typeIn types a text, a key a character.
func typeIn(key func(tea.KeyMsg) Outcome, text string) Outcome {
	var out Outcome
	for _, r := range text {
		out = press(key, string(r))
	}
	return out
}

func paste(key func(tea.KeyMsg) Outcome, text string) Outcome {
	return key(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
}

// plain draws without colours, on a terminal that shows everything.
var plain = paint.New(paint.Terminal{})

// picture is what lines look like, without what only fills them.
func picture(lines []string) string {
	var out []string
	for _, l := range lines {
		out = append(out, strings.TrimRight(ansi.Strip(l), " "))
	}
	return strings.TrimRight(strings.Join(out, "\n"), "\n")
}

func wantPicture(t *testing.T, lines []string, want string) {
	t.Helper()
	if got, want := picture(lines), strings.TrimRight(strings.TrimPrefix(want, "\n"), "\n\t "); got != want {
		t.Errorf("drawn as\n%s\nnot as\n%s", got, want)
	}
}

func wantOutcome(t *testing.T, what string, got Outcome, want Did) {
	t.Helper()
	if got.Did != want {
		t.Errorf("%s: outcome %d, not %d", what, got.Did, want)
	}
}
