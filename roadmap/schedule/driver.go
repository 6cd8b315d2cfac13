package schedule

import "bywhen/roadmap"

// driver is what decides where a task lies: a dependency before the team, of several dependencies that of the predecessor
// that finishes last, then the order of the file.
func (p *Plan) driver(i int32) Driver {
	j, s := &p.jobs[i], p.at[i]
	switch {
	case j.state == finished:
		return Driver{Progress, none, none}
	case j.milestone:
		return p.milestoneDriver(i)
	case j.promised != 0 && j.promised == s.last() && p.naturalFinish(i) < j.promised:
		return Driver{Promise, none, none}
	case p.queuedAt(i):
		return p.capacityDriver(i)
	}
	k := p.firstDay(i)
	if j.state == started {
		if j.blocked != 0 && j.cal.Count(j.blocked) == k {
			return Driver{Blocker, none, none}
		}
		return Driver{Progress, none, none}
	}
	open, over := p.bindingLink(i, k)
	switch {
	case open != none:
		return Driver{Dependency, open, none}
	case j.blocked != 0 && j.cal.Count(j.blocked) == k:
		return Driver{Blocker, none, none}
	case p.briefs[i].NotBefore != 0 && j.cal.Count(p.briefs[i].NotBefore) == k:
		return Driver{NotBefore, none, none}
	case j.cal.Count(p.Roadmap.Settings().Start) == k:
		return Driver{Start, none, none}
	case j.cal.Count(j.planDay) == k || over == none:
		return Driver{Told, none, none}
	}
	return Driver{Dependency, over, none}
}

// firstDay is the number, on its calendar, of the first working day that the open work of a task takes.
func (p *Plan) firstDay(i int32) int {
	j := &p.jobs[i]
	if p.leveller != nil && j.manyNeeds > 0 {
		return int(p.leveller.turns[i].from)
	}
	if j.state == started {
		return j.cal.Count(j.release)
	}
	return j.cal.Count(p.at[i].first)
}

// naturalFinish is the last day of the work itself, whatever was promised.
func (p *Plan) naturalFinish(i int32) roadmap.Date {
	j := &p.jobs[i]
	return j.cal.Day(p.firstDay(i) + int(j.dur) - 1)
}

func (p *Plan) queuedAt(i int32) bool { return p.leveller != nil && p.leveller.turns[i].queued }

// capacityDriver is the task whose going let this one start: the one that finishes last, then by the order of the file.
func (p *Plan) capacityDriver(i int32) Driver {
	by := none
	for _, s := range p.leveller.leaving(i) {
		if p.leveller.madeRoom(s.task, i) {
			by = p.laterOf(by, s.task)
		}
	}
	return Driver{Capacity, by, p.leveller.turns[i].busyOn}
}

// bindingLink is the predecessor whose link lets the task start no sooner than on day k: of those unfinished, and of those
// done, the one that finishes last. None where there is none.
func (p *Plan) bindingLink(i int32, k int) (open, done int32) {
	open, done = none, none
	j := &p.jobs[i]
	for _, l := range p.net.Predecessors(int(i)) {
		if !p.binds(j, l, p.at[i].first, k) {
			continue
		}
		if p.jobs[l.Task].state == finished {
			done = p.laterOf(done, l.Task)
		} else {
			open = p.laterOf(open, l.Task)
		}
	}
	return open, done
}

// binds tells whether a link lets a task that is still to be started start no sooner than where it does, on the day first,
// whose number is k. Nothing starts before a link allows it, so most need no counting.
func (p *Plan) binds(j *job, l roadmap.Link, first roadmap.Date, k int) bool {
	at := &p.at[l.Task]
	switch {
	case !at.placed():
		return false
	case l.Type != roadmap.FinishToStart || l.Lag != 0:
		return p.linkBound(j.cal, l, *at, int(j.dur)) == k
	case at.finish == first:
		return true
	}
	return at.finish > j.cal.Day(k-1)
}

