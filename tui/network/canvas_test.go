package network

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawn is what a few links look like that leave row 2 at the left for rows 0, 2 and 4, of which some are critical.
func drawn(ascii bool, critical ...int) string {
	g := &graph{critical: map[[2]int]bool{}, nodes: []node{{tasks: []int32{0}, row: 2}, {tasks: []int32{1}, row: 0}, {tasks: []int32{2}, row: 2}, {tasks: []int32{3}, row: 4}}}
	for _, to := range critical {
		g.critical[[2]int{0, to}] = true
	}
	g.nodes[0].to, g.layers = []int{1, 2, 3}, [][]int{{0}}
	c := newCanvas(0, 0, 5, 5)
	links := g.channel(0)
	for i := range links.bundles {
		links.bundles[i].draw(c, g, []int{0}, 1, links.tracks)
	}
	var out strings.Builder
	for y := range 5 {
		for x := range 5 {
			out.WriteRune(c.at(y, x).glyph(ascii).Glyph)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// Which of the links that leave a task is critical is told by their shape alone, from its end to the arrow.
func TestTheShapeOfALinkTellsWhetherItIsCritical(t *testing.T) {
	for _, c := range []struct {
		ascii    bool
		critical []int
		want     string
	}{
		{false, nil, "  ╭─►/  │  /──┴┬►/   │ /   ╰►"},
		{false, []int{1}, "  ╔═⇒/  ║  /══╩┬►/   │ /   ╰►"},
		{false, []int{2}, "  ╭─►/  │  /══╧╤⇒/   │ /   ╰►"},
		{false, []int{3}, "  ╭─►/  │  /══╧╦►/   ║ /   ╚⇒"},
		{true, nil, "  +->/  |  /--++>/   | /   +>"},
		{true, []int{1}, "  #=>/  H  /==++>/   | /   +>"},
		{true, []int{2}, "  +->/  |  /==##>/   | /   +>"},
		{true, []int{3}, "  +->/  |  /==#+>/   H /   #>"},
	} {
		if got := strings.ReplaceAll(strings.TrimSpace(drawn(c.ascii, c.critical...)), "\n", "/"); got != strings.TrimSpace(c.want) {
			t.Errorf("critical to %v is drawn\n%s", c.critical, strings.ReplaceAll(got, "/", "\n"))
		}
	}
}

// Lines that only cross both go on, and each keeps its weight; four that meet are another character.
func TestLinesThatCrossGoOn(t *testing.T) {
	for _, c := range []struct {
		cell           lineCell
		unicode, ascii rune
	}{
		{lineCell{up: single, down: single, left: double, right: double}, '╪', '#'},
		{lineCell{up: double, down: double, left: single, right: single}, '╫', '+'},
		{lineCell{up: single, down: single, left: single, right: single}, '┼', '+'},
		{lineCell{up: single, down: single, left: double, right: double, joined: true}, '╋', '*'},
		{lineCell{up: double, down: double, left: single, right: single, joined: true}, '╋', '*'},
		{lineCell{down: single, right: double, joined: true}, '╒', '#'},
		{lineCell{down: double, left: single, joined: true}, '╖', '#'},
	} {
		if a, b := c.cell.glyph(false).Glyph, c.cell.glyph(true).Glyph; a != c.unicode || b != c.ascii {
			t.Errorf("%+v is %c and %c, not %c and %c", c.cell, a, b, c.unicode, c.ascii)
		}
	}
}

// Whatever meets in a cell: there is a character for it, and one with a critical line in it is none that has single lines alone.
func TestEveryCellHasItsCharacter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		side := rapid.SampledFrom([]weight{noLine, single, double})
		l := lineCell{up: side.Draw(t, "up"), down: side.Draw(t, "down"), left: side.Draw(t, "left"), right: side.Draw(t, "right"), arrow: rapid.Bool().Draw(t, "arrow"), joined: rapid.Bool().Draw(t, "joined")}
		got, heaviest := l.glyph(false).Glyph, max(l.up, l.down, l.left, l.right)
		if plain := strings.ContainsRune("─│╭╮╰╯├┤┬┴┼►", got); got == 0 || plain != (heaviest == single) && got != '╋' || (got == ' ') != (heaviest == noLine) {
			t.Fatalf("%+v is drawn as %q", l, got)
		}
	})
}
