package roadmap

import (
	"maps"
	"slices"
)

// linkKey is what tells a dependency from others: there is at most one of a type between two tasks.
type linkKey struct {
	to, from string
	typ      LinkType
}

func (d *Dependency) link() linkKey { return linkKey{d.To, d.From, d.Type} }

// Link makes one task wait for another, or changes the lag of the dependency of that type between them. Cycles are found
// by Close.
func (d *Draft) Link(dep Dependency) error {
	c := &checker{item: itemOf(Edit{After: &dep})}
	if to := d.Task(dep.To); to != nil && dep.From == dep.To {
		c.fail(Cycle, "from", "%s cannot wait for itself", describe(to))
	}
	d.checkDependency(c, &dep)
	if c.err == nil {
		if old := d.dependency(&dep); old == nil || *old != dep {
			d.deps[dep.link()] = &dep
		}
	}
	return c.result()
}

func (d *Draft) checkDependency(c *checker, dep *Dependency) {
	switch {
	case d.Task(dep.From) == nil:
		c.fail(Unknown, "from", "there is no task %s", Quote(dep.From))
	case d.Task(dep.To) == nil:
		c.fail(Unknown, "to", "there is no task %s", Quote(dep.To))
	case dep.Type > StartToFinish:
		c.fail(Invalid, "type", "%d is no type: use %s", dep.Type, Alternatives(linkTypeNames))
	}
	c.between("lag", dep.Lag, -MaxLag, MaxLag)
}

// Unlink takes a dependency away; its lag does not matter.
func (d *Draft) Unlink(dep Dependency) error {
	if d.dependency(&dep) == nil {
		return &Error{Unknown, itemOf(Edit{After: &dep}), "", "there is no such dependency of type " + dep.Type.String()}
	}
	d.deps[dep.link()] = nil
	return nil
}

// dependency is the one of the same key in the draft, or nil.
func (d *Draft) dependency(key *Dependency) *Dependency {
	if dep, touched := d.deps[key.link()]; touched {
		return dep
	}
	return findDependency(d.base.deps, key)
}

// dependenciesNow are those of the draft, sorted.
func (d *Draft) dependenciesNow() []*Dependency {
	if len(d.deps) == 0 {
		return d.base.deps
	}
	added := slices.DeleteFunc(slices.Collect(maps.Values(d.deps)), func(dep *Dependency) bool { return dep == nil })
	slices.SortFunc(added, compareDependencies)
	out := make([]*Dependency, 0, len(d.base.deps)+len(added))
	for _, dep := range d.base.deps {
		if _, touched := d.deps[dep.link()]; touched {
			continue
		}
		for len(added) > 0 && compareDependencies(added[0], dep) < 0 {
			out, added = append(out, added[0]), added[1:]
		}
		out = append(out, dep)
	}
	return append(out, added...)
}

// removal is dependencies being taken from tasks that go.
type removal struct {
	draft         *Draft
	before, after map[string][]*Dependency // of the tasks that go; some may be gone already
	bridged       map[linkKey]bool
}

// unlinkAll takes all dependencies from these tasks. With bridge see RemoveTasks.
func (d *Draft) unlinkAll(ids []string, bridge bool) {
	r := &removal{d, map[string][]*Dependency{}, map[string][]*Dependency{}, map[linkKey]bool{}}
	for _, id := range ids {
		r.before[id], r.after[id] = nil, nil
	}
	for _, dep := range d.dependenciesNow() {
		r.note(dep)
	}
	for _, id := range ids {
		before, after := r.remaining(r.before[id]), r.remaining(r.after[id])
		if bridge {
			r.bridge(before, after)
		}
		for _, dep := range slices.Concat(before, after) {
			d.deps[dep.link()] = nil
		}
	}
}

func (r *removal) note(dep *Dependency) {
	if before, goes := r.before[dep.To]; goes {
		r.before[dep.To] = append(before, dep)
	}
	if after, goes := r.after[dep.From]; goes {
		r.after[dep.From] = append(after, dep)
	}
}

func (r *removal) remaining(deps []*Dependency) []*Dependency {
	var out []*Dependency
	for _, dep := range deps {
		if now := r.draft.dependency(dep); now != nil && !slices.Contains(out, now) {
			out = append(out, now)
		}
	}
	return out
}

// bridge ties all that waited for a task to all that it waited for; the lags add up. Of several ways between two tasks the
// longest counts, but a dependency that was there before stays as it was.
func (r *removal) bridge(before, after []*Dependency) {
	for _, in := range before {
		for _, out := range after {
			if in.Type != FinishToStart || out.Type != FinishToStart || in.From == out.To {
				continue
			}
			link := &Dependency{From: in.From, To: out.To, Lag: min(max(in.Lag+out.Lag, -MaxLag), MaxLag)}
			old := r.draft.dependency(link)
			if old == nil || r.bridged[link.link()] && old.Lag < link.Lag {
				r.draft.deps[link.link()] = link
				r.bridged[link.link()] = true
				r.note(link)
			}
		}
	}
}
