package paint

import (
	"strconv"

	"bywhen/roadmap"
)

// Days writes a run of days, both inclusive: "8 to 11 Dec", "30 Nov to 4 Dec", or one day.
func Days(from, to, today roadmap.Date) string {
	if from == to {
		return Day(from, today)
	}
	y, m, day := from.Civil()
	if ty, tm, _ := to.Civil(); y == ty && m == tm {
		return strconv.Itoa(day) + " to " + Day(to, today)
	}
	return Day(from, today) + " to " + Day(to, today)
}
