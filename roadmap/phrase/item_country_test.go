package phrase

import (
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
)

// islands are countries made up: Northland has 1 Feb and 3 May, the Isle in it also 2 May, Southland only what its parts have.
type islands struct{}

func (islands) Places() []Place {
	return []Place{{Code: "no", Name: "Northland", Also: []string{"Nordland"}}, {Code: "su", Name: "Southland"},
		{Code: "no-is", Name: "Isle of Rest", In: "no"}, {Code: "su-a", Name: "Alpha", In: "su"}, {Code: "su-b", Name: "Alpine", In: "su"}}
}

func (islands) Years() (first, last int) { return 2000, 2099 }

func (islands) Days(code string, from, to roadmap.Date) (out []roadmap.Period) {
	days := map[string][]string{"no": {"02-01 Founding day", "05-03 Harbour day"}, "no-is": {"02-01 Founding day", "05-02 Rest", "05-03 Harbour day"},
		"su-a": {"06-01 Alpha day"}, "su-b": {"06-02 Alpine day"}}
	first, _, _ := from.Civil()
	last, _, _ := to.Civil()
	for y := first; y <= last; y++ {
		for _, d := range days[code] {
			day := roadmap.MustDate(roadmap.NewDate(y, 1, 1).String()[:5] + d[:5])
			if day >= from && day <= to {
				out = append(out, roadmap.Period{Name: d[6:], From: day, To: day})
			}
		}
	}
	return out
}

// abroad is aurora with countries that are known, and what A allows. Sunday 1 Feb and 3 May 2026.
func abroad(t testing.TB) Context {
	ctx := aurora(t)
	ctx.AddsDays, ctx.Public = true, islands{}
	return ctx
}

func saidDays(all []roadmap.Period) string {
	var out []string
	for _, p := range all {
		out = append(out, p.From.String()+" "+p.Name)
	}
	return strings.Join(out, ", ")
}

// A country is meant by its code, a name of it or how one begins; a region by its own or behind its country; years in any form, or days.
func TestALineMakesTheHolidaysOfACountry(t *testing.T) {
	two27 := "2027-02-01 Founding day, 2027-05-03 Harbour day"
	isle27 := "2027-02-01 Founding day, 2027-05-02 Rest, 2027-05-03 Harbour day"
	both := "2026-02-01 Founding day, 2026-05-03 Harbour day, " + two27
	for text, want := range map[string]string{
		"holidays Northland 2027": two27, "holiday northland 2027": two27, "Holidays: no 2027": two27, "holidays of nord 2027": two27,
		"holidays in Northland in 2027": two27, "holidays no next year": two27, "holidays no 2026 2027": both, "holidays no 2026 to 2027": both,
		"holidays no 2026-2027": both, "holidays no 2026..2027": both, "holidays no 2026 and 2027": both,
		"holidays no-is 2027": isle27, "holidays isle 2027": isle27, "holidays rest 2027": isle27, "holidays northland is 2027": isle27, "holidays Nordland, 2027": two27,
		"holidays no 1-feb-2027 to 1-mar-2027": "2027-02-01 Founding day", "holidays no 2027-Q1": "2027-02-01 Founding day",
		"holidays no 1 feb 2027 to 1 mar 2027": "2027-02-01 Founding day", "holidays no this year because:asked": "2026-02-01 Founding day, 2026-05-03 Harbour day",
	} {
		for _, kind := range []string{"", "holiday", "team", "goal"} {
			ctx := abroad(t)
			if ctx.Kind = kind; kind != "" && strings.HasPrefix(text, "holiday ") {
				continue
			}
			i := ParseItem(text, ctx)
			d := ctx.Roadmap.Edit(monday)
			if _, err := i.Add(d); err != nil {
				t.Errorf("%q after %q: %v", text, kind, err)
			} else if got := saidDays(d.Settings().Holidays); got != want || i.Public == nil {
				t.Errorf("%q after %q\n got %s\nwant %s", text, kind, got, want)
			}
		}
	}
}

