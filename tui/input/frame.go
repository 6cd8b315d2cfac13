package input

import "bywhen/tui/paint"

// frame is a list with lines above and below it. With too little room the lines around it go, the least needed first.
type frame struct {
	t           *paint.Theme
	w, h        int
	top, bottom []string
	rows        []string
}

// newFrame keeps the line that is typed in before all, then rows, then the footer, then the heading.
func newFrame(t *paint.Theme, w, h int, heading, typed, foot string) *frame {
	f := &frame{t: t, w: w, h: h}
	if h > 3 {
		f.top = append(f.top, heading)
	}
	if h > 0 {
		f.top = append(f.top, typed)
	}
	if h > 5 {
		f.bottom = append(f.bottom, t.Rule(w))
	}
	if h > 2 {
		f.bottom = append(f.bottom, foot)
	}
	return f
}

func (f *frame) room() int { return max(f.h-len(f.top)-len(f.bottom), 0) }

func (f *frame) lines() []string {
	out := make([]string, 0, max(f.h, 0))
	out = append(out, f.top...)
	rows := f.rows[:min(len(f.rows), f.room())]
	out = append(out, rows...)
	for range f.room() - len(rows) {
		out = append(out, f.t.Blank(f.w))
	}
	return append(out, f.bottom...)
}
