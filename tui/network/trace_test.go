package network

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Sides of a cell that a character reaches.
const (
	up = 1 << iota
	down
	left
	right
)

// arms are the sides that each character of a link reaches.
var arms = func() map[rune]int {
	out := map[rune]int{'►': left, '⇒': left, '╋': up | down | left | right}
	for sides, glyphs := range map[int]string{left | right: "─═", up | down: "│║", down | right: "╭╔╒╓", down | left: "╮╗╕╖", up | right: "╰╚╘╙", up | left: "╯╝╛╜",
		up | down | right: "├╠╞╟", up | down | left: "┤╣╡╢", down | left | right: "┬╦╤╥", up | left | right: "┴╩╧╨", up | down | left | right: "┼╬╪╫"} {
		for _, r := range glyphs {
			out[r] = sides
		}
	}
	return out
}()

// picture is a graph's links as they are drawn, without its titles.
type picture struct {
	g  *graph
	sh shape
	c  *canvas
}

func pictureOf(t *testing.T, n int, links [][2]int, middle int, folded bool) picture {
	s := chained(t, n, links)
	g := newGraph(s, int32(middle), 0, folded)
	sh := g.shape(s, fairTitle)
	v := &View{graph: g, shape: sh, w: sh.span(0, len(sh.x)), h: g.height + headerLines}
	c := newCanvas(0, 0, v.w, g.height)
	v.drawLinks(c, s)
	return picture{g, sh, c}
}

func (p *picture) glyph(row, column int) rune { return p.c.at(row, column).glyph(false).Glyph }

func (p *picture) String() string {
	var b strings.Builder
	for y := range p.c.h {
		for x := range p.c.w {
			b.WriteRune(p.glyph(y, x))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// loose is where a character reaches a side at which its neighbour does not meet it; where a line begins at a title, or ends at the
// arrow before one, the title does.
func (p *picture) loose() error {
	starts := map[[2]int]bool{}
	for i := range p.g.nodes {
		if n := &p.g.nodes[i]; !n.passes() {
			starts[[2]int{n.row, p.sh.leaves(p.g, i)}] = true
		}
	}
	for y := range p.c.h {
		for x := range p.c.w {
			for side, to := range map[int][3]int{up: {-1, 0, down}, down: {1, 0, up}, left: {0, -1, right}, right: {0, 1, left}} {
				switch r := p.glyph(y, x); {
				case arms[r]&side == 0, side == left && starts[[2]int{y, x}]:
				case side == left && starts[[2]int{y, x + 1}]: // a title as wide as its layer reaches up to the turn
				case arms[p.glyph(y+to[0], x+to[1])]&to[2] == 0:
					return fmt.Errorf("%c in row %d, column %d hangs loose", r, y, x)
				}
			}
		}
	}
	return nil
}

// follow are the rows and columns of the arrows that somebody reaches who goes along the lines from a node's: where lines cross straight
// on, where they part both ways, never back to the left.
func (p *picture) follow(i int) map[[2]int]bool {
	type going struct{ y, x, from int }
	out, seen := map[[2]int]bool{}, map[going]bool{}
	open := []going{{p.g.nodes[i].row, p.sh.leaves(p.g, i), left}}
	for len(open) > 0 {
		at := open[len(open)-1]
		if open = open[:len(open)-1]; seen[at] {
			continue
		}
		seen[at] = true
		r := p.glyph(at.y, at.x)
		if r == '►' || r == '⇒' {
			out[[2]int{at.y, at.x}] = true
			continue
		}
		crosses := strings.ContainsRune("┼╬╪╫", r)
		for side, to := range map[int][3]int{up: {-1, 0, down}, down: {1, 0, up}, right: {0, 1, left}} {
			straight := side|at.from == up|down || side|at.from == left|right
			if arms[r]&side != 0 && side != at.from && (!crosses || straight) {
				open = append(open, going{at.y + to[0], at.x + to[1], to[2]})
			}
		}
	}
	return out
}

// Whatever the links: each can be followed cell by cell from where it begins to its arrow, and no line ends but at one.
func TestEveryLinkCanBeFollowed(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(2, 16).Draw(rt, "tasks")
		seen := map[[2]int]bool{}
		var links [][2]int
		for range rapid.IntRange(1, 2*n).Draw(rt, "links") {
			a, b := rapid.IntRange(0, n-1).Draw(rt, "from"), rapid.IntRange(0, n-1).Draw(rt, "to")
			if l := [2]int{min(a, b), max(a, b)}; a != b && !seen[l] {
				seen[l] = true
				links = append(links, l)
			}
		}
		p := pictureOf(t, n, links, rapid.IntRange(0, n-1).Draw(rt, "middle"), false)
		if err := p.loose(); err != nil {
			rt.Fatalf("%v\n%s", err, p.String())
		}
		for i := range p.g.nodes {
			if p.g.nodes[i].passes() {
				continue
			}
			reached := p.follow(i)
			for _, o := range p.g.ahead(i, func(n *node) []int { return n.to }) {
				arrow := [2]int{p.g.nodes[o].row, p.sh.x[p.g.nodes[o].layer] - 1}
				if !reached[arrow] {
					rt.Fatalf("the link from task %d to %d cannot be followed\n%s", p.g.nodes[i].tasks[0], p.g.nodes[o].tasks[0], p.String())
				}
			}
		}
	})
}
