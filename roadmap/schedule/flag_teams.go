package schedule

import (
	"fmt"
	"slices"

	"bywhen/roadmap"
)

// teams flags timelines that slip, teams without work they could do, and teams nobody has heard of.
func (f *flagger) teams() {
	f.survey()
	all := f.looked
	for _, h := range f.heldUp {
		if h.by == none || f.heldUpAt(int(h.by)) == nil {
			f.blockedTask(h.task, &h)
		}
	}
	for k, team := range f.Roadmap.Teams() {
		if all[k].open == 0 {
			continue
		}
		f.untold(k, &all[k])
		if team.Supplier {
			continue
		}
		f.slippingTeam(k, all[k].worst)
		switch {
		case f.blockedTeam(k, &all[k]):
			f.willBlock(k, 1)
		case all[k].dueSoon:
			f.willBlock(k, 0)
		}
	}
}

// slippingTeam flags a team one of whose tasks makes some deadline late.
func (f *flagger) slippingTeam(team int, worst int32) {
	t := &f.Tasks[worst]
	if t.Slack >= 0 {
		return
	}
	x := f.onTeam(Slipping, Critical, team)
	x.Against, x.Days, x.WorstTask, x.OpenEnd = "deadline", -t.Slack, f.tasks[worst].ID, t.OpenEnd
	x.Date, x.Forecast = t.LateFinish, t.Finish
	x.MakesLate = f.deadlineOf(f.late[worst].by())
	x.chain = f.keep(f.why.slackOf(worst))
}

// deadlineOf names the goal or task whose deadline bounds a late date.
func (p *Plan) deadlineOf(by int32) Ref {
	switch n := int32(len(p.tasks)); {
	case by == none:
		return Ref{}
	case by >= n:
		return Ref{Goal: p.Roadmap.Goals()[by-n].ID}
	}
	return Ref{Task: p.tasks[by].ID}
}

// untold flags a team of whose running or due work nobody has heard for too long.
func (f *flagger) untold(team int, s *surveyed) {
	if s.quiet == 0 {
		return
	}
	x := f.onTeam(Untold, Warning, team)
	x.Days, x.Tasks = s.silence, s.quiet
	var quiet []int32
	for _, i := range f.openTasks(team) {
		if f.silence(int(i)) > 0 {
			quiet = append(quiet, i)
		}
	}
	slices.SortStableFunc(quiet, func(a, b int32) int { return f.silence(int(b)) - f.silence(int(a)) })
	x.Quiet = f.ids(quiet)
	x.why = []Cause{{Kind: Told, Team: x.Team, Days: s.silence, Text: fmt.Sprintf("no word from %s on %s for %s", f.team(team).Name, f.NameQuiet(x), Plural(s.silence, "working day"))}}
}

// NameQuiet names what nobody has told of, of a flag Untold: the task with the longest silence, and how many more there are.
func (p *Plan) NameQuiet(f *Flag) string {
	out := p.Roadmap.Task(f.Quiet[0]).Title
	if n := len(f.Quiet) - 1; n > 0 {
		out += fmt.Sprintf(" and %d more", n)
	}
	return out
}

func (f *flagger) blockedTask(i int, h *hold) {
	x := f.onTask(Blocked, Critical, i)
	x.Since, x.OpenEnd = min(h.since, h.day), f.Tasks[i].OpenEnd
	x.Until = f.until(i)
	x.Forecast = f.Tasks[i].Finish
	x.WaitsOn = f.waitsOn(nil, i, h)
	x.why = []Cause{f.holdCause(i, h)}
}

// until is the last day before the task can be worked, by forecast; 0 where nobody knows.
func (f *flagger) until(i int) roadmap.Date {
	if f.Tasks[i].OpenEnd {
		return 0
	}
	j := &f.jobs[i]
	return j.cal.Day(f.firstDay(int32(i)) - 1)
}

func (f *flagger) holdCause(i int, h *hold) Cause {
	if h.by == none {
		return Cause{Kind: Blocker, Task: f.tasks[i].ID, Team: f.tasks[i].Team, Text: f.why.blockerText(f.tasks[i])}
	}
	by := f.tasks[h.by]
	return Cause{Kind: Dependency, Task: by.ID, Team: by.Team, Text: "waits for " + by.Title}
}

// waitsOn adds whom a held-up task waits on: the team of the task that holds it, or a blocker's owner, else its text.
func (f *flagger) waitsOn(list []string, i int, h *hold) []string {
	if h.by != none {
		if team := f.tasks[h.by].Team; team != "" {
			return appendNew(list, team)
		}
		return appendNew(list, f.tasks[h.by].Title)
	}
	for _, b := range f.tasks[i].OpenBlockers() {
		if b.Until != 0 && b.Until <= h.day {
			continue
		}
		if b.Owner != "" {
			list = appendNew(list, b.Owner)
		} else {
			list = appendNew(list, b.Text)
		}
	}
	return list
}

func appendNew(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}

// blockedTeam flags a team that has work, can do none of it, and is held up.
func (f *flagger) blockedTeam(team int, s *surveyed) bool {
	if s.workable || !s.held {
		return false
	}
	facts := &f.planner.teams[team]
	day := facts.cal.Next(f.Today)
	x := f.onTeam(Blocked, Critical, team)
	x.Since, x.IdlePeople = day, int(facts.available(day))
	known := false
	for _, i := range f.openTasks(team) {
		if h := f.heldUpAt(int(i)); h != nil {
			x.Since = min(x.Since, h.since)
			x.WaitsOn = f.waitsOn(x.WaitsOn, int(i), h)
			x.why = append(x.why, f.holdCause(int(i), h))
		}
		if u := f.until(int(i)); u != 0 && (!known || u < x.Until) {
			x.Until, known = u, true
		}
	}
	x.OpenEnd = !known
	if last := f.lastFinish(team); last != 0 {
		x.Since = min(max(x.Since, facts.cal.Next(last+1)), day)
	}
	return true
}

// lastFinish is the last day on which the team finished something, up to the status date.
func (f *flagger) lastFinish(team int) roadmap.Date {
	last := roadmap.Date(0)
	for i, t := range f.tasks {
		if f.jobs[i].team == int32(team) && t.Status == roadmap.Done && t.Finished <= f.Today {
			last = max(last, t.Finished)
		}
	}
	return last
}
