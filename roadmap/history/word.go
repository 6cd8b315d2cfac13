package history

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// netWord nets the days of a silence with the word that came of the same task: what the word takes back was never lost, so it is
// taken off the silence before anything else that the same change moved is set against it. The sum of the days stays.
func (k *bookkeeper) netWord(after int) {
	if !slices.ContainsFunc(k.lines, func(l posting) bool { return slices.ContainsFunc(l.detail, isSilence) }) {
		return
	}
	void := map[uint64]bool{}
	for _, c := range k.past.Changes {
		if c.Of != 0 {
			void[c.Of] = c.Undone
		}
	}
	for n := after; n < len(k.past.Changes); n++ {
		if c := &k.past.Changes[n]; c.Of == 0 && !void[c.Seq] && k.tellsOfSilent(n) {
			k.netChange(n)
		}
	}
}

// tellsOfSilent tells whether the n-th change brings word of a task whose silence has a line.
func (k *bookkeeper) tellsOfSilent(n int) bool {
	return slices.ContainsFunc(k.past.Changes[n].Edits, func(e roadmap.Edit) bool { return len(k.silences(n, e)) > 0 })
}

// silences are the lines before the n-th change of days lost because nobody had told of the task that an edit of it tells of.
func (k *bookkeeper) silences(n int, e roadmap.Edit) []*Line {
	was, is := wordOf(e)
	if is == nil {
		return nil
	}
	var out []*Line
	for i := range k.lines {
		for j := range k.lines[i].detail {
			x := &k.lines[i].detail[j]
			if isSilence(*x) && x.done <= n && x.Cause.Task == is.ID && x.To > was.Told {
				out = append(out, x)
			}
		}
	}
	return out
}

// isSilence tells whether a line is of days that were lost while nobody told of a task.
func isSilence(l Line) bool {
	return l.Change == 0 && l.Days > 0 && l.Cause.Kind.byTask() && l.Cause.Task != ""
}

// wordOf is a task before and after an edit that tells of it anew; nil where that is not what the edit does.
func wordOf(e roadmap.Edit) (was, is *roadmap.Task) {
	was, had := e.Before.(*roadmap.Task)
	is, has := e.After.(*roadmap.Task)
	if !had || !has || is.Told <= was.Told || is.Status == roadmap.Dropped {
		return nil, nil
	}
	return was, is
}

// netChange nets what the n-th change takes back.
func (k *bookkeeper) netChange(n int) {
	c := &k.past.Changes[n]
	at, met := k.at[c.Seq]
	l := posting{from: n, to: n + 1, Line: Line{Change: c.Seq, From: c.Today, To: c.Today, Text: c.Title, Because: c.Because, done: n + 1}}
	if met {
		l = k.lines[at]
	}
	w := k.wordsOf(n, l.Days)
	if w == nil || w.days >= 0 {
		return
	}
	l.detail = k.parts(&l, w)
	k.net(n, w, &l)
	if met {
		k.lines[at] = l
	} else {
		k.insert(n, l.detail)
	}
}

// insert puts the lines of the n-th change, which moved nothing by itself, into the gap that it lies in.
func (k *bookkeeper) insert(n int, lines []Line) {
	for i := range k.lines {
		g := &k.lines[i]
		if g.Change != 0 || g.from > n || g.to <= n {
			continue
		}
		at := slices.IndexFunc(g.detail, func(x Line) bool { return x.done > n })
		if at < 0 {
			at = len(g.detail)
		}
		g.detail = slices.Insert(g.detail, at, lines...)
		return
	}
	k.lines = append(k.lines, posting{from: n, to: n + 1, detail: lines})
}

// words are the edits of a change by which neither their task nor the deadline is later, and the others.
type words struct {
	early, late []roadmap.Edit
	days        int              // that the early ones move it by, together
	after       *roadmap.Roadmap // with all of the change
	told        *schedule.Plan   // with the early ones
}

