package goals

import (
	"bywhen/roadmap"
	"bywhen/tui/action"
	"bywhen/tui/scene"
)

// Keys are the actions that make sense now.
func (v *View) Keys(*scene.Scene) []action.Action {
	if len(v.rows) == 0 {
		return []action.Action{action.AddOther}
	}
	if v.cursor < len(v.rows) && v.rows[v.cursor].risk != nil {
		if v.rows[v.cursor].risk.Status == roadmap.RiskClosed { // which has no further step
			return v.withTurn(action.Enter, action.Set, action.Edit, action.Drop, action.Unfold, action.AddOther)
		}
		return v.withTurn(action.Enter, action.Set, action.Edit, action.NextStatus, action.Drop, action.Unfold, action.AddOther)
	}
	return v.withTurn(action.Enter, action.SetDeadline, action.Set, action.AddOther, action.Why, action.WhatIf)
}

// withTurn adds the key by which the list of risks and their grid take turns, where they do.
func (v *View) withTurn(keys ...action.Action) []action.Action {
	if v.lay.hidesGrid() && v.lay.short() == 0 {
		keys = append(keys, action.Fit)
	}
	return keys
}

// Calls is what an action is called here, where that is another word than elsewhere.
func (v *View) Calls(a action.Action) string {
	risk := v.here() != nil && v.here().risk != nil
	switch {
	case a == action.Fit && v.lay.instead:
		return "list of risks"
	case a == action.Fit:
		return "grid of risks"
	case risk && a == action.AddOther:
		return "add risk"
	case a == action.AddOther:
		return "add goal"
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
	case a == action.Fit:
		return v.turnGrid(s)
	}
	return scene.Outcome{}
}

// turnGrid shows the grid of the risks where they are listed, or the list again.
func (v *View) turnGrid(s *scene.Scene) scene.Outcome {
	out := v.stay(s)
	switch {
	case v.goalRows() == len(v.rows):
		out.Say = s.Keys.Text("no risk yet: ‹A› makes one, as risk Mould crack 20% 8d")
	case v.lay.grid > 0:
		out.Say = "the grid of the risks is beside them already"
	case v.lay.below > 0:
		out.Say = "the grid of the risks is below them already"
	case !v.lay.hidesGrid() || v.lay.short() > 0:
		out.Say = "the grid of the risks has no room: it takes a larger terminal"
	default:
		v.grid = !v.grid
	}
	return out
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
	if here := v.here(); here != nil {
		return here.ref()
	}
	return scene.Ref{}
}

// Between are the goals and risks in the rows from that of one to the cursor's, both included.
func (v *View) Between(s *scene.Scene, from scene.Ref) []scene.Ref {
	v.refresh(s)
	if len(v.rows) == 0 {
		return nil
	}
	a, b := v.cursor, v.cursor
	for i := range v.rows {
		if v.rows[i].ref() == from {
			a = i
		}
	}
	var out []scene.Ref
	for i := min(a, b); i <= max(a, b); i++ {
		out = append(out, v.rows[i].ref())
	}
	return out
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
	at, _ := v.goalAt(max(y-headerLines, 0))
	if v.lay.instead && y >= headerLines+v.lay.goals {
		return scene.Outcome{} // the grid
	}
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
