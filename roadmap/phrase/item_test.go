package phrase

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
)

func TestOneLineMakesATeamGoalOrRisk(t *testing.T) {
	for text, want := range map[string]Item{
		"team Metalwork 3 mon-thu":     {Team: roadmap.Team{Name: "Metalwork", Capacity: 3, Weekdays: 0b0001111}},
		"team Metalwork mon-thu 3":     {Team: roadmap.Team{Name: "Metalwork", Capacity: 3, Weekdays: 0b0001111}},
		"Team: Squad 7 3":              {Team: roadmap.Team{Name: "Squad 7", Capacity: 3}},
		`team Squad \7`:                {Team: roadmap.Team{Name: "Squad 7"}},
		"team 3":                       {Team: roadmap.Team{Name: "3"}},
		"team QA sun,tue-wed":          {Team: roadmap.Team{Name: "QA", Weekdays: 0b1000110}},
		"team QA 2 contact:ana@x.org":  {Team: roadmap.Team{Name: "QA", Capacity: 2, Contact: "ana@x.org"}},
		"team QA off:2-mar..4-mar":     {Team: roadmap.Team{Name: "QA", TimeOff: []roadmap.Period{{From: date("2026-03-02"), To: date("2026-03-04")}}}},
		`team QA off:"2-mar to 4-mar"`: {Team: roadmap.Team{Name: "QA", TimeOff: []roadmap.Period{{From: date("2026-03-02"), To: date("2026-03-04")}}}},
		`team QA off:"2-mar to visit"`: {Team: roadmap.Team{Name: "QA", TimeOff: []roadmap.Period{{From: date("2026-03-02"), To: date("2026-03-02"), Name: "to visit"}}}},
		`team QA off:"29-dec..2-jan*1 Ana away",6-mar`: {Team: roadmap.Team{Name: "QA", TimeOff: []roadmap.Period{
			{Name: "Ana away", From: date("2026-12-29"), To: date("2027-01-02"), People: 1}, {From: date("2026-03-06"), To: date("2026-03-06")}}}},
		"team QA more:1-mar..29-may*1":         {Team: roadmap.Team{Name: "QA", Extra: []roadmap.Period{{From: date("2026-03-01"), To: date("2026-05-29"), People: 1}}}},
		"supplier Kyocera":                     {Team: roadmap.Team{Name: "Kyocera", Supplier: true}},
		"supplier Plant 3":                     {Team: roadmap.Team{Name: "Plant 3", Supplier: true}},
		"goal Launch in first stores 12-mar":   {Goal: roadmap.Goal{Title: "Launch in first stores", Deadline: date("2026-03-12")}},
		"goal Launch in stores by 12 mar 2027": {Goal: roadmap.Goal{Title: "Launch in stores", Deadline: date("2027-03-12")}},
		"goal Launch":                          {Goal: roadmap.Goal{Title: "Launch"}},
		"goal friday":                          {Goal: roadmap.Goal{Title: "friday"}},
		"goal Stop by":                         {Goal: roadmap.Goal{Title: "Stop by"}},
		"goal Get certified due:eoq parent:launch budget:250000":            {Goal: roadmap.Goal{Title: "Get certified", Deadline: date("2026-03-31"), Parent: "launch", Budget: 250000}},
		"goal Grow metric:stores metric.target:40":                          {Goal: roadmap.Goal{Title: "Grow", Metric: &roadmap.Metric{Name: "stores", Target: 40}}},
		"risk Mould crack 20% 8d on:3":                                      {Risk: roadmap.Risk{Title: "Mould crack", Probability: 0.2, Days: 8, Tasks: []string{"3"}}},
		"risk Mould crack on:ant,trial-run-2 2w 2.5% owner:Ana money:40000": {Risk: roadmap.Risk{Title: "Mould crack", Probability: 0.025, Days: 10, Tasks: []string{"3", "5"}, Owner: "Ana", Money: 40000}},
	} {
		got := ParseItem(text, aurora(t))
		if err := got.Problem(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if !reflect.DeepEqual([]any{got.Team, got.Goal, got.Risk}, []any{want.Team, want.Goal, want.Risk}) {
			t.Errorf("%q\n got %+v %+v %+v\nwant %+v %+v %+v", text, got.Team, got.Goal, got.Risk, want.Team, want.Goal, want.Risk)
		}
		if id, err := got.Add(aurora(t).Roadmap.Edit(monday)); err != nil || id == "" {
			t.Errorf("%q: added as %q, %v", text, id, err)
		}
	}
}

func TestARiskSaysThatItCountsNothingYet(t *testing.T) {
	for text, want := range map[string]struct {
		title       string
		probability float64
		days        int
		doubt       string
	}{
		"risk Loan refused p30 10d":       {"Loan refused", 0.3, 10, ""},
		"risk Loan refused 30% 10d":       {"Loan refused", 0.3, 10, ""},
		"risk Loan refused prob:30% 10d":  {"Loan refused", 0.3, 10, ""},
		"risk Loan refused P5 money:900":  {"Loan refused", 0.05, 0, ""},
		"risk Loan refused 10d":           {"Loan refused", 0, 10, "no probability yet: counts as 0 %"},
		"risk Loan refused p30":           {"Loan refused", 0.3, 0, "no impact yet: counts as 0 days"},
		"risk Humidity test fails":        {"Humidity test fails", 0, 0, "no probability and no impact yet: counts as 0 %, 0 days"},
		`risk Model \p30 fails 10% 2d`:    {"Model p30 fails", 0.1, 2, ""},
		"risk p30 is recalled 10% 2d":     {"p30 is recalled", 0.1, 2, ""},
		"risk Pumps from p to q fail p10": {"Pumps from p to q fail", 0.1, 0, "no impact yet: counts as 0 days"},
	} {
		i := ParseItem(text, aurora(t))
		doubt := ""
		for _, c := range i.Chips {
			doubt += c.Doubt
		}
		if i.Problem() != nil || i.Risk.Title != want.title || i.Risk.Probability != want.probability || i.Risk.Days != want.days || doubt != want.doubt {
			t.Errorf("%q is %+v, %q: %v", text, i.Risk, doubt, i.Problem())
		}
	}
	if err := ParseItem("risk Loan refused p130", aurora(t)).Problem(); err == nil || !strings.Contains(err.Error(), "is not from 0% to 100%") {
		t.Errorf("%v", err)
	}
}

func TestAnItemsChipsSayWhatEachWordWasTakenFor(t *testing.T) {
	text := "goal Launch in first stores by 12-mar"
	var got []string
	for _, c := range ParseItem(text, aurora(t)).Chips {
		got = append(got, c.Field+" | "+c.Text+" | "+text[c.Start:c.End])
	}
	want := []string{"kind | goal | goal", "title | title Launch in first stores | Launch in first stores", "deadline | due Thu 12 Mar | 12-mar"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestAnItemThatCannotBeAddedSaysWhy(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "begin with team, supplier, goal, risk or holiday",
		"tea":                          `"tea" is no kind: begin with team`,
		"team":                         "new team: name: is empty: write it after team",
		"goal due:fri":                 "new goal: title: is empty",
		"goal X due:soon":              `deadline: "soon" is not a date`,
		"risk X 120%":                  `probability: "120%" is not from 0% to 100%`,
		"risk X on:moon":               `there is no task "moon"`,
		"risk X 99999d":                "at most 10000 days",
		"team X capacity:4 capacity:5": "capacity: is given twice",
		"team X off:4-mar..2-mar-2026": "ends before it begins",
		"team X more:4-mar":            "does not say how many people",
		"team X weekdays:funday":       `"funday" names no weekdays`,
		"supplier X capacity:3":        "a supplier has none",
		"team X supplier:maybe":        `"maybe" is neither yes nor no`,
	} {
		ctx := aurora(t)
		_, err := ParseItem(text, ctx).Add(ctx.Roadmap.Edit(monday))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q\n got %v\nwant %s", text, err, want)
		}
	}
}

func TestABlockerIsReadWithOwnerAndDates(t *testing.T) {
	b, chips := ParseBlocker("Export licence who:ana until:fri since:thu", Context{Today: monday})
	want := roadmap.Blocker{Text: "Export licence", Owner: "ana", Since: date("2026-01-01"), Until: date("2026-01-09")}
	if b != want || Problem("blocker", chips) != nil {
		t.Errorf("got %+v, %v", b, Problem("blocker", chips))
	}
	if _, chips := ParseBlocker("who:ana", Context{Today: monday}); Problem("blocker", chips) == nil {
		t.Error("a blocker without text is none")
	}
	if b, _ := ParseBlocker("Waiting for legal: reply", Context{Today: monday}); b.Text != "Waiting for legal: reply" || b.Since != monday {
		t.Errorf("got %+v", b)
	}
}

func FuzzParseItem(f *testing.F) {
	for _, s := range []string{"team Mechanics 3 mon-thu", "goal Launch by 12 mar", "risk X 20% 8d on:3,ant", "supplier off:..*",
		"holidays no-is 2026 to 2027 for mur", "holidays isle 1-mar", "no holiday year because:x", "mech not off 3-mar..4-mar"} {
		f.Add(s)
	}
	contexts := []Context{aurora(f), resting(f)}
	f.Fuzz(func(t *testing.T, text string) {
		for _, ctx := range contexts {
			i := ParseItem(text, ctx)
			checkSpans(t, text, i.Chips)
			_, _ = i.Add(ctx.Roadmap.Edit(monday))
			for _, c := range CompleteItem(text, len(text)/2, ctx) {
				if c.Start < 0 || c.End < c.Start || c.End > len(text) || c.Insert == "" {
					t.Errorf("%q: %+v", text, c)
				}
			}
			_, chips := ParseDays(text, true, false, ctx)
			checkSpans(t, text, chips)
		}
	})
}

func TestALineWithoutAKindIsOfTheKindBefore(t *testing.T) {
	ctx := aurora(t)
	ctx.Kind = "team"
	i := ParseItem("Firmware 4", ctx)
	if i.Kind != roadmap.KindTeam || i.Team.Name != "Firmware" || i.Team.Capacity != 4 || i.Chips[0].Text != "team as before" {
		t.Errorf("got %+v", i)
	}
	if i = ParseItem("supplier Murata", ctx); !i.Team.Supplier || i.Team.Name != "Murata" {
		t.Errorf("got %+v", i)
	}
	ctx.Kind = "risk"
	if i = ParseItem("Mould crack 20% 8d", ctx); i.Kind != roadmap.KindRisk || i.Risk.Title != "Mould crack" || i.Risk.Days != 8 {
		t.Errorf("got %+v", i)
	}
}

// Days off without a year that have just been are next year's, which is said, and how to say this year's.
func TestDaysOffThatHaveBeenAreNextYearsAndSaySo(t *testing.T) {
	ctx := aurora(t)
	ctx.Today, ctx.AddsDays = date("2026-11-26"), true
	for text, want := range map[string]string{
		"Mechanics off 3-nov to 5-nov":    "next year's; this year's is 2026-11-03: time off Wed 3 Nov 2027 to Fri 5 Nov 2027",
		"Mechanics off 3 nov until 5 nov": "next year's; this year's is 2026-11-03: time off Wed 3 Nov 2027 to Fri 5 Nov 2027",
		"team Mechanics off:3-nov..5-nov": "next year's; this year's is 2026-11-03: time off Wed 3 Nov 2027 to Fri 5 Nov 2027",
		"Mechanics closed w45":            "next year's; this year's is 2026-W45: time off Mon 8 Nov 2027 to Fri 12 Nov 2027",
		"everyone off 3-nov":              "next year's; this year's is 2026-11-03: off for everybody Wed 3 Nov 2027",
		"Mechanics off 3-mar to 5-mar":    "time off Wed 3 Mar to Fri 5 Mar",
		"Mechanics off 2026-11-03":        "time off Tue 3 Nov",
		"Mechanics off 24-dec to 1-jan":   "time off Thu 24 Dec to Fri 1 Jan",
	} {
		i := ParseItem(text, ctx)
		var says []string
		for _, c := range i.Chips {
			says = append(says, c.Text)
		}
		if got := says[len(says)-1]; got != want || i.Problem() != nil {
			t.Errorf("%q says %q, want %q: %v", text, says, want, i.Problem())
		}
	}
	for text, want := range map[string]string{"Mechanics off 2026-11-03 to 5-nov": "2026-11-05", "Mechanics closed 2026-W45": "2026-11-06"} {
		i := ParseItem(text, ctx)
		if n := len(i.Team.TimeOff); i.Problem() != nil || n == 0 || i.Team.TimeOff[n-1].To.String() != want {
			t.Errorf("%q: %v, %+v", text, i.Problem(), i.Team.TimeOff)
		}
	}
}

// Days off and extra people are said of a team as somebody would say them; a name that only sounds so stays one.
func TestDaysOfATeamAreReadInWords(t *testing.T) {
	off := func(name, from, to, what string) roadmap.Team {
		return roadmap.Team{Name: name, TimeOff: []roadmap.Period{{Name: what, From: date(from), To: date(to)}}}
	}
	extra := roadmap.Team{Name: "Paint", Extra: []roadmap.Period{{From: date("2026-03-01"), To: date("2026-05-29"), People: 2}}}
	for text, want := range map[string]roadmap.Team{
		"team Paint off 24-dec to 1-jan":              off("Paint", "2026-12-24", "2027-01-01", ""),
		"team Paint off 24 dec until 1 jan Christmas": off("Paint", "2026-12-24", "2027-01-01", "Christmas"),
		"team Paint is away from 24-dec - 1-jan":      off("Paint", "2026-12-24", "2027-01-01", ""),
		"team Paint days off 24-dec..1-jan":           off("Paint", "2026-12-24", "2027-01-01", ""),
		"team Paint closed w52":                       off("Paint", "2026-12-21", "2026-12-25", ""),
		"team Paint 2 extra from 1-mar to 29-may":     extra,
		"team Paint more 2 1-mar..29-may":             extra,
		"team Paint off 2-mar 1 person":               {Name: "Paint", TimeOff: []roadmap.Period{{From: date("2026-03-02"), To: date("2026-03-02"), People: 1}}},
		"team Paint off 2-mar to 4-mar 2 people Fair": {Name: "Paint", TimeOff: []roadmap.Period{{Name: "Fair", From: date("2026-03-02"), To: date("2026-03-04"), People: 2}}},
		"team Paint 1 person off 2-mar":               {Name: "Paint", TimeOff: []roadmap.Period{{From: date("2026-03-02"), To: date("2026-03-02"), People: 1}}},
		"team Paint off 1 person 2-mar":               {Name: "Paint", TimeOff: []roadmap.Period{{From: date("2026-03-02"), To: date("2026-03-02"), People: 1}}},
		"team Kick off 3":                             {Name: "Kick off", Capacity: 3},
		"team Days off":                               {Name: "Days off"},
		`team Paint \off 2-mar`:                       {Name: "Paint off 2-mar"},
		`team "Hands off" off:2-mar`:                  off("Hands off", "2026-03-02", "2026-03-02", ""),
	} {
		i := ParseItem(text, aurora(t))
		if err := i.Problem(); err != nil || !reflect.DeepEqual(i.Team, want) {
			t.Errorf("%q: %v\n got %+v\nwant %+v", text, err, i.Team, want)
		}
	}
	for text, want := range map[string]string{
		"team Paint off 24-dec to":           "the last day is still to come",
		"team Paint off 24-dec to nowhere":   `"nowhere" is not a date`,
		"team Paint off 31-feb":              "February has days from 1 to 29",
		"team Paint off mon-thu":             "mon-thu are no days of a year",
		"team Paint extra 1-mar to 29-may":   "by how many people",
		"team mechanics off 24-dec to 1-jan": "give this one another name",
	} {
		if err := ParseItem(text, aurora(t)).Problem(); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "backslash") {
			t.Errorf("%q\n got %v\nwant %s", text, err, want)
		}
	}
}

