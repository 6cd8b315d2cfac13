package roadmap

import (
	"fmt"
	"time"
)

// Date is a civil day, counted from 1 = 0001-01-01; 0 is no date. Dates compare and subtract as numbers: b - a is the
// number of days from a to b. As an instant it stands for the boundary at which that day begins.
type Date int32

// The days that a roadmap may name.
const (
	FirstDate Date = 693596 // 1900-01-01
	LastDate  Date = 839692 // 2299-12-31
)

// daysToUnix is the Date of 1970-01-01.
const daysToUnix = 719163

// NewDate is the Date of a year, month (1 to 12) and day; days past a month's end roll over as in time.Date.
func NewDate(year, month, day int) Date {
	return DateOf(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC))
}

// DateOf is the civil day of an instant in its own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()/86400 + daysToUnix)
}

// ParseDate reads YYYY-MM-DD. The empty text is no date. A day that does not exist or lies outside 1900 to 2299 is an error.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return 0, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a date: write it as 2026-03-12", s)
	}
	d := DateOf(t)
	if !d.InRange() {
		return 0, fmt.Errorf("%q is out of range: years from 1900 to 2299", s)
	}
	return d, nil
}

// MustDate is ParseDate for literals; it panics on a text that is no date.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// InRange tells whether a roadmap may name this day.
func (d Date) InRange() bool { return d >= FirstDate && d <= LastDate }

// Time is the day's midnight in UTC.
func (d Date) Time() time.Time { return time.Unix((int64(d)-daysToUnix)*86400, 0).UTC() }

// String writes YYYY-MM-DD; no date is the empty text.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Civil is the day's year, month and day of the month.
func (d Date) Civil() (year int, month time.Month, day int) { return d.Time().Date() }

// Weekday is the day's weekday; Date 1 was a Monday.
func (d Date) Weekday() time.Weekday { return time.Weekday(mod7(int(d))) }

// weekdayFromMonday is 0 for a Monday, 6 for a Sunday.
func (d Date) weekdayFromMonday() int { return mod7(int(d) - 1) }

func mod7(n int) int {
	n %= 7
	if n < 0 {
		n += 7
	}
	return n
}

// WeekFrom is the first day of the week, begun on a weekday, that the day lies in.
func (d Date) WeekFrom(begin time.Weekday) Date { return d - Date(mod7(int(d)-int(begin))) }

// Monday is the first day of the ISO week that the day lies in.
func (d Date) Monday() Date { return d - Date(d.weekdayFromMonday()) }

// Week is the day's ISO week, as 2026-W02.
func (d Date) Week() string {
	y, w := d.Time().ISOWeek()
	return fmt.Sprintf("%d-W%02d", y, w)
}
