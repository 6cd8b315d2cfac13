package exchange_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
)

// asJSON is what a roadmap is written as.
func asJSON(t rapid.TB, r *roadmap.Roadmap) string {
	t.Helper()
	var b bytes.Buffer
	if err := exchange.WriteJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// fromJSON reads a roadmap that must be good.
func fromJSON(t rapid.TB, text string) (*roadmap.Roadmap, []exchange.Note) {
	t.Helper()
	r, notes, err := exchange.ReadJSON(strings.NewReader(text), today)
	if err != nil {
		t.Fatal(err)
	}
	return r, notes
}

func TestEveryFieldOfTheFormatIsReadAndWrittenInItsOrder(t *testing.T) {
	want, err := os.ReadFile("testdata/whole.json")
	if err != nil {
		t.Fatal(err)
	}
	r, notes := fromJSON(t, string(want))
	if got := asJSON(t, r); got != string(want) {
		t.Errorf("the export differs from what was imported:\n%s", got)
	}
	if len(notes) != 1 || notes[0] != "added 2 teams, 2 goals, 2 tasks, 1 dependency, 1 risk, 1 known flag, 1 filter, 2 baselines" {
		t.Errorf("notes %q", notes)
	}
}

func TestWhatIsEmptyOrDefaultIsNotWritten(t *testing.T) {
	got := asJSON(t, roadmap.New("", today))
	if want := "{\n  \"bywhen\": 1,\n  \"start\": \"2026-01-05\"\n}\n"; got != want {
		t.Errorf("an empty roadmap is written as\n%s", got)
	}
	r, _ := fromJSON(t, `{"bywhen":1,"start":"2026-01-05","name":"","told_days":5,"calendar":{"weekdays":["fri","mon","tue","wed","thu"],"holidays":[]},
		"teams":[{"id":"m","name":"M","supplier":false,"contact":"","weekdays":[],"time_off":[],"rating":{}}],
		"goals":[{"id":"g","title":"G","deadline":"","metric":{},"score":{"reach":0}}],
		"tasks":[{"id":"1","title":"A","people":1,"priority":3,"rank":0,"status":"todo","told":"2026-01-05","effort":0,"promises":[],"experiment":{"before":0}},
		         {"id":"2","title":"B","told":"2026-01-05"}],
		"dependencies":[{"from":"1","to":"2","type":"FS","lag":0}]}`)
	want := `{"bywhen":1,"start":"2026-01-05","teams":[{"id":"m","name":"M"}],"goals":[{"id":"g","title":"G"}],` +
		`"tasks":[{"id":"1","title":"A","effort":0,"told":"2026-01-05"},{"id":"2","title":"B","told":"2026-01-05"}],"dependencies":[{"from":"1","to":"2"}]}`
	var small bytes.Buffer
	if err := json.Compact(&small, []byte(asJSON(t, r))); err != nil || small.String() != want {
		t.Errorf("written as %s (%v)", &small, err)
	}
}

func TestARoadmapWithoutPhasesStaysWithout(t *testing.T) {
	r, _ := fromJSON(t, `{"bywhen":1,"phases":[]}`)
	if again, _ := fromJSON(t, asJSON(t, r)); len(again.Settings().Phases) != 0 {
		t.Errorf("phases %v", again.Settings().Phases)
	}
}

func TestTheImportOfAnExportExportsToTheSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := asJSON(t, randomRoadmap(t))
		r, _ := fromJSON(t, first)
		if again := asJSON(t, r); again != first {
			t.Fatalf("first\n%s\nthen\n%s", first, again)
		}
		if !json.Valid([]byte(first)) {
			t.Fatalf("no JSON:\n%s", first)
		}
		var indented bytes.Buffer
		if json.Indent(&indented, []byte(first), "", "  "); indented.String() != first {
			t.Fatalf("not indented by two spaces:\n%s", first)
		}
	})
}

