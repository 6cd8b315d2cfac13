package paint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bywhen/roadmap"

	"github.com/charmbracelet/x/ansi"
)

// Width is the number of cells of a text.
func Width(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] < 0x20 || s[i] == 0x7f {
			return ansi.StringWidth(s)
		}
	}
	return len(s)
}

// Cut is the text in at most w cells, its end replaced by an ellipsis where it is longer; what no terminal should be sent
// is shown as a replacement character. The second value is the width that came of it.
func (t *Theme) Cut(s string, w int) (string, int) {
	if w <= 0 {
		return "", 0
	}
	s = t.clean(s)
	n := Width(s)
	if n <= w {
		return s, n
	}
	if n == len(s) { // ASCII alone
		return s[:w-1] + t.Ellipsis, w
	}
	s = ansi.Truncate(s, w, t.Ellipsis)
	return s, Width(s)
}

// Fit is the text in exactly w cells: cut, or filled with spaces.
func (t *Theme) Fit(s string, w int) string {
	s, n := t.Cut(s, w)
	return s + t.Spaces(w-n)
}

// disputed is what programs and terminals count differently: pictures joined into one, their presentation and skin tones.
// They are shown as the plain picture, so that columns stay straight everywhere.
const disputed = "\n\t\u200d\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"

const firstPictograph = '\u2600'

// clean replaces what would move the cursor or hide text; in ASCII also what the terminal cannot show.
func (t *Theme) clean(s string) string {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] >= 0x7f {
			return t.cleaned(s)
		}
	}
	return s
}

func (t *Theme) cleaned(s string) string {
	if !t.ASCII && roadmap.IsClean(s) && !strings.ContainsAny(s, disputed) && !strings.ContainsFunc(s, swallows) {
		return s
	}
	var b strings.Builder
	joined, kept := false, roadmap.IsClean(s)
	for _, r := range s {
		if joined = joined && r >= firstPictograph; joined {
			joined = false
			continue
		}
		switch {
		case r == '\n' || r == '\t':
			b.WriteByte(' ')
		case t.ASCII && r >= utf8.RuneSelf:
			b.WriteString(asciiFor(r))
		case r == '\u200d':
			joined = true
		case r == '\u200c' && kept: // between letters of a script, which it takes no cell of
			b.WriteRune(r)
		case r == '\ufe0f' || r >= '\U0001f3fb' && r <= '\U0001f3ff':
		case roadmap.Unprintable(r) || swallows(r):
			b.WriteString(t.Cleaned)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// swallows tells whether a character forms one with whatever follows, be it a space of ours.
func swallows(r rune) bool { return unicode.Is(unicode.Prepended_Concatenation_Mark, r) }

// asciiFor stands in for our own typography on a terminal that shows ASCII alone; other letters become a question mark.
func asciiFor(r rune) string {
	switch r {
	case '→', '►', '⇢', '›':
		return ">"
	case '←':
		return "<"
	case '·', '–', '—', '─':
		return "-"
	case '…':
		return "~"
	case '’', '‘':
		return "'"
	case '“', '”':
		return `"`
	case '×':
		return "x"
	}
	return "?"
}

// leastName is the cells that a name in a text keeps at least.
const leastName = 10

// CutNames shortens those names in a text that are longest, so that the text has room in w cells: what is said of them stays. Where
// that is not enough its end goes as well.
func (t *Theme) CutNames(s string, w int, names ...string) string {
	names = slices.Clone(names)
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) }) // a name may be the beginning of another
	longest := 0
	for _, name := range names {
		longest = max(longest, Width(name))
	}
	out := s
	for most := longest - 1; Width(out) > w && most >= leastName; most-- {
		out = s
		for _, name := range names {
			if Width(name) > most {
				short, _ := t.Cut(name, most)
				out = strings.ReplaceAll(out, name, short)
			}
		}
	}
	out, _ = t.Cut(out, w)
	if twice := t.Ellipsis + t.Ellipsis; strings.HasSuffix(out, twice) {
		out = strings.TrimSuffix(out, t.Ellipsis)
	}
	return out
}

// CutMiddle shortens a text to w cells so that its beginning and its end stay, each with about half of them; where it can, the end
// begins with a word.
func (t *Theme) CutMiddle(s string, w int) string {
	s = t.clean(s)
	all := Width(s)
	if all <= w || w < 3*leastName/2 {
		out, _ := t.Cut(s, w)
		return out
	}
	end := ansi.TruncateLeft(s, all-(w-1)/2, "")
	if i := strings.IndexByte(end, ' '); i >= 0 && i < len(end)/2 {
		end = end[i:]
	}
	head := strings.TrimRight(ansi.Truncate(s, w-1-Width(end), ""), " ")
	return head + t.Ellipsis + end
}

// TwoLines breaks a text at a space into a line of at most first cells and, where it is longer, one of at most second, of which the
// middle goes if it must.
func (t *Theme) TwoLines(s string, first, second int) []string {
	head, tail := breakAt(t.clean(s), first)
	if tail == "" {
		return []string{head}
	}
	return []string{head, t.CutMiddle(tail, second)}
}

// Wrap breaks a text at spaces into lines of at most w cells; a word that is wider is broken too. At most lines come out,
// the last one cut with an ellipsis.
func (t *Theme) Wrap(s string, w, lines int) []string {
	var out []string
	if w <= 0 || lines <= 0 {
		return nil
	}
	for _, paragraph := range strings.Split(s, "\n") {
		for rest := t.clean(paragraph); ; {
			if len(out) == lines-1 {
				cut, _ := t.Cut(rest, w)
				return append(out, cut)
			}
			head, tail := breakAt(rest, w)
			out = append(out, head)
			if rest = tail; rest == "" {
				break
			}
		}
	}
	return out
}

// breakAt splits a text so that the head has at most w cells; the space between goes.
func breakAt(s string, w int) (head, tail string) {
	if Width(s) <= w {
		return s, ""
	}
	head = ansi.Truncate(s, w, "")
	if head == "" { // one character is wider than the line
		_, n := utf8.DecodeRuneInString(s)
		return "", s[n:]
	}
	if strings.HasPrefix(s[len(head):], " ") {
		return head, strings.TrimLeft(s[len(head):], " ")
	}
	if i := strings.LastIndexByte(head, ' '); i > 0 {
		return head[:i], strings.TrimLeft(s[i:], " ")
	}
	return head, s[len(head):]
}
