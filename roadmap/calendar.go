package roadmap

import (
	"slices"
	"sort"
	"strings"
	"time"
)

// Weekdays is a set of days of the week; bit 0 is Monday. The zero value means none of its own.
type Weekdays uint8

// The usual sets.
const (
	MonToFri Weekdays = 0b0011111
	AllWeek  Weekdays = 0b1111111
)

var weekdayNames = [7]string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// WeekdayOf is the set of one day, by its three-letter name in any case; false where there is no such day.
func WeekdayOf(name string) (Weekdays, bool) {
	i := slices.Index(weekdayNames[:], strings.ToLower(name))
	if i < 0 {
		return 0, false
	}
	return 1 << i, true
}

// Names lists the days, Monday first.
func (w Weekdays) Names() []string {
	var out []string
	for i, name := range weekdayNames {
		if w&(1<<i) != 0 {
			out = append(out, name)
		}
	}
	return out
}

// Has tells whether the set holds the weekday.
func (w Weekdays) Has(d time.Weekday) bool { return w&(1<<mod7(int(d)-1)) != 0 }

// Period is a named run of days, both inclusive. People is how many it concerns; 0 in a time off is the whole team.
type Period struct {
	Name     string
	From, To Date
	People   int
}

// Calendar counts working days: those of a week, less days off. The zero value has none.
//
// Instants are Dates: the boundary at which that day begins. Working days are numbered in one row without gaps, so the
// distance between two instants is the difference of their Counts.
type Calendar struct {
	// What Count and Day say of the years that a roadmap is about, worked out beforehand: nearly all that is asked lies in them.
	// They are written so that the compiler puts them in where they are asked (go build -gcflags=-m says whether it does).
	from   Date    // the first day
	many   uint32  // how many days
	counts []int32 // Count of each of them
	first  int     // the number of the first working day
	days   []Date  // the working days from there on

	week  weekPattern
	off   []span // merged, ascending, apart; only those that take working days away
	empty bool   // no working day at all, ever
}

// The years that are worked out beforehand, in days before and after a roadmap's start. They take 40 kB for each calendar that
// differs from others, and as long as some two thousand questions.
const (
	nearBefore = 366
	nearAfter  = 16 * 366
)

// around works out beforehand what lies around a day.
func (c *Calendar) around(start Date) *Calendar {
	if c.empty || start < FirstDate || start > LastDate {
		return c
	}
	from := start - nearBefore
	first, counts := c.Count(from), make([]int32, nearBefore+nearAfter)
	days := make([]Date, 0, c.Count(from+nearBefore+nearAfter)-first)
	for k := range counts {
		counts[k] = int32(first + len(days))
		if day := from + Date(k); c.Working(day) {
			days = append(days, day)
		}
	}
	c.from, c.many, c.counts, c.first, c.days = from, uint32(len(counts)), counts, first, days
	return c
}

// span is a run of days off [from, to) with the working days before it and up to its end already taken out.
type span struct {
	from, to Date
	at       int // Count(from)
	removed  int // working days of the week taken away by this span and those before it
}

// NewCalendar has the weekdays less all days of the periods off.
func NewCalendar(week Weekdays, off ...[]Period) *Calendar {
	c := &Calendar{week: newWeekPattern(week), empty: week&AllWeek == 0}
	if c.empty {
		return c
	}
	var spans []span
	for _, list := range off {
		for _, p := range list {
			if p.To >= p.From && p.From > 0 {
				spans = append(spans, span{from: p.From, to: p.To + 1})
			}
		}
	}
	c.setOff(spans)
	return c
}

func (c *Calendar) setOff(spans []span) {
	sort.Slice(spans, func(i, j int) bool { return spans[i].from < spans[j].from })
	removed := 0
	for _, s := range spans {
		if n := len(c.off); n > 0 && s.from <= c.off[n-1].to {
			last := &c.off[n-1]
			if s.to > last.to {
				removed += c.week.count(s.to) - c.week.count(last.to)
				last.to, last.removed = s.to, removed
			}
			continue
		}
		s.at = c.week.count(s.from) - removed
		removed += c.week.count(s.to) - c.week.count(s.from)
		s.removed = removed
		c.off = append(c.off, s)
	}
}

// Common is the calendar of the days that are working days in both.
func (c *Calendar) Common(o *Calendar) *Calendar {
	week := c.week.days & o.week.days
	both := &Calendar{week: newWeekPattern(week), empty: week == 0}
	if both.empty {
		return both
	}
	var spans []span
	for _, s := range slices.Concat(c.off, o.off) {
		spans = append(spans, span{from: s.from, to: s.to})
	}
	both.setOff(spans)
	return both
}

// Empty tells whether there is no working day, ever.
func (c *Calendar) Empty() bool { return c.empty }

