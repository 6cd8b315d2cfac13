package phrase

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// addedBy carries a paste out on aurora and gives what is new in it, a line each.
func addedBy(t *testing.T, ctx Context, p Paste) []string {
	t.Helper()
	d := ctx.Roadmap.Edit(monday)
	if _, err := p.On(d); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, x := range r.Teams()[len(ctx.Roadmap.Teams()):] {
		words := teamKind(x) + " " + x.Name
		if x.Capacity > 0 {
			words += fmt.Sprintf(" %d", x.Capacity)
		}
		if x.Weekdays == 0b1111 {
			words += " mon-thu"
		}
		out = append(out, words)
	}
	for _, x := range r.Goals()[len(ctx.Roadmap.Goals()):] {
		out = append(out, fmt.Sprintf("goal %s %v", x.Title, x.Deadline))
	}
	for _, x := range r.Risks()[len(ctx.Roadmap.Risks()):] {
		out = append(out, fmt.Sprintf("risk %s %v%%", x.Title, 100*x.Probability))
	}
	for _, x := range r.Tasks()[len(ctx.Roadmap.Tasks()):] {
		words := "task " + x.Title
		if x.Team != "" {
			words += " @" + r.Team(x.Team).Name
		}
		out = append(out, words)
	}
	return out
}

