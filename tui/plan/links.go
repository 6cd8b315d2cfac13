package plan

import (
	"bywhen/roadmap"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// links draws what the selected task waits for and what waits for it, unless the selection is only passing by, over those of all
// visible tasks where they are asked for.
// top is the first visible row.
func (v *View) links(s *scene.Scene, grid [][]paint.Cell, top int) {
	if v.Links {
		for row := top; row < min(top+len(grid), len(v.outline.rows)); row++ {
			v.linksOf(s, grid, top, int(v.outline.rows[row].task), paint.Dim)
		}
	}
	if !s.Passing {
		v.linksOf(s, grid, top, s.Roadmap.TaskIndex(s.Selected.Task), paint.Accent)
	}
}

// linksOf draws the links of one task; -1 is none.
func (v *View) linksOf(s *scene.Scene, grid [][]paint.Cell, top, task int, style paint.Style) {
	if task < 0 {
		return
	}
	net := s.Roadmap.Network()
	for _, l := range net.Predecessors(task) {
		v.link(s, grid, top, int(l.Task), task, l.Type, style)
	}
	for _, l := range net.Successors(task) {
		v.link(s, grid, top, task, int(l.Task), l.Type, style)
	}
}

// link goes from the end of one bar down or up to the beginning of another, or whichever ends its type ties.
func (v *View) link(s *scene.Scene, grid [][]paint.Cell, top, from, to int, typ roadmap.LinkType, style paint.Style) {
	a, b := &s.Plan.Tasks[from], &s.Plan.Tasks[to]
	y1, y2 := int(v.outline.rowOf[from]), int(v.outline.rowOf[to])
	if !a.Planned || !b.Planned || y1 < 0 || y2 < 0 || y1 == y2 {
		return
	}
	leave := v.scale.cell(a.Finish + 1)
	if typ == roadmap.StartToStart || typ == roadmap.StartToFinish {
		leave = v.scale.cell(a.Start) - 1
	}
	arrive := v.scale.cell(b.Start) - 1
	if typ == roadmap.FinishToFinish || typ == roadmap.StartToFinish {
		arrive = v.scale.cell(b.Finish + 1)
	}
	y1, y2 = y1-top, y2-top
	g := &s.Theme.Glyphs
	v.joint(grid, leave, y1, turn(leave <= arrive, y2 > y1, g), style)
	for y := max(min(y1, y2)+1, 0); y < min(max(y1, y2), len(grid)); y++ {
		v.joint(grid, leave, y, g.LinkDown, style)
	}
	if leave == arrive {
		v.joint(grid, leave, y2, g.LinkEnd, style)
		return
	}
	v.joint(grid, leave, y2, bend(leave < arrive, y2 > y1, g), style)
	for x := min(leave, arrive) + 1; x < max(leave, arrive); x++ {
		v.joint(grid, x, y2, g.LinkAcross, style)
	}
	v.joint(grid, arrive, y2, g.LinkEnd, style)
}

// turn is the corner where a link leaves its first bar, bend the one where it reaches the row of the second.
func turn(right, down bool, g *paint.Glyphs) rune {
	if down {
		return g.LinkTurn
	}
	return g.LinkUp
}

func bend(right, down bool, g *paint.Glyphs) rune {
	switch {
	case right && down:
		return g.LinkBend
	case right:
		return g.LinkRise
	case down:
		return g.LinkUp
	}
	return g.LinkTurn
}

// joint draws a piece of a link where nothing but the ground lies.
func (v *View) joint(grid [][]paint.Cell, x, y int, glyph rune, style paint.Style) {
	if y < 0 || y >= len(grid) || x < 0 || x >= len(grid[y]) {
		return
	}
	c := &grid[y][x]
	if st := c.Style &^ (paint.Shade | paint.Selected); c.Glyph == ' ' || st == paint.Rule || st == paint.Dim || c.Style&^paint.Shade == paint.Accent {
		put(c, paint.Cell{Glyph: glyph, Style: style})
	}
}
