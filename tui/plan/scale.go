package plan

import (
	"time"

	"bywhen/roadmap"
)

// Zoom is how much time a cell of the timeline is.
type Zoom uint8

// The zooms, from the widest.
const (
	Day     Zoom = iota // 3 cells a day
	Week                // 1 cell a day
	Month               // 2 cells a week
	Quarter             // 1 cell a week
	All                 // the whole plan, whatever that takes
)

var zoomNames = [...]string{"day", "week", "month", "quarter", "whole plan"}

// String is the word for the zoom.
func (z Zoom) String() string { return zoomNames[z] }

// scale says where a day is: in eighths of a cell from the left edge.
type scale struct {
	origin   roadmap.Date // the day at the left edge
	num, den int          // eighths a day
	width    int          // cells
	begin    time.Weekday // of its weeks
}

func scaleOf(z Zoom, origin roadmap.Date, width int) scale {
	s := scale{origin: origin, num: 8, den: 7, width: width}
	switch z {
	case Day:
		s.num, s.den = 24, 1
	case Week:
		s.num, s.den = 8, 1
	case Month:
		s.num = 16
	}
	return s
}

// steps are cells a week between those of the zooms: a plan of a quarter would else fill half of its width.
var steps = []int{14, 5, 4, 3}

// opened is the most detailed of the steps that shows all from today on, or the scale itself where none between it and the next
// zoom does: what the timeline takes until a zoom is chosen.
func (s scale) opened(today, last roadmap.Date) scale {
	for _, cells := range steps {
		finer := scale{origin: s.origin, num: cells * 8, den: 7, width: s.width}
		room := s.width - max(s.width/16, 1) - 1 - cells // it begins with a week
		if finer.num*s.den > s.num*finer.den && last <= today+finer.days(room) {
			return finer
		}
	}
	return s
}

// fitting shows the days from first to last in all of the width.
func fitting(first, last roadmap.Date, width int) scale {
	return scale{origin: first, num: max(width, 1) * 8, den: max(int(last-first)+1, 1), width: width}
}

// at is the place of the instant at which a day begins.
func (s scale) at(d roadmap.Date) int {
	n := int(d-s.origin) * s.num
	if n < 0 {
		return -((-n + s.den - 1) / s.den)
	}
	return n / s.den
}

// cell is the cell in which a day begins; negative left of the edge.
func (s scale) cell(d roadmap.Date) int {
	x := s.at(d)
	if x < 0 {
		return -((-x + 7) / 8)
	}
	return x / 8
}

// past is the cell after the last one that the days before d lie in, be it in part.
func (s scale) past(d roadmap.Date) int { return max(s.cell(d-1)+1, (s.at(d)+7)/8) }

// nearest is the cell whose left edge is nearest to where a day begins.
func (s scale) nearest(d roadmap.Date) int { return (s.at(d) + 4) >> 3 }

// day is the day that a cell begins in.
func (s scale) day(cell int) roadmap.Date { return s.origin + roadmap.Date(cell*8*s.den/s.num) }

// days is how many days so many cells are, at least 1.
func (s scale) days(cells int) roadmap.Date { return roadmap.Date(max(cells*8*s.den/s.num, 1)) }

// daily tells whether a day is at least a cell.
func (s scale) daily() bool { return s.num >= 8*s.den }

// cellsAMonth is how many cells 30 days take.
func (s scale) cellsAMonth() int { return 30 * s.num / s.den / 8 }

// end is the day after the last one shown.
func (s scale) end() roadmap.Date { return s.day(s.width) + 1 }

// unit is a span of the calendar that the header names.
type unit uint8

const (
	aDay unit = iota
	aWeek
	aMonth
	aQuarter
	aYear
)

// floor is the first day of the unit that a day lies in, its weeks begun on a weekday.
func (u unit) floor(d roadmap.Date, begin time.Weekday) roadmap.Date {
	y, m, _ := d.Civil()
	switch u {
	case aWeek:
		return d.WeekFrom(begin)
	case aMonth:
		return roadmap.NewDate(y, int(m), 1)
	case aQuarter:
		return roadmap.NewDate(y, int(m-1)/3*3+1, 1)
	case aYear:
		return roadmap.NewDate(y, int(time.January), 1)
	}
	return d
}

// next is the first day of the unit after the one that begins on d.
func (u unit) next(d roadmap.Date) roadmap.Date {
	y, m, _ := d.Civil()
	switch u {
	case aWeek:
		return d + 7
	case aMonth:
		return roadmap.NewDate(y, int(m)+1, 1)
	case aQuarter:
		return roadmap.NewDate(y, int(m)+3, 1)
	case aYear:
		return roadmap.NewDate(y+1, 1, 1)
	}
	return d + 1
}

// units are the larger and the smaller one that the header names at a scale.
func (s scale) units() (larger, smaller unit) {
	switch n := s.cellsAMonth(); {
	case n >= 60:
		return aMonth, aDay
	case n >= 20:
		return aMonth, aWeek
	case n >= 4:
		return aQuarter, aMonth
	}
	return aYear, aQuarter
}

// grid is the unit at whose beginnings a line is drawn.
func (s scale) grid() unit {
	switch n := s.cellsAMonth(); {
	case n >= 4:
		return aMonth
	case n >= 2:
		return aQuarter
	}
	return aYear
}
