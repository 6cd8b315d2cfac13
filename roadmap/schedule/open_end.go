package schedule

// openEnds marks the tasks whose end nobody knows, and what depends on them and has not started.
func (p *Plan) openEnds() []bool {
	open := make([]bool, len(p.jobs))
	if !p.anyEndless {
		return open
	}
	for _, i := range p.net.Order {
		j := &p.jobs[i]
		if !j.open() {
			continue
		}
		open[i] = j.endless
		if j.state == started {
			continue
		}
		for _, l := range p.net.Predecessors(int(i)) {
			open[i] = open[i] || open[l.Task]
		}
	}
	return open
}

// RestsOn is why nobody knows when a task ends: the nearest task, itself or one that it waits for, that carries a blocker
// without an end or whose promise has passed, in words and with no days; false where the end is known.
func (p *Plan) RestsOn(task int) (Cause, bool) {
	if !p.Tasks[task].OpenEnd {
		return Cause{}, false
	}
	seen, todo := map[int32]bool{}, []int32{int32(task)}
	for len(todo) > 0 {
		i := todo[0]
		todo = todo[1:]
		if p.jobs[i].endless {
			return p.endless(i), true
		}
		for _, l := range p.net.Predecessors(int(i)) {
			if p.openEnd[l.Task] && !seen[l.Task] {
				seen[l.Task] = true
				todo = append(todo, l.Task)
			}
		}
	}
	return Cause{}, false
}

// RestsOnFor is RestsOn for a task, or for the first task of a goal whose end nobody knows.
func (p *Plan) RestsOnFor(r Ref) (Cause, bool) {
	if g := p.Roadmap.GoalIndex(r.Goal); g >= 0 {
		for _, i := range p.goals[g].tasks {
			if p.Tasks[i].OpenEnd {
				return p.RestsOn(int(i))
			}
		}
	}
	if i := p.Roadmap.TaskIndex(r.Task); i >= 0 {
		return p.RestsOn(i)
	}
	return Cause{}, false
}

// endless says of a task itself why nobody knows its end.
func (p *Plan) endless(i int32) Cause {
	t := p.tasks[i]
	if p.jobs[i].noEnd {
		e := explainer{Plan: p}
		return Cause{Kind: Blocker, Task: t.ID, Text: t.Title + ": " + e.blockerText(t)}
	}
	return Cause{Kind: Promise, Task: t.ID, Team: t.Team, Text: t.Title + ": promised " + p.ShortDate(t.Promised) + ", not delivered"}
}
