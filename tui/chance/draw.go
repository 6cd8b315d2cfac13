package chance

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/forecast"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// lines are the frame.
func (v *View) lines(s *scene.Scene) []string {
	l := &v.lay
	out := append(make([]string, 0, l.h+headerLines), v.ruleLine(s), v.columnLine(s))
	for i := range l.rows {
		out = append(out, v.deadlineLine(s, v.top+i))
	}
	if d := v.here(); d != nil && l.bars > 0 {
		h := newHistogram(s, &d.Outcome, d.Date, l.w-2, l.bars)
		says := h.means()
		if v.last != nil && l.drivers == 0 {
			says = "what moves it: in a higher terminal"
		}
		out = append(out, v.ruleSaying(s, s.Theme.Line(l.w), says), v.sentence(s, d))
		if !s.Passing && v.last != nil {
			out = append(out, v.depth(s, d, h)...)
		}
	}
	for i := range out {
		if out[i] == "" {
			out[i] = s.Theme.Blank(l.w)
		}
	}
	for len(out) < l.h {
		out = append(out, s.Theme.Blank(l.w))
	}
	return out[:l.h]
}

// depth is what is said of a deadline on which the selection rests: on which days its work ends, and what moves that.
func (v *View) depth(s *scene.Scene, d *forecast.Deadline, h *histogram) []string {
	l := &v.lay
	out := h.lines(s)
	if l.drivers > 0 {
		out = append(out, "", s.Theme.Line(l.w).Space(1).Put(paint.Dim|paint.Bold, "What moves it most").
			Put(paint.Dim, "   days of P80 won if it went to plan").String())
		out = append(out, v.driverLines(s, d)...)
	}
	return out
}

func (v *View) here() *forecast.Deadline {
	if len(v.deadlines()) == 0 {
		return nil
	}
	return &v.deadlines()[v.cursor]
}

// ruleLine says of how many runs the forecast is, or how much of a new one is done.
func (v *View) ruleLine(s *scene.Scene) string {
	l := s.Theme.Line(v.lay.w).Put(paint.Rule, s.Theme.Horizontal)
	switch {
	case v.Making >= 0 && v.last != nil:
		l.Put(paint.Accent, fmt.Sprintf(" being made anew: %d %% ", int(v.Making*100)))
	case v.Making >= 0:
		l.Put(paint.Accent, fmt.Sprintf(" being made: %d %% ", int(v.Making*100)))
	case v.last != nil:
		l.Put(paint.Dim, " "+paint.Thousands(v.last.Runs)+" runs ")
	}
	return v.ruleSaying(s, l, v.unseenDates())
}

// unseenDates says where the dates are that the table has no room for; empty where it has them all.
func (v *View) unseenDates() string {
	switch {
	case v.last == nil || v.lay.dates > 1:
		return ""
	case v.datesBelow():
		return "P50, P95 below"
	}
	return fmt.Sprintf("P50, P95 from %d columns on", allDatesFrom)
}

// ruleSaying goes on with a line as a rule, and says something at its end where it has room for it.
func (v *View) ruleSaying(s *scene.Scene, l *paint.Line, says string) string {
	until := 0
	if n := paint.Width(says) + 3; says != "" && n+1 < l.Left() {
		until = n
	}
	l.Put(paint.Rule, strings.Repeat(s.Theme.Horizontal, max(l.Left()-until, 0)))
	if until > 0 {
		l.Put(paint.Dim, " "+says+" ").Put(paint.Rule, s.Theme.Horizontal)
	}
	return l.String()
}

func (v *View) columnLine(s *scene.Scene) string {
	l := s.Theme.Line(v.lay.w).Space(3).Fit(paint.Dim, "Deadline", v.lay.name)
	l.Right(paint.Dim, "Due", v.lay.date).Right(paint.Dim, "In time", 11)
	if v.last == nil {
		return l.Right(paint.Dim, "Planned", v.lay.date).String()
	}
	for _, q := range shownOf(v.lay.dates, "P50", "P80", "P95") {
		l.Right(paint.Dim, q, v.lay.date).Space(v.lay.later)
	}
	return l.String()
}

// orLater is said behind each date of an end that nobody knows; where it has no room the date says that it is at least that.
const orLater = "or later"

