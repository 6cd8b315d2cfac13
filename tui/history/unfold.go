package history

import (
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/edits"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// place is a row that is shown: a change, by its place in rows, or a thing that it touched. Rows of one thing that did not fit into
// one go on below it.
type place struct {
	change int
	item   int // place among what the change touched; head for the change itself
	part   int // which row of that thing
	text   string
}

// head is the row of a change itself.
const head = -1

// mostWrapped is how many things of a change have rows as many as they need: of more each has one, written when it is seen.
const mostWrapped = 200

// touched are the things that a change touched, of a what-if that it kept or let go also those that this would touch.
func touched(r *row) []roadmap.Edit {
	if r.touched != nil {
		return r.touched
	}
	r.touched = make([]roadmap.Edit, 0, len(r.Edits))
	for _, e := range r.Edits {
		r.touched = append(r.touched, e)
		if w, ok := edits.Present(e).(*roadmap.WhatIf); ok {
			r.touched = append(r.touched, w.Edits...)
		}
	}
	return r.touched
}

// words write what changes did, with the names of today or else the last that a thing had.
func (v *View) words(s *scene.Scene) edits.Words {
	return edits.Words{Names: []*roadmap.Roadmap{s.Roadmap}, Gone: v.titles, Day: func(d roadmap.Date) string { return paint.Day(d, s.Today) }}
}

// lay puts what is unfolded under its change, among the changes that are looked for, and stands where it stood.
func (v *View) lay(s *scene.Scene) {
	v.shown = v.shown[:0]
	for i := range v.rows {
		if v.hidden(s, i) {
			continue
		}
		v.shown = append(v.shown, place{change: i, item: head})
		if v.open[v.rows[i].Seq] {
			v.layItems(s, i)
		}
	}
	v.stale, v.laidFor = false, v.size.w
	v.find()
}

func (v *View) layItems(s *scene.Scene, change int) {
	things := touched(&v.rows[change])
	for k, e := range things {
		if len(things) > mostWrapped {
			v.shown = append(v.shown, place{change: change, item: k})
			continue
		}
		room := max(min(v.size.w, mostTable)-itemIndent-v.itemCells()-2, 10)
		for part, text := range s.Theme.Wrap(v.did(s, change, e), room, mostParts) {
			v.shown = append(v.shown, place{change, k, part, text})
		}
	}
}

// mostParts is how many rows a thing has at most.
const mostParts = 4

// did is what a change did to a thing, in a line.
func (v *View) did(s *scene.Scene, change int, e roadmap.Edit) string {
	text := strings.Join(v.words(s).Line(edits.Items([]roadmap.Edit{e})[0]), ", ")
	if v.rows[change].IsCheckIn() && strings.HasPrefix(text, "told ") {
		return "as planned, " + text
	}
	return text
}

// Rows of what a change touched begin this far in, and have so many cells for the name.
const itemIndent = 4

func (v *View) itemCells() int { return max(min(v.size.w/3, 36), 12) }

// itemLine is a thing that a change touched: its name, and what was done to it.
func (v *View) itemLine(s *scene.Scene, at int) string {
	p := v.shown[at]
	l, name := s.Theme.Line(v.size.w), ""
	pointer := " "
	if at == v.cursor {
		l.Under(paint.Selected)
		pointer = s.Theme.Pointer
	}
	e := touched(&v.rows[p.change])[p.item]
	if p.part == 0 {
		name = v.words(s).Short(e)
	}
	if p.text == "" {
		p.text = v.did(s, p.change, e)
	}
	text, did := paint.Text, paint.Dim
	if v.rows[p.change].void {
		text, did = paint.Dim, paint.Dim
	}
	l.Put(paint.Accent, pointer).To(itemIndent)
	return l.Fit(text, name, v.itemCells()).Space(1).Fit(did, p.text, max(min(v.size.w, mostTable)-l.At(), 0)).String()
}

// fold folds the change on which the cursor stands, or unfolds it, and stands on the change.
func (v *View) fold(s *scene.Scene, open bool) {
	if len(v.shown) == 0 {
		return
	}
	seq := v.rows[v.shown[v.cursor].change].Seq
	if open == v.open[seq] && (open || v.shown[v.cursor].item == head) {
		return
	}
	if v.open[seq] = open; !open {
		v.on = spot{seq: seq, item: head}
	}
	v.lay(s)
}

// Opened tells whether the change that the cursor stands on is unfolded.
func (v *View) opened() bool {
	return len(v.shown) > 0 && v.open[v.rows[v.shown[v.cursor].change].Seq]
}

// itemRef is what a thing is called elsewhere; the zero value for what is none of it, or is gone.
func itemRef(s *scene.Scene, e roadmap.Edit) scene.Ref {
	var r scene.Ref
	switch x := edits.Present(e).(type) {
	case *roadmap.Task:
		r.Task = x.ID
	case *roadmap.Goal:
		r.Goal = x.ID
	case *roadmap.Team:
		r.Team = x.ID
	case *roadmap.Risk:
		r.Risk = x.ID
	case *roadmap.Dependency:
		r.Task = x.To
	case *roadmap.Known:
		r = scene.Ref{Task: x.Task, Team: x.Team, Goal: x.Goal}
	}
	if s.Title(r) == "" {
		return scene.Ref{}
	}
	return r
}

// Item is the thing on which the cursor stands within an unfolded change, and the change with it alone; false on a change.
func (v *View) Item(s *scene.Scene) (name string, only roadmap.Change, ok bool) {
	if len(v.shown) == 0 || v.shown[v.cursor].item == head {
		return "", roadmap.Change{}, false
	}
	r := &v.rows[v.shown[v.cursor].change]
	e := touched(r)[v.shown[v.cursor].item]
	only = r.Change.Change
	only.Edits = []roadmap.Edit{e}
	if !slices.ContainsFunc(r.Edits, func(x roadmap.Edit) bool { return x.Kind == e.Kind && x.Key == e.Key }) { // of a what-if: it was only tried
		only.Edits = nil
	}
	return v.words(s).Short(e), only, true
}
