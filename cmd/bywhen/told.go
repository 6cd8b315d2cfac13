package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

func toldCommand(p *program) *cobra.Command {
	var e edit
	c := &cobra.Command{
		Use:   "told [FILTER]",
		Short: "These go as planned: told of today",
		Long: `Say that the unfinished tasks that a filter lets through, or all of them, go as planned: told of on the status date.
Filters are as in "bywhen list". Without one it is a check-in, from which "bywhen check --since checkin" counts.`,
		Args: needs("FILTER…?"),
		RunE: func(_ *cobra.Command, args []string) error {
			e.change = func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
				return tellOf(d, ctx, strings.Join(args, " "))
			}
			return p.carryOut(e)
		},
	}
	c.Flags().BoolVar(&e.asJSON, "json", false, "print JSON")
	return c
}

// tellOf marks the unfinished tasks that a filter lets through as told of today. That there is none is an error.
func tellOf(d *roadmap.Draft, ctx phrase.Context, filter string) (did, error) {
	plan := schedule.Compute(ctx.Roadmap, ctx.Today, schedule.Options{})
	chosen, err := filtered(plan, filter, ctx)
	if err != nil {
		return did{}, err
	}
	n := 0
	for _, i := range chosen {
		t := ctx.Roadmap.Tasks()[i]
		if !t.Status.Open() {
			continue
		}
		n++
		if err := d.UpdateTask(t.ID, func(t *roadmap.Task) { t.Told = ctx.Today }); err != nil {
			return did{}, err
		}
	}
	if n == 0 {
		return did{}, fmt.Errorf("no unfinished task matches %q", filter)
	}
	said := paint.Count(n, "task") + " told of: as planned"
	if strings.TrimSpace(filter) == "" {
		return did{title: roadmap.CheckInTitle(n), said: said}, nil
	}
	return did{title: said}, nil
}
