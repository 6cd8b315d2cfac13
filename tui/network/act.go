package network

import (
	"fmt"

	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// Keys are the actions that make sense now: walking where there is somewhere to walk, folding where somebody else would fold.
func (v *View) Keys(s *scene.Scene) []action.Action {
	v.refresh(s)
	if v.graph == nil {
		return []action.Action{action.Add}
	}
	var out []action.Action
	n := &v.graph.nodes[v.cursor]
	if len(n.from) > 0 {
		out = append(out, action.Fold)
	}
	if len(n.to) > 0 {
		out = append(out, action.Unfold)
	}
	out = append(out, action.Enter)
	if v.depth > 0 {
		out = append(out, action.ZoomOut)
	}
	if len(v.graph.layers) > 1 && v.depth != 1 {
		out = append(out, action.ZoomIn)
	}
	if v.folded || v.folds(s) {
		out = append(out, action.GroupBy)
	}
	return append(out, action.Links, action.Why)
}

// folds tells whether tasks of one team in one layer would be one node.
func (v *View) folds(s *scene.Scene) bool {
	for _, layer := range v.graph.layers {
		seen := map[string]bool{}
		for _, i := range layer {
			n := &v.graph.nodes[i]
			if n.passes() || i == v.graph.middle {
				continue
			}
			team := s.Roadmap.Tasks()[n.tasks[0]].Team
			if seen[team] && team != "" {
				return true
			}
			seen[team] = true
		}
	}
	return false
}

// Calls is what an action is called here, where that is another word than elsewhere.
func (v *View) Calls(a action.Action) string {
	switch a {
	case action.Fold:
		return "back"
	case action.Unfold:
		return "ahead"
	case action.Enter:
		if v.graph == nil || v.cursor == v.graph.middle {
			return ""
		}
		return "in the middle"
	case action.ZoomIn:
		return "less"
	case action.ZoomOut:
		return "more"
	case action.GroupBy:
		return map[bool]string{true: "unfold teams", false: "fold teams"}[v.folded]
	}
	return ""
}

// Act carries an action out: walking along links, another middle, more or fewer layers, folds.
func (v *View) Act(s *scene.Scene, a action.Action) scene.Outcome {
	v.refresh(s)
	if v.graph == nil {
		return scene.Outcome{}
	}
	switch a {
	case action.Unfold:
		return v.along(s, func(n *node) []int { return n.to })
	case action.Fold:
		return v.along(s, func(n *node) []int { return n.from })
	case action.Down, action.Up, action.PageDown, action.PageUp, action.First, action.Last:
		return v.within(s, a)
	case action.Enter:
		return v.enter(s)
	case action.ZoomIn, action.ZoomOut, action.Fit:
		return v.zoom(s, a)
	case action.GroupBy:
		v.folded = !v.folded
		v.centre = true
		return v.stay(s, map[bool]string{true: "tasks of a team in one layer are folded: o unfolds them", false: "each task by itself"}[v.folded])
	case action.ToToday:
		v.cursor, v.centre = v.graph.middle, true
		return v.stay(s, "")
	}
	return scene.Outcome{}
}

// stay is the answer where all that may have changed is the cursor.
func (v *View) stay(s *scene.Scene, say string) scene.Outcome {
	return scene.Outcome{Handled: true, Select: v.Stand(s), Say: say}
}

// Stand is the task that the cursor stands on.
func (v *View) Stand(s *scene.Scene) scene.Ref {
	v.refresh(s)
	v.seen = scene.Ref{}
	if v.graph == nil || v.graph.nodes[v.cursor].passes() {
		return v.seen
	}
	n := &v.graph.nodes[v.cursor]
	v.seen.Task = s.Roadmap.Tasks()[n.worst(s)].ID
	for _, t := range n.tasks { // of a fold that holds the selection that stays
		if id := s.Roadmap.Tasks()[t].ID; id == s.Selected.Task {
			v.seen.Task = id
		}
	}
	return v.seen
}

// Folded are the places of the tasks in the box that the cursor stands on, where they are several; else nil.
func (v *View) Folded() []int {
	if v.graph == nil || len(v.graph.nodes[v.cursor].tasks) < 2 {
		return nil
	}
	var out []int
	for _, t := range v.graph.nodes[v.cursor].tasks {
		out = append(out, int(t))
	}
	return out
}

// Marking is what is marked by marking the node that the cursor stands on: its task, or those of a fold.
func (v *View) Marking(s *scene.Scene) (of []scene.Ref, stays bool) {
	v.refresh(s)
	if v.graph == nil {
		return nil, true
	}
	return v.graph.nodes[v.cursor].refs(s), false
}

// Between are the tasks from one to the cursor's, both included, where there is an order from the one to the other: those between
// them in a layer, from top to bottom; across layers those on the ways along links from the one to the other. Nil where no way leads
// from either to the other, or where the one is not shown.
func (v *View) Between(s *scene.Scene, from scene.Ref) []scene.Ref {
	v.refresh(s)
	if v.graph == nil {
		return nil
	}
	a, shown := v.graph.of[int32(s.Roadmap.TaskIndex(from.Task))]
	if !shown {
		return nil
	}
	var out []scene.Ref
	for _, i := range v.graph.between(a, v.cursor) {
		out = append(out, v.graph.nodes[i].refs(s)...)
	}
	return out
}

// along walks to the node at the other end of a link, past the places where links only pass: over the critical chain if there
// is one, else to the nearest row.
func (v *View) along(s *scene.Scene, further func(*node) []int) scene.Outcome {
	g, best, least := v.graph, -1, 0
	for _, i := range g.ahead(v.cursor, further) {
		far := abs(g.nodes[i].row - g.nodes[v.cursor].row)
		if g.critical[[2]int{v.cursor, i}] || g.critical[[2]int{i, v.cursor}] {
			far -= g.height
		}
		if best < 0 || far < least {
			best, least = i, far
		}
	}
	if best < 0 {
		return v.stay(s, v.deadEnd(s))
	}
	v.cursor = best
	return v.stay(s, "")
}

// ahead are the tasks' nodes at the other ends of a node's links.
func (g *graph) ahead(from int, further func(*node) []int) []int {
	var out []int
	for _, i := range further(&g.nodes[from]) {
		if g.nodes[i].passes() {
			out = append(out, g.ahead(i, further)...)
		} else {
			out = append(out, i)
		}
	}
	return out
}

// deadEnd says why there is nowhere to go.
func (v *View) deadEnd(s *scene.Scene) string {
	if n := &v.graph.nodes[v.cursor]; n.hiddenBefore+n.hiddenAfter > 0 {
		return "enter puts this in the middle and shows what is around it"
	}
	return ""
}

// within moves up and down in the layer of the cursor.
func (v *View) within(s *scene.Scene, a action.Action) scene.Outcome {
	g := v.graph
	var layer []int
	at := 0
	for _, i := range g.layers[g.nodes[v.cursor].layer] {
		if i == v.cursor {
			at = len(layer)
		}
		if !g.nodes[i].passes() {
			layer = append(layer, i)
		}
	}
	page := max(v.rows()/(v.graph.tall+gapRows)/2, 1)
	at += map[action.Action]int{action.Down: 1, action.Up: -1, action.PageDown: page, action.PageUp: -page, action.First: -len(layer), action.Last: len(layer)}[a]
	v.cursor = layer[min(max(at, 0), len(layer)-1)]
	return v.stay(s, "")
}

// enter puts the task that the cursor stands on in the middle; the one that is there means what enter means everywhere.
func (v *View) enter(s *scene.Scene) scene.Outcome {
	if v.cursor == v.graph.middle {
		return scene.Outcome{}
	}
	v.middle, v.centre = int32(s.Roadmap.TaskIndex(v.Stand(s).Task)), true
	return v.stay(s, "")
}

// zoom shows fewer layers, more, or all.
func (v *View) zoom(s *scene.Scene, a action.Action) scene.Outcome {
	deepest := max(v.graph.nodes[v.graph.middle].layer, len(v.graph.layers)-1-v.graph.nodes[v.graph.middle].layer)
	switch {
	case a == action.Fit:
		v.depth = 0
	case a == action.ZoomIn && v.depth == 0:
		v.depth = max(deepest-1, 1)
	case a == action.ZoomIn:
		v.depth = max(v.depth-1, 1)
	case v.depth > 0 && len(v.graph.of)-1 < v.graph.before+v.graph.after && v.depth <= deepest:
		v.depth++
	default:
		v.depth = 0
	}
	v.centre = true
	say := "all layers"
	if v.depth > 0 {
		say = fmt.Sprintf("up to %s away", paint.Count(v.depth, "link"))
	}
	return v.stay(s, say)
}

// Mouse answers a click or the wheel at a cell of the last frame.
func (v *View) Mouse(s *scene.Scene, m scene.Mouse, x, y int) scene.Outcome {
	v.refresh(s)
	switch {
	case v.graph == nil:
		return scene.Outcome{}
	case m == scene.WheelDown:
		return v.within(s, action.Down)
	case m == scene.WheelUp:
		return v.within(s, action.Up)
	}
	row, column := v.top+y-headerLines, v.shape.x[v.firstLayer]+x
	if y < headerLines || row < 0 || row >= len(v.shape.rows) {
		return scene.Outcome{}
	}
	for _, i := range v.shape.rows[row] {
		if k := v.graph.nodes[i].layer; column >= v.shape.x[k] && column < v.shape.x[k]+v.shape.width[k] {
			v.cursor = i
			if m == scene.DoubleClick {
				return v.enter(s)
			}
			return v.stay(s, "")
		}
	}
	return scene.Outcome{}
}
