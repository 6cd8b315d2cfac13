package phrase

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"bywhen/roadmap"
)

// Standing is how a task stands of which something is told, so that an answer may count from there: half done, slips 2d, on track.
type Standing struct {
	Task          *roadmap.Task // as it is
	Planned       *roadmap.Task // as it would be by now, had all gone as planned
	Start, Finish roadmap.Date  // by the plan
}

// saying is a text that is said in words of its own, parted at spaces, in small letters and without a full stop at its end.
type saying struct {
	text  string
	words []string
	at    []int // where each word begins
	ctx   Context
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

// The ways in which people say what ParseTold has a form for.
var (
	saysDone      = []string{"done", "done finally", "finally done", "it's done", "finished", "completed", "complete", "delivered", "closed", "shipped", "ready", "reached", "all done", "done already", "already done"}
	saysDoneOn    = []string{"done", "finished", "completed", "delivered", "closed", "shipped", "reached", "received", "arrived", "came"}
	saysDropped   = []string{"cancelled", "canceled", "dropped", "abandoned", "cancel", "descoped", "obsolete", "not needed", "no longer needed", "not needed any more", "won't do", "wont do", "not doing it", "skipped"}
	saysPlanned   = []string{"on track", "as planned", "ok", "okay", "fine", "yes", "yep", "good", "all good", "going well", "on time", "in time", "on schedule", "on plan", "green"}
	saysUnderWay  = []string{"in progress", "under way", "underway", "ongoing", "working on it", "wip", "doing", "has begun", "has started", "on it", "still on it"}
	saysNothing   = []string{"no news", "no change", "nothing new", "no update", "no answer", "no reply", "no word", "no idea", "don't know", "unknown", "unclear", "unchanged", "same", "tbd", "n/a", "?", "nothing"}
	saysNotYet    = []string{"not yet", "no", "nope", "not yet started", "not started yet", "hasn't started", "has not started", "not begun yet"}
	saysNotDone   = []string{"not done", "not finished", "not done yet", "not finished yet", "nothing yet", "unfinished", "not complete", "not ready", "not ready yet"}
	saysLate      = []string{"late", "delayed", "slips", "slipping", "slipped", "behind", "behind schedule", "later", "takes longer", "longer", "postponed", "deferred", "pushed", "red", "will be late", "running late", "will slip", "overdue"}
	saysAlmost    = []string{"almost", "nearly", "almost done", "nearly done", "mostly done", "almost finished", "nearly finished", "nearly there", "almost there", "partly done", "partially done", "in review", "ready for review", "in test", "in testing", "in qa"}
	saysWaiting   = []string{"waiting for", "waiting on", "waits for", "waits on", "wait for", "stuck on", "stuck at", "stuck with", "stuck in", "held up by", "held by", "on hold for", "on hold because of", "blocked because of"}
	saysStarted   = []string{"started", "begun", "began", "has started", "has begun"}
	saysStarts    = []string{"starts", "starts on", "begins", "begins on", "will start", "will start on", "will begin", "starting", "not started until", "not until", "not before"}
	saysHeld      = []string{"on hold", "paused", "sick", "ill", "away", "on holiday", "on vacation", "on leave"}
	saysAwayUntil = []string{"back", "back on", "away until", "away till", "out until", "off until", "sick until", "ill until", "on holiday until", "on vacation until", "on leave until", "paused until", "on hold until"}
	saysFree      = []string{"no longer blocked", "not blocked", "not blocked any more", "nothing in the way"}
	saysPromise   = []string{"eta", "eta is", "will be", "will be on", "will be done", "will be done on", "will be done by", "will be ready", "will be ready by", "will be ready on", "will be finished", "will be finished by",
		"should be done by", "should be done on", "should be ready by", "done by", "finished by", "ready by", "ready on", "ready", "expected", "expected on", "expected by", "ends", "ends on", "finishes", "finishes on", "finish", "arrives", "arrives on", "comes", "comes on",
		"coming", "promises", "promised for", "promised by", "says now", "lands", "lands on", "should land", "should land on", "ships", "ships on", "delivering", "new date", "new date is", "new eta", "new promise", "eta now", "now expected", "eta slipped to", "eta moved to", "delivery", "delivers", "delivers on", "by"}
	saysMovedTo = []string{"moved to", "moves to", "pushed to", "postponed to", "postponed until", "delayed to", "delayed until", "delayed till", "slips to", "slipped to", "rescheduled to", "shifted to", "now"}
	saysLater   = []string{"slips", "slips by", "slip", "slip by", "slipped", "slipped by", "slipping by", "delayed", "delayed by", "late by", "later by", "behind by", "pushed by", "moved by", "moves by", "moved out", "moved out by", "moved back", "pushed out", "pushed out by", "pushed back", "slid", "slid by", "postponed by", "delay of", "delay"}
	saysBefore  = []string{"still", "about", "approx", "around", "roughly", "maybe", "probably", "ca", "it's", "it is", "it", "is", "was", "has been", "has", "needs", "need", "takes", "just", "well", "yes", "actually", "sorry", "got", "at"}
	leftWords   = []string{"", "left", "more", "remaining", "to go", "to do", "needed", "of work", "of work left", "work left", "more work", "still", "still left", "left to do", "more left", "longer needed"}
	lateWords   = []string{"late", "later", "behind", "delay", "delayed", "slip", "over", "longer", "behind schedule", "longer than planned", "later than planned", "more than planned"}
	earlyWords  = []string{"early", "earlier", "ahead", "ahead of plan", "earlier than planned"}
)

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
		if out, ok = toldOne(told, words, ctx); !ok {
			out = ParseSet(told, ctx)
		}
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
	return Set{ctx: ctx, Chips: []Chip{{Field: "status", Text: says}}, edits: []func(*roadmap.Task, *hand) error{func(t *roadmap.Task, _ *hand) error {
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
	for _, form := range []func() (string, string){s.status, s.nothing, s.blocked, s.share, s.amount, s.later, s.promise, s.people, s.bare} {
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
	case s.is(saysUnderWay...):
		return "started", ""
	case s.is(saysFree...):
		return "unblocked", ""
	}
	if n := s.begins(saysDoneOn...); n > 0 {
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
		if day, ok := s.date(n); ok && "starts "+day != strings.Join(s.words, " ") {
			return "starts " + day, ""
		}
	}
	return "", ""
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
		if day, ok := s.date(n); ok && (s.words[0] == "paused" || s.is("on hold until "+strings.Join(s.words[n:], " "))) {
			return "blocked by on hold until:" + day, ""
		} else if ok {
			return "blocked away until:" + day, ""
		}
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

// share is how much of it is done, or left, of all of it: 50%, half done, 30% left.
func (s *saying) share() (told, problem string) {
	words := strings.ReplaceAll(strings.Join(s.words, " "), " %", "%")
	percent, rest := 50, ""
	switch first, after, _ := strings.Cut(words, " "); {
	case first == "half" || first == "halfway":
		rest = strings.TrimPrefix(after, "way ")
	case strings.HasSuffix(first, "%") && allDigits(first[:len(first)-1]):
		percent, rest = number(first[:len(first)-1]), after
	default:
		return "", ""
	}
	switch left := rest == "left" || rest == "to go" || rest == "remaining"; {
	case !left && !slices.Contains([]string{"", "done", "complete", "completed", "finished", "ready", "there", "way", "of it", "through"}, rest):
		return "", ""
	case percent > 100:
		return "", quote(s.text) + ": a share is from 0% to 100%"
	case left:
		percent = 100 - percent
	}
	switch {
	case percent == 100:
		return "done", ""
	case percent == 0:
		return "not started", ""
	case s.ctx.Of == nil || s.ctx.Of.Task.IsMilestone():
		return "", quote(s.text) + ": write how much is left, as 2d left"
	}
	all := s.ctx.Of.Task.WorkEffort().Hundredths()
	return roadmap.HundredthDays(max((all*(100-percent)+50)/100, 1)).String() + "d left", ""
}

// amount is how much is left: 2 more days, a week, about 3 days to go.
func (s *saying) amount() (told, problem string) {
	d, n, ok := s.duration(0)
	if low, high, spans := strings.Cut(s.words[0], "-"); !ok && spans && allDigits(low, strings.TrimRight(high, "dw")) {
		return "", quote(s.text) + ": write one number, as " + strings.TrimRight(high, "dw") + "d left"
	}
	if !ok && len(s.words) > 1 && allDigits(s.words[0]) && slices.Contains(leftWords[1:], strings.Join(s.words[1:], " ")) {
		return s.words[0] + "d left", ""
	}
	if !ok && len(s.words) == 1 && allDigits(s.words[0]) {
		return "", fmt.Sprintf("%s: write %sd left", quote(s.text), s.words[0])
	}
	if !ok {
		return "", ""
	}
	switch rest := strings.Join(s.words[n:], " "); {
	case slices.Contains(leftWords, rest):
		return s.ofAll(d).String() + "d left", ""
	case slices.Contains(lateWords, rest):
		return s.by(d, 1)
	case slices.Contains(earlyWords, rest):
		return s.by(d, -1)
	}
	return "", ""
}

// ofAll is what is left for all people at work on it where days are said as they pass: 2 more days, another week. Of 2d left it is so
// many person-days, as in the line that sets.
func (s *saying) ofAll(d roadmap.Effort) roadmap.Effort {
	passes := slices.ContainsFunc(s.words, func(w string) bool {
		return slices.Contains([]string{"more", "another", "extra", "further", "longer"}, w)
	})
	if of := s.ctx.Of; of != nil && passes {
		return roadmap.HundredthDays(d.Hundredths() * max(of.Task.People, 1))
	}
	return d
}

// later is by how much it ends later than planned, or earlier: slips a week, +2d, delayed by 3 days.
func (s *saying) later() (told, problem string) {
	if first := s.words[0]; len(first) > 1 && (first[0] == '+' || first[0] == '-') {
		amount := *s
		amount.words = append([]string{first[1:]}, s.words[1:]...)
		if len(s.words) == 1 && allDigits(first[1:]) {
			amount.words[0] += "d"
		}
		if e, end, ok := amount.duration(0); ok && end == len(s.words) {
			return s.by(e, map[byte]int{'+': 1, '-': -1}[first[0]])
		}
	}
	n := s.begins(saysLater...)
	if n == 0 {
		return "", ""
	}
	if d, end, ok := s.duration(n); ok && (end == len(s.words) || slices.Contains(lateWords, strings.Join(s.words[end:], " "))) {
		return s.by(d, 1)
	}
	return "", ""
}

// by is what is told where a task ends some days later than planned (sign 1) or earlier: another promise, more that is left, or a
// later start.
func (s *saying) by(days roadmap.Effort, sign int) (told, problem string) {
	of := s.ctx.Of
	n := sign * days.Duration(1)
	switch {
	case of == nil || of.Task.IsMilestone():
		return "", quote(s.text) + ": write when it will be, as promised 4 dec"
	case of.Task.Promised != 0:
		day := s.ctx.workingDays(of.Task.Promised, n)
		if day < s.ctx.Today {
			return "", fmt.Sprintf("%s: that is %s, which has passed: write done %s, or promised 4 dec", quote(s.text), s.ctx.DateText(day), day)
		}
		return "promised " + day.String(), ""
	case of.Task.Status == roadmap.Todo:
		return "starts " + s.ctx.workingDays(max(of.Start, s.ctx.Today), n).String(), ""
	}
	left := of.Planned.RemainingEffort().Hundredths() + sign*days.Hundredths()*max(of.Task.People, 1)
	if !of.Planned.Status.Open() { // it should have ended before
		left -= 100 * max(of.Task.People, 1) * s.ctx.roadmap().Calendar().Between(of.Finish, s.ctx.Today-1)
	}
	if left <= 0 {
		return "", quote(s.text) + ": by that it would be done: write done fri, or how much is left, as 2d left"
	}
	return roadmap.HundredthDays(left).String() + "d left", ""
}

// promise is when it will be: eta fri, will be 3 dec, moved to 4 dec.
func (s *saying) promise() (told, problem string) {
	if n := s.begins(saysMovedTo...); n > 0 {
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

// people is how many it needs: needs 2 people.
func (s *saying) people() (told, problem string) {
	if n := len(s.words); n == 2 && (s.words[1] == "people" || s.words[1] == "person") && allDigits(s.words[0]) {
		return "people:" + s.words[0], ""
	}
	return "", ""
}

// bare is a day of which it is not said what happens on it.
func (s *saying) bare() (told, problem string) {
	at := 0
	if s.words[0] == "due" {
		at = 1
	}
	day, ok := s.date(at)
	if !ok {
		return "", ""
	}
	was := s.ctx
	was.Actual = true
	if last, _ := Date(day, was); last > s.ctx.Today {
		return "", fmt.Sprintf("%s: write promised %s or starts %s", quote(s.text), day, day)
	}
	return "", fmt.Sprintf("%s: write done %s, promised %s or starts %s", quote(s.text), day, day, day)
}

// date is the words from the n-th on as one date, if they are, in a form that Date reads. Words that only lead up to it are passed
// over, and a weekday before a day of the month.
func (s *saying) date(n int) (string, bool) {
	for n < len(s.words)-1 && slices.Contains([]string{"on", "last", "since", "this", "the", "already"}, s.words[n]) {
		n++
	}
	if n >= len(s.words) {
		return "", false
	}
	said := strings.Join(s.words[n:], " ")
	if said == "week" && n > 0 && s.words[n-1] == "last" {
		return "", false
	}
	switch said {
	case "morning", "afternoon":
		return "today", true
	case "week", "end of week", "end of the week":
		return "eow", true
	case "next week", "end of next week":
		eow, err := Date("eow", s.ctx)
		return (eow + 7).String(), err == nil
	case "end of month", "end of the month":
		return "eom", true
	}
	if _, isDay := weekday(s.words[n]); isDay && n < len(s.words)-1 {
		said = strings.Join(s.words[n+1:], " ")
	}
	day := typedDate(said)
	_, err := Date(day, s.ctx)
	return day, err == nil && !allDigits(day)
}

// duration reads working days as they are said, from the n-th word on, and tells which word follows: 3d, 3 days, 2 more weeks,
// another week, half a day. A week is five days.
func (s *saying) duration(n int) (roadmap.Effort, int, bool) {
	word := func(i int) string {
		if i < len(s.words) {
			return s.words[i]
		}
		return ""
	}
	if word(n) == "another" || word(n) == "by" {
		n++
	}
	if w := strings.TrimLeft(word(n), "~"); looksLikeEffort(w) {
		e, err := readEffort(w, "d")
		return e, n + 1, err == nil
	}
	amount := strings.TrimLeft(word(n), "~")
	switch {
	case amount == "half" && (word(n+1) == "a" || word(n+1) == "an"):
		amount, n = "0.5", n+2
	case numbers[amount] > 0:
		amount, n = strconv.Itoa(numbers[amount]), n+1
	case strings.HasPrefix(word(n), "day") || strings.HasPrefix(word(n), "week"): // after another
		amount = "1"
	default:
		n++
	}
	if word(n) == "more" || word(n) == "extra" || word(n) == "further" || word(n) == "working" {
		n++
	}
	unit := map[string]string{"day": "d", "days": "d", "week": "w", "weeks": "w", "wk": "w", "wks": "w", "d": "d", "w": "w"}[word(n)]
	if unit == "" || amount == "" || amount[0] < '0' || amount[0] > '9' {
		return roadmap.Effort{}, 0, false
	}
	e, err := readEffort(amount+unit, "d")
	return e, n + 1, err == nil
}

// numbers are the words for small ones.
var numbers = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
