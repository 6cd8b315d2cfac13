package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// answerLine is line 1: the roadmap, its worst deadline and how the others stand, the status date. A what-if takes it over.
// Where room is short the status date goes first, then the roadmap's name, then the end of the deadline's title.
func (m *Model) answerLine(w int) string {
	right := []paint.Span{{Style: paint.Dim, Text: paint.Weekday(m.scene.Today, m.scene.Today)}}
	lead := []paint.Span{{Style: paint.Bold, Text: m.name()}}
	parts := m.answerSpans
	if past, back, visiting := m.visitLead(); visiting {
		lead, right = past, back
	} else if open, edits := m.session.Trying(); open {
		right = []paint.Span{{Style: paint.Accent, Text: m.opts.Config.Keys.Key(action.WhatIf)}, {Style: paint.Dim, Text: " ends it"}}
		if top := m.top(); top != nil { // whose keys stand below
			if _, held := top.component.(*nudge); held {
				right = nil
			}
		}
		lead, parts = []paint.Span{{Style: paint.Accent | paint.Bold, Text: "WHAT-IF"}}, m.trialSpans
		if tried := m.triedShort(w, edits); tried != "" {
			lead = append(lead, paint.Span{Style: paint.Text, Text: " " + tried})
		}
	}
	if mark := m.unsavedMark(); mark != "" && m.top() != nil { // what is open covers the bottom line, where it stands else
		right = []paint.Span{{Style: paint.Risk, Text: mark}}
		if m.session.Growing() {
			right = []paint.Span{{Style: paint.Dim, Text: "saved when it is done"}}
		}
	}
	if line, ok := m.likelyLine(w, lead, right); ok {
		return line
	}
	return m.answer(w, lead, right, parts(answerRoom(w, lead, right)))
}

// likelyLine is line 1 where the worst deadline is late, and likely later than that: it says so as long as there is room for that and
// for how the others stand, without the status date or the roadmap's name if need be. False for any other line.
func (m *Model) likelyLine(w int, lead, right []paint.Span) (string, bool) {
	if trying, _ := m.session.Trying(); trying || m.session.Visiting() != nil || len(m.deadlines) == 0 {
		return "", false
	}
	if _, later := m.scene.LikelyLater(&m.deadlines[0]); !later {
		return "", false
	}
	ways := [][2][]paint.Span{{lead, right}, {lead, nil}, {nil, nil}}
	if m.unsavedMark() != "" && m.top() != nil {
		ways = ways[:1] // what is not saved is never left out
	}
	for _, x := range ways {
		room := answerRoom(w, x[0], x[1])
		if parts := m.standing(room, true); fits(parts, room) {
			return m.answer(w, x[0], x[1], parts), true
		}
	}
	return "", false
}

// answerRoom is the cells of a line of w that are left between what it begins and ends with, if anything.
func answerRoom(w int, lead, right []paint.Span) int {
	room := w - 2
	if lead != nil {
		room -= cells(lead) + 3
	}
	if right != nil {
		room -= cells(right) + 2
	}
	return room
}

// unsavedMark says that an edit is not saved yet, or how many are not; empty when all are.
func (m *Model) unsavedMark() string {
	switch unsaved, _ := m.session.Unsaved(); len(unsaved) {
	case 0:
		return ""
	case 1:
		return "not saved"
	default:
		return strconv.Itoa(len(unsaved)) + " edits not saved"
	}
}

// editsFrom is the width from which a what-if without a name says what was tried.
const editsFrom = 100

// triedShort is in a line of w cells what a what-if is called, with a star where not all of it is kept; of one without a name
// what it tries where the line is wide enough: the one edit, or how many they are.
func (m *Model) triedShort(w, edits int) string {
	if name := m.session.TrialName(); name != "" {
		name, _ = m.theme.Cut(name, max(w/4, leastTitle))
		if m.session.TrialUnkept() {
			name += "*"
		}
		return name
	}
	if edits == 0 || w < editsFrom {
		return ""
	}
	tried := m.session.Tried()
	if len(tried) != 1 {
		return paint.Count(len(tried), "edit")
	}
	title, _ := m.theme.Cut(tried[0], w/3)
	return title
}

// answer is a line of parts after a lead; something stands at its right end while there is room. That this is a what-if, or that
// something is not saved, is never left out.
func (m *Model) answer(w int, lead, right []paint.Span, parts [][]paint.Span) string {
	need := 1 + cells(lead) + 3 + cells(parts[0])
	if right != nil && need > w-2-cells(right) && right[0].Style != paint.Risk {
		right = nil
	}
	if trying, _ := m.session.Trying(); !trying && m.session.Visiting() == nil && lead != nil && (need > w || lead[0].Text == "" || lead[0].Text == parts[0][0].Text) {
		lead = nil
	}
	room := w - 1
	if right != nil {
		room -= cells(right) + 2
	}
	l := m.theme.Line(w).Space(1)
	if lead != nil {
		l.Spans(lead...).Space(3)
	}
	m.spans(l, room, parts)
	if right != nil {
		l.To(w - 1 - cells(right)).Spans(right...)
	}
	return l.String()
}

