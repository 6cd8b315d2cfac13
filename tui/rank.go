package tui

import (
	"cmp"
	"fmt"
	"slices"

	"bywhen/roadmap"
	"bywhen/tui/scene"
)

// rank moves the selected task before the row above or behind the row below. Where both tasks are of one team their ranks
// follow, and the moved one's priority where it says otherwise, so that the earlier one goes first when both could.
func (m *Model) rank(step int) {
	view, ok := m.tabs[m.active].view.(interface {
		Neighbour(s *scene.Scene, step int) string
	})
	if !ok || m.scene.Selected.Task == "" {
		m.say("J and K move the selected task in the Plan, or of a team in Teams")
		return
	}
	if one, ok := m.theOne("‹J› and ‹K› take"); !ok {
		return
	} else if one != m.scene.Selected {
		m.tell("‹J› and ‹K› move what the cursor is on, and " + m.are([]scene.Ref{one}))
		return
	}
	id, other := m.scene.Selected.Task, view.Neighbour(m.scene, step)
	if other == "" {
		m.say("there is nothing to pass in this group")
		return
	}
	r := m.scene.Roadmap
	first, second, word := r.Task(id), r.Task(other), "above "
	if step > 0 {
		first, second, word = second, first, "below "
	}
	title, one := " moved "+word, first.Team != "" && first.Team == second.Team
	if one {
		title = " ranked " + word
	}
	title = r.Task(id).Title + title + r.Task(other).Title
	outranked := one && first.Priority > second.Priority
	if outranked {
		title += fmt.Sprintf(", priority %d → %d", r.Task(id).Priority, r.Task(other).Priority)
	}
	m.edit(title, "", func(d *roadmap.Draft) error {
		err := d.MoveTask(id, placeBeside(r, other, step))
		if err == nil && outranked { // priority goes before rank: without it nothing would move
			err = d.UpdateTask(id, func(t *roadmap.Task) { t.Priority = r.Task(other).Priority })
		}
		if err != nil || !one {
			return err
		}
		return m.rankBefore(d, first.ID, second.ID)
	})
}

// placeBeside is the task that one must stand right before, so as to stand before (step < 0) or behind another.
func placeBeside(r *roadmap.Roadmap, other string, step int) string {
	if step < 0 {
		return other
	}
	if i := r.TaskIndex(other) + 1; i < len(r.Tasks()) {
		return r.Tasks()[i].ID
	}
	return ""
}

// rankBefore gives ranks so that first goes before second at their team. The first time all of the team's open tasks get
// ranks in the order in which they go now, so that nothing else changes places.
func (m *Model) rankBefore(d *roadmap.Draft, first, second string) error {
	a, b := d.Task(first), d.Task(second)
	if a.Rank == 0 || b.Rank == 0 || a.Rank == b.Rank {
		if err := m.rankAll(d, a.Team); err != nil {
			return err
		}
		a, b = d.Task(first), d.Task(second)
	}
	if a.Rank < b.Rank {
		return nil
	}
	ra, rb := a.Rank, b.Rank
	if err := d.UpdateTask(first, func(t *roadmap.Task) { t.Rank = rb }); err != nil {
		return err
	}
	return d.UpdateTask(second, func(t *roadmap.Task) { t.Rank = ra })
}

// rankStep leaves room between ranks.
const rankStep = 10

func (m *Model) rankAll(d *roadmap.Draft, team string) error {
	plan, r := m.session.Plan(), m.scene.Roadmap
	var places []int
	for i, t := range r.Tasks() {
		if t.Team == team && t.Status.Open() {
			places = append(places, i)
		}
	}
	unranked := func(i int) int { return b2i(r.Tasks()[i].Rank == 0) }
	slices.SortStableFunc(places, func(x, y int) int {
		return cmp.Or(cmp.Compare(unranked(x), unranked(y)), cmp.Compare(r.Tasks()[x].Rank, r.Tasks()[y].Rank),
			cmp.Compare(plan.Tasks[x].Start, plan.Tasks[y].Start))
	})
	for k, i := range places {
		if err := d.UpdateTask(r.Tasks()[i].ID, func(t *roadmap.Task) { t.Rank = (k + 1) * rankStep }); err != nil {
			return err
		}
	}
	return nil
}
