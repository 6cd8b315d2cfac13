package terminal

import "strconv"

// frame is lines that are all as wide as the terminal.
type frame struct {
	w     int
	lines []string
}

// screen is what the terminal shows.
type screen struct {
	shown frame  // without lines where nobody knows
	out   []byte // what is written, kept for the next time
	was   []cell
	is    []cell
	style string // the one that is on at the end of what is written
	y, x  int    // where the cursor is then; x is -1 where that cannot be relied on
	seen  bool   // the style is seen on a space
	turns turns
}

// forget has the next update draw everything.
func (s *screen) forget() { s.shown = frame{} }

// What a frame is written between: a terminal that knows it shows all of it at once.
const (
	begins = "\x1b[?2026h"
	ends   = "\x1b[?2026l"
)

// update is what makes the terminal show a frame; empty where it does already. It is good until the next call.
func (s *screen) update(f frame) []byte {
	s.out, s.style, s.seen, s.x = append(s.out[:0], begins...), reset, false, -1
	fresh := f.w != s.shown.w || len(f.lines) != len(s.shown.lines)
	if fresh {
		s.out = append(s.out, "\x1b[2J"...)
	}
	for y, line := range f.lines {
		switch {
		case fresh:
			s.whole(y, line)
		case line != s.shown.lines[y]:
			s.changed(y, s.shown.lines[y], line)
		}
	}
	s.shown = f
	if len(s.out) == len(begins) {
		return nil
	}
	s.set(reset)
	s.out = append(s.out, ends...)
	return s.out
}

// whole writes all cells of a line.
func (s *screen) whole(y int, line string) {
	s.is = cells(s.is[:0], line)
	s.moveTo(y, 0)
	s.run(0, len(s.is))
}

// changed writes the cells of a line that differ from what is shown.
func (s *screen) changed(y int, was, is string) {
	s.was, s.is = cells(s.was[:0], was), cells(s.is[:0], is)
	if len(s.was) != len(s.is) {
		s.whole(y, is)
		return
	}
	for x := 0; x < len(s.is); {
		if s.same(x) {
			x++
			continue
		}
		end := s.runEnd(x)
		x = s.begin(x)
		s.moveTo(y, x)
		if s.run(x, end) {
			return
		}
		x = end
	}
}

// same tells whether a cell is shown already.
func (s *screen) same(x int) bool { return s.was[x] == s.is[x] }

// runEnd is where a run of cells that differ ends. Cells between two that differ are written again where that takes no more
// than to move the cursor over them.
func (s *screen) runEnd(x int) int {
	end := x + 1
	for k, cost, style := end, 0, s.is[x].style; k < len(s.is) && cost <= jump; k++ {
		if c := &s.is[k]; c.style != style && c.text != " " {
			cost += len(s.turns.from(style, c.style))
			style = c.style
		}
		cost += len(s.is[k].text)
		if !s.same(k) {
			end, cost = k+1, 0
		}
	}
	for end < len(s.is) && s.is[end].text == "" || end < len(s.was) && s.was[end].text == "" {
		end++ // the second half of a wide character
	}
	return end
}

// jump is the bytes that a move of the cursor to the right takes.
const jump = len("\x1b[10C")

// begin is x, or the cell before where x is the second half of a wide character, as it is or as it was.
func (s *screen) begin(x int) int {
	for x > 0 && (s.is[x].text == "" || s.was[x].text == "") {
		x--
	}
	return x
}

// run writes cells, and tells whether that makes the rest of the line as it is to be: where nothing but spaces follows to the
// end of the line, that is erased.
func (s *screen) run(x, end int) (all bool) {
	rest := max(s.blankFrom(), x)
	if all = rest < end-len(eraseLine) || rest < end && end < len(s.is); all {
		end = rest
	}
	for x < end {
		x = s.some(x, end)
	}
	if all {
		s.plain()
		s.out = append(s.out, eraseLine...)
	}
	if end == len(s.is) { // terminals differ in where the cursor is at the end of a line
		s.x = -1
	}
	return all
}

// some writes a cell, or erases a stretch of spaces that takes more bytes, and returns where the next is.
func (s *screen) some(x, end int) int {
	n := 0
	for x+n < end && s.is[x+n] == blank {
		n++
	}
	if n < leastErased {
		s.put(&s.is[x])
		return x + 1
	}
	s.plain()
	s.out = append(s.out, "\x1b["...)
	s.out = strconv.AppendInt(s.out, int64(n), 10)
	s.out = append(s.out, 'X')
	if x+n < end {
		s.moveTo(s.y, x+n)
	}
	return x + n
}

// leastErased is how many spaces take more bytes than to erase them and to move the cursor over them.
const leastErased = len("\x1b[10X\x1b[10C") + 1

// plain switches off what is seen on a space.
func (s *screen) plain() {
	if s.seen {
		s.set(reset)
	}
}

// put writes a cell. A space needs no style of its own where the one that is on is not seen on it.
func (s *screen) put(c *cell) {
	if *c != blank || s.seen {
		s.set(c.style)
	}
	s.out = append(s.out, c.text...)
	s.x++
}

// eraseLine erases from the cursor to the end of the line.
const eraseLine = "\x1b[K"

// blankFrom is the cell from which a line holds nothing more.
func (s *screen) blankFrom() int {
	x := len(s.is)
	for x > 0 && s.is[x-1] == blank {
		x--
	}
	return x
}

func (s *screen) set(style string) {
	if style != s.style {
		s.out = append(s.out, s.turns.from(s.style, style)...)
		s.style, s.seen = style, seenOnSpace(style)
	}
}

// moveTo moves the cursor: by how far where it stands in the line, else to its place.
func (s *screen) moveTo(y, x int) {
	switch by := x - s.x; {
	case y == s.y && s.x >= 0 && by == 0:
		return
	case y == s.y && s.x >= 0 && by > 0:
		s.out = append(s.out, "\x1b["...)
		if by > 1 {
			s.out = strconv.AppendInt(s.out, int64(by), 10)
		}
		s.out = append(s.out, 'C')
	default:
		s.out = append(s.out, "\x1b["...)
		s.out = strconv.AppendInt(s.out, int64(y+1), 10)
		if x > 0 {
			s.out = append(s.out, ';')
			s.out = strconv.AppendInt(s.out, int64(x+1), 10)
		}
		s.out = append(s.out, 'H')
	}
	s.y, s.x = y, x
}
