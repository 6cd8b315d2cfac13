package plan

// headerLines are the two lines above the rows: a rule with the larger units of time, the columns with the smaller ones.
const headerLines = 2

// narrow is the width under which list and timeline take turns; narrowTitle is what is left of the list beside the timeline.
const (
	narrow      = 72
	narrowTitle = 22
)

// layout is the cells that each part of a frame has.
type layout struct {
	width, height int
	rows          int // lines for rows
	list          int // cells of the list
	timeline      int // cells of the timeline, which comes after the list and a line; 0: it is not shown

	title, team, left, late, board int // cells of the columns; 0: dropped
}

// The columns' widths with the space before each.
const (
	marksWidth = 6 // pointer, fold or mark, space, status, flag, space
	teamWidth  = 14
	leftWidth  = 7
	lateWidth  = 9
	boardWidth = 8
	leastTitle = 19
	mostTitle  = 44
)

// layoutOf lays a frame of w x h out. Columns drop out in a fixed order: baseline, left, team.
func layoutOf(w, h int, timeline bool) layout {
	l := layout{width: w, height: h, rows: max(h-headerLines, 0), list: w}
	switch {
	case w < narrow && timeline:
		l.list = min(narrowTitle, w)
		l.timeline = max(w-l.list-1, 0)
	case w >= narrow:
		l.list = min(max(w*55/100, 48), marksWidth+mostTitle+teamWidth+leftWidth+lateWidth+boardWidth)
		l.timeline = w - l.list - 1
	}
	l.columns()
	return l
}

func (l *layout) columns() {
	l.team, l.left, l.late, l.board = teamWidth, leftWidth, lateWidth, boardWidth
	rest := func() int { return l.list - marksWidth - l.team - l.left - l.late - l.board }
	for _, column := range []*int{&l.board, &l.left, &l.team, &l.late} {
		if rest() < leastTitle {
			*column = 0
		}
	}
	l.title = max(rest(), 0)
}
