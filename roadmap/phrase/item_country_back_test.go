package phrase

import (
	"strings"
	"testing"
)

// afterLines is a context in which lines of days off have been carried out.
func afterLines(t testing.TB, ctx Context, lines ...string) Context {
	t.Helper()
	for _, l := range lines {
		d := ctx.Roadmap.Edit(monday)
		if _, err := ParseItem(l, ctx).Add(d); err != nil {
			t.Fatal(err)
		}
		ctx.Roadmap, _ = d.Close()
	}
	return ctx
}

// What a line of a country has made, the same with "no" before it takes back, and nothing else.
func TestTheHolidaysOfACountryAreTakenBack(t *testing.T) {
	const all27 = "2027-02-01..2027-02-01 Founding day, 2027-05-03..2027-05-03 Harbour day"
	for text, want := range map[string]string{
		"no holidays Northland 2027":                      " | " + all27,
		"without holidays Northland 2027":                 " | " + all27,
		"remove holidays of nord in 2027":                 " | " + all27,
		"no holiday Northland 2027":                       " | " + all27,
		"no holidays Isle of Rest 2027":                   " | " + all27,
		"no holidays Northland 1-may-2027 to 31-may-2027": "2027-02-01..2027-02-01 Founding day | " + all27,
		"no holidays Northland 2027 for Mobile":           all27 + " | ",
		"no holidays no 2027-Q1 for mob because:x":        all27 + " | 2027-05-03..2027-05-03 Harbour day",
	} {
		for _, kind := range []string{"", "holiday", "team"} {
			ctx := afterLines(t, abroad(t), "holidays Northland 2027", "holiday 1-jun-2027 Founding day")
			ctx = afterLines(t, ctx, "Mobile off 1-feb-2027 Founding day", "Mobile off 3-may-2027 Harbour day")
			ctx.Kind = kind
			d := ctx.Roadmap.Edit(monday)
			i := ParseItem(text, ctx)
			_, err := i.Add(d)
			got := strings.TrimSuffix(strings.TrimSuffix(offs(d.Settings().Holidays), "2027-06-01..2027-06-01 Founding day"), ", ") + " | " + offs(d.Team("mob").TimeOff)
			if err != nil || got != want || !i.TakesBack() || i.Public == nil {
				t.Errorf("%q after %q: %v\n got %s\nwant %s", text, kind, err, got, want)
			}
		}
	}
}

// Where everybody has the holidays of a country, some of all are left without them: all others then have them of their own.
func TestHolidaysOfEverybodyAreTakenBackFromSome(t *testing.T) {
	const both = "2027-02-01..2027-02-01 Founding day, 2027-05-03..2027-05-03 Harbour day"
	for text, want := range map[string][2]string{ // whose they are then, of mech, design, mob and mur; what the line says
		"holidays Northland 2027 for everybody but Murata":   {"mech design mob", "everybody's, taken back from Murata and 1 task without a team: 2 days in 2027, 2 on working days"},
		"holidays Northland 2027 except suppliers":           {"mech design mob", "everybody's, taken back from Murata"},
		"no holidays Northland 2027 for Murata":              {"mech design mob", "everybody's, taken back from Murata and 1 task without a team: 2 days in 2027 off no more, 2 on working days"},
		"holidays Northland 2027 for all but Mobile, Murata": {"mech design", "taken back from Mobile and Murata"},
		"no holidays Northland 2027 for all but Murata":      {"mur", "taken back from Mechanics, Industrial design and Mobile"},
	} {
		ctx := afterLines(t, abroad(t), "holidays Northland 2027", "holiday 1-jun-2027 Founding day")
		d := ctx.Roadmap.Edit(monday)
		i := ParseItem(text, ctx)
		_, err := i.Add(d)
		var has []string
		for _, team := range d.Teams() {
			switch offs(team.TimeOff) {
			case both:
				has = append(has, team.ID)
			case "":
			default:
				t.Errorf("%q: %s is off %s", text, team.ID, offs(team.TimeOff))
			}
		}
		if got := offs(d.Settings().Holidays); err != nil || strings.Join(has, " ") != want[0] || got != "2027-06-01..2027-06-01 Founding day" {
			t.Errorf("%q: %v, of %s, everybody %s", text, err, has, got)
		}
		if says := i.Chips[len(i.Chips)-1].Text; !strings.Contains(says, want[1]) || i.Public.Fresh() != 2 && !i.TakesBack() {
			t.Errorf("%q says %q", text, says)
		}
	}
}

// What some have of their own as well as everybody is taken back for those left out, and nobody has it twice.
func TestHolidaysThatTeamsHaveTwiceAreLeftToThemOnce(t *testing.T) {
	ctx := afterLines(t, abroad(t), "holidays Northland 2027 for Mobile", "holidays Northland 2027")
	ctx = afterLines(t, ctx, "holidays Northland 2027 for everybody but Mechanics")
	for team, want := range map[string]int{"mech": 0, "design": 2, "mob": 2, "mur": 2} {
		if got := ctx.Roadmap.Team(team).TimeOff; len(got) != want {
			t.Errorf("%s is off %s", team, offs(got))
		}
	}
	if len(ctx.Roadmap.Settings().Holidays) > 0 {
		t.Errorf("everybody is off %s", offs(ctx.Roadmap.Settings().Holidays))
	}
}

func TestHolidaysThatAreNotThereAreNotTakenBack(t *testing.T) {
	ctx := afterLines(t, resting(t), "holidays Northland 2027 for Mobile", "holiday 9-feb Northland day")
	for text, want := range map[string]string{
		"no holidays Northland 2027":            "no holiday of Northland in 2027 is off for everybody, but for Mobile: write for Mobile behind it",
		"no holidays Northland 2026":            "no holiday of Northland in 2026 is off",
		"no holidays Northland 2027 for Murata": "is off for them",
		"no holidays Isle of Rest":              "name a year or days",
		"no holidays Atlantis 2027":             `holidays of "Atlantis" are not known`,
		"no holidays Southland 2027":            "each part of Southland has its own",
		"no holidays Easter":                    `no days off are called "Easter"`,
	} {
		if _, err := ParseItem(text, ctx).Add(ctx.Roadmap.Edit(monday)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q\n got %v\nwant %s", text, err, want)
		}
	}
	d := ctx.Roadmap.Edit(monday)
	if _, err := ParseItem("no holidays Northland", ctx).Add(d); err != nil || strings.Contains(offs(d.Settings().Holidays), "Northland day") {
		t.Errorf("days off that are called so: %v, %s", err, offs(d.Settings().Holidays))
	}
}
