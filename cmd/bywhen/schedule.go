package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

func scheduleCommand(p *program) *cobra.Command {
	var asJSON, noLevel bool
	var better improve
	c := &cobra.Command{
		Use:   "schedule",
		Short: "Print the plan: a line a task",
		Args:  needs(),
		RunE: func(*cobra.Command, []string) error {
			if better.keep && !better.asked() {
				return errors.New("--keep keeps what --improve finds: give that too, as --improve 2s")
			}
			if better.asked() {
				return p.printBetter(&better, asJSON)
			}
			plan, err := p.plan(schedule.Options{NoLevel: noLevel})
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(scheduleJSON(plan))
			}
			p.printPlan(plan)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().BoolVar(&noLevel, "no-level", false, "plan by dependencies alone, as if no team were ever busy")
	better.addFlags(c.Flags())
	c.MarkFlagsMutuallyExclusive("improve", "no-level")
	c.MarkFlagsMutuallyExclusive("keep", "json")
	return c
}

// printBetter prints the plan that a search finds, and what it did.
func (p *program) printBetter(better *improve, asJSON bool) error {
	before, m, err := p.improvedPlan(better)
	switch {
	case err != nil:
		return err
	case asJSON:
		err = p.printJSON(better.json(before, m))
	default:
		p.printPlan(m.Plan)
		if m.Plan.Finish != 0 {
			p.printImprovement(better, before, m)
		}
	}
	if err == nil && better.keep && m.Better {
		err = p.keepImproved(m)
	}
	return err
}

// printPlan prints a line a task, then from when to when the plan goes, how late it is in all, and how
// much earlier any plan could end.
func (p *program) printPlan(plan *schedule.Plan) {
	all := make([]int, len(plan.Tasks))
	for i := range all {
		all[i] = i
	}
	p.printTasks(plan, all, false)
	switch {
	case plan.Finish == 0 && hasOpenTasks(plan):
		p.notef("no task has dates; \"bywhen check\" says why")
		return
	case plan.Finish == 0:
		p.notef("there is nothing to plan yet: add a task with \"bywhen add\"")
		return
	}
	p.printf("\nfrom %s to %s", paint.Weekday(plan.Start, plan.Today), paint.Weekday(plan.Finish, plan.Today))
	if plan.LateDays > 0 {
		p.printf(", %s late in all", paint.Count(plan.LateDays, "day"))
	}
	p.printf("; %s\n", boundText(plan))
}

// boundText says how far from provably best the plan's end is.
func boundText(plan *schedule.Plan) string {
	b := plan.LowerBound()
	if b.Days == 0 {
		return "no plan ends earlier"
	}
	return fmt.Sprintf("no plan ends before %s, so at most %s to win", paint.Weekday(b.Date, plan.Today), paint.Count(b.Days, "working day"))
}

// hasOpenTasks tells whether anything is still to be done.
func hasOpenTasks(plan *schedule.Plan) bool {
	return slices.ContainsFunc(plan.Roadmap.Tasks(), func(t *roadmap.Task) bool { return t.Status.Open() })
}
