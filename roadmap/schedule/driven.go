package schedule

// Chains of what drives what meet: of many thousand tasks in a row, each has nearly the chain of the one before. What is asked
// of the chains of many tasks is therefore worked out for all tasks at once, from the roots on.

// fromRoots is the tasks in an order in which each comes after what drives it: nothing is placed before that.
func (p *Plan) fromRoots() []int32 {
	if p.leveller == nil {
		return p.net.Order
	}
	return p.placed()
}

// onChains works out, for every task, something about its driving chain: of the task itself and what was found for the one
// that drives it, or none.
func (p *Plan) onChains(find func(i, before int32) int32) []int32 {
	found := make([]int32, len(p.jobs))
	for _, i := range p.fromRoots() {
		before := none
		if by := p.Tasks[i].Driver.Task; by != none {
			before = found[by]
		}
		found[i] = find(i, before)
	}
	return found
}

// weakestOnChains is, for every task, the open one with the least slack on its driving chain, the nearest of several; none
// where all of them are done.
func (p *Plan) weakestOnChains() []int32 {
	return p.onChains(func(i, before int32) int32 {
		if p.jobs[i].open() && (before == none || p.Tasks[i].Slack <= p.Tasks[before].Slack) {
			return i
		}
		return before
	})
}

// unfinishedRoots is, for every task, the furthest one on its driving chain that is not finished; none where all of them are.
func (p *Plan) unfinishedRoots() []int32 {
	return p.onChains(func(i, before int32) int32 {
		if before == none && p.jobs[i].state != finished {
			return i
		}
		return before
	})
}

// costlyOnChains is, for every task, the nearest one on its driving chain, itself first, that is later by more or by less than
// what drives it, on the roadmap's calendar; or else the root.
func (e *explainer) costlyOnChains() []int32 {
	return e.onChains(func(i, before int32) int32 {
		if before == none || e.late[i] != e.late[e.drivers[i].Task] {
			return i
		}
		return before
	})
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
