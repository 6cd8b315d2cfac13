package phrase

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
)

// added is the task that a line adds to aurora, and the roadmap with it.
func added(t *testing.T, text string) (*roadmap.Task, *roadmap.Roadmap) {
	t.Helper()
	ctx := aurora(t)
	d := ctx.Roadmap.Edit(monday)
	id, err := ParseAdd(text, ctx).Add(d)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return r.Task(id), r
}

func date(s string) roadmap.Date { return roadmap.MustDate(s) }

func TestEachWordOfAnAddLineSetsItsField(t *testing.T) {
	type task = roadmap.Task
	for text, want := range map[string]func(*task){
		"Mast":                      func(*task) {},
		"Mast @mech":                func(t *task) { t.Team = "mech" },
		"Mast @Mechanics":           func(t *task) { t.Team = "mech" },
		"Mast @MECHAN":              func(t *task) { t.Team = "mech" },
		`Mast @"Industrial design"`: func(t *task) { t.Team = "design" },
		"Mast @industrial-design":   func(t *task) { t.Team = "design" },
		"Mast 3d":                   func(t *task) { t.Effort = roadmap.PersonDays(3) },
		"Mast 2w":                   func(t *task) { t.Effort = roadmap.PersonDays(10) },
		"Mast 0.5d":                 func(t *task) { t.Effort = roadmap.HundredthDays(50) },
		"Mast 0,5D":                 func(t *task) { t.Effort = roadmap.HundredthDays(50) },
		"Mast 0d":                   func(t *task) { t.Effort = roadmap.PersonDays(0) },
		"Mast x2":                   func(t *task) { t.People = 2 },
		"Mast p1":                   func(t *task) { t.Priority = 1 },
		"Mast #hardware #radio":     func(t *task) { t.Tags = []string{"hardware", "radio"} },
		"Mast due:12-mar":           func(t *task) { t.Deadline = date("2026-03-12") },
		"Mast deadline:fri":         func(t *task) { t.Deadline = date("2026-01-09") },
		"Mast DUE:FRI":              func(t *task) { t.Deadline = date("2026-01-09") },
		`Mast due:"12 mar"`:         func(t *task) { t.Deadline = date("2026-03-12") },
		"Mast start:7-dec":          func(t *task) { t.NotBefore = date("2026-12-07") },
		"Mast not-before:7-dec":     func(t *task) { t.NotBefore = date("2026-12-07") },
		"Mast also:mech*2":          func(t *task) { t.AlsoNeeds = []roadmap.Need{{Team: "mech", People: 2}} },
		"Mast also:mech*2,design":   func(t *task) { t.AlsoNeeds = []roadmap.Need{{Team: "mech", People: 2}, {Team: "design", People: 1}} },
		"Mast left:4d":              func(t *task) { t.Remaining = roadmap.PersonDays(4) },
		"Mast goal:launch":          func(t *task) { t.Goal = "launch" },
		"Mast goal:certified":       func(t *task) { t.Goal = "cert" },
		"Mast goal:stores":          func(t *task) { t.Goal = "launch" },
		"Mast phase:build":          func(t *task) { t.Phase = "Build" },
		"Mast cost:12000":           func(t *task) { t.Cost = 12000 },
		`Mast notes:"For the EU"`:   func(t *task) { t.Notes = "For the EU" },
		"Mast status:dropped":       func(t *task) { t.Status = roadmap.Dropped },
		"Mast started:fri":          func(t *task) { t.Status, t.Started = roadmap.Doing, date("2026-01-02") },
		"Mast 1d started:thu done:fri": func(t *task) {
			t.Status, t.Effort, t.Started, t.Finished = roadmap.Done, roadmap.PersonDays(1), date("2026-01-01"), date("2026-01-02")
		},
		"Mast 3/5/9d":   func(t *task) { t.Effort, t.Estimate = roadmap.PersonDays(5), estimate(3, 5, 9) },
		"Mast 1/2/3w":   func(t *task) { t.Effort, t.Estimate = roadmap.PersonDays(10), estimate(5, 10, 15) },
		"Mast 3d/1w/9d": func(t *task) { t.Effort, t.Estimate = roadmap.PersonDays(5), estimate(3, 5, 9) },
		"Mast promised:11-dec": func(t *task) {
			t.Promised = date("2026-12-11")
			t.Promises = []roadmap.Promise{{On: monday, Date: date("2026-12-11")}}
		},
		`Mast blocked:"Export licence who:ana until:fri"`: func(t *task) {
			t.Blockers = []roadmap.Blocker{{Text: "Export licence", Owner: "ana", Since: monday, Until: date("2026-01-09")}}
		},
	} {
		got, _ := added(t, text)
		expected := task{ID: got.ID, Position: got.Position, Title: "Mast", People: 1, Priority: 3, Told: monday}
		want(&expected)
		if !reflect.DeepEqual(*got, expected) {
			t.Errorf("%q\n got %+v\nwant %+v", text, *got, expected)
		}
	}
}

