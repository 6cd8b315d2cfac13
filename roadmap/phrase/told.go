package phrase

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// ParseTold reads what somebody says of a task in a check-in, in as few words as they would use:
//
//	7d left, 7d           that much work is left
//	80% done, half done   the rest of its effort is left
//	done, done fri        finished, on that day
//	started, started mon  begun, on that day
//	not started           still to do
//	starts wed            still to do, and not before that day (or not started until wed)
//	promised 4 dec        a new promise
//	blocked at legal who:ana until:fri (or b at legal)
//	unblocked             whatever was in the way is gone
//
// Begun, left and promised may come together, as they are said: started mon 4d left. The same may be said in other words: finished mon,
// half done, 2 more days, slips a week, on track, eta fri, waiting for legal; see told_words.go. Several answers that do not contradict
// each other may be joined by a comma, a semicolon, a full stop or and, and a reason may follow: slips 2d because of the flu. All else is
// a set line, or an answer among words that say more than that; LeftOut then is what was not read. It never fails on a half-typed text.
func ParseTold(text string, ctx Context) Set {
	out := wholeTold(text, ctx)
	if out.Problem() == nil {
		return ofMoment(out, ctx)
	}
	g := guesser{ctx: ctx}
	if found, rest, ok := g.among(text, ""); ok && found != strings.TrimSpace(text) {
		guessed := wholeTold(found, ctx).over(text)
		guessed.LeftOut = both(rest, guessed.LeftOut)
		return ofMoment(guessed, ctx)
	}
	return out
}

// ofMoment refuses what is told of a milestone as if it were work: nothing is left of a moment, and it would be reached at once.
func ofMoment(s Set, ctx Context) Set {
	if ctx.Of == nil || !ctx.Of.Task.IsMilestone() {
		return s
	}
	for i := range s.Chips {
		if c := &s.Chips[i]; c.Field == "remaining" && c.Problem == "" {
			c.Problem = noWork
		}
	}
	return s
}

// wholeTold is what is told where all of a text is to be read.
func wholeTold(text string, ctx Context) Set {
	joined, are := toldJoined(text, ctx)
	if are && joined.Problem() == nil {
		return joined
	}
	out, ok := toldAtAll(text, ctx)
	if ok && out.Problem() == nil {
		return out
	}
	for _, form := range []func(string, Context) (Set, bool){toldWithReason, toldOn} {
		if other, is := form(text, ctx); is {
			return other
		}
	}
	if are {
		return joined
	}
	if wrong, is := wrongPart(text, ctx); is {
		return wrong
	}
	if ok {
		return out
	}
	return toldBySetting(text, ctx)
}

// toldBySetting is what is told as a set line, with what to write where a word says nothing of the task.
func toldBySetting(text string, ctx Context) Set {
	out := ParseSet(text, ctx)
	said := false
	for i := range out.Chips {
		if c := &out.Chips[i]; c.Field == "text" && c.Problem != "" && !said {
			said = true
			c.Problem = quote(c.Text) + " says nothing of it: write 7d left, done fri, started mon, starts wed, promised 4 dec, blocked WHY or unblocked"
		} else if c.Field == "text" && c.Problem != "" {
			c.Problem = quote(c.Text) + " says nothing of it"
		}
	}
	return out
}

// toldAtAll is what is told in any form but that of a set line; false where nothing is.
func toldAtAll(text string, ctx Context) (Set, bool) {
	words, _ := scan(text)
	out, ok := toldOne(text, words, ctx)
	if ok && out.Problem() == nil {
		return out, true
	}
	if two, are := toldTwo(text, words, ctx); are {
		return two, true
	}
	if other, are := inOtherWords(text, ctx); are {
		return other, true
	}
	return out, ok
}

