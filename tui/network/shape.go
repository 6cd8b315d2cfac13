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
	rows     [][]int    // by row: the nodes with a line on it, from left to right
	titles   []string   // by node
	rest     [][]string // by node: what of its title is on more lines
	under    [][]paint.Span
}

// marksWidth is the cells before a title: pointer, status, flag.
const marksWidth = 4

// The cells of a line of a title: at most so many, at least so many where that lets the middle's neighbours be seen on both sides, and
// so many where in two lines, or in three, that lets their neighbours be seen, too.
const (
	mostTitle  = 44
	leastTitle = 8
	fairTitle  = 12
	slimTitle  = 10
)

// titleWidths are those that are tried.
var titleWidths = [...]int{mostTitle, 36, 30, 26, 24, 22, 20, 19, 18, 17, 16, 15, 14, 13, fairTitle, 11, slimTitle, 9, leastTitle}

// fitted is a shape with titles as long as lets the layers on both sides of the middle fit beside it. Where there are rows for it a
// title stands in two lines or in three, and as many layers more are seen as that makes room for.
func (v *View) fitted(s *scene.Scene) shape {
	g, middle := v.graph, v.graph.nodes[v.graph.middle].layer
	room := func(tall int) bool { return g.rowsAround(middle, tall) <= v.rows() }
	tries := []titleSize{{tallRows, fairTitle}, {tallestRows, slimTitle}}
	tries = slices.DeleteFunc(tries, func(try titleSize) bool { return !room(try.tall) })
	for _, around := range layersAround {
		for _, try := range tries {
			if around[0] > 2 {
				try.least = max(try.least, fairTitle)
			}
			if out, fits := g.widest(s, try, middle, around, v.w); fits {
				return out
			}
		}
	}
	least := titleSize{nodeRows, leastTitle}
	if room(tallRows) {
		least.tall = tallRows
	}
	out, _ := g.widest(s, least, middle, [2]int{1, 1}, v.w)
	return out
}

// titleSize is how many rows nodes take with their titles, and how many cells a line of a title has at least.
type titleSize struct{ tall, least int }

// widest is the shape with the longest titles of a size with which so many layers around the middle fit in w cells; with the shortest
// where none fits.
func (g *graph) widest(s *scene.Scene, size titleSize, middle int, around [2]int, w int) (out shape, fits bool) {
	if size.tall != g.tall {
		g.setRows(size.tall)
	}
	try := func(most int) bool {
		out = g.shape(s, most)
		out.before = around[0]
		return out.span(max(middle-around[0], 0), middle+around[1]) <= w
	}
	if !try(size.least) { // longer ones do not either
		return out, false
	}
	for _, most := range titleWidths {
		if try(most) {
			break
		}
	}
	return out, true
}

// layersAround are how many layers before the middle, and after it, are made room for where titles may have several lines, the
// best first: what holds it up comes first. Else those next to it are. More than two before it are seen where titles need not be slim.
var layersAround = [...][2]int{{5, 3}, {4, 3}, {4, 2}, {3, 3}, {3, 2}, {2, 2}, {2, 1}}

// rowsAround is how many rows the middle and the layers beside it take at least where a node takes so many.
func (g *graph) rowsAround(middle, tall int) int {
	rows := 0
	for _, layer := range g.layers[max(middle-1, 0):min(middle+2, len(g.layers))] {
		n := -gapRows
		for _, i := range layer {
			if n++; !g.nodes[i].passes() {
				n += tall
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

// leaves is the column in which the links of a node begin: behind its title, or where it passes a layer at once.
func (sh *shape) leaves(g *graph, i int) int {
	at := sh.x[g.nodes[i].layer]
	if !g.nodes[i].passes() {
		at += marksWidth + paint.Width(sh.titles[i]) + 1
	}
	return at
}

// shape lays the layers out side by side.
func (g *graph) shape(s *scene.Scene, most int) shape {
	out := shape{rows: make([][]int, g.height), titles: make([]string, len(g.nodes)), rest: make([][]string, len(g.nodes)), under: make([][]paint.Span, len(g.nodes))}
	at := 0
	for k, layer := range g.layers {
		width := 1
		for _, i := range layer {
			if n := &g.nodes[i]; !n.passes() {
				lines := s.Theme.Wrap(n.title(s), most, g.tall-1)
				if len(lines) > 0 {
					out.titles[i], out.rest[i] = lines[0], lines[1:]
				}
				out.under[i] = n.under(s, max(most, leastUnder))
				for _, line := range append(lines, spansText(out.under[i])) {
					width = max(width, marksWidth+paint.Width(line))
				}
			}
		}
		out.x, out.width = append(out.x, at), append(out.width, width)
		at += width + g.channels[k].tracks + 2
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
		late, gap := s.Theme.ShortDelta(days, open), "  "
		if paint.Width(out[0].Text+gap+late) > room {
			gap = " "
		}
		out = append(out, paint.Span{Style: paint.Late, Text: gap + late})
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
const leastUnder = 10

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
