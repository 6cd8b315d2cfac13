package network

import (
	"cmp"
	"slices"

	"bywhen/roadmap"
	"bywhen/tui/scene"
)

// ends are the tasks at the other ends of links, each once.
func ends(links []roadmap.Link) []int32 {
	out := make([]int32, 0, len(links))
	for _, l := range links {
		if !slices.Contains(out, l.Task) {
			out = append(out, l.Task)
		}
	}
	return out
}

// within are the links among the tasks that are shown, from what is waited for to what waits, in the order of the tasks.
func within(s *scene.Scene, shown map[int32]int) [][2]int32 {
	var out [][2]int32
	for _, to := range s.Roadmap.Network().Order {
		if _, ok := shown[to]; !ok {
			continue
		}
		for _, from := range ends(s.Roadmap.Network().Predecessors(int(to))) {
			if _, ok := shown[from]; ok {
				out = append(out, [2]int32{from, to})
			}
		}
	}
	return out
}

// layersOf gives each task its layer, from 0: what waits stands right of all that it waits for. Behind the middle a task is
// as many links away as the longest way to it has, before it as many as the longest way from it.
func layersOf(steps map[int32]int, links [][2]int32, middle int32) map[int32]int {
	layer := map[int32]int{middle: 0}
	for _, l := range links { // they come sorted by what waits
		if steps[l[1]] > 0 && steps[l[0]] >= 0 {
			layer[l[1]] = max(layer[l[1]], layer[l[0]]+1)
		}
	}
	for k := len(links) - 1; k >= 0; k-- {
		if l := links[k]; steps[l[0]] < 0 && steps[l[1]] <= 0 {
			layer[l[0]] = min(layer[l[0]], layer[l[1]]-1)
		}
	}
	first := 0
	for _, n := range layer {
		first = min(first, n)
	}
	for t := range layer {
		layer[t] -= first
	}
	return layer
}

// pass puts a node without tasks into each layer that links pass, so that every link goes from one layer to the next. Long links from
// one node share theirs until they part, or long links into one node theirs from where they meet, whichever are more: each such node
// leads from that one node alone, or to it alone.
func (g *graph) pass() {
	var all [][2]int
	out, in := map[int]int{}, map[int]int{}
	for a := range g.nodes {
		for _, b := range g.nodes[a].to {
			all = append(all, [2]int{a, b})
			if g.nodes[b].layer > g.nodes[a].layer+1 {
				out[a]++
				in[b]++
			}
		}
	}
	for i := range g.nodes {
		g.nodes[i].from, g.nodes[i].to = nil, nil
	}
	passing := map[[2]int]int{} // the node at one end of links, and a layer → the node that they pass it at
	for _, l := range all {
		critical, from, of := g.critical[l], l[0], l[0]
		if in[l[1]] > out[l[0]] {
			of = l[1]
		}
		for layer := g.nodes[l[0]].layer + 1; layer < g.nodes[l[1]].layer; layer++ {
			at, known := passing[[2]int{of, layer}]
			if !known {
				at = len(g.nodes)
				passing[[2]int{of, layer}] = at
				g.nodes = append(g.nodes, node{layer: layer})
			}
			g.tie(from, at)
			g.mark(from, at, critical)
			from = at
		}
		g.tie(from, l[1])
		g.mark(from, l[1], critical)
	}
}

func (g *graph) mark(a, b int, critical bool) {
	if critical {
		g.critical[[2]int{a, b}] = true
	}
}

// sweeps is how often the layers are put in order by their neighbours: after a few nothing gets better.
const sweeps = 8

// order puts the nodes of each layer in an order with few crossings: the best of several sweeps.
func (g *graph) order() {
	g.layers = nil
	for i := range g.nodes {
		for g.nodes[i].layer >= len(g.layers) {
			g.layers = append(g.layers, nil)
		}
		g.layers[g.nodes[i].layer] = append(g.layers[g.nodes[i].layer], i)
	}
	best, fewest := g.copyLayers(), g.crossings()
	for sweep := range sweeps {
		for k := range g.layers {
			if sweep%2 == 0 {
				g.byNeighbours(k, func(n *node) []int { return n.from })
			} else {
				g.byNeighbours(len(g.layers)-1-k, func(n *node) []int { return n.to })
			}
		}
		if n := g.crossings(); n < fewest {
			best, fewest = g.copyLayers(), n
		}
	}
	g.layers = best
}

func (g *graph) copyLayers() [][]int {
	out := make([][]int, len(g.layers))
	for k, l := range g.layers {
		out[k] = slices.Clone(l)
	}
	return out
}

// places are the places of all nodes in their layers.
func (g *graph) places() []int {
	at := make([]int, len(g.nodes))
	for _, l := range g.layers {
		for k, i := range l {
			at[i] = k
		}
	}
	return at
}

// byNeighbours sorts a layer by the mean place of the neighbours on one side; who has none stays about where it is.
func (g *graph) byNeighbours(layer int, side func(*node) []int) {
	at := g.places()
	mean := map[int]float64{}
	for k, i := range g.layers[layer] {
		next := side(&g.nodes[i])
		if len(next) == 0 {
			mean[i] = float64(k)
			continue
		}
		sum := 0
		for _, o := range next {
			sum += at[o]
		}
		mean[i] = float64(sum) / float64(len(next))
	}
	slices.SortStableFunc(g.layers[layer], func(a, b int) int { return cmp.Compare(mean[a], mean[b]) })
}

// crossings counts the pairs of links that cross.
func (g *graph) crossings() int {
	at, n := g.places(), 0
	for _, layer := range g.layers {
		var ends []int // where the links of the layer arrive, in the order in which they leave
		for _, i := range layer {
			first := len(ends)
			for _, o := range g.nodes[i].to {
				ends = append(ends, at[o])
			}
			for _, e := range ends[first:] {
				for _, earlier := range ends[:first] {
					if earlier > e {
						n++
					}
				}
			}
		}
	}
	return n
}
