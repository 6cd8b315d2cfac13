package teams

import (
	"cmp"
	"slices"

	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// Act carries an action out: movements, folds, weeks, order.
func (v *View) Act(s *scene.Scene, a action.Action) scene.Outcome {
	v.refresh(s)
	page := max(v.lay.rows/2, 1)
	switch a {
	case action.Down:
		return v.moveTo(s, v.cursor.at+1)
	case action.Up:
		return v.moveTo(s, v.cursor.at-1)
	case action.PageDown:
		return v.scrollBy(s, page)
	case action.PageUp:
		return v.scrollBy(s, -page)
	case action.First:
		return v.moveTo(s, 0)
	case action.Last:
		return v.moveTo(s, len(v.rows)-1)
	case action.Unfold:
		return v.unfold(s)
	case action.Fold:
		return v.fold(s)
	case action.Earlier:
		return v.toWeek(s, v.week-1)
	case action.Later:
		return v.toWeek(s, v.week+1)
	case action.ToToday:
		return v.toWeek(s, 0)
	case action.GroupBy:
		return v.order(s)
	case action.Enter:
		return v.enter(s)
	case action.Why:
		return v.why(s)
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
	return v.stay(s).Select
}

// Between are the teams, or the tasks, in the rows from that of one to the cursor's, both included.
func (v *View) Between(s *scene.Scene, from scene.Ref) []scene.Ref {
	v.refresh(s)
	if len(v.rows) == 0 {
		return nil
	}
	a, b := v.cursor.at, v.cursor.at
	for i := range v.rows {
		if v.ofRow(s, i) == from {
			a = i
		}
	}
	var out []scene.Ref
	for i := min(a, b); i <= max(a, b); i++ {
		if v.rows[i].task != ofNone {
			out = append(out, v.ofRow(s, i))
		}
	}
	return out
}

// ofRow is the team or the task of a row.
func (v *View) ofRow(s *scene.Scene, at int) scene.Ref {
	r := v.rows[at]
	if r.task >= 0 {
		return scene.Ref{Task: s.Roadmap.Tasks()[r.task].ID}
	}
	return scene.Ref{Team: v.crews[r.crew].team.ID}
}

// stay is the answer where all that may have changed is the cursor.
func (v *View) stay(*scene.Scene) scene.Outcome {
	v.seen = v.selected()
	return scene.Outcome{Handled: true, Select: v.seen}
}

func (v *View) moveTo(s *scene.Scene, at int) scene.Outcome {
	if len(v.rows) > 0 {
		v.put(s, min(max(at, 0), len(v.rows)-1))
	}
	return v.stay(s)
}

// scrollBy moves the cursor and the window together.
func (v *View) scrollBy(s *scene.Scene, n int) scene.Outcome {
	v.top += n
	return v.moveTo(s, v.cursor.at+n)
}

// unfold shows the team's tasks of the selected week, or goes to the first of them.
func (v *View) unfold(s *scene.Scene) scene.Outcome {
	switch {
	case v.here() == nil || v.cursor.task != "":
	case v.unfolded[v.cursor.team]:
		return v.moveTo(s, v.cursor.at+1)
	default:
		v.setFold(s, v.cursor.team, true)
	}
	return v.stay(s)
}

// fold goes back to the team and folds it.
func (v *View) fold(s *scene.Scene) scene.Outcome {
	if v.here() != nil && v.unfolded[v.cursor.team] {
		v.cursor.task = ""
		v.setFold(s, v.cursor.team, false)
	}
	return v.stay(s)
}

func (v *View) setFold(s *scene.Scene, team string, unfold bool) {
	if unfold {
		v.unfolded[team] = true
	} else {
		delete(v.unfolded, team)
	}
	v.folds++
	v.refresh(s)
}

// farthest is how many weeks on the selected week may be: two years.
const farthest = 104

// toWeek selects a week, from the present one on.
func (v *View) toWeek(s *scene.Scene, week int) scene.Outcome {
	last := max(int(s.Plan.Finish.WeekFrom(v.WeekBegin)-s.Today.WeekFrom(v.WeekBegin))/7, 0)
	v.week = min(max(week, 0), last, farthest)
	v.refresh(s)
	out := v.stay(s)
	out.Say = "week of " + paint.Day(v.first(s), s.Today)
	if week != v.week {
		out.Say += map[bool]string{true: ", the present one", false: ", the plan's last"}[week < 0]
	}
	return out
}

func (v *View) order(s *scene.Scene) scene.Outcome {
	v.worstFirst = !v.worstFirst
	v.refresh(s)
	out := v.stay(s)
	out.Say = map[bool]string{true: "teams: worst first", false: "teams: own order"}[v.worstFirst]
	return out
}

// sortWorst puts blocked teams first, then those that will be, by their slip, and those with more to do than people.
func sortWorst(crews []crew, order []int) {
	weight := func(c *crew) int {
		switch {
		case c.blocked != nil && !c.blocked.Known:
			return 3
		case c.willBlock != nil && !c.willBlock.Known:
			return 2
		case c.inTrouble():
			return 1
		}
		return 0
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &crews[i], &crews[j]
		return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(b.own, a.own), cmp.Compare(b.slip, a.slip))
	})
}

