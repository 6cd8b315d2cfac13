package input

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"bywhen/roadmap"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// Most is how many characters a line may have: more than any line of a roadmap holds, little enough to be drawn at every key. A text
// of several lines may have those of notes.
const Most = 64 << 10

// buffer is a text and a place in it.
type buffer struct {
	text  string
	at    int  // bytes; between two grapheme clusters
	lines bool // may hold several lines

	joiner string // that was typed by itself, last, into
	joined string // this text: it is put in with what it joins

	refused string // why what was typed or pasted last was not put in; empty where it was
}

func (b *buffer) most() int {
	if b.lines {
		return roadmap.MaxNotes
	}
	return Most
}

// tooLong is why a text cannot be as long as it would be; empty where it can.
func (b *buffer) tooLong(text string) string {
	most := b.most()
	if len(text) <= most {
		return ""
	}
	if n := utf8.RuneCountInString(text); n > most {
		return fmt.Sprintf("too long: %d characters, at most %d; nothing was put in", n, most)
	}
	return ""
}

// nextCluster is where the cluster that begins at i ends.
func nextCluster(s string, i int) int {
	if i >= len(s) {
		return len(s)
	}
	if s[i] < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
		return i + 1
	}
	cluster, _ := ansi.FirstGraphemeCluster(s[i:], ansi.GraphemeWidth)
	return i + max(len(cluster), 1)
}

// previousCluster is where the cluster that ends at i begins. No cluster reaches over a line's end, so it looks from there.
func previousCluster(s string, i int) int {
	if i <= 0 {
		return 0
	}
	if i > 1 && s[i-1] < utf8.RuneSelf && s[i-2] < utf8.RuneSelf {
		return i - 1
	}
	at := strings.LastIndexByte(s[:i-1], '\n') + 1
	for {
		next := nextCluster(s, at)
		if next >= i {
			return at
		}
		at = next
	}
}

// set replaces all of it and goes to its end.
func (b *buffer) set(text string) {
	b.text = b.clean(text)
	b.at = len(b.text)
}

func (b *buffer) clean(text string) string {
	var out string
	if b.lines {
		out, _ = roadmap.CleanText(text)
		return strings.ReplaceAll(out, "\t", " ")
	}
	if roadmap.IsClean(text) && !strings.ContainsAny(text, "\n\t") {
		return text
	}
	out, _ = roadmap.CleanLine(text)
	return out
}

// insert puts a text in at the place, cleaned. A joiner or an accent is kept where it has something to stand on; one that comes by itself,
// as where a terminal sends a picture of several in parts, waits for what it joins. What would
// make the text too long, or too heaped with accents, is left out; the former is told.
func (b *buffer) insert(s string) bool {
	joiner, still := b.joiner, b.joined == b.text
	b.joiner, b.joined = "", ""
	if joiner != "" && still && b.put(joiner+s) || b.put(s) {
		return true
	}
	if s == "\u200c" || s == "\u200d" {
		b.joiner, b.joined = s, b.text
		return false
	}
	clean := b.clean(s)
	if !b.lines && clean != "" { // spaces at the ends part what is pasted from what is there
		if first, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(first) {
			clean = " " + clean
		}
		if last, _ := utf8.DecodeLastRuneInString(s); unicode.IsSpace(last) {
			clean += " "
		}
	}
	if b.put(clean) {
		return true
	}
	b.refused = b.tooLong(b.text + clean)
	return false
}

// put inserts a text as it is, unless that cannot be kept.
func (b *buffer) put(s string) bool {
	text := b.text[:b.at] + s + b.text[b.at:]
	if s == "" || b.tooLong(text) != "" || !roadmap.IsClean(text) || strings.ContainsRune(s, '\t') || !b.lines && strings.ContainsRune(s, '\n') {
		return false
	}
	b.text = text
	b.settle(b.at + len(s))
	return true
}

// replace puts a text in place of some bytes and goes behind it.
func (b *buffer) replace(from, to int, with string) {
	from = min(max(from, 0), len(b.text))
	to = min(max(to, from), len(b.text))
	b.text = b.text[:from] + with + b.text[to:]
	b.settle(from + len(with))
}

// settle goes to a place, or behind the cluster that it has come to lie in.
func (b *buffer) settle(at int) {
	if !roadmap.IsClean(b.text) { // a joiner was left with nothing to join
		head, tail := b.clean(b.text[:at]+"x"), b.clean("x"+b.text[at:])
		b.text, at = head[:len(head)-1]+tail[1:], len(head)-1
	}
	_, b.at = b.around(at)
}

// around is where the cluster that a place lies in begins and ends; between two clusters both are the place itself.
func (b *buffer) around(at int) (start, end int) {
	if at <= 0 || at >= len(b.text) {
		at = max(0, min(at, len(b.text)))
		return at, at
	}
	start = previousCluster(b.text, at)
	if end = nextCluster(b.text, start); end == at {
		start = at
	}
	return start, end
}

