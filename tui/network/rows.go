package network

// Rows that a node takes, a title in one line, in two or in three, and that two of them lie apart.
const (
	nodeRows    = 2
	tallRows    = 3
	tallestRows = 4
	gapRows     = 1
)

// rowsBetween is how many rows the first line of a node lies below that of the one above it.
func (g *graph) rowsBetween(above, below *node) int {
	if above.passes() {
		return 1
	}
	if below.passes() {
		return g.tall
	}
	return g.tall + gapRows
}

// setRows gives each node of so many lines its row: as near to the mean of its neighbours as the order and the room of the others allow.
func (g *graph) setRows(tall int) {
	g.tall = tall
	for _, layer := range g.layers {
		row := 0
		for k, i := range layer {
			if k > 0 {
				row += g.rowsBetween(&g.nodes[layer[k-1]], &g.nodes[i])
			}
			g.nodes[i].row = row
		}
	}
	for sweep := range sweeps {
		for k := range g.layers {
			if sweep%2 == 0 {
				g.align(g.layers[k], func(n *node) []int { return n.from })
			} else {
				g.align(g.layers[len(g.layers)-1-k], func(n *node) []int { return n.to })
			}
		}
	}
	g.fromTop()
}

// align moves the nodes of a layer towards their neighbours on one side.
func (g *graph) align(layer []int, side func(*node) []int) {
	want, apart := make([]float64, len(layer)), make([]float64, len(layer))
	for k, i := range layer {
		n := &g.nodes[i]
		want[k] = float64(n.row)
		if next := side(n); len(next) > 0 {
			sum := 0
			for _, o := range next {
				sum += g.nodes[o].row
			}
			want[k] = float64(sum) / float64(len(next))
		}
		if k > 0 {
			apart[k] = float64(g.rowsBetween(&g.nodes[layer[k-1]], n))
		}
	}
	for k, row := range spread(want, apart) {
		g.nodes[layer[k]].row = row
	}
}

// spread puts places in a row, each at least so far behind the one before it, with the least squares of the distances from
// where they are wanted (pool adjacent violators: M. Ayer and others, An empirical distribution function for sampling with
// incomplete information, 1955).
func spread(want, apart []float64) []int {
	type pool struct {
		sum  float64
		size int
	}
	offset, total := make([]float64, len(want)), 0.0
	var pools []pool
	for k := range want {
		total += apart[k]
		offset[k] = total
		pools = append(pools, pool{want[k] - total, 1})
		for n := len(pools); n > 1 && pools[n-2].sum*float64(pools[n-1].size) > pools[n-1].sum*float64(pools[n-2].size); n = len(pools) {
			pools[n-2].sum += pools[n-1].sum
			pools[n-2].size += pools[n-1].size
			pools = pools[:n-1]
		}
	}
	out, k := make([]int, len(want)), 0
	for _, p := range pools {
		mean := p.sum / float64(p.size)
		for range p.size {
			out[k] = int(mean+offset[k]+1e6+0.5) - 1e6 // the nearest row, also above the first
			k++
		}
	}
	return out
}

// fromTop moves all rows so that the first is 0.
func (g *graph) fromTop() {
	first, last := 0, 0
	for i := range g.nodes {
		if r := g.nodes[i].row; i == 0 || r < first {
			first = r
		}
	}
	for i := range g.nodes {
		n := &g.nodes[i]
		n.row -= first
		if n.passes() {
			last = max(last, n.row)
		} else {
			last = max(last, n.row+g.tall-1)
		}
	}
	g.height = last + 1
}
