package tui

import (
	"path/filepath"
	"testing"
	"time"

	"bywhen/roadmap"
	"bywhen/store"
	"bywhen/tui/plan"

	tea "github.com/charmbracelet/bubbletea"
)

func (u *user) press(k tea.KeyType, alt bool) *user {
	u.t.Helper()
	u.send(tea.KeyMsg{Type: k, Alt: alt})
	return u
}

// The arrows move a bar by working days and show what that does before it is kept.
func TestShiftAndArrowsMoveABar(t *testing.T) {
	u := demo(t, 120, 40).on("Trial run")
	start := u.m.scene.Plan.Tasks[u.m.scene.Roadmap.TaskIndex(u.task("Trial run").ID)].Start
	u.press(tea.KeyShiftRight, false).press(tea.KeyShiftRight, false).sees("Move Trial run", "Launch in first st", "+2d", "enter keep")
	if u.m.session.Trying(); u.m.session.Plan().Roadmap.Task(u.task("Trial run").ID).NotBefore != u.m.scene.Roadmap.Calendar().Day(u.m.scene.Roadmap.Calendar().Count(start)+2) {
		t.Error("it is not moved by two working days")
	}
	u.keys("enter").sees("Trial run: not before")
	if open, _ := u.m.session.Trying(); open || u.task("Trial run").NotBefore == 0 {
		t.Error("it is not kept")
	}
	u.keys("u")
	if u.task("Trial run").NotBefore != 0 {
		t.Error("one undo does not take it back")
	}
}

func TestAltAndArrowsStretchABarAndEscLeavesIt(t *testing.T) {
	u := demo(t, 120, 40).on("Trial run").press(tea.KeyRight, true).sees("Move Trial run", "+1d")
	if got := u.task("Trial run").Effort; got != roadmap.PersonDays(7) {
		t.Errorf("%v days while it is tried", got)
	}
	u.keys("esc").seesNot("Move Trial run")
	if open, _ := u.m.session.Trying(); open || u.task("Trial run").Effort != roadmap.PersonDays(6) {
		t.Error("esc leaves something changed")
	}
}

// While a bar is held no other key does anything, and the panel says which ones do; q and ctrl+c let it go as esc does.
func TestAHeldBarSaysWhatOtherKeysWaitFor(t *testing.T) {
	for _, key := range []string{"u", ":", "2", "w", "j"} {
		u := demo(t, 80, 24).on("Trial run").keys("shift+right").sees("enter keep", "esc let go", "shift+← → move", "alt+← → shorter, longer")
		u.keys(key).sees("Move Trial run", "the bar is held: enter keeps it here, esc lets it go")
		u.keys("shift+right").sees("+2d", "enter keep").seesNot("the bar is held")
	}
	for _, key := range []string{"q", "ctrl+c", "esc"} {
		u := demo(t, 80, 24).on("Trial run").keys("shift+right").keys(key).seesNot("Move Trial run")
		if open, _ := u.m.session.Trying(); open || u.quit || u.task("Trial run").NotBefore != 0 {
			t.Errorf("%s does not let it go", key)
		}
	}
}

// What a move does is said whole, or counted.
func TestAHeldBarSaysEachDeadlineWhole(t *testing.T) {
	u := demo(t, 80, 24).on("Trial run").keys("shift+right").sees("Launch in first stores 22 Mar +1d   1 more")
	u.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	u.sees("Launch in first stores 22 Mar +1d   Forty stores by summer 23 Apr +1d").seesNot("+1d   1 more")
}

// Why a bar cannot be moved is said in the panel.
func TestAHeldBarSaysWhyItDoesNotMove(t *testing.T) {
	u := demo(t, 80, 24).on("Radio driver").keys("shift+right").sees("Move Radio driver", "it has begun: its beginning cannot be moved")
	u.press(tea.KeyRight, true).seesNot("it has begun")
}

// drags drags the selected bar, or its end, by some cells, and calls what is to be seen before it is let go.
func (u *user) drags(row string, end bool, cells int, held func()) {
	u.t.Helper()
	_, y := u.lineOf(row)
	x := -1
	for at := range u.m.screen.view.w {
		if bar, ok := u.m.tabs[0].view.(*plan.View).Grab(at, y-u.m.screen.view.y); ok && bar.End == end {
			x = at
			break
		}
	}
	if x < 0 {
		u.t.Fatal("there is nothing to grab in\n" + u.text())
	}
	mouse := func(x int, a tea.MouseAction) {
		u.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: a})
	}
	mouse(x, tea.MouseActionPress)
	mouse(x+cells, tea.MouseActionMotion)
	held()
	mouse(x+cells, tea.MouseActionRelease)
}

// A bar that is dragged moves with the mouse and is kept where it is let go.
func TestABarIsDragged(t *testing.T) {
	u := demo(t, 160, 40).on("Packaging design").keys("+ +")
	u.drags("▌  ○! Packaging design", false, 12, func() { u.sees("Move Packaging design") })
	u.seesNot("Move Packaging design").sees("u undoes")
	if u.task("Packaging design").NotBefore == 0 && u.task("Packaging design").Status == roadmap.Todo {
		t.Error("it is not kept where it was let go")
	}
}

// The end of a bar that is dragged changes the effort.
func TestTheEndOfABarIsDragged(t *testing.T) {
	u := demo(t, 160, 40).on("Packaging design").keys("+ + +")
	before := *u.task("Packaging design")
	u.drags("▌  ○! Packaging design", true, 6, func() { u.sees("Move Packaging design", "days long") })
	u.seesNot("Move Packaging design")
	if now := u.task("Packaging design"); now.Effort.Hundredths() <= before.Effort.Hundredths() || now.NotBefore != before.NotBefore {
		t.Errorf("%s of work, was %s; not before %v", now.Effort, before.Effort, now.NotBefore)
	}
}