func estimate(o, l, p int) roadmap.Estimate {
	return roadmap.Estimate{Optimistic: roadmap.PersonDays(o), Likely: roadmap.PersonDays(l), Pessimistic: roadmap.PersonDays(p)}
}

func TestWhatIsNoFieldIsPartOfTheTitle(t *testing.T) {
	for text, want := range map[string]string{
		"Antenna module":             "Antenna module",
		"  Antenna   module  ":       "Antenna module",
		"3d print of the case":       "3d print of the case", // effort counts from the second word on
		`Case \3d print`:             "Case 3d print",
		`\@mech at six`:              "@mech at six",
		`Read \due:fri`:              "Read due:fri",
		`A "3d x2" model`:            "A 3d x2 model",
		`Order 7" display`:           `Order 7" display`,
		`The \"best\" case`:          `The "best" case`,
		"Meet at 12:30 @mech":        "Meet at 12:30",
		"See http://example.org now": "See http://example.org now",
		"Lunch @ six # p99 x2y":      "Lunch @ six # p99 x2y",
		"NaNd +3d":                   "NaNd +3d",
		"Mast 3d high":               "Mast high",
		"@mech Mast":                 "Mast",
		`title:"Due: soon"`:          "Due: soon",
		`back\slash \ alone`:         `back\slash \ alone`,
		"日本語 タスク 2d":                 "日本語 タスク",
	} {
		if got, _ := added(t, text); got.Title != want {
			t.Errorf("%q is titled %q, want %q", text, got.Title, want)
		}
	}
}

func TestAfterTakesTheLongestTitleAndLeavesTheLag(t *testing.T) {
	for text, want := range map[string][]roadmap.Dependency{
		"after:3":                      {{From: "3"}},
		"after:ant":                    {{From: "3"}},
		"after:antenna-module":         {{From: "3"}},
		"after:module":                 {{From: "3"}}, // a word in it, where no title begins so
		"after:industrial":             {{From: "1"}},
		"after:industrial-design":      {{From: "2"}},
		"after:industrial-design+2d":   {{From: "2", Lag: 2}},
		"after:industrial+2d":          {{From: "1", Lag: 2}},
		"after:industrial-2d":          {{From: "1", Lag: -2}},
		"after:industrial-design-1w":   {{From: "2", Lag: -5}},
		"after:industrial-d":           {{From: "2"}},
		"after:3:ss":                   {{From: "3", Type: roadmap.StartToStart}},
		"after:3:FF+1d":                {{From: "3", Type: roadmap.FinishToFinish, Lag: 1}},
		"after:3+1d:sf":                {{From: "3", Type: roadmap.StartToFinish, Lag: 1}},
		"after:3+2":                    {{From: "3", Lag: 2}},
		"after:1,ant+2d,5:ff":          {{From: "1"}, {From: "3", Lag: 2}, {From: "5", Type: roadmap.FinishToFinish}},
		`after:"Industrial design"+2d`: {{From: "2", Lag: 2}},
		`after:"Design, build",1`:      {{From: "1"}, {From: "6"}},
		`after:"antenna mod"`:          {{From: "3"}}, // the beginning of a title, as unquoted
		`after:"industrial des"+2d`:    {{From: "2", Lag: 2}},
		"after:trial":                  {{From: "5"}}, // 4 is done
		"after:trial-run":              {{From: "4"}}, // the whole title
		"after:1 after:3":              {{From: "1"}, {From: "3"}},
	} {
		task, r := added(t, "Mast "+text)
		var got []roadmap.Dependency
		for _, dep := range r.Predecessors(task.ID) {
			got = append(got, roadmap.Dependency{From: dep.From, Type: dep.Type, Lag: dep.Lag})
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q waits for %v, want %v", text, got, want)
		}
	}
}

