package phrase

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"bywhen/roadmap"
)

// Row is what a filter looks at: a task, and what was computed of it.
type Row struct {
	Task          *roadmap.Task
	Planned       bool         // it has dates, and, while it is open, slack
	Start, Finish roadmap.Date // forecast, both inclusive
	Slack         int          // working days
	Critical      bool
	OpenEnd       bool
	Flags         []string // names of the flags on it, as "at-risk"
	Known         bool     // one of these flags is known: accepted, and not worse since
}

// Filter says which tasks to show, and in what order. The zero Filter lets everything through. It may be used by several goroutines.
type Filter struct {
	Order Order
	test  test
}

// test lets a row through or not; nil lets everything through. A row is handed on by value, so that it stays on the stack.
type test func(Row) bool

// ParseFilter reads a filter. With an error, which names the place, the Filter is the best reading of what is there.
//
// Space means and; or, not, a minus before a word and parentheses do what they say; upper case is as good. A word in quotes is a
// run of letters somewhere in the title; any other bare word matches fuzzily: all of its letters in order, beginning with
// a word, each no more than one letter after the last unless it begins a word. Beyond these:
//
//	@mech team:mech also:design   a team, by id or the beginning of its name; none is no team
//	#tag tag:tag goal: phase:     a goal with all goals under it
//	status:todo is:blocked        several by | or comma: status:todo|doing; flags, known, critical, late, open, milestone, or-later, supplier
//	slack effort left people priority rank cost duration       numbers, compared with < <= > >= = !=
//	due start finish promised started done not_before told     dates, the same, and .before .after .by .since
//	due:none due:any              has none, has one; due:2026-W12, due:eom and so on are any day of that stretch
//	id: title: notes:             a run of letters of it
//	order:slack order:-due        what decides the order
//
// start and finish are the forecast's. What a task has not compares with nothing; what is done or dropped has no slack. is:late
// is an open task past its own deadline, or that makes one downstream late; is:slipping is one with that flag, is:known one with a flag that is known.
func ParseFilter(text string, ctx Context) (Filter, error) {
	p := filterParser{reader: &reader{Context: ctx}, text: text}
	p.tokenise()
	t := p.either()
	for p.i < len(p.tokens) { // closed more often than opened
		p.fail(p.tokens[p.i].at, "nothing was opened that this ) closes")
		p.i++
		t = all(t, p.either())
	}
	return Filter{Order: p.order, test: t}, p.err
}

// Empty tells whether it lets everything through.
func (f Filter) Empty() bool { return f.test == nil }

// Match tells whether it lets the row through.
func (f Filter) Match(r Row) bool { return f.test == nil || f.test(r) }

// token is a piece of a filter's syntax, or a term.
type token struct {
	kind tokenKind
	term word
	at   int // byte of the text
}

type tokenKind uint8

const (
	termToken tokenKind = iota
	openToken
	closeToken
	notToken
	andToken
	orToken
)

// deepest is how far parentheses may be nested: more than anybody reads, less than any stack.
const deepest = 100

type filterParser struct {
	reader *reader
	text   string
	tokens []token
	i      int
	depth  int
	order  Order
	err    error
}

// fail keeps the first error, with its place.
func (p *filterParser) fail(at int, problem string) {
	if p.err == nil {
		p.err = fmt.Errorf("filter: character %d: %s", utf8.RuneCountInString(p.text[:at])+1, problem)
	}
}

func (p *filterParser) add(kind tokenKind, w word) {
	p.tokens = append(p.tokens, token{kind, w, w.start()})
}

func (p *filterParser) tokenise() {
	words, _ := scan(p.text)
	words = datesGathered(words, filterDateAt)
	for _, w := range words {
		if w.open >= 0 {
			p.fail(w.open, "the quote is not closed")
		}
		if w.text == "" {
			continue
		}
		p.tokenisedWord(w)
	}
}

// filterDateAt is where the date begins with which a word compares; negative where it compares with none.
func filterDateAt(w word) int {
	bare := strings.TrimLeft(w.bare, "(-!")
	i := strings.IndexAny(bare, ":<>=!")
	if i <= 0 {
		return -1
	}
	value := strings.TrimLeft(bare[i:], ":<>=!")
	if key, _, _ := filterKey(bare[:i], strings.TrimSuffix(bare[i:], value)); !slices.Contains(dateKeys, key) {
		return -1
	}
	return len(w.bare) - len(value)
}