func cells(spans []paint.Span) int {
	n := 0
	for _, s := range spans {
		n += paint.Width(s.Text)
	}
	return n
}

// spans puts parts, each of several spans, with a dot between them: as many as fit whole, the first one cut if need be.
func (m *Model) spans(l *paint.Line, room int, parts [][]paint.Span) {
	for i, part := range parts {
		n := cells(part)
		if i == 0 && l.At()+n > room { // the dates matter more than the title
			part[0].Text, _ = m.theme.Cut(part[0].Text, max(room-l.At()-n+paint.Width(part[0].Text), 4))
		}
		if i > 0 && l.At()+n+3 > room {
			return
		}
		if i > 0 {
			l.Put(paint.Dim, " "+m.theme.Dot+" ")
		}
		for _, s := range part {
			l.Fit(s.Style, s.Text, min(paint.Width(s.Text), room-l.At()))
		}
	}
}

// answerSpans are the deadlines, the worst first, in as many cells as there are: the first two that are late by name and the
// others counted, else the worst by name, else that and how many more are late.
func (m *Model) answerSpans(room int) [][]paint.Span { return m.standing(room, false) }

// standing is answerSpans; likely tells whether the worst deadline is told with the day by which it is likely done.
func (m *Model) standing(room int, likely bool) [][]paint.Span {
	all := m.deadlines
	if len(all) == 0 && len(m.scene.Done) > 0 {
		return m.allDone(room)
	}
	out := m.openSpans(all, room, likely)
	if done := doneSpan(m.scene.Done, ""); done != nil && fits(append(out, done), room) {
		out = append(out, done)
	}
	return out
}

// openSpans are standing of the deadlines that are not done.
func (m *Model) openSpans(all []schedule.Deadline, room int, likely bool) [][]paint.Span {
	if len(all) == 0 {
		return [][]paint.Span{{{Style: paint.Dim, Text: m.noDeadline()}}}
	}
	worst := m.deadlineSpans(all[0])
	if day, later := m.scene.LikelyLater(&all[0]); likely && later {
		worst = append(worst, paint.Span{Style: paint.Late, Text: ", 80 % by " + paint.Day(day, m.scene.Today)})
	}
	switch one := [][]paint.Span{worst}; {
	case len(all) == 1 && likely:
		return m.shortened(one, room)
	case len(all) == 1:
		return one
	}
	if late(all[1]) {
		if both := [][]paint.Span{worst, m.deadlineSpans(all[1])}; len(all) == 2 && fits(both, room) {
			return both
		} else if both = append(both, m.restSpans(all[2:])...); len(all) > 2 && fits(both, room) {
			return both
		}
	}
	rest := m.restSpans(all[1:])
	for n := len(rest); n > 0; n-- {
		if out := append([][]paint.Span{worst}, rest[:n]...); fits(out, room) {
			return out
		}
	}
	return m.shortened([][]paint.Span{worst, rest[0]}, room)
}

// leastTitle is how much of a deadline's title stays when it makes room for how the others stand.
const leastTitle = 14

// fits tells whether parts fit side by side.
func fits(parts [][]paint.Span, room int) bool { return width(parts) <= room }

// width is the cells of parts side by side, a dot between them.
func width(parts [][]paint.Span) int {
	n := -3
	for _, p := range parts {
		n += cells(p) + 3
	}
	return n
}

func (m *Model) noDeadline() string {
	if len(m.scene.Roadmap.Tasks()) == 0 {
		return "nothing planned yet"
	}
	dated := func(g *roadmap.Goal) bool { return g.Deadline != 0 }
	if slices.ContainsFunc(m.scene.Roadmap.Goals(), dated) || slices.ContainsFunc(m.scene.Roadmap.Tasks(), func(t *roadmap.Task) bool { return t.Deadline != 0 }) {
		return "no deadline is open: what had one was dropped"
	}
	return m.keyed("no deadline yet: ‹D› sets one")
}

