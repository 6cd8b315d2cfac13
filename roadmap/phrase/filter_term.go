package phrase

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// Keys of a filter by what they compare.
var (
	textKeys   = []string{"id", "title", "notes", "team", "also", "goal", "phase", "tag", "status", "is", "order"}
	numberKeys = []string{"slack", "effort", "left", "people", "priority", "rank", "cost", "duration"}
	dateKeys   = []string{"due", "start", "finish", "promised", "started", "done", "not_before", "told"}
)

// filterKeys gives the names of the roadmap's JSON, and what people say, the key they mean.
var filterKeys = map[string]string{
	"tags": "tag", "also_needs": "also", "deadline": "due", "by": "due", "end": "finish", "finished": "done", "promise": "promised",
	"remaining": "left", "days": "duration", "sort": "order", "note": "notes", "text": "title",
}

// term reads one term. With an error it is the best reading, nil where there is none.
func (p *filterParser) term(w word) (test, error) {
	switch {
	case w.kept || w.quoted():
		return titleHolds(w.text), nil
	case w.bare[0] == '@':
		return p.compare("team", ":", w.from(1))
	case w.bare[0] == '#':
		return p.compare("tag", ":", w.from(1))
	}
	i := strings.IndexAny(w.bare, ":<>=!")
	if i <= 0 || strings.Trim(strings.ToLower(w.bare[:i]), "abcdefghijklmnopqrstuvwxyz_-.") != "" {
		return titleMatches(w.text), nil
	}
	key, op := w.bare[:i], w.bare[i:]
	op = op[:len(op)-len(strings.TrimLeft(op, ":<>=!"))]
	t, err := p.compare(key, op, w.from(i+len(op)))
	if errors.Is(err, errNoKey) {
		return titleHolds(w.text), fmt.Errorf("there is no key %s: use %s", quote(key), strings.Join(allFilterKeys(), ", "))
	}
	return t, err
}

var errNoKey = errors.New("no such key")

func allFilterKeys() []string { return slices.Concat(textKeys, numberKeys, dateKeys) }

// suffixes are comparisons in words: due.before:fri.
var suffixes = map[string]string{"before": "<", "after": ">", "by": "<=", "since": ">=", "on": "=", "not": "!="}

// compare reads KEY OP VALUE.
func (p *filterParser) compare(key, op string, value word) (test, error) {
	key, op, ok := filterKey(key, op)
	if !ok {
		return nil, errNoKey
	}
	op, err := comparison(op)
	switch {
	case err != nil:
		return nil, err
	case value.text == "":
		return nil, fmt.Errorf("say what %s is compared with", quote(key))
	case slices.Contains(numberKeys, key):
		return numberTest(key, op, value)
	case slices.Contains(dateKeys, key):
		return p.dateTest(key, op, value)
	case op != "=" && op != "!=":
		return nil, fmt.Errorf("%s has no order: write %s:%s", key, key, value.text)
	}
	t, err := p.textTest(key, value)
	if op == "!=" && t != nil {
		return func(r Row) bool { return !t(r) }, err
	}
	return t, err
}

// filterKey is the key that is meant by a name, and the sign by which it compares, which may be a word behind a dot; false where there is none.
func filterKey(name, op string) (key, sign string, ok bool) {
	key = strings.ReplaceAll(strings.ToLower(name), "-", "_")
	if name, suffix, found := strings.Cut(key, "."); found && op == ":" && suffixes[suffix] != "" {
		key, op = name, suffixes[suffix]
	}
	if k, ok := filterKeys[key]; ok {
		key = k
	}
	return key, op, slices.Contains(allFilterKeys(), key)
}

// comparison is one of < <= > >= = !=, from what was typed: a colon is =, and one may stand before another sign.
func comparison(op string) (string, error) {
	if len(op) > 1 {
		op = strings.TrimPrefix(op, ":")
	}
	switch op {
	case ":", "==":
		return "=", nil
	case "<", "<=", ">", ">=", "=", "!=":
		return op, nil
	case "!", "<>":
		return "!=", nil
	}
	return "", fmt.Errorf("%s compares nothing: use < <= > >= = or !=", quote(op))
}

