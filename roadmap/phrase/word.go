package phrase

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"bywhen/roadmap"
)

// word is what stands between spaces, with its quotes taken off; spaces inside quotes belong to it.
type word struct {
	text string // as meant
	bare string // as text, with a zero for each byte that was quoted or escaped: syntax is looked for here
	at   []int  // where each byte of text was typed, and where the word ends
	kept bool   // a backslash before it keeps it from being anything but text
	open int    // where a quote was opened that is never closed, or -1
}

// part is text[i:j] as a word of its own.
func (w word) part(i, j int) word {
	w.text, w.bare, w.at = w.text[i:j], w.bare[i:j], w.at[i:j+1]
	return w
}

// from is text[i:] as a word of its own.
func (w word) from(i int) word { return w.part(i, len(w.text)) }

func (w word) start() int { return w.at[0] }
func (w word) end() int   { return w.at[len(w.at)-1] }

// quoted tells whether all of it stands in quotes, so that it is a whole name and no other thing.
func (w word) quoted() bool { return w.open < 0 && w.text != "" && strings.Trim(w.bare, "\x00") == "" }

// is tells whether it is that unquoted word, in any case.
func (w word) is(name string) bool { return strings.EqualFold(w.bare, name) }

// list is the parts between commas that are not quoted; empty parts are left out.
func (w word) list() []word { return w.split(",") }

// split is the parts between any of the signs, where they are not quoted; empty parts are left out.
func (w word) split(signs string) []word {
	var out []word
	from := 0
	for i := 0; i <= len(w.bare); i++ {
		if i < len(w.bare) && strings.IndexByte(signs, w.bare[i]) < 0 {
			continue
		}
		if i > from {
			out = append(out, w.part(from, i))
		}
		from = i + 1
	}
	return out
}

// literal is a text taken as it is, quotes and all.
func literal(text string) word {
	at := make([]int, len(text)+1)
	for i := range at {
		at[i] = i
	}
	return word{text: text, bare: text, at: at, open: -1}
}

// unspaced is a text as one word, in which quotes still count: a value that a shell has already parted from others.
func unspaced(text string) (word, error) {
	s := scanner{text: text, whole: true}
	s.word()
	switch w := s.words[0]; {
	case s.lost.count > 0:
		return w, fmt.Errorf("%s holds control or invisible characters: leave them out", quote(text))
	case w.open >= 0:
		return w, fmt.Errorf("%s has a quote that is not closed", quote(text))
	default:
		return w, nil
	}
}

// cleaned is how many characters of a text cannot be kept, and where the first is.
type cleaned struct{ count, at int }

func (c cleaned) chip() Chip {
	return Chip{Field: "text", Text: fmt.Sprintf("%s cleaned away", plural(c.count, "control or invisible character")), Start: c.at, End: c.at + 1}
}

// scan parts a text into words. Control and invisible characters are left out of them, and counted.
func scan(text string) ([]word, cleaned) {
	s := scanner{text: text}
	for s.skipSpace() {
		s.word()
	}
	return s.words, s.lost
}

type scanner struct {
	text  string
	i     int
	whole bool // spaces do not end a word
	words []word
	lost  cleaned

	value, bare []byte
	at          []int
	open        int
}

// skipSpace goes to the next word and tells whether there is one. A tab or line end between words counts as cleaned away.
func (s *scanner) skipSpace() bool {
	breaks, at := 0, s.i
	for s.i < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.i:])
		if !unicode.IsSpace(r) {
			break
		}
		if roadmap.Unprintable(r) {
			if breaks == 0 {
				at = s.i
			}
			breaks++
		}
		s.i += n
	}
	if s.i == len(s.text) {
		return false
	}
	if breaks > 0 && len(s.words) > 0 {
		s.lose(breaks, at)
	}
	return true
}

func (s *scanner) lose(n, at int) {
	if s.lost.count == 0 {
		s.lost.at = at
	}
	s.lost.count += n
}

