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

// What has no room beside the details is told from what has none at all, with the key that makes room.
func TestAColumnWithoutRoomSaysWhatMakesRoom(t *testing.T) {
	columns := func(u *user) *user { return u.keys(":").types("columns of").keys("enter") }
	columns(demo(t, 120, 40)).sees("[x] left             7  no room for it beside the details: enter in the Plan closes them").seesNot("of this width")
	columns(demo(t, 120, 40).keys("enter")).seesNot("no room")
	columns(demo(t, 80, 24)).sees("no room for it in a terminal of this width").seesNot("beside the details")
}

func TestColumnsThatCannotBeKeptAreShownAndSaid(t *testing.T) {
	u := demo(t, 100, 30)
	u.m.opts.KeepColumns = func([]plan.Column) error { return errors.New("the columns are not kept: the disk is full") }
	u.keys(":").types("columns of").keys("enter space enter").sees("the disk is full").seesNot(" Team  ")
}

// Of the columns that a person chose the first named are shown first; which had no room is said once, in the first frame.
func TestTheFirstNamedColumnsAreKeptAndTheOthersAreSaid(t *testing.T) {
	u := configured(t, 160, 40, `columns = ["start", "finish", "slack", "team:20"]`)
	u.sees(" Start ", " Finish ", " Slack", "no room for team beside the details: enter closes them").seesNot(" Team ")
	u.keys("j").seesNot("no room").keys("4 1").seesNot("no room")
	configured(t, 80, 24, `columns = ["start", "team:20", "slack"]`).sees(" Start ", " Slack", "no room for team:") // what is less wide may still have room
	configured(t, 60, 16, `columns = ["slack", "start", "finish", "team:20"]`).sees(" Slack ", " Start ", "no room for team: ")
	configured(t, 200, 50, `columns = ["start", "finish"]`).sees(" Start ", " Finish").seesNot("no room")
	demo(t, 80, 24).seesNot("no room") // nobody chose them
}

// What has become of each task since a day has its column before those that were chosen.
func TestWhatWasAskedForHasRoomBeforeWhatWasChosen(t *testing.T) {
	u := configured(t, 80, 24, `columns = ["start", "finish"]`).sees(" Start│", "no room for finish")
	u.keys("S").types("16 nov").keys("enter")
	u.sees(" Start ", " 16 Nov│").seesNot(" Finish ")
}