// tokenisedWord parts a word from the parentheses and signs that touch it.
func (p *filterParser) tokenisedWord(w word) {
	for !w.kept && len(w.bare) > 0 && (w.bare[0] == '(' || w.bare[0] == '-' || w.bare[0] == '!') {
		kind := notToken
		if w.bare[0] == '(' {
			kind = openToken
		}
		p.add(kind, w.part(0, 1))
		w = w.from(1)
	}
	closing := 0
	for !w.kept && strings.HasSuffix(w.bare, ")") && strings.Count(w.bare, ")") > strings.Count(w.bare, "(") {
		w = w.part(0, len(w.bare)-1)
		closing++
	}
	switch {
	case w.text == "":
	case w.kept || w.quoted():
		p.add(termToken, w)
	case w.is("or"):
		p.add(orToken, w)
	case w.is("and"):
		p.add(andToken, w)
	case w.is("not"):
		p.add(notToken, w)
	default:
		p.add(termToken, w)
	}
	for k := range closing {
		p.tokens = append(p.tokens, token{kind: closeToken, at: min(w.end()+k, len(p.text))})
	}
}

func (p *filterParser) next(kind tokenKind) bool {
	if p.i < len(p.tokens) && p.tokens[p.i].kind == kind {
		p.i++
		return true
	}
	return false
}

// either reads what stands between parentheses: runs of terms with or between them.
func (p *filterParser) either() test {
	var options []test
	wanted := false
	for {
		t, some := p.every()
		switch {
		case some:
			options = append(options, t)
		case wanted || p.i < len(p.tokens) && p.tokens[p.i].kind == orToken:
			p.fail(p.place(), "or stands between two things")
		}
		if !p.next(orToken) {
			return anyOf(options)
		}
		wanted = true
	}
}

// place is where the parser stands.
func (p *filterParser) place() int {
	if p.i < len(p.tokens) {
		return p.tokens[p.i].at
	}
	return len(p.text)
}

// every reads terms of which all must hold; some is false where there is none.
func (p *filterParser) every() (t test, some bool) {
	for {
		if p.next(andToken) {
			continue
		}
		if p.i == len(p.tokens) || p.tokens[p.i].kind == closeToken || p.tokens[p.i].kind == orToken {
			return t, some
		}
		t, some = all(t, p.one()), true
	}
}

// one reads a term or parentheses, with any number of nots before it.
func (p *filterParser) one() test {
	negative := false
	for p.next(notToken) {
		negative = !negative
	}
	var t test
	at := p.place()
	switch {
	case p.next(openToken):
		t = p.nested(at)
	case p.next(termToken):
		term := p.tokens[p.i-1].term
		found, err := p.term(term)
		if err != nil {
			p.fail(term.start(), err.Error())
		}
		t = found
	case p.next(andToken):
		return nil
	default:
		p.fail(at, "not stands before something")
	}
	if negative && t != nil {
		return func(r Row) bool { return !t(r) }
	}
	return t
}

func (p *filterParser) nested(at int) test {
	if p.depth == deepest {
		p.fail(at, fmt.Sprintf("parentheses are nested more than %d deep", deepest))
		p.i = len(p.tokens)
		return nil
	}
	p.depth++
	t := p.either()
	p.depth--
	if !p.next(closeToken) {
		p.fail(at, "this ( is not closed")
	}
	return t
}

// all lets through what both do.
func all(a, b test) test {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return func(r Row) bool { return a(r) && b(r) }
}

// anyOf lets through what one of the options does. A half-typed option, which would let everything through, does not count.
func anyOf(options []test) test {
	var given []test
	for _, t := range options {
		if t != nil {
			given = append(given, t)
		}
	}
	switch len(given) {
	case 0:
		return nil
	case 1:
		return given[0]
	}
	return func(r Row) bool {
		for _, t := range given {
			if t(r) {
				return true
			}
		}
		return false
	}
}
