package history

import (
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/tui/action"
	"bywhen/tui/scene"
)

// View is the History: where the cursor stands, and from which change on the past is shown.
type View struct {
	past    *history.Past
	trouble string // why it could not be read
	rows    []row
	cursor  int
	on      uint64 // the change that the cursor stands on
	visited uint64 // the change after which the roadmap is shown; 0: as it is now
	top     int
	lay     layout
	titles  map[string]string // of tasks and goals that are gone
	seen    scene.Ref         // what the cursor stood on
	about   scene.Ref         // what the chart is drawn of, or of whose goal
	picked  scene.Ref         // the deadline that was chosen for the chart; none: it follows the cursor
}

// row is a change; undone is that it, or its undoing, was taken back: neither counts any more.
type row struct {
	*history.Change
	void bool
}

// New is the view as it opens.
func New() *View { return &View{} }

// Show hands over what is known of the history; trouble says why it could not be read.
func (v *View) Show(past *history.Past, trouble string) {
	if v.past == past && v.trouble == trouble {
		return
	}
	v.past, v.trouble, v.rows, v.titles = past, trouble, nil, map[string]string{}
	if past == nil {
		return
	}
	void := map[uint64]bool{}
	for i := len(past.Changes) - 1; i >= 0; i-- {
		c := &past.Changes[i]
		if !void[c.Seq] && c.Of != 0 {
			void[c.Of] = true
			if c.Undone {
				void[c.Seq] = true
			}
		}
		v.rows = append(v.rows, row{c, void[c.Seq]})
		v.remember(c)
	}
	v.find()
}

// remember keeps what tasks and goals were called that a change deleted.
func (v *View) remember(c *history.Change) {
	for _, e := range c.Edits {
		if e.After != nil || v.titles[e.Key] != "" {
			continue
		}
		switch x := e.Before.(type) {
		case *roadmap.Task:
			v.titles[e.Key] = x.Title
		case *roadmap.Goal:
			v.titles[e.Key] = x.Title
		}
	}
}

// Visit says after which change the roadmap is shown; 0 is as it is now.
func (v *View) Visit(seq uint64) {
	v.visited = seq
	if seq != 0 {
		v.on = seq
		v.find()
	}
}

// PointAt puts the cursor on a change, as soon as that is known.
func (v *View) PointAt(seq uint64) {
	if v.on = seq; len(v.rows) > 0 {
		v.find()
	}
}

// find stands on the change that it stood on before new ones came; at the beginning on the newest.
func (v *View) find() {
	for i := range v.rows {
		if v.rows[i].Seq == v.on {
			v.stand(i)
			return
		}
	}
	v.stand(0)
}

func (v *View) stand(i int) {
	if len(v.rows) == 0 {
		v.cursor, v.on = 0, 0
		return
	}
	v.cursor = min(max(i, 0), len(v.rows)-1)
	v.on = v.rows[v.cursor].Seq
}

// Draw is the view in h lines of w cells.
func (v *View) Draw(s *scene.Scene, w, h int) []string {
	v.lay = layoutOf(w, h)
	v.top = max(min(v.top, v.cursor), v.cursor-v.lay.rows+1, 0)
	return v.lines(s)
}

// Keys are the actions that make sense now.
func (v *View) Keys(*scene.Scene) []action.Action {
	keys := []action.Action{action.Earlier, action.Later, action.Unfold, action.Enter, action.Delete, action.BackTo, action.Undo}
	if v.visited != 0 {
		keys = append([]action.Action{action.Cancel}, keys...)
	}
	return keys
}

// Calls is what an action is called here, where that is another word than elsewhere.
func (v *View) Calls(a action.Action) string {
	switch a {
	case action.Earlier:
		return "back in time"
	case action.Later:
		return "forward"
	case action.Enter:
		return "go there"
	case action.Cancel:
		return "come back"
	case action.Unfold:
		return "next deadline"
	case action.Delete:
		return "take back"
	}
	return ""
}

// Here is the change that the cursor stands on, and how many changes the history had after it; false where there is none.
func (v *View) Here() (c *history.Change, changes int, ok bool) {
	if len(v.rows) == 0 {
		return nil, 0, false
	}
	return v.rows[v.cursor].Change, len(v.rows) - v.cursor, true
}

