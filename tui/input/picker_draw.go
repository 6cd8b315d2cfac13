package input

import (
	"strconv"

	"bywhen/tui/paint"
)

const (
	leastTitle = 20  // cells of a title below which columns are left out
	mostTable  = 110 // cells from titles to the last column: wider, the eye loses the row
	columnGap  = 2
)

// Draw gives h lines of w cells: what is chosen, what was typed, the rows, and what the choice does.
func (p *Picker) Draw(t *paint.Theme, w, h int) []string {
	f := newFrame(t, w, h, p.heading(t, w), p.finder(t, w), p.footer(t, w))
	columns := p.columns(w)
	if h > 6 {
		f.top = append(f.top, p.headings(t, w, columns))
	}
	from, to := p.side().window(len(f.top), f.room())
	for i := from; i < to; i++ {
		f.rows = append(f.rows, p.row(t, w, i, columns))
	}
	if len(p.side().found) == 0 && f.room() > 0 {
		f.rows = append(f.rows, t.Line(w).Space(5).Put(paint.Dim, p.nothing()).String())
	}
	return f.lines()
}

func (p *Picker) nothing() string {
	if p.text.Value() != "" {
		return "nothing has these letters"
	}
	if empty := p.o.Sides[p.now].Empty; empty != "" {
		return empty
	}
	return "nothing to choose from"
}

func (p *Picker) heading(t *paint.Theme, w int) string {
	l := t.Line(w).Space(1).Put(paint.Bold, p.o.Sides[p.now].Title)
	if len(p.sides) > 1 {
		other := p.o.Sides[1-p.now].Title
		if n := paint.Width(other) + 5; l.Left() > n+hintGap {
			l.To(w-n).Put(paint.Accent, "tab").Space(1).Put(paint.Dim, other)
		}
	}
	return l.String()
}

// finder is the line where letters are typed, and how many rows they find.
func (p *Picker) finder(t *paint.Theme, w int) string {
	s := p.side()
	count := strconv.Itoa(len(s.found)) + " of " + strconv.Itoa(len(s.rows))
	return findLine(t, w, &p.text, p.o.Hint, p.meaning(), count)
}

// meaning is what was typed after a name in words, as far as it can be read.
func (p *Picker) meaning() string {
	_, note := p.parts()
	if note == "" {
		return ""
	}
	meaning, _ := p.o.Note(note)
	return meaning
}

// findLine is where letters are typed, and what they mean where they mean more; the hint stands there while there are none.
func findLine(t *paint.Theme, w int, text *Text, hint, meaning, count string) string {
	l := t.Line(w)
	if w > 20 {
		l.Space(1).Put(paint.Bold, "find").Put(paint.Dim, " "+t.More+" ")
	}
	n := paint.Width(count) + 1
	if l.Left() < n+12 {
		n = 1
	}
	room, typed := l.Left()-n-1, paint.Width(text.Value())+2
	switch {
	case text.Value() == "" && hint != "" && room > 1:
		l.Put(paint.Accent, t.Cursor).Fit(paint.Dim, hint, room-1)
	case meaning != "" && typed+columnGap+leastSpan <= room:
		text.Draw(t, l, typed, true)
		l.Space(columnGap-1).Fit(paint.Text, meaning, room-typed-columnGap+1)
	default:
		text.Draw(t, l, room, true)
	}
	if n > 1 {
		l.To(w-n).Put(paint.Dim, count)
	}
	return l.String()
}

// columns are the first columns that leave the title enough room.
func (p *Picker) columns(w int) []Column {
	out := p.o.Columns
	for len(out) > 0 && w-p.indent()-columnsWidth(out) < leastTitle {
		out = out[:len(out)-1]
	}
	return out
}

func columnsWidth(columns []Column) int {
	n := 1
	for _, c := range columns {
		n += c.Width + columnGap
	}
	return n
}

// indent is where titles begin.
func (p *Picker) indent() int {
	if p.many() {
		return 6
	}
	return 4
}

func (p *Picker) headings(t *paint.Theme, w int, columns []Column) string {
	l := t.Line(w).To(min(w, mostTable) - columnsWidth(columns))
	for _, c := range columns {
		putColumn(l, paint.Dim, c, c.Name)
	}
	return l.String()
}

