package phrase

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
)

// auroraRows are the tasks of aurora with what a plan might say of them.
func auroraRows(ctx Context) []Row {
	say := map[string]Row{
		"1": {Planned: true, Start: date("2026-01-05"), Finish: date("2026-01-08"), Slack: 5},
		"2": {Planned: true, Start: date("2026-01-09"), Finish: date("2026-01-15"), Slack: -4, Critical: true, Flags: []string{"slipping"}},
		"3": {Planned: true, Start: date("2026-01-05"), Finish: date("2026-01-30"), Slack: 2, OpenEnd: true, Flags: []string{"at-risk", "no-promise"}},
		"4": {Planned: true, Start: date("2026-01-02"), Finish: date("2026-01-02")},
		"5": {Planned: true, Start: date("2026-02-02"), Finish: date("2026-02-02"), Slack: 2, Flags: []string{"blocked"}, Known: true},
	}
	var out []Row
	for _, t := range ctx.Roadmap.Tasks() {
		r := say[t.ID]
		r.Task = t
		out = append(out, r)
	}
	return out
}

// shown are the ids of the tasks of aurora that a filter lets through, in its order.
func shown(t *testing.T, text string) (string, error) {
	t.Helper()
	ctx := aurora(t)
	f, err := ParseFilter(text, ctx)
	var rows []Row
	for _, r := range auroraRows(ctx) {
		if f.Match(r) {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, f.Order.Compare)
	ids := ""
	for _, r := range rows {
		ids += r.Task.ID
	}
	return ids, err
}

func TestAFilterLetsThroughWhatItNames(t *testing.T) {
	for text, want := range map[string]string{
		"": "123456", "trial": "1245", "TRIAL": "1245", "tri 2": "25", "indes": "2", "antna": "3", "desbui": "6", "tria or ant": "12345",
		`"dustr"`: "12", "dustr": "12", `"trial run 2"`: "5", `title:run`: "45", "3": "3", "id:3": "3", "id:1,2": "12",
		"@mech": "45", "team:mech": "45", "@MECH": "45", "team:none": "6", "@none": "6", "-@none": "12345", "team:any": "12345",
		"also:design": "5", "#hardware": "13", "#radio": "3", "#rad": "3", "tag:none": "2456", "tags:hardware,radio": "13",
		"status:todo": "12356", "status:todo|done": "123456", "status:done": "4", "is:done": "4", "is:open": "12356", "status:drop": "",
		"is:blocked": "5", "is:slipping": "2", "is:at-risk": "3", "is:at_risk": "3", "is:AT-RISK": "3", "is:critical": "2", "is:late": "23",
		"is:overdue": "", "is:milestone": "6", "is:or-later": "3", "is:supplier": "3", "is:slipping|blocked": "25", "is:block": "5", "is:known": "5", "-is:known is:late": "23",
		"goal:launch": "15", "goal:cert": "5", "goal:none": "2346", "phase:design": "2", "phase:none": "13456", "phase:build": "",
		"due:none": "12456", "due:any": "3", "due<eom": "3", "due<=22-jan": "3", "due<22-jan": "", "due:22-jan": "3", "due=2026-W04": "3",
		"due:2026-01": "3", "due!=22-jan": "", "due.before:2026-03-01": "3", "due.after:22-jan": "", "due.by:22-jan": "3", "due.since:22-jan": "3",
		"DUE<EOM": "3", "deadline<eom": "3", "due:<eom": "3", "finish>=fri": "235", "finish<fri": "14", "start:today": "13", "start>today": "25",
		"start:eow": "123", "done:fri": "4", "done<today": "4", "promised:none": "123456", "promised<eom": "",
		"slack<3": "235", "slack<0": "2", "slack<-3": "2", "slack>=5d": "1", "slack:2": "35", "slack!=2": "12", "slack:none": "46", "slack<1w": "235",
		"effort>5": "2", "effort>1w": "2", "effort:0": "6", "effort:none": "345", "people>1": "2", "p1": "", "left:0": "46", "duration:5": "2",
		"priority:3": "123456", "@mech is:blocked": "5", "@mech or is:critical": "245", "not @mech": "1236", "-@mech": "1236", "NOT @mech": "1236",
		"not not @mech": "45", "-(@mech or #hardware)": "26", "(@mech or #hardware) -is:done": "135", "@mech and trial": "45", "@mech AND 2": "5",
		"run or @mur and #radio": "345", "order:slack": "235146", "order:-slack": "135246", "order:finish": "412356", "order:-due": "312456",
		"@mech order:title": "45", "order:-title": "542163", "order:team": "451236", "order:effort": "612345", `\or`: "", "!@mech": "1236", "sort:-id": "654321",
	} {
		if got, err := shown(t, text); err != nil || got != want {
			t.Errorf("%q shows %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestAFilterThatIsHalfTypedShowsWhatItCanAndSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string][2]string{
		"@mech due<":            {"45", `filter: character 7: say what "due" is compared with`},
		"@mech slack<abc":       {"45", `slack: "abc" is not a number`},
		"@mech due<soon":        {"45", `due: "soon" is not a date`},
		"@mech or":              {"45", "or stands between two things"},
		"or":                    {"123456", "character 1: or stands between two things"},
		"or @mech":              {"45", "or stands between two things"},
		"@mech not":             {"45", "not stands before something"},
		"-":                     {"123456", "not stands before something"},
		"(@mech":                {"45", "character 1: this ( is not closed"},
		"(is:blocked or (@mech": {"45", "is not closed"},
		"@mech)":                {"45", "character 6: nothing was opened that this ) closes"},
		"@mech) 2":              {"5", "nothing was opened"},
		"()":                    {"123456", ""},
		`"trial`:                {"1245", "character 1: the quote is not closed"},
		"@nobody":               {"", `there is no team "nobody"`},
		"is:bad":                {"123456", `"bad" is no state: use critical,`},
		"status:d":              {"123456", `"d" is no status: use todo, doing, done or dropped`},
		"status<done":           {"123456", "status has no order"},
		"due<none":              {"123456", "has no order"},
		"phase:bulid":           {"", "none of the phases"},
		"colour:red trial":      {"", `there is no key "colour": use id,`},
		"order:fun":             {"123456", `"fun" orders nothing: use title,`},
		"slack=<3":              {"123456", `"=<" compares nothing`},
		"title:(a+)+$":          {"", ""},
		"goal:moon":             {"", `there is no goal "moon"`},
	} {
		got, err := shown(t, text)
		said := ""
		if err != nil {
			said = err.Error()
		}
		if got != want[0] || !strings.Contains(said, want[1]) || want[1] == "" && said != "" || strings.Contains(said, "\n") {
			t.Errorf("%q shows %q and says %q; want %q and %q", text, got, said, want[0], want[1])
		}
	}
}

func TestHostileFiltersEndQuickly(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("(", 20000), strings.Repeat("(", 20000) + "x" + strings.Repeat(")", 20000), strings.Repeat(")", 20000),
		strings.Repeat("not ", 5000), strings.Repeat("-", 20000), strings.Repeat("( ", 20000), strings.Repeat("a ", 5000), strings.Repeat("a", 100000),
	} {
		f, _ := ParseFilter(text, aurora(t))
		f.Match(auroraRows(aurora(t))[0])
	}
}

func TestAWordMatchesFuzzily(t *testing.T) {
	for word, titles := range map[string][2][]string{
		"antna": {{"Antenna module", "The antenna"}, {"Banana tan", "Ant"}},
		"indes": {{"Industrial design", "In, des"}, {"Windes design mind"[6:12]}},
		"mod":   {{"Antenna module", "commodity", "M-O-D"}, {"maroon dad"}},
		"größe": {{"GRÖSSE größe", "Größen"}, {"grosse"}},
		"日本":    {{"全日本大会"}, {"日 中"}},
		"é":     {{"É"}, {"e"}},
		"a-b":   {{"x a-b"}, {"ab"}},
	} {
		f := newFuzzyWord(word)
		for i, list := range titles {
			for _, title := range list {
				if got := f.matches(title); got != (i == 0) {
					t.Errorf("%q matches %q: %v", word, title, got)
				}
			}
		}
	}
	if newFuzzyWord(strings.Repeat("x", 65)) != nil || !newFuzzyWord(strings.Repeat("x", 64)).matches(strings.Repeat("x", 64)) {
		t.Error("64 letters are matched fuzzily, more are not")
	}
}

func TestAnOrderCanBeHadByItself(t *testing.T) {
	o, err := ParseOrder("-slack", aurora(t))
	if err != nil || o.Key != "slack" || !o.Descending {
		t.Errorf("%+v, %v", o, err)
	}
	if _, err := ParseOrder("", aurora(t)); err == nil {
		t.Error("an empty order is none")
	}
}

func BenchmarkPlainWordsOver10000Rows(b *testing.B) {
	rows := make([]Row, 10_000)
	for i := range rows {
		rows[i].Task = &roadmap.Task{Title: fmt.Sprintf("Prepare the antenna module, part %d", i)}
	}
	f, err := ParseFilter("enclos tool", Context{Today: monday})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range rows {
			f.Match(rows[i])
		}
	}
}

func FuzzParseFilter(f *testing.F) {
	for _, s := range []string{"@mech or (is:blocked -#hw) due<eom", "slack<3 order:-due", `"a b" not -(title:x`, "due.before:12-mar goal:none|launch", "))((--"} {
		f.Add(s)
	}
	ctx := aurora(f)
	rows := auroraRows(ctx)
	f.Fuzz(func(t *testing.T, text string) {
		filter, err := ParseFilter(text, ctx)
		for _, r := range rows {
			filter.Match(r)
		}
		slices.SortFunc(rows, filter.Order.Compare)
		if err != nil && strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %q", text, err)
		}
	})
}

