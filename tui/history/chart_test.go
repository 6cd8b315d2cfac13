package history

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

var monday = roadmap.MustDate("2026-01-05")

// sides are those of its cell that a line's character reaches: of one that stands for several kinds of cells the most.
func sides(g *paint.Glyphs, r rune) paint.Sides {
	most := 0
	for k, wire := range g.Wires {
		if wire == r && r != ' ' {
			most = k
		}
	}
	return paint.Sides(most)
}

// drawn is a slip chart's line, without its deadline.
func drawn(points []point, w, h int) *chart {
	c := newChart(points, 0, w, h)
	c.draw(scene.New(1, schedule.Compute(roadmap.New("Test", monday), monday, schedule.Options{}), paint.New(paint.Terminal{})))
	return c
}

func (c *chart) String() string {
	var b strings.Builder
	for _, row := range c.grid {
		for _, cell := range row {
			b.WriteRune(cell.Glyph)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// A forecast that moved late and back within the last day comes down again, and goes on.
func TestASlipChartEndsWhereItsForecastIs(t *testing.T) {
	got := drawn([]point{{monday, monday + 10}, {monday + 4, monday + 20}, {monday + 8, monday + 12}, {monday + 8, monday + 10}}, 10, 3).String()
	if want := "    ╭───╮ \n    │   │ \n────╯   ╰─\n"; got != want {
		t.Errorf("it is\n%s", got)
	}
}

// Whatever the forecasts were: the line goes from the first to the last without a gap.
func TestASlipChartIsOneLine(t *testing.T) {
	g := &paint.New(paint.Terminal{}).Glyphs
	rapid.Check(t, func(t *rapid.T) {
		day := monday
		var points []point
		for range rapid.IntRange(1, 20).Draw(t, "changes") {
			points = append(points, point{day, monday + roadmap.Date(rapid.IntRange(0, 90).Draw(t, "forecast"))})
			day += roadmap.Date(rapid.IntRange(0, 6).Draw(t, "days"))
		}
		c := drawn(points, rapid.IntRange(2, 40).Draw(t, "width"), rapid.IntRange(1, 10).Draw(t, "height"))
		first, last := points[0], points[len(points)-1]
		reached, open := map[[2]int]bool{}, [][2]int{{c.row(first.forecast), 0}}
		for len(open) > 0 {
			at := open[len(open)-1]
			if open = open[:len(open)-1]; reached[at] {
				continue
			}
			reached[at] = true
			for side, to := range map[paint.Sides][2]int{paint.Up: {-1, 0}, paint.Down: {1, 0}, paint.Left: {0, -1}, paint.Right: {0, 1}} {
				y, x := at[0]+to[0], at[1]+to[1]
				if y < 0 || y >= c.h || x < 0 || x >= c.w {
					continue
				}
				back := map[paint.Sides]paint.Sides{paint.Up: paint.Down, paint.Down: paint.Up, paint.Left: paint.Right, paint.Right: paint.Left}[side]
				if sides(g, c.grid[at[0]][at[1]].Glyph)&side != 0 && sides(g, c.grid[y][x].Glyph)&back != 0 {
					open = append(open, [2]int{y, x})
				}
			}
		}
		if !reached[[2]int{c.row(last.forecast), c.w - 1}] {
			t.Fatalf("it does not lead to its end\n%s", c)
		}
		for y := range c.h {
			for x := range c.w {
				if c.grid[y][x].Glyph != ' ' && !reached[[2]int{y, x}] {
					t.Fatalf("row %d, column %d hangs loose\n%s", y, x, c)
				}
			}
		}
	})
}
