package goals

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// Tables are the goals that are listed, and the risks.
func (v *View) Tables(s *scene.Scene) []scene.Table {
	v.refresh(s)
	return tablesOf(s, v.rows)
}

// MarkedTables are the goals, or the risks, that are marked, shown or not.
func (v *View) MarkedTables(s *scene.Scene) []scene.Table {
	return tablesOf(s, slices.DeleteFunc(New().unfiltered(s), func(r row) bool { return !s.Marked(r.ref()) }))
}

func tablesOf(s *scene.Scene, rows []row) []scene.Table {
	goals := scene.Table{Of: "goal", Columns: []string{"Goal", "Due", "Forecast", ">Late", ">In time", ">Done", "Metric"}}
	risks := scene.Table{Of: "risk", Columns: []string{"Risk", ">Probability", ">Days", "Hits", "Answer"}}
	for i := range rows {
		r := &rows[i]
		if k := r.risk; k != nil {
			risks.Rows = append(risks.Rows, []string{k.Title, fmt.Sprintf("%.0f %%", k.Probability*100), fmt.Sprintf("%dd", k.Days), titles(s, k), answer(s, k)})
			continue
		}
		goals.Rows = append(goals.Rows, goalCells(s, r))
	}
	return []scene.Table{goals, risks}
}

func goalCells(s *scene.Scene, r *row) []string {
	due, forecast, late, done, metric := "", "", "", "", ""
	if r.goal.Deadline != 0 {
		due = paint.Day(r.goal.Deadline, s.Today)
	}
	if finish, open := s.Plan.Goal(r.goal.ID); finish != 0 {
		forecast = paint.DayOrLater(finish, s.Today, open)
	}
	if d, ok := s.AnyDeadline(scene.Ref{Goal: r.goal.ID}); ok && d.Forecast != 0 {
		if late = s.Theme.DeltaTo(d.Days, d.OpenEnd); d.Silent {
			late = "no word"
		}
	}
	chance, _ := s.Chance(scene.Ref{Goal: r.goal.ID})
	if _, ok := s.DoneDeadline(scene.Ref{Goal: r.goal.ID}); ok {
		chance = "done"
	}
	if share, ok := r.work.share(); ok {
		done = fmt.Sprintf("%d %%", int(share*100))
	}
	if m := r.goal.Metric; m != nil {
		metric = strings.Join([]string{paint.Number(m.Baseline), paint.Number(m.Current()), paint.Number(m.Target)}, " "+s.Theme.Arrow+" ") + " " + m.Name
	}
	return []string{strings.Repeat("- ", r.depth) + r.goal.Title, due, forecast, late, chance, done, metric}
}
