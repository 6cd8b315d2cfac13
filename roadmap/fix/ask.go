package fix

import (
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// request is what is asked of somebody.
type request struct {
	who      string       // id of a team, or a name
	task     string       // id of the task that it is kept on
	by       roadmap.Date // for when
	title    string       // of the way that it is the request of
	text     string       // what is kept: "4 days earlier"
	question string       // what is sent; begins in lower case
}

// asked is who is asked about a task: its team.
func (b *brainstorm) asked(t *roadmap.Task) (who, name string) {
	if team := b.Roadmap.Team(t.Team); team != nil {
		return team.ID, team.Name
	}
	return schedule.Whoever, schedule.Capital(schedule.Whoever)
}

// promise asks for a task some days before the date that was promised, though not before its work allows; one that has
// passed for a new date.
func (b *brainstorm) promise(i int) {
	t, cal := b.tasks[i], b.cal(i)
	if cal.Empty() {
		return
	}
	last := cal.Count(t.Promised+1) - 1
	most := last - b.soonest(i)
	b.add(idea{kind: promiseFix, at: t.ID, most: most, may: most, way: func(n int) way {
		day, days := cal.Day(last-n), schedule.Plural(n, "day")
		who, name := b.asked(t)
		when := days + " earlier, by " + b.ShortDate(day)
		return way{title: name + " delivers " + t.Title + " " + when, task: t.ID, change: promised(t.ID, day),
			request: &request{who: who, task: t.ID, by: day, text: when,
				question: t.Title + " is promised for " + b.ShortDate(t.Promised) + ": can we have it by " + b.ShortDate(day) + ", " + schedule.Plural(n, "working day") + " earlier?"}}
	}})
}

func promised(task string, day roadmap.Date) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error {
		return d.UpdateTask(task, func(t *roadmap.Task) { t.Promised = day })
	}
}

// soonest is the number of the first working day on which a promised task may be finished, for all that is known.
func (b *brainstorm) soonest(i int) int {
	cal := b.cal(i)
	if b.briefs[i].Milestone {
		return cal.Count(b.Today)
	}
	return max(cal.Count(b.WorkEnd(i)+1)-1, cal.Count(b.Today))
}

// unknownEnds asks for the ends that nobody knows on which the target rests.
func (b *brainstorm) unknownEnds() {
	up := b.Roadmap.Network().Upstream(b.targets()...)
	for i := range b.tasks {
		if !up[i] || !b.open(i) || !b.endless(i) {
			continue
		}
		b.cost, b.near = 0, b.isAbout(i)
		if b.noEnd(i) {
			b.blocker(i)
		} else {
			b.newPromise(i)
		}
	}
}

// targets are the tasks that make up the target.
func (b *brainstorm) targets() []int {
	t := &b.search.target
	if t.goal == "" {
		return []int{b.Roadmap.TaskIndex(t.task)}
	}
	var out []int
	for i, x := range b.tasks {
		if x.Goal == t.goal && x.Status != roadmap.Dropped {
			out = append(out, i)
		}
	}
	return out
}

// newPromise asks for a new date in place of a promise that has passed: any up to the target's own end.
func (b *brainstorm) newPromise(i int) {
	t, cal := b.tasks[i], b.cal(i)
	if cal.Empty() {
		return
	}
	last := max(cal.Count(b.search.target.finish+1)-1, b.soonest(i)+1)
	b.add(idea{kind: promiseFix, at: t.ID, most: last - b.soonest(i), may: 1, ends: true, way: func(n int) way {
		day := cal.Day(last - n)
		who, name := b.asked(t)
		by := b.ShortDate(day)
		return way{title: name + " gives a new date for " + t.Title + ", " + by + " at the latest", task: t.ID, change: promised(t.ID, day),
			request: &request{who: who, task: t.ID, by: day, text: "a new date, " + by + " at the latest",
				question: t.Title + " was promised for " + b.ShortDate(t.Promised) + ": when will it come? We need it by " + by + "."}}
	}})
}

