package phrase

import (
	"slices"
	"strings"

	"bywhen/roadmap"
)

// stretchSaid reads days as people call them who look at no calendar, at the beginning of some words, and how many words that is; 0 where
// they say nothing of the kind. Weeks are those of the roadmap's weekdays, and what has passed of this one is left out:
//
//	this week, next week, the week of 2-mar
//	this month, next month
//	this fri, next fri     the one of next week, which may be the second from today
func (c Context) stretchSaid(words []word) (first, last roadmap.Date, n int) {
	if len(words) > 0 && (words[0].is("the") || words[0].is("all") || words[0].is("whole")) {
		if first, last, n = c.stretchSaid(words[1:]); n > 0 {
			n++
		}
		return first, last, n
	}
	if len(words) < 2 {
		return 0, 0, 0
	}
	if words[0].is("week") && (words[1].is("of") || words[1].is("from")) {
		d := daysSaid{rest: words[2:], ctx: c}
		if day, _ := d.date(c); day != 0 {
			return day.Monday(), c.weekEnd(day.Monday()), len(words) - len(d.rest)
		}
		return 0, 0, 0
	}
	next := words[0].is("next")
	if !next && !words[0].is("this") {
		return 0, 0, 0
	}
	first, last = c.whole(strings.ToLower(words[1].bare), b2i(next))
	if !next && last >= c.Today {
		first = max(first, c.Today)
	}
	if first == 0 {
		return 0, 0, 0
	}
	return first, last, 2
}

// whole is the week or month that is so many after today's, or a weekday of such a week; 0 for any other word.
func (c Context) whole(what string, after int) (first, last roadmap.Date) {
	monday := c.Today.Monday() + roadmap.Date(7*after)
	if day, ok := weekday(what); ok {
		return monday + roadmap.Date(day), monday + roadmap.Date(day)
	}
	switch y, m, _ := c.Today.Civil(); what {
	case "week":
		return monday, c.weekEnd(monday)
	case "month":
		return roadmap.NewDate(y, int(m)+after, 1), roadmap.NewDate(y, int(m)+after+1, 1) - 1
	}
	return 0, 0
}

// fromToday reads "until fri", which begins today; false where no date follows.
func (d *daysSaid) fromToday() bool {
	if len(d.rest) < 2 || !slices.Contains([]string{"until", "till", "through"}, strings.ToLower(d.rest[0].bare)) {
		return false
	}
	try := *d
	try.first = d.ctx.Today
	if try.until(); try.last == 0 || try.problem != "" {
		return false
	}
	*d = try
	return true
}
