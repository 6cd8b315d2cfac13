package teams

import (
	"strconv"
	"strings"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// lines are the frame: a rule with the months, the names of columns, the visible rows, and what is said below them.
func (v *View) lines(s *scene.Scene) []string {
	a := &v.lay
	out := make([]string, 0, a.height+headerLines)
	out = append(out, v.ruleLine(s), v.columnLine(s))
	for i := range a.rows {
		out = append(out, v.rowLine(s, v.top+i))
	}
	if a.below > 0 {
		out = append(out, s.Theme.Rule(a.width))
		out = append(out, v.belowLines(s)...)
	}
	return out[:min(len(out), a.height)]
}

// ruleLine is the rule under the tabs, with the name of a month where its first shown week begins, and the numbers of the other weeks
// that are ISO's.
func (v *View) ruleLine(s *scene.Scene) string {
	l := s.Theme.Line(v.lay.width)
	dash := func(to int) {
		for l.At() < min(to, v.lay.width) {
			l.Put(paint.Rule, s.Theme.Horizontal)
		}
	}
	last := time.Month(0)
	for k := range v.lay.weeks {
		first := v.firstAt(s, v.firstWeek+k)
		name := v.weekName(first, k == 0, &last)
		if x := v.lay.strip() + k*weekWidth + 2; name != "" && l.At() < x {
			dash(x)
			l.Put(paint.Dim, name)
		}
	}
	dash(v.lay.width)
	return l.String()
}

// weekName is what stands over a week: its month where that is another than the last one named, else its number, as "W49", where
// weeks begin as ISO's do.
func (v *View) weekName(first roadmap.Date, leftmost bool, last *time.Month) string {
	y, m, _ := first.Civil()
	switch {
	case m == *last && v.WeekBegin != time.Monday:
		return ""
	case m == *last:
		week := first.Week()
		return week[strings.IndexByte(week, 'W'):]
	}
	*last = m
	if leftmost || m == time.January {
		return paint.MonthName(int(m)) + " " + strconv.Itoa(y)
	}
	return paint.MonthName(int(m))
}

// columnLine names the columns, and the weeks by their first day; the selected one stands in brackets.
func (v *View) columnLine(s *scene.Scene) string {
	l, a := s.Theme.Line(v.lay.width), &v.lay
	name := "Team"
	if v.worstFirst {
		name = "Worst first"
	}
	l.Space(marksWidth).Fit(paint.Dim, name, a.name)
	l.Right(paint.Dim, "Cap", a.capacity)
	for k := range a.weeks {
		_, _, day := v.firstAt(s, v.firstWeek+k).Civil()
		text := strconv.Itoa(day)
		if len(text) == 1 {
			text = " " + text
		}
		if v.firstWeek+k == v.week {
			l.Space(1).Put(paint.Accent|paint.Bold, "["+text+"]")
			continue
		}
		l.Space(2).Fit(paint.Dim, text, weekWidth-2)
	}
	if a.works > 0 {
		l.Space(1).Fit(paint.Dim, "Works on", a.works-1)
	}
	l.Right(paint.Dim, "Idle", a.idle).Right(paint.Dim, "Late", a.late).Right(paint.Dim, "Own", a.own)
	if a.waits > 0 {
		l.Space(2).Fit(paint.Dim, "Waits for", a.waits-2)
	}
	return l.String()
}

func (v *View) rowLine(s *scene.Scene, at int) string {
	l := s.Theme.Line(v.lay.width)
	if len(v.crews) == 0 {
		return v.nobodyLine(s, at)
	}
	if at >= len(v.rows) {
		if at == 0 {
			l.Space(marksWidth).Put(paint.Dim, "no team has a task that matches "+s.Filter)
		}
		return l.String()
	}
	r, pointer := v.rows[at], " "
	if at == v.cursor.at {
		l.Under(paint.Selected)
		pointer = s.Theme.Pointer
	}
	l.Put(paint.Accent, pointer)
	c := &v.crews[r.crew]
	switch r.task {
	case ofTeam:
		v.teamCells(s, l, c)
	case ofNone:
		l.Space(marksWidth+1).Put(paint.Dim, v.emptyWeek(s, c))
	default:
		v.taskCells(s, l, c, r.task)
	}
	return l.String()
}

func (v *View) emptyWeek(s *scene.Scene, c *crew) string {
	if s.Filtering && s.Matches != nil {
		return "nothing that matches " + s.Filter + " in this week"
	}
	return "nothing to do in the week of " + paint.Day(v.first(s), s.Today)
}

// nobodyLine says what to do where there is no team.
func (v *View) nobodyLine(s *scene.Scene, at int) string {
	l := s.Theme.Line(v.lay.width)
	if text := [...]string{"", "There is no team yet.", s.Keys.Text("‹A› adds one: team Mechanics 3"), "A task may name a new one too: Antenna module @murata"}; at < len(text) {
		l.Space(marksWidth).Put(paint.Dim, text[at])
	}
	return l.String()
}

// teamCells are a team's row.
func (v *View) teamCells(s *scene.Scene, l *paint.Line, c *crew) {
	a := &v.lay
	fold := s.Theme.Folded
	switch {
	case v.unfolded[c.team.ID]:
		fold = s.Theme.Unfolded
	case len(c.tasks) == 0:
		fold = " "
	}
	mark, style := " ", paint.Text
	if f := c.worst(); f != nil {
		mark, style = s.Theme.Flag(f)
	}
	s.Mark(l.Put(paint.Dim, fold).Put(style, mark), paint.Text, s.Marked(scene.Ref{Team: c.team.ID}))
	v.nameCell(s, l, c)
	if a.capacity > 0 {
		l.Right(paint.Dim, capacityOf(c.team), a.capacity)
	}
	for k := range a.weeks {
		text, style := v.weekCell(s, c, v.firstAt(s, v.firstWeek+k))
		l.Space(1).Fit(style, text, weekWidth-1)
	}
	if a.works > 0 {
		text, style := worksOn(s, c)
		l.Space(1).Fit(style, text, a.works-1)
	}
	if a.idle > 0 {
		text, style := idleCell(c)
		l.Right(style, text, a.idle)
	}
	v.slipCells(s, l, c)
	if a.waits > 0 {
		text, style := waitsFor(s, c)
		l.Space(2).Fit(style, text, a.waits-2)
	}
}

// nameCell is the team's name, a supplier's after its mark.
func (v *View) nameCell(s *scene.Scene, l *paint.Line, c *crew) {
	n := v.lay.name
	if c.team.Supplier {
		l.Fit(paint.Dim, s.Theme.Supplier+" ", min(2, n))
		n = max(n-2, 0)
	}
	l.Fit(paint.Text, c.team.Name, n)
}

func capacityOf(t *roadmap.Team) string {
	if t.Supplier || t.Capacity == 0 {
		return "-"
	}
	return strconv.Itoa(t.Capacity)
}

// weekCell is a team's load in a week: by how much more is asked than it has, else how full it is, or that somebody else holds it
// up.
func (v *View) weekCell(s *scene.Scene, c *crew, first roadmap.Date) (string, paint.Style) {
	cal := s.Roadmap.TeamCalendar(c.team.ID)
	w := c.week(first)
	switch {
	case c.held(s, first):
		return " --", paint.Late
	case c.team.Supplier || c.team.Capacity == 0:
		return "", paint.Text
	case cal.Count(first) == cal.Count(first+7):
		return "off", paint.Dim
	case w.Demand > w.Capacity:
		return over(w), overStyle(c)
	}
	load := max(w.Demand, w.Busy) // a queue is worked off in the weeks after the one that is too full
	if load == 0 {
		return "", paint.Text
	}
	n := min(max((load*8+w.Capacity-1)/max(w.Capacity, 1), 1), 8)
	heat := string(s.Theme.Heats[n])
	return " " + heat + heat, paint.Text
}

// over is a week's demand against what the team has: "140%".
func over(w schedule.Week) string {
	switch {
	case w.Capacity == 0:
		return "over"
	case w.Demand >= 10*w.Capacity:
		return strconv.Itoa(w.Demand/w.Capacity) + "x"
	}
	return strconv.Itoa(w.Demand*100/w.Capacity) + "%"
}

// overStyle is loud only where the queue makes a deadline late.
func overStyle(c *crew) paint.Style {
	if c.overloaded != nil && !c.overloaded.Known {
		return paint.Late
	}
	return paint.Risk
}

// worksOn is what the team works on now; with nothing, why.
func worksOn(s *scene.Scene, c *crew) (string, paint.Style) {
	tasks := s.Roadmap.Tasks()
	switch {
	case c.blocked != nil:
		return "nothing: blocked", paint.Late
	case len(c.now) > 1:
		return tasks[c.now[0]].Title + " +" + strconv.Itoa(len(c.now)-1), paint.Text
	case len(c.now) == 1:
		return tasks[c.now[0]].Title, paint.Text
	case c.next >= 0:
		return "from " + paint.Day(s.Plan.Tasks[c.next].Start, s.Today) + ": " + tasks[c.next].Title, paint.Dim
	case len(c.tasks) > 0 && tasks[c.tasks[0]].IsMilestone():
		return "up to " + tasks[c.tasks[0]].Title, paint.Dim
	case len(c.tasks) > 0:
		return "held up: " + tasks[c.tasks[0]].Title, paint.Dim
	case c.total > 0:
		return "all done", paint.Fine
	}
	return "no tasks", paint.Dim
}

func idleCell(c *crew) (string, paint.Style) {
	idle, of := c.idle()
	if idle == 0 {
		return "", paint.Text
	}
	style := paint.Dim
	if c.blocked != nil {
		style = paint.Late
	}
	return strconv.Itoa(idle) + " of " + strconv.Itoa(of), style
}

// slipCells are the team's worst slip, grey where it only carries it on, and what of it is its own.
func (v *View) slipCells(s *scene.Scene, l *paint.Line, c *crew) {
	if v.lay.late > 0 {
		text, style := "", paint.Dim
		if c.slip > 0 {
			text = s.Theme.ShortDelta(c.slip, c.open)
		}
		if c.own > 0 {
			style = paint.Late
		}
		l.Right(style, text, v.lay.late)
	}
	if v.lay.own > 0 {
		text, style := "", paint.Dim
		if c.slip > 0 {
			text, style = paint.Delta(c.own, false), paint.DeltaStyle(c.own, false)
		}
		l.Right(style, text, v.lay.own)
	}
}

// waitsFor is whom the team waits for, now or soon.
func waitsFor(s *scene.Scene, c *crew) (string, paint.Style) {
	switch {
	case c.blocked != nil:
		return names(s, c.blocked.WaitsOn), paint.Late
	case c.willBlock != nil:
		return names(s, c.willBlock.WaitsOn), paint.Text
	}
	return "", paint.Text
}

// names are teams by name; what is no team stands as it is.
func names(s *scene.Scene, ids []string) string {
	out := ""
	for i, id := range ids {
		if i > 0 {
			out += ", "
		}
		if name := s.TeamName(id); name != "" {
			id = name
		}
		out += id
	}
	return out
}
