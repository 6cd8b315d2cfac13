package plan

import (
	"bywhen/roadmap"
	"bywhen/tui/action"
	"bywhen/tui/scene"
)

// Act carries an action out: movements, folds, grouping, time.
func (v *View) Act(s *scene.Scene, a action.Action) scene.Outcome {
	v.refresh(s)
	v.pressed = false
	if say, ok := v.time(s, a); ok {
		return scene.Outcome{Handled: true, Select: v.selected(s), Say: s.Keys.Text(say)}
	}
	page := max(v.lay.rows/2, 1)
	switch a {
	case action.Down:
		return v.moveBy(s, 1)
	case action.Up:
		return v.moveBy(s, -1)
	case action.PageDown:
		return v.scrollBy(s, page)
	case action.PageUp:
		return v.scrollBy(s, -page)
	case action.First:
		return v.moveTo(s, 0)
	case action.Last:
		return v.moveTo(s, len(v.outline.rows)-1)
	case action.Next:
		return v.match(s, 1)
	case action.Previous:
		return v.match(s, -1)
	case action.Fold:
		return v.fold(s)
	case action.Unfold:
		return v.unfold(s)
	case action.AllLinks:
		v.Links = !v.Links
		say := "links and slack of all tasks that are seen; ‹i› hides them"
		if !v.Links {
			say = "only the links and the slack of the selected task"
		}
		return scene.Outcome{Handled: true, Select: v.selected(s), Say: s.Keys.Text(say)}
	case action.CriticalChain:
		v.Critical = !v.Critical
		say := "critical chain: what decides the end, or a missed deadline; ‹C› hides it"
		if !v.Critical {
			say = "critical chain hidden"
		}
		return scene.Outcome{Handled: true, Select: v.selected(s), Say: s.Keys.Text(say)}
	}
	return scene.Outcome{}
}

func (v *View) moveBy(s *scene.Scene, n int) scene.Outcome { return v.moveTo(s, v.cursor.row+n) }

func (v *View) moveTo(s *scene.Scene, row int) scene.Outcome {
	if len(v.outline.rows) > 0 {
		v.put(s, min(max(row, 0), len(v.outline.rows)-1))
	}
	return scene.Outcome{Handled: true, Select: v.selected(s)}
}

// scrollBy moves the cursor and the window together.
func (v *View) scrollBy(s *scene.Scene, n int) scene.Outcome {
	v.top += n
	return v.moveBy(s, n)
}

// match goes to the next task that the filter found.
func (v *View) match(s *scene.Scene, step int) scene.Outcome {
	if s.Matches == nil {
		return scene.Outcome{Handled: true, Select: v.selected(s), Say: s.Keys.Text("no filter yet: ‹/› asks for one")}
	}
	n := len(v.outline.rows)
	for k := 1; k <= n; k++ {
		i := ((v.cursor.row+k*step)%n + n) % n
		if t := v.outline.rows[i].task; t >= 0 && s.Matches[t] {
			return v.moveTo(s, i)
		}
	}
	return scene.Outcome{Handled: true, Select: v.selected(s), Say: "nothing matches " + s.Filter}
}

// FirstMatch is what is to be selected once a filter stands: the selected task where the filter lets it through, else the first from the
// top that it does; without any, what is selected.
func (v *View) FirstMatch(s *scene.Scene) scene.Ref {
	v.refresh(s)
	first := scene.Ref{}
	for _, r := range v.outline.rows {
		switch {
		case r.task < 0 || s.Matches == nil || !s.Matches[r.task]:
		case s.Roadmap.Tasks()[r.task].ID == s.Selected.Task:
			return s.Selected
		case first == scene.Ref{}:
			first.Task = s.Roadmap.Tasks()[r.task].ID
		}
	}
	if first.Task == "" {
		return s.Selected
	}
	return first
}

