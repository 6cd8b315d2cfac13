package details

import (
	"fmt"
	"slices"

	"bywhen/roadmap"
	"bywhen/tui/paint"
)

// mostTasks is how many tasks of a goal or team the pane lists.
const mostTasks = 20

// tasks lists the tasks that belong: those that are late first, the worst first, then the others as they end.
func (b *builder) tasks(heading string, belongs func(*roadmap.Task) bool) {
	s := b.scene
	var places []int
	for i, t := range s.Roadmap.Tasks() {
		if t.Status != roadmap.Dropped && belongs(t) {
			places = append(places, i)
		}
	}
	if len(places) == 0 {
		return
	}
	slices.SortStableFunc(places, func(x, y int) int {
		a, _ := s.Late(x)
		c, _ := s.Late(y)
		if a != c {
			return c - a
		}
		return int(s.Plan.Tasks[x].Finish) - int(s.Plan.Tasks[y].Finish)
	})
	b.heading(heading)
	for k, i := range places {
		if k == mostTasks {
			b.line(paint.Span{Style: paint.Dim, Text: fmt.Sprintf("  and %d more", len(places)-k)})
			return
		}
		t, p := s.Roadmap.Tasks()[i], &s.Plan.Tasks[i]
		mark, style := s.Theme.Status(t.Status)
		right, rightStyle := paint.DayOrLater(p.Finish, s.Today, p.OpenEnd), paint.Dim
		if days, _ := s.Late(i); days > 0 {
			right, rightStyle = right+" "+paint.Delta(days, false), paint.Late
		}
		b.named(mark, style, t.Title, right, rightStyle)
	}
}
