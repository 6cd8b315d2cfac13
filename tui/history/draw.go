package history

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// layout is the lines of each part of a frame.
type layout struct {
	w, h  int
	rows  int // changes
	chart int // lines of the slip chart; 0: not shown
}

const (
	headerLines = 1 // the rule
	chartAround = 3 // a rule, a heading and the days
	leastChart  = 4
	mostChart   = 10
)

// layoutOf gives the chart a third of the lines, where there are enough.
func layoutOf(w, h int) layout {
	l := layout{w: w, h: h, rows: max(h-headerLines, 0)}
	if chart := min((h-headerLines)/3, mostChart); chart >= leastChart {
		l.chart = chart
		l.rows -= chart + chartAround
	}
	return l
}

// lines are the frame.
func (v *View) lines(s *scene.Scene) []string {
	l := &v.size
	out := append(make([]string, 0, l.h+headerLines), v.ruleLine(s))
	for i := range l.rows {
		out = append(out, v.rowLine(s, v.top+i))
	}
	if l.chart > 0 {
		out = append(out, s.Theme.Rule(l.w))
		out = append(out, v.chartLines(s)...)
	}
	return out[:min(len(out), l.h)]
}

// ruleLine says how many changes there are.
func (v *View) ruleLine(s *scene.Scene) string {
	l := s.Theme.Line(v.size.w).Put(paint.Rule, s.Theme.Horizontal)
	switch {
	case v.trouble != "":
		l.Put(paint.Late, " "+v.trouble+" ")
	case v.past == nil:
		l.Put(paint.Dim, " being read ")
	case v.searched != "":
		n, of := v.Found(s)
		l.Put(paint.Accent, fmt.Sprintf(" %d of %s ", n, paint.Count(of, "change")))
	case v.past.Began != 0:
		l.Put(paint.Dim, fmt.Sprintf(" %s since %s ", paint.Count(len(v.rows), "change"), paint.Weekday(v.past.Began, s.Today)))
	}
	for l.Left() > 0 {
		l.Put(paint.Rule, s.Theme.Horizontal)
	}
	return l.String()
}

// rowLine is the row at a place.
func (v *View) rowLine(s *scene.Scene, at int) string {
	switch {
	case at < len(v.shown) && v.shown[at].item != head:
		return v.itemLine(s, at)
	case at < len(v.shown):
		return v.changeLine(s, at)
	case at > 0 || v.past == nil:
		return s.Theme.Blank(v.size.w)
	}
	l, words := s.Theme.Line(v.size.w).Space(1), "nothing has been changed yet"
	if len(v.rows) > 0 {
		words = s.Keys.Text("no change matches “" + v.searched + "”: ‹esc› shows all")
	}
	return l.Put(paint.Dim, words).String()
}

// changeLine is a change: when, what, why, and the deadline that it moved furthest.
func (v *View) changeLine(s *scene.Scene, at int) string {
	l := s.Theme.Line(v.size.w)
	r, pointer := &v.rows[v.shown[at].change], " "
	if at == v.cursor {
		l.Under(paint.Selected)
		pointer = s.Theme.Pointer
	}
	text := paint.Text
	if r.void {
		text = paint.Dim | paint.Strike
	}
	if v.visited != 0 && r.Seq > v.visited {
		text = paint.Dim
	}
	mark, marks := s.Theme.Folded, paint.Dim
	switch {
	case r.Seq == v.visited:
		mark, marks = string(s.Theme.Milestone), paint.Accent
	case v.open[r.Seq]:
		mark = s.Theme.Unfolded
	}
	when, width := paint.Weekday(r.Today, s.Today), v.whenCells(s)+1
	if v.size.w >= 70 {
		when, width = when+r.At.Format(" 15:04"), width+len(" 15:04 ")
	}
	l.Put(paint.Accent, pointer).Put(marks, mark).Space(1).Fit(paint.Dim, when, width)
	effect := v.effect(s, r.Change)
	room := max(min(v.size.w, mostTable)-l.At()-paint.Width(spansText(effect))-1-apart, 0)
	what := r.Title
	if r.Because != "" {
		what += " “" + r.Because + "”"
	}
	l.Fit(text, what, room).Space(apart)
	for _, span := range effect {
		if r.void {
			span.Style = paint.Dim
		}
		l.Put(span.Style, span.Text)
	}
	return l.String()
}

// apart is the cells between a change and what it did.
const apart = 2

// mostTable is the cells that a row takes at most: over more the eye loses the row.
const mostTable = 132

// widest is a day that takes as many cells as any of its year.
var widest = roadmap.NewDate(2026, 11, 20)

// whenCells is the cells that the day of any change takes: that of the first has its year if one has.
func (v *View) whenCells(s *scene.Scene) int {
	began := v.past.Began
	return paint.Width(paint.Weekday(widest, widest)) + paint.Width(paint.Day(began, s.Today)) - paint.Width(paint.Day(began, began))
}

