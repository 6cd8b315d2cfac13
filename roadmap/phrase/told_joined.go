package phrase

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// joint is what stands between two answers of one breath: started on Thursday, 4 days left; blocked, and promised 8 jan.
var joint = regexp.MustCompile(`(?i)\s*[,;.]\s+(?:and\s+|but\s+|so\s+)?|\s+and\s+`)

// mostParts is how many answers may be joined: nobody says more of a task.
const mostParts = 5

// part is one of several answers of one text.
type part struct {
	text     string
	from, to int
	set      Set
}

// field is what it is about, in the words of the first chip that says so.
func (p *part) field() string {
	switch {
	case p.set.AsPlanned:
		return "as planned"
	case len(p.set.Chips) == 0:
		return ""
	case p.set.Chips[0].Field == "finished":
		return "status"
	}
	return p.set.Chips[0].Field
}

// partsOf parts a text where answers may be joined; nil where there is nothing to part, or quotes that say what belongs together.
func partsOf(text string) []part {
	if strings.ContainsAny(text, "\\\"") {
		return nil
	}
	var out []part
	from := 0
	for _, at := range append(joint.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		if s := strings.TrimSpace(text[from:at[0]]); s != "" {
			out = append(out, part{text: s, from: from, to: at[0]})
		}
		from = at[1]
	}
	if len(out) < 2 || len(out) > mostParts {
		return nil
	}
	return out
}

// toldJoined reads several answers that are told together; false where one of the parts is none. Answers that contradict each other are
// a problem, unless they say twice what is in the way: that is one text.
func toldJoined(text string, ctx Context) (Set, bool) {
	parts := partsOf(text)
	if parts == nil || !readParts(parts, ctx) {
		return Set{}, false
	}
	parts = withoutRepeats(parts)
	if one, other, clash := contradiction(parts); clash {
		if one.field() == "blockers" && other.field() == "blockers" {
			return Set{}, false
		}
		return Set{ctx: ctx, Chips: []Chip{{Field: "text", Text: text, End: len(text),
			Problem: fmt.Sprintf("%s and %s contradict each other: write the one that holds", quote(one.text), quote(other.text))}}}, true
	}
	out := Set{ctx: ctx, AsPlanned: len(parts) == 1 && parts[0].set.AsPlanned}
	var remarks []string
	for _, p := range parts {
		if p.field() == "as planned" && overruled(parts) {
			remarks = append(remarks, p.text)
			continue
		}
		if p.is("not started") && slices.ContainsFunc(parts, func(q part) bool { return q.field() == "not_before" }) {
			continue // which says it as well
		}
		for _, c := range p.set.Chips {
			c.Start, c.End = p.from, p.to
			out.Chips = append(out.Chips, c)
		}
		out.edits = append(out.edits, p.set.edits...)
		out.Because, out.Instead = both(out.Because, p.set.Because), both(out.Instead, p.set.Instead)
	}
	out.LeftOut = strings.Join(remarks, " … ")
	return out, true
}

// readParts reads each part, those that say that work has begun before the others, which then are told of work under way.
func readParts(parts []part, ctx Context) bool {
	began := slices.IndexFunc(parts, func(p part) bool {
		set, ok := toldPart(p.text, ctx)
		return ok && set.Chips[0].Field == "started"
	})
	since := ctx
	if began >= 0 {
		parts[began].set, _ = toldPart(parts[began].text, ctx)
		since = ctx.underWaySince(parts[began].set)
	}
	for i := range parts {
		if i == began || onHold(parts, i) {
			continue
		}
		set, ok := toldPart(parts[i].text, since)
		if !ok {
			return false
		}
		if set.AsPlanned && began >= 0 && since.Of != nil {
			set.Chips[0] = Chip{Field: "remaining", Text: "as planned: " + plural(since.Of.Planned.RemainingEffort().Duration(since.Of.Task.People), "day") + " left"}
		}
		parts[i].set = set
	}
	return true
}

// onHold tells whether a part says only that the task stands still, and another why: blocked, waiting for legal.
func onHold(parts []part, i int) bool {
	if s := newSaying(parts[i].text, Context{}); !s.is("blocked", "stuck", "waiting", "on hold", "paused", "stopped") {
		return false
	}
	return slices.ContainsFunc(parts, func(p part) bool {
		s := newSaying(p.text, Context{})
		return s.begins(saysWaiting...) > 0 || s.begins("blocked by", "blocked on", "blocked at") > 0
	})
}

// toldPart is one answer that stands for itself, as a part of several.
func toldPart(text string, ctx Context) (Set, bool) {
	out, ok := toldAtAll(text, ctx)
	if !ok || out.Problem() != nil {
		out, ok = toldWithReason(text, ctx)
	}
	return out, ok && len(out.Chips) > 0 && out.Problem() == nil
}

