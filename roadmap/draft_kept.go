package roadmap

import "slices"

// PutKnown accepts a flag, in place of what was accepted of the same flag before.
func (d *Draft) PutKnown(k Known) error {
	c := &checker{item: "known flag " + Quote(k.Flag)}
	d.checkKnown(c, &k)
	if c.err == nil {
		k.Position = positionOf(&d.known, k.Key())
		d.known.put(&k)
	}
	return c.result()
}

func (d *Draft) checkKnown(c *checker, k *Known) {
	c.known(k)
	if k.Task != "" && d.Task(k.Task) == nil || k.Team != "" && d.Team(k.Team) == nil || k.Goal != "" && d.Goal(k.Goal) == nil {
		c.fail(Unknown, "", "there is no task, team or goal %q", k.Task+k.Team+k.Goal)
	}
}

// RemoveKnown takes the acceptance of a flag back.
func (d *Draft) RemoveKnown(k Known) error {
	if _, ok := d.known.get(k.Key()); !ok {
		return unknown("known flag", k.Flag)
	}
	d.known.remove(k.Key())
	return nil
}

func (d *Draft) forget(which func(*Known) bool) {
	for _, k := range slices.Clone(d.known.items) {
		if which(k) {
			d.known.remove(k.Key())
		}
	}
}

// PutFilter keeps a filter by its name, in place of the one of that name.
func (d *Draft) PutFilter(f Filter) error {
	c := &checker{item: "filter " + Quote(f.Name)}
	c.filter(&f)
	if c.err == nil {
		f.Position = positionOf(&d.filters, f.Name)
		d.filters.put(&f)
	}
	return c.result()
}

// RemoveFilter removes a filter by its name.
func (d *Draft) RemoveFilter(name string) error {
	if _, ok := d.filters.get(name); !ok {
		return unknown("filter", name)
	}
	d.filters.remove(name)
	return nil
}

// PutBaseline keeps a baseline by its name, in place of the one of that name. One that is current makes all others not so.
func (d *Draft) PutBaseline(b Baseline) error {
	c := &checker{item: "baseline " + Quote(b.Name)}
	b.tidy()
	c.baseline(&b)
	if c.err != nil {
		return c.result()
	}
	b.Position = positionOf(&d.baselines, b.Name)
	d.baselines.put(&b)
	if b.Current {
		d.onlyCurrent(b.Name)
	}
	return nil
}

// UseBaseline makes the baseline of that name the current one.
func (d *Draft) UseBaseline(name string) error {
	b, ok := d.baselines.get(name)
	if !ok {
		return unknown("baseline", name)
	}
	u := *b
	u.Current = true
	d.baselines.put(&u)
	d.onlyCurrent(name)
	return nil
}

func (d *Draft) onlyCurrent(name string) {
	for _, b := range slices.Clone(d.baselines.items) {
		if b.Current && b.Name != name {
			u := *b
			u.Current = false
			d.baselines.put(&u)
		}
	}
}

// RemoveBaseline removes a baseline by its name.
func (d *Draft) RemoveBaseline(name string) error {
	if _, ok := d.baselines.get(name); !ok {
		return unknown("baseline", name)
	}
	d.baselines.remove(name)
	return nil
}

// positionOf is where the entity of that key is, or the end.
func positionOf[E ordered](l *list[E], key string) Position {
	if e, ok := l.get(key); ok {
		return e.place()
	}
	return l.positionFor("", "")
}