func spansText(spans []paint.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// What stands behind the days by which a deadline moved, so that they are under each other: " (20 Nov)", " 12 more", this where a row has
// room for it.
const (
	toWidth   = 9
	moreWidth = 8
	moreFrom  = 100
)

// effect is the deadline that a change moved furthest, and how many others.
func (v *View) effect(s *scene.Scene, c *history.Change) []paint.Span {
	m := v.furthest(s, c)
	if m == nil {
		return nil
	}
	title, _ := s.Theme.Cut(v.titleOf(s, m.On), max(v.size.w/5, 10))
	out := []paint.Span{{Style: paint.Text, Text: title}}
	to := func(says string) paint.Span {
		return paint.Span{Style: paint.Dim, Text: fmt.Sprintf("%*s", toWidth, says)}
	}
	switch days := v.days(s, m); {
	case m.Done != 0:
		out = append(out, paint.Span{Style: paint.Fine, Text: " done"}, to(" ("+paint.Day(m.Done, s.Today)+")"))
	case m.To == 0:
		out = append(out, paint.Span{Style: paint.Dim, Text: " no forecast"})
	case m.From == 0:
		out = append(out, to(" "+paint.Day(m.To, s.Today)))
	default:
		out = append(out, paint.Span{Style: paint.DeltaStyle(days, false), Text: " " + paint.Delta(days, false)},
			to(" ("+paint.Day(m.To, s.Today)+")"))
	}
	if v.size.w < moreFrom {
		return out
	}
	others := ""
	if more := len(c.Moved) - 1; more > 0 {
		others = fmt.Sprintf(" %d more", more)
	}
	return append(out, paint.Span{Style: paint.Dim, Text: fmt.Sprintf("%-*s", moreWidth, others)})
}

// furthest is the deadline that a change moved furthest, one that was done before all others; or nil.
func (v *View) furthest(s *scene.Scene, c *history.Change) *history.Move {
	var best *history.Move
	most := -1
	for i := range c.Moved {
		n := abs(v.days(s, &c.Moved[i]))
		if c.Moved[i].Done != 0 {
			n += roadmap.MaxDays
		}
		if n > most {
			best, most = &c.Moved[i], n
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// days is by how many working days a forecast moved, on today's calendar.
func (v *View) days(s *scene.Scene, m *history.Move) int {
	if m.From == 0 || m.To == 0 {
		return 0
	}
	cal := s.Roadmap.Calendar()
	if t := s.Roadmap.Task(m.On.Task); t != nil {
		cal = s.Roadmap.TaskCalendar(t)
	}
	return cal.Between(m.From, m.To)
}

// titleOf names a deadline, also one that is gone.
func (v *View) titleOf(s *scene.Scene, r scene.Ref) string {
	if title := s.Title(r); title != "" {
		return title
	}
	id := r.Task + r.Goal + r.Team
	if title := v.titles[id]; title != "" {
		return title
	}
	return id
}

// charted is the deadline whose forecast is drawn: the one that was chosen, else that of what the cursor stood on last, else its
// goal's, else the worst.
func (v *View) charted(s *scene.Scene) (schedule.Deadline, bool) {
	if d, ok := s.AnyDeadline(v.picked); ok {
		return d, true
	}
	r := v.about
	if d, ok := s.AnyDeadline(r); ok {
		return d, true
	}
	if t := s.Roadmap.Task(r.Task); t != nil {
		if d, ok := s.AnyDeadline(scene.Ref{Goal: t.Goal}); ok {
			return d, true
		}
	}
	best, found := schedule.Deadline{}, false
	for _, d := range s.Deadlines {
		if d.Forecast != 0 && (!found || d.Days > best.Days) {
			best, found = d, true
		}
	}
	if !found && len(s.Done) > 0 {
		return schedule.LastDone(s.Done)[0], true
	}
	return best, found
}

// point is the forecast that a deadline had from a day on.
type point struct{ day, forecast roadmap.Date }

// points are the forecasts of a deadline over time, up to that of the day that is shown.
func (v *View) points(s *scene.Scene, d schedule.Deadline) []point {
	var out []point
	if v.past == nil {
		return nil
	}
	for i := range v.past.Changes {
		c := &v.past.Changes[i]
		if v.visited != 0 && c.Seq > v.visited {
			break // what came later is not known yet
		}
		for k := range c.Moved {
			m := &c.Moved[k]
			if m.On != d.On {
				continue
			}
			if len(out) == 0 && m.From != 0 {
				out = append(out, point{v.past.Began, m.From})
			}
			if to := max(m.To, m.Done); to != 0 {
				out = append(out, point{c.Today, to})
			}
		}
	}
	if d.Forecast != 0 {
		if len(out) == 0 {
			out = append(out, point{v.past.Began, d.Forecast})
		}
		out = append(out, point{s.Today, d.Forecast})
	}
	return out
}
