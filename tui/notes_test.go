package tui

import (
	"errors"
	"strings"
	"testing"
)

// editor stands for the user's editor: it leaves a text.
func editor(left string, err error) func(string) (func() error, func() (string, error), error) {
	return func(string) (func() error, func() (string, error), error) {
		return func() error { return nil }, func() (string, error) { return left, err }, nil
	}
}

// inEditor is the UI after the editor has left a text as the notes of Trial run; ended is how the editor itself ended.
func inEditor(t *testing.T, left string, read, ended error) *user {
	u := demo(t, 100, 30).on("Trial run")
	u.m.opts.Editor = editor(left, read)
	_, get, _ := u.m.opts.Editor("")
	u.m.editNotes(u.m.scene.Selected) // what it gives has the terminal run the editor, then this message comes
	n, _ := u.m.notesOf(u.m.scene.Selected)
	u.send(editedMsg{n, get, ended})
	return u
}

func TestWhatTheEditorLeftBecomesTheNotes(t *testing.T) {
	u := inEditor(t, "two\r\nlines\n\n", nil, nil)
	if n := u.task("Trial run").Notes; n != "two\nlines" {
		t.Errorf("%q", n)
	}
	u.sees("Trial run: notes")
	u = inEditor(t, "a bell \x07 rings", nil, nil).sees("control and invisible characters are left out")
	if n := u.task("Trial run").Notes; n != "a bell  rings" {
		t.Errorf("%q", n)
	}
}

func TestAnEditorThatFailsChangesNothing(t *testing.T) {
	for _, u := range []*user{
		inEditor(t, "other", nil, errors.New("exit status 1")).sees("the editor failed (exit status 1): the notes are as they were"),
		inEditor(t, "", errors.New("cannot be read"), nil).sees("cannot be read"),
	} {
		if n := u.task("Trial run").Notes; n != demo(t, 100, 30).task("Trial run").Notes {
			t.Errorf("%q", n)
		}
	}
}

func TestWhatTheEditorLeftIsNotLostWhenItIsRefused(t *testing.T) {
	u := inEditor(t, strings.Repeat("long ", 30_000), nil, nil)
	u.sees("long long", "too long: 150000 characters")
	u.keys("ctrl+c").seesNot("long long")
}

func TestTheEditorThatLeavesTheTextAsItWasIsNoEdit(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run")
	inEditor(t, u.task("Trial run").Notes+"\n", nil, nil).sees("the notes are as they were")
}

// Esc on notes that were changed asks once. Esc again leaves them as they were, and E takes up what was typed.
func TestNotesThatWereLeftAreNotLost(t *testing.T) {
	u := demo(t, 80, 24).on("Trial run")
	was := u.task("Trial run").Notes
	u.keys("E").types("Ask Marek").keys("esc").sees("Save?   enter save   esc leave as it was   any other key writes on")
	u.keys("esc").sees("the notes are as they were; E takes up again what you typed")
	if n := u.task("Trial run").Notes; n != was {
		t.Errorf("%q", n)
	}
	u.keys("E").types(" first").keys("esc y").sees("Trial run: notes")
	if n := u.task("Trial run").Notes; n != was+"Ask Marek first" {
		t.Errorf("%q", n)
	}
	u.keys("E esc").seesNot("Save?").seesNot("takes up")
}

// Lines that are pasted into notes are lines of the notes, also in the form, where they open the field.
func TestLinesPastedIntoNotesStayLines(t *testing.T) {
	u := demo(t, 80, 24).on("Trial run")
	u.keys("E").pastes("one\rtwo\r\r  three").keys("ctrl+s")
	if n := u.task("Trial run").Notes; n != "one\ntwo\n\n  three" {
		t.Errorf("%q", n)
	}
	u.keys("e shift+tab").sees("write").pastes("\rfour\rfive").keys("ctrl+s ctrl+s")
	if n := u.task("Trial run").Notes; n != "one\ntwo\n\n  three\nfour\nfive" {
		t.Errorf("%q", n)
	}
	u.keys("u e shift+tab enter").pastes("\rfour").types("teen").keys("esc esc").sees("as they were; enter takes up again what you typed").keys("enter ctrl+s ctrl+s")
	if n := u.task("Trial run").Notes; n != "one\ntwo\n\n  three\nfourteen" {
		t.Errorf("%q", n)
	}
}
