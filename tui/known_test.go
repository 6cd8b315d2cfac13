package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule/scheduletest"
)

// A promise and what else makes the same deadline late share their flags: with the one the other is known too, which is said before.
// What is known is neither counted nor marked as new or worse; the cursor stays where it was.
func TestWhatBecomesKnownIsSaidBeforeAndLeavesTheCursorInItsPlace(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		u := toldDemo(t, size[0], size[1]).keys("2 j").sees("1 new, 1 worse", "▌! Murata moved Antenna", "+5d  worse")
		u.keys("m").sees("with it Trial run takes 6 days").types("5 jan ok").keys("enter")
		u.sees("nothing has changed", "▌! Assembly line is busy").seesNot("worse")
		if strings.Contains(u.text(), "  new ") {
			t.Errorf("what is known is new:\n%s", u.text())
		}
		if at := u.keys("j k").m.scene.Selected; at.Team != "line" && u.m.scene.Title(at) != "Assembly line" {
			t.Errorf("%v is selected", at)
		}
		u.sees("▌! Assembly line is busy").keys("G")
		if u.text(); size[1] == 24 {
			u.sees(" above ")
		} else {
			u.sees("2 causes known and accepted").seesNot(" above ")
		}
	}
}

// marks marks tasks by their titles.
func (u *user) marks(titles ...string) *user {
	for _, title := range titles {
		u.on(title).keys("v")
	}
	return u
}

// knownOn is what is known of a task, by its title; nil for nothing.
func (u *user) knownOn(title string) *roadmap.Known {
	for _, k := range u.m.scene.Roadmap.Known() {
		if k.Task == u.task(title).ID {
			return k
		}
	}
	return nil
}

// Marked tasks become known together, in one edit that says how many flags that are, and in one undo.
func TestTheFlagsOfMarkedTasksBecomeKnownTogether(t *testing.T) {
	u := demo(t, 120, 40).marks("Enclosure tooling", "Radio driver", "CAD freeze").keys("m").sees("2 flags of 2 tasks").types("1 feb board").keys("enter")
	u.sees("known: 2 flags of 2 tasks until 1 Feb", "3 tasks marked")
	a, b := u.knownOn("Enclosure tooling"), u.knownOn("Radio driver")
	if a == nil || b == nil || a.Because != "board" || b.Because != "board" || a.Until != roadmap.MustDate("2027-02-01") || a.Until != b.Until {
		t.Fatalf("known are %+v and %+v", a, b)
	}
	u.keys("u").sees("undone: known: 2 flags of 2 tasks")
	if a, b := u.knownOn("Enclosure tooling"), u.knownOn("Radio driver"); a != nil || b != nil {
		t.Errorf("after one undo known are %+v and %+v", a, b)
	}
}

// Of marked tasks some of whose flags are known already, the others become known, and those stay as they were; where all are, a key
// makes them known no more.
func TestOfMarkedTasksWhatIsKnownAlreadyStaysAsItIs(t *testing.T) {
	u := demo(t, 120, 40).on("Radio driver").keys("m").types("5 jan agreed").keys("enter")
	first := *u.knownOn("Radio driver")
	u.marks("Enclosure tooling", "Radio driver").keys("m").sees("1 more is known already and stays so").keys("enter").sees("known: Enclosure tooling", "1 more is known already")
	if a, b := u.knownOn("Radio driver"), u.knownOn("Enclosure tooling"); b == nil || *a != first || first.Because != "agreed" || b.Until != 0 {
		t.Fatalf("known are %+v and %+v, it was %+v", a, b, first)
	}
	u.keys("m").sees("2 flags of 2 tasks are known", "no more").seesNot("known until").keys("m").sees("not known any more: 2 flags of 2 tasks")
	if a, b := u.knownOn("Radio driver"), u.knownOn("Enclosure tooling"); a != nil || b != nil {
		t.Errorf("known are still %+v and %+v", a, b)
	}
}

func TestMarkedTasksWithoutAFlagSaySo(t *testing.T) {
	demo(t, 120, 40).marks("Industrial design", "CAD freeze").keys("m").sees("nothing is flagged on the 2 marked tasks")
}

// In the Alerts what is marked is causes, of a team by its tasks: all the flags of each.
func TestMarkedCausesBecomeKnownWithAllTheirFlags(t *testing.T) {
	u := toldDemo(t, 120, 40)
	causes := func() (known int) {
		for _, r := range u.m.scene.Roots() {
			if r.Known {
				known++
			}
		}
		return known
	}
	before, flags := causes(), len(u.m.scene.Roadmap.Known())
	u.keys("2 g v j v k").sees("■•Export licence", "!•Assembly line is busy").keys("m").sees("flags of ").seesNot("with it Murata").keys("enter").sees("known: ")
	if causes() < before+2 {
		t.Errorf("%d causes are known:\n%s", causes(), u.text())
	}
	if u.keys("u"); causes() != before || len(u.m.scene.Roadmap.Known()) != flags {
		t.Errorf("after one undo %d causes are known", causes())
	}
}

// What is known says so where one looks at it: until when and why, in the pane, in the sentence, in the Alerts and to the filter.
func TestAKnownFlagSaysSoWhereItIsLookedAt(t *testing.T) {
	u := toldDemo(t, 160, 45).on("Enclosure tooling").seesNot("known until").keys("m").types("1 feb accepted by the board").keys("enter")
	u.sees("! 4 days past its deadline 22 Jan", "  known until 1 Feb: accepted by the", "promised 11 Dec. Known until 1 Feb: accepted by the board.")
	u.keys("/").types("is:known").keys("enter").sees("Enclosure tooling", "Trial run").seesNot("Radio driver").keys("esc esc")
	u.keys("2 g j").sees("Enclosure tooling, Mechanics, known", "Trial run, Assembly line, known", "Assembly trial, Mechanics ")
	u.on("Enclosure tooling").keys("1 m m").sees("not known any more").seesNot("known until 1 Feb")
}

// The demo's own trial run is accepted, and what it makes late is not: its row says so, and stays among those that want something done.
func TestACauseWhoseOwnFlagIsKnownSaysSo(t *testing.T) {
	u := toldDemo(t, 160, 45).keys("2").sees("! Trial run takes 6 days", "its own flag is known until it gets worse: the shift is agreed").seesNot("known and accepted")
	u.on("Trial run").keys("1").sees("Known until it gets worse: the shift is agreed, the rest comes with the antenna.")
}

// Trial is 2 working days late, and nothing else is wrong. Once that was accepted nothing is left to do, and it is still late: its row
// says until when and why, the words below it and the tab that it was accepted.
func TestWhatWasAcceptedIsNotCalledInTime(t *testing.T) {
	s := scheduletest.NewSketch(t)
	s.Task("Trial", 5, func(t *roadmap.Task) { t.Deadline = monday + 2 })
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		u := openOn(t, s.Roadmap(), size[0], size[1]).keys("2").sees("Alerts (1)").keys("m").types("14 jan agreed by the board").keys("enter")
		u.sees("Trial 25 Nov → 27 Nov +2d", "accepted until 14 Jan: agreed by the board", "Nothing but what was accepted is late, blocked or at risk.").seesNot("Nothing is late")
		if wide := size[0] == 120; strings.Contains(u.screen()[1], "Alerts (0, 1 accepted)") != wide {
			t.Errorf("the tabs at %d cells are %s", size[0], u.screen()[1])
		}
		u.keys("m m").sees("Alerts (1)").seesNot("accepted until")
	}
}