// blocker asks for a task's blockers to be cleared by a day: some days before they are expected to be, or, where nobody
// knows, between the next working day, which the plan counts with, and the target's own end.
func (b *brainstorm) blocker(i int) {
	t, cal := b.tasks[i], b.cal(i)
	worst := t.WorstBlocker()
	if worst == nil || cal.Empty() {
		return
	}
	last, first := cal.Count(worst.Until), cal.Count(b.Today)
	if b.noEnd(i) {
		first = cal.Count(b.Today + 1)
		last = max(cal.Count(b.search.target.finish), first+1)
	}
	b.add(idea{kind: blockerFix, at: t.ID, most: last - first, may: max(last-first, 1), ends: b.noEnd(i), way: func(n int) way {
		return b.clear(t, worst, cal.Day(last-n))
	}})
}

// clear is a task's blockers cleared by a day.
func (b *brainstorm) clear(t *roadmap.Task, worst *roadmap.Blocker, day roadmap.Date) way {
	by := b.ShortDate(day)
	who, title := worst.Owner, worst.Owner+" clears "+t.Title+" by "+by+": "+worst.Text
	if who == "" {
		who, title = worst.Text, t.Title+" cleared by "+by+": "+worst.Text
	}
	return way{title: title, task: t.ID,
		request: &request{who: who, task: t.ID, by: day, text: "cleared by " + by + ": " + worst.Text,
			question: t.Title + " is held up (" + worst.Text + "): can that be cleared by " + by + "?"},
		change: func(d *roadmap.Draft) error {
			return d.UpdateTask(t.ID, func(t *roadmap.Task) { t.Blockers = clearedBy(t.Blockers, day) })
		}}
}

// clearedBy are blockers of which none that is open lasts beyond a day.
func clearedBy(blockers []roadmap.Blocker, day roadmap.Date) []roadmap.Blocker {
	out := append([]roadmap.Blocker(nil), blockers...)
	for k := range out {
		if out[k].Open() && (out[k].Until == 0 || out[k].Until > day) {
			out[k].Until = day
		}
	}
	return out
}

// shorter asks a supplier without a promise to take fewer days, at least half of them.
func (b *brainstorm) shorter(i int) {
	t, dur := b.tasks[i], b.dur(i)
	b.add(idea{kind: shorterFix, at: t.ID, most: dur / 2, may: dur / 2, way: func(n int) way {
		who, name := b.asked(t)
		took := schedule.Plural(dur-n, "day") + ", not " + strconv.Itoa(dur)
		return way{title: name + " does " + t.Title + " in " + took, task: t.ID,
			change: func(d *roadmap.Draft) error {
				return d.UpdateTask(t.ID, func(t *roadmap.Task) { cutScope(t, n*t.People*100) })
			},
			request: &request{who: who, task: t.ID, text: "in " + took,
				question: "can " + t.Title + " be done in " + schedule.Plural(dur-n, "working day") + " instead of " + schedule.Plural(dur, "working day") + "?"}}
	}})
}

// message is a request to send: the question, what depends on it, and what else it would move.
func (s *search) message(x *tried) string {
	t := &s.target
	out := schedule.Capital(x.request.question) + "\n\n" + "As things stand " + t.title + " ends " + s.ends(t.finish, t.open)
	switch {
	case t.days > 0 && t.date != 0:
		out += ", " + schedule.Plural(t.days, "working day") + " after " + s.ShortDate(t.date)
	case t.date != 0:
		out += ", due " + s.ShortDate(t.date)
	}
	out += ". With that"
	if x.own != "" {
		out += ", and this on our side: " + x.own + ","
	}
	out += " it would end " + s.ends(x.finish, x.open)
	if x.won > 0 {
		out += ", " + schedule.Plural(x.won, "working day") + " earlier"
	}
	out += "."
	if x.later > 0 {
		out += " It would make " + s.laterWords(x) + "."
	}
	return out
}

func (s *search) ends(d roadmap.Date, open bool) string {
	if open {
		return s.ShortDate(d) + " or later"
	}
	return s.ShortDate(d)
}

// laterWords name the deadlines that a way makes later, at most three of them.
func (s *search) laterWords(x *tried) string {
	var out []string
	for _, e := range x.moved {
		if e.Moved <= 0 {
			continue
		}
		if len(out) == 3 {
			return strings.Join(out, ", ") + " and " + schedule.Plural(x.later-3, "other") + " later too"
		}
		out = append(out, e.Title+" "+schedule.Plural(e.Moved, "working day")+" later")
	}
	return strings.Join(out, ", ")
}