// Act carries an action out: movements; enter goes to what a change was about. To travel is its owner's.
func (v *View) Act(s *scene.Scene, a action.Action) scene.Outcome {
	page := max(v.lay.rows/2, 1)
	steps, moves := map[action.Action]int{action.Down: 1, action.Up: -1, action.PageDown: page, action.PageUp: -page,
		action.First: -len(v.rows), action.Last: len(v.rows)}[a]
	if moves {
		v.stand(v.cursor + steps)
		return v.stay(s)
	}
	if slices.Contains(ofTasks, a) {
		return v.refuse(s, a)
	}
	switch a {
	case action.Earlier, action.Later:
		return v.travel(s, a)
	case action.Unfold, action.Fold:
		return v.pick(s, map[action.Action]int{action.Unfold: 1, action.Fold: -1}[a])
	case action.Delete:
		return scene.Outcome{Do: action.TakeBack}
	case action.ToToday:
		return scene.Outcome{Handled: true, Select: v.subject(s), Travel: scene.ToPresent}
	case action.Enter:
		out := v.stay(s)
		if out.GoTo = out.Select; out.GoTo == (scene.Ref{}) {
			out.Say = "this change is of no one task or goal: there is nothing to go to"
		}
		return out
	}
	return scene.Outcome{}
}

// travel goes one change back from where one is, or one forward. From the present, or the newest change, back is to before that one.
func (v *View) travel(s *scene.Scene, a action.Action) scene.Outcome {
	out := scene.Outcome{Handled: true, Select: v.subject(s), Travel: scene.ToPast}
	switch {
	case len(v.rows) == 0:
		out.Travel = scene.Stay
	case a == action.Later && (v.visited == 0 || v.cursor == 0):
		out.Travel = scene.ToPresent
	case a == action.Later:
		v.stand(v.cursor - 1)
	case v.visited != 0 && v.cursor == len(v.rows)-1:
		out.Travel, out.Say = scene.Stay, "this is how it began"
	case v.visited != 0 || v.cursor == 0 && len(v.rows) > 1: // after the newest change it is as now
		v.stand(v.cursor + 1)
	}
	return out
}

// Stand is the task or goal that the change is about on which the cursor stands.
func (v *View) Stand(s *scene.Scene) scene.Ref {
	if s.Selected != v.seen && s.Selected != (scene.Ref{}) { // elsewhere: its deadline is drawn until the cursor moves
		v.about, v.picked = s.Selected, scene.Ref{}
	}
	v.seen = v.subject(s)
	return v.seen
}

// stay is the answer where the cursor has moved.
func (v *View) stay(s *scene.Scene) scene.Outcome {
	v.seen = v.subject(s)
	if v.seen != (scene.Ref{}) {
		v.about = v.seen
	}
	return scene.Outcome{Handled: true, Select: v.seen}
}

// subject is the one task of the present that a change is about, else the one goal: the only one that it touched, or the one that
// its title begins with. Of a check-in it is none.
func (v *View) subject(s *scene.Scene) scene.Ref {
	if len(v.rows) == 0 {
		return scene.Ref{}
	}
	c := v.rows[v.cursor].Change
	for _, kind := range []roadmap.Kind{roadmap.KindTask, roadmap.KindGoal} {
		var touched []scene.Ref
		for _, e := range c.Edits {
			r := scene.Ref{Task: e.Key}
			if kind == roadmap.KindGoal {
				r = scene.Ref{Goal: e.Key}
			}
			if e.Kind != kind || s.Title(r) == "" {
				continue
			}
			if strings.HasPrefix(c.Title, s.Title(r)) {
				return r
			}
			touched = append(touched, r)
		}
		if len(touched) == 1 {
			return touched[0]
		}
		if len(touched) > 1 {
			break
		}
	}
	return scene.Ref{}
}

// ofTasks are the actions that work on a task or a goal: here they say where to go for that, since a log is the past.
var ofTasks = []action.Action{action.Set, action.SetTeam, action.SetDeadline, action.Edit, action.Notes, action.NextStatus, action.Block, action.Links,
	action.Drop, action.RankUp, action.RankDown, action.BarEarlier, action.BarLater, action.BarShorter, action.BarLonger, action.Mark,
	action.MarkRange, action.Known, action.Chase, action.Fix}

// refuse says why an action does nothing to a row, and what to do instead.
func (v *View) refuse(s *scene.Scene, a action.Action) scene.Outcome {
	out := scene.Outcome{Handled: true, Select: v.subject(s)}
	key := s.Keys.Key(a)
	if out.Say = "this change is of no one task or goal: " + key + " has nothing to work on here"; out.Select != (scene.Ref{}) {
		out.Say = s.Keys.Text("the log stays as it is: ‹enter› goes to "+s.Title(out.Select)+", where ") + key + " works"
	}
	return out
}

// Mouse answers a click or the wheel at a cell of the last frame.
func (v *View) Mouse(s *scene.Scene, m scene.Mouse, _, y int) scene.Outcome {
	switch {
	case m == scene.WheelDown:
		return v.Act(s, action.Down)
	case m == scene.WheelUp:
		return v.Act(s, action.Up)
	}
	at := v.top + y - headerLines
	if y < headerLines || y >= headerLines+v.lay.rows || at >= len(v.rows) {
		return scene.Outcome{}
	}
	v.stand(at)
	if m == scene.DoubleClick {
		return v.Act(s, action.Enter)
	}
	return v.stay(s)
}
