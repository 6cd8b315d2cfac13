package paint

import (
	"fmt"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

var months = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
var weekdays = [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}

// MonthName is the short name of a month, 1 to 12.
func MonthName(m int) string { return months[m-1] }

// DayOrLater is Day, with "or later" where the date rests on an end that nobody knows.
func DayOrLater(d, today roadmap.Date, openEnd bool) string {
	if openEnd {
		return Day(d, today) + " or later"
	}
	return Day(d, today)
}

// Weekday writes a date as "Mon 23 Nov", with its year as Day does.
func Weekday(d, today roadmap.Date) string {
	if d == 0 {
		return "-"
	}
	return weekdays[d.Weekday()] + " " + Day(d, today)
}

// Delta writes working days late with their sign: "+4d", "-2d", "0d". With an open end it is "+4d or later", or "or later"
// where the days known so far are not late.
func Delta(days int, openEnd bool) string {
	switch {
	case openEnd && days <= 0:
		return "or later"
	case openEnd:
		return fmt.Sprintf("+%dd or later", days)
	}
	return signed(days)
}

// ShortDelta is Delta in at most eight cells (for days of up to five digits): "≥+4d" for an open end that is late already.
func (t *Theme) ShortDelta(days int, openEnd bool) string {
	if openEnd && days > 0 {
		return t.AtLeast + signed(days)
	}
	return Delta(days, openEnd)
}

// DeltaTo is ShortDelta beside a date that DayOrLater wrote: where all that is to say is "or later", which stands there already,
// it is empty.
func (t *Theme) DeltaTo(days int, openEnd bool) string {
	if openEnd && days <= 0 {
		return ""
	}
	return t.ShortDelta(days, openEnd)
}

func signed(days int) string {
	if days > 0 {
		return "+" + strconv.Itoa(days) + "d"
	}
	return strconv.Itoa(days) + "d"
}

// DeltaStyle is the colour of days late: Late above 0, Fine below, else Dim.
func DeltaStyle(days int, openEnd bool) Style {
	switch {
	case days > 0 || openEnd:
		return Late
	case days < 0:
		return Fine
	}
	return Dim
}

// Count writes a number of things: "1 task", "3 tasks".
func Count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + one + "s"
}

// Effort writes person-days with their unit: "2.5d"; none given is a dash.
func Effort(e roadmap.Effort) string {
	if !e.Given() {
		return "-"
	}
	return e.String() + "d"
}

// Thousands writes a number with its thousands apart: "12,340".
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// WholeParts is the first parts of a list with dots between them that have room in w cells: none is cut, but the first.
func WholeParts(list string, w int) string {
	for Width(list) > w {
		i := strings.LastIndex(list, " · ")
		if i < 0 {
			break
		}
		list = list[:i]
	}
	return list
}
