package teams

import (
	"slices"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/scene"
)

// View is the Teams: what is unfolded, which week is selected, where the cursor stands.
type View struct {
	WeekBegin time.Weekday // on which the weeks do

	unfolded   map[string]bool
	worstFirst bool
	week       int // weeks from the present one to the selected one
	firstWeek  int // weeks from the present one to the first that is shown

	crews  []crew
	crewOf int // the version that crews is of
	rooms  map[int32]int
	rows   []row
	rowsOf rowsOf
	folds  int
	cursor cursor
	seen   scene.Ref // what was selected when the rows were looked at last
	top    int       // first visible row

	below   below
	belowOf belowOf

	lay     layout // of the last frame
	counted int    // the version that count is of
	count   int
}

// row is a line of the table: a team; one of its tasks; or that it has none in the selected week.
type row struct {
	crew int
	task int32
}

// What a row is of, where it is not of a task.
const (
	ofTeam int32 = -1
	ofNone int32 = -2
)

// rowsOf is what rows were worked out from.
type rowsOf struct {
	version, week, folds int
	worstFirst, on       bool
	filter               string
}

// cursor is what the view stands on: a team, or a task under it; at is where that was last.
type cursor struct {
	team, task string
	at         int
}

// New is the view as it opens: nothing unfolded, the present week selected.
func New() *View { return &View{WeekBegin: time.Monday, unfolded: map[string]bool{}} }

// Count is the number of teams that are blocked, will be, or have more to do than people.
func (v *View) Count(s *scene.Scene) int {
	if v.counted == s.Version {
		return v.count
	}
	teams := map[string]bool{}
	for i := range s.Flags {
		if f := &s.Flags[i]; f.Team != "" && !f.Known && (f.Kind == schedule.Blocked || f.Kind == schedule.WillBlock || f.Kind == schedule.Overloaded) {
			teams[f.Team] = true
		}
	}
	v.counted, v.count = s.Version, len(teams)
	return v.count
}

// Draw is the view in h lines of w cells.
func (v *View) Draw(s *scene.Scene, w, h int) []string {
	v.lay = layoutOf(w, h)
	v.refresh(s)
	v.follow()
	return v.lines(s)
}

func (v *View) refreshCrews(s *scene.Scene) {
	if v.crews == nil || v.crewOf != s.Version {
		v.crews, v.crewOf, v.rooms = newCrews(s, v.WeekBegin), s.Version, map[int32]int{}
	}
}

// refresh works the rows out where what they were made of has changed, and finds the cursor in them. A team that was
// selected in another view, or the team of a task that was, is found here; a task that is given away takes nobody along.
func (v *View) refresh(s *scene.Scene) {
	v.refreshCrews(s)
	now := rowsOf{s.Version, v.week, v.folds, v.worstFirst, s.Filtering, s.Filter}
	if v.rows == nil || now != v.rowsOf {
		v.rows, v.rowsOf = v.newRows(s), now
		v.place(s, v.find(s, v.cursor.team, v.cursor.task))
	}
	if sel := s.Selected; sel != v.seen {
		v.seen = sel
		if team := teamOf(s, sel); team != "" && team != v.cursor.team {
			v.put(s, v.find(s, team, sel.Task))
		}
	}
	v.refreshBelow(s)
}

func teamOf(s *scene.Scene, r scene.Ref) string {
	if t := s.Roadmap.Task(r.Task); t != nil {
		return t.Team
	}
	return r.Team
}

func (v *View) newRows(s *scene.Scene) []row {
	var order []int
	shown := shownTeams(s)
	for i := range v.crews {
		if shown == nil || shown[v.crews[i].team.ID] {
			order = append(order, i)
		}
	}
	if v.worstFirst {
		sortWorst(v.crews, order)
	}
	rows := make([]row, 0, len(order))
	for _, i := range order {
		c := &v.crews[i]
		rows = append(rows, row{i, ofTeam})
		if !v.unfolded[c.team.ID] {
			continue
		}
		tasks := c.inWeek(s, v.first(s))
		for _, t := range tasks {
			rows = append(rows, row{i, t})
		}
		if len(tasks) == 0 {
			rows = append(rows, row{i, ofNone})
		}
	}
	return rows
}

// shownTeams are the teams with a task that the filter lets through; nil is all.
func shownTeams(s *scene.Scene) map[string]bool {
	tasks, filtered := s.Shown()
	if !filtered {
		return nil
	}
	out := map[string]bool{}
	for _, t := range tasks {
		out[t.Team] = true
		for _, n := range t.AlsoNeeds {
			out[n.Team] = true
		}
	}
	return out
}

