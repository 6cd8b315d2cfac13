package terminal

import "slices"

// piece is cells of a line that are written together, in one style.
type piece struct {
	y, x, end int
	style     string // anyStyle where it is nothing but spaces of the terminal's own
	erases    bool   // what follows it to the end of the line is erased; it is not seen on a space then
	placed    bool   // it has its place in the order
}

const anyStyle = ""

// part finds the pieces that lead from s.was to s.is, line by line.
func (s *screen) part() {
	s.pieces = s.pieces[:0]
	for y, is := range s.is {
		if was := s.was[y]; len(is) > 0 && (len(was) != len(is) || &was[0] != &is[0]) {
			s.partLine(y, was, is)
		}
	}
}

func (s *screen) partLine(y int, was, is []cell) {
	same := func(x int) bool { return x < len(was) && was[x] == is[x] }
	rest := len(is) // from here on nothing is on the line
	for rest > 0 && is[rest-1] == blank {
		rest--
	}
	before := len(s.pieces)
	for x := 0; x < rest; {
		if same(x) {
			x++
			continue
		}
		p := piece{y: y, x: x, style: anyStyle}
		p.extend(is[:rest], same)
		s.pieces = append(s.pieces, p)
		x = p.end
	}
	for x := rest; x < len(is); x++ {
		if !same(x) {
			s.erase(y, before, rest, x)
			return
		}
	}
}

// erase has a line be erased from x, after its last piece where that goes as far as to where nothing follows.
func (s *screen) erase(y, first, rest, x int) {
	if n := len(s.pieces); n > first {
		if last := &s.pieces[n-1]; last.end == rest && !seenOnSpace(last.style) {
			last.erases = true
			return
		}
	}
	s.pieces = append(s.pieces, piece{y: y, x: x, end: x, style: anyStyle, erases: true})
}

// extend has a piece go on for as long as its style does. Cells between two that differ are written again where that takes
// no more than to move the cursor over them.
func (p *piece) extend(line []cell, same func(int) bool) {
	seen := false // its style is seen on a space
	for k, cost := p.x, 0; k < len(line); k++ {
		switch c := &line[k]; {
		case *c == blank && seen:
			return
		case *c == blank:
		case p.style == anyStyle:
			if seen = seenOnSpace(c.style); seen && k > p.x {
				return
			}
			p.style = c.style
		case c.style != p.style:
			return
		}
		switch {
		case line[k].text == "" && p.end == k: // the second half of a wide character is written with the first
			p.end = k + 1
		case !same(k) && cost > stepBytes(k-p.end):
			return
		case !same(k):
			p.end, cost = k+1, 0
		default:
			if cost += len(line[k].text); cost > jump {
				return
			}
		}
	}
}

// jump is the most bytes that a move of the cursor to the right may take.
const jump = len("\x1b[100C")

// byStyle orders the pieces so that each style is switched on once; within a style the next is the one that the cursor
// reaches in the fewest bytes. Spaces are written with what stands before them.
func (s *screen) byStyle() {
	s.order, s.styles = s.order[:0], s.styles[:0]
	style := reset
	for i := range s.pieces {
		p := &s.pieces[i]
		if p.placed = false; p.style != anyStyle {
			style = p.style
		} else if !seenOnSpace(style) {
			p.style = style
		}
		if !slices.Contains(s.styles, p.style) {
			s.styles = append(s.styles, p.style)
		}
	}
	y, x, style := 0, -1, reset
	for len(s.styles) > 0 {
		style = s.cheapest(style)
		for next := s.nearest(style, y, x); next >= 0; next = s.nearest(style, y, x) {
			p := &s.pieces[next]
			p.placed, s.order = true, append(s.order, next)
			if y, x = p.y, p.end; p.end == len(s.is[p.y]) {
				x = -1
			}
		}
	}
}

// cheapest takes the style out of those to come that the present one is turned into in the fewest bytes.
func (s *screen) cheapest(from string) string {
	best, least := 0, 0
	for i, to := range s.styles {
		if cost := len(s.turns.between(from, to)); i == 0 || cost < least {
			best, least = i, cost
		}
	}
	style := s.styles[best]
	s.styles = slices.Delete(s.styles, best, best+1)
	return style
}

// nearest is the piece of a style that the cursor reaches in the fewest bytes from where it is; -1 where all are placed.
func (s *screen) nearest(style string, y, x int) int {
	best, least := -1, 0
	for i := range s.pieces {
		p := &s.pieces[i]
		if p.placed || p.style != style {
			continue
		}
		if cost := wayTo(y, x, p.y, p.x).bytes; best < 0 || cost < least {
			best, least = i, cost
		}
	}
	return best
}
