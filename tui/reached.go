package tui

import (
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/week"
	"bywhen/tui/paint"
)

// reached is the milestones that the tasks done last have brought about: the same key again marks them done.
type reached struct {
	by, milestones []string // ids
}

// offerReached says which milestones are reached now that tasks are done.
func (m *Model) offerReached(done []*roadmap.Task, before *schedule.Plan) {
	m.reached = reached{}
	was := idsOf(before.Roadmap, week.Reached(before))
	for _, id := range idsOf(m.scene.Roadmap, week.Reached(m.session.Plan())) {
		if !slices.Contains(was, id) {
			m.reached.milestones = append(m.reached.milestones, id)
		}
	}
	if len(m.reached.milestones) == 0 {
		return
	}
	for _, t := range done {
		m.reached.by = append(m.reached.by, t.ID)
	}
	titles := m.titles(m.reached.milestones)
	what := strings.Join(titles, ", ")
	if len(titles) > 2 {
		what = paint.Count(len(titles), "milestone")
	}
	m.sayDone(m.keyed(what+map[bool]string{true: " is", false: " are"}[len(titles) == 1]+" reached: ‹space› again marks that done too · ") + m.message)
}

// takeReached marks the milestones done that were offered for these tasks; false where none were, or they are not reached any more.
func (m *Model) takeReached(tasks []*roadmap.Task) bool {
	offered := m.reached
	m.reached = reached{}
	if len(offered.milestones) == 0 || len(tasks) != len(offered.by) {
		return false
	}
	still := idsOf(m.scene.Roadmap, week.Reached(m.session.Plan()))
	for i, t := range tasks {
		if t.ID != offered.by[i] {
			return false
		}
	}
	for _, id := range offered.milestones {
		if !slices.Contains(still, id) {
			return false
		}
	}
	return m.edit(strings.Join(m.titles(offered.milestones), ", ")+": done", "", func(d *roadmap.Draft) error {
		for _, id := range offered.milestones {
			if err := d.UpdateTask(id, step); err != nil {
				return err
			}
		}
		return nil
	})
}

func (m *Model) titles(ids []string) (out []string) {
	for _, id := range ids {
		if t := m.scene.Roadmap.Task(id); t != nil {
			out = append(out, t.Title)
		}
	}
	return out
}

func idsOf(r *roadmap.Roadmap, places []int) (out []string) {
	for _, i := range places {
		out = append(out, r.Tasks()[i].ID)
	}
	return out
}
