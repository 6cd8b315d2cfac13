package session

import (
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// PastOf is a file's history as the slip ledger reads it.
func PastOf(p store.Past) schedule.Past {
	return schedule.Past{Began: p.Created.Today, Changes: appendChanges(make([]schedule.PastChange, 0, len(p.Entries)), p.Entries)}
}

func appendChanges(changes []schedule.PastChange, entries []store.Entry) []schedule.PastChange {
	for i := range entries {
		changes = append(changes, pastChange(&entries[i]))
	}
	return changes
}

func pastChange(e *store.Entry) schedule.PastChange {
	c := schedule.PastChange{Seq: e.Seq, Of: e.Of, Undone: e.Kind == store.Undone, At: e.At, Today: e.Today, Change: e.Change}
	if len(e.Moved) > 0 {
		c.Moved = make([]schedule.Move, len(e.Moved))
	}
	for i, m := range e.Moved {
		c.Moved[i] = schedule.Move{On: schedule.Ref{Task: m.Task, Goal: m.Goal}, From: m.From, To: m.To}
	}
	return c
}