func (b *buffer) erase(from, to int) bool {
	if from >= to {
		return false
	}
	b.replace(from, to, "")
	return true
}

func (b *buffer) lineStart() int { return strings.LastIndexByte(b.text[:b.at], '\n') + 1 }

func (b *buffer) lineEnd() int {
	if i := strings.IndexByte(b.text[b.at:], '\n'); i >= 0 {
		return b.at + i
	}
	return len(b.text)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func notSpace(r rune) bool { return !unicode.IsSpace(r) }

// wordBefore is where the word before the place begins; a word is a run of what belongs to one.
func (b *buffer) wordBefore(belongs func(rune) bool) int {
	head := strings.TrimRightFunc(b.text[:b.at], func(r rune) bool { return !belongs(r) })
	start, _ := b.around(len(strings.TrimRightFunc(head, belongs)))
	return start
}

// wordAfter is where the word after the place ends.
func (b *buffer) wordAfter(belongs func(rune) bool) int {
	tail := strings.TrimLeftFunc(b.text[b.at:], func(r rune) bool { return !belongs(r) })
	_, end := b.around(len(b.text) - len(strings.TrimLeftFunc(tail, belongs)))
	return end
}

// moves are the keys that go to another place in the text.
var moves = map[string]func(*buffer) int{
	"left":       func(b *buffer) int { return previousCluster(b.text, b.at) },
	"ctrl+b":     func(b *buffer) int { return previousCluster(b.text, b.at) },
	"right":      func(b *buffer) int { return nextCluster(b.text, b.at) },
	"ctrl+f":     func(b *buffer) int { return nextCluster(b.text, b.at) },
	"home":       (*buffer).lineStart,
	"ctrl+a":     (*buffer).lineStart,
	"end":        (*buffer).lineEnd,
	"ctrl+e":     (*buffer).lineEnd,
	"alt+b":      func(b *buffer) int { return b.wordBefore(inWord) },
	"alt+left":   func(b *buffer) int { return b.wordBefore(inWord) },
	"ctrl+left":  func(b *buffer) int { return b.wordBefore(inWord) },
	"alt+f":      func(b *buffer) int { return b.wordAfter(inWord) },
	"alt+right":  func(b *buffer) int { return b.wordAfter(inWord) },
	"ctrl+right": func(b *buffer) int { return b.wordAfter(inWord) },
}

// erasures are the keys that take something away; each tells whether there was anything.
var erasures = map[string]func(*buffer) bool{
	"backspace":     func(b *buffer) bool { return b.erase(previousCluster(b.text, b.at), b.at) },
	"ctrl+h":        func(b *buffer) bool { return b.erase(previousCluster(b.text, b.at), b.at) },
	"delete":        func(b *buffer) bool { return b.erase(b.at, nextCluster(b.text, b.at)) },
	"ctrl+d":        func(b *buffer) bool { return b.erase(b.at, nextCluster(b.text, b.at)) },
	"ctrl+k":        func(b *buffer) bool { return b.erase(b.at, b.lineEnd()) },
	"ctrl+u":        func(b *buffer) bool { return b.erase(b.lineStart(), b.at) },
	"ctrl+w":        func(b *buffer) bool { return b.erase(b.wordBefore(notSpace), b.at) },
	"alt+backspace": func(b *buffer) bool { return b.erase(b.wordBefore(inWord), b.at) },
	"alt+d":         func(b *buffer) bool { return b.erase(b.at, b.wordAfter(inWord)) },
}

// Edits tells whether a key that is no character edits a text, or moves in it.
func Edits(k tea.KeyMsg) bool {
	name := k.String()
	return moves[name] != nil || erasures[name] != nil
}

// PastedLines is how many lines a paste has that say anything; 0 of what is no paste.
func PastedLines(k tea.KeyMsg) int {
	if !k.Paste {
		return 0
	}
	lines := strings.FieldsFunc(string(k.Runes), func(r rune) bool { return r == '\n' || r == '\r' })
	return len(slices.DeleteFunc(lines, func(s string) bool { return strings.TrimSpace(s) == "" }))
}

// key edits the text, into one line of which several that are pasted are not run: whether the key was for it, and whether the text or the place is another now.
func (b *buffer) key(k tea.KeyMsg) (taken, changed bool) {
	b.refused = ""
	if n := PastedLines(k); n > 1 && !b.lines {
		b.refused = strconv.Itoa(n) + " lines: paste one at a time"
		return true, false
	}
	if (k.Type == tea.KeyRunes || k.Type == tea.KeySpace) && (k.Paste || !k.Alt) {
		return true, b.insert(string(k.Runes))
	}
	name := k.String()
	if move, ok := moves[name]; ok {
		was := b.at
		b.at = move(b)
		return true, b.at != was
	}
	if erase, ok := erasures[name]; ok {
		return true, erase(b)
	}
	return false, false
}
