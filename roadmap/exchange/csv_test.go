package exchange_test

import (
	"bytes"
	"os"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
)

func asCSV(t rapid.TB, r *roadmap.Roadmap) string {
	t.Helper()
	var b bytes.Buffer
	if err := exchange.WriteCSV(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func importCSV(text string, mapping map[string]string, into *roadmap.Roadmap) (*roadmap.Roadmap, []exchange.Note, error) {
	imp, err := exchange.ReadCSV(strings.NewReader(text), exchange.CSVOptions{Map: mapping})
	if err != nil {
		return nil, nil, err
	}
	return imp.Into(into, today)
}

// fromCSV reads a table that must be good into an empty roadmap.
func fromCSV(t rapid.TB, text string) (*roadmap.Roadmap, []exchange.Note) {
	t.Helper()
	r, notes, err := importCSV(text, nil, roadmap.New("", today))
	if err != nil {
		t.Fatalf("%v, in\n%s", err, text)
	}
	return r, notes
}

func has(notes []exchange.Note, want string) bool {
	for _, n := range notes {
		if strings.Contains(string(n), want) {
			return true
		}
	}
	return false
}

// teamsOf are the names of a task's team and of those that it also needs.
func teamsOf(r *roadmap.Roadmap, t *roadmap.Task) string {
	if t.Team == "" {
		return ""
	}
	names := r.Team(t.Team).Name
	for _, n := range t.AlsoNeeds {
		names += " + " + r.Team(n.Team).Name
	}
	return names
}

func TestAListOfGoalsWithTasksComesInAsItIs(t *testing.T) {
	data, err := os.ReadFile("testdata/goals.csv")
	if err != nil {
		t.Fatal(err)
	}
	r, notes := fromCSV(t, string(data))
	want := []exchange.Note{
		`columns: goal from "goal", title from "task", team from "teams", status from "status"`,
		`into the notes: "section"`,
		`a tag where it says yes: "flagship", "help_wanted", "stretch"`,
		`left out: "slug"`,
		`of several teams the first owns the task, which also needs the others: 2 tasks, the first line 3: "Test glazes"`,
		`done without the day it was finished: taken as finished on 2026-01-05: 2 tasks, the first line 2: "Choose a kiln"`,
		`added 5 teams, 2 goals, 7 tasks`,
	}
	if !reflect.DeepEqual(notes, want) {
		t.Errorf("notes\n%q, want\n%q", notes, want)
	}
	shed, fire := r.Tasks()[2], r.Tasks()[3]
	if got := teamsOf(r, shed); got != "carpentry + pottery + grounds" {
		t.Errorf("the shed is built by %s", got)
	}
	if shed.Notes != "section: Wood firing" || !reflect.DeepEqual(shed.Tags, []string{"flagship", "help-wanted"}) || shed.ID != "3" {
		t.Errorf("the shed: %+v", shed)
	}
	if fire.Title != `Fire once, for "show"` || fire.Team != "" || r.Goal(fire.Goal).Title != "Fire our own tiles" {
		t.Errorf("the firing: %+v", fire)
	}
	if done := r.Tasks()[0]; done.Status != roadmap.Done || done.Finished != today || done.Told != today {
		t.Errorf("the kiln: %+v", done)
	}
}

// A published list of the same shape, where there is one beside the repository.
func TestAPublishedListOfGoalsComesInWhole(t *testing.T) {
	files := []struct {
		path                string
		goals, tasks, teams int
	}{{"testdata/goals.csv", 2, 7, 5}, {"../../../shared/data/rust-goals-2025h1.csv", 42, 333, 20}}
	for _, f := range files {
		data, err := os.ReadFile(f.path)
		if err != nil {
			continue
		}
		r, _ := fromCSV(t, string(data))
		if len(r.Goals()) != f.goals || len(r.Tasks()) != f.tasks || len(r.Teams()) != f.teams {
			t.Errorf("%s: %d goals, %d tasks, %d teams", f.path, len(r.Goals()), len(r.Tasks()), len(r.Teams()))
		}
	}
}

func TestAColumnIsKnownByWhatPeopleCallIt(t *testing.T) {
	r, notes := fromCSV(t, "Issue key;Summary;Epic Name;Squad;Estimate (h);Start date;Due Date;Prio;State;Labels;Labels;Depends on;Description;Story points\n"+
		"P-1;Antenna;Launch;RF;20;12 Mar 2026;31.03.2026;High;In Progress;hw;radio chip;;Small.;5\n"+
		"P-2;Case;Launch;Mechanics;8;2026-03-20;;Low;Cancelled;;;P-1+2d:ss;;\n")
	want := []exchange.Note{
		`columns: id from "Issue key", title from "Summary", goal from "Epic Name", team from "Squad", effort from "Estimate (h)", ` +
			`not_before from "Start date", deadline from "Due Date", priority from "Prio", status from "State", tags from "Labels", tags from "Labels", ` +
			`after from "Depends on", notes from "Description"`,
		`into the notes: "Story points"`,
		`in progress without the day it was started: taken as started on 2026-01-05: line 2: "Antenna"`,
		`added 2 teams, 1 goal, 2 tasks, 1 dependency`,
	}
	if !reflect.DeepEqual(notes, want) {
		t.Errorf("notes\n%q, want\n%q", notes, want)
	}
	a, b := r.Task("P-1"), r.Task("P-2")
	if a.Effort.String() != "2.5" || a.Priority != 2 || a.Status != roadmap.Doing || a.NotBefore.String() != "2026-03-12" || a.Deadline.String() != "2026-03-31" {
		t.Errorf("antenna: %+v", a)
	}
	if !reflect.DeepEqual(a.Tags, []string{"hw", "radio-chip"}) || a.Notes != "Small.\nStory points: 5" || b.Status != roadmap.Dropped || b.Priority != 4 {
		t.Errorf("antenna %+v, case %+v", a, b)
	}
	if d := r.Dependency("P-1", "P-2", roadmap.StartToStart); d == nil || d.Lag != 2 {
		t.Errorf("dependency %+v", d)
	}
}

func TestAColumnThatCannotBeReadSoGoesIntoTheNotes(t *testing.T) {
	r, notes := fromCSV(t, "task,size,people\nAntenna,M,Ana and Bo\nCase,XL,\n")
	if a := r.Tasks()[0]; a.Notes != "size: M\npeople: Ana and Bo" || a.Effort.Given() || !has(notes, `into the notes: "size", "people"`) {
		t.Errorf("%+v %q", a, notes)
	}
}

func TestColumnsAreRecognisedByWhatIsInThem(t *testing.T) {
	r, notes := fromCSV(t, "Was,Wer,Stand,Aufwand,Team\nAntenne bauen,Ana,in progress,3d,RF\nFirmware,Bo,done,2w,RF\n")
	if want := `columns: title from "Was", status from "Stand", effort from "Aufwand", team from "Team"`; string(notes[0]) != want {
		t.Errorf("%q", notes[0])
	}
	if b := r.Tasks()[1]; b.Title != "Firmware" || b.Effort != roadmap.PersonDays(10) || b.Status != roadmap.Done {
		t.Errorf("%+v", b)
	}
}

func TestTheUserMayMapColumns(t *testing.T) {
	const text = "A,B,due\nx,mech,soon\ny,,\n"
	mapping, err := exchange.ParseMap("title=a, team=2,deadline=")
	if err != nil {
		t.Fatal(err)
	}
	r, notes, err := importCSV(text, mapping, roadmap.New("", today))
	if err != nil || len(r.Tasks()) != 2 || teamsOf(r, r.Tasks()[0]) != "mech" || r.Tasks()[0].Notes != "due: soon" {
		t.Fatalf("%v %q", err, notes)
	}
	for text, want := range map[string]string{
		"titel=A": `--map titel: there is no field "titel"; did you mean "title"?; there are id, title, team, effort, estimate, people, also_needs, goal, ` +
			`phase, priority, tags, not_before, deadline, promised, status, started, finished, remaining, told, after, notes`,
		"title=C":        `--map title=C: there is no column "C"; there are "A", "B", "due"`,
		"title=A,goal=A": `--map goal=A: the column is taken for title already`,
	} {
		mapping, _ := exchange.ParseMap(text)
		if _, _, err := importCSV("A,B,due\nx,mech,\n", mapping, roadmap.New("", today)); err == nil || err.Error() != want {
			t.Errorf("%s\n got %v\nwant %s", text, err, want)
		}
	}
	for _, text := range []string{"title", "=A", "title=A,title=B"} {
		if _, err := exchange.ParseMap(text); err == nil {
			t.Errorf("%q passes for a mapping", text)
		}
	}
}

func TestTheFirstLineNeverVanishes(t *testing.T) {
	const text = "Antenna,mech,10\nCase,mech,5\n"
	r, notes, err := importCSV(text, map[string]string{"title": "1", "team": "2", "effort": "3"}, roadmap.New("", today))
	if err != nil || len(r.Tasks()) != 2 || !has(notes, "line 1 is taken for a task") {
		t.Errorf("%v %q", err, notes)
	}
	for _, text := range []string{text, "Antenna,mech,done\n", "Antenna,mech,done\nCase,mech,todo\n"} {
		if _, _, err := importCSV(text, nil, roadmap.New("", today)); err == nil || !strings.Contains(err.Error(), "--map title=COLUMN") {
			t.Errorf("%q names no columns: %v", text, err)
		}
	}
}

func TestADateOfNumbersIsReadAsTheWholeFileShows(t *testing.T) {
	r, notes := fromCSV(t, "title,start,due\nA,3/12/2026,\nB,,3/25/26 10:00 PM\n")
	if got := r.Tasks()[0].NotBefore.String() + " " + r.Tasks()[1].Deadline.String(); got != "2026-03-12 2026-03-25" || !has(notes, "have the month first, as line 3 shows") {
		t.Errorf("%s %q", got, notes)
	}
	r, notes = fromCSV(t, "title,due\nA,3/12/2026\nB,25/3/2026\nC,\n")
	if got := r.Tasks()[0].Deadline.String(); got != "2026-12-03" || !has(notes, "have the day first, as line 3 shows") {
		t.Errorf("%s %q", got, notes)
	}
	if r, _ = fromCSV(t, "title,due\nA,5/5/2026\n"); r.Tasks()[0].Deadline.String() != "2026-05-05" {
		t.Errorf("5/5/2026 is %s", r.Tasks()[0].Deadline)
	}
	for _, text := range []string{"title,due\nA,3/12/2026\n"} {
		_, _, err := importCSV(text, nil, roadmap.New("", today))
		want := `line 2, column "due": "3/12/2026" may be 3 December or 12 March: write dates as 2026-12-03 (--map deadline= leaves the column out)`
		if err == nil || err.Error() != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestDatesInManyForms(t *testing.T) {
	for _, text := range []string{
		"2026-03-12", "2026/3/12", "2026-03-12T09:30:00Z", "2026-03-12 09:30", "20260312", "12 Mar 2026", "12-Mar-26", "12/Mar/26 3:04 PM",
		"March 12, 2026", "Mar 12 2026", "12th March 2026", "Thu 12 Mar 2026", "Thursday, March 12, 2026", "12.03.2026", "12.3.26",
	} {
		r, _ := fromCSV(t, "title,due\nA,\""+text+"\"\n")
		if got := r.Tasks()[0].Deadline.String(); got != "2026-03-12" {
			t.Errorf("%q is read as %q", text, got)
		}
	}
	for _, text := range []string{"31.02.2026", "2026-13-01", "soon", "12 Mar", "1899-12-31", "12/13/14/15"} {
		if _, _, err := importCSV("title,due\nA,2026-01-01\nB,"+text+"\n", nil, roadmap.New("", today)); err == nil || !strings.Contains(err.Error(), "line 3, column \"due\"") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestAmountsOfWorkInManyForms(t *testing.T) {
	for text, want := range map[string]string{
		"3": "3", "3d": "3", "3 days": "3", "1.5 days": "1.5", "2w": "10", "2 weeks": "10", "0.5": "0.5", "0": "0", `"2,5"`: "2.5", "4h": "0.5",
		"1 month": "20", "~3d": "3", "": "", "-": "", "tbd": "",
	} {
		r, _ := fromCSV(t, "title,effort\nA,"+text+"\n")
		if got := r.Tasks()[0].Effort.String(); got != want {
			t.Errorf("%s is read as %q, not %q", text, got, want)
		}
	}
	r, _ := fromCSV(t, "title,effort\nA,3/5/9d\n")
	if e := r.Tasks()[0].Estimate; e.Optimistic.String()+" "+e.Likely.String()+" "+e.Pessimistic.String() != "3 5 9" {
		t.Errorf("%+v", e)
	}
	for _, text := range []string{"much", "3x", "1.125", "100001", `"1,000"`, "3/5d", "-1", "1e3"} {
		if _, _, err := importCSV("title,effort\nA,1\nB,"+text+"\n", nil, roadmap.New("", today)); err == nil || !strings.Contains(err.Error(), `line 3, column "effort"`) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestStatusInManyWords(t *testing.T) {
	for text, want := range map[string]roadmap.Status{
		"Done": roadmap.Done, "COMPLETED": roadmap.Done, "x": roadmap.Done, "100%": roadmap.Done, "In-Progress": roadmap.Doing, "WIP": roadmap.Doing,
		"50 %": roadmap.Doing, "": roadmap.Todo, "Not started": roadmap.Todo, "to do": roadmap.Todo, "Won’t do": roadmap.Dropped, "canceled": roadmap.Dropped,
	} {
		r, _ := fromCSV(t, "title,status\nA,"+text+"\n")
		if got := r.Tasks()[0].Status; got != want {
			t.Errorf("%q is read as %s, not %s", text, got, want)
		}
	}
	r, notes := fromCSV(t, "title,status\nA,Blocked\n")
	if a := r.Tasks()[0]; a.Status != roadmap.Todo || len(a.Blockers) != 1 || a.Blockers[0] != (roadmap.Blocker{Text: "Blocked", Since: today}) ||
		!has(notes, `to do, with a blocker, as its status says that it is held up: line 2: "A"`) {
		t.Errorf("%+v %q", a, notes)
	}
}

func TestTeamsArePartedWithCare(t *testing.T) {
	r, _ := fromCSV(t, "task,team\nA,R&D\nB,ux / web\nC,ux\nD,web\nE,\"ux, web\"\nF,Ops & Law\nG,\"\"\"a; b\"\"\"\nH,UX\n")
	want := []string{"R&D", "ux + web", "ux", "web", "ux + web", "Ops & Law", "a; b", "ux"}
	for i, task := range r.Tasks() {
		if got := teamsOf(r, task); got != want[i] {
			t.Errorf("%s: %q, want %q", task.Title, got, want[i])
		}
	}
}

func TestWhatATaskWaitsForIsNamedByIDRowOrTitle(t *testing.T) {
	for name, text := range map[string]string{
		"ids":           "id,task,after\na,Design,\nb,Build,a\nc,Ship,\"a+2d:ss; b\"\n",
		"rows":          "task,predecessors\nDesign,\nBuild,1\nShip,\"1SS+2 days,2FS\"\n",
		"titles":        "task,depends on\nDesign,\nBuild,design\nShip,\"Design +2d:ss\nBuild\"\n",
		"any way round": "id,task,after\nc,Ship,\"b; a+2d:SS\"\nb,Build,Design\na,Design,\n",
	} {
		r, _ := fromCSV(t, text)
		got := ""
		for _, d := range r.Dependencies() {
			got += r.Task(d.From).Title + "→" + r.Task(d.To).Title + " " + d.Type.String() + " "
			if d.Lag != 0 {
				got += "+2 "
			}
		}
		for _, want := range []string{"Design→Build FS", "Design→Ship SS +2", "Build→Ship FS"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %s lacks %s", name, got, want)
			}
		}
	}
}

func TestTableErrorsSayWhereAndWhat(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "is empty: there is no task in it",
		"\n\n":                       "is empty: there is no task in it",
		"title,team\nA,b\n,c\n":      `line 3, column "title": "" is no title: fill it in, or take the row out`,
		"title,team\nA,b\nB,c,d\n":   `line 3: "d" is cell 3 of a row, but the first line names 2 columns: quote a cell that holds the separator, or name the column`,
		"title\nA\"B\n":              `line 2, column 2: a cell that holds a quote must begin and end with one, and the quote within be doubled`,
		"title,team\n\"A\"B,c\n":     `line 2, column 3: after the quote that ends a cell its separator is expected: double a quote within a cell`,
		"title\nA\n\"B\nC\n":         `line 3: a quote is opened in this row and not closed properly by line 4: close it, or double a quote within a cell`,
		"title\nA\x00B\n":            `line 2, column "title": "A\x00B" holds a NUL character: take it out`,
		"title\nD\xfcse ü\n":         `line 2: the byte 0xFC is not UTF-8: save the file as UTF-8`,
		"id,title\n1,A\n1,B\n":       `line 3, column "id": "1" is there twice, first in line 2: an id is of one task`,
		"id,title\n1,A\na b,B\n":     `line 3, column "id": "a b" is no id: an id has no spaces (--map id= leaves the column out)`,
		"title,after\nA,B\n":         `line 2, column "after": "B" is no task's id or title: write it as 3, or 3+2d:ss (--map after= leaves the column out)`,
		"title,after\nA,A\n":         `line 2: "A": from: task "A" cannot wait for itself`,
		"title,after\nA,B\nB,A\n":    `task "B": after: these would wait for each other: "B" → "A" → "B"`,
		"title,after\nA,\nA,\nB,A\n": `line 4, column "after": "A" is the title of 2 tasks: name it by its id (--map after= leaves the column out)`,
		"title,priority\nA,1\nB,7\n": `line 3, column "priority": "7" is no priority: use 1 (the highest) to 4 (--map priority= leaves the column out)`,
		"title,started,finished\nA,2026-01-02,2026-01-01\n": `line 2: "A": finished: 2026-01-01 is before it was started, 2026-01-02`,
		strings.Repeat("title,", 1500) + "\n":               `line 1: 1501 columns are too many: at most 1000`,
	} {
		if _, _, err := importCSV(text, nil, roadmap.New("", today)); err == nil || err.Error() != want {
			t.Errorf("%.60q\n got %v\nwant %s", text, err, want)
		}
	}
}

func TestAMillionRowsAreRefusedByALimit(t *testing.T) {
	_, _, err := importCSV("title\n"+strings.Repeat("A\n", 200_001), nil, roadmap.New("", today))
	if err == nil || err.Error() != "line 200002: more than 200000 rows: split the file" {
		t.Error(err)
	}
}

func TestInvisibleCharactersAreTakenOutAndSaid(t *testing.T) {
	r, notes := fromCSV(t, "title\nA\u202eB\n\"two\nlines\"\n")
	if r.Tasks()[0].Title != "AB" || r.Tasks()[1].Title != "two lines" || !has(notes, "line breaks or characters that do not print were taken out: 2 tasks, the first line 2") {
		t.Errorf("%q %q", r.Tasks()[0].Title, notes)
	}
}

func TestEncodingsAndSeparators(t *testing.T) {
	for name, text := range map[string]string{
		"UTF-8 with its mark": "\xef\xbb\xbftitle,effort\nDüse,3\n",
		"Windows-1252":        "title,effort\nD\xfcse,3\n",
		"UTF-16":              "\xff\xfe" + wide("title,effort\nDüse,3\n"),
		"tabs":                "title\teffort\nDüse\t3\n",
		"semicolons":          "title;effort\r\nDüse;\"3,0\"\r\n",
		"bars":                "title|effort\nDüse|3\n",
		"a line that says so": "sep=;\ntitle;effort\nDüse;3\n",
		"spaces and gaps":     "\n title , effort ,\n\n Düse , 3 ,\n,,\n",
	} {
		if r, _ := fromCSV(t, text); len(r.Tasks()) != 1 || r.Tasks()[0].Title != "Düse" || r.Tasks()[0].Effort != roadmap.PersonDays(3) {
			t.Errorf("%s: %+v", name, r.Tasks())
		}
	}
}

func TestWhatASpreadsheetWouldRunIsDefusedAndComesBack(t *testing.T) {
	for title, cell := range map[string]string{"=1+1": "'=1+1", "+1": "'+1", "-2": "'-2", "@A": "'@A", "'=1": "''=1", "''+1": "'''+1", "'tis": "'tis",
		"＝1": "'＝1", "－2": "'－2", "' =1": "'' =1", "'x=1": "'x=1"} {
		r, _ := fromJSON(t, `{"bywhen":1,"tasks":[{"id":"1","title":"`+title+`"}]}`)
		text := asCSV(t, r)
		if !strings.Contains(text, "\n1,"+cell+",") {
			t.Errorf("%s is written as\n%s", title, text)
		}
		if back, _ := fromCSV(t, text); back.Task("1").Title != title {
			t.Errorf("%s comes back as %s", title, back.Task("1").Title)
		}
	}
}

func TestATableThatWasEditedComesBackIntoItsRoadmap(t *testing.T) {
	r, _ := fromJSON(t, `{"bywhen":1,"teams":[{"id":"m","name":"Mechanics"}],"phases":["Make"],"tasks":[
		{"id":"1","title":"Case","team":"m","effort":3,"phase":"Make","tags":["hw"],"rank":7,"told":"2026-01-02"},
		{"id":"2","title":"Line","told":"2026-01-02"},{"id":"3","title":"Trial","told":"2026-01-02"}],
		"dependencies":[{"from":"1","to":"2"},{"from":"2","to":"3"}]}`)
	text := asCSV(t, r)
	if same, notes, err := importCSV(text, nil, r); err != nil || same != r || !has(notes, "3 tasks as before") {
		t.Errorf("unedited: %v %q", err, notes)
	}
	text = strings.Replace(text, "1,Case,Mechanics,3,", "1,Case,Mechanics,5,", 1)
	text = strings.Replace(text, ",2,\n", ",1+1d,\n", 1)
	next, notes, err := importCSV(text+",Paint,Mechanics\n", nil, r)
	if err != nil {
		t.Fatal(err)
	}
	if c := next.Task("1"); c.Effort != roadmap.PersonDays(5) || c.Rank != 7 || c.Told != today || c.Phase != "Make" {
		t.Errorf("the case: %+v", c)
	}
	if next.Task("2") != r.Task("2") || next.Dependency("1", "3", roadmap.FinishToStart) == nil || next.Dependency("2", "3", roadmap.FinishToStart) != nil {
		t.Errorf("%s", asCSV(t, next))
	}
	if !has(notes, "changed 1 task") || !has(notes, "2 tasks as before") || !has(notes, "added 1 task, 1 dependency") {
		t.Errorf("%q", notes)
	}
	_, _, err = importCSV("id,title\n1,Antenna\n", nil, r)
	if want := `line 2: the id "1" is that of "Case" in the roadmap, not of "Antenna": leave the ids out with --map id=, or give the task its title`; err == nil || err.Error() != want {
		t.Errorf("another task under that id: %v", err)
	}
}

func TestTeamsOfOneNameAreToldApartByID(t *testing.T) {
	r, _ := fromJSON(t, `{"bywhen":1,"teams":[{"id":"m","name":"Mobile"},{"id":"n","name":"mobile"}],"tasks":[{"id":"1","title":"A","team":"n"}]}`)
	if same, _, err := importCSV(asCSV(t, r), nil, r); err != nil || same != r {
		t.Errorf("%v\n%s", err, asCSV(t, r))
	}
}

func TestATableImportedTwiceIsSaid(t *testing.T) {
	r, _ := fromCSV(t, "task,team\nCase,mech\n")
	next, notes, err := importCSV("task,team\nCase,Mech\nLid,mech\n", nil, r)
	if err != nil || len(next.Teams()) != 1 || !has(notes, `was there already, and now is twice: line 2: "Case"`) {
		t.Errorf("%v %q", err, notes)
	}
}

func TestPhasesGoalsAndTeamsAreFoundByName(t *testing.T) {
	r, notes := fromCSV(t, "task,phase,goal\nA,build,Launch\nB,Pack,launch\n")
	if a, b := r.Tasks()[0], r.Tasks()[1]; a.Phase != "Build" || b.Phase != "Pack" || a.Goal != b.Goal || !has(notes, `new phases: "Pack"`) {
		t.Errorf("%+v %+v %q", a, b, notes)
	}
}

func TestAPromiseIsKeptWithItsDay(t *testing.T) {
	r, _ := fromCSV(t, "task,eta\nA,2026-02-02\n")
	if p := r.Tasks()[0].Promises; len(p) != 1 || p[0] != (roadmap.Promise{On: today, Date: roadmap.MustDate("2026-02-02")}) {
		t.Errorf("%+v", p)
	}
}

func TestAnImportedTableExportsAndImportsToTheSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := asCSV(t, randomRoadmap(t))
		r, _ := fromCSV(t, first)
		if again := asCSV(t, r); again != first {
			t.Fatalf("first\n%s\nthen\n%s", first, again)
		}
	})
}

func TestAStartAndAnEndWithoutAnEffortAreAnEffort(t *testing.T) {
	// 5 Jan 2026 is a Monday.
	r, notes := fromCSV(t, "Task,Start,End,People,Effort\n"+
		"Case,2026-01-05,2026-01-16,,\n"+ // ten working days
		"Jig,2026-01-09,2026-01-12,3,\n"+ // Friday and Monday of three
		"Glue,2026-01-05,2026-01-16,,4\n"+
		"Lid,2026-01-05,,,\n"+
		"Rib,2026-01-10,2026-01-11,,\n") // a weekend
	for i, want := range []string{"10", "6", "4", "", ""} {
		if got := r.Tasks()[i].Effort.String(); got != want {
			t.Errorf("%s has effort %q, want %q", r.Tasks()[i].Title, got, want)
		}
	}
	if !has(notes, `no effort: it is the working days from start to end, times the people: 2 tasks, the first line 2: "Case"`) {
		t.Errorf("notes: %q", notes)
	}
	r, _ = fromCSV(t, "title,not_before,deadline\nCase,2026-01-05,2026-01-16\n")
	if r.Tasks()[0].Effort.Given() {
		t.Error("a bound and a deadline are taken for a start and an end")
	}
}

func TestAColumnThatMixesDayFirstAndMonthFirstIsRefused(t *testing.T) {
	_, _, err := importCSV("Task,Due\nCase,25/3/2026\nJig,4/5/2026\nLid,3/26/2026\n", nil, roadmap.New("", today))
	want := `column "Due": "25/3/2026" in line 2 begins with the day and "3/26/2026" in line 4 with the month: write all dates as 2026-03-12`
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %s", err, want)
	}
}

// A comma in a title parts no names where the parts together are one.
func TestATitleWithACommaCanBeWaitedFor(t *testing.T) {
	r, _ := fromCSV(t, "task,after\n\"Climate units, fitted\",\nLoan,\nHang,\"Loan, Climate units, fitted+2d\"\n")
	if deps := r.Predecessors(r.Tasks()[2].ID); len(deps) != 2 || deps[0].Lag+deps[1].Lag != 2 {
		t.Errorf("%v", deps)
	}
}
