package tui

import (
	"encoding/base64"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

// A launch from nothing.

func TestTeamsAreAddedALineEachAndEachIsConfirmed(t *testing.T) {
	u := empty(t, 80, 24).types("Launch 12-mar").keys("enter A")
	u.types("team Mechanics 3 mon-thu").keys("enter").sees("added team Mechanics", "add › team ", `Mechanics 3 mon-thu contact:"Ana`)
	u.types("Firmware 4").sees("team as before · name Firmware · 4 people").keys("enter").sees("added team Firmware")
	u.types("supplier Murata").keys("enter").sees("added supplier Murata", "add › supplier ")
	u.types("Foxconn").keys("enter").types("goal Certified 30-apr").keys("enter").sees("added goal Certified").keys("esc")
	var got []string
	for _, team := range u.m.scene.Roadmap.Teams() {
		got = append(got, team.Name+map[bool]string{true: " supplier"}[team.Supplier])
	}
	if want := "Mechanics, Firmware, Murata supplier, Foxconn supplier"; strings.Join(got, ", ") != want {
		t.Errorf("the teams are %q", got)
	}
	u.keys("A backspace").types("Design 2").keys("enter").sees("begin with team, supplier, goal, risk or holiday")
}

func TestWhatWasAddedIsSaidInTheLineThatStaysOpen(t *testing.T) {
	u := empty(t, 80, 24).types("Launch 12-mar").keys("enter a").types("Tooling @Mechanics 5d").keys("enter")
	u.sees("add › @Mechanics goal:Launch", "added Tooling, made team Mechanics · Launch 27 Nov")
}

func TestTheFirstLineSaysANameOnce(t *testing.T) {
	u := empty(t, 80, 24).types("Launch in first stores 12-mar").keys("enter")
	if n := strings.Count(u.screen()[0], "Launch in first stores"); n != 1 {
		t.Errorf("%d times: %q", n, u.screen()[0])
	}
}

// Links among tasks.

// chainOfThree is Frame, Tooling after it, Trial after that, and Case for itself; Launch is due on 12 March.
func chainOfThree(t *testing.T) *user {
	u := empty(t, 100, 24).types("Launch 12-mar").keys("enter a")
	for _, line := range []string{"Frame 5d", "Tooling 5d after:^", "Trial 5d after:^", "Case 5d"} {
		u.types(line).keys("enter")
	}
	return u.keys("esc")
}

func TestARefusedLinkNamesTheWayRound(t *testing.T) {
	u := chainOfThree(t).on("Frame").keys("L")
	u.sees("[ ] Tooling  waits for Frame", "[ ] Trial  waits for Frame through Tooling")
	u.keys("tab esc").on("Trial").keys("L tab").sees("[ ] Frame  Trial waits for it through Tooling")
}

func TestALinkIsTurnedRoundInOneGo(t *testing.T) {
	u := chainOfThree(t).on("Trial").keys("L").types("Tool").keys("space tab").sees("[ ] Tooling", "[ ] Frame").seesNot("waits for it")
	u.types("Tool").keys("enter").seesNot("find ›").sees("Tooling waits for Trial")
	if len(u.m.scene.Roadmap.Predecessors(u.task("Trial").ID)) != 0 || len(u.m.scene.Roadmap.Successors(u.task("Trial").ID)) != 1 {
		t.Errorf("not turned round: %v", u.m.scene.Roadmap.Dependencies())
	}
	if u.keys("u"); len(u.m.scene.Roadmap.Predecessors(u.task("Trial").ID)) != 1 {
		t.Error("one undo does not take it back")
	}
}

func TestALinkTakenAwayIsNamedAndNothingChangedIsNoEdit(t *testing.T) {
	u := chainOfThree(t).on("Trial").keys("L").sees("[x] Tooling").keys("space enter").sees("Trial no longer waits for Tooling")
	before := u.m.session.Roadmap()
	if u.keys("L enter"); u.m.session.Roadmap() != before || u.bottom() == "" {
		t.Error("nothing was changed, but something was committed")
	}
}

func TestALagIsSaidAsASentence(t *testing.T) {
	u := chainOfThree(t).on("Case").keys("L").types("Trial")
	for _, c := range [][2]string{{"+2d", "starts at least 2 days after it ends"}, {":ss+1d", "starts at least 1 day after it starts"},
		{":ff", "ends no sooner than it ends"}, {":sf-3d", "ends at most 3 days before it starts"}} {
		u.types(c[0]).sees(c[1])
		u.send(tea.KeyMsg{Type: tea.KeyCtrlW})
		u.types("Trial")
	}
	u.keys("esc tab").types("Frame+2d").sees("it starts at least 2 days after this ends")
	u = demo(t, 80, 24).on("Trial run").keys("L").types("Press kit+2d")
	u.sees("find › Press kit+2d▏  starts at least 2 days after it ends", "10 deadlines unchanged")
}

func TestALagIsKeptWhenTheNextLinkIsChosen(t *testing.T) {
	u := chainOfThree(t).on("Case").keys("L").types("Trial+2d ").sees("space check").keys("space").sees("[x] Trial  +2d")
	u.types("Frame +1d").keys("tab shift+tab").sees("[x] Frame  +1d", "[x] Trial  +2d").keys("enter").sees("Case waits for Frame +1d, 1 more link")
}

// Deadlines.

func TestADeadlineSetEarlierSaysThatItIsMissed(t *testing.T) {
	u := chainOfThree(t).on("Trial").keys("D").types("18-dec").sees("Trial → 11 Dec in time").keys("enter")
	u.keys("D").types("9-dec").sees("Trial → 11 Dec +2d    Launch unchanged")
}

// Questions.

func TestAllWaysToGroupAreShownWhereTheyCanBeChosen(t *testing.T) {
	for _, w := range []int{60, 80, 200} {
		u := demo(t, w, 24).keys("o").sees("Group the rows by", "g goal", "b by start", "l latest first", "esc leave")
		u.sees("e by finish", "d by deadline", "k least slack first", "m most left first", "n by title")
		u.keys("t g").sees("Task by team").keys("o d").sees("by deadline: last what has none, then what is done")
	}
}

// Help, palette, baseline.

func TestThePaletteListsWhatOneLooksForBeforeMotions(t *testing.T) {
	demo(t, 80, 24).keys(":").sees("Add tasks", "Links: what this waits for").seesNot("Half a page down")
}

func TestThePaletteGoesToATaskByAFewLetters(t *testing.T) {
	u := demo(t, 100, 30).keys("2 :").types("trialrun").sees("Trial run", "Assembly line").keys("enter")
	if u.m.active != 0 || u.m.scene.Selected.Task != u.task("Trial run").ID {
		t.Errorf("in view %d with %v selected", u.m.active, u.m.scene.Selected)
	}
	demo(t, 100, 30).keys(":").types("add").keys("enter").sees("add ›")
}

func TestHelpHasTwoColumnsAt80(t *testing.T) {
	u := demo(t, 80, 84).keys("?").sees("Half a page down", "Add tasks", "Command palette")
	if line := u.screen()[4]; !strings.HasPrefix(line, " Move ") || !strings.Contains(line, " Look and try ") {
		t.Errorf("the headings are not side by side: %q", line)
	}
}

// What an edit has done is said with the key that takes it back, wherever there is room; what does not edit says nothing of it.
func TestAnEditSaysThatUUndoesIt(t *testing.T) {
	u := chainOfThree(t).keys("B enter").sees("from now on   u undoes").on("Trial").keys("K").sees("   u undoes").keys("x").sees("dropped", "   u undoes")
	u.keys("s").types("9d").keys("enter").sees("   u undoes").keys("u").sees("undone: ").seesNot("u undoes").keys("v").seesNot("u undoes")
	u = chainOfThree(t).on("Trial").keys("K")
	u.send(tea.WindowSizeMsg{Width: 24, Height: 16})
	u.seesNot("u undo")
}

// However much an edit does, and however narrow the screen, the key that takes it back is said: what it does to others is cut for that.
func TestRoomIsKeptForTheKeyThatUndoes(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {100, 30}, {80, 24}, {60, 16}} {
		for name, edit := range map[string]func(*user){
			"set":      func(u *user) { u.keys("s").types("5d").keys("enter") },
			"move":     func(u *user) { u.keys("shift+right enter") },
			"lengthen": func(u *user) { u.keys("alt+right enter") },
			"block":    func(u *user) { u.keys("b").types("legal").keys("enter") },
			"status":   func(u *user) { u.keys("space") },
			"drop":     func(u *user) { u.keys("x") },
			"delete":   func(u *user) { u.keys("X") },
		} {
			u := demo(t, size[0], size[1]).on("Enclosure tooling")
			edit(u)
			if got := u.bottom(); !strings.Contains(got, "u undoes") {
				t.Errorf("%s at %v: %q", name, size, got)
			}
		}
	}
	demo(t, 60, 16).on("Enclosure tooling").keys("s").types("5d").keys("enter").sees("Enclosure tooling: effort 27d → 5d · …   u undoes")
}

