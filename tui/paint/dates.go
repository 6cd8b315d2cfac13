package paint

import "bywhen/roadmap"

// dates is how this program writes dates.
var dates roadmap.DateFormat

// WriteDates has all dates written in a format: once, before anything is drawn.
func WriteDates(f roadmap.DateFormat) { dates = f }

// DayCells is the cells that the widest of some days takes, as Day writes it.
func DayCells(today roadmap.Date, days ...roadmap.Date) int {
	widest := 0
	for _, d := range days {
		widest = max(widest, Width(Day(d, today)))
	}
	return widest
}

// Day writes a date as "12 Mar", or as WriteDates says, with its year where it is over nine months from today; no date is a
// dash.
func Day(d, today roadmap.Date) string {
	if d == 0 {
		return "-"
	}
	return dates.Near(d, today)
}
