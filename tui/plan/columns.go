package plan

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// Column is one of the columns after the task's.
type Column struct {
	Kind  ColumnKind
	Width int  // cells, with the space before it
	asked bool // for something that was asked for just now, beside those that were chosen
}

// ColumnKind is what a column shows.
type ColumnKind uint8

// The kinds, in the order in which they drop out where there is no room and nobody chose others, the last one last.
const (
	SlackColumn ColumnKind = iota
	StartColumn
	FinishColumn
	BaselineColumn
	LeftColumn
	TeamColumn
	SinceColumn
	LateColumn
	columnKinds
)

// LeastColumn and MostColumn are the cells that a column may have.
const (
	LeastColumn = 4
	MostColumn  = 40
)

var columnNames = [...]string{"slack", "start", "finish", "baseline", "left", "team", "since", "late"}

// String is the column's name in a configuration.
func (k ColumnKind) String() string { return columnNames[k] }

// Column is the column as wide as its cells usually are.
func (k ColumnKind) Column() Column {
	return Column{Kind: k, Width: [...]int{SlackColumn: 7, StartColumn: 12, FinishColumn: 12, BaselineColumn: 8, LeftColumn: 7, TeamColumn: 14, SinceColumn: 9, LateColumn: 9}[k]}
}

// ColumnKinds are all of them.
func ColumnKinds() []ColumnKind {
	out := make([]ColumnKind, columnKinds)
	for i := range out {
		out[i] = columnKinds - 1 - ColumnKind(i)
	}
	return out
}

// Columns are those that the Plan has where nobody chose others.
func Columns() []Column {
	return []Column{TeamColumn.Column(), LeftColumn.Column(), LateColumn.Column(), BaselineColumn.Column()}
}

// shown are the columns of a scene: those that were chosen, and what has become of each task since a day that was asked for.
func (v *View) shown(s *scene.Scene) []Column {
	asked := v.Since && s.Since != nil && !slices.ContainsFunc(v.Columns, func(c Column) bool { return c.Kind == SinceColumn })
	if !asked {
		return v.Columns
	}
	since := SinceColumn.Column()
	since.asked = true
	since.Width = max(since.Width, paint.Width(v.name(s, SinceColumn))+1)
	return append(slices.Clone(v.Columns), since)
}

func cellsOf(columns []Column) int {
	n := 0
	for _, c := range columns {
		n += c.Width
	}
	return n
}

// fittingIn are the columns for which there is room in w cells: of those that were chosen the first named, where what was asked for has
// its room; where nobody chose any those that say most.
func fittingIn(columns []Column, w int) []Column {
	out := slices.Clone(columns)
	if !chosen(columns) {
		for k := ColumnKind(0); k < columnKinds && cellsOf(out) > w; k++ {
			out = slices.DeleteFunc(out, func(c Column) bool { return c.Kind == k })
		}
		return out
	}
	fits := map[ColumnKind]bool{}
	for _, asked := range []bool{true, false} {
		for _, c := range columns {
			if c.asked == asked && c.Width <= w {
				fits[c.Kind] = true
				w -= c.Width
			}
		}
	}
	return slices.DeleteFunc(out, func(c Column) bool { return !fits[c.Kind] })
}

// chosen tells whether columns are others than those that the Plan has of itself, or stand in another order.
func chosen(columns []Column) bool {
	named := slices.DeleteFunc(slices.Clone(columns), func(c Column) bool { return c.asked })
	return !slices.EqualFunc(named, Columns(), func(a, b Column) bool { return a.Kind == b.Kind })
}

// NoRoom are the columns that were chosen and had no room in the frame drawn last. None are where nobody chose any, or the timeline
// stands in place of the list.
func (v *View) NoRoom() []Column {
	if !chosen(v.Columns) || v.lay.width == 0 || v.lay.width < narrow && v.timeline {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(v.Columns), func(c Column) bool { return slices.Contains(v.lay.columns, c) })
}

// name is the head of a column.
func (v *View) name(s *scene.Scene, k ColumnKind) string {
	switch {
	case k == BaselineColumn:
		return v.baselineName(s)
	case k == SinceColumn && s.Since != nil:
		return paint.Day(s.Since.Day, s.Today)
	}
	return [...]string{"Slack", "Start", "Finish", "", "Left", "Team", "Since", "Late"}[k]
}

// head puts the head of a column.
func (v *View) head(s *scene.Scene, l *paint.Line, c Column) {
	if c.Kind == TeamColumn {
		l.Space(1).Fit(paint.Dim, v.name(s, c.Kind), c.Width-1)
		return
	}
	if c.Kind == LeftColumn {
		leftCell(l, v.name(s, c.Kind), c.Width)
		return
	}
	l.Right(paint.Dim, v.name(s, c.Kind), c.Width)
}

// leftCell is work left, a cell away from the column behind it: "97d or later" would be one thing.
func leftCell(l *paint.Line, text string, w int) {
	gap := 0
	if paint.Width(text) < w-1 {
		gap = 1
	}
	l.Right(paint.Dim, text, w-gap).Space(gap)
}

// groupCell puts what a column says of a group.
func (v *View) groupCell(s *scene.Scene, l *paint.Line, g *group, c Column) {
	switch c.Kind {
	case TeamColumn:
		l.Space(1).Fit(paint.Dim, g.count(), c.Width-1)
	case LeftColumn:
		leftCell(l, effortLeft(g.left), c.Width)
	case LateColumn:
		days, open := g.late, g.openEnd && v.folded[g.key]
		if d, ok := s.Deadline(g.ref); ok {
			days, open = max(d.Days, 0), d.OpenEnd
		}
		lateCell(s, l, days, open, c.Width)
	case FinishColumn:
		text := ""
		if d, ok := s.AnyDeadline(g.ref); ok && d.Forecast != 0 {
			text = paint.Day(d.Forecast, s.Today)
		}
		l.Right(paint.Dim, text, c.Width)
	default:
		l.Space(c.Width)
	}
}

// taskCell puts what a column says of a task.
func (v *View) taskCell(s *scene.Scene, l *paint.Line, task int, c Column) {
	t, p := s.Roadmap.Tasks()[task], &s.Plan.Tasks[task]
	switch c.Kind {
	case TeamColumn:
		teamCell(s, l, t, c.Width)
	case LeftColumn:
		left := ""
		if !t.IsMilestone() {
			left = effortLeft(t.RemainingEffort().Hundredths())
		}
		leftCell(l, left, c.Width)
	case LateColumn:
		days, open := s.Late(task)
		lateCell(s, l, days, open, c.Width)
	case BaselineColumn:
		baselineCell(s, l, task, c.Width)
	case SinceColumn:
		words, _ := s.TaskSince(task)
		l.Right(paint.Text, words, c.Width)
	default:
		l.Right(paint.Dim, dateCell(s, t, p.Planned, c.Kind, task), c.Width)
	}
}

// dateCell is a start, a finish or a slack, empty where there is none.
func dateCell(s *scene.Scene, t *roadmap.Task, planned bool, k ColumnKind, task int) string {
	p := &s.Plan.Tasks[task]
	switch {
	case !planned || k == SlackColumn && !t.Status.Open():
		return ""
	case k == StartColumn:
		return paint.Day(p.Start, s.Today)
	case k == FinishColumn && p.OpenEnd:
		return s.Theme.AtLeast + paint.Day(p.Finish, s.Today)
	case k == FinishColumn:
		return paint.Day(p.Finish, s.Today)
	}
	return paint.Delta(p.Slack, false)
}