// A line that is for several tasks says for how many before anything is typed.
func TestALineForMarksSaysHowMany(t *testing.T) {
	u := chainOfThree(t).on("Frame").keys("v v b").sees("blocker on 2 tasks ›").keys("esc s").sees("set 2 tasks ›").keys("esc D").sees("set 2 tasks ›")
	u.keys("esc esc esc").on("Frame").keys("b").sees("blocker ›")
}

func TestABaselinesNameIsOfferedAndAnotherNeedsNoErasing(t *testing.T) {
	u := chainOfThree(t).keys("B").sees("Plan, 23 Nov").keys("enter").sees("baseline Plan, 23 Nov: 4 tasks")
	u.keys("B").types("Board").keys("enter").sees("baseline Board: 4 tasks")
}

// A terminal hands esc and a key pressed right after it on as one, as if alt had been held.
func TestEscAndTheNextKeyMayArriveTogether(t *testing.T) {
	u := demo(t, 100, 40).keys("/").types("press").keys("enter")
	u.send(tea.KeyMsg{Type: tea.KeyEsc, Alt: true})
	u.seesNot("lifted").seesNot("filter:")
	u.on("Press kit").keys("v").sees("1 task marked")
	u.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{'s'}, Alt: true})
	u.seesNot("marked").sees("set ")
}