// deadlineLine is a row of the table: how probable it is that a deadline is kept, and by when it is with three probabilities.
func (v *View) deadlineLine(s *scene.Scene, at int) string {
	l := s.Theme.Line(v.lay.w)
	if at >= len(v.deadlines()) {
		if done := schedule.LastDone(s.Done); at == 0 && len(done) > 0 && v.Making < 0 {
			l.Space(1).Put(paint.Dim, "every deadline is done: ").Put(paint.Text, done[0].Title).Put(paint.DoneStyle(&done[0]), " "+paint.Done(&done[0], s.Today))
		} else if at == 0 && v.last != nil {
			l.Space(1).Put(paint.Dim, "no deadline yet that could be kept: D gives a task or goal one")
		} else if at == 0 && v.Making < 0 {
			l.Space(1).Put(paint.Dim, "nothing to forecast yet: a adds tasks, D gives them a deadline")
		}
		return l.String()
	}
	d, pointer := &v.deadlines()[at], " "
	if at == v.cursor {
		l.Under(paint.Selected)
		pointer = s.Theme.Pointer
	}
	mark := " "
	if d.On.Goal != "" {
		mark = string(s.Theme.DeadlineKept)
	}
	s.Mark(l.Put(paint.Accent, pointer).Put(paint.Dim, mark), paint.Text, s.Marked(d.On)).Fit(paint.Text, d.Title, v.lay.name)
	l.Right(paint.Text, paint.Day(d.Date, s.Today), v.lay.date)
	if v.last == nil {
		v.planned(s, l, d)
		return l.String()
	}
	l.Right(scene.ChanceStyle(d)|paint.Bold, scene.ChanceOf(d), 11)
	for _, day := range shownOf(v.lay.dates, d.P50, d.P80, d.P95) {
		style, later := paint.Text, ""
		if day > d.Date || d.OpenEnd {
			style = paint.Late
		}
		if d.OpenEnd && day != 0 {
			later = " " + orLater
		}
		text := dayOrNone(day, s.Today)
		if v.lay.later == 0 {
			text = endOf(s, d, day)
		}
		l.Right(style, text, v.lay.date).Fit(style, later, v.lay.later)
	}
	return l.String()
}

// endOf is a day on which a deadline's work ends, in little room: of an end that nobody knows, that it is at least that.
func endOf(s *scene.Scene, d *forecast.Deadline, day roadmap.Date) string {
	if d.OpenEnd && day != 0 {
		return s.Theme.AtLeast + paint.Day(day, s.Today)
	}
	return dayOrNone(day, s.Today)
}

// planned is what stands in a row before there is a forecast: when the plan has it end, and that its probability is worked out.
func (v *View) planned(s *scene.Scene, l *paint.Line, d *forecast.Deadline) {
	waits := ""
	if v.Making >= 0 {
		waits = s.Theme.Ellipsis
	}
	l.Right(paint.Dim, waits, 11).Right(paint.Text, paint.Day(s.Forecasted(d.On), s.Today), v.lay.date)
	if p, ok := s.Deadline(d.On); ok {
		l.Space(1).Put(paint.DeltaStyle(p.Days, p.OpenEnd), s.Theme.ShortDelta(p.Days, p.OpenEnd))
	}
}

// shownOf are all three, or the one in the middle.
func shownOf[T any](n int, p50, p80, p95 T) []T {
	if n == 1 {
		return []T{p80}
	}
	return []T{p50, p80, p95}
}

func dayOrNone(d, today roadmap.Date) string {
	if d == 0 {
		return "no date"
	}
	return paint.Day(d, today)
}

// besideSentence is the cells that a deadline's title leaves to when it is due, how probable that is, and what is planned.
const besideSentence = 56