func TestDependenciesAreWrittenByToFromAndType(t *testing.T) {
	r, _ := fromJSON(t, `{"bywhen":1,"tasks":[{"id":"a","title":"A"},{"id":"b","title":"B"},{"id":"c","title":"C"}],
		"dependencies":[{"from":"b","to":"c","type":"SS"},{"from":"a","to":"c"},{"from":"b","to":"c"},{"from":"a","to":"b","lag":-2}]}`)
	got := ""
	for _, d := range r.Dependencies() {
		got += d.To + d.From + d.Type.String() + " "
	}
	if got != "baFS caFS cbFS cbSS " {
		t.Errorf("dependencies %s", got)
	}
}

func TestWhatAFileLeavesToTheStatusDateIsSaid(t *testing.T) {
	r, notes := fromJSON(t, `{"bywhen":1,"tasks":[
		{"id":"1","title":"Begun","status":"doing"},
		{"id":"2","title":"Over","status":"done","effort":2},
		{"id":"3","title":"Over too","status":"done","effort":2},
		{"id":"4","title":"Long over","status":"done","effort":2,"finished":"2025-12-31"},
		{"id":"5","title":"Told nothing"},
		{"id":"6","title":"Says two things","started":"2026-01-02"}]}`)
	for id, want := range map[string][3]string{
		"1": {"2026-01-05", "", "2026-01-05"},
		"2": {"2026-01-02", "2026-01-05", "2026-01-05"}, // two working days up to Monday: Friday and Monday
		"4": {"2025-12-30", "2025-12-31", "2026-01-05"},
		"5": {"", "", "2026-01-05"},
		"6": {"2026-01-02", "", "2026-01-05"},
	} {
		task := r.Task(id)
		if got := [3]string{task.Started.String(), task.Finished.String(), task.Told.String()}; got != want {
			t.Errorf("%s: started, finished, told %v, want %v", task.Title, got, want)
		}
	}
	want := []exchange.Note{
		"the file has no start: the roadmap starts on 2026-01-05",
		`in progress without the day it was started: taken as started on 2026-01-05: line 2: tasks[0] "Begun"`,
		`done without the day it was finished: taken as finished on 2026-01-05: 2 tasks, the first line 3: tasks[1] "Over"`,
		`done without the day it was started: its duration is counted back: line 5: tasks[3] "Long over"`,
		`has a day on which it was started or finished, which its status does not say: the day is believed: line 7: tasks[5] "Says two things"`,
		"added 6 tasks",
	}
	if !reflect.DeepEqual(notes, want) {
		t.Errorf("notes\n%q, want\n%q", notes, want)
	}
}