func (s *scanner) word() {
	begin := s.i
	s.value, s.bare, s.at, s.open = nil, nil, nil, -1
	kept := s.text[s.i:] != "" && s.text[s.i] == '\\' && !s.whole && !s.endsAt(s.i+1)
	if kept {
		s.i++
	}
	closing := rune(0)
	for s.i < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.i:])
		switch {
		case closing == 0 && !s.whole && unicode.IsSpace(r):
			s.finish(begin, kept)
			return
		case kept && !strings.HasPrefix(s.text[s.i:], `\"`):
			s.take(r, n, true)
		case closing != 0 && r == closing:
			closing, s.open = 0, -1
			s.i += n
		case closing == 0 && s.opens(r):
			closing, s.open = closingQuote(r), s.i
			s.i += n
		case r == '\\' && s.escapes(closing):
			s.i += n
			r, n = utf8.DecodeRuneInString(s.text[s.i:])
			s.take(r, n, true)
		default:
			s.take(r, n, closing != 0)
		}
	}
	s.finish(begin, kept)
}

func closingQuote(r rune) rune {
	if r == '“' {
		return '”'
	}
	return r
}

// opens tells whether a quote begins quoted text: at the beginning of a word or after one of the signs that a value follows. So 7" stays 7".
func (s *scanner) opens(r rune) bool {
	if r != '"' && r != '“' {
		return false
	}
	return len(s.bare) == 0 || strings.IndexByte(":@#,=<>(*-+", s.bare[len(s.bare)-1]) >= 0
}

// escapes tells whether the backslash here takes the meaning from what follows it.
func (s *scanner) escapes(closing rune) bool {
	if s.i+1 >= len(s.text) {
		return false
	}
	next := s.text[s.i+1]
	if closing != 0 {
		return next == '"' || next == '\\'
	}
	return next == '"' || next == ',' || next == ' ' && !s.whole && len(s.bare) > 0
}

func (s *scanner) endsAt(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return i >= len(s.text) || unicode.IsSpace(r)
}

// take adds a character to the word, unless it cannot be kept.
func (s *scanner) take(r rune, n int, quoted bool) {
	piece := s.text[s.i : s.i+n]
	switch {
	case unicode.IsSpace(r):
		if roadmap.Unprintable(r) {
			s.lose(1, s.i)
		}
		piece = " "
	case roadmap.Unprintable(r) && r != 0x200c && r != 0x200d:
		s.lose(1, s.i)
		piece = ""
	}
	for k := range len(piece) {
		s.at = append(s.at, s.i)
		s.value = append(s.value, piece[k])
		if quoted {
			s.bare = append(s.bare, 0)
		} else {
			s.bare = append(s.bare, piece[k])
		}
	}
	s.i += n
}

func (s *scanner) finish(begin int, kept bool) {
	w := word{text: string(s.value), bare: string(s.bare), at: append(s.at, s.i), kept: kept, open: s.open}
	if len(w.at) > 1 {
		w.at[0] = begin // with its quote or backslash
	}
	if !roadmap.IsClean(w.text) {
		w = s.withoutJoiners(w)
	}
	s.words = append(s.words, w)
}

// withoutJoiners leaves out zero-width joiners, which stand where they join nothing.
func (s *scanner) withoutJoiners(w word) word {
	out := word{at: make([]int, 0, len(w.at)), kept: w.kept, open: w.open}
	var text, bare strings.Builder
	for i, r := range w.text {
		n := utf8.RuneLen(r)
		if r == 0x200c || r == 0x200d {
			s.lose(1, w.at[i])
			continue
		}
		text.WriteString(w.text[i : i+n])
		bare.WriteString(w.bare[i : i+n])
		out.at = append(out.at, w.at[i:i+n]...)
	}
	out.text, out.bare, out.at = text.String(), bare.String(), append(out.at, w.end())
	return out
}

// plural is "1 day", "2 days".
func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
