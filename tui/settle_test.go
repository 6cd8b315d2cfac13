package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/scene"

	"github.com/charmbracelet/x/ansi"
)

// marked is the line with the selection's bar.
func (u *user) marked() string {
	for _, line := range u.screen() {
		if strings.HasPrefix(line, "▌") {
			return line
		}
	}
	return ""
}

// walksTo goes down until a row is marked.
func (u *user) walksTo(text string) *user {
	u.t.Helper()
	for range 60 {
		if strings.Contains(u.marked(), text) {
			return u
		}
		u.keys("j")
	}
	u.t.Fatalf("no row %q is come to:\n%s", text, u.text())
	return u
}

// What is marked with the bar is what keys act on and what the strip tells, in each view, whatever was selected before: also where
// a key follows so fast that nothing was drawn in between.
func TestWhatIsMarkedIsWhatKeysActOn(t *testing.T) {
	u := toldDemo(t, 120, 40)
	for _, from := range []string{"1", "1 G", "5 g", "6 G", "3 g", "7 j j j"} {
		for view := '1'; view <= '7'; view++ {
			u.on("Enclosure tooling").keys(from).keys(string(view))
			sel := u.m.scene.Selected
			title := u.m.scene.Title(sel)
			if first := []rune(title); sel != (scene.Ref{}) && view != '4' && view != '7' && !strings.Contains(u.marked(), string(first[:min(len(first), 9)])) {
				t.Errorf("%q, then %c: %q is selected, and marked is\n%s", from, view, title, u.marked())
			}
			if at := u.m.tabs[u.m.active].view.(stands).Stand(u.m.scene); at != sel {
				t.Errorf("%q, then %c: the cursor stands on %v, selected is %v", from, view, at, sel)
			}
		}
	}
	u = demo(t, 120, 40).on("Enclosure tooling").together("6D").sees("set Launch in first stores")
	u.keys("esc").sees("Launch in first stores is due")
	u = demo(t, 120, 40).keys("G").together("6 ")
	if u.task("Second wave of stores").Status != roadmap.Todo {
		t.Error("space in the Goals began a task that is not shown there")
	}
	demo(t, 120, 40).keys("5 g 4 space").sees("Launch day: done")
}

// Looking at another view chooses nothing: back in the Plan what was selected there is selected again, unless something was done.
func TestLookingAtAViewChoosesNothing(t *testing.T) {
	u := demo(t, 120, 40).on("Enclosure tooling").keys("6 5 4 2 1")
	if got := u.m.scene.Title(u.m.scene.Selected); got != "Enclosure tooling" {
		t.Errorf("back in the Plan %q is selected", got)
	}
	if got := u.keys("6 j 1").m.scene.Selected.Goal; got == "" {
		t.Error("a goal that was gone to is not selected in the Plan")
	}
}

// In time travel Alerts compare with what came before the day that is shown, never with what came after it.
func TestThePastIsComparedWithWhatCameBeforeIt(t *testing.T) {
	u := toldDemo(t, 120, 40).sketches().keys("7")
	before := roadmap.Date(0)
	for range 40 {
		u.keys("7 ,")
		shown := u.m.session.Visiting().Today
		since := u.keys("2").m.scene.Since
		if since != nil && since.Day >= shown {
			t.Fatalf("as it was on %s is compared with %s", shown, since.Day)
		}
		if since != nil && !since.CheckIn {
			t.Fatalf("as it was on %s is compared with %s, which was no check-in", shown, since.Day)
		}
		if since != nil && before != 0 && since.Day > before {
			t.Fatalf("further back it is compared with a later day, %s after %s", since.Day, before)
		}
		if since != nil {
			before = since.Day
		} else if strings.Contains(u.text(), "Since ") {
			t.Fatalf("nothing came before, and yet:\n%s", u.text())
		}
	}
	if before == 0 || u.m.scene.Since != nil {
		t.Error("no check-in was come past")
	}
	u.keys("S").types("9 nov").keys("enter")
	if s := u.m.scene.Since; s != nil && s.Day >= u.m.scene.Today {
		t.Errorf("as it was on %s is compared with %s", u.m.scene.Today, s.Day)
	}
}

