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
