package tui

import (
	"errors"
	"strings"
	"testing"

	"bywhen/tui/paint"
)

// One sentence for every copy: what was copied, and what has to be so for it to have arrived.
func TestWhatIsCopiedIsSaidWithWhatTheTerminalMustAllow(t *testing.T) {
	for _, c := range []struct {
		name, env, value, want string
	}{
		{"a terminal", "", "", ", if the terminal allows it (OSC 52)"},
		{"tmux", "TMUX", "/tmp/tmux-0/default,1,0", ", if tmux lets it (set -s set-clipboard on) and the terminal allows it (OSC 52)"},
		{"a terminal of GNOME", "VTE_VERSION", "7600", ", if the terminal allows it (OSC 52): this one may not"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for keys, what := range map[string]string{"v y": "1 task as a Markdown table", "y": "", "f G enter": "the message for", "c y": "", "R y": ""} {
				u := lived(t, 140, 40).on("Enclosure tooling")
				u.m.opts.Env = func(name string) string {
					if name == c.env {
						return c.value
					}
					return ""
				}
				u.keys(keys)
				text := strings.Join(strings.Fields(u.text()), " ")
				if !strings.Contains(text, "copied "+what) && !strings.Contains(text, "copied, ") || !strings.Contains(text, c.want) {
					t.Errorf("%s says\n%s", keys, u.text())
				}
				sent := u.m.opts.Out.(*strings.Builder).String()
				if !strings.HasPrefix(sent, "\x1b]52;c;") || strings.Contains(sent, "\x1bPtmux;") != (c.env == "TMUX") {
					t.Errorf("%s sends %.60q", keys, sent)
				}
			}
		})
	}
	u := lived(t, 140, 40)
	u.m.opts.Env = func(name string) string { return map[string]string{"TERM": "linux"}[name] }
	u.keys("y").sees("not copied: this terminal has no clipboard")
	if sent := u.m.opts.Out.(*strings.Builder).String(); sent != "" {
		t.Errorf("the console is sent %q, which it prints", sent)
	}
}

func TestAnEmptyNameIsRefusedWhereItIsTyped(t *testing.T) {
	u := lived(t, 100, 30).on("Enclosure tooling").keys("f enter W n enter").sees("keep as ›", "type a name first").types("  ").keys("enter").sees("type a name first")
	u.types("Overtime").keys("enter").sees("kept “Overtime”").keys("enter")
	// The next what-if gets a name of its own: what is typed takes the place of the first one's, which enter alone keeps.
	u = lived(t, 100, 30).on("Enclosure tooling").keys("f enter W n").types("Overtime").keys("enter { s").types("p1").keys("enter W n")
	u.sees("keep as › Overtime", "typing gives another").types("Two").keys("enter").sees("kept “Two”").seesNot("OvertimeTwo")
	u.keys("{ s").types("p2").keys("enter W n right").types("o").keys("enter").sees("o”").seesNot("kept “o”")
	u = lived(t, 100, 30).keys(":").types("export").keys("enter ctrl+u enter")
	if strings.Contains(u.text(), "export to ›") && !strings.Contains(u.text(), "type the name of a file first") {
		t.Errorf("an empty file name is taken:\n%s", u.text())
	}
}

// What does not fit into the bottom line stands over the lines above it until the next key, and nothing moves.
func TestALongMessageIsShownWhole(t *testing.T) {
	words := "config.toml has 6 mistakes (\"bywhen config\" shows all): line 3: theme.late: \"#12\" is no colour: write #RRGGBB, as #FF8A5C, or the name of a colour"
	for _, size := range [][2]int{{60, 16}, {80, 24}, {100, 30}} {
		u := lived(t, size[0], size[1])
		before := u.screen()
		u.m.fail(errors.New(words))
		u.send(nil)
		if text := strings.Join(strings.Fields(u.text()), " "); !strings.Contains(text, words) {
			t.Errorf("%v: cut:\n%s", size, u.text())
		}
		after := u.screen()
		for i := range len(before) - mostSaid {
			if before[i] != after[i] {
				t.Errorf("%v: line %d moved", size, i+1)
			}
		}
		u.keys("0").seesNot("mistakes")
	}
}

// In the first question every letter is text, so the keys that it names are said to be for later.
func TestTheFirstQuestionNamesKeysForWhenTheyWork(t *testing.T) {
	empty(t, 100, 30).sees("After the answer, or after esc:", "adds tasks, one line each").types("A a ?").sees("A a ?▏").keys("esc").seesNot("What are you launching")
}