func TestAHolidaysLineSaysWhatEachDayCosts(t *testing.T) {
	ctx := abroad(t)
	d := ctx.Roadmap.Edit(monday)
	s := *d.Settings()
	s.Holidays = []roadmap.Period{{Name: "Spring break", From: date("2027-04-26"), To: date("2027-05-05")}}
	if err := d.SetSettings(s); err != nil {
		t.Fatal(err)
	}
	ctx.Roadmap, _ = d.Close()
	i := ParseItem("holidays Northland 2026 2027", ctx)
	var got []string
	for _, day := range i.Public.Days {
		got = append(got, day.From.String()+" "+day.Free)
	}
	want := []string{"2026-02-01 costs nothing", "2026-05-03 costs nothing", "2027-02-01 ", "2027-05-03 off already: Spring break"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if c := i.Chips[len(i.Chips)-1]; c.Text != "3 days in 2026 and 2027, 1 on working days, 1 more off already" {
		t.Errorf("the line says %q", c.Text)
	}
}

// What is there is not made twice: the same line again adds nothing, and says so.
func TestHolidaysThatAreThereAreNotMadeTwice(t *testing.T) {
	ctx := abroad(t)
	for _, text := range []string{"holidays Northland 2027", "holidays Northland 2027 for Murata"} {
		d := ctx.Roadmap.Edit(monday)
		if _, err := ParseItem(text, abroad(t)).Add(d); err != nil {
			t.Fatal(err)
		}
		again := ctx
		again.Roadmap, _ = d.Close()
		if err := ParseItem(text, again).Problem(); err == nil || !strings.Contains(err.Error(), "all 2 in 2027 are off already") {
			t.Errorf("%q again: %v", text, err)
		}
		d = again.Roadmap.Edit(monday)
		if _, err := ParseItem(strings.Replace(text, "Northland", "isle", 1), again).Add(d); err != nil {
			t.Fatal(err)
		}
		if all := slices.Concat(d.Settings().Holidays, d.Team("mur").TimeOff); saidDays(all[2:]) != "2027-05-02 Rest" {
			t.Errorf("%q for the isle then: %s", text, saidDays(all))
		}
	}
}

func TestATeamMayHaveTheHolidaysOfItsOwnCountry(t *testing.T) {
	for _, text := range []string{"holidays Northland 2027 for Murata", "holidays Northland for mur 2027"} {
		ctx := abroad(t)
		d := ctx.Roadmap.Edit(monday)
		id, err := ParseItem(text, ctx).Add(d)
		if got := saidDays(d.Team("mur").TimeOff); err != nil || id != "mur" || got != "2027-02-01 Founding day, 2027-05-03 Harbour day" || len(d.Settings().Holidays) > 0 {
			t.Errorf("%q: %s, %v", text, got, err)
		}
	}
}

// Several teams are listed, or everybody but some; what one of them has already it is not given again.
func TestSeveralTeamsMayHaveTheHolidaysOfACountry(t *testing.T) {
	both, all := []string{"mech", "mob"}, []string{"mech", "mob", "design", "mur"}
	for text, want := range map[string][]string{
		"holidays no 2027 for Mechanics, Mobile":                    both,
		"holidays no for mech and mob 2027":                         both,
		"holidays no 2027 for mobile & mechanics":                   both,
		"holidays no 2027 for Mechanics, mech":                      {"mech"},
		"holidays no 2027 for everybody but Murata":                 {"mech", "mob", "design"},
		"holidays no 2027 for all except suppliers":                 {"mech", "mob", "design"},
		"holidays no 2027 without mur, ind":                         both,
		"holidays no 2027 but not for Murata and Industrial design": both,
		"holidays no 2027 for all teams, except Murata":             {"mech", "mob", "design"},
		"holidays no 2027 for suppliers, Indus":                     {"design", "mur"},
		"holidays no 2027 except mur because:\"one asked\"":         {"mech", "mob", "design"},
	} {
		ctx := abroad(t)
		d := ctx.Roadmap.Edit(monday)
		i := ParseItem(text, ctx)
		if _, err := i.Add(d); err != nil || len(d.Settings().Holidays) > 0 {
			t.Errorf("%q: %v", text, err)
		}
		for _, id := range all {
			off := saidDays(d.Team(id).TimeOff)
			if has := off == "2027-02-01 Founding day, 2027-05-03 Harbour day"; has != slices.Contains(want, id) || !has && off != "" {
				t.Errorf("%q: %s is off %q", text, id, off)
			}
		}
	}
	ctx := abroad(t)
	d := ctx.Roadmap.Edit(monday)
	if _, err := ParseItem("Mechanics off 1-feb-2027 Founding day", ctx).Add(d); err != nil {
		t.Fatal(err)
	}
	ctx.Roadmap, _ = d.Close()
	i := ParseItem("holidays no 2027 for Mobile, Mechanics", ctx)
	d = ctx.Roadmap.Edit(monday)
	if _, err := i.Add(d); err != nil || len(d.Team("mech").TimeOff) != 2 || len(d.Team("mob").TimeOff) != 2 {
		t.Errorf("%v: Mechanics %s, Mobile %s", err, saidDays(d.Team("mech").TimeOff), saidDays(d.Team("mob").TimeOff))
	}
	if i.Public.Fresh() != 2 || i.Public.Who != "Mechanics and Mobile" {
		t.Errorf("%d days for %q", i.Public.Fresh(), i.Public.Who)
	}
}

// That everybody includes suppliers is said, since they are often in another country.
func TestHolidaysForEverybodySayThatSuppliersHaveThem(t *testing.T) {
	for text, want := range map[string]string{
		"holidays no 2027": "for suppliers too", "holidays no 2027 for all": "for everybody, suppliers too",
		"holidays no 2027 for mech": "for Mechanics", "holidays no 2027 but mur": "for everybody but Murata",
	} {
		if i := ParseItem(text, abroad(t)); !slices.ContainsFunc(i.Chips, func(c Chip) bool { return c.Text == want }) {
			t.Errorf("%q has no chip %q: %+v", text, want, i.Chips)
		}
	}
}

// For everybody, in any of the words for that, is for the whole roadmap, as without a word; but a team may be called so.
func TestHolidaysForEverybodyAreTheRoadmaps(t *testing.T) {
	for _, who := range []string{"everybody", "everyone", "all", "all teams", "Company"} {
		for _, text := range []string{"holidays Northland 2027 for " + who, "holidays Northland for " + who + " 2027"} {
			ctx := abroad(t)
			i := ParseItem(text, ctx)
			d := ctx.Roadmap.Edit(monday)
			if _, err := i.Add(d); err != nil || saidDays(d.Settings().Holidays) != "2027-02-01 Founding day, 2027-05-03 Harbour day" {
				t.Errorf("%q: %s, %v", text, saidDays(d.Settings().Holidays), err)
			}
		}
	}
	ctx := abroad(t)
	d := ctx.Roadmap.Edit(monday)
	id, err := d.AddTeam(roadmap.Team{Name: "Everybody"})
	if err != nil {
		t.Fatal(err)
	}
	ctx.Roadmap, _ = d.Close()
	if i := ParseItem("holidays Northland 2027 for everybody", ctx); i.Known != id || len(i.Holidays) > 0 {
		t.Errorf("of the team Everybody: %+v", i)
	}
}

// What a line says to write can be written.
func TestWhatAHolidaysLineWithoutYearsSaysToWriteIsRead(t *testing.T) {
	for _, text := range []string{"holidays Northland", "holidays rest", "holidays no-is"} {
		why := ParseItem(text, abroad(t)).Problem().Error()
		_, forms, _ := strings.Cut(why, ", as ")
		for _, form := range strings.Split(forms, ", or ") {
			if err := ParseItem(form, abroad(t)).Problem(); err != nil {
				t.Errorf("%q says to write %q: %v", text, form, err)
			}
		}
	}
}

func TestAHolidaysLineThatCannotBeCarriedOutSaysWhy(t *testing.T) {
	for text, want := range map[string]string{
		"holidays":                                 "say when: write it as holiday 24-dec to 1-jan Year end, or those of a country as holidays Germany 2027",
		"holidays Northland":                       "name a year or days, as holidays Northland 2027, or holidays Northland 1-mar to 30-jun",
		"holidays 2027":                            "which one: write it as holidays Germany 2027",
		"holidays Northland 1":                     "known from 2000 to 2099",
		"holidays Northland 0":                     "known from 2000 to 2099",
		"holidays Northland 99999":                 "known from 2000 to 2099",
		"holidays Northland 99999999999999999":     "known from 2000 to 2099",
		"holidays Northland 2027 1":                "known from 2000 to 2099",
		"holidays Northland 2150-03-01":            "known from 2000 to 2099",
		"holidays Northland 2027 2026":             "ends before it begins",
		"holidays Northland 2010 2030":             "more than 10 years",
		"holidays Northland 31-feb":                "February has days from 1 to",
		"holidays Northland 1-jul to 1-aug":        "Northland has no public holiday from Wed 1 Jul to Sat 1 Aug",
		"holidays Nothland 2027":                   `holidays of "Nothland" are not known: nearest is no "Northland" or su "Southland"; of another country write the days, as Murata off 6-feb to 12-feb`,
		"holidays Lond 2027":                       `holidays of "Lond" are not known: write the days, as Murata off 6-feb to 12-feb`, // no beginning of Northland
		"holidays Qqqq 2027":                       `holidays of "Qqqq" are not known: write the days, as Murata off 6-feb to 12-feb`,
		"holidays Alp 2027":                        `"Alp" could be su-a "Alpha" or su-b "Alpine"`,
		"holidays Southland 2027":                  "each part of Southland has its own: name one of 2, as su-a Alpha or su-b Alpine",
		"holidays Northland 2027 for moon":         `there is no team "moon"`,
		"holidays no 2027 for mech, moon":          `there is no team "moon"`,
		"holidays no 2027 but moon":                `there is no team "moon"`,
		"holidays no 2027 for all but":             "for whom: name a team, or several as Mechanics, Firmware",
		"holidays no 2027 for ,":                   "for whom: name a team",
		"holidays no 2027 but mech, mob, ind, mur": "that leaves nobody: name fewer",
		"holidays Northland 2027 twice":            `"twice" is left over`,
	} {
		ctx := abroad(t)
		d := ctx.Roadmap.Edit(monday)
		if _, err := ParseItem(text, ctx).Add(d); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q\n got %v\nwant %s", text, err, want)
		}
	}
}

