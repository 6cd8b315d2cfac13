package roadmap

import (
	"math"
	"strings"
)

// Position orders entities of a kind: it compares as bytes, and there is always another between two of them. The first
// eight bytes are a number, so that adding at the end stays short; what comes after is a fraction. Zero bytes at the end are
// left out, so that there is room between any two that differ.
type Position string

const (
	positionMiddle = uint64(1) << 62
	positionStep   = uint64(1) << 20
)

// PositionBetween is a position after a and before b; an empty one stands for the beginning, or the end.
// Where a does not come before b (in a damaged file) it is after a.
func PositionBetween(a, b Position) Position {
	a, b = a.trimmed(), b.trimmed()
	if a >= b {
		b = ""
	}
	switch {
	case a == "" && b == "":
		return numbered(positionMiddle)
	case b == "" && a.number() < math.MaxUint64-positionStep:
		return numbered(a.number() + positionStep)
	case a == "" && b.number() > positionStep:
		return numbered(b.number() - positionStep)
	}
	return midpoint(a, b)
}

func numbered(n uint64) Position {
	var b [8]byte
	for i := range b {
		b[i] = byte(n >> (56 - 8*i))
	}
	return Position(b[:]).trimmed()
}

func (p Position) trimmed() Position { return Position(strings.TrimRight(string(p), "\x00")) }

func (p Position) number() uint64 {
	var n uint64
	for i := range 8 {
		n <<= 8
		if i < len(p) {
			n |= uint64(p[i])
		}
	}
	return n
}

// midpoint reads both as fractions to base 256 and finds a short one strictly between, never ending in a zero byte.
func midpoint(a, b Position) Position {
	at := func(p Position, i, beyond int) int {
		if i < len(p) {
			return int(p[i])
		}
		return beyond
	}
	var out []byte
	bounded := b != "" // still level with b, so b's bytes are a ceiling
	for i := 0; ; i++ {
		lo, hi := at(a, i, 0), 256
		if bounded {
			hi = at(b, i, 0)
		}
		switch {
		case lo == hi:
			out = append(out, byte(lo))
		case hi-lo > 1:
			return Position(append(out, byte(lo+(hi-lo)/2)))
		default: // neighbours: keep a's byte, and b bounds no more
			out = append(out, byte(lo))
			bounded = false
		}
	}
}