// toldOne reads one thing that is told; false where the words are none.
func toldOne(text string, words []word, ctx Context) (Set, bool) {
	if len(words) == 0 {
		return Set{}, false
	}
	rest := words[1:]
	switch first := strings.ToLower(words[0].bare); {
	case first == "blocked" || first == "blocker" || first == "b" && len(rest) > 0:
		return toldBlocked(text, words, ctx), true
	case unblocked[first] && len(rest) == 0:
		return toldFree(text, ctx), true
	case first == "not" && saysAny(rest, "started", "begun"):
		return toldAs(text, ctx, "status", "todo", "not started"), true
	case notBefore(words) > 0:
		if w, ok := joined(words[notBefore(words):]); ok {
			return toldStarts(text, ctx, typedDate(w.text)), true
		}
	case looksLikeEffort(first) && saysAny(rest, "left", "remaining", "to go"), looksLikeEffort(first) && len(rest) == 0:
		return toldAs(text, ctx, "remaining", words[0].text, ""), true
	case first == "done" && len(rest) == 0:
		return toldAs(text, ctx, "status", "done", "done"), true
	case toldDates[first] == "started" && len(rest) == 0:
		return toldBegun(text, ctx), true
	case toldDates[first] != "":
		if w, ok := joined(rest); ok {
			return toldOnDay(text, ctx, toldDates[first], typedDate(w.text)), true
		}
	}
	return Set{}, false
}

// toldOnDay is a text that says on which day something has happened, or is promised. On a Monday "started mon" is today, unless it
// was to have begun a week ago or before: who means today can say so. It is told how to write the other of the two.
func toldOnDay(text string, ctx Context, field, day string) Set {
	name, is := weekday(strings.ToLower(day))
	if !is || field == "promised" || ctx.Today != ctx.Today.Monday()+roadmap.Date(name) {
		return toldAs(text, ctx, field, day, "")
	}
	verb := map[string]string{"started": "started ", "finished": "done "}[field]
	ago := ctx.Today - 7
	if by := ctx.expected(field); by != 0 && by <= ago {
		out := toldAs(text, ctx, field, ago.String(), "")
		out.Instead = verb + "today, if that is meant"
		return out
	}
	out := toldAs(text, ctx, field, day, "")
	out.Instead = verb + dayMonth(ago) + ", if it was a week ago"
	return out
}

// expected is the day by which the task that a text is about was to have begun, or to be done; 0 where nobody knows.
func (c Context) expected(field string) roadmap.Date {
	of := c.Of
	switch {
	case of == nil:
		return 0
	case field == "finished" && of.Task.Started > c.Today-7:
		return 0
	case field == "finished":
		return earliest(of.Finish, of.Task.Promised)
	}
	return earliest(of.Start, of.Should)
}

