package input

import (
	"slices"
	"strconv"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// Alternative is a row of Alternatives: the plan, or a what-if beside it.
type Alternative struct {
	Name    string
	Says    string            // what was done in it, and what of it no longer fits
	Effects []schedule.Effect // on the deadlines, compared with the plan; nil for one that no longer fits
	Unkept  bool              // it holds edits that are not kept
	Misfits bool
}

// Alternatives are the plan and the what-ifs beside it, a row each, with a column a deadline.
type Alternatives struct {
	Pressed string // the key of what is Taken: enter, n, r or x
	today   roadmap.Date
	rows    []Alternative // the first is the plan
	order   []schedule.Ref
	at, top int
	left    int // the first column shown
	columns int // how many are shown, as drawn last
	above   int // lines above the rows, as drawn last
	says    string
}

// NewAlternatives shows rows, the first of which is the plan, with a column for each of some deadlines in their order; one of the
// rows is pointed at.
func NewAlternatives(rows []Alternative, deadlines []schedule.Ref, today roadmap.Date, at int) *Alternatives {
	a := &Alternatives{today: today, order: deadlines}
	a.Show(rows)
	a.at = max(min(at, len(rows)-1), 0)
	return a
}

// Show takes other rows in; the one that was pointed at still is, wherever it stands now.
func (a *Alternatives) Show(rows []Alternative) {
	at := -1
	if a.at < len(a.rows) {
		at = slices.IndexFunc(rows, func(r Alternative) bool { return r.Name == a.rows[a.at].Name })
	}
	if at < 0 {
		at = min(a.at, len(rows)-1)
	}
	a.rows, a.at = rows, at
}

// Say says something until the next key, as what was done just now.
func (a *Alternatives) Say(text string) { a.says = text }

// alternativesAround are the lines besides the rows: heading, columns, what was tried, a rule, keys.
const alternativesAround = 5

// Height is how many lines it wants.
func (a *Alternatives) Height() int { return len(a.rows) + alternativesAround }

// Key moves, takes or leaves.
func (a *Alternatives) Key(k tea.KeyMsg) Outcome {
	at, left, said := a.at, a.left, a.says
	a.says = ""
	switch name := k.String(); name {
	case "esc", "ctrl+c", "q":
		return Outcome{Did: Left}
	case "enter", "n", "r", "x":
		a.Pressed = name
		return Outcome{Did: Taken, At: a.at}
	case "j", "down", "ctrl+n":
		a.at = min(a.at+1, len(a.rows)-1)
	case "k", "up", "ctrl+p":
		a.at = max(a.at-1, 0)
	case "g", "home":
		a.at = 0
	case "G", "end":
		a.at = len(a.rows) - 1
	case "l", "right":
		if a.left+a.columns < len(a.order) {
			a.left++
		}
	case "h", "left":
		a.left = max(a.left-1, 0)
	}
	if a.at != at || a.left != left || said != "" {
		return Outcome{Did: Changed}
	}
	return Outcome{Did: Nothing}
}

// Click points at a row; on the one pointed at it does what enter does.
func (a *Alternatives) Click(_, y int) Outcome {
	row := a.top + y - a.above
	switch {
	case y < a.above || row >= len(a.rows):
		return Outcome{Did: Nothing}
	case row == a.at:
		a.Pressed = "enter"
		return Outcome{Did: Taken, At: row}
	}
	a.at = row
	return Outcome{Did: Changed}
}

// Draw gives h lines of w cells.
func (a *Alternatives) Draw(t *paint.Theme, w, h int) []string {
	table := a.table(t, w)
	a.columns = len(table.shown)
	heading := t.Line(w).Space(1).Put(paint.Bold, "What-ifs beside the plan").Put(paint.Dim, ": days won (-), lost (+)").String()
	f := newFrame(t, w, h, heading, table.head(), a.footer(t, w))
	if h > alternativesAround-1 {
		f.bottom = append([]string{a.story(t, w)}, f.bottom...)
	}
	room := f.room()
	a.top, a.above = max(min(a.top, a.at), a.at-room+1, 0), len(f.top)
	for i := a.top; i < min(a.top+room, len(a.rows)); i++ {
		f.rows = append(f.rows, table.row(i, i == a.at))
	}
	return f.lines()
}

func (a *Alternatives) story(t *paint.Theme, w int) string {
	if a.says != "" {
		return t.Line(w).Space(1).Put(paint.Text, a.says).String()
	}
	return t.Line(w).Space(1).Put(paint.Dim, a.rows[a.at].Says).String()
}

func (a *Alternatives) footer(t *paint.Theme, w int) string {
	if a.at == 0 {
		return footer(t, w, nil, []Hint{{"enter", "show the plan"}, {"n", "new one"}, {"esc", "leave"}, {"h l", "more deadlines"}})
	}
	return footer(t, w, nil, []Hint{{"enter", "open"}, {"n", "new one"}, {"x", "delete"}, {"r", "rename"}, {"esc", "leave"}, {"h l", "more deadlines"}})
}

// alternativeTable is how the rows are laid out in a width.
type alternativeTable struct {
	*Alternatives
	t     *paint.Theme
	w     int
	name  int // cells of the names
	shown []alternativeColumn
	more  int // deadlines to the right that have no room
}

// alternativeColumn is a deadline: its title, and a cell a row.
type alternativeColumn struct {
	title string
	cells [][]paint.Span
	w     int
}

const (
	leastName, mostName = 10, 40
	leastForecast       = 12
	mostColumnTitle     = 20
)

func (a *Alternatives) table(t *paint.Theme, w int) *alternativeTable {
	x := &alternativeTable{Alternatives: a, t: t, w: w, name: leastName}
	for _, r := range a.rows {
		x.name = max(x.name, paint.Width(r.Name)+2)
	}
	x.name = min(x.name, mostName, max(w/3, leastName))
	room := w - 2 - x.name
	for i := a.left; i < len(a.order); i++ {
		c := x.column(a.order[i])
		if need := c.w + 2; need > room && len(x.shown) > 0 || i < len(a.order)-1 && need > room-4 && len(x.shown) > 0 {
			x.more = len(a.order) - i
			break
		}
		room -= c.w + 2
		x.shown = append(x.shown, c)
	}
	return x
}

func (x *alternativeTable) column(on schedule.Ref) alternativeColumn {
	c := alternativeColumn{w: leastForecast}
	for i := range x.rows {
		var spans []paint.Span
		for _, e := range x.rows[i].Effects {
			if e.On == on {
				c.title = e.Title
				spans = x.cell(&e, i == 0)
			}
		}
		if x.rows[i].Effects == nil {
			spans = []paint.Span{{Style: paint.Dim, Text: "-"}}
		}
		c.w = max(c.w, cells(spans))
		c.cells = append(c.cells, spans)
	}
	c.title, _ = x.t.Cut(c.title, mostColumnTitle)
	c.w = max(c.w, paint.Width(c.title))
	return c
}

// cell is a deadline in one of the rows: in the plan's its forecast and how late it is, in the others what they win or cost. An end
// that nobody knows stays "or later" in each row that does not cure it.
func (x *alternativeTable) cell(e *schedule.Effect, plan bool) []paint.Span {
	date := paint.Span{Style: paint.Text, Text: "no forecast"}
	if e.Forecast != 0 {
		date.Text = paint.DayOrLater(e.Forecast, x.today, !plan && e.OpenEnd && e.WasOpen)
	}
	switch {
	case e.Done:
		return []paint.Span{date, {Style: paint.DoneStyle(&e.Deadline) | paint.Bold, Text: " done"}}
	case plan && e.Forecast != 0:
		return []paint.Span{date, {Style: paint.DeltaStyle(e.Days, e.OpenEnd), Text: x.against(e)}}
	case plan:
		date.Style = paint.Dim
		return []paint.Span{date}
	case !e.Changed():
		date.Style = paint.Dim
		return []paint.Span{date, {Style: paint.Dim, Text: " ="}}
	case e.WasOpen && !e.OpenEnd && e.Moved == 0:
		return []paint.Span{date, {Style: paint.Fine | paint.Bold, Text: " end known"}}
	case e.Before != 0 && e.Forecast != 0:
		return []paint.Span{date, {Style: paint.DeltaStyle(e.Moved, e.OpenEnd && !e.WasOpen) | paint.Bold, Text: " " + x.t.ShortDelta(e.Moved, e.OpenEnd && !e.WasOpen)}}
	}
	return []paint.Span{date, {Style: paint.Risk, Text: " new"}}
}

// against says how the plan stands to a deadline, in words: the days in the rows below are against the plan.
func (x *alternativeTable) against(e *schedule.Effect) string {
	switch {
	case e.OpenEnd && e.Days <= 0:
		return " " + x.t.ShortDelta(e.Days, true)
	case e.Days > 0 && e.OpenEnd:
		return ", " + strconv.Itoa(e.Days) + "d late or more"
	case e.Days > 0:
		return ", " + strconv.Itoa(e.Days) + "d late"
	case e.Days == 0:
		return ", to the day"
	}
	return ", " + strconv.Itoa(-e.Days) + "d to spare"
}

func (x *alternativeTable) head() string {
	l := x.t.Line(x.w).Space(1).Fit(paint.Dim, "", x.name)
	if x.left > 0 {
		l = x.t.Line(x.w).Space(1).Fit(paint.Dim, "+"+paint.Count(x.left, "deadline"), x.name)
	}
	for _, c := range x.shown {
		l.Space(1).Right(paint.Dim, c.title, c.w).Space(1)
	}
	if x.more > 0 {
		l.Put(paint.Dim, "+"+paint.Thousands(x.more))
	}
	return l.String()
}

func (x *alternativeTable) row(i int, pointed bool) string {
	r, l := &x.rows[i], x.t.Line(x.w)
	if pointed {
		l.Under(paint.Selected).Put(paint.Accent, x.t.Pointer)
	} else {
		l.Space(1)
	}
	mark, style := " ", paint.Text
	switch {
	case r.Misfits:
		mark = "!"
	case r.Unkept:
		mark = "*"
	}
	if i == 0 {
		style = paint.Bold
	}
	l.Put(paint.Risk, mark).Fit(style, r.Name, x.name-1)
	for _, c := range x.shown {
		l.Space(1 + max(c.w-cells(c.cells[i]), 0)).Spans(c.cells[i]...).Space(1)
	}
	return l.String()
}
