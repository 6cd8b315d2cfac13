package phrase

import (
	"fmt"
	"slices"
	"strings"
)

// withLags makes one word of after: and a lag that stands by itself behind the name: after:"Climate units fitted" +10d.
func (s *sentence[T]) withLags(words []word) []word {
	for i := 0; i+1 < len(words); i++ {
		next := words[i+1]
		first, _, _ := strings.Cut(next.bare, ",")
		if !s.namesAfter(words[i]) || next.kept || len(first) < 2 || strings.IndexByte("+-:", first[0]) < 0 || strings.HasPrefix(first, "++") {
			continue
		}
		if _, _, err := ParseLag(first); err != nil {
			continue
		}
		one := words[i]
		one.text, one.bare, one.open = one.text+" "+next.text, one.bare+" "+next.bare, next.open
		one.at = slices.Concat(one.at, next.at)
		words = slices.Concat(words[:i], []word{one}, words[i+2:])
		i-- // another lag may follow, behind a comma
	}
	return words
}

// namesAfter tells whether a word is after: and a name behind it.
func (s *sentence[T]) namesAfter(w word) bool {
	i := strings.IndexAny(w.bare, ":=")
	if i <= 0 || i+1 == len(w.bare) || w.kept || w.open >= 0 || w.bare[i] == '=' && !s.equals {
		return false
	}
	f := find(s.fields, strings.TrimPrefix(strings.ToLower(w.bare[:i]), "-"))
	return f != nil && f.name == "after" && !strings.HasSuffix(w.bare, ",")
}

// gatherAfter makes one word of an unquoted name in after: and the words behind it that go on as a title which the name began: "Mast
// 3d after:antenna module" waits for Antenna module. Of a new task that is done only where the words end what is left over, and
// something of the title stands before: of "Mast after:antenna module rig" and "after:antenna module" nobody knows where the title
// begins, nor where the name is already the whole of one. Those words stay the title's, and strayed says so. For use after parse.
func (s *sentence[T]) gatherAfter(words []word) []word {
	var left []int // the words left over, by their place
	for i, w := range words {
		if slices.ContainsFunc(s.rest, func(r word) bool { return r.start() == w.start() }) {
			left = append(left, i)
		}
	}
	for i := len(words) - 1; i >= 0; i-- {
		k, _ := slices.BinarySearch(left, i+1)
		n := 0 // how many words behind it are left over
		for k+n < len(left) && left[k+n] == i+1+n {
			n++
		}
		if n == 0 || s.fresh && (k == 0 || k+n < len(left)) {
			continue
		}
		if one, ok := s.oneName(words[i : i+1+n]); ok {
			words = slices.Concat(words[:i], []word{one}, words[i+1+n:])
			left = left[:k]
		}
	}
	return words
}

// oneName is words as one, if the first is after: with a name that all others go on.
func (s *sentence[T]) oneName(words []word) (word, bool) {
	value, ok := s.afterValue(words[0])
	if !ok {
		return word{}, false
	}
	names := value.list()
	if len(names) == 0 || s.whole(names[len(names)-1]) {
		return word{}, false
	}
	one, ok := joined(words)
	if !ok {
		return word{}, false
	}
	value, _ = s.afterValue(one)
	for _, name := range value.list() {
		if found, _, _ := s.heads(name); len(found) == 0 {
			return word{}, false
		}
	}
	return one, true
}

// afterValue is what stands behind after: in a word, where nothing of it is quoted.
func (s *sentence[T]) afterValue(w word) (value word, ok bool) {
	i := strings.IndexByte(w.bare, ':')
	if s.equals && i < 0 {
		i = strings.IndexByte(w.bare, '=')
	}
	if i < 0 || w.kept || w.open >= 0 || strings.ContainsRune(w.bare, 0) {
		return word{}, false
	}
	f := find(s.fields, strings.TrimPrefix(w.bare[:i], "-"))
	return w.from(i + 1), f != nil && f.name == "after"
}

// whole tells whether a name is an id or a title from its beginning to its end, or the caret.
func (s *sentence[T]) whole(name word) bool {
	return name.text == "^" || slices.ContainsFunc(s.tasks(), func(n named) bool {
		return strings.EqualFold(n.id, name.text) || fold(n.name) == fold(name.text)
	})
}

// strayed doubts an unquoted name in after: where the next word, which went to the title, would have been part of it.
func (s *sentence[T]) strayed() {
	for i := range s.chips {
		c := &s.chips[i]
		if c.Field != "after" || c.Problem != "" {
			continue
		}
		name := s.text[c.Start:c.End]
		if k := strings.IndexByte(name, ':'); k >= 0 && strings.EqualFold(name[:k], c.Field) {
			name = name[k+1:]
		}
		for _, w := range s.rest {
			next := w.start() > c.End && strings.TrimSpace(s.text[c.End:w.start()]) == "" && w.text != "" && !w.kept && !w.quoted()
			if next && len(match(literal(name+" "+w.text), s.tasks(), true)) > 0 {
				c.Doubt = fmt.Sprintf("%s is in the title: after:%s takes both", quote(w.text), quote(name+" "+w.text))
			}
		}
	}
}
