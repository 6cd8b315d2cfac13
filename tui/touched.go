package tui

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/tui/action"
	"bywhen/tui/scene"
)

// selectTouched selects what undo or redo brought back, or else changed: the first of it that the open view shows, unless some of
// it is selected. Where the view shows none of it, the first task is what the other views find selected.
func (m *Model) selectTouched(c roadmap.Change) {
	brought, changed := m.touchedBy(c)
	for _, all := range [][]scene.Ref{brought, changed} {
		if slices.Contains(all, m.scene.Selected) {
			return
		}
		if i := slices.IndexFunc(all, m.stood); i >= 0 {
			m.selectRef(all[i])
			return
		}
	}
	for _, r := range slices.Concat(brought, changed) {
		if r.Task != "" {
			m.selectRef(r)
			return
		}
	}
}

// touchedBy are the tasks, goals, teams and risks of a change that are there now and that no filter hides: those that it brought
// back, and those that were there before it too.
func (m *Model) touchedBy(c roadmap.Change) (brought, changed []scene.Ref) {
	for _, e := range c.Edits {
		r, ok := m.refOf(e.Kind, e.Key)
		switch {
		case !ok || slices.Contains(brought, r) || slices.Contains(changed, r):
		case e.Before == nil || e.After == nil:
			brought = append(brought, r)
		default:
			changed = append(changed, r)
		}
	}
	tasksFirst := func(a, b scene.Ref) int { return b2i(a.Task == "") - b2i(b.Task == "") }
	slices.SortStableFunc(changed, tasksFirst) // a goal is not what was changed where its tasks were
	return brought, changed
}

// refOf is what the open view knows a task, goal, team or risk as; false where it is not there, or is nothing of the kind. Of a
// risk, views other than Goals know what it hits.
func (m *Model) refOf(kind roadmap.Kind, key string) (scene.Ref, bool) {
	r := m.scene.Roadmap
	switch kind {
	case roadmap.KindTask:
		i := r.TaskIndex(key)
		return scene.Ref{Task: key}, i >= 0 && m.scene.Shows(i)
	case roadmap.KindGoal:
		return scene.Ref{Goal: key}, r.Goal(key) != nil
	case roadmap.KindTeam:
		return scene.Ref{Team: key}, r.Team(key) != nil
	case roadmap.KindRisk:
		k := r.Risk(key)
		if k == nil || m.active == int(action.View6-action.View1) {
			return scene.Ref{Risk: key}, k != nil
		}
		hit := m.scene.Hit(k)
		return hit, hit != (scene.Ref{})
	}
	return scene.Ref{}, false
}

// stood tells whether the open view's cursor can stand on something.
func (m *Model) stood(r scene.Ref) bool {
	before := m.scene.Selected
	m.scene.Selected = r
	at := m.tabs[m.active].view.(stands).Stand(m.scene)
	m.scene.Selected = before
	return at == r
}