func TestPastedTeamsGoalsAndRisksAreWhatTheySay(t *testing.T) {
	ctx := aurora(t)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a line each, in any case, with bullets", "- team Paint 3 mon-thu\n- Supplier: Bosch\n* goal Demo day 30-apr\n1. risk Rain 20% 3d",
			[]string{"team Paint 3 mon-thu", "supplier Bosch", "goal Demo day 2026-04-30", "risk Rain 20%"}},
		{"days off of a team above, below another kind", "team Paint 3 mon-thu\ngoal Demo day 30-apr\nPaint off 24-dec",
			[]string{"team Paint 3 mon-thu", "goal Demo day 2026-04-30"}},
		{"among tasks, where one is that without doubt", "team Paint 3\nsupplier Bosch\nSpray it @paint 2d\nTeam photo",
			[]string{"team Paint 3", "supplier Bosch", "task Spray it @Paint", "task Team photo"}},
		{"tasks that only begin so", "book a room\nteam building day 3d\nrisk assessment 2d\ngoal review",
			[]string{"task book a room", "task team building day", "task risk assessment", "task goal review"}},
		{"under the heading of a kind", "Teams\n- Paint 3\n- Wood 2\n\n# Suppliers\n- Bosch\nBuild:\n- Spray it @paint",
			[]string{"team Paint 3", "team Wood 2", "supplier Bosch", "task Spray it @Paint"}},
	} {
		if got := addedBy(t, ctx, ReadPaste(c.text, ctx)); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// Where teams, goals and risks are typed, each line is one; the kind goes on as it does there.
func TestAPasteOfItemsKeepsTheKind(t *testing.T) {
	ctx := aurora(t)
	for _, c := range []struct {
		name, kind, text string
		want             []string
	}{
		{"from line to line", "", "team Paint 3\nWood 2\nrisk Rain 20%\nSnow 10%", []string{"team Paint 3", "team Wood 2", "risk Rain 20%", "risk Snow 10%"}},
		{"from what was typed before", "supplier", "Bosch\nFesto", []string{"supplier Bosch", "supplier Festo"}},
		{"a table", "team", "Paint\t3\tmon-thu\n| Wood | 2 |", []string{"team Paint 3 mon-thu", "team Wood 2"}},
		{"days off of a team above", "team", "Paint 3\nPaint off 2-mar", []string{"team Paint 3"}},
		{"headings", "", "Suppliers:\n- Bosch\nGoals:\n- Demo day 30-apr", []string{"supplier Bosch", "goal Demo day 2026-04-30"}},
	} {
		ctx := ctx
		ctx.Kind = c.kind
		if got := addedBy(t, ctx, ReadItems(c.text, ctx)); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

func TestWhatIsWrongWithAPastedItemStandsInItsRow(t *testing.T) {
	ctx := aurora(t)
	p := ReadItems("Paint 3\nteam Mechanics\nteam Wood 2\nteam Wood 5\nrisk Rain 20% on:nothing", ctx)
	wrong := []string{"begin with team, supplier, goal, risk or holiday", "is that of a team which is there", "", "there", "nothing"}
	for i, read := range p.ReadAll() {
		if got := fmt.Sprint(read.Err); (wrong[i] == "") != (read.Err == nil) || !strings.Contains(got, wrong[i]) {
			t.Errorf("row %d: %s, want %q", i, got, wrong[i])
		}
		p.Rows[i].Take = wrong[i] == ""
	}
	if got := addedBy(t, ctx, p); !slices.Equal(got, []string{"team Wood 2"}) {
		t.Errorf("%q", got)
	}
}

// What begins with a kind may be meant as a task, and back.
func TestARowMayBeWhatElseItIsMeantAs(t *testing.T) {
	ctx := aurora(t)
	p := ReadPaste("team Paint 3\nteam building day", ctx)
	p.Correct(1, p.Instead(1))
	if got := addedBy(t, ctx, p); !slices.Equal(got, []string{"team Paint 3", "task team building day"}) {
		t.Errorf("%q", got)
	}
	p.Correct(1, p.Instead(1))
	if tasks, items := p.Counts(); tasks != 0 || items["team"] != 2 || p.Rows[1].Kind != PastedItem {
		t.Errorf("%d tasks, %v", tasks, items)
	}
	if p = ReadPaste("Frame\nTeam photo", ctx); p.Instead(0)+p.Instead(1) != "" {
		t.Error("a task is offered as something else")
	}
	p.Correct(1, "team Photo 2")
	if _, items := p.Counts(); items["team"] != 1 {
		t.Errorf("%v", items)
	}
}

// What A takes as days off is no task where it is pasted among tasks.
func TestDaysOffPastedAmongTasksAreDaysOff(t *testing.T) {
	ctx := aurora(t)
	ctx.Public = islands{}
	p := ReadPaste("Paint it 3d\nholidays Southland 2026\n- Mechanics off 24-dec to 1-jan\nteam Wood 3\nWood off fri\nholiday 2-jan Bridge\neverybody off 5-may\nsupplier Bosch Rexroth\n"+
		"Mechanics not off 24-dec\nMechanics off 31-feb\n"+
		"off the shelf parts 2d\nBosch 3d", ctx)
	tasksOf := ReadPaste("Paint it 3d\nsupplier audit 2d\nholiday party 12-dec\nMechanics day trip 1d", ctx)
	var items, tasks []string
	for _, r := range slices.Concat(p.Rows, tasksOf.Rows) {
		if r.Kind == PastedItem {
			items = append(items, r.Text)
		} else {
			tasks = append(tasks, r.Text)
		}
	}
	if got, want := strings.Join(items, "; "), "holidays Southland 2026; Mechanics off 24-dec to 1-jan; team Wood 3; Wood off fri; holiday 2-jan Bridge; everybody off 5-may; supplier Bosch Rexroth; Mechanics not off 24-dec; Mechanics off 31-feb"; got != want {
		t.Errorf("items: %s", got)
	}
	if got, want := strings.Join(tasks, "; "), "Paint it 3d; off the shelf parts 2d; Bosch 3d; Paint it 3d; supplier audit 2d; holiday party 12-dec; Mechanics day trip 1d"; got != want {
		t.Errorf("tasks: %s", got)
	}
	for i, read := range p.ReadAll() {
		if (read.Err != nil) != (p.Rows[i].Text == "Mechanics off 31-feb") && p.Rows[i].Text != "holidays Southland 2026" {
			t.Errorf("%s: %v", p.Rows[i].Text, read.Err)
		}
	}
}
