package phrase

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"bywhen/roadmap"
)

// sentence is a line of words, some of which set fields of a T. What no field claims is left over: a title, mostly.
type sentence[T any] struct {
	reader
	text   string
	fields []field[T]
	// sign finds the field that a word sets by its form alone, as @team or 3d; nil where it has none.
	sign func(i int, w word) (key string, value word, ok bool)
	// slip finds a word that begins like a value and is none; nil where there is none such.
	slip func(i int, w word) slip
	// equals lets FIELD=VALUE stand for field:value.
	equals bool
	// gather makes one word of several that belong together; nil where none do.
	gather func([]word) []word
	// skip is how many words at the beginning are not the sentence's.
	skip int

	edits    []func(*T, *hand) error
	finally  []func(*T, *hand) error // edits that come after all others
	chips    []Chip
	rest     []word
	newTeams []string
	because  string
	seen     map[string]string // what each field that takes one value was given
}

// parse reads all words of the text.
func (s *sentence[T]) parse() {
	words, lost := scan(s.text)
	s.read(s.gathered(words), lost)
}

// gathered has made one word of several that belong together.
func (s *sentence[T]) gathered(words []word) []word {
	if s.gather != nil {
		words = s.gather(words)
	}
	return datesGathered(words, func(w word) int {
		key, at := s.keyOf(w)
		if f := find(s.fields, key); f == nil || !f.dated {
			return -1
		}
		return at
	})
}

// parseTask is parse for a line in which after: may have a name of several words.
func (s *sentence[T]) parseTask() {
	words, lost := scan(s.text)
	words = s.withLags(s.gathered(words))
	again := *s
	s.read(words, lost)
	if len(s.rest) == 0 || !slices.ContainsFunc(s.chips, func(c Chip) bool { return c.Field == "after" }) {
		return
	}
	if gathered := s.gatherAfter(words); len(gathered) < len(words) {
		again.titles = s.titles
		again.read(gathered, lost)
		*s = again
	}
}

func (s *sentence[T]) read(words []word, lost cleaned) {
	s.seen = map[string]string{}
	for i, w := range words[min(s.skip, len(words)):] {
		s.word(i, w)
	}
	s.edits = append(s.edits, s.finally...)
	if lost.count > 0 {
		s.chips = append(s.chips, lost.chip())
		sortChips(s.chips)
	}
}

func (s *sentence[T]) word(i int, w word) {
	if w.text == "" && w.open < 0 {
		return
	}
	if !w.kept && !w.quoted() {
		if s.removal(w) || s.signed(i, w) || s.keyed(w) || s.slipped(i, w) {
			return
		}
	}
	if w.open >= 0 {
		s.chips = append(s.chips, Chip{Field: "text", Text: w.text, Problem: s.unclosed(w), Start: w.start(), End: w.end()})
	}
	s.rest = append(s.rest, w)
}

// unclosed says where a quote begins that never ends.
func (s *sentence[T]) unclosed(w word) string {
	return fmt.Sprintf("the quote at character %d is not closed", utf8.RuneCountInString(s.text[:w.open])+1)
}

func (s *sentence[T]) signed(i int, w word) bool {
	if s.sign == nil {
		return false
	}
	key, value, ok := s.sign(i, w)
	if !ok {
		return false
	}
	if key == "because" {
		return s.reason(w, value)
	}
	s.set(find(s.fields, key), w, value)
	return true
}

// keyed takes key:value where there is such a key.
func (s *sentence[T]) keyed(w word) bool {
	key, at := s.keyOf(w)
	switch {
	case at < 0:
		return false
	case key == "because" || key == "why":
		return s.reason(w, w.from(at))
	}
	f := find(s.fields, key)
	if f == nil {
		return false
	}
	s.set(f, w, w.from(at))
	return true
}

// keyOf is the key before the sign that parts it from its value, and where the value begins; a negative place where there is no such sign.
func (s *sentence[T]) keyOf(w word) (key string, value int) {
	i := strings.IndexByte(w.bare, ':')
	if k := strings.IndexByte(w.bare, '='); s.equals && k > 0 && (i < 0 || k < i) {
		i = k
	}
	if i <= 0 {
		return "", -1
	}
	return strings.ToLower(w.bare[:i]), i + 1
}

// removal takes -#tag, -after:X and the like.
func (s *sentence[T]) removal(w word) bool {
	if len(w.bare) < 2 || w.bare[0] != '-' {
		return false
	}
	key, value := "tags", w.from(min(2, len(w.bare)))
	if w.bare[1] != '#' {
		i := strings.IndexByte(w.bare, ':')
		if i < 0 {
			return false
		}
		key, value = w.bare[1:i], w.from(i+1)
	}
	f := find(s.fields, key)
	if f == nil || f.remove == nil {
		return false
	}
	s.each(f, w, value, f.remove)
	return true
}