func TestErrorsSayWhereAndWhat(t *testing.T) {
	task := func(fields string) string { return `{"bywhen":1,"tasks":[{"id":"1","title":"A"` + fields + `}]}` }
	for _, c := range []struct{ text, want string }{
		{"", "is empty: there is no roadmap in it"},
		{" \n", "is empty: there is no roadmap in it"},
		{"[]", "line 1, column 1: an object { } is expected, not a list"},
		{strings.Repeat("[", 1_000_000), "line 1, column 1: an object { } is expected, not a list"},
		{`{"bywhen":1,"name":` + strings.Repeat("[", 1_000_000), `line 1, column 20: name: a text in double quotes is expected, not a list`},
		{"\x7fELF\x02\x01\x01\x00\x00\x00\x00", "line 1, column 1: an object { } is expected, not bytes that are no text"},
		{"{}", `line 1, column 3: the field "bywhen" is missing`},
		{`{"bywhen":"1"}`, `line 1, column 11: bywhen: a number is expected, not the text "1"`},
		{`{"bywhen":1.5}`, `line 1, column 11: bywhen: 1.5 is no version of the format: write 1`},
		{"{\n  \"bywhen\": 1,\n  \"tasks\": [\n    {\"id\": \"1\", \"title\": \"A\",\n     \"foo\": 1}]}", `line 5, column 6: tasks[0] "A": unknown field "foo"`},
		{`{"bywhen":1,"Name":"x"}`, `line 1, column 13: unknown field "Name"; did you mean "name"?`},
		{`{"bywhen":1,"tasks":[{"id":"1"}]}`, `line 1, column 32: tasks[0]: the field "title" is missing`},
		{`{"bywhen":1,"tasks":[{"title":"A"}]}`, `line 1, column 35: tasks[0] "A": the field "id" is missing`},
		{`{"bywhen":1,"tasks":[{"id":"1","title":""}]}`, `line 1: tasks[0]: title: must not be empty`},
		{task(`,"effort":"3"`), `line 1, column 53: tasks[0] "A": effort: a number is expected, not the text "3"`},
		{task(`,"effort":2.125`), `line 1, column 53: tasks[0] "A": effort: "2.125" has more than two decimals`},
		{task(`,"effort":01`), `line 1, column 53: tasks[0] "A": effort: a number is expected, not "01"`},
		{task(`,"people":0`), `line 1, column 53: tasks[0] "A": people: 0 must be at least 1, or the field left out`},
		{task(`,"people":1.5`), `line 1, column 53: tasks[0] "A": people: 1.5 must be a whole number`},
		{task(`,"people":1e99`), `line 1, column 53: tasks[0] "A": people: 1e99 is too large`},
		{task(`,"cost":1e999`), `line 1, column 51: tasks[0] "A": cost: 1e999 is too large`},
		{task(`,"status":"dunno"`), `line 1, column 53: tasks[0] "A": status: "dunno" is not a status: use todo, doing, done or dropped`},
		{task(`,"deadline":"12.3.2026"`), `line 1, column 55: tasks[0] "A": deadline: "12.3.2026" is not a date: write it as 2026-03-12`},
		{task(`,"deadline":null`), `line 1, column 55: tasks[0] "A": deadline: a text in double quotes is expected, not "null"`},
		{task(`,"tags":["a",1]`), `line 1, column 56: tasks[0] "A": tags[1]: a text in double quotes is expected, not "1"`},
		{task(`,"team":"mech"`), `line 1: tasks[0] "A": team: there is no team "mech"`},
		{task(`,"goal":"launch"`), `line 1: tasks[0] "A": goal: there is no goal "launch"`},
		{task(`,"alternative_of":"9"`), `task "A": alternative_of: there is no task "9"`},
		{task(`,"also_needs":[{"people":2}]`), `line 1, column 70: tasks[0] "A": also_needs[0]: the field "team" is missing`},
		{task(`,"title":"B"`), `line 1, column 44: tasks[0] "A": the field "title" is there twice, here with the text "B"`},
		{`{"bywhen":1,"teams":[{"id":"1"}],"tasks":[{"id":"1","title":"A"}]}`, `line 1: tasks[0] "A": id: "1" is there twice, first at line 1: teams[0] "1"`},
		{`{"bywhen":1,"teams":[{"id":"m","weekdays":["monday"]}]}`,
			`line 1, column 44: teams[0]: weekdays: "monday" is no weekday: use mon, tue, wed, thu, fri, sat or sun`},
		{`{"bywhen":1,"tasks":[{"id":"1","title":"A"},{"id":"2","title":"B"}],"dependencies":[{"from":"1","to":"2"},{"from":"1","to":"2","lag":2}]}`,
			`line 1: dependencies[1] "1 → 2": type: "FS" is there twice, first at line 1: dependencies[0] "1 → 2"`},
		{`{"bywhen":1,"dependencies":[{"to":"2"}]}`, `line 1, column 39: dependencies[0] " → 2": the field "from" is missing`},
		{`{"bywhen":1,"risks":[{"id":"r","days":1.5}]}`, `line 1, column 39: risks[0]: days: 1.5 must be a whole number`},
		{`{"bywhen":1,"risks":[{"id":"r","tasks":["7"]}]}`, `line 1: risks[0] "r": tasks: there is no task "7"`},
		{`{"bywhen":1,"known":[{"kind":"slipping","task":"7"}]}`, `line 1: known[0] "slipping": there is no task, team or goal "7"`},
		{`{"bywhen":1,"baselines":[{"name":"A","taken":"2026-01-05","current":true},{"name":"B","taken":"2026-01-05","current":true}]}`,
			`line 1: baselines[1] "B": current: "A" is current already: only one can be`},
		{`{"bywhen":1,"name":"a` + "\n" + `b"}`, `line 1, column 22: name: a text must not hold a control character ('\n'): write it as an escape`},
		{`{"bywhen":1,"name":"a\u0007"}`, `roadmap: name: "a\a" holds characters that do not print`},
		{`{"bywhen":1,"name":"` + "\xff" + `"}`, `line 1, column 20: name: this text is not valid UTF-8: save the file as UTF-8`},
		{`{"bywhen":1,"name":"a`, `line 1, column 20: name: a text is opened here and never closed`},
		{`{"bywhen":1,`, `line 1, column 13: a field's name in double quotes is expected, not the end of the file`},
		{`{"bywhen":1,}`, `line 1, column 13: a field's name in double quotes is expected, not "}"`},
		{`{"bywhen":1 "name":""}`, `line 1, column 13: a comma or } is expected, not the text "name"`},
		{`{"bywhen":1}{"bywhen":1}`, `line 1, column 13: the roadmap ends before an object: take away what comes after it`},
	} {
		_, _, err := exchange.ReadJSON(strings.NewReader(c.text), today)
		if err == nil || err.Error() != c.want {
			t.Errorf("%.80s\n got %v\nwant %s", c.text, err, c.want)
		}
	}
}