// underWaySince is a context in which work on the task has begun, as told, and was worked on since as planned.
func (c Context) underWaySince(told Set) Context {
	if c.Of == nil {
		return c
	}
	task := *c.Of.Task
	for _, edit := range told.edits {
		if edit(&task, &hand{}) != nil {
			return c
		}
	}
	if task.Status = roadmap.Doing; task.Started == 0 {
		return c
	}
	planned := *c.Of.Planned
	if planned.Status.Open() || task.Started != c.Of.Task.Started {
		planned = task
		cal := c.roadmap().TaskCalendar(&task)
		days := max(cal.Count(c.Today)-cal.Count(task.Started), 0)
		planned.Remaining = roadmap.HundredthDays(max(task.WorkEffort().Hundredths()-100*days*max(task.People, 1), 0))
		if planned.Remaining.Hundredths() == 0 {
			planned.Status, planned.Finished = roadmap.Done, c.Today-1
		}
	}
	of := *c.Of
	of.Task, of.Planned, of.Start = &task, &planned, task.Started
	c.Of = &of
	return c
}

// withoutRepeats are parts without those that say nothing, or what one before says as well.
func withoutRepeats(parts []part) []part {
	var out []part
	for _, p := range parts {
		if len(p.set.Chips) == 0 || slices.ContainsFunc(out, func(o part) bool { return o.set.Chips[0].Text == p.set.Chips[0].Text }) {
			continue
		}
		out = append(out, p)
	}
	return out
}

// contradiction is the first two parts that cannot both hold.
func contradiction(parts []part) (one, other part, clash bool) {
	for i, a := range parts {
		for _, b := range parts[:i] {
			if a.contradicts(b) || b.contradicts(a) {
				return b, a, true
			}
		}
	}
	return part{}, part{}, false
}

func (p *part) contradicts(q part) bool {
	f, g := p.field(), q.field()
	done := f == "status" && !p.is("not started")
	switch {
	case f == g:
		return true
	case done:
		return g != "as planned"
	case f == "not_before" && q.is("not started"), p.is("not started") && g == "not_before":
		return false
	case f == "status" || f == "not_before": // still to be started
		return g == "started" || g == "remaining" || g == "status" || g == "as planned"
	}
	return false
}

func (p *part) is(says string) bool { return p.set.Chips[0].Text == says }

// overruled tells whether parts say more exactly what "as planned" would.
func overruled(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool { return slices.Contains([]string{"remaining", "blockers", "status"}, p.field()) })
}

// toldOn reads an answer that goes on behind a comma, where what stands behind it is none of its own: done, last week.
func toldOn(text string, ctx Context) (Set, bool) {
	parts := partsOf(text)
	if parts == nil {
		return Set{}, false
	}
	var words []string
	for i, p := range parts {
		if set, ok := toldAtAll(p.text, ctx); i > 0 && ok && set.Problem() == nil {
			return Set{}, false
		}
		words = append(words, p.text)
	}
	out, ok := toldAtAll(strings.Join(words, " "), ctx)
	if !ok || out.Problem() != nil {
		return Set{}, false
	}
	return out.over(text), true
}

// wrongPart is the first of several parts that says what is known but cannot be taken, with why; false where none is.
func wrongPart(text string, ctx Context) (Set, bool) {
	for _, p := range partsOf(text) {
		if set, is := mistold(p.text, ctx); is && set.Problem() != nil {
			return set.over(text), true
		}
	}
	return Set{}, false
}

// mistold is what a part of a text says of a task beside an answer that was taken: in one of the forms of ParseTold, or with a number, a
// known word without what belongs to it. False where it only explains.
func mistold(text string, ctx Context) (Set, bool) {
	set, is := toldAtAll(text, ctx)
	if is && set.Problem() != nil && !strings.ContainsAny(text, "0123456789") {
		words, _ := scan(text)
		_, form := toldOne(text, words, ctx)
		is = form && len(words) == 1
	}
	return set, is
}

// over is a set whose chips stand for all of a text.
func (s Set) over(text string) Set {
	s.span(0, len(text))
	return s
}

// both is one reason after another, with a sign between them.
func both(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// becauses are what begins a reason at the end of an answer, each the whole of the word or words.
var becauses = regexp.MustCompile(`(?i),?\s+(?:because of|because|due to|owing to|on account of)\s+`)

// toldWithReason reads an answer with its reason behind it: slipped by two weeks because of the flu.
func toldWithReason(text string, ctx Context) (Set, bool) {
	at := becauses.FindStringIndex(text)
	if at == nil || strings.ContainsAny(text, "\\\"") {
		return Set{}, false
	}
	why := strings.TrimRight(strings.TrimSpace(text[at[1]:]), ".!")
	out, ok := toldJoined(text[:at[0]], ctx)
	if !ok {
		out, ok = toldAtAll(text[:at[0]], ctx)
	}
	if !ok || out.Problem() != nil || why == "" || out.Because != "" {
		return Set{}, false
	}
	out.AsPlanned = false
	out.Because = why
	out.Chips = append(out.Chips, Chip{Field: "because", Text: "because " + why, Start: at[0], End: len(text)})
	return out, true
}
