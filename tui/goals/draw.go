package goals

import (
	"fmt"
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// lines are the frame: the names of columns, the goals, the risks with their grid.
func (v *View) lines(s *scene.Scene) []string {
	l := &v.lay
	out, below := append(make([]string, 0, l.h+headerLines), s.Theme.Rule(l.w), v.columnLine(s)), v.metricRule(s)
	if l.risks == 0 { // no rule below the goals
		out[0] = below
	}
	for i := range l.goals {
		switch at, metric := v.goalAt(i); {
		case at >= v.goalRows():
			out = append(out, v.emptyLine(s, at))
		case metric:
			out = append(out, v.metricLine(s, at))
		default:
			out = append(out, v.goalLine(s, at))
		}
	}
	if l.risks > 0 {
		out = append(out, below, v.riskHeading(s))
		out = append(out, v.register(s)...)
	}
	if l.below > 0 {
		out = append(out, s.Theme.Line(l.w).Space(2).Put(paint.Dim, "Open risks: "+gridHeading).String())
		for _, line := range v.gridLines(s, l.below-1) {
			out = append(out, line+s.Theme.Blank(l.w-gridWidth))
		}
	}
	return out[:l.h]
}

func (v *View) columnLine(s *scene.Scene) string {
	l, a := s.Theme.Line(v.lay.w), &v.lay
	l.Space(marksWidth).Fit(paint.Dim, "Goal", a.name)
	l.Right(paint.Dim, "Due", a.deadline).Right(paint.Dim, "Ends", a.forecast).Space(a.late).Right(paint.Dim, "In time", a.chance)
	if a.done > 0 {
		l.Space(2).Fit(paint.Dim, "Done", a.done-2)
	}
	if a.metric > 0 {
		l.Space(2).Fit(paint.Dim, "Metric", a.metric-2)
	}
	if a.line > 0 {
		l.Space(2).Fit(paint.Dim, "Its values", a.line-2)
	}
	return l.Right(paint.Dim, "RICE", a.score).String()
}

func (v *View) emptyLine(s *scene.Scene, at int) string {
	l := s.Theme.Line(v.lay.w)
	if len(v.rows) == 0 && at == 0 && s.Filtering {
		l.Space(1).Put(paint.Dim, "no goal or risk has a task that matches "+s.Filter)
	} else if len(v.rows) == 0 && at == 0 {
		l.Space(1).Put(paint.Dim, "no goal yet: A makes one, as goal Launch 12-mar, or risk Mould crack 20% 8d")
	}
	return l.String()
}

// begin begins a row: the line under the cursor is marked.
func (v *View) begin(s *scene.Scene, at, w int) *paint.Line {
	l, pointer := s.Theme.Line(w), " "
	if at == v.cursor {
		l.Under(paint.Selected)
		pointer = s.Theme.Pointer
	}
	return l.Put(paint.Accent, pointer)
}

func (v *View) goalLine(s *scene.Scene, at int) string {
	r, a := &v.rows[at], &v.lay
	l := v.begin(s, at, a.w)
	fold := " "
	if r.below {
		fold = map[bool]string{true: s.Theme.Folded, false: s.Theme.Unfolded}[v.folded[r.goal.ID]]
	}
	mark, style := " ", paint.Text
	if f := s.Flag(scene.Ref{Goal: r.goal.ID}); f != nil {
		mark, style = s.Theme.Flag(f)
	}
	indent := min(2*r.depth, max(a.name-4, 0))
	s.Mark(l.Space(indent).Put(paint.Dim, fold), paint.Text, s.Marked(r.ref())).Put(style, mark).Space(1).Fit(paint.Text, r.goal.Title, a.name-indent)
	v.dates(s, l, r.goal)
	v.doneCells(s, l, r)
	v.metricCells(s, l, r.goal.Metric)
	score := ""
	if n := rice(r); n > 0 {
		score = strconv.FormatFloat(n, 'f', 0, 64)
		if n < 10 {
			score = strconv.FormatFloat(n, 'f', 1, 64)
		}
	}
	return l.Right(paint.Text, score, a.score).String()
}

// dates are the deadline, the forecast, how late it is, and how probable it is that the deadline is kept.
func (v *View) dates(s *scene.Scene, l *paint.Line, g *roadmap.Goal) {
	a, r := &v.lay, scene.Ref{Goal: g.ID}
	deadline, forecast, late, style := "", "", "", paint.Dim
	finish, openEnd := s.Plan.Goal(g.ID)
	if g.Deadline != 0 {
		deadline = paint.Day(g.Deadline, s.Today)
	}
	if finish != 0 {
		forecast = paint.Day(finish, s.Today)
	}
	if d, ok := s.AnyDeadline(r); ok && d.Forecast != 0 {
		late, style = s.Theme.ShortDelta(d.Days, d.OpenEnd), paint.DeltaStyle(d.Days, d.OpenEnd)
		if d.Silent {
			late, style = "no word", paint.Late
		}
	} else if openEnd {
		late = "or later"
	}
	l.Right(paint.Text, deadline, a.deadline).Right(paint.Text, forecast, a.forecast).Right(style, late, a.late)
	chance, sure := "", paint.Text
	if g.Deadline != 0 && finish != 0 {
		chance, sure = s.Chance(r)
	}
	if d, ok := s.Deadline(r); ok && d.Silent { // a plan that holds by its words says nothing of it
		chance = ""
	}
	if d, ok := s.DoneDeadline(r); ok {
		chance, sure = "done", paint.DoneStyle(&d)
	}
	l.Right(sure, chance, a.chance)
}

// doneCells are a bar and a percentage of the effort that is done.
func (v *View) doneCells(s *scene.Scene, l *paint.Line, r *row) {
	if v.lay.done == 0 {
		return
	}
	share, ok := r.work.share()
	if !ok {
		l.Space(v.lay.done)
		return
	}
	l.Space(2).Cells(s.Theme.Bar(share, v.lay.done-7, paint.Fine)).Right(paint.Text, fmt.Sprintf("%d %%", int(share*100)), 5)
}

// metricCells are a metric as a bar, in numbers and by its name, with its values as a line of heights; where there is no room the
// numbers alone.
func (v *View) metricCells(s *scene.Scene, l *paint.Line, m *roadmap.Metric) {
	a := &v.lay
	if a.metric == 0 {
		return
	}
	if m == nil {
		l.Space(a.metric + a.line)
		return
	}
	if a.metric < metricWidth {
		l.Space(2).Fit(paint.Text, numbersOf(s, m), a.metric-2)
		return
	}
	l.Space(2).Cells(s.Theme.Bar(m.Progress(), metricBar-1, paint.Accent))
	l.Space(1).Fit(paint.Text, numbersOf(s, m)+" "+m.Name, a.metric-metricBar-2)
	if a.line > 0 {
		l.Space(2).Cells(s.Theme.Sparkline(m.All(), a.line-2))
	}
}

// metricLine is a goal's metric under it: as a bar, in numbers, by its name, and with its values as a line of heights.
func (v *View) metricLine(s *scene.Scene, at int) string {
	r, a := &v.rows[at], &v.lay
	l := s.Theme.Line(a.w)
	if at == v.cursor {
		l.Under(paint.Selected)
	}
	m, numbers := r.goal.Metric, v.widestMetric(s)
	l.Space(marksWidth + min(2*r.depth, max(a.name-4, 0))).Cells(s.Theme.Bar(m.Progress(), metricBar-1, paint.Accent))
	l.Space(2).Fit(paint.Text, numbersOf(s, m), numbers).Space(2)
	l.Fit(paint.Dim, m.Name, min(paint.Width(m.Name), max(l.Left()-lineWidth, 0)))
	return l.Space(2).Cells(s.Theme.Sparkline(m.All(), lineWidth-2)).String()
}

// metricRule is the rule next to the goals. Where there is no room for each goal's metric it says that of the one under the cursor: as a
// bar, in numbers, by its name, with its values where they have room.
func (v *View) metricRule(s *scene.Scene) string {
	a, here := &v.lay, v.here()
	if here == nil || here.goal == nil || here.goal.Metric == nil || a.under || a.metric >= metricWidth {
		return s.Theme.Rule(a.w)
	}
	m, l := here.goal.Metric, s.Theme.Line(a.w)
	l.Put(paint.Rule, s.Theme.Horizontal).Put(paint.Dim, " Metric ").Cells(s.Theme.Bar(m.Progress(), metricBar-1, paint.Accent))
	l.Put(paint.Text, " "+numbersOf(s, m)+" ").Fit(paint.Dim, m.Name, min(paint.Width(m.Name), max(l.Left()-2, 0))).Space(1)
	if all := m.All(); l.Left() > lineWidth {
		l.Space(1).Cells(s.Theme.Sparkline(all, min(len(all), lineWidth-2))).Space(1)
	}
	return l.Put(paint.Rule, strings.Repeat(s.Theme.Horizontal, l.Left())).String()
}

// monthDays is the person-days of a month, by which the effort of a score is counted.
const monthDays = 20

// rice is reach x impact x confidence over the person-months of the goal's work; 0 where it has no score.
func rice(r *row) float64 {
	score := r.goal.Score
	worth := score.Reach * score.Impact * score.Confidence
	if worth == 0 || r.work.all == 0 {
		return 0
	}
	return worth / (float64(r.work.all) / 100 / monthDays)
}
