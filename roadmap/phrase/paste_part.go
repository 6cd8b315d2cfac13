package phrase

import (
	"errors"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// Part is a paste with only those of its ticked rows that can be taken: On adds it whole. What hangs on a row that cannot is not of it
// either: tasks below a heading, a line with after:^ below another.
func (p *Paste) Part() Paste {
	good := *p
	good.Rows = slices.Clone(p.Rows)
	for again := true; again; {
		again = false
		for i, read := range good.ReadAll() {
			if read.Err != nil {
				good.Rows[i].Take, again = false, true
			}
		}
	}
	return good
}

// Rest is what is left of a paste once a part of it was added, by the ids that On gave of its tasks: the rows that are ticked and were
// not of it, with the headings above them. It is read against the roadmap with the part.
func (p *Paste) Rest(part Paste, ids []string, now *roadmap.Roadmap) Paste {
	out := *p
	out.Rows, out.ctx.Roadmap = nil, now
	out.withPhases()
	above := "" // the task of the row above, where it was added
	var headings []Pasted
	ctx := p.ctx
	ctx.AddsDays = true
	for i, r := range p.Rows {
		r.Text = r.withKind(&ctx)
		switch added := part.Rows[i].Take; {
		case r.Kind == PastedGoal || r.Kind == PastedPhase:
			if r.Kind == PastedGoal {
				headings = nil
			}
			headings = append(headings, r)
		case !r.Take:
		case added && r.Kind == PastedTask && len(ids) > 0:
			above, ids = ids[0], ids[1:]
		case !added:
			r.above, above = above, ""
			out.Rows = append(append(out.Rows, headings...), r)
			headings = nil
		}
	}
	return out
}

// withKind is the text of a row, of an item with its kind where it would be that of the row above, which may be there by now. The context
// keeps the kind for the next row.
func (r *Pasted) withKind(ctx *Context) string {
	if r.Kind != PastedItem {
		return r.Text
	}
	item := ParseItem(r.Text, *ctx)
	if len(item.Chips) == 0 || item.Chips[0].Problem != "" {
		return r.Text
	}
	kind, before := strings.CutSuffix(item.Chips[0].Text, " as before")
	if ctx.Kind = kind; before {
		return kind + " " + r.Text
	}
	return r.Text
}

// beneath keeps for the rows below a heading whether it can be taken.
func (a *pasting) beneath(heading *Pasted, err error) {
	wrong := heading.Take && err != nil
	if heading.Kind == PastedGoal {
		a.goalless, wrong = wrong, false
	}
	a.phaseless = wrong
}

// follows is a line that cannot be taken though it may be right, since what it stands below cannot; with why, or nil.
func (a *pasting) follows(text string) (Line, error) {
	switch {
	case a.goalless || a.phaseless:
		return ParseAdd(text, a.ctx), errors.New("the heading above it cannot be taken")
	case a.gap && strings.Contains(text, "after:^"):
		ctx := a.ctx
		ctx.Before = ""
		line := ParseAdd(text, ctx)
		for i := range line.Chips {
			if c := &line.Chips[i]; c.Field == "after" && c.Problem != "" && strings.Contains(text[c.Start:c.End], "^") {
				c.Problem = "the line above it cannot be taken"
			}
		}
		return line, line.Problem()
	}
	return Line{}, nil
}
