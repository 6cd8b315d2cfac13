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
	open    map[uint64]bool // the changes that are unfolded
	shown   []place         // what is shown of them, as lay put it
	stale   bool            // it is to be laid anew
	laidFor int             // the cells across for which it was
	cursor  int             // place in shown
	on      spot            // what the cursor stands on
	visited uint64          // the change after which the roadmap is shown; 0: as it is now
	top     int
	size    layout
	titles  map[string]string // of tasks, goals and teams that are gone
	// searched is what is looked for among the changes; empty where all are shown.
	searched string
	seen     scene.Ref // what the cursor stood on
	about    scene.Ref // what the chart is drawn of, or of whose goal
	picked   scene.Ref // the deadline that was chosen for the chart; none: it follows the cursor
}

// row is a change; void is that it, or its undoing, was taken back: neither counts any more.
type row struct {
	*history.Change
	void    bool
	touched []roadmap.Edit // what it touched, as soon as somebody asked
	said    string         // what it can be found by, as soon as somebody looked
}

// spot is what the cursor stands on, whatever else is shown.
type spot struct {
	seq        uint64
	item, part int // as in place
}

// New is the view as it opens.
func New() *View { return &View{open: map[uint64]bool{}, on: spot{item: head}} }

// Show hands over what is known of the history; trouble says why it could not be read.
func (v *View) Show(past *history.Past, trouble string) {
	if v.past == past && v.trouble == trouble {
		return
	}
	v.past, v.trouble, v.rows, v.titles = past, trouble, nil, map[string]string{}
	v.stale, v.shown = true, nil
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
		v.rows = append(v.rows, row{Change: c, void: void[c.Seq]})
		v.remember(c)
	}
}

// remember keeps what tasks, goals and teams were called that a change deleted.
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
		case *roadmap.Team:
			v.titles[e.Key] = x.Name
		}
	}
}

// Visit says after which change the roadmap is shown; 0 is as it is now.
func (v *View) Visit(seq uint64) {
	v.visited = seq
	if seq != 0 {
		v.on, v.stale = spot{seq: seq, item: head}, true
	}
}

// PointAt puts the cursor on a change, as soon as that is known; what was looked for is shown no longer alone.
func (v *View) PointAt(seq uint64) {
	v.on, v.stale, v.searched = spot{seq: seq, item: head}, true, ""
}

// refresh lays the rows anew where something has changed about them.
func (v *View) refresh(s *scene.Scene) {
	if v.stale || v.laidFor != v.size.w {
		v.lay(s)
	}
}

// find stands on what it stood on before other rows came, else on its change; at the beginning on the newest. Where that is not shown
// it is the next older one, else the last.
func (v *View) find() {
	at, near := -1, -1
	for i, p := range v.shown {
		seq := v.rows[p.change].Seq
		switch {
		case seq == v.on.seq && p.item == v.on.item && p.part == v.on.part:
			v.stand(i)
			return
		case at < 0 && seq == v.on.seq:
			at = i
		case near < 0 && seq < v.on.seq && p.item == head:
			near = i
		}
	}
	switch {
	case at >= 0:
		v.stand(at)
	case near >= 0 || v.on.seq == 0:
		v.stand(near)
	default:
		v.stand(len(v.shown) - 1)
	}
}

func (v *View) stand(i int) {
	if len(v.shown) == 0 {
		v.cursor = 0
		return
	}
	v.cursor = min(max(i, 0), len(v.shown)-1)
	p := v.shown[v.cursor]
	v.on = spot{v.rows[p.change].Seq, p.item, p.part}
}

// Draw is the view in h lines of w cells.
func (v *View) Draw(s *scene.Scene, w, h int) []string {
	v.size = layoutOf(w, h)
	v.refresh(s)
	v.top = max(min(v.top, v.cursor), v.cursor-v.size.rows+1, 0)
	return v.lines(s)
}

// Keys are the actions that make sense now.
func (v *View) Keys(*scene.Scene) []action.Action {
	if len(v.rows) == 0 {
		return []action.Action{action.View1, action.ZoomIn}
	}
	keys, item := []action.Action{action.Unfold}, len(v.shown) > 0 && v.shown[v.cursor].item != head
	switch {
	case item:
		keys[0] = action.Enter
	case v.opened():
		keys[0] = action.Fold
	}
	if len(v.shown) > 0 && v.shown[v.cursor].change > 0 { // after the newest change it is as now
		keys = append(keys, action.BackTo)
	}
	if item {
		keys = append(keys, action.Fold)
	}
	keys = append(keys, action.Earlier)
	if v.visited != 0 {
		keys = append(keys, action.Later)
	}
	keys = append(keys, action.Delete, action.Filter, action.ZoomIn, action.Undo)
	if v.searched != "" && v.visited == 0 {
		keys = append([]action.Action{action.Cancel}, keys...)
	}
	if v.visited != 0 {
		keys = append([]action.Action{action.Cancel}, keys...)
	}
	return keys
}

// Calls is what an action is called here, where that is another word than elsewhere.
func (v *View) Calls(a action.Action) string {
	switch a {
	case action.Earlier:
		return "earlier"
	case action.Later:
		return "later"
	case action.Enter:
		return "go there"
	case action.Cancel:
		if v.visited == 0 && v.searched != "" {
			return "shows all"
		}
		return "come back"
	case action.Unfold:
		return "unfold"
	case action.ZoomIn:
		return "next deadline"
	case action.ZoomOut:
		return "deadline before"
	case action.Filter:
		return "search"
	case action.Delete:
		return "take back"
	}
	return ""
}

