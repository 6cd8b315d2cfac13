package network

import (
	"fmt"

	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// headerLines is the rule over the graph.
const headerLines = 1

// lines are the frame: a rule that says what is shown, then the visible rows.
func (v *View) lines(s *scene.Scene) []string {
	if v.h <= 0 {
		return nil
	}
	out := append(make([]string, 0, v.h), v.ruleLine(s))
	if v.graph == nil {
		return append(out, v.nothing(s)...)[:v.h]
	}
	left := v.shape.x[v.firstLayer]
	c := newCanvas(v.top, left, v.w, v.h-1)
	v.drawLinks(c, s)
	for y := range v.h - 1 {
		out = append(out, v.rowLine(s, c, v.top+y))
	}
	return out
}

// ruleLine says whose network it is, and how much of it is shown.
func (v *View) ruleLine(s *scene.Scene) string {
	l := s.Theme.Line(v.w).Put(paint.Rule, s.Theme.Horizontal)
	if g := v.graph; g != nil {
		title := s.Roadmap.Tasks()[v.middle].Title
		text := fmt.Sprintf(": waits for %d, holds %d ", g.before, g.after)
		if shown := len(g.of) - 1; shown < g.before+g.after {
			text += fmt.Sprintf("%s %d of them shown ", s.Theme.Dot, shown)
		}
		title, _ = s.Theme.Cut(title, max(l.Left()-paint.Width(text)-2, 0))
		l.Put(paint.Dim, " "+title+text)
	}
	for l.Left() > 0 {
		l.Put(paint.Rule, s.Theme.Horizontal)
	}
	return l.String()
}

func (v *View) nothing(s *scene.Scene) []string {
	var out []string
	for i := range v.h - 1 {
		l := s.Theme.Line(v.w)
		if i == 1 {
			l.Space(1).Put(paint.Dim, "no task yet: a adds some, L links them, and here you see what waits for what")
		}
		out = append(out, l.String())
	}
	return out
}

// drawLinks draws the links between the layers that are seen, and those that come in from the one before.
func (v *View) drawLinks(c *canvas, s *scene.Scene) {
	sh := &v.shape
	for k := max(v.firstLayer-1, 0); k < len(sh.x) && sh.x[k] < c.left+c.w; k++ {
		column, channel := sh.x[k]+sh.width[k], &v.graph.channels[k]
		for i := range channel.bundles {
			b := &channel.bundles[i]
			leaves := make([]int, len(b.from))
			for at, from := range b.from {
				leaves[at] = sh.leaves(v.graph, from)
			}
			b.draw(c, v.graph, leaves, column, channel.tracks)
		}
	}
}

// rowLine is a row: the nodes that have a line on it, and the links between them.
func (v *View) rowLine(s *scene.Scene, c *canvas, row int) string {
	l := s.Theme.Line(v.w)
	if row >= 0 && row < len(v.shape.rows) {
		for _, i := range v.shape.rows[row] {
			n := &v.graph.nodes[i]
			x := v.shape.x[n.layer] - c.left
			if x < 0 || x >= v.w || i != v.cursor && x+marksWidth+min(paint.Width(v.shape.titles[i]), leastTitle) > v.w {
				continue // of a title that would be a letter or two the arrow that leads there is enough
			}
			l.Cells(v.run(s, c, row, l.At(), x))
			v.nodeCells(s, l, i, row-n.row)
		}
	}
	return l.Cells(v.run(s, c, row, l.At(), v.w)).String()
}

// run are the lines of a row from one column of the frame up to another; at an edge that they pass they say so.
func (v *View) run(s *scene.Scene, c *canvas, row, from, to int) []paint.Cell {
	var out []paint.Cell
	for x := from; x < to; x++ {
		line := c.at(row, c.left+x)
		cell := line.glyph(s.Theme.ASCII)
		switch {
		case x == 0 && line.left != noLine:
			cell.Glyph = beyond(s.Theme.Before, '«', line.left, s.Theme.ASCII)
		case x == v.w-1 && line.right != noLine && !line.arrow, line.arrow && to == v.w: // no node stands behind the last of a row
			cell.Glyph = beyond(s.Theme.After, '»', line.right, s.Theme.ASCII)
		}
		out = append(out, cell)
	}
	return out
}

// beyond is the sign of a link that goes on past an edge, and another one of a critical link; in ASCII the line before it tells.
func beyond(sign, critical rune, w weight, ascii bool) rune {
	if w == double && !ascii {
		return critical
	}
	return sign
}

// nodeCells are one of the lines of a node: its title in up to three, and what stands under it.
func (v *View) nodeCells(s *scene.Scene, l *paint.Line, i, line int) {
	n := &v.graph.nodes[i]
	under := paint.Text
	if i == v.cursor {
		under = paint.Selected
	}
	more := v.shape.rest[i]
	switch {
	case line > len(more)+1:
		return
	case line > 0 && line <= len(more):
		l.Space(marksWidth).Put(under|v.titleStyle(i), more[line-1])
		return
	case line > 0:
		l.Space(marksWidth)
		for _, span := range v.shape.under[i] {
			if paint.Width(span.Text) > l.Left() { // half a date is none
				return
			}
			l.Put(span.Style|under, span.Text)
		}
		return
	}
	pointer, task := " ", n.worst(s)
	if i == v.cursor {
		pointer = s.Theme.Pointer
	}
	mark, style := s.Theme.Status(s.Roadmap.Tasks()[task].Status)
	if s.Roadmap.Tasks()[task].IsMilestone() && s.Roadmap.Tasks()[task].Status.Open() {
		mark = string(s.Theme.Milestone)
	}
	flag, flagStyle := " ", paint.Text
	if f := s.TaskFlag(task); f != nil {
		flag, flagStyle = s.Theme.Flag(f)
	}
	l.Put(paint.Accent, pointer).Put(style|under, mark).Put(flagStyle|under, flag)
	s.Mark(l, under, s.AllMarked(n.refs(s))).Put(v.titleStyle(i)|under, v.shape.titles[i])
	if len(n.to) > 0 {
		l.Space(1)
	}
}

// titleStyle is that of a node's title: bold in the middle.
func (v *View) titleStyle(i int) paint.Style {
	if i == v.graph.middle {
		return paint.Bold
	}
	return paint.Text
}
