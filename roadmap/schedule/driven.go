package schedule

// Chains of what drives what meet: of many thousand tasks in a row, each has nearly the chain of the one before. What is asked
// of the chains of many tasks is therefore worked out once for each task on them, from the roots on.

// fromRoots is the tasks in an order in which each comes after what drives it: nothing is placed before that.
func (p *Plan) fromRoots() []int32 {
	if p.leveller == nil {
		return p.net.Order
	}
	return p.placed()
}

// onChains is something about the driving chains of tasks: found of a task itself and of what was found for the one that drives
// it, or none. It is worked out for those that are asked for and those that drive them. One goroutine may ask at a time.
type onChains struct {
	*Plan
	find  func(i, before int32) int32
	found []int32 // two more than what was found; 0 where nobody has asked
	path  []int32 // used again by the next that is asked for
}

func (p *Plan) alongChains(find func(i, before int32) int32) *onChains {
	return &onChains{Plan: p, find: find, found: make([]int32, len(p.jobs))}
}

func (c *onChains) of(i int32) int32 {
	path := c.path[:0]
	for ; i != none && c.found[i] == 0; i = c.Tasks[i].Driver.Task {
		path = append(path, i)
	}
	found := none
	if i != none {
		found = c.found[i] - 2
	}
	for k := len(path) - 1; k >= 0; k-- {
		found = c.find(path[k], found)
		c.found[path[k]] = found + 2
	}
	c.path = path
	return found
}

// weakestOnChains is the open one with the least slack on a task's driving chain, the nearest of several; none where all of them
// are done.
func (p *Plan) weakestOnChains() *onChains {
	return p.alongChains(func(i, before int32) int32 {
		if p.jobs[i].open() && (before == none || p.Tasks[i].Slack <= p.Tasks[before].Slack) {
			return i
		}
		return before
	})
}

// unfinishedRoots is the furthest one on a task's driving chain that is not finished; none where all of them are.
func (p *Plan) unfinishedRoots() *onChains {
	return p.alongChains(func(i, before int32) int32 {
		if before == none && p.jobs[i].state != finished {
			return i
		}
		return before
	})
}

// costly is the nearest task on a task's driving chain, itself first, that is later by more or by less than what drives it, on
// the roadmap's calendar; or else the root. Several goroutines may ask at once: they find the same.
func (e *explainer) costly(i int32) int32 {
	cal, at := e.Roadmap.Calendar(), i
	found := e.skip[i].Load() - 1
	for found < 0 {
		by := e.Tasks[at].Driver.Task
		switch {
		case by == none || e.lateness(at, cal) != e.lateness(by, cal):
			found = at
		default:
			at = by
			found = e.skip[at].Load() - 1
		}
	}
	for ; i != at; i = e.Tasks[i].Driver.Task {
		e.skip[i].Store(found + 1)
	}
	e.skip[at].Store(found + 1)
	return found
}

// lineage tells what lies on whose driving chain: tasks are numbered so that all that one drives, directly or through others,
// follow it in one run.
type lineage struct{ number, size []int32 }

func (p *Plan) lineage() *lineage {
	n, order := len(p.jobs), p.fromRoots()
	l, next, used := &lineage{make([]int32, n), make([]int32, n)}, int32(0), make([]int32, n)
	for k := n - 1; k >= 0; k-- {
		i := order[k]
		l.size[i]++
		if by := p.Tasks[i].Driver.Task; by != none {
			l.size[by] += l.size[i]
		}
	}
	for _, i := range order {
		if by := p.Tasks[i].Driver.Task; by != none {
			l.number[i] = l.number[by] + 1 + used[by]
			used[by] += l.size[i]
		} else {
			l.number[i], next = next, next+l.size[i]
		}
	}
	return l
}

// drives tells whether task a lies on the driving chain of task b, where it begins too.
func (l *lineage) drives(a, b int32) bool {
	return l.number[a] <= l.number[b] && l.number[b] < l.number[a]+l.size[a]
}
