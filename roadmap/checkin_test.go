package roadmap

import "testing"

func TestOnlyACheckInHasTheTitleOfOne(t *testing.T) {
	for title, want := range map[string]bool{CheckInTitle(1): true, CheckInTitle(20): true, "Check-in, 2 tasks: in progress": false, "Check-in, 1 tasks": false,
		"Check-in, 0 tasks": false, "Check-in, +2 tasks": false, "undo: Check-in, 2 tasks": false, "Check-in": false, "": false} {
		if got := (Change{Title: title}).IsCheckIn(); got != want {
			t.Errorf("%q: %v", title, got)
		}
	}
}
