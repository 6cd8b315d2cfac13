package tui

import "testing"

// A promise that the work does not fit is told while it is typed, when it is made, in the details, in the story and in the Alerts.
func TestAPromiseThatTheWorkDoesNotFitIsToldEverywhere(t *testing.T) {
	short := "cannot be before 2 Dec"
	u := demo(t, 200, 50).on("Antenna module").keys("s").types("promised:25-nov").sees("Antenna module " + short)
	u.keys("enter").sees("Antenna module "+short, "promised 25 Nov, "+short)
	u.keys("s").types("p2").seesNot("Antenna module " + short).keys("esc") // it was so before
	u.keys("2").sees("for 25 Nov, not possible before 2 Dec")
}
