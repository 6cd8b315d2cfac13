package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
)

func startCommand(p *program) *cobra.Command {
	return statusCommand(p, "start", "Mark tasks as started: today, or on another day", "started", func(t *roadmap.Task, on roadmap.Date) {
		t.Status, t.Started = roadmap.Doing, on
	})
}

// statusCommand is start and done: a new status for tasks, with the day on which it came about.
func statusCommand(p *program, name, short, past string, mark func(t *roadmap.Task, on roadmap.Date)) *cobra.Command {
	var e edit
	var on string
	c := &cobra.Command{
		Use:   name + " ID…",
		Short: short,
		Args:  needs("ID…"),
		RunE: func(_ *cobra.Command, args []string) error {
			e.change = func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
				date, err := actualDay(on, ctx)
				if err != nil {
					return did{}, err
				}
				return markTasks(d, ctx.Roadmap, args, past, func(t *roadmap.Task) { mark(t, date) })
			}
			return p.carryOut(e)
		},
	}
	c.Flags().StringVar(&on, "on", "", "the `DATE` on which that was (default: the status date)")
	c.Flags().BoolVar(&e.asJSON, "json", false, "print JSON")
	return c
}

// actualDay reads the day on which something happened; the status date where none is given. It cannot be still to come.
func actualDay(text string, ctx phrase.Context) (roadmap.Date, error) {
	if text == "" {
		return ctx.Today, nil
	}
	ctx.Actual = true
	d, err := phrase.Date(text, ctx)
	if err != nil {
		return 0, fmt.Errorf("--on: %w", err)
	}
	return d, nil
}

// markTasks changes each of the tasks named.
func markTasks(d *roadmap.Draft, r *roadmap.Roadmap, args []string, past string, change func(*roadmap.Task)) (did, error) {
	var titles []string
	for _, arg := range args {
		t, err := findTask(r, arg)
		if err != nil {
			return did{}, err
		}
		if err := d.UpdateTask(t.ID, change); err != nil {
			return did{}, err
		}
		titles = append(titles, t.Title)
	}
	return did{title: past + " " + listed(titles)}, nil
}

// listed names up to three things and counts the rest.
func listed(titles []string) string {
	if len(titles) > 3 {
		return fmt.Sprintf("%s, %s and %d more", titles[0], titles[1], len(titles)-2)
	}
	switch len(titles) {
	case 0:
		return "nothing"
	case 1:
		return titles[0]
	case 2:
		return titles[0] + " and " + titles[1]
	}
	return titles[0] + ", " + titles[1] + " and " + titles[2]
}
