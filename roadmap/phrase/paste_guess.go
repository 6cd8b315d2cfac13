package phrase

import (
	"slices"
	"strings"
)

// guesser finds an answer among words that say more than that: "steel came late, new promise 6 April".
type guesser struct{ ctx Context }

// says is what an answer does, as its chips say it; empty where it cannot be taken.
func (g guesser) says(text string) string {
	if text == "" {
		return ""
	}
	told := wholeTold(text, g.ctx)
	if told.Problem() != nil {
		return ""
	}
	var out []string
	for _, c := range told.Chips {
		if c.Field != sharedField { // half done and 5d left are the same
			out = append(out, c.Text)
		}
	}
	return strings.Join(out, ", ")
}

// guess is the first answer that stands anywhere in a text, by its clauses; false where there is none, or two that do not say the same.
func (g guesser) guess(text string) (string, bool) {
	found, clear := g.all(text)
	if !clear || len(found) == 0 || g.misses(text, found[0]) {
		return "", false
	}
	says := g.says(found[0])
	for _, other := range found[1:] {
		if g.says(other) != says {
			return "", false
		}
	}
	return found[0], true
}

// misses tells whether what an answer leaves out of a text says something of the task as well, which cannot be taken or joined to it:
// done fri 3d left; started 2026-02-02, 3d left; blocked, 2d left.
func (g guesser) misses(text, answer string) bool {
	before, after, _ := strings.Cut(text, answer)
	return slices.ContainsFunc(append(clauses(before), clauses(after)...), func(clause string) bool {
		set, is := mistold(strings.Trim(clause, " ,;:.!"), g.ctx)
		return is && !set.AsPlanned
	})
}

// agrees tells whether the rest of a line does not contradict what is taken of it, as an "or rather 6 April" does.
func (g guesser) agrees(says, rest string) bool {
	for _, clause := range clauses(rest) {
		if first, _, _ := strings.Cut(clause, " "); strings.EqualFold(first, "or") {
			return false
		}
	}
	found, _ := g.all(rest)
	return !slices.ContainsFunc(found, func(other string) bool { return g.says(other) != says })
}

// all are the answers in a text, one a clause; clear tells whether none of them is doubted, as "not done" is.
func (g guesser) all(text string) (found []string, clear bool) {
	clear = true
	for _, clause := range clauses(text) {
		words := strings.Fields(clause)
		if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(wordsOfPast, bareWord(w)) }) {
			continue // the old promise
		}
		answer := g.in(words)
		if answer == "" {
			continue
		}
		found = append(found, answer)
		clear = clear && !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(wordsOfDoubt, bareWord(w)) || strings.HasSuffix(w, "?") })
	}
	return found, clear
}

// A clause is looked through up to mostWords, for answers of up to longAnswer of them, or those to its end: people write no longer ones.
const mostWords, longAnswer = 60, 10

// in is the first answer among the words of a clause, as long as it can be.
func (g guesser) in(words []string) string {
	if len(words) > mostWords {
		return ""
	}
	for i := range words {
		for j := len(words); j > i; j-- {
			if j < len(words) {
				j = min(j, i+longAnswer)
			}
			text := strings.Trim(strings.Join(words[i:j], " "), ",;:.!")
			s := newSaying(text, g.ctx)
			if len(s.words) == 0 || !s.sure(words[:i], words[j:]) || g.says(text) == "" {
				continue
			}
			return text
		}
	}
	return ""
}

// sure tells whether a text can be taken for an answer though other words of its clause are left out: what has a day or an amount in a
// form that means nothing else, or how it stands where only what leads up to that is beside it: the drawings may be done, not the task.
// What has happened on a day may have more behind it: done fri, started 1-dec 3d left jonas sick.
func (s *saying) sure(before, after []string) bool {
	n := len(s.words)
	if s.begins(surelyPromise...) > 0 || s.begins(saysMovedTo[:len(saysMovedTo)-1]...) > 0 || s.begins(surelyStarts...) > 0 {
		return n > 1
	}
	if s.begins(saysLater...) > 0 && n > 1 {
		return true
	}
	if d, at, ok := s.duration(0); ok && d.Hundredths() > 0 && (at < n || slices.Contains(s.words, "more") || s.words[0] == "another") {
		return true // 2 days left, 1 week late, 3 more days
	}
	filled := func(words []string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(fillers, bareWord(w)) })
	}
	if filled(before) && s.happened() {
		return true
	}
	alone := filled(before) && filled(after)
	if s.begins(saysWaiting...) > 0 || s.begins("blocked by", "blocked on", "blocked at") > 0 {
		return alone
	}
	if _, is := readShare(s.words); is {
		return alone
	}
	return alone && (s.is(surelyPlanned...) || s.is(saysDone...) || s.begins(saysDoneOn...) > 0 && n > 1 || s.begins(saysStarted...) > 0 && n > 1)
}

// happened tells whether it says that work began or ended, and on which day.
func (s *saying) happened() bool {
	n := max(s.begins(saysStarted...), s.begins(saysDoneOn...))
	for end := n + 1; n > 0 && end <= min(n+4, len(s.words)); end++ {
		of := &saying{words: s.words[:end], ctx: s.ctx}
		if _, is := of.date(n); is {
			return true
		}
	}
	return false
}

// The words by which a guess is made, or given up.
var (
	surelyPromise = []string{"promise", "promise is", "new promise", "new promise is", "promised", "promised for", "promised by", "promises", "eta", "eta is", "new eta", "new date", "new date is", "ready on", "ready by", "will be ready", "will be done", "will be finished", "now expected", "expected on", "expected by"}
	surelyStarts  = []string{"starts", "begins", "will start", "will begin", "starting", "not before"}
	surelyPlanned = []string{"as planned", "on track", "on schedule", "on plan", "on time", "all good", "back on track"}
	fillers       = []string{"ok", "okay", "yes", "yep", "good", "fine", "still", "now", "is", "are", "it", "it's", "was", "has", "been", "all", "already", "everything", "going", "so", "far", "us", "from", "our", "side", "currently", "we", "i", "think", "thanks", "and", "well", "that", "this", "one"}
	wordsOfPast   = []string{"old", "original", "originally", "previous", "previously", "formerly", "instead"}
	wordsOfDoubt  = []string{"not", "no", "never", "isn't", "won't", "can't", "cannot", "don't", "hasn't", "wasn't", "without", "if", "unless", "except", "almost", "nearly", "partly", "partially", "might", "may", "could", "would", "should", "hope", "hopefully", "maybe", "perhaps", "depends", "unlikely", "whether", "or"}
)

// bareWord is a word in small letters without the signs around it.
func bareWord(w string) string { return strings.Trim(strings.ToLower(w), ",;:.!?()\"'“”’") }

// clauses are the parts of a text between signs, or a but.
func clauses(text string) []string {
	for _, end := range []string{", ", "; ", ". ", " - ", " – ", " — ", " (", ") ", ": ", " but "} {
		text = strings.ReplaceAll(text, end, "\n")
	}
	return strings.Split(strings.TrimRight(text, ")"), "\n")
}

// leftOut is what a text says beside a part that was taken from it, with what stands on the other side of the title.
func leftOut(text, taken, other string) string {
	before, after, _ := strings.Cut(text, taken)
	var out []string
	for _, s := range []string{other, before, after} {
		if s = strings.Trim(s, " ,;:.!?()-–—"); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " … ")
}
