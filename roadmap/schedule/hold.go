package schedule

import (
	"slices"

	"bywhen/roadmap"
)

// Hold is what holds a task where it lies.
type Hold struct {
	Ready  roadmap.Date   // the first day on which all but its teams would let it start; 0 where what it waits for has no dates
	Queued int            // working days of its calendar from there to its first: those that it waits for its teams alone
	Links  []roadmap.Link // the links by which the task that drives it holds it; none where no task that it waits for does
	Cost   int            // working days of the roadmap's calendar that it is later than its reference, less the same of its driver
}

// Hold is what holds the task at a place, which must have dates. Its reference is its finish in the current baseline, or its early
// finish where it is in none.
func (p *Plan) Hold(task int) Hold {
	i, e, cal := int32(task), p.explainer(), p.Roadmap.Calendar()
	h := Hold{Cost: e.lateness(i, cal)}
	if j := &p.jobs[i]; !j.milestone {
		if k, ok := p.bound(i, j.dur, p.at); ok {
			h.Ready, h.Queued = j.cal.Day(k), p.firstDay(i)-k
		}
	}
	d := &p.Tasks[i].Driver
	if d.Task == none {
		return h
	}
	h.Cost -= e.lateness(d.Task, cal)
	if d.Kind == Dependency {
		h.Links = p.bindingLinks(i, d.Task)
	}
	return h
}

// bindingLinks are the links by which one task holds another where it lies.
func (p *Plan) bindingLinks(i, before int32) []roadmap.Link {
	var out []roadmap.Link
	j := &p.jobs[i]
	for _, l := range p.net.Predecessors(int(i)) {
		if l.Task != before {
			continue
		}
		if j.milestone {
			if ends, _ := p.milestoneBound(j.cal, l, p.at[before]); ends == p.at[i].finish {
				out = append(out, l)
			}
		} else if p.linkBound(j.cal, l, p.at[before], int(j.dur)) == p.firstDay(i) {
			out = append(out, l)
		}
	}
	return out
}

// Front is what it takes to put the task at a place, which queues at a team, before all of that team's that have not started: the tasks
// to go along, those that it waits for, directly or through others, and that are placed later than the one it queues behind (where it
// queues for want of people, than the first that it is to pass), more than most where there are more than that; the priority, the most urgent among them and its own; and the rank before which it is to go, 0 where none is given.
func (p *Plan) Front(task, most int) (along []int, priority, rank int) {
	d := &p.Tasks[task].Driver
	priority = p.tasks[task].Priority
	turn := p.leveller.turns[task].placed
	for k := range p.jobs {
		j := &p.jobs[k]
		uses := slices.ContainsFunc(p.needsOf(j), func(n need) bool { return n.team == d.Team })
		if !uses || j.state != toStart || k == task {
			continue
		}
		priority, turn = min(priority, int(j.priority)), min(turn, p.leveller.turns[k].placed)
		if r := int(p.briefs[k].Rank); r > 0 && (rank == 0 || r < rank) {
			rank = r
		}
	}
	if d.Task != none {
		turn = p.leveller.turns[d.Task].placed
	}
	return p.placedAfter(task, turn, most), priority, rank
}

// placedAfter are the tasks to be started that a task waits for and that were placed after a turn, the nearest first.
func (p *Plan) placedAfter(task int, turn int32, most int) []int {
	var out []int
	for todo := []int{task}; len(todo) > 0 && len(out) <= most; todo = todo[1:] {
		for _, l := range p.net.Predecessors(todo[0]) {
			if i := int(l.Task); p.jobs[i].state == toStart && p.leveller.turns[i].placed > turn && !slices.Contains(out, i) {
				out, todo = append(out, i), append(todo, i)
			}
		}
	}
	return out
}

// FreeDays is on how many of its working days from a day to another, both inclusive, the team at a place has somebody free, and how
// many there are; 0 for one that is not sized, and in a plan by dependencies alone.
func (p *Plan) FreeDays(team int, from, until roadmap.Date) (free, days int) {
	f := &p.teams[team]
	if !f.sized || f.cal.Empty() || p.leveller == nil {
		return 0, 0
	}
	for n := f.cal.Count(from); n < f.cal.Count(until+1); n++ {
		days++
		if p.leveller.crews[team].freeOn(int32(n)) > 0 {
			free++
		}
	}
	return free, days
}

// Opening is the first day, at or after a day, from which the team at a place has so many people free for so many of its working days
// in a row; false where there is none, and as for FreeDays.
func (p *Plan) Opening(team int, from roadmap.Date, days, people int) (roadmap.Date, bool) {
	f := &p.teams[team]
	if !f.sized || f.cal.Empty() || p.leveller == nil {
		return 0, false
	}
	c, n := &p.leveller.crews[team], int32(f.cal.Count(from))
	at, _ := c.fit(c.at(n), n, int32(days), int32(people))
	if at < 0 {
		return 0, false
	}
	return f.cal.Day(int(at)), true
}
