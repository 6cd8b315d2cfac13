package input

import "bywhen/tui/paint"

// Listed is a row of what a text means where that is a list, as the public holidays of a country.
type Listed struct {
	When, Text, Says string
	Dim              bool // it does nothing
}

// mostListed is how many lines a list takes above the text at most; where they are not enough, rows stand side by side.
const mostListed = 12

// listedHeight is how many lines a list wants: its own, and one that parts it from what lies above.
func listedHeight(rows []Listed) int {
	if len(rows) == 0 {
		return 0
	}
	return min(len(rows), mostListed) + 1
}

// drawListed gives h lines of w cells, each row a line or, where they are more, in columns that are read downwards. The rows that have no
// room are counted in the last place.
func drawListed(t *paint.Theme, rows []Listed, w, h int) []string {
	if h <= 0 || len(rows) == 0 {
		return nil
	}
	out := make([]string, 0, h)
	if h > min(len(rows), mostListed) {
		out = append(out, t.Rule(w))
		h--
	}
	if h == 0 {
		return out
	}
	when, cells := listedWidths(rows)
	columns := 1
	if len(rows) > h {
		columns = max(min((len(rows)+h-1)/h, (w-1)/leastBeside), 1)
		cells = min(cells, (w-1)/columns)
	}
	n := min(h, (len(rows)+columns-1)/columns)
	for y := range max(h, 0) {
		l := t.Line(w).Space(1)
		for x := range columns {
			i := x*n + y
			last := x == columns-1 && y == n-1 && i < len(rows)-1
			switch {
			case y >= n || i >= len(rows):
			case last:
				l.Fit(paint.Dim, "and "+paint.Thousands(len(rows)-i)+" more", max(l.Left()-1, 0))
			case columns == 1:
				putListed(l, &rows[i], when, max(l.Left()-1, 0))
			default:
				putListed(l, &rows[i], when, min(cells-listedGap, max(l.Left()-1, 0)))
				l.Space(min(listedGap, l.Left()))
			}
		}
		out = append(out, l.String())
	}
	return out
}

// The cells between columns, and how many a row has at least that stands beside another.
const (
	listedGap   = 2
	leastBeside = 38
)

// listedWidths are the cells of the days, and of a whole row with the gap behind it.
func listedWidths(rows []Listed) (when, cells int) {
	for _, r := range rows {
		when = max(when, paint.Width(r.When))
	}
	for _, r := range rows {
		n := when + listedGap + paint.Width(r.Text) + listedGap
		if r.Says != "" {
			n += paint.Width(r.Says) + listedGap
		}
		cells = max(cells, n)
	}
	return when, cells
}

// putListed adds a row in w cells; of what it is called and what is said of it the name is cut.
func putListed(l *paint.Line, r *Listed, when, w int) {
	style := paint.Text
	if r.Dim {
		style = paint.Dim
	}
	end := l.At() + w
	l.Fit(style, r.When, min(when, w)).Space(min(listedGap, end-l.At()))
	room := end - l.At()
	if says := paint.Width(r.Says) + listedGap; r.Says != "" && room-says > 4 {
		room -= says
	}
	text := min(paint.Width(r.Text), room)
	l.Fit(style, r.Text, text)
	if left := end - l.At() - listedGap; r.Says != "" && left > 0 {
		l.Space(listedGap).Fit(paint.Dim, r.Says, left)
	}
	l.Space(max(end-l.At(), 0))
}
