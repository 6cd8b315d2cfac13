package phrase

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"bywhen/roadmap"
)

// dateHelp is what an error about a date ends with.
const dateHelp = "write 12-mar, fri, 15th, +3d, eom, 2026-Q2 or 2026-03-12"

// Date reads a date in any of the forms that a person types, in any case:
//
//	2026-03-12, 12-mar-2026     that day; 12.3.2026 and 12.3.26 too, the day first
//	12-mar, mar-12, 15th, fri   (12.3., too) the next one, today included; the last one where ctx.Actual
//	fri 12 mar                  that day too, where it is a Friday; without a year the one of the last or the next that is one
//	today, tomorrow, yesterday
//	+3d, -3d                    working days of the roadmap from today; +2w, -2w calendar weeks
//	++3d, --3d, ++2w            the same, from ctx.Value
//	next fri, last fri          that of next week, which may be the second from today; the last before today. Also fri next week, this fri
//	eow, eom, eoq, eoy          the roadmap's last weekday of the week; the last day of the month, quarter or year
//	2026-W12, w12               the roadmap's last weekday of the week
//	2026-Q2, q2, 2026-03        the last day of the quarter or month
//
// Where ctx.Actual, a date after today is an error; so is one without a year whose last is over nine months ago: the next, which is
// near, was likely meant by a slip, and what so long ago is meant can be written with its year. The error names the text and says
// what to write.
func Date(text string, ctx Context) (roadmap.Date, error) {
	d, _, err := ctx.span(text)
	if err == nil && ctx.Actual {
		err = ctx.toCome(text, d, "it cannot have happened")
	}
	if err != nil {
		return 0, err
	}
	return d, nil
}

// PastDay reads a day to look back to as Date reads an actual one.
func PastDay(text string, ctx Context) (roadmap.Date, error) {
	ctx.Actual = true
	d, _, err := ctx.span(text)
	if err == nil {
		err = ctx.toCome(text, d, "name a day that has been")
	}
	if err != nil {
		return 0, err
	}
	return d, nil
}

// longAgo is in days, nine months: what has happened before that is told with its year.
const longAgo = 274

// toCome is why a text, of whose days the last is d, is no day that has been, and what follows from that; nil where it is one.
func (c Context) toCome(text string, d roadmap.Date, so string) error {
	next := d
	if d <= c.Today-longAgo {
		c.Actual = false
		next, _, _ = c.span(text)
	}
	if next <= c.Today {
		return nil
	}
	why := fmt.Sprintf("%s is after today, %s: %s", quote(text), c.Today, so)
	if d > c.Today {
		return errors.New(why)
	}
	whose := "the last one"
	switch y, now := yearOf(d), yearOf(c.Today); y {
	case now:
		whose = "this year's"
	case now - 1:
		whose = "last year's"
	}
	return fmt.Errorf("%s (for %s write %s)", why, whose, d)
}

func yearOf(d roadmap.Date) int { y, _, _ := d.Civil(); return y }

// span reads a date and the first day of what it stands for: of a week, month, quarter or year that is named as a whole,
// else the date itself.
func (c Context) span(text string) (last, first roadmap.Date, err error) {
	s := strings.ToLower(strings.TrimSpace(text))
	last, first, err = c.read(s)
	if err == nil && last == 0 {
		err = fmt.Errorf("%s is not a date: %s", quote(text), dateHelp)
	}
	if err == nil && (!last.InRange() || !first.InRange()) {
		err = fmt.Errorf("%s is out of range: years from 1900 to 2299", quote(text))
	}
	if err != nil {
		return 0, 0, err
	}
	return last, first, nil
}

// read tries one form after the other; 0 is none of them.
func (c Context) read(s string) (last, first roadmap.Date, err error) {
	for _, form := range []func(Context, string) (roadmap.Date, error){Context.plainDay, Context.relative, Context.dayOfMonth, Context.onWeekday} {
		if d, err := form(c, s); d != 0 || err != nil {
			return d, d, err
		}
	}
	return c.stretch(s)
}

// plainDay reads today, tomorrow, yesterday, a weekday and YYYY-MM-DD.
func (c Context) plainDay(s string) (roadmap.Date, error) {
	switch s {
	case "today", "now":
		return c.Today, nil
	case "tomorrow":
		return c.Today + 1, nil
	case "yesterday":
		return c.Today - 1, nil
	}
	if day, ok := weekday(s); ok {
		return c.nearest(func(i int) roadmap.Date { return c.Today.Monday() + roadmap.Date(day+7*i) }), nil
	}
	if d, ok := c.weekdayOf(s); ok {
		return d, nil
	}
	if p := strings.Split(s, "-"); len(p) == 3 && allDigits(p...) && len(p[0]) >= 4 {
		return civil(p[0], p[1], p[2])
	}
	return c.numeric(s)
}