// Days of one's own may be called like a country, and where no countries are known a line means what it meant.
func TestAHolidayMayBeCalledLikeACountry(t *testing.T) {
	ctx := abroad(t)
	for text, want := range map[string]string{"holiday Northland 1-dec to 3-dec": "2026-12-01 Northland", "holidays Fair 1-dec to 3-dec": "2026-12-01 Fair", "holidays 1-dec": "2026-12-01 "} {
		if got := saidDays(ParseItem(text, ctx).Holidays); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	ctx.Kind = "goal"
	if i := ParseItem("Holiday campaign 2027", ctx); i.Kind != roadmap.KindGoal {
		t.Errorf("a goal called so: %+v", i)
	}
	if err := ParseItem("holidays Northland 2027", aurora(t)).Problem(); err == nil || !strings.Contains(err.Error(), "say when") {
		t.Errorf("without countries: %v", err)
	}
}

// Countries are completed once "holidays" stands before them, regions and other names as soon as something is typed of them; a team
// behind "for".
func TestCountriesAreCompleted(t *testing.T) {
	for typed, want := range map[string][]string{
		"holidays ":                     {"holidays Northland", "holidays Southland"},
		"holidays al":                   {"holidays Alpha", "holidays Alpine"},
		"holidays of nord":              {"holidays of Nordland"},
		"holidays rest":                 {"holidays Isle of Rest"},
		"holidays Northland 20":         nil,
		"holidays 24-de":                nil,
		"holiday ":                      nil,
		"holidays":                      nil,
		"holidays no 2027 for mu":       {"holidays no 2027 for Murata"},
		"holidays no 2027 for mech, mu": {"holidays no 2027 for mech, Murata"},
		"holidays no 2027 but mu":       {"holidays no 2027 but Murata"},
		"holidays Isle of Re":           {"holidays Isle of Rest"},
		"team Mechanics holidays nor":   nil,
	} {
		if got := completed(CompleteItem(typed, len(typed), abroad(t)), typed); !slices.Equal(got, want) {
			t.Errorf("%q completes to %q, want %q", typed, got, want)
		}
	}
}

// Who asks for the holidays of a later year alone hears which ones are left before it, on which everybody works.
func TestTheHolidaysBeforeTheYearsThatAreNamedAreTold(t *testing.T) {
	for line, want := range map[string]string{
		"holidays Northland 2027":                     "",
		"holidays Northland 2028":                     "; 2 before, from Mon 1 Feb 2027 on, stay working days",
		"holidays Northland 2027 2028":                "",
		"holidays Northland 1-apr-2028 to 1-jun-2028": "",
		"holidays su-a 2027":                          "; Mon 1 Jun before stays a working day",
	} {
		i := ParseItem(line, abroad(t))
		says := i.Chips[len(i.Chips)-1].Text
		if _, after, _ := strings.Cut(says, "on working days"); after != want {
			t.Errorf("%s: %q", line, says)
		}
	}
}
