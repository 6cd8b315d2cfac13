package phrase

import (
	"fmt"
	"math/bits"
	"strings"

	"bywhen/roadmap"
)

// stretch reads a week, month, quarter or year as a whole: eow, eom, eoq, eoy, 2026-W12, w12, 2026-Q2, q2, 2026-03. It stands
// for its last day, a week for the roadmap's last weekday in it.
func (c Context) stretch(s string) (last, first roadmap.Date, err error) {
	y, m, _ := c.Today.Civil()
	quarter := (int(m)-1)/3*3 + 1
	var from func(i int) roadmap.Date // the first day of the i-th such stretch, counted from today's
	switch s {
	case "eow":
		last = c.nearest(func(i int) roadmap.Date { return c.weekEnd(c.Today.Monday() + roadmap.Date(7*i)) })
		return last, last.Monday(), nil
	case "eom":
		from = func(i int) roadmap.Date { return roadmap.NewDate(y, int(m)+i, 1) }
	case "eoq":
		from = func(i int) roadmap.Date { return roadmap.NewDate(y, quarter+3*i, 1) }
	case "eoy":
		from = func(i int) roadmap.Date { return roadmap.NewDate(y+i, 1, 1) }
	default:
		return c.numbered(s)
	}
	last = c.nearest(func(i int) roadmap.Date { return from(i+1) - 1 })
	for i := -2; i <= 1; i++ {
		if from(i+1)-1 == last {
			first = from(i)
		}
	}
	return last, first, nil
}

// numbered reads 2026-W12, 2026-Q2, 2026-03 and the first two without a year.
func (c Context) numbered(s string) (last, first roadmap.Date, err error) {
	year, rest, dated := strings.Cut(s, "-")
	if !dated {
		rest = s
	}
	if dated && (!allDigits(year) || len(year) != 4) || len(rest) < 2 {
		return 0, 0, nil
	}
	if dated && allDigits(rest) && len(rest) == 2 {
		d, err := civil(year, rest, "1")
		if err != nil {
			return 0, 0, err
		}
		return d + roadmap.Date(daysIn(number(year), number(rest))-1), d, nil
	}
	if !allDigits(rest[1:]) || rest[0] != 'w' && rest[0] != 'q' {
		return 0, 0, nil
	}
	n := number(rest[1:])
	if most := map[byte]int{'w': 53, 'q': 4}[rest[0]]; n < 1 || n > most {
		return 0, 0, fmt.Errorf("%s is not a date: it goes from 1 to %d", quote(s), most)
	}
	whole := c.quarter
	if rest[0] == 'w' {
		whole = c.week
	}
	if dated {
		if last, first = whole(number(year), n); last == 0 {
			err = fmt.Errorf("%s is not a date: %s has 52 weeks", quote(s), year)
		}
		return last, first, err
	}
	y, _, _ := c.Today.Civil()
	last = c.nearest(func(i int) roadmap.Date { d, _ := whole(y+i, n); return d })
	first = last.Monday()
	if rest[0] == 'q' {
		first = roadmap.NewDate(last.Time().Year(), 3*n-2, 1)
	}
	return last, first, nil
}

func (c Context) quarter(y, n int) (last, first roadmap.Date) {
	return roadmap.NewDate(y, 3*n+1, 1) - 1, roadmap.NewDate(y, 3*n-2, 1)
}

// week is the n-th ISO week of a year: week 1 holds 4 January. 0 where the year has no week 53.
func (c Context) week(y, n int) (last, first roadmap.Date) {
	monday := roadmap.NewDate(y, 1, 4).Monday() + roadmap.Date(7*(n-1))
	if got, _ := monday.Time().ISOWeek(); got != y {
		return 0, 0
	}
	return c.weekEnd(monday), monday
}

// weekEnd is the roadmap's last weekday in the week of a Monday.
func (c Context) weekEnd(monday roadmap.Date) roadmap.Date {
	return monday + roadmap.Date(bits.Len8(uint8(c.roadmap().Settings().Weekdays))-1)
}

// halfYear is in days.
const halfYear = 183

// nextYears says that a day without a year is taken for next year's though this year's was within so many days before today, and how
// to say that; to stand before the day. Empty for any other day.
func (c Context) nextYears(typed string, next, within roadmap.Date) string {
	past := c
	past.Actual = true
	end, last, err := past.span(typed)
	if err != nil {
		typed, _, _ = strings.Cut(strings.TrimSpace(typed), " ")
		end, last, err = past.span(typed)
	}
	if err != nil || last >= c.Today || c.Today-last >= within || next-c.Today <= halfYear {
		return ""
	}
	this := last.String()
	if end != last { // a week or a quarter
		year, _ := last.Time().ISOWeek()
		this = fmt.Sprintf("%d-%s", year, strings.ToUpper(typed))
	}
	return "next year's; this year's is " + this + ": "
}

// DateText is a date as a chip says it, "Thu 12 Mar", with the year where roadmap.DateFormat.Near gives it one.
func (c Context) DateText(d roadmap.Date) string {
	if d == 0 {
		return "none"
	}
	return d.Weekday().String()[:3] + " " + c.Dates.Near(d, c.Today)
}
