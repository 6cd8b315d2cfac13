package terminal

import (
	"slices"
	"strconv"
)

// frame is lines that are all as wide as the terminal.
type frame struct {
	w     int
	lines []string
}

// screen is what the terminal shows.
type screen struct {
	shown frame    // without lines where nobody knows
	now   [][]cell // the cells of its lines
	spare [][]cell // those of the next frame's lines that differ; now's memory the next time
	blank []cell   // a line with nothing on it

	was, is [][]cell // what an update leads from and to, line by line
	pieces  []piece
	order   []int
	styles  []string // those that are still to come
	out     []byte   // what is written, kept for the next time
	other   []byte   // the same, in another way
	turns   turns
}

// forget has the next update draw everything.
func (s *screen) forget() { s.shown = frame{} }

// What a frame is written between: a terminal that knows it shows all of it at once.
const (
	begins = "\x1b[?2026h"
	ends   = "\x1b[?2026l"
)

// clears empties the whole terminal.
const clears = "\x1b[2J"

// update is what makes the terminal show a frame; empty where it does already. It is good until the next call.
func (s *screen) update(f frame) []byte {
	if f.w != s.shown.w || len(f.lines) != len(s.shown.lines) {
		s.clear(f)
		s.takeIn(f, func(int) bool { return true })
		return s.written(s.shortest(append(s.out[:0], begins+clears...)))
	}
	changes := false
	differs := func(y int) bool { return f.lines[y] != s.shown.lines[y] }
	for y := range f.lines {
		changes = changes || differs(y)
	}
	if !changes {
		return nil
	}
	s.takeIn(f, differs)
	return s.written(s.scrolled(s.shortest(append(s.out[:0], begins...))))
}

// surely is update; where that meets a mistake of its own the frame is drawn whole: what differs is looked for only to write less, and
// nobody is to lose the program over that.
func (s *screen) surely(f frame) (out []byte) {
	defer func() {
		if recover() != nil {
			s.forget()
			out = s.update(f)
		}
	}()
	return s.update(f)
}

// written closes what makes the next frame the one that is shown.
func (s *screen) written(out []byte) []byte {
	for y, is := range s.is {
		if spare := s.spare[y]; len(spare) > 0 && &is[0] == &spare[0] {
			s.now[y], s.spare[y] = spare, s.now[y]
		}
	}
	s.out = append(out, ends...)
	return s.out
}

// clear has what is shown be nothing, of a frame's size.
func (s *screen) clear(f frame) {
	s.blank = slices.Repeat([]cell{blank}, max(f.w, 0))
	s.now, s.spare = make([][]cell, len(f.lines)), make([][]cell, len(f.lines))
	for y := range s.now {
		s.now[y] = slices.Clone(s.blank)
	}
}

// takeIn makes a frame the next: its lines that differ are parted into cells.
func (s *screen) takeIn(f frame, differs func(y int) bool) {
	s.was, s.is = append(s.was[:0], s.now...), append(s.is[:0], s.now...)
	for y, line := range f.lines {
		if differs(y) {
			s.spare[y] = cells(s.spare[y][:0], line)
			s.is[y] = s.spare[y]
		}
	}
	s.shown = f
}

// shortest appends to what is written before what leads from s.was to s.is: piece by piece as they are read, or style by
// style, whichever takes fewer bytes. A style in true colour takes as many as a dozen letters.
func (s *screen) shortest(before []byte) []byte {
	s.part()
	s.order = s.order[:0]
	for i := range s.pieces {
		s.order = append(s.order, i)
	}
	asRead := s.put(before)
	s.byStyle()
	byStyle := s.put(append(s.other[:0], before...))
	s.out, s.other = asRead, byStyle
	if len(byStyle) < len(asRead) {
		s.out, s.other = byStyle, asRead
	}
	return s.out
}

// put appends the pieces in their order; the terminal is left in its own style.
func (s *screen) put(to []byte) []byte {
	p := pen{out: to, style: reset, x: -1, turns: &s.turns}
	for _, i := range s.order {
		p.piece(&s.pieces[i], s.is[s.pieces[i].y])
	}
	p.set(reset)
	return p.out
}

// pen writes cells, and knows where the cursor is and what style is on.
type pen struct {
	out   []byte
	style string
	seen  bool // the style is seen on a space
	y, x  int  // x is -1 where it cannot be relied on
	turns *turns
}

// piece writes a piece of a line.
func (p *pen) piece(c *piece, line []cell) {
	p.moveTo(c.y, c.x)
	if c.style != anyStyle {
		p.set(c.style)
	} else {
		p.plain()
	}
	for x := c.x; x < c.end; {
		x = p.some(line, x, c.end)
	}
	if c.erases {
		p.out = append(p.out, eraseLine...)
	}
	if c.end == len(line) { // terminals differ in where the cursor is at the end of a line
		p.x = -1
	}
}

// some writes a cell, or erases a stretch of spaces that takes more bytes, and returns where the next is.
func (p *pen) some(line []cell, x, end int) int {
	n := 0
	for x+n < end && line[x+n] == blank {
		n++
	}
	if n < leastErased {
		p.out = append(p.out, line[x].text...)
		p.x++
		return x + 1
	}
	p.out = append(p.out, "\x1b["...)
	p.out = strconv.AppendInt(p.out, int64(n), 10)
	p.out = append(p.out, 'X')
	if x+n < end {
		p.moveTo(p.y, x+n)
	}
	return x + n
}

// leastErased is how many spaces take more bytes than to erase them and to move the cursor over them.
const leastErased = len("\x1b[10X\x1b[10C") + 1

// eraseLine erases from the cursor to the end of the line.
const eraseLine = "\x1b[K"

// plain switches off what is seen on a space.
func (p *pen) plain() {
	if p.seen {
		p.set(reset)
	}
}

func (p *pen) set(style string) {
	if style != p.style {
		p.out = append(p.out, p.turns.from(p.style, style)...)
		p.style, p.seen = style, seenOnSpace(style)
	}
}