// allDone is the answer where every deadline is done: the last one by name, and how the others were.
func (m *Model) allDone(room int) [][]paint.Span {
	all, today := schedule.LastDone(m.scene.Done), m.scene.Today
	last := &all[0]
	out := [][]paint.Span{{{Style: paint.Text, Text: m.shortTitle(last.Title)}, {Style: paint.DoneStyle(last) | paint.Bold, Text: " " + paint.Done(last, today)}}}
	if others := doneSpan(all[1:], "more "); others != nil {
		out = append(out, others)
	}
	if !fits(out, room) {
		out[0][1].Text = " " + paint.DoneShort(last, today)
	}
	return out
}

// doneSpan counts deadlines that are done, and those of them that were late: "3 done, 1 of them late"; nil where there is none.
func doneSpan(done []schedule.Deadline, more string) []paint.Span {
	late := 0
	for i := range done {
		if done[i].Days > 0 {
			late++
		}
	}
	out := []paint.Span{{Style: paint.Dim, Text: strconv.Itoa(len(done)) + " " + more + "done"}}
	switch {
	case len(done) == 0:
		return nil
	case len(done) == 1 && late == 1:
		out = append(out, paint.Span{Style: paint.Dim, Text: " late"})
	case late > 0:
		out = append(out, paint.Span{Style: paint.Dim, Text: ", " + strconv.Itoa(late) + " of them late"})
	}
	return out
}

// open are the deadlines not done, the worst first; of those in time what chance may well break.
func open(s *scene.Scene) []schedule.Deadline {
	all := s.Deadlines
	type weighed struct{ weight, place int }
	order := make([]weighed, 0, len(all))
	for i, d := range all {
		if !d.Done {
			n := weight(d)
			if _, doubtful := s.Doubtful(&d); doubtful {
				n += 1 << 16
			}
			order = append(order, weighed{n, i})
		}
	}
	slices.SortFunc(order, func(a, b weighed) int { return cmp.Or(b.weight-a.weight, a.place-b.place) })
	out := make([]schedule.Deadline, len(order))
	for n, x := range order {
		out[n] = all[x.place]
	}
	return out
}

// weight sorts deadlines: first those that cannot be planned, then by the days they are late, a goal before a task of as many; then
// those whose day has passed without a word, those whose end nobody knows, then those in time, the closest first, and those for which nothing is planned.
func weight(d schedule.Deadline) int {
	n := 2 * d.Days
	if d.On.Goal != "" {
		n++
	}
	switch {
	case d.Undated:
		n += 1 << 22
	case d.Days > 0:
		n += 1 << 20
	case d.Silent:
		n += 1 << 19
	case d.OpenEnd:
		n += 1 << 18
	case d.Forecast == 0:
		n -= 1 << 18
	}
	return n
}

func late(d schedule.Deadline) bool { return d.Undated || d.Days > 0 || d.Silent || d.OpenEnd }

// deadlineSpans is one deadline: "Launch 12 Mar → 19 Mar +5d".
func (m *Model) deadlineSpans(d schedule.Deadline) []paint.Span {
	today := m.scene.Today
	title := []paint.Span{{Style: paint.Text, Text: m.shortTitle(d.Title)}, {Style: paint.Text, Text: " " + paint.Day(d.Date, today)}}
	switch {
	case d.Undated:
		return append(title, paint.Span{Style: paint.Late | paint.Bold, Text: " cannot be planned"})
	case d.Forecast == 0 && d.Date < today:
		return append(title, paint.Span{Style: paint.Late, Text: " has passed, nothing planned"})
	case d.Forecast == 0:
		return append(title, paint.Span{Style: paint.Dim, Text: " no forecast yet"})
	case d.Days > 0:
		text := fmt.Sprintf(" %s %s %s", m.theme.Arrow, paint.Day(d.Forecast, today), paint.Delta(d.Days, d.OpenEnd))
		return append(title, paint.Span{Style: paint.Late | paint.Bold, Text: text})
	case d.Silent:
		return append(title, paint.Span{Style: paint.Late | paint.Bold, Text: " has passed, no word yet"})
	case d.OpenEnd:
		return append(title, paint.Span{Style: paint.Late, Text: fmt.Sprintf(" %s %s", m.theme.Arrow, paint.DayOrLater(d.Forecast, today, true))})
	}
	if chance, doubtful := m.scene.Doubtful(&d); doubtful {
		style := paint.Risk
		if chance < 0.5 {
			style = paint.Late
		}
		return append(title, paint.Span{Style: style, Text: " only " + paint.Percent(chance) + " probable, " + strconv.Itoa(-d.Days) + "d to spare"})
	}
	return append(title, paint.Span{Style: paint.Fine, Text: " in time, " + strconv.Itoa(-d.Days) + "d to spare"})
}

// mostTitle is how much of a deadline's title line 1 shows.
const mostTitle = 28