func TestInAWideTerminalTeamAndFinishStandNearTheTitle(t *testing.T) {
	u := demo(t, 300, 50).on("Trial run").keys("L")
	for _, line := range u.screen()[4:] {
		if i := strings.Index(line, "Murata"); i > 110 {
			t.Errorf("%q", line)
		}
	}
}

func TestWithoutATaskItIsSaidHowToAddOne(t *testing.T) {
	for _, key := range []string{"space", "x", "L", "b"} {
		empty(t, 80, 24).keys("esc " + key).sees("no task yet: a adds some")
	}
}

func TestATeamsFormHasItsTimeOff(t *testing.T) {
	u := chainOfThree(t).keys("A").types("team Mechanics 3").keys("enter esc 3 e").sees("Time off", "Extra")
	u.keys("tab tab tab tab").types("2-mar..4-mar Offsite, 6-apr..17-apr*1 Ana away").keys("enter").sees("Mechanics: time off")
	off := u.m.scene.Roadmap.Teams()[0].TimeOff
	if len(off) != 2 || off[0].Name != "Offsite" || off[1].Name != "Ana away" || off[1].People != 1 {
		t.Fatalf("time off: %+v", off)
	}
	u.keys("e tab").types("4").keys("enter")
	if again := u.m.scene.Roadmap.Teams()[0].TimeOff; len(again) != 2 || again[1] != off[1] {
		t.Errorf("time off after another field was set: %+v", again)
	}
	u.keys("s").types("off:9-mar..10-mar").keys("enter")
	if again := u.m.scene.Roadmap.Teams()[0].TimeOff; len(again) == 0 {
		t.Errorf("time off: %+v", again)
	}
}

// What is wrong with a field stands whole under it, what was understood beside it, and a form says that it goes on below.
func TestAFormsMistakesStandUnderTheirFields(t *testing.T) {
	u := lived(t, 60, 16)
	u.m.selectRef(scene.Ref{Team: "mech"})
	u.keys("3 e tab tab tab").types("mon-thu").keys("tab tab").types("1-mar..2-mar")
	u.sees("mon-thu   works mon tue wed thu", "\"1-mar..2-mar\" does not say how many people:", "write 1-mar..29-may*1")
	u.keys("enter").sees("not saved yet: see Extra").keys("ctrl+u").types("1-mar..2-mar*2").sees("Mon 1 Mar to Tue 2 Mar, 2 people").keys("enter").sees("Mechanics: ")
	u.keys("1").on("Trial run").keys("e").sees("6 more below").keys("shift+tab shift+tab shift+tab").sees("Priority    p1").keys("backspace").types("3").keys("enter")
	if p := u.task("Trial run").Priority; p != 3 {
		t.Errorf("p3 typed in the form is priority %d", p)
	}
}