func TestAnUnquotedNameInAfterTakesTheWordsThatGoOnItWhereTheyEndTheLine(t *testing.T) {
	for text, want := range map[string][3]string{
		"Mast after:antenna module":                   {"Mast", "after Antenna module", ""},
		"Mast after:antenna module 3d @mech":          {"Mast", "after Antenna module", ""},
		"Mast 3d after:1,antenna mod":                 {"Mast", "after Antenna module", ""},
		"Mast after:antenna mod+2d":                   {"Mast", "after Antenna module +2d", ""},
		"Mast after:trial run 2":                      {"Mast", "after Trial run 2", ""}, // trial alone could be either
		"Mast after:antenna module after:trial run 2": {"Mast", "after Antenna module", ""},
		"Mast after:antenna mast":                     {"Mast mast", "after Antenna module", ""},
		"Mast after:antenna 3d module":                {"Mast module", "after Antenna module", ""}, // not the next word
		"Mast after:antenna-module rig":               {"Mast rig", "after Antenna module", ""},
		`Mast after:"Antenna module" +2d`:             {"Mast", "after Antenna module +2d", ""},
		`Mast after:"Antenna module" +2d :ss rig`:     {"Mast rig", "after Antenna module :ss+2d", ""},
		`Mast after:antenna +2d,"Trial run 2" -1d`:    {"Mast", "after Antenna module +2d", ""},
		`Mast after:"Antenna module" +x`:              {"Mast +x", "after Antenna module", ""},
		`Mast after:antenna "module"`:                 {`Mast "module"`, "after Antenna module", ""}, // said to be the title's
		"after:antenna module":                        {"module", "after Antenna module", `"module" is in the title: after:"antenna module" takes both`},
		"Mast after:antenna module painting":          {"Mast module painting", "after Antenna module", `"module" is in the title: after:"antenna module" takes both`},
		"Mast after:industrial design":                {"Mast design", "after Industrial", `"design" is in the title: after:"industrial design" takes both`}, // Industrial is a title
	} {
		line := ParseAdd(text, aurora(t))
		i := slices.IndexFunc(line.Chips, func(c Chip) bool { return c.Text == want[1] })
		if i < 0 || line.Task.Title != want[0] || line.Chips[i].Doubt != want[2] {
			t.Errorf("%s: %+v, want %q", text, line.Chips, want)
		}
	}
	if s := ParseSet("after:antenna module 3d", aurora(t)); s.Problem() != nil || s.Chips[0].Text != "after Antenna module" {
		t.Errorf("set: %+v", s.Chips)
	}
	if s := ParseSet("-after:antenna module", aurora(t)); s.Problem() != nil || s.Chips[0].Text != "not after Antenna module" {
		t.Errorf("set: %+v", s.Chips)
	}
}

func TestANewTeamThatIsCalledNearlyAsAnotherIsDoubted(t *testing.T) {
	for text, want := range map[string]string{
		"Mast @mchs":     "did you mean Mechanics?",
		"Mast @IDsgn":    "did you mean Industrial design?",
		"Mast @Mechnics": "did you mean Mechanics?",
		"Mast @mb":       "did you mean Mobile?",
		"Mast also:mrt":  "did you mean Murata?",
		"Mast @legal":    "",
		`Mast @"mchs"`:   "",
		"Mast @m":        "", // could be several: a problem
		"Mast @mech":     "",
	} {
		line := ParseAdd(text, aurora(t))
		doubt := ""
		for _, c := range line.Chips {
			doubt += c.Doubt
		}
		if doubt != want {
			t.Errorf("%s: %q, want %q", text, doubt, want)
		}
	}
}

func TestTheCaretIsTheTaskAddedJustBefore(t *testing.T) {
	ctx := aurora(t)
	d := ctx.Roadmap.Edit(monday)
	first, err := ParseAdd("First", ctx).Add(d)
	if err != nil {
		t.Fatal(err)
	}
	ctx.Before = first
	second := ParseAdd("Second after:^+2d", ctx)
	if want := []roadmap.Dependency{{From: first, Lag: 2}}; !reflect.DeepEqual(second.Links, want) {
		t.Errorf("links are %v, want %v", second.Links, want)
	}
	if _, err := second.Add(d); err != nil {
		t.Error(err)
	}
	ctx.Before = ""
	if err := ParseAdd("Third after:^", ctx).Problem(); err == nil || !strings.Contains(err.Error(), "there is none") {
		t.Errorf("without a task before: %v", err)
	}
}

