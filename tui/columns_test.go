package tui

import (
	"errors"
	"reflect"
	"testing"

	"bywhen/tui/plan"
)

// The Plan's columns are chosen with the Plan in sight: each key shows what it does, enter keeps it, esc takes it back.
func TestColumnsAreChosenInSightOfThePlan(t *testing.T) {
	u := demo(t, 200, 50)
	var kept []plan.Column
	u.m.opts.KeepColumns = func(c []plan.Column) error { kept = c; return nil }
	u.keys(":").types("columns of").keys("enter").sees("Columns of the Plan", "[x] team            14", "[ ] finish          12")
	u.keys("space").seesNot(" Team  ").keys("j + + esc").sees(" Team  ")
	if kept != nil {
		t.Fatalf("esc keeps %v", kept)
	}
	u.keys(":").types("columns of").keys("enter j + + J G").keys("j j j j j j space enter").sees("columns kept", "Slack")
	want := []plan.Column{{Kind: plan.TeamColumn, Width: 14}, {Kind: plan.LateColumn, Width: 9}, {Kind: plan.LeftColumn, Width: 9}, {Kind: plan.BaselineColumn, Width: 8}, {Kind: plan.SlackColumn, Width: 7}}
	if !reflect.DeepEqual(kept, want) {
		t.Errorf("kept are %v, want %v", kept, want)
	}
}

func TestAColumnHasItsLeastAndItsMost(t *testing.T) {
	u := demo(t, 100, 30).keys(":").types("columns of").keys("enter")
	for range 12 {
		u.keys("-")
	}
	u.sees("[x] team             4, usually 14", "a column has 4 to 40 cells").keys("0").sees("[x] team            14")
	demo(t, 60, 16).keys(":").types("columns of").keys("enter j space space").sees("no room for it")
}

func TestColumnsThatCannotBeKeptAreShownAndSaid(t *testing.T) {
	u := demo(t, 100, 30)
	u.m.opts.KeepColumns = func([]plan.Column) error { return errors.New("the columns are not kept: the disk is full") }
	u.keys(":").types("columns of").keys("enter space enter").sees("the disk is full").seesNot(" Team  ")
}
