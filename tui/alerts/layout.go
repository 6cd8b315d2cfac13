package alerts

// layout is the cells that each part of a frame has.
type layout struct {
	width, height int
	list          int  // cells of the list
	listRows      int  // lines for the list, under the rule
	beside        bool // the pane is beside the list, after a line
	pane          int  // cells of the pane; 0: it is not shown
	paneRows      int  // lines for the pane, under its rule
	brief         bool // too low for more than a line a cause

	deadline, days int // cells at the right of a row: which deadline, and by how much; 0: dropped
}

// The sizes from which parts appear.
const (
	besideFrom    = 120
	leastRows     = 4  // of the list
	briefBelow    = 16 // lines
	deadlineFrom  = 66 // cells of the list: it is shown from 120 cells on
	mostDeadline  = 28 // cells of its title
	leastDeadline = 12
	daysWidth     = 11 // "+12d late"
)

// layoutOf divides w x h cells. A pane below has half of the lines, so that it stays where it is.
func layoutOf(w, h int) layout {
	l := layout{width: w, height: h, list: w, listRows: max(h-1, 0), brief: h < briefBelow, days: daysWidth}
	switch {
	case w >= besideFrom:
		l.beside = true
		l.list = w * 58 / 100
		l.pane = w - l.list - 1
		l.paneRows = l.listRows
	case h >= leastRows+4:
		n := min(max(h/2, 4), 18)
		l.pane, l.paneRows = w, n-1
		l.listRows -= n
	}
	if l.list >= deadlineFrom {
		l.deadline = min(max(l.list/4, 16), mostDeadline)
	}
	if l.list < 30 {
		l.days = 0
	}
	return l
}

// ofLines is the layout as far as lines of the list depend on it: how wide it is, whether a cause has one line, what stands at its
// right, and whether the pane takes lines of it.
func (l layout) ofLines() layout {
	return layout{list: l.list, brief: l.brief, beside: l.beside, deadline: l.deadline, days: l.days}
}

// twoLines tells whether what a cause is may take a second line.
func (l *layout) twoLines() bool { return !l.brief }
