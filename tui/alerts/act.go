package alerts

import (
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/scene"
)

// Act carries an action out: movements in the list and in the pane, folds, going to a cause.
func (v *View) Act(s *scene.Scene, a action.Action) scene.Outcome {
	v.refresh(s)
	if n, ok := v.step(a); ok {
		if v.inPane {
			return v.movePane(s, n)
		}
		return v.move(s, n)
	}
	switch a {
	case action.Enter:
		return v.enter(s)
	case action.Unfold:
		return v.unfold(s)
	case action.Fold:
		return v.fold(s)
	case action.Why:
		return v.why(s)
	case action.Cancel, action.Quit:
		if v.inPane {
			v.inPane = false
			return v.stay(s)
		}
		return scene.Outcome{}
	}
	if a.IsView() {
		return scene.Outcome{}
	}
	out := v.stay(s)
	out.Handled = false
	return out
}

// Stand is what the cursor stands on.
func (v *View) Stand(s *scene.Scene) scene.Ref {
	v.refresh(s)
	return v.selected(s)
}

// Marking is what is marked by marking the row that the cursor stands on: of a cause its tasks, in the pane what stands there.
func (v *View) Marking(s *scene.Scene) (of []scene.Ref, stays bool) {
	v.refresh(s)
	switch {
	case v.here() == nil:
		return nil, true
	case v.inPane && v.paneAt < len(v.pane.lines) && v.pane.lines[v.paneAt].ref != (scene.Ref{}):
		return []scene.Ref{v.selected(s)}, false
	}
	return v.ofLine(s, v.cursor.at), false
}

// ofLine is what is marked by marking a line of the list on which the cursor may stand.
func (v *View) ofLine(s *scene.Scene, at int) []scene.Ref {
	x := v.list.lines[at]
	c := &v.list.causes[x.cause]
	if x.kind == underLine {
		return []scene.Ref{c.under(x.n)}
	}
	return c.marking(s)
}

// Between is what is marked by marking the rows from one at which something was marked to the cursor's.
func (v *View) Between(s *scene.Scene, from scene.Ref) []scene.Ref {
	v.refresh(s)
	a, b := v.list.of(s, from), v.cursor.at
	if v.here() == nil || v.inPane {
		return nil
	}
	if a < 0 {
		a = b
	}
	var out []scene.Ref
	for i := min(a, b); i <= max(a, b); i++ {
		if v.list.lines[i].stands() {
			out = append(out, v.ofLine(s, i)...)
		}
	}
	return out
}

// stay is the answer where all that may have changed is the cursor.
func (v *View) stay(s *scene.Scene) scene.Outcome {
	return scene.Outcome{Handled: true, Select: v.selected(s)}
}

// step is by how many places a movement goes.
func (v *View) step(a action.Action) (n int, ok bool) {
	rows, all := v.lay.listRows, len(v.list.lines)
	if v.inPane {
		rows, all = v.lay.paneRows, len(v.pane.lines)
	}
	switch a {
	case action.Down:
		return 1, true
	case action.Up:
		return -1, true
	case action.PageDown:
		return max(rows/2, 1), true
	case action.PageUp:
		return -max(rows/2, 1), true
	case action.First:
		return -all, true
	case action.Last:
		return all, true
	}
	return 0, false
}

// move goes to the next line on which the cursor may stand, at least n lines on; more than a line scrolls along.
func (v *View) move(s *scene.Scene, n int) scene.Outcome {
	step := 1
	if n < 0 {
		step = -1
	}
	if at := v.list.nearest(v.cursor.at+n, step); at >= 0 {
		if n*step > 1 {
			v.top += n
		}
		v.put(at)
		v.refreshPane(s)
	}
	return v.stay(s)
}

// movePane goes to the next line of the pane with something to go to.
func (v *View) movePane(s *scene.Scene, n int) scene.Outcome {
	step := 1
	if n < 0 {
		step = -1
	}
	last := len(v.pane.lines) - 1
	for _, way := range []int{step, -step} {
		for i := min(max(v.paneAt+n, 0), last); i >= 0 && i <= last; i += way {
			if v.pane.lines[i].stands() {
				v.paneAt = i
				return v.stay(s)
			}
		}
	}
	return v.stay(s)
}

