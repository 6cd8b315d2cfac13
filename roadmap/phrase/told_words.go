package phrase

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"bywhen/roadmap"
)

// Standing is how a task stands of which something is told, so that an answer may count from there: half done, slips 2d, on track.
type Standing struct {
	Task          *roadmap.Task // as it is
	Planned       *roadmap.Task // as it would be by now, had all gone as planned
	Start, Finish roadmap.Date  // by the plan
	Should        roadmap.Date  // when it should have begun, or should, whatever the plan makes of silence; 0 where nothing says so
}

// saying is a text that is said in words of its own, parted at spaces, in small letters and without a full stop at its end.
type saying struct {
	text  string
	words []string
	at    []int // where each word begins
	ctx   Context
	// counted is of what the answer was counted that otherwise found: 20% of its effort, 10 days. instead is what to write where the text
	// may be meant otherwise.
	counted, instead string
}

func newSaying(text string, ctx Context) *saying {
	s := &saying{text: strings.TrimRight(text, " .!"), ctx: ctx}
	for i := 0; i < len(s.text); {
		n := strings.IndexFunc(s.text[i:], unicode.IsSpace)
		if n < 0 {
			n = len(s.text) - i
		}
		if n > 0 {
			s.words, s.at = append(s.words, strings.Trim(strings.ToLower(s.text[i:i+n]), ",;:")), append(s.at, i)
		}
		i += max(n, 1)
	}
	return s
}

// rest is the text from the n-th word on.
func (s *saying) rest(n int) string {
	if n >= len(s.words) {
		return ""
	}
	return strings.TrimSpace(s.text[s.at[n]:])
}

// begins tells how many words one of some phrases takes at the beginning, the longest that does; 0 where none does.
func (s *saying) begins(phrases ...string) int {
	most := 0
	for _, p := range phrases {
		words := strings.Fields(p)
		if len(words) > most && len(words) <= len(s.words) && slices.Equal(words, s.words[:len(words)]) {
			most = len(words)
		}
	}
	return most
}

// is tells whether it is one of some phrases as a whole.
func (s *saying) is(phrases ...string) bool {
	return slices.Contains(phrases, strings.Join(s.words, " "))
}

// inOtherWords reads what is told in words that ParseTold has no form for, by the form that says the same; words that only lead up to
// it are passed over. False where nothing of it is known.
func inOtherWords(text string, ctx Context) (Set, bool) {
	s := newSaying(text, ctx)
	if len(s.words) == 0 || strings.ContainsAny(text, "\\\"") && s.begins(saysWaiting...) == 0 {
		return Set{}, false
	}
	var out Set
	told, problem := s.otherwise()
	switch lead := s.begins(saysBefore...); {
	case s.is(saysPlanned...) && ctx.Of != nil:
		out = s.asPlanned()
	case problem != "":
		out = Set{ctx: ctx, Chips: []Chip{{Field: "text", Text: text, Problem: problem}}}
	case told != "":
		words, _ := scan(told)
		var ok bool
		if out, ok = toldOne(told, words, ctx); !ok || out.Problem() != nil {
			if two, are := toldTwo(told, words, ctx); are {
				out, ok = two, true
			}
		}
		if !ok {
			out = ParseSet(told, ctx)
		}
		out = out.countedFrom(s)
	case lead > 0 && lead < len(s.words):
		var ok bool
		if out, ok = toldAtAll(s.rest(lead), ctx); !ok {
			return Set{}, false
		}
	default:
		return Set{}, false
	}
	for i := range out.Chips {
		out.Chips[i].Start, out.Chips[i].End = 0, len(text)
	}
	return out, true
}

