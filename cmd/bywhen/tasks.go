package main

import (
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// printTasks prints a line for each of these tasks, by their places. Dropped ones are left out unless they are asked for.
func (p *program) printTasks(plan *schedule.Plan, tasks []int, dropped bool) {
	t := table{columns: []column{
		{"id", true}, {"task", false}, {"team", false}, {"status", false}, {"effort", true},
		{"start", true}, {"finish", true}, {"slack", true}, {"late", true}, {"waits for", false},
	}}
	late := lateTasks(plan)
	for _, i := range tasks {
		task := plan.Roadmap.Tasks()[i]
		if task.Status == roadmap.Dropped && !dropped {
			continue
		}
		t.add(taskCells(plan, i, late[task.ID])...)
	}
	t.write(p.out)
}

// taskCells is a line of the task table; the columns are those of printTasks.
func taskCells(plan *schedule.Plan, i int, late string) []string {
	task, at := plan.Roadmap.Tasks()[i], plan.Tasks[i]
	cells := []string{task.ID, task.Title, teamName(plan.Roadmap, task.Team), task.Status.String(), paint.Effort(task.Effort)}
	waits := strings.Join(waitsFor(plan.Roadmap, task.ID), " ")
	if !at.Planned {
		return append(cells, "", "", "", "", waits)
	}
	slack := strconv.Itoa(at.Slack) + "d"
	if !task.Status.Open() {
		slack = ""
	}
	finish := paint.DayOrLater(at.Finish, plan.Today, at.OpenEnd)
	return append(cells, paint.Day(at.Start, plan.Today), finish, slack, late, waits)
}

// lateTasks is by how much each open task is past its own deadline, or, where it keeps that or has none, makes one
// downstream late: by its id, what is not late left out.
func lateTasks(plan *schedule.Plan) map[string]string {
	out := map[string]string{}
	for i, t := range plan.Roadmap.Tasks() {
		if at := &plan.Tasks[i]; at.Planned && t.Status.Open() && at.Slack < 0 {
			out[t.ID] = paint.Delta(-at.Slack, at.OpenEnd)
		}
	}
	for _, d := range plan.Deadlines() {
		if d.On.Task != "" && d.Days > 0 {
			out[d.On.Task] = paint.Delta(d.Days, d.OpenEnd)
		}
	}
	return out
}

// teamName is a team's name, or empty where there is no such team.
func teamName(r *roadmap.Roadmap, id string) string {
	if t := r.Team(id); t != nil {
		return t.Name
	}
	return ""
}

// refTitle is the title or name of a task, team or goal.
func refTitle(r *roadmap.Roadmap, ref schedule.Ref) string {
	switch {
	case ref.Task != "" && r.Task(ref.Task) != nil:
		return r.Task(ref.Task).Title
	case ref.Goal != "" && r.Goal(ref.Goal) != nil:
		return r.Goal(ref.Goal).Title
	case ref.Team != "":
		return teamName(r, ref.Team)
	}
	return ""
}