// earliest is the earlier of two days of which one may be 0, for none.
func earliest(a, b roadmap.Date) roadmap.Date {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// dayMonth is a day as it is typed: 11-jan.
func dayMonth(d roadmap.Date) string {
	_, m, day := d.Civil()
	return fmt.Sprintf("%d-%s", day, monthName(int(m)))
}

// toldBegun is a text that says that work has begun, not when: today, unless it was under way already.
func toldBegun(text string, ctx Context) Set {
	if ctx.Of == nil || ctx.Of.Task.Status != roadmap.Doing {
		return toldAs(text, ctx, "started", "today", "")
	}
	return toldAs(text, ctx, "started", ctx.Of.Task.Started.String(), "")
}

// toldFree is a text that says that nothing is in the way any more, which only makes sense where something was.
func toldFree(text string, ctx Context) Set {
	out := toldAs(text, ctx, "blockers", "none", "unblocked")
	out.edits = append([]func(*roadmap.Task, *hand) error{func(t *roadmap.Task, _ *hand) error {
		if len(t.OpenBlockers()) == 0 {
			return fmt.Errorf("nothing is in the way of %s: it has no open blocker", quote(t.Title))
		}
		return nil
	}}, out.edits...)
	return out
}

// notBefore is how many words say that a day follows before which something is not begun; 0 where none do.
func notBefore(words []word) int {
	until := func(w word) bool { return w.is("until") || w.is("till") || w.is("before") }
	switch {
	case len(words) > 1 && startsOn[strings.ToLower(words[0].bare)]:
		return 1
	case len(words) > 3 && words[0].is("not") && (words[1].is("started") || words[1].is("begun")) && until(words[2]):
		return 3
	case len(words) > 2 && words[0].is("not") && until(words[1]):
		return 2
	}
	return 0
}

// startsOn are the words before the day on which something is to begin.
var startsOn = map[string]bool{"starts": true, "begins": true}

// toldStarts is a text that says on which day something is to begin that has not begun.
func toldStarts(text string, ctx Context, day string) Set {
	out := toldAs(text, ctx, "not_before", day, "")
	if d, err := Date(day, ctx); err == nil && d < ctx.Today {
		out.Chips[0].Problem = fmt.Sprintf("%s is before today, %s: write started %s if it has begun", quote(day), ctx.Today, day)
	}
	if out.Chips[0].Problem == "" {
		out.Chips[0].Text = "not started, " + out.Chips[0].Text
		out.edits = append(out.edits, toldAs(text, ctx, "status", "todo", "").edits...)
	}
	return out
}

// together are the fields that may be told in one breath.
var together = map[string]bool{"started": true, "remaining": true, "promised": true, "blockers": true}

// toldTwo reads two things that are told together; false where they are not two that can be taken.
func toldTwo(text string, words []word, ctx Context) (Set, bool) {
	for i := 1; i < len(words); i++ {
		cut := words[i].start()
		before := strings.TrimRight(text[:cut], " ,")
		first, ok := toldOf(before, ctx)
		if !ok {
			continue
		}
		second, ok := toldOf(text[cut:], ctx)
		if !ok || first.Chips[0].Field == second.Chips[0].Field {
			continue
		}
		first.Chips = append(first.span(0, len(before)), second.span(cut, len(text))...)
		first.edits = append(first.edits, second.edits...)
		first.Instead = both(first.Instead, second.Instead)
		return first, true
	}
	return Set{}, false
}

// span are a set's chips where all of them stand for the same bytes of a text.
func (s Set) span(from, to int) []Chip {
	for i := range s.Chips {
		s.Chips[i].Start, s.Chips[i].End = from, to
	}
	return s.Chips
}

// toldOf is one thing that may be told together with another, and that can be taken.
func toldOf(text string, ctx Context) (Set, bool) {
	words, _ := scan(text)
	out, ok := toldOne(text, words, ctx)
	if len(words) > 0 && (!ok || out.Problem() != nil) {
		s := newSaying(text, ctx)
		if told, _ := s.otherwise(); told != "" {
			words, _ = scan(told)
			out, ok = toldOne(told, words, ctx)
			out = out.countedFrom(s)
		}
	}
	return out, ok && len(out.Chips) > 0 && together[out.Chips[0].Field] && out.Chips[0].Problem == ""
}

// toldDates are the words that a date follows, each with its field.
var toldDates = map[string]string{"done": "finished", "finished": "finished", "delivered": "finished", "started": "started", "begun": "started", "began": "started",
	"promised": "promised", "says": "promised"}

// unblocked are the words that say that nothing is in the way any more.
var unblocked = map[string]bool{"unblocked": true, "cleared": true, "freed": true}

// BeginsTold tells whether a text begins with a whole word that may begin what is told: blocked, done, not, due:, because:.
func BeginsTold(text string) bool {
	head, _, spaced := strings.Cut(strings.ToLower(text), " ")
	if key, _, keyed := strings.Cut(head, ":"); keyed {
		return key == "because" || key == "why" || find(taskFields(), key) != nil
	}
	head = strings.TrimRight(head, ",;.")
	_, err := roadmap.ParseStatus(head)
	if spaced && slices.Contains([]string{"back", "behind", "by"}, head) {
		return true
	}
	return head == "blocked" || head == "blocker" || head == "not" && spaced || unblocked[head] || startsOn[head] || toldDates[head] != "" || err == nil
}

// saysAny tells whether words say one of some things.
func saysAny(words []word, things ...string) bool {
	w, ok := joined(words)
	for _, t := range things {
		if ok && strings.EqualFold(w.text, t) {
			return true
		}
	}
	return false
}

// joined is words with a space between them as one word; false where there are none, or one of them is quoted or kept as text.
func joined(words []word) (word, bool) {
	var out word
	for i, w := range words {
		switch {
		case w.kept || w.quoted() || w.open >= 0:
			return word{}, false
		case i == 0:
			out = w
		default:
			out.text += " " + w.text
			out.bare += " " + w.bare
			out.at = append(append([]int(nil), out.at...), w.at...)
		}
	}
	return out, len(words) > 0
}

// typedDate is a date as Date reads it, where day and month were typed as two words: 4 dec, dec 4.
func typedDate(s string) string { return strings.Join(strings.Fields(s), "-") }

// toldAs is a text that sets one field; say is what it is in words where the field's own are not.
func toldAs(text string, ctx Context, name, value, say string) Set {
	r := &reader{Context: ctx}
	f := find(taskFields(), name)
	out := Set{ctx: ctx, Chips: []Chip{{Field: f.name, Text: text, Start: 0, End: len(text)}}}
	w := literal(value)
	got, err := f.value(r, w)
	if err != nil {
		out.Chips[0].Problem = err.Error()
		return out
	}
	if out.Chips[0].Text = got.say; say != "" {
		out.Chips[0].Text = say
	}
	out.edits = append(out.edits, got.put)
	if name == "remaining" && ctx.Of != nil && ctx.Of.Task.Status == roadmap.Done { // it was told to be done by mistake
		out.Chips[0].Text += ", not done"
		out.edits = append(out.edits, func(t *roadmap.Task, _ *hand) error {
			t.Status, t.Finished = roadmap.Doing, 0
			return nil
		})
	}
	return out
}

// toldBlocked is a text that begins with the word blocked: what follows, also after by or on, is a blocker.
func toldBlocked(text string, words []word, ctx Context) Set {
	begin := words[0].end()
	if len(words) > 1 && (words[1].is("by") || words[1].is("on")) {
		begin = words[1].end()
	}
	if len(words) > 1 && strings.Trim(words[1].bare, "-–—:") == "" {
		begin = words[1].end()
	}
	b, chips := ParseBlocker(text[begin:], ctx)
	if n := sameBlocker(b, ctx); n >= 0 && b.Until != 0 {
		return movedBlocker(text, ctx, n, b)
	}
	out := Set{ctx: ctx}
	for _, c := range chips {
		c.Start, c.End = c.Start+begin, c.End+begin
		if c.Field == "text" && b.Text == "" { // the chip shows what is to come by its field
			c.Field = "blocker"
			c.Begun = strings.TrimSpace(text[begin:]) == ""
		}
		out.Chips = append(out.Chips, c)
	}
	out.edits = append(out.edits, func(t *roadmap.Task, _ *hand) error {
		t.Blockers = append(without(t.Blockers, func(roadmap.Blocker) bool { return false }), b)
		return nil
	})
	return out
}

// sameBlocker is the place of the open blocker of which a text speaks that says until when one is: the only one that has all its words,
// or whose owner it is; -1 where there is none, or more than one.
func sameBlocker(b roadmap.Blocker, ctx Context) int {
	at := -1
	if ctx.Of == nil || b.Text == "" {
		return at
	}
	said := alike(b.Text)
	for n, was := range ctx.Of.Task.Blockers {
		switch same := wholeWords(alike(was.Text), said) >= 0 || strings.EqualFold(was.Owner, b.Text); {
		case !was.Open() || !same || b.Owner != "" && !strings.EqualFold(b.Owner, was.Owner):
		case at >= 0:
			return -1
		default:
			at = n
		}
	}
	return at
}

// movedBlocker is a text by which an open blocker ends on another day.
func movedBlocker(text string, ctx Context, n int, to roadmap.Blocker) Set {
	was := ctx.Of.Task.Blockers[n]
	says := fmt.Sprintf("still blocked: %s, until %s", was.Text, ctx.DateText(to.Until))
	if was.Until != 0 && was.Until != to.Until {
		says += ", not " + ctx.DateText(was.Until)
	}
	return Set{ctx: ctx, Chips: []Chip{{Field: "blockers", Text: says, Start: 0, End: len(text)}}, edits: []func(*roadmap.Task, *hand) error{func(t *roadmap.Task, _ *hand) error {
		t.Blockers = slices.Clone(t.Blockers)
		for i := range t.Blockers {
			if b := &t.Blockers[i]; b.Open() && b.Text == was.Text && b.Since == was.Since {
				b.Until = to.Until
			}
		}
		return nil
	}}}
}
