package roadmap

import "slices"

// AddTeam adds a team at the end; without an id it gets one. It returns the id.
func (d *Draft) AddTeam(t Team) (string, error) {
	c := &checker{item: "new team " + Quote(t.Name)}
	d.claim(c, &t.ID)
	t.tidy()
	c.team(&t)
	if c.err == nil {
		t.Position = d.teams.positionFor("", "")
		d.teams.put(&t)
	}
	return t.ID, c.result()
}

// UpdateTeam changes a team; the change gets a copy, whose slices it must replace and not write to. A capacity under what one of its open tasks asks for is refused.
func (d *Draft) UpdateTeam(id string, change func(*Team)) error {
	old := d.Team(id)
	if old == nil {
		return unknown("team", id)
	}
	t := *old
	t.tidy()
	change(&t)
	t.tidy()
	t.ID, t.Position = old.ID, old.Position
	c := &checker{item: "team " + Quote(old.Name)}
	c.team(&t)
	if most := t.MostPeople(); !d.lenient && most > 0 && (old.MostPeople() == 0 || most < old.MostPeople()) {
		d.enoughPeople(c, &t, most)
	}
	if c.err == nil {
		d.teams.put(&t)
	}
	return c.result()
}

func (d *Draft) enoughPeople(c *checker, team *Team, most int) {
	for _, t := range d.tasks.items {
		if n := peopleOf(t, team.ID); t.Status.Open() && n > most {
			c.fail(Invalid, "capacity", "%d is too few: %s asks for %d people at once", team.Capacity, describe(t), n)
		}
	}
}

// peopleOf is how many people of a team the task needs at once.
func peopleOf(t *Task, team string) int {
	if t.Team == team {
		return t.People
	}
	for _, n := range t.AlsoNeeds {
		if n.Team == team {
			return n.People
		}
	}
	return 0
}

// RemoveTeam removes a team; its tasks are then no team's, and nobody needs its people.
func (d *Draft) RemoveTeam(id string) error {
	if d.Team(id) == nil {
		return unknown("team", id)
	}
	for _, t := range slices.Clone(d.tasks.items) {
		if peopleOf(t, id) == 0 {
			continue
		}
		u := *t
		if u.Team == id {
			u.Team = ""
		}
		u.AlsoNeeds = tidy(slices.DeleteFunc(slices.Clone(u.AlsoNeeds), func(n Need) bool { return n.Team == id }))
		d.tasks.put(&u)
	}
	d.teams.remove(id)
	d.forget(func(k *Known) bool { return k.Team == id })
	return nil
}

// MoveTeam moves a team right before another, or to the end where that is empty.
func (d *Draft) MoveTeam(id, before string) error { return move(&d.teams, "team", id, before) }
