package goals

import (
	"cmp"
	"slices"

	"bywhen/roadmap"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// View is the Goals: what is folded, where the cursor stands.
type View struct {
	folded map[string]bool
	grid   bool // wanted where the risks are, if it has no room beside them

	rows    []row
	version int
	folds   int
	madeOf  int
	cursor  int
	on      string // id of the goal or risk that the cursor stands on
	seen    scene.Ref
	top     int
	lay     layout
}

// row is a goal, or a risk.
type row struct {
	goal  *roadmap.Goal
	depth int
	below bool // it has goals below it
	work  work
	risk  *roadmap.Risk
}

// widestGoal is the cells that the goals' titles take at most, with what they are moved in.
func (v *View) widestGoal() int {
	widest := 0
	for _, r := range v.rows[:v.goalRows()] {
		widest = max(widest, paint.Width(r.goal.Title)+2*r.depth)
	}
	return widest
}

// widestDate is the cells that the goals' dates take at most.
func (v *View) widestDate(s *scene.Scene) int {
	widest := 0
	for _, r := range v.rows[:v.goalRows()] {
		finish, _ := s.Plan.Goal(r.goal.ID)
		widest = max(widest, paint.DayCells(s.Today, r.goal.Deadline, finish))
	}
	return widest
}

// widestMetric is the cells that the numbers of the goals' metrics take at most.
func (v *View) widestMetric(s *scene.Scene) int {
	widest := 0
	for _, r := range v.rows[:v.goalRows()] {
		if m := r.goal.Metric; m != nil {
			widest = max(widest, paint.Width(numbersWith(" → ", m)))
		}
	}
	return widest
}

// metrics is how many of the goals that are shown have one.
func (v *View) metrics() int {
	n := 0
	for _, r := range v.rows[:v.goalRows()] {
		n += b2i(r.goal.Metric != nil)
	}
	return n
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// numbersOf are where a metric began, stands and is to come to; in ASCII in no more cells, so that what has room is the same.
func numbersOf(s *scene.Scene, m *roadmap.Metric) string {
	if s.Theme.ASCII {
		return numbersWith(s.Theme.Arrow, m)
	}
	return numbersWith(" "+s.Theme.Arrow+" ", m)
}

func numbersWith(to string, m *roadmap.Metric) string {
	return paint.Number(m.Baseline) + to + paint.Number(m.Current()) + to + paint.Number(m.Target)
}

// ref is the goal or risk.
func (r *row) ref() scene.Ref {
	if r.goal != nil {
		return scene.Ref{Goal: r.goal.ID}
	}
	return scene.Ref{Risk: r.risk.ID}
}

// id is that of the goal or risk.
func (r *row) id() string {
	if r.goal != nil {
		return r.goal.ID
	}
	return r.risk.ID
}

// work is what a goal's tasks come to, those of the goals below it counted, in hundredths of person-days.
type work struct{ all, done int }

// share is how much is done, 0 to 1; false where there is no work.
func (w work) share() (float64, bool) {
	if w.all == 0 {
		return 0, false
	}
	return float64(w.done) / float64(w.all), true
}

// New is the view as it opens.
func New() *View { return &View{folded: map[string]bool{}} }

// Draw is the view in h lines of w cells.
func (v *View) Draw(s *scene.Scene, w, h int) []string {
	v.refresh(s)
	v.lay = layoutOf(w, h, content{v.goalRows(), v.metrics(), len(v.rows) - v.goalRows(), v.widestGoal(), v.widestDate(s) + 2, v.widestMetric(s), v.widest(func(r *roadmap.Risk) string { return whatOf(s, r) }),
		v.widest(func(r *roadmap.Risk) string { return answer(s, r) }), v.grid})
	v.follow()
	return v.lines(s)
}

// refresh works the rows out where the scene or the folds are others, and finds what was selected in another view.
func (v *View) refresh(s *scene.Scene) {
	if v.rows == nil || v.version != s.Version || v.madeOf != v.folds {
		v.rows, v.version, v.madeOf = v.newRows(s), s.Version, v.folds
		v.find(v.on)
	}
	if s.Selected != v.seen {
		v.seen = s.Selected
		on := s.Selected.Goal + s.Selected.Risk
		if t := s.Roadmap.Task(s.Selected.Task); t != nil {
			on = t.Goal
		}
		if on != "" {
			v.find(on)
		}
	}
}

// find stands on the goal or risk with that id; where it is not shown, on the nearest row to the last.
func (v *View) find(id string) {
	for i := range v.rows {
		if v.rows[i].id() == id {
			v.stand(i)
			return
		}
	}
	v.stand(v.cursor)
}

func (v *View) stand(i int) {
	v.cursor, v.on = 0, ""
	if len(v.rows) > 0 {
		v.cursor = min(max(i, 0), len(v.rows)-1)
		v.on = v.rows[v.cursor].id()
	}
}

// goalRows is how many of the rows are goals.
func (v *View) goalRows() int {
	n := 0
	for n < len(v.rows) && v.rows[n].goal != nil {
		n++
	}
	return n
}

// newRows are the goals, each with those below it, then the risks: open ones first, of these the most costly.
func (v *View) newRows(s *scene.Scene) []row {
	shown := shownGoals(s)
	return slices.DeleteFunc(v.unfiltered(s), func(r row) bool {
		return shown != nil && (r.goal != nil && !shown[r.goal.ID] || r.risk != nil && !hitsShown(s, r.risk))
	})
}

// unfiltered are the rows as they were without a filter.
func (v *View) unfiltered(s *scene.Scene) []row {
	below, own := map[string][]*roadmap.Goal{}, workOf(s)
	for _, g := range s.Roadmap.Goals() {
		below[g.Parent] = append(below[g.Parent], g)
	}
	rows := v.appendGoals(nil, below, own, "", 0)
	risks := slices.Clone(s.Roadmap.Risks())
	slices.SortStableFunc(risks, func(a, b *roadmap.Risk) int {
		return cmp.Or(cmp.Compare(a.Status, b.Status), cmp.Compare(b.Probability*float64(b.Days), a.Probability*float64(a.Days)))
	})
	for _, r := range risks {
		rows = append(rows, row{risk: r})
	}
	return rows
}

// shownGoals are the goals with a task that the filter lets through, theirs or of a goal below; nil is all.
func shownGoals(s *scene.Scene) map[string]bool {
	tasks, filtered := s.Shown()
	if !filtered {
		return nil
	}
	out := map[string]bool{}
	for _, t := range tasks {
		for g := s.Roadmap.Goal(t.Goal); g != nil && !out[g.ID]; g = s.Roadmap.Goal(g.Parent) {
			out[g.ID] = true
		}
	}
	return out
}

// hitsShown tells whether a risk hits a task that the filter lets through.
func hitsShown(s *scene.Scene, r *roadmap.Risk) bool {
	return slices.ContainsFunc(r.Tasks, func(id string) bool {
		i := s.Roadmap.TaskIndex(id)
		return i >= 0 && s.Shows(i)
	})
}

func (v *View) appendGoals(rows []row, below map[string][]*roadmap.Goal, own map[string]work, parent string, depth int) []row {
	for _, g := range below[parent] {
		rows = append(rows, row{goal: g, depth: depth, below: len(below[g.ID]) > 0, work: gathered(below, own, g.ID)})
		if !v.folded[g.ID] {
			rows = v.appendGoals(rows, below, own, g.ID, depth+1)
		}
	}
	return rows
}

// gathered is a goal's work with that of the goals below it.
func gathered(below map[string][]*roadmap.Goal, own map[string]work, id string) work {
	out := own[id]
	for _, g := range below[id] {
		w := gathered(below, own, g.ID)
		out.all += w.all
		out.done += w.done
	}
	return out
}

// workOf is the work of each goal's own tasks; dropped ones do not count.
func workOf(s *scene.Scene) map[string]work {
	out := map[string]work{}
	for _, t := range s.Roadmap.Tasks() {
		if t.Goal == "" || t.Status == roadmap.Dropped {
			continue
		}
		w, effort := out[t.Goal], t.WorkEffort().Hundredths()
		w.all += effort
		switch t.Status {
		case roadmap.Done:
			w.done += effort
		case roadmap.Doing:
			w.done += max(effort-t.RemainingEffort().Hundredths(), 0)
		}
		out[t.Goal] = w
	}
	return out
}

// follow keeps the cursor's row in sight: goals and risks scroll apart.
func (v *View) follow() {
	if v.cursor < v.goalRows() {
		v.top = max(min(v.top, v.cursor), v.cursor-v.lay.goals+1)
	}
	v.top = max(min(v.top, v.goalRows()-v.lay.goals), 0)
}

// goalAt is the row of a goal on a line below the names of columns, which may be one past the last, and whether the line is that of its
// metric.
func (v *View) goalAt(line int) (at int, metric bool) {
	if !v.lay.under {
		return v.top + line, false
	}
	for at = range v.goalRows() {
		if line == 0 {
			return at, false
		}
		if line--; v.rows[at].goal.Metric != nil {
			if line == 0 {
				return at, true
			}
			line--
		}
	}
	return v.goalRows() + line, false
}

// firstRisk is the first risk that is seen.
func (v *View) firstRisk() int {
	at, room := v.cursor-v.goalRows(), v.lay.risks/max(v.lay.each, 1)
	return max(min(at-room+1, len(v.rows)-v.goalRows()-room), 0)
}