func TestAMetricIsTypedAsItIsSaid(t *testing.T) {
	u := empty(t, 120, 30).keys("esc A").types("goal Leads 30-apr metric: ").sees("write it as metric: leads 0 -> 400").types("0 -> 400").keys("enter").sees("write it as metric: leads 0 -> 400").seesNot("metric.name")
	u.types(" leads").sees("metric leads 0 → 400").keys("enter esc")
	if m := u.m.session.Roadmap().Goals()[0].Metric; m == nil || m.Name != "leads" || m.Target != 400 {
		t.Fatalf("%+v", m)
	}
	u.goal(u.m.session.Roadmap().Goals()[0].ID).keys("s").types("metric: signed leads 3 -> 40").keys("enter")
	if m := u.m.session.Roadmap().Goals()[0].Metric; m.Name != "signed leads" || m.Baseline != 3 || m.Target != 40 {
		t.Errorf("%+v", m)
	}
	u.keys("s").types("metric: 1 -> 2").keys("enter").sees("metric: \"1 -> 2\" is no metric").seesNot("metric.name").keys("esc s").types("colour:red").keys("enter").sees("metric: leads 0 -> 400").seesNot("metric.name")
}

// A finished task moves no deadline, though there is one; and both things that the line keeps can be dropped.
func TestTheAddLineSaysWhyNothingMovesAndWhatItKeeps(t *testing.T) {
	u := empty(t, 120, 30).types("Launch 12-mar").keys("enter a").types("Frame @Mechanics done:today").sees("Launch done 23 Nov, 79d early").keys("enter")
	u.types("Lid @Mechanics done:today").sees("moves no deadline: none rests on unfinished work").keys("enter")
	u.sees("backspace without the goal, again without the team").keys("backspace").sees("backspace without @Mechanics").keys("backspace").seesNot("backspace")
	empty(t, 120, 30).keys("esc a").types("Frame").sees("no deadline to move yet")
}

// A field's error stands whole under it; the last line says which field it is, and says nothing in part.
func TestAFormThatIsNotSavedSaysWhereAndOnce(t *testing.T) {
	u := lived(t, 80, 30).on("Enclosure tooling").keys("e tab tab ctrl+u").types("99x").keys("enter").sees("\"99x\" is not an effort", "not saved yet: see Effort")
	if n := strings.Count(u.text(), "is not an effort"); n != 1 {
		t.Errorf("it is said %d times:\n%s", n, u.text())
	}
}

// Where no text can be typed pasted lines open their preview, too, and what was open is there again after it.
func TestLinesPastedOverHelpAndPagesOpenThePreview(t *testing.T) {
	for _, keys := range []string{"?", "c", "R", "f G"} {
		u := lived(t, 100, 30).on("Enclosure tooling").keys(keys)
		before := u.screen()[2]
		u.pastes("Book the hall 2d\nLights 1d").sees("Paste", "2 tasks").keys("esc")
		if got := u.screen()[2]; got != before {
			t.Errorf("after %s and a paste: %q, was %q", keys, got, before)
		}
	}
}

// What is wrong with a line is to be read before enter, too, in a narrow window as well.
func TestAProblemIsWholeWhileItIsTyped(t *testing.T) {
	for _, w := range []int{60, 80} {
		u := lived(t, w, 24).keys("r").types("7 bananas")
		if text := strings.Join(strings.Fields(u.text()), " "); !strings.Contains(text, "write 7d left, done fri, started mon, starts wed, promised 4 dec, blocked WHY or unblocked") {
			t.Errorf("%d cells:\n%s", w, u.text())
		}
	}
}

// A mistake in the configuration is said first, and can still be found when that has gone with the first key.
func TestAMistakeInTheConfigurationStaysToBeFound(t *testing.T) {
	o := livedFile(t)
	o.Wrong = errors.New("config.toml, line 1, theme: \"nope\" is none of them")
	u := openAs(t, o, paint.New(paint.Terminal{}), 100, 30).sees("config.toml, line 1, theme")
	u.keys("j").seesNot("config.toml").keys("?").sees("\"bywhen config\" shows them")
}

// The bottom line names no key that does nothing there: no earlier week where there is none, no next status of what has none.
func TestTheBottomLineNamesNoKeyThatDoesNothing(t *testing.T) {
	bottom := func(keys string) string {
		lines := demo(t, 200, 50).keys(keys).screen()
		return lines[len(lines)-1]
	}
	for _, c := range []struct{ keys, names, not string }{
		{"3 g", ". later", ", earlier"}, {"3 g . j", ", earlier", "o group"}, {"3 g", "o worst first", "o group"}, {"3 g o j", "o own order", "worst first"},
		{"1 g j", "s set", "space status"}, {"6 G", "x open again", "space status"}, {"6 G", "A add risk", "add team"}, {"6 g", "A add goal", "add team"},
		{"7", "1 plan", "X take back"},
	} {
		if b := bottom(c.keys); !strings.Contains(b, c.names) || strings.Contains(b, c.not) {
			t.Errorf("%s: %q", c.keys, b)
		}
	}
}
