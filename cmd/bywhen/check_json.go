package main

import (
	"bywhen/roadmap/schedule"
)

// checkJSON is what check --json prints.
type checkJSON struct {
	Today    day        `json:"today"`
	Baseline string     `json:"baseline,omitempty"`
	Since    day        `json:"since,omitzero"`
	Flags    []flagJSON `json:"flags"`
	// Gone are the flags of the day named by --since that are no more, as they were then.
	Gone *[]flagJSON `json:"gone,omitempty"`
}

// flagJSON is a flag; what its kind does not have is left out.
type flagJSON struct {
	Kind     string `json:"kind"`
	Severity string `json:"severity"`
	Task     string `json:"task,omitempty"`
	Team     string `json:"team,omitempty"`
	Goal     string `json:"goal,omitempty"`
	Against  string `json:"against,omitempty"`

	WorstTask string   `json:"worst_task,omitempty"`
	MakesLate *refJSON `json:"makes_late,omitempty"`

	Week     string `json:"week,omitempty"`
	Demand   *int   `json:"demand,omitempty"`
	Capacity *int   `json:"capacity,omitempty"`
	Excess   *int   `json:"excess,omitempty"`

	Days     *int `json:"days,omitempty"`
	Date     day  `json:"date,omitzero"`
	Forecast day  `json:"forecast,omitzero"`

	Impossible string `json:"impossible,omitempty"`
	Earliest   day    `json:"earliest,omitzero"`

	Reason string `json:"reason,omitempty"`
	Margin *int   `json:"margin,omitempty"`
	Risk   string `json:"risk,omitempty"`
	// Probability is of an at-risk item, where a forecast was asked for.
	Probability *float64 `json:"probability,omitempty"`
	Weakest     string   `json:"weakest,omitempty"`

	Since      day       `json:"since,omitzero"`
	Until      day       `json:"until,omitzero"`
	IdlePeople *int      `json:"idle_people,omitempty"`
	WaitsOn    *[]string `json:"waits_on,omitempty"`

	Tasks *int `json:"tasks,omitempty"`

	Change string `json:"change,omitempty"` // under --since: new, worse, better or same

	Why []causeJSON `json:"why"`
}

type refJSON struct {
	Task string `json:"task,omitempty"`
	Goal string `json:"goal,omitempty"`
}

// causeJSON is a link of a chain of causes.
type causeJSON struct {
	Kind string `json:"kind"`
	Task string `json:"task,omitempty"`
	Team string `json:"team,omitempty"`
	Days int    `json:"days"`
	Text string `json:"text"`
}

// flagsJSON is the flags of a plan, without the known ones, worst first; compared with an earlier day where that is not nil.
func flagsJSON(plan *schedule.Plan, flags []schedule.Flag, compared *since) checkJSON {
	out := checkJSON{Today: day(plan.Today), Flags: []flagJSON{}}
	if b := plan.Roadmap.CurrentBaseline(); b != nil {
		out.Baseline = b.Name
	}
	for i := range flags {
		out.Flags = append(out.Flags, oneFlagJSON(&flags[i]))
		if compared != nil {
			out.Flags[i].Change = compared.trends[&flags[i]]
		}
	}
	if compared != nil {
		gone := []flagJSON{}
		for i := range compared.gone {
			gone = append(gone, oneFlagJSON(&compared.gone[i]))
		}
		out.Since, out.Gone = day(compared.then.Day), &gone
	}
	return out
}

// oneFlagJSON is a flag in the fields that its kind has.
func oneFlagJSON(f *schedule.Flag) flagJSON {
	proof := f.Impossible()
	out := flagJSON{
		Kind: f.Kind.String(), Severity: f.Severity.String(), Task: f.Task, Team: f.Team, Goal: f.Goal,
		Against: f.Against, Date: day(f.Date), Forecast: day(f.Forecast), Impossible: proof.By, Earliest: day(proof.Earliest),
		WorstTask: f.WorstTask, Reason: f.Reason, Risk: f.Risk, Weakest: f.Weakest,
		Since: day(f.Since), Until: day(f.Until), Why: causesJSON(f.Why()),
	}
	if countsDays(f) {
		out.Days = &f.Days
	}
	if f.MakesLate != (schedule.Ref{}) {
		out.MakesLate = &refJSON{Task: f.MakesLate.Task, Goal: f.MakesLate.Goal}
	}
	switch f.Kind {
	case schedule.AtRisk:
		out.Margin = &f.Margin
		if f.Forecasted {
			out.Probability = &f.Probability
		}
	case schedule.Blocked, schedule.WillBlock:
		out.WaitsOn = notNil(f.WaitsOn)
		if f.Team != "" {
			out.IdlePeople = &f.IdlePeople
		}
	case schedule.Overloaded:
		out.overload(f)
	case schedule.Untold:
		out.Tasks = &f.Tasks
	}
	return out
}

// countsDays tells whether the flag's days mean something.
func countsDays(f *schedule.Flag) bool {
	switch f.Kind {
	case schedule.Overdue, schedule.Slipping, schedule.Overloaded, schedule.PromiseLate, schedule.PromiseShort, schedule.Untold:
		return true
	}
	return f.Days != 0
}

// overload fills in the weeks' figures, where some week asks for more than there is.
func (out *flagJSON) overload(f *schedule.Flag) {
	if f.Week == "" {
		return
	}
	excess := f.Demand - f.Capacity
	out.Week, out.Demand, out.Capacity, out.Excess = f.Week, &f.Demand, &f.Capacity, &excess
}

// notNil is the list, written as [] where it is empty, and not left out.
func notNil(list []string) *[]string {
	if list == nil {
		list = []string{}
	}
	return &list
}

func causesJSON(why []schedule.Cause) []causeJSON {
	out := []causeJSON{}
	for _, c := range why {
		out = append(out, causeJSON{Kind: c.Kind.String(), Task: c.Task, Team: c.Team, Days: c.Days, Text: c.Text})
	}
	return out
}
