package alerts

import (
	"bywhen/tui/scene"
)

// Tables is the causes that are listed, known ones last.
func (v *View) Tables(s *scene.Scene) []scene.Table {
	v.refresh(s)
	t := scene.Table{Of: "cause", Columns: []string{"Cause", "Deadline", ">Days", "Makes late", "Idles"}}
	for i := range v.list.causes {
		c := &v.list.causes[i]
		days, late, idles := "", "", ""
		if c.root.Worst.On != (scene.Ref{}) {
			days = s.Theme.ShortDelta(c.root.Days, c.root.OpenEnd)
		}
		for n, k := range c.kinds {
			switch k {
			case idleDetail:
				idles = c.detail(s, n)
			case knownDetail:
			default:
				late = c.detail(s, n)
			}
		}
		t.Rows = append(t.Rows, []string{c.root.Text, c.root.Worst.Title, days, late, idles})
	}
	return []scene.Table{t}
}