// A log is the past: no row of it is worked on, but for X, which takes a change back. What it touched is unfolded, and gone to, with enter.
func TestNothingIsDoneToARowOfTheHistory(t *testing.T) {
	u := toldDemo(t, 100, 30)
	before := len(u.history())
	for range 12 {
		for _, key := range []string{"x", "space", "s", "D", "e", "b", "L", "v", "m"} {
			if u.keys("7 " + key); u.m.top() != nil || len(u.m.scene.Marks) > 0 {
				t.Fatalf("%s opens something for the row %s", key, u.marked())
			}
		}
		u.keys("j")
	}
	if n := len(u.history()); n != before {
		t.Errorf("%d changes were made from the log", n-before)
	}
	u.keys("7 g")
	u.walksTo("Trial run 5d")
	u.keys("x").sees("enter goes to Trial run, where x works").keys("enter").sees("effort 5d → 6d").keys("j enter")
	if u.m.active != 0 || u.m.scene.Title(u.m.scene.Selected) != "Trial run" {
		t.Errorf("enter leads to view %d, %q", u.m.active, u.m.scene.Title(u.m.scene.Selected))
	}
	u.keys("7 g")
	u.walksTo("Check-in, ")
	u.keys("x").sees("l shows what this change touched: there enter goes on, and x works").keys("enter").sees("remaining none → 7d").keys("enter").seesNot("remaining none → 7d")
}

// A risk is a thing of its own: the details show it, and s, e, space, x and X are for it, each undone by u.
func TestARiskIsShownAndEdited(t *testing.T) {
	u := demo(t, 120, 40).sketches().keys("6")
	u.walksTo("Low yield")
	u.sees("risk · open", "Chance     30 %", "Costs      3d, 0.9d expected", "Owner      Marek", "Would hit", "Low yield in the trial run would cost 3 days to Trial run")
	id := u.m.scene.Selected.Risk
	risk := func() *roadmap.Risk { return u.m.scene.Roadmap.Risk(id) }
	u.keys("s").types(`40% 5d owner:ana mitigation:"Second line booked"`).keys("enter")
	if k := risk(); k.Probability != 0.4 || k.Days != 5 || k.Owner != "ana" || k.Mitigation != "Second line booked" {
		t.Errorf("the risk is %+v", k)
	}
	if u.keys("u"); risk().Days != 3 {
		t.Error("u does not take it back")
	}
	u.keys("e").sees("Risk Low yield in the trial run", `"Trial run"`).keys("tab tab ctrl+u").types("8d").keys("tab tab").types("Second line").keys("enter")
	if k := risk(); k.Days != 8 || k.Mitigation != "Second line" || len(k.Tasks) != 1 {
		t.Errorf("after the form the risk is %+v", k)
	}
	if u.keys("x").sees("closed", "u undoes"); risk().Status != roadmap.RiskClosed {
		t.Error("x does not close it")
	}
	if u.keys("x"); risk().Status != roadmap.RiskOpen {
		t.Error("x again does not open it")
	}
	if u.keys("space").sees("has happened"); risk().Status != roadmap.RiskHappened {
		t.Error("space is not that it has happened")
	}
	u.keys("u D").sees("a risk has no deadline").keys("t").sees("a risk has no team")
	if u.keys("X"); risk() != nil {
		t.Error("X does not delete it")
	}
	if u.keys("u"); risk() == nil {
		t.Error("u does not bring it back")
	}
	u.keys("6 g").walksTo("Low yield")
	if u.keys("l"); u.m.active != 0 || u.m.scene.Title(u.m.scene.Selected) != "Trial run" {
		t.Errorf("l leads to view %d, %q", u.m.active, u.m.scene.Title(u.m.scene.Selected))
	}
	for _, line := range u.m.lines {
		if ansi.StringWidth(line) != 120 {
			t.Fatalf("%q is not 120 wide", line)
		}
	}
}

