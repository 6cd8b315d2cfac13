package input

import (
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// Text is one line that is typed. The zero Text is empty and ready.
type Text struct {
	buffer
	from int // first byte shown
}

// NewText begins with a value, the cursor behind it.
func NewText(value string) *Text {
	t := &Text{}
	t.Set(value)
	return t
}

// Value is the text.
func (t *Text) Value() string { return t.text }

// Cursor is the place of the cursor, in bytes of Value.
func (t *Text) Cursor() int { return t.at }

// Set replaces the text; the cursor goes to its end.
func (t *Text) Set(value string) { t.set(value) }

// Key edits.
func (t *Text) Key(k tea.KeyMsg) Outcome {
	switch taken, changed := t.key(k); {
	case changed:
		return Outcome{Did: Changed}
	case taken:
		return Outcome{Did: Nothing, Refused: t.refused}
	}
	return Outcome{}
}

// Mark is a style for some bytes of a text.
type Mark struct {
	Start, End int
	Style      paint.Style
}

func styleAt(marks []Mark, i int) paint.Style {
	for _, m := range marks {
		if m.Start <= i && i < m.End {
			return m.Style
		}
	}
	return paint.Text
}

// piece is a cluster as it is drawn.
type piece struct {
	at    int // where it begins
	shown string
	cells int
}

// pieces are the clusters of a text. A last one stands for its end, where the cursor is shown if it is there.
func pieces(t *paint.Theme, s string, cursor int) []piece {
	out := make([]piece, 0, len(s)+1)
	for i := 0; i < len(s); {
		next := nextCluster(s, i)
		shown, cells := t.Cut(s[i:next], 2*len(s))
		out = append(out, piece{i, shown, cells})
		i = next
	}
	end := piece{len(s), " ", 1}
	if cursor >= len(s) {
		end.shown = t.Cursor
	}
	return append(out, end)
}

// Draw adds the text in exactly w cells, scrolled so that the cursor is seen. Without focus there is no cursor.
func (t *Text) Draw(theme *paint.Theme, l *paint.Line, w int, focus bool, marks ...Mark) {
	if w = min(w, l.Left()); w <= 0 {
		return
	}
	all := pieces(theme, t.text, t.at)
	end := l.At() + w
	if !focus {
		t.from = 0
		all = all[:len(all)-1]
	}
	i := t.scroll(all, w, focus)
	if i > 0 && w > 3 {
		l.Put(paint.Dim, theme.Ellipsis)
	}
	for ; i < len(all); i++ {
		p, room := all[i], end-l.At()
		if i < len(all)-1 && w > 3 {
			room-- // for the ellipsis
		}
		if p.cells > room {
			l.Put(paint.Dim, theme.Ellipsis)
			break
		}
		l.Put(t.style(p, focus, marks), p.shown)
	}
	l.To(end)
}

func (t *Text) style(p piece, focus bool, marks []Mark) paint.Style {
	s := styleAt(marks, p.at)
	switch {
	case !focus || p.at != t.at:
		return s
	case p.at == len(t.text):
		return paint.Accent
	}
	return s | paint.Reverse
}

// scroll is the first piece to show, and is remembered: as near to the last one as lets the cursor be seen.
func (t *Text) scroll(all []piece, w int, focus bool) int {
	cursor, total := 0, 0
	for i, p := range all {
		total += p.cells
		if p.at <= t.at {
			cursor = i
		}
	}
	if total <= w || !focus {
		t.from = 0
		return 0
	}
	first := 0
	for first < cursor && all[first].at < t.from {
		first++
	}
	first = t.lessEmpty(all, first, w)
	for first < cursor && !fits(all[first:cursor+1], w, first > 0, cursor < len(all)-1) {
		first++
	}
	t.from = all[first].at
	return first
}

// lessEmpty goes back while all that follows still fits, so that a text that was shortened fills its line again.
func (t *Text) lessEmpty(all []piece, first, w int) int {
	for first > 0 && fits(all[first-1:], w, first > 1, false) {
		first--
	}
	return first
}

// fits tells whether pieces can be shown in w cells beside the ellipses that are needed.
func fits(some []piece, w int, cutLeft, cutRight bool) bool {
	if w > 3 {
		for _, cut := range []bool{cutLeft, cutRight} {
			if cut {
				w--
			}
		}
	}
	for _, p := range some {
		if w -= p.cells; w < 0 {
			return false
		}
	}
	return true
}
