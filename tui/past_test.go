package tui

import (
	"strings"
	"testing"
)

// While the past is shown the bottom line names what works there, and a key that edits is refused before anything is typed.
func TestThePastOffersNothingThatItRefuses(t *testing.T) {
	u := toldDemo(t, 100, 30).keys("7 , , , 1 j").sees("AS IT WAS", "esc come back", "w why", "7 history")
	for _, hint := range []string{"a add", "s set", "space status", "L links", "f ways out", "W what-if"} {
		u.seesNot(hint)
	}
	for _, key := range []string{"a", "A", "s", "D", "e", "L", "space", "b", "x", "u", "m", "c"} {
		if u.keys(key).sees("this is the past, and stays as it was", "AS IT WAS"); u.m.top() != nil {
			t.Fatalf("%s opens something", key)
		}
	}
	u.keys("j esc").seesNot("AS IT WAS").sees("this is now").keys("j").sees("a add", "s set")
}

// After the newest change all is as now: the first step back goes to before it.
func TestTheFirstStepIntoThePastIsAStep(t *testing.T) {
	u := toldDemo(t, 100, 30).keys("7 ,").sees("AS IT WAS")
	first := u.m.history()
	if c, _, ok := first.Here(); !ok || c.Seq != u.m.past.past.Changes[len(u.m.past.past.Changes)-2].Seq {
		t.Errorf("it shows change %d", c.Seq)
	}
	u.keys(".").sees("AS IT WAS").keys(".").seesNot("AS IT WAS")
}

// The slip chart of an earlier day knows nothing of what came after it: it ends on that day.
func TestTheSlipChartOfThePastEndsThere(t *testing.T) {
	u := toldDemo(t, 110, 30).keys("7 G ,").sees("AS IT WAS Mon 2 Nov", "forecast over time")
	under := ""
	for _, l := range u.screen() {
		if f := strings.Join(strings.Fields(l), " "); strings.HasPrefix(f, "2 Nov ") {
			under = f
		}
	}
	if under != "2 Nov 2 Nov" {
		t.Errorf("under the chart stands %q", under)
	}
	u.seesNot("╭").seesNot("╮")
}
