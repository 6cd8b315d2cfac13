package forecast

import (
	"slices"
	"strings"

	"bywhen/roadmap"
)

// Basis says where the spread of a forecast comes from.
type Basis struct {
	Estimates int // open tasks that spread by their own three points
	Defaults  int // open tasks that spread by ¾, 1 and 2 times their effort
	Risks     int // open risks that may hit an open task
	Records   []TeamRecord
	Promises  []PromiseRecord
	// Kept are how many open promises count as kept, for want of a record.
	Kept int
}

// TeamRecord is how a team's finished tasks compared with their estimates.
type TeamRecord struct {
	Team     string  // id; empty for tasks of no team
	Finished int     // how many
	Ratio    float64 // the median of working days taken to working days planned from the effort
	Tasks    int     // open tasks that spread by it
}

// PromiseRecord is how a team's deliveries compared with what it had promised first.
type PromiseRecord struct {
	Team      string // id
	Delivered int    // how many
	Kept      int    // of them in time
	Late      int    // working days late, in the middle of them all
	Tasks     int    // open promises that it counts for
}

// note counts an open task by where its spread comes from.
func (b *Basis) note(t *roadmap.Task, s Source) {
	switch s {
	case FromEstimate:
		b.Estimates++
	case FromDefault:
		b.Defaults++
	case FromRecord:
		at, found := slices.BinarySearchFunc(b.Records, t.Team, func(r TeamRecord, id string) int { return strings.Compare(r.Team, id) })
		if !found {
			b.Records = slices.Insert(b.Records, at, TeamRecord{Team: t.Team})
		}
		b.Records[at].Tasks++
	}
}

// notePromise counts an open promise; drawn tells whether its team has a record of late ones.
func (b *Basis) notePromise(t *roadmap.Task, drawn bool) {
	if !drawn {
		b.Kept++
		return
	}
	at, found := slices.BinarySearchFunc(b.Promises, t.Team, func(r PromiseRecord, id string) int { return strings.Compare(r.Team, id) })
	if !found {
		b.Promises = slices.Insert(b.Promises, at, PromiseRecord{Team: t.Team})
	}
	b.Promises[at].Tasks++
}

// fill fills in what the records say.
func (b *Basis) fill(records map[string]*record) {
	for i := range b.Records {
		of := records[b.Records[i].Team]
		b.Records[i].Finished, b.Records[i].Ratio = len(of.ratios), of.median()
	}
	for i := range b.Promises {
		of := records[b.Promises[i].Team]
		b.Promises[i].Delivered, b.Promises[i].Kept, b.Promises[i].Late = len(of.late), of.kept(), int(of.late[len(of.late)/2])
	}
}
