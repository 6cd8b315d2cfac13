package alerts

import (
	"slices"

	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// View is the Alerts: what is unfolded, where the cursor stands, and whether it is in the pane.
type View struct {
	unfolded map[key]bool
	folds    int

	madeOf madeOf
	list   list
	cursor cursor
	top    int       // first visible line of the list
	left   scene.Ref // what was selected when its cause became known, and the cursor stayed where it was

	inPane  bool
	pane    pane
	paneOf  paneOf
	paneAt  int // place of the pane's cursor among its lines
	paneTop int

	nothing   []paint.Span // what is said where there is no cause, a line each
	nothingOf nothingOf

	lay             layout // of the last frame, for the mouse
	counted         int    // the version that the counts are of
	count, accepted int    // causes that want something done, and those that would
}

// madeOf is what a list was worked out from.
type madeOf struct {
	version int
	filter  string
	on      bool
	folds   int
	lay     layout
}

// key tells a cause from others, in this scene and the next.
type key struct {
	kind schedule.CauseKind
	flag schedule.FlagKind
	on   scene.Ref
}

// cursor is what the list stands on: a cause, or a task unfolded under it; at is where that was last.
type cursor struct {
	cause key
	task  string
	at    int
}

// New is the view as it opens: nothing unfolded, on the worst cause.
func New() *View { return &View{unfolded: map[key]bool{}} }

func keyOf(r *schedule.Root) key { return key{r.Kind, r.Flag, r.On} }

// Count is the number of causes that want something done: of severity warning or above, and not known.
func (v *View) Count(s *scene.Scene) int {
	v.recount(s)
	return v.count
}

// Accepted is the number of causes that would want something done, but were accepted.
func (v *View) Accepted(s *scene.Scene) int {
	v.recount(s)
	return v.accepted
}

// recount counts the causes where the scene is another than they were counted in.
func (v *View) recount(s *scene.Scene) {
	if v.counted == s.Version {
		return
	}
	v.counted, v.count, v.accepted = s.Version, 0, 0
	roots := s.Roots()
	for i := range roots {
		switch r := &roots[i]; {
		case r.Severity < schedule.Warning:
		case r.Known:
			v.accepted++
		default:
			v.count++
		}
	}
}

// Draw is the view in h lines of w cells.
func (v *View) Draw(s *scene.Scene, w, h int) []string {
	v.lay = layoutOf(w, h)
	v.refresh(s)
	v.follow()
	return v.lines(s)
}

// refresh works the list out where what it was made of has changed, and finds the cursor in it. What was selected in
// another view is found if it is a cause here, and nothing scrolls that need not; else the cursor stays.
func (v *View) refresh(s *scene.Scene) {
	now := madeOf{s.Version, s.Filter, s.Filtering, v.folds, v.lay.ofLines()}
	if v.list.lines == nil || now != v.madeOf {
		old := v.list
		v.list, v.madeOf = newList(s, v.unfolded, v.lay, func(r *schedule.Root) []string { return v.textOf(s, r) }), now
		at, left := v.next(&old)
		if left {
			v.left = s.Selected
		} else {
			at = v.find(v.cursor)
		}
		v.place(at)
	}
	sel := s.Selected
	if sel != v.left || sel == v.selected(s) {
		v.left = scene.Ref{}
	}
	if sel != (scene.Ref{}) && sel != v.selected(s) && sel != v.left {
		if at := v.list.of(s, sel); at >= 0 && !v.inPane {
			v.put(at)
		}
	}
	v.refreshPane(s)
	v.refreshNothing(s)
}

// place moves the cursor to a line; the line keeps its place on the screen.
func (v *View) place(at int) {
	v.top += at - v.cursor.at
	v.put(at)
}

func (v *View) put(at int) {
	if at < 0 || at >= len(v.list.lines) {
		v.cursor = cursor{}
		return
	}
	l := v.list.lines[at]
	v.cursor = cursor{at: at, cause: keyOf(v.list.causes[l.cause].root)}
	if l.kind == underLine {
		v.cursor.task = v.list.causes[l.cause].under(l.n).Task
	}
}

// find is the line of a cursor; where that is gone, the nearest line to where it was.
func (v *View) find(c cursor) int {
	head := -1
	for i, l := range v.list.lines {
		if !l.stands() || keyOf(v.list.causes[l.cause].root) != c.cause {
			continue
		}
		if head < 0 {
			head = i
		}
		if l.kind == underLine && v.list.causes[l.cause].under(l.n).Task == c.task {
			return i
		}
	}
	if head >= 0 {
		return head
	}
	return v.list.nearest(c.at, -1)
}

// next is the line of the cause that came after the cursor's in an old list, else of the nearest one before it, where the cursor's
// has become known since: the row goes to the end, and the cursor does not go with it. False where it has not.
func (v *View) next(old *list) (at int, left bool) {
	if v.cursor.at >= len(old.lines) || !old.lines[v.cursor.at].stands() {
		return 0, false
	}
	heads := map[key]int{} // of those that are not known
	for i, l := range v.list.lines {
		if l.kind == headLine && !v.list.causes[l.cause].known {
			heads[v.list.causes[l.cause].key] = i
		}
	}
	was := old.lines[v.cursor.at].cause
	_, open := heads[old.causes[was].key]
	if open || old.causes[was].known || !v.list.holds(old.causes[was].key) {
		return 0, false
	}
	for _, c := range append(slices.Clone(old.causes[was+1:]), backwards(old.causes[:was])...) {
		if i, ok := heads[c.key]; ok {
			return i, true
		}
	}
	return 0, false
}

func backwards(causes []cause) []cause {
	out := slices.Clone(causes)
	slices.Reverse(out)
	return out
}

// here is the cause that the cursor stands on, or nil.
func (v *View) here() *cause {
	if v.cursor.at >= len(v.list.lines) || !v.list.lines[v.cursor.at].stands() {
		return nil
	}
	return &v.list.causes[v.list.lines[v.cursor.at].cause]
}

// Flags are the places of the flags of the cause that the cursor stands on.
func (v *View) Flags(*scene.Scene) []int {
	if c := v.here(); c != nil {
		return c.root.Flags
	}
	return nil
}

// selected is what the cursor stands on, as other views know it.
func (v *View) selected(s *scene.Scene) scene.Ref {
	if v.inPane && v.paneAt < len(v.pane.lines) {
		if r := v.pane.lines[v.paneAt].ref; r != (scene.Ref{}) {
			return r
		}
	}
	c := v.here()
	if c == nil {
		return scene.Ref{}
	}
	if l := v.list.lines[v.cursor.at]; l.kind == underLine {
		return c.under(l.n)
	}
	return c.root.On
}

// follow scrolls so that the cursor's line is visible, and with it what is said below it.
func (v *View) follow() {
	n := v.lay.listRows
	last := v.cursor.at
	for last+1 < len(v.list.lines) && (v.list.lines[last+1].kind == detailLine || v.list.lines[last+1].kind == restLine) {
		last++
	}
	v.top = max(v.top, last-n+1)
	v.top = min(v.top, v.cursor.at)
	v.top = max(min(v.top, len(v.list.lines)-n), 0)
	v.followPane()
}

// Keys are the keys that make sense now, most useful first.
func (v *View) Keys(s *scene.Scene) []action.Action {
	switch {
	case len(s.Roadmap.Tasks()) == 0:
		return []action.Action{action.View1, action.AddOther}
	case v.here() == nil && s.Baseline() == nil:
		return []action.Action{action.View1, action.Baseline}
	case v.here() == nil:
		return []action.Action{action.View1, action.View3}
	case v.inPane:
		return []action.Action{action.Enter, action.Fold, action.Fix, action.Set, action.Block, action.WhatIf}
	case v.selected(s).Team != "":
		return []action.Action{action.Enter, action.Unfold, action.Fix, action.WhatIf, action.View3}
	}
	return []action.Action{action.Enter, action.Unfold, action.Fix, action.Set, action.Block, action.WhatIf}
}

// Seam is the column of the line between list and pane, or -1.
func (v *View) Seam() int {
	if v.lay.beside {
		return v.lay.list
	}
	return -1
}
