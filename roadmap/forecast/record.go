package forecast

import (
	"cmp"
	"slices"

	"bywhen/roadmap"
)

// Enough of a record: with fewer finished tasks the default holds, and a promise is kept.
const (
	enoughFinished = 5
	enoughPromised = 3
)

// defaultWeight is as how many finished tasks the default spread counts beside a team's record, and keptWeight as how many
// deliveries one that was in time: what is drawn next is one of those there were, or one of these (the predictive
// distribution of a Dirichlet process; T. S. Ferguson, A Bayesian analysis of some nonparametric problems, 1973).
const (
	defaultWeight = 5
	keptWeight    = 1
)

// ratio is how a finished task's working days compared with those planned from its effort.
type ratio struct{ actual, planned int32 }

func (r ratio) compare(o ratio) int {
	return cmp.Compare(int64(r.actual)*int64(o.planned), int64(o.actual)*int64(r.planned))
}

// record is what became of a team's finished tasks.
type record struct {
	ratios []ratio // rising
	late   []int32 // working days from the first promise to the delivery, 0 where it was in time; rising
}

// records are those of all teams, and of what has no team, by the team's id.
func records(r *roadmap.Roadmap) map[string]*record {
	out := map[string]*record{}
	estimates := baselineEfforts(r)
	for _, t := range r.Tasks() {
		if t.Status != roadmap.Done || t.Started == 0 || t.Finished < t.Started {
			continue
		}
		of := out[t.Team]
		if of == nil {
			of = &record{}
			out[t.Team] = of
		}
		of.note(r.TaskCalendar(t), t, estimates[t.ID])
	}
	for _, of := range out {
		slices.SortFunc(of.ratios, ratio.compare)
		slices.Sort(of.late)
	}
	return out
}

// note takes a finished task into the record; estimated is what a baseline says of its effort, where one does.
func (of *record) note(cal *roadmap.Calendar, t *roadmap.Task, estimated roadmap.Effort) {
	if first := firstPromise(t); first != 0 {
		of.late = append(of.late, int32(max(cal.Between(first, t.Finished), 0)))
	}
	if !estimated.Given() {
		if t.Unestimated() {
			return
		}
		estimated = t.WorkEffort()
	}
	if planned := estimated.Duration(t.People); planned > 0 {
		actual := max(cal.Count(t.Finished+1)-cal.Count(t.Started), 1)
		of.ratios = append(of.ratios, ratio{int32(actual), int32(planned)})
	}
}

// firstPromise is what was promised before anything had moved, or no date.
func firstPromise(t *roadmap.Task) roadmap.Date {
	if len(t.Promises) > 0 {
		return t.Promises[0].Date
	}
	return t.Promised
}

// baselineEfforts are the efforts of tasks in the last baseline that was taken before they began, by id: an effort that was
// raised while the work went on is no estimate.
func baselineEfforts(r *roadmap.Roadmap) map[string]roadmap.Effort {
	taken := map[string]roadmap.Date{}
	out := map[string]roadmap.Effort{}
	for _, b := range r.Baselines() {
		for i := range b.Tasks {
			id := b.Tasks[i].ID
			t := r.Task(id)
			if t == nil || t.Started == 0 || b.Taken > t.Started || b.Taken < taken[id] || !b.Tasks[i].Effort.Given() {
				continue
			}
			taken[id], out[id] = b.Taken, b.Tasks[i].Effort
		}
	}
	return out
}

// sized tells whether the team has finished enough for its record to say how estimates spread.
func (of *record) sized() bool { return of != nil && len(of.ratios) >= enoughFinished }

// kept tells how many of its promises were.
func (of *record) kept() int {
	n := 0
	for _, late := range of.late {
		if late == 0 {
			n++
		}
	}
	return n
}

// promises is the distribution of the working days by which a promise comes late; nil where it counts as kept.
func (of *record) promises() *table {
	if of == nil || len(of.late) < enoughPromised || of.kept() == len(of.late) {
		return nil
	}
	n := len(of.late)
	return newTable(0, of.late[n-1], func(days int32) float64 {
		inTime, _ := slices.BinarySearch(of.late, days+1)
		return float64(inTime+keptWeight) / float64(n+keptWeight)
	})
}

// median is the ratio in the middle, of an even number the mean of the two.
func (of *record) median() float64 {
	n := len(of.ratios)
	a, b := of.ratios[(n-1)/2], of.ratios[n/2]
	return (float64(a.actual)/float64(a.planned) + float64(b.actual)/float64(b.planned)) / 2
}