// Without colours the critical chain and late work are told by their signs: also in a cell that a bar covers in part.
func TestWithoutColoursSignsTellWhatIsCriticalAndLate(t *testing.T) {
	u := demo(t, 100, 34).on("Trial run")
	if u.m.theme.Tones() {
		t.Fatal("there are colours")
	}
	if strings.Contains(u.text(), "═") {
		t.Fatal("the critical chain is shown before it is asked for")
	}
	bars := func(title string) string {
		for _, line := range u.screen() {
			if list, bar, ok := strings.Cut(line, "│"); ok && strings.Contains(list, title) {
				return bar
			}
		}
		t.Fatalf("%s is not seen", title)
		return ""
	}
	for _, title := range []string{"Trial run", "Ship to stores"} {
		if bar := bars(title); !strings.Contains(bar, "▒") || strings.ContainsAny(bar, "▏▎▍▌▋▊▉█") {
			t.Errorf("the late bar of %s looks done: %q", title, bar)
		}
	}
	u.keys("C")
	if n := strings.Count(u.text(), "═"); n < 10 {
		t.Errorf("the critical chain changes %d cells:\n%s", n, u.text())
	}
	if bar := bars("Volume production"); !strings.Contains(bar, "═") || !strings.Contains(bar, "≡") {
		t.Errorf("the critical bar of Volume production is %q", bar)
	}
}

// The grid of the risks is seen where the details stand beside the Goals, too, with numbers on both axes; and the details show how
// far a metric has come and its values.
func TestTheRiskGridAndTheMetricAreSeenBesideTheDetails(t *testing.T) {
	for _, w := range []int{120, 170} {
		u := demo(t, w, 40).keys("6 g").sees("how many, by chance and days", "50 %", "10 %", "0d+  3d+  6d+  11d+ 21d+")
		u.sees("Metric     stores that have", "0 → 5 → 40", "2 values")
	}
}

// What marks a whole group says which tasks it took, before an action takes them all.
func TestMarkingAGroupSaysWhichTasks(t *testing.T) {
	u := demo(t, 120, 40).goal("launch").keys("v")
	if got := u.bottom(); !strings.Contains(got, " marked: Competitor teardown, ") || !strings.Contains(got, " more") {
		t.Errorf("it says %q", got)
	}
	u.keys("v").sees("not marked any more")
}

// At 120 columns the timeline is not the smallest of the three panes, each month there has its letter, and enter is said to close
// the details.
func TestTheTimelineIsNotTheSmallestPane(t *testing.T) {
	u := demo(t, 120, 40).sees("enter close")
	panes := strings.FieldsFunc(u.screen()[2], func(r rune) bool { return r == '┬' })
	if len(panes) != 3 || ansi.StringWidth(panes[1]) < ansi.StringWidth(panes[2]) {
		t.Errorf("the panes are %q", panes)
	}
	line := u.screen()[3]
	for _, month := range []string{"N", "D", "J", "F", "M", "A"} {
		if !strings.Contains(line, "│"+month) {
			t.Errorf("no %s in %q", month, line)
		}
	}
	u.keys("enter").sees("enter details")
}

// A key that has nothing to do where one is says so.
func TestNoKeyOfMovingIsSilentWhereItDoesNothing(t *testing.T) {
	u := demo(t, 120, 40)
	for _, c := range []struct{ keys, says string }{
		{"5 n", "no filter yet: / asks for one"}, {"7 N", "no filter yet: / asks for one"}, {"5 h", "nothing to fold here"}, {"7 / a enter n", "only the changes that match are shown: j and k go through them"},
	} {
		u.keys(c.keys).sees(c.says)
	}
}
