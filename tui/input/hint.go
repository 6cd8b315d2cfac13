package input

import (
	"slices"
	"strings"

	"bywhen/tui/paint"
)

// Hint is a key and what it does just now.
type Hint struct{ Key, Does string }

const hintGap = 3

func (h Hint) width() int { return paint.Width(h.Key) + 1 + paint.Width(h.Does) }

// leaves tells whether it is the key that leaves what it stands under.
func (h Hint) leaves() bool { return strings.HasPrefix(h.Key, "esc") }

// fitting are the hints that have room in w cells, and the cells that they take: the first ones, and the key that leaves, which is the
// last to go. None is shown in part.
func fitting(hints []Hint, w int) ([]Hint, int) {
	some, cells := firstFitting(hints, w)
	at := slices.IndexFunc(hints, Hint.leaves)
	if at < len(some) {
		return some, cells
	}
	way := hints[at]
	if some, cells = firstFitting(hints[:at], w-way.width()-hintGap); len(some) == 0 {
		return firstFitting([]Hint{way}, w)
	}
	return append(slices.Clip(some), way), cells + hintGap + way.width()
}

// firstFitting are as many of the first hints as have room in w cells, and the cells that they take.
func firstFitting(hints []Hint, w int) ([]Hint, int) {
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

// footer is what is said on the left of a line, and hints on its right. Hints are left out from the end until what is said has
// room, but for as many as fit in a third of the line.
func footer(t *paint.Theme, w int, says []paint.Span, hints []Hint) string {
	l, total := t.Line(w).Space(1), cells(says)
	some, cells := fitting(hints, max(w-2-total-hintGap, w/3))
	if total == 0 {
		some, cells = fitting(hints, w-2)
	}
	if cells == 0 {
		putSpans(l, says, w)
		return l.String()
	}
	stop := w - 1 - cells
	putSpans(l, says, stop-hintGap)
	putHints(l.To(stop), some)
	return l.String()
}

// roomBeside is the cells that a footer has for what is said where no hint is to go, but at least what two thirds leave.
func roomBeside(w int, hints []Hint) int {
	_, cells := fitting(hints, w-2)
	return max(w-2-cells-hintGap, w*2/3-2-hintGap)
}

// alarm is a footer with a message that matters more than any hint.
func alarm(t *paint.Theme, w int, message string, hints []Hint) string {
	for len(hints) > 0 {
		if _, cells := fitting(hints, w); cells+hintGap+paint.Width(message) <= w-2 {
			break
		}
		last := len(hints) - 1
		if hints[last].leaves() && last > 0 {
			last--
		}
		hints = slices.Delete(slices.Clone(hints), last, last+1)
	}
	return footer(t, w, []paint.Span{{Style: paint.Late, Text: message}}, hints)
}

// leastSpan is the cells below which a span is left out rather than cut.
const leastSpan = 8

// putSpans adds spans up to a column, cut there.
func putSpans(l *paint.Line, spans []paint.Span, stop int) {
	for _, s := range spans {
		room := stop - l.At()
		if room < leastSpan && paint.Width(s.Text) > room {
			return
		}
		l.Fit(s.Style, s.Text, min(room, paint.Width(s.Text)))
		if paint.Width(s.Text) > room {
			return
		}
	}
}