// wordsOf parts the n-th change, which moves the deadline by so many days; nil where no more plans may be made, or those that are
// made do not come to these days.
func (k *bookkeeper) wordsOf(n, days int) *words {
	c := &k.past.Changes[n]
	if k.plans < len(c.Edits)+4 {
		return nil
	}
	k.plans -= len(c.Edits) + 4
	before, after := k.then.then(n), k.then.then(n+1)
	if before == nil || after == nil {
		return nil
	}
	was := schedule.Compute(before, c.Today, k.options())
	from := finishOf(was, k.on)
	w := &words{after: after}
	for _, e := range c.Edits {
		if p := k.with(before, c.Today, e); p != nil && finishOf(p, k.on) <= from && !later(e, was, p) {
			w.early = append(w.early, e)
		} else {
			w.late = append(w.late, e)
		}
	}
	w.told = k.with(before, c.Today, w.early...)
	if from == 0 || w.told == nil || k.days(from, schedule.Compute(after, c.Today, k.options())) != days {
		return nil
	}
	w.days = k.days(from, w.told)
	return w
}

// later tells whether the task that an edit is of finishes later in a plan than it did in another.
func later(e roadmap.Edit, was, is *schedule.Plan) bool {
	i := is.Roadmap.TaskIndex(e.Key)
	return e.Kind == roadmap.KindTask && i >= 0 && movedSince(is, was, i, true)
}

// days are those from a date to the deadline's finish in a plan.
func (k *bookkeeper) days(from roadmap.Date, p *schedule.Plan) int {
	return k.cal.Between(from, finishOf(p, k.on))
}

// with is the plan of a roadmap with some edits of a change; nil where they do not fit without the others.
func (k *bookkeeper) with(r *roadmap.Roadmap, today roadmap.Date, edits ...roadmap.Edit) *schedule.Plan {
	next, err := r.Replay(roadmap.Change{Edits: edits})
	if err != nil {
		return nil
	}
	p := schedule.Compute(next, today, k.options())
	if finishOf(p, k.on) == 0 {
		return nil
	}
	return p
}

// parts are the lines of a change: of what makes the deadline earlier, and of what makes it later. The first is there always.
func (k *bookkeeper) parts(l *posting, w *words) []Line {
	early, late := l.Line, l.Line
	early.Days, late.Days = w.days, l.Days-w.days
	if late.Days == 0 {
		return []Line{early}
	}
	if c := &k.past.Changes[l.from]; c.IsCheckIn() {
		k.answers(&early, w.told.Roadmap, w.early)
		k.answers(&late, w.after, w.late)
	} else {
		early.Cause, _ = causeOf(k.Roadmap, &roadmap.Change{Edits: w.early})
		late.Cause, _ = causeOf(k.Roadmap, &roadmap.Change{Edits: w.late})
	}
	return []Line{early, late}
}

// net takes what the first line of a change takes back off the silences of the tasks that it tells of.
func (k *bookkeeper) net(n int, w *words, l *posting) {
	for _, e := range w.early {
		back, left := &l.detail[0], 0
		lines := k.silences(n, e)
		for _, x := range slices.Backward(lines) {
			off := min(x.Days, -back.Days)
			x.Days, back.Days = x.Days-off, back.Days+off
			left += x.Days
		}
		if left > 0 && w.days < 0 {
			k.retell(l, e, w, lines)
		}
	}
}

// retell says whose the days of a silence are that stay when word has come: the task's own, by what was told of it, or those of
// another that the deadline waits for beside it.
func (k *bookkeeper) retell(l *posting, e roadmap.Edit, w *words, lines []*Line) {
	before, began := k.then.then(l.from), lines[0].From
	if before == nil || k.plans == 0 {
		return
	}
	k.plans--
	i := culprit(w.told, schedule.Compute(before, began-1, k.options()), k.on, true)
	_, t := wordOf(e)
	if i < 0 || w.told.Roadmap.Tasks()[i].ID != t.ID {
		if text, cause := silent(w.told, i); text != "" {
			for _, x := range lines {
				x.Text, x.Cause = text, cause
			}
		}
		return
	}
	kind := taskTouch(e)
	own := Line{Change: l.Change, From: l.From, To: l.To, Text: k.answer(t, kind), Because: l.Because, done: l.to, Cause: Cause{kind, t.Team, t.ID}}
	for _, x := range lines {
		own.Days, x.Days = own.Days+x.Days, 0
	}
	l.detail = append(l.detail, own)
}