// numeric reads a day and a month in numbers, and the year where there is one: with points the day comes first, with strokes and a
// year where one of the two can be no month. 24/7 and 1.2 are none.
func (c Context) numeric(s string) (roadmap.Date, error) {
	points := strings.Contains(s, ".")
	p := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '.' })
	if len(p) < 2 || len(p) > 3 || !allDigits(p...) || points && strings.Contains(s, "/") {
		return 0, nil
	}
	day, mon := p[0], p[1]
	switch {
	case len(day) > 2 || len(mon) > 2 || len(p) == 2 && !strings.HasSuffix(s, "."):
		return 0, fmt.Errorf("%s could be two dates: %s", quote(s), dateHelp)
	case points || number(day) > 12 || day == mon:
	case number(mon) > 12:
		day, mon = mon, day
	default:
		return 0, fmt.Errorf("%s could be two dates: %s", quote(s), dateHelp)
	}
	if len(p) == 2 {
		if m := number(mon); m < 1 || m > 12 {
			return 0, fmt.Errorf("%s is not a date: months go from 1 to 12", quote(s))
		}
		return c.nextOfYear(number(mon), number(day))
	}
	if len(p[2]) == 2 {
		p[2] = "20" + p[2]
	}
	return civil(p[2], mon, day)
}

// weekdayOf reads a weekday of which it is said whose it is: next fri, fri next week, last fri, this fri. A hyphen is as good as a space.
func (c Context) weekdayOf(s string) (roadmap.Date, bool) {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' })
	whose, name := "", ""
	switch {
	case len(words) == 2:
		whose, name = words[0], words[1]
	case len(words) == 3 && words[1] == "next" && words[2] == "week":
		whose, name = "next", words[0]
	case len(words) == 3 && words[0] == "next" && words[1] == "week":
		whose, name = "next", words[2]
	}
	n, ok := weekday(name)
	day := c.Today.Monday() + roadmap.Date(n)
	switch {
	case !ok:
	case whose == "next":
		return day + 7, true
	case whose == "last" && day >= c.Today:
		return day - 7, true
	case whose == "last":
		return day, true
	case whose == "this":
		return c.nearest(func(i int) roadmap.Date { return day + roadmap.Date(7*i) }), true
	}
	return 0, false
}

