package history

import (
	"fmt"
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// chart is the forecast of a deadline over time: days from left to right, its date from early (below) to late (above).
type chart struct {
	points      []point
	deadline    roadmap.Date
	from, to    roadmap.Date // days across
	early, late roadmap.Date // dates up
	w, h        int
	grid        [][]paint.Cell
	axis        int // cells of the dates at the left
}

// leastAxis is the cells that the dates at the left have at least.
const leastAxis = 9

// chartLines are the heading, the chart and its days.
func (v *View) chartLines(s *scene.Scene) []string {
	l := &v.size
	d, ok := v.charted(s)
	points := v.points(s, d)
	if !ok || len(points) == 0 {
		out := []string{s.Theme.Line(l.w).Space(1).Put(paint.Dim, "no deadline to draw yet").String()}
		for len(out) < l.chart+2 {
			out = append(out, s.Theme.Blank(l.w))
		}
		return out
	}
	axis := max(leastAxis, paint.DayCells(s.Today, d.Date)+1)
	for _, p := range points {
		axis = max(axis, paint.DayCells(s.Today, p.forecast)+1)
	}
	c := newChart(points, d.Date, l.w-axis-2, l.chart)
	c.axis = axis
	c.draw(s)
	out := []string{v.chartHeading(s, d, points)}
	for y := range c.h {
		out = append(out, c.line(s, l.w, y))
	}
	return append(out, c.days(s, l.w))
}

// chartHeading names what is drawn, and from where to where it went; where that leaves no room the words in between go first, and of
// the title what must.
func (v *View) chartHeading(s *scene.Scene, d schedule.Deadline, points []point) string {
	first, last := points[0].forecast, points[len(points)-1].forecast
	days := s.Roadmap.Calendar().Between(first, last)
	to := paint.DayOrLater(last, s.Today, d.OpenEnd)
	if d.Done {
		to = "done " + paint.Day(last, s.Today)
	}
	delta := paint.Span{Style: paint.DeltaStyle(days, d.OpenEnd) | paint.Bold, Text: s.Theme.DeltaTo(days, d.OpenEnd)}
	if d.Undated { // its line ends with the last forecast that it had
		to, delta = "cannot be planned", paint.Span{}
	}
	went := []paint.Span{{Style: paint.Dim, Text: "   due "}, {Style: paint.Text, Text: paint.Day(d.Date, s.Today)},
		{Style: paint.Dim, Text: "   " + paint.Day(first, s.Today) + " " + s.Theme.Arrow + " "}, {Style: paint.Text, Text: to + " "},
		delta}
	l, words := s.Theme.Line(v.size.w).Space(1), ", forecast over time"
	room := l.Left() - paint.Width(spansText(went))
	if paint.Width(d.Title+words) > room {
		words = ""
	}
	l.Fit(paint.Bold, d.Title, max(min(paint.Width(d.Title), room), 0)).Put(paint.Dim, words)
	for _, span := range went {
		l.Put(span.Style, span.Text)
	}
	if len(s.Deadlines)+len(s.Done) < 2 {
		return l.String()
	}
	follows, keys := "follows the rows "+s.Theme.Dot+" ", s.Keys.Text("‹-› ‹+› ")
	if _, picked := s.AnyDeadline(v.picked); picked {
		follows = "kept " + s.Theme.Dot + " "
	}
	for _, hint := range []string{follows + keys + "another deadline", follows + keys + "another", follows[:len(follows)-len(s.Theme.Dot)-2], keys + "another"} {
		if l.Left() >= paint.Width(hint)+4 {
			return l.Space(l.Left()-paint.Width(hint)-1).Put(paint.Dim, hint).String()
		}
	}
	return l.String()
}

// drawable are the deadlines of which there is a forecast over time, in the scene's order.
func (v *View) drawable(s *scene.Scene) []scene.Ref {
	var out []scene.Ref
	for _, d := range slices.Concat(s.Deadlines, s.Done) {
		if v.past != nil && d.Forecast != 0 || len(v.points(s, d)) > 0 {
			out = append(out, d.On)
		}
	}
	return out
}

// pick has the chart drawn of the next deadline, or the one before; after the last one it follows the cursor again.
func (v *View) pick(s *scene.Scene, step int) scene.Outcome {
	out, all := scene.Outcome{Handled: true, Select: v.subject(s)}, v.drawable(s)
	switch {
	case len(all) == 0:
		out.Say = "no deadline has a forecast over time yet"
		return out
	case v.size.chart == 0:
		out.Say = "no room for the slip chart here: it needs a higher terminal"
		return out
	}
	at := slices.Index(all, v.picked)
	if at < 0 && step < 0 {
		at = len(all)
	}
	if at += step; at < 0 || at >= len(all) {
		v.picked = scene.Ref{}
		out.Say = "the slip chart follows the changes again"
		return out
	}
	v.picked = all[at]
	out.Say = fmt.Sprintf("slip chart of %s: %d of %d deadlines", s.Title(v.picked), at+1, len(all))
	return out
}

func newChart(points []point, deadline roadmap.Date, w, h int) *chart {
	c := &chart{points: points, deadline: deadline, w: max(w, 1), h: max(h, 1), from: points[0].day, to: points[0].day, early: deadline, late: deadline}
	for _, p := range points {
		c.from, c.to = min(c.from, p.day), max(c.to, p.day)
		if c.early == 0 {
			c.early, c.late = p.forecast, p.forecast
		}
		c.early, c.late = min(c.early, p.forecast), max(c.late, p.forecast)
	}
	c.grid = make([][]paint.Cell, c.h)
	for y := range c.grid {
		c.grid[y] = make([]paint.Cell, c.w)
		for x := range c.grid[y] {
			c.grid[y][x] = paint.Cell{Glyph: ' '}
		}
	}
	return c
}

// column is where a day lies across; behind the last one a cell is left, so that its forecast is seen to go on.
func (c *chart) column(day roadmap.Date) int {
	if c.to == c.from {
		return 0
	}
	return int(day-c.from) * max(c.w-2, 0) / int(c.to-c.from)
}

func (c *chart) row(date roadmap.Date) int {
	if c.late == c.early {
		return c.h / 2
	}
	return int(c.late-date) * (c.h - 1) / int(c.late-c.early)
}

// draw draws the deadline as a line across, and the forecast as steps over it: late above the deadline. The line is one: where it moved
// more than once within a cell's days, it runs from the lowest to the highest of them in that column.
func (c *chart) draw(s *scene.Scene) {
	if c.deadline != 0 {
		for x := range c.w {
			c.grid[c.row(c.deadline)][x] = paint.Cell{Glyph: s.Theme.Slack, Style: paint.Dim}
		}
	}
	sides := make([][]paint.Sides, c.h)
	for y := range sides {
		sides[y] = make([]paint.Sides, c.w)
	}
	join := func(y, x int, to paint.Sides, forecast roadmap.Date) {
		sides[y][x] |= to
		c.grid[y][x] = paint.Cell{Glyph: s.Theme.Wires[sides[y][x]], Style: c.style(forecast)}
	}
	for i, p := range c.points {
		x, y, end := c.column(p.day), c.row(p.forecast), c.w-1
		if i > 0 {
			for from, to := min(y, c.row(c.points[i-1].forecast)), max(y, c.row(c.points[i-1].forecast)); from < to; from++ {
				join(from, x, paint.Down, p.forecast)
				join(from+1, x, paint.Up, p.forecast)
			}
		}
		if i+1 < len(c.points) {
			end = c.column(c.points[i+1].day)
		}
		for ; x < end; x++ {
			join(y, x, paint.Right, p.forecast)
			join(y, x+1, paint.Left, p.forecast)
		}
		if c.w == 1 {
			join(y, x, paint.Left|paint.Right, p.forecast)
		}
	}
}

func (c *chart) style(forecast roadmap.Date) paint.Style {
	if c.deadline != 0 && forecast > c.deadline {
		return paint.Late
	}
	return paint.Fine
}

// line is a line of the chart behind its dates: the latest, the earliest and the deadline.
func (c *chart) line(s *scene.Scene, w, y int) string {
	label, style := "", paint.Dim
	switch {
	case c.deadline != 0 && y == c.row(c.deadline):
		label, style = paint.Day(c.deadline, s.Today), paint.Text
	case y == 0:
		label = paint.Day(c.late, s.Today)
	case y == c.h-1:
		label = paint.Day(c.early, s.Today)
	}
	return s.Theme.Line(w).Right(style, label, c.axis).Space(1).Cells(c.grid[y]).String()
}

// days is the first and the last day under the chart.
func (c *chart) days(s *scene.Scene, w int) string {
	l := s.Theme.Line(w).Space(c.axis+1).Put(paint.Dim, paint.Day(c.from, s.Today))
	last := paint.Day(c.to, s.Today)
	return l.To(max(w-1-paint.Width(last), l.At()+2)).Put(paint.Dim, last).String()
}
