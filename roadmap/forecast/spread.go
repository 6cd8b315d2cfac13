package forecast

import (
	"slices"

	"bywhen/roadmap"
)

// spreads works out how long the open work of tasks may take. Tables are shared between tasks that have the same.
type spreads struct {
	records map[string]*record
	tables  map[spreadKey]*table
	shapes  map[[2]int64]pert // by the share of the likely value, in lowest terms
}

// spreadKey is all that a table follows from; team only where the spread is from its record.
type spreadKey struct {
	team           string
	points         points
	effort, remain int64
	people         int64
}

// points are a three-point estimate in 400ths of a person-day, of which ¾ of any effort are a whole number.
type points struct{ optimistic, likely, pessimistic int64 }

// perDay is how many of them make a person-day.
const perDay = 400

// longest is the most working days that a table holds: no date is so far away.
const longest = 1 << 20

// Source is where the spread of a task's duration comes from.
type Source uint8

// The sources.
const (
	Certain      Source = iota // no spread: a milestone, three equal points, a supplier's promised work
	FromEstimate               // the task's own three points
	FromRecord                 // how the finished tasks of its team compared with their estimates
	FromDefault                // ¾, 1 and 2 times its effort
)

func newSpreads(r *roadmap.Roadmap) *spreads {
	return &spreads{records: records(r), tables: map[spreadKey]*table{}, shapes: map[[2]int64]pert{}}
}

// of is the spread of a task's open work, which the plan counts with so many working days. What is left of a started task
// spreads as the whole: a drawn effort is taken times the share that remains. Promised tells that a supplier's promise
// holds: then a plain effort is no guess at when it comes, and has no spread.
func (s *spreads) of(t *roadmap.Task, planned int32, promised bool) (*table, Source) {
	effort := t.WorkEffort()
	if effort.Hundredths() == 0 || planned == 0 || t.RemainingEffort().Hundredths() == 0 {
		return s.certain(planned), Certain
	}
	key := spreadKey{effort: int64(effort.Hundredths()), remain: int64(t.RemainingEffort().Hundredths()), people: int64(max(t.People, 1))}
	var given bool
	key.points, given = estimatePoints(t)
	switch {
	case given && key.points.pessimistic == key.points.optimistic:
		return s.table(key), Certain
	case given:
		return s.table(key), FromEstimate
	case promised:
		return s.certain(planned), Certain
	case s.records[t.Team].sized():
		key.team = t.Team + "\x00" // what has no team has a record too
		return s.table(key), FromRecord
	}
	return s.table(key), FromDefault
}

// estimatePoints is the task's estimate; given tells whether it has one that spans its effort. A point that is missing is
// that of the default.
func estimatePoints(t *roadmap.Task) (p points, given bool) {
	e := int64(t.WorkEffort().Hundredths())
	standard := points{3 * e, 4 * e, 8 * e}
	if !t.Estimate.Optimistic.Given() && !t.Estimate.Pessimistic.Given() {
		return standard, false
	}
	p = standard
	for _, x := range []struct {
		of roadmap.Effort
		to *int64
	}{{t.Estimate.Optimistic, &p.optimistic}, {t.Estimate.Likely, &p.likely}, {t.Estimate.Pessimistic, &p.pessimistic}} {
		if x.of.Given() {
			*x.to = 4 * int64(x.of.Hundredths())
		}
	}
	if p.optimistic > p.likely || p.likely > p.pessimistic || 4*e < p.optimistic || 4*e > p.pessimistic {
		return standard, false // says nothing of the effort that it has by now
	}
	return p, true
}

func (s *spreads) certain(days int32) *table {
	key := spreadKey{remain: int64(days)}
	if s.tables[key] == nil {
		s.tables[key] = fixed(days)
	}
	return s.tables[key]
}

func (s *spreads) table(key spreadKey) *table {
	t := s.tables[key]
	if t == nil {
		t = s.newTable(key)
		s.tables[key] = t
	}
	return t
}

func (s *spreads) newTable(k spreadKey) *table {
	lowest, highest := k.days(k.points.optimistic), k.days(k.points.pessimistic)
	if k.points.pessimistic == k.points.optimistic {
		return fixed(highest)
	}
	estimate := s.estimate(k)
	if k.team == "" {
		return newTable(lowest, highest, estimate)
	}
	past := s.records[k.team[:len(k.team)-1]].daysOf(k)
	n := len(past)
	return newTable(min(lowest, past[0]), max(highest, past[n-1]), func(days int32) float64 {
		done, _ := slices.BinarySearch(past, days+1)
		return (float64(defaultWeight*estimate(days)) + float64(done)) / float64(n+defaultWeight)
	})
}

// estimate is the probability that the work takes at most so many days, by the three points.
func (s *spreads) estimate(k spreadKey) func(days int32) float64 {
	p := k.points
	wide := p.pessimistic - p.optimistic
	beta := s.shape(p.likely-p.optimistic, wide)
	return func(days int32) float64 {
		share := float64(int64(days)*k.people*perDay*k.effort-p.optimistic*k.remain) / float64(wide*k.remain)
		return beta.upTo(share)
	}
}

// shape is the distribution whose likely value lies that far up of so wide a range.
func (s *spreads) shape(likely, wide int64) pert {
	a, b := likely, wide
	for b != 0 {
		a, b = b, a%b
	}
	key := [2]int64{likely / a, wide / a}
	beta, known := s.shapes[key]
	if !known {
		beta = newPert(float64(likely) / float64(wide))
		s.shapes[key] = beta
	}
	return beta
}

// days is the whole working days, at least one, of what remains where all of the work comes to so much.
func (k spreadKey) days(work int64) int32 {
	return wholeDays(work*k.remain, k.effort*k.people*perDay)
}

// daysOf is what the work would take if it compared with its effort as the finished tasks did, rising.
func (of *record) daysOf(k spreadKey) []int32 {
	out := make([]int32, len(of.ratios))
	for i, r := range of.ratios {
		out[i] = wholeDays(k.remain*int64(r.actual), int64(r.planned)*100*k.people)
	}
	return out
}

// wholeDays is a / b rounded up, at least one day.
func wholeDays(a, b int64) int32 { return int32(min(max((a+b-1)/b, 1), longest)) }
