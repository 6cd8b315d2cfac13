package network

import "slices"

// bundle is links from one layer to the next that share a vertical line: each of its nodes at the left leads to each at the right, so
// that whoever follows the line from one end comes to none that is not linked with it.
type bundle struct {
	from, to []int
	top, low int // rows between which it runs
	track    int // column of the channel
}

// channel is what runs between a layer and the next one: bundles, and how many tracks they take side by side.
type channel struct {
	bundles []bundle
	tracks  int
}

// channel is that behind a layer. What leads to the same nodes is one bundle: many links into one node come together before its row, and
// not in it.
func (g *graph) channel(layer int) channel {
	var all, out []bundle
	for _, i := range g.layers[layer] {
		n := &g.nodes[i]
		if len(n.to) == 0 {
			continue
		}
		k := slices.IndexFunc(all, func(b bundle) bool { return sameNodes(b.to, n.to) && !g.forks(append(slices.Clone(b.from), i), n.to) })
		if k < 0 {
			all = append(all, bundle{to: n.to})
			k = len(all) - 1
		}
		all[k].from = append(all[k].from, i)
	}
	for _, b := range all {
		out = append(out, g.halves(b)...)
	}
	return channel{out, g.setTracks(out)}
}

// sameNodes tells whether two lists hold the same nodes, each once.
func sameNodes(a, b []int) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(i int) bool { return !slices.Contains(b, i) })
}

// forks tells whether in a bundle of several nodes at both sides a line would come in and lead on in one row within it, so that four
// lines met there.
func (g *graph) forks(from, to []int) bool {
	b := g.spanning(from, to)
	return len(from) > 1 && len(to) > 1 && slices.ContainsFunc(from, func(i int) bool {
		row := g.nodes[i].row
		return b.top < row && row < b.low && g.arrives(&b, row)
	})
}

// spanning is the bundle from some nodes to others.
func (g *graph) spanning(from, to []int) bundle {
	b := bundle{from: from, to: to, top: g.nodes[from[0]].row, low: g.nodes[from[0]].row}
	for _, i := range slices.Concat(from, to) {
		b.top, b.low = min(b.top, g.nodes[i].row), max(b.low, g.nodes[i].row)
	}
	return b
}

// halves are the part of a bundle that runs up from the row of its one node at one side and the part that runs down, where a line goes
// on in that row, too: so no four lines meet in a cell, and those that do cross. Else it is the whole.
func (g *graph) halves(b bundle) []bundle {
	whole := g.spanning(b.from, b.to)
	hub, spokes := b.from[0], b.to
	if len(b.from) > 1 {
		hub, spokes = b.to[0], b.from
	}
	row := g.nodes[hub].row
	above := slices.DeleteFunc(slices.Clone(spokes), func(i int) bool { return g.nodes[i].row > row })
	below := slices.DeleteFunc(slices.Clone(spokes), func(i int) bool { return g.nodes[i].row <= row })
	straight := slices.ContainsFunc(spokes, func(i int) bool { return g.nodes[i].row == row })
	switch {
	case len(b.from) > 1 && len(b.to) > 1, !straight, whole.top == row, whole.low == row:
		return []bundle{whole}
	case len(b.from) > 1:
		return []bundle{g.spanning(above, b.to), g.spanning(below, b.to)}
	}
	return []bundle{g.spanning(b.from, above), g.spanning(b.from, below)}
}

// setTracks gives each bundle that turns a track: none shares one with another that runs beside it, and where two meet in a row the
// one turns first that has to.
func (g *graph) setTracks(all []bundle) int {
	first := make([][]bool, len(all)) // by bundle: those that turn before it
	for k := range all {
		first[k] = make([]bool, len(all))
		for o := range all {
			first[k][o] = o != k && g.turnsBefore(&all[o], &all[k])
		}
	}
	width, placed := 0, make([]bool, len(all))
	for range all {
		k := nextBundle(all, first, placed)
		b := &all[k]
		for o, other := range all {
			if placed[o] && (b.top <= other.low && other.top <= b.low || first[k][o]) {
				b.track = max(b.track, other.track+1)
			}
		}
		placed[k] = true
		if b.top < b.low {
			width = max(width, b.track+1)
		}
	}
	return width
}

// nextBundle is one that needs to turn before none that has no track yet, one that leads to several nodes before others: what joins it
// later leads to no more than it does. In a circle it is the first at all.
func nextBundle(all []bundle, first [][]bool, placed []bool) int {
	next, alone := -1, -1
	for k := range all {
		if placed[k] {
			continue
		}
		if next < 0 {
			next = k
		}
		free := true
		for o, before := range first[k] {
			free = free && (placed[o] || !before)
		}
		switch {
		case free && len(all[k].to) > 1:
			return k
		case free && alone < 0:
			alone = k
		}
	}
	if alone >= 0 {
		return alone
	}
	return next
}

// turnsBefore tells whether a has to turn before b: a leaves on a row on which b arrives, so that the two would look like one; or a leads
// on within its run to a node that b leads to, so that b would run through that joint.
func (g *graph) turnsBefore(a, b *bundle) bool {
	if a.top == a.low || a.top > b.low || b.top > a.low {
		return false
	}
	if _, shared := g.shares(a, b); shared {
		return true
	}
	return slices.ContainsFunc(b.to, func(i int) bool {
		return a.top < g.nodes[i].row && g.nodes[i].row < a.low && slices.Contains(a.to, i)
	})
}

// shares is a row on which a leaves and b arrives; false where there is none.
func (g *graph) shares(a, b *bundle) (row int, shared bool) {
	for _, i := range b.to {
		for _, o := range a.from {
			if row = g.nodes[i].row; row == g.nodes[o].row && !slices.Contains(b.from, o) {
				return row, true
			}
		}
	}
	return 0, false
}

// arrives tells whether a bundle leads to a node on a row.
func (g *graph) arrives(b *bundle, row int) bool {
	return slices.ContainsFunc(b.to, func(i int) bool { return g.nodes[i].row == row })
}

// draw draws a bundle from the columns where its nodes' own end, by place in from, through a channel that begins at a column and is so
// many tracks wide; the last cell of the channel is the arrow's.
func (b *bundle) draw(c *canvas, g *graph, leaves []int, channel, tracks int) {
	end, turn := channel+tracks+1, channel+1+b.track
	for k, from := range b.from {
		for _, to := range b.to {
			w := single
			if g.critical[[2]int{from, to}] {
				w = double
			}
			row, at := g.nodes[from].row, g.nodes[to].row
			c.across(row, leaves[k], turn-1, w)
			c.down(turn, row, at, w)
			c.across(at, turn+1, end, w)
			c.join(row, turn, w, noLine)
			c.join(at, turn, noLine, w)
			c.at(at, end).arrow = !g.nodes[to].passes()
		}
	}
}
