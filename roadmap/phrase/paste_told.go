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
}

// NewTitles makes the titles of tasks ready to be looked for.
func NewTitles(titles []string) Titles {
	t := Titles{titles: titles, alike: make([]string, len(titles))}
	for i := range titles {
		t.alike[i] = alike(titles[i])
	}
	return t
}

// Answer finds in a line the title of a task, the longest that is in it as whole words or else the one that it begins with the
// beginning of, up to a colon or a dash; what stands behind it, or before it, is the answer, if ParseTold can take it against the context
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
		for _, text := range firstParts(side[0]) {
			if says := g.says(text); says == "" {
				continue
			} else if rest := leftOut(side[0], text, side[1]); g.agrees(says, rest) {
				return Answer{task, text, rest}
			}
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

// firstParts are a text, and its beginning up to what only explains it: 3d left (Ana is on it).
func firstParts(text string) []string {
	out := []string{text}
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
	task, most := -1, 0
	for i, title := range t.alike {
		if len(title) <= most {
			continue
		}
		if at := wholeWords(low, title); at >= 0 {
			task, most, from, to = i, len(title), at, at+len(title)
		}
	}
	if task >= 0 {
		return task, from, to
	}
	end := strings.IndexAny(line, ":=|\t–—")
	if dash := strings.Index(line, " - "); dash >= 0 && (end < 0 || dash < end) {
		end = dash
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
