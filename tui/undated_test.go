package tui

import (
	"strings"
	"testing"
)

// Mechanics goes home for good: its goal has no date, and so no days by which that is later.
func TestTheLedgerOfWhatHasNoForecastCountsNoDays(t *testing.T) {
	u := toldDemo(t, 120, 40).keys("A").types("Mechanics off 24-nov to 1-jan-2040").keys("enter esc").goal("launch").keys("w").sees("no forecast any more")
	if row := u.rows("no forecast any more"); !strings.HasSuffix(row, "no forecast any more") {
		t.Errorf("the head is\n%s", row)
	}
	if copied := u.keys("y").copied(); !strings.Contains(copied, "no forecast any more\n") {
		t.Errorf("copied is\n%s", copied)
	}
}
