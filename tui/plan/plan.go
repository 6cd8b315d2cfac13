package plan

import (
	"slices"
	"time"

	"bywhen/roadmap"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// View is the Plan: what it is grouped by, what is folded, where it is scrolled to.
type View struct {
	Group    Grouping
	Order    Order
	Critical bool // the critical chain stands out
	Links    bool // the links and the slack of all visible tasks are drawn

	Columns   []Column     // those after the task's title
	Since     bool         // what is compared with was asked for: its column is shown too
	WeekBegin time.Weekday // on which the timeline's weeks do

	folded map[string]bool

	outline *outline
	madeOf  madeOf
	cursor  cursor
	top     int  // first visible row
	pressed bool // the cursor was put by the mouse: nothing scrolls under it

	zoom      Zoom
	chosen    bool         // the zoom was chosen by hand; else it is the widest that shows the whole plan
	before    Zoom         // the zoom that the fitting one goes back to
	origin    roadmap.Date // day at the left edge; 0: a little before today
	timeline  bool         // on a narrow screen the timeline is shown, not the list
	scale     scale
	gridCells []int
	off       map[*roadmap.Calendar][]bool

	bring bool         // the next frame shows the selection's bar
	keep  bool         // the same, where nothing of it would be seen any more
	held  bool         // the scale stays as it is
	seen  *scene.Scene // of the last frame, for the mouse

	lay layout // of the last frame, for the mouse
	buf []paint.Cell
}

// madeOf is what an outline was worked out from.
type madeOf struct {
	version int
	group   Grouping
	order   Order
	filter  bool
	folds   int
}

// cursor is what the view stands on: a task, or a group by its key; row is where that was last.
type cursor struct {
	task, group string
	row         int
}

// New is the Plan as it opens: by goal, today at the left.
func New() *View {
	return &View{folded: map[string]bool{}, Columns: Columns(), WeekBegin: time.Monday, scale: scaleOf(Week, 0, 0)}
}

// Draw is the view in h lines of w cells.
func (v *View) Draw(s *scene.Scene, w, h int) []string {
	v.lay = layoutOf(w, h, v.timeline, v.shown(s))
	v.refresh(s)
	if v.seen == nil {
		v.top = v.cursor.row - v.lay.rows/3
	}
	v.follow(v.lay.rows)
	if v.seen = s; !v.held {
		v.setScale(s)
	}
	v.rule()
	return v.lines(s)
}

// refresh works the outline out where what it was made of has changed, and finds the cursor in it.
func (v *View) refresh(s *scene.Scene) {
	now := madeOf{s.Version, v.Group, v.Order, s.Filtering, v.madeOf.folds}
	if v.outline == nil || now != v.madeOf {
		v.outline, v.madeOf = newOutline(s, v.Group, v.Order, v.folded), now
		v.place(s, s.Selected)
		return
	}
	if s.Selected != v.selected(s) && s.Selected != (scene.Ref{}) {
		v.place(s, s.Selected)
	}
}

// place puts the cursor on what is selected; where that is not shown, on what stands at the cursor's row, or above it where that
// is the next group already: what is added next belongs to the group of what has gone. The row keeps its place on the screen.
func (v *View) place(s *scene.Scene, sel scene.Ref) {
	row := v.find(s, sel)
	if row < 0 {
		row = min(max(v.cursor.row, 0), len(v.outline.rows)-1)
		if row > 0 && v.groupOf(row) != v.cursor.group && v.groupOf(row-1) == v.cursor.group {
			row--
		}
	}
	v.top += row - v.cursor.row
	v.put(s, row)
}

// groupOf is the key of the group that a row is in.
func (v *View) groupOf(row int) string { return v.outline.groups[v.outline.rows[row].group].key }

func (v *View) find(s *scene.Scene, sel scene.Ref) int {
	if i := s.Roadmap.TaskIndex(sel.Task); i >= 0 {
		if row := v.outline.rowOf[i]; row >= 0 {
			return int(row)
		}
	}
	for i, r := range v.outline.rows {
		if r.task >= 0 {
			continue
		}
		g := &v.outline.groups[r.group]
		if sel != (scene.Ref{}) && g.ref == sel || sel == (scene.Ref{}) && g.key == v.cursor.group {
			return i
		}
	}
	return -1
}

// put puts the cursor on a row; -1 is none.
func (v *View) put(s *scene.Scene, row int) {
	v.cursor = cursor{row: row}
	if row < 0 {
		v.cursor.row = 0
		return
	}
	r := v.outline.rows[row]
	v.cursor.group = v.outline.groups[r.group].key
	if r.task >= 0 {
		v.cursor.task = s.Roadmap.Tasks()[r.task].ID
	}
}

// Stand is what the cursor stands on, as other views know it.
func (v *View) Stand(s *scene.Scene) scene.Ref {
	v.refresh(s)
	return v.selected(s)
}

// selected is what the cursor stands on, as other views know it.
func (v *View) selected(s *scene.Scene) scene.Ref {
	if v.cursor.task != "" {
		return scene.Ref{Task: v.cursor.task}
	}
	if v.cursor.row < len(v.outline.rows) {
		return v.outline.groups[v.outline.rows[v.cursor.row].group].ref
	}
	return scene.Ref{}
}

// follow scrolls so that the cursor is visible in a window of n rows.
func (v *View) follow(n int) {
	margin := min(2, n/4) // rows that stay visible around the cursor
	if v.pressed {
		margin = 0
	}
	v.top = min(v.top, v.cursor.row-margin)
	v.top = max(v.top, v.cursor.row-n+1+margin)
	v.top = max(min(v.top, len(v.outline.rows)-n), 0)
}

// setScale chooses what the timeline shows.
func (v *View) setScale(s *scene.Scene) {
	w := v.lay.timeline
	first, last := v.extent(s)
	if !v.chosen {
		v.zoom = widest(s.Today, last, w)
	}
	if v.zoom == All {
		v.scale = fitting(min(first, s.Today), last, w)
	} else {
		scale, origin := scaleOf(v.zoom, 0, w), v.origin
		if !v.chosen {
			scale = scale.opened(s.Today, last)
		}
		if origin == 0 {
			origin = s.Today - scale.days(max(w/16, 1))
			if v.zoom > Day {
				origin = origin.WeekFrom(v.WeekBegin)
			}
		}
		scale.origin = origin
		first, last, ok := v.days(s, v.cursor.row)
		if v.bring || v.keep && ok && scale.aside(first, last) != 0 {
			scale = v.brought(s, scale)
		}
		v.scale = scale
	}
	v.bring, v.keep = false, false
	v.scale.begin = v.WeekBegin
}

// rule finds the lines and the days off of the timeline, which may have become narrower or wider while its scale is held.
func (v *View) rule() {
	w := v.lay.timeline
	v.scale.width = w
	v.gridCells = v.gridCells[:0]
	for u, d := v.scale.grid(), v.scale.grid().floor(v.scale.origin, v.WeekBegin); d < v.scale.end(); d = u.next(d) {
		if x := v.scale.cell(d); x >= 0 && x < w {
			v.gridCells = append(v.gridCells, x)
		}
	}
	v.off = map[*roadmap.Calendar][]bool{}
}

// extent is the first and the last day with something to show.
func (v *View) extent(s *scene.Scene) (first, last roadmap.Date) {
	first, last = s.Plan.Start, max(s.Plan.Finish, s.Today+28)
	for _, d := range s.Deadlines {
		last = max(last, d.Date)
	}
	for _, d := range s.Done {
		last = max(last, d.Date)
	}
	if first == 0 {
		first = s.Today
	}
	return first, last + 1
}

// widest is the most detailed zoom that shows all from today on.
func widest(today, last roadmap.Date, w int) Zoom {
	for z := Day; z < All; z++ {
		sc := scaleOf(z, today, w)
		if last <= today+sc.days(w-max(w/16, 1)-1) {
			return z
		}
	}
	return All
}

// Keys are the keys that make sense now, most useful first; before all, how to come to a bar that is not seen.
func (v *View) Keys(s *scene.Scene) []action.Action {
	keys := v.ofSelection(s)
	switch {
	case len(s.Roadmap.Tasks()) == 0:
	case v.beyond(s):
		keys = append([]action.Action{action.ToBar}, keys...)
	case v.lay.timeline == 0 && v.cursor.task != "":
		keys = append([]action.Action{action.Unfold}, keys...)
	}
	if v.turns() {
		keys = append([]action.Action{action.Fold}, keys...)
	}
	return keys
}

// ofSelection are the keys for what is selected.
func (v *View) ofSelection(s *scene.Scene) []action.Action {
	switch {
	case len(s.Roadmap.Tasks()) == 0:
		return []action.Action{action.Add, action.AddOther}
	case s.Selected.Task != "":
		keys := []action.Action{action.Add, action.Set, action.NextStatus, action.Links, action.Why, action.Fix, action.WhatIf, action.Enter, action.Filter}
		if t := s.Roadmap.Task(s.Selected.Task); t != nil && !t.Status.Open() {
			keys = slices.DeleteFunc(keys, func(a action.Action) bool { return a == action.NextStatus }) // there is none
		}
		return keys
	}
	return []action.Action{action.Add, action.AddOther, action.Fold, action.Unfold, action.GroupBy, action.Edit, action.Filter}
}

// Fitting are the columns for which there was room in the frame drawn last.
func (v *View) Fitting() []Column { return v.lay.columns }

// FittingIn are the columns for which there would be room in a frame of w cells.
func (v *View) FittingIn(w int) []Column {
	if v.seen == nil {
		return nil
	}
	return layoutOf(w, v.lay.height, v.timeline, v.shown(v.seen)).columns
}

// Seam is the column of the line between list and timeline, or -1.
func (v *View) Seam() int {
	if v.lay.list == 0 || v.lay.timeline == 0 {
		return -1
	}
	return v.lay.list
}
