package input

import (
	"slices"
	"strings"

	"bywhen/roadmap/phrase"
	"bywhen/tui/paint"
)

// HeightIn is how many lines of w cells it wants: the text, what it means, what it does, and above them completions, or what it would
// make. A plain line wants one, and more for a refusal, which is shown whole.
func (l *Line) HeightIn(w int) int {
	switch {
	case l.o.Read == nil && l.refused == "":
		return 1
	case l.o.Read == nil:
		return l.own(w)
	}
	return l.own(w) + max(l.menu.height(), listedHeight(l.read.Listed))
}

// own is its lines of w cells without completions. What it does to the deadlines has two, so that all that move have room; what is
// said in place of that has as many as it needs.
func (l *Line) own(w int) int {
	least := 3
	if l.o.Deadlines {
		least = 4
	}
	if l.saysMuch(w) {
		return max(least, 1+b2i(l.means(w))+len(l.saysIn(w)))
	}
	return least
}

// saysMuch tells whether what is said where there are no effects has no room beside the keys.
func (l *Line) saysMuch(w int) bool {
	return l.refused == "" && len(l.read.Effects) == 0 && l.read.Idles == "" && l.read.Says != "" && paint.Width(l.read.Says) > l.besideHints(w)
}

// besideHints is the cells that a line of w has beside all keys.
func (l *Line) besideHints(w int) int {
	_, hints := fitting(l.hints(), w-2)
	return w - 2 - hints - hintGap
}

// mostSaid is how many lines something that is said takes at most.
const mostSaid = 6

// saysIn is what is said, in lines of w cells of which the last leaves room for the keys; that may be empty.
func (l *Line) saysIn(w int) []string {
	out := (&paint.Theme{}).Wrap(l.read.Says, max(w-2, 1), mostSaid)
	if n := len(out); n > 0 && paint.Width(out[n-1]) > l.besideHints(w) {
		out = append(out, "")
	}
	return out
}