// holds applies a comparison to the sign of a difference.
func holds(op string, diff int) bool {
	switch op {
	case "<":
		return diff < 0
	case "<=":
		return diff <= 0
	case ">":
		return diff > 0
	case ">=":
		return diff >= 0
	case "!=":
		return diff != 0
	}
	return diff == 0
}

// numberOf is what a number key looks at; false where the task has no such number.
func numberOf(key string) func(Row) (float64, bool) {
	return map[string]func(Row) (float64, bool){
		"slack":    func(r Row) (float64, bool) { return float64(r.Slack), r.Planned && r.Task.Status.Open() },
		"effort":   func(r Row) (float64, bool) { return r.Task.WorkEffort().Days(), !r.Task.Unestimated() },
		"left":     func(r Row) (float64, bool) { return r.Task.RemainingEffort().Days(), true },
		"people":   func(r Row) (float64, bool) { return float64(r.Task.People), true },
		"priority": func(r Row) (float64, bool) { return float64(r.Task.Priority), true },
		"rank":     func(r Row) (float64, bool) { return float64(r.Task.Rank), r.Task.Rank != 0 },
		"cost":     func(r Row) (float64, bool) { return r.Task.Cost, r.Task.Cost != 0 },
		"duration": func(r Row) (float64, bool) { return float64(r.Task.Duration()), !r.Task.Unestimated() },
	}[key]
}

func numberTest(key, op string, value word) (test, error) {
	of := numberOf(key)
	if t, err := existence(op, value, func(r Row) bool { _, ok := of(r); return ok }); t != nil || err != nil {
		return t, err
	}
	s, unit := strings.ToLower(value.text), 1.0
	if n := len(s) - 1; n > 0 && (s[n] == 'd' || s[n] == 'w') {
		if s[n] == 'w' {
			unit = DaysPerWeek
		}
		s = s[:n]
	}
	x, err := readAmount(s)
	if err != nil {
		return nil, fmt.Errorf("%s: %s is not a number: write %s<3", key, quote(value.text), key)
	}
	x *= unit
	return func(r Row) bool {
		n, ok := of(r)
		switch {
		case !ok:
			return false
		case n < x:
			return holds(op, -1)
		case n > x:
			return holds(op, 1)
		}
		return holds(op, 0)
	}, nil
}

// existence reads none and any, which ask whether there is a value at all; nil for any other word.
func existence(op string, value word, has func(Row) bool) (test, error) {
	none := value.is("none")
	if !none && !value.is("any") {
		return nil, nil
	}
	if op != "=" && op != "!=" {
		return nil, fmt.Errorf("%s has no order: use : or !=", quote(value.text))
	}
	if none == (op == "=") {
		return func(r Row) bool { return !has(r) }, nil
	}
	return has, nil
}

// dateOf is what a date key looks at; 0 is no date.
func dateOf(key string) func(Row) roadmap.Date {
	return map[string]func(Row) roadmap.Date{
		"due":        func(r Row) roadmap.Date { return r.Task.Deadline },
		"start":      func(r Row) roadmap.Date { return r.Start },
		"finish":     func(r Row) roadmap.Date { return r.Finish },
		"promised":   func(r Row) roadmap.Date { return r.Task.Promised },
		"started":    func(r Row) roadmap.Date { return r.Task.Started },
		"done":       func(r Row) roadmap.Date { return r.Task.Finished },
		"not_before": func(r Row) roadmap.Date { return r.Task.NotBefore },
		"told":       func(r Row) roadmap.Date { return r.Task.Told },
	}[key]
}

// dateTest compares a date. With = it may name a week, a month or the like: any day of it will do.
func (p *filterParser) dateTest(key, op string, value word) (test, error) {
	of := dateOf(key)
	if t, err := existence(op, value, func(r Row) bool { return of(r) != 0 }); t != nil || err != nil {
		return t, err
	}
	ctx := p.reader.Context
	ctx.Actual = key == "started" || key == "done" || key == "told"
	last, first, err := ctx.span(value.text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", key, err)
	}
	switch op {
	case "=":
		return func(r Row) bool { d := of(r); return d >= first && d <= last }, nil
	case "!=":
		return func(r Row) bool { d := of(r); return d != 0 && (d < first || d > last) }, nil
	}
	return func(r Row) bool { d := of(r); return d != 0 && holds(op, int(d-last)) }, nil
}