func putColumn(l *paint.Line, s paint.Style, c Column, text string) {
	l.Space(columnGap)
	if c.Right {
		l.Right(s, text, c.Width)
		return
	}
	l.Fit(s, text, c.Width)
}

func (p *Picker) row(t *paint.Theme, w, place int, columns []Column) string {
	s := p.side()
	at := s.found[place].row()
	r, why := s.rows[at], p.refused(at)
	l, style := t.Line(w), paint.Text
	if why != "" {
		style = paint.Dim
	}
	if place == s.at {
		l.Under(paint.Selected).Put(paint.Accent, t.Pointer).Space(1)
	} else {
		l.Space(2)
	}
	l.Fit(paint.Accent, p.box(t, r), p.indent()-2)
	end := min(w, mostTable) - columnsWidth(columns)
	p.title(t, l, r, style, at, end)
	if why != "" {
		return l.Space(columnGap).Put(paint.Dim, why).String()
	}
	l.To(end)
	for i, c := range columns {
		if i < len(r.Columns) {
			putColumn(l, paint.Dim, c, r.Columns[i])
		}
	}
	return l.String()
}

func (p *Picker) box(t *paint.Theme, r Row) string {
	switch {
	case p.many() && r.Checked:
		return "[x]"
	case p.many():
		return "[ ]"
	case r.Checked:
		return t.Done
	}
	return ""
}

// title adds a row's title with the letters that found it, and its note, up to a column.
func (p *Picker) title(t *paint.Theme, l *paint.Line, r Row, style paint.Style, row, end int) {
	note := r.Note
	if pending, typed := p.pending(); pending == row && typed != "" {
		note = typed
	}
	room := end - l.At()
	if note != "" {
		room -= min(paint.Width(note)+columnGap, room/2)
	}
	putFound(t, l, style, r.Title, p.side().query, room)
	if note != "" && r.Checked || note != r.Note {
		l.Space(columnGap).Fit(paint.Accent, note, min(paint.Width(note), end-l.At()))
	}
}

// putFound adds a name in at most w cells, the letters that a query found underlined.
func putFound(t *paint.Theme, l *paint.Line, style paint.Style, name, query string, w int) {
	if query == "" || paint.Width(name) == 0 {
		l.Fit(style, name, min(paint.Width(name), w))
		return
	}
	found, stop := letters(query, name), l.At()+w
	for i := 0; i < len(name); {
		next := nextCluster(name, i)
		shown, cells := t.Cut(name[i:next], w)
		if l.At()+cells > stop || l.At()+cells == stop && next < len(name) {
			l.Fit(style, t.Ellipsis, min(1, stop-l.At()))
			return
		}
		if found[i] {
			l.Put(style|paint.Underline|paint.Bold, shown)
		} else {
			l.Put(style, shown)
		}
		i = next
	}
}

func (p *Picker) footer(t *paint.Theme, w int) string {
	if p.message != "" {
		return alarm(t, w, p.message, p.hints())
	}
	return footer(t, w, p.says(t, w), p.hints())
}

func (p *Picker) says(t *paint.Theme, w int) []paint.Span {
	switch {
	case p.refused(p.side().row()) != "":
		return []paint.Span{{Style: paint.Dim, Text: p.refused(p.side().row())}}
	case p.noteError() != nil:
		return []paint.Span{{Style: paint.Late, Text: p.noteError().Error()}}
	}
	out := EffectSpans(t, roomBeside(w, p.hints()), p.read.Effects, p.read.Today)
	if len(out) == 0 && p.read.Says != "" {
		out = []paint.Span{{Style: paint.Dim, Text: p.read.Says}}
	}
	return out
}

func (p *Picker) hints() []Hint {
	enter, esc := p.o.Enter, "leave"
	if enter == "" {
		enter = "take"
	}
	if p.text.Value() != "" {
		esc = "all rows"
	}
	out := []Hint{{"enter", enter}, {"esc", esc}}
	if p.many() {
		check := Hint{"space", "check"}
		if p.goesOn() {
			check.Key = "space space"
		}
		out = append([]Hint{check}, out...)
	}
	return out
}
