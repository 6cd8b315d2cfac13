package tui

import (
	"fmt"
	"strings"
	"testing"

	"bywhen/tui/config"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// sizes are the smallest terminal, the one that everybody has, and one with room for the details.
var sizes = [][2]int{{60, 16}, {80, 24}, {120, 40}}

// colours is a screen as text, then a letter for the style of each cell, then what the letters are.
func (u *user) colours() []string {
	out, letters := u.screen(), map[string]byte{"": '.'}
	legend := []string{""}
	for _, line := range u.m.lines {
		row, style := "", ""
		for rest := line; rest != ""; {
			if strings.HasPrefix(rest, "\x1b[") {
				n := strings.IndexByte(rest, 'm') + 1
				style, rest = rest[:n], rest[n:]
				continue
			}
			text, n := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
			rest = rest[len(text):]
			if style == "\x1b[0m" {
				style = ""
			}
			if letters[style] == 0 {
				letters[style] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[len(letters)-1]
				legend = append(legend, fmt.Sprintf("%c %q", letters[style], style))
			}
			row += strings.Repeat(string(letters[style]), n)
		}
		out = append(out, strings.TrimRight(row, "."))
	}
	return append(out, legend...)
}

// Each view in three sizes, without a character that is not ASCII, and with the colours of a terminal of sixteen.
func TestEachViewInASCIIAndInColour(t *testing.T) {
	for _, c := range []struct{ name, keys string }{
		{"plan", ""}, {"alerts", "2 j j"}, {"teams", "3 g j j"}, {"network", "4"}, {"forecast", "5"}, {"goals", "6 j"}, {"history", "7 j j"}, {"ledger", "w"},
	} {
		for _, size := range sizes {
			name := fmt.Sprintf("%s-%dx%d", c.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				u := toldDemo(t, size[0], size[1])
				if c.name == "ledger" {
					u.goal("launch")
				}
				u.ascii().keys(c.keys)
				for i, line := range u.screen() {
					if at := strings.IndexFunc(line, func(r rune) bool { return r > '~' }); at >= 0 {
						t.Errorf("line %d is not ASCII: %q", i, line[at:])
					}
				}
				golden(t, name+"-ascii", u.screen())
				u.m.theme = paint.New(paint.Terminal{Colours: paint.Sixteen})
				u.m.look()
				u.send(nil)
				golden(t, name+"-colour", u.colours())
			})
		}
	}
}

// configured is the demo as somebody wants it.
func configured(t *testing.T, w, h int, text string) *user {
	f := config.Read([]byte(text))
	if len(f.Mistakes) > 0 {
		t.Fatal(f.Mistakes)
	}
	paint.WriteDates(f.Config.Dates)
	t.Cleanup(func() { paint.WriteDates(config.Default().Dates) })
	o := livedFile(t)
	o.Config = f.Config
	return openAs(t, o, f.Config.Look.On(f.Config.Terminal(paint.Terminal{Colours: paint.Sixteen})), w, h)
}

// What a person chose is seen: a theme, dates, where a week begins, columns, kept filters; and a roadmap of which nothing is known.
func TestWhatAPersonChoseIsOnTheScreen(t *testing.T) {
	for _, size := range sizes {
		w, h := size[0], size[1]
		shows := func(name string, lines []string) { golden(t, fmt.Sprintf("%s-%dx%d", name, w, h), lines) }
		shows("first-question", empty(t, w, h).screen())
		shows("contrast-iso-sunday", configured(t, w, h, "theme = \"contrast\"\nbackground = \"light\"\ndates = \"2026-03-12\"\nweek_begins = \"sun\"").keys("+ + +").colours())
		shows("plain-us", configured(t, w, h, "theme = \"plain\"\ndates = \"Mar 12\"").colours())
		paint.WriteDates(config.Default().Dates)
		shows("columns-chosen", configured(t, w, h, "columns = [\"finish:10\", \"slack\", \"late\"]").screen())
		shows("columns", lived(t, w, h).keys(":").types("columns of").keys("enter j + +").screen())
		shows("days-off", lived(t, w, h).keys("H j j j X").screen())
		shows("holidays", lived(t, w, h).keys("A").types("holidays de-by 2026 2027").screen())
		shows("since-plan", lived(t, w, h).keys("S").types("16 nov").keys("enter").screen())
		shows("history-unfolded", toldDemo(t, w, h).keys("7 j j j l j j").screen())
		shows("bar-held", lived(t, w, h).on("Trial run").press(tea.KeyShiftRight, false).press(tea.KeyRight, true).screen())
		kept := lived(t, w, h).keys("/").types("is:late @mech")
		kept.keys("ctrl+s").types("late at mechanics").keys("enter esc esc /").types("late").keys("tab")
		shows("filters-kept", kept.screen())
	}
}

// The Plan says what has become of each task since a day: the days by which its finish moved, that it is new, done or dropped.
func TestThePlanSaysWhatBecameOfEachTask(t *testing.T) {
	u := lived(t, 200, 50)
	u.seesNot("  20 Nov│").keys("a").types("Spare antenna @murata 3d").keys("enter esc").on("Trial run").keys("x")
	u.keys("1 S").types("16 nov").keys("enter").sees("  16 Nov│")
	row := func(title, words string) {
		t.Helper()
		for _, line := range u.screen() {
			if list, _, _ := strings.Cut(line, "│"); strings.Contains(list, " "+title+" ") && strings.HasSuffix(list, " "+words) {
				return
			}
		}
		t.Errorf("%s is not said to be %q:\n%s", title, words, u.text())
	}
	row("Antenna module", "+4d")
	row("Antenna samples", "done")
	row("Trial run", "dropped")
	u.on("Spare antenna").sees("new since Mon 16 Nov")
	u.on("Enclosure tooling").sees("+4d since Mon 16 Nov, then to 22 Jan")
	u.keys("S").types("nothing").keys("enter").seesNot("  16 Nov│")
}