// Here is the change that the cursor stands on, and how many changes the history had after it; false where there is none.
func (v *View) Here() (c *history.Change, changes int, ok bool) {
	if len(v.shown) == 0 {
		return nil, 0, false
	}
	at := v.shown[v.cursor].change
	return v.rows[at].Change, len(v.rows) - at, true
}

// Act carries an action out: movements; a change is unfolded, and enter on a thing that it touched goes there. To travel is its
// owner's.
func (v *View) Act(s *scene.Scene, a action.Action) scene.Outcome {
	v.refresh(s)
	page := max(v.size.rows/2, 1)
	steps, moves := map[action.Action]int{action.Down: 1, action.Up: -1, action.PageDown: page, action.PageUp: -page,
		action.First: -len(v.shown), action.Last: len(v.shown)}[a]
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
		v.fold(s, a == action.Unfold)
		return v.stay(s)
	case action.ZoomIn, action.ZoomOut:
		return v.pick(s, map[action.Action]int{action.ZoomIn: 1, action.ZoomOut: -1}[a])
	case action.Delete:
		return scene.Outcome{Do: action.TakeBack}
	case action.ToToday:
		return scene.Outcome{Handled: true, Select: v.subject(s), Travel: scene.ToPresent}
	case action.Enter:
		return v.enter(s)
	}
	return scene.Outcome{}
}

// enter unfolds a change, and folds it again; on a thing that it touched it goes there.
func (v *View) enter(s *scene.Scene) scene.Outcome {
	out := v.stay(s)
	switch {
	case len(v.shown) == 0:
	case v.shown[v.cursor].item == head:
		v.fold(s, !v.opened())
		return v.stay(s)
	default:
		if out.GoTo = out.Select; out.GoTo == (scene.Ref{}) {
			out.Say = "that is not in the roadmap any more, or has no place of its own: there is nothing to go to"
		}
	}
	return out
}

// travel goes one change back from where one is, or one forward. From the present, or the newest change, back is to before that one.
func (v *View) travel(s *scene.Scene, a action.Action) scene.Outcome {
	v.on.item, v.on.part = head, 0
	v.find()
	out := scene.Outcome{Handled: true, Select: v.subject(s), Travel: scene.ToPast}
	older, younger := v.neighbour(1), v.neighbour(-1)
	switch {
	case len(v.shown) == 0:
		out.Travel = scene.Stay
	case a == action.Later && (v.visited == 0 || younger == v.cursor):
		out.Travel = scene.ToPresent
	case a == action.Later:
		v.stand(younger)
	case v.visited != 0 && older == v.cursor:
		out.Travel, out.Say = scene.Stay, "this is how it began"
		if v.searched != "" {
			out.Say = "no older change matches “" + v.searched + "”"
		}
	case v.visited != 0 || v.shown[v.cursor].change == 0 && len(v.rows) > 1: // after the newest change it is as now
		v.stand(older)
	}
	return out
}

// neighbour is the place of the next change that is shown in a direction; where there is none, the cursor's.
func (v *View) neighbour(step int) int {
	for i := v.cursor + step; i >= 0 && i < len(v.shown); i += step {
		if v.shown[i].item == head {
			return i
		}
	}
	return v.cursor
}

// Stand is the task or goal that the change is about on which the cursor stands.
func (v *View) Stand(s *scene.Scene) scene.Ref {
	v.refresh(s)
	if s.Selected != v.seen && s.Selected != (scene.Ref{}) { // elsewhere: its deadline is drawn until the cursor moves
		v.about, v.picked = s.Selected, scene.Ref{}
	}
	v.seen = v.subject(s)
	return v.seen
}

// stay is the answer where the cursor has moved. What is drawn changes only where the change is of another deadline: it moved that of
// what it is about, and not the one that is drawn.
func (v *View) stay(s *scene.Scene) scene.Outcome {
	v.seen = v.subject(s)
	if now, ok := v.charted(s); v.seen != (scene.Ref{}) && !(ok && v.moved(now.On)) {
		before := v.about
		v.about = v.seen
		if other, _ := v.charted(s); ok && !v.moved(other.On) {
			v.about = before
		}
	}
	return scene.Outcome{Handled: true, Select: v.seen}
}

// moved tells whether the change that the cursor stands on moved the forecast of a deadline.
func (v *View) moved(on scene.Ref) bool {
	return len(v.shown) > 0 && slices.ContainsFunc(v.rows[v.shown[v.cursor].change].Moved, func(m history.Move) bool { return m.On == on })
}

// subject is the one task of the present that a change is about, else the one goal: the only one that it touched, or the one that
// its title begins with. Of a check-in it is none. On a thing that it touched it is that.
func (v *View) subject(s *scene.Scene) scene.Ref {
	if len(v.shown) == 0 {
		return scene.Ref{}
	}
	r := &v.rows[v.shown[v.cursor].change]
	if item := v.shown[v.cursor].item; item != head {
		return itemRef(s, touched(r)[item])
	}
	c := r.Change
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
	switch {
	case len(v.shown) > 0 && v.shown[v.cursor].item == head && out.Select == (scene.Ref{}):
		out.Say = s.Keys.Text("‹l› shows what this change touched: there ‹enter› goes on, and ") + key + " works"
		return out
	}
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
	if y < headerLines || y >= headerLines+v.size.rows || at >= len(v.shown) {
		return scene.Outcome{}
	}
	v.stand(at)
	if m == scene.DoubleClick {
		return v.Act(s, action.Enter)
	}
	return v.stay(s)
}
