package main

import (
	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// planJSON is what schedule --json prints; list --json prints the same for fewer tasks.
type planJSON struct {
	Today    day           `json:"today"`
	Start    day           `json:"start,omitzero"`
	Finish   day           `json:"finish,omitzero"`
	Levelled bool          `json:"levelled"`
	Bound    day           `json:"lower_bound,omitzero"`
	LateDays int           `json:"late_days"`
	Tasks    []taskJSON    `json:"tasks"`
	Teams    []teamJSON    `json:"teams"`
	Improved *improvedJSON `json:"improved,omitempty"` // where --improve asked for a search
}

// taskJSON is a task in the plan. One that cannot be planned has no dates.
type taskJSON struct {
	ID          string      `json:"id"`
	Title       string      `json:"title"`
	Team        string      `json:"team,omitempty"`
	Status      string      `json:"status"`
	Start       day         `json:"start,omitzero"`
	Finish      day         `json:"finish,omitzero"`
	EarlyStart  day         `json:"early_start,omitzero"`
	EarlyFinish day         `json:"early_finish,omitzero"`
	LateStart   day         `json:"late_start,omitzero"`
	LateFinish  day         `json:"late_finish,omitzero"`
	Slack       *int        `json:"slack,omitempty"`
	Critical    bool        `json:"critical"`
	WaitsFor    []string    `json:"waits_for"`
	OpenEnd     bool        `json:"open_end"`
	DrivenBy    *driverJSON `json:"driven_by,omitempty"`
}

type driverJSON struct {
	Kind string `json:"kind"`
	Task string `json:"task,omitempty"`
}

type teamJSON struct {
	ID       string     `json:"id"`
	Peak     int        `json:"peak"`
	Capacity *int       `json:"capacity,omitempty"` // an unsized team has none
	BusyDays int        `json:"busy_days"`
	Weeks    []weekJSON `json:"weeks"`
}

type weekJSON struct {
	Week     string `json:"week"`
	Demand   int    `json:"demand"`
	Capacity *int   `json:"capacity,omitempty"`
}

// scheduleJSON is the plan with all its tasks but the dropped ones, in the order of the file.
func scheduleJSON(plan *schedule.Plan) planJSON {
	out := planJSON{
		Today: day(plan.Today), Start: day(plan.Start), Finish: day(plan.Finish), Levelled: plan.Levelled, Bound: day(plan.LowerBound().Date), LateDays: plan.LateDays,
		Tasks: []taskJSON{}, Teams: []teamJSON{},
	}
	for i, t := range plan.Roadmap.Tasks() {
		if t.Status != roadmap.Dropped {
			out.Tasks = append(out.Tasks, planTaskJSON(plan, i))
		}
	}
	for i, t := range plan.Roadmap.Teams() {
		out.Teams = append(out.Teams, planTeamJSON(t, plan.Team(i)))
	}
	return out
}

// planTaskJSON is a task with its dates; where it cannot be planned, without.
func planTaskJSON(plan *schedule.Plan, i int) taskJSON {
	t, at := plan.Roadmap.Tasks()[i], plan.Tasks[i]
	out := taskJSON{
		ID: t.ID, Title: t.Title, Team: t.Team, Status: t.Status.String(), WaitsFor: waitsFor(plan.Roadmap, t.ID), OpenEnd: at.OpenEnd,
	}
	if !at.Planned {
		return out
	}
	out.Start, out.Finish, out.EarlyStart, out.EarlyFinish = day(at.Start), day(at.Finish), day(at.EarlyStart), day(at.EarlyFinish)
	out.LateStart, out.LateFinish, out.Slack, out.Critical = day(at.LateStart), day(at.LateFinish), &at.Slack, at.Critical
	out.DrivenBy = &driverJSON{Kind: at.Driver.Kind.String(), Task: taskID(plan.Roadmap, at.Driver.Task)}
	return out
}

// waitsFor is the ids of what a task waits for, each once.
func waitsFor(r *roadmap.Roadmap, id string) []string {
	out := []string{}
	for _, d := range r.Predecessors(id) {
		if len(out) == 0 || out[len(out)-1] != d.From {
			out = append(out, d.From)
		}
	}
	return out
}

// taskID is the id of the task at a place; empty for -1.
func taskID(r *roadmap.Roadmap, i int32) string {
	if i < 0 {
		return ""
	}
	return r.Tasks()[i].ID
}

// planTeamJSON is a team's load; an unsized team has no capacity.
func planTeamJSON(t *roadmap.Team, load schedule.TeamPlan) teamJSON {
	out := teamJSON{ID: t.ID, Peak: load.Peak, BusyDays: load.BusyDays, Weeks: []weekJSON{}}
	sized := t.Capacity > 0
	if sized {
		out.Capacity = &t.Capacity
	}
	for _, w := range load.Weeks {
		week := weekJSON{Week: w.First.Week(), Demand: w.Demand}
		if sized {
			week.Capacity = &w.Capacity
		}
		out.Weeks = append(out.Weeks, week)
	}
	return out
}