// asPlanned is an answer that says that all went as planned.
func (s *saying) asPlanned() Set {
	ctx := s.ctx
	was, says := ctx.Of.Planned, "as planned"
	if was.Status == roadmap.Done && !s.is("as planned", "yes", "yep") {
		return Set{ctx: ctx, Chips: []Chip{{Field: "text", Text: s.text, Problem: fmt.Sprintf("%s, though it was to be done by %s: write done %s, or how much is left, as 2d left",
			quote(s.text), ctx.DateText(was.Finished), was.Finished)}}}
	}
	switch {
	case was.Status == roadmap.Done && was.Finished != 0:
		says += ": done " + ctx.DateText(was.Finished)
	case was.Started != ctx.Of.Task.Started:
		says += ": started " + ctx.DateText(was.Started)
	}
	return Set{ctx: ctx, AsPlanned: true, Chips: []Chip{{Field: "status", Text: says}}, edits: []func(*roadmap.Task, *hand) error{func(t *roadmap.Task, _ *hand) error {
		t.Status, t.Started, t.Finished, t.Remaining, t.Blockers = was.Status, was.Started, was.Finished, was.Remaining, slices.Clone(was.Blockers)
		return nil
	}}}
}

// otherwise is what a text says in the forms of ParseTold, or why it cannot be taken; both are empty where it says nothing that
// is known.
func (s *saying) otherwise() (told, problem string) {
	if len(s.words) == 0 {
		return "", ""
	}
	for _, form := range []func() (string, string){s.status, s.nothing, s.blocked, s.arrival, s.share, s.amount, s.later, s.promise, s.people, s.bare, s.vague} {
		if told, problem = form(); told != "" || problem != "" {
			return told, problem
		}
	}
	return "", ""
}

// status is done, dropped, under way and as planned.
func (s *saying) status() (told, problem string) {
	switch {
	case s.is(saysDone...):
		return "done", ""
	case s.is(saysDropped...):
		return "dropped", ""
	case s.droppedBy():
		return "dropped", ""
	case s.is(saysUnderWay...):
		return "started", ""
	case s.is(saysFree...):
		return "unblocked", ""
	}
	if n := s.begins(saysDoneOn...); n > 0 {
		if strings.Join(s.words[n:], " ") == "last week" {
			return "done " + s.ctx.weekEnd(s.ctx.Today.Monday()-7).String(), ""
		}
		if day, ok := s.date(n); ok && "done "+day != strings.Join(s.words, " ") {
			return "done " + day, ""
		}
	}
	if n := s.begins(saysStarted...); n > 0 {
		if day, ok := s.date(n); ok && "started "+day != strings.Join(s.words, " ") {
			return "started " + day, ""
		}
	}
	if n := s.begins(saysStarts...); n > 0 {
		if strings.Join(s.words[n:], " ") == "next week" {
			return "starts " + (s.ctx.Today.Monday() + 7).String(), ""
		}
		if d, err := Date(calendarWeek(s.words[n:]), s.ctx); err == nil {
			return "starts " + d.Monday().String(), ""
		}
		if day, ok := s.date(n); ok && "starts "+day != strings.Join(s.words, " ") {
			return "starts " + day, ""
		}
	}
	return "", ""
}

// droppedBy tells whether it says who dropped it, and no day: cancelled by us, dropped by the customer.
func (s *saying) droppedBy() bool {
	n := s.begins("cancelled by", "canceled by", "dropped by", "descoped by", "abandoned by")
	if n == 0 || n == len(s.words) || len(s.words) > n+3 {
		return false
	}
	_, day := s.date(n)
	return !day
}

// nothing are answers from which no date follows, each with what to write.
func (s *saying) nothing() (told, problem string) {
	switch {
	case s.is(saysNothing...):
		return "", quote(s.text) + " is no word of it: ↓ leaves it untold, c copies a message that asks; else write on track, 7d left or blocked WHY"
	case s.is(saysLate...):
		return "", quote(s.text) + ": by how much? Write slips 2d, 7d left or promised 4 dec"
	case s.is(saysAlmost...):
		return "", quote(s.text) + ": how much is left? Write 1d left or 90%"
	case s.begins("done except", "done but", "done apart from", "all done except", "finished except", "finished but") > 0:
		return "", quote(s.text) + ": how much is left? Write 1d left or 90%"
	case s.is("done tomorrow", "finished tomorrow"):
		return "", quote(s.text) + ": write promised tomorrow, or 1d left"
	case s.is(saysNoMore...) && s.ctx.Of != nil && s.ctx.Of.Task.Status == roadmap.Doing:
		return "started", ""
	case s.is(saysNoMore...):
		return "not started", ""
	case s.is(saysNotDone...):
		return "", quote(s.text) + ": write 2d left if it is under way, not started if it never was, blocked WHY if it stands still"
	case s.is(saysNotYet...) && (s.ctx.Of == nil || s.ctx.Of.Task.Status == roadmap.Todo):
		return "not started", ""
	case s.is(saysNotYet...):
		return "", quote(s.text) + ": write 2d left if it is under way still, not started if it never was"
	}
	return "", ""
}

