package terminal

import (
	"bytes"
	"unicode/utf8"
)

// ahead is what has been read and not been handed on yet.
//
// A key pressed with alt comes as an escape and the key, and so do esc and a key after it where both come in one read: over a
// slow line, or while the program was busy. Alone in a read, be it again and again, it is taken for alt; among other keys for
// the two, which are handed on one by one. Else whoever types esc and goes on would have neither.
type ahead struct {
	rest  []byte
	parts bool // an escape is parted from the key after it
	more  bool // there was no room for all that could be read: the last key may not be whole
}

// mostRead is how many bytes are read at once.
const mostRead = 4096

// take takes in what was read, after what is left of what was read before.
func (a *ahead) take(in []byte, more bool) {
	a.rest, a.more = append(a.rest, in...), more
	n := withAlt(a.rest)
	a.parts = n == 0 || len(a.rest)%n != 0 || !bytes.Equal(a.rest, bytes.Repeat(a.rest[:n], len(a.rest)/n))
}

// next hands on what may be handed on together, as much as there is room for; 0 where there is nothing.
func (a *ahead) next(p []byte) int {
	n := 0
	for n < len(a.rest) {
		k, alt := keyBytes(a.rest[n:]), a.parts && withAlt(a.rest[n:]) > 0
		if n > 0 && n+k > len(p) || a.more && (n+k == len(a.rest) || !utf8.FullRune(a.rest[n:])) {
			break
		}
		if n += k; alt {
			break
		}
	}
	n = copy(p, a.rest[:n])
	a.rest = a.rest[n:]
	return n
}

const esc = 0x1b

// withAlt is the length of an escape and the key after it, where a text begins with that; else 0.
func withAlt(b []byte) int {
	if len(b) < 2 || b[0] != esc || b[1] == '[' || b[1] == 'O' || b[1] == ']' {
		return 0
	}
	return 1 + keyBytes(b[1:])
}

// keyBytes is the length of the key with which a text begins: a sequence, a character, or a byte that begins neither.
func keyBytes(b []byte) int {
	if b[0] != esc || len(b) == 1 {
		_, n := utf8.DecodeRune(b)
		return n
	}
	switch b[1] {
	case 'O':
		return min(3, len(b))
	case ']':
		if _, next := replyEnd(b); next > 0 {
			return next
		}
		return len(b)
	case '[':
		return sequenceBytes(b)
	}
	return 1
}

// sequenceBytes is the length of a control sequence; a Linux console's function keys have two brackets.
func sequenceBytes(b []byte) int {
	if len(b) > 2 && b[2] == '[' {
		return min(4, len(b))
	}
	for n := 2; n < len(b); n++ {
		if b[n] >= '@' && b[n] <= '~' {
			return n + 1
		}
	}
	return len(b)
}