// Where the context allows it, days that are said of a team which is there are added to it.
func TestDaysAreAddedToATeamThatIsThere(t *testing.T) {
	ctx := aurora(t)
	ctx.AddsDays, ctx.Kind = true, "goal"
	for _, text := range []string{"mechanics off 24-dec to 1-jan", "team Mechanics off:24-dec..1-jan"} {
		d := ctx.Roadmap.Edit(monday)
		before := *d.Team("mech")
		id, err := ParseItem(text, ctx).Add(d)
		if err != nil || id != "mech" {
			t.Fatalf("%q: added as %q, %v", text, id, err)
		}
		after := *d.Team("mech")
		if n := len(after.TimeOff); n != len(before.TimeOff)+1 || after.TimeOff[n-1].From != date("2026-12-24") || after.Capacity != before.Capacity {
			t.Errorf("%q: %+v", text, after)
		}
	}
	if i := ParseItem("Mechanics 24-dec", ctx); i.Kind != roadmap.KindGoal {
		t.Errorf("a goal of a team's name is read as %+v", i)
	}
}

// Where the context allows it, whatever a line says of a team that is there is set on that one, but nothing that it does not say.
func TestALineSetsWhatItSaysOnATeamThatIsThere(t *testing.T) {
	ctx := aurora(t)
	ctx.AddsDays = true
	for text, want := range map[string]func(*roadmap.Team){
		`supplier Murata contact:"Ms Li, li@example.com"`: func(t *roadmap.Team) { t.Contact = "Ms Li, li@example.com" },
		"team mechanics 4 off 24-dec": func(t *roadmap.Team) {
			t.Capacity, t.TimeOff = 4, []roadmap.Period{{From: date("2026-12-24"), To: date("2026-12-24")}}
		},
	} {
		i := ParseItem(text, ctx)
		d := ctx.Roadmap.Edit(monday)
		expected := *d.Team(i.Known)
		want(&expected)
		if id, err := i.Add(d); err != nil || !reflect.DeepEqual(*d.Team(id), expected) {
			t.Errorf("%q: %+v, %v; want %+v", text, *d.Team(id), err, expected)
		}
		if c := i.Chips[1]; !strings.HasSuffix(c.Text, ", which is there") {
			t.Errorf("%q: nothing says that it is there: %+v", text, i.Chips)
		}
	}
	for text, want := range map[string]string{
		"supplier Murata": "is that of a team which is there: give another, or what to set on it, as Murata off 24-dec to 1-jan",
		"team Murata 3":   "is that of a supplier which is there: begin with supplier",
	} {
		if err := ParseItem(text, ctx).Problem(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// Nobody could tell two teams of one name apart: none is renamed so. It keeps its name where an import brought such.
func TestNoTeamIsGivenTheNameOfAnother(t *testing.T) {
	ctx := aurora(t)
	d := ctx.Roadmap.Edit(monday)
	var own *roadmap.Error
	if err := SetField(d, roadmap.KindTeam, "mob", "name", "industrial-design", ctx); !errors.As(err, &own) || own.Field != "name" || !strings.Contains(own.Problem, `a team "Industrial design" already, id design`) {
		t.Errorf("%v", err)
	}
	if err := ParseItemSet(roadmap.KindTeam, "name:Mechanics", ctx).On(d, "mob"); err == nil {
		t.Error("the set line takes it")
	}
	if err := SetField(d, roadmap.KindTeam, "mech", "name", "MECHANICS", ctx); err != nil {
		t.Errorf("its own: %v", err)
	}
	if _, err := d.AddTeam(roadmap.Team{ID: "m2", Name: "MECHANICS"}); err != nil { // as an import does
		t.Fatal(err)
	}
	if err := SetField(d, roadmap.KindTeam, "m2", "name", "MECHANICS", ctx); err != nil {
		t.Errorf("kept: %v", err)
	}
}

func TestWordsThatLookLikeAValueAreDoubtedInATitle(t *testing.T) {
	for text, want := range map[string]string{
		"risk Tool crack 25% 10d @Murata":   `"@Murata" is in the title: a risk has no team, owner:Murata says who watches it`,
		"goal Launch @mech":                 `"@mech" is in the title: a goal has no team`,
		"goal Launch preorders 0 to 5000":   "no metric: write metric: before its name, as metric: preorders 0 -> 5000",
		"goal Launch metric system to all":  "",
		"risk Tool crack 25% 10d \\@Murata": "",
	} {
		i := ParseItem(text, aurora(t))
		if c := i.Chips[1]; c.Field != "title" || c.Doubt != want || i.Problem() != nil {
			t.Errorf("%q: %+v, want %s", text, c, want)
		}
	}
	for _, text := range []string{"goal Launch of it metric preorders 0 to 5000 12-mar", "goal Launch of it 12-mar metric preorders 0->5000"} {
		g := ParseItem(text, aurora(t)).Goal
		if g.Title != "Launch of it" || g.Deadline != date("2026-03-12") || !reflect.DeepEqual(g.Metric, &roadmap.Metric{Name: "preorders", Target: 5000}) {
			t.Errorf("%q: %+v %+v", text, g, g.Metric)
		}
	}
}

// A line of days is of the team that its name begins, for as many people as it says; where it begins several it is refused.
func TestDaysAreOfTheTeamWhoseNameIsBegun(t *testing.T) {
	ctx := aurora(t)
	ctx.AddsDays, ctx.Kind = true, "team"
	for text, people := range map[string]int{"mech off 24-dec to 1-jan": 0, "Mechan off 24-dec to 1-jan 1 person": 1, "mechanics 1 off 24-dec to 1-jan": 1,
		"mechanics 2 people off 24-dec to 1-jan": 2} {
		d := ctx.Roadmap.Edit(monday)
		id, err := ParseItem(text, ctx).Add(d)
		if err != nil || id != "mech" {
			t.Errorf("%q: added as %q, %v", text, id, err)
			continue
		}
		off := d.Team("mech").TimeOff
		if got := off[len(off)-1]; got.From != date("2026-12-24") || got.To != date("2027-01-01") || got.People != people || got.Name != "" {
			t.Errorf("%q is off %+v", text, got)
		}
	}
	if i := ParseItem("Metalwork off 24-dec", ctx); i.Team.Name != "Metalwork" || i.Known != "" || i.Problem() != nil {
		t.Errorf("a team that is not there: %+v", i)
	}
	if err := ParseItem("m off 24-dec", ctx).Problem(); err == nil || !strings.Contains(err.Error(), `"m" could be `) {
		t.Errorf("several teams begin so: %v", err)
	}
}

// Days off for everybody are holidays of the roadmap, whatever was added before; a goal or a team may still be called so.
func TestDaysOffForEverybodyAreHolidays(t *testing.T) {
	christmas := roadmap.Period{From: date("2026-12-24"), To: date("2027-01-01")}
	named := christmas
	named.Name = "Year end"
	day := roadmap.Period{From: date("2026-12-25"), To: date("2026-12-25")}
	for text, want := range map[string]roadmap.Period{
		"holiday 24-dec to 1-jan": christmas, "holidays 24-dec..1-jan": christmas, "holiday: 24-dec to 1-jan Year end": named,
		"holiday Year end 24-dec to 1-jan": named, "holiday from 24 dec until 1 jan Year end": named,
		"all off 25-dec": day, "everyone off 25-dec": day, "everybody is off on 25-dec": day, "company closed 24-dec to 1-jan Year end": named,
	} {
		ctx := aurora(t)
		ctx.AddsDays = true
		kinds := []string{"", "goal", "risk", "team"}
		if strings.HasPrefix(text, "holiday Year") {
			kinds = kinds[:1]
		}
		for _, kind := range kinds {
			ctx.Kind = kind
			d := ctx.Roadmap.Edit(monday)
			before := len(d.Settings().Holidays)
			if _, err := ParseItem(text, ctx).Add(d); err != nil {
				t.Errorf("%q after a %s: %v", text, kind, err)
			} else if got := d.Settings().Holidays; len(got) != before+1 || got[before] != want {
				t.Errorf("%q after a %s: %+v, want %+v", text, kind, got, want)
			}
		}
	}
	ctx := aurora(t)
	ctx.AddsDays, ctx.Kind = true, "goal"
	if i := ParseItem("Holiday campaign 1-dec", ctx); i.Kind != roadmap.KindGoal || i.Goal.Title != "Holiday campaign" {
		t.Errorf("a goal called so: %+v", i)
	}
	ctx.Kind = ""
	for text, want := range map[string]string{
		"holiday":                    "new holiday: holidays: say when",
		"holiday Year end":           "new holiday: holidays: say when",
		"holiday 31-feb":             "February has days from 1 to",
		"all off 24-dec to":          "the last day is still to come",
		"all off 25-dec 2 people":    "holidays hold for everybody",
		"holiday 24-dec to nowhere":  `"nowhere" is not a date`,
		"holiday 2026-03-04 to 1x-y": "is not a date",
	} {
		if _, err := ParseItem(text, ctx).Add(ctx.Roadmap.Edit(monday)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q\n got %v\nwant %s", text, err, want)
		}
	}
}

// A metric is written as it is said; a message about one shows how, and never the name of a field in a file.
func TestAMetricIsWrittenAsItIsSaid(t *testing.T) {
	ctx := aurora(t)
	for text, want := range map[string]string{
		"goal Leads 30-apr metric: leads 0 -> 400":     "Leads 2026-04-30 leads 0 400",
		"goal Leads metric: 0 -> 400 leads 30-apr":     "Leads 2026-04-30 leads 0 400",
		"goal Leads metric: 0->400 leads":              "Leads  leads 0 400",
		"goal Leads metric:leads 0 to 400 budget:9000": "Leads  leads 0 400",
		`goal Leads metric:"paying customers 3 → 40"`:  "Leads  paying customers 3 40",
		"goal Leads metric: new users 1.5 => 4 by eom": "Leads 2026-01-31 new users 1.5 4",
		"goal Leads metric:leads 30-apr":               "Leads 2026-04-30 leads 0 0",
		`goal Open metric:"Tickets sold 0/5000"`:       "Open  Tickets sold 0 5000",
		`goal Open metric:"Tickets sold 0 -> 5000"`:    "Open  Tickets sold 0 5000",
		"goal Open metric: Tickets sold 0/5000 30-apr": "Open 2026-04-30 Tickets sold 0 5000",
		"goal Open metric: 100/5000 tickets":           "Open  tickets 100 5000",
		`goal Open metric:"open 24/7 desks"`:           "Open  open 24/7 desks 0 0",
		"goal Leads metric: leads":                     "Leads  leads 0 0",
		"goal Get metric: right":                       "Get  right 0 0",
	} {
		i := ParseItem(text, ctx)
		if err := i.Problem(); err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		m := i.Goal.Metric
		if m == nil {
			t.Errorf("%q has no metric", text)
			continue
		}
		if got := fmt.Sprint(i.Goal.Title, " ", i.Goal.Deadline, " ", m.Name, " ", m.Baseline, " ", m.Target); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"goal Leads metric:":               "says nothing yet: write it as metric: leads 0 -> 400",
		"goal Leads metric: 0 -> 400":      `"0 -> 400" is no metric: write it as metric: leads 0 -> 400`,
		"goal Leads metric: leads 0 -> up": `"leads 0 -> up" is no metric: write it as metric: leads 0 -> 400`,
	} {
		if err := ParseItem(text, ctx).Problem(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestFieldsAreCalledAsAPersonSaysThem(t *testing.T) {
	for name, want := range map[string]string{"metric.name": "metric", "metric.target": "metric target", "score.reach": "reach", "not_before": "not before", "experiment.result": "experiment result", "deadline": "deadline"} {
		if got := FieldWords(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// 30 November comes before 4 December: who writes them so has mistaken their order, and does not mean a year off.
func TestDaysOffInTheWrongOrderAreRefused(t *testing.T) {
	ctx := Context{Today: roadmap.MustDate("2026-11-26"), Roadmap: roadmap.New("Aurora", roadmap.MustDate("2026-11-02")), AddsDays: true}
	for _, line := range []string{"team Firmware off 4-dec to 30-nov", "all off 4-dec to 30-nov", "team Firmware 3 off:4-dec..30-nov"} {
		if err := ParseItem(line, ctx).Problem(); err == nil || !strings.Contains(err.Error(), "write the first day, then the last") {
			t.Errorf("%s: %v", line, err)
		}
	}
	i := ParseItem("team Firmware off 24-dec to 1-jan", ctx)
	if off := i.Team.TimeOff; i.Problem() != nil || len(off) != 1 || off[0].To != roadmap.MustDate("2027-01-01") {
		t.Errorf("over the new year: %+v, %v", off, i.Problem())
	}
}
