package chance

import (
	"cmp"
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
	bars     int // lines
	deadline roadmap.Date
	marks    []mark
	w, wide  int // cells in all, and of a column
}

// mark is a day that is named under the columns.
type mark struct {
	day   roadmap.Date
	name  string
	style paint.Style
}

// newHistogram lays out the days in at most w columns and so many lines; the deadline has its column even where nothing ends
// near it, unless it lies further away than all the days are wide.
func newHistogram(s *scene.Scene, o *forecast.Outcome, deadline roadmap.Date, w, bars int) *histogram {
	h := &histogram{cal: s.Roadmap.Calendar(), bars: bars, deadline: deadline, w: w, wide: 1, counts: []int{0}, days: 1}
	if len(o.Histogram) == 0 || w <= 0 || h.cal.Empty() {
		return h
	}
	first, last := h.cal.Count(o.Histogram[0].Date), h.cal.Count(o.Histogram[len(o.Histogram)-1].Date)
	due := h.cal.Count(deadline)
	if span := last - first + 15; deadline != 0 && due > first-span && due < last+span {
		first, last = min(first, due), max(last, due)
	}
	h.first = first - 2
	last += 2
	h.days = (last - h.first + w) / w
	h.counts = make([]int, (last-h.first)/h.days+1)
	for _, b := range o.Histogram {
		h.counts[h.column(b.Date)] += b.Count
	}
	h.marks = []mark{{deadline, string(h.glyph(s, o)), paint.Text}, {o.P50, "P50", paint.Dim}, {o.P80, "P80", paint.Dim}, {o.P95, "P95", paint.Dim}}
	h.wide = max(min(w/len(h.counts), 3), 1)
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

// lines are the columns, the marks under them, and their dates.
func (h *histogram) lines(s *scene.Scene) []string {
	out := make([]string, 0, h.bars+axisLines-1)
	for y := range h.bars {
		l := s.Theme.Line(h.w + 2).Space(1)
		for x := range h.counts {
			l.Cells(h.cells(s, x, h.bars-1-y))
		}
		out = append(out, l.String())
	}
	return append(out, h.markLine(s), h.dateLine(s))
}

// cells are a column's on one line, counted from the bottom: a bar's part, green up to the deadline; the deadline as a line.
func (h *histogram) cells(s *scene.Scene, x, line int) []paint.Cell {
	steps := len(s.Theme.Heats) - 1
	full := 0
	if most := slices.Max(h.counts); most > 0 {
		full = (h.counts[x]*h.bars*steps + most - 1) / most
	}
	cell := paint.Cell{Glyph: s.Theme.Heats[min(max(full-line*steps, 0), steps)], Style: paint.Fine}
	if h.deadline != 0 && h.day(x) > h.deadline {
		cell.Style = paint.Late
	}
	out := make([]paint.Cell, h.wide)
	for i := range out {
		out[i] = cell
	}
	if h.deadline != 0 && h.column(h.deadline) == x && cell.Glyph == ' ' {
		out[0] = paint.Cell{Glyph: s.Theme.Limit, Style: paint.Accent}
	}
	return out
}

// markLine names days under their columns; where two would lie on each other the later one gives way to the right.
func (h *histogram) markLine(s *scene.Scene) string {
	l := s.Theme.Line(h.w + 2)
	marks := slices.Clone(h.marks)
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.day, b.day) })
	for _, m := range marks {
		if m.day == 0 || h.cal.Count(m.day) < h.first || h.column(m.day) >= len(h.counts) {
			continue
		}
		l.To(max(1+h.column(m.day)*h.wide, l.At()+min(l.At(), 1))).Put(m.style, m.name)
	}
	return l.String()
}

// dateLine writes the first days of columns, as many as fit.
func (h *histogram) dateLine(s *scene.Scene) string {
	l := s.Theme.Line(h.w + 2)
	for x := range h.counts {
		text := paint.Day(h.day(x), s.Today)
		if at := 1 + x*h.wide; (x == 0 || at >= l.At()+dateGap) && at+paint.Width(text) <= h.w+1 {
			l.To(at).Put(paint.Dim, text)
		}
	}
	return l.String()
}

// dateGap is how many cells lie between two dates at least.
const dateGap = 6