func TestWhatTheDomainRefusesKeepsItsCode(t *testing.T) {
	_, _, err := exchange.ReadJSON(strings.NewReader(`{"bywhen":1,"tasks":[{"id":"1","title":"A","team":"x"}]}`), today)
	var refused *roadmap.Error
	if !errors.As(err, &refused) || refused.Code != roadmap.Unknown {
		t.Errorf("%v is not an unknown name", err)
	}
}

func TestNumbersOfOtherProgramsAreRead(t *testing.T) {
	r, _ := fromJSON(t, `{"bywhen":1,"tasks":[{"id":"1","title":"A","effort":1.50e1,"people":2.0,"cost":-0},{"id":"2","title":"\u00e4\ud83d\ude80","effort":-0.0}]}`)
	if a, b := r.Task("1"), r.Task("2"); a.Effort != roadmap.PersonDays(15) || a.People != 2 || !b.Effort.IsMilestone() || b.Title != "ä🚀" {
		t.Errorf("%+v %+v", a, b)
	}
}

func TestUTF16AndAByteOrderMarkAreRead(t *testing.T) {
	for name, text := range map[string]string{
		"UTF-8 with its mark":      "\xef\xbb\xbf{\"bywhen\":1,\"name\":\"ü\"}",
		"UTF-16, little end first": "\xff\xfe" + wide("{\"bywhen\":1,\"name\":\"ü\"}"),
		"UTF-16 without its mark":  wide("{\"bywhen\":1,\"name\":\"ü\"}"),
	} {
		if r, _ := fromJSON(t, text); r.Settings().Name != "ü" {
			t.Errorf("%s: name %q", name, r.Settings().Name)
		}
	}
}

// wide is Latin-1 text as UTF-16, the little end first.
func wide(s string) string {
	out := []byte{}
	for _, r := range s {
		out = append(out, byte(r), 0)
	}
	return string(out)
}

