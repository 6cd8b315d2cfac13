package bound

import "bywhen/roadmap"

// Spec is the open work that proofs are about: what holds for it in every plan, in whatever order its tasks are placed.
//
// Starts and ends go by the numbers of working days on each activity's own calendar; an end is the number after the last day's.
type Spec struct {
	Horizon    roadmap.Date // the last day looked at, inclusive
	Teams      []Team
	Activities []Activity // each after those that it waits for
	Links      []Link
}

// Team is people who do tasks.
type Team struct {
	Calendar *roadmap.Calendar
	People   []Step // ascending; the first holds from before all days
}

// Step is how many people a team has from a working day on, by its number, until the next step.
type Step struct{ From, People int32 }

// Activity is a task, which takes from Least to Most working days.
type Activity struct {
	Calendar    *roadmap.Calendar
	Start       int32 // it starts on no earlier number
	Least, Most int32 // a milestone's are 0
	Milestone   bool
	Fixed       bool   // it has begun, and lies at Start, for Most days, in every plan
	Needs       []Need // the people that it takes in every plan, each team once
}

// Need is people of a team, by its place in Teams.
type Need struct{ Team, People int32 }

// Link makes the activity To wait for From, both by their place in Activities.
type Link struct {
	From, To int32
	Type     roadmap.LinkType
	Lag      int32 // working days of To's calendar
}
