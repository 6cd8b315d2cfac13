package roadmap

// Status is where a task stands.
type Status uint8

// The statuses of a task.
const (
	Todo Status = iota
	Doing
	Done
	Dropped
)

var statusNames = []string{"todo", "doing", "done", "dropped"}

// String is the status as the roadmap's JSON writes it.
func (s Status) String() string { return nameOf(statusNames, int(s)) }

// ParseStatus reads todo, doing, done or dropped.
func ParseStatus(s string) (Status, error) {
	i, err := indexOf(statusNames, s, "status")
	return Status(i), err
}

// Open tells whether work remains: to do or in progress.
func (s Status) Open() bool { return s == Todo || s == Doing }

// The priorities of a task; what is not given is DefaultPriority.
const (
	HighestPriority = 1
	DefaultPriority = 3
	LowestPriority  = 4
)

// Task is work that one team owns, or a milestone (effort 0).
type Task struct {
	ID       string
	Position Position
	Title    string
	Team     string // id of the owning team, or empty
	Effort   Effort // person-days
	People   int    // at once; at least 1
	// AlsoNeeds are people of other teams, for as long as the task runs.
	AlsoNeeds  []Need
	Estimate   Estimate
	Goal       string // id
	Phase      string // one of the roadmap's phases
	Priority   int    // 1 (highest) to 4
	Rank       int    // order within a priority, smaller first; 0 is none, which comes last
	Tags       []string
	NotBefore  Date
	Deadline   Date
	Promised   Date // the day on which whoever does it says it will be finished
	Status     Status
	Started    Date
	Finished   Date
	Remaining  Effort // of a task that is not done; none given: all of the effort
	Told       Date   // when its state was last confirmed
	Promises   []Promise
	Asked      []Ask
	Blockers   []Blocker
	Experiment Experiment
	// AlternativeOf is the id of the task that this one could replace.
	AlternativeOf string
	Cost          float64
	Notes         string
}

// Need is people of another team.
type Need struct {
	Team   string
	People int // at least 1
}

// Estimate is an optimistic, a likely and a pessimistic effort; any may be missing.
type Estimate struct{ Optimistic, Likely, Pessimistic Effort }

// Given tells whether any of the three is.
func (e Estimate) Given() bool {
	return e.Optimistic.Given() || e.Likely.Given() || e.Pessimistic.Given()
}

// spans tells whether an effort lies between the optimistic and the pessimistic one.
func (e Estimate) spans(x Effort) bool {
	n := x.Hundredths()
	return (!e.Optimistic.Given() || e.Optimistic.Hundredths() <= n) && (!e.Pessimistic.Given() || n <= e.Pessimistic.Hundredths())
}

// less is the estimate with some hundredths of a person-day less work in each of its values, and at least one left.
func (e Estimate) less(hundredths int) Estimate {
	for _, x := range []*Effort{&e.Optimistic, &e.Likely, &e.Pessimistic} {
		if x.Given() {
			*x = HundredthDays(max(x.Hundredths()-hundredths, 1))
		}
	}
	return e
}

// Promise is a promised date and the day on which it was said.
type Promise struct{ On, Date Date }

// Ask is a request to somebody; it moves no date.
type Ask struct {
	Who      string // a team's id, or a name
	On, For  Date
	Text     string
	Days     int // working days it would save
	Answered Date
}

// Blocker is an impediment that no dependency expresses.
type Blocker struct {
	Text, Owner string
	Since       Date
	Until       Date // the first day without it, where that is known
	Cleared     Date
}

// Open tells whether it has not been cleared.
func (b Blocker) Open() bool { return b.Cleared == 0 }

// Experiment is what a task is to find out.
type Experiment struct {
	Hypothesis, Metric string
	Before, After      float64
	Result, Verdict    string
}

// WorkEffort is the effort that the plan counts with: the effort, else the likely estimate, else one day.
func (t *Task) WorkEffort() Effort {
	switch {
	case t.Effort.Given():
		return t.Effort
	case t.Estimate.Likely.Given():
		return t.Estimate.Likely
	}
	return PersonDays(1)
}

// SetEffort sets the effort: the new likely value of an estimate that spans it; it takes the place of one that does not.
func (t *Task) SetEffort(e Effort) {
	switch {
	case t.Estimate.Given() && t.Estimate.spans(e):
		t.Estimate.Likely = e
	default:
		t.Estimate = Estimate{}
	}
	t.Effort = e
}

// CutWork takes work off the task, in hundredths of a person-day, also off each value of its estimate; at least as much as given stays.
func (t *Task) CutWork(less, least int) {
	t.Effort, t.Estimate = HundredthDays(max(t.WorkEffort().Hundredths()-less, least, 1)), t.Estimate.less(less)
}

// Unestimated tells whether nobody has said how much work it is.
func (t *Task) Unestimated() bool { return !t.Effort.Given() && !t.Estimate.Likely.Given() }

// IsMilestone tells whether it is a moment and not work.
func (t *Task) IsMilestone() bool { return t.WorkEffort().Hundredths() == 0 }

// RemainingEffort is the work left: 0 when done or dropped, else what was said to remain, else all of it.
func (t *Task) RemainingEffort() Effort {
	switch {
	case !t.Status.Open():
		return PersonDays(0)
	case t.Remaining.Given():
		return t.Remaining
	}
	return t.WorkEffort()
}

// Duration is the task's length in working days, from its whole effort.
func (t *Task) Duration() int { return t.WorkEffort().Duration(t.People) }

// RemainingDuration is the length in working days of what is left of an open task: a started one has at least one day left.
func (t *Task) RemainingDuration() int {
	n := t.RemainingEffort().Duration(t.People)
	if n == 0 && (t.Status == Doing || !t.IsMilestone()) {
		return 1
	}
	return n
}

// OpenBlockers are the blockers not cleared.
func (t *Task) OpenBlockers() []Blocker {
	var out []Blocker
	for _, b := range t.Blockers {
		if b.Open() {
			out = append(out, b)
		}
	}
	return out
}

// WorstBlocker is the open blocker that holds longest, one with no known end before all others; nil where none is open. It is for
// reading only.
func (t *Task) WorstBlocker() *Blocker {
	var worst *Blocker
	for k := range t.Blockers {
		b := &t.Blockers[k]
		if b.Open() && (worst == nil || worst.Until != 0 && (b.Until == 0 || b.Until > worst.Until)) {
			worst = b
		}
	}
	return worst
}
