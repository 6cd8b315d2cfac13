package chance

import (
	"cmp"
	"fmt"
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/forecast"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// histogram is on which days something ends, as columns of cells: a column is a working day of the roadmap or, where there are
// too many, a run of them. What ends on a day off stands with the next working day.
type histogram struct {
	cal      *roadmap.Calendar
	first    int // number of the first column's first day
	days     int // working days a column
	counts   []int
	runs     int // in all
	bars     int // lines
	deadline roadmap.Date
	bands    [3]roadmap.Date // up to which 50, 80 and 95 % of the runs end
	marks    []mark
	scale    int // cells at the left, for the share of the highest column
	w, wide  int // cells of all columns, and of one
}

// mark is a day that is named on the axis, and the sign of its cell there.
type mark struct {
	day   roadmap.Date
	name  string
	tick  rune
	style paint.Style
}

// Cells of the scale, and of a histogram that has one at least.
const (
	scaleCells = 6
	leastScale = 30
)

// newHistogram lays out the days in at most w columns and so many lines; the deadline has its column even where nothing ends
// near it, unless it lies further away than all the days are wide.
func newHistogram(s *scene.Scene, o *forecast.Outcome, deadline roadmap.Date, w, bars int) *histogram {
	h := &histogram{cal: s.Roadmap.Calendar(), bars: bars, deadline: deadline, w: w, wide: 1, counts: []int{0}, days: 1}
	if w >= leastScale {
		h.scale = scaleCells
	}
	h.w -= h.scale
	if len(o.Histogram) == 0 || h.w <= 0 || h.cal.Empty() {
		return h
	}
	first, last := h.cal.Count(o.Histogram[0].Date), h.cal.Count(o.Histogram[len(o.Histogram)-1].Date)
	due := h.cal.Count(deadline)
	if span := last - first + 15; deadline != 0 && due > first-span && due < last+span {
		first, last = min(first, due), max(last, due)
	}
	h.first = first - 2
	last += 2
	h.days = (last - h.first + h.w) / h.w
	h.counts = make([]int, (last-h.first)/h.days+1)
	for _, b := range o.Histogram {
		h.counts[h.column(b.Date)] += b.Count
		h.runs += b.Count
	}
	h.bands = [...]roadmap.Date{o.P50, o.P80, o.P95}
	tick := s.Theme.Wires[paint.Up|paint.Left|paint.Right]
	h.marks = []mark{{deadline, "due", h.glyph(s, o), paint.Accent}, {o.P50, "P50", tick, paint.Text}, {o.P80, "P80", tick, paint.Text}, {o.P95, "P95", tick, paint.Text}}
	h.wide = max(min(h.w/len(h.counts), 3), 1)
	return h
}

func (h *histogram) glyph(s *scene.Scene, o *forecast.Outcome) rune {
	if o.P80 > h.deadline {
		return s.Theme.DeadlineMissed
	}
	return s.Theme.DeadlineKept
}

func (h *histogram) column(d roadmap.Date) int { return (h.cal.Count(d) - h.first) / h.days }

// day is the first day of a column.
func (h *histogram) day(x int) roadmap.Date { return h.cal.Day(h.first + x*h.days) }

// lines are the columns behind their scale, the axis with the marks, and the dates under it.
func (h *histogram) lines(s *scene.Scene) []string {
	out := make([]string, 0, h.bars+axisLines-1)
	for y := range h.bars {
		l := h.scaled(s, h.bars-1-y)
		for x := range h.counts {
			l.Cells(h.cells(s, x, h.bars-1-y))
		}
		out = append(out, l.String())
	}
	return append(out, h.axis(s), h.dateLine(s))
}

// scaled begins a line of the columns, counted from the bottom, with the scale: the highest says what share of the runs it is.
func (h *histogram) scaled(s *scene.Scene, line int) *paint.Line {
	l := s.Theme.Line(h.scale + h.w + 2)
	if h.scale == 0 || h.runs == 0 {
		return l.Space(1 + h.scale)
	}
	share, sides := "", paint.Up|paint.Down
	if line == h.bars-1 {
		share, sides = fmt.Sprintf("%.0f %%", 100*float64(slices.Max(h.counts))/float64(h.runs)), paint.Down|paint.Left
	}
	return l.Right(paint.Dim, share, h.scale).Put(paint.Rule, string(s.Theme.Wires[sides]))
}

// means says what a column is: the scale's unit.
func (h *histogram) means() string {
	switch {
	case h.scale == 0 || h.runs == 0:
		return ""
	case h.days == 1:
		return "columns: share of the runs a working day"
	}
	return fmt.Sprintf("columns: share of the runs in %d working days", h.days)
}

// cells are a column's on one line, counted from the bottom: a bar's part, green up to the deadline and shaded by whether half of the
// runs, 80 or 95 % of them end up to it, or fewer after it; the deadline as a line through all.
func (h *histogram) cells(s *scene.Scene, x, line int) []paint.Cell {
	steps := len(s.Theme.Heats) - 1
	full := 0
	if most := slices.Max(h.counts); most > 0 {
		full = (h.counts[x]*h.bars*steps + most - 1) / most
	}
	part := min(max(full-line*steps, 0), steps)
	cell := paint.Cell{Glyph: s.Theme.Heats[part], Style: paint.Fine}
	switch band := h.band(x); {
	case part == steps, band > 0 && part > steps/2:
		cell.Glyph = s.Theme.Bands[band]
	case band > 0 && line > 0: // a full tone over a lighter one would be a cap of its own; what is lowest is seen in any case
		cell.Glyph = ' '
	}
	if h.deadline != 0 && h.day(x) > h.deadline {
		cell.Style = paint.Late
		if h.band(x) > 0 && part > 0 && part <= steps/2 && s.Theme.Tones() {
			cell.Style = paint.LatePart // else the last columns, which matter least, would be the brightest
		}
	}
	out := make([]paint.Cell, h.wide)
	for i := range out {
		out[i] = cell
	}
	if h.deadline != 0 && h.column(h.deadline) == x {
		line := paint.Cell{Glyph: s.Theme.Limit, Style: paint.Accent}
		if part > steps/2 {
			line.Glyph = s.Theme.LimitIn
		}
		out[h.middle()] = line
	}
	return out
}

// middle is the cell of a column at which its mark stands.
func (h *histogram) middle() int { return (h.wide - 1) / 2 }

// band is how many of 50, 80 and 95 % of the runs have ended before a column.
func (h *histogram) band(x int) int {
	n := 0
	for _, day := range h.bands {
		if day != 0 && x > h.column(day) {
			n++
		}
	}
	return n
}

// axis is the line under the columns: each mark stands in the cell of its day, with its name at the side that has room; where none has,
// behind the name before it.
func (h *histogram) axis(s *scene.Scene) string {
	if h.runs == 0 {
		return s.Theme.Blank(h.scale + h.w + 2)
	}
	w := len(h.counts) * h.wide
	cells := make([]paint.Cell, max(w, h.w))
	for i := range cells {
		cells[i] = paint.Cell{Glyph: ' '}
		if i < w {
			cells[i] = paint.Cell{Glyph: s.Theme.Wires[paint.Left|paint.Right], Style: paint.Rule}
		}
	}
	marks := h.placed()
	taken := 0 // cells that hold a name, from the left
	for i, m := range marks {
		at := h.at(m)
		next := len(cells)
		if i+1 < len(marks) {
			next = h.at(marks[i+1])
		}
		name, begin := []rune(m.name), max(at+1, taken)
		if begin == at+1 && begin+len(name) > next && at-len(name) >= taken {
			begin = at - len(name)
		} else if begin > at+1 {
			begin++ // behind the name before it
		}
		if begin+len(name) > len(cells) {
			continue
		}
		for k, r := range name {
			cells[begin+k] = paint.Cell{Glyph: r, Style: m.style}
		}
		taken = max(begin+len(name), at+1)
	}
	for _, m := range slices.Backward(marks) { // the first of several in a cell is seen: the deadline
		cells[h.at(m)] = paint.Cell{Glyph: m.tick, Style: m.style}
	}
	corner := " "
	if h.scale > 0 {
		corner = string(s.Theme.Wires[paint.Up|paint.Right])
	}
	return s.Theme.Line(h.scale+h.w+2).Space(h.scale).Put(paint.Rule, corner).Cells(cells[:h.w]).String()
}

// placed are the marks whose days have a column, by their days.
func (h *histogram) placed() []mark {
	out := slices.DeleteFunc(slices.Clone(h.marks), func(m mark) bool {
		return m.day == 0 || h.cal.Count(m.day) < h.first || h.column(m.day) >= len(h.counts)
	})
	slices.SortStableFunc(out, func(a, b mark) int { return cmp.Compare(h.at(a), h.at(b)) })
	return out
}

// at is the cell of a mark, from the left of the columns.
func (h *histogram) at(m mark) int { return h.column(m.day)*h.wide + h.middle() }

// dateLine writes the days of columns under their marks' cells, as many as fit.
func (h *histogram) dateLine(s *scene.Scene) string {
	l := s.Theme.Line(h.scale + h.w + 2)
	for x := range h.counts {
		text := paint.Day(h.day(x), s.Today)
		if at := 1 + h.scale + x*h.wide + h.middle(); (x == 0 || at >= l.At()+dateGap) && at+paint.Width(text) <= h.scale+h.w+1 {
			l.To(at).Put(paint.Dim, text)
		}
	}
	return l.String()
}

// dateGap is how many cells lie between two dates at least.
const dateGap = 6
