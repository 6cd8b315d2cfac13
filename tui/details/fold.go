package details

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// fold is several tasks of a team that stand in one box, with the one of them that keys act on.
type fold struct {
	scene    *scene.Scene
	tasks    []int // those on the critical chain first, then as they end, the last first
	selected int
}

// foldOf is the box that the selection stands in; false where it stands by itself.
func foldOf(s *scene.Scene) (fold, bool) {
	f := fold{s, slices.Clone(s.Folded), s.Roadmap.TaskIndex(s.Selected.Task)}
	if len(f.tasks) < 2 || !slices.Contains(f.tasks, f.selected) {
		return f, false
	}
	p := s.Plan.Tasks
	slices.SortStableFunc(f.tasks, func(a, b int) int {
		if p[a].Critical != p[b].Critical {
			return map[bool]int{true: -1, false: 1}[p[a].Critical]
		}
		return int(p[b].Finish) - int(p[a].Finish)
	})
	return f, true
}

// name is the box's, as it stands in the graph.
func (f fold) name() string {
	return f.scene.TeamName(f.task(f.tasks[0]).Team) + ", " + paint.Count(len(f.tasks), "task")
}

func (f fold) task(i int) *roadmap.Task { return f.scene.Roadmap.Tasks()[i] }

// dates are the days from the first beginning to the last end; empty where none of the tasks has dates.
func (f fold) dates() string {
	var from, to roadmap.Date
	open := false
	for _, i := range f.tasks {
		p := &f.scene.Plan.Tasks[i]
		if !p.Planned {
			continue
		}
		if from == 0 || p.Start < from {
			from = p.Start
		}
		to, open = max(to, p.Finish), open || p.OpenEnd
	}
	if from == 0 {
		return ""
	}
	return between(from, to, f.scene.Today, open)
}

// story says what the box is, which of its tasks are critical, and which of them keys act on.
func (f fold) story() string {
	out := f.name() + " in one box"
	if d := f.dates(); d != "" {
		out += ", " + d
	}
	return out + "; " + f.critical() + ". Keys act on " + f.task(f.selected).Title + "."
}

// critical says which of the tasks are on the critical chain.
func (f fold) critical() string {
	var titles []string
	for _, i := range f.tasks {
		if f.scene.Plan.Tasks[i].Critical {
			titles = append(titles, f.task(i).Title)
		}
	}
	switch n := len(titles); {
	case n == 0:
		return "none of them is critical"
	case n == len(f.tasks):
		return "all of them are critical"
	case n > 2:
		return fmt.Sprintf("%d of them are critical", n)
	}
	return "critical: " + strings.Join(titles, " and ")
}

// fold lists the tasks of a box with their dates, the critical ones marked; what follows in the pane is about the one that keys act
// on.
func (b *builder) fold(f fold) {
	s := b.scene
	b.text(paint.Bold, f.name(), 3)
	b.text(paint.Dim, "folded in one box; "+f.critical(), 4)
	b.gap()
	for _, i := range f.tasks {
		t, p := f.task(i), &s.Plan.Tasks[i]
		mark, style := s.Theme.Status(t.Status)
		if p.Critical && t.Status.Open() {
			mark, style = string(s.Theme.Critical), paint.Accent
		}
		late, lateStyle := "", paint.Dim
		if days, open := s.Late(i); days > 0 {
			late, lateStyle = s.Theme.ShortDelta(days, open), paint.Late
		}
		b.named(mark, style, t.Title, late, lateStyle)
		dates := "no dates"
		if p.Planned {
			dates = between(p.Start, p.Finish, s.Today, p.OpenEnd)
		}
		b.line(paint.Span{Style: paint.Dim, Text: "  " + dates})
	}
	b.heading("Keys act on")
}
