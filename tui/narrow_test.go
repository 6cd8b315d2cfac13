package tui

import "testing"

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
