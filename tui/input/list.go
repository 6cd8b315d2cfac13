package input

import (
	"slices"
	"strings"

	"bywhen/roadmap/phrase"

	"github.com/sahilm/fuzzy"
)

// list is rows that a few letters find, and the one among them that is pointed at. Rows are named by their number.
type list struct {
	names    []string // what is searched
	also     []string // what else finds a row, word by word: its team, its id; may be nil
	commands int      // how many are commands, which come first: the others are places to go to, found by a query alone; 0: all are alike
	query    string
	found    []hit
	loosely  []hit // found, and what has the letters too, but far from one another, where something has them nearer
	at       int   // the row pointed at, by its place in found
	top      int   // the first one shown, by its place in found
	shown    int   // how many rows there is room for, as drawn last
	above    int   // how many lines stand above them
}

// hit is a row that was found, below its score turned round: the better of two is the smaller number, and of two that are as
// good the first. So many can be sorted as numbers are.
type hit int64

func hitOf(row, score int) hit { return hit(int64(-score)<<32 | int64(row)) }

func (h hit) row() int { return int(h & (1<<32 - 1)) }

func (h hit) score() int { return -int(h >> 32) }

// show makes the list that of these names, all of them found. It points at the same place as before, as far as there is one.
func (l *list) show(names, also []string) {
	query := l.query
	l.names, l.also, l.query, l.found = names, nil, "\x00", nil
	for _, a := range also {
		l.also = append(l.also, strings.ToLower(a))
	}
	l.search(query)
}

// search finds rows by a text: each of its words must be found in the name, its letters in this order, or stand in what else
// finds the row. Where some rows have the letters as a filter wants them, as a run, from a word's beginning or hardly apart, those that
// have them anywhere are left out. The best come first; those that are as good stay in their order.
func (l *list) search(query string) {
	query = strings.Join(strings.Fields(query), " ")
	if query == l.query {
		return
	}
	within := l.loosely
	if !narrows(l.query, query) {
		within = l.all()
	}
	l.query = query
	words := strings.Fields(query)
	if len(words) == 0 {
		l.loosely, l.found = within, within
		if l.commands > 0 {
			l.found = within[:l.commands]
		}
	} else {
		l.loosely = l.matching(words, within)
		l.found = l.nearest(words, l.loosely)
	}
	l.at, l.top = 0, 0
}

// narrows tells whether whatever the new query finds was found by the old one.
func narrows(before, after string) bool { return before != "" && strings.HasPrefix(after, before) }

func (l *list) all() []hit {
	out := make([]hit, len(l.names))
	for i := range out {
		out[i] = hitOf(i, 0)
	}
	return out
}

func (l *list) matching(words []string, within []hit) []hit {
	now := make([]hit, len(within))
	for i, h := range within {
		now[i] = hitOf(h.row(), l.worth(h.row(), words))
	}
	for _, w := range words {
		now = l.matchingWord(w, now)
	}
	slices.Sort(now)
	return now
}

// nearest are the rows of some in which each word is found as a filter finds it, or is how a word begins of what else finds the row; all
// of them where there is none such.
func (l *list) nearest(words []string, rows []hit) []hit {
	near := slices.Clone(rows)
	for _, w := range words {
		finds, w := phrase.WordFinds(w), strings.ToLower(w)
		near = slices.DeleteFunc(near, func(h hit) bool {
			return !finds(l.names[h.row()]) && (l.also == nil || !strings.Contains(" "+l.also[h.row()], " "+w))
		})
	}
	if len(near) == 0 {
		return rows
	}
	return near
}

// placeScore is what a place is worth beside a command that has the letters as well. What a command is worth beside any place, if it
// is meant by the words that were typed: each begins, or better is, a word of its name, or of what else it is found by.
const (
	placeScore      = -12
	placeNamedScore = 3 << 20 // it says the words as they were typed: more than a command that only has their letters
	alsoBeginScore  = 1 << 22
	namedBeginScore = 2 << 22
	alsoIsScore     = 3 << 22
	titleScore      = 3<<22 + 1<<21 // a place that is called so as a whole: more than a command that is called so by nobody who reads its name
	namedScore      = 4 << 22
	exactScore      = 5 << 22 // a command that is, up to a colon or semicolon

	mostForLetters = 1 << 20 // a letter behind another is worth twice what that one was
)

