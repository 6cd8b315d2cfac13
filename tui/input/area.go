package input

import (
	"strings"

	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// Area is a text of several lines, as notes. Ctrl+s saves; esc, where something was changed, asks first, and once: a second one
// leaves without saving, and Unsaved has what was typed, to be taken up again.
type Area struct {
	buffer
	title   string
	start   string
	leaving bool
	top     int // first row shown
	column  int // cells from the left that up and down keep to; -1 where the cursor decides
	width   int // as drawn last
	page    int
}

// NewArea begins with a text, the cursor at its end.
func NewArea(title, text string) *Area {
	a := &Area{title: title, column: -1, width: 80, page: 1}
	a.lines = true
	a.set(text)
	a.start = a.text
	return a
}

// TakeUp goes on with a text that was typed before and not saved; nothing where it is empty.
func (a *Area) TakeUp(typed string) {
	if typed != "" {
		a.set(typed)
	}
}

// Text is the text as it is now, without space at its end.
func (a *Area) Text() string { return trimmed(a.text) }

// Unsaved is the text where it is another than it was in the beginning; else empty.
func (a *Area) Unsaved() string {
	if a.Text() == trimmed(a.start) {
		return ""
	}
	return a.text
}

func trimmed(text string) string { return strings.TrimRight(text, " \n") }

// TakesLines tells that several lines that are pasted go into the text.
func (a *Area) TakesLines() bool { return true }

// Key edits, saves (Taken) or leaves.
func (a *Area) Key(k tea.KeyMsg) Outcome {
	a.refused = ""
	name := k.String()
	if leaves(k) {
		return Outcome{Did: Left}
	}
	if asked := a.leaving; asked {
		a.leaving = false
		if did := leaveAnswers[name]; did != Ignored {
			return Outcome{Did: did}
		}
	}
	switch name {
	case "ctrl+s", "alt+enter": // esc and enter, quickly typed, arrive as one key
		return Outcome{Did: Taken}
	case "esc":
		if a.leaving = a.text != a.start; !a.leaving {
			return Outcome{Did: Left}
		}
		return Outcome{Did: Nothing}
	case "up", "down", "pgup", "pgdown", "ctrl+p", "ctrl+n":
		return a.vertical(name)
	case "enter", "ctrl+j":
		k = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{'\n'}}
	case "tab":
		k = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("  ")}
	}
	a.column = -1
	switch taken, changed := a.key(k); {
	case changed:
		return Outcome{Did: Changed}
	case taken:
		return Outcome{Did: Nothing, Refused: a.refused}
	}
	return Outcome{}
}

// leaveAnswers are the keys that answer whether what was changed is to be saved; any other one writes on.
var leaveAnswers = map[string]Did{"enter": Taken, "y": Taken, "ctrl+s": Taken, "esc": Left, "n": Left}

// row is a line as it is shown: text[from:to].
type row struct{ from, to int }

// wrapped are the rows of the text in w cells, broken at spaces where it can be.
func (a *Area) wrapped(w int) []row {
	var out []row
	w = max(w, 2)
	for from := 0; ; {
		end := len(a.text)
		if i := strings.IndexByte(a.text[from:], '\n'); i >= 0 {
			end = from + i
		}
		out = appendRows(out, a.text, from, end, w)
		if end == len(a.text) {
			return out
		}
		from = end + 1
	}
}

func appendRows(out []row, s string, from, end, w int) []row {
	cells, space := 0, -1
	for i := from; i < end; {
		next := nextCluster(s, i)
		n := paint.Width(s[i:next])
		if cells+n > w && i > from {
			to := i
			if space > from {
				to = space
			}
			out = append(out, row{from, to})
			from, i, cells, space = to, to, 0, -1
			continue
		}
		cells += n
		if i = next; s[next-1] == ' ' {
			space = next
		}
	}
	return append(out, row{from, end})
}

// place is the row that the cursor is in.
func (a *Area) place(rows []row) int {
	at := 0
	for i, r := range rows {
		if r.from <= a.at {
			at = i
		}
	}
	return at
}

// vertical goes up or down by rows and keeps to the column.
func (a *Area) vertical(name string) Outcome {
	rows := a.wrapped(a.width)
	at := a.place(rows)
	if a.column < 0 {
		a.column = paint.Width(a.text[rows[at].from:a.at])
	}
	by := map[string]int{"up": -1, "ctrl+p": -1, "down": 1, "ctrl+n": 1, "pgup": -a.page, "pgdown": a.page}[name]
	to := rows[max(0, min(at+by, len(rows)-1))]
	i, cells := to.from, 0
	for i < to.to {
		next := nextCluster(a.text, i)
		n := paint.Width(a.text[i:next])
		if cells+n > a.column || next == to.to && next < len(a.text) && a.text[next] != '\n' {
			break
		}
		i, cells = next, cells+n
	}
	was := a.at
	a.at = i
	if was == i {
		return Outcome{Did: Nothing}
	}
	return Outcome{Did: Changed}
}

// Draw gives h lines of w cells.
func (a *Area) Draw(t *paint.Theme, w, h int) []string {
	var out []string
	if h > 2 {
		out = append(out, t.Line(w).Space(1).Put(paint.Bold, a.title).String())
	}
	foot := min(max(h-1, 0), 1)
	a.page = max(h-len(out)-foot, 1)
	a.width = max(w-3, 2)
	rows := a.wrapped(a.width)
	at := a.place(rows)
	a.top = max(0, min(a.top, at, len(rows)-a.page))
	if at >= a.top+a.page {
		a.top = at - a.page + 1
	}
	for i := a.top; len(out) < h-foot; i++ {
		if i >= len(rows) {
			out = append(out, t.Blank(w))
			continue
		}
		out = append(out, a.row(t, w, rows[i], i == at))
	}
	if foot > 0 {
		out = append(out, a.footer(t, w))
	}
	return out
}

func (a *Area) footer(t *paint.Theme, w int) string {
	if a.leaving {
		return NewAsk("Save?", Answer{"enter", "save"}, Answer{"esc", "leave as it was"}, Answer{"any other key", "writes on"}).Draw(t, w, 1)[0]
	}
	hints := []Hint{{"ctrl+s", "save"}, {"esc", "leave"}}
	if a.refused != "" {
		return alarm(t, w, a.refused, hints)
	}
	return footer(t, w, nil, hints)
}

func (a *Area) row(t *paint.Theme, w int, r row, cursor bool) string {
	l := t.Line(w)
	if w > 4 {
		l.Space(1)
	}
	if !cursor {
		return l.Put(paint.Text, a.text[r.from:r.to]).String()
	}
	for _, p := range pieces(t, a.text[r.from:r.to], a.at-r.from) {
		switch {
		case p.at != a.at-r.from:
			l.Put(paint.Text, p.shown)
		case p.at == r.to-r.from:
			l.Put(paint.Accent, p.shown)
		default:
			l.Put(paint.Reverse, p.shown)
		}
	}
	return l.String()
}
