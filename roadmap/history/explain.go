package history

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// explain says of each line what it is about, of the worst ones first, while plans may be made.
func (k *bookkeeper) explain() {
	order := make([]int, len(k.lines))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return abs(k.lines[b].Days) - abs(k.lines[a].Days) })
	for _, i := range order {
		l := &k.lines[i]
		switch {
		case l.Days == 0:
		case l.Change == 0:
			l.Cause.Kind, l.Text = Silence, k.passed(l.From, l.To)
			if l.dark {
				l.Cause.Kind, l.Text = Unrecorded, "when it was no deadline"
			}
			k.explainGap(l)
		default:
			k.explainChange(l)
		}
	}
}

func abs(n int) int { return max(n, -n) }

// passed is "a day passed", counted on the roadmap's calendar.
func (k *bookkeeper) passed(from, to roadmap.Date) string {
	switch n := k.Roadmap.Calendar().Between(from, to); {
	case n < 0:
		return "looked at from an earlier day"
	case n == 0:
		return "reckoned anew"
	case n == 1:
		return "a day passed"
	default:
		return schedule.Plural(n, "day") + " passed"
	}
}

// look is a look at the roadmap as it was after so many changes, on a day.
type look struct {
	changes int
	day     roadmap.Date
}

// explainGap finds out what lies between two changes: it plans the roadmap as it was at both ends, and where the forecast
// moved in between, in the middle, and so on, until it is a single day or a single change, or no more plans may be made. Where
// the history does not lead there the line stays as it is.
func (k *bookkeeper) explainGap(l *posting) {
	looks := k.looks(l)
	last := len(looks) - 1
	first, end := k.planned(looks[0]), k.planned(looks[last])
	if first == nil || end == nil {
		return
	}
	g := &gap{posting: l, looks: looks}
	k.halve(g, 0, first, last, end)
	l.detail = k.told(g)
}

// gap is a stretch between two changes that is being explained.
type gap struct {
	*posting
	looks []look
	lines []Line
}

// looks are all days, each with the roadmap of then, on which somebody may have looked at it between two changes. Roadmaps
// that did not last until the next day are left out, unless it is their changes that matter.
func (k *bookkeeper) looks(l *posting) []look {
	var out []look
	first := l.From
	if l.from == 0 {
		first = max(first, k.past.Began)
	}
	for n := l.from; n <= l.to; n++ {
		last := l.To
		if n < l.to {
			last = k.past.Changes[n].Today
		}
		if n == l.from || first != last || n == l.to || l.dark {
			out = k.lookedAt(out, n, first, last)
		}
		first = last
	}
	return out
}

// mostLooks is how many days of one roadmap are told apart.
const mostLooks = 1000

// lookedAt adds the first day of a roadmap, the working days after it, and its last.
func (k *bookkeeper) lookedAt(out []look, n int, first, last roadmap.Date) []look {
	out = append(out, look{n, first})
	cal := k.Roadmap.Calendar()
	if !cal.Empty() {
		for d, more := cal.Next(first+1), mostLooks; d < last && more > 0; d, more = cal.Next(d+1), more-1 {
			out = append(out, look{n, d})
		}
	}
	if last != first {
		out = append(out, look{n, last})
	}
	return out
}

// planned is the plan of a look; nil where no more may be made, the history does not lead there, or it has no forecast for the
// deadline.
func (k *bookkeeper) planned(x look) *schedule.Plan {
	if k.plans == 0 {
		return nil
	}
	k.plans--
	r := k.then.then(x.changes)
	if r == nil {
		return nil
	}
	if p := schedule.Compute(r, x.day, k.options()); finishOf(p, k.on) != 0 {
		return p
	}
	return nil
}

// halve notes what moved the forecast between two looks.
func (k *bookkeeper) halve(g *gap, a int, pa *schedule.Plan, b int, pb *schedule.Plan) {
	days := k.cal.Between(finishOf(pa, k.on), finishOf(pb, k.on))
	if days == 0 || a == b {
		return
	}
	if m := (a + b) / 2; m > a {
		if pm := k.planned(g.looks[m]); pm != nil {
			k.halve(g, a, pa, m, pm)
			k.halve(g, m, pm, b, pb)
			return
		}
	}
	if g.looks[a].changes != g.looks[b].changes && b == a+1 {
		g.lines = append(g.lines, k.unrecorded(g.looks[b].changes-1, pb, days))
		return
	}
	g.lines = append(g.lines, k.lost(g, pa, pb, days))
}

