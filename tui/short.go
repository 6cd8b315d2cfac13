package tui

import (
	"fmt"

	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// mostShort is how many promises that cannot be kept an edit names.
const mostShort = 2

// shortAnew says of which tasks an edit makes it so that they cannot be when they are promised: "Glass cases cannot be before 12 Mar".
func shortAnew(before, after *schedule.Plan) []string {
	var out []string
	for i, t := range after.Roadmap.Tasks() {
		day := after.Short(i)
		if day == 0 {
			continue
		}
		if k := before.Roadmap.TaskIndex(t.ID); k >= 0 && before.Short(k) == day && before.Roadmap.Tasks()[k].Promised == t.Promised {
			continue
		}
		out = append(out, t.Title+" cannot be before "+paint.Day(day, after.Today))
	}
	if n := len(out); n > mostShort {
		out = append(out[:mostShort], fmt.Sprintf("nor can %d more be when they are promised", n-mostShort))
	}
	return out
}

// shortNotes is shortAnew under a line that is typed.
func shortNotes(before, after *schedule.Plan) []paint.Span {
	var out []paint.Span
	for _, words := range shortAnew(before, after) {
		out = append(out, paint.Span{Style: paint.Risk, Text: words})
	}
	return out
}