// fold folds the group that the cursor is in; on a folded one it goes to the group above. A narrow timeline is left first.
func (v *View) fold(s *scene.Scene) scene.Outcome {
	if v.turns() {
		v.timeline = false
		return scene.Outcome{Handled: true, Select: v.selected(s)}
	}
	if len(v.outline.rows) == 0 {
		return scene.Outcome{}
	}
	r := v.outline.rows[v.cursor.row]
	g := &v.outline.groups[r.group]
	if r.task < 0 && (v.folded[g.key] || len(g.tasks) == 0 && !v.hasChildren(int(r.group))) {
		return v.moveTo(s, v.parent(int(r.group)))
	}
	if v.Group == Ungrouped {
		return scene.Outcome{}
	}
	v.setFold(s, g.key, true)
	return scene.Outcome{Handled: true, Select: v.selected(s)}
}

func (v *View) hasChildren(group int) bool {
	gs := v.outline.groups
	return group+1 < len(gs) && gs[group+1].depth > gs[group].depth
}

// parent is the row of the group that a group lies under, else the row above.
func (v *View) parent(group int) int {
	depth := v.outline.groups[group].depth
	for i := v.cursor.row - 1; i >= 0; i-- {
		if r := v.outline.rows[i]; r.task < 0 && v.outline.groups[r.group].depth < depth {
			return i
		}
	}
	return max(v.cursor.row-1, 0)
}

// unfold unfolds a group; on anything else it is for the pane beside, which on a narrow screen is the timeline.
func (v *View) unfold(s *scene.Scene) scene.Outcome {
	if len(v.outline.rows) == 0 {
		return scene.Outcome{}
	}
	r := v.outline.rows[v.cursor.row]
	if key := v.outline.groups[r.group].key; r.task < 0 && v.folded[key] {
		v.setFold(s, key, false)
		return scene.Outcome{Handled: true, Select: v.selected(s)}
	}
	if v.lay.timeline == 0 {
		v.timeline = true
		return scene.Outcome{Handled: true, Select: v.selected(s)}
	}
	return scene.Outcome{}
}

// setFold folds or unfolds a group and stands on it.
func (v *View) setFold(s *scene.Scene, key string, fold bool) {
	if fold {
		v.folded[key] = true
	} else {
		delete(v.folded, key)
	}
	v.madeOf.folds++
	v.outline = newOutline(s, v.Group, v.Order, v.folded)
	for i, r := range v.outline.rows {
		if r.task < 0 && v.outline.groups[r.group].key == key {
			v.top += i - v.cursor.row
			v.put(s, i)
			return
		}
	}
}

// Arrange sets grouping and order; the selection stays.
func (v *View) Arrange(g Grouping, o Order) { v.Group, v.Order = g%groupings, o%orders }

// time answers what moves or zooms the timeline.
func (v *View) time(s *scene.Scene, a action.Action) (say string, handled bool) {
	if a == action.ToBar {
		return v.toBar(s), true
	}
	if v.lay.timeline == 0 && a >= action.Earlier && a <= action.Fit {
		return unseen, true
	}
	step := v.scale.days(max(v.lay.timeline/4, 1))
	if v.zoom > Week {
		step = max(step/7, 1) * 7
	}
	switch a {
	case action.Earlier:
		v.scroll(-step)
	case action.Later:
		v.scroll(step)
	case action.ToToday:
		v.origin = 0
		if v.zoom == All {
			v.chosen = false
		}
	case action.ZoomIn:
		return v.setZoom(s, max(v.zoom, 1)-1), true
	case action.ZoomOut:
		return v.setZoom(s, min(v.zoom+1, All)), true
	case action.Fit:
		if v.zoom == All && v.chosen {
			return v.setZoom(s, v.before), true
		}
		v.before = v.zoom
		return v.setZoom(s, All), true
	default:
		return "", false
	}
	return "", true
}