func TestAnUnknownTeamBecomesANewOne(t *testing.T) {
	ctx := aurora(t)
	for text, want := range map[string]string{
		"Mast @firmware": "Firmware", "Mast @QA": "QA", `Mast @"firmware and radio"`: "firmware and radio", `Mast @"Mechan"`: "Mechan",
	} {
		l := ParseAdd(text, ctx)
		if !slices.Equal(l.NewTeams, []string{want}) || l.Chips[1].Text != "team "+want+" (new)" {
			t.Errorf("%q: new teams %q, chip %q", text, l.NewTeams, l.Chips[1].Text)
		}
		d := ctx.Roadmap.Edit(monday)
		id, err := l.Add(d)
		if err != nil || d.Team(d.Task(id).Team).Name != want {
			t.Errorf("%q: added with %v", text, err)
		}
		if again, err := l.Add(d); err != nil || d.Task(again).Team != d.Task(id).Team {
			t.Errorf("%q: the second line of a paste makes another team (%v)", text, err)
		}
	}
}

func TestAnOpenLineKeepsTeamAndGoal(t *testing.T) {
	ctx := aurora(t)
	ctx.Team, ctx.Goal = "mech", "launch"
	l := ParseAdd("Mast", ctx)
	if l.Task.Team != "mech" || l.Task.Goal != "launch" || l.Chips[1].Text != "team Mechanics as before" {
		t.Errorf("kept %q, %q: %+v", l.Task.Team, l.Task.Goal, l.Chips)
	}
	if l := ParseAdd("Mast @mobile goal:none", ctx); l.Task.Team != "mob" || l.Task.Goal != "" {
		t.Errorf("what the line says does not win: %q, %q", l.Task.Team, l.Task.Goal)
	}
	if l := ParseAdd("", ctx); len(l.Chips) != 0 {
		t.Errorf("an empty line has chips: %+v", l.Chips)
	}
}