// sentence says in words what the histogram shows; where the table has no room for all three dates, it says these.
func (v *View) sentence(s *scene.Scene, d *forecast.Deadline) string {
	if v.datesBelow() {
		return v.threeDates(s, d)
	}
	l := s.Theme.Line(v.lay.w).Space(1)
	title, _ := s.Theme.Cut(d.Title, max(l.Left()-besideSentence, besideSentence/2))
	l.Put(paint.Bold, title)
	l.Put(paint.Dim, "   due ").Put(paint.Text, paint.Weekday(d.Date, s.Today))
	if d.OpenEnd {
		l.Put(paint.Late, "   rests on an end that nobody knows")
		return l.String()
	}
	if v.last != nil {
		l.Put(paint.Dim, "   in time ").Put(scene.ChanceStyle(d)|paint.Bold, scene.ChanceOf(d))
	}
	if finish := s.Forecasted(d.On); finish != 0 {
		for _, says := range []string{"   the plan says ", "   planned "} {
			if paint.Width(says)+paint.Width(paint.Day(finish, s.Today)) < l.Left() {
				l.Put(paint.Dim, says).Put(paint.Text, paint.Day(finish, s.Today))
				break
			}
		}
	}
	return l.String()
}

// datesBelow tells whether the dates that the table has no room for stand under it.
func (v *View) datesBelow() bool { return v.last != nil && v.lay.dates == 1 && v.lay.bars > 0 }

// threeDates are the days of 50, 80 and 95 % of a deadline, of whose title what must is cut.
func (v *View) threeDates(s *scene.Scene, d *forecast.Deadline) string {
	var dates []paint.Span
	cells := 0
	for i, day := range []roadmap.Date{d.P50, d.P80, d.P95} {
		style, name, text := paint.Text, [...]string{"   P50 ", "   P80 ", "   P95 "}[i], endOf(s, d, day)
		if day > d.Date || d.OpenEnd {
			style = paint.Late
		}
		dates = append(dates, paint.Span{Style: paint.Dim, Text: name}, paint.Span{Style: style, Text: text})
		cells += paint.Width(name) + paint.Width(text)
	}
	title, _ := s.Theme.Cut(d.Title, max(v.lay.w-1-cells, 8))
	return s.Theme.Line(v.lay.w).Space(1).Put(paint.Bold, title).Spans(dates...).String()
}

// driverLines are what moves a deadline most, a bar each, in two columns where there is room.
func (v *View) driverLines(s *scene.Scene, d *forecast.Deadline) []string {
	if len(d.Drivers) == 0 {
		return []string{s.Theme.Line(v.lay.w).Space(3).Put(paint.Dim, "nothing by itself").String()}
	}
	most, columns := d.Drivers[0].Days, 1
	if v.lay.w >= 110 {
		columns = 2
	}
	rows, names := min(v.lay.drivers, (len(d.Drivers)+columns-1)/columns), 0
	for k := range d.Drivers[:min(rows*columns, len(d.Drivers))] {
		names = max(names, paint.Width(driverName(s, &d.Drivers[k])))
	}
	var out []string
	for y := range rows {
		l := s.Theme.Line(v.lay.w)
		for x := range columns {
			if k := y + x*rows; k < len(d.Drivers) {
				l.To(1 + x*v.lay.w/columns)
				v.driver(s, l, &d.Drivers[k], most, names+2, v.lay.w/columns-3)
			}
		}
		out = append(out, l.String())
	}
	return out
}

// driver is what moves a deadline, in w cells: its name, of which two thirds at most, a bar, the days.
func (v *View) driver(s *scene.Scene, l *paint.Line, d *forecast.Driver, most float64, name, w int) {
	const days = 7
	name = max(min(name, w*2/3), w*4/9)
	bar := max(w-name-days-2, 0)
	cells := 0
	if most > 0 {
		cells = int(d.Days/most*float64(bar) + 0.5)
	}
	l.Space(2).Fit(paint.Text, driverName(s, d), name-1).Space(1)
	for range cells {
		l.Put(paint.Accent, string(s.Theme.Gauge))
	}
	l.Space(bar-cells).Right(paint.Text, fmt.Sprintf("%.1fd", d.Days), days)
}

// driverName names a task's estimate, a promise or a risk.
func driverName(s *scene.Scene, d *forecast.Driver) string {
	if r := s.Roadmap.Risk(d.Risk); r != nil {
		return fmt.Sprintf("risk: %s %.0f %%", r.Title, r.Probability*100)
	}
	title := s.Title(scene.Ref{Task: d.Task})
	if d.Promise {
		return title + ": its promise"
	}
	return title
}