func TestLateIsToMissADeadlineOfOnesOwnOrOneDownstream(t *testing.T) {
	open, deadline := roadmap.Task{}, roadmap.Task{Deadline: date("2026-01-14")}
	done := roadmap.Task{Status: roadmap.Done, Deadline: date("2026-01-14")}
	for _, c := range []struct {
		what string
		row  Row
		want string
	}{
		{"makes one downstream late", Row{Task: &open, Planned: true, Slack: -1}, "late"},
		{"misses its own", Row{Task: &deadline, Planned: true, Finish: date("2026-01-15")}, "late"},
		{"keeps its own", Row{Task: &deadline, Planned: true, Finish: date("2026-01-14")}, ""},
		{"later than a baseline", Row{Task: &open, Planned: true, Slack: 3, Flags: []string{"slipping"}}, "slipping"},
		{"overdue without dates", Row{Task: &deadline, Flags: []string{"overdue"}}, "late"},
		{"done", Row{Task: &done, Planned: true, Slack: -5, Finish: date("2026-01-20")}, ""},
	} {
		got := ""
		for _, word := range []string{"late", "slipping"} {
			if f, err := ParseFilter("is:"+word, Context{}); err != nil {
				t.Fatal(err)
			} else if f.Match(c.row) {
				got += word
			}
		}
		if got != c.want {
			t.Errorf("a task that is %s is %q, want %q", c.what, got, c.want)
		}
	}
}

func TestWhatIsDoneDroppedOrUnplannedHasNoSlack(t *testing.T) {
	for _, row := range []Row{
		{Task: &roadmap.Task{Status: roadmap.Done}, Planned: true}, {Task: &roadmap.Task{Status: roadmap.Dropped}, Planned: true}, {Task: &roadmap.Task{}},
	} {
		for _, text := range []string{"slack<3", "slack>=0", "slack:0", "slack!=1", "slack:any"} {
			if f, err := ParseFilter(text, Context{}); err != nil || f.Match(row) {
				t.Errorf("%s matches a task that is %s, %v", text, row.Task.Status, err)
			}
		}
	}
}
