package roadmap

import "strings"

// Try is the roadmap that a kept what-if makes of this one, which may have moved on since, and what of it no longer fits, a line
// each. Where a task, say, was changed here too, field stands by field, and of a list element by element: what the what-if changed and
// nobody since is as the what-if has it; what both changed stays as it is here and is told. What has gone meanwhile is told. What does not hold together
// any more, as links that would now close a cycle, is an error, and nothing is tried.
func (r *Roadmap) Try(w *WhatIf) (tried *Roadmap, misfits []string, err error) {
	c := Change{Title: w.Tried, Because: w.Because}
	m := meeting{roadmap: r, added: map[string]bool{}}
	for _, e := range w.Edits {
		if isNil(e.Before) {
			m.added[e.Key] = true
		}
	}
	for _, e := range w.Edits {
		now, fits := m.meet(e)
		if fits && !Same(now.Before, now.After) {
			c.Edits = append(c.Edits, now)
		}
	}
	if tried, err = r.Replay(c); err != nil {
		return nil, m.misfits, err
	}
	return tried, m.misfits, nil
}

// Holds tells whether all that a what-if does is so in this roadmap already, as in another that was begun inside it.
func (r *Roadmap) Holds(w *WhatIf) bool {
	m := meeting{roadmap: r, added: map[string]bool{}}
	for _, e := range w.Edits {
		now, fits := m.meet(e)
		if !fits || len(m.misfits) > 0 || !Same(now.Before, now.After) {
			return false
		}
	}
	return len(w.Edits) > 0
}

// meeting is where what was tried meets a roadmap that has moved on.
type meeting struct {
	roadmap *Roadmap
	added   map[string]bool // keys of what the what-if adds
	misfits []string
}

// meet is an edit as it is on the present roadmap; false where it no longer fits.
func (m *meeting) meet(e Edit) (Edit, bool) {
	now := m.roadmap.Entity(e.Kind, e.Key)
	switch {
	case Same(now, e.Before) && m.tied(e):
		return e, true
	case Same(now, e.After) || isNil(e.After): // so already; what was taken away goes, whatever became of it
		return Edit{e.Kind, e.Key, now, e.After}, true
	case isNil(now):
		m.tell(e, "has gone since")
	case isNil(e.Before):
		m.tell(e, "has come to be something else since")
	default:
		merged, both := merge(e.Before, e.After, now)
		if len(both) > 0 {
			m.tell(e, strings.Join(both, ", ")+" changed since, and "+stays(both))
		}
		return Edit{e.Kind, e.Key, now, merged}, true
	}
	return e, false
}

// stays is what becomes of fields that both changed, as a predicate of their names.
func stays(fields []string) string {
	switch {
	case len(fields) > 1:
		return "each stays as it is now"
	case strings.HasSuffix(fields[0], "s") && fields[0] != "status":
		return "stay as they are now"
	}
	return "stays as it is now"
}

// tell notes what no longer fits; what belongs to the roadmap as a whole is named by itself, "the holidays".
func (m *meeting) tell(e Edit, what string) {
	if e.Kind == KindSettings {
		m.misfits = append(m.misfits, "the "+what)
		return
	}
	m.misfits = append(m.misfits, itemOf(e)+": "+what)
}

// tied tells whether both ends of a dependency are there; of anything else there is nothing to ask.
func (m *meeting) tied(e Edit) bool {
	d, ok := e.After.(*Dependency)
	if !ok || isNil(d) {
		return true
	}
	there := func(id string) bool { return m.roadmap.Task(id) != nil || m.added[id] }
	return there(d.From) && there(d.To)
}
