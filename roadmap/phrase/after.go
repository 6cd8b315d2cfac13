package phrase

import (
	"errors"
	"fmt"
	"strings"

	"bywhen/roadmap"
)

// afterField is what a task waits for: a task's id or the start of its title, then a lag and type. The longest title that
// matches wins, and what is left is the lag.
func afterField() field[roadmap.Task] {
	return field[roadmap.Task]{
		name: "after", list: true,
		clear: func(_ *roadmap.Task, h *hand) { h.unlinkAll = true },
		read: func(r *reader, w word) (reading[roadmap.Task], error) {
			p, dep, err := r.predecessor(w)
			return reading[roadmap.Task]{say: strings.TrimSpace("after " + p.name + " " + LagText(dep.Type, dep.Lag)),
				put: func(_ *roadmap.Task, h *hand) error { h.links = append(h.links, dep); return nil }}, err
		},
		remove: func(r *reader, w word) (reading[roadmap.Task], error) {
			p, dep, err := r.predecessor(w)
			return reading[roadmap.Task]{say: "not after " + p.name,
				put: func(_ *roadmap.Task, h *hand) error { h.unlinks = append(h.unlinks, dep); return nil }}, err
		},
	}
}

// predecessor reads one thing to wait for; the dependency's To is empty.
func (r *reader) predecessor(w word) (named, roadmap.Dependency, error) {
	found, dep, lagErr := r.heads(w)
	switch {
	case len(found) == 0 && w.bare[0] == '^' && r.Before == "":
		return named{}, dep, errors.New("^ is the task added just before, and there is none")
	case len(found) == 0 && lagErr != nil:
		return named{}, dep, lagErr
	case len(found) == 0:
		return named{}, dep, r.unknownName("task", w, r.tasks())
	}
	if found = r.preferOpen(found); len(found) > 1 {
		return named{}, dep, several(w, found)
	}
	dep.From = found[0].id
	return found[0], dep, nil
}

// heads are the tasks that a name with a lag behind it may mean: the longest name that finds any. lagErr is what is wrong with the lag
// behind a name that does.
func (r *reader) heads(w word) (found []named, dep roadmap.Dependency, lagErr error) {
	for _, loose := range []bool{false, true} {
		for i := len(w.bare); i > 0 && len(found) == 0; i-- {
			if i < len(w.bare) && strings.IndexByte("+-:", w.bare[i]) < 0 {
				continue
			}
			head := r.candidates(w.part(0, i), loose)
			if len(head) == 0 {
				continue
			}
			typ, lag, err := ParseLag(w.text[i:])
			if err != nil {
				lagErr = err
				continue
			}
			found, dep = head, roadmap.Dependency{Type: typ, Lag: lag}
		}
	}
	return found, dep, lagErr
}

// candidates are the tasks that a name may mean.
func (r *reader) candidates(w word, loose bool) []named {
	if w.bare == "^" {
		if t := r.roadmap().Task(r.Before); t != nil {
			return []named{{t.ID, t.Title}}
		}
		if r.Before != "" {
			return []named{{r.Before, fmt.Sprintf("task %s", r.Before)}}
		}
		return nil
	}
	if t := r.roadmap().Task(w.text); t != nil {
		return []named{{t.ID, t.Title}}
	}
	return match(w, r.tasks(), loose)
}

// preferOpen leaves done and dropped tasks out where a name could also mean one that is not.
func (r *reader) preferOpen(found []named) []named {
	if len(found) < 2 {
		return found
	}
	open := filtered(found, func(n named) bool { return r.roadmap().Task(n.id).Status.Open() })
	if len(open) == 0 {
		return found
	}
	return open
}

// link carries out what a line says about what a task waits for. before are the dependencies that it had.
func (h *hand) link(to string, before []*roadmap.Dependency) error {
	if h.unlinkAll {
		for _, dep := range before {
			if err := h.unlink(*dep); err != nil {
				return err
			}
		}
	}
	for _, gone := range h.unlinks {
		some := false
		for _, dep := range before {
			if dep.From == gone.From && (gone.Type == roadmap.FinishToStart || gone.Type == dep.Type) {
				some = true
				if err := h.unlink(*dep); err != nil {
					return err
				}
			}
		}
		if !some {
			gone.To = to
			return h.draft.Unlink(gone)
		}
	}
	for _, dep := range h.links {
		dep.To = to
		if err := h.draft.Link(dep); err != nil {
			return err
		}
	}
	return nil
}

// unlink takes a dependency away; one that is gone already is none the worse.
func (h *hand) unlink(dep roadmap.Dependency) error {
	err := h.draft.Unlink(dep)
	var refused *roadmap.Error
	if errors.As(err, &refused) && refused.Code == roadmap.Unknown {
		return nil
	}
	return err
}
