package tui

import (
	"strings"
	"testing"
)

// A message that has no room is cut between two of its parts where that loses little, else within one.
func TestALongMessageIsCutBetweenItsParts(t *testing.T) {
	u := demo(t, 80, 24).on("Enclosure tooling").keys("s").types("10d").keys("enter")
	if got := u.bottom(); !strings.HasPrefix(got, "Enclosure tooling: effort 27d → 10d · Enclosure tooling -17d, 5 Ja…   u undoes") {
		t.Errorf("%q", got)
	}
	u.m.say(strings.Repeat("without a part ", 10))
	u.m.lines = u.m.draw()
	if got := u.bottom(); !strings.HasPrefix(got, "without a part without a part") || len(got) < 70 {
		t.Errorf("%q", got)
	}
	u.m.say("one · " + strings.Repeat("long ", 30))
	u.m.lines = u.m.draw()
	if got := u.bottom(); !strings.HasPrefix(got, "one · long long long") || len(got) < 70 {
		t.Errorf("%q", got)
	}
	u.m.say("one · two")
	u.m.lines = u.m.draw()
	if got := u.bottom(); !strings.HasPrefix(got, "one · two") || strings.Contains(got, "…") {
		t.Errorf("%q", got)
	}
}
