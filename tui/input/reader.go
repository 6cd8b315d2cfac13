package input

import (
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
)

// Dates reads a field that holds a date, in any of the forms of phrase.Date, against what ctx says at the time. Nothing typed
// is no date.
func Dates(ctx func() phrase.Context) func(string) (string, error) {
	return func(text string) (string, error) {
		if empty(text) {
			return "", nil
		}
		c := ctx()
		d, err := phrase.Date(text, c)
		if err != nil {
			return "", err
		}
		return c.DateText(d), nil
	}
}

// Efforts reads a field that holds person-days. Nothing typed is none given.
func Efforts(text string) (string, error) {
	if empty(text) {
		return "", nil
	}
	e, err := phrase.ParseEffort(text)
	if err != nil {
		return "", err
	}
	return phrase.EffortText(&roadmap.Task{Effort: e, People: 1}), nil
}

func empty(text string) bool {
	text = strings.TrimSpace(text)
	return text == "" || strings.EqualFold(text, "none")
}

// Needed is a field that must not be empty; read, which may be nil, then has its say.
func Needed(what string, read func(string) (string, error)) func(string) (string, error) {
	return func(text string) (string, error) {
		if strings.TrimSpace(text) == "" {
			return "", neededError(what)
		}
		if read == nil {
			return "", nil
		}
		return read(text)
	}
}

// neededError names what a field is to hold.
type neededError string

func (e neededError) Error() string { return "is empty: type " + string(e) }

// Choices completes a field that holds one of some names: those that begin as the text does, then those found by its letters. An
// empty text lists all.
func Choices(names ...string) func(string, int) []phrase.Candidate {
	l := &list{}
	l.show(names, nil)
	return func(text string, _ int) []phrase.Candidate {
		l.search(text)
		var first, rest []phrase.Candidate
		for _, h := range l.found {
			name := names[h.row()]
			c := phrase.Candidate{Insert: name, Label: name, End: len(text)}
			if strings.HasPrefix(strings.ToLower(name), strings.ToLower(text)) {
				first = append(first, c)
			} else {
				rest = append(rest, c)
			}
		}
		return slices.Concat(first, rest)
	}
}
