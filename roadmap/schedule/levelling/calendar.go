package levelling

// Calendar counts working days. Days and numbers of working days are those of its owner; the two methods are each other's
// counterparts, as those of a roadmap's calendar are.
type Calendar interface {
	// CountAt is the number of the first working day at or after a day.
	CountAt(day int32) int32
	// DayAt is the working day with that number.
	DayAt(number int32) int32
}

// calendar is a Calendar as tables over the days from the base to the horizon. Days are offsets from the base, and working
// day 0 is the first one at or after it. What lies outside the tables is asked of the calendar itself.
type calendar struct {
	count []int32 // by day: the number of the first working day at or after it
	day   []int32 // by number: the day
	far   Calendar
	base  int32 // the day of offset 0
	zero  int32 // the owner's number of working day 0
}

func newCalendar(far Calendar, base, horizon int32) calendar {
	c := calendar{far: far, base: base, zero: far.CountAt(base), count: make([]int32, horizon+1)}
	for d := range c.count {
		c.count[d] = far.CountAt(base+int32(d)) - c.zero
	}
	c.day = make([]int32, c.count[horizon])
	for d := horizon - 1; d >= 0; d-- {
		if n := c.count[d]; n < int32(len(c.day)) {
			c.day[n] = max(c.day[n], d) // of the days with one count the last is the working day
		}
	}
	return c
}

// countAt is the number of the first working day at or after a day.
func (c *calendar) countAt(day int32) int32 {
	if uint(day) < uint(len(c.count)) {
		return c.count[day]
	}
	return c.farCount(day)
}

func (c *calendar) farCount(day int32) int32 { return c.far.CountAt(c.base+day) - c.zero }

// dayAt is the working day with that number.
func (c *calendar) dayAt(n int32) int32 {
	if uint(n) < uint(len(c.day)) {
		return c.day[n]
	}
	return c.farDay(n)
}

func (c *calendar) farDay(n int32) int32 { return c.far.DayAt(c.zero+n) - c.base }

// move moves an instant by n working days: forward to the end of the n-th working day after it, back to the beginning of
// the n-th before it; for 0 it stays.
func (c *calendar) move(instant, n int32) int32 {
	switch {
	case n > 0:
		return c.dayAt(c.countAt(instant)+n-1) + 1
	case n < 0:
		return c.dayAt(c.countAt(instant) + n)
	}
	return instant
}
