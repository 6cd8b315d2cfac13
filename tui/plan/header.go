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

// overDays names the weeks and the months over days, on a rule of the glyph free: each ISO week over its Monday, the one that has
// begun beyond the edge over its first day that is seen, where it has room; each month where it begins, or as near behind that as the
// weeks leave room, without its year where they leave less.
func (v *View) overDays(cells []paint.Cell, free rune) {
	s := v.scale
	if s.begin == time.Monday {
		for d := aWeek.floor(s.origin, time.Monday); d < s.end(); d += 7 {
			x, next := max(s.cell(d), 0), s.cell(d+7)
			if text := isoWeek(d); x+len(text) < next && x+len(text) <= len(cells) {
				write(cells[x:], text)
			}
		}
	}
	for d := aMonth.floor(s.origin, s.begin); d < s.end(); d = aMonth.next(d) {
		from, to := max(s.cell(d), 0), min(s.cell(aMonth.next(d)), len(cells))
		if from > 0 {
			from++ // behind its line
		}
		for _, text := range []string{aMonth.longLabel(d), aMonth.label(d)} {
			if x := roomFor(len(text), cells[:max(to, 0)], from, free); x >= 0 {
				write(cells[x:], text)
				break
			}
		}
	}
}

// roomFor is the first cell from which so many are free, with one on each side that is not the edge; negative where there is none.
func roomFor(n int, cells []paint.Cell, from int, free rune) int {
	taken := func(c paint.Cell) bool { return c.Glyph != free }
	for x := from; x+n <= len(cells); x++ {
		if !slices.ContainsFunc(cells[max(x-1, 0):min(x+n+1, len(cells))], taken) {
			return x
		}
	}
	return -1
}

func write(cells []paint.Cell, text string) {
	for i, r := range text {
		cells[i] = paint.Cell{Glyph: r, Style: paint.Dim}
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
