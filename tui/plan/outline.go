package plan

import (
	"strconv"

	"bywhen/roadmap"
	"bywhen/tui/scene"
)

// Grouping is what the outline is grouped by.
type Grouping uint8

// The groupings, in the order in which the key goes through them.
const (
	ByGoal Grouping = iota
	ByTeam
	ByPhase
	ByStatus
	Ungrouped
	groupings
)

var groupingNames = [...]string{"goal", "team", "phase", "status", "none"}

// String is the word for the grouping.
func (g Grouping) String() string { return groupingNames[g] }

// group is a heading of the outline with its tasks.
type group struct {
	of    string // what its tasks have in common: an id of a goal or team, a phase, a status
	key   string // the same with what it is, for the cursor and the folds
	ref   scene.Ref
	name  string
	depth int
	tasks []int32 // places of its tasks that are shown, in order

	total, done   int
	below         counted // the tasks of the goals below it
	left          int     // hundredths of a person-day
	start, finish roadmap.Date
	late          int // worst of its tasks
	openEnd       bool
}

// counted is how many tasks there are, and how many of them are done.
type counted struct{ total, done int }

// row is a line of the outline: a task, or a group's heading where task is -1.
type row struct{ group, task int32 }

// outline is the rows of a scene.
type outline struct {
	groups []group
	rows   []row
	rowOf  []int32 // task's place → its row, or its folded group's; -1 where it is not shown
}

// newOutline lays a scene out.
func newOutline(s *scene.Scene, by Grouping, order Order, folded map[string]bool) *outline {
	o := &outline{groups: groupsOf(s, by), rowOf: make([]int32, len(s.Roadmap.Tasks()))}
	for i := range o.rowOf {
		o.rowOf[i] = -1
	}
	o.sortTasks(s, order)
	for i := range o.groups {
		o.groups[i].measure(s)
	}
	countBelow(o.groups)
	hiddenBelow := -1
	for i := range o.groups {
		g := &o.groups[i]
		if hiddenBelow >= 0 && g.depth > hiddenBelow {
			o.pointTo(g, int32(len(o.rows)-1))
			continue
		}
		hiddenBelow = -1
		if by != Ungrouped {
			o.rows = append(o.rows, row{int32(i), -1})
		}
		if folded[g.key] {
			hiddenBelow = g.depth
			o.pointTo(g, int32(len(o.rows)-1))
			continue
		}
		for _, t := range g.tasks {
			o.rowOf[t] = int32(len(o.rows))
			o.rows = append(o.rows, row{int32(i), t})
		}
	}
	return o
}

func (o *outline) pointTo(g *group, row int32) {
	for _, t := range g.tasks {
		o.rowOf[t] = row
	}
}

func groupsOf(s *scene.Scene, by Grouping) []group {
	var groups []group
	var place func(*roadmap.Task) string
	switch by {
	case ByGoal:
		groups, place = goalGroups(s.Roadmap), func(t *roadmap.Task) string { return t.Goal }
	case ByTeam:
		groups, place = teamGroups(s.Roadmap), func(t *roadmap.Task) string { return t.Team }
	case ByPhase:
		groups, place = phaseGroups(s.Roadmap), func(t *roadmap.Task) string { return t.Phase }
	case ByStatus:
		groups, place = statusGroups(), func(t *roadmap.Task) string { return t.Status.String() }
	default:
		groups, place = []group{{}}, func(*roadmap.Task) string { return "" }
	}
	at := make(map[string]int, len(groups))
	for i := range groups {
		at[groups[i].of] = i
		groups[i].key = by.String() + " " + groups[i].of
	}
	of, g := "", &groups[at[""]]
	for i, t := range s.Roadmap.Tasks() {
		if !s.Shows(i) {
			continue
		}
		if p := place(t); p != of { // most stand below those of their own group
			of, g = p, &groups[at[p]]
		}
		g.tasks = append(g.tasks, int32(i))
	}
	return withoutEmpty(s, groups)
}

// withoutEmpty leaves out headings with nothing below them: all of them under a filter, else those that are not goals or
// teams, which one may want to see though they have no task yet.
func withoutEmpty(s *scene.Scene, groups []group) []group {
	filtered := s.Filtering && s.Matches != nil
	keep := make([]bool, len(groups))
	needed := -1 // the depth of a group that is kept below
	for i := len(groups) - 1; i >= 0; i-- {
		g := &groups[i]
		keep[i] = len(g.tasks) > 0 || g.ref != (scene.Ref{}) && !filtered || needed > g.depth
		if keep[i] {
			needed = g.depth
		} else if needed > g.depth {
			needed = -1
		}
	}
	out := groups[:0]
	for i := range groups {
		if keep[i] {
			out = append(out, groups[i])
		}
	}
	return out
}

