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

	title   int      // cells of the task's column
	columns []Column // those after it that are shown, in their order, each with its width
}

// The cells of the task's column.
const (
	marksWidth = 6 // pointer, fold or mark, space, status, flag, space
	leastTitle = 19
	leastList  = 48 // of the list, where the timeline stands beside it
	mostTitle  = 44
)

// layoutOf lays a frame of w x h out. Columns drop out where the title needs their room.
func layoutOf(w, h int, timeline bool, columns []Column) layout {
	l := layout{width: w, height: h, rows: max(h-headerLines, 0), list: w}
	switch {
	case w < narrow && timeline:
		l.list = min(narrowTitle, w)
		l.timeline = max(w-l.list-1, 0)
	case w >= narrow:
		l.list = min(max(w*55/100, leastList), marksWidth+mostTitle+cellsOf(columns))
		l.timeline = w - l.list - 1
	}
	l.columns = fittingIn(columns, l.list-marksWidth-leastTitle)
	l.title = max(l.list-marksWidth-cellsOf(l.columns), 0)
	return l
}
