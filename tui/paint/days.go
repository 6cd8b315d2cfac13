package paint

import (
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// Days writes a run of days, both inclusive: "8 to 11 Dec", "30 Nov to 4 Dec", or one day.
func Days(from, to, today roadmap.Date) string {
	return daysBy(func(d roadmap.Date) string { return Day(d, today) }, from, to)
}

// daysBy is Days with the dates as day writes them.
func daysBy(day func(roadmap.Date) string, from, to roadmap.Date) string {
	if from == to {
		return day(from)
	}
	y, m, first := from.Civil()
	ty, tm, last := to.Civil()
	switch {
	case y != ty || m != tm || dates == roadmap.ISO:
		return day(from) + " to " + day(to)
	case dates == roadmap.MonthDay:
		return Day(from, 0) + " to " + strconv.Itoa(last) + strings.TrimPrefix(day(to), Day(to, 0))
	}
	return strconv.Itoa(first) + " to " + day(to)
}

// Run is a run of days, both inclusive.
type Run struct{ From, To roadmap.Date }

// mostRuns is how many runs of days are written one by one.
const mostRuns = 3

// Runs writes runs of days in their order, each once: "9, 19 Nov", "3 to 7 Dec, 14 Dec"; of many the first day and the last.
func Runs(runs []Run, today roadmap.Date) string {
	runs = slices.Compact(slices.Clone(runs))
	switch n := len(runs); {
	case n == 0:
		return ""
	case n > mostRuns:
		return Days(runs[0].From, runs[n-1].To, today)
	}
	parts := make([]string, len(runs))
	for i, r := range runs {
		parts[i] = Days(r.From, r.To, today)
		if dates == roadmap.DayMonth && i < len(runs)-1 && r.From == r.To && sameMonth(r.To, runs[i+1]) {
			_, _, day := r.From.Civil()
			parts[i] = strconv.Itoa(day)
		}
	}
	return strings.Join(parts, ", ")
}

// sameMonth tells whether a run is one day, of the month of another day.
func sameMonth(d roadmap.Date, r Run) bool {
	y, m, _ := d.Civil()
	ry, rm, _ := r.From.Civil()
	return r.From == r.To && y == ry && m == rm
}
