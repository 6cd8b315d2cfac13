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
	Width int // cells, with the space before it
}

// ColumnKind is what a column shows.
type ColumnKind uint8

// The kinds, in the order in which they drop out where there is no room, the last one last.
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
	return Column{k, [...]int{SlackColumn: 7, StartColumn: 12, FinishColumn: 12, BaselineColumn: 8, LeftColumn: 7, TeamColumn: 14, SinceColumn: 9, LateColumn: 9}[k]}
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

// fittingIn are the columns without those for which there is no room in w cells.
func fittingIn(columns []Column, w int) []Column {
	out := slices.Clone(columns)
	for k := ColumnKind(0); k < columnKinds && cellsOf(out) > w; k++ {
		out = slices.DeleteFunc(out, func(c Column) bool { return c.Kind == k })
	}
	return out
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
