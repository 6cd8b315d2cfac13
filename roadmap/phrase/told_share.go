package phrase

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// share is how much of a task's work is done, in ten-thousandths, as it is said.
type share struct {
	said string // the share alone: 80%, half
	done int
}

// whole is all of the work in the unit of a share.
const whole = 10_000

// The words around a share: what leads up to it, and what is behind it where it is of what is done, or of what is left.
var (
	shareLeads = []string{"done", "completed", "complete", "finished", "at", "to", "about", "around", "roughly", "approx", "approximately", "ca", "almost", "nearly", "progress", "is", "now", "some"}
	shareDone  = []string{"", "done", "complete", "completed", "finished", "ready", "there", "way", "of it", "of it done", "through", "in", "of the work", "the work", "the work done", "the work is done", "of the work done", "of the work is done", "of work done", "of the way", "of the way there", "of the way through", "done already", "done now", "done so far"}
	shareLeft  = []string{"left", "to go", "remaining", "to do", "still to do", "still left", "still to go", "of it left", "of it to go", "of the work left", "of the work is left", "of work left", "missing", "open", "still open"}
)

// readShare reads how much is done where words say nothing else: 80%, done 80%, at 80 percent, half done, a third left, 3/4 done.
func readShare(words []string) (share, bool) {
	lead := 0
	for lead < len(words)-1 && slices.Contains(shareLeads, words[lead]) {
		lead++
	}
	led := slices.ContainsFunc(words[:lead], func(w string) bool { return slices.Contains(saysDone, w) })
	if of, is := countedShare(words[lead:]); is {
		return of, true
	}
	s, n, fraction := shareOf(words[lead:])
	tail := strings.Join(words[lead+n:], " ")
	switch {
	case n == 0, fraction && !led && tail == "": // 3/4 may be a date
		return share{}, false
	case slices.Contains(shareDone, tail):
		return s, true
	case led || !slices.Contains(shareLeft, tail):
		return share{}, false
	}
	s.done = whole - s.done
	return s, true
}

// countedShare is a share that is counted in things of which all are said: 10 of 20 parts done. Days are none: they are work.
func countedShare(words []string) (share, bool) {
	n := len(words)
	if n < 4 || n > 6 || words[1] != "of" || !allDigits(words[0], words[2]) || !slices.Contains([]string{"done", "ready", "finished", "complete", "completed", "delivered", "built"}, words[n-1]) {
		return share{}, false
	}
	some, all := number(words[0]), number(words[2])
	if all == 0 || some > all || all > whole || strings.HasPrefix(words[3], "day") || strings.HasPrefix(words[3], "week") || words[3] == "d" || words[3] == "w" {
		return share{}, false
	}
	return share{strings.Join(words[:3], " "), some * whole / all}, true
}

// shareOf is the share at the beginning of some words, and how many of them it takes; 0 where there is none.
func shareOf(words []string) (s share, n int, fraction bool) {
	first := strings.TrimLeft(words[0], "~≈")
	if strings.HasPrefix(first, "half") {
		n = 1 + b2i(len(words) > 1 && words[0] == "half" && words[1] == "way")
		return share{"half", whole / 2}, n, false
	}
	for n = min(2, len(words)); n > 0; n-- {
		said := strings.ReplaceAll(strings.Join(words[:n], " "), "-", " ")
		if done := fractions[said]; done > 0 {
			return share{said, done}, n, false
		}
	}
	if above, below, is := strings.Cut(first, "/"); is && allDigits(above, below) && number(below) <= 10 && 0 < number(above) && number(above) < number(below) {
		return share{first, number(above) * whole / number(below)}, 1, true
	}
	number, n := first, 1
	for _, sign := range []string{"%", "percent", "pct"} {
		if before, signed := strings.CutSuffix(number, sign); signed {
			return percent(before, n)
		}
	}
	switch unit := strings.Join(words[1:min(3, len(words))], " "); {
	case len(words) > 1 && slices.Contains([]string{"%", "percent", "pct"}, words[1]):
		return percent(number, 2)
	case unit == "per cent":
		return percent(number, 3)
	}
	return share{}, 0, false
}

// percent is a number of percent of n words as a share; of no words where it is no number.
func percent(number string, n int) (share, int, bool) {
	units, part, _ := strings.Cut(strings.Replace(number, ",", ".", 1), ".")
	if !allDigits(units) || part != "" && !allDigits(part) || len(units) > 6 {
		return share{}, 0, false
	}
	of, err := strconv.ParseFloat(units+"."+part, 64)
	if err != nil {
		return share{}, 0, false
	}
	return share{number + "%", int(math.Round(of * whole / 100))}, n, false
}

// fractions are shares in words.
var fractions = map[string]int{"a third": whole / 3, "one third": whole / 3, "two thirds": 2 * whole / 3, "a quarter": whole / 4, "one quarter": whole / 4,
	"three quarters": 3 * whole / 4, "a half": whole / 2, "one half": whole / 2}

// all tells whether nothing is left.
func (s share) all() bool { return s.done == whole }

// left is what is left of the work of a task, of its effort as it is estimated now, in person-days, rounded to hundredths but never to
// none; or why that cannot be told, and what to write.
func (s share) left(t *roadmap.Task) (roadmap.Effort, error) {
	if err := s.of(t); err != nil {
		return roadmap.Effort{}, err
	}
	all := t.WorkEffort().Hundredths()
	return roadmap.HundredthDays(max((all*(whole-s.done)+whole/2)/whole, 1)), nil
}

