package tui

// rect is a part of the screen, in cells.
type rect struct{ x, y, w, h int }

// holds tells whether a cell lies in it.
func (r rect) holds(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

// screen is where everything is. Parts that are not shown have no height.
type screen struct {
	w, h    int
	answer  rect // line 1
	tabs    rect // line 2
	view    rect
	details rect // beside the view, or below it
	beside  bool // details are beside the view, after a line
	rule    rect // over the strip
	strip   rect // the story of the selection
	tour    rect // in their place and, where that is less than it takes, the view's last lines
	bottom  rect // keys, message or question
}

// The sizes from which parts appear.
const (
	tabsFrom    = 5  // lines left for tabs and view together; with fewer all are the view's, whose heading takes two
	stripFrom   = 24 // lines from which the strip is shown
	besideFrom  = 120
	stripLines  = 2
	leastDetail = 34
	mostDetail  = 56
)

// wanted is what a view wants beside or below it.
type wanted struct {
	strip   bool
	details bool
	tour    int // lines of the tour
}

// layoutOf divides a screen of w x h cells. Lines are given to the bottom line first, then to the answer, the tabs, the
// view, the strip.
func layoutOf(w, h int, want wanted) screen {
	s := screen{w: w, h: h}
	top, left := 0, h
	take := func(n int) rect {
		n = max(min(n, left), 0)
		r := rect{0, top, w, n}
		top, left = top+n, left-n
		return r
	}
	if left > 1 {
		left--
		s.bottom = rect{0, h - 1, w, 1}
	}
	s.answer = take(1)
	if left >= tabsFrom {
		s.tabs = take(1)
	}
	switch {
	case want.tour > 0:
		s.view = take(left - want.tour)
		s.tour = take(want.tour)
	case want.strip && h >= stripFrom:
		s.view = take(left - stripLines - 1)
		s.rule, s.strip = take(1), take(stripLines)
	default:
		s.view = take(left)
	}
	s.divide(want)
	return s
}

// divide gives details their part of the view's.
func (s *screen) divide(want wanted) {
	v := &s.view
	switch {
	case !want.details:
	case v.w >= besideFrom:
		n := min(leastDetail+(v.w-besideFrom)/2, v.w*3/10, mostDetail) // so that the timeline is never the smallest
		v.w -= n + 1
		s.details, s.beside = rect{v.w + 1, v.y, n, v.h}, true
	case v.h >= 16:
		n := v.h / 2
		v.h -= n
		s.details = rect{v.x, v.y + v.h, v.w, n}
	default:
		s.details = *v
		v.h = 0
	}
}