// lost is days that went by between two looks, with what was lost on them.
func (k *bookkeeper) lost(g *gap, before, after *schedule.Plan, days int) Line {
	out := Line{From: k.Roadmap.Calendar().Next(before.Today + 1), To: after.Today, Days: days}
	out.From = min(out.From, out.To)
	if out.Text, out.Cause = silent(after, culprit(after, before, k.on, days > 0)); out.Text == "" {
		out.Text = k.passed(before.Today, after.Today)
		if g.dark {
			out.Text, out.Cause.Kind = g.Text, Unrecorded
		}
	}
	return out
}

// told is what became of the days of a gap: those found, those of one cause in a row as one line, and a rest that today's
// program or calendar cannot account for.
func (k *bookkeeper) told(g *gap) []Line {
	var out []Line
	rest := g.Days
	for _, x := range g.lines {
		rest -= x.Days
		if n := len(out) - 1; n >= 0 && x.Change == 0 && out[n].Change == 0 && out[n].Cause == x.Cause {
			x.From, x.Days = out[n].From, x.Days+out[n].Days
			out = out[:n]
			if x.Cause.Task == "" && !g.dark {
				x.Text = k.passed(x.From-1, x.To)
			}
		}
		if x.Days != 0 {
			out = append(out, x)
		}
	}
	if rest == 0 {
		return out
	}
	x := Line{From: g.From, To: g.To, Days: rest, Text: "no change here says why: an imported baseline, another program or calendar", Cause: Cause{Kind: Unrecorded}}
	if g.from == 0 && g.From < k.past.Began {
		x.To, x.Text = k.past.Began, "before the history began"
	}
	return append([]Line{x}, out...)
}

// unrecorded is a change that moved the forecast though it says nothing of it: when it was made there was no deadline.
func (k *bookkeeper) unrecorded(n int, after *schedule.Plan, days int) Line {
	c := &k.past.Changes[n]
	out := Line{Change: c.Seq, From: c.Today, To: c.Today, Text: c.Title, Because: c.Because, Days: days}
	out.Cause, _ = causeOf(after.Roadmap, &c.Change)
	return out
}

// explainChange says whose doing a change is. Of one that touches the work of several teams it is that of the task at which
// the chain behind the deadline begins to move.
func (k *bookkeeper) explainChange(l *posting) {
	c := &k.past.Changes[l.from]
	if c.IsCheckIn() && k.explainCheckIn(l) {
		return
	}
	cause, sure := causeOf(k.Roadmap, &c.Change)
	if l.Cause = cause; sure || k.plans < 2 || c.IsCheckIn() { // of many answers none is accused without a plan that says so
		return
	}
	k.plans -= 2
	after, before := k.then.then(l.to), k.then.then(l.from)
	if after == nil || before == nil {
		return
	}
	was, is := schedule.Compute(before, c.Today, k.options()), schedule.Compute(after, c.Today, k.options())
	if i := culprit(is, was, k.on, l.Days > 0); i >= 0 {
		l.Cause = causeAt(is.Roadmap, &c.Change, i)
	}
}

// options are those of the plans that are made to explain a ledger: they write dates as the plan does that it is of.
func (k *bookkeeper) options() schedule.Options { return schedule.Options{Dates: k.Dates} }

// culprit is the task at which the chain behind a deadline begins to be later (or earlier) than in another plan: it moved,
// and what drives it did not.
func culprit(p, was *schedule.Plan, on schedule.Ref, later bool) int {
	i := lastFor(p, on)
	for steps := 0; i >= 0 && steps <= len(p.Tasks); steps++ {
		by := int(p.Tasks[i].Driver.Task)
		if by < 0 || !movedSince(p, was, by, later) {
			return i
		}
		i = by
	}
	return i
}

// lastFor is the place of the task that finishes last of those that a deadline is of, or -1.
func lastFor(p *schedule.Plan, on schedule.Ref) int {
	if on.Goal == "" {
		return p.Roadmap.TaskIndex(on.Task)
	}
	return p.LastOf(on.Goal)
}

// movedSince tells whether a task finishes later (or earlier) than in another plan; one that was not there has moved.
func movedSince(p, was *schedule.Plan, i int, later bool) bool {
	j := was.Roadmap.TaskIndex(p.Roadmap.Tasks()[i].ID)
	if j < 0 || !was.Tasks[j].Planned {
		return true
	}
	if later {
		return p.Tasks[i].Finish > was.Tasks[j].Finish
	}
	return p.Tasks[i].Finish < was.Tasks[j].Finish
}