// weekday is 0 for mon or monday, 6 for sun or sunday.
func weekday(s string) (int, bool) {
	return position(s, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
}

// month is 1 for jan or january, 12 for dec or december.
func month(s string) (int, bool) {
	i, ok := position(s, "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
		"november", "december")
	return i + 1, ok
}

// position finds a name by at least its first three letters.
func position(s string, names ...string) (int, bool) {
	for i, name := range names {
		if len(s) >= 3 && strings.HasPrefix(name, s) {
			return i, true
		}
	}
	return 0, false
}

// nearest is the first date at or after today of a row that rises with i, or the last at or before it for an actual date. The row's
// members 0 and 1 must not both lie before today, nor -1 and 0 both after it; 0 is a member that does not exist.
func (c Context) nearest(member func(i int) roadmap.Date) roadmap.Date {
	const enough = 12 // 29 February may be eight years away
	if c.Actual {
		for i := 1; i > -enough; i-- {
			if d := member(i); d != 0 && d <= c.Today {
				return d
			}
		}
		return 0
	}
	for i := -1; i < enough; i++ {
		if d := member(i); d >= c.Today {
			return d
		}
	}
	return 0
}

// relative reads +3d, -1w, ++3d and --2w. A w is a calendar week, a d a working day of the roadmap.
func (c Context) relative(s string) (roadmap.Date, error) {
	from, sign, rest := c.Today, roadmap.Date(1), ""
	switch {
	case strings.HasPrefix(s, "++"), strings.HasPrefix(s, "--"):
		from, rest = c.Value, s[2:]
		if from == 0 {
			return 0, fmt.Errorf("%s counts from a date that is not there yet: write +3d to count from today", quote(s))
		}
	case strings.HasPrefix(s, "+"), strings.HasPrefix(s, "-"):
		rest = s[1:]
	default:
		return 0, nil
	}
	if s[0] == '-' {
		sign = -1
	}
	n, unit, ok := amount(rest)
	switch {
	case !ok:
		return 0, nil
	case n > roadmap.MaxLag:
		return 0, fmt.Errorf("%s is too far: at most %d days or weeks", quote(s), roadmap.MaxLag)
	case unit == "w":
		return from + sign*roadmap.Date(7*n), nil
	}
	return c.workingDays(from, int(sign)*n), nil
}

// amount reads a number with the unit d or w; without one it is days.
func amount(s string) (n int, unit string, ok bool) {
	unit = "d"
	if i := strings.TrimRight(s, "dw"); len(s)-len(i) == 1 {
		s, unit = i, s[len(i):]
	}
	if s == "" || !allDigits(s) {
		return 0, "", false
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		n = roadmap.MaxLag + 1
	}
	return n, unit, true
}

// workingDays is the n-th working day of the roadmap after a day, before it where n is negative, the day itself for 0.
func (c Context) workingDays(from roadmap.Date, n int) roadmap.Date {
	cal := c.roadmap().Calendar()
	switch {
	case n > 0:
		return cal.Day(cal.Count(from+1) + n - 1)
	case n < 0:
		return cal.Day(cal.Count(from) + n)
	}
	return from
}

// dayOfMonth reads 15th, 12-mar, mar-12, 12-mar-2026 and the same with spaces or nothing between.
func (c Context) dayOfMonth(s string) (roadmap.Date, error) {
	parts := pieces(s)
	if len(parts) == 2 && allDigits(parts[0]) && ordinal(parts[0], parts[1]) {
		return c.nextDay(parts[0])
	}
	if len(parts) > 2 && allDigits(parts[0]) && ordinal(parts[0], parts[1]) { // 12th mar
		parts = append(parts[:1:1], parts[2:]...)
	}
	if len(parts) < 2 || len(parts) > 3 {
		return 0, nil
	}
	day, name := parts[0], parts[1]
	if allDigits(name) {
		day, name = name, day
	}
	m, ok := month(name)
	if !ok || !allDigits(day) || len(day) > 2 {
		return 0, nil
	}
	if len(parts) == 3 {
		if !allDigits(parts[2]) || len(parts[2]) != 4 {
			return 0, fmt.Errorf("%s is not a date: write the year with four digits, as 12-mar-2026", quote(s))
		}
		return civil(parts[2], strconv.Itoa(m), day)
	}
	return c.nextOfYear(m, number(day))
}

// pieces are the runs of letters and of digits.
func pieces(s string) []string {
	var out []string
	from, kind := 0, byte(0)
	for i := 0; i <= len(s); i++ {
		k := byte(0)
		switch {
		case i == len(s) || strings.IndexByte("-/., ", s[i]) >= 0:
		case s[i] >= '0' && s[i] <= '9':
			k = 1
		default:
			k = 2
		}
		if k != kind {
			if kind != 0 {
				out = append(out, s[from:i])
			}
			from, kind = i, k
		}
	}
	return out
}

// ordinal tells whether letters after a number make it one of a row: 1st, 2nd, 3rd, 15th.
func ordinal(digits, letters string) bool {
	return len(digits) <= 2 && (letters == "st" || letters == "nd" || letters == "rd" || letters == "th")
}

// nextDay is the next month's day of that number; months that are too short for it are passed over.
func (c Context) nextDay(digits string) (roadmap.Date, error) {
	n := number(digits)
	if n < 1 || n > 31 {
		return 0, fmt.Errorf("%q is not a date: a month has days from 1 to 31", digits)
	}
	y, m, _ := c.Today.Civil()
	return c.nearest(func(i int) roadmap.Date { return dayIn(y, int(m)+i, n) }), nil
}

// nextOfYear is the next day of that month and number; 29 February waits for a leap year.
func (c Context) nextOfYear(m, day int) (roadmap.Date, error) {
	if most := daysIn(2024, m); day < 1 || day > most {
		return 0, fmt.Errorf("\"%d-%s\" is not a date: %s has days from 1 to %d", day, monthName(m), time.Month(m), most)
	}
	y, _, _ := c.Today.Civil()
	return c.nearest(func(i int) roadmap.Date { return dayIn(y+i, m, day) }), nil
}

func monthName(m int) string { return strings.ToLower(time.Month(m).String()[:3]) }

// dayIn is a day of a month, or 0 where the month is too short; months below 1 and above 12 roll over.
func dayIn(y, m, day int) roadmap.Date {
	first := roadmap.NewDate(y, m, 1)
	d := first + roadmap.Date(day-1)
	if d >= roadmap.NewDate(y, m+1, 1) {
		return 0
	}
	return d
}

func daysIn(y, m int) int { return int(roadmap.NewDate(y, m+1, 1) - roadmap.NewDate(y, m, 1)) }

// civil is a day by its year, month and day of the month; one that does not exist is an error.
func civil(year, mon, day string) (roadmap.Date, error) {
	y, m, d := number(year), number(mon), number(day)
	switch {
	case y < 1900 || y > 2299:
		return 0, fmt.Errorf("\"%s-%s-%s\" is out of range: years from 1900 to 2299", year, mon, day)
	case m < 1 || m > 12:
		return 0, fmt.Errorf("\"%s-%s-%s\" is not a date: months go from 01 to 12", year, mon, day)
	case d < 1 || d > daysIn(y, m):
		return 0, fmt.Errorf("\"%s-%s-%s\" is not a date: %s %d has %d days", year, mon, day, time.Month(m), y, daysIn(y, m))
	}
	return roadmap.NewDate(y, m, d), nil
}

// number is the value of digits; what is too large for a date or a count is very large.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 1 << 30
	}
	return n
}

func allDigits(texts ...string) bool {
	for _, s := range texts {
		if s == "" || strings.Trim(s, "0123456789") != "" {
			return false
		}
	}
	return true
}
