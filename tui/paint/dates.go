package paint

import (
	"slices"

	"bywhen/roadmap"
)

// dates is how this program writes dates.
var dates roadmap.DateFormat

// WriteDates has all dates written in a format: once, before anything is drawn.
func WriteDates(f roadmap.DateFormat) { dates = f }

// Dated is how the dates of one list are written: where one of them has its year all have it, so that a date without does not stand
// among those of several years. They take no more room so, as a column is as wide as its widest.
type Dated struct {
	today roadmap.Date
	years bool
}

// DatesOf is how the dates of a list are written that holds these days.
func DatesOf(today roadmap.Date, days ...roadmap.Date) Dated {
	far := func(d roadmap.Date) bool { return d != 0 && Day(d, today) != dates.Write(d, false) }
	return Dated{today, slices.ContainsFunc(days, far)}
}

// Day writes a date of the list.
func (l Dated) Day(d roadmap.Date) string {
	if d != 0 && l.years {
		return dates.Write(d, true)
	}
	return Day(d, l.today)
}

// Weekday writes a date of the list with its weekday.
func (l Dated) Weekday(d roadmap.Date) string {
	if d == 0 {
		return "-"
	}
	return weekdays[d.Weekday()] + " " + l.Day(d)
}

// Days writes a run of days of the list.
func (l Dated) Days(from, to roadmap.Date) string { return daysBy(l.Day, from, to) }

// DayCells is the cells that the widest of some days takes, as Day writes it.
func DayCells(today roadmap.Date, days ...roadmap.Date) int {
	widest := 0
	for _, d := range days {
		widest = max(widest, Width(Day(d, today)))
	}
	return widest
}

// Day writes a date as "12 Mar", or as WriteDates says, with its year where it is over nine months ahead of today or over three
// back; no date is a dash.
func Day(d, today roadmap.Date) string {
	if d == 0 {
		return "-"
	}
	return dates.Near(d, today)
}
