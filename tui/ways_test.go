package tui

import (
	"regexp"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

func TestWaysOutOfTheDemo(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
		keys string
	}{
		{"ways-60x16", 60, 16, "f j"}, {"ways-80x24", 80, 24, "f j j j"}, {"ways-100x30", 100, 30, "f"}, {"ways-200x50", 200, 50, "f j"},
		{"ways-alerts-80x24", 80, 24, "2 g j l l j j j j"}, {"ways-alerts-200x50", 200, 50, "2 g j"},
	} {
		t.Run(c.name, func(t *testing.T) { golden(t, c.name, demo(t, c.w, c.h).keys(c.keys).screen()) })
	}
}

// What one can do is tried, not done: the file stays as it is until the what-if is accepted.
func TestAWayOutIsTriedAsAWhatIf(t *testing.T) {
	u := demo(t, 100, 30).on("Enclosure tooling").keys("f j enter")
	u.sees("WHAT-IF start Enclosure tooling 4 days", "tried: start Enclosure tooling 4 days before Antenna module ends; W accepts or discards it")
	if snap, err := u.m.opts.File.Load(); err != nil || lagOf(snap.Roadmap) != 0 {
		t.Errorf("the file has it already (%v)", err)
	}
	if u.keys("W x").seesNot("WHAT-IF"); lagOf(u.m.scene.Roadmap) != 0 {
		t.Error("discarded, it is still there")
	}
	u.keys("f j enter W enter").seesNot("WHAT-IF")
	if snap, err := u.m.opts.File.Load(); err != nil || lagOf(snap.Roadmap) != -4 {
		t.Errorf("accepted, it is not in the file (%v)", err)
	}
	u.keys("u").sees("undone: What-if: start Enclosure tooling")
}

// lagOf is the lag from the antenna to tooling.
func lagOf(r *roadmap.Roadmap) int { return r.Dependency("44", "25", roadmap.FinishToStart).Lag }

// A wish turns nothing green: what is asked for is kept on its task, its message copied, and every date stays.
func TestAnAskIsCopiedAndKeptAndMovesNothing(t *testing.T) {
	u := demo(t, 200, 50).on("Antenna module").keys("f")
	likely := regexp.MustCompile(`, 80 % by \d+ \w+| +`) // of fewer runs, once a test has edited anything
	first := func() string { return likely.ReplaceAllString(u.screen()[0], " ") }
	before := first()
	u.keys("enter").sees("To Murata", "6 working days earlier", "kept on Antenna module, and no date moves until it is answered; u takes it back").keys("esc")
	if after := first(); after != before || strings.Contains(u.text(), "WHAT-IF") {
		t.Errorf("the first line was\n%s\nand is\n%s", before, after)
	}
	u.keys("j k").sees("Asked      Murata, on 23 Nov: 6 days earlier, by 3 Dec")
	out := u.m.opts.Out.(*strings.Builder).String()
	if !strings.Contains(out, "\x1b]52;c;") {
		t.Error("nothing was copied")
	}
	u.keys("f").sees("asked 23 Nov", "enter copy it again, or say that it is answered").keys("enter").sees("asked of Murata on 23 Nov")
	u.keys("a").sees("answered: Murata delivers").seesNot("on 23 Nov: 6 days earlier")
	if asked := u.task("Antenna module").Asked; asked[len(asked)-1].Answered != monday {
		t.Errorf("%+v", asked)
	}
}

func TestAnAskIsNoPartOfAWhatIf(t *testing.T) {
	u := demo(t, 100, 30).on("Antenna module")
	before := len(u.task("Antenna module").Asked)
	u.keys("W f enter").sees("W ends it")
	if len(u.task("Antenna module").Asked) != before {
		t.Error("kept in what may be discarded")
	}
}

func TestNoWayOutIsSaidPlainly(t *testing.T) {
	u := demo(t, 80, 24).on("Case study").keys("f").sees("neither late nor at risk: there is nothing to win").keys("enter esc")
	u.on("Name test").keys("f").sees("nothing to win").keys("f").seesNot("Ways out of")
	empty(t, 80, 24).keys("esc f").sees("select a task, a goal or a team")
}

// The list opens at once; an answer to a question that was taken back, or to an older plan, is dropped.
func TestWaysOutAreComputedBesideTheUI(t *testing.T) {
	u := demo(t, 80, 24).on("Enclosure tooling")
	_, cmd := u.m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("f")})
	u.sees("Ways out of Enclosure tooling", "computing what helps", "esc stop")
	u.keys("esc")
	u.run(cmd)
	if of := (scene.Ways{On: u.m.scene.Selected}); u.m.scene.Found(of) != nil || u.m.search.work.running() {
		t.Error("it went on though it was left")
	}
	_, cmd = u.m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("f")})
	u.m.edit("elsewhere", "", func(d *roadmap.Draft) error {
		return d.UpdateTask("44", func(t *roadmap.Task) { t.Promised = roadmap.MustDate("2026-12-18") })
	})
	u.send(nil)
	u.run(cmd)
	u.sees("Murata delivers Antenna module 9 days earlier")
}

// In Alerts nothing is computed while the selection moves on: only once it rests.
func TestAlertsLooksForWaysOutWhereTheSelectionRests(t *testing.T) {
	u := demo(t, 80, 24)
	u.m.rest = restFor
	u.m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("2")})
	first := u.m.rested
	u.m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("j")})
	if u.m.search.work.running() || u.m.rested == first {
		t.Error("a search began at once")
	}
	u.sees("ways out: computing")
	if u.m.Update(first); u.m.search.work.running() {
		t.Error("it looks where the selection was")
	}
	second := u.m.rested
	for _, k := range []string{"k", "j"} { // it left, and came back a moment ago
		u.m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)})
	}
	if u.m.Update(second); u.m.search.work.running() {
		t.Error("it looks before the selection has rested where it came back to")
	}
	u.now = u.now.Add(restFor)
	u.send(stillMsg{})
	u.send(u.m.rested)
	u.seesNot("ways out: computing").sees("You can")
}

// Enter on a way out in the pane does what it does in the list.
func TestAWayOutInAlertsIsTriedFromThePane(t *testing.T) {
	u := demo(t, 100, 30).keys("2 g j j l j j j j j").sees("▌You can  put Press units first at Assembly line")
	u.keys("enter").sees("WHAT-IF put Press units first")
}