// In A a team that is there gets days off in words, and a new one is seen where teams are, however many words and teams there are.
func TestDaysOffInWordsGoToTheTeamThatIsThere(t *testing.T) {
	u := lived(t, 60, 16).keys("3 A").types("Firmware off 24-dec to 1-jan").sees("Firmware, which is there").keys("enter")
	u.sees("Firmware: time off Thu 24 Dec to Fri 1 Jan")
	if team := u.m.scene.Roadmap.Team("firmware"); len(team.TimeOff) == 0 {
		t.Errorf("Firmware is never off: %+v", team)
	}
	u.types("Paint 3 mon-thu contact:ana@example.com off:24-dec..1-jan").sees("name Paint").keys("enter esc").sees("▌   Paint")
	empty(t, 60, 16).keys("esc A").sees("team Mechanics 3 mon-thu", "risk Mould crack 20% 8d")
}

// Filters.

func TestAFilterIsKeptByNameChosenAndLetGo(t *testing.T) {
	u := chainOfThree(t).keys("/").types("tri status:todo").sees("ctrl+s keeps it by name")
	u.keys("ctrl+s").sees("keep the filter as ›").types("open trials").keys("enter").sees("filter ›", "kept as open trials, ctrl+x lets it go").keys("esc")
	if f := u.m.scene.Roadmap.Filters(); len(f) != 1 || f[0].Name != "open trials" || f[0].Text != "tri status:todo" || u.m.scene.Filter != "" {
		t.Fatalf("%v, filter %q", f, u.m.scene.Filter)
	}
	u.keys("/").sees("tab lists 1 kept filter").keys("tab").sees("open trials  tri status:todo").keys("esc").types("trials").keys("tab").sees("filter › tri status:todo").keys("enter")
	if u.m.scene.Filter != "tri status:todo" {
		t.Errorf("the filter is %q", u.m.scene.Filter)
	}
	u.keys("/ ctrl+x").sees("ctrl+s keeps it by name").keys("esc u").sees("undone: filter “open trials” let go")
	if len(u.m.scene.Roadmap.Filters()) != 1 {
		t.Error("undo does not bring it back")
	}
}

// Copying.

// copied is what a terminal was asked to take into its clipboard.
func (u *user) copied() string {
	u.t.Helper()
	_, text, ok := strings.Cut(u.m.opts.Out.(*strings.Builder).String(), "]52;c;")
	b, err := base64.StdEncoding.DecodeString(strings.TrimRight(text, "\a\x1b\\"))
	if !ok || err != nil {
		u.t.Fatalf("nothing copied: %v", err)
	}
	return string(b)
}

func TestMarksAreCopiedAsAMarkdownTable(t *testing.T) {
	u := chainOfThree(t).on("Tooling").keys("v v y").sees("copied 2 tasks as a Markdown table")
	if got, want := u.copied(), "| Task | Team | Status | Start | Finish | Late | Why |\n| --- | --- | --- | --- | --- | --: | --- |\n| Tooling |  | todo | 30 Nov | 4 Dec |  |  |\n| Trial |  | todo | 7 Dec | 11 Dec |  |  |"; got != want {
		t.Errorf("%s\nis not\n%s", got, want)
	}
}

func TestAFilteredListIsCopiedAsATable(t *testing.T) {
	u := demo(t, 100, 30).keys("/").types("@murata status:todo").keys("enter y").sees("as a Markdown table")
	if got := u.copied(); !strings.Contains(got, "| Antenna module | Murata | todo |") || strings.Contains(got, "Trial run |") {
		t.Error(got)
	}
}

// In each view the key copies what is listed there; from the pane, what stands there.
func TestEachViewIsCopiedAsAMarkdownTable(t *testing.T) {
	for keys, want := range map[string]string{
		"1": "73 tasks as a Markdown table: | Antenna module | Murata | todo | 20 Nov | 11 Dec | +5d | ",
		"2": "| Murata moved Antenna module from 3 Dec to 11 Dec | Launch in first stores | +",
		"3": "teams as a Markdown table: | Mechanics | 3 | ",
		"4": "tasks as a Markdown table: | Enclosure tooling | Mechanics | todo | 14 Dec | 28 Jan | +4d | ",
		"5": "deadlines as a Markdown table: | Launch in first stores | 12 Mar | under 1 % | ",
		"6": "risks as Markdown tables: | Launch in first stores | 12 Mar | 19 Mar | +5d | under 1 % | 37 % | 0 → 5 → 40 stores",
		"7": "changes as a Markdown table: ",
	} {
		u := toldDemo(t, 160, 40).on("Enclosure tooling").keys(keys + " y")
		says, row, _ := strings.Cut(want, ": | ")
		if u.sees("copied "); !strings.Contains(u.text(), says) && row != "" {
			t.Errorf("%s: does not say %q:\n%s", keys, says, u.text())
		}
		if got := u.copied(); !strings.Contains(got, strings.TrimPrefix(row, "| ")) || !strings.HasPrefix(got, "| ") {
			t.Errorf("%s: no %q in\n%s", keys, row, got)
		}
	}
	u := demo(t, 160, 40).on("Enclosure tooling").keys("1 l y").sees("lines")
	if got := u.copied(); !strings.HasPrefix(got, "Enclosure tooling runs 14 Dec to 28 Jan") || !strings.Contains(got, "Effort     27d") {
		t.Errorf("from the pane:\n%s", got)
	}
}

