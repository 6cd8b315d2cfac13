package network

import "slices"

// bundle is the links that leave one node for the next layer: they share a vertical line.
type bundle struct {
	from     int
	to       []int
	top, low int // rows between which it runs
	track    int // column of the channel
	critical bool
}

// bundles are those of a layer, with their tracks; width is how many tracks there are.
func (g *graph) bundles(layer int) (out []bundle, width int) {
	for _, i := range g.layers[layer] {
		n := &g.nodes[i]
		if len(n.to) == 0 {
			continue
		}
		b := bundle{from: i, to: n.to, top: n.row, low: n.row}
		for _, o := range n.to {
			b.top, b.low = min(b.top, g.nodes[o].row), max(b.low, g.nodes[o].row)
			b.critical = b.critical || g.critical[[2]int{i, o}]
		}
		out = append(out, b)
	}
	return out, g.setTracks(out)
}

// setTracks gives each bundle that turns a track: none shares one with another that runs beside it, and one that leaves on a
// row on which another arrives turns before that, so that the two do not look like one.
func (g *graph) setTracks(all []bundle) int {
	width := 0
	placed := make([]bool, len(all))
	for range all {
		k := g.nextBundle(all, placed)
		b := &all[k]
		placed[k] = true
		for o := range all {
			if other := &all[o]; o != k && placed[o] && (b.top <= other.low && other.top <= b.low || g.turnsBefore(other, b)) {
				b.track = max(b.track, other.track+1)
			}
		}
		if b.top < b.low {
			width = max(width, b.track+1)
		}
	}
	return width
}

// nextBundle is the first that needs to turn before none that has no track yet; in a circle the first at all.
func (g *graph) nextBundle(all []bundle, placed []bool) int {
	first := -1
	for k := range all {
		if placed[k] {
			continue
		}
		if first < 0 {
			first = k
		}
		free := true
		for o := range all {
			free = free && (o == k || placed[o] || !g.turnsBefore(&all[o], &all[k]))
		}
		if free {
			return k
		}
	}
	return first
}

// turnsBefore tells whether a has to turn before b: a leaves on a row on which b arrives.
func (g *graph) turnsBefore(a, b *bundle) bool {
	row := g.nodes[a.from].row
	return row != g.nodes[b.from].row && a.top < a.low && slices.ContainsFunc(b.to, func(o int) bool { return g.nodes[o].row == row })
}

// draw draws a bundle from the column where its node's own ends through a channel that begins at a column and is so many
// tracks wide; the last cell of the channel is the arrow's.
func (b *bundle) draw(c *canvas, g *graph, leaves, channel, tracks int) {
	row, end := g.nodes[b.from].row, channel+tracks+1
	turn := channel + 1 + b.track
	w := single
	if b.critical {
		w = double
	}
	c.across(row, leaves, turn-1, w)
	for _, o := range b.to {
		at, w := g.nodes[o].row, single
		if g.critical[[2]int{b.from, o}] {
			w = double
		}
		c.down(turn, row, at, w)
		c.across(at, turn+1, end, w)
		joint := c.at(at, turn)
		joint.right, joint.joined = max(joint.right, w), true
		if !g.nodes[o].passes() {
			c.at(at, end).arrow = true
		}
	}
	joint := c.at(row, turn)
	joint.left, joint.joined = max(joint.left, w), true
}
