package schedule

import (
	"slices"

	"bywhen/roadmap"
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
		return plural(n, "day") + " passed"
	}
}

// era is a roadmap between two changes, and the days that it lasted.
type era struct {
	n         int // how many changes lie before
	days      []roadmap.Date
	was, is   roadmap.Date // the forecast on the first and on the last of the days
	lost      []LedgerLine
	beginning *Plan
	end       *Plan
}

// explainGap plans what lies between two changes day by day. Where that would be too many plans, or the history does not
// lead there, the line stays as it is.
func (k *bookkeeper) explainGap(l *posting) {
	eras := k.eras(l)
	need := 0
	for _, e := range eras {
		need += len(e.days)
	}
	if need > k.plans { // by whole eras then
		need = 0
		for i := range eras {
			e := &eras[i]
			if len(e.days) > 2 {
				e.days = []roadmap.Date{e.days[0], e.days[len(e.days)-1]}
			}
			need += len(e.days)
		}
	}
	if need == 0 || need > k.plans {
		return
	}
	k.plans -= need
	for i := len(eras) - 1; i >= 0; i-- { // the rewinder goes back
		if !k.live(&eras[i]) {
			return
		}
	}
	l.detail = k.told(l, eras)
}

// eras are the roadmaps between two changes, each with the first day on which it was there and the working days on which
// somebody may have looked at it, up to the day of the next change.
func (k *bookkeeper) eras(l *posting) []era {
	var out []era
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
			out = append(out, era{n: n, days: k.lookedAt(first, last)})
		}
		first = last
	}
	return out
}

func (k *bookkeeper) lookedAt(first, last roadmap.Date) []roadmap.Date {
	out := []roadmap.Date{first}
	cal := k.Roadmap.Calendar()
	if !cal.Empty() {
		for d := cal.Next(first + 1); d < last; d = cal.Next(d + 1) {
			if len(out) > mostPlans { // explainGap takes the ends alone then
				break
			}
			out = append(out, d)
		}
	}
	if last != first {
		out = append(out, last)
	}
	return out
}

// live plans an era on each of its days and notes on which the forecast moved.
func (k *bookkeeper) live(e *era) bool {
	r := k.then.then(e.n)
	if r == nil {
		return false
	}
	for i, d := range e.days {
		p := Compute(r, d, Options{})
		date := p.finishOf(k.on)
		switch {
		case date == 0:
			return false
		case i == 0:
			e.was, e.beginning = date, p
		default:
			k.lose(e, p, k.cal.Between(e.is, date))
		}
		e.is, e.end = date, p
	}
	return true
}

// lose notes that between two looks at a roadmap some days were lost, and on what.
func (k *bookkeeper) lose(e *era, now *Plan, days int) {
	if days == 0 {
		return
	}
	before := e.end
	line := LedgerLine{From: before.Roadmap.Calendar().Next(before.Today + 1), To: now.Today, Days: days}
	line.From = min(line.From, line.To)
	line.Text, line.Cause = now.silent(now.culprit(before, k.on, days > 0))
	if line.Text == "" {
		line.Text = k.passed(before.Today, now.Today)
	}
	if n := len(e.lost) - 1; n >= 0 && e.lost[n].Cause == line.Cause {
		line.From, line.Days = e.lost[n].From, line.Days+e.lost[n].Days
		e.lost = e.lost[:n]
		if line.Cause.Task == "" {
			line.Text = k.passed(line.From-1, line.To)
		}
	}
	if line.Days != 0 {
		e.lost = append(e.lost, line)
	}
}

// told is what became of the days of a stretch: lost in silence, moved by changes that recorded nothing, and a rest that
// today's program or calendar cannot account for.
func (k *bookkeeper) told(l *posting, eras []era) []LedgerLine {
	var out []LedgerLine
	rest := l.Days
	add := func(x LedgerLine) {
		rest -= x.Days
		if n := len(out) - 1; n >= 0 && x.Change == 0 && out[n].Change == 0 && out[n].Cause == x.Cause && x.Cause.Task != "" {
			x.From, x.Days = out[n].From, x.Days+out[n].Days
			out = out[:n]
		}
		if x.Days != 0 {
			out = append(out, x)
		}
	}
	for i := range eras {
		e := &eras[i]
		if i > 0 {
			if days := k.cal.Between(eras[i-1].is, e.was); days != 0 {
				add(k.unrecorded(e, days))
			}
		}
		for _, x := range e.lost {
			add(x)
		}
	}
	if rest != 0 {
		x := LedgerLine{From: l.From, To: l.To, Days: rest, Text: "reckoned otherwise by another program or calendar", Cause: LedgerCause{Kind: Unrecorded}}
		if l.from == 0 && l.From < k.past.Began {
			x.To, x.Text = k.past.Began, "before the history began"
		}
		out = append([]LedgerLine{x}, out...)
	}
	return out
}

// unrecorded is a change, or the last of several of one day, that moved the forecast though it says nothing of it: when it
// was made there was no deadline.
func (k *bookkeeper) unrecorded(e *era, days int) LedgerLine {
	c := &k.past.Changes[e.n-1]
	out := LedgerLine{Change: c.Seq, From: c.Today, To: c.Today, Text: c.Title, Because: c.Because, Days: days}
	out.Cause, _ = e.beginning.causeOf(&c.Change)
	return out
}

// explainChange says whose doing a change is. Of one that touches the work of several teams it is that of the task at which
// the chain behind the deadline begins to move.
func (k *bookkeeper) explainChange(l *posting) {
	c := &k.past.Changes[l.from]
	cause, sure := k.causeOf(&c.Change)
	if l.Cause = cause; sure || k.plans < 2 {
		return
	}
	k.plans -= 2
	after, before := k.then.then(l.to), k.then.then(l.from)
	if after == nil || before == nil {
		return
	}
	was, is := Compute(before, c.Today, Options{}), Compute(after, c.Today, Options{})
	if i := is.culprit(was, k.on, l.Days > 0); i != none {
		l.Cause = is.causeAt(&c.Change, i)
	}
}

// culprit is the task at which the chain behind a deadline begins to be later (or earlier) than in another plan: it moved,
// and what drives it did not.
func (p *Plan) culprit(was *Plan, on Ref, later bool) int32 {
	i := p.lastFor(on)
	for steps := 0; i != none && steps <= len(p.jobs); steps++ {
		by := p.Tasks[i].Driver.Task
		if by == none || !p.movedSince(was, by, later) {
			return i
		}
		i = by
	}
	return i
}

// lastFor is the task that finishes last of those that a deadline is of, or none.
func (p *Plan) lastFor(on Ref) int32 {
	if on.Goal == "" {
		return int32(p.Roadmap.TaskIndex(on.Task))
	}
	if g := p.Roadmap.GoalIndex(on.Goal); g >= 0 {
		if last, ok := p.lastOf(g); ok {
			return last
		}
	}
	return none
}

// movedSince tells whether a task finishes later (or earlier) than in another plan; one that was not there has moved.
func (p *Plan) movedSince(was *Plan, i int32, later bool) bool {
	j := was.Roadmap.TaskIndex(p.tasks[i].ID)
	if j < 0 || !was.Tasks[j].Planned {
		return true
	}
	if later {
		return p.at[i].finish > was.at[j].finish
	}
	return p.at[i].finish < was.at[j].finish
}