func TestATerminalThatMayNotTakeItIsNamed(t *testing.T) {
	u := demo(t, 160, 30).on("Trial run")
	u.m.opts.Env = func(name string) string { return map[string]string{"VTE_VERSION": "7600"}[name] }
	u.keys("y").sees("if the terminal allows it (OSC 52): this one may not")
}

// Undo.

func TestUndoGoesToWhatItBroughtBack(t *testing.T) {
	u := demo(t, 100, 40).on("Trial run").keys("x").on("Press kit").keys("u")
	if u.m.scene.Selected.Task != u.task("Trial run").ID {
		t.Errorf("%v is selected", u.m.scene.Selected)
	}
}

// A risk, a goal and a team that are brought back are selected too, in the view that shows them; so is what redo did again.
func TestUndoSelectsWhatItBroughtBackInEveryView(t *testing.T) {
	for _, c := range []struct {
		keys string // go to something in a view and delete it
		is   func(scene.Ref) bool
	}{
		{"6 G", func(r scene.Ref) bool { return r.Risk != "" }},
		{"6 G k", func(r scene.Ref) bool { return r.Risk != "" }},
		{"6 g j", func(r scene.Ref) bool { return r.Goal != "" }},
		{"3 g j", func(r scene.Ref) bool { return r.Team != "" }},
		{"1 g", func(r scene.Ref) bool { return r.Goal != "" }},
		{"1 G", func(r scene.Ref) bool { return r.Task != "" }},
	} {
		u := demo(t, 100, 30).sketches().keys(c.keys)
		on := u.m.scene.Selected
		if !c.is(on) {
			t.Fatalf("%s: %+v is selected", c.keys, on)
		}
		u.keys("X")
		if u.m.top() != nil { // how the gap is left
			u.keys("y")
		}
		if u.m.scene.Selected == on {
			t.Fatalf("%s: %+v is not deleted", c.keys, on)
		}
		if u.keys("u"); u.m.scene.Selected != on {
			t.Errorf("%s X u: %+v is selected, not %+v", c.keys, u.m.scene.Selected, on)
		}
	}
}

func TestRedoSelectsTheRiskThatItChangedAgain(t *testing.T) {
	u := demo(t, 100, 30).sketches().keys("6 G")
	on := u.m.scene.Selected
	u.keys("x k u")
	if u.m.scene.Selected != on {
		t.Errorf("after undo %+v is selected, not %+v", u.m.scene.Selected, on)
	}
	u.keys("k ctrl+r")
	if u.m.scene.Selected != on {
		t.Errorf("after redo %+v is selected, not %+v", u.m.scene.Selected, on)
	}
}

func TestWhatIsDoneIsNotDropped(t *testing.T) {
	u := demo(t, 100, 40).on("Name test").keys("x").sees("done already: there is nothing to drop")
	if u.task("Name test").Status != roadmap.Done {
		t.Error("it is dropped")
	}
}

func TestTheCriticalChainIsNamed(t *testing.T) {
	demo(t, 100, 40).keys("C").sees("critical chain: what decides the end").keys("C").sees("critical chain hidden")
}

// Where the dates that were committed to were late already, the pane says what holds the work, not that it was planned late.
func TestThePaneNamesACauseAlsoWhereTheBaselineIsLate(t *testing.T) {
	u := empty(t, 120, 40)
	u.keys("esc a").types("Rooms 20d start:11-jan").keys("enter").types("Light 5d after:rooms due:10-feb").keys("enter esc")
	u.on("Light").sees("Rooms is not to start", "before 11 Jan").keys("B").types("first").keys("enter")
	u.on("Light").sees("Baseline", "Rooms is not to start", "before 11 Jan").seesNot("planned for")
}
