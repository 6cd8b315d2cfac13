package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

func teamCommand(p *program) *cobra.Command {
	return partCommand(p, part{
		kind: roadmap.KindTeam,
		about: `Add a team, in one line: its name, how many people can work at once, its weekdays where they are its own.

    bywhen team add Mechanics 3 mon-thu
    bywhen team add --supplier Murata`,
		id: func(r *roadmap.Roadmap, arg string) (string, error) {
			t, err := findTeam(r, arg)
			if err != nil {
				return "", err
			}
			return t.ID, nil
		},
		list: (*program).printTeams,
	})
}

func (p *program) printTeams(plan *schedule.Plan) {
	t := table{columns: []column{
		{"id", false}, {"team", false}, {"people", true}, {"weekdays", false}, {"open tasks", true}, {"busy", true}, {"contact", false},
	}}
	open := map[string]int{}
	for _, task := range plan.Roadmap.Tasks() {
		if task.Status.Open() {
			open[task.Team]++
		}
	}
	for i, team := range plan.Roadmap.Teams() {
		people := strconv.Itoa(team.Capacity)
		switch {
		case team.Supplier:
			people = "supplier"
		case team.Capacity == 0:
			people = "unsized"
		}
		busy := strconv.Itoa(plan.Team(i).BusyDays) + "d"
		t.add(team.ID, team.Name, people, strings.Join(team.Weekdays.Names(), " "), strconv.Itoa(open[team.ID]), busy, team.Contact)
	}
	t.write(p.out)
}
