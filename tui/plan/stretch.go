package plan

import (
	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// stretch is a part of a bar that is all of one kind.
type stretch struct {
	kind     kind
	from, to int // eighths of a cell
}

// kind is what a stretch of a bar is.
type kind uint8

const (
	worked kind = iota
	working
	ahead
	late
	kinds
)

// whole and part are the styles of a kind's glyph, and of a cell that it covers in part, where a bar's ends may lie inside a cell;
// plain is the glyph's elsewhere.
var (
	whole = [kinds]paint.Style{paint.Fine, paint.WorkGlyph, paint.AheadGlyph, paint.LateGlyph}
	part  = [kinds]paint.Style{paint.Fine, paint.WorkPart, paint.AheadPart, paint.LatePart}
	plain = [kinds]paint.Style{paint.Fine, paint.Text, paint.Text, paint.Late}
)

// both is the style of a cell of which the left part is one kind and the right another.
var both = map[[2]kind]paint.Style{{working, ahead}: paint.WorkAhead, {working, late}: paint.WorkLate, {ahead, late}: paint.AheadLate}

// work is the bar itself: done or under way in full tones, ahead in light ones, late from the day it had to be finished.
func (v *View) work(s *scene.Scene, cells []paint.Cell, t *roadmap.Task, p *schedule.TaskPlan) {
	var of [3]stretch
	parts := v.stretches(s, t, p, of[:0])
	if len(parts) == 0 {
		return
	}
	first, end := parts[0].from, parts[len(parts)-1].to
	chain := v.critical(p) && t.Status.Open()
	inside := !chain && v.divides(s, t.Status == roadmap.Done)
	for x := max(first/8, 0); x < min((end+7)/8, len(cells)); x++ {
		if inside {
			put(&cells[x], inCell(&s.Theme.Glyphs, parts, x*8))
			continue
		}
		k := wholeCell(parts, x*8)
		c := paint.Cell{Glyph: glyphs(&s.Theme.Glyphs)[k], Style: plain[k]}
		if chain {
			c = onChain(&s.Theme.Glyphs, k, c)
		}
		put(&cells[x], c)
	}
}

// divides tells whether bars begin and end inside cells: where a cell is more than a day, and there are tones for a part of one; done
// work, all in one tone, needs none.
func (v *View) divides(s *scene.Scene, done bool) bool {
	return !v.scale.daily() && (s.Theme.Tones() || done && s.Theme.Ends != nil)
}

// stretches adds the parts of a task's bar, one after the other, with no gap between them; of no length none is.
func (v *View) stretches(s *scene.Scene, t *roadmap.Task, p *schedule.TaskPlan, out []stretch) []stretch {
	end := p.Finish + 1
	if t.Status == roadmap.Done {
		return v.stretch(out, worked, p.Start, end)
	}
	from, split := p.Start, end
	if t.Status == roadmap.Doing {
		out = v.stretch(out, working, from, min(s.Today, end))
		from = max(from, s.Today)
	}
	if p.Slack < 0 {
		split = min(max(p.LateFinish+1, from), end)
	}
	out = v.stretch(out, ahead, from, split)
	return v.stretch(out, late, split, end)
}

// stretch adds the days from first to the one before end. A bar of a day has an eighth of a cell at least.
func (v *View) stretch(to []stretch, k kind, first, end roadmap.Date) []stretch {
	if end <= first {
		return to
	}
	a, b := v.scale.at(first), v.scale.at(end)
	if len(to) > 0 {
		a = to[len(to)-1].to
	}
	return append(to, stretch{k, a, max(b, a+1)})
}

func glyphs(g *paint.Glyphs) [kinds]rune {
	return [kinds]rune{g.Worked, g.Working, g.Ahead, g.AheadLate}
}

// onChain is a cell of a bar on the critical chain: what is under way keeps its glyph.
func onChain(g *paint.Glyphs, k kind, c paint.Cell) paint.Cell {
	switch k {
	case working:
		c.Style = paint.Accent
	case ahead:
		c = paint.Cell{Glyph: g.Critical, Style: paint.Accent}
	case late:
		c.Glyph = g.CriticalLate
	}
	return c
}

// wholeCell is the kind of a cell, which begins at an eighth, where cells are not divided: what covers most of it, but at the bar's
// ends what begins or ends it, so that neither what is done of it nor that it is late is lost.
func wholeCell(parts []stretch, at int) kind {
	last := len(parts) - 1
	if parts[last].to <= at+8 {
		return parts[last].kind
	}
	if parts[0].from >= at {
		return parts[0].kind
	}
	most := stretch{}
	for _, p := range parts {
		if p = p.within(at); p.to-p.from >= most.to-most.from {
			most = p
		}
	}
	return most.kind
}

// within is what of a stretch lies in the cell that begins at an eighth, counted from there.
func (p stretch) within(at int) stretch {
	return stretch{p.kind, min(max(p.from-at, 0), 8), min(max(p.to-at, 0), 8)}
}

// inCell is the cell that begins at an eighth, as far as a bar covers it. A character has two colours: where three would meet the
// least gives way.
func inCell(g *paint.Glyphs, parts []stretch, at int) paint.Cell {
	var of [3]stretch
	in := of[:0]
	for _, p := range parts {
		if p = p.within(at); p.from < p.to {
			in = append(in, p)
		}
	}
	for len(in) > 1 && (len(in) > 2 || in[0].from > 0 || in[len(in)-1].to < 8) {
		in = withoutLeast(in)
	}
	a, b := in[0], in[len(in)-1]
	switch {
	case len(in) > 1:
		return paint.Cell{Glyph: g.Ends[a.to-1], Style: both[[2]kind{a.kind, b.kind}]}
	case a.from == 0 && a.to == 8:
		return paint.Cell{Glyph: glyphs(g)[a.kind], Style: whole[a.kind]}
	case a.from > 8-a.to: // nearer to the right edge
		return paint.Cell{Glyph: g.Ends[7-(a.to-a.from)], Style: part[a.kind] | paint.Reverse}
	}
	return paint.Cell{Glyph: g.Ends[a.to-a.from-1], Style: part[a.kind]}
}

// withoutLeast gives the shortest of some stretches to the one beside it, of two as short the earlier.
func withoutLeast(in []stretch) []stretch {
	least := 0
	for i, p := range in {
		if p.to-p.from < in[least].to-in[least].from {
			least = i
		}
	}
	if least == 0 {
		in[1].from = in[0].from
		return in[1:]
	}
	in[least-1].to = in[least].to
	return append(in[:least], in[least+1:]...)
}