// Neighbour is the id of the task in the row above (step -1) or below (step 1) of the same team, or empty.
func (v *View) Neighbour(s *scene.Scene, step int) string {
	v.refresh(s)
	i := v.cursor.at + step
	if i < 0 || i >= len(v.rows) || v.rows[i].task < 0 || v.rows[i].crew != v.rows[v.cursor.at].crew {
		return ""
	}
	return s.Roadmap.Tasks()[v.rows[i].task].ID
}

// first is the first day of the selected week.
func (v *View) first(s *scene.Scene) roadmap.Date { return v.firstAt(s, v.week) }

// firstAt is the first day of the week so many weeks from the present one.
func (v *View) firstAt(s *scene.Scene, week int) roadmap.Date {
	return s.Today.WeekFrom(v.WeekBegin) + roadmap.Date(7*week)
}

// find is the row of a task under a team, else the team's; where that is gone, the row that stands where it was.
func (v *View) find(s *scene.Scene, team, task string) int {
	found := -1
	for i, r := range v.rows {
		if v.crews[r.crew].team.ID != team {
			continue
		}
		if found < 0 {
			found = i
		}
		if r.task >= 0 && s.Roadmap.Tasks()[r.task].ID == task {
			return i
		}
	}
	if found < 0 {
		found = min(max(v.cursor.at, 0), len(v.rows)-1)
	}
	return found
}

// place moves the cursor to a row, which keeps its place on the screen.
func (v *View) place(s *scene.Scene, at int) {
	v.top += at - v.cursor.at
	v.put(s, at)
}

func (v *View) put(s *scene.Scene, at int) {
	if at < 0 || at >= len(v.rows) {
		v.cursor = cursor{}
		return
	}
	r := v.rows[at]
	v.cursor = cursor{team: v.crews[r.crew].team.ID, at: at}
	if r.task >= 0 {
		v.cursor.task = s.Roadmap.Tasks()[r.task].ID
	}
}

// selected is what the cursor stands on, as other views know it.
func (v *View) selected() scene.Ref {
	if v.cursor.task != "" {
		return scene.Ref{Task: v.cursor.task}
	}
	return scene.Ref{Team: v.cursor.team}
}

// here is the team that the cursor stands on or under, or nil.
func (v *View) here() *crew {
	if v.cursor.team == "" || v.cursor.at >= len(v.rows) {
		return nil
	}
	return &v.crews[v.rows[v.cursor.at].crew]
}

// follow scrolls so that the cursor is visible, and the selected week.
func (v *View) follow() {
	n := v.lay.rows
	v.top = min(v.top, v.cursor.at)
	v.top = max(v.top, v.cursor.at-n+1)
	v.top = max(min(v.top, len(v.rows)-n), 0)
	v.firstWeek = min(v.firstWeek, v.week)
	v.firstWeek = max(v.firstWeek, v.week-v.lay.weeks+1, 0)
}

// room is the days by which a task may really be moved.
func (v *View) room(s *scene.Scene, task int32) int {
	n, ok := v.rooms[task]
	if !ok {
		n = s.Plan.Room(int(task))
		v.rooms[task] = n
	}
	return n
}

// Keys are the keys that make sense now, most useful first.
func (v *View) Keys(s *scene.Scene) []action.Action {
	switch {
	case len(v.crews) == 0:
		return []action.Action{action.AddOther, action.View1}
	case v.cursor.task != "":
		return []action.Action{action.Enter, action.SetTeam, action.Set, action.RankDown, action.RankUp, action.Mark, action.Later, action.WhatIf}
	case v.unfolded[v.cursor.team]:
		return v.ofWeeks(action.Fold, action.Later, action.Earlier, action.Why, action.Fix, action.WhatIf, action.Edit, action.DaysOff)
	}
	return v.ofWeeks(action.Unfold, action.Later, action.Earlier, action.Why, action.Fix, action.GroupBy, action.AddOther, action.Edit, action.DaysOff)
}

// Calls is what an action is called here, where that is another word than elsewhere.
func (v *View) Calls(a action.Action) string {
	if a != action.GroupBy {
		return ""
	}
	return map[bool]string{true: "own order", false: "worst first"}[v.worstFirst]
}

// ofWeeks are keys without the one for an earlier week, where there is none.
func (v *View) ofWeeks(keys ...action.Action) []action.Action {
	return slices.DeleteFunc(keys, func(a action.Action) bool { return a == action.Earlier && v.week == 0 })
}
