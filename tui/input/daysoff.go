package input

import (
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// DayOff is a row of DaysOff: days on which somebody is off, or on which a team has more people.
type DayOff struct {
	When  string // with weekdays
	Short string // without, where there is little room
	Who   string // as "everybody", "Mechanics, 1 person"
	Name  string
	Days  int // working days
	Past  bool
}

// DaysOff are all days off in the order of the calendar. Some are marked: what deletes takes them, else the one pointed at.
type DaysOff struct {
	Pressed string // what is Taken: enter, X, a, u or ctrl+r
	rows    []DayOff
	marked  map[int]bool
	last    int // the row that was marked last
	at, top int
	above   int // lines above the rows, as drawn last
	page    int // how many rows there is room for, as drawn last
	says    string
	trouble bool
}

// NewDaysOff shows rows, and points at the first that is not past.
func NewDaysOff(rows []DayOff) *DaysOff {
	d := &DaysOff{rows: rows, marked: map[int]bool{}}
	for d.at < len(rows)-1 && rows[d.at].Past {
		d.at++
	}
	return d
}

// Show takes other rows in. It points at the same place, and nothing is marked any more.
func (d *DaysOff) Show(rows []DayOff) {
	d.rows, d.marked = rows, map[int]bool{}
	d.at = max(min(d.at, len(rows)-1), 0)
}

// Point points at a row.
func (d *DaysOff) Point(row int) { d.at = max(min(row, len(d.rows)-1), 0) }

// Say says something below the rows, as what was done just now or what went wrong; empty says what the keys are about.
func (d *DaysOff) Say(text string, trouble bool) { d.says, d.trouble = text, trouble }

// Chosen are the rows that are marked, else the one pointed at; none where there is no row.
func (d *DaysOff) Chosen() []int {
	var out []int
	for i := range d.rows {
		if d.marked[i] || len(d.marked) == 0 && i == d.at {
			out = append(out, i)
		}
	}
	return out
}

// Typing tells that no key is text here.
func (d *DaysOff) Typing() bool { return false }

// daysOffAround are the lines besides the rows: two headings, what was said, a rule, keys.
const daysOffAround = 6

// Height is how many lines it wants.
func (d *DaysOff) Height() int { return max(len(d.rows), 1) + daysOffAround }

// Key moves, marks, takes or leaves.
func (d *DaysOff) Key(k tea.KeyMsg) Outcome {
	at := d.at
	switch name := k.String(); name {
	case "esc", "ctrl+c", "q":
		return Outcome{Did: Left}
	case "enter", "e", "s":
		return d.take("enter", true)
	case "X", "delete", "x":
		return d.take("X", true)
	case "a", "A":
		return d.take("a", false)
	case "u", "ctrl+r":
		return d.take(name, false)
	case "v", " ":
		return d.mark()
	case "V":
		return d.markRange()
	case "j", "down", "ctrl+n":
		at++
	case "k", "up", "ctrl+p":
		at--
	case "ctrl+d", "pgdown":
		at += max(d.page/2, 1)
	case "ctrl+u", "pgup":
		at -= max(d.page/2, 1)
	case "g", "home":
		at = 0
	case "G", "end":
		at = len(d.rows) - 1
	default:
		return Outcome{Did: Nothing}
	}
	d.at = max(min(at, len(d.rows)-1), 0)
	return Outcome{Did: Changed}
}

// take is a key that does something, some of which need a row.
func (d *DaysOff) take(pressed string, row bool) Outcome {
	if row && len(d.rows) == 0 {
		return Outcome{Did: Nothing}
	}
	d.Pressed = pressed
	return Outcome{Did: Taken, At: d.at}
}

// mark marks the row pointed at, or no longer, and goes on to the next.
func (d *DaysOff) mark() Outcome {
	if len(d.rows) == 0 {
		return Outcome{Did: Nothing}
	}
	if d.marked[d.at] {
		delete(d.marked, d.at)
	} else {
		d.marked[d.at] = true
		d.last = d.at
	}
	d.at = min(d.at+1, len(d.rows)-1)
	return Outcome{Did: Changed}
}

// markRange marks all rows from the one marked last to the one pointed at.
func (d *DaysOff) markRange() Outcome {
	if len(d.rows) == 0 {
		return Outcome{Did: Nothing}
	}
	if !d.marked[d.last] {
		d.last = d.at
	}
	for i := min(d.last, d.at); i <= max(d.last, d.at); i++ {
		d.marked[i] = true
	}
	d.last = d.at
	return Outcome{Did: Changed}
}

// Click points at a row; on the one pointed at it does what enter does.
func (d *DaysOff) Click(_, y int) Outcome {
	row := d.top + y - d.above
	switch {
	case y < d.above || y >= d.above+d.page || row >= len(d.rows):
		return Outcome{Did: Nothing}
	case row == d.at:
		return d.take("enter", true)
	}
	d.at = row
	return Outcome{Did: Changed}
}

// Draw gives h lines of w cells.
func (d *DaysOff) Draw(t *paint.Theme, w, h int) []string {
	x := d.columns(w)
	heading := t.Line(w).Space(1).Put(paint.Bold, "Days off").Put(paint.Dim, ": holidays of everybody, time off and extra people of teams").String()
	f := newFrame(t, w, h, heading, x.head(t), footer(t, w, nil, d.hints()))
	if h > daysOffAround-1 {
		f.bottom = append(d.story(t, w, h), f.bottom...)
	}
	room := f.room()
	d.top, d.above, d.page = max(min(d.top, d.at), d.at-room+1, 0), len(f.top), room
	if len(d.rows) == 0 {
		f.rows = append(f.rows, t.Line(w).Space(2).Put(paint.Dim, "none yet: a adds some, as 24-dec to 1-jan Year end, or a country's: holidays Germany 2027").String())
	}
	for i := d.top; i < min(d.top+room, len(d.rows)); i++ {
		f.rows = append(f.rows, x.row(t, i))
	}
	return f.lines()
}

// story is what was said, in one line or, where that is too long for it and there is room, two.
func (d *DaysOff) story(t *paint.Theme, w, h int) []string {
	style, most := paint.Text, 2
	if d.trouble {
		style = paint.Late
	}
	if h < daysOffAround+3 {
		most = 1
	}
	var out []string
	for _, line := range t.Wrap(d.says, max(w-2, 1), most) {
		out = append(out, t.Line(w).Space(1).Put(style, line).String())
	}
	if len(out) == 0 {
		out = append(out, t.Blank(w))
	}
	return out
}

func (d *DaysOff) hints() []Hint {
	if len(d.rows) == 0 {
		return []Hint{{"a", "add"}, {"esc", "leave"}}
	}
	deletes := Hint{"X", "delete"}
	if n := len(d.marked); n > 0 {
		deletes.Does += " " + paint.Thousands(n)
	}
	return []Hint{{"enter", "change"}, deletes, {"a", "add"}, {"u", "undo"}, {"esc", "leave"}, {"v V", "mark"}}
}

// daysOffColumns is how the rows are laid out in a width.
type daysOffColumns struct {
	*DaysOff
	w, when, work, who int
	short              bool
}

// The cells of the working days, the most that those who are off take, and from which widths on the former are shown and days have
// their weekdays.
const (
	workCells    = 6
	mostWho      = 26
	workFrom     = 70
	weekdaysFrom = 90
)

func (d *DaysOff) columns(w int) *daysOffColumns {
	x := daysOffColumns{DaysOff: d, w: w, when: len("When"), who: len("Who"), short: w < weekdaysFrom}
	if w >= workFrom {
		x.work = workCells
	}
	for i := range d.rows {
		x.when, x.who = max(x.when, paint.Width(x.text(i))), max(x.who, paint.Width(d.rows[i].Who))
	}
	x.who = min(x.who, mostWho, max(w/3, 6))
	return &x
}

// text is when a row is.
func (x *daysOffColumns) text(i int) string {
	if x.short {
		return x.rows[i].Short
	}
	return x.rows[i].When
}

func (x *daysOffColumns) head(t *paint.Theme) string {
	l := t.Line(x.w).Space(2).Fit(paint.Dim, "When", x.when).Right(paint.Dim, "Days"[:min(len("Days"), x.work)], x.work).Space(2)
	return l.Fit(paint.Dim, "Who", x.who).Space(2).Put(paint.Dim, "Name").String()
}

// row is one line: when, on how many working days, who, and what it is called.
func (x *daysOffColumns) row(t *paint.Theme, i int) string {
	r, l := &x.rows[i], t.Line(x.w)
	if i == x.at {
		l.Under(paint.Selected).Put(paint.Accent, t.Pointer)
	} else {
		l.Space(1)
	}
	style, mark := paint.Text, " "
	if r.Past {
		style = paint.Dim
	}
	if x.marked[i] {
		mark = t.Marked
	}
	days := paint.Thousands(r.Days) + "d"
	switch {
	case x.work == 0:
		days = ""
	case r.Days == 0:
		days = "-"
	}
	l.Put(paint.Accent, mark).Fit(style, x.text(i), x.when).Right(style, days, x.work).Space(2)
	return l.Fit(style, r.Who, x.who).Space(2).Put(style, r.Name).String()
}
