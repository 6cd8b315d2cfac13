package history

import (
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// Past is what has happened to a roadmap since its history began. It is read only.
type Past struct {
	Began   roadmap.Date // the status date on which the history began; 0 where that is not known
	Changes []Change     // the oldest first: their order is that of the history, whatever the clock said
}

// Change is a change in the history.
type Change struct {
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
	On       schedule.Ref
	From, To roadmap.Date
	Done     roadmap.Date // with To 0: the day on which it was done, where MarkDone has found that this is why
}

// move is what a change did to a deadline.
func (c *Change) move(on schedule.Ref) (Move, bool) {
	for _, m := range c.Moved {
		if m.On == on {
			return m, true
		}
	}
	return Move{}, false
}

// putsBaseline tells whether a change took a baseline, with the dates that it has now.
func (c *Change) putsBaseline(b *roadmap.Baseline) bool {
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

// rewinder gives the roadmap as it was after so many changes, from the nearest one that it has given before.
type rewinder struct {
	present *roadmap.Roadmap
	past    *Past
	whole   bool                     // baselines and filters are taken back too, on which no plan depends
	known   map[int]*roadmap.Roadmap // nil where the history does not lead there
}

// then is the roadmap after the first n changes; nil where the history does not lead to the present one.
func (w *rewinder) then(n int) *roadmap.Roadmap {
	if w.known == nil {
		w.known = map[int]*roadmap.Roadmap{len(w.past.Changes): w.present}
	}
	if r, ok := w.known[n]; ok {
		return r
	}
	from := len(w.past.Changes)
	for m, r := range w.known {
		if near, best := abs(m-n), abs(from-n); r != nil && (near < best || near == best && m > from) {
			from = m
		}
	}
	w.known[n] = w.replay(from, n)
	return w.known[n]
}

// replay makes the roadmap after n changes of the one after m.
func (w *rewinder) replay(m, n int) *roadmap.Roadmap {
	base := w.known[m]
	r, err := base.Replay(roadmap.Change{Edits: w.between(base, m, n)})
	if err != nil {
		return nil
	}
	return r
}

type entityKey struct {
	kind roadmap.Kind
	key  string
}

// between are the edits that lead from the roadmap after m changes to that after n, each entity once.
func (w *rewinder) between(base *roadmap.Roadmap, m, n int) []roadmap.Edit {
	then, order := map[entityKey]roadmap.Entity{}, []entityKey{}
	note := func(k entityKey, v roadmap.Entity) {
		if !w.whole && (k.kind == roadmap.KindBaseline || k.kind == roadmap.KindFilter || k.kind == roadmap.KindWhatIf) {
			return
		}
		if _, met := then[k]; !met {
			order = append(order, k)
		}
		then[k] = v
	}
	for k := m - 1; k >= n; k-- {
		for _, e := range w.past.Changes[k].Edits {
			note(entityKey{e.Kind, e.Key}, e.Before)
		}
	}
	for k := m; k < n; k++ {
		for _, e := range w.past.Changes[k].Edits {
			note(entityKey{e.Kind, e.Key}, e.After)
		}
	}
	out := make([]roadmap.Edit, 0, len(order))
	for _, k := range order {
		now := base.Entity(k.kind, k.key)
		if now != nil || then[k] != nil { // what came and went between is in neither
			out = append(out, roadmap.Edit{Kind: k.kind, Key: k.key, Before: now, After: then[k]})
		}
	}
	return out
}