func (m *Model) shortTitle(s string) string {
	s, _ = m.theme.Cut(s, mostTitle)
	return s
}

// restSpans count the deadlines that are not named: those that cannot be planned, those late, those past without a word, those whose end nobody knows, those that hold
// by the plan alone, those in time, and those that nothing is planned for.
func (m *Model) restSpans(rest []schedule.Deadline) [][]paint.Span {
	var undated, late, silent, open, doubtful, kept, unplanned int
	for _, d := range rest {
		_, unsure := m.scene.Doubtful(&d)
		switch {
		case d.Undated:
			undated++
		case d.Days > 0:
			late++
		case d.Silent:
			silent++
		case d.OpenEnd:
			open++
		case d.Forecast == 0:
			unplanned++
		case unsure:
			doubtful++
		default:
			kept++
		}
	}
	var out [][]paint.Span
	count := func(n int, style paint.Style, words string) {
		if n > 0 {
			out = append(out, []paint.Span{{Style: style, Text: strconv.Itoa(n) + words}})
		}
	}
	count(undated, paint.Late, " more cannot be planned")
	count(late, paint.Late, " more late")
	count(silent, paint.Late, " past, no word yet")
	count(open, paint.Late, " or later")
	count(doubtful, paint.Risk, " in doubt")
	count(kept, paint.Fine, " in time")
	count(unplanned, paint.Dim, " not planned")
	return out
}

// trialSpans are what the what-if does to the deadlines, what it wins and what it costs in turns, the furthest moved first: as many by
// name as there is room for, and how many more it wins and costs.
func (m *Model) trialSpans(room int) [][]paint.Span {
	_, edits := m.session.Trying()
	switch {
	case edits == 0:
		return [][]paint.Span{{{Style: paint.Dim, Text: "nothing tried yet"}}}
	case len(m.effects) == 0:
		return [][]paint.Span{{{Style: paint.Dim, Text: "no deadline moved"}}}
	}
	all := byGain(m.effects)
	out := [][]paint.Span{m.trialSpan(all[0])}
	for i, e := range all[1:] {
		part := m.trialSpan(e)
		more := []paint.Span{{Style: paint.Text, Text: moreWords(all[i+1:])}}
		if !fits(append(out, more), room) {
			more[0].Text = fmt.Sprintf("%d more", len(all)-i-1)
		}
		last := i == len(all)-2
		if !fits(append(out, part, more), room) && !(last && fits(append(out, part), room)) {
			return m.shortened(append(out, more), room)
		}
		out = append(out, part)
	}
	return m.shortened(out, room)
}

// trialSpan is one deadline in a what-if: "Launch 31 Mar → 17 Mar -10d still +3d".
func (m *Model) trialSpan(e schedule.Effect) []paint.Span {
	today := m.scene.Today
	if e.Done {
		return []paint.Span{{Style: paint.Text, Text: m.shortTitle(e.Title)}, {Style: paint.DoneStyle(&e.Deadline) | paint.Bold, Text: " " + paint.Done(&e.Deadline, today)}}
	}
	if e.SetAnew() { // another date to be held to is no win
		due := fmt.Sprintf(" due %s %s %s", paint.Day(e.Was, today), m.theme.Arrow, paint.Day(e.Date, today))
		forecast := ", forecast " + paint.DayOrLater(e.Forecast, today, e.OpenEnd)
		return []paint.Span{{Style: paint.Text, Text: m.shortTitle(e.Title)}, {Style: paint.Accent, Text: due}, {Style: paint.Text, Text: forecast}}
	}
	dates := fmt.Sprintf(" %s %s %s", paint.Day(e.Before, today), m.theme.Arrow, paint.DayOrLater(e.Forecast, today, e.OpenEnd))
	out := []paint.Span{{Style: paint.Text, Text: m.shortTitle(e.Title)}, {Style: paint.Text, Text: dates}}
	if e.Moved != 0 {
		out = append(out, paint.Span{Style: paint.DeltaStyle(e.Moved, false) | paint.Bold, Text: " " + paint.Delta(e.Moved, false)})
	}
	if e.Days > 0 && e.Moved < 0 { // better is not good yet
		out = append(out, paint.Span{Style: paint.Late, Text: " still " + m.theme.ShortDelta(e.Days, e.OpenEnd)})
	}
	return out
}

// shortened are parts with the first one's title cut, so that the last one has room.
func (m *Model) shortened(parts [][]paint.Span, room int) [][]paint.Span {
	first := parts[0]
	if over := width(parts) - room; over > 0 && paint.Width(first[0].Text)-over >= leastTitle {
		first[0].Text, _ = m.theme.Cut(first[0].Text, paint.Width(first[0].Text)-over)
	}
	return parts
}
