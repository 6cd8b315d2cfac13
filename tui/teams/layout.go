package teams

// layout is the cells that each part of a frame has.
type layout struct {
	width, height int
	rows          int // lines for rows, under a rule and the names of columns
	below         int // lines under the table, its rule not counted; 0: not shown

	name, capacity, works, idle, late, own, waits int // cells of the columns, the space before each counted; 0: dropped
	weeks                                         int // how many weeks are shown
}

// The columns' widths with the space before each.
const (
	marksWidth    = 4 // pointer, fold, mark, space
	weekWidth     = 5
	leastName     = 13
	mostName      = 26
	capacityWidth = 4
	leastWorks    = 18
	mostWorks     = 40
	idleWidth     = 8
	lateWidth     = 8
	ownWidth      = 6
	leastWaits    = 12
	mostWaits     = 26
	leastWeeks    = 4
	mostWeeks     = 27 // half a year

	headerLines = 2
)

// layoutOf lays a frame of w x h out. Columns drop out in a fixed order: own, what it works on, capacity, idle, whom it
// waits for. What is left over goes to weeks, then to texts.
func layoutOf(w, h int) layout {
	l := layout{width: w, height: h, name: leastName, capacity: capacityWidth, works: leastWorks, idle: idleWidth,
		late: lateWidth, own: ownWidth, waits: leastWaits, weeks: leastWeeks}
	if h >= 10 {
		l.below = min(max(h/3-1, 3), 9)
	}
	l.rows = max(h-headerLines-l.below, 0)
	if l.below > 0 {
		l.rows--
	}
	for _, column := range []*int{&l.own, &l.works, &l.capacity, &l.idle, &l.waits, &l.weeks, &l.late} {
		if l.free() < 0 {
			*column = 0
		}
	}
	l.name = max(min(l.name, w-marksWidth), 0)
	l.spread()
	return l
}

func (l *layout) free() int {
	return l.width - marksWidth - l.name - l.capacity - l.weeks*weekWidth - l.works - l.idle - l.late - l.own - l.waits
}

// spread gives away what is left over, by turns.
func (l *layout) spread() {
	grow := func(column *int, most int) {
		if *column > 0 {
			*column += max(min(l.free(), most-*column), 0)
		}
	}
	weeks := func(most int) {
		if l.weeks > 0 {
			l.weeks += max(min(l.free()/weekWidth, most-l.weeks), 0)
		}
	}
	weeks(6)
	grow(&l.name, leastName+4)
	weeks(9)
	grow(&l.works, leastWorks+8)
	grow(&l.name, mostName)
	weeks(13)
	grow(&l.waits, leastWaits+8)
	grow(&l.works, mostWorks)
	weeks(mostWeeks)
	grow(&l.waits, mostWaits)
}

// strip is the column at which the weeks begin.
func (l *layout) strip() int { return marksWidth + l.name + l.capacity }
