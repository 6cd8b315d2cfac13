package phrase

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Answer is what a line out of a mail or a chat says of a task: "- Port store page: done", "3d left on Tool campaign".
type Answer struct {
	Task int    // its place among the titles, -1 where the line names none
	Text string // as ParseTold reads it; empty where the line says nothing of the task
	// LeftOut is what stands beside it in the line and was not read: "steel came late" beside "new promise 6 April".
	LeftOut string
}

// Titles are titles of tasks that lines may name.
type Titles struct {
	titles, alike []string
	words         map[string]int // a title and its team by their words in order of the alphabet, -1 where two tasks have the same
}

// NewTitles makes the titles of tasks ready to be looked for, each with the name of its team; there may be none of those.
func NewTitles(titles, teams []string) Titles {
	t := Titles{titles: titles, alike: make([]string, len(titles)), words: map[string]int{}}
	for i := range titles {
		t.alike[i] = alike(titles[i])
		if i < len(teams) && teams[i] != "" {
			t.know(i, titles[i]+" "+teams[i])
		}
		t.know(i, titles[i])
	}
	return t
}

// know keeps by its words, in any order, what names a task.
func (t *Titles) know(task int, name string) {
	words := wordsOf(name)
	if words == "" {
		return
	}
	if was, is := t.words[words]; is && was != task {
		task = -1
	}
	t.words[words] = task
}

// wordsOf are the words of a name in order of the alphabet, each once, as one text.
func wordsOf(name string) string {
	words := strings.FieldsFunc(alike(name), func(r rune) bool { return !isWordRune(r) })
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// Answer finds in a line the title of a task, the longest that is in it as whole words or else the one that it begins with the
// beginning of, up to a colon or a dash, or whose words, with those of its team or without, stand before that in any order; what stands behind it, or before it, is the answer, if ParseTold can take it against the context
// of that task: all of it, its beginning, or else what can be guessed (see guess). Bullets are taken off, a box that is checked is done.
// Where no part can be taken, or the parts contradict each other, the answer is all of what is said, so that it can be told why.
func (t Titles) Answer(line string, context func(task int) Context) Answer {
	line, checked := withoutBullet(strings.TrimSpace(line))
	line = unmarked(line)
	task, from, to := t.in(line)
	if task < 0 {
		return Answer{Task: -1}
	}
	before, after := said(line[:from]), said(line[to:])
	all := strings.TrimSpace(before + " " + after)
	if all == "" && checked {
		return Answer{Task: task, Text: "done"}
	}
	g := guesser{ctx: context(task)}
	for _, side := range [][2]string{{after, before}, {before, after}} {
		text, rest, ok := g.first(side[0], side[1])
		if ok {
			return Answer{task, text, rest}
		}
		if text != "" { // the rest contradicts it
			return Answer{Task: task, Text: all}
		}
	}
	if all != "" && g.says(all) != "" {
		return Answer{Task: task, Text: all}
	}
	if text, ok := g.guess(after); ok {
		return Answer{task, text, leftOut(after, text, before)}
	}
	if after == "" {
		return Answer{Task: task, Text: before}
	}
	return Answer{Task: task, Text: after}
}

// among is the answer in a text, and what is left out of it and of the words on the other side of its title.
func (g guesser) among(text, other string) (answer, rest string, ok bool) {
	answer, rest, ok = g.first(text, other)
	if ok || answer != "" {
		return answer, rest, ok
	}
	if answer, ok = g.guess(text); ok {
		rest = leftOut(text, answer, other)
	}
	return answer, rest, ok
}

// first is a text, or its beginning, as an answer, and what is left out then; not ok where none is, or where the rest contradicts it.
func (g guesser) first(text, other string) (answer, rest string, ok bool) {
	for _, answer := range firstParts(text) {
		if says := g.says(answer); says != "" {
			rest := leftOut(text, answer, other)
			return answer, rest, g.agrees(says, rest) && !g.misses(text, answer)
		}
	}
	return "", "", false
}

// firstParts are a text, and its beginning up to what only explains it: 3d left (Ana is on it).
func firstParts(text string) []string {
	out := []string{text}
	for _, end := range []string{". ", "; ", ", "} { // two answers, and why
		if at := strings.LastIndex(text, end); at >= 0 {
			out = append(out, said(text[:at]))
		}
	}
	for _, end := range []string{" (", ". ", "; ", " - ", " – ", " — ", ", "} {
		if first, _, cut := strings.Cut(text, end); cut {
			out = append(out, said(first))
		}
	}
	return out
}

// leadsOver are words between an answer and its task: 3d left on Tool campaign, Tool campaign is done.
var leadsOver = []string{"on", "for", "with", "of", "is", "are", "the", "our", "and", "in"}

// said is what stands beside a title without what only leads over to it; a tick is done.
func said(text string) string {
	for {
		was := text
		text = strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(":-–—=>|,\"“”'→", r) })
		if fields := strings.Fields(text); len(fields) > 0 && slices.Contains(leadsOver, strings.ToLower(fields[len(fields)-1])) {
			text = strings.TrimSpace(text[:strings.LastIndex(text, fields[len(fields)-1])])
		}
		if text == was {
			break
		}
	}
	if text != "" && strings.Trim(text, "✓✔✅☑️ ") == "" {
		return "done"
	}
	return text
}

// in is the title that a line names, and where; -1 where it names none, or more than one might be meant.
func (t Titles) in(line string) (task, from, to int) {
	low := alike(line)
	if len(low) != len(line) { // a letter whose small form takes other bytes
		low = line
	}
	end := head(line)
	task, most := -1, 0
	for i, title := range t.alike {
		if len(title) <= most {
			continue
		}
		if at := wholeWords(low, title); at >= 0 {
			task, most, from, to = i, len(title), at, at+len(title)
		}
	}
	if by, named := t.words[wordsOf(low[:max(end, 0)])]; named && by >= 0 && (task < 0 || to <= end || from >= end) {
		return by, 0, end
	}
	if task >= 0 {
		return task, from, to
	}
	head := fold(low[:max(end, 0)])
	for i, title := range t.titles {
		switch {
		case utf8.RuneCountInString(head) < 3 || begins(title, head) == 0:
		case task >= 0:
			return -1, 0, 0
		default:
			task, from, to = i, 0, end
		}
	}
	return task, from, to
}

// head is where what a line begins with ends, up to a colon or a dash; -1 where there is none.
func head(line string) int {
	end := strings.IndexAny(line, ":=|\t–—")
	if dash := strings.Index(line, " - "); dash >= 0 && (end < 0 || dash < end) {
		end = dash
	}
	return end
}

// alike is a text in small letters, with spaces for hyphens: as many bytes, mostly.
func alike(s string) string { return gaps.Replace(strings.ToLower(s)) }

var gaps = strings.NewReplacer("-", " ", "_", " ")

// wholeWords is where a text stands in a line with no letter or digit right before or behind it; -1 nowhere.
func wholeWords(line, text string) int {
	for from := 0; text != ""; {
		at := strings.Index(line[from:], text)
		if at < 0 {
			return -1
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(line[:at])
		after, _ := utf8.DecodeRuneInString(line[at+len(text):])
		if !isWordRune(before) && !isWordRune(after) {
			return at
		}
		from = at + 1
	}
	return -1
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
