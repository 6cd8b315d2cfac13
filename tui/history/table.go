package history

import (
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// Tables is the changes that are shown, the newest first, with the deadline that each moved furthest.
func (v *View) Tables(s *scene.Scene) []scene.Table {
	t := scene.Table{Of: "change", Columns: []string{"When", "Change", "Because", "Moved", ">Days", "To"}}
	v.refresh(s)
	for _, p := range v.shown {
		if p.item != head {
			continue
		}
		r := &v.rows[p.change]
		what := r.Title
		if r.void {
			what += " (taken back)"
		}
		row := []string{paint.Weekday(r.Today, s.Today) + r.At.Format(" 15:04"), what, r.Because, "", "", ""}
		if m := v.furthest(s, r.Change); m != nil {
			row[3] = v.titleOf(s, m.On)
			if days := v.days(s, m); days != 0 {
				row[4] = paint.Delta(days, false)
			}
			if m.Done != 0 {
				row[5] = "done " + paint.Day(m.Done, s.Today)
			} else if m.To != 0 {
				row[5] = paint.Day(m.To, s.Today)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return []scene.Table{t}
}