// means tells whether something stands in the line under the text: chips, notes, or what of a hint had no room in its place.
func (l *Line) means(w int) bool {
	if hint := l.hint(); hint != "" {
		return len(l.kept) > 0 || paint.Width(hint) > w-paint.Width(l.o.Prompt)-6
	}
	return len(l.read.Chips)+len(l.read.Notes) > 0
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Draw gives h lines of w cells. With less room than it wants, completions go first, then what it means.
func (l *Line) Draw(t *paint.Theme, w, h int) []string {
	if h <= 0 {
		return nil
	}
	if l.o.Read == nil && h == 1 {
		return []string{l.plain(t, w)}
	}
	typed, indent := l.typed(t, w)
	own := append([]string{typed}, l.below(t, w, min(h, l.own(w))-1)...)
	above := h - len(own)
	if !l.menu.open() && len(l.read.Listed) > 0 {
		return append(drawListed(t, l.read.Listed, w, above), own...)
	}
	n := min(above, l.menu.height())
	out := make([]string, 0, h)
	for range above - n {
		out = append(out, t.Blank(w))
	}
	out = append(out, l.menu.draw(t, w, n, indent)...)
	return append(out, own...)
}

// below is up to three lines under the text: what it means and what it does. A refusal has as many as it needs.
func (l *Line) below(t *paint.Theme, w, h int) []string {
	switch {
	case h == 0:
		return nil
	case h == 1:
		return []string{l.footer(t, w)}
	case l.refused != "" && (l.saidByChip() || paint.Width(l.refused) > w-2):
		return l.refusal(t, w, h)
	case l.saysMuch(w) && !(h > 2 && l.longProblem(t, w)):
		return l.said(t, w, h)
	case h == 2:
		return []string{l.meaning(t, w), l.footer(t, w)}
	case l.refused == "" && len(l.read.Effects) == 0 && l.longProblem(t, w):
		return l.problemLines(t, w, h)
	case l.refused != "" || len(l.read.Effects) == 0 && l.read.Idles == "":
		return append(l.meanings(t, w), l.footer(t, w))
	}
	_, hints := fitting(l.hints(), w-2)
	effects := EffectLines(t, l.read.Effects, l.read.Idles, l.read.Today, w-2, w-2-hints-hintGap)
	if all, cells := slices.Concat(effects[0], effects[1]), 0; len(effects[0])*len(effects[1]) == 0 {
		for _, s := range all {
			cells += paint.Width(s.Text)
		}
		if means := l.meanings(t, w); cells <= w-2-hints-hintGap && means[1] != t.Blank(w) {
			return append(means, footer(t, w, all, l.hints()))
		}
	}
	return []string{l.meaning(t, w), footer(t, w, effects[0], nil), footer(t, w, effects[1], l.hints())}
}

// said is what the text means and, in as many of the h lines as it needs, what is said where there are no effects; the keys stand in
// the last.
func (l *Line) said(t *paint.Theme, w, h int) []string {
	var out []string
	rows := l.saysIn(w)
	if l.means(w) && h > 1 {
		out = append(out, l.meaning(t, w))
	}
	for len(out)+len(rows) < h {
		out = append(out, t.Blank(w))
	}
	whole := h - len(out) - 1
	for _, row := range rows[:whole] {
		out = append(out, under(t, w, 1, paint.Dim, row))
	}
	last := strings.TrimSpace(strings.Join(rows[whole:], " ")) // cut where there are too few lines
	return append(out, footer(t, w, []paint.Span{{Style: paint.Dim, Text: last}}, l.hints()))
}

// longProblem tells whether the chips have a problem, and no room for it in their line.
func (l *Line) longProblem(t *paint.Theme, w int) bool {
	i := slices.IndexFunc(l.read.Chips, func(c phrase.Chip) bool { return c.Problem != "" })
	if i < 0 {
		return false
	}
	text, _ := chipText(l.read.Chips[i], l.text.Cursor())
	return paint.Width(text) > w-l.name(t, t.Line(w))-1
}

// problemLines are the chips' first problem, whole in all lines but the last, which has the keys.
func (l *Line) problemLines(t *paint.Theme, w, h int) []string {
	i := slices.IndexFunc(l.read.Chips, func(c phrase.Chip) bool { return c.Problem != "" })
	text, style := chipText(l.read.Chips[i], l.text.Cursor())
	var out []string
	for _, s := range t.Wrap(text, max(w-2, 1), h-1) {
		out = append(out, under(t, w, 1, style, s))
	}
	for len(out) < h-1 {
		out = append(out, t.Blank(w))
	}
	return append(out, footer(t, w, nil, l.hints()))
}

// refusal is a refusal in h lines, whole where they have room for it, and the keys where a line is left. Where a chip says the same
// it stands in the place of the chips, so that nothing is said twice.
func (l *Line) refusal(t *paint.Theme, w, h int) []string {
	var out []string
	lines := t.Wrap(l.refused, max(w-2, 1), h)
	if !l.saidByChip() && len(lines) < h {
		out = append(out, l.meaning(t, w))
	}
	for _, s := range lines {
		out = append(out, under(t, w, 1, paint.Late, s))
	}
	for len(out) < h-1 {
		out = append(out, t.Blank(w))
	}
	if len(out) < h {
		out = append(out, footer(t, w, nil, l.hints()))
	}
	return out
}

// saidByChip tells whether a chip says why the text is refused.
func (l *Line) saidByChip() bool {
	return slices.ContainsFunc(l.read.Chips, func(c phrase.Chip) bool {
		text, _ := chipText(c, -1)
		return c.Problem != "" && (text == l.refused || c.Problem == l.refused)
	})
}

// prompt adds what stands before the text: what the line is for, and what it keeps as far as the text leaves room. What is kept
// is said once more by the chips below.
func (l *Line) prompt(t *paint.Theme, line *paint.Line) {
	w := line.Left()
	l.name(t, line)
	need := max(w/3, min(paint.Width(l.text.Value())+2, w))
	most := min(max(w/4, 8), mostKept)
	for _, k := range l.kept {
		text, n := t.Cut(k.Text, most)
		if line.Left()-n-1 < need {
			break
		}
		line.Put(l.keptStyle(k), text).Space(1)
	}
}

// mostKept is the cells that something kept takes at most.
const mostKept = 32

// name adds what the line is for, and tells where that ends: its meaning stands below what follows.
func (l *Line) name(t *paint.Theme, line *paint.Line) int {
	return line.Space(1).Put(paint.Bold, l.o.Prompt).Put(paint.Dim, " "+t.More+" ").At()
}

// keptStyle strikes out what is kept where the text says otherwise.
func (l *Line) keptStyle(k Kept) paint.Style {
	for _, c := range l.read.Chips {
		if c.Field == k.Field && c.End > c.Start {
			return paint.Dim | paint.Strike
		}
	}
	return paint.Dim | paint.Underline
}

// typed is the line with the text, and where in it the text begins.
func (l *Line) typed(t *paint.Theme, w int) (string, int) {
	line := t.Line(w)
	l.prompt(t, line)
	if line.Left() < 4 { // the text matters more than what stands before it
		line = t.Line(w)
	}
	indent := line.At()
	l.putText(t, line, line.Left()-1)
	return line.String(), indent
}

// putText adds the text, or what is said in its place while there is none.
func (l *Line) putText(t *paint.Theme, line *paint.Line, w int) {
	hint := l.hint()
	if hint == "" {
		l.text.Draw(t, line, w, true, problems(l.read.Chips, l.text.Cursor())...)
		return
	}
	if l.o.Read != nil {
		hint, _ = l.parted(t, hint, w-1)
	}
	line.Put(paint.Accent, t.Cursor).Fit(paint.Dim, hint, w-1)
}

// hint is what is said in place of the text; empty once there is any.
func (l *Line) hint() string {
	switch {
	case l.text.Value() != "":
		return ""
	case l.o.HintFor != nil:
		return l.o.HintFor(l.kept)
	}
	return l.o.Hint
}

// parted is a hint in w cells, and the rest of it, which stands where the meaning of a text does.
func (l *Line) parted(t *paint.Theme, hint string, w int) (head, rest string) {
	if w < leastSpan || paint.Width(hint) <= w {
		return hint, ""
	}
	head = t.Wrap(hint, w, 2)[0]
	return head, strings.TrimSpace(strings.TrimPrefix(hint, head))
}

// plain is a line without meaning: the text, and to the right of it a refusal or the keys.
func (l *Line) plain(t *paint.Theme, w int) string {
	line := t.Line(w)
	l.prompt(t, line)
	left := line.Left()
	if l.refused != "" {
		l.putText(t, line, left/2)
		return line.Space(1).Put(paint.Late, l.refused).String()
	}
	text := max(min(left/2, paint.Width(l.text.Value()+l.hint())+10), min(left, 20)) // with room to type on
	hints, cells := fitting(l.hints(), left-text-hintGap)
	if cells == 0 {
		l.putText(t, line, left-1)
		return line.String()
	}
	l.putText(t, line, left-cells-hintGap)
	putHints(line.To(w-cells-1), hints)
	return line.String()
}

func problems(chips []phrase.Chip, cursor int) []Mark {
	var out []Mark
	for _, c := range chips {
		if c.Problem != "" && c.End > c.Start && !unfinished(c, cursor) {
			out = append(out, Mark{c.Start, c.End, paint.Late | paint.Underline})
		}
	}
	return out
}

func (l *Line) hints() []Hint {
	enter := Hint{"enter", l.o.Enter}
	if l.menu.open() {
		if l.menu.chosen() {
			enter.Does = "take it"
		}
		return []Hint{enter, {"tab", "choose"}, {"esc", "close"}}
	}
	if l.text.Value() == "" && !l.o.Empty {
		enter = Hint{}
	}
	var out []Hint
	for _, h := range []Hint{enter, {"esc", l.o.Esc}} {
		if h.Does != "" {
			out = append(out, h)
		}
	}
	if len(l.kept) > 0 && l.text.Value() == "" {
		out = append(out, Hint{"backspace", l.without()})
	}
	return out
}

// without is what backspace does before the text: what is kept goes, the last first.
func (l *Line) without() string {
	n := len(l.kept)
	if n == 1 {
		return "without " + l.kept[0].Text
	}
	return "without the " + l.kept[n-1].Field + ", again without the " + l.kept[n-2].Field
}

// footer is a refusal, else what the line does to the deadlines; and the keys.
func (l *Line) footer(t *paint.Theme, w int) string {
	if l.refused != "" {
		return alarm(t, w, l.refused, l.hints())
	}
	return footer(t, w, l.says(t, w), l.hints())
}

func (l *Line) says(t *paint.Theme, w int) []paint.Span {
	switch {
	case len(l.read.Effects) > 0:
		return EffectSpans(t, roomBeside(w, l.hints()), l.read.Effects, l.read.Today)
	case l.read.Says != "":
		return []paint.Span{{Style: paint.Dim, Text: l.read.Says}}
	}
	return nil
}

// meaning is the line of chips, under the text.
func (l *Line) meaning(t *paint.Theme, w int) string {
	line := t.Line(w).Space(l.name(t, t.Line(w)))
	if line.Left() < w/2 {
		line = t.Line(w).Space(1)
	}
	if hint := l.hint(); hint != "" {
		typed := t.Line(w)
		l.prompt(t, typed)
		_, rest := l.parted(t, hint, typed.Left()-2)
		return line.Fit(paint.Dim, rest, max(line.Left()-1, 0)).String()
	}
	notes := 0
	for _, n := range l.read.Notes {
		notes += 3 + paint.Width(n.Text)
	}
	begin := line.At()
	putChips(t, line, l.read.Chips, l.text.Cursor(), notes)
	for _, n := range l.read.Notes {
		putNote(t, line, n, line.At() > begin)
	}
	return line.String()
}

// meanings is what the text means on two lines, the second of which is blank where the first has room for all of it.
func (l *Line) meanings(t *paint.Theme, w int) []string {
	indent := l.name(t, t.Line(w))
	room, notes := w-indent-1, 0
	for _, n := range l.read.Notes {
		notes += 3 + paint.Width(n.Text)
	}
	if l.hint() != "" || len(l.read.Chips) < 2 || room < w/2 || chipsWidth(l.read.Chips)+notes <= room {
		return []string{l.meaning(t, w), t.Blank(w)}
	}
	chips := l.read.Chips
	if chipsWidth(chips)+notes > 2*room {
		chips = urgent(chips)
	}
	n := 1
	for n < len(chips) && chipsWidth(chips[:n+1]) <= room {
		n++
	}
	first, second := *l, *l
	first.read.Chips, first.read.Notes = chips[:n], nil
	second.read.Chips = chips[n:]
	return []string{first.meaning(t, w), second.meaning(t, w)}
}

// putNote adds a note, behind a dot where something stands before it, as far as there is room.
func putNote(t *paint.Theme, line *paint.Line, n paint.Span, behind bool) {
	dot := ""
	if behind {
		dot = " " + t.Dot + " "
	}
	if room := line.Left() - 1 - paint.Width(dot); room >= leastSpan {
		line.Put(paint.Dim, dot).Fit(n.Style, n.Text, min(room, paint.Width(n.Text)))
	}
}

// putChips adds chips with dots between. Where not all have room the title, which anyone can read above, goes first, and
// problems come before the rest; so many cells are to be left behind them.
func putChips(t *paint.Theme, line *paint.Line, chips []phrase.Chip, cursor, behind int) {
	if chipsWidth(chips)+behind > line.Left()-1 {
		chips = urgent(chips)
	}
	for i, c := range chips {
		if i > 0 {
			line.Put(paint.Dim, " "+t.Dot+" ")
		}
		text, style := chipText(c, cursor)
		room := line.Left() - 1
		line.Fit(style, text, min(room, paint.Width(text)))
		if paint.Width(text)+3 > room {
			return
		}
	}
}

func chipText(c phrase.Chip, cursor int) (string, paint.Style) {
	style := paint.Late
	if unfinished(c, cursor) {
		style = paint.Dim
	}
	switch {
	case c.Begun && unfinished(c, cursor):
		return phrase.FieldWords(c.Field) + "?", style
	case c.Problem == "" && c.Doubt != "":
		return c.Text + " (" + c.Doubt + ")", paint.Risk
	case c.New:
		return c.Text, paint.Bold
	case c.Problem == "":
		return c.Text, paint.Text
	case c.Field == "text" || c.Field == "kind":
		return c.Problem, style
	}
	return phrase.FieldWords(c.Field) + ": " + c.Problem, style
}

// unfinished tells whether the cursor stands behind what a chip is about: it is still being typed, and no alarm is raised.
func unfinished(c phrase.Chip, cursor int) bool { return c.End == cursor }

func chipsWidth(chips []phrase.Chip) int {
	n := 0
	for _, c := range chips {
		text, _ := chipText(c, 0)
		n += paint.Width(text) + 3
	}
	return n - 3
}

// urgent are the chips with problems, then what would be new, then the others but for the title; what is said already, or
// kept from the line before, comes last.
func urgent(chips []phrase.Chip) []phrase.Chip {
	var bad, fresh, good, kept []phrase.Chip
	for _, c := range chips {
		switch {
		case c.Problem != "" || c.Doubt != "":
			bad = append(bad, c)
		case c.New:
			fresh = append(fresh, c)
		case c.Field == "name": // of the team that all of the line is about
			fresh = append(fresh, c)
		case c.Field == "title":
		case c.End == c.Start || c.Field == "people": // the effort says by how many
			kept = append(kept, c)
		default:
			good = append(good, c)
		}
	}
	return slices.Concat(bad, fresh, good, kept)
}