func (p *Plan) laterOf(a, b int32) int32 {
	if a == none || p.at[b].last() > p.at[a].last() || p.at[b].last() == p.at[a].last() && b < a {
		return b
	}
	return a
}

func (p *Plan) milestoneDriver(i int32) Driver {
	j, s := &p.jobs[i], p.at[i]
	by := none
	for _, l := range p.net.Predecessors(int(i)) {
		if !p.at[l.Task].placed() {
			continue
		}
		if ends, _ := p.milestoneBound(j.cal, l, p.at[l.Task]); ends == s.finish {
			by = p.laterOf(by, l.Task)
		}
	}
	switch {
	case by != none:
		return Driver{Dependency, by, none}
	case j.promised != 0 && j.promised+1 == s.finish:
		return Driver{Promise, none, none}
	case j.blocked == s.finish:
		return Driver{Blocker, none, none}
	case p.briefs[i].NotBefore == s.finish:
		return Driver{NotBefore, none, none}
	case p.Roadmap.Settings().Start == s.finish:
		return Driver{Start, none, none}
	}
	return Driver{Told, none, none}
}

// markCritical marks the chains that decide the roadmap's end, or a deadline that slips, walking back along all links that
// hold a task equally. Late are the tasks that finish after their own deadline.
func (p *Plan) markCritical(late []int32) {
	todo := make([]int32, 0, len(p.jobs)/8+16)
	mark := func(i int32) {
		if !p.Tasks[i].Critical {
			p.Tasks[i].Critical = true
			todo = append(todo, i)
		}
	}
	for i := range p.at {
		if p.at[i].placed() && p.at[i].last() == p.Finish {
			mark(int32(i))
		}
	}
	for _, i := range late {
		mark(i)
	}
	for g := range p.goals {
		if last, ok := p.lastOf(g); ok && p.goals[g].open && p.goals[g].deadline != 0 && p.Tasks[last].Finish > p.goals[g].deadline {
			for _, i := range p.goals[g].tasks {
				if p.Tasks[i].Finish == p.Tasks[last].Finish {
					mark(i)
				}
			}
		}
	}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		p.eachHolder(i, mark)
	}
}

// LastOf is the place of the task of a goal, named by its id, that finishes last, then by the order of the file; -1 where none
// has dates.
func (p *Plan) LastOf(goal string) int {
	if g := p.Roadmap.GoalIndex(goal); g >= 0 {
		if last, ok := p.lastOf(g); ok {
			return int(last)
		}
	}
	return -1
}

// lastOf is the task of a goal that finishes last, then by the order of the file.
func (p *Plan) lastOf(goal int) (int32, bool) {
	last := none
	for _, i := range p.goals[goal].tasks {
		if p.at[i].placed() && (last == none || p.at[i].last() > p.at[last].last()) {
			last = i
		}
	}
	return last, last != none
}

// eachHolder yields every task that holds task i where it lies: those of dependencies and of its team alike.
func (p *Plan) eachHolder(i int32, yield func(int32)) {
	j := &p.jobs[i]
	d := p.Tasks[i].Driver
	if j.state == finished || d.Kind == Promise {
		return
	}
	if j.milestone {
		if d.Kind != Dependency {
			return
		}
		for _, l := range p.net.Predecessors(int(i)) {
			if !p.at[l.Task].placed() {
				continue
			}
			if ends, _ := p.milestoneBound(j.cal, l, p.at[l.Task]); ends == p.at[i].finish {
				yield(l.Task)
			}
		}
		return
	}
	if j.state == toStart {
		k := p.firstDay(i)
		for _, l := range p.net.Predecessors(int(i)) {
			if p.binds(j, l, p.at[i].first, k) {
				yield(l.Task)
			}
		}
	}
	if p.leveller != nil && p.leveller.turns[i].held {
		p.leveller.holders(i, yield)
	}
}
