package plan

import (
	"bywhen/roadmap"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// wire is what of links lies in a cell: to which sides they go on.
type wire struct {
	sides paint.Sides
	end   bool // a link arrives here
	style paint.Style
}

// wiring is the wires of the visible rows, drawn once all links are laid.
type wiring struct {
	v    *View
	w    int
	rows [][]wire // nil where none lies
}

// links draws what the selected task waits for and what waits for it, unless the selection is only passing by, over those of all
// visible tasks where they are asked for.
// top is the first visible row.
func (v *View) links(s *scene.Scene, grid [][]paint.Cell, top int) {
	if len(grid) == 0 {
		return
	}
	w := wiring{v, len(grid[0]), make([][]wire, len(grid))}
	if v.Links {
		for row := top; row < min(top+len(grid), len(v.outline.rows)); row++ {
			w.linksOf(s, top, int(v.outline.rows[row].task), paint.Dim)
		}
	}
	if !s.Passing {
		w.linksOf(s, top, s.Roadmap.TaskIndex(s.Selected.Task), paint.Accent)
	}
	w.draw(grid, &s.Theme.Glyphs)
}

// linksOf lays the links of one task; -1 is none.
func (w *wiring) linksOf(s *scene.Scene, top, task int, style paint.Style) {
	if task < 0 {
		return
	}
	net := s.Roadmap.Network()
	for _, l := range net.Predecessors(task) {
		w.link(s, top, int(l.Task), task, l.Type, style)
	}
	for _, l := range net.Successors(task) {
		w.link(s, top, task, int(l.Task), l.Type, style)
	}
}

// link goes from the end of one bar down or up to the beginning of another, or whichever ends its type ties.
func (w *wiring) link(s *scene.Scene, top, from, to int, typ roadmap.LinkType, style paint.Style) {
	a, b := &s.Plan.Tasks[from], &s.Plan.Tasks[to]
	scale := w.v.scale
	y1, y2 := int(w.v.outline.rowOf[from]), int(w.v.outline.rowOf[to])
	if !a.Planned || !b.Planned || y1 < 0 || y2 < 0 || y1 == y2 {
		return
	}
	leave := scale.cell(a.Finish + 1)
	switch {
	case typ == roadmap.StartToStart || typ == roadmap.StartToFinish:
		leave = scale.cell(a.Start) - 1
	case s.Roadmap.Tasks()[from].IsMilestone():
		leave = scale.cell(a.Finish) + 1
	}
	arrive := scale.cell(b.Start) - 1
	if typ == roadmap.FinishToFinish || typ == roadmap.StartToFinish {
		arrive = scale.cell(b.Finish + 1)
	}
	y1, y2 = y1-top, y2-top
	on, back := paint.Down, paint.Up
	if y2 < y1 {
		on, back = back, on
	}
	w.lay(leave, y1, paint.Left|on, style)
	for y := max(min(y1, y2)+1, 0); y < min(max(y1, y2), len(w.rows)); y++ {
		w.lay(leave, y, paint.Up|paint.Down, style)
	}
	if leave != arrive {
		toward := paint.Right
		if leave > arrive {
			toward = paint.Left
		}
		w.lay(leave, y2, back|toward, style)
		for x := max(min(leave, arrive)+1, 0); x < min(max(leave, arrive), w.w); x++ {
			w.lay(x, y2, paint.Left|paint.Right, style)
		}
	}
	if c := w.at(arrive, y2); c != nil {
		c.end = true
		c.style = max(c.style, style)
	}
}

// at is the wire of a cell, nil outside of what is seen.
func (w *wiring) at(x, y int) *wire {
	if y < 0 || y >= len(w.rows) || x < 0 || x >= w.w {
		return nil
	}
	if w.rows[y] == nil {
		w.rows[y] = make([]wire, w.w)
	}
	return &w.rows[y][x]
}

// lay has a link go on to some sides of a cell; where the selection's runs over another, both are seen in its colour.
func (w *wiring) lay(x, y int, sides paint.Sides, style paint.Style) {
	if c := w.at(x, y); c != nil {
		c.sides |= sides
		if style == paint.Accent || c.style == 0 {
			c.style = style
		}
	}
}

// draw puts the wires where nothing but the ground lies: not over what a what-if is looked at for.
func (w *wiring) draw(grid [][]paint.Cell, g *paint.Glyphs) {
	for y, row := range w.rows {
		for x := range row {
			over, c := &row[x], &grid[y][x]
			if over.sides == 0 && !over.end || c.Glyph == g.Ghost {
				continue
			}
			glyph := g.Wires[over.sides]
			if over.end {
				glyph = g.LinkEnd
			}
			if c.Glyph == g.Wires[paint.Left|paint.Right] && !over.end { // a group's line, which the link crosses
				glyph = g.Wires[over.sides|paint.Left|paint.Right]
			}
			if st := c.Style &^ (paint.Shade | paint.Selected); c.Glyph == ' ' || st == paint.Rule || st == paint.Dim || c.Glyph == g.Today {
				put(c, paint.Cell{Glyph: glyph, Style: over.style})
			}
		}
	}
}