// goalGroups are the goals, each followed by those under it.
func goalGroups(r *roadmap.Roadmap) []group {
	children := map[string][]*roadmap.Goal{}
	for _, g := range r.Goals() {
		children[g.Parent] = append(children[g.Parent], g)
	}
	var out []group
	var walk func(parent string, depth int)
	walk = func(parent string, depth int) {
		for _, g := range children[parent] {
			out = append(out, group{of: g.ID, ref: scene.Ref{Goal: g.ID}, name: g.Title, depth: depth})
			walk(g.ID, depth+1)
		}
	}
	walk("", 0)
	return append(out, group{name: "No goal"})
}

func teamGroups(r *roadmap.Roadmap) []group {
	var out []group
	for _, t := range r.Teams() {
		out = append(out, group{of: t.ID, ref: scene.Ref{Team: t.ID}, name: t.Name})
	}
	return append(out, group{name: "No team"})
}

func phaseGroups(r *roadmap.Roadmap) []group {
	var out []group
	for _, p := range r.Settings().Phases {
		out = append(out, group{of: p, name: p})
	}
	return append(out, group{name: "No phase"})
}

func statusGroups() []group {
	var out []group
	names := map[roadmap.Status]string{roadmap.Doing: "In progress", roadmap.Todo: "To do", roadmap.Done: "Done", roadmap.Dropped: "Dropped"}
	for _, st := range []roadmap.Status{roadmap.Doing, roadmap.Todo, roadmap.Done, roadmap.Dropped} {
		out = append(out, group{of: st.String(), name: names[st]})
	}
	return out
}

// refs are the group's tasks that are shown.
func (g *group) refs(s *scene.Scene) []scene.Ref {
	out := make([]scene.Ref, len(g.tasks))
	for i, t := range g.tasks {
		out[i] = scene.Ref{Task: s.Roadmap.Tasks()[t].ID}
	}
	return out
}

// marked tells whether it has tasks, and all of them are marked.
func (g *group) marked(s *scene.Scene) bool {
	for _, t := range g.tasks {
		if !s.Marked(scene.Ref{Task: s.Roadmap.Tasks()[t].ID}) {
			return false
		}
	}
	return len(g.tasks) > 0
}

// measure sums a group's tasks up.
func (g *group) measure(s *scene.Scene) {
	for _, i := range g.tasks {
		t, p := s.Roadmap.Tasks()[i], &s.Plan.Tasks[i]
		if t.Status == roadmap.Dropped {
			continue
		}
		g.total++
		if t.Status == roadmap.Done {
			g.done++
		}
		g.left += t.RemainingEffort().Hundredths()
		if !p.Planned {
			continue
		}
		if g.start == 0 || p.Start < g.start {
			g.start = p.Start
		}
		g.finish = max(g.finish, p.Finish)
		if days, open := s.Late(int(i)); t.Status.Open() {
			g.late, g.openEnd = max(g.late, days), g.openEnd || open
		}
	}
}

// countBelow gives each group the tasks of those below it: a goal has part of its progress from them.
func countBelow(groups []group) {
	var above []int // places of the groups that the one at hand lies in, the outermost first
	for i := range groups {
		g := &groups[i]
		for len(above) > 0 && groups[above[len(above)-1]].depth >= g.depth {
			above = above[:len(above)-1]
		}
		for _, at := range above {
			groups[at].below.total += g.total
			groups[at].below.done += g.done
		}
		above = append(above, i)
	}
}

// count says how much of the group is done; of one without tasks of its own, how much of those below it.
func (g *group) count() string {
	switch {
	case g.total == 0 && g.below.total > 0 && g.below.done == g.below.total:
		return "all " + strconv.Itoa(g.below.total) + " below done"
	case g.total == 0 && g.below.total > 0:
		return strconv.Itoa(g.below.done) + " of " + strconv.Itoa(g.below.total) + " below"
	case g.total == 0:
		return "no tasks"
	case g.done == g.total:
		return "all " + strconv.Itoa(g.total) + " done"
	}
	return strconv.Itoa(g.done) + " of " + strconv.Itoa(g.total)
}