// blocked is what is in the way, or who is away.
func (s *saying) blocked() (told, problem string) {
	if n := s.begins(saysAwayUntil...); n > 0 {
		if day, ok := s.date(n); ok && (slices.Contains([]string{"paused", "restarts", "resumes", "continues"}, s.words[0]) || s.is("on hold until "+strings.Join(s.words[n:], " "))) {
			return "blocked by on hold until:" + day, ""
		} else if ok {
			return "blocked away until:" + day, ""
		}
	}
	if n := s.begins("on hold until", "on hold till", "on hold while", "on hold pending", "paused until", "paused while"); n > 0 && n < len(s.words) {
		return "blocked by " + s.text, ""
	}
	n := s.begins(saysWaiting...)
	switch {
	case n == 0 && strings.HasPrefix(strings.ToLower(s.text), "blocked: "):
		return "blocked by " + s.rest(1), ""
	case n > 0:
		return "blocked " + s.rest(n), ""
	case s.is("waiting", "stuck", "waits"):
		return "blocked ", ""
	case s.is(saysHeld...):
		return "blocked by " + s.text, ""
	}
	return "", ""
}

// amount is how much is left: 3 days left, a week to go; or by how much more than planned: 2 more days (see told_more.go).
func (s *saying) amount() (told, problem string) {
	if s.words[0] == "left" || s.words[0] == "remaining" { // left 3d
		if l, n, ok := s.lapse(1); ok && n == len(s.words) {
			return s.ofAll(l).String() + "d left", ""
		}
	}
	l, n, ok := s.lapse(0)
	if low, high, spans := strings.Cut(s.words[0], "-"); !ok && spans && allDigits(low, strings.TrimRight(high, "dw")) {
		return "", quote(s.text) + ": write one number, as " + strings.TrimRight(high, "dw") + "d left"
	}
	if !ok && len(s.words) > 1 && allDigits(s.words[0]) && slices.Contains(leftWords[1:], strings.Join(s.words[1:], " ")) { // 5 left
		s.words[0] += "d"
		return s.amount()
	}
	if !ok && len(s.words) == 1 && allDigits(s.words[0]) {
		return "", fmt.Sprintf("%s: write %sd left, or %s%% of what is done", quote(s.text), s.words[0], s.words[0])
	}
	if told, problem = s.spent(); told != "" || problem != "" {
		return told, problem
	}
	if !ok {
		return "", ""
	}
	switch rest := strings.Join(s.words[n:], " "); {
	case slices.Contains(longerWords, rest):
		return s.longer(l, false)
	case slices.Contains(leftWords, rest) && s.more() && !slices.ContainsFunc(s.words[n:], func(w string) bool { return w == "left" || w == "go" || w == "remaining" }):
		return s.longer(l, true)
	case rest == "":
		return s.needed(l), ""
	case slices.Contains(leftWords, rest):
		return s.ofAll(l).String() + "d left", ""
	case slices.Contains(lateWords, rest):
		return s.by(l, 1)
	case slices.Contains(earlyWords, rest):
		return s.by(l, -1)
	}
	return "", ""
}

// spent is how much of the work is done, in days: 2d done, 3 of 5 days. What is left is the rest of all of it.
func (s *saying) spent() (told, problem string) {
	l, n, ok := s.lapse(0)
	if !ok && len(s.words) > 3 && s.words[1] == "of" && allDigits(s.words[0]) { // 3 of 5 days
		l, ok, n = lapse{days: roadmap.PersonDays(min(number(s.words[0]), roadmap.MaxEffort))}, true, 1
	}
	var all roadmap.Effort
	if s.ctx.Of != nil {
		all = s.ctx.Of.Task.WorkEffort()
	}
	counted := ok && n < len(s.words) && s.words[n] == "of"
	if counted {
		var of lapse
		if of, n, ok = s.lapse(n + 1); ok {
			l.said, all = l.said || of.said, s.ofAll(of)
		}
	}
	if tail := strings.Join(s.words[n:], " "); ok && (counted && tail == "" || slices.Contains(spentWords, tail)) {
		return s.leftOf(s.ofAll(l), all)
	}
	return "", ""
}

