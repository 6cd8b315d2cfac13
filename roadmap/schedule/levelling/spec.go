package levelling

// Spec is what a Problem is made of. Days are civil days on any scale, as long as it is the same for all; the results are
// offsets from Base.
type Spec struct {
	Base      int32 // at or before every day on which open work may begin
	Horizon   int32 // how many days from there the tables cover; later days only take longer to look up
	Last      int32 // the last day there is: a task that would end after it is not placed
	Calendars []Calendar
	Teams     []Team
	Tasks     []Task // the tasks of the problem are numbered in this order
	Links     []Link
	Deadlines []Deadline
}

// Team is people who do tasks. Only teams with a capacity are listed.
type Team struct {
	Calendar int    // place in Calendars
	People   []Step // ascending; the first holds from before all days
}

// Step is how many people a team has from a working day on, by its number, until the next step.
type Step struct{ From, People int32 }

// Task is one task.
type Task struct {
	Place    int32 // whatever its owner knows it by
	Kind     Kind
	Calendar int   // place in Calendars
	Duration int32 // working days; 0 for a milestone
	Release  int32 // nothing is worked before this instant
	PlanDay  int32 // from this day on its open work is planned: nothing before it holds it
	// Started is the first day of what is started or done, Finished the last day of what is done.
	Started, Finished int32
	Promised          int32 // it finishes no earlier than this day; 0: none
	Needs             []Need
	Class             int32 // of the tasks that could go next, the one of the lowest class goes first
}

// Kind tells how a task is placed.
type Kind uint8

// The kinds of tasks.
const (
	Work      Kind = iota // still to be started
	Milestone             // a moment
	Started               // goes on from its release, whatever it should have waited for
	Done                  // lies where it was
	Absent                // not planned: dropped, or without a working day
)

// Need is people of a team, by its place in Teams.
type Need struct {
	Team   int
	People int32
}

// Link makes the task To wait for the task From, both by their place in Tasks.
type Link struct {
	From, To int32
	Type     Type
	Lag      int32 // working days of To's calendar
}

// Type says which ends of two tasks a link ties, in the order in which a roadmap's link types are numbered.
type Type uint8

// The four types, first the end of From, then that of To.
const (
	FinishToStart Type = iota
	StartToStart
	FinishToFinish
	StartToFinish
)

// Deadline is a day by which the last of some tasks is to be finished. A working day past it, counted on a calendar, costs
// its weight.
type Deadline struct {
	Calendar int
	Day      int32
	Weight   int32
	Tasks    []int32 // places in Tasks
}
