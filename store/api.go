package store

import (
	"time"

	"bywhen/roadmap"
)

// Revision counts the commits of a file; it never goes back, not by undo either.
type Revision uint64

// Snapshot is a roadmap as the file had it at a revision. Hand it back as the base of an Edit as it is: it also knows which
// file it came from.
type Snapshot struct {
	Roadmap  *roadmap.Roadmap
	Revision Revision

	mark    uint32      // checksum of the file's state; 0 in a snapshot that did not come from a file
	created stampRecord // when its file was made, which tells it from every other; zero likewise
	past    []uint32    // the checksums of the history's entries
}

// Follows tells whether a snapshot may be what an earlier one has become: it is of the same roadmap, and no older. Else another file
// was put in its place.
func (s Snapshot) Follows(earlier Snapshot) bool {
	return earlier.created == stampRecord{} || s.created == earlier.created && s.Revision >= earlier.Revision && s.Lacks(earlier) == 0
}

// Lacks is how many changes that were in an earlier snapshot of the same roadmap are not in this one: an older copy of the file was put
// in its place, and perhaps edited since. It is 0 where nothing is lacking, and of different roadmaps.
func (s Snapshot) Lacks(earlier Snapshot) int {
	if s.created != earlier.created {
		return 0
	}
	both := 0
	for both < min(len(s.past), len(earlier.past)) && s.past[both] == earlier.past[both] {
		both++
	}
	return len(earlier.past) - both
}

// Stamp is when a change is made: the instant, and the status date.
type Stamp struct {
	At    time.Time
	Today roadmap.Date
}

// Forecast is a deadline's forecast finish; exactly one of Task and Goal, an id, is set.
type Forecast struct {
	Task, Goal string
	Date       roadmap.Date // 0: it has none
	OpenEnd    bool         // rests on an end nobody knows
}

// Planner says what every deadline of a roadmap is forecast to be, each once. It must not keep or change the roadmap.
type Planner func(*roadmap.Roadmap) []Forecast

// Move is a forecast that a change moved; 0 is a deadline that had none, or has none any more.
type Move struct {
	Task, Goal string
	From, To   roadmap.Date
}

// EntryKind is how a change came about.
type EntryKind uint8

// The kinds of entries.
const (
	Edited EntryKind = iota
	Undone           // takes back the entry Of
	Redone           // takes back the undoing Of
)

// Entry is a change in the history. Seq counts from 1; it is the order, whatever the clock said.
type Entry struct {
	Seq  uint64
	Kind EntryKind
	Of   uint64 // Undone, Redone: the entry that is turned round
	Stamp
	roadmap.Change
	Moved []Move

	below uint64 // the entry under this one on its stack: to undo (Edited, Redone) or to redo (Undone)
}

// Edit is a roadmap to be committed in place of the one it was made on.
type Edit struct {
	Base    Snapshot
	Next    *roadmap.Roadmap
	Title   string
	Because string // the reason that was given, or empty
	Stamp
}
