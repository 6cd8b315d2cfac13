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
	u := lived(t, 140, 40).on("Enclosure tooling").keys("c").sees("as asked today, last on 20 Nov").keys("y esc c")
	u.sees("asked before, last on 23 Nov: nothing is added")
}

// Whoever types fast reads what was doubted, and which team a slip has made, behind enter.
func TestTheMessageAfterAddingSaysWhatWasDoubtedAndMade(t *testing.T) {
	u := lived(t, 160, 40).keys("a").types("Shackle study 4d @mchncs after:enclosure tool").sees("after Enclosure tooling").sees("(did you mean Mechanics?)").keys("enter")
	u.sees("did you mean Mechanics? The name in quotes, \"Mchncs\", makes a new team").seesNot("added Shackle study").keys("esc esc")
	u.keys("a").types("Shackle study 4d @Weavers").keys("enter").sees("added Shackle study, made team Weavers")
	u.types("Lid study after:enclosure tooling lid").sees(`after Enclosure tooling ("tooling" is in the title`).keys("enter")
	u.sees(`added Lid study tooling lid ("tooling" is in the title: after:"enclosure tooling" takes both)`)
	u.keys("esc s").types("@Laborers").keys("enter").sees("made team Laborers")
}

// A line about a team that is there sets what it says on it, and says that it was there.
func TestALineOfATeamThatIsThereSetsWhatItSays(t *testing.T) {
	u := lived(t, 140, 40).keys("A").types(`supplier Murata contact:"Ms Li"`).sees("Murata, which is there", "contact Ms Li").keys("enter").sees("Murata: contact Ms Li")
	n := 0
	for _, team := range u.m.session.Roadmap().Teams() {
		n += b2i(team.Name == "Murata" && team.Contact == "Ms Li")
	}
	if n != 1 {
		t.Errorf("%d suppliers Murata have the contact", n)
	}
}

// No second team of a name comes about in the form, which says so under the field.
func TestTheTeamFormRefusesTheNameOfAnother(t *testing.T) {
	u := lived(t, 140, 40).keys("3 e").sees("Name")
	u.keys("ctrl+u").types("Firmware").keys("enter").sees("there is a team \"Firmware\" already", "Name")
	n := 0
	for _, team := range u.m.session.Roadmap().Teams() {
		n += b2i(team.Name == "Firmware")
	}
	if n != 1 {
		t.Errorf("%d teams Firmware", n)
	}
}

// Until a day is read in the lines of blockers and known flags as the check-in reads it.
func TestUntilADayIsReadWhereItIsSaid(t *testing.T) {
	lived(t, 140, 40).on("Industrial design").keys("b").types("legal reviews it until fri").sees("blocked: legal reviews it").sees("until Fri 27 Nov")
	lived(t, 140, 40).keys("2 m").types("agreed with Ana until 1-feb").sees("until Mon 1 Feb", "because agreed with Ana")
}

// A risk that would count nothing says so while it is typed, and when it is added.
func TestARiskWithoutAChanceSaysThatItCountsNothing(t *testing.T) {
	u := demo(t, 140, 40).keys("A").types("risk Humidity test fails").sees("no probability and no impact yet: counts as 0 %, 0 days")
	u.keys("enter").sees("added risk Humidity test fails (no probability and no impact yet: counts as 0 %, 0 days)")
	u.types("risk Loan refused p30 10d").sees("probability 30%").keys("enter").sees("added risk Loan refused").seesNot("counts as")
}
