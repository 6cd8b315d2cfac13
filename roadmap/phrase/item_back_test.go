package phrase

import (
	"strings"
	"testing"

	"bywhen/roadmap"
)

// offs are days off as one reads them, each as its first and last day and its name.
func offs(all []roadmap.Period) string {
	var out []string
	for _, p := range all {
		out = append(out, strings.TrimSpace(p.From.String()+".."+p.To.String()+" "+p.Name))
	}
	return strings.Join(out, ", ")
}

// resting is abroad where everybody is off at the year's ends, Mechanics at an offsite, and one of its people is away.
func resting(t testing.TB) Context {
	t.Helper()
	ctx := abroad(t)
	d := ctx.Roadmap.Edit(monday)
	s := *d.Settings()
	s.Holidays = []roadmap.Period{{Name: "Year end", From: date("2025-12-24"), To: date("2026-01-01")}, {Name: "Year end", From: date("2026-12-24"), To: date("2027-01-01")},
		{Name: "Year end", From: date("2027-12-24"), To: date("2027-12-31")}}
	if err := d.SetSettings(s); err != nil {
		t.Fatal(err)
	}
	if err := d.UpdateTeam("mech", func(t *roadmap.Team) {
		t.TimeOff = []roadmap.Period{{Name: "Offsite", From: date("2026-03-02"), To: date("2026-03-04")}, {Name: "Ana away", From: date("2026-03-04"), To: date("2026-03-10"), People: 1}}
	}); err != nil {
		t.Fatal(err)
	}
	ctx.Roadmap, _ = d.Close()
	return ctx
}

// Days off go by their name, the next that are called so, or by days, which are cut out of what holds them.
func TestALineTakesDaysOffBack(t *testing.T) {
	const year25, year26, year27 = "2025-12-24..2026-01-01 Year end", "2026-12-24..2027-01-01 Year end", "2027-12-24..2027-12-31 Year end"
	const offsite, ana = "2026-03-02..2026-03-04 Offsite", "2026-03-04..2026-03-10 Ana away"
	for text, want := range map[string]string{
		"no holiday Year end":            year25 + ", " + year27 + " | " + offsite + ", " + ana,
		"no holidays year":               year25 + ", " + year27 + " | " + offsite + ", " + ana,
		"all not off 24-dec to 1-jan":    year25 + ", " + year27 + " | " + offsite + ", " + ana,
		"everyone not off 28-dec":        year25 + ", 2026-12-24..2026-12-27 Year end, 2026-12-29..2027-01-01 Year end, " + year27 + " | " + offsite + ", " + ana,
		"no holiday 1-jan-2027":          year25 + ", 2026-12-24..2026-12-31 Year end, " + year27 + " | " + offsite + ", " + ana,
		"Mechanics not off Offsite":      year25 + ", " + year26 + ", " + year27 + " | " + ana,
		"mech is not off 3-mar":          year25 + ", " + year26 + ", " + year27 + " | 2026-03-02..2026-03-02 Offsite, 2026-03-04..2026-03-04 Offsite, " + ana,
		"mech not away Ana because:busy": year25 + ", " + year26 + ", " + year27 + " | " + offsite,
		"mech not away Ana":              year25 + ", " + year26 + ", " + year27 + " | " + offsite,
		"mech not off 1-mar to 31-mar":   year25 + ", " + year26 + ", " + year27 + " | ",
	} {
		for _, kind := range []string{"", "goal", "team"} {
			ctx := resting(t)
			ctx.Kind = kind
			d := ctx.Roadmap.Edit(monday)
			i := ParseItem(text, ctx)
			_, err := i.Add(d)
			if got := offs(d.Settings().Holidays) + " | " + offs(d.Team("mech").TimeOff); err != nil || got != want || !i.TakesBack() {
				t.Errorf("%q after %q: %v\n got %s\nwant %s", text, kind, err, got, want)
			}
		}
	}
}

func TestDaysOffThatAreNotThereAreNotTakenBack(t *testing.T) {
	for text, want := range map[string]string{
		"no holiday":                 "say which: its name, or the days",
		"no holiday Easter":          `no days off are called "Easter"`,
		"all not off 3-feb":          "nobody is off then",
		"mech not off 28-dec":        "that is a holiday of everybody: write all not off",
		"all not off 31-feb":         "February has days from 1 to",
		"all not off 28-dec perhaps": `"perhaps" is left over`,
		"m not off 3-mar":            `"m" could be`,
		"moon not off 3-mar":         `"moon" is no team, and nobody is off who is called so`,
	} {
		ctx := resting(t)
		if _, err := ParseItem(text, ctx).Add(ctx.Roadmap.Edit(monday)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q\n got %v\nwant %s", text, err, want)
		}
	}
	ctx := resting(t)
	if i := ParseItem("goal Launch is not off track 12-mar", ctx); i.Kind != roadmap.KindGoal || i.Problem() != nil {
		t.Errorf("a goal called so: %+v", i)
	}
}

func TestDaysThatAreThereAreReadAsTheyAreSaid(t *testing.T) {
	for text, want := range map[string]roadmap.Period{
		"2026-12-24 to 2027-01-01 Year end":         {Name: "Year end", From: date("2026-12-24"), To: date("2027-01-01")},
		"24-dec to 1-jan":                           {From: date("2026-12-24"), To: date("2027-01-01")},
		"25-dec":                                    {From: date("2026-12-25"), To: date("2026-12-25")},
		"2-mar..4-mar Offsite":                      {Name: "Offsite", From: date("2026-03-02"), To: date("2026-03-04")},
		"2026-04-06 to 2026-04-17 1 person Ana off": {Name: "Ana off", From: date("2026-04-06"), To: date("2026-04-17"), People: 1},
		"2025-12-24 to 2025-12-26 2 people":         {From: date("2025-12-24"), To: date("2025-12-26"), People: 2},
	} {
		if got, chips := ParseDays(text, true, false, aurora(t)); got != want || problem("days", chips) != nil {
			t.Errorf("%q is %+v, %+v, want %+v", text, got, chips, want)
		}
	}
	for _, c := range []struct {
		text           string
		people, needed bool
		want           string
	}{
		{"", true, false, "say when"}, {"Year end", true, false, "say when"}, {"31-feb", true, false, "February"},
		{"24-dec 1 person", false, false, "holidays hold for everybody"}, {"24-dec 0 people", true, false, "are no people"}, {"24-dec", true, true, "by how many people"},
		{"2026-03-04 to 2026-03-02", true, false, "ends before it begins"},
	} {
		if got, chips := ParseDays(c.text, c.people, c.needed, aurora(t)); got != (roadmap.Period{}) || problem("days", chips) == nil || !strings.Contains(problem("days", chips).Error(), c.want) {
			t.Errorf("%q is %+v, %+v; want %s", c.text, got, chips, c.want)
		}
	}
}
