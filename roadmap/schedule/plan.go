package schedule

import (
	"sync"

	"bywhen/roadmap"
)

// Options say what kind of plan is asked for.
type Options struct {
	// NoLevel plans by dependencies alone, as if no team were ever busy.
	NoLevel bool
	// Dates is how the words of flags, causes, ways out and messages write a date; it moves none.
	Dates roadmap.DateFormat

	trusting bool // silence means that things go as planned, however long it lasts: see Plan.Expected
}

// Plan is the dates that follow from a roadmap, a status date and options. It is read only, and so is all that it hands
// out; it may be read by several goroutines.
type Plan struct {
	Roadmap       *roadmap.Roadmap
	Today         roadmap.Date
	Dates         roadmap.DateFormat // how its words write a date
	Start, Finish roadmap.Date       // first and last day of the roadmap's tasks; 0 where it has none with dates
	Levelled      bool
	LateDays      int        // sum of the working days past deadlines
	Tasks         []TaskPlan // as in Roadmap.Tasks

	*planner
	leveller *leveller // nil for a plan by dependencies alone
	early    []span
	at       []span // where the tasks lie in this plan
	late     []lateness
	openEnd  []bool
	goalEnds []goalEnd

	expect    sync.Once
	expected  *Plan
	explain   sync.Once
	explained *explainer
	plainly   sync.Once
	plain     *explainer // without a baseline
	stand     sync.Once
	standing  []Deadline
	bounded   bounding
	proofs    prover
}

// TaskPlan is the dates of one task, first and last day, both inclusive.
type TaskPlan struct {
	Start, Finish           roadmap.Date
	EarlyStart, EarlyFinish roadmap.Date // by dependencies alone
	LateStart, LateFinish   roadmap.Date // latest placement that keeps every deadline downstream, else the roadmap's end
	Slack                   int          // working days of the task's calendar; negative when already too late
	// Planned is false for a dropped task, and for one that has no working day within ten years or waits for such a one:
	// it has no dates, and all that is said of it here is zero.
	Planned  bool
	Critical bool
	OpenEnd  bool // rests on an end nobody knows: shown with "or later"
	Driver   Driver
}

// Driver is what decides a task's start (for some types its finish).
type Driver struct {
	Kind CauseKind
	Task int32 // place of the task that it waits for (Dependency, Capacity), else -1
	Team int32 // place of the team that is busy (Capacity), else -1
}

// CauseKind is the kind of a link in a chain of causes.
type CauseKind uint8

// What may drive a task, and what else a link of a chain may be.
const (
	Dependency  CauseKind = iota // waits for a task
	Capacity                     // its team is busy with another task
	NotBefore                    // not before a date
	Blocker                      // an open blocker
	Told                         // its plan day
	Start                        // the roadmap's start
	Promise                      // a promised date
	Progress                     // work that has begun, or is done
	Longer                       // takes longer than planned, or with days won, less long
	StartedLate                  // started later than planned
	TimeOff                      // days off
	Offset                       // the difference between what it is measured by and what it is held to
)

var causeNames = []string{"dependency", "capacity", "not-before", "blocker", "told", "start", "promise", "progress", "longer", "started-late", "time-off", "offset"}

// String is the kind as check --json writes it.
func (k CauseKind) String() string { return causeNames[k] }

// Cause is one link of a chain, from what is flagged back to the root.
type Cause struct {
	Kind CauseKind
	Task string // id of the task at the far end of the link, or of the task itself; may be empty
	Team string // id, where the link is about a team
	Days int    // working days that this link costs
	Text string // as "waits for Antenna module"
}

// FlagKind is a kind of flag.
type FlagKind uint8

// The flags of the product page.
const (
	Overdue FlagKind = iota
	Slipping
	Blocked
	Unplannable
	AtRisk
	WillBlock
	Overloaded
	PromiseLate
	PromiseShort
	Untold
	Understaffed
	OutOfOrder
	NoPromise
	Unestimated
	Unsized
)

var flagNames = []string{"overdue", "slipping", "blocked", "unplannable", "at-risk", "will-block", "overloaded", "promise-late",
	"promise-short", "untold", "understaffed", "out-of-order", "no-promise", "unestimated", "unsized"}

// String is the kind as check --json writes it.
func (k FlagKind) String() string { return flagNames[k] }

// ParseFlagKind reads a kind as String writes it.
func ParseFlagKind(s string) (FlagKind, bool) {
	for i, n := range flagNames {
		if n == s {
			return FlagKind(i), true
		}
	}
	return 0, false
}

// FlagKinds are the names of all kinds.
func FlagKinds() []string { return append([]string(nil), flagNames...) }

// Severity is how bad a flag is.
type Severity uint8

// From least to worst.
const (
	Info Severity = iota
	Warning
	Critical
)

var severityNames = []string{"info", "warning", "critical"}

// String is the severity as check --json writes it.
func (s Severity) String() string { return severityNames[s] }

