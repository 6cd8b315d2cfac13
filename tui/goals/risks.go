package goals

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

func (v *View) riskHeading(s *scene.Scene) string {
	open, cost := 0, 0.0
	for i := range v.rows {
		if r := v.rows[i].risk; r != nil && r.Status == roadmap.RiskOpen {
			open++
			cost += r.Probability * float64(r.Days)
		}
	}
	l := s.Theme.Line(v.lay.w).Space(1).Put(paint.Dim|paint.Bold, "Risks")
	l.Put(paint.Dim, fmt.Sprintf("   %d open, %.1f days to be expected of them", open, cost))
	switch turn := v.turn(s); {
	case v.lay.grid > 0:
		l.To(v.lay.w-v.lay.grid+2).Put(paint.Dim, gridHeading)
	case v.lay.hidesGrid() && paint.Width(turn) <= l.Left()-2:
		key, does, _ := strings.Cut(turn, " ")
		l.To(v.lay.w-paint.Width(turn)-1).Put(paint.Accent, key).Put(paint.Dim, " "+does)
	}
	return l.String()
}

// turn is the key that shows the grid, or the list again, where the two take turns, and what it shows; where there is none, what
// brings the grid.
func (v *View) turn(s *scene.Scene) string {
	key := s.Keys.Text("‹z›")
	switch {
	case v.lay.instead:
		return key + " list"
	case v.lay.short() > 0:
		return "grid: takes " + paint.Count(v.lay.short(), "line") + " more"
	}
	return key + " grid"
}

// register are the lines below the heading of the risks: a risk each, or two, and the grid beside them; or the grid where they would
// be, and beside it the risk that the cursor stands on.
func (v *View) register(s *scene.Scene) []string {
	l := &v.lay
	out, grid := make([]string, l.risks), make([]string, l.risks)
	if l.instead {
		for i, cells := range v.gridLines(s, l.risks) {
			out[i] = cells + v.besideGrid(s, i)
		}
		return out
	}
	if l.grid > 0 {
		grid = v.gridLines(s, l.risks)
	}
	for i := range out {
		line, at := v.riskLine, v.goalRows()+v.firstRisk()+i/l.each
		if i%l.each > 0 {
			line = v.answerLine
		}
		out[i] = line(s, at) + grid[i]
	}
	return out
}

// besideGrid is a line beside the grid that stands where the risks would: what the risk is on which the cursor stands.
func (v *View) besideGrid(s *scene.Scene, at int) string {
	l := s.Theme.Line(v.lay.w - gridWidth)
	words, style := gridHeading+s.Keys.Text("; the cursor on a risk (‹G›) marks where it is"), paint.Dim
	if here := v.here(); here != nil && here.risk != nil {
		words, style = whatOf(s, here.risk)+"; "+answer(s, here.risk), paint.Text
	}
	if lines := s.Theme.Wrap(words, l.Left()-1, gridBands+1); at < len(lines) {
		l.Put(style, lines[at])
	}
	return l.String()
}

// riskLine is a risk in the cells left of the grid: probability, days, title and what it hits, what is done about it.
func (v *View) riskLine(s *scene.Scene, at int) string {
	w := v.lay.w - v.lay.grid
	if at >= len(v.rows) {
		return s.Theme.Line(w).String()
	}
	r := v.rows[at].risk
	l := v.begin(s, at, w)
	mark, style, text := s.Theme.RiskMark, paint.Risk, paint.Text
	switch r.Status {
	case roadmap.RiskHappened:
		mark, style = s.Theme.LateMark, paint.Late
	case roadmap.RiskClosed:
		mark, style, text = s.Theme.Done, paint.Dim, paint.Dim
	}
	s.Mark(l.Space(1), paint.Text, s.Marked(v.rows[at].ref())).Put(style, mark).Right(text, fmt.Sprintf("%.0f %%", r.Probability*100), 6).Right(text, fmt.Sprintf("%dd", r.Days), 6).Space(2)
	what := whatOf(s, r)
	if v.lay.each > 1 {
		return l.Put(text, what).String()
	}
	room := min(max(l.Left()*6/10, min(l.Left(), 30)), v.lay.risk)
	l.Fit(text, what, room)
	return l.Space(2).Put(paint.Dim, answer(s, r)).String()
}

