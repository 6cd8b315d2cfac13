package goals

import (
	"bywhen/tui/action"
	"bywhen/tui/scene"
)

// Keys are the actions that make sense now.
func (v *View) Keys(*scene.Scene) []action.Action {
	if v.cursor < len(v.rows) && v.rows[v.cursor].risk != nil {
		return []action.Action{action.Enter, action.AddOther, action.WhatIf}
	}
	return []action.Action{action.Enter, action.SetDeadline, action.Set, action.AddOther, action.Why, action.WhatIf}
}

// Act carries an action out: movements, folds.
func (v *View) Act(s *scene.Scene, a action.Action) scene.Outcome {
	v.refresh(s)
	page := max(v.lay.goals/2, 1)
	steps, moves := map[action.Action]int{action.Down: 1, action.Up: -1, action.PageDown: page, action.PageUp: -page,
		action.First: -len(v.rows), action.Last: len(v.rows)}[a]
	switch {
	case moves:
		v.stand(v.cursor + steps)
		return v.stay(s)
	case a == action.Fold:
		return v.fold(s, true)
	case a == action.Unfold:
		return v.fold(s, false)
	case a == action.Enter && v.here() != nil && v.here().risk != nil:
		out := v.stay(s)
		out.GoTo = out.Select
		return out
	}
	return scene.Outcome{}
}

func (v *View) here() *row {
	if len(v.rows) == 0 {
		return nil
	}
	return &v.rows[v.cursor]
}

// stay is the answer where all that may have changed is the cursor.
func (v *View) stay(s *scene.Scene) scene.Outcome {
	r := v.Stand(s)
	v.seen = r
	return scene.Outcome{Handled: true, Select: r}
}

// Stand is what the cursor stands on: a goal, or the first open task that a risk would hit.
func (v *View) Stand(s *scene.Scene) scene.Ref {
	here := v.here()
	switch {
	case here == nil:
		return s.Selected
	case here.goal != nil && s.Selected.Task != "" && s.Roadmap.Task(s.Selected.Task) != nil && s.Roadmap.Task(s.Selected.Task).Goal == here.goal.ID && v.seen == s.Selected:
		return s.Selected // selected elsewhere: it stays until the cursor moves
	case here.goal != nil:
		return scene.Ref{Goal: here.goal.ID}
	}
	for _, id := range here.risk.Tasks {
		if t := s.Roadmap.Task(id); t != nil && t.Status.Open() {
			return scene.Ref{Task: id}
		}
	}
	return s.Selected
}

// fold folds a goal, or goes to the one above it; unfolds it, or goes to the first below.
func (v *View) fold(s *scene.Scene, fold bool) scene.Outcome {
	here := v.here()
	if here == nil || here.goal == nil {
		return v.stay(s)
	}
	id := here.goal.ID
	switch {
	case here.below && v.folded[id] != fold:
		v.folded[id] = fold
		v.folds++
		v.refresh(s)
	case fold && here.goal.Parent != "":
		v.find(here.goal.Parent)
	case !fold && here.below:
		v.stand(v.cursor + 1)
	}
	return v.stay(s)
}

// Mouse answers a click or the wheel at a cell of the last frame.
func (v *View) Mouse(s *scene.Scene, m scene.Mouse, _, y int) scene.Outcome {
	v.refresh(s)
	switch {
	case m == scene.WheelDown:
		return v.Act(s, action.Down)
	case m == scene.WheelUp:
		return v.Act(s, action.Up)
	}
	at := v.top + y - headerLines
	if riskAt := y - headerLines - v.lay.goals - 2; riskAt >= 0 && v.lay.risks > 0 {
		at = v.goalRows() + v.firstRisk() + riskAt
	} else if at >= v.goalRows() {
		return scene.Outcome{}
	}
	if y < headerLines || at >= len(v.rows) {
		return scene.Outcome{}
	}
	v.stand(at)
	if m == scene.DoubleClick {
		return v.Act(s, action.Enter)
	}
	return v.stay(s)
}
