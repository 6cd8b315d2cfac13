package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/paint"
)

func rmCommand(p *program) *cobra.Command {
	var e edit
	var bridge bool
	c := &cobra.Command{
		Use:   "rm ID…",
		Short: "Delete tasks, with their links",
		Long: `Delete tasks, with their links. To keep a task in the ledger, drop it instead: bywhen set ID status=dropped

--bridge closes the gap: what waited for a deleted task then waits for what that one waited for.`,
		Args: needs("ID…"),
		RunE: func(_ *cobra.Command, args []string) error {
			e.change = func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
				return removeAll(d, ctx.Roadmap, bridge, args)
			}
			return p.carryOut(e)
		},
	}
	c.Flags().BoolVar(&bridge, "bridge", false, "link what waited for them to what they waited for")
	c.Flags().BoolVar(&e.asJSON, "json", false, "print JSON")
	return c
}

// removeAll deletes what the arguments name: tasks, and teams, goals and risks by their ids.
func removeAll(d *roadmap.Draft, r *roadmap.Roadmap, bridge bool, args []string) (did, error) {
	var titles, tasks, lost []string
	seen := map[string]bool{}
	for _, arg := range args {
		kind, id, err := findAny(r, arg)
		if err != nil {
			return did{}, err
		}
		if seen[id] {
			continue
		}
		seen[id] = true
		titles = append(titles, titleIn(r, kind, id))
		if kind == roadmap.KindTask {
			tasks = append(tasks, id)
		} else if err := remove(d, kind, id); err != nil {
			return did{}, err
		} else if n := tasksOf(r, id); n > 0 {
			lost = append(lost, fmt.Sprintf("%s lost the %s %s", paint.Count(n, "task"), kind, titleIn(r, kind, id)))
		}
	}
	if err := d.RemoveTasks(bridge, tasks...); err != nil {
		return did{}, err
	}
	return did{title: "deleted " + listed(titles), taken: strings.Join(lost, " · ")}, nil
}

// tasksOf is how many tasks are of a team or goal.
func tasksOf(r *roadmap.Roadmap, id string) int {
	n := 0
	for _, t := range r.Tasks() {
		if t.Team == id || t.Goal == id {
			n++
		}
	}
	return n
}

// remove deletes a team, goal or risk.
func remove(d *roadmap.Draft, kind roadmap.Kind, id string) error {
	switch kind {
	case roadmap.KindTeam:
		return d.RemoveTeam(id)
	case roadmap.KindGoal:
		return d.RemoveGoal(id)
	case roadmap.KindRisk:
		return d.RemoveRisk(id)
	}
	return fmt.Errorf("a %s cannot be deleted so", kind)
}
