package scene

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// KindOf is what a reference names; a task where it names nothing.
func KindOf(r Ref) roadmap.Kind {
	switch {
	case r.Goal != "":
		return roadmap.KindGoal
	case r.Team != "":
		return roadmap.KindTeam
	case r.Risk != "":
		return roadmap.KindRisk
	}
	return roadmap.KindTask
}

// Marked tells whether something is marked.
func (s *Scene) Marked(r Ref) bool { return len(s.Marks) > 0 && s.Marks[r] }

// AllMarked tells whether there are such things, and all of them are marked.
func (s *Scene) AllMarked(of []Ref) bool {
	if len(s.Marks) == 0 || len(of) == 0 {
		return false
	}
	for _, r := range of {
		if !s.Marks[r] {
			return false
		}
	}
	return true
}

// Mark adds the cell that tells whether all that a row stands for is marked, with a style below it.
func (s *Scene) Mark(l *paint.Line, under paint.Style, marked bool) *paint.Line {
	if marked {
		return l.Put(paint.Accent|paint.Bold|under, s.Theme.Marked)
	}
	return l.Put(under, " ")
}

// OfRoot is what is marked by marking a root cause: the task that it is, all that lack the same, and of a team those tasks that it makes
// late, else those that it holds, or that nobody has told of. Where it has no task, it is what it is on.
func (s *Scene) OfRoot(r *schedule.Root) []Ref {
	var out []Ref
	switch on := s.AboutMany(r); {
	case on != nil && lacking[r.Flag]:
		return on
	case r.On.Team == "":
		return []Ref{r.On}
	case r.Late > 0:
		out = TaskRefs(r.LateTasks())
	case len(r.Held) > 0:
		out = TaskRefs(r.Held)
	case r.Flag == schedule.Untold:
		out = TaskRefs(s.Flags[r.Flags[0]].Quiet)
	}
	if out == nil {
		out = []Ref{r.On}
	}
	return out
}

// lacking are the flags on what lacks something, of which one row is for all that lack the same.
var lacking = map[schedule.FlagKind]bool{schedule.NoPromise: true, schedule.Unestimated: true, schedule.Unsized: true}

// AboutMany are the things that a root cause's flags are on, where it makes none late and holds none and they are several. It is nil of
// any other.
func (s *Scene) AboutMany(r *schedule.Root) []Ref {
	if r.Late > 0 || len(r.Held) > 0 || r.Flag == schedule.Untold || len(r.Flags) < 2 || r.Days != 0 || len(s.Flags[r.Flags[0]].Why()) > 0 {
		return nil
	}
	out := make([]Ref, len(r.Flags))
	for i, f := range r.Flags {
		out[i] = s.Flags[f].Subject()
	}
	return out
}

// TaskRefs are tasks by their ids.
func TaskRefs(ids []string) []Ref {
	out := make([]Ref, len(ids))
	for i, id := range ids {
		out[i] = Ref{Task: id}
	}
	return out
}

// Lets tells whether the filter lets something through: a task, a goal with such a task, its own or of a goal below, a team that one
// needs, a risk that one may be hit by.
func (s *Scene) Lets(r Ref) bool {
	if !s.Filtering || s.Matches == nil {
		return true
	}
	for i, t := range s.Roadmap.Tasks() {
		if s.Matches[i] && s.concerns(t, r) {
			return true
		}
	}
	return false
}

func (s *Scene) concerns(t *roadmap.Task, r Ref) bool {
	switch KindOf(r) {
	case roadmap.KindGoal:
		g := s.Roadmap.Goal(t.Goal)
		for g != nil && g.ID != r.Goal {
			g = s.Roadmap.Goal(g.Parent)
		}
		return g != nil
	case roadmap.KindTeam:
		return t.Team == r.Team || slices.ContainsFunc(t.AlsoNeeds, func(n roadmap.Need) bool { return n.Team == r.Team })
	case roadmap.KindRisk:
		k := s.Roadmap.Risk(r.Risk)
		return k != nil && slices.Contains(k.Tasks, t.ID)
	}
	return t.ID == r.Task
}
