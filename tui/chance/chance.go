package chance

import (
	"slices"

	"bywhen/roadmap/forecast"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// View is the Forecast: which deadline the cursor stands on.
type View struct {
	// Making is how much of a forecast that is being made is done, 0 to 1; less than 0 where none is. Its owner sets it.
	Making float64

	last   *forecast.Forecast  // the one that is shown
	listed []forecast.Deadline // the deadlines of the plan, while no forecast of them was made yet
	cursor int
	on     scene.Ref
	seen   scene.Ref
	top    int
	lay    layout
}

// New is the view as it opens.
func New() *View { return &View{Making: -1} }

// Draw is the view in h lines of w cells.
func (v *View) Draw(s *scene.Scene, w, h int) []string {
	v.refresh(s)
	open := v.last != nil && slices.ContainsFunc(v.deadlines(), func(d forecast.Deadline) bool { return d.OpenEnd })
	v.lay = layoutOf(w, h, len(v.deadlines()), v.widestDate(s)+2, open)
	v.top = max(min(v.top, v.cursor), v.cursor-v.lay.rows+1, 0)
	return v.lines(s)
}

// widestDate is the cells that the dates of the table take at most.
func (v *View) widestDate(s *scene.Scene) int {
	widest := 0
	for i := range v.deadlines() {
		d := &v.deadlines()[i]
		widest = max(widest, paint.DayCells(s.Today, d.Date, d.P50, d.P80, d.P95))
	}
	return widest
}

func (v *View) deadlines() []forecast.Deadline {
	if v.last == nil {
		return v.listed
	}
	return v.last.Deadlines
}

// list lists the deadlines that a forecast of the scene's plan will have.
func (v *View) list(s *scene.Scene) {
	v.listed = nil
	for _, d := range s.Deadlines {
		if d.Forecast != 0 && !d.Done {
			v.listed = append(v.listed, forecast.Deadline{On: d.On, Title: d.Title, Date: d.Date, Outcome: forecast.Outcome{OpenEnd: d.OpenEnd}})
		}
	}
}

// refresh takes the scene's forecast, and finds what was selected in another view.
func (v *View) refresh(s *scene.Scene) {
	if s.Forecast != nil && s.Forecast != v.last {
		v.last, v.listed = s.Forecast, nil
		v.find(v.on)
	}
	if v.last == nil {
		v.list(s)
		v.find(v.on)
	}
	if s.Selected != v.seen {
		v.seen = s.Selected
		r := s.Selected
		if t := s.Roadmap.Task(r.Task); t != nil && t.Deadline == 0 {
			r = scene.Ref{Goal: t.Goal}
		}
		v.find(r)
	}
}

// find stands on a deadline; where it is none, the cursor stays.
func (v *View) find(r scene.Ref) {
	for i := range v.deadlines() {
		if v.deadlines()[i].On == r {
			v.stand(i)
			return
		}
	}
	v.stand(v.cursor)
}

func (v *View) stand(i int) {
	v.cursor, v.on = 0, scene.Ref{}
	if n := len(v.deadlines()); n > 0 {
		v.cursor = min(max(i, 0), n-1)
		v.on = v.deadlines()[v.cursor].On
	}
}

// Keys are the actions that make sense now.
func (v *View) Keys(*scene.Scene) []action.Action {
	return []action.Action{action.Enter, action.Why, action.SetDeadline, action.WhatIf}
}

// Act carries an action out: movements among the deadlines; enter goes to the one that is selected.
func (v *View) Act(s *scene.Scene, a action.Action) scene.Outcome {
	v.refresh(s)
	page := max(v.lay.rows/2, 1)
	all := len(v.deadlines())
	steps, moves := map[action.Action]int{action.Down: 1, action.Up: -1, action.PageDown: page, action.PageUp: -page, action.First: -all, action.Last: all}[a]
	switch {
	case moves:
		v.stand(v.cursor + steps)
		return v.stay(s)
	case a == action.Enter && all > 0:
		out := v.stay(s)
		out.GoTo = out.Select
		return out
	}
	return scene.Outcome{}
}

// stay is the answer where all that may have changed is the cursor.
func (v *View) stay(s *scene.Scene) scene.Outcome {
	v.seen = v.selected(s)
	return scene.Outcome{Handled: true, Select: v.seen}
}

// Stand is the deadline that the cursor stands on.
func (v *View) Stand(s *scene.Scene) scene.Ref {
	v.refresh(s)
	return v.stay(s).Select
}

// selected is the deadline that the cursor stands on, if what has it is still there.
func (v *View) selected(s *scene.Scene) scene.Ref {
	if len(v.deadlines()) == 0 || s.Title(v.on) == "" {
		return scene.Ref{}
	}
	return v.on
}

// Between are the deadlines in the rows from that of one to the cursor's, both included.
func (v *View) Between(s *scene.Scene, from scene.Ref) []scene.Ref {
	v.refresh(s)
	a, b := v.cursor, v.cursor
	var out []scene.Ref
	for i := range v.deadlines() {
		if v.deadlines()[i].On == from {
			a = i
		}
	}
	for i := min(a, b); i <= max(a, b) && i < len(v.deadlines()); i++ {
		out = append(out, v.deadlines()[i].On)
	}
	return out
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
	if y < headerLines || y >= headerLines+v.lay.rows || at >= len(v.deadlines()) {
		return scene.Outcome{}
	}
	v.stand(at)
	if m == scene.DoubleClick {
		return v.Act(s, action.Enter)
	}
	return v.stay(s)
}
