package phrase

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"bywhen/roadmap"
	"github.com/sahilm/fuzzy"
)

// Candidate is a completion.
type Candidate struct {
	Insert     string // what to put in place of text[Start:End]; in quotes where it needs them
	Label      string // as "Industrial design"
	Detail     string // as its team's name; may be empty
	Start, End int    // bytes of the text
}

// mostCandidates is how many completions are worth listing.
const mostCandidates = 50

// Complete lists completions at the cursor, a byte offset, of an add or set line, best first: names that begin so, then those
// of which a word begins so; where there are none, those that match fuzzily. Where the word at the cursor cannot be completed there are none.
func Complete(text string, cursor int, ctx Context) []Candidate {
	return complete(text, cursor, ctx, lineKeys, lineValues)
}

// CompleteFilter lists completions at the cursor of a filter, best first.
func CompleteFilter(text string, cursor int, ctx Context) []Candidate {
	return complete(text, cursor, ctx, filterLineKeys(), filterValues)
}

var lineKeys = []string{"due:", "after:", "start:", "promised:", "also:", "left:", "started:", "done:", "goal:", "phase:", "because:", "status:"}

func filterLineKeys() []string {
	var out []string
	for _, k := range textKeys {
		out = append(out, k+":")
	}
	return slices.Concat(out, numberKeys, dateKeys)
}

// values are the names that may follow a key.
type values func(c Context, key string) []Candidate

func complete(text string, cursor int, ctx Context, keys []string, of values) []Candidate {
	cursor = max(0, min(cursor, len(text)))
	for cursor > 0 && cursor < len(text) && !utf8.RuneStart(text[cursor]) {
		cursor--
	}
	words, _ := scan(text[:cursor])
	if len(words) == 0 {
		return nil
	}
	w := words[len(words)-1]
	if w.end() != cursor || w.kept || w.quoted() || w.text == "" {
		return nil
	}
	for len(w.bare) > 1 && (w.bare[0] == '-' || w.bare[0] == '(') {
		w = w.from(1)
	}
	key, value, ok := keyAndValue(w)
	if !ok {
		return within(bare(beginning(keys, w.bare)), w.start(), cursor)
	}
	start := value.end()
	if value.text != "" {
		start = value.start()
	}
	found := ranked(of(ctx, key), value)
	if f := find(taskFields(), key); f != nil && (f.name == "after" || f.name == "alternative_of") {
		found = ctx.titled(found)
	}
	return within(found, beforeQuote(text[:start], value), cursor)
}

// beforeQuote is where a value begins with its quote.
func beforeQuote(before string, value word) int {
	if value.open >= 0 {
		return min(value.open, len(before))
	}
	if value.quoted() {
		before = strings.TrimSuffix(strings.TrimSuffix(before, `"`), "“")
	}
	return len(before)
}

// keyAndValue parts the word at the cursor: @val, #val, key:val; of a list the value is its last part.
func keyAndValue(w word) (key string, value word, ok bool) {
	switch i := strings.IndexAny(w.bare, ":<>="); {
	case w.bare[0] == '@':
		return "team", w.from(1), true
	case w.bare[0] == '#':
		return "tags", w.from(1), true
	case i > 0:
		value = w.from(i + 1 + len(w.bare[i+1:]) - len(strings.TrimLeft(w.bare[i+1:], "<>=")))
		return strings.ToLower(w.bare[:i]), value.from(strings.LastIndexAny(value.bare, ",|") + 1), true
	}
	return "", w, false
}

// beginning keeps the words that begin so: for a key nothing else will do, since most words at the cursor are a title's.
func beginning(words []string, typed string) []string {
	var out []string
	for _, w := range words {
		if strings.HasPrefix(w, strings.ToLower(typed)) {
			out = append(out, w)
		}
	}
	return out
}

func within(list []Candidate, start, end int) []Candidate {
	for i := range list {
		list[i].Start, list[i].End = start, end
	}
	return list
}

func bare(words []string) []Candidate {
	var out []Candidate
	for _, w := range words {
		out = append(out, Candidate{Insert: w, Label: w})
	}
	return out
}

// ranked keeps what the typed value may become, best first.
func ranked(list []Candidate, value word) []Candidate {
	key := fold(value.text)
	if key == "" {
		return list[:min(len(list), mostCandidates)]
	}
	var out []Candidate
	beginning := func(c Candidate) bool { return begins(c.Label, key) > 0 || c.Insert == value.text }
	inside := func(c Candidate) bool { return anyWordBegins(c.Label, key) }
	for _, fits := range []func(Candidate) bool{beginning, inside} {
		for _, c := range list {
			if fits(c) && !slices.Contains(out, c) {
				out = append(out, c)
			}
			if len(out) == mostCandidates {
				return out
			}
		}
	}
	if len(out) > 0 || len(key) < 2 {
		return out
	}
	for _, m := range fuzzy.FindFrom(key, candidates(list)) {
		out = append(out, list[m.Index])
	}
	return out[:min(len(out), mostCandidates)]
}

// candidates can be searched by their labels.
type candidates []Candidate

func (c candidates) String(i int) string { return c[i].Label }
func (c candidates) Len() int            { return len(c) }

