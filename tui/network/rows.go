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

// rows is where nodes of so many lines stand, and how their links run: as setRows found them once.
type rows struct {
	of       []int // by node
	height   int
	channels []channel
}

// setRows gives each node of so many lines its row: as near to the mean of its neighbours as the order and the room of the others allow.
func (g *graph) setRows(tall int) {
	g.tall = tall
	if known, ok := g.known[tall]; ok {
		for i, row := range known.of {
			g.nodes[i].row = row
		}
		g.height, g.channels = known.height, known.channels
		return
	}
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
	g.channels = make([]channel, len(g.layers))
	for layer := range g.layers {
		g.part(layer)
	}
	g.fromTop()
	found := rows{make([]int, len(g.nodes)), g.height, g.channels}
	for i := range g.nodes {
		found.of[i] = g.nodes[i].row
	}
	g.known[tall] = found
}

// part moves what stands in a row of the next layer, and all below it, down by one where a link that leaves on that row would run into
// one that arrives there. All other nodes keep how they stand to each other.
func (g *graph) part(layer int) {
	for range g.layers[layer] {
		g.channels[layer] = g.channel(layer)
		row, shared := g.runsInto(g.channels[layer].bundles)
		if !shared {
			return
		}
		for i := range g.nodes {
			if n := &g.nodes[i]; n.row > row || n.row == row && n.layer > layer {
				n.row++
			}
		}
	}
	g.channels[layer] = g.channel(layer)
}

// runsInto is a row on which a link of a channel goes straight on, or turns behind another that arrives there and leads elsewhere,
// too: where links go round in a circle no order in which they turn keeps them apart. It is false where there is none.
func (g *graph) runsInto(all []bundle) (row int, shared bool) {
	for k := range all {
		for o := range all {
			a, b := &all[k], &all[o]
			apart := a.track < b.track
			if a.top == a.low {
				apart = len(b.to) == 1
			}
			if row, shared = g.shares(a, b); shared && !apart && b.top < b.low {
				return row, true
			}
		}
	}
	return 0, false
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
