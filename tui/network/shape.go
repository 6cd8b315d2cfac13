package network

import (
	"fmt"
	"slices"

	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// shape is where the layers of a graph lie across, and what stands on each row.
type shape struct {
	before   int        // layers before the middle that have room beside it
	x, width []int      // by layer: its first column, and its cells
	bundles  [][]bundle // by layer: the links to the next one
	tracks   []int      // by layer: how many of them run side by side
	rows     [][]int    // by row: the nodes with a line on it, from left to right
	titles   []string   // by node
	rest     []string   // by node: what of its title is on a second line
	under    [][]paint.Span
}

// marksWidth is the cells before a title: pointer, status, flag.
const marksWidth = 4

// The cells of a line of a title: at most so many, at least so many where that lets the middle's neighbours be seen on both sides, and
// so many where in two lines that lets their neighbours be seen, too.
const (
	mostTitle  = 44
	leastTitle = 8
	fairTitle  = 12
)

// titleWidths are those that are tried.
var titleWidths = [...]int{mostTitle, 36, 30, 26, 22, 20, 18, 16, 14, fairTitle, 10, leastTitle}

// fitted is a shape with titles as long as lets the layers on both sides of the middle fit beside it. Where there are rows for it a
// title stands in two lines, and as many layers more are seen as that makes room for.
func (v *View) fitted(s *scene.Scene) shape {
	g, middle := v.graph, v.graph.nodes[v.graph.middle].layer
	tall := nodeRows
	if g.rowsAround(middle) <= v.rows() {
		tall = tallRows
	}
	if tall != g.tall {
		g.setRows(tall)
	}
	var out shape
	for _, around := range layersAround {
		next := around == [2]int{1, 1}
		if tall == nodeRows && !next {
			continue
		}
		for _, most := range titleWidths {
			if !next && most < fairTitle {
				break
			}
			out = g.shape(s, most)
			out.before = around[0]
			if out.span(max(middle-around[0], 0), middle+around[1]) <= v.w {
				return out
			}
		}
	}
	return out
}

// layersAround are how many layers before the middle, and after it, are made room for, the best first: what holds it up comes first.
var layersAround = [...][2]int{{3, 3}, {3, 2}, {2, 2}, {2, 1}, {1, 1}}

// rowsAround is how many rows the middle and the layers beside it take at least where each title may have two lines.
func (g *graph) rowsAround(middle int) int {
	rows := 0
	for _, layer := range g.layers[max(middle-1, 0):min(middle+2, len(g.layers))] {
		n := -gapRows
		for _, i := range layer {
			if n++; !g.nodes[i].passes() {
				n += tallRows
			}
		}
		rows = max(rows, n)
	}
	return rows
}

// span is the cells from the beginning of a layer to the end of another, or of the last one.
func (sh *shape) span(first, last int) int {
	last = min(last, len(sh.x)-1)
	return sh.x[last] + sh.width[last] - sh.x[first]
}

// shape lays the layers out side by side.
func (g *graph) shape(s *scene.Scene, most int) shape {
	out := shape{rows: make([][]int, g.height), titles: make([]string, len(g.nodes)), rest: make([]string, len(g.nodes)), under: make([][]paint.Span, len(g.nodes))}
	at := 0
	for k, layer := range g.layers {
		width := 1
		for _, i := range layer {
			if n := &g.nodes[i]; !n.passes() {
				lines := append(s.Theme.Wrap(n.title(s), most, g.tall-1), "", "")
				out.titles[i], out.rest[i] = lines[0], lines[1]
				out.under[i] = n.under(s, max(most, leastUnder))
				width = max(width, marksWidth+max(paint.Width(lines[0]), paint.Width(lines[1]), paint.Width(spansText(out.under[i]))))
			}
		}
		bundles, tracks := g.bundles(k)
		out.x, out.width = append(out.x, at), append(out.width, width)
		out.bundles, out.tracks = append(out.bundles, bundles), append(out.tracks, tracks)
		at += width + tracks + 2
	}
	for i := range g.nodes {
		if n := &g.nodes[i]; !n.passes() {
			for line := range g.tall {
				out.rows[n.row+line] = append(out.rows[n.row+line], i)
			}
		}
	}
	for _, row := range out.rows {
		slices.SortFunc(row, func(a, b int) int { return g.nodes[a].layer - g.nodes[b].layer })
	}
	return out
}

// title is what a node is called: its task, or the team of those folded into it.
func (n *node) title(s *scene.Scene) string {
	t := s.Roadmap.Tasks()[n.tasks[0]]
	if len(n.tasks) == 1 {
		return t.Title
	}
	return s.TeamName(t.Team) + ", " + paint.Count(len(n.tasks), "task")
}

// worst is the task of a node that is shown by its marks and dates: the one that ends last.
func (n *node) worst(s *scene.Scene) int {
	worst := int(n.tasks[0])
	for _, t := range n.tasks {
		if s.Plan.Tasks[t].Finish > s.Plan.Tasks[worst].Finish {
			worst = int(t)
		}
	}
	return worst
}

// under is the line under a title: when it ends, by how much it is late, what is not shown beside it; as much as has room, the
// first in any case.
func (n *node) under(s *scene.Scene, room int) []paint.Span {
	i := n.worst(s)
	p := &s.Plan.Tasks[i]
	out := []paint.Span{{Style: paint.Dim, Text: "no dates"}}
	if p.Planned {
		if out[0].Text = paint.DayOrLater(p.Finish, s.Today, p.OpenEnd); paint.Width(out[0].Text) > room {
			out[0].Text = s.Theme.AtLeast + paint.Day(p.Finish, s.Today)
		}
	}
	if days, open := s.Late(i); days > 0 {
		out = append(out, paint.Span{Style: paint.Late, Text: "  " + s.Theme.ShortDelta(days, open)})
	}
	if n.hiddenBefore > 0 {
		out = append(out, paint.Span{Style: paint.Dim, Text: fmt.Sprintf("  %d more before", n.hiddenBefore)})
	}
	if n.hiddenAfter > 0 {
		out = append(out, paint.Span{Style: paint.Dim, Text: fmt.Sprintf("  %d more after", n.hiddenAfter)})
	}
	return fitting(out, room)
}

// leastUnder is the cells that a date and the days it is late take under a title.
const leastUnder = 11

// fitting are as many of the spans as have room, at least the first.
func fitting(all []paint.Span, room int) []paint.Span {
	n := 1
	for n < len(all) && paint.Width(spansText(all[:n+1])) <= room {
		n++
	}
	return all[:n]
}

func spansText(spans []paint.Span) string {
	out := ""
	for _, s := range spans {
		out += s.Text
	}
	return out
}
