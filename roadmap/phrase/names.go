package phrase

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"bywhen/roadmap"
)

func (c Context) roadmap() *roadmap.Roadmap {
	if c.Roadmap == nil {
		return roadmap.New("", c.Today)
	}
	return c.Roadmap
}

// quote shows a value in an error, short enough for a line.
func quote(s string) string {
	if r := []rune(s); len(r) > 40 {
		s = string(r[:39]) + "…"
	}
	return strconv.Quote(s)
}

// named is something that can be meant by an id or a name.
type named struct{ id, name string }

func (c Context) teams() []named {
	var out []named
	for _, t := range c.roadmap().Teams() {
		out = append(out, named{t.ID, t.Name})
	}
	return out
}

func (c Context) goals() []named {
	var out []named
	for _, g := range c.roadmap().Goals() {
		out = append(out, named{g.ID, g.Title})
	}
	return out
}

func (c Context) tasks() []named {
	tasks := c.roadmap().Tasks()
	out := make([]named, len(tasks))
	for i, t := range tasks {
		out[i] = named{t.ID, t.Title}
	}
	return out
}

// match finds what a typed name means: an id, a whole name, the beginning of a name, and then, where loose, the beginning of a
// word in it. Of these the first that finds anything decides; all that it finds come back. Of a quoted name no word inside counts.
func match(w word, list []named, loose bool) []named {
	key := fold(w.text)
	if key == "" {
		return nil
	}
	tests := []func(named) bool{
		func(n named) bool { return n.id == w.text },
		func(n named) bool { return strings.EqualFold(n.id, w.text) },
		func(n named) bool { return begins(n.name, key) == len(n.name) },
		func(n named) bool { return begins(n.name, key) > 0 },
	}
	if loose && !w.quoted() {
		tests = append(tests, func(n named) bool { return anyWordBegins(n.name, key) })
	}
	for _, test := range tests {
		if found := filtered(list, test); len(found) > 0 {
			return found
		}
	}
	return nil
}

func filtered(list []named, test func(named) bool) []named {
	var out []named
	for _, n := range list {
		if test(n) {
			out = append(out, n)
		}
	}
	return out
}

// fold makes names comparable: lower case, with any run of spaces, hyphens and underscores as one space.
func fold(s string) string { return strings.Join(strings.FieldsFunc(strings.ToLower(s), isGap), " ") }

func isGap(r rune) bool { return r == ' ' || r == '-' || r == '_' }

// begins is how many bytes of a name, folded, a folded key takes up, with the gap behind it; 0 where the name begins otherwise.
// It is asked of every task at every key, so it allocates nothing.
func begins(name, key string) int {
	i := skipGap(name, 0)
	for j := 0; j < len(key); {
		switch {
		case i == len(name):
			return 0
		case key[j] == ' ':
			next := skipGap(name, i)
			if next == i {
				return 0
			}
			i, j = next, j+1
		case name[i] < utf8.RuneSelf:
			if lower(name[i]) != key[j] {
				return 0
			}
			i, j = i+1, j+1
		default:
			r, n := utf8.DecodeRuneInString(name[i:])
			k, m := utf8.DecodeRuneInString(key[j:])
			if r != k && unicode.ToLower(r) != k {
				return 0
			}
			i, j = i+n, j+m
		}
	}
	if end := skipGap(name, i); end == len(name) {
		return end
	}
	return i
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}

func skipGap(s string, i int) int {
	for i < len(s) && isGap(rune(s[i])) {
		i++
	}
	return i
}

func anyWordBegins(name, key string) bool {
	for i := 1; i < len(name); i++ {
		if isGap(rune(name[i-1])) && begins(name[i:], key) > 0 {
			return true
		}
	}
	return false
}

// several says that a name could mean more than one thing.
func several(w word, found []named) error {
	names := labels(found[:min(len(found), 4)])
	if len(found) > 4 {
		names[3] = fmt.Sprintf("%d others", len(found)-3)
	}
	return fmt.Errorf("%s could be %s: type more of it, or the id", quote(w.text), roadmap.Alternatives(names))
}

// unknownName says that a name means nothing, and which come nearest to it.
func (r *reader) unknownName(what string, w word, list []named) error {
	if r.hints++; r.hints <= 3 { // of a long list of wrong names the first few are enough
		if near := nearest(w.text, list); len(near) > 0 {
			return fmt.Errorf("there is no %s %s: nearest is %s", what, quote(w.text), roadmap.Alternatives(labels(near)))
		}
	}
	return fmt.Errorf("there is no %s %s", what, quote(w.text))
}

func labels(list []named) []string {
	var out []string
	for _, n := range list {
		out = append(out, n.id+" "+quote(n.name))
	}
	return out
}

// nearest are the up to three names that share most pairs of letters with a text, best first, of those in which something stands that
// differs from it in at most a third of its letters.
func nearest(text string, list []named) []named {
	var pairs [1024]bool
	total := eachPair(text, func(p int) { pairs[p] = true })
	var best [3]int
	var out [3]named
	for _, n := range list {
		shared := 0
		eachPair(n.name, func(p int) {
			if pairs[p] {
				shared++
			}
		})
		if 3*shared < total || shared == 0 || shared <= best[len(best)-1] || !nearby(text, n.name) {
			continue
		}
		for i := range best {
			if shared > best[i] {
				copy(best[i+1:], best[i:])
				copy(out[i+1:], out[i:])
				best[i], out[i] = shared, n
				break
			}
		}
	}
	n := 0
	for n < len(best) && best[n] > 0 {
		n++
	}
	return out[:n]
}

// nearby tells whether some part of a name differs from a text in at most a third of the text's bytes, in any case and with no regard
// to gaps: bytes to insert, delete or replace (P. H. Sellers, The theory and computation of evolutionary distances: pattern recognition, 1980).
func nearby(text, name string) bool {
	text, name = gapless(text), gapless(name)
	if len(text) > 64 {
		return false
	}
	row := make([]int, len(name)+1) // of a part that may begin anywhere
	for i := range len(text) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(name) {
			replace := diagonal
			if lower(text[i]) != lower(name[j]) {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j]+1, row[j+1]+1)
		}
	}
	return slices.Min(row) <= len(text)/3
}

func gapless(s string) string {
	return strings.Map(func(r rune) rune {
		if isGap(r) {
			return -1
		}
		return r
	}, s)
}

// eachPair calls f with a number for each pair of neighbouring letters, in lower case, and tells how many there are.
func eachPair(s string, f func(int)) int {
	n := 0
	for i := 1; i < len(s); i++ {
		f((int(s[i-1]|0x20)*31 + int(s[i]|0x20)) % 1024)
		n++
	}
	return n
}
