package store

import (
	"maps"
	"slices"

	"bywhen/roadmap"
)

// The titles of what takes the place of changes that are lost, and of what a repair did.
const (
	lostTitle   = "Changes that could not be read"
	mendedTitle = "Repair of a broken file"
)

// mostGaps is across how many gaps a history is followed.
const mostGaps = 16

// chain is a history on its way back from the present, an entry at a time. Where entries are lost it goes on: what an older entry left
// and is otherwise above the gap was changed in it, so a change of that takes the place of what is lost.
type chain struct {
	back    backward
	entries []Entry // the newest first
	gaps    []gap
	cut     bool // it does not lead to the present, and begins after that
}

// gap is a place in a history where a change of what is not known otherwise belongs.
type gap struct {
	at    int // how many entries are newer
	below map[placeOf]roadmap.Edit
	known map[placeOf]bool // what entries older than it have been taken back on
	back  backward         // as it was just after
	title string
	stamp Stamp
}

func (c *chain) open(title string, stamp Stamp) {
	c.gaps = append(c.gaps, gap{at: len(c.entries), below: map[placeOf]roadmap.Edit{}, known: map[placeOf]bool{}, back: maps.Clone(c.back), title: title, stamp: stamp})
}

// take takes an entry back; false where it cannot have led to what came after it.
func (c *chain) take(e Entry) bool {
	for _, x := range e.Edits {
		at := placeOf{x.Kind, x.Key}
		if roadmap.Same(c.back[at], x.After) {
			continue
		}
		if len(c.gaps) == 0 || c.gaps[len(c.gaps)-1].known[at] {
			return false
		}
		c.gaps[len(c.gaps)-1].below[at] = roadmap.Edit{Kind: x.Kind, Key: x.Key, Before: x.After, After: c.back[at]}
		if x.After == nil {
			delete(c.back, at)
		} else {
			c.back[at] = x.After
		}
	}
	c.back.undo(&e)
	if len(c.gaps) > 0 {
		for _, x := range e.Edits {
			c.gaps[len(c.gaps)-1].known[placeOf{x.Kind, x.Key}] = true
		}
	}
	c.entries = append(c.entries, e)
	return true
}

// follow goes back from the present as far as the history leads; lost tells what lay in the gaps.
func (s *rescue) follow(r *roadmap.Roadmap, at Stamp) *chain {
	c := &chain{back: backward{}}
	c.back.from(r)
	if s.doubtful {
		c.open(mendedTitle, at)
	}
	stamp, expected := at, s.last
	for _, seq := range slices.Backward(slices.Sorted(maps.Keys(s.entries))) {
		if seq < expected {
			if len(c.gaps) == mostGaps {
				c.cut = true
				break
			}
			c.open(lostTitle, stamp)
		}
		e := s.entries[seq]
		if !c.take(e) {
			c.cut = true
			break
		}
		stamp, expected = e.Stamp, seq-1
	}
	c.begin(r.LastID())
	return c
}

// begin lets the history begin where a roadmap was: at its oldest entry, else after a gap, else now.
func (c *chain) begin(lastID int) {
	for {
		if _, err := roadmap.Load(c.back.values(), lastID); err == nil {
			return
		}
		c.cut = true
		if len(c.gaps) == 0 {
			c.entries = nil
			return
		}
		last := c.gaps[len(c.gaps)-1]
		c.entries, c.back, c.gaps = c.entries[:last.at], last.back, c.gaps[:len(c.gaps)-1]
	}
}

// written are the entries as the new file has them, the oldest first: numbered anew from 1, with what they turn round, and with a change in
// the place of each gap. An undoing of what is no longer there, or no longer on top, is a change like any other. The stacks are those that
// these entries lead to.
func (c *chain) written() (out []Entry, top stacks) {
	number := map[uint64]uint64{}
	for at := len(c.entries); at >= 0; at-- {
		for i := len(c.gaps) - 1; i >= 0; i-- {
			if g := &c.gaps[i]; g.at == at && len(g.below) > 0 {
				out = append(out, Entry{Stamp: g.stamp, Change: roadmap.Change{Title: g.title, Edits: g.edits()}})
				restacked(out, &top)
			}
		}
		if at == 0 {
			return out, top
		}
		e := c.entries[at-1]
		number[e.Seq], e.Of = uint64(len(out)+1), number[e.Of]
		out = append(out, e)
		restacked(out, &top)
	}
	return out, top
}

// restacked numbers the last of the entries and puts it on its stack.
func restacked(entries []Entry, top *stacks) {
	e := &entries[len(entries)-1]
	e.Seq = uint64(len(entries))
	st := state{Undo: top.undo, Redo: top.redo, Tallies: make([]tally, len(buckets))}
	st.Tallies[historyPlace].Keys = e.Seq - 1
	switch {
	case e.Kind == Undone && e.Of != 0 && e.Of == top.undo, e.Kind == Redone && e.Of != 0 && e.Of == top.redo:
		st.restack(e, entries[e.Of-1])
	default:
		e.Kind, e.Of, e.below = Edited, 0, top.undo
		st.Undo, st.Redo = e.Seq, 0
	}
	*top = stacks{st.Undo, st.Redo}
}

// edits are in the order of kinds and keys.
func (g *gap) edits() []roadmap.Edit {
	out := slices.Collect(maps.Values(g.below))
	slices.SortFunc(out, func(a, b roadmap.Edit) int {
		if a.Kind != b.Kind {
			return int(a.Kind) - int(b.Kind)
		}
		if a.Key < b.Key {
			return -1
		}
		return 1
	})
	return out
}

// tellHistory says how much of the history is in the new file.
func (s *rescue) tellHistory(c *chain) {
	switch missing := s.last - uint64(len(c.entries)); {
	case c.cut && len(c.entries) == 0:
		s.lose("the history of %d changes: it does not add up to the present, so it begins anew with the roadmap as it is now", s.last)
	case c.cut:
		s.lose("the %d oldest of %d changes of the history: what is kept of it begins on %s", missing, s.last, c.entries[len(c.entries)-1].Today)
	case missing > 0:
		s.lose("%d of %d changes of the history; what they led to is in the roadmap", missing, s.last)
	}
}
