package input

import "bywhen/tui/paint"

// Hint is a key and what it does just now.
type Hint struct{ Key, Does string }

const hintGap = 3

func (h Hint) width() int { return paint.Width(h.Key) + 1 + paint.Width(h.Does) }

// fitting are the first hints that have room in w cells, and the cells that they take. None is shown in part.
func fitting(hints []Hint, w int) ([]Hint, int) {
	cells := 0
	for i, h := range hints {
		n := h.width()
		if i > 0 {
			n += hintGap
		}
		if cells+n > w {
			return hints[:i], cells
		}
		cells += n
	}
	return hints, cells
}

// putHints adds hints where the line is.
func putHints(l *paint.Line, hints []Hint) {
	hints, _ = fitting(hints, l.Left())
	for i, h := range hints {
		if i > 0 {
			l.Space(hintGap)
		}
		l.Put(paint.Accent, h.Key).Space(1).Put(paint.Dim, h.Does)
	}
}

// footer is a message, else what an edit does, on the left and hints on the right of a line. The left goes first; hints are
// left out from the end, but for as many as fit in a third of the line.
func footer(t *paint.Theme, w int, left []paint.Span, hints []Hint) string {
	l := t.Line(w).Space(1)
	total := 0
	for _, s := range left {
		total += paint.Width(s.Text)
	}
	room := w - 2 - total - hintGap
	if total == 0 {
		room = w - 2
	}
	some, cells := fitting(hints, max(room, w/3))
	stop := w - 1 - cells
	if cells == 0 {
		stop = w
	}
	putSpans(l, left, stop-hintGap*min(cells, 1))
	if cells > 0 && total > 0 {
		l.To(stop)
	}
	putHints(l, some)
	return l.String()
}

// putSpans adds spans up to a column, cut there.
func putSpans(l *paint.Line, spans []paint.Span, stop int) {
	for _, s := range spans {
		room := stop - l.At()
		l.Fit(s.Style, s.Text, min(room, paint.Width(s.Text)))
		if paint.Width(s.Text) > room {
			return
		}
	}
}
