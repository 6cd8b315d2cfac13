package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/scene"
)

// A change is unfolded into what it touched, each with its fields before and after; enter goes to one, h folds the change again.
func TestAChangeOfTheHistoryUnfolds(t *testing.T) {
	u := toldDemo(t, 110, 34).keys("7 j j j l").sees("▌▾ Fri 20 Nov 15:00  Check-in, 16 tasks", "User interface kit                   remaining none → 7d", "CAD freeze                           as planned, told 13 Nov → 20 Nov")
	u.keys("j j").sees("▌   User interface kit")
	if got := u.m.scene.Title(u.m.scene.Selected); got != "User interface kit" {
		t.Errorf("%q is selected", got)
	}
	u.keys("h").sees("▌▸ Fri 20 Nov 15:00  Check-in, 16 tasks").seesNot("remaining none → 7d")
	u.keys("enter j j enter")
	if got := u.m.scene.Title(u.m.scene.Selected); u.m.active != 0 || got != "User interface kit" {
		t.Errorf("enter leads to view %d, %q", u.m.active, got)
	}
	u.keys("7").sees("▌   User interface kit")
}

// X on one answer of a check-in takes that back and leaves the others.
func TestXTakesOneThingOfAChangeBack(t *testing.T) {
	u := toldDemo(t, 110, 34).keys("7 j j j l j j X").sees("taken back: User interface kit in “Check-in, 16 tasks” of Fri 20 Nov", "u undoes")
	if kit, power := u.task("User interface kit"), u.task("Power management"); kit.Remaining.Given() || power.Remaining != roadmap.PersonDays(9) {
		t.Errorf("left are %v and %v", kit.Remaining, power.Remaining)
	}
	u.keys("u")
	if u.task("User interface kit").Remaining != roadmap.PersonDays(7) {
		t.Error("u does not bring it back")
	}
}

// Changes are looked for by what was said and what was touched, as it is typed; tasks are not filtered by that anywhere.
func TestTheHistoryIsSearched(t *testing.T) {
	u := toldDemo(t, 110, 34).keys("7 /").types("@murata promise").sees("2 of 31 changes", "Antenna module: promise moved").seesNot("Check-in")
	u.keys("enter").sees("2 of 31 changes; esc shows all", "search: @murata promise").keys("1").seesNot("Nothing matches").seesNot("@murata")
	u.keys("7 esc").sees("31 changes since", "Check-in, 16 tasks")
	u.keys("/").types("yield board").sees("no change matches “yield board”: esc shows all").keys("esc").sees("31 changes since")
	u.keys("/").types("nosuchchange").keys("enter X").sees("no change matches “nosuchchange”: there is none to take back")
	before := len(u.history())
	if u.keys("U"); len(u.history()) != before {
		t.Error("a change that is not shown was gone back to")
	}
}

// What is marked among the changes found is what X takes back, and no other.
func TestXTakesBackWhatWasFound(t *testing.T) {
	u := toldDemo(t, 110, 34).keys("7 /").types("two sizes").keys("enter").sees("▌▸ Wed 18 Nov 11:00  Packaging design 6d → 8d").keys("X").sees("taken back: “Packaging design 6d → 8d” of Wed 18 Nov")
	if got := u.task("Packaging design").Effort; got != roadmap.PersonDays(6) {
		t.Errorf("it takes %v", got)
	}
}

// The ledger leads to a change also while others are looked for.
func TestTheLedgerLeadsToAChangeThatWasNotLookedFor(t *testing.T) {
	u := toldDemo(t, 110, 34).keys("7 /").types("murata").keys("enter 1").goal("launch")
	u.m.take(scene.Outcome{Change: 29}, 0)
	u.send(nil)
	if c, _, ok := u.m.history().Here(); !ok || c.Seq != 29 || strings.Contains(u.text(), "search: ") {
		t.Errorf("it leads to %+v", c)
	}
}

// From row to row the slip chart is of the same deadline, unless a change moved another one and not that.
func TestTheSlipChartStaysWhileTheRowsAreOfItsDeadline(t *testing.T) {
	u := toldDemo(t, 120, 40).goal("launch").keys("7")
	for range 6 {
		u.sees("Launch in first stores, forecast over time").keys("j")
	}
	u.sees("▌▸ Wed 18 Nov 11:00  Packaging design 6d → 8d", "Packaging design, forecast over time")
}

// How to go back to a change is said beside every one but the newest, after which it is as now, and in any size.
func TestTheBottomLineSaysHowToGoBackToAChange(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}} {
		u := toldDemo(t, size[0], size[1]).keys("7 g").seesNot("U back to here").keys("j").sees("U back to here", ", earlier")
		u.keys("j j l").sees("U back to here").keys("j").sees("U back to here")
	}
}
