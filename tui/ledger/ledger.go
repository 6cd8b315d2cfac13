package ledger

import (
	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// View is the ledger of one deadline.
type View struct {
	On     scene.Ref
	Start  int          // the start that was asked for, by its place in the starts; what it was opened with until somebody chooses
	Day    roadmap.Date // a day that somebody named to count from; 0: none
	before struct {
		day   roadmap.Date
		start int
	}
	byDate bool // the lines in their order, not grouped by cause

	ledger  *history.Ledger // nil while it is not there yet
	starts  []history.Start
	at      int
	trouble string // why there is none

	groups   []history.Group
	rows     []row
	unfolded map[int]bool // by place in groups
	cursor   int
	top      int
	lines    int // how many rows the last frame had room for
	of       built
}

// built is what the rows were made of.
type built struct {
	ledger  *history.Ledger
	trouble string
	version int
	byDate  bool
}

// New opens the ledger of a deadline, counted from the start that session.ByDefault or a place names.
func New(on scene.Ref, start int) *View { return &View{On: on, Start: start, unfolded: map[int]bool{}} }

// Show is what there is to be drawn: a ledger with the starts it may count from and which of them it does; with nil it is not
// there yet, or trouble says why it cannot be.
func (v *View) Show(l *history.Ledger, starts []history.Start, at int, trouble string) {
	v.ledger, v.starts, v.at, v.trouble = l, starts, at, trouble
}

// CountFrom counts from the end of a day; 0 is from the start that it was opened with.
func (v *View) CountFrom(day roadmap.Date, byDefault int) {
	v.before.day, v.before.start = v.Day, v.Start
	v.Day, v.Start = day, byDefault
}

// CountAsBefore takes CountFrom back, where nothing is known of its day.
func (v *View) CountAsBefore() { v.Day, v.Start = v.before.day, v.before.start }

// CountFromCheckIn counts from the last check-in; false where there was none.
func (v *View) CountFromCheckIn() bool {
	for i, s := range v.starts {
		if s.CheckIn {
			v.Start = i
			return true
		}
	}
	return false
}

// ByDate tells whether the lines stand in their order, not grouped by cause.
func (v *View) ByDate() bool { return v.byDate }

// kind is what a row is.
type kind uint8

const (
	causeRow kind = iota // lines of one cause
	lineRow              // one line of the ledger
	whyRow               // a link of the chain of causes
	headRow              // a heading; the cursor does not stand on it
	noteRow              // says why there are no lines
	blankRow
)

type row struct {
	kind  kind
	group int // causeRow, and the lineRows unfolded under it; -1 where there is none
	line  int // lineRow: its place in the ledger
	under bool
	depth int
	cause schedule.Cause
	text  string
}

// stands tells whether the cursor may stand on a row.
func (r *row) stands() bool { return r.kind < headRow }

// refresh makes the rows anew where they are of something else.
func (v *View) refresh(s *scene.Scene) {
	of := built{v.ledger, v.trouble, s.Version, v.byDate}
	if of == v.of {
		return
	}
	if of.ledger != v.of.ledger {
		v.unfolded = map[int]bool{}
	}
	if v.of.ledger == nil {
		v.cursor, v.top = 0, 0
	}
	v.of = of
	v.rebuild(s)
}

func (v *View) rebuild(s *scene.Scene) {
	v.rows, v.groups = v.rows[:0], nil
	if text := v.nothing(); text != "" {
		v.rows = append(v.rows, row{kind: noteRow, text: text})
	} else {
		v.ledgerRows(s)
	}
	v.whyRows(s)
	v.cursor = v.nearest(min(v.cursor, len(v.rows)-1), 1)
}

func (v *View) ledgerRows(s *scene.Scene) {
	if v.byDate {
		for i := range v.ledger.Lines {
			v.rows = append(v.rows, row{kind: lineRow, group: -1, line: i})
		}
		return
	}
	v.groups = v.ledger.ByCause(s.Roadmap)
	for g := range v.groups {
		v.rows = append(v.rows, row{kind: causeRow, group: g})
		if !v.unfolded[g] {
			continue
		}
		for _, i := range v.groups[g].Lines {
			v.rows = append(v.rows, row{kind: lineRow, group: g, line: i, under: true})
		}
	}
}

// whyRows are the chain of causes of the date as it is; before that, whether the deadline itself was moved.
func (v *View) whyRows(s *scene.Scene) {
	if l := v.ledger; l != nil && l.DueMoved() {
		v.rows = append(v.rows, row{kind: blankRow}, row{kind: headRow,
			text: "The deadline itself was moved from " + paint.Day(l.DueThen, s.Today) + " to " + paint.Day(l.Due, s.Today)})
	}
	if d, ok := s.DoneDeadline(v.On); ok && d.Days <= 0 { // nothing is left to ask why
		v.rows = append(v.rows, row{kind: blankRow}, row{kind: headRow, text: schedule.Capital(paint.Done(&d, s.Today))})
		return
	}
	standing := s.Plan.Standing(v.On)
	chain := standing.Reasons()
	if len(chain) == 0 {
		return
	}
	v.rows = append(v.rows, row{kind: blankRow}, row{kind: headRow, text: whyHead(s, &standing)})
	for i, c := range chain {
		v.rows = append(v.rows, row{kind: whyRow, depth: i, cause: c})
	}
	if c, ok := s.Plan.RestsOnFor(v.On); ok {
		v.rows = append(v.rows, row{kind: headRow, text: "Nobody knows its end: it rests on " + c.Text})
	}
}

// whyHead is "Why 19 Mar, due 12 Mar".
func whyHead(s *scene.Scene, x *schedule.Standing) string {
	if x.Forecast == 0 {
		return "Why"
	}
	if d, ok := s.DoneDeadline(x.On); ok {
		return "Why it was " + paint.Done(&d, s.Today)
	}
	held := ", due "
	switch {
	case x.Against == "baseline":
		held = ", planned for "
	case x.Against == "promise":
		held = ", promised "
	case x.Against == "" || x.Deadline() != x.On:
		held = ", needed by "
	}
	return "Why " + paint.DayOrLater(x.Forecast, s.Today, x.OpenEnd) + held + paint.Day(x.Date, s.Today)
}

// nearest is the row that the cursor may stand on at a place or next to it in a direction, else in the other; -1 where
// there is none.
func (v *View) nearest(at, step int) int {
	for _, way := range []int{step, -step} {
		for i := max(at, 0); i >= 0 && i < len(v.rows); i += way {
			if v.rows[i].stands() {
				return i
			}
		}
	}
	return -1
}

// Act carries an action out.
func (v *View) Act(s *scene.Scene, a action.Action) scene.Outcome {
	v.refresh(s)
	page := max(v.lines/2, 1)
	switch a {
	case action.Down:
		v.move(1)
	case action.Up:
		v.move(-1)
	case action.PageDown:
		v.move(page)
	case action.PageUp:
		v.move(-page)
	case action.First:
		v.move(-len(v.rows))
	case action.Last:
		v.move(len(v.rows))
	case action.NextView, action.PreviousView:
		v.byDate = !v.byDate
		v.cursor, v.top = 0, 0
	case action.Unfold:
		v.fold(s, true)
	case action.Fold:
		v.fold(s, false)
	case action.Earlier:
		return v.from(s, v.at-1)
	case action.Later:
		return v.from(s, v.at+1)
	case action.Enter:
		return v.enter(s)
	default:
		return scene.Outcome{}
	}
	return v.stay(s)
}

// stay leaves the selection alone: the ledger lies over the view that has it.
func (v *View) stay(s *scene.Scene) scene.Outcome {
	return scene.Outcome{Handled: true, Select: s.Selected}
}

func (v *View) move(n int) {
	step := 1
	if n < 0 {
		step = -1
	}
	v.cursor = v.nearest(min(max(v.cursor+n, 0), len(v.rows)-1), step)
}

// fold shows or hides the lines of the cause that the cursor is on or under.
func (v *View) fold(s *scene.Scene, unfold bool) {
	r := v.here()
	if r == nil || r.group < 0 || r.kind > lineRow || len(v.groups[r.group].Lines) < 2 {
		return
	}
	g := r.group
	if v.unfolded[g] = unfold; !unfold {
		for i := range v.rows {
			if v.rows[i].kind == causeRow && v.rows[i].group == g {
				v.cursor = i
			}
		}
	}
	v.rebuild(s)
}

func (v *View) here() *row {
	if v.cursor < 0 || v.cursor >= len(v.rows) {
		return nil
	}
	return &v.rows[v.cursor]
}

// from counts from another start.
func (v *View) from(s *scene.Scene, at int) scene.Outcome {
	out := v.stay(s)
	switch {
	case v.ledger == nil:
	case at < 0:
		out.Say = "nothing is known of it before " + paint.Day(v.starts[0].Day, s.Today)
	case at >= len(v.starts):
		out.Say = "that is the last baseline taken"
	default:
		v.Start = at
	}
	return out
}

// enter goes to the change that a row is of, in the History; what is no change leads to its task in the Plan, or its team in
// Teams. Several lines of one cause are unfolded first.
func (v *View) enter(s *scene.Scene) scene.Outcome {
	out := v.stay(s)
	r := v.here()
	if r == nil {
		return out
	}
	if r.kind == causeRow && len(v.groups[r.group].Lines) > 1 && !v.unfolded[r.group] {
		v.fold(s, true)
		return out
	}
	to := v.about(s, r)
	switch n := v.change(r); {
	case n != 0:
		out.Change = n
	case to.Task != "":
		out.Select, out.GoTo = to, to
	case to.Team != "":
		out.Select, out.Do = to, action.View3
	default:
		out.Say = "there is nothing to go to"
	}
	return out
}

// change is the number of the change that a row is of, or 0.
func (v *View) change(r *row) uint64 {
	switch {
	case r.kind == lineRow:
		return v.ledger.Lines[r.line].Change
	case r.kind == causeRow && len(v.groups[r.group].Lines) == 1:
		return v.ledger.Lines[v.groups[r.group].Lines[0]].Change
	}
	return 0
}

// about is the task or team that a row is about, as far as it is still there.
func (v *View) about(s *scene.Scene, r *row) scene.Ref {
	task, team := r.cause.Task, r.cause.Team
	if r.kind != whyRow {
		cause := v.causeOf(r)
		task, team = cause.Task, cause.Team
	}
	switch {
	case s.Roadmap.Task(task) != nil:
		return scene.Ref{Task: task}
	case s.Roadmap.Team(team) != nil:
		return scene.Ref{Team: team}
	}
	return scene.Ref{}
}

func (v *View) causeOf(r *row) history.Cause {
	if r.kind == lineRow {
		return v.ledger.Lines[r.line].Cause
	}
	return v.groups[r.group].Cause
}

// Mouse answers a click or the wheel at a cell of the last frame.
func (v *View) Mouse(s *scene.Scene, m scene.Mouse, _, y int) scene.Outcome {
	v.refresh(s)
	switch m {
	case scene.WheelDown:
		v.move(1)
		return v.stay(s)
	case scene.WheelUp:
		v.move(-1)
		return v.stay(s)
	}
	at := v.top + y - headLines
	if y < headLines || y >= headLines+v.lines || at >= len(v.rows) || !v.rows[at].stands() {
		return v.stay(s)
	}
	v.cursor = at
	if m == scene.DoubleClick {
		return v.enter(s)
	}
	return v.stay(s)
}

// Keys are the actions that make sense now.
func (v *View) Keys(*scene.Scene) []action.Action {
	return []action.Action{action.Copy, action.NextView, action.Enter, action.Earlier, action.Later, action.Cancel}
}
