package teams

import "bywhen/tui/scene"

// Tables is the teams that are listed, with what stands beside them.
func (v *View) Tables(s *scene.Scene) []scene.Table {
	v.refresh(s)
	t := scene.Table{Of: "team", Columns: []string{"Team", ">Capacity", "Works on", "Idle", ">Late", "Waits for"}}
	for _, r := range v.rows {
		if r.task != ofTeam {
			continue
		}
		c := &v.crews[r.crew]
		works, _ := worksOn(s, c)
		idle, _ := idleCell(c)
		waits, _ := waitsFor(s, c)
		late := ""
		if c.slip > 0 {
			late = s.Theme.ShortDelta(c.slip, c.open)
		}
		t.Rows = append(t.Rows, []string{c.team.Name, capacityOf(c.team), works, idle, late, waits})
	}
	return []scene.Table{t}
}
