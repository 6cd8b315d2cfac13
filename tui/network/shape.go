package network

import (
	"fmt"
	"slices"

	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// shape is where the layers of a graph lie across, and what stands on each row.
type shape struct {
	x, width []int      // by layer: its first column, and its cells
	bundles  [][]bundle // by layer: the links to the next one
	tracks   []int      // by layer: how many of them run side by side
	rows     [][]int    // by row: the nodes with a line on it, from left to right
	titles   []string   // by node
	under    [][]paint.Span
}

// marksWidth is the cells before a title: pointer, status, flag.
const marksWidth = 4

// The cells of a title: at most so many, and at least so many where that lets the middle's neighbours be seen on both sides.
const (
	mostTitle  = 30
	leastTitle = 8
)

// fitted is a shape with titles as long as lets the layers on both sides of the middle fit beside it.
func (v *View) fitted(s *scene.Scene) shape {
	most, middle := mostTitle, v.graph.nodes[v.graph.middle].layer
	out := v.graph.shape(s, most)
	for most > leastTitle && out.span(max(middle-1, 0), middle+1) > v.w {
		most--
		out = v.graph.shape(s, most)
	}
	return out
}

// span is the cells from the beginning of a layer to the end of another, or of the last one.
func (sh *shape) span(first, last int) int {
	last = min(last, len(sh.x)-1)
	return sh.x[last] + sh.width[last] - sh.x[first]
}

// shape lays the layers out side by side.
func (g *graph) shape(s *scene.Scene, most int) shape {
	out := shape{rows: make([][]int, g.height), titles: make([]string, len(g.nodes)), under: make([][]paint.Span, len(g.nodes))}
	at := 0
	for k, layer := range g.layers {
		width := 1
		for _, i := range layer {
			if n := &g.nodes[i]; !n.passes() {
				out.titles[i], _ = s.Theme.Cut(n.title(s), most)
				out.under[i] = n.under(s, max(most, leastUnder))
				width = max(width, marksWidth+max(paint.Width(out.titles[i]), paint.Width(spansText(out.under[i]))))
			}
		}
		bundles, tracks := g.bundles(k)
		out.x, out.width = append(out.x, at), append(out.width, width)
		out.bundles, out.tracks = append(out.bundles, bundles), append(out.tracks, tracks)
		at += width + tracks + 2
	}
	for i := range g.nodes {
		if n := &g.nodes[i]; !n.passes() {
			for line := range nodeRows {
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
