package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/paint"
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

// header writes the names of the units into cells, each where its unit begins; one that has no room before the next is left
// out. The name of a year may reach into the next, which then goes without.
func (v *View) header(cells []paint.Cell, u unit, name func(roadmap.Date) string, style paint.Style) {
	s, free := v.scale, 0
	for d := u.floor(s.origin, s.begin); d < s.end(); d = u.next(d) {
		from, to := max(s.cell(d), 0), min(s.cell(u.next(d)), len(cells))
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
			text = text[:1] // J F M
		}
		if from < free || from+pad+len(text) > to-apart {
			continue
		}
		free = from + pad + len(text) + 1 - b2i(apart == 0 && u != aDay && u != aYear)
		for i, r := range text {
			cells[from+pad+i] = paint.Cell{Glyph: r, Style: style}
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
