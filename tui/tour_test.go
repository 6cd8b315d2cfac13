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

// A way out that is tried is the what-if that the tour would have opened.
func TestTheTourTakesAWayOut(t *testing.T) {
	onTour(t, 100, 30).keys("2 enter w esc f").sees("Ways out").keys("enter").sees("Tour 7 of 10", "WHAT-IF")
}

// In every step and view the tour stands on the same lines, above the last one, and lies over nothing: the view has what is above
// it. So what is selected is seen, and the Plan's dates are.
func TestTheTourStandsInOnePlaceAndCoversNothing(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 50}} {
		u := onTour(t, size[0], size[1])
		first := size[1] - 1 - u.m.tourRows()
		at := func() {
			t.Helper()
			if line := u.screen()[first]; u.m.guides() && !strings.Contains(line, "Tour ") {
				t.Errorf("at %v step %d is not on line %d: %q", size, u.m.tour.step+1, first, line)
			}
			if s := &u.m.screen; u.m.guides() && (s.view.y+s.view.h > first || s.details.y+s.details.h > first) {
				t.Errorf("at %v step %d lies over the view", size, u.m.tour.step+1)
			}
		}
		at()
		u.sees("Late")
		for _, key := range strings.Fields("2 enter w esc f") {
			u.keys(key)
			at()
		}
	}
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
	golden(t, "tour-120x40", onTour(t, 120, 40).screen())
	golden(t, "tour-60x16", onTour(t, 60, 16).screen())
}
