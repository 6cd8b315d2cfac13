package network

import "bywhen/tui/paint"

// weight is how heavy a line is.
type weight uint8

const (
	noLine weight = iota
	single
	double // the critical chain
)

// lineCell is a cell with the lines that leave it in four directions.
type lineCell struct {
	up, down, left, right weight
	arrow                 bool // a link ends here
	joined                bool // lines in here belong together; else four of them only cross
}

// canvas is lines in cells, from a row and a column on.
type canvas struct {
	top, left, w, h int
	cells           []lineCell
}

func newCanvas(top, left, w, h int) *canvas {
	return &canvas{top, left, w, h, make([]lineCell, w*h)}
}

// at is the cell of a row and a column; one that is not seen where it lies outside.
func (c *canvas) at(row, column int) *lineCell {
	row, column = row-c.top, column-c.left
	if row < 0 || row >= c.h || column < 0 || column >= c.w {
		return &lineCell{}
	}
	return &c.cells[row*c.w+column]
}

// across draws a line along a row from one column to another, both inclusive; its ends reach the edges of their cells.
func (c *canvas) across(row, from, to int, w weight) {
	for x := max(from, c.left); x <= min(to, c.left+c.w-1); x++ {
		cell := c.at(row, x)
		cell.left, cell.right = max(cell.left, w), max(cell.right, w)
	}
}

// down draws a line along a column between two rows; it reaches their middle.
func (c *canvas) down(column, from, to int, w weight) {
	from, to = min(from, to), max(from, to)
	for y := max(from, c.top-1); y <= min(to, c.top+c.h); y++ {
		cell := c.at(y, column)
		if y > from {
			cell.up = max(cell.up, w)
		}
		if y < to {
			cell.down = max(cell.down, w)
		}
	}
}

// join ties a line that comes in from the left, and one that leads on to the right, to those that run up and down through a cell.
func (c *canvas) join(row, column int, left, right weight) {
	cell := c.at(row, column)
	cell.left, cell.right, cell.joined = max(cell.left, left), max(cell.right, right), true
}

// glyph is the character of a cell and its style. The shape alone tells the critical chain: where there are no colours, too. Lines that
// cross both go on; where four meet that belong together, which is rare, the cell is a knot.
func (l lineCell) glyph(ascii bool) paint.Cell {
	heaviest := max(l.up, l.down, l.left, l.right)
	out := paint.Cell{Glyph: ' ', Style: styleOf(heaviest)}
	knot := l.joined && min(l.up, l.down, l.left, l.right) != noLine
	switch {
	case heaviest == noLine:
	case l.arrow && ascii:
		out.Glyph = '>'
	case l.arrow:
		out.Glyph = arrows[heaviest]
	case knot && ascii:
		out.Glyph = '*'
	case knot:
		out.Glyph = '╋'
	case ascii:
		out.Glyph = l.asciiGlyph()
	default:
		out.Glyph = pieces[l.even()]
	}
	return out
}

func styleOf(w weight) paint.Style {
	switch w {
	case double:
		return paint.Accent
	case single:
		return paint.Dim
	}
	return paint.Text
}

// arrows are the heads of links, by weight; in ASCII what stands before a head tells.
var arrows = [...]rune{single: '►', double: '⇒'}

// asciiGlyph tells of lines that meet how heavy the one is that leads on to the right, where one does: that is the link that the
// arrow behind them belongs to.
func (l lineCell) asciiGlyph() rune {
	across, along := max(l.left, l.right), max(l.up, l.down)
	w := l.right
	if w == noLine {
		w = max(across, along)
	}
	switch {
	case across != noLine && along != noLine:
		return [...]rune{single: '+', double: '#'}[w]
	case across != noLine:
		return [...]rune{single: '-', double: '='}[across]
	}
	return [...]rune{single: '|', double: 'H'}[along]
}

// piece is a character's lines, up, down, left and right.
type piece struct{ up, down, left, right weight }

// even has both halves of a line as heavy as the heavier of them: no character has them otherwise.
func (l lineCell) even() piece {
	like := func(half, other weight) weight {
		if half == noLine {
			return noLine
		}
		return max(half, other)
	}
	return piece{like(l.up, l.down), like(l.down, l.up), like(l.left, l.right), like(l.right, l.left)}
}

// pieces are the characters by their lines.
var pieces = boxes()

// boxes has every piece whose lines are of one weight from side to side.
func boxes() map[piece]rune {
	out := map[piece]rune{}
	for _, set := range []struct {
		along, across weight
		glyphs        string
	}{{single, single, "╭╮╰╯├┤┬┴┼"}, {single, double, "╒╕╘╛╞╡╤╧╪"}, {double, single, "╓╖╙╜╟╢╥╨╫"}, {double, double, "╔╗╚╝╠╣╦╩╬"}} {
		v, h, g := set.along, set.across, []rune(set.glyphs)
		for i, p := range []piece{{0, v, 0, h}, {0, v, h, 0}, {v, 0, 0, h}, {v, 0, h, 0}, {v, v, 0, h}, {v, v, h, 0}, {0, v, h, h}, {v, 0, h, h}, {v, v, h, h}} {
			out[p] = g[i]
		}
	}
	for w, g := range map[weight][]rune{single: []rune("─│"), double: []rune("═║")} {
		for _, p := range []piece{{0, 0, w, w}, {0, 0, w, 0}, {0, 0, 0, w}} {
			out[p] = g[0]
		}
		for _, p := range []piece{{w, w, 0, 0}, {w, 0, 0, 0}, {0, w, 0, 0}} {
			out[p] = g[1]
		}
	}
	return out
}