// answerLine is what is done about a risk, on a line of its own.
func (v *View) answerLine(s *scene.Scene, at int) string {
	l := s.Theme.Line(v.lay.w - v.lay.grid)
	if at >= len(v.rows) {
		return l.String()
	}
	if at == v.cursor {
		l.Under(paint.Selected)
	}
	return l.Space(riskMarks).Put(paint.Dim, answer(s, v.rows[at].risk)).String()
}

// whatOf is what a risk is and what it hits.
func whatOf(s *scene.Scene, r *roadmap.Risk) string {
	if hits := titles(s, r); hits != "" {
		return r.Title + " " + s.Theme.Arrow + " " + hits
	}
	return r.Title
}

// widest is the cells that a text about each of the risks takes at most.
func (v *View) widest(text func(*roadmap.Risk) string) int {
	widest := 0
	for _, r := range v.rows[v.goalRows():] {
		widest = max(widest, paint.Width(text(r.risk)))
	}
	return widest
}

// titles are the tasks that a risk would hit.
func titles(s *scene.Scene, r *roadmap.Risk) string {
	var out []string
	for _, id := range r.Tasks {
		out = append(out, s.Title(scene.Ref{Task: id}))
	}
	return strings.Join(out, ", ")
}

// answer is what is done about a risk, by whom, and when it is looked at again.
func answer(s *scene.Scene, r *roadmap.Risk) string {
	who := r.Owner
	if r.Review != 0 {
		who = strings.TrimPrefix(who+", "+paint.Day(r.Review, s.Today), ", ")
	}
	switch {
	case r.Status == roadmap.RiskHappened:
		return "has happened"
	case r.Mitigation == "" && who == "":
		return "nothing is done about it"
	case r.Mitigation == "":
		return who
	case who == "":
		return r.Mitigation
	}
	return strings.TrimSuffix(r.Mitigation, ".") + " (" + who + ")"
}

// The grid of probability by days: its lines, and where its bands begin.
const gridBands = 4

var (
	bands = [gridBands]float64{0.5, 0.25, 0.1, 0}
	names = [gridBands]string{"50 %", "25 %", "10 %", " 0 %"}
	costs = []int{0, 3, 6, 11, 21} // working days
)

// gridHeading says what the two axes of the grid are.
const gridHeading = "how many, by chance and days"

// gridLines is the open risks by probability and days, how many a cell, in so many lines: its last one names the days.
func (v *View) gridLines(s *scene.Scene, lines int) []string {
	out := make([]string, lines)
	var counts [gridBands][5]int
	var here [2]int
	for i := range v.rows {
		if r := v.rows[i].risk; r != nil && r.Status == roadmap.RiskOpen {
			y, x := cellOf(r)
			counts[y][x]++
			if i == v.cursor {
				here = [2]int{y + 1, x + 1}
			}
		}
	}
	for y := range out {
		l := s.Theme.Line(gridWidth).Space(2)
		if y < gridBands {
			l.Put(paint.Dim, names[y]+" ")
			for x, n := range counts[y] {
				v.gridCell(s, l, y, x, n, here == [2]int{y + 1, x + 1})
			}
		} else if y == gridBands {
			l.Space(5)
			for _, days := range costs {
				l.Fit(paint.Dim, fmt.Sprintf("%dd+", days), 5)
			}
		}
		out[y] = l.String()
	}
	return out
}

// gridCell is how many risks lie in a cell; its colour says how bad that is.
func (v *View) gridCell(s *scene.Scene, l *paint.Line, y, x, n int, here bool) {
	style := paint.Fine
	switch weight := gridBands - 1 - y + x; {
	case weight >= 5:
		style = paint.Late
	case weight >= 3:
		style = paint.Risk
	}
	text := s.Theme.Dot
	if n > 0 {
		text = fmt.Sprint(n)
		style |= paint.Bold
	} else {
		style = paint.Rule
	}
	if here {
		style |= paint.Reverse
	}
	l.Put(style, text).Space(4)
}

func cellOf(r *roadmap.Risk) (y, x int) {
	for r.Probability < bands[y] {
		y++
	}
	for x+1 < len(costs) && r.Days >= costs[x+1] {
		x++
	}
	return y, x
}