func TestChipsSayWhatEachWordWasTakenFor(t *testing.T) {
	text := `Antenna module @mura 10d x2 p2 goal:launch due:12-mar after:ind #hw also:mech*2 because:"the board asked"`
	var got []string
	for _, c := range ParseAdd(text, aurora(t)).Chips {
		got = append(got, c.Field+" | "+c.Text+" | "+text[c.Start:c.End]+c.Problem)
	}
	want := []string{
		"title | title Antenna module | Antenna module", "team | team Murata | @mura",
		"effort | 10 person-days by 2 = 5 days | 10d", "people | 2 people | x2", "priority | priority 2 | p2",
		"goal | goal Launch in first stores | goal:launch", "deadline | due Thu 12 Mar | due:12-mar",
		`after | after:ind | after:ind"ind" could be 1 "Industrial" or 2 "Industrial design": type more of it, or the id`,
		"tags | tag hw | #hw", "also_needs | also 2 of Mechanics | also:mech*2", `because | because the board asked | because:"the board asked"`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAnEffortSaysWhatItMeans(t *testing.T) {
	for text, want := range map[string]string{
		"1d": "1 day", "2w": "10 days", "0d": "milestone", "0.5d": "0.5 person-days = 1 day", "3/5/9d": "3 to 9 days, likely 5",
		"10d x3": "10 person-days by 3 = 4 days", "3/5/9d x2": "3 to 9 person-days, likely 5 by 2 = 3 days", "x2 1d": "1 person-day by 2 = 1 day",
	} {
		l := ParseAdd("Mast "+text, aurora(t))
		i := slices.IndexFunc(l.Chips, func(c Chip) bool { return c.Field == "effort" })
		if l.Chips[i].Text != want {
			t.Errorf("%s is %q, want %q", text, l.Chips[i].Text, want)
		}
	}
}

func TestALineThatCannotBeAddedSaysWhatIsWrongAndWhere(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "new task: title: is empty",
		"@mech 3d p1":                      "new task: title: is empty",
		"X due:2026-02-30":                 `new task "X": deadline: "2026-02-30" is not a date: February 2026 has 28 days`,
		"X due:":                           `deadline: says nothing yet`,
		"X 1e309d":                         `effort: "1e309d" is not an effort`,
		"X 999999999999d":                  `effort: "999999999999d" is not an effort: at most 100000 person-days`,
		"X 99999w":                         `effort: "99999w" is too much`,
		"X 3/9d":                           `"3/9d" has 2 parts: write optimistic/likely/pessimistic`,
		"X 9/5/3d":                         `"9/5/3d" does not rise`,
		"X 10-12d":                         `"10-12d" is a range`,
		"X 3d x0":                          `people: "0" is not a whole number from 1 to 10000`,
		"X 3d x4294967297":                 `people: "4294967297" is not a whole number`,
		"X 3d 5d":                          `effort: is given twice: "3d" and "5d"`,
		"X @mech @mobile":                  `team: is given twice: "@mech" and "@mobile"`,
		"X @m":                             `team: "m" could be mech "Mechanics", mob "Mobile" or mur "Murata"`,
		"X after:nosuchtask":               `after: there is no task "nosuchtask"`,
		"X after:antena":                   `after: there is no task "antena": nearest is 3 "Antenna module"`,
		"X after:1,99,2":                   `after: there is no task "99"`,
		"X after:3+2x":                     `after: "+2x" is not a lag`,
		"X after:3:xx":                     `"xx" is not a dependency type`,
		"X after:1+999999999999999999999d": `"+999999999999999999999d" is too much of a lag`,
		"X goal:moon":                      `goal: there is no goal "moon"`,
		"X phase:bulid":                    `phase: "bulid" is none of the phases: use Discover,`,
		`X goal:"Launch in`:                `goal: the quote at character 8 is not closed`,
		`X "Launch in`:                     `text: the quote at character 3 is not closed`,
		"X done:12-mar-2999":               `years from 1900 to 2299`,
		"X done:tomorrow":                  `finished: "tomorrow" is after today, 2026-01-05`,
		"X done:9-jan":                     `finished: "9-jan" is after today, 2026-01-05: it cannot have happened (for last year's write 2025-01-09)`,
		"X due:++3d":                       `deadline: "++3d" counts from a date that is not there yet`,
		"X also:mech*0":                    `also_needs: "mech*0": people are a whole number`,
		"X also:mech*99":                   `also_needs: 99 are more than Mechanics has (3)`,
		"X @mech also:mech":                `also_needs: "mech" is there twice`,
		"X status:soon":                    `"soon" is not a status: use todo, doing, done or dropped`,
		`X #"two words"`:                   `tags: "two words" is not a tag`,
		"X 0d started:fri":                 "a milestone is a moment",
		"X title:Y":                        `title: is given twice: "X" and "title:Y"`,
	} {
		ctx := aurora(t)
		_, err := ParseAdd(text, ctx).Add(ctx.Roadmap.Edit(monday))
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q\n got %v\nwant %s", text, err, want)
		}
	}
}

func TestControlCharactersAreCleanedAwayAndSaid(t *testing.T) {
	for text, want := range map[string]string{
		"\x1b[2JGone": "[2JGone", "a\u202eb": "ab", "Mecha\u200bnics": "Mechanics", "A\tB": "A B", "Two\nlines": "Two lines",
		"a\x00b\x7f": "ab", "bad\xffbyte": "badbyte", "x\u200d\u200d": "x", "“two\nlines”": "two lines",
	} {
		got, _ := added(t, text)
		chips := ParseAdd(text, aurora(t)).Chips
		last := chips[len(chips)-1]
		said := slices.ContainsFunc(chips, func(c Chip) bool { return c.Field == "text" && strings.HasSuffix(c.Text, "cleaned away") })
		if got.Title != want || !said {
			t.Errorf("%q is titled %q, want %q; last chip %+v", text, got.Title, want, last)
		}
	}
	if chips := ParseAdd(" plain 👩‍🚀 title \n", aurora(t)).Chips; len(chips) != 1 {
		t.Errorf("there was nothing to clean: %+v", chips)
	}
	if got, _ := added(t, "X d\u200bue:fri"); got.Deadline != date("2026-01-09") {
		t.Error("an invisible character hides a key")
	}
}

func TestFourHundredPredecessors(t *testing.T) {
	text := "X after:" + strings.Repeat("1,", 399) + "3"
	if task, r := added(t, text); len(r.Predecessors(task.ID)) != 2 {
		t.Error("1 and 3 are waited for once each")
	}
}

