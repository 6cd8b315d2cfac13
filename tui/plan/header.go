package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"bywhen/roadmap"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// label is the unit's name as it stands in the header.
func (u unit) label(d roadmap.Date) string {
	y, m, day := d.Civil()
	switch u {
	case aDay, aWeek:
		return strconv.Itoa(day)
	case aMonth:
		return paint.MonthName(int(m))
	case aQuarter:
		return "Q" + strconv.Itoa(int(m-1)/3+1)
	}
	return strconv.Itoa(y)
}

// longLabel is the name in the upper of the two lines.
func (u unit) longLabel(d roadmap.Date) string {
	y, _, _ := d.Civil()
	if u == aYear {
		return strconv.Itoa(y)
	}
	return fmt.Sprintf("%s %d", u.label(d), y)
}

// numbered is a week's name with its ISO number, as "30 W49"; empty where weeks do not begin as ISO's do, on a Monday.
func (s scale) numbered(d roadmap.Date) string {
	if s.begin != time.Monday {
		return ""
	}
	return aWeek.label(d) + " " + isoWeek(d)
}

// isoWeek is the number of the ISO week that a day lies in, as "W49".
func isoWeek(d roadmap.Date) string {
	week := d.Week()
	return week[strings.IndexByte(week, 'W'):]
}

// weeks writes the number of each ISO week over the days of a rule, where nothing stands yet.
func (v *View) weeks(cells []paint.Cell, free rune) {
	if v.scale.begin != time.Monday {
		return
	}
	for d := aWeek.floor(v.scale.origin+6, time.Monday); d < v.scale.end(); d += 7 {
		text, x := isoWeek(d), v.scale.cell(d)
		if x < 1 || x+len(text) >= len(cells) || slices.ContainsFunc(cells[x-1:x+len(text)+1], func(c paint.Cell) bool { return c.Glyph != free }) {
			continue
		}
		for i, r := range text {
			cells[x+i] = paint.Cell{Glyph: r, Style: paint.Dim}
		}
	}
}

// header writes the names of the units into cells, each where its unit begins, or its long name where that has room; one that has
// no room before the next is left out. The name of a year may reach into the next, which then goes without.
func (v *View) header(cells []paint.Cell, u unit, name, long func(roadmap.Date) string, style paint.Style) {
	s, free := v.scale, 0
	for d := u.floor(s.origin, s.begin); d < s.end(); d = u.next(d) {
		from, to := max(s.cell(d), 0), min(s.cell(u.next(d)), len(cells))
		cut := s.cell(d) < from || s.cell(u.next(d)) > to // it goes on beyond an edge
		text := name(d)
		pad := 0
		if u != aDay && from < len(cells) && from > 0 && slices.Contains(v.gridCells, from) {
			pad = 1 // the line at a month's beginning is seen
		}
		if u == aDay {
			pad = max(to-from-len(text), 0) / 2
		}
		apart := b2i(u != aDay && to < len(cells) && !slices.Contains(v.gridCells, to)) // where no line does it, names are kept apart
		if u == aYear {
			to, apart = len(cells), 0
		}
		if from+pad+len(text) > to-apart {
			text, _, _ = strings.Cut(text, " ") // without its year
		}
		if u == aMonth && from+pad+len(text) > to-apart {
			if cut {
				continue // a letter beside names is none
			}
			text = text[:1] // J F M
		}
		if from < free || from+pad+len(text) > to-apart {
			continue
		}
		if long != nil {
			full := long(d)
			_, number, _ := strings.Cut(full, " ")
			switch {
			case full != "" && from+pad+len(full) <= to-1:
				text = full
			case s.cell(d) < from && number != "" && from+pad+len(number) <= to-1: // its first day is beyond the edge
				text = number
			}
		}
		free = from + pad + len(text) + 1 - b2i(apart == 0 && u != aDay && u != aYear)
		for i, r := range text {
			cells[from+pad+i] = paint.Cell{Glyph: r, Style: style}
		}
	}
}

// marksToday has today seen in the header also where a name stands on its line.
func (v *View) marksToday(s *scene.Scene, cells []paint.Cell) {
	for x := max(v.scale.cell(s.Today), 0); x < min(max(v.scale.cell(s.Today+1), v.scale.cell(s.Today)+1), len(cells)); x++ {
		if c := &cells[x]; c.Glyph != ' ' && c.Glyph != s.Theme.Today {
			c.Style = paint.Accent | paint.Underline
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
