package terminal

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
	for k, cost := p.x, 0; k < len(line) && cost <= jump; k++ {
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
		cost += len(line[k].text)
		if !same(k) || line[k].text == "" && p.end == k { // the second half of a wide character is written with the first
			p.end, cost = k+1, 0
		}
	}
}

// jump is the bytes that a move of the cursor to the right takes.
const jump = len("\x1b[10C")

// byStyle orders the pieces so that each style is switched on once; within a style the next is the one that the cursor
// reaches in the fewest bytes. Spaces are written with what stands before them.
func (s *screen) byStyle() {
	s.order = s.order[:0]
	style := reset
	for i := range s.pieces {
		p := &s.pieces[i]
		if p.placed = false; p.style != anyStyle {
			style = p.style
		} else if !seenOnSpace(style) {
			p.style = style
		}
	}
	y, x := 0, -1
	for i := range s.pieces {
		for next := i; next >= 0 && !s.pieces[next].placed; next = s.nearest(s.pieces[i].style, i, y, x) {
			p := &s.pieces[next]
			p.placed, s.order = true, append(s.order, next)
			if y, x = p.y, p.end; p.end == len(s.is[p.y]) {
				x = -1
			}
		}
	}
}

// nearest is the piece of a style, from one on, that the cursor reaches in the fewest bytes from where it is; -1 where all
// are placed.
func (s *screen) nearest(style string, from, y, x int) int {
	best, least := -1, 0
	for i := from; i < len(s.pieces); i++ {
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
