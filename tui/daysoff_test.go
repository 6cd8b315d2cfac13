package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"
)

// offNow are the roadmap's holidays, and Mechanics' time off, each as its first and last day and its name.
func (u *user) offNow() string {
	r := u.m.session.Roadmap()
	var out []string
	mechanics := r.Teams()[0]
	for _, t := range r.Teams() {
		if t.Name == "Mechanics" {
			mechanics = t
		}
	}
	for _, p := range append(append([]roadmap.Period{}, r.Settings().Holidays...), mechanics.TimeOff...) {
		out = append(out, p.From.String()+" "+p.To.String()+" "+p.Name)
	}
	return strings.Join(out, "\n")
}

// Days off are seen in one place, whoever has them; X takes the one pointed at away, says what that does to the deadlines, and undo
// brings it back, in the list as well.
func TestDaysOffAreListedAndTakenAway(t *testing.T) {
	u := lived(t, 120, 40)
	before := u.offNow()
	u.keys("H").sees("Thu 24 Dec 2026 to Fri 1 Jan 2027").sees("Mechanics, 1 person").sees("Firmware +1 person").keys("j j j X").
		sees("holiday Year end deleted   u undoes").sees("Launch in first stores -7d, 10 Mar").seesNot("Thu 24 Dec 2026 to Fri 1 Jan 2027")
	if got := u.offNow(); got == before || strings.Contains(got, "2026-12-24") {
		t.Errorf("off are still\n%s", got)
	}
	u.keys("u").sees("undone: holiday Year end deleted").sees("Thu 24 Dec 2026 to Fri 1 Jan 2027")
	if got := u.offNow(); got != before {
		t.Errorf("undone\n got %s\nwant %s", got, before)
	}
	u.keys("g v G v X").sees("holiday Year end and 1 more deleted")
	if got := u.offNow(); strings.Contains(got, "2025-12-24") || strings.Contains(got, "2027-12-24") || !strings.Contains(got, "2026-12-24") {
		t.Errorf("the marked ones are\n%s", got)
	}
	u.keys("esc u").sees("undone: holiday Year end and 1 more deleted")
}

// Enter opens the days as they are, to be others; what that does is told before it is done.
func TestDaysOffAreChangedInALine(t *testing.T) {
	u := lived(t, 120, 40).keys("H j j j enter").sees("everybody › 2026-12-24 to 2027-01-01 Year end").keys("ctrl+u").
		types("24-dec to 4-jan Long break").sees("Launch in fir… → 22 Mar +1d").keys("enter").
		sees("holiday Year end: days 24 Dec to 1 Jan → 24 Dec to 4 Jan, name Year end → Long break · ").sees("Thu 24 Dec 2026 to Mon 4 Jan 2027")
	if got := u.offNow(); !strings.Contains(got, "2026-12-24 2027-01-04 Long break") {
		t.Errorf("off are\n%s", got)
	}
	u.keys("enter ctrl+u").types("31-feb").keys("enter").sees("February has days").keys("esc").sees("Days off: ")
	u.keys("a").types("Mechanics off 30-nov Bridge").keys("enter esc").sees("Mon 30 Nov 2026").sees("Bridge")
}

// A country's holidays are seen before they are added, added in one edit, and not twice.
func TestTheHolidaysOfACountryAreAddedInA(t *testing.T) {
	u := lived(t, 120, 40)
	before := u.offNow()
	u.keys("A").sees("holidays Germany 2027").types("holidays germ 2027").sees("Fri 26 Mar ").sees("Karfreitag").sees("Tag der Arbeit  costs nothing").
		sees("Neujahrstag  off already: Year end").sees("of Germany · for suppliers too · 6 days in 2027, 4 on working days, 3 more off already").keys("enter").
		sees("added 6 holidays of Germany in 2027 · ").types("holidays germ 2027").keys("enter").sees("all 9 in 2027 are off already").keys("ctrl+u")
	if got := u.offNow(); strings.Count(got, "\n") != strings.Count(before, "\n")+6 || !strings.Contains(got, "2027-05-06 2027-05-06 Christi Himmelfahrt") {
		t.Errorf("off are\n%s", got)
	}
	u.keys("esc u").sees("undone: added 6 holidays of Germany in 2027")
	if got := u.offNow(); got != before {
		t.Errorf("one undo leaves\n%s", got)
	}
	u.keys("A").types("holidays jp 2027 for mech").keys("enter").sees("Mechanics: ").sees(" holidays of Japan in 2027").keys("esc H").sees("Vernal Equinox Day")
	u.keys("esc A").types("holidays germ 2029 for mech, firm").sees("for Mechanics and Firmware").keys("enter").sees("Mechanics and Firmware: 9 holidays of Germany in 2029")
	u.types("holidays germ 2029 but murata").sees("for everybody but Murata").keys("enter").sees("everybody but Murata: 9 holidays of Germany in 2029")
	u.types("holidays jp 2028 for all").sees("for everybody, suppliers too")
	u.keys("esc esc A").types("all not off 28-dec").keys("enter").sees("everybody: not off Mon 28 Dec · ")
}

