package tui

import (
	"strings"
	"testing"

	"bywhen/tui/paint"
)

// Whatever a view draws with is explained under ?, in the characters of this terminal: every glyph of the theme but those that only
// rule lines, end bars or count.
func TestHelpSaysWhatTheMarksMean(t *testing.T) {
	u := demo(t, 60, 16).keys("? /").types("marks network").keys("enter").sees("─ │ ╭ ►  a link, and where it leads", "═ ║ ╔ ⇒  a link of the critical chain")
	u.keys("esc /").types("marks baseline").sees("▁", "the baseline").seesNot("Undo")
	demo(t, 200, 60).keys("?").sees("What the marks mean: rows", "◐", "in progress").keys("G").sees("┊", "today", "a weekend, a holiday, time off")
}

func TestTheLegendIsInTheCharactersOfTheTerminal(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		theme := paint.New(paint.Terminal{ASCII: ascii})
		m := &Model{theme: theme}
		drawn := ""
		for _, g := range m.legend() {
			for _, k := range g.Keys {
				drawn += " " + k.Key + " "
				if ascii && strings.ContainsFunc(k.Key, func(r rune) bool { return r > 127 }) {
					t.Errorf("%q in ASCII", k.Key)
				}
			}
		}
		for _, sign := range []string{theme.LateMark, theme.Supplier, string(theme.AheadLate), string(theme.Critical), string(theme.CriticalLate), string(theme.Ghost), string(theme.Off), string(theme.Milestone),
			string(theme.DeadlineMissed), theme.Pointer, string(theme.Waiting), string(theme.Slack), string(theme.Today), string(theme.Worked), string(theme.Limit)} {
			if !strings.Contains(drawn, " "+sign+" ") {
				t.Errorf("ascii %v: %q is explained nowhere", ascii, sign)
			}
		}
	}
}
