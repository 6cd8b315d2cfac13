package tui

import (
	"strings"
	"testing"

	"bywhen/tui/action"
)

func onTour(t *testing.T, w, h int) *user {
	u := demo(t, w, h)
	u.m.beginTour()
	u.send(nil)
	return u
}

// The tour's keys, one after the other, lead through all of it; the file is as it was but for what was added.
func TestTheTourLeadsThroughByItsKeys(t *testing.T) {
	u := onTour(t, 100, 30).sees("Tour 1 of 10", "Now press 2")
	before := u.m.session.Roadmap()
	u.keys("2").sees("Tour 2 of 10", "enter goes").keys("enter").sees("Tour 3 of 10").keys("w").sees("Tour 4 of 10").keys("esc").sees("Tour 5 of 10", "f shows ways out").keys("f").sees("Ways out").keys("esc").sees("Tour 6 of 10")
	u.keys("W").sees("Tour 7 of 10", "WHAT-IF").keys("s").types("9d").keys("enter").sees("Tour 8 of 10").keys("W").sees("accept").keys("x").sees("Tour 9 of 10")
	if u.m.session.Roadmap() != before {
		t.Error("the roadmap is another")
	}
	u.keys("a").types("Case study 5d @design").keys("enter esc").sees("Tour 10 of 10").keys("?").sees("Keys").keys("esc").seesNot("Tour")
}

// The first step is of line 1, and stands below it; a way out that is tried is the what-if that the tour would have opened.
func TestTheTourStandsWhereItSpeaksOfAndTakesAWayOut(t *testing.T) {
	u := onTour(t, 100, 30)
	if !strings.Contains(u.screen()[2], "Tour 1 of 10") {
		t.Errorf("line 3 is %q", u.screen()[2])
	}
	u.keys("2 enter w esc f").sees("Ways out").keys("enter").sees("Tour 7 of 10", "WHAT-IF")
}

// Any other key leaves the tour and does what it does.
func TestAnyOtherKeyLeavesTheTour(t *testing.T) {
	u := onTour(t, 80, 24)
	selected := u.m.scene.Selected
	if u.keys("j").seesNot("Tour"); u.m.scene.Selected == selected {
		t.Error("j did not move")
	}
	onTour(t, 80, 24).keys("2 :").seesNot("Tour")
}

func TestThePaletteBeginsTheTour(t *testing.T) {
	demo(t, 100, 30).keys("3 :").types("tour").keys("enter").sees("Tour 1 of 10", "▌")
}

// Each step waits for an action whose key it names.
func TestEachStepOfTheTourNamesItsKey(t *testing.T) {
	for i, s := range tourSteps {
		if key := "‹" + action.Default().Key(s.waits) + "›"; !strings.Contains(s.text, key) {
			t.Errorf("step %d does not name %s", i+1, key)
		}
	}
}

func TestTheTourOfTheDemo(t *testing.T) {
	golden(t, "tour-80x24", onTour(t, 80, 24).keys("2").screen())
	golden(t, "tour-60x16", onTour(t, 60, 16).screen())
}
