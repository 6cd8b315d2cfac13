package tui

import "testing"

// In the pane beside a view of 120 columns nothing that counts is cut: not a tag, nor the key of the ledger, which is left out instead.
func TestTheNarrowPaneCutsNoTagAndNoKey(t *testing.T) {
	lived(t, 120, 40).on("Enclosure tooling").sees("#hardware", "Since Board").seesNot("the led…")
	lived(t, 200, 50).on("Enclosure tooling").sees("w the ledger")
}