func (v *View) scroll(days roadmap.Date) {
	origin := v.scale.origin + days
	v.origin = min(max(origin, roadmap.FirstDate), roadmap.LastDate-800)
	if v.zoom == All {
		v.zoom, v.chosen = Quarter, true
	}
}

// setZoom keeps the day at the left edge, so that what one looks at stays, and the selection's bar where that was seen.
func (v *View) setZoom(s *scene.Scene, z Zoom) string {
	v.keep = !v.beyond(s)
	v.zoom, v.chosen = z, true
	return "zoom: " + z.String()
}

// Mouse answers a click or the wheel at a cell of the last frame.
func (v *View) Mouse(s *scene.Scene, m scene.Mouse, x, y int) scene.Outcome {
	v.refresh(s)
	v.pressed = true
	switch m {
	case scene.WheelDown:
		return v.wheel(s, 3)
	case scene.WheelUp:
		return v.wheel(s, -3)
	}
	row := v.top + y - headerLines
	if y < headerLines || row >= len(v.outline.rows) || y >= headerLines+v.lay.rows {
		return scene.Outcome{Select: v.selected(s)}
	}
	out := v.moveTo(s, row)
	r := v.outline.rows[row]
	switch {
	case r.task < 0 && (x < 3 || m == scene.DoubleClick):
		key := v.outline.groups[r.group].key
		v.setFold(s, key, !v.folded[key])
	case m == scene.DoubleClick:
		out.Do = action.Enter
	}
	return out
}

// wheel scrolls the window; the cursor comes along where it would leave it.
func (v *View) wheel(s *scene.Scene, n int) scene.Outcome {
	v.top = max(min(v.top+n, len(v.outline.rows)-v.lay.rows), 0)
	return v.moveTo(s, min(max(v.cursor.row, v.top), v.top+v.lay.rows-1))
}

// Marking is what is marked by marking the row that the cursor stands on: a task, or those of a heading that are shown. On a heading
// above its tasks the cursor stays.
func (v *View) Marking(s *scene.Scene) (of []scene.Ref, stays bool) {
	v.refresh(s)
	if len(v.outline.rows) == 0 {
		return nil, true
	}
	r := v.outline.rows[v.cursor.row]
	if r.task >= 0 {
		return []scene.Ref{{Task: s.Roadmap.Tasks()[r.task].ID}}, false
	}
	g := &v.outline.groups[r.group]
	return g.refs(s), !v.folded[g.key]
}

// Between are the tasks in the rows from that of one task to the cursor's, both included.
func (v *View) Between(s *scene.Scene, from scene.Ref) []scene.Ref {
	v.refresh(s)
	if len(v.outline.rows) == 0 {
		return nil
	}
	a, b := v.find(s, from), v.cursor.row
	if a < 0 {
		a = b
	}
	var out []scene.Ref
	for i := min(a, b); i <= max(a, b); i++ {
		if t := v.outline.rows[i].task; t >= 0 {
			out = append(out, scene.Ref{Task: s.Roadmap.Tasks()[t].ID})
		}
	}
	return out
}

// Neighbour is the id of the task in the row above (step -1) or below (step 1) in the same group, or empty.
func (v *View) Neighbour(s *scene.Scene, step int) string {
	v.refresh(s)
	i := v.cursor.row + step
	if i < 0 || i >= len(v.outline.rows) || v.outline.rows[i].task < 0 || v.outline.rows[i].group != v.outline.rows[v.cursor.row].group {
		return ""
	}
	return s.Roadmap.Tasks()[v.outline.rows[i].task].ID
}

// InOrder are the ids among some tasks that are shown, as their rows stand.
func (v *View) InOrder(s *scene.Scene, some map[string]bool) []string {
	v.refresh(s)
	var out []string
	for _, r := range v.outline.rows {
		if r.task >= 0 && some[s.Roadmap.Tasks()[r.task].ID] {
			out = append(out, s.Roadmap.Tasks()[r.task].ID)
		}
	}
	return out
}
