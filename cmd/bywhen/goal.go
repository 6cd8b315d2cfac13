package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

func goalCommand(p *program) *cobra.Command {
	return partCommand(p, part{
		kind: roadmap.KindGoal,
		about: `Add a goal, in one line: its title and its deadline.

    bywhen goal add Launch in first stores 12-mar`,
		id: func(r *roadmap.Roadmap, arg string) (string, error) {
			g, err := findGoal(r, arg)
			if err != nil {
				return "", err
			}
			return g.ID, nil
		},
		list: (*program).printGoals,
	})
}

func (p *program) printGoals(plan *schedule.Plan) {
	t := table{columns: []column{{"id", false}, {"goal", false}, {"deadline", true}, {"forecast", true}, {"late", true}, {"done", true}}}
	late := map[string]string{}
	for _, d := range plan.Deadlines() {
		if d.On.Goal != "" && d.Forecast != 0 {
			late[d.On.Goal] = paint.Delta(d.Days, d.OpenEnd)
		}
	}
	for _, d := range plan.DoneDeadlines() {
		late[d.On.Goal] = paint.Delta(d.Days, false)
	}
	for _, g := range plan.Roadmap.Goals() {
		deadline, forecast := "", ""
		if g.Deadline != 0 {
			deadline = paint.Day(g.Deadline, plan.Today)
		}
		if finish, openEnd := plan.Goal(g.ID); finish != 0 {
			forecast = paint.DayOrLater(finish, plan.Today, openEnd)
		}
		t.add(g.ID, g.Title, deadline, forecast, late[g.ID], tasksDone(plan.Roadmap, g.ID))
	}
	t.write(p.out)
}

// tasksDone is "3 of 8": how many of a goal's tasks are done, of those not dropped; where it has none of its own, of those of the goals
// below it.
func tasksDone(r *roadmap.Roadmap, goal string) string {
	if done, all := countTasks(r, func(t *roadmap.Task) bool { return t.Goal == goal }); all > 0 {
		return fmt.Sprintf("%d of %d", done, all)
	}
	below := map[string]bool{}
	for _, g := range r.Goals() {
		for at := r.Goal(g.Parent); at != nil; at = r.Goal(at.Parent) {
			below[g.ID] = below[g.ID] || at.ID == goal
		}
	}
	if done, all := countTasks(r, func(t *roadmap.Task) bool { return below[t.Goal] }); all > 0 {
		return fmt.Sprintf("%d of %d below", done, all)
	}
	return "no tasks"
}

// countTasks counts the tasks of which something holds, but those dropped, and those of them that are done.
func countTasks(r *roadmap.Roadmap, of func(*roadmap.Task) bool) (done, all int) {
	for _, t := range r.Tasks() {
		if !of(t) || t.Status == roadmap.Dropped {
			continue
		}
		all++
		if t.Status == roadmap.Done {
			done++
		}
	}
	return done, all
}