// enter goes to the cause: a task or goal in the Plan, a team in Teams, what nobody has told of longest; a way out is taken.
func (v *View) enter(s *scene.Scene) scene.Outcome {
	r := v.selected(s)
	if c := v.here(); c != nil && c.root.Flag == schedule.Untold && r == c.root.On && !v.inPane {
		r = c.under(0)
	}
	switch way := v.chosen(); {
	case way != nil:
		return scene.Outcome{Handled: true, Select: r, Way: way}
	case r == (scene.Ref{}):
		return scene.Outcome{Handled: true}
	case r.Team != "":
		return scene.Outcome{Handled: true, Select: r, Do: action.View3}
	}
	return scene.Outcome{Handled: true, Select: r, GoTo: r}
}

// unfold shows what the cause makes late; where that is shown it goes into the pane.
func (v *View) unfold(s *scene.Scene) scene.Outcome {
	c := v.here()
	switch {
	case c == nil || v.inPane:
		return v.stay(s)
	case c.unfolds() && !v.unfolded[keyOf(c.root)] && v.list.lines[v.cursor.at].kind == headLine:
		v.setFold(s, c, true)
		return v.stay(s)
	}
	return v.intoPane(s)
}

// fold goes back out of the pane, or folds the cause that the cursor is in.
func (v *View) fold(s *scene.Scene) scene.Outcome {
	if v.inPane {
		v.inPane = false
		return v.stay(s)
	}
	if c := v.here(); c != nil && v.unfolded[keyOf(c.root)] {
		v.setFold(s, c, false)
	}
	return v.stay(s)
}

// why opens the ledger of the worst deadline that the cause moves; where it moves none it goes into the pane.
func (v *View) why(s *scene.Scene) scene.Outcome {
	c := v.here()
	if c == nil || c.root.Worst.Date == 0 {
		return v.intoPane(s)
	}
	out := v.stay(s)
	out.Ledger = c.root.Worst.On
	return out
}

func (v *View) intoPane(s *scene.Scene) scene.Outcome {
	if v.lay.pane > 0 && len(v.pane.lines) > 0 {
		v.inPane = true
		v.movePane(s, 0)
	}
	return v.stay(s)
}

func (v *View) setFold(s *scene.Scene, c *cause, unfold bool) {
	k := keyOf(c.root)
	if unfold {
		v.unfolded[k] = true
	} else {
		delete(v.unfolded, k)
		v.cursor.task = ""
	}
	v.folds++
	v.refresh(s)
}

// Mouse answers a click or the wheel at a cell of the last frame.
func (v *View) Mouse(s *scene.Scene, m scene.Mouse, x, y int) scene.Outcome {
	v.refresh(s)
	inPane := v.lay.beside && x > v.lay.list || !v.lay.beside && y > v.lay.listRows
	switch {
	case m == scene.WheelDown || m == scene.WheelUp:
		v.inPane = inPane && len(v.pane.lines) > 0
		n, _ := v.step(map[scene.Mouse]action.Action{scene.WheelDown: action.Down, scene.WheelUp: action.Up}[m])
		if v.inPane {
			return v.movePane(s, n)
		}
		return v.move(s, n)
	case inPane:
		return v.clickPane(s, m, y)
	}
	at := v.top + y - 1
	if y < 1 || at < 0 || at >= len(v.list.lines) || v.list.lines[at].cause < 0 {
		return scene.Outcome{}
	}
	v.inPane = false
	v.put(v.list.nearest(at, -1))
	v.refreshPane(s)
	if m == scene.DoubleClick {
		return v.enter(s)
	}
	return v.stay(s)
}

func (v *View) clickPane(s *scene.Scene, m scene.Mouse, y int) scene.Outcome {
	at := v.paneTop + y - 1
	if !v.lay.beside {
		at -= v.lay.listRows + 1
	}
	if at < 0 || at >= len(v.pane.lines) || !v.pane.lines[at].stands() {
		return v.stay(s)
	}
	v.inPane, v.paneAt = true, at
	if m == scene.DoubleClick {
		return v.enter(s)
	}
	return v.stay(s)
}
