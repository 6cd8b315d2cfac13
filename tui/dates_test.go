package tui

import (
	"regexp"
	"strings"
	"testing"

	"bywhen/tui/scene"
)

// A date as it comes, and as it is never to be seen by somebody who has chosen another: "2 Jan".
var dayMonth = regexp.MustCompile(`\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b`)

// A date in a column that is too narrow for it, or that touches what stands beside it.
var cutDate = regexp.MustCompile(`  20\d\d-[\d-]*…|, to 20\d\d-[\d-]*…|\d20\d\d-\d\d|[%?]20\d\d-`)

// inISO is the demo of somebody who writes dates as 2026-03-12.
func inISO(t *testing.T) *user { return configured(t, 120, 40, "dates = \"2026-03-12\"").sketches() }

// writesNoDateAsItComes fails where the screen shows a date that is not written as was chosen.
func (u *user) writesNoDateAsItComes(where string) {
	u.t.Helper()
	for _, line := range u.screen() {
		if found := dayMonth.FindString(line); found != "" {
			u.t.Errorf("%s: %q is written as dates come: %s", where, found, line)
		}
		if found := cutDate.FindString(line); found != "" {
			u.t.Errorf("%s: %q has no room: %s", where, found, line)
		}
	}
}

// Whoever writes dates otherwise reads them so in every row of every view, with what stands beside it and below: causes, ways out,
// stories and details.
func TestAChosenDateFormatIsInEveryView(t *testing.T) {
	for _, keys := range []string{"1", "1 z", "2", "3", "4", "6", "6 G k k k k k", "7", "5"} {
		u := inISO(t).keys(keys)
		for range 12 {
			u.writesNoDateAsItComes("view " + keys)
			u.keys("j")
		}
	}
	u := inISO(t).keys("S").types("16 nov").keys("enter 1")
	u.writesNoDateAsItComes("the Plan, compared")
	u.keys("2").writesNoDateAsItComes("the Alerts, compared")
	u.keys("7 j j j enter 1").writesNoDateAsItComes("the Plan as it was")
}

// It is in all that opens over a view, too: ledgers, ways out, the check-in, messages, reports; and in the chips and suggestions
// of what is typed.
func TestAChosenDateFormatIsInAllThatOpens(t *testing.T) {
	u := inISO(t)
	opens := func(keys, typed string) {
		t.Helper()
		u.keys(keys).types(typed).writesNoDateAsItComes(strings.TrimSpace(keys + " " + typed))
		u.keys("esc esc esc")
	}
	for _, keys := range []string{"R", "R e", "R t t", "r", "?", ":", "W", "B", "1 f enter", "f j enter", "f G enter", "f j j enter"} {
		opens(keys, "")
	}
	for _, line := range [][2]string{
		{"a", "Trial @murata promised:11-dec due:22-jan start:1-dec"}, {"a", "Trial due:"}, {"a", "Trial goal:"}, {"A", "goal Fair 30-apr"},
		{"A", "team Paint 3 off:24-dec..1-jan"}, {"r", "promised 4 dec"}, {"S", "16 nov"}, {"/", "due<1-feb"}, {"2 m", "18 dec"},
	} {
		opens(line[0], line[1])
	}
	for _, goal := range []string{"launch", "certified"} {
		for _, keys := range []string{"w", "w tab", "w .", "f"} {
			u.m.selectRef(scene.Ref{Goal: goal})
			u.send(nil)
			opens(keys, "")
		}
	}
	for _, title := range []string{"Antenna module", "Enclosure tooling", "Firmware 1.0", "Antenna samples", "CAD freeze"} {
		for _, keys := range []string{"w", "f", "c", "b", "L", "e"} {
			u.on(title)
			opens(keys, "")
		}
	}
	u.pastes(pastedList).writesNoDateAsItComes("pasted lines")
}
