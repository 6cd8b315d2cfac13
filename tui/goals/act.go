package goals

import (
	"bywhen/roadmap"
	"bywhen/tui/action"
	"bywhen/tui/scene"
)

// Keys are the actions that make sense now.
func (v *View) Keys(*scene.Scene) []action.Action {
	if v.cursor < len(v.rows) && v.rows[v.cursor].risk != nil {
		return []action.Action{action.Enter, action.Set, action.Edit, action.NextStatus, action.Drop, action.Unfold, action.AddOther}
	}
	return []action.Action{action.Enter, action.SetDeadline, action.Set, action.AddOther, action.Why, action.WhatIf}
}

// Calls is what an action is called here, where that is another word than elsewhere.
func (v *View) Calls(a action.Action) string {
	risk := v.here() != nil && v.here().risk != nil
	switch {
	case risk && a == action.Unfold:
		return "what it hits"
	case risk && a == action.Drop && v.here().risk.Status == roadmap.RiskClosed:
		return "open again"
	case risk && a == action.Drop:
		return "close"
	}
	return ""
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
	case a == action.Fold, a == action.Unfold:
		return v.fold(s, a == action.Fold)
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
	v.seen = v.selected()
	return scene.Outcome{Handled: true, Select: v.seen}
}

// Stand is what the cursor stands on.
func (v *View) Stand(s *scene.Scene) scene.Ref {
	v.refresh(s)
	return v.stay(s).Select
}

// selected is the goal or the risk that the cursor stands on.
func (v *View) selected() scene.Ref {
	switch here := v.here(); {
	case here == nil:
		return scene.Ref{}
	case here.goal != nil:
		return scene.Ref{Goal: here.goal.ID}
	default:
		return scene.Ref{Risk: here.risk.ID}
	}
}

// fold folds a goal, or goes to the one above it; unfolds it, or goes to the first below: of a risk to what it would hit, in the
// Plan.
func (v *View) fold(s *scene.Scene, fold bool) scene.Outcome {
	here := v.here()
	switch {
	case here == nil:
		return v.stay(s)
	case here.goal == nil && fold:
		return v.stay(s)
	case here.goal == nil:
		out := v.stay(s)
		if out.GoTo = s.Hit(here.risk); out.GoTo == (scene.Ref{}) {
			out.Say = s.Keys.Text("it hits no open task: ‹s› on: names one")
		}
		return out
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
		at = v.goalRows() + v.firstRisk() + riskAt/max(v.lay.each, 1)
		if riskAt >= v.lay.risks {
			return scene.Outcome{} // the grid
		}
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
