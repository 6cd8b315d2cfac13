package tui

import "testing"

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
