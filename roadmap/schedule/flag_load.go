package schedule

import (
	"slices"
)

// overloaded flags the teams whose queue makes a deadline late: where the chain of a late task or goal waits for them.
func (f *flagger) overloaded() {
	cost, here := make([]int, len(f.planner.teams)), make([]int, len(f.planner.teams))
	var links []link
	for i := range f.flags {
		x := &f.flags[i]
		if x.chain == nil || x.Team != "" || x.Kind != Overdue && (x.Kind != Slipping || x.Against != "deadline") {
			continue
		}
		links = x.chain.costs(links[:0])
		for _, l := range links {
			if _, team := f.why.subject(l); team != none && l.days > 0 {
				here[team] += int(l.days)
				cost[team] = max(cost[team], here[team])
			}
		}
		clear(here)
	}
	if slices.Max(append(cost, 0)) == 0 {
		return
	}
	loads := make([]load, len(cost))
	for k, days := range cost {
		if days > 0 {
			loads[k] = load{facts: &f.planner.teams[k], demandOnly: true}
		}
	}
	f.sum(loads)
	for k, days := range cost {
		if days > 0 {
			f.overloadedTeam(k, days, &loads[k])
		}
	}
}

func (f *flagger) overloadedTeam(team, days int, l *load) {
	x := f.onTeam(Overloaded, Warning, team)
	x.Days = days
	if first, peak := l.over(); first.Demand > 0 {
		x.Week, x.Demand, x.Capacity = first.Monday.Week(), peak.Demand, peak.Capacity
	}
	x.why = []Cause{{Kind: Capacity, Team: x.Team, Days: days, Text: f.team(team).Name + " has more to do than it has people"}}
}
