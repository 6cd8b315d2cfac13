package store

import (
	"bytes"

	"bywhen/roadmap"
)

// edit is one entity of a change as bodies of records; nil is one that is not there.
type edit struct {
	kind          roadmap.Kind
	key           string
	before, after []byte
}

// encoded is a change as it is written, without what differs in memory alone (a list that is empty or not there).
func encoded(c roadmap.Change) ([]edit, error) {
	out := make([]edit, 0, len(c.Edits))
	for _, e := range c.Edits {
		w := edit{kind: e.Kind, key: e.Key}
		var err error
		if e.Before != nil {
			if w.before, err = encodeEntity(e.Before); err != nil {
				return nil, err
			}
		}
		if e.After != nil {
			if w.after, err = encodeEntity(e.After); err != nil {
				return nil, err
			}
		}
		if !bytes.Equal(w.before, w.after) {
			out = append(out, w)
		}
	}
	return out, nil
}

// written is the change that edits spell, with every entity as a load of the file would give it: that is what a replay
// compares with.
func written(c roadmap.Change, edits []edit) (roadmap.Change, error) {
	c.Edits = make([]roadmap.Edit, 0, len(edits))
	for _, e := range edits {
		out := roadmap.Edit{Kind: e.kind, Key: e.key}
		var err error
		if e.before != nil {
			if out.Before, err = decodeEntity(e.kind, []byte(e.key), e.before); err != nil {
				return c, err
			}
		}
		if e.after != nil {
			if out.After, err = decodeEntity(e.kind, []byte(e.key), e.after); err != nil {
				return c, err
			}
		}
		c.Edits = append(c.Edits, out)
	}
	return c, nil
}

// moves compares the deadlines of two plans: those of the later one in its order, then those that are gone.
func moves(plan Planner, before, after *roadmap.Roadmap) []Move {
	if plan == nil {
		return nil
	}
	type on struct{ task, goal string }
	was, now := plan(before), plan(after)
	from := make(map[on]roadmap.Date, len(was))
	for _, f := range was {
		from[on{f.Task, f.Goal}] = f.Date
	}
	var out []Move
	for _, f := range now {
		key := on{f.Task, f.Goal}
		if d := from[key]; d != f.Date {
			out = append(out, Move{f.Task, f.Goal, d, f.Date})
		}
		delete(from, key)
	}
	for _, f := range was {
		if d := from[on{f.Task, f.Goal}]; d != 0 {
			out = append(out, Move{f.Task, f.Goal, d, 0})
		}
	}
	return out
}
