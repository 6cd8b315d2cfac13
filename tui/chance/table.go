package chance

import (
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// Tables is the deadlines with their probabilities; before there is a forecast, with what the plan says.
func (v *View) Tables(s *scene.Scene) []scene.Table {
	v.refresh(s)
	t := scene.Table{Of: "deadline", Columns: []string{"Deadline", "Due", ">In time", "P50", "P80", "P95"}}
	if v.last == nil {
		t.Columns = []string{"Deadline", "Due", "Planned"}
	}
	for i := range v.deadlines() {
		d := &v.deadlines()[i]
		row := []string{d.Title, paint.Day(d.Date, s.Today)}
		if v.last == nil {
			row = append(row, paint.DayOrLater(s.Forecasted(d.On), s.Today, d.OpenEnd))
		} else {
			row = append(row, scene.ChanceOf(d))
			for _, day := range shownOf(3, d.P50, d.P80, d.P95) {
				text := dayOrNone(day, s.Today)
				if d.OpenEnd && day != 0 {
					text += " " + orLater
				}
				row = append(row, text)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return []scene.Table{t}
}
