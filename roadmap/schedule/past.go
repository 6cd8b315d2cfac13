package schedule

import (
	"time"

	"bywhen/roadmap"
)

// Past is what has happened to a roadmap since its history began. It is read only.
type Past struct {
	Began   roadmap.Date // the status date on which the history began; 0 where that is not known
	Changes []PastChange // the oldest first: their order is that of the history, whatever the clock said
}

// PastChange is a change in the history.
type PastChange struct {
	Seq    uint64
	Of     uint64 // the change that this one takes back or does again; 0 for an edit
	Undone bool   // it takes Of back
	At     time.Time
	Today  roadmap.Date // the status date on which it was made
	roadmap.Change
	Moved []Move // the deadlines whose forecast it moved
}

// Move is the forecast finish of a deadline before and after a change; 0 is a deadline that had none, or has none any more.
type Move struct {
	On       Ref
	From, To roadmap.Date
}

// move is what a change did to a deadline.
func (c *PastChange) move(on Ref) (Move, bool) {
	for _, m := range c.Moved {
		if m.On == on {
			return m, true
		}
	}
	return Move{}, false
}

// putsBaseline tells whether a change took a baseline, with the dates that it has now.
func (c *PastChange) putsBaseline(b *roadmap.Baseline) bool {
	for _, e := range c.Edits {
		after, ok := e.After.(*roadmap.Baseline)
		if !ok || after.Name != b.Name {
			continue
		}
		before, had := e.Before.(*roadmap.Baseline)
		if !had || before.Taken != after.Taken || len(before.Tasks) != len(after.Tasks) {
			return true
		}
	}
	return false
}

// rewinder gives the roadmap as it was after so many changes: the present one with what came later taken back.
type rewinder struct {
	present *roadmap.Roadmap
	past    *Past
	at      int // the changes from here on are gathered
	undo    map[entityKey]roadmap.Entity
	order   []entityKey
}

type entityKey struct {
	kind roadmap.Kind
	key  string
}

// then is the roadmap after the first n changes; nil where the history does not lead to the present one.
func (w *rewinder) then(n int) *roadmap.Roadmap {
	if n == len(w.past.Changes) {
		return w.present
	}
	if w.undo == nil || n > w.at {
		w.at, w.undo, w.order = len(w.past.Changes), map[entityKey]roadmap.Entity{}, nil
	}
	for ; w.at > n; w.at-- {
		for _, e := range w.past.Changes[w.at-1].Edits {
			if e.Kind == roadmap.KindBaseline || e.Kind == roadmap.KindFilter {
				continue // no plan depends on them
			}
			k := entityKey{e.Kind, e.Key}
			if _, met := w.undo[k]; !met {
				w.order = append(w.order, k)
			}
			w.undo[k] = e.Before
		}
	}
	r, err := w.present.Replay(roadmap.Change{Edits: w.edits()})
	if err != nil {
		return nil
	}
	return r
}

// edits are what leads from the present back to where the rewinder is.
func (w *rewinder) edits() []roadmap.Edit {
	out := make([]roadmap.Edit, 0, len(w.order))
	for _, k := range w.order {
		now, then := w.present.Entity(k.kind, k.key), w.undo[k]
		if now != nil || then != nil { // what came and went since is in neither
			out = append(out, roadmap.Edit{Kind: k.kind, Key: k.key, Before: now, After: then})
		}
	}
	return out
}
