package tui

import "testing"

// Days off for everybody are told in A as for a team, and are the roadmap's holidays.
func TestHolidaysAreAddedInA(t *testing.T) {
	u := lived(t, 160, 40).keys("A").sees("holiday 25-dec").types("all off 28-dec Bridge day").sees("off for everybody Mon 28 Dec").keys("enter").
		sees("added holiday Bridge day: off for everybody Mon 28 Dec").types("27-nov").keys("enter")
	days := u.m.session.Roadmap().Settings().Holidays
	if len(days) < 2 || days[len(days)-2].Name != "Bridge day" || days[len(days)-1].From.String() != "2026-11-27" {
		t.Errorf("the holidays are %+v", days)
	}
}

// Whoever chases is told when that was asked for last.
func TestAChaseSaysWhenItWasAskedLast(t *testing.T) {
	u := lived(t, 140, 40).on("Enclosure tooling").keys("c").sees("as asked today, last on 20 Nov").keys("esc c")
	u.sees("kept as asked before, last on 23 Nov: nothing was added")
}

// Whoever types fast reads what was doubted, and which team a slip has made, behind enter.
func TestTheMessageAfterAddingSaysWhatWasDoubtedAndMade(t *testing.T) {
	u := lived(t, 160, 40).keys("a").types("Shackle study 4d @mchncs after:enclosure tool").sees("after Enclosure tooling").sees("(did you mean Mechanics?)").keys("enter")
	u.sees("added Shackle study, made team Mchncs (did you mean Mechanics?)")
	u.types("Lid study after:enclosure tooling lid").sees(`after Enclosure tooling ("tooling" is in the title`).keys("enter")
	u.sees(`added Lid study tooling lid ("tooling" is in the title: after:"enclosure tooling" takes both)`)
	u.keys("esc s").types("@Laborers").keys("enter").sees("made team Laborers")
}
