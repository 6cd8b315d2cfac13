package exchange

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// scanner reads JSON (RFC 8259) value by value, as the caller expects them. It never descends by itself, so no input can
// nest deeper than the caller's tables.
type scanner struct {
	data      []byte
	at        int
	line      int // from 1
	lineStart int // where that line begins
}

func newScanner(data []byte) *scanner { return &scanner{data: data, line: 1} }

// flaw is what is wrong at a place of the file.
type flaw struct {
	line, column int
	path         []string // fields and items, innermost first
	problem      string
}

// Error names line, column, item and field.
func (f *flaw) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "line %d, column %d: ", f.line, f.column)
	for i := len(f.path) - 1; i >= 0; i-- {
		b.WriteString(f.path[i])
		if i == 0 || f.path[i-1][0] != '[' { // an item goes with its list: tasks[3]
			b.WriteString(": ")
		}
	}
	return b.String() + f.problem
}

// within adds the field or item that an error occurred in.
func within(err error, name string) error {
	if f, ok := err.(*flaw); ok {
		f.path = append(f.path, name)
	}
	return err
}

func (s *scanner) fail(format string, args ...any) error { return s.failAt(s.at, format, args...) }

func (s *scanner) failAt(at int, format string, args ...any) error {
	column := 1 + utf8.RuneCount(s.data[min(s.lineStart, at):at])
	return &flaw{line: s.line, column: column, problem: fmt.Sprintf(format, args...)}
}

// skip passes over white space.
func (s *scanner) skip() {
	for ; s.at < len(s.data); s.at++ {
		switch s.data[s.at] {
		case '\n':
			s.line, s.lineStart = s.line+1, s.at+1
		case ' ', '\t', '\r':
		default:
			return
		}
	}
}

// peek is the next byte that is no white space; 0 at the end.
func (s *scanner) peek() byte {
	s.skip()
	if s.at == len(s.data) {
		return 0
	}
	return s.data[s.at]
}

// take passes over that byte, if it comes next.
func (s *scanner) take(c byte) bool {
	if s.peek() != c || s.at == len(s.data) {
		return false
	}
	s.at++
	return true
}

// found describes what comes next, for an error about it.
func (s *scanner) found() string {
	c := s.peek()
	switch {
	case s.at == len(s.data):
		return "the end of the file"
	case c == '{':
		return "an object"
	case c == '[':
		return "a list"
	case c == '"':
		if text, err := s.clone().text(); err == nil {
			return "the text " + quoted(text)
		}
		return "a text"
	}
	rest := s.data[s.at:]
	if end := bytes.IndexAny(rest, " \t\r\n,:{}[]\""); end > 0 {
		rest = rest[:end]
	} else if end == 0 {
		rest = rest[:1]
	}
	if bytes.IndexByte(rest, 0) >= 0 { // of no use to anybody who reads it
		return "bytes that are no text"
	}
	return quoted(string(rest[:min(len(rest), 300)]))
}

func (s *scanner) clone() *scanner { c := *s; return &c }

// expected is the error that something else comes next.
func (s *scanner) expected(what string) error {
	found := s.found()
	return s.fail("%s is expected, not %s", what, found)
}

// members calls visit with the name of each member of an object and where it stands; the scanner is then before its value.
func (s *scanner) members(visit func(name string, at int) error) error {
	if !s.take('{') {
		return s.expected("an object { }")
	}
	if s.take('}') {
		return nil
	}
	for {
		if s.peek() != '"' {
			return s.expected("a field's name in double quotes")
		}
		at := s.at
		name, err := s.text()
		if err != nil {
			return err
		}
		if !s.take(':') {
			return s.expected("a colon after " + quoted(name))
		}
		if err := visit(name, at); err != nil {
			return err
		}
		if s.take('}') {
			return nil
		}
		if !s.take(',') {
			return s.expected("a comma or }")
		}
	}
}

