package phrase

import (
	"strings"
	"testing"

	"bywhen/roadmap"
)

// staffed is resting where Industrial design has a person to ask.
func staffed(t testing.TB) Context {
	t.Helper()
	ctx := resting(t)
	d := ctx.Roadmap.Edit(monday)
	if err := d.UpdateTeam("design", func(t *roadmap.Team) { t.Contact = "Eva Lind, eva@example.com" }); err != nil {
		t.Fatal(err)
	}
	ctx.Roadmap, _ = d.Close()
	return ctx
}

// offAfter are the days off that a line adds, each with its team and people. Today is Monday, 5 January 2026.
func offAfter(ctx Context, text string) (string, error) {
	d := ctx.Roadmap.Edit(monday)
	if _, err := ParseItem(text, ctx).Add(d); err != nil {
		return "", err
	}
	var out []string
	for _, p := range d.Settings().Holidays[len(ctx.Roadmap.Settings().Holidays):] {
		out = append(out, "all "+offs([]roadmap.Period{p}))
	}
	for _, t := range d.Teams() {
		before := 0
		if was := ctx.Roadmap.Team(t.ID); was != nil {
			before = len(was.TimeOff)
		}
		for _, p := range t.TimeOff[before:] {
			out = append(out, t.ID+" "+strings.Repeat("i", p.People)+" "+offs([]roadmap.Period{p}))
		}
	}
	return strings.Join(out, ", "), nil
}

func TestDaysOffAreReadAsPeopleCallThem(t *testing.T) {
	for text, want := range map[string]string{
		"Mechanics off next week":             "mech  2026-01-12..2026-01-16",
		"mech off this week":                  "mech  2026-01-05..2026-01-09",
		"mech off all next week Offsite":      "mech  2026-01-12..2026-01-16 Offsite",
		"mech off the week of 4-mar":          "mech  2026-03-02..2026-03-06",
		"mech off next month":                 "mech  2026-02-01..2026-02-28",
		"mech off this month":                 "mech  2026-01-05..2026-01-31",
		"mech off next fri":                   "mech  2026-01-16..2026-01-16",
		"mech off tomorrow to next tue":       "mech  2026-01-06..2026-01-13",
		"mech off until fri":                  "mech  2026-01-05..2026-01-09",
		"mech off next week 1 person":         "mech i 2026-01-12..2026-01-16",
		"all off next week":                   "all 2026-01-12..2026-01-16",
		"holiday next week Winter break":      "all 2026-01-12..2026-01-16 Winter break",
		"team Paint 2 off next week":          " 2026-01-12..2026-01-16",
		"holidays Northland next month":       "all 2026-02-01..2026-02-01 Founding day",
		"mech off 12-jan to 16-jan":           "mech  2026-01-12..2026-01-16",
		"mech off next week because:shutdown": "mech  2026-01-12..2026-01-16",
	} {
		if got, err := offAfter(staffed(t), text); err != nil || !strings.HasSuffix(got, want) {
			t.Errorf("%q: %v\n got %s\nwant %s", text, err, got, want)
		}
	}
}

// A person is off from the team that the line names, that is known to have somebody of that name, or that is selected.
func TestAPersonIsOffFromTheirTeam(t *testing.T) {
	for _, c := range []struct{ selected, kind, text, want string }{
		{"", "", "Ana off next week", "mech i 2026-01-12..2026-01-16 Ana"},
		{"", "goal", "Ana off 3-feb to 7-feb", "mech i 2026-02-03..2026-02-07 Ana"},
		{"mob", "team", "ana is away fri dentist", "mech i 2026-01-09..2026-01-09 ana: dentist"},
		{"", "holiday", "Eva on vacation until 9-feb", "design i 2026-01-05..2026-02-09 Eva"},
		{"", "", "Eva Lind off fri", "design i 2026-01-09..2026-01-09 Eva Lind"},
		{"", "", "Tom @mech off fri", "mech i 2026-01-09..2026-01-09 Tom"},
		{"", "", "Tom off fri @mobile", "mob i 2026-01-09..2026-01-09 Tom"},
		{"", "", "@mech Tom off fri", "mech i 2026-01-09..2026-01-09 Tom"},
		{"", "goal", "Tom off at Mobile next week", "mob i 2026-01-12..2026-01-16 Tom"},
		{"", "", "Tom (Mechanics) off fri", "mech i 2026-01-09..2026-01-09 Tom"},
		{"", "", "Mechanics: Tom off fri", "mech i 2026-01-09..2026-01-09 Tom"},
		{"", "", "Tom of Mechanics off fri", "mech i 2026-01-09..2026-01-09 Tom"},
		{"mech", "", "Tom off next week", "mech i 2026-01-12..2026-01-16 Tom"},
		{"mech", "team", "Tom and Eva off fri because:wedding", "mech ii 2026-01-09..2026-01-09 Tom and Eva"},
		{"mech", "", "off tomorrow", "mech  2026-01-06..2026-01-06"},
		{"mech", "risk", "off fri 1 person", "mech i 2026-01-09..2026-01-09"},
		{"mech", "holiday", "off fri", "all 2026-01-09..2026-01-09"},
		{"mech", "", "Mobile off fri", "mob  2026-01-09..2026-01-09"},
	} {
		ctx := staffed(t)
		ctx.Selected, ctx.Kind = c.selected, c.kind
		if got, err := offAfter(ctx, c.text); err != nil || got != c.want {
			t.Errorf("%q on %q after %q: %v\n got %s\nwant %s", c.text, c.selected, c.kind, err, got, c.want)
		}
	}
}