// lineValues are the names that may follow a key of an add or set line.
func lineValues(c Context, key string) []Candidate {
	f := find(taskFields(), key)
	if f == nil {
		return nil
	}
	switch f.name {
	case "team", "also_needs":
		return c.teamCandidates()
	case "goal":
		return c.goalCandidates()
	case "phase":
		return phrases(c.roadmap().Settings().Phases)
	case "tags":
		return c.tagCandidates()
	case "status":
		return bare(statusWords)
	case "after", "alternative_of":
		return c.taskCandidates()
	case "deadline", "not_before", "promised":
		return c.dateCandidates(false)
	case "started", "finished", "told":
		return c.dateCandidates(true)
	}
	return nil
}

// filterValues are the names that may follow a key of a filter.
func filterValues(c Context, key string) []Candidate {
	key, _, _ = strings.Cut(strings.ReplaceAll(key, "-", "_"), ".")
	if k, ok := filterKeys[key]; ok {
		key = k
	}
	switch key {
	case "is":
		return bare(slices.Concat(FlagWords, stateWords))
	case "order":
		return bare(OrderKeys())
	case "team", "also", "goal", "phase", "tag", "status":
		return lineValues(c, key)
	}
	if slices.Contains(dateKeys, key) {
		return c.dateCandidates(key == "started" || key == "done" || key == "told")
	}
	return nil
}

func (c Context) teamCandidates() []Candidate {
	var out []Candidate
	for _, t := range c.roadmap().Teams() {
		detail := "unsized"
		switch {
		case t.Supplier:
			detail = "supplier"
		case t.Capacity > 0:
			detail = peopleText(t.Capacity)
		}
		out = append(out, Candidate{Insert: quotedName(t.Name), Label: t.Name, Detail: detail})
	}
	return out
}

func (c Context) goalCandidates() []Candidate {
	var out []Candidate
	for _, g := range c.roadmap().Goals() {
		detail := ""
		if g.Deadline != 0 {
			detail = "due " + c.DateText(g.Deadline)
		}
		out = append(out, Candidate{Insert: quotedName(g.Title), Label: g.Title, Detail: detail})
	}
	return out
}

func phrases(names []string) []Candidate {
	var out []Candidate
	for _, n := range names {
		out = append(out, Candidate{Insert: quotedName(n), Label: n})
	}
	return out
}

// tagCandidates are the tags in use, the most used first.
func (c Context) tagCandidates() []Candidate {
	uses := map[string]int{}
	var tags []string
	for _, t := range c.roadmap().Tasks() {
		for _, tag := range t.Tags {
			if uses[tag]++; uses[tag] == 1 {
				tags = append(tags, tag)
			}
		}
	}
	slices.SortStableFunc(tags, func(a, b string) int { return uses[b] - uses[a] })
	var out []Candidate
	for _, tag := range tags {
		out = append(out, Candidate{Insert: quotedName(tag), Label: tag, Detail: strconv.Itoa(uses[tag])})
	}
	return out
}

// taskCandidates are the tasks by title, to be inserted by id: the one added just before, the open ones, the others.
func (c Context) taskCandidates() []Candidate {
	tasks := c.roadmap().Tasks()
	out := make([]Candidate, 0, len(tasks))
	add := func(which func(*roadmap.Task) bool) {
		for _, t := range tasks {
			if which(t) {
				out = append(out, Candidate{Insert: t.ID, Label: t.Title})
			}
		}
	}
	add(func(t *roadmap.Task) bool { return t.ID == c.Before })
	add(func(t *roadmap.Task) bool { return t.ID != c.Before && t.Status.Open() })
	add(func(t *roadmap.Task) bool { return t.ID != c.Before && !t.Status.Open() })
	return out
}

// titled gives the few tasks that are offered their details, and titles to insert, but for a title that several have or that is
// an id: that would mean another task.
func (c Context) titled(list []Candidate) []Candidate {
	r := c.roadmap()
	times := map[uint64]int{}
	for _, t := range r.Tasks() {
		times[titleHash(t.Title)]++
	}
	for i := range list {
		t := r.Task(list[i].Insert)
		if times[titleHash(t.Title)] == 1 && r.Task(t.Title) == nil {
			list[i].Insert = quotedName(t.Title)
		}
		if team := r.Team(t.Team); team != nil {
			list[i].Detail = team.Name
		}
		if !t.Status.Open() {
			list[i].Detail = strings.TrimPrefix(list[i].Detail+", "+t.Status.String(), ", ")
		}
	}
	return list
}

// titleHash is the same for titles that a person cannot tell apart when typing them (FNV-1a; G. Fowler, L. Noll, K. Vo).
func titleHash(title string) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range title {
		if !isGap(r) {
			h = (h ^ uint64(unicode.ToLower(r))) * 1099511628211
		}
	}
	return h
}

func (c Context) dateCandidates(actual bool) []Candidate {
	words := []string{"today", "tomorrow", "mon", "tue", "wed", "thu", "fri", "eow", "eom", "eoq", "eoy"}
	if actual {
		words = []string{"today", "yesterday", "mon", "tue", "wed", "thu", "fri"}
	}
	c.Actual = actual
	var out []Candidate
	for _, w := range words {
		if d, err := Date(w, c); err == nil {
			out = append(out, Candidate{Insert: w, Label: w, Detail: c.DateText(d)})
		}
	}
	return out
}

// quotedName is a name as it must be typed to be read as one word and nothing else.
func quotedName(s string) string {
	plain := func(r rune) bool { return r >= 0x80 && !unicode.IsSpace(r) && r != '“' && r != '”' || isPlain(r) }
	if s != "" && !strings.EqualFold(s, "none") && strings.TrimFunc(s, plain) == "" {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

func isPlain(r rune) bool {
	return r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z'
}
