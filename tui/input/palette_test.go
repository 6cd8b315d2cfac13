package input

import (
	"strings"
	"testing"
)

func someCommands() []Command {
	return []Command{{"Add tasks", "a", ""}, {"Take a baseline", "B", ""}, {"Undo", "u", ""}, {"Redo", "ctrl+r", "nothing to redo"}, {"Export to a file", "", ""}}
}

func TestThePaletteListsWhatWasUsedLastFirst(t *testing.T) {
	wantPicture(t, NewPalette(someCommands(), 2, 4, 2).Draw(plain, 50, 9), `
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
	for typed, want := range map[string]int{"bas": 1, "tb": 1, "exp": 4, "undo": 2, "ctrl": 3} {
		p := NewPalette(someCommands())
		typeIn(p.Key, typed)
		if got := p.order[p.list.row()]; got != want {
			t.Errorf("%q finds %q", typed, someCommands()[got].Name)
		}
	}
	p := NewPalette(someCommands())
	typeIn(p.Key, "basel")
	if out := press(p.Key, "enter"); out != (Outcome{Taken, 1}) {
		t.Errorf("enter answers %v", out)
	}
}

func TestACommandThatCannotBeDoneSaysWhy(t *testing.T) {
	p := NewPalette(someCommands())
	typeIn(p.Key, "redo")
	wantOutcome(t, "enter", press(p.Key, "enter"), Nothing)
	if got := picture(p.Draw(plain, 60, 9)); !strings.Contains(got, "\n nothing to redo") {
		t.Errorf("drawn as\n%s", got)
	}
	wantOutcome(t, "esc", press(p.Key, "esc"), Left)
}

func TestThePaletteOfNothingSaysSo(t *testing.T) {
	p := NewPalette(nil)
	wantOutcome(t, "enter", press(p.Key, "down", "enter"), Nothing)
	if got := picture(p.Draw(plain, 60, 9)); !strings.Contains(got, "no command has these letters") {
		t.Errorf("drawn as\n%s", got)
	}
}

func TestTabGoesToTheNextCommand(t *testing.T) {
	p := NewPalette(someCommands())
	if out := press(p.Key, "tab", "tab", "shift+tab", "enter"); out != (Outcome{Taken, 1}) {
		t.Errorf("%v", out)
	}
}
