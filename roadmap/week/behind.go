package week

import (
	"maps"
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// Behind are the tasks that are told of with some others, by their places: those that wait for the people of their teams, those
// that Dues leaves out since they wait for them, and those that nothing but them keeps from beginning. Who was asked of those others was
// asked of these: they go as planned too. Untold they could move up, into days that are past, as soon as what was before them is said to
// have ended, and their teams would be blamed for a silence in which nobody had asked them.
func Behind(p *schedule.Plan, told []int) []int {
	w := newAsker(p)
	teams, these, out := map[int32]bool{}, map[int]bool{}, map[int]bool{}
	for _, i := range told {
		these[i] = true
		for _, k := range w.teamsOf(i) {
			teams[k] = true
		}
	}
	for i := range w.Tasks {
		if b, t := &w.briefs[i], &w.Tasks[i]; b.Status == roadmap.Todo && t.Planned && w.Expected(i).Start >= p.Today && b.Told < p.Today && w.queues(i, teams) {
			out[i] = true
		}
	}
	ask, waiting := w.asked()
	due := map[int]bool{}
	for _, d := range ask {
		due[d.Task] = true
	}
	for _, i := range waiting {
		if len(told) > 0 && !w.behind(i, func(k int) bool { return due[k] && !these[k] }) {
			out[i] = true
		}
	}
	w.freed(these, out)
	return slices.Sorted(maps.Keys(out))
}

// queues tells whether a task waits for people before it may begin, of some teams: one that drives it, or another that it needs.
func (w *asker) queues(i int, teams map[int32]bool) bool {
	t := &w.Tasks[i]
	if t.Driver.Kind != schedule.Capacity && (t.Driver.Kind != schedule.Promise || t.Start == t.EarlyStart) {
		return false
	}
	return teams[t.Driver.Team] || slices.ContainsFunc(w.teamsOf(i), func(k int32) bool { return teams[k] })
}

// teamsOf are the places of the teams that work on a task: its own, if it has one, and those that it also needs.
func (w *asker) teamsOf(i int) []int32 {
	var out []int32
	if k := w.briefs[i].Team; k != none {
		out = append(out, k)
	}
	for _, n := range w.tasks[i].AlsoNeeds {
		out = append(out, int32(w.Roadmap.TeamIndex(n.Team)))
	}
	return out
}

// freed adds to what is told of with some tasks what may begin once those are said to have ended, or begun: all that it waits for, and
// has not ended, is told of itself. Of what only waits for something that has not begun either that is true where it may begin beside
// that, or within the next told_days working days: when the next check-in asks, it is not to have been silent for longer.
func (w *asker) freed(told, out map[int]bool) {
	net := w.Roadmap.Network()
	next := slices.Sorted(maps.Keys(told))
	next = append(next, slices.Sorted(maps.Keys(out))...)
	for len(next) > 0 {
		from := next[0]
		next = next[1:]
		for _, l := range net.Successors(from) {
			i := int(l.Task)
			if !told[i] && !out[i] && w.free(i, told, out) {
				out[i] = true
				next = append(next, i)
			}
		}
	}
}

// free tells whether nothing but what is told of keeps a task from beginning. What was told of lately, and has begun by the plan or is
// not to begin soon, needs no word.
func (w *asker) free(i int, told, out map[int]bool) bool {
	t := w.tasks[i]
	if p := w.Expected(i); t.Status != roadmap.Todo || !p.Planned || p.Start < w.Today || t.Told >= w.Today {
		return false
	}
	near := w.near(w.Tasks[i].Start)
	if silent := w.Roadmap.Calendar().Between(t.Told, w.Today); silent <= w.Roadmap.Settings().ToldDays && !near {
		return false
	}
	for _, l := range w.Roadmap.Network().Predecessors(i) {
		by := int(l.Task)
		beside := w.briefs[by].Milestone || l.Type != roadmap.FinishToStart || l.Lag < 0 || near
		if w.tasks[by].Status.Open() && !told[by] && !(out[by] && beside) {
			return false
		}
	}
	return true
}