// Where nobody can know whose days off they are, the line says what to write; a goal may be called so.
func TestALineThatSaysNotWhoIsOffSaysWhatToWrite(t *testing.T) {
	for text, want := range map[string]string{
		"Tom off next week":               `"Tom" is no team, nor known to be of one: write Tom @Mechanics off next week, or team Tom to make it one`,
		"Tom off":                         "write Tom @Mechanics off next week",
		"off fri":                         "says not who is off: write Mechanics off fri, or all off fri for everybody",
		"off":                             "write Mechanics off next week",
		"Tom @nowhere off fri":            `there is no team "nowhere"`,
		"Ana off 31-feb":                  "February has days from 1 to",
		"Ana off soon":                    "say when: write off next week",
		"Tom off fri because:the dentist": "write Tom @Mechanics off fri, or",
	} {
		if got, err := offAfter(staffed(t), text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q adds %q: %v\nwant %s", text, got, err, want)
		}
	}
	ctx := staffed(t)
	if err := func() error {
		d := ctx.Roadmap.Edit(monday)
		if err := d.UpdateTeam("mob", func(t *roadmap.Team) { t.Contact = "Ana Berg" }); err != nil {
			return err
		}
		ctx.Roadmap, _ = d.Close()
		_, err := offAfter(ctx, "Ana off fri")
		return err
	}(); err == nil || !strings.Contains(err.Error(), `"Ana" may be of Mechanics or Mobile: write Ana @Mechanics off fri`) {
		t.Errorf("two teams have an Ana: %v", err)
	}
	ctx.Kind, ctx.Selected = "goal", "mech"
	if i := ParseItem("Kick off 12-mar", ctx); i.Kind != roadmap.KindGoal || i.Goal.Title != "Kick off" || i.Problem() != nil {
		t.Errorf("a goal called so: %+v", i)
	}
	ctx.Kind, ctx.Selected = "team", ""
	if i := ParseItem("Paint off fri", ctx); i.Known != "" || i.Team.Name != "Paint" || !strings.Contains(i.Chips[1].Doubt, "for a person write Paint @TEAM off") {
		t.Errorf("a team as before: %+v", i)
	}
}

// A person's days off are taken back by the name alone; those of others stay.
func TestAPersonsDaysOffAreTakenBack(t *testing.T) {
	ctx := staffed(t)
	d := ctx.Roadmap.Edit(monday)
	if _, err := ParseItem("Ana not off 5-mar", ctx).Add(d); err != nil || offs(d.Team("mech").TimeOff) != "2026-03-02..2026-03-04 Offsite, 2026-03-04..2026-03-04 Ana away, 2026-03-06..2026-03-10 Ana away" {
		t.Errorf("%v: %s", err, offs(d.Team("mech").TimeOff))
	}
	for text, want := range map[string]string{"Ana not off 2-mar": "that is no day off of theirs", "Tom not off fri": `"Tom" is no team, and nobody is off who is called so`,
		"@mech Tom not off fri": `"Tom" is no team, and nobody is off who is called so`} {
		if got, err := offAfter(ctx, text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %q, %v, want %s", text, got, err, want)
		}
	}
}

// The line that sets a team gives it more days off where it begins with the word; off: has all of them be others.
func TestASetLineGivesATeamMoreDaysOff(t *testing.T) {
	for text, want := range map[string]string{
		"off next week":           "2026-03-02..2026-03-04 Offsite, 2026-03-04..2026-03-10 Ana away, 2026-01-12..2026-01-16",
		"away tomorrow because:x": "2026-03-02..2026-03-04 Offsite, 2026-03-04..2026-03-10 Ana away, 2026-01-06..2026-01-06",
		"off:fri":                 "2026-01-09..2026-01-09",
	} {
		ctx := staffed(t)
		d := ctx.Roadmap.Edit(monday)
		if err := ParseItemSet(roadmap.KindTeam, text, ctx).On(d, "mech"); err != nil || offs(d.Team("mech").TimeOff) != want {
			t.Errorf("%q: %v\n got %s\nwant %s", text, err, offs(d.Team("mech").TimeOff), want)
		}
	}
	if err := ParseItemSet(roadmap.KindTeam, "off 31-feb", staffed(t)).Problem(); err == nil || !strings.Contains(err.Error(), "February") {
		t.Errorf("off 31-feb: %v", err)
	}
}