// What a line of a country has added the same with "no" takes back, after it was seen.
func TestTheHolidaysOfACountryAreTakenBackInA(t *testing.T) {
	u := lived(t, 120, 40)
	before := u.offNow()
	u.keys("A").types("holidays germ 2027").keys("enter").types("no holidays germ 2027").
		sees("Fri 26 Mar ", "Karfreitag", "of Germany · 6 days in 2027 off no more, 4 on working days").keys("enter").sees("took back 6 holidays of Germany in 2027 · ")
	if got := u.offNow(); got != before {
		t.Errorf("off are\n%s", got)
	}
	u.types("no holidays germ 2027").sees("no holiday of Germany in 2027 is off").keys("ctrl+u").
		types("holidays jp 2027 for mech").keys("enter").types("without holidays jp 2027 for mech").keys("enter").sees("Mechanics: took back ", " holidays of Japan in 2027")
}

// Who is off is said as people say it: a person of the team that is selected, or nobody but "off" there.
func TestAPersonIsOffWhereTheirTeamIsSelected(t *testing.T) {
	u := lived(t, 120, 40).keys("A").types("Zoe off next week").sees(`"Zoe" is no team, nor known to be of one: write Zoe @`).keys("esc esc").keys("3")
	for !strings.Contains(u.m.scene.Title(u.m.scene.Selected), "Mechanics") {
		u.keys("j")
	}
	before := u.offNow()
	u.keys("A").types("Zoe off next week").sees("1 person, Zoe").keys("enter").sees("Mechanics: time off Mon 30 Nov to Fri 4 Dec, 1 person, Zoe").
		types("off tomorrow").keys("enter").sees("Mechanics: time off Tue 24 Nov")
	if got := u.offNow(); got != before+"\n2026-11-30 2026-12-04 Zoe\n2026-11-24 2026-11-24 " {
		t.Errorf("off are\n%s", got)
	}
	u.keys("esc 1 H a").types("Zoe not off 1-dec").keys("enter").sees("Mechanics: not off Tue 1 Dec").keys("esc").sees("Zoe").keys("esc 3 s").types("off fri").keys("enter").sees("time off Fri 27 Nov")
}

// Holidays of several years have their years, wherever they are listed: two first days of May are not one.
func TestDaysOffOfSeveralYearsHaveTheirYears(t *testing.T) {
	for _, w := range []int{60, 120} {
		u := empty(t, w, 60).types("Launch 12-mar").keys("enter esc")
		u.keys("A").types("holidays germ 1-jan to 30-jun").sees("Fri 1 Jan  ", "Sat 1 May  ").seesNot("1 May 2027").keys("ctrl+u").
			types("holidays germ 2026 to 2028").sees("Fri 1 May 2026 ", "Fri 25 Dec 2026 ", "Fri 1 Jan 2027 ")
		u.keys("enter esc H").sees("1 May 2026 ", "25 Dec 2026 ", "1 May 2027 ", "1 May 2028 ").seesNot(" 1 May  ").seesNot(" 25 Dec  ")
	}
}

// "holiday" typed into the palette finds the list, and the line that adds; help has its key.
func TestThePaletteFindsDaysOff(t *testing.T) {
	lived(t, 120, 40).keys(":").types("holiday").sees("Days off and holidays").sees("Add a team, goal, risk or holiday")
	lived(t, 120, 40).keys(":").types("vacation").sees("Days off and holidays")
	lived(t, 200, 90).keys("?").sees("H              Days off and holidays")
}

// In the past days off can be seen, and nothing is changed.
func TestInThePastDaysOffStay(t *testing.T) {
	u := lived(t, 120, 40).keys("7 j , H").sees("Thu 24 Dec 2026 to Fri 1 Jan 2027")
	before := u.offNow()
	u.keys("X").sees("stays as it was")
	if got := u.offNow(); got != before {
		t.Errorf("off are\n%s", got)
	}
}
