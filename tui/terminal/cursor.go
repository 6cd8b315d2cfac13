package terminal

import "strconv"

// way is how the cursor gets to a place in the fewest bytes.
type way struct {
	bytes    int
	absolute bool
	fromLeft bool // by way of the line's first cell
}

// wayTo is the way from a place to another; where x is -1 nobody knows where the cursor is.
func wayTo(y, x, toY, toX int) way {
	best := way{bytes: len("\x1b[H"), absolute: true}
	if toY > 0 || toX > 0 {
		best.bytes += digits(toY + 1)
	}
	if toX > 0 {
		best.bytes += 1 + digits(toX+1)
	}
	if x < 0 {
		return best
	}
	down := min(stepBytes(toY-y), lineBytes(toY-y))
	if by := down + sideBytes(toX-x); by < best.bytes {
		best = way{bytes: by}
	}
	if by := down + len("\r") + sideBytes(toX); by < best.bytes {
		best = way{bytes: by, fromLeft: true}
	}
	return best
}

// stepBytes is what it takes to move the cursor n cells in a direction; a negative n is the other way.
func stepBytes(n int) int {
	switch {
	case n == 0:
		return 0
	case n == 1 || n == -1:
		return len("\x1b[C")
	}
	return len("\x1b[C") + digits(max(n, -n))
}

// lineBytes is what it takes to move the cursor n lines down by line feeds, which leave its column as it is where nothing is made of
// them on their way: the terminal's output is raw. It is more than any other way where it is not down.
func lineBytes(n int) int {
	if n < 0 {
		return len("\x1b[10A")
	}
	return n
}

// sideBytes is what it takes to move the cursor to the right, or to the left where n is negative.
func sideBytes(n int) int {
	if n < 0 {
		return min(-n, stepBytes(n))
	}
	return stepBytes(n)
}

func digits(n int) int {
	switch {
	case n < 10:
		return 1
	case n < 100:
		return 2
	case n < 1000:
		return 3
	}
	return len(strconv.Itoa(n))
}

// moveTo moves the cursor.
func (p *pen) moveTo(y, x int) {
	if y == p.y && x == p.x {
		return
	}
	switch w := wayTo(p.y, p.x, y, x); {
	case w.absolute:
		p.out = append(p.out, "\x1b["...)
		if y > 0 || x > 0 {
			p.out = strconv.AppendInt(p.out, int64(y+1), 10)
		}
		if x > 0 {
			p.out = append(p.out, ';')
			p.out = strconv.AppendInt(p.out, int64(x+1), 10)
		}
		p.out = append(p.out, 'H')
	default:
		if w.fromLeft {
			p.out, p.x = append(p.out, '\r'), 0
		}
		if by := y - p.y; by > 0 && by <= stepBytes(by) {
			p.feed(by)
		} else {
			p.step(by, 'B', 'A')
		}
		if by := x - p.x; by < 0 && -by <= stepBytes(by) {
			for range -by {
				p.out = append(p.out, '\b')
			}
		} else {
			p.step(by, 'C', 'D')
		}
	}
	p.y, p.x = y, x
}

// feed moves the cursor n lines down.
func (p *pen) feed(n int) {
	for range n {
		p.out = append(p.out, '\n')
	}
}

// step moves the cursor n cells ahead, or back where n is negative.
func (p *pen) step(n int, ahead, back byte) {
	if n == 0 {
		return
	}
	if n < 0 {
		n, ahead = -n, back
	}
	p.out = append(p.out, "\x1b["...)
	if n > 1 {
		p.out = strconv.AppendInt(p.out, int64(n), 10)
	}
	p.out = append(p.out, ahead)
}