func FuzzParseAdd(f *testing.F) {
	for _, s := range []string{`Antenna module @murata 10d x2 p2 goal:launch due:12-mar after:ind+2d,3:ss start:7-dec #hw`, `\3D "a b`, "x due: @ # after:^,", "“@”“\u200d"} {
		f.Add(s)
	}
	ctx := aurora(f)
	f.Fuzz(func(t *testing.T, text string) {
		l := ParseAdd(text, ctx)
		checkSpans(t, text, l.Chips)
		d := ctx.Roadmap.Edit(monday)
		id, err := l.Add(d)
		if err != nil {
			return
		}
		if task := d.Task(id); task == nil || task.Title != l.Task.Title || !roadmap.IsClean(task.Title) {
			t.Errorf("%q added %+v, said %+v", text, task, l.Task)
		}
		if _, err := d.Close(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	})
}

// checkSpans checks that chips lie in the text and say something.
func checkSpans(t *testing.T, text string, chips []Chip) {
	t.Helper()
	for _, c := range chips {
		if c.Start < 0 || c.End < c.Start || c.End > len(text) || c.Text+c.Problem == "" || strings.Contains(c.Text+c.Problem, "\n") {
			t.Errorf("%q (%d bytes) has chip %+v", text, len(text), c)
		}
	}
}

// A name that nothing is like gets no suggestion: any two texts share some letters.
func TestOnlyWhatIsNearIsSuggested(t *testing.T) {
	list := []named{{"1", "Competitor teardown"}, {"2", "Antenna module"}, {"3", "No such trial"}}
	for text, want := range map[string]string{"nope": "", "antena": "2", "anntena-modul": "2", "nosuchtask": "3", "teardwn": "1", "xyz": "", "modern art": "", "moduel": "2"} {
		got := ""
		if near := nearest(text, list); len(near) > 0 {
			got = near[0].id
		}
		if got != want {
			t.Errorf("%q: nearest is %q, want %q", text, got, want)
		}
	}
}

// A date without a year that has just passed is next year's, which is said first, with what to type for this year's.
func TestADateThatHasJustPassedIsNextYearsAndSaysSo(t *testing.T) {
	ctx := aurora(t)
	ctx.Today = date("2026-11-26")
	for text, want := range map[string]string{
		"Frame start:23-nov":     "next year's; this year's is 2026-11-23: not before Tue 23 Nov 2027",
		"Frame promised:20-nov":  "next year's; this year's is 2026-11-20: promised Sat 20 Nov 2027",
		"Frame due:3-jun":        "due Thu 3 Jun",
		"Frame start:2026-11-23": "not before Mon 23 Nov",
		"Frame started:23-nov":   "started Mon 23 Nov",
		"Frame due:mon":          "due Mon 30 Nov",
	} {
		chips := ParseAdd(text, ctx).Chips
		if got := chips[len(chips)-1]; got.Text != want {
			t.Errorf("%q says %q, want %q", text, got.Text, want)
		}
	}
}

// Words of a title that may have been meant as a value say what to write for it; what is quoted is title.
func TestWordsOfATitleThatMayBeAValueSayWhatToWrite(t *testing.T) {
	ctx := aurora(t)
	for text, want := range map[string]string{
		"Press release 3 days":               "3 days: 3d",
		"Packaging 2 weeks @mech":            "2 weeks: 10d",
		"Write docs 2d by fri":               "by fri: due:fri",
		"Write docs due next week 2d":        "due next week: due:2026-01-16",
		"Training 3d starting 12 jan":        "starting 12 jan: start:12-jan",
		"QA pass 1w after antenna":           "after antenna: after:antenna",
		"QA pass 1w after industrial design": `after industrial design: after:"industrial design"`,
		"Demo 18 dec":                        ": ",
		"Look after industrial":              ": ", // two begin so
		`"Press release 3 days"`:             ": ",
		"Week 3 days":                        "3 days: 3d",
		"Write docs by fri due:mon":          ": ",
		"Call by phone":                      ": ",
		"3 days":                             ": ",
		"Press release 3 days 4d":            ": ",
		"Cover , lid ; hinge":                ": ", // a sign alone is a word with no letters
		"Cover : by fri":                     "by fri: due:fri",
	} {
		words, write := ParseAdd(text, ctx).Unread(ctx)
		if got := words + ": " + write; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
