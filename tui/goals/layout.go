package goals

// layout is the lines that each part of a frame has, and the cells of its columns, the space before each counted; 0: dropped.
type layout struct {
	w, h         int
	goals, risks int  // lines for rows; risks have a rule above them
	grid         int  // cells of the grid beside the risks
	below        int  // lines of the grid below them, where there is no room beside
	instead      bool // the grid stands where they would
	risk         int  // cells that what a risk is takes at most
	under        bool // a goal's metric stands in a line of its own under it: there is no room beside it, and lines are free
	each         int  // lines that a risk takes: two where what is done about it has no room beside it, and lines are free

	name, deadline, forecast, late, chance, done, metric, line, score int
}

// The columns' widths with the space before each.
const (
	marksWidth  = 5 // pointer, fold, space, mark, space
	leastName   = 14
	mostName    = 40
	leastDate   = 8
	lateWidth   = 10
	chanceWidth = 11
	doneWidth   = 17
	leastDone   = 13
	shareWidth  = 7 // of what is done without its bar
	metricBar   = 9
	metricWidth = 24
	mostMetric  = 40
	lineWidth   = 14
	scoreWidth  = 8

	riskMarks = 18 // what stands before a risk's title

	headerLines = 2 // the rule and the names of columns
	gridWidth   = 34
	gridFrom    = 100
)

// content is what a frame is laid out for: how many goals, goals with a metric and risks there are, and the cells that the goals' names,
// the dates, with the space before them, the numbers of metrics, what a risk is and what is done about it take at most; and whether the
// grid is wanted where the risks would be, if it has no room beside or below.
type content struct {
	goals, metrics, risks, names, date, numbers, risk, answer int

	grid bool
}

// layoutOf lays a frame of w x h out. Metrics that have no room for their bars stand under the goals, where lines are free.
func layoutOf(w, h int, c content) layout {
	l := layout{w: w, h: h, risk: c.risk}
	room := max(h-headerLines, 0)
	l.goals = room
	if c.risks > 0 && room >= 5 {
		l.risks = min(c.risks, max(room/3, room-c.goals-2), room-3)
		l.goals = room - l.risks - 2
	}
	l.placeGrid(c.goals)
	if c.grid && l.hidesGrid() && l.short() == 0 {
		l.risks, l.instead = max(l.risks, gridBands+1), true
		l.goals = room - l.risks - 2
	}
	l.widenRisks(c)
	l.columns(c)
	if c.metrics > 0 && l.metric < metricWidth && l.goals >= c.goals+c.metrics {
		l.under, c.numbers = true, 0
		l.columns(c)
	}
	return l
}

// columns gives each its cells. What a column has drops out in a fixed order: score, part of the bar of what is done, the metric's line,
// its bar and name, the bar of what is done, the metric, what is done, of the goals' names what must, the probability, the deadline.
// What is left over goes to metrics, else to the bar of what is done.
func (l *layout) columns(c content) {
	l.name, l.deadline, l.forecast, l.late = max(min(c.names, mostName), leastName), max(c.date, leastDate), max(c.date, leastDate), lateWidth
	l.chance, l.done, l.metric, l.line, l.score = chanceWidth, doneWidth, max(metricWidth, metricBar+c.numbers+2), lineWidth, scoreWidth
	if c.numbers == 0 {
		l.metric, l.line = 0, 0
	}
	l.drop(c)
	switch {
	case l.metric >= metricWidth:
		l.metric += max(min(l.free(), mostMetric-l.metric), 0)
	case l.done > 0 && l.done+l.free() >= leastDone:
		l.done = min(l.done+l.free(), doneWidth)
	}
}

// drop narrows columns until they fit.
func (l *layout) drop(c content) {
	for _, next := range []struct {
		column *int
		to     int
	}{{&l.score, 0}, {&l.done, leastDone}, {&l.line, 0}, {&l.metric, c.numbers + 2}, {&l.done, shareWidth}, {&l.metric, 0}, {&l.done, 0},
		{&l.name, leastName}, {&l.chance, 0}, {&l.deadline, 0}, {&l.late, 0}} {
		if l.free() < 0 {
			*next.column = min(*next.column, next.to)
		}
	}
	l.name = max(l.name+min(max(l.free(), 0), max(min(c.names, mostName), leastName)-l.name), 0)
}

// placeGrid gives the grid its place beside the risks, else below them, where lines are free that no goal takes.
func (l *layout) placeGrid(goals int) {
	free := l.goals - goals
	switch lines := gridBands + 1; {
	case l.risks == 0:
	case l.w >= gridFrom && l.risks+max(free, 0) >= lines:
		l.grid = gridWidth
		more := max(lines-l.risks, 0)
		l.risks, l.goals = l.risks+more, l.goals-more
	case l.w >= gridWidth && free >= lines+1:
		l.below, l.goals = lines+1, l.goals-lines-1
	}
}

// gridRoom is the lines that it takes to show the grid where the risks would be: below a goal, a rule and a heading.
const gridRoom = gridBands + 4

// hidesGrid tells whether risks are seen and their grid has no place beside or below them.
func (l *layout) hidesGrid() bool {
	return l.w >= gridWidth && l.risks > 0 && l.grid == 0 && l.below == 0
}

// short is how many lines are missing to show the grid where the risks would be.
func (l *layout) short() int { return max(gridRoom+headerLines-l.h, 0) }

// widenRisks gives each risk a second line where the goals leave one for all, and one is not enough.
func (l *layout) widenRisks(c content) {
	l.each = 1
	if more := 2*c.risks - l.risks; !l.instead && c.risks <= l.risks && riskMarks+c.risk+2+c.answer > l.w-l.grid && l.goals-max(more, 0) >= c.goals {
		l.each = 2
		l.risks, l.goals = l.risks+max(more, 0), l.goals-max(more, 0)
	}
}

func (l *layout) free() int {
	return l.w - marksWidth - l.name - l.deadline - l.forecast - l.late - l.chance - l.done - l.metric - l.line - l.score
}
