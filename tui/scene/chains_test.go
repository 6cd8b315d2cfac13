package scene

import (
	"fmt"
	"strings"
	"testing"

	"bywhen/roadmap/schedule"
)

// Where a chain is long, what only waits is one line and so is a team's queue, which keeps its days.
func TestALongChainIsDrawnTogether(t *testing.T) {
	queue := func(task string, days int) schedule.Cause {
		return schedule.Cause{Kind: schedule.Capacity, Task: task, Team: "1", Days: days, Text: "Mechanics is busy with " + task}
	}
	waits := func(task string) schedule.Cause {
		return schedule.Cause{Kind: schedule.Dependency, Task: task, Text: "waits for " + task}
	}
	var got []string
	for _, l := range Together([]schedule.Cause{waits("A"), waits("B"), queue("C", 1), queue("D", 2), queue("E", 1), waits("F")}) {
		got = append(got, fmt.Sprintf("%s %+d", l.Text, l.Days))
	}
	if want := "waits for A › B +0|Mechanics is busy with C and 2 more +4|waits for F +0"; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
}
