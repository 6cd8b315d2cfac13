package store

import "bywhen/roadmap"

// A field's number is part of the format: it is never given to another field.

type taskRecord struct {
	ID            string           `cbor:"1,keyasint,omitempty"`
	Position      []byte           `cbor:"2,keyasint,omitempty"`
	Title         string           `cbor:"3,keyasint,omitempty"`
	Team          string           `cbor:"4,keyasint,omitempty"`
	Effort        int              `cbor:"5,keyasint,omitempty"`
	People        int              `cbor:"6,keyasint,omitempty"`
	AlsoNeeds     []needRecord     `cbor:"7,keyasint,omitempty"`
	Optimistic    int              `cbor:"8,keyasint,omitempty"`
	Likely        int              `cbor:"9,keyasint,omitempty"`
	Pessimistic   int              `cbor:"10,keyasint,omitempty"`
	Goal          string           `cbor:"11,keyasint,omitempty"`
	Phase         string           `cbor:"12,keyasint,omitempty"`
	Priority      int              `cbor:"13,keyasint,omitempty"`
	Rank          int              `cbor:"14,keyasint,omitempty"`
	Tags          []string         `cbor:"15,keyasint,omitempty"`
	NotBefore     int32            `cbor:"16,keyasint,omitempty"`
	Deadline      int32            `cbor:"17,keyasint,omitempty"`
	Promised      int32            `cbor:"18,keyasint,omitempty"`
	Status        uint8            `cbor:"19,keyasint,omitempty"`
	Started       int32            `cbor:"20,keyasint,omitempty"`
	Finished      int32            `cbor:"21,keyasint,omitempty"`
	Remaining     int              `cbor:"22,keyasint,omitempty"`
	Told          int32            `cbor:"23,keyasint,omitempty"`
	Promises      []promiseRecord  `cbor:"24,keyasint,omitempty"`
	Asked         []askRecord      `cbor:"25,keyasint,omitempty"`
	Blockers      []blockerRecord  `cbor:"26,keyasint,omitempty"`
	Experiment    experimentRecord `cbor:"27,keyasint,omitempty"`
	AlternativeOf string           `cbor:"28,keyasint,omitempty"`
	Cost          float64          `cbor:"29,keyasint,omitempty"`
	Notes         string           `cbor:"30,keyasint,omitempty"`
}

type needRecord struct {
	Team   string `cbor:"1,keyasint,omitempty"`
	People int    `cbor:"2,keyasint,omitempty"`
}

type promiseRecord struct {
	On   int32 `cbor:"1,keyasint,omitempty"`
	Date int32 `cbor:"2,keyasint,omitempty"`
}

type askRecord struct {
	Who      string `cbor:"1,keyasint,omitempty"`
	On       int32  `cbor:"2,keyasint,omitempty"`
	For      int32  `cbor:"3,keyasint,omitempty"`
	Text     string `cbor:"4,keyasint,omitempty"`
	Days     int    `cbor:"5,keyasint,omitempty"`
	Answered int32  `cbor:"6,keyasint,omitempty"`
}

type blockerRecord struct {
	Text    string `cbor:"1,keyasint,omitempty"`
	Owner   string `cbor:"2,keyasint,omitempty"`
	Since   int32  `cbor:"3,keyasint,omitempty"`
	Until   int32  `cbor:"4,keyasint,omitempty"`
	Cleared int32  `cbor:"5,keyasint,omitempty"`
}

type experimentRecord struct {
	Hypothesis string  `cbor:"1,keyasint,omitempty"`
	Metric     string  `cbor:"2,keyasint,omitempty"`
	Before     float64 `cbor:"3,keyasint,omitempty"`
	After      float64 `cbor:"4,keyasint,omitempty"`
	Result     string  `cbor:"5,keyasint,omitempty"`
	Verdict    string  `cbor:"6,keyasint,omitempty"`
}

