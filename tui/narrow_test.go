package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"
)

// In the pane beside a view of 120 columns nothing that counts is cut: not a tag, nor the key of the ledger, which is left out instead.
func TestTheNarrowPaneCutsNoTagAndNoKey(t *testing.T) {
	lived(t, 120, 40).on("Enclosure tooling").sees("#hardware", "Since Board").seesNot("the led…")
	lived(t, 200, 50).on("Enclosure tooling").sees("w the ledger")
}

// What works on the timeline says so in a view that has none.
func TestKeysOfTheTimelineSayWhereItIs(t *testing.T) {
	for _, keys := range []string{"2 +", "5 -", "5 z", "2 .", "6 C", "5 i", "4 Z", "6 0"} {
		demo(t, 80, 24).keys(keys).sees("1 opens it")
	}
}

// Of long titles the title is cut, not what is done or what counts.
func TestOfLongTitlesTheActionAndTheFactsStay(t *testing.T) {
	long := "Enclosure tooling of a title so long that nobody could read it aloud in a single breath"
	u := demo(t, 80, 24)
	if !u.m.edit("a long title", "", func(d *roadmap.Draft) error {
		return d.UpdateTask(u.task("Enclosure tooling").ID, func(t *roadmap.Task) { t.Title = long })
	}) {
		t.Fatal(u.text())
	}
	u.on(long)
	u.keys("4").sees(": waits for 8, holds 14")
	u.keys("5").sees("due Fri 22 Jan", "in time ")
	u.keys("1 f").sees("4 days before Antenna module ends", "by 4 days, 27d → 23d", ": 28 Jan, due 22 Jan, +4d")
}

// Where the grid of the risks has no room beside them, a key shows it in their place and says which; the cursor on a risk marks its
// cell, and beside it stands what the risk is.
func TestOnASmallScreenTheGridAndTheRisksTakeTurns(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {99, 24}} {
		u := demo(t, size[0], size[1]).keys("6").sees("z grid", "Low yield").keys("z").sees("z list", "50 % ·", "0d+  3d+", "how many, by chance").seesNot("Low yield")
		u.keys("G").sees("Display supplier").keys("k").sees("Battery cells held at").keys("z").sees("z grid", "Low yield")
	}
	demo(t, 120, 40).keys("6").sees("how many, by chance and days").seesNot("z grid").keys("z").sees("already")
	demo(t, 80, 12).keys("6").sees("grid: takes 1 line more").keys("z").sees("it takes a larger terminal")
	empty(t, 80, 24).keys("esc 6 z").sees("no risk yet: A makes one")
}

// Of a narrow Forecast the selection's three dates stand under the table, and the rules say what is not there and what brings it.
func TestANarrowForecastSaysWhatItDoesNotShow(t *testing.T) {
	u := toldDemo(t, 60, 16).keys("5 G").sees("P50, P95 below", "what moves it: in a higher terminal")
	if row := u.rows("   P95 "); !strings.HasPrefix(row, " Press units   P50 ") || !strings.Contains(row, "   P80 ") {
		t.Errorf("under the table:\n%s", u.text())
	}
	toldDemo(t, 60, 12).keys("5").sees("P50, P95 from 70 columns on").seesNot("what moves it")
	toldDemo(t, 80, 24).keys("5").sees("P50       P80       P95", "What moves it most").seesNot("columns on").seesNot("in a higher terminal")
}
