package tui

import (
	"strings"
	"testing"
)

// A launch from nothing.

func TestTeamsAreAddedALineEachAndEachIsConfirmed(t *testing.T) {
	u := empty(t, 80, 24).types("Launch 12-mar").keys("enter A")
	u.types("team Mechanics 3 mon-thu").keys("enter").sees("added team Mechanics", "add › team ")
	u.types("Firmware 4").sees("team as before · name Firmware · 4 people").keys("enter").sees("added team Firmware")
	u.types("supplier Murata").keys("enter").sees("added supplier Murata", "add › supplier ")
	u.types("Foxconn").keys("enter").types("goal Certified 30-apr").keys("enter").sees("added goal Certified").keys("esc")
	var got []string
	for _, team := range u.m.scene.Roadmap.Teams() {
		got = append(got, team.Name+map[bool]string{true: " supplier"}[team.Supplier])
	}
	if want := "Mechanics, Firmware, Murata supplier, Foxconn supplier"; strings.Join(got, ", ") != want {
		t.Errorf("the teams are %q", got)
	}
	u.keys("A backspace").types("Design 2").keys("enter").sees("begin with team, supplier, goal or risk")
}

func TestWhatWasAddedIsSaidInTheLineThatStaysOpen(t *testing.T) {
	u := empty(t, 80, 24).types("Launch 12-mar").keys("enter a").types("Tooling @Mechanics 5d").keys("enter")
	u.sees("add › @Mechanics goal:Launch", "added Tooling · Launch 27 Nov")
}

func TestTheFirstLineSaysANameOnce(t *testing.T) {
	u := empty(t, 80, 24).types("Launch in first stores 12-mar").keys("enter")
	if n := strings.Count(u.screen()[0], "Launch in first stores"); n != 1 {
		t.Errorf("%d times: %q", n, u.screen()[0])
	}
}
