package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
)

func listCommand(p *program) *cobra.Command {
	var asJSON bool
	var at string
	c := &cobra.Command{
		Use:   "list [FILTER]",
		Short: "List tasks",
		Long: `List the tasks that a filter lets through:

    bywhen list 'is:slipping @mech'
    bywhen list 'due<eom or slack<0 order:slack'

Bare words match titles. @team, #tag, goal:, phase:, status:todo|doing|done|dropped, is:late|blocked|slipping|overdue…,
due<eom, promised<eom, finish>=fri, slack<3, effort>5; a space means and; or, not, - and parentheses; order:slack.
Dropped tasks are listed where the filter asks for them.`,
		Args: needs("FILTER…?"),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.list(strings.Join(args, " "), at, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	atFlag(c, &at)
	return c
}

// listJSON is what list --json prints: the tasks as schedule --json has them.
type listJSON struct {
	Today day        `json:"today"`
	Tasks []taskJSON `json:"tasks"`
}

func (p *program) list(filter, at string, asJSON bool) error {
	plan, err := p.planAt(at)
	if err != nil {
		return err
	}
	chosen, err := filtered(plan, filter, phrase.Context{Today: plan.Today, Roadmap: plan.Roadmap})
	if err != nil {
		return err
	}
	if strings.TrimSpace(filter) == "" {
		chosen = slices.DeleteFunc(chosen, func(i int) bool { return plan.Roadmap.Tasks()[i].Status == roadmap.Dropped })
	}
	if asJSON {
		out := listJSON{Today: day(plan.Today), Tasks: []taskJSON{}}
		for _, i := range chosen {
			out.Tasks = append(out.Tasks, planTaskJSON(plan, i))
		}
		return p.printJSON(out)
	}
	if len(chosen) == 0 {
		p.notef("no task matches")
	}
	p.printTasks(plan, chosen, true)
	return nil
}

// filtered is the places of the tasks that a filter lets through, in the order that it asks for.
func filtered(plan *schedule.Plan, text string, ctx phrase.Context) ([]int, error) {
	filter, err := phrase.ParseFilter(text, ctx)
	if err != nil {
		return nil, err
	}
	rows := filterRows(plan)
	var out []int
	for i := range rows {
		if filter.Match(rows[i]) {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return filter.Order.Compare(rows[a], rows[b]) })
	return out, nil
}

// filterRows is what a filter looks at: each task with what the plan says of it.
func filterRows(plan *schedule.Plan) []phrase.Row {
	rows := make([]phrase.Row, len(plan.Tasks))
	for i, t := range plan.Roadmap.Tasks() {
		at := &plan.Tasks[i]
		rows[i] = phrase.Row{
			Task: t, Planned: at.Planned, Start: at.Start, Finish: at.Finish, Slack: at.Slack, Critical: at.Critical, OpenEnd: at.OpenEnd,
		}
	}
	for _, f := range plan.Flags() {
		if i := plan.Roadmap.TaskIndex(f.Task); i >= 0 {
			rows[i].Flags, rows[i].Known = append(rows[i].Flags, f.Kind.String()), rows[i].Known || f.Known
		}
	}
	return rows
}
