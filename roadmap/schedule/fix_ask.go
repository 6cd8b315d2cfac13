package schedule

import (
	"strconv"
	"strings"

	"bywhen/roadmap"
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

// whoever is asked where nobody is named.
const whoever = "whoever does it"

// asked is who is asked about a task: its team.
func (b *brainstorm) asked(t *roadmap.Task) (who, name string) {
	if team := b.Roadmap.Team(t.Team); team != nil {
		return team.ID, team.Name
	}
	return whoever, capital(whoever)
}

// promise asks for a task some days before the date that was promised, though not before its work allows; one that has
// passed for a new date.
func (b *brainstorm) promise(i int32) {
	t, j := b.tasks[i], &b.jobs[i]
	if j.cal.Empty() {
		return
	}
	last := j.cal.Count(t.Promised+1) - 1
	most := last - b.soonest(i)
	b.add(idea{kind: promiseFix, at: t.ID, most: most, may: most, way: func(n int) way {
		day, days := j.cal.Day(last-n), Plural(n, "day")
		who, name := b.asked(t)
		when := days + " earlier, by " + b.ShortDate(day)
		return way{title: name + " delivers " + t.Title + " " + when, task: t.ID, change: promised(t.ID, day),
			request: &request{who: who, task: t.ID, by: day, text: when,
				question: t.Title + " is promised for " + b.ShortDate(t.Promised) + ": can we have it by " + b.ShortDate(day) + ", " + Plural(n, "working day") + " earlier?"}}
	}})
}

func promised(task string, day roadmap.Date) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error {
		return d.UpdateTask(task, func(t *roadmap.Task) { t.Promised = day })
	}
}

// soonest is the number of the first working day on which a promised task may be finished, for all that is known.
func (b *brainstorm) soonest(i int32) int {
	j := &b.jobs[i]
	if j.milestone {
		return j.cal.Count(b.Today)
	}
	return max(j.cal.Count(b.naturalFinish(i)+1)-1, j.cal.Count(b.Today))
}

// endless asks for the ends that nobody knows on which the target rests.
func (b *brainstorm) endless() {
	up := b.net.Upstream(b.targets()...)
	for i := range b.jobs {
		if !up[i] || !b.jobs[i].open() || !b.jobs[i].endless {
			continue
		}
		b.cost, b.near = 0, b.isAbout(int32(i))
		if b.jobs[i].noEnd {
			b.blocker(int32(i))
		} else {
			b.newPromise(int32(i))
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
	for _, i := range b.goals[b.Roadmap.GoalIndex(t.goal)].tasks {
		out = append(out, int(i))
	}
	return out
}

// newPromise asks for a new date in place of a promise that has passed: any up to the target's own end.
func (b *brainstorm) newPromise(i int32) {
	t, j := b.tasks[i], &b.jobs[i]
	if j.cal.Empty() {
		return
	}
	last := max(j.cal.Count(b.search.target.finish+1)-1, b.soonest(i)+1)
	b.add(idea{kind: promiseFix, at: t.ID, most: last - b.soonest(i), may: 1, ends: true, way: func(n int) way {
		day := j.cal.Day(last - n)
		who, name := b.asked(t)
		by := b.ShortDate(day)
		return way{title: name + " gives a new date for " + t.Title + ", " + by + " at the latest", task: t.ID, change: promised(t.ID, day),
			request: &request{who: who, task: t.ID, by: day, text: "a new date, " + by + " at the latest",
				question: t.Title + " was promised for " + b.ShortDate(t.Promised) + ": when will it come? We need it by " + by + "."}}
	}})
}

// blocker asks for a task's blockers to be cleared by a day: some days before they are expected to be, or, where nobody
// knows, between the next working day, which the plan counts with, and the target's own end.
func (b *brainstorm) blocker(i int32) {
	t, j := b.tasks[i], &b.jobs[i]
	worst := t.WorstBlocker()
	if worst == nil || j.cal.Empty() {
		return
	}
	last, first := j.cal.Count(worst.Until), j.cal.Count(b.Today)
	if j.noEnd {
		first = j.cal.Count(b.Today + 1)
		last = max(j.cal.Count(b.search.target.finish), first+1)
	}
	b.add(idea{kind: blockerFix, at: t.ID, most: last - first, may: max(last-first, 1), ends: j.noEnd, way: func(n int) way {
		return b.clear(t, worst, j.cal.Day(last-n))
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
func (b *brainstorm) shorter(i int32) {
	t, dur := b.tasks[i], int(b.jobs[i].dur)
	b.add(idea{kind: shorterFix, at: t.ID, most: dur / 2, may: dur / 2, way: func(n int) way {
		who, name := b.asked(t)
		took := Plural(dur-n, "day") + ", not " + strconv.Itoa(dur)
		return way{title: name + " does " + t.Title + " in " + took, task: t.ID,
			change: func(d *roadmap.Draft) error {
				return d.UpdateTask(t.ID, func(t *roadmap.Task) { cutScope(t, n*t.People*100) })
			},
			request: &request{who: who, task: t.ID, text: "in " + took,
				question: "can " + t.Title + " be done in " + Plural(dur-n, "working day") + " instead of " + Plural(dur, "working day") + "?"}}
	}})
}

// message is a request to send: the question, what depends on it, and what else it would move.
func (s *fixSearch) message(x *tried) string {
	t := &s.target
	out := capital(x.request.question) + "\n\n" + "As things stand " + t.title + " ends " + s.ends(t.finish, t.open)
	switch {
	case t.days > 0 && t.date != 0:
		out += ", " + Plural(t.days, "working day") + " after " + s.ShortDate(t.date)
	case t.date != 0:
		out += ", due " + s.ShortDate(t.date)
	}
	out += ". With that"
	if x.own != "" {
		out += ", and this on our side: " + x.own + ","
	}
	out += " it would end " + s.ends(x.finish, x.open)
	if x.won > 0 {
		out += ", " + Plural(x.won, "working day") + " earlier"
	}
	out += "."
	if x.later > 0 {
		out += " It would make " + s.laterWords(x) + "."
	}
	return out
}

func (s *fixSearch) ends(d roadmap.Date, open bool) string {
	if open {
		return s.ShortDate(d) + " or later"
	}
	return s.ShortDate(d)
}

// laterWords name the deadlines that a way makes later, at most three of them.
func (s *fixSearch) laterWords(x *tried) string {
	var out []string
	for _, e := range x.moved {
		if e.Moved <= 0 {
			continue
		}
		if len(out) == 3 {
			return strings.Join(out, ", ") + " and " + Plural(x.later-3, "other") + " later too"
		}
		out = append(out, e.Title+" "+Plural(e.Moved, "working day")+" later")
	}
	return strings.Join(out, ", ")
}