func TestAnImportIntoARoadmapWithContentAddsWhatIsNew(t *testing.T) {
	own, _ := fromJSON(t, `{"bywhen":1,"name":"Own","start":"2026-01-05","teams":[{"id":"mech","name":"Mechanics"}],"phases":["Make"],
		"tasks":[{"id":"1","title":"Case","team":"mech","status":"doing","started":"2026-01-02","told":"2026-01-02"}],
		"baselines":[{"name":"Board","taken":"2026-01-05","current":true}]}`)
	imp, err := exchange.ImportJSON(strings.NewReader(`{"bywhen":1,"name":"Other","start":"2026-02-02","teams":[{"id":"mech","name":"Mechanics"},{"id":"ops"}],
		"tasks":[{"id":"1","title":"Case","team":"mech","status":"doing"},{"id":"2","title":"Line","team":"ops","phase":"Ship"}],
		"dependencies":[{"from":"1","to":"2"}],
		"baselines":[{"name":"Board","taken":"2026-01-05"},{"name":"Later","taken":"2026-01-06","current":true}]}`))
	if err != nil {
		t.Fatal(err)
	}
	next, notes, err := imp.Into(own, today)
	if err != nil {
		t.Fatal(err)
	}
	if want := "the roadmap keeps its own name, start, phases"; string(notes[0]) != want {
		t.Errorf("first note %q", notes[0])
	}
	if want := "3 were there already, with the same content"; string(notes[1]) != want {
		t.Errorf("second note %q", notes[1])
	}
	if s := next.Settings(); s.Name != "Own" || !reflect.DeepEqual(s.Phases, []string{"Make", "Ship"}) {
		t.Errorf("settings %+v", s)
	}
	if len(next.Tasks()) != 2 || len(next.Teams()) != 2 || next.CurrentBaseline().Name != "Board" || next.Task("1") != own.Task("1") {
		t.Errorf("the roadmap is now\n%s", asJSON(t, next))
	}
	if again, _, err := imp.Into(next, today); err != nil || again != next {
		t.Errorf("the same import once more: %v, changed %v", err, again != next)
	}
}

func TestAnImportNeverOverwritesWhatIsThere(t *testing.T) {
	own, _ := fromJSON(t, `{"bywhen":1,"teams":[{"id":"m","name":"M"}],"tasks":[{"id":"1","title":"Case"},{"id":"2","title":"Line"}],"dependencies":[{"from":"1","to":"2"}]}`)
	for _, c := range []struct{ text, want string }{
		{`{"bywhen":1,"tasks":[{"id":"1","title":"Antenna"}]}`,
			`line 1: tasks[0] "Antenna": title: differs from the task "1" of the roadmap: give it another id, or import into a new file`},
		{`{"bywhen":1,"tasks":[{"id":"1","title":"Case","effort":3}]}`,
			`line 1: tasks[0] "Case": effort: differs from the task "1" of the roadmap: give it another id, or import into a new file`},
		{`{"bywhen":1,"tasks":[{"id":"m","title":"M"}]}`, `line 1: tasks[0] "M": id: "m" is already the id of something`},
		{`{"bywhen":1,"tasks":[{"id":"1","title":"Case"},{"id":"2","title":"Line"}],"dependencies":[{"from":"1","to":"2","lag":3}]}`,
			`line 1: dependencies[0] "1 → 2": lag: differs from the dependency "FS" of the roadmap: give it another type, or import into a new file`},
	} {
		imp, err := exchange.ImportJSON(strings.NewReader(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err = imp.Into(own, today); err == nil || err.Error() != c.want {
			t.Errorf("%s\n got %v\nwant %s", c.text, err, c.want)
		}
	}
}

func TestAnExportIntoItsOwnRoadmapChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := randomRoadmap(t)
		imp, err := exchange.ImportJSON(strings.NewReader(asJSON(t, r)))
		if err != nil {
			t.Fatal(err)
		}
		if next, _, err := imp.Into(r, today); err != nil || asJSON(t, next) != asJSON(t, r) {
			t.Fatalf("%v\n%s\nbecame\n%s", err, asJSON(t, r), asJSON(t, next))
		}
	})
}