func (s *sentence[T]) reason(w, value word) bool {
	c := Chip{Field: "because", Text: "because " + value.text, Start: w.start(), End: w.end()}
	switch {
	case w.open >= 0:
		c.Problem = s.unclosed(w)
	case value.text == "":
		c.Problem = "say why after because:, in quotes where it has spaces"
	case s.because != "":
		c.Problem = "is given twice: " + quote(s.because) + " and " + quote(value.text)
	}
	s.because = value.text
	s.chips = append(s.chips, c)
	return true
}

// set takes the value of a field, or each of a list.
func (s *sentence[T]) set(f *field[T], w, value word) {
	if !f.list || value.is("none") {
		s.one(f, w, value, f.value)
		return
	}
	s.each(f, w, value, f.value)
}

func (s *sentence[T]) each(f *field[T], w, value word, read func(*reader, word) (reading[T], error)) {
	parts := value.list()
	if len(parts) < 2 {
		if len(parts) == 1 {
			value = parts[0]
		}
		s.one(f, w, value, read)
		return
	}
	for i, p := range parts {
		whole := p
		whole.at = append([]int(nil), p.at...)
		if i == 0 {
			whole.at[0] = w.start()
		}
		s.one(f, whole, p, read)
	}
}

func (s *sentence[T]) one(f *field[T], w, value word, read func(*reader, word) (reading[T], error)) {
	c := Chip{Field: f.name, Text: w.text, Start: w.start(), End: w.end()}
	if value.text == "" {
		c.Begun, c.Problem = true, "says nothing yet: a backslash before it keeps it as text"
		if f.example != "" {
			c.Problem = "says nothing yet: write it as " + f.example
		}
		if f.clear != nil && !s.fresh && len(w.bare) > 1 && strings.IndexByte(":=", w.bare[len(w.bare)-1]) >= 0 && w.bare[0] != '-' {
			c.Problem = "says nothing yet: " + w.bare + "none takes away what is there"
			if f.example != "" {
				c.Problem += ", " + f.example + " sets it"
			}
		}
		s.chips = append(s.chips, c)
		return
	}
	got, err := read(&s.reader, value)
	if err != nil {
		if c.Problem = err.Error(); w.open >= 0 {
			c.Problem = s.unclosed(w)
		}
		s.chips = append(s.chips, c)
		return
	}
	c.Text, c.Doubt = got.say, got.doubt
	if w.open >= 0 {
		c.Problem = s.unclosed(w)
	}
	if before, twice := s.seen[f.name]; twice && !f.list {
		c.Problem = fmt.Sprintf("is given twice: %s and %s; a backslash before one keeps it as text", quote(before), quote(w.text))
	}
	s.seen[f.name] = w.text
	s.chips = append(s.chips, c)
	if got.last {
		s.finally = append(s.finally, got.put)
	} else {
		s.edits = append(s.edits, got.put)
	}
	if got.newTeam != "" {
		s.chips[len(s.chips)-1].New = true
		s.newTeams = append(s.newTeams, got.newTeam)
	}
}

// keepQuotes leaves quotes within a title as they stand: Interactive "Hear the whale" station. Those around all of it, and around what
// would be a value without them, as "3D" printing, only say that it is title.
func (s *sentence[T]) keepQuotes() {
	if len(s.rest) < 2 {
		return
	}
	for i, w := range s.rest {
		typed := s.text[w.start():w.end()]
		if w.open >= 0 || w.kept || !strings.Contains(w.bare, "\x00") || strings.Contains(typed, `\`) || s.means(w.text) {
			continue
		}
		if clean, changed := roadmap.CleanLine(typed); !changed {
			s.rest[i].text = clean
		}
	}
}

// means tells whether some word of a text would be more than text.
func (s *sentence[T]) means(text string) bool {
	probe := *s
	probe.chips, probe.rest, probe.edits, probe.finally, probe.newTeams, probe.seen = nil, nil, nil, nil, nil, map[string]string{}
	words, _ := scan(text)
	for _, w := range words {
		probe.word(1, w)
	}
	return len(probe.chips) > 0
}

// title is the words left over as one line, with the bytes of its first run.
func (s *sentence[T]) title() (title string, start, end int) {
	var texts []string
	for i, w := range s.rest {
		texts = append(texts, w.text)
		if i == 0 {
			start, end = w.start(), w.end()
		} else if strings.TrimSpace(s.text[min(end, w.start()):w.start()]) == "" {
			end = w.end()
		}
	}
	title, _ = roadmap.CleanLine(strings.Join(texts, " "))
	return title, start, end
}

// on carries all edits out on a T.
func (s *sentence[T]) on(t *T, h *hand) error {
	for _, edit := range s.edits {
		if err := edit(t, h); err != nil {
			return err
		}
	}
	return nil
}

// problem is the first chip's problem as an error about an item.
func problem(item string, chips []Chip) error {
	for _, c := range chips {
		if c.Problem != "" {
			return &roadmap.Error{Code: roadmap.Invalid, Item: item, Field: c.Field, Problem: c.Problem}
		}
	}
	return nil
}
