package network

import (
	"cmp"
	"slices"

	"bywhen/tui/scene"
)

// node is a task in the graph, several of a team folded into one, or a place where a link passes a layer.
type node struct {
	tasks    []int32 // by their places; none where a link passes
	layer    int     // from 0 at the left
	row      int     // of its first line
	from, to []int   // nodes of the layers before and after that it is linked with
	// hiddenBefore and hiddenAfter count the tasks next to it that are not shown.
	hiddenBefore, hiddenAfter int
}

// passes tells whether the node is no task but a place that a link passes.
func (n *node) passes() bool { return len(n.tasks) == 0 }

// refs are the node's tasks.
func (n *node) refs(s *scene.Scene) []scene.Ref {
	out := make([]scene.Ref, len(n.tasks))
	for i, t := range n.tasks {
		out[i] = scene.Ref{Task: s.Roadmap.Tasks()[t].ID}
	}
	return out
}

// graph is what is drawn.
type graph struct {
	nodes    []node
	layers   [][]int       // nodes by layer, from top to bottom
	channels []channel     // by layer: the links to the next one
	of       map[int32]int // task → its node
	critical map[[2]int]bool
	middle   int          // node
	before   int          // tasks that the middle waits for, directly or through others, shown or not
	after    int          // tasks that wait for it
	tall     int          // rows of a node
	height   int          // rows
	known    map[int]rows // by the rows of a node
}

// most is how many tasks a graph shows: of a larger one those nearest to its middle.
const most = 240

// newGraph is the graph around a task, up to so many links away from it (0: any number).
func newGraph(s *scene.Scene, middle int32, depth int, folded bool) *graph {
	net := s.Roadmap.Network()
	back := func(i int32) []int32 { return ends(net.Predecessors(int(i))) }
	ahead := func(i int32) []int32 { return ends(net.Successors(int(i))) }
	g := &graph{of: map[int32]int{}, critical: map[[2]int]bool{}, known: map[int]rows{}}
	before, after := reach(middle, back), reach(middle, ahead)
	g.before, g.after = len(before), len(after)
	distance := map[int32]int{middle: 0}
	for _, near := range nearest(before, after, depth) {
		distance[near.task] = near.steps
	}
	links := within(s, distance)
	layer := layersOf(distance, links, middle)
	g.add(s, layer, middle, folded)
	g.link(s, links)
	for i := range g.nodes {
		g.nodes[i].hiddenBefore = g.hidden(g.nodes[i].tasks, back)
		g.nodes[i].hiddenAfter = g.hidden(g.nodes[i].tasks, ahead)
	}
	g.pass()
	g.order()
	g.setRows(nodeRows)
	return g
}

// step is a task and how many links it is away from the middle; fewer than none behind it.
type step struct {
	task  int32
	steps int
}

// reach are all tasks that can be reached, the nearest first.
func reach(from int32, next func(int32) []int32) []step {
	seen := map[int32]bool{from: true}
	out := []step{{from, 0}}
	for k := 0; k < len(out); k++ {
		for _, t := range next(out[k].task) {
			if !seen[t] {
				seen[t] = true
				out = append(out, step{t, out[k].steps + 1})
			}
		}
	}
	return out[1:]
}

// nearest are the tasks that are shown, on both sides.
func nearest(before, after []step, depth int) []step {
	all := make([]step, 0, len(before)+len(after))
	for _, s := range before {
		all = append(all, step{s.task, -s.steps})
	}
	all = append(all, after...)
	slices.SortStableFunc(all, func(a, b step) int { return cmp.Compare(abs(a.steps), abs(b.steps)) })
	for i := range all {
		if i == most || depth > 0 && abs(all[i].steps) > depth {
			return all[:i]
		}
	}
	return all
}

func abs(n int) int { return max(n, -n) }

// add makes the nodes; with folded, tasks of one team in one layer are one node, but for the middle.
func (g *graph) add(s *scene.Scene, layer map[int32]int, middle int32, folded bool) {
	type place struct {
		layer int
		team  string
	}
	tasks := make([]int32, 0, len(layer))
	for t := range layer {
		tasks = append(tasks, t)
	}
	slices.Sort(tasks)
	at := map[place]int{}
	for _, t := range tasks {
		p := place{layer[t], s.Roadmap.Tasks()[t].Team}
		k, known := at[p]
		if !folded || !known || p.team == "" || t == middle {
			k = len(g.nodes)
			g.nodes = append(g.nodes, node{layer: p.layer})
			if t != middle {
				at[p] = k
			}
		}
		g.nodes[k].tasks = append(g.nodes[k].tasks, t)
		g.of[t] = k
	}
	g.middle = g.of[middle]
}

// link ties the nodes by the links of their tasks, each pair once.
func (g *graph) link(s *scene.Scene, links [][2]int32) {
	for _, l := range links {
		a, b := g.of[l[0]], g.of[l[1]]
		g.tie(a, b)
		if p := s.Plan.Tasks; p[l[0]].Critical && p[l[1]].Critical && p[l[1]].Driver.Task == l[0] {
			g.critical[[2]int{a, b}] = true
		}
	}
}

// tie links two nodes, unless they are.
func (g *graph) tie(a, b int) {
	if slices.Contains(g.nodes[a].to, b) {
		return
	}
	g.nodes[a].to = append(g.nodes[a].to, b)
	g.nodes[b].from = append(g.nodes[b].from, a)
}

// between are the nodes from one to another, both included, from left to right and from top to bottom: of a layer those that stand
// between them, else those on the ways from the one to the other; nil where there is no way.
func (g *graph) between(a, b int) []int {
	first, last := g.nodes[a].layer, g.nodes[b].layer
	if first == last {
		layer := g.layers[first]
		i, j := slices.Index(layer, a), slices.Index(layer, b)
		return layer[min(i, j) : max(i, j)+1]
	}
	if first > last {
		a, b, first, last = b, a, last, first
	}
	ahead := g.reached(a, func(n *node) []int { return n.to })
	back := g.reached(b, func(n *node) []int { return n.from })
	var out []int
	for _, layer := range g.layers[first : last+1] {
		for _, i := range layer {
			if ahead[i] && back[i] {
				out = append(out, i)
			}
		}
	}
	return out
}

// reached tells which nodes can be reached from one, itself included.
func (g *graph) reached(from int, next func(*node) []int) []bool {
	seen, open := make([]bool, len(g.nodes)), []int{from}
	for len(open) > 0 {
		i := open[len(open)-1]
		if open = open[:len(open)-1]; !seen[i] {
			seen[i] = true
			open = append(open, next(&g.nodes[i])...)
		}
	}
	return seen
}

// hidden counts the tasks next to some that the graph does not hold.
func (g *graph) hidden(tasks []int32, next func(int32) []int32) int {
	n := 0
	for _, t := range tasks {
		for _, o := range next(t) {
			if _, shown := g.of[o]; !shown {
				n++
			}
		}
	}
	return n
}
