package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"
)

// exhibition is a table as it comes out of a spreadsheet.
const exhibition = "Task\tTeam\tEffort (days)\tPeople\tDepends on\tDue\tNotes\tColour\tPhase\tGoal\r" +
	"Loan contracts\tCurators\t10\t2\t\t26.02.2027\tsign, early\tred\tLoans\tOpening night\r" +
	"Room climate stable\tBuilding; Curators\t0\t\tClimate units, fitted\t\t\tgreen\t\t\r" +
	"Climate units, fitted\tBuilding\t5\t1\tLoan contracts\t11.12.2026\t\tblue\tFit out\t\r" +
	"Hang \"Whale\"\tArt handling\t3\t1\tLoan contracts, Room climate stable\t15.1.27\t30 nails\tred\t\tOpening night"

// A table is read as the same table in a file is, and says which column was taken for what.
func TestAPastedSpreadsheetIsReadAsAFileIs(t *testing.T) {
	u := demo(t, 160, 40).pastes(exhibition)
	u.sees("Effort (days) → effort, People → people", "left out: Colour", "4 tasks and 1 goal", "Opening night  goal", "Hang \"Whale\"")
	u.seesNot("cannot be taken").keys("enter")
	r := u.m.session.Roadmap()
	loans, climate, hang := u.task("Loan contracts"), u.task("Climate units, fitted"), u.task(`Hang "Whale"`)
	if loans.Effort != roadmap.PersonDays(10) || loans.People != 2 || loans.Deadline.String() != "2027-02-26" || loans.Notes != "sign, early" || loans.Phase != "Loans" || r.Goal(loans.Goal).Title != "Opening night" {
		t.Errorf("%+v", loans)
	}
	if climate.Deadline.String() != "2026-12-11" || hang.Deadline.String() != "2027-01-15" || hang.Notes != "30 nails" || r.Team(hang.Team).Name != "Art handling" {
		t.Errorf("%+v\n%+v", climate, hang)
	}
	if len(r.Predecessors(hang.ID)) != 2 || len(r.Predecessors(u.task("Room climate stable").ID)) != 1 {
		t.Error("links are missing")
	}
	u.keys("u")
	for _, phase := range u.m.session.Roadmap().Settings().Phases {
		if phase == "Loans" {
			t.Error("one undo does not take the phases back")
		}
	}
}

func TestTablesThatArePasted(t *testing.T) {
	for _, c := range []struct {
		name, text string
		sees       []string
	}{
		{"the columns of a desktop planner", "ID\tTask Name\tDuration\tStart\tFinish\tPredecessors\tResource Names\r1\tSteel\t5 days\tMon 1/2/27\tFri 1/8/27\t\tWorkshop\r2\tPaint\t2 days?\tThu 1/14/27\tFri 1/15/27\t1FS+2 days\tWorkshop",
			[]string{"Predecessors → after, Resource Names → team", "2 tasks", "due Fri 8 Jan", "after Steel +2d"}},
		{"commas", "Task,Team,Days,Colour\r\"Frame, steel\",Workshop,3,red\rCase,Workshop,2,", []string{"Frame, steel  team Workshop (new) · 3 days", "left out: Colour"}},
		{"semicolons", "Task;Due;After\rFrame;12 mar;\rCase;fri;Frame", []string{"Frame  due Fri 12 Mar", "Case  due Fri", "after Frame"}},
		{"Markdown below a heading", "Rollout\r=====\r| Task | Team | Days |\r|---|:--|--:|\r| Frame \\| case | Workshop | 3 |\r| Screws | | |", []string{"Frame | case  team Workshop (new) · 3 days", "Screws", "Rollout"}},
		{"a title with commas in a list", "Task list, due soon\rFrame, then case", []string{"2 tasks", "Frame, then case"}},
		{"a cell that cannot be read", "Task\tEffort\tDue\rFrame\t3\tfri\rCase\tsome\t12 mar\rLid\t2\t", []string{"! Case", "Frame  3 days"}},
	} {
		u := demo(t, 160, 40).pastes(c.text)
		for _, want := range c.sees {
			if !strings.Contains(u.text(), want) {
				t.Errorf("%s: does not show %q:\n%s", c.name, want, u.text())
			}
		}
	}
}

// While a row is corrected what is wrong with it is what is wrong with what is typed.
func TestWhatIsWrongWithARowFollowsWhatIsTyped(t *testing.T) {
	u := demo(t, 120, 30).pastes("Frame 2d\rCase due:soon").sees("deadline: \"soon\" is not a date").keys("e").types("x")
	u.sees("\"soonx\" is not a date").keys("backspace backspace backspace backspace backspace").types("fri").seesNot("is not a date").keys("esc").sees("\"soon\" is not a date")
	u.keys("e backspace backspace backspace backspace").types("fri").keys("enter").seesNot("is not a date").sees("2 tasks")
}

// Hundreds of rows are not read at each key: nothing is said to be wrong with the one that is corrected until it is taken.
func TestARowOfHundredsIsReadOnceItIsTaken(t *testing.T) {
	u := demo(t, 120, 30).pastes("Case due:soon\r" + strings.Repeat("Frame 2d\r", 300)).sees("deadline: \"soon\" is not a date").keys("e")
	u.types("x").seesNot("is not a date").keys("enter").sees("\"soonx\" is not a date")
	u.keys("g e backspace backspace backspace backspace backspace").types("fri").keys("enter").seesNot("is not a date").sees("301 tasks")
}

// A mail's greeting and signature are no tasks, and its introduction is no goal.
func TestAMailAroundAListIsLeftOut(t *testing.T) {
	u := demo(t, 160, 30).pastes("Hi Nina,\r\rhere is what we still need, as discussed on Tuesday:\r- Dimmer rack 3d\r- Focus lights\r\rBest regards\rJonas")
	u.sees("2 tasks", `left out: "Hi Nina,"`, "Dimmer rack  3 days").seesNot("goal Here")
}
