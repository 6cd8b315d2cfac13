package input

import (
	"strings"
	"testing"
)

func someCommands() []Command {
	return []Command{{"Add tasks", "a", "", ""}, {"Take a baseline", "B", "", ""}, {"Undo", "u", "", ""}, {"Redo", "ctrl+r", "nothing to redo", ""}, {"Export to a file", "", "", ""}}
}

func TestThePaletteListsWhatWasUsedLastFirst(t *testing.T) {
	wantPicture(t, NewPalette(someCommands(), nil, 2, 4, 2).Draw(plain, 50, 9), `
 Commands
 find › ▏
▌  Undo                                         u
   Export to a file
   Add tasks                                    a
   Take a baseline                              B
   Redo  nothing to redo                   ctrl+r
──────────────────────────────────────────────────
                          enter do it   esc leave`)
}

func TestThePaletteFindsByAFewLetters(t *testing.T) {
	for typed, want := range map[string]int{"bas": 1, "tb": 1, "exp": 4, "undo": 2, "file": 4, "ctrl": 3} {
		p := NewPalette(someCommands(), nil)
		typeIn(p.Key, typed)
		if got := p.order[p.list.row()]; got != want {
			t.Errorf("%q finds %q", typed, someCommands()[got].Name)
		}
	}
	p := NewPalette(someCommands(), nil)
	typeIn(p.Key, "basel")
	if out := press(p.Key, "enter"); out != (Outcome{Did: Taken, At: 1}) {
		t.Errorf("enter answers %v", out)
	}
}

// What else a command is found by counts less than a name, but more than letters that only stand somewhere.
func TestThePaletteFindsByWhatElsePeopleCallIt(t *testing.T) {
	commands := []Command{{"Later in time", ".", "", ""}, {"Alerts", "2", "", "late overdue"}, {"Ways out of what is late", "f", "", ""}, {"Compare with a day", "S", "", ""}, {"What-if", "W", "", "compare table"}}
	for typed, want := range map[string][]int{"late": {2, 1, 0}, "overdue": {1}, "compare": {3, 4}, "what table": {4}} {
		p := NewPalette(commands, []Place{{"Late delivery", "task"}})
		typeIn(p.Key, typed)
		for i, at := range want {
			if got := p.order[p.list.found[i].row()]; got != at {
				t.Errorf("%q finds %q in place %d", typed, commands[got].Name, i+1)
			}
		}
	}
}

// Titles are found among the commands: below those that one means by the letters, above those that only have them somewhere.
func TestThePaletteGoesToATask(t *testing.T) {
	places := []Place{{"Antenna module", "Murata"}, {"Baseline tests", "Lab"}, {"Undo the wrapping", ""}, {"File", ""}}
	for typed, want := range map[string]int{"bas": 1, "baseline tests": 6, "anten": 5, "undo": 2, "undo th": 7} {
		p := NewPalette(someCommands(), places)
		typeIn(p.Key, typed)
		if out := press(p.Key, "enter"); out != (Outcome{Did: Taken, At: want}) {
			t.Errorf("%q: %v, want %d", typed, out, want)
		}
	}
	if p := NewPalette(someCommands(), places); len(p.list.found) != len(someCommands()) {
		t.Error("titles are listed before a letter is typed")
	}
}

// Letters that stand somewhere in a command count less than the words of a title, as they were typed; a command that is meant comes first.
func TestThePaletteFindsATitleByItsWordsBeforeScatteredLetters(t *testing.T) {
	commands := []Command{{"Since when it is compared", "S", "", ""}, {"Site plan", "p", "", ""}}
	places := []Place{{"Suite of icons", ""}, {"Kiosk install site C", ""}}
	for typed, want := range map[string]int{"site c": 3, "install site": 3, "site": 1} {
		p := NewPalette(commands, places)
		typeIn(p.Key, typed)
		if out := press(p.Key, "enter"); out != (Outcome{Did: Taken, At: want}) {
			t.Errorf("%q: %v, want %d", typed, out, want)
		}
	}
}

// A title that is typed as a whole stands before commands that are only found by it unseen, and behind one of that name, which stands
// before all whose names have the word.
func TestThePaletteFindsAWholeTitleBeforeWhatIsFoundUnseen(t *testing.T) {
	commands := []Command{{"Set fields of the selection", "s", "", "budget estimate report"}, {"Copy the report", "", "", ""}, {"Report: the week in plain sentences", "R", "", "print"}}
	places := []Place{{"Budget", ""}, {"Report", ""}, {"Budget for the fair", ""}, {"Print, estimate", ""}}
	for typed, want := range map[string][]int{"budget": {3, 0, 5}, "Report": {2, 1, 4, 0}, "estimate": {0, 6}, "print estimate": {6}} {
		p := NewPalette(commands, places)
		typeIn(p.Key, typed)
		for i, at := range want {
			if got := p.list.found[i].row(); got != at {
				t.Errorf("%q finds %q in place %d", typed, p.list.names[got], i+1)
			}
		}
	}
}

func TestACommandThatCannotBeDoneSaysWhy(t *testing.T) {
	p := NewPalette(someCommands(), nil)
	typeIn(p.Key, "redo")
	wantOutcome(t, "enter", press(p.Key, "enter"), Nothing)
	if got := picture(p.Draw(plain, 60, 9)); !strings.Contains(got, "\n nothing to redo") {
		t.Errorf("drawn as\n%s", got)
	}
	wantOutcome(t, "esc", press(p.Key, "esc"), Left)
}

func TestThePaletteOfNothingSaysSo(t *testing.T) {
	p := NewPalette(nil, nil)
	wantOutcome(t, "enter", press(p.Key, "down", "enter"), Nothing)
	if got := picture(p.Draw(plain, 60, 9)); !strings.Contains(got, "nothing has these letters") {
		t.Errorf("drawn as\n%s", got)
	}
}

func TestTabGoesToTheNextCommand(t *testing.T) {
	p := NewPalette(someCommands(), nil)
	if out := press(p.Key, "tab", "tab", "shift+tab", "enter"); out != (Outcome{Did: Taken, At: 1}) {
		t.Errorf("%v", out)
	}
}