// items calls visit at each item of a list.
func (s *scanner) items(visit func(i int) error) error {
	if !s.take('[') {
		return s.expected("a list [ ]")
	}
	if s.take(']') {
		return nil
	}
	for i := 0; ; i++ {
		if err := visit(i); err != nil {
			return err
		}
		if s.take(']') {
			return nil
		}
		if !s.take(',') {
			return s.expected("a comma or ]")
		}
	}
}

// truth reads true or false.
func (s *scanner) truth() (bool, error) {
	s.skip()
	for _, word := range []string{"true", "false"} {
		if bytes.HasPrefix(s.data[s.at:], []byte(word)) {
			s.at += len(word)
			return word == "true", nil
		}
	}
	return false, s.expected("true or false")
}

// number reads a number and hands out its digits as they stand.
func (s *scanner) number() (string, error) {
	s.skip()
	end := s.at
	skipDigits := func() bool {
		from := end
		for end < len(s.data) && s.data[end] >= '0' && s.data[end] <= '9' {
			end++
		}
		return end > from
	}
	next := func(set string) bool {
		if end < len(s.data) && strings.IndexByte(set, s.data[end]) >= 0 {
			end++
			return true
		}
		return false
	}
	next("-")
	if !next("0") && !skipDigits() {
		return "", s.expected("a number")
	}
	if next(".") && !skipDigits() {
		return "", s.expected("a number")
	}
	if next("eE") {
		if next("+-"); !skipDigits() {
			return "", s.expected("a number")
		}
	}
	if next("0123456789+-.eE") {
		return "", s.expected("a number")
	}
	text := string(s.data[s.at:end])
	s.at = end
	return text, nil
}

// text reads a string. Half a surrogate pair, a control character and what is no UTF-8 are errors.
func (s *scanner) text() (string, error) {
	if s.peek() != '"' {
		return "", s.expected("a text in double quotes")
	}
	from := s.at + 1
	for i := from; i < len(s.data); i++ {
		switch c := s.data[i]; {
		case c == '"':
			if !utf8.Valid(s.data[from:i]) {
				return "", s.fail("this text is not valid UTF-8: save the file as UTF-8")
			}
			s.at = i + 1
			return string(s.data[from:i]), nil
		case c == '\\':
			return s.escapedText(from, i)
		case c < ' ':
			return "", s.failAt(i, "a text must not hold a control character (%q): write it as an escape", rune(c))
		}
	}
	return "", s.fail("a text is opened here and never closed")
}

// escapedText reads a string from its first backslash on.
func (s *scanner) escapedText(from, i int) (string, error) {
	out := append([]byte(nil), s.data[from:i]...)
	for i < len(s.data) {
		switch c := s.data[i]; {
		case c == '"':
			if !utf8.Valid(out) {
				return "", s.fail("this text is not valid UTF-8: save the file as UTF-8")
			}
			s.at = i + 1
			return string(out), nil
		case c == '\\':
			r, n := unescape(s.data[i:])
			if n == 0 {
				return "", s.failAt(i, "%s is no escape of a character", quoted(string(s.data[i:min(i+6, len(s.data))])))
			}
			out = utf8.AppendRune(out, r)
			i += n
		case c < ' ':
			return "", s.failAt(i, "a text must not hold a control character (%q): write it as an escape", rune(c))
		default:
			out = append(out, c)
			i++
		}
	}
	return "", s.fail("a text is opened here and never closed")
}

// unescape reads the escape that b begins with and tells its length; 0 where it is none.
func unescape(b []byte) (rune, int) {
	if len(b) < 2 {
		return 0, 0
	}
	if i := strings.IndexByte(`"\/bfnrt`, b[1]); i >= 0 {
		return rune("\"\\/\b\f\n\r\t"[i]), 2
	}
	high, ok := hexRune(b)
	if !ok {
		return 0, 0
	}
	if !utf16.IsSurrogate(high) {
		return high, 6
	}
	low, ok := hexRune(b[6:])
	if r := utf16.DecodeRune(high, low); ok && r != utf8.RuneError {
		return r, 12
	}
	return 0, 0
}

// hexRune reads a backslash, a u and four hexadecimal digits.
func hexRune(b []byte) (rune, bool) {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	return rune(n), err == nil
}
