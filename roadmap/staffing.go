package roadmap

import "fmt"

// CheckStaffing refuses a roadmap in which an open task asks for more people than a team has, though it does so neither in
// the roadmap before an edit nor in the one that the edit was made into: two edits that are each fine can together ask too
// much. What an import brought along, or what an undo brings back, is let be.
func (r *Roadmap) CheckStaffing(before, made *Roadmap) error {
	for _, t := range r.tasks.items {
		if !t.Status.Open() {
			continue
		}
		for _, n := range append([]Need{{t.Team, t.People}}, t.AlsoNeeds...) {
			if !r.asksTooMuch(t.ID, n.Team) || before.asksTooMuch(t.ID, n.Team) || made.asksTooMuch(t.ID, n.Team) {
				continue
			}
			team := r.Team(n.Team)
			return &Error{Conflict, describe(t), "people", fmt.Sprintf("%d are more than %s has by now (%d)", n.People, team.Name, team.MostPeople())}
		}
	}
	return nil
}

// asksTooMuch tells whether an open task asks for more people than a sized team ever has.
func (r *Roadmap) asksTooMuch(task, team string) bool {
	t, owner := r.Task(task), r.Team(team)
	return t != nil && owner != nil && t.Status.Open() && owner.MostPeople() > 0 && peopleOf(t, team) > owner.MostPeople()
}
