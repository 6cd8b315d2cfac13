package main

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// named is anything that an argument may name by its id or the start of its title.
type named struct{ id, title string }

// find is the id of what an argument names: an id, else a title, else the start of just one title; case does not matter
// there, and a hyphen may stand for a space. what is the kind of thing, for the error.
func find(what string, items []named, arg string) (string, error) {
	for _, it := range items {
		if it.id == arg {
			return it.id, nil
		}
	}
	typed := folded(arg)
	var starts []named
	for _, it := range items {
		title := folded(it.title)
		if title == typed && typed != "" {
			return onlyOne(what, items, arg, typed, it)
		}
		if strings.HasPrefix(title, typed) && typed != "" {
			starts = append(starts, it)
		}
	}
	switch len(starts) {
	case 0:
		return "", fmt.Errorf("there is no %s %q; see %s", what, arg, whereListed(what))
	case 1:
		return starts[0].id, nil
	}
	return "", severalNamed(what, arg, starts)
}

// onlyOne refuses a whole title that more than one item has.
func onlyOne(what string, items []named, arg, typed string, first named) (string, error) {
	var same []named
	for _, it := range items {
		if folded(it.title) == typed {
			same = append(same, it)
		}
	}
	if len(same) > 1 {
		return "", severalNamed(what, arg, same)
	}
	return first.id, nil
}

// severalNamed is the error for a name that could be meant by more than one; it lists the first five.
func severalNamed(what, arg string, items []named) error {
	var list []string
	for _, it := range items[:min(len(items), 5)] {
		list = append(list, it.id+" "+it.title)
	}
	if more := len(items) - len(list); more > 0 {
		list = append(list, fmt.Sprintf("%d more", more))
	}
	return fmt.Errorf("%q is the start of several %s, %s: use the id", arg, several(what), strings.Join(list, ", "))
}

// anything is what an argument names that may be any of three kinds.
const anything = "task, goal or team"

func several(what string) string {
	if what == anything {
		return "titles"
	}
	return what + "s"
}

// folded is a name as names are compared: case does not matter, nor whether a word ends in a hyphen or a space.
func folded(s string) string { return strings.ReplaceAll(strings.ToLower(s), "-", " ") }

// whereListed is the command that lists the things of a kind.
func whereListed(what string) string {
	switch what {
	case "task":
		return `"bywhen list"`
	case anything:
		return `"bywhen list", "bywhen goal list" and "bywhen team list"`
	}
	return fmt.Sprintf("%q", "bywhen "+what+" list")
}

// findTask is the task that an argument names.
func findTask(r *roadmap.Roadmap, arg string) (*roadmap.Task, error) {
	var items []named
	for _, t := range r.Tasks() {
		items = append(items, named{t.ID, t.Title})
	}
	id, err := find("task", items, arg)
	return r.Task(id), err
}

// findTeam is the team that an argument names.
func findTeam(r *roadmap.Roadmap, arg string) (*roadmap.Team, error) {
	var items []named
	for _, t := range r.Teams() {
		items = append(items, named{t.ID, t.Name})
	}
	id, err := find("team", items, arg)
	return r.Team(id), err
}

// findGoal is the goal that an argument names.
func findGoal(r *roadmap.Roadmap, arg string) (*roadmap.Goal, error) {
	var items []named
	for _, g := range r.Goals() {
		items = append(items, named{g.ID, g.Title})
	}
	id, err := find("goal", items, arg)
	return r.Goal(id), err
}

// findRisk is the risk that an argument names.
func findRisk(r *roadmap.Roadmap, arg string) (*roadmap.Risk, error) {
	var items []named
	for _, k := range r.Risks() {
		items = append(items, named{k.ID, k.Title})
	}
	id, err := find("risk", items, arg)
	return r.Risk(id), err
}

// findHeld is what an argument names of all that may be held to a date: a task, goal or team.
func findHeld(r *roadmap.Roadmap, arg string) (schedule.Ref, error) {
	var items []named
	for _, t := range r.Tasks() {
		items = append(items, named{t.ID, t.Title})
	}
	for _, g := range r.Goals() {
		items = append(items, named{g.ID, g.Title})
	}
	for _, t := range r.Teams() {
		items = append(items, named{t.ID, t.Name})
	}
	id, err := find(anything, items, arg)
	switch {
	case err != nil:
		return schedule.Ref{}, err
	case r.Task(id) != nil:
		return schedule.Ref{Task: id}, nil
	case r.Goal(id) != nil:
		return schedule.Ref{Goal: id}, nil
	}
	return schedule.Ref{Team: id}, nil
}
