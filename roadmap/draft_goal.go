package roadmap

import "slices"

// AddGoal adds a goal at the end; without an id it gets one. It returns the id.
func (d *Draft) AddGoal(g Goal) (string, error) {
	c := &checker{item: "new goal " + Quote(g.Title)}
	d.claim(c, &g.ID)
	g.tidy()
	c.goal(&g)
	d.checkParent(c, &g)
	if c.err == nil {
		g.Position = d.goals.positionFor("", "")
		d.goals.put(&g)
	}
	return g.ID, c.result()
}

// UpdateGoal changes a goal; the change gets a copy, whose slices it must replace and not write to.
func (d *Draft) UpdateGoal(id string, change func(*Goal)) error {
	old := d.Goal(id)
	if old == nil {
		return unknown("goal", id)
	}
	g := *old
	g.tidy()
	change(&g)
	g.tidy()
	g.ID, g.Position = old.ID, old.Position
	c := &checker{item: "goal " + Quote(old.Title)}
	c.goal(&g)
	d.checkParent(c, &g)
	if c.err == nil {
		d.goals.put(&g)
	}
	return c.result()
}

func (d *Draft) checkParent(c *checker, g *Goal) {
	for at, steps := g.Parent, 0; at != ""; steps++ {
		p := d.Goal(at)
		if p == nil {
			c.fail(Unknown, "parent", "there is no goal %q", at)
			return
		}
		if p.ID == g.ID || steps > len(d.goals.items) { // the latter in a damaged file only: a circle of others
			c.fail(Cycle, "parent", "%q lies under this goal itself", g.Parent)
			return
		}
		at = p.Parent
	}
}

// RemoveGoal removes a goal; its tasks are then no goal's, and its children belong to its parent.
func (d *Draft) RemoveGoal(id string) error {
	gone := d.Goal(id)
	if gone == nil {
		return unknown("goal", id)
	}
	for _, t := range slices.Clone(d.tasks.items) {
		if t.Goal == id {
			u := *t
			u.Goal = ""
			d.tasks.put(&u)
		}
	}
	for _, g := range slices.Clone(d.goals.items) {
		if g.Parent == id {
			u := *g
			u.Parent = gone.Parent
			d.goals.put(&u)
		}
	}
	d.goals.remove(id)
	d.forget(func(k *Known) bool { return k.Goal == id })
	return nil
}

// MoveGoal moves a goal right before another, or to the end where that is empty.
func (d *Draft) MoveGoal(id, before string) error { return move(&d.goals, "goal", id, before) }
