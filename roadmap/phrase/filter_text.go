package phrase

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// textTest reads a key whose values are names; several by | or comma are as many possibilities.
func (p *filterParser) textTest(key string, value word) (test, error) {
	if key == "order" {
		return nil, p.ordered(value.text)
	}
	if key == "title" || key == "notes" {
		return p.nameTest(key, value)
	}
	var options []test
	var failed error
	for _, v := range value.split(",|") {
		t, err := p.nameTest(key, v)
		if failed == nil {
			failed = err
		}
		options = append(options, t)
	}
	return anyOf(options), failed
}

func (p *filterParser) nameTest(key string, v word) (test, error) {
	switch key {
	case "id":
		return func(r Row) bool { return strings.EqualFold(r.Task.ID, v.text) }, nil
	case "title":
		return titleHolds(v.text), nil
	case "notes":
		part := strings.ToLower(v.text)
		return func(r Row) bool { return strings.Contains(strings.ToLower(r.Task.Notes), part) }, nil
	case "team":
		return p.ids(v, "team", p.reader.teams(), func(r Row, ids []string) bool { return isOneOf(r.Task.Team, ids) })
	case "also":
		return p.ids(v, "team", p.reader.teams(), func(r Row, ids []string) bool {
			return slices.ContainsFunc(r.Task.AlsoNeeds, func(n roadmap.Need) bool { return isOneOf(n.Team, ids) })
		})
	case "goal":
		return p.ids(v, "goal", p.reader.goals(), func(r Row, ids []string) bool { return isOneOf(r.Task.Goal, ids) })
	case "phase":
		return p.phaseTest(v)
	case "tag":
		return p.tagTest(v), nil
	case "status":
		return statusTest(v.text)
	}
	return p.isTest(v.text)
}

// isOneOf tells whether an id is one of several, or, where they are nil, whether there is one.
func isOneOf(id string, ids []string) bool {
	if ids == nil {
		return id != ""
	}
	return slices.Contains(ids, id)
}

// ids lets through what has one of the ids that a name means; of a goal those under it too. An unknown name lets nothing through.
func (p *filterParser) ids(v word, what string, list []named, has func(Row, []string) bool) (test, error) {
	if t, err := existence("=", v, func(r Row) bool { return has(r, nil) }); t != nil {
		return t, err
	}
	wanted := []string{}
	for _, n := range match(v, list, true) {
		wanted = append(wanted, n.id)
	}
	if what == "goal" {
		wanted = p.withGoalsUnder(wanted)
	}
	var err error
	if len(wanted) == 0 {
		err = p.reader.unknownName(what, v, list)
	}
	return func(r Row) bool { return has(r, wanted) }, err
}

func (p *filterParser) withGoalsUnder(ids []string) []string {
	for i := 0; i < len(ids); i++ {
		for _, g := range p.reader.roadmap().Goals() {
			if g.Parent == ids[i] && !slices.Contains(ids, g.ID) {
				ids = append(ids, g.ID)
			}
		}
	}
	return ids
}

func (p *filterParser) phaseTest(v word) (test, error) {
	if t, err := existence("=", v, func(r Row) bool { return r.Task.Phase != "" }); t != nil {
		return t, err
	}
	phase, err := p.reader.phase(v)
	if err != nil {
		return func(Row) bool { return false }, err
	}
	return func(r Row) bool { return r.Task.Phase == phase }, nil
}

// tagTest looks for a tag of that name, or, where no task has it, one that begins so.
func (p *filterParser) tagTest(v word) test {
	if t, _ := existence("=", v, func(r Row) bool { return len(r.Task.Tags) > 0 }); t != nil {
		return t
	}
	name := strings.ToLower(strings.TrimPrefix(v.text, "#"))
	is := func(tag string) bool { return strings.EqualFold(tag, name) }
	if !slices.ContainsFunc(p.reader.roadmap().Tasks(), func(t *roadmap.Task) bool { return slices.ContainsFunc(t.Tags, is) }) {
		is = func(tag string) bool { return strings.HasPrefix(strings.ToLower(tag), name) }
	}
	return func(r Row) bool { return slices.ContainsFunc(r.Task.Tags, is) }
}

var statusWords = []string{"todo", "doing", "done", "dropped"}

func statusTest(s string) (test, error) {
	name, err := oneOf("status", s, statusWords)
	if err != nil {
		return nil, err
	}
	status, err := roadmap.ParseStatus(name)
	return func(r Row) bool { return r.Task.Status == status }, err
}

// oneOf is the one of several words that a text is, or is the only beginning of.
func oneOf(what, s string, words []string) (string, error) {
	s = strings.ReplaceAll(strings.ToLower(s), "_", "-")
	var found []string
	for _, w := range words {
		if w == s {
			return w, nil
		}
		if strings.HasPrefix(w, s) {
			found = append(found, w)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return "", fmt.Errorf("%s is no %s: use %s", quote(s), what, roadmap.Alternatives(words))
}

// FlagWords are the names of flags that is: knows, as the caller puts them into Row.Flags.
var FlagWords = []string{"overdue", "slipping", "blocked", "unplannable", "at-risk", "will-block", "overloaded", "promise-late",
	"promise-short", "untold", "understaffed", "out-of-order", "no-promise", "unestimated", "unsized"}

// stateWords are what else is: knows.
var stateWords = []string{"critical", "late", "open", "todo", "doing", "done", "dropped", "milestone", "or-later", "supplier", "known"}

func (p *filterParser) isTest(s string) (test, error) {
	word, err := oneOf("state", s, slices.Concat(stateWords, FlagWords))
	if err != nil {
		return nil, err
	}
	switch word {
	case "critical":
		return func(r Row) bool { return r.Critical }, nil
	case "late":
		return isLate, nil
	case "open":
		return func(r Row) bool { return r.Task.Status.Open() }, nil
	case "milestone":
		return func(r Row) bool { return r.Task.IsMilestone() }, nil
	case "or-later":
		return func(r Row) bool { return r.OpenEnd }, nil
	case "supplier":
		return p.supplierTest(), nil
	case "known":
		return func(r Row) bool { return r.Known }, nil
	}
	if slices.Contains(statusWords, word) {
		return statusTest(word)
	}
	return func(r Row) bool { return slices.Contains(r.Flags, word) }, nil
}

// isLate tells whether a task is open and past its own deadline, or makes one downstream late.
func isLate(r Row) bool {
	if !r.Task.Status.Open() {
		return false
	}
	past := r.Task.Deadline != 0 && r.Finish > r.Task.Deadline
	return r.Planned && (r.Slack < 0 || past) || slices.Contains(r.Flags, "overdue")
}

func (p *filterParser) supplierTest() test {
	teams := p.reader.roadmap()
	return func(r Row) bool { t := teams.Team(r.Task.Team); return t != nil && t.Supplier }
}

// titleHolds looks for a run of letters in the title, in any case.
func titleHolds(s string) test {
	s = strings.ToLower(s)
	return func(r Row) bool { return strings.Contains(strings.ToLower(r.Task.Title), s) }
}

// titleMatches looks for a word in the title fuzzily; a number may be the task's id too.
func titleMatches(s string) test {
	f := newFuzzyWord(s)
	if f == nil {
		return titleHolds(s)
	}
	if allDigits(s) {
		return func(r Row) bool { return r.Task.ID == s || f.matches(r.Task.Title) }
	}
	return func(r Row) bool { return f.matches(r.Task.Title) }
}