// Count is the number of the first working day at or after the instant; the difference of two Counts is the number of
// working days between the instants.
func (c *Calendar) Count(d Date) int {
	if uint32(d-c.from) >= c.many {
		return c.reckonCount(d)
	}
	return int(c.counts[d-c.from])
}

func (c *Calendar) reckonCount(d Date) int {
	if len(c.off) == 0 {
		return c.week.count(d)
	}
	i := c.spanBefore(d)
	if i < 0 {
		return c.week.count(d)
	}
	s := &c.off[i]
	if d < s.to {
		return s.at
	}
	return c.week.count(d) - s.removed
}

// spanBefore is the last span that begins before d, or -1.
func (c *Calendar) spanBefore(d Date) int {
	lo, hi := 0, len(c.off)
	for lo < hi {
		m := (lo + hi) / 2
		if c.off[m].from < d {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo - 1
}

// Day is the working day with that number. On an empty calendar it is the day after LastDate.
func (c *Calendar) Day(n int) Date {
	if uint(n-c.first) >= uint(len(c.days)) {
		return c.reckonDay(n)
	}
	return c.days[n-c.first]
}

func (c *Calendar) reckonDay(n int) Date {
	if c.empty {
		return LastDate + 1
	}
	lo, hi := 0, len(c.off)
	for lo < hi {
		m := (lo + hi) / 2
		if c.off[m].at <= n {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo > 0 {
		n += c.off[lo-1].removed
	}
	return c.week.day(n)
}

// Working tells whether the day is a working day.
func (c *Calendar) Working(d Date) bool {
	if c.empty || !c.week.has(d) {
		return false
	}
	i := c.spanBefore(d + 1)
	return i < 0 || d >= c.off[i].to
}

// Next is the first working day at or after d.
func (c *Calendar) Next(d Date) Date { return c.Day(c.Count(d)) }

// Last is the last working day at or before d.
func (c *Calendar) Last(d Date) Date { return c.Day(c.Count(d+1) - 1) }

// Between is the number of working days after the day from, up to and with the day to; negative where to comes first.
func (c *Calendar) Between(from, to Date) int { return c.Count(to+1) - c.Count(from+1) }

// Move moves an instant by n working days: forward to the end of the n-th working day after it, back to the beginning of
// the n-th before it; for 0 it stays.
func (c *Calendar) Move(instant Date, n int) Date {
	switch {
	case n > 0:
		return c.Day(c.Count(instant)+n-1) + 1
	case n < 0:
		return c.Day(c.Count(instant) + n)
	}
	return instant
}

// weekPattern counts days of a weekly pattern by arithmetic.
type weekPattern struct {
	days   Weekdays
	n      int     // working days a week
	inv    uint64  // 2^32 / n, rounded up: to divide by multiplying
	before [8]int8 // working days of the week before weekday i, Monday = 0
	nth    [7]int8 // weekday of the i-th working day
}

func newWeekPattern(w Weekdays) weekPattern {
	p := weekPattern{days: w & AllWeek}
	for i := range 7 {
		p.before[i] = int8(p.n)
		if p.days&(1<<i) != 0 {
			p.nth[p.n] = int8(i)
			p.n++
		}
	}
	p.before[7] = int8(p.n)
	if p.n > 0 {
		p.inv = (1<<32 + uint64(p.n) - 1) / uint64(p.n)
	}
	return p
}

// monday0 keeps week arithmetic on positive numbers; it is a Monday long before any date.
const monday0 = -7 * 100_000

// weekRange bounds the numbers that week arithmetic goes over: up to it division by multiplication is exact, and it is far
// beyond any date. What lies outside is counted as if it lay at the end.
const weekRange = 1 << 26

func (p *weekPattern) count(d Date) int {
	n := uint32(int32(d) - 1 - monday0)
	if n >= weekRange {
		n = beyond(int(d) - 1 - monday0)
	}
	return int(n/7)*p.n + int(p.before[n%7])
}

// day divides by the working days of a week without dividing (T. Granlund and P. L. Montgomery, Division by invariant
// integers using multiplication, 1994).
func (p *weekPattern) day(i int) Date {
	n := uint32(i)
	if uint(i) >= weekRange {
		n = beyond(i)
	}
	week := uint32(uint64(n) * p.inv >> 32)
	return Date(int32(week*7) + int32(p.nth[n-week*uint32(p.n)]) + 1 + monday0)
}

// beyond is the end of the range that a number outside of it lies at.
func beyond(n int) uint32 {
	if n < 0 {
		return 0
	}
	return weekRange - 1
}

func (p *weekPattern) has(d Date) bool { return p.days&(1<<d.weekdayFromMonday()) != 0 }
