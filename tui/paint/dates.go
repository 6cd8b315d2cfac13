package paint

import (
	"strconv"

	"bywhen/roadmap"
)

// DateFormat is how dates are written.
type DateFormat uint8

// The formats, named by how each writes the twelfth of March 2026.
const (
	DayMonth DateFormat = iota // 12 Mar
	MonthDay                   // Mar 12
	ISO                        // 2026-03-12
	dateFormats
)

var dateFormatNames = [...]string{"12 Mar", "Mar 12", "2026-03-12"}

// String is the format as it writes the twelfth of March 2026: its name in a configuration.
func (f DateFormat) String() string { return dateFormatNames[f] }

// DateFormats are all of them.
func DateFormats() []DateFormat { return []DateFormat{DayMonth, MonthDay, ISO} }

// dates is how this program writes dates.
var dates DateFormat

// WriteDates has all dates written in a format: once, before anything is drawn.
func WriteDates(f DateFormat) { dates = f % dateFormats }

// yearAfter is how many days away a date is written with its year: nine months.
const yearAfter = 274

// Day writes a date as "12 Mar", or as WriteDates says, with its year where it is over nine months from today; no date is a
// dash.
func Day(d, today roadmap.Date) string {
	if d == 0 {
		return "-"
	}
	if dates == ISO {
		return d.String()
	}
	_, m, day := d.Civil()
	month := MonthName(int(m))
	if dates == MonthDay {
		return month + " " + strconv.Itoa(day) + yearOf(d, today)
	}
	return strconv.Itoa(day) + " " + month + yearOf(d, today)
}

// yearOf is what Day writes after a day that is far away.
func yearOf(d, today roadmap.Date) string {
	y, _, _ := d.Civil()
	if away := d - today; today != 0 && (away > yearAfter || away < -yearAfter) {
		return " " + strconv.Itoa(y)
	}
	return ""
}
