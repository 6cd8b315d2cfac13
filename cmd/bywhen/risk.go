package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

func riskCommand(p *program) *cobra.Command {
	return partCommand(p, part{
		kind: roadmap.KindRisk,
		about: `Add a risk, in one line: its title, its probability, the days it would cost, the tasks it would hit.

    bywhen risk add Mould crack 20% 8d on:7`,
		id: func(r *roadmap.Roadmap, arg string) (string, error) {
			k, err := findRisk(r, arg)
			if err != nil {
				return "", err
			}
			return k.ID, nil
		},
		list: (*program).printRisks,
	})
}

func (p *program) printRisks(plan *schedule.Plan) {
	t := table{columns: []column{
		{"id", false}, {"risk", false}, {"chance", true}, {"costs", true}, {"hits", false}, {"status", false}, {"owner", false}, {"mitigation", false},
	}}
	for _, k := range plan.Roadmap.Risks() {
		chance := strconv.FormatFloat(k.Probability*100, 'f', -1, 64)
		if len(chance) > 4 {
			chance = fmt.Sprintf("%.1f", k.Probability*100)
		}
		t.add(k.ID, k.Title, chance+" %", strconv.Itoa(k.Days)+"d", strings.Join(k.Tasks, " "), k.Status.String(), k.Owner, k.Mitigation)
	}
	t.write(p.out)
}
