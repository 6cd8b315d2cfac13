package ways

import (
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/fix"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// Table is the ways out of something in rows of some cells: first those one can do, then those to ask for.
type Table struct {
	theme *paint.Theme
	found *fix.Fixes
	today roadmap.Date
	order []int // places in Ways

	w, label, won, elsewhere int // cells; 0: left out
}

// The sizes of columns, and from which width on they are shown.
const (
	labelWidth    = 9 // "Ask for"
	labelFrom     = 44
	daysWidth     = 5 // "-12d"
	knownWidth    = 9 // "-3d known"
	elsewhereFrom = 72
	roomyFrom     = 100 // the column is there also where nothing gets later
	mostElsewhere = 36
	mostTable     = 120 // wider, the eye loses the row
	gap           = 2
)

// New lays ways out in w cells.
func New(t *paint.Theme, found *fix.Fixes, today roadmap.Date, w int) Table {
	out := Table{theme: t, found: found, today: today, w: min(w, mostTable), won: daysWidth}
	for _, asks := range []bool{false, true} {
		for i := range found.Ways {
			if (found.Ways[i].Ask != "") == asks {
				out.order = append(out.order, i)
			}
			if found.Ways[i].EndKnown {
				out.won = knownWidth
			}
		}
	}
	if out.w >= labelFrom {
		out.label = labelWidth
	}
	if out.w >= elsewhereFrom {
		out.elsewhere = min(out.w/4, mostElsewhere)
		if n := out.widest(); n > 0 || out.w >= roomyFrom {
			out.elsewhere = max(n, len("elsewhere"))
		} else {
			out.elsewhere = 0
		}
	}
	return out
}

// Cut tells whether a row's title has no room.
func (t *Table) Cut(row int) bool {
	f := &t.found.Ways[t.order[row]]
	return paint.Width(f.Title)+paint.Width(t.asked(f)) > t.room()
}

// room is the cells of a title.
func (t *Table) room() int {
	n := t.w - 1 - t.label - 1 - t.won - gap
	if t.elsewhere > 0 {
		n -= t.elsewhere + gap
	}
	return n
}

// widest is the cells that the column of what gets later elsewhere needs, of those that it may have.
func (t *Table) widest() int {
	n := 0
	for i := range t.found.Ways {
		n = max(n, paint.Width(t.later(&t.found.Ways[i])))
	}
	return min(n, t.elsewhere)
}

// Len is how many rows there are.
func (t *Table) Len() int { return len(t.order) }

// At is the place in Ways of a row.
func (t *Table) At(row int) int { return t.order[row] }

// Head names the columns: the item whose date it is, and elsewhere.
func (t *Table) Head(w int) string {
	l := t.theme.Line(w)
	room := t.w - 1
	if t.elsewhere > 0 {
		room -= t.elsewhere + gap
	}
	name, n := t.theme.Cut(t.found.Title, max(room-t.label-gap, 0))
	l.To(max(room-n, 0)).Put(paint.Dim, name)
	if t.elsewhere > 0 {
		l.Space(gap).Put(paint.Dim, "elsewhere")
	}
	return l.String()
}

// Row adds a row to a line that begins with its pointer.
func (t *Table) Row(l *paint.Line, row int) string {
	f := &t.found.Ways[t.order[row]]
	if t.label > 0 {
		l.Fit(paint.Dim, t.labelOf(row), t.label)
	}
	t.title(l, f, t.room())
	style := paint.Fine
	if f.Reaches {
		style |= paint.Bold
	}
	l.Space(gap).Right(style, Won(f), t.won)
	if t.elsewhere > 0 {
		l.Space(gap).Fit(paint.Late, t.later(f), t.elsewhere)
	}
	return l.String()
}

// title is what is done, with the day on which it was asked for already.
func (t *Table) title(l *paint.Line, f *fix.Fix, room int) {
	asked := t.asked(f)
	n := min(paint.Width(asked), room)
	title := f.Title
	if paint.Width(title) > room-n {
		title = t.theme.CutNames(title, room-n, f.Names...)
	}
	l.Fit(paint.Text, title, min(paint.Width(title), room-n)).Put(paint.Accent, asked)
	l.Space(room - min(paint.Width(title), room-n) - n)
}

func (t *Table) asked(f *fix.Fix) string {
	if f.Asked == 0 {
		return ""
	}
	return " asked " + paint.Day(f.Asked, t.today)
}

// labelOf is the heading that the first row of a kind has.
func (t *Table) labelOf(row int) string {
	asks := func(n int) bool { return t.found.Ways[t.order[n]].Ask != "" }
	switch {
	case row > 0 && asks(row) == asks(row-1):
		return ""
	case asks(row):
		return "Ask for"
	}
	return "You can"
}

// later names the deadlines that a way makes later: the furthest, and how many more.
func (t *Table) later(f *fix.Fix) string {
	first, more := "", 0
	for _, e := range f.Elsewhere {
		switch {
		case e.Moved <= 0:
		case first == "":
			delta := " " + paint.Delta(e.Moved, false)
			name, _ := t.theme.Cut(e.Title, max(t.elsewhere-paint.Width(delta)-9, 4))
			first = name + delta
		default:
			more++
		}
	}
	if more > 0 {
		first += ", " + strconv.Itoa(more) + " more"
	}
	return first
}

// Won is what a way wins: days, or that the end is known.
func Won(f *fix.Fix) string {
	switch {
	case f.EndKnown && f.Days == 0:
		return "known"
	case f.EndKnown:
		return paint.Delta(-f.Days, false) + " known"
	}
	return paint.Delta(-f.Days, false)
}

// Story is what comes of a way, in a sentence: "Antenna then ends 12 Mar; but later: Case study +1d; also earlier: Firmware 1.0 -4d".
func Story(f *fix.Fix, title string, today roadmap.Date) string {
	out := title + " then ends " + paint.DayOrLater(f.Forecast, today, f.OpenEnd)
	if f.Ask != "" {
		out = "once granted " + out
	}
	return out + Beside(f, len(f.Elsewhere))
}

// Beside is what else comes of a way: of a team the task that slips most then, and the other deadlines that it makes later and
// earlier, at most so many of each: "; but later: Case study +1d; also earlier: Launch -10d, 1 more".
func Beside(f *fix.Fix, most int) string {
	out := ""
	if f.Next != "" {
		out = "; then " + f.Next + " slips most, " + paint.Delta(f.NextDays, false)
	}
	isLater := func(e schedule.Effect) bool { return e.Moved > 0 || e.OpenEnd && !e.WasOpen }
	for _, side := range []struct {
		word  string
		later bool
	}{{"but later:", true}, {"also earlier:", false}} {
		var named []string
		more := 0
		for _, e := range f.Elsewhere {
			switch {
			case isLater(e) != side.later:
			case len(named) == most:
				more++
			default:
				named = append(named, e.Title+" "+paint.Delta(e.Moved, e.OpenEnd))
			}
		}
		if more > 0 {
			named = append(named, strconv.Itoa(more)+" more")
		}
		if len(named) > 0 {
			out += "; " + side.word + " " + strings.Join(named, ", ")
		}
	}
	return out
}

// Best is the best way out in a few words: "Murata delivers 4 days earlier -4d"; empty where there is none.
func Best(found *fix.Fixes) (title, won string) {
	if found == nil || len(found.Ways) == 0 {
		return "", ""
	}
	return found.Ways[0].Title, Won(&found.Ways[0])
}

// None says why there is none: nothing helps, or nothing needs help.
func None(found *fix.Fixes) string {
	switch {
	case found.Done:
		return "it is done: there is nothing to win"
	case found.Late:
		return "nothing that was tried brings it forward by a day"
	case found.Unplanned != "":
		return "it cannot be planned: " + found.Unplanned
	case found.Forecast == 0:
		return "it has no work ahead that could be planned"
	}
	return "neither late nor at risk: there is nothing to win"
}

// Standing is how the item stands to the date it is held to, as the end of a heading: ": 19 Mar, due 12 Mar, +5d"; empty while
// nothing is known.
func Standing(found *fix.Fixes, today roadmap.Date) string {
	if found == nil || found.Forecast == 0 {
		return ""
	}
	out := ": "
	if found.On.Team != "" {
		out += found.Title + " "
	}
	out += paint.DayOrLater(found.Forecast, today, found.OpenEnd)
	if found.Date != 0 {
		out += ", due " + paint.Day(found.Date, today)
	}
	switch {
	case found.Days > 0:
		out += ", " + paint.Delta(found.Days, false)
	case found.Unlikely:
		out += ", less than 80 % probable"
	}
	return out
}
