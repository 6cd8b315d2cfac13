package paint

import (
	"math"
	"strconv"
)

// Bar is a share, 0 to 1, as a bar of w cells.
func (t *Theme) Bar(share float64, w int, style Style) []Cell {
	eighths := int(min(max(share, 0), 1)*float64(w*8) + 0.5)
	out := make([]Cell, max(w, 0))
	for x := range out {
		out[x] = Cell{Glyph: t.Ahead, Style: Dim}
		switch full := eighths - 8*x; {
		case full >= 8:
			out[x] = Cell{Glyph: t.Worked, Style: style}
		case full > 0 && len(t.Ends) == 7:
			out[x] = Cell{Glyph: t.Ends[full-1], Style: style}
		}
	}
	return out
}

// Sparkline is the last values, as many as there are cells, as heights from the lowest of them to the highest; values that are all
// the same are at half height.
func (t *Theme) Sparkline(values []float64, w int) []Cell {
	w = max(w, 0)
	values = values[max(len(values)-w, 0):]
	low, high := math.Inf(1), math.Inf(-1)
	for _, x := range values {
		low, high = min(low, x), max(high, x)
	}
	out := make([]Cell, w)
	for i := range out {
		out[i] = Cell{Glyph: ' '}
		if i < len(values) {
			share, steps := 0.5, len(t.Heats)-2
			if high > low {
				share = (values[i] - low) / (high - low)
			}
			out[i] = Cell{Glyph: t.Heats[1+int(share*float64(steps)+0.5)], Style: Accent}
		}
	}
	return out
}

// Number is a number as it is typed, to six digits; one that has more before its point, up to fifteen, has all of these.
func Number(f float64) string {
	if whole := math.Abs(f); whole >= 1e6 && whole < 1e15 {
		return strconv.FormatFloat(f, 'f', 0, 64)
	}
	return strconv.FormatFloat(f, 'g', 6, 64)
}
