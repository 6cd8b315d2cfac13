package main

import (
	"os"
	"path/filepath"
	"testing"
)

// The demo keeps nothing: columns chosen in it are so until it ends.
func TestEndToEndTheDemoKeepsNoColumns(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	term := startTerminal(t, 100, 30, []string{"XDG_STATE_HOME=" + state}, "demo")
	term.sees("Aurora phone")
	term.types("\x1b:columns of\r")
	term.sees("Columns of the Plan")
	term.types(" \r")
	term.sees("until the program ends")
	term.types("q")
	term.ends()
	if left, _ := filepath.Glob(filepath.Join(state, "*", "*")); len(left) != 0 {
		t.Errorf("it leaves %v", left)
	}
}

// Columns chosen in the UI are so the next time; what the configuration says anyway is kept nowhere.
func TestEndToEndChosenColumnsAreKept(t *testing.T) {
	t.Parallel()
	file, state := withTasks(t, "Antenna 3d @mech"), t.TempDir()
	env := "XDG_STATE_HOME=" + state
	choose := func() {
		term, _ := opened(t, file, env)
		term.sees("? help")
		term.types(":columns of\r")
		term.sees("Columns of the Plan")
		term.types(" \r")
		term.sees("columns kept")
		term.types("q")
		term.ends()
	}
	choose()
	term, _ := opened(t, file, env)
	term.sees("? help")
	term.lacks(" Team  ")
	term.types("q")
	term.ends()
	kept := filepath.Join(state, "bywhen", "columns.toml")
	if text, err := os.ReadFile(kept); err != nil || string(text) != "# The Plan's columns as they were chosen in the UI. Without this file they are as the configuration says.\ncolumns = [\"left\", \"late\", \"baseline\"]\n" {
		t.Errorf("%q, %v", text, err)
	}
	term, _ = opened(t, file, env)
	term.sees("? help")
	term.types(":columns of\r")
	term.sees("Columns of the Plan")
	term.types("jjjj KKKK\r")
	term.sees("columns kept")
	term.types("q")
	term.ends()
	if _, err := os.Stat(kept); !os.IsNotExist(err) {
		t.Errorf("what the configuration says is kept: %v", err)
	}
}