// enter goes to the task in the Plan; from a team to the one of its tasks that matters most.
func (v *View) enter(s *scene.Scene) scene.Outcome {
	r := v.selected()
	if r.Task == "" {
		if r.Task = v.foremost(s); r.Task == "" {
			out := v.stay(s)
			out.Say = "no open task to go to"
			return out
		}
		r.Team = ""
	}
	return scene.Outcome{Handled: true, Select: r, GoTo: r}
}

// why shows the chain of causes of the task that matters most.
func (v *View) why(s *scene.Scene) scene.Outcome {
	out := v.enter(s)
	if out.GoTo != (scene.Ref{}) {
		out.Do = action.Why
	}
	return out
}

// foremost is the team's task that matters most: the one that slips most, else one at work now, else the next, else any.
func (v *View) foremost(s *scene.Scene) string {
	c := v.here()
	switch {
	case c == nil || len(c.tasks) == 0:
		return ""
	case c.late >= 0:
		return s.Roadmap.Tasks()[c.late].ID
	case len(c.now) > 0:
		return s.Roadmap.Tasks()[c.now[0]].ID
	case c.next >= 0:
		return s.Roadmap.Tasks()[c.next].ID
	}
	return s.Roadmap.Tasks()[c.tasks[0]].ID
}

// Mouse answers a click or the wheel at a cell of the last frame: rows, and the weeks in the header.
func (v *View) Mouse(s *scene.Scene, m scene.Mouse, x, y int) scene.Outcome {
	v.refresh(s)
	switch m {
	case scene.WheelDown:
		return v.wheel(s, 3)
	case scene.WheelUp:
		return v.wheel(s, -3)
	}
	if k := (x - v.lay.strip()) / weekWidth; y == 1 && x >= v.lay.strip() && k < v.lay.weeks {
		return v.toWeek(s, v.firstWeek+k)
	}
	at := v.top + y - headerLines
	if y < headerLines || y >= headerLines+v.lay.rows || at < 0 || at >= len(v.rows) {
		return scene.Outcome{}
	}
	out := v.moveTo(s, at)
	switch {
	case v.rows[at].task == ofTeam && (m == scene.DoubleClick || x == 1):
		v.setFold(s, v.cursor.team, !v.unfolded[v.cursor.team])
	case m == scene.DoubleClick:
		return v.enter(s)
	}
	return out
}

// wheel scrolls the window; the cursor comes along where it would leave it.
func (v *View) wheel(s *scene.Scene, n int) scene.Outcome {
	v.top = max(min(v.top+n, len(v.rows)-v.lay.rows), 0)
	return v.moveTo(s, min(max(v.cursor.at, v.top), v.top+v.lay.rows-1))
}
