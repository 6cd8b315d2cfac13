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
	joined                bool // lines in here belong together; else those that cross only cross
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

// glyph is the character of a cell and its style.
func (l lineCell) glyph(ascii bool) paint.Cell {
	heaviest := max(l.up, l.down, l.left, l.right)
	style := paint.Dim
	if heaviest == double {
		style = paint.Accent
	}
	across, along := l.left != noLine || l.right != noLine, l.up != noLine || l.down != noLine
	switch {
	case heaviest == noLine:
		return paint.Cell{Glyph: ' '}
	case ascii:
		return paint.Cell{Glyph: l.asciiGlyph(across, along), Style: style}
	case l.arrow:
		return paint.Cell{Glyph: '►', Style: style}
	case across && along && !l.joined: // the heavier passes over the other, else the one across
		if heaviest == double && max(l.left, l.right) != double {
			return paint.Cell{Glyph: pieces[heavier(l.up, l.down, 0, 0)], Style: style}
		}
		return paint.Cell{Glyph: pieces[heavier(0, 0, l.left, l.right)], Style: styleOf(max(l.left, l.right))}
	}
	return paint.Cell{Glyph: pieces[heavier(l.up, l.down, l.left, l.right)], Style: style}
}

func styleOf(w weight) paint.Style {
	if w == double {
		return paint.Accent
	}
	return paint.Dim
}

func (l lineCell) asciiGlyph(across, along bool) rune {
	switch {
	case l.arrow:
		return '>'
	case across && along && l.joined:
		return '+'
	case across && max(l.left, l.right) == double:
		return '='
	case across:
		return '-'
	}
	return '|'
}

// piece is a character's lines; where a font has none that is light one way and double the other, all of it is double.
type piece struct{ up, down, left, right weight }

// heavier has both halves of a line the same, and corners of one weight.
func heavier(up, down, left, right weight) piece {
	v, h := max(up, down), max(left, right)
	if v != noLine && h != noLine && v != h {
		v, h = double, double
	}
	give := func(w, to weight) weight {
		if w == noLine {
			return noLine
		}
		return to
	}
	return piece{give(up, v), give(down, v), give(left, h), give(right, h)}
}

// pieces are the characters by their lines.
var pieces = boxes()

func boxes() map[piece]rune {
	out := map[piece]rune{}
	for k, set := range []string{"─│╭╮╰╯├┤┬┴┼", "═║╔╗╚╝╠╣╦╩╬"} {
		w, g := weight(k+1), []rune(set)
		for i, p := range []piece{{0, 0, w, w}, {w, w, 0, 0}, {0, w, 0, w}, {0, w, w, 0}, {w, 0, 0, w}, {w, 0, w, 0}, {w, w, 0, w}, {w, w, w, 0},
			{0, w, w, w}, {w, 0, w, w}, {w, w, w, w}} {
			out[p] = g[i]
		}
		for _, p := range []piece{{0, 0, w, 0}, {0, 0, 0, w}} {
			out[p] = g[0]
		}
		for _, p := range []piece{{w, 0, 0, 0}, {0, w, 0, 0}} {
			out[p] = g[1]
		}
	}
	return out
}
