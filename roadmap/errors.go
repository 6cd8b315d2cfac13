package roadmap

import (
	"fmt"
	"strconv"
)

// Code tells programs what kind of refusal an error is.
type Code uint8

// The kinds of refusal.
const (
	Invalid  Code = iota // a value that cannot be
	Unknown              // a name of nothing
	Taken                // an id that is in use
	Cycle                // tasks that would wait for each other
	Conflict             // the roadmap has moved on since the change was made
)

// Error is a refused edit: which item, which field, which value, and what to do.
type Error struct {
	Code    Code
	Item    string // as `task "Enclosure tooling"`
	Field   string // the JSON name; may be empty
	Problem string // names the value
}

// Error is one line.
func (e *Error) Error() string {
	if e.Field == "" {
		return fmt.Sprintf("%s: %s", e.Item, e.Problem)
	}
	return fmt.Sprintf("%s: %s: %s", e.Item, e.Field, e.Problem)
}

// checker collects the first thing wrong with an item.
type checker struct {
	item string
	err  *Error
}

func (c *checker) fail(code Code, field, format string, args ...any) {
	if c.err == nil {
		c.err = &Error{code, c.item, field, fmt.Sprintf(format, args...)}
	}
}

func (c *checker) result() error {
	if c.err == nil {
		return nil
	}
	return c.err
}

func unknown(what, id string) error {
	return &Error{Unknown, what + " " + Quote(id), "", "there is none; look with list"}
}

// Quote shows a value in a message: short, with what is unprintable written out.
func Quote(s string) string {
	out, _ := CleanLine(strconv.Quote(shortened(s))) // heaps of marks count as printable
	return out
}

// shortened keeps errors to a line.
func shortened(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}

func describe(t *Task) string { return "task " + Quote(t.Title) }
