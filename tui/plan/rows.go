package plan

import (
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// lines are the frame: header, visible rows, and blanks below them.
func (v *View) lines(s *scene.Scene) []string {
	out := make([]string, 0, v.lay.height)
	out = append(out, v.ruleLine(s), v.columnLine(s))
	grid := v.cells(s)
	for i := range v.lay.rows {
		n := v.top + i
		if n >= len(v.outline.rows) {
			out = append(out, v.emptyLine(s, n-len(v.outline.rows), grid[i]))
			continue
		}
		out = append(out, v.rowLine(s, n, grid[i]))
	}
	return out[:min(len(out), v.lay.height)]
}

// ruleLine is the rule under the tabs: what the rows are grouped by, and the larger units of time.
func (v *View) ruleLine(s *scene.Scene) string {
	l := s.Theme.Line(v.lay.width)
	cells := make([]paint.Cell, v.lay.width)
	rule := []rune(s.Theme.Horizontal)[0]
	for i := range cells {
		cells[i] = paint.Cell{Glyph: rule, Style: paint.Rule}
	}
	if v.lay.timeline > 0 {
		cells[v.lay.list].Glyph = []rune(s.Theme.TeeDown)[0]
		larger, smaller := v.scale.units()
		over := cells[v.lay.list+1:]
		if smaller == aDay {
			v.overDays(over, rule)
		} else {
			v.header(over, larger, larger.longLabel, nil, paint.Dim)
		}
	}
	return l.Cells(cells).String()
}

// columnLine names the columns, and the smaller units of time.
func (v *View) columnLine(s *scene.Scene) string {
	l, a := s.Theme.Line(v.lay.width), &v.lay
	if name, ok := v.sticky(); ok {
		l.Space(1).Put(paint.Dim, s.Theme.Unfolded).Space(1).Fit(paint.Bold, name, marksWidth+a.title-l.At())
	} else {
		l.Space(marksWidth).Fit(paint.Dim, v.heading(a.title), a.title)
	}
	for _, c := range a.columns {
		v.head(s, l, c)
	}
	if a.timeline > 0 {
		l.To(a.list).Put(paint.Rule, s.Theme.Vertical)
		cells := v.row(0)
		v.ground(s, cells, nil, s.Theme.Month)
		_, smaller := v.scale.units()
		v.header(cells, smaller, smaller.label, map[unit]func(roadmap.Date) string{aWeek: v.scale.numbered}[smaller], paint.Dim)
		v.marksToday(s, cells)
		l.Cells(cells)
	}
	return l.String()
}

// sticky is the group of the first row, where its own row is out of sight above: it stands in place of the first column's name, as
// the row itself would.
func (v *View) sticky() (name string, ok bool) {
	rows := v.outline.rows
	if v.top >= len(rows) || rows[v.top].task < 0 || v.Group == Ungrouped {
		return "", false
	}
	return v.outline.groups[rows[v.top].group].name, true
}

// heading is the first column's name; it says what is unusual about the rows, in fewer words where it has less than w cells.
func (v *View) heading(w int) string {
	full, short, order := "Task", "Task", ""
	if v.Group != ByGoal && v.Group != Ungrouped {
		full += " by " + v.Group.String()
		short = strings.ToUpper(v.Group.String()[:1]) + v.Group.String()[1:]
	}
	if v.Order != Own {
		order = ", " + v.Order.String()
	}
	for _, out := range []string{full + order, short + order} {
		if paint.Width(out) <= w {
			return out
		}
	}
	order, _, _ = strings.Cut(order, " first")
	return short + strings.Replace(order, ", by ", ", ", 1)
}

// baselineName is the baseline's name without the date part, as "Board" of "Board, January".
func (v *View) baselineName(s *scene.Scene) string {
	if b := s.Baseline(); b != nil {
		name, _, _ := strings.Cut(b.Name, ",")
		return name
	}
	return ""
}

// row is a buffer for one row of the timeline.
func (v *View) row(i int) []paint.Cell {
	need := (v.lay.rows + 1) * v.lay.timeline
	if cap(v.buf) < need {
		v.buf = make([]paint.Cell, need)
	}
	v.buf = v.buf[:need]
	return v.buf[i*v.lay.timeline : (i+1)*v.lay.timeline]
}

// cells are the timeline of the visible rows.
func (v *View) cells(s *scene.Scene) [][]paint.Cell {
	grid := make([][]paint.Cell, v.lay.rows)
	if v.lay.timeline == 0 {
		return grid
	}
	for i := range grid {
		grid[i] = v.row(i + 1)
		n := v.top + i
		if n >= len(v.outline.rows) {
			v.ground(s, grid[i], v.offDays(s.Roadmap.Calendar()), v.monthLine(s))
			continue
		}
		r := v.outline.rows[n]
		if r.task < 0 {
			v.ground(s, grid[i], v.offDays(s.Roadmap.Calendar()), v.monthLine(s))
			v.span(s, grid[i], &v.outline.groups[r.group])
			continue
		}
		v.ground(s, grid[i], v.offDays(s.Roadmap.TeamCalendar(s.Roadmap.Tasks()[r.task].Team)), v.monthLine(s))
		v.bar(s, grid[i], int(r.task), n == v.cursor.row)
	}
	v.links(s, grid, v.top)
	for i := range grid {
		v.outside(s, grid[i], v.top+i)
	}
	return grid
}

func (v *View) rowLine(s *scene.Scene, n int, cells []paint.Cell) string {
	l, r := s.Theme.Line(v.lay.width), v.outline.rows[n]
	pointer := " "
	if n == v.cursor.row {
		l.Under(paint.Selected)
		pointer = s.Theme.Pointer
	}
	l.Put(paint.Accent, pointer)
	if r.task < 0 {
		v.groupCells(s, l, &v.outline.groups[r.group])
	} else {
		v.taskCells(s, l, int(r.task), v.outline.groups[r.group].depth)
	}
	if v.lay.timeline > 0 {
		l.To(v.lay.list).Put(paint.Rule, s.Theme.Vertical).Cells(cells)
	}
	return l.String()
}

// groupCells is a group's heading: fold, flag, name, how much is done, its deadline's lateness.
func (v *View) groupCells(s *scene.Scene, l *paint.Line, g *group) {
	fold := s.Theme.Unfolded
	if v.folded[g.key] {
		fold = s.Theme.Folded
	}
	if g.total == 0 && len(g.tasks) == 0 {
		fold = " "
	}
	s.Mark(l.Space(g.depth).Put(paint.Dim, fold), paint.Text, g.marked(s))
	mark, style := " ", paint.Text
	if f := s.Flag(g.ref); f != nil {
		mark, style = s.Theme.Flag(f)
	}
	title := marksWidth + v.lay.title - l.At()
	if mark != " " {
		l.Put(style, mark).Space(1)
		title -= 2
	}
	l.Fit(paint.Bold, g.name, title)
	for _, c := range v.lay.columns {
		v.groupCell(s, l, g, c)
	}
}

func lateCell(s *scene.Scene, l *paint.Line, days int, openEnd bool, w int) {
	if days <= 0 && !openEnd {
		l.Space(w)
		return
	}
	l.Right(paint.DeltaStyle(days, openEnd), s.Theme.ShortDelta(days, openEnd), w)
}

func effortLeft(hundredths int) string {
	if hundredths == 0 {
		return ""
	}
	return roadmap.HundredthDays(hundredths).String() + "d"
}

// taskCells is a task's row: mark, status, flag, title, team, work left, days late.
func (v *View) taskCells(s *scene.Scene, l *paint.Line, task, depth int) {
	t := s.Roadmap.Tasks()[task]
	style := paint.Text
	switch t.Status {
	case roadmap.Dropped:
		style = paint.Dim | paint.Strike
	case roadmap.Done:
		style = paint.Dim
	}
	if s.Filtering || s.Matches == nil || s.Matches[task] {
		v.taskMarks(s, l, t, task, depth)
	} else {
		style = paint.Dim
		v.taskMarks(s, l, t, task, depth)
	}
	l.Fit(style, t.Title, marksWidth+v.lay.title-l.At())
	for _, c := range v.lay.columns {
		v.taskCell(s, l, task, c)
	}
}

func (v *View) taskMarks(s *scene.Scene, l *paint.Line, t *roadmap.Task, task, depth int) {
	status, statusStyle := s.Theme.Status(t.Status)
	if t.IsMilestone() && t.Status == roadmap.Todo {
		status = string(s.Theme.Milestone)
	}
	flag, flagStyle := " ", paint.Text
	if f := s.TaskFlag(task); f != nil {
		flag, flagStyle = s.Theme.Flag(f)
	}
	chain := " "
	if p := &s.Plan.Tasks[task]; v.critical(p) && t.Status.Open() {
		chain = string(s.Theme.Critical)
	}
	s.Mark(l.Space(depth), paint.Text, s.Marked(scene.Ref{Task: t.ID})).Put(paint.Accent, chain).Put(statusStyle, status).Put(flagStyle, flag).Space(1)
}

func teamCell(s *scene.Scene, l *paint.Line, t *roadmap.Task, w int) {
	team := s.Roadmap.Team(t.Team)
	switch {
	case team == nil:
		l.Space(w)
	case team.Supplier:
		l.Space(1).Put(paint.Dim, s.Theme.Supplier+" ").Fit(paint.Dim, team.Name, w-3)
	default:
		l.Space(1).Fit(paint.Dim, team.Name, w-1)
	}
}

func baselineCell(s *scene.Scene, l *paint.Line, task, w int) {
	days, ok := s.LateByBaseline(task)
	if !ok || days == 0 {
		l.Space(w)
		return
	}
	l.Right(paint.Dim, paint.Delta(days, false), w)
}

// emptyLine is a line below the last row; where there is nothing at all it says what to do.
func (v *View) emptyLine(s *scene.Scene, below int, cells []paint.Cell) string {
	l := s.Theme.Line(v.lay.width)
	if len(v.outline.rows) == 0 && below < len(nothing) {
		text := s.Keys.Text(nothing[below])
		if s.Filtering {
			text = [...]string{"", "Nothing matches " + s.Filter + ".", s.Keys.Text("‹esc› shows all tasks again."), ""}[below]
		}
		l.Space(marksWidth).Put(paint.Dim, text)
	}
	if v.lay.timeline > 0 && l.At() <= v.lay.list {
		l.To(v.lay.list).Put(paint.Rule, s.Theme.Vertical).Cells(cells)
	}
	return l.String()
}

var nothing = [...]string{"", "Nothing is planned yet.", "‹a› adds tasks, ‹A› teams, goals and risks.", "‹?› shows all keys."}
