package plan

import (
	"bywhen/roadmap"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// days are the first and the last day of a row's bar: a task's, or that of all in a group; false where none is planned.
func (v *View) days(s *scene.Scene, row int) (first, last roadmap.Date, ok bool) {
	if row < 0 || row >= len(v.outline.rows) {
		return 0, 0, false
	}
	r := v.outline.rows[row]
	if r.task < 0 {
		g := &v.outline.groups[r.group]
		return g.start, g.finish, g.start != 0
	}
	p := &s.Plan.Tasks[r.task]
	return p.Start, p.Finish, p.Planned
}

// aside is on which side of the timeline a bar lies of which nothing is seen: -1 before it, 1 after it, 0 where some is.
func (s scale) aside(first, last roadmap.Date) int {
	switch {
	case s.cell(last) < 0:
		return -1
	case s.cell(first) >= s.width:
		return 1
	}
	return 0
}

// outside marks at the edge of the timeline that a row's bar lies beyond it.
func (v *View) outside(s *scene.Scene, cells []paint.Cell, row int) {
	first, last, ok := v.days(s, row)
	if !ok || len(cells) == 0 {
		return
	}
	style := paint.Dim
	if row == v.cursor.row {
		style = paint.Accent | paint.Bold
	}
	switch v.scale.aside(first, last) {
	case -1:
		put(&cells[0], paint.Cell{Glyph: s.Theme.Before, Style: style})
	case 1:
		put(&cells[len(cells)-1], paint.Cell{Glyph: s.Theme.After, Style: style})
	}
}

// beyond tells whether nothing is seen of the selection's bar.
func (v *View) beyond(s *scene.Scene) bool {
	first, last, ok := v.days(s, v.cursor.row)
	return ok && v.lay.timeline > 0 && v.scale.aside(first, last) != 0
}

// toBar has the next frame show where the selection's bar begins; on a narrow screen, the timeline with it.
func (v *View) toBar(s *scene.Scene) string {
	if _, _, ok := v.days(s, v.cursor.row); !ok {
		return "no days are planned for it: it has no bar"
	}
	v.bring, v.timeline = true, v.timeline || v.lay.timeline == 0
	if v.zoom == All && v.chosen {
		return "the whole plan is in view"
	}
	return ""
}

// brought is a scale with the selection's bar in view, its beginning a quarter from the left or, where it is too long for that, so
// far that its end is seen as well.
func (v *View) brought(s *scene.Scene, to scale) scale {
	first, last, ok := v.days(s, v.cursor.row)
	if !ok {
		return to
	}
	room := to.width - (to.cell(last+1) - to.cell(first)) - 1
	to.origin = first - to.days(max(min(to.width/4, room), 1))
	if v.zoom > Week {
		to.origin = to.origin.WeekFrom(v.WeekBegin)
	}
	v.origin = to.origin
	return to
}

// unseen says how to come to the timeline where an action that works on it has nothing to show.
const unseen = "no room for the timeline here: ‹l› shows it, ‹h› the list"

// Calls is what an action is called here, where that is another word than elsewhere: on a narrow screen two keys take turns with
// list and timeline.
func (v *View) Calls(a action.Action) string {
	switch {
	case a == action.Unfold && v.cursor.task != "" && v.lay.timeline == 0:
		return "timeline"
	case a == action.Fold && v.turns():
		return "list"
	}
	return ""
}

// turns tells whether the timeline is seen in turn with the list.
func (v *View) turns() bool { return v.lay.width < narrow && v.lay.timeline > 0 }