// of refuses a share that is none, and one of a task that has no work, or none of which it can be.
func (s share) of(t *roadmap.Task) error {
	switch {
	case s.done > whole || s.done < 0:
		return fmt.Errorf("%s: a share is from 1%% to 100%%: write 80%%, or how much is left, as left:2d", quote(s.said))
	case t != nil && t.IsMilestone() && !s.all():
		return fmt.Errorf("%s: %s", quote(s.said), noWork)
	case t != nil && !t.Status.Open():
		return fmt.Errorf("%s: it is %s already: write status:doing left:2d if there is work on it again", quote(s.said), t.Status)
	case s.done == 0 && t != nil && !t.Unestimated():
		return fmt.Errorf("%s: write status:todo if it is not started, else how much is left, as left:%sd", quote(s.said), t.WorkEffort())
	case s.done == 0:
		return fmt.Errorf("%s: write status:todo if it is not started, else how much is left, as left:10d", quote(s.said))
	case t != nil && t.Unestimated() && !s.all():
		return fmt.Errorf("%s of what is not known, since nobody has estimated it: write how much is left, as left:2d", quote(s.said))
	}
	return nil
}

// noWork is what to write of a milestone instead of what is left of it.
const noWork = "a milestone has no work left: write done, or the day on which it will be reached, as start:fri"

// says is of what a share is: "20% of its effort of 10 days".
func (s share) says(t *roadmap.Task) string {
	e := t.WorkEffort()
	return s.rest() + " of its effort of " + e.String() + " " + dayWord(e, t.People)
}

// rest is what is left in percent, to a tenth.
func (s share) rest() string {
	return strconv.FormatFloat(math.Round(float64(whole-s.done)/10)/10, 'f', -1, 64) + "%"
}

// shareIn is the share that one word says, which may be several that were gathered: of what is done, but in a number alone of what is left,
// as it is behind left: and remaining=.
func shareIn(w word) (share, bool) {
	said := newSaying(w.text, Context{})
	if len(said.words) == 0 || w.kept {
		return share{}, false
	}
	s, is := readShare(said.words)
	if is && len(said.words) == 1 {
		s.done = whole - s.done
	}
	return s, is
}

// IsShare tells whether a text says how much of a task's work is done, or left, and nothing else: 80%, done 80%, half done, 20% left.
// "remaining=at " and that text sets it.
func IsShare(text string) bool {
	words := newSaying(text, Context{}).words
	if len(words) == 0 {
		return false
	}
	_, is := readShare(words)
	return is
}

// gatherShares makes one word of those that say a share together: done 80%, half done.
func gatherShares(words []word) []word {
	var out []word
	for i := 0; i < len(words); i++ {
		n := 1
		for k := min(longestShare, len(words)-i); k > 1; k-- {
			if w, ok := joined(words[i : i+k]); ok {
				if _, is := shareIn(w); is {
					words[i], n = w, k
					break
				}
			}
		}
		out = append(out, words[i])
		i += n - 1
	}
	return out
}

// longestShare is how many words a share has in a set line: done at about 80 % of the work done.
const longestShare = 8

// reading is what a share does to a task: what is left is the rest of its effort, whatever else the same line makes that.
func (s share) reading(of *Standing) (reading[roadmap.Task], error) {
	var t *roadmap.Task
	out := reading[roadmap.Task]{last: true, say: s.rest() + " of its effort left", put: func(t *roadmap.Task, _ *hand) error {
		left, err := s.left(t)
		switch {
		case err != nil:
		case s.all():
			t.Status = roadmap.Done
		default:
			t.Remaining = left
		}
		return err
	}}
	if s.all() {
		out.say = "status done"
	}
	if of != nil {
		t = of.Task
	}
	if of != nil && !s.all() && s.of(t) == nil && !t.Unestimated() {
		left, _ := s.left(t)
		out.say = left.String() + " " + dayWord(left, t.People) + " left, " + s.says(t)
	}
	return out, s.of(nil)
}

// share is how much of it is done, or left, of all of it: 50%, half done, 30% left.
func (s *saying) share() (told, problem string) {
	of, ok := readShare(s.words)
	if !ok {
		return s.someShares()
	}
	of.said = s.text
	var t *roadmap.Task
	if s.ctx.Of != nil {
		t = s.ctx.Of.Task
	}
	if err := of.of(t); err != nil {
		return "", err.Error()
	}
	switch {
	case of.all():
		return "done", ""
	case t == nil:
		return "", quote(s.text) + ": write how much is left, as left:2d"
	}
	left, _ := of.left(t)
	s.counted = of.says(t)
	return left.String() + "d left", ""
}

// someShares refuses two shares of which one is meant: 80-90%.
func (s *saying) someShares() (told, problem string) {
	for i, w := range s.words {
		low, high, spans := strings.Cut(strings.ReplaceAll(w, "–", "-"), "-")
		high = strings.TrimSuffix(high, "%")
		if !spans || !allDigits(strings.TrimSuffix(low, "%"), high) {
			continue
		}
		words := append(append(slices.Clone(s.words[:i]), high+strings.Repeat("%", strings.Count(w[len(w)-1:], "%"))), s.words[i+1:]...)
		if _, is := readShare(words); is {
			return "", quote(s.text) + ": write one share, as " + strings.Join(words, " ")
		}
	}
	return "", ""
}

// countedFrom is a set that also says of what it was counted, and how to write what else may be meant, as a saying found it.
func (s Set) countedFrom(said *saying) Set {
	if len(s.Chips) == 0 || s.Problem() != nil {
		return s
	}
	if said.counted != "" {
		last := s.Chips[len(s.Chips)-1]
		s.Chips = append(s.Chips, Chip{Field: sharedField, Text: said.counted, Start: last.Start, End: last.End})
	}
	s.Instead = both(s.Instead, said.instead)
	return s
}

// sharedField is of a chip that says of what the one before it was counted.
const sharedField = "share"