// Flag is something that needs attention: a kind, what it is on, its days and its chain of causes.
type Flag struct {
	Kind             FlagKind
	Severity         Severity
	Task, Team, Goal string // id; exactly one
	Known            bool   // accepted, and not worse than it was then: shown dim, left out of check
	Days             int    // working days; what they count depends on the kind
	OpenEnd          bool   // the days are "or later"

	Silent         bool         // Overdue: as Deadline.Silent
	Against        string       // Slipping: "deadline" or "baseline"
	Date, Forecast roadmap.Date // the date it is held to, and its forecast finish

	WorstTask string // Slipping of a team: the task with the least slack
	MakesLate Ref    // Slipping of a team: whose deadline it makes late

	Reason  string // AtRisk: "margin", "risk" or, with a forecast, "probability"
	Margin  int    // AtRisk: working days from the forecast finish to the deadline
	Risk    string // AtRisk: id of the risk
	Weakest string // AtRisk: id of the chain's task with the least slack
	// Probability is that of keeping the deadline. AtRisk, where Forecasted: where a forecast says so.
	Probability float64
	Forecasted  bool

	Since, Until roadmap.Date // Blocked, WillBlock: first and last day; Until 0 where nobody knows
	IdlePeople   int
	WaitsOn      []string // ids of teams; for a blocker its owner, else its text

	Week             string   // Overloaded: first ISO week over, empty where none is
	Demand, Capacity int      // Overloaded: person-days of the peak week
	Tasks            int      // Untold: how many tasks
	Quiet            []string // Untold: their ids, the longest silence first, then the order of the file

	why   []Cause // the causes, where they are few
	chain *chain  // where they are walked when asked for
	proof *proof  // Slipping past a deadline: what is missed
}

// Why is the chain of causes, from what is flagged back to the root; its days add up to Days, but for a flag without a
// chain. It is put into words at each call.
func (f *Flag) Why() []Cause {
	if f.chain != nil {
		return f.chain.causes()
	}
	return f.why
}

// Reasons are Why for a person to act on. They differ where the current baseline itself lies past the date: held to that,
// the whole slip is an offset, which names nobody. Then the days are reckoned as if there were no baseline.
func (f *Flag) Reasons() []Cause {
	if f.chain != nil {
		return f.chain.telling().causes()
	}
	return f.why
}

// Subject is what the flag is on.
func (f *Flag) Subject() Ref { return Ref{Task: f.Task, Team: f.Team, Goal: f.Goal} }

// Accepted is the flag as something known: as bad as it is now, until it gets worse.
func (f *Flag) Accepted() roadmap.Known {
	return roadmap.Known{Flag: f.Kind.String(), Task: f.Task, Team: f.Team, Goal: f.Goal, Days: f.Days}
}

// Ref names a task, a team, a goal or a risk by its id; at most one is set. Flags, deadlines and ways out are never on a risk.
type Ref struct{ Task, Team, Goal, Risk string }

// Deadline is a date by which a goal or a task must be finished, and how it stands.
type Deadline struct {
	On       Ref
	Title    string
	Date     roadmap.Date
	Forecast roadmap.Date // 0 where it has none: a goal without tasks, or what cannot be planned
	Days     int          // working days late; negative: working days to spare
	OpenEnd  bool
	Undated  bool // it, or one of the goal's tasks, cannot be planned: it has no forecast
	Silent   bool // its day has passed and its work goes as planned, done by then, since of that nobody has told for a few days only
	Done     bool // its work is done: Forecast is the day on which it was
}

// Effect is what an edit does to a deadline.
type Effect struct {
	Deadline              // as it is after the edit
	Was      roadmap.Date // its date before the edit; 0 where it was no deadline
	Before   roadmap.Date // its forecast before the edit; 0 where it had none
	WasOpen  bool         // its end was one that nobody knows
	Moved    int          // working days that its forecast moves; positive is later
}

// SetAnew tells whether it is held to another date than before, and not done.
func (e *Effect) SetAnew() bool { return e.Was != 0 && e.Was != e.Date && !e.Done }

// Changed tells whether the edit does anything to the deadline's forecast, or marks it done.
func (e *Effect) Changed() bool {
	return e.Moved != 0 || e.Before != e.Forecast || e.OpenEnd != e.WasOpen || e.Done
}

// Root is one thing that somebody must do something about, with all that it makes late: a row of Alerts.
type Root struct {
	Kind     CauseKind
	Flag     FlagKind // that of its worst flag
	Severity Severity
	Known    bool // all of its flags are
	On       Ref  // where it can be acted upon: enter goes there
	Text     string
	Worst    Deadline // the worst deadline that it moves; On is zero where it moves none
	Days     int      // working days of that deadline's slip that it answers for
	OpenEnd  bool
	Late     int      // how many tasks it makes late: see LateTasks
	Held     []string // ids of tasks whose end nobody knows because of it, in the roadmap's order
	Idles    []Idle   // teams that it leaves without work
	Flags    []int    // places in Flags

	alone  bool // it is no link of a chain: its worst flag is the row
	reach  *reach
	drives []run // what waits for it; in reach
}

// Idle is a team without work it could do, for a run of days, both inclusive; Until 0 where nobody knows.
type Idle struct {
	Team         string
	People       int
	Since, Until roadmap.Date
}

// TeamPlan is a team's load.
type TeamPlan struct {
	Peak     int // most people asked for at once, by dependencies alone
	BusyDays int // person-days of the levelled plan that are not yet past
	Weeks    []Week
}

// Week is a team's load in an ISO week, in person-days.
type Week struct {
	First    roadmap.Date // its first day
	Demand   int          // by dependencies alone
	Busy     int          // in the plan
	Capacity int          // 0 for an unsized team
}
