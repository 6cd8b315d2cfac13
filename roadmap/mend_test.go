package roadmap

import (
	"strings"
	"testing"
)

// mendedFrom is what Mend makes of values, and its lines as one text.
func mendedFrom(t *testing.T, values ...Entity) (*Roadmap, string) {
	t.Helper()
	r, lines, err := Mend(values, New("", MustDate("2026-01-05")).Settings(), 9)
	if err != nil {
		t.Fatal(err)
	}
	return r, strings.Join(lines, "\n")
}

func mendTask(id, title string) *Task {
	return &Task{ID: id, Position: Position(id), Title: title, People: 1, Priority: 3}
}

func TestMendingLeavesWhatHoldsTogetherAsItIs(t *testing.T) {
	a, b := mendTask("1", "Antenna"), mendTask("2", "Board")
	r, lines := mendedFrom(t, a, b, &Dependency{From: "1", To: "2"})
	if lines != "" || r.Task("1") != a || len(r.Dependencies()) != 1 || r.LastID() != 9 {
		t.Errorf("%q, %+v", lines, r.Tasks())
	}
}

func TestMendingKeepsALostTeamByItsID(t *testing.T) {
	var values []Entity
	for id, title := range map[string]string{"1": "Antenna", "2": "Board", "3": "Case", "4": "Display", "5": "Ear piece"} {
		task := mendTask(id, title)
		task.Team = "mech"
		values = append(values, task)
	}
	r, lines := mendedFrom(t, values...)
	if len(r.Tasks()) != 5 || r.Task("1").Team != "mech" || r.Team("mech").Name != "mech" || lines != `team "mech": lost but for the id, which is the name now` {
		t.Errorf("%q", lines)
	}
}

func TestMendingTellsOnceWhatIsLostAndWhoNamedIt(t *testing.T) {
	var values []Entity
	for id, title := range map[string]string{"1": "Antenna", "2": "Board", "3": "Case", "4": "Display", "5": "Ear piece"} {
		task := mendTask(id, title)
		task.Team = "3" // which is a task
		values = append(values, task)
	}
	r, lines := mendedFrom(t, values...)
	if len(r.Tasks()) != 5 || r.Task("1").Team != "" || strings.Count(lines, "\n") != 0 || !strings.HasSuffix(lines, ` and 2 more: no team now: "3" is lost`) {
		t.Errorf("%q", lines)
	}
}

func TestMendingOpensCircles(t *testing.T) {
	r, lines := mendedFrom(t, mendTask("1", "Antenna"), mendTask("2", "Board"), mendTask("3", "Case"),
		&Dependency{From: "1", To: "2"}, &Dependency{From: "2", To: "3"}, &Dependency{From: "3", To: "1"}, &Dependency{From: "3", To: "3"},
		&Goal{ID: "a", Position: "a", Title: "Launch", Parent: "b"}, &Goal{ID: "b", Position: "b", Title: "Grow", Parent: "a"},
		&Goal{ID: "c", Position: "c", Title: "Sell", Parent: "b"})
	if n := len(r.Dependencies()); n != 2 || !strings.Contains(lines, "closed a circle") {
		t.Errorf("%d dependencies; %s", n, lines)
	}
	if r.Goal("c").Parent != "b" || (r.Goal("a").Parent == "") == (r.Goal("b").Parent == "") || !strings.Contains(lines, "it lay under itself") {
		t.Errorf("goals %+v %+v; %s", r.Goal("a"), r.Goal("b"), lines)
	}
}

func TestMendingMakesGoodWhatCannotBe(t *testing.T) {
	odd, phased, twice := mendTask("1", ""), mendTask("2", "Board"), mendTask("3", "Case")
	phased.Phase = "Polish"
	twice.AlsoNeeds = []Need{{"mech", 1}, {"mech", 1}, {"no id", 1}}
	r, lines := mendedFrom(t, odd, phased, twice, &Team{ID: "mech", Position: "m", Name: "Mechanics"},
		&Risk{ID: "3", Position: "r", Title: "Crack"}, &Risk{ID: "r1", Position: "s", Title: "Fire", Tasks: []string{"1", "2"}},
		&Known{Flag: "slipping", Position: "k", Task: "1"})
	for _, want := range []string{
		`task "": left out: title must not be empty`, `task "Board": the phase "Polish" is in the list of phases again`,
		`task "Case": named a team twice: "mech"`, `task "Case": also needs people of a team that is lost: "no id"`,
		`risk "Crack": left out: something else has its id "3"`, `risk "Fire": would hit a task that is lost: "1"`, `left out: what it was about, "1", is lost`,
	} {
		if !strings.Contains(lines, want) {
			t.Errorf("no %q in\n%s", want, lines)
		}
	}
	if len(r.Tasks()) != 2 || len(r.Task("3").AlsoNeeds) != 1 || len(r.Risks()) != 1 || len(r.Known()) != 0 {
		t.Errorf("%d tasks, %d risks, %d known flags", len(r.Tasks()), len(r.Risks()), len(r.Known()))
	}
}
