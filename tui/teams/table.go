package teams

import "bywhen/tui/scene"

// Tables is the teams that are listed, with what stands beside them.
func (v *View) Tables(s *scene.Scene) []scene.Table {
	v.refresh(s)
	var shown []*crew
	for _, r := range v.rows {
		if r.task == ofTeam {
			shown = append(shown, &v.crews[r.crew])
		}
	}
	return []scene.Table{tableOf(s, shown)}
}

// MarkedTables is the teams that are marked, shown or not.
func (v *View) MarkedTables(s *scene.Scene) []scene.Table {
	v.refresh(s)
	var marked []*crew
	for i := range v.crews {
		if s.Marked(scene.Ref{Team: v.crews[i].team.ID}) {
			marked = append(marked, &v.crews[i])
		}
	}
	return []scene.Table{tableOf(s, marked)}
}

func tableOf(s *scene.Scene, crews []*crew) scene.Table {
	t := scene.Table{Of: "team", Columns: []string{"Team", ">Capacity", "Works on", "Idle", ">Late", "Waits for"}}
	for _, c := range crews {
		works, _ := worksOn(s, c)
		idle, _ := idleCell(c)
		waits, _ := waitsFor(s, c)
		late := ""
		if c.slip > 0 {
			late = s.Theme.ShortDelta(c.slip, c.open)
		}
		t.Rows = append(t.Rows, []string{c.team.Name, capacityOf(c.team), works, idle, late, waits})
	}
	return t
}
