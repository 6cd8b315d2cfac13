package roadmap

// AddRisk adds a risk at the end; without an id it gets one. It returns the id.
func (d *Draft) AddRisk(r Risk) (string, error) {
	c := &checker{item: "new risk " + Quote(r.Title)}
	d.claim(c, &r.ID)
	r.Tasks = tidy(r.Tasks)
	d.checkRisk(c, &r)
	if c.err == nil {
		r.Position = d.risks.positionFor("", "")
		d.risks.put(&r)
	}
	return r.ID, c.result()
}

// UpdateRisk changes a risk; the change gets a copy, whose slices it must replace and not write to.
func (d *Draft) UpdateRisk(id string, change func(*Risk)) error {
	old := d.Risk(id)
	if old == nil {
		return unknown("risk", id)
	}
	r := *old
	r.Tasks = tidy(r.Tasks)
	change(&r)
	r.Tasks = tidy(r.Tasks)
	r.ID, r.Position = old.ID, old.Position
	c := &checker{item: "risk " + Quote(old.Title)}
	d.checkRisk(c, &r)
	if c.err == nil {
		d.risks.put(&r)
	}
	return c.result()
}

func (d *Draft) checkRisk(c *checker, r *Risk) {
	c.risk(r)
	seen := make(map[string]bool, len(r.Tasks)) // a risk may hit every task of a large roadmap
	for _, id := range r.Tasks {
		if d.Task(id) == nil {
			c.fail(Unknown, "tasks", "there is no task %q", id)
		}
		if seen[id] {
			c.fail(Taken, "tasks", "%q is there twice", id)
		}
		seen[id] = true
	}
}

// RemoveRisk removes a risk.
func (d *Draft) RemoveRisk(id string) error {
	if d.Risk(id) == nil {
		return unknown("risk", id)
	}
	d.risks.remove(id)
	return nil
}