// leftOf is what is left of all the work where some is done.
func (s *saying) leftOf(done, all roadmap.Effort) (told, problem string) {
	left := all.Hundredths() - done.Hundredths()
	if left <= 0 {
		return "", fmt.Sprintf("%s: of %sd none is left then: write done, or how much is left, as 2d left", quote(s.text), all)
	}
	return roadmap.HundredthDays(left).String() + "d left", ""
}

// promise is when it will be: eta fri, will be 3 dec, moved to 4 dec.
func (s *saying) promise() (told, problem string) {
	n := s.begins(saysMovedTo...)
	if by := s.movedBy(); by > 0 {
		n = by // postponed by the customer to 2 march
	}
	if from := s.begins(saysMovedFrom...); from > 0 {
		n = 1 + slices.Index(s.words, "to") // from 9 January to 20 January
	}
	if n > 0 {
		if day, ok := s.date(n); ok && s.ctx.Of != nil && s.ctx.Of.Task.Status == roadmap.Todo && s.ctx.Of.Task.Promised == 0 {
			return "starts " + day, ""
		} else if ok {
			return "promised " + day, ""
		}
	}
	if n := s.begins(saysPromise...); n > 0 {
		if day, ok := s.date(n); ok {
			return "promised " + day, ""
		}
		if rest := s.rest(n); strings.ContainsAny(rest, "0123456789") && !strings.Contains(rest, " ") {
			_, err := Date(rest, s.ctx)
			return "", cmp.Or(err, errors.New(quote(rest)+" is not a date: "+dateHelp)).Error()
		}
	}
	return "", ""
}

// movedBy is how many words say that somebody moved it to a day: postponed by the customer to; 0 where none do.
func (s *saying) movedBy() int {
	if n := s.begins("postponed by", "moved by", "delayed by", "pushed by", "rescheduled by", "shifted by"); n > 0 {
		for i := n + 1; i < min(n+4, len(s.words)-1); i++ {
			if s.words[i] == "to" || s.words[i] == "until" {
				return i + 1
			}
		}
	}
	return 0
}

// arrival is what it waits for and when that comes: steel arrives 12 january. What comes without saying what is the task itself.
func (s *saying) arrival() (told, problem string) {
	for i := 1; i < min(4, len(s.words)-1); i++ {
		if !slices.Contains([]string{"arrives", "arrive", "comes"}, s.words[i]) {
			continue
		}
		what := strings.TrimSpace(s.text[:s.at[i]])
		if slices.Contains(saysBefore, s.words[0]) || strings.ContainsAny(what, ",;:\"\\") {
			return "", ""
		}
		if day, ok := s.date(i + 1); ok {
			if s.ctx.of(what) {
				return "promised " + day, ""
			}
			return "blocked by " + what + " until:" + day, ""
		}
	}
	return "", ""
}

// of tells whether what comes is the task that a text is about, not what that waits for: it is named so, or a supplier's.
func (c Context) of(what string) bool {
	if c.Of == nil {
		return false
	}
	team := c.roadmap().Team(c.Of.Task.Team)
	return c.Of.Task.Promised != 0 || team != nil && team.Supplier || wholeWords(alike(c.Of.Task.Title), alike(strings.TrimPrefix(strings.ToLower(what), "the "))) >= 0
}

// people is how many it needs: needs 2 people, +1 person.
func (s *saying) people() (told, problem string) {
	n := len(s.words)
	if n < 2 || n > 3 || s.words[n-1] != "people" && s.words[n-1] != "person" {
		return "", ""
	}
	count, more := strings.CutPrefix(s.words[0], "+")
	switch more = more || n == 3 && s.words[1] == "more"; {
	case !allDigits(count) || n == 3 && !more:
		return "", ""
	case !more:
		return "people:" + count, ""
	case s.ctx.Of == nil || number(count) > roadmap.MaxPeople:
		return "", quote(s.text) + ": write how many there are then, as 3 people"
	}
	return fmt.Sprintf("people:%d", s.ctx.Of.Task.People+number(count)), ""
}
