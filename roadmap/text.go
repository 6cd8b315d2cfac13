package roadmap

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unprintable tells whether a character must not be kept: control characters (C0, C1, DEL), bidi and zero-width controls,
// line and paragraph separators, and what is no character. A line feed and a tab are unprintable here too; where notes
// may hold them, IsClean lets them pass.
func Unprintable(r rune) bool {
	switch {
	case r < 0x20 || r >= 0x7f && r < 0xa0 || r == utf8.RuneError:
		return true
	case r < 0x00ad:
		return false
	case r == 0x00ad || r == 0x061c || r == 0x180e || r == 0xfeff:
		return true
	case r >= 0x200b && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2060 && r <= 0x206f:
		return true
	case r >= 0xfff0 && r <= 0xfffb || r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return unicode.Is(unicode.Cs, r) || r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe
}

// joiner tells whether the zero-width joiner or non-joiner at s[i:] stands where a script or an emoji needs it: between two
// characters that are neither ASCII nor space.
func joiner(s string, i, size int) bool {
	prev, _ := utf8.DecodeLastRuneInString(s[:i])
	next, _ := utf8.DecodeRuneInString(s[i+size:])
	visible := func(r rune) bool { return r > 0xa0 && r != utf8.RuneError && !unicode.IsSpace(r) && !Unprintable(r) }
	return visible(prev) && visible(next)
}

// maxMarks is how many combining marks may stand on one character: more than any script needs, fewer than spill over lines.
const maxMarks = 8

func isMark(r rune) bool { return r >= 0x300 && unicode.In(r, unicode.Mn, unicode.Me) }

// IsClean tells whether a text may be kept: valid UTF-8 without unprintable characters other than line feed and tab, and
// without heaps of combining marks.
func IsClean(s string) bool {
	marks := 0
	for i, r := range s {
		if r >= 0x20 && r < 0x7f || r == '\n' || r == '\t' {
			marks = 0
			continue
		}
		if r == 0x200c || r == 0x200d {
			if !joiner(s, i, 3) {
				return false
			}
			continue
		}
		if Unprintable(r) {
			return false
		}
		if !isMark(r) {
			marks = 0
		} else if marks++; marks > maxMarks {
			return false
		}
	}
	return true
}

// CleanLine makes a text fit for a single line. Space at the ends goes. Where anything else must change, what is unprintable
// is left out, line feeds, tabs and runs of space become one space, and it says so.
func CleanLine(s string) (clean string, changed bool) {
	s = strings.TrimSpace(s)
	if IsClean(s) && !strings.ContainsAny(s, "\n\t") {
		return s, false
	}
	return strings.Join(strings.Fields(cleaned(s)), " "), true
}

// CleanText leaves out what is unprintable but keeps lines and tabs; line ends become line feeds.
func CleanText(s string) (clean string, changed bool) {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if IsClean(s) {
		return s, false
	}
	return cleaned(s), true
}

// cleaned leaves out what must not be kept. Once more where that has parted a joiner from what it joined.
func cleaned(s string) string {
	for !IsClean(s) {
		s = cleanedOnce(s)
	}
	return s
}

func cleanedOnce(s string) string {
	var b strings.Builder
	marks := 0
	for i, r := range s {
		if !isMark(r) && r != 0x200c && r != 0x200d {
			marks = 0
		} else if isMark(r) {
			marks++
		}
		switch {
		case r == '\n' || r == '\t':
			b.WriteRune(r)
		case r == '\r' || r == 0x2028 || r == 0x2029 || r == 0x85:
			b.WriteByte('\n')
		case r == 0x200c || r == 0x200d:
			if joiner(s, i, 3) {
				b.WriteRune(r)
			}
		case marks <= maxMarks && !Unprintable(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Visible makes a text fit for one line of a terminal: a line feed, a tab and whatever must not be kept are written as in a Go
// string.
func Visible(s string) string {
	if IsClean(s) && !strings.ContainsAny(s, "\n\t") {
		return s
	}
	var b strings.Builder
	marks := 0
	for i, r := range s {
		if !isMark(r) {
			marks = 0
		} else {
			marks++
		}
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case (r == 0x200c || r == 0x200d) && joiner(s, i, 3):
			b.WriteRune(r)
		case Unprintable(r) || marks > maxMarks:
			b.WriteString(escape(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// escape is a character as a Go string writes it in ASCII.
func escape(r rune) string { return strings.Trim(strconv.QuoteRuneToASCII(r), "'") }
