package paint

import "strconv"

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

// Sparkline is the last values, as many as there are cells, as heights between two bounds, which widen to hold them.
func (t *Theme) Sparkline(values []float64, low, high float64, w int) []Cell {
	w = max(w, 0)
	values = values[max(len(values)-w, 0):]
	for _, x := range values {
		low, high = min(low, x), max(high, x)
	}
	out := make([]Cell, w)
	for i := range out {
		out[i] = Cell{Glyph: ' '}
		if i < len(values) && high > low {
			steps := len(t.Heats) - 1
			out[i] = Cell{Glyph: t.Heats[1+int((values[i]-low)/(high-low)*float64(steps-1)+0.5)], Style: Accent}
		}
	}
	return out
}

// Number is a number as it is typed, to six digits.
func Number(f float64) string { return strconv.FormatFloat(f, 'g', 6, 64) }