func taskToRecord(t *roadmap.Task) taskRecord {
	return taskRecord{
		ID: t.ID, Position: []byte(t.Position), Title: t.Title, Team: t.Team, Effort: effortNumber(t.Effort), People: t.People,
		AlsoNeeds:  each(t.AlsoNeeds, func(n roadmap.Need) needRecord { return needRecord(n) }),
		Optimistic: effortNumber(t.Estimate.Optimistic), Likely: effortNumber(t.Estimate.Likely),
		Pessimistic: effortNumber(t.Estimate.Pessimistic),
		Goal:        t.Goal, Phase: t.Phase, Priority: t.Priority, Rank: t.Rank, Tags: t.Tags,
		NotBefore: int32(t.NotBefore), Deadline: int32(t.Deadline), Promised: int32(t.Promised),
		Status: uint8(t.Status), Started: int32(t.Started), Finished: int32(t.Finished),
		Remaining: effortNumber(t.Remaining), Told: int32(t.Told),
		Promises: each(t.Promises, func(p roadmap.Promise) promiseRecord { return promiseRecord{int32(p.On), int32(p.Date)} }),
		Asked:    each(t.Asked, askToRecord), Blockers: each(t.Blockers, blockerToRecord),
		Experiment:    experimentRecord(t.Experiment),
		AlternativeOf: t.AlternativeOf, Cost: t.Cost, Notes: t.Notes,
	}
}

func taskFromRecord(r *taskRecord) *roadmap.Task {
	return &roadmap.Task{
		ID: r.ID, Position: roadmap.Position(r.Position), Title: r.Title, Team: r.Team, Effort: effortOf(r.Effort), People: r.People,
		AlsoNeeds: each(r.AlsoNeeds, func(n needRecord) roadmap.Need { return roadmap.Need(n) }),
		Estimate: roadmap.Estimate{
			Optimistic: effortOf(r.Optimistic), Likely: effortOf(r.Likely), Pessimistic: effortOf(r.Pessimistic),
		},
		Goal: r.Goal, Phase: r.Phase, Priority: r.Priority, Rank: r.Rank, Tags: r.Tags,
		NotBefore: roadmap.Date(r.NotBefore), Deadline: roadmap.Date(r.Deadline), Promised: roadmap.Date(r.Promised),
		Status: roadmap.Status(r.Status), Started: roadmap.Date(r.Started), Finished: roadmap.Date(r.Finished),
		Remaining: effortOf(r.Remaining), Told: roadmap.Date(r.Told),
		Promises: each(r.Promises, func(p promiseRecord) roadmap.Promise {
			return roadmap.Promise{On: roadmap.Date(p.On), Date: roadmap.Date(p.Date)}
		}),
		Asked: each(r.Asked, askFromRecord), Blockers: each(r.Blockers, blockerFromRecord),
		Experiment:    roadmap.Experiment(r.Experiment),
		AlternativeOf: r.AlternativeOf, Cost: r.Cost, Notes: r.Notes,
	}
}

func askToRecord(a roadmap.Ask) askRecord {
	return askRecord{a.Who, int32(a.On), int32(a.For), a.Text, a.Days, int32(a.Answered)}
}

func askFromRecord(r askRecord) roadmap.Ask {
	return roadmap.Ask{
		Who: r.Who, On: roadmap.Date(r.On), For: roadmap.Date(r.For), Text: r.Text, Days: r.Days, Answered: roadmap.Date(r.Answered),
	}
}

func blockerToRecord(b roadmap.Blocker) blockerRecord {
	return blockerRecord{b.Text, b.Owner, int32(b.Since), int32(b.Until), int32(b.Cleared)}
}

func blockerFromRecord(r blockerRecord) roadmap.Blocker {
	return roadmap.Blocker{
		Text: r.Text, Owner: r.Owner, Since: roadmap.Date(r.Since), Until: roadmap.Date(r.Until), Cleared: roadmap.Date(r.Cleared),
	}
}
