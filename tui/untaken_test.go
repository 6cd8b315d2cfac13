package tui

import (
	"strings"
	"testing"
)

// What is typed into any input and not taken is named on the way out, shortened, with what it was typed into; what a line began
// with, what was taken, and what only looks for something is not.
func TestWhatIsTypedAndNotTakenIsNamed(t *testing.T) {
	for _, c := range []struct {
		keys, typed, more string
		want              string
	}{
		{"a", "Trial run two", "", `typed, and not taken: add "Trial run two"`},
		{"a", "Trial run two", "enter", ""},
		{"a", "", "", ""},
		{"s", "10d", "", `typed, and not taken: set Trial run "10d"`},
		{"D", "", "", ""},
		{"D", "fri", "", `typed, and not taken: set Trial run "due:fri"`},
		{"/", "is:late", "", `typed, and not taken: filter "is:late"`},
		{"/", "is:late", "enter", ""},
		{"/", "@mech", "ctrl+s", `typed, and not taken: filter "@mech"`},
		{"e", " twice", "", `typed, and not taken: Title "Trial run twice"`},
		{"e", "", "", ""},
		{"E", "mind the gap", "esc", `typed, and not taken: Trial run "mind the gap"`},
		{"E", "mind the gap", "esc esc", `typed, and not taken: Trial run "mind the gap"`},
		{"E", "mind the gap", "esc esc E !", `typed, and not taken: Trial run "mind the gap!"`},
		{"E", "mind the gap", "ctrl+s", ""},
		{"r", "7d le", "j j k", `"7d lejjk"`},
		{": ", "what", "", ""},
		{"a", strings.Repeat("very long ", 12), "", `typed, and not taken: add "very long very long very long very long very long very long…"`},
	} {
		u := demo(t, 100, 40).on("Trial run").keys(c.keys).types(c.typed).keys(c.more)
		if got := u.m.untaken(); got != c.want && (c.want == "" || !strings.HasSuffix(got, c.want)) {
			t.Errorf("%s, then %q: %q", c.keys, c.typed, got)
		}
	}
}

// Lines that were pasted are named until they are taken, the first three; so is one that opened the line that adds.
func TestWhatIsPastedAndNotTakenIsNamed(t *testing.T) {
	u := demo(t, 100, 40).pastes("Buy steel\nCut steel\nBend steel\nPaint steel\nSell steel")
	if got := u.m.untaken(); got != `typed, and not taken: "Buy steel", "Cut steel", "Bend steel" and 2 more` {
		t.Error(got)
	}
	if got := u.keys("enter").m.untaken(); got != "" {
		t.Error(got)
	}
	if got := demo(t, 100, 40).pastes("Buy steel").m.untaken(); got != `typed, and not taken: add "Buy steel"` {
		t.Error(got)
	}
}

func TestTheFirstAnswerIsNamedWhileItIsTyped(t *testing.T) {
	if got := empty(t, 80, 24).types("Launch 12-m").m.untaken(); got != `typed, and not taken: "Launch 12-m"` {
		t.Error(got)
	}
}
