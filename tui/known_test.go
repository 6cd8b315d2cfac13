package tui

import (
	"strings"
	"testing"
)

// A promise and what else makes the same deadline late share their flags: with the one the other is known too, which is said before.
// What is known is neither counted nor marked as new or worse; the cursor stays where it was.
func TestWhatBecomesKnownIsSaidBeforeAndLeavesTheCursorInItsPlace(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		u := toldDemo(t, size[0], size[1]).keys("2 j").sees("1 new, 1 worse", "▌! Murata's promise", "+5d  worse")
		u.keys("m").sees("with it Trial run takes 6 days").types("ok").keys("enter")
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
