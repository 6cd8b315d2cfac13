package tui

import (
	"strings"
	"testing"
)

// A deadline that is late is late at best: the first line says by when it is done with 80 %, as soon as that is known, also where there
// are but 80 cells. In a what-if, and where there is no room, the dates stay alone.
func TestTheFirstLineSaysByWhenALateDeadlineIsLikely(t *testing.T) {
	for w, want := range map[int]string{
		50:  " Launch in first stores 12 Mar → 19 Mar +5d",
		80:  " Launch in first stores 12 Mar → 19 Mar +5d, 80 % by 12 Apr · 2 more late",
		100: " Aurora phone   Launch in first stor… 12 Mar → 19 Mar +5d, 80 % by 12 Apr · 2 more late  Mon 23 Nov",
	} {
		u := demo(t, w, 24)
		if got := strings.TrimRight(u.screen()[0], " "); got != want {
			t.Errorf("in %d cells it says\n%s\nwant\n%s", w, got, want)
		}
	}
	u := demo(t, 80, 24).on("Antenna module").keys("W s").types("promised:21-dec").keys("enter")
	if first := u.screen()[0]; !strings.Contains(first, "WHAT-IF") || strings.Contains(first, "80 %") {
		t.Errorf("in a what-if it says %s", first)
	}
}
