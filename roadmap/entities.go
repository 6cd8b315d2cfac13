package roadmap

// Settings is what belongs to the roadmap as a whole.
type Settings struct {
	Name     string
	Start    Date
	ToldDays int // working days of silence that count as "as planned"; 0: none
	Currency string
	Weekdays Weekdays
	Holidays []Period
	Phases   []string
}

// DefaultToldDays is the silence, in working days, that counts as "as planned" until the roadmap says otherwise.
const DefaultToldDays = 5

// DefaultPhases is the product life cycle that a new roadmap begins with.
func DefaultPhases() []string {
	return []string{"Discover", "Design", "Build", "Source", "Ship", "Launch", "Grow"}
}

// Team is people who do tasks, or a supplier outside the company.
type Team struct {
	ID       string
	Position Position
	Name     string
	Capacity int // people at work at once; 0: unsized, nothing queues there
	Supplier bool
	Contact  string
	Weekdays Weekdays // its own working week; 0: the roadmap's
	TimeOff  []Period // without people: the whole team
	Extra    []Period // more people for a while
	DayRate  float64
	Rating   Rating
}

// Rating is how good a supplier is, each from 1 to 5; 0 is not rated.
type Rating struct{ Specification, Quality, Cost, Delivery int }

// MostPeople is the most people the team ever has at once: its capacity and all of its extra. 0 for an unsized one.
func (t *Team) MostPeople() int {
	if t.Capacity == 0 {
		return 0
	}
	n := t.Capacity
	for _, p := range t.Extra {
		n += p.People
	}
	return n
}

// Goal is what work is for.
type Goal struct {
	ID       string
	Position Position
	Title    string
	Deadline Date
	Notes    string
	Parent   string // id of the goal it belongs to
	Metric   *Metric
	Score    Score
	Budget   float64
}

// Metric is what a goal wants to move; its current value is the last of Values.
type Metric struct {
	Name             string
	Baseline, Target float64
	Values           []MetricValue
}

// MetricValue is a value of a metric on a day.
type MetricValue struct {
	Date  Date
	Value float64
}

// Current is the last value told, or the baseline where none was.
func (m *Metric) Current() float64 {
	if n := len(m.Values); n > 0 {
		return m.Values[n-1].Value
	}
	return m.Baseline
}

// Progress is how far it has come from its baseline to its target: 0 to 1, or beyond.
func (m *Metric) Progress() float64 {
	if m.Target == m.Baseline {
		return 0
	}
	return (m.Current() - m.Baseline) / (m.Target - m.Baseline)
}

// All are the values told, the oldest first.
func (m *Metric) All() []float64 {
	out := make([]float64, len(m.Values))
	for i, v := range m.Values {
		out[i] = v.Value
	}
	return out
}

// Score is a goal's worth: reach x impact x confidence, over its tasks' effort (RICE).
type Score struct{ Reach, Impact, Confidence float64 }

// LinkType says which ends of two tasks a dependency ties.
type LinkType uint8

// The four types, first the predecessor's end, then the successor's.
const (
	FinishToStart LinkType = iota
	StartToStart
	FinishToFinish
	StartToFinish
)

var linkTypeNames = []string{"FS", "SS", "FF", "SF"}

// String is FS, SS, FF or SF.
func (t LinkType) String() string { return nameOf(linkTypeNames, int(t)) }

// ParseLinkType reads FS, SS, FF or SF.
func ParseLinkType(s string) (LinkType, error) {
	i, err := indexOf(linkTypeNames, s, "dependency type")
	return LinkType(i), err
}

// Dependency makes the task To wait for the task From.
type Dependency struct {
	From, To string
	Type     LinkType
	Lag      int // working days of the successor's calendar; negative is a lead
}

// RiskStatus is whether a risk may still happen.
type RiskStatus uint8

// The statuses of a risk.
const (
	RiskOpen RiskStatus = iota
	RiskHappened
	RiskClosed
)

var riskStatusNames = []string{"open", "happened", "closed"}

// String is the status as the roadmap's JSON writes it.
func (s RiskStatus) String() string { return nameOf(riskStatusNames, int(s)) }

// ParseRiskStatus reads open, happened or closed.
func ParseRiskStatus(s string) (RiskStatus, error) {
	i, err := indexOf(riskStatusNames, s, "risk status")
	return RiskStatus(i), err
}

// Risk is something that may happen to some tasks.
type Risk struct {
	ID          string
	Position    Position
	Title       string
	Probability float64 // 0 to 1
	Days        int     // working days it would cost each of its tasks
	Money       float64
	Tasks       []string // ids
	Mitigation  string
	Owner       string
	Review      Date
	Status      RiskStatus
}

// Known is a flag that its reader has accepted: until a day, or until it gets worse than Days.
type Known struct {
	Position         Position
	Flag             string // the flag's kind, as "slipping"
	Task, Team, Goal string // exactly one
	Until            Date
	Days             int
	Because          string
}

// Filter is a filter kept by name.
type Filter struct {
	Position   Position
	Name, Text string
}

// Baseline is the dates that were committed to.
type Baseline struct {
	Position  Position
	Name      string
	Taken     Date
	Current   bool
	Tasks     []BaselineTask
	Deadlines []BaselineDeadline
}

// WhatIf is a what-if kept by name: what was tried, as what differs from the roadmap that it was begun on. Try makes it on the
// present one.
type WhatIf struct {
	Position Position
	Name     string
	Tried    string // what was done in it, in a line
	Because  string // the reasons that were given, or empty
	Kept     int64  // when it was kept, in seconds since 1970
	Today    Date   // the status date then
	Revision uint64 // of the file that it was begun on
	Edits    []Edit
}

// BaselineTask is a task's dates in a baseline, both inclusive.
type BaselineTask struct {
	ID            string
	Start, Finish Date
	Effort        Effort
}

// BaselineDeadline is a deadline, of a goal or a task, and what its finish was forecast to be.
type BaselineDeadline struct {
	Goal, Task         string // exactly one
	Deadline, Forecast Date
}
