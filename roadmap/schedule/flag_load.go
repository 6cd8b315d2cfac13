package schedule

import (
	"slices"

	"bywhen/roadmap"
)

// Links of chains lie side by side in pieces of memory; a new piece is begun where the links of most chains may not fit.
const (
	roomForLinks = 1024
	mostOfAChain = 64
)

// chainsAPart is how many chains are followed in a part: some take no time, others have hundreds of links.
const chainsAPart = 64

// overloaded flags the teams whose queue makes a deadline late: where the chain of a late task or goal waits for them.
func (f *flagger) overloaded() {
	var late []*Flag
	for i := range f.flags {
		if x := &f.flags[i]; x.chain != nil && x.Team == "" && (x.Kind == Overdue || x.Kind == Slipping && x.Against == "deadline") {
			late = append(late, x)
		}
	}
	parts := make([][]int, partsOf(len(late), chainsAPart))
	inParts(len(late), chainsAPart, func(part, from, to int) { parts[part] = f.waited(late[from:to]) })
	cost := parts[0]
	for _, more := range parts[1:] {
		for k, days := range more {
			cost[k] = max(cost[k], days)
		}
	}
	if slices.Max(append(cost, 0)) == 0 {
		return
	}
	asks := make([]demand, len(cost))
	for k, days := range cost {
		asks[k].asked = days > 0
	}
	f.sumDemand(asks)
	for k, days := range cost {
		if days > 0 {
			f.overloadedTeam(k, days, &asks[k])
		}
	}
}

// waited is, per team, the most working days for which the chain of one of some flags waits for it. The chains' links are kept
// with them: who groups flags by root causes asks for them again.
func (f *flagger) waited(late []*Flag) []int {
	cost, here := make([]int, len(f.planner.teams)), make([]int, len(f.planner.teams))
	links := make([]link, 0, roomForLinks)
	for _, x := range late {
		if len(links) > cap(links)-mostOfAChain {
			links = make([]link, 0, roomForLinks)
		}
		from := len(links)
		links = x.chain.costs(links)
		x.chain.cost = links[from:len(links):len(links)]
		for _, l := range x.chain.cost {
			if _, team := f.why.subject(l); team != none && l.days > 0 {
				here[team] += int(l.days)
				cost[team] = max(cost[team], here[team])
			}
		}
		clear(here)
	}
	return cost
}

func (f *flagger) overloadedTeam(team, days int, d *demand) {
	x := f.onTeam(Overloaded, Warning, team)
	x.Days = days
	if first, peak := d.over(&f.planner.teams[team]); first.Demand > 0 {
		x.Week, x.Demand, x.Capacity = first.First.Week(), peak.Demand, peak.Capacity
	}
	x.why = []Cause{{Kind: Capacity, Team: x.Team, Days: days, Text: f.team(team).Name + " has more to do than it has people"}}
}

// demand is the person-days that dependencies alone ask of a team, by the week.
type demand struct {
	asked        bool         // somebody wants to know
	monday, last roadmap.Date // Mondays of the first and the last of the weeks
	weeks        []int32
}

// sumDemand fills in the demands that are asked for.
func (p *Plan) sumDemand(all []demand) {
	visit := func(do func(d *demand, cal *roadmap.Calendar, k, dur, people int)) {
		p.eachNeed(func(team int32, task, people int) {
			if d, j := &all[team], &p.jobs[task]; d.asked {
				do(d, j.cal, p.workFrom(int32(task), p.early), int(j.dur), people)
			}
		})
	}
	visit((*demand).cover)
	for k := range all {
		if d := &all[k]; d.monday != 0 {
			d.weeks = make([]int32, (d.last-d.monday)/7+1)
		}
	}
	visit((*demand).add)
}

// cover sees to it that there is room for the working days from number k on.
func (d *demand) cover(cal *roadmap.Calendar, k, dur, _ int) {
	if monday := cal.Day(k).Monday(); d.monday == 0 || monday < d.monday {
		d.monday = monday
	}
	d.last = max(d.last, cal.Day(k+dur-1).Monday())
}

// add adds people to the working days from number k on.
func (d *demand) add(cal *roadmap.Calendar, k, dur, people int) {
	for end := k + dur; k < end; {
		monday := cal.Day(k).Monday()
		next := min(cal.Count(monday+7), end)
		d.weeks[(monday-d.monday)/7] += int32((next - k) * people)
		k = next
	}
}

// over finds the first week in which the demand is more than the team has, and the one in which it is most so; zero where there is
// none.
func (d *demand) over(team *teamFacts) (first, peak Week) {
	for n, people := range d.weeks {
		if people == 0 {
			continue
		}
		w := Week{First: d.monday + roadmap.Date(7*n), Demand: int(people)}
		if w.Capacity = team.weekCapacity(w.First); w.Demand <= w.Capacity {
			continue
		}
		if first == (Week{}) {
			first = w
		}
		if w.Demand*max(peak.Capacity, 1) > peak.Demand*max(w.Capacity, 1) {
			peak = w
		}
	}
	return first, peak
}
