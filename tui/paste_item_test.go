package tui

import "testing"

const pastedItems = "team Paint 3 mon-thu\rWood 2\rsupplier Bosch\rgoal Demo day 30-apr\rrisk Rain 20% 8d"

// What is pasted where teams, suppliers, goals and risks are typed becomes these, and one undo takes all back.
func TestLinesPastedIntoTheLineOfTeamsAreTeams(t *testing.T) {
	u := demo(t, 80, 24)
	before := u.m.session.Roadmap()
	u.keys("A").pastes(pastedItems)
	u.sees("2 teams, 1 supplier, 1 goal and 1 risk", "Paint  team · 3 people · works mon tue wed thu", "Bosch  supplier", "Demo day  goal · due Fri 30 Apr", "Rain  risk · probability 20% · costs 8 days")
	u.seesNot("Where none is named")
	u.keys("enter").sees("pasted 2 teams, 1 supplier, 1 goal and 1 risk", "add ›")
	r := u.m.session.Roadmap()
	if teams, goals, risks := len(r.Teams())-len(before.Teams()), len(r.Goals())-len(before.Goals()), len(r.Risks())-len(before.Risks()); teams != 3 || goals != 1 || risks != 1 || len(r.Tasks()) != len(before.Tasks()) {
		t.Errorf("%d teams, %d goals and %d risks more", teams, goals, risks)
	}
	u.keys("esc u")
	if r := u.m.session.Roadmap(); len(r.Teams()) != len(before.Teams()) || len(r.Goals()) != len(before.Goals()) {
		t.Error("one undo does not take all back")
	}
}

// The kind that the line keeps is that of pasted lines that say none; what cannot be taken says why under its line.
func TestPastedLinesKeepTheKindOfTheLineBefore(t *testing.T) {
	u := demo(t, 80, 24).keys("A").types("supplier Bosch").keys("enter").pastes("Festo\rteam Mechanics")
	u.sees("1 supplier; 1 line cannot be taken", "Festo  supplier", "name: is that of a team which is there", "enter add rest")
	u.keys("enter").sees("pasted 1 supplier; what cannot be taken is left here", "▌[x] ! team Mechanics").seesNot("Festo  supplier")
	u.keys("enter").sees("1 line cannot be taken: e corrects").keys("esc").sees("1 pasted line left out: team Mechanics")
}

func TestPastedLinesOfNoKindAreProblemsOfTheirLines(t *testing.T) {
	demo(t, 80, 24).keys("A").pastes("Festo\rBosch").sees("0 tasks", "begin with team, supplier, goal, risk").keys("enter").sees("2 lines cannot be taken").keys("esc").sees("add ›")
}

// Such lines are that anywhere, beside tasks, which know the teams above them; a changes what a line is meant as.
func TestTeamsAmongPastedTasks(t *testing.T) {
	u := demo(t, 80, 24).pastes("team Paint 3\rSpray it @paint 2d\rDemo 0d\rteam building day")
	u.sees("2 tasks and 2 teams", "Spray it  team Paint · 2 days", "Demo  milestone", "a as a task")
	u.keys("j j j a").sees("3 tasks and 1 team", "a as a team").keys("enter")
	if team := u.m.session.Roadmap().Team(u.task("Spray it").Team); team.Name != "Paint" || team.Capacity != 3 {
		t.Errorf("it is of %s", team.Name)
	}
	if u.task("team building day").Team != "" {
		t.Error("it has a team")
	}
}

// Days off that A takes are no tasks where they are pasted in the Plan beside others.
func TestDaysOffPastedInThePlanAreDaysOff(t *testing.T) {
	u := demo(t, 120, 30).pastes("team Ops2 3\rMechanics off 24-dec to 1-jan\rholiday 2-jan Bridge\rSpray it 2d").sees("Mechanics, which is there", "off for everybody Sat 2 Jan", "Spray it").seesNot("4 tasks")
	before := len(u.m.session.Roadmap().Tasks())
	u.keys("enter")
	if n := len(u.m.session.Roadmap().Tasks()) - before; n != 1 {
		t.Errorf("%d tasks more", n)
	}
}
