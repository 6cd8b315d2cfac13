package schedule

import (
	"slices"

	"bywhen/roadmap"
)

// The window in which a team will be blocked: how far ahead it may begin and how long it is at least, in its working days.
const (
	lookAhead     = 20
	shortestBlock = 2
	farAhead      = 270 // where a window that goes on is cut
)

// willBlock flags the first window in which a team will have nothing at work because somebody else holds what it should
// have begun; the first days, up to skip, belong to a team that is blocked already.
func (f *flagger) willBlock(team int, skip int) {
	facts, tasks := &f.planner.teams[team], f.openTasks(team)
	if !slices.Contains(f.busyDays(team, lookAhead+1), false) { // no window begins in time, as with most teams
		return
	}
	first, busy := f.days[team].count, f.busyDays(team, farAhead)
	begin, waits := -1, []int(nil)
	for k := first; ; k++ {
		held := []int(nil)
		if k-first < farAhead && !busy[k-first] {
			held = f.heldOn(tasks, facts.cal.Day(k))
		}
		if skip > 0 && len(held) > 0 { // still the block that is flagged
			continue
		}
		skip = 0
		if len(held) > 0 {
			if begin < 0 {
				begin = k
			}
			waits = append(waits, held...)
			continue
		}
		if begin >= 0 && k-begin >= shortestBlock {
			f.addWindow(team, facts, begin, k-1, waits)
			return
		}
		begin, waits = -1, nil
		if k-first >= lookAhead {
			return
		}
	}
}

func (f *flagger) addWindow(team int, facts *teamFacts, from, to int, waits []int) {
	x := f.onTeam(WillBlock, Warning, team)
	x.Since, x.Until = facts.cal.Day(from), facts.cal.Day(to)
	x.IdlePeople = int(facts.available(x.Since))
	seen := map[int]bool{}
	for _, i := range waits {
		if seen[i] {
			continue
		}
		seen[i] = true
		h := hold{by: f.holderOn(i, x.Since), day: x.Since}
		x.WaitsOn = f.waitsOn(x.WaitsOn, i, &h)
		x.why = append(x.why, f.holdCause(i, &h))
		x.OpenEnd = x.OpenEnd || f.Tasks[i].OpenEnd
	}
}

// busyDays tells, for each of that many next working days of the team, whether one of its tasks is at work in the plan. It is good
// until it is asked for again.
func (f *flagger) busyDays(team, days int) []bool {
	if f.busy == nil {
		f.busy = make([]bool, farAhead)
	}
	busy, facts, first := f.busy[:days], &f.planner.teams[team], f.days[team].count
	clear(busy)
	horizon := facts.cal.Day(first + days)
	for _, i := range f.openTasks(team) {
		if f.at[i].first > horizon || f.jobs[i].milestone {
			continue
		}
		from := facts.cal.Count(f.jobs[i].cal.Day(f.firstDay(i))) - first
		last := facts.cal.Count(f.at[i].finish) - first
		for k := max(from, 0); k < min(last, days); k++ {
			busy[k] = true
		}
	}
	return busy
}

// heldOn are the tasks that should have started by a day and on it are held by another team, a supplier or a blocker.
func (f *flagger) heldOn(tasks []int32, day roadmap.Date) []int {
	var held []int
	for _, k := range tasks {
		i := int(k)
		if f.jobs[i].state != toStart || f.jobs[i].milestone || f.at[i].first <= day || !f.due(i, day) {
			continue
		}
		if f.jobs[i].blocked > day || f.holderOn(i, day) != none {
			held = append(held, i)
		}
	}
	return held
}

// holderOn is the task of another team that keeps a task from being worked on a day, or none.
func (f *flagger) holderOn(i int, day roadmap.Date) int32 {
	if _, by := f.heldBy(i, day); by != none && f.otherTeam(i, by) {
		return by
	}
	return none
}
