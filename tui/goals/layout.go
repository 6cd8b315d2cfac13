package goals

// layout is the lines that each part of a frame has, and the cells of its columns, the space before each counted; 0: dropped.
type layout struct {
	w, h         int
	goals, risks int // lines for rows; risks have a rule above them
	grid         int // cells of the grid beside the risks
	below        int // lines of the grid below them, where there is no room beside
	risk         int // cells that what a risk is takes at most

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
	metricWidth = 24
	mostMetric  = 40
	lineWidth   = 14
	scoreWidth  = 8

	headerLines = 2 // the rule and the names of columns
	gridWidth   = 34
	gridFrom    = 100
)

// layoutOf lays a frame of w x h out for so many goals and risks. Columns drop out in a fixed order: score, the metric's
// line, the metric, what is done, the probability, the deadline. The goals' names take what they need of the cells that are left, at
// most mostName, the metrics what is left then. A date takes so many cells, the space before it counted.
func layoutOf(w, h, goals, risks, names, date int) layout {
	l := layout{w: w, h: h, name: leastName, deadline: max(date, leastDate), forecast: max(date, leastDate), late: lateWidth, chance: chanceWidth,
		done: doneWidth, metric: metricWidth, line: lineWidth, score: scoreWidth}
	room := max(h-headerLines, 0)
	l.goals = room
	if risks > 0 && room >= 5 {
		l.risks = min(risks, max(room/3, room-goals-2), room-3)
		l.goals = room - l.risks - 2
	}
	l.placeGrid(goals)
	for _, column := range []*int{&l.score, &l.line, &l.metric, &l.done, &l.chance, &l.deadline, &l.late} {
		if l.free() < 0 {
			*column = 0
		}
	}
	l.name = max(l.name+min(l.free(), max(min(names, mostName), leastName)-l.name), 0)
	if short := min(names, mostName) - l.name; short > 0 && l.done > 0 { // a shorter bar says as much, half a name does not
		short = min(short, doneWidth-leastDone)
		l.name, l.done = l.name+short, l.done-short
	}
	if l.metric > 0 {
		l.metric += max(min(l.free(), mostMetric-l.metric), 0)
	}
	return l
}

// placeGrid gives the grid its place beside the risks, else below them, where lines are free that no goal takes.
func (l *layout) placeGrid(goals int) {
	free := l.goals - goals
	switch lines := gridLines + 1; {
	case l.risks == 0:
	case l.w >= gridFrom && l.risks+max(free, 0) >= lines:
		l.grid = gridWidth
		more := max(lines-l.risks, 0)
		l.risks, l.goals = l.risks+more, l.goals-more
	case l.w >= gridWidth && free >= lines+1:
		l.below, l.goals = lines+1, l.goals-lines-1
	}
}

func (l *layout) free() int {
	return l.w - marksWidth - l.name - l.deadline - l.forecast - l.late - l.chance - l.done - l.metric - l.line - l.score
}
