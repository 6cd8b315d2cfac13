package ledger

import (
	"strings"

	"bywhen/roadmap/history"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// headLines are the lines above the rows: what it is about, and a rule.
const headLines = 2

// storyLines are the lines below the rows, under a rule, that say all of the row that the cursor is on.
const storyLines = 2

// storyFrom is the height from which they are shown.
const storyFrom = 12

// Draw is the ledger in exactly h lines of w cells.
func (v *View) Draw(s *scene.Scene, w, h int) []string {
	v.refresh(s)
	out := append(make([]string, 0, h), v.head(s, w), s.Theme.Rule(w))
	story := 0
	if h >= storyFrom {
		story = storyLines + 1
	}
	v.lines = max(h-headLines-story, 0)
	v.scroll()
	c := v.columns(s, w)
	for i := range v.lines {
		if at := v.top + i; at < len(v.rows) {
			out = append(out, v.line(s, at, w, &c))
			continue
		}
		out = append(out, s.Theme.Blank(w))
	}
	if story > 0 {
		out = append(out, s.Theme.Rule(w))
		out = append(out, v.story(s, w)...)
	}
	return out[:h]
}

// scroll keeps the cursor in the window; on the first row what stands above it is seen too.
func (v *View) scroll() {
	if v.cursor >= 0 && v.nearest(0, 1) == v.cursor {
		v.top = 0
	}
	v.top = max(min(v.top, v.cursor, len(v.rows)-v.lines), 0)
	if v.cursor >= v.top+v.lines {
		v.top = v.cursor - v.lines + 1
	}
}

// nothing says why there are no lines; empty where there are some. Of an end that nobody knows it is not said that nothing has
// moved it: that is of the date alone.
func (v *View) nothing() string {
	switch {
	case v.trouble != "":
		return v.trouble
	case v.ledger == nil:
		return "reading the history"
	case len(v.ledger.Lines) == 0 && v.ledger.OpenEnd:
		return "nothing has moved the date, but nobody knows its end"
	case len(v.ledger.Lines) == 0 && v.ledger.DueMoved():
		return "nothing has moved the forecast, only the deadline"
	case len(v.ledger.Lines) == 0:
		return "nothing has moved it"
	}
	return ""
}

// head is "Launch in first stores   Board, 26 Oct: 12 Mar → today: 19 Mar   +5d".
func (v *View) head(s *scene.Scene, w int) string {
	l := s.Theme.Line(w).Space(1)
	if v.ledger == nil {
		return l.Put(paint.Bold, s.Title(v.On)).String()
	}
	span := v.span(s)
	delta := s.Theme.DeltaTo(v.ledger.Days, v.ledger.OpenEnd)
	if v.ledger.Forecast == 0 { // the days lead to a forecast that it has no more
		delta = ""
	}
	room := w - 1 - paint.Width(delta) - 2
	if n := paint.Width(span); n+3+leastTitle <= room {
		l.Fit(paint.Bold, v.ledger.Title, room-n-3).Space(2).Put(paint.Text, span)
	} else {
		l.Fit(paint.Bold, v.ledger.Title, max(room-n-3, 0)).Space(2).Fit(paint.Text, span, max(w-1-paint.Width(delta)-1-l.At(), 0))
	}
	return l.To(w-1-paint.Width(delta)).Put(paint.DeltaStyle(v.ledger.Days, v.ledger.OpenEnd)|paint.Bold, delta).String()
}

// leastTitle is how much of the title stays.
const leastTitle = 12

// span is "Board, 26 Oct: 12 Mar → today: 19 Mar".
func (v *View) span(s *scene.Scene) string {
	since, l := &v.ledger.Since, v.ledger
	name := "history begins"
	switch {
	case since.Baseline != "":
		name = since.Baseline
	case since.CheckIn:
		name = "check-in"
	case since.Named:
		name = "end of"
	case since.Later():
		name = "first forecast"
	}
	name, _ = s.Theme.Cut(name, 24)
	between := ", "
	if since.Named {
		between = " "
	}
	out := name + between + paint.Day(since.Day, s.Today) + ": " + paint.Day(since.Date, s.Today) + " " + s.Theme.Arrow + " "
	if l.Forecast == 0 {
		return out + "no forecast any more"
	}
	if d, ok := s.DoneDeadline(v.On); ok && d.Forecast == l.Forecast {
		return out + "done: " + paint.Day(l.Forecast, s.Today)
	}
	return out + "today: " + paint.DayOrLater(l.Forecast, s.Today, l.OpenEnd)
}

// columns are the widths of what stands in a row; 0 is left out. Links is what the chain of causes would like text to have.
type columns struct{ text, dates, days, whose, because, links int }

// The widths from which a column is shown, and the most that one takes.
const (
	datesFrom   = 48
	whoseFrom   = 72
	becauseFrom = 110
	mostDates   = 22
	mostWhose   = 18
	leastText   = 30
	// leastBecause is what the chain of causes leaves to the reasons.
	leastBecause = 44
	mostText     = 80
)

// columns gives the text what the others leave, and the reason what a long text does not need.
func (v *View) columns(s *scene.Scene, w int) columns {
	c := v.widest(s)
	if w < datesFrom {
		c.dates = 0
	}
	if w < whoseFrom {
		c.whose = 0
	}
	rest := w - 3 - c.days - 1
	for _, n := range []int{c.dates, c.whose} {
		if n > 0 {
			rest -= n + 2
		}
	}
	widest := max(c.text, min(c.links, rest-leastBecause))
	if c.text = rest; w >= becauseFrom {
		c.text = min(max(widest, leastText), mostText, rest)
		c.because = rest - c.text - 2
	}
	return c
}

// widest are the columns as wide as what stands in them, within bounds. Links of the chain take text and dates together.
func (v *View) widest(s *scene.Scene) columns {
	c, links := columns{days: 5}, 0
	for i := range v.rows {
		switch r := &v.rows[i]; r.kind {
		case causeRow, lineRow:
			c.days = max(c.days, paint.Width(paint.Delta(v.days(r), false)))
			c.dates = max(c.dates, paint.Width(v.dates(s, r)))
			c.whose = max(c.whose, paint.Width(v.whose(s, r)))
			c.text = max(c.text, paint.Width(v.text(r))+2)
		case whyRow:
			c.days = max(c.days, paint.Width(s.Theme.ShortDelta(r.cause.Days, s.Endless(r.cause))))
			links = max(links, 2*r.depth+2+paint.Width(r.cause.Text))
		}
	}
	c.dates, c.whose = min(c.dates, mostDates), min(c.whose, mostWhose)
	c.links = links - 2 - c.dates
	return c
}

// line is a row of the frame.
func (v *View) line(s *scene.Scene, at, w int, c *columns) string {
	r := &v.rows[at]
	l := s.Theme.Line(w)
	pointer := " "
	if at == v.cursor {
		l.Under(paint.Selected)
		pointer = s.Theme.Pointer
	}
	l.Put(paint.Accent, pointer).Space(1)
	switch r.kind {
	case headRow:
		return l.Put(paint.Dim|paint.Bold, r.text).String()
	case noteRow:
		return l.Put(paint.Dim, r.text).String()
	case blankRow:
		return l.String()
	case whyRow:
		v.why(s, l, r, c)
		return l.String()
	}
	v.entry(s, l, r, c)
	return l.String()
}

// entry is a cause, or a line of the ledger.
func (v *View) entry(s *scene.Scene, l *paint.Line, r *row, c *columns) {
	days, style := v.days(r), paint.Text
	indent := 0
	if r.under {
		indent, style = 2, paint.Dim
	}
	l.Space(indent).Fit(style, v.text(r), c.text-indent)
	if c.dates > 0 {
		l.Space(2).Fit(paint.Dim, v.dates(s, r), c.dates)
	}
	l.Space(1).Right(paint.DeltaStyle(days, false), paint.Delta(days, false), c.days)
	if c.whose > 0 {
		l.Space(2).Fit(paint.Text, v.whose(s, r), c.whose)
	}
	if c.because > 0 {
		l.Space(2).Fit(paint.Dim, quoted(v.because(r)), c.because)
	}
}

// why is a link of the chain, further in with each; its days stand under those of the ledger.
func (v *View) why(s *scene.Scene, l *paint.Line, r *row, c *columns) {
	endless, room := s.Endless(r.cause), c.text
	if c.dates > 0 {
		room += 2 + c.dates
	}
	indent := min(2*r.depth, room/2)
	l.Space(indent).Put(paint.Rule, s.Theme.Branch).Space(1).Fit(paint.Text, r.cause.Text, room-indent-2)
	l.Space(1).Right(paint.DeltaStyle(r.cause.Days, endless), s.Theme.ShortDelta(r.cause.Days, endless), c.days)
}

func (v *View) text(r *row) string {
	if r.kind == lineRow {
		return v.ledger.Lines[r.line].Text
	}
	return v.groups[r.group].Text
}

func (v *View) days(r *row) int {
	if r.kind == lineRow {
		return v.ledger.Lines[r.line].Days
	}
	return v.groups[r.group].Days
}

func (v *View) because(r *row) string {
	if r.kind == lineRow {
		return v.ledger.Lines[r.line].Because
	}
	return strings.Join(v.groups[r.group].Because, "; ")
}

func (v *View) whose(s *scene.Scene, r *row) string { return s.TeamName(v.causeOf(r).Team) }

// dates are the days on which it happened: "9, 19 Nov"; of many the first and the last.
func (v *View) dates(s *scene.Scene, r *row) string {
	if r.kind == lineRow {
		return paint.Days(v.ledger.Lines[r.line].From, v.ledger.Lines[r.line].To, s.Today)
	}
	return datesOf(s, v.ledger, &v.groups[r.group])
}

func datesOf(s *scene.Scene, l *history.Ledger, g *history.Group) string {
	var days []paint.Run
	for _, i := range g.Lines {
		days = append(days, paint.Run{From: l.Lines[i].From, To: l.Lines[i].To})
	}
	return paint.Runs(days, s.Today)
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}

// story says all of the row that the cursor is on.
func (v *View) story(s *scene.Scene, w int) []string {
	text := ""
	switch r := v.here(); {
	case r == nil:
	case r.kind == whyRow:
		text = r.cause.Text
	default:
		text = v.sentence(s, r)
	}
	out := make([]string, 0, storyLines)
	for _, line := range s.Theme.Wrap(text, w-2, storyLines) {
		out = append(out, s.Theme.Line(w).Space(1).Put(paint.Text, line).String())
	}
	for len(out) < storyLines {
		out = append(out, s.Theme.Blank(w))
	}
	return out
}