// Where there is no room for the Plan while another program adds tasks, a click takes hold of nothing.
func TestNoBarIsGrabbedThatIsNotShown(t *testing.T) {
	r := owed(t)
	f := store.New(filepath.Join(t.TempDir(), "roadmap.db"))
	snap, err := f.Create(r, store.Stamp{At: noon().Add(-time.Hour), Today: monday})
	if err != nil {
		t.Fatal(err)
	}
	u := openFile(t, f, snap, false, 120, 40)
	u.send(tea.WindowSizeMsg{Width: 120, Height: 2})
	d := snap.Roadmap.Edit(monday)
	for range 9 {
		if _, err := d.AddTask(roadmap.Task{Title: "Another one", Effort: roadmap.PersonDays(3)}); err != nil {
			t.Fatal(err)
		}
	}
	next, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := f.Apply(store.Edit{Base: snap, Next: next, Title: "more", Stamp: store.Stamp{At: noon(), Today: monday}}, nil); err != nil {
		t.Fatal(err)
	}
	u.send(touchedMsg{})
	for y := range 40 {
		for x := 0; x < 120; x += 5 {
			u.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		}
	}
	if u.m.crash != nil {
		t.Fatal(u.m.crash)
	}
	u.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	u.sees("Another one")
}

// The bars of all marked tasks move together, as one edit; one that has no bar to be moved stays where it is.
func TestTheBarsOfMarkedTasksMoveTogether(t *testing.T) {
	u := demo(t, 120, 40).on("Trial run").keys("v").on("Press units").keys("v").on("Antenna samples").keys("v") // done
	u.press(tea.KeyShiftRight, false).press(tea.KeyShiftRight, false).press(tea.KeyRight, true).sees("Move 2 tasks", "2 tasks: not before 2 days later, each 1 day longer")
	u.press(tea.KeyShiftLeft, false).press(tea.KeyShiftLeft, false).press(tea.KeyLeft, true).sees("2 tasks where they were")
	u.press(tea.KeyShiftRight, false).press(tea.KeyShiftRight, false).press(tea.KeyRight, true)
	u.keys("enter").sees("2 tasks: not before 2 days later, each 1 day longer · ")
	if a, b := u.task("Trial run"), u.task("Press units"); a.NotBefore == 0 || a.Effort != roadmap.PersonDays(7) || b.NotBefore == 0 || u.task("Antenna samples").NotBefore != 0 {
		t.Errorf("not before %v and %v, %v of effort", a.NotBefore, b.NotBefore, a.Effort)
	}
	if u.keys("u"); u.task("Trial run").NotBefore != 0 || u.task("Press units").NotBefore != 0 {
		t.Error("one undo does not take it back")
	}
	u.on("Trial run").keys("J").sees("J and K take one task at a time, and 3 tasks are marked: esc clears the marks")
}

// A day before which a task is not to start, and which lies before what holds it anyway, moves nothing: that is said, with what does hold
// it, however the day was given.
func TestADayThatMovesNothingIsSaidTo(t *testing.T) {
	u := demo(t, 160, 40).on("Enclosure tooling").keys("s").types("start:1-dec").keys("enter")
	u.sees("Enclosure tooling: start 1 Dec · moves nothing: it waits for Antenna module until 14 Dec")
	u = demo(t, 160, 40).on("Enclosure tooling").keys("shift+left").sees("not before 11 Dec, but it waits for Antenna module until 14 Dec")
	u.keys("enter").sees("Enclosure tooling: not before 11 Dec · moves nothing: it waits for Antenna module until 14 Dec")
	u = demo(t, 160, 40).on("Enclosure tooling").keys("s").types("start:21-dec").keys("enter").sees("start 21 Dec ·").seesNot("moves nothing")
	u.keys("s").types("start:1-dec").keys("enter").seesNot("moves nothing") // it is let back to where it can begin
	u.keys("s").types("start:none").keys("enter").seesNot("moves nothing")
	u.on("Press units").keys("s").types("start:24-nov").keys("enter").sees("moves nothing: it waits for Assembly line until")
	u = demo(t, 160, 40).on("Warehouse contract").keys("s").types("start:2026-11-02").keys("enter").seesNot("moves nothing")
	u.keys("s").types("start:2026-11-03").keys("enter").sees("moves nothing: it cannot start before 20 Nov")
	u.on("Hinge fatigue test").keys("s").types("start:30-nov").keys("enter").sees("moves nothing: it has begun")
}

// Of several the first that stays where it is is named.
func TestADayThatMovesSomeSaysHowMany(t *testing.T) {
	u := demo(t, 180, 40).on("Enclosure tooling").keys("v").on("CAD freeze").keys("v s").types("start:1-dec").keys("enter")
	u.sees("1 of 2 not moved: Enclosure tooling waits for Antenna module until 14 Dec")
}

// The estimate of a bar that is stretched goes with it, so that the forecast does.
func TestTheEstimateOfAStretchedBarGoesWithIt(t *testing.T) {
	u := demo(t, 120, 40).on("Enclosure tooling")
	before := *u.task("Enclosure tooling")
	u.press(tea.KeyRight, true).keys("enter")
	if now := u.task("Enclosure tooling"); now.Effort.Hundredths() <= before.Effort.Hundredths() || now.Estimate.Likely != now.Effort || now.Estimate.Pessimistic != before.Estimate.Pessimistic {
		t.Errorf("%v of %v, was %v of %v", now.Effort, now.Estimate, before.Effort, before.Estimate)
	}
}