// worth is what a row is worth before its letters count.
func (l *list) worth(row int, words []string) int {
	if l.commands == 0 {
		return 0
	}
	name, typed := wordsOf(l.names[row]), wordsOf(strings.Join(words, " "))
	if row >= l.commands {
		return placeWorth(name, typed)
	}
	both := name
	if l.also != nil {
		both += wordsOf(l.also[row])
	}
	called, _, _ := strings.Cut(strings.Replace(l.names[row], ";", ":", 1), ":")
	switch {
	case wordsOf(called) == typed:
		return exactScore
	case holds(name, words, " "):
		return namedScore
	case holds(both, words, " "):
		return alsoIsScore
	case holds(name, words, ""):
		return namedBeginScore
	case holds(both, words, ""):
		return alsoBeginScore
	}
	return 0
}

// placeWorth is what a place is worth, by its name and what was typed, both as wordsOf has them.
func placeWorth(name, typed string) int {
	begun := strings.TrimRight(typed, " ")
	switch {
	case name == typed:
		return titleScore
	case begun != "" && strings.Contains(name, begun):
		return placeNamedScore
	}
	return placeScore
}

// wordsOf is a text in lower case, each of its words between spaces.
func wordsOf(text string) string {
	parts := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" ,;:()", r) })
	return " " + strings.Join(parts, " ") + " "
}

// holds tells whether each of some words is how a word of a text begins, with a space behind them whether it is one.
func holds(text string, words []string, behind string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, " "+strings.ToLower(w)+behind) })
}

// searchedAtOnce is how many rows are searched in one go. All at once, what is found of 10,000 is megabytes, copied as it grows.
const searchedAtOnce = 256

// matchingWord keeps the rows that one word finds.
func (l *list) matchingWord(word string, rows []hit) []hit {
	out := make([]hit, 0, len(rows))
	for some := range slices.Chunk(rows, searchedAtOnce) {
		for _, m := range fuzzy.FindFromNoSort(word, source{l.names, some}) {
			h := some[m.Index]
			out = append(out, hitOf(h.row(), h.score()+min(m.Score, mostForLetters)))
		}
	}
	if l.also == nil {
		return out
	}
	return l.alsoMatching(strings.ToLower(word), rows, out)
}

// alsoScore is what a word is worth that stands in what else finds a row: less than any good match of the name.
const alsoScore = -30

// alsoMatching adds the rows, not found by their names, in which else the word stands.
func (l *list) alsoMatching(word string, rows, found []hit) []hit {
	out := make([]hit, 0, len(rows))
	for _, h := range rows {
		switch {
		case len(found) > 0 && found[0].row() == h.row():
			out = append(out, found[0])
			found = found[1:]
		case strings.Contains(l.also[h.row()], word):
			out = append(out, hitOf(h.row(), h.score()+alsoScore))
		}
	}
	return out
}

// source is the names of some rows.
type source struct {
	names []string
	rows  []hit
}

func (s source) String(i int) string { return s.names[s.rows[i].row()] }
func (s source) Len() int            { return len(s.rows) }

// row is the row pointed at, -1 where there is none.
func (l *list) row() int {
	if l.at >= len(l.found) {
		return -1
	}
	return l.found[l.at].row()
}

// point points at a row, where it is found.
func (l *list) point(row int) {
	for i, h := range l.found {
		if h.row() == row {
			l.at = i
		}
	}
}

// key moves: whether the key was for it, and whether it points at another row now.
func (l *list) key(name string) (taken, moved bool) {
	was, page := l.at, max(l.shown, 1)
	switch name {
	case "up", "ctrl+p":
		l.move(-1)
	case "down", "ctrl+n":
		l.move(1)
	case "pgup":
		l.move(-page)
	case "pgdown":
		l.move(page)
	case "ctrl+home":
		l.move(-len(l.found))
	case "ctrl+end":
		l.move(len(l.found))
	default:
		return false, false
	}
	return true, l.at != was
}

func (l *list) move(by int) { l.at = max(0, min(l.at+by, len(l.found)-1)) }

// click is the place in found of the row drawn in a line; false where there is none.
func (l *list) click(y int) (place int, ok bool) {
	place = l.top + y - l.above
	return place, y >= l.above && y < l.above+l.shown && place < len(l.found)
}

// window is the places in found that h lines show, below those above: the one pointed at is among them.
func (l *list) window(above, h int) (from, to int) {
	l.above, l.shown = above, h
	l.top = max(0, min(l.top, l.at, len(l.found)-h))
	if l.at >= l.top+h {
		l.top = l.at - h + 1
	}
	return l.top, min(l.top+h, len(l.found))
}

// letters tells which bytes of a name the query found, for a row that is drawn.
func letters(query, name string) []bool {
	out := make([]bool, len(name))
	for _, w := range strings.Fields(query) {
		for _, m := range fuzzy.FindNoSort(w, []string{name}) {
			for _, i := range m.MatchedIndexes {
				out[i] = true
			}
		}
	}
	return out
}
