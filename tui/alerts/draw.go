package alerts

import (
	"strconv"
	"strings"

	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// lines are the frame: the list under a rule, the pane beside it or below.
func (v *View) lines(s *scene.Scene) []string {
	a := &v.lay
	out := make([]string, 0, a.height)
	out = append(out, v.topRule(s))
	for i := range a.listRows {
		out = append(out, v.listLine(s, v.top+i))
	}
	switch {
	case a.beside:
		seam := s.Theme.Line(1).Put(paint.Rule, s.Theme.Vertical).String()
		for i := range a.paneRows {
			out[i+1] += seam + v.paneText(s, v.paneTop+i)
		}
	case a.pane > 0:
		out = append(out, s.Theme.Rule(a.width))
		for i := range a.paneRows {
			out = append(out, v.paneText(s, v.paneTop+i))
		}
	}
	return out[:min(len(out), a.height)]
}

// topRule closes the tabs; it says what has become of the causes since an earlier day, and how many are above the window.
func (v *View) topRule(s *scene.Scene) string {
	l := s.Theme.Line(v.lay.list)
	if words := s.SinceWords(); words != "" {
		l.Put(paint.Rule, s.Theme.Horizontal).Space(1).Put(paint.Dim, words).Space(1)
	}
	above := ""
	if s.Reckoning && !v.lay.beside {
		above = reckoning(s)
	}
	if n := v.above(); n > 0 {
		above += " " + strconv.Itoa(n) + " above "
	}
	if paint.Width(above) >= l.Left() { // it matters more than the words
		l = s.Theme.Line(v.lay.list)
	}
	for l.Left() > paint.Width(above)+1 {
		l.Put(paint.Rule, s.Theme.Horizontal)
	}
	l.Put(paint.Dim, above)
	for l.Left() > 0 {
		l.Put(paint.Rule, s.Theme.Horizontal)
	}
	if !v.lay.beside {
		return l.String()
	}
	tee := s.Theme.Line(1).Put(paint.Rule, s.Theme.TeeDown).String()
	if !s.Reckoning {
		return l.String() + tee + s.Theme.Rule(v.lay.pane)
	}
	word := reckoning(s)
	return l.String() + tee + s.Theme.Line(v.lay.pane).Put(paint.Rule, strings.Repeat(s.Theme.Horizontal, max(v.lay.pane-paint.Width(word)-1, 0))).
		Put(paint.Dim, word).Put(paint.Rule, s.Theme.Horizontal).String()
}

// reckoning says that what is at risk by chance alone is still missing.
func reckoning(s *scene.Scene) string { return " probabilities: computing" + s.Theme.Ellipsis + " " }

// above is how many causes begin above the window.
func (v *View) above() int {
	n := 0
	for _, l := range v.list.lines[:min(v.top, len(v.list.lines))] {
		if l.kind == headLine {
			n++
		}
	}
	return n
}

func (v *View) listLine(s *scene.Scene, at int) string {
	if n := len(v.list.lines); at >= n {
		return v.nothingLine(s, at-n)
	}
	l := s.Theme.Line(v.lay.list)
	x := v.list.lines[at]
	pointer := " "
	here := at == v.cursor.at && x.stands()
	if here {
		pointer = s.Theme.Pointer
	}
	if !v.inPane && (here || x.kind == restLine && at == v.cursor.at+1) {
		l.Under(paint.Selected)
	}
	l.Put(paint.Accent, pointer)
	switch x.kind {
	case headLine:
		v.head(s, l, &v.list.causes[x.cause])
	case restLine:
		v.rest(l, &v.list.causes[x.cause])
	case detailLine:
		v.detail(s, l, &v.list.causes[x.cause], x.n, at)
	case underLine:
		v.underTask(s, l, v.list.causes[x.cause].under(x.n))
	case noteLine:
		l.Space(1).Put(paint.Dim, v.list.notes[x.n])
	}
	return l.String()
}

// marksWidth is the cells before a text: pointer, flag, mark.
const marksWidth = 3

// head is a cause: its mark, what it is, the worst deadline that it moves and by how much.
func (v *View) head(s *scene.Scene, l *paint.Line, c *cause) {
	r := c.root
	mark, markStyle := s.Theme.Flag(&s.Flags[r.Flags[0]])
	style := paint.Text
	if r.Known || r.Severity == schedule.Info {
		style, markStyle = paint.Dim, paint.Dim
	}
	if mark == " " {
		mark = s.Theme.Dot
	}
	s.Mark(l.Put(markStyle, mark), paint.Text, len(s.Marks) > 0 && s.AllMarked(c.marking(s)))
	if v.lay.days == 0 {
		l.Put(style, c.text[0])
		return
	}
	h := v.headOf(s, r)
	l.Fit(style, c.text[0], h.text)
	if h.title > 0 {
		l.Space(1).Fit(paint.Dim, h.deadline, h.title-1)
	}
	l.Space(1+h.apart).Put(h.style, h.days)
	if word := s.Trend(c.place); h.trends > 0 && word != "" {
		l.To(l.At()+l.Left()-h.trends).Space(1).Put(scene.TrendStyle(word), word)
	}
}

// rest is what a cause is, where that takes a second line.
func (v *View) rest(l *paint.Line, c *cause) {
	style := paint.Text
	if c.root.Known || c.root.Severity == schedule.Info {
		style = paint.Dim
	}
	l.Space(marksWidth-1).Put(style, c.text[1])
}

// head is how the line of a cause is divided: the cells of what it is, of which deadline it moves, with the space before that, and of
// what has become of it; and what stands there.
type head struct {
	text, title, trends int
	apart               int // cells more before days that are words, as they would go on with the text
	deadline, days      string
	style               paint.Style // of the days
}

// headOf divides the line of a cause. The deadline's title gives way to what the cause is, but where that takes two lines anyhow.
func (v *View) headOf(s *scene.Scene, r *schedule.Root) head {
	var h head
	h.deadline, h.days, h.style = v.moved(s, r)
	if s.Since != nil {
		h.trends = trendWidth
	}
	room, text := v.lay.list-marksWidth-paint.Width(h.days)-2-h.trends, paint.Width(r.Text)
	if h.deadline == "" || h.days == "" {
		if strings.Contains(h.days, " ") {
			h.apart = 1
		}
		h.text = room - h.apart
		return h
	}
	whole := min(paint.Width(h.deadline), v.lay.deadline)
	h.title = min(whole, max(room-text-2, leastDeadline)) + 1
	if v.lay.twoLines() && text > room-h.title {
		h.title = whole + 1
	}
	h.text = room - h.title
	return h
}

// textOf is what a cause is, in the cells that its line has for that, and in a second line where there are such; where it is longer,
// its middle goes: at its end stand the days.
func (v *View) textOf(s *scene.Scene, r *schedule.Root) []string {
	h := v.headOf(s, r)
	switch room := h.text; {
	case v.lay.list == 0: // before the first frame
		return []string{r.Text}
	case v.lay.days == 0:
		return []string{s.Theme.CutMiddle(r.Text, v.lay.list-marksWidth)}
	case v.lay.twoLines() && paint.Width(r.Text) > room:
		return s.Theme.TwoLines(r.Text, room-min(h.title, 1), v.lay.list-marksWidth-1) // apart from the deadline
	default:
		return []string{s.Theme.CutMiddle(r.Text, room)}
	}
}

// trendWidth is the cells at the right of a row for what has become of it since an earlier day: " better".
const trendWidth = 7

// moved is which deadline a cause moves, and by how much, as it stands at the right of its row.
func (v *View) moved(s *scene.Scene, r *schedule.Root) (deadline, days string, style paint.Style) {
	f := &s.Flags[r.Flags[0]]
	named := func(title string) string {
		if v.lay.deadline == 0 {
			return ""
		}
		return title
	}
	switch {
	case f.Kind == schedule.AtRisk && f.Risk != "":
		return named(r.Worst.Title), strconv.Itoa(f.Margin) + "d left", paint.Risk
	case r.Days > 0 || r.OpenEnd && r.Worst.On != (scene.Ref{}):
		style = paint.Late
		if r.Known {
			style = paint.Dim
		}
		return named(r.Worst.Title), s.Theme.ShortDelta(r.Days, r.OpenEnd), style
	case f.Kind == schedule.Slipping && f.Against == "baseline":
		return named("against " + s.Baseline().Name), paint.Delta(f.Days, false), paint.Dim
	}
	return "", "", paint.Text
}

// detail is a line that says more of a cause. Under the cursor it says which key shows all.
func (v *View) detail(s *scene.Scene, l *paint.Line, c *cause, n, at int) {
	hint := ""
	if n == 0 && at == v.list.below(v.cursor.at) && c.behind() > 1 && !v.inPane {
		hint = s.Keys.Text("‹l› show")
		if v.unfolded[keyOf(c.root)] {
			hint = s.Keys.Text("‹h› hide")
		}
	}
	l.Space(marksWidth - 1 + 2)
	best, won := "", ""
	if hint == "" && n == len(c.kinds)-1 {
		if best, won = bestWay(s, c); paint.Width(c.detail(s, n))+paint.Width(best+won)+4 > l.Left() {
			best, won = "", ""
		}
	}
	l.Fit(paint.Dim, c.detail(s, n), l.Left()-paint.Width(hint+best+won)-2)
	l.Space(1).Put(paint.Dim, best).Put(paint.Fine, won)
	if hint != "" {
		key, does, _ := strings.Cut(hint, " ")
		l.Put(paint.Accent, key).Put(paint.Dim, " "+does)
	}
}

// underTask is a task that a cause makes late.
func (v *View) underTask(s *scene.Scene, l *paint.Line, r scene.Ref) {
	text, right, style := underWords(s, r)
	mark, markStyle := " ", paint.Text
	if f := s.Flag(r); f != nil {
		mark, markStyle = s.Theme.Flag(f)
	}
	s.Mark(l.Space(marksWidth+1).Put(markStyle, mark), paint.Text, s.Marked(r))
	l.Fit(paint.Text, text, l.Left()-paint.Width(right)-2).Space(1).Put(style, right)
}

// paneText is a line of the pane.
func (v *View) paneText(s *scene.Scene, at int) string {
	l := s.Theme.Line(v.lay.pane)
	if at >= len(v.pane.lines) {
		return l.String()
	}
	x := v.pane.lines[at]
	if x.way == headOfWays {
		return v.pane.ways.Head(v.lay.pane)
	}
	pointer := " "
	if s.Marked(x.ref) {
		pointer = s.Theme.Marked
	}
	if v.inPane && at == v.paneAt {
		l.Under(paint.Selected)
		pointer = s.Theme.Pointer
	}
	l.Put(paint.Accent, pointer)
	if x.way > 0 {
		return v.pane.ways.Row(l, x.way-1)
	}
	if x.depth > 0 {
		l.Space(min(2*(x.depth-1), max(v.lay.pane/4, 0))).Put(paint.Rule, s.Theme.Branch).Space(1)
	}
	n := paint.Width(x.right)
	l.Fit(x.style, x.text, l.Left()-n-2).Space(1).Put(x.rightStyle, x.right)
	return l.String()
}
