package network

import "bywhen/tui/paint"

// Signs are what the Network's links are drawn with.
func Signs(t *paint.Theme) []paint.Sign {
	drawn := func(w weight) string {
		out := ""
		for _, l := range []lineCell{{left: w, right: w}, {up: w, down: w}, {down: w, right: w}, {left: w, arrow: true}} {
			out += " " + string(l.glyph(t.ASCII).Glyph)
		}
		return out[1:]
	}
	return []paint.Sign{{Drawn: drawn(single), Means: "a link, and where it leads"}, {Drawn: drawn(double), Means: "a link of the critical chain"}}
}
