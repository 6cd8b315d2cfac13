package tui

import (
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
	for _, keys := range []string{"2 +", "5 -", "6 z", "2 .", "6 C", "5 i", "4 Z", "6 0"} {
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
