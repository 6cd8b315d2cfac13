package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fuzzyWord matches a word against titles, bit by bit: bit i of a set says that the first i+1 letters are matched (after
// S. Wu and U. Manber, Fast text searching allowing errors, 1992).
//
// The word matches a title that holds it, or that holds its letters in order, the first at the beginning of a word, each later
// one right after the last, after one other letter, or at the beginning of a word. So indes is Industrial design, and antna Antenna.
type fuzzyWord struct {
	ascii [utf8.RuneSelf]uint64 // for each letter the places where the word has it, in either case
	other []runePlaces
	done  uint64 // the bit of the last letter
}

type runePlaces struct {
	r      rune
	places uint64
}

// WordFinds tells of titles whether a filter of that bare word finds them: see ParseFilter.
func WordFinds(word string) func(title string) bool {
	if f := newFuzzyWord(word); f != nil {
		return f.matches
	}
	word = strings.ToLower(word)
	return func(title string) bool { return strings.Contains(strings.ToLower(title), word) }
}

// newFuzzyWord is nil for a word of more than 64 letters.
func newFuzzyWord(s string) *fuzzyWord {
	n := utf8.RuneCountInString(s)
	if n == 0 || n > 64 {
		return nil
	}
	f := &fuzzyWord{done: 1 << (n - 1)}
	bit := uint64(1)
	for _, r := range s {
		f.put(unicode.ToLower(r), bit)
		if up := unicode.ToUpper(r); up != unicode.ToLower(r) {
			f.put(up, bit)
		}
		bit <<= 1
	}
	return f
}

func (f *fuzzyWord) put(r rune, bit uint64) {
	if r < utf8.RuneSelf {
		f.ascii[r] |= bit
		return
	}
	for i := range f.other {
		if f.other[i].r == r {
			f.other[i].places |= bit
			return
		}
	}
	f.other = append(f.other, runePlaces{r, bit})
}

// matches runs over the title once, without allocating.
func (f *fuzzyWord) matches(title string) bool {
	var run, last, before, ever uint64 // a run of letters; matched up to the last letter, the one before, any letter
	inWord := false
	for i := 0; i < len(title); {
		r, n := rune(title[i]), 1
		var places uint64
		var letter bool
		if r < utf8.RuneSelf {
			places = f.ascii[r]
			letter = 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
		} else {
			r, n = utf8.DecodeRuneInString(title[i:])
			places, letter = f.placesOf(r), unicode.IsLetter(r) || unicode.IsDigit(r)
		}
		i += n
		run = (run<<1 | 1) & places
		now := (last | before) << 1 & places
		if letter && !inWord {
			now |= (ever<<1 | 1) & places
		}
		ever |= now
		before, last, inWord = last, now, letter
		if (ever|run)&f.done != 0 {
			return true
		}
	}
	return false
}

func (f *fuzzyWord) placesOf(r rune) uint64 {
	for i := range f.other {
		if f.other[i].r == r {
			return f.other[i].places
		}
	}
	return 0
}
