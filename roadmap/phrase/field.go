package phrase

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// field is something of a T that a person can set by name. One table of them serves the add line, the set line and FIELD=VALUE.
type field[T any] struct {
	name string   // in the roadmap's JSON
	keys []string // other names that a person types
	list bool     // takes several values, by comma
	adds bool     // in a set line for an item a value of the list is one more, and replaces none
	text bool     // takes any text as it stands
	// dated says that its value is a date, which may be several words.
	dated bool
	// example shows how it is written, where a value alone does not.
	example string
	read    func(r *reader, w word) (reading[T], error)
	// clear takes the value away; nil where there must be one.
	clear func(*T, *hand)
	// remove reads one value of a list that is to go; nil where that has no meaning.
	remove func(r *reader, w word) (reading[T], error)
}

// reading is what a value means.
type reading[T any] struct {
	say     string // for the chip
	put     func(*T, *hand) error
	doubt   string // what else may be meant
	newTeam string // the name of a team that putting it creates
	last    bool   // it counts from the other values of a line: it is put after them
}

// put is a reading that cannot fail once it is understood.
func put[T any](say string, f func(*T)) reading[T] {
	return reading[T]{say: say, put: func(t *T, _ *hand) error { f(t); return nil }}
}

// reader is what values are read with.
type reader struct {
	Context
	fresh  bool    // what is set has no values yet
	hints  int     // how many names were not found
	titles []named // of all tasks, once they were asked for
}

// hand carries readings out.
type hand struct {
	draft          *roadmap.Draft       // nil while a line is only being read: then no team is created
	links, unlinks []roadmap.Dependency // of the task at hand; To is empty
	unlinkAll      bool
}

// find is the field that a person means by a name, in any case and with hyphens for underscores, or nil.
func find[T any](fields []field[T], key string) *field[T] {
	key = strings.ReplaceAll(strings.ToLower(key), "-", "_")
	for i := range fields {
		if fields[i].name == key {
			return &fields[i]
		}
		for _, k := range fields[i].keys {
			if k == key {
				return &fields[i]
			}
		}
	}
	return nil
}

// value reads one value of a field, "none" being no value.
func (f *field[T]) value(r *reader, w word) (reading[T], error) {
	if f.clear != nil && w.is("none") {
		return f.cleared(), nil
	}
	return f.read(r, w)
}

func (f *field[T]) cleared() reading[T] {
	name := f.name
	if len(f.keys) > 0 {
		name = f.keys[0]
	}
	return reading[T]{say: "no " + strings.ReplaceAll(name, "_", " "), put: func(t *T, h *hand) error { f.clear(t, h); return nil }}
}

// team is the id of a team that a line names; one that is new is created, or found where an earlier line has created it.
func (h *hand) team(n named) (string, error) {
	if n.id != "" || h.draft == nil {
		return n.id, nil
	}
	for _, t := range h.draft.Teams() {
		if fold(t.Name) == fold(n.name) {
			return t.ID, nil
		}
	}
	return h.draft.AddTeam(roadmap.Team{Name: n.name})
}

// dateField is a date; an actual one is of something that has happened.
func dateField[T any](name, say string, actual bool, at func(*T) *roadmap.Date, keys ...string) field[T] {
	return field[T]{
		name: name, keys: keys, dated: true,
		clear: func(t *T, _ *hand) { *at(t) = 0 },
		read: func(r *reader, w word) (reading[T], error) {
			ctx := r.Context
			ctx.Actual = actual
			if moves := strings.HasPrefix(w.bare, "++") || strings.HasPrefix(w.bare, "--"); moves && !r.fresh {
				return movedDate(ctx, name, say, w.text, at)
			}
			d, err := Date(w.text, ctx)
			said := say + " " + ctx.DateText(d)
			if err == nil && !actual {
				said = ctx.nextYears(w.text, d, justPassed) + said
			}
			return put(said, func(t *T) { *at(t) = d }), err
		},
	}
}

// justPassed is in days: a date so long ago was likely meant where one without a year is typed; what is planned for next year is
// rarely as far away as a year less that.
const justPassed = 31

// movedDate moves a date from the value that each item has.
func movedDate[T any](ctx Context, name, say, text string, at func(*T) *roadmap.Date) (reading[T], error) {
	try := ctx
	try.Value, try.Actual = ctx.Today, false
	if _, err := Date(text, try); err != nil {
		return reading[T]{}, err
	}
	n, unit, _ := amount(strings.ToLower(text[2:]))
	unit = map[string]string{"d": "working day", "w": "week"}[unit]
	direction := "later"
	if text[0] == '-' {
		direction = "earlier"
	}
	say = fmt.Sprintf("%s %s %s", say, plural(n, unit), direction)
	return reading[T]{say: say, put: func(t *T, _ *hand) error {
		ctx.Value = *at(t)
		d, err := Date(text, ctx)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		*at(t) = d
		return nil
	}}, nil
}

// textField is any single line of text; keep says whether it must not be empty.
func textField[T any](name string, keep bool, at func(*T) *string, keys ...string) field[T] {
	f := field[T]{
		name: name, keys: keys, text: true,
		read: func(_ *reader, w word) (reading[T], error) {
			text := strings.ReplaceAll(strings.TrimSpace(w.text), "\r\n", "\n")
			if !roadmap.IsClean(text) {
				return reading[T]{}, fmt.Errorf("%s holds control or invisible characters: leave them out", quote(w.text))
			}
			return put(strings.ReplaceAll(name, "_", " ")+" "+text, func(t *T) { *at(t) = text }), nil
		},
	}
	if !keep {
		f.clear = func(t *T, _ *hand) { *at(t) = "" }
	}
	return f
}

// countField is a whole number within limits; none is what clearing leaves.
func countField[T any](name, say string, lo, hi, none int, at func(*T) *int, keys ...string) field[T] {
	return field[T]{
		name: name, keys: keys,
		clear: func(t *T, _ *hand) { *at(t) = none },
		read: func(_ *reader, w word) (reading[T], error) {
			n := number(w.text)
			if !allDigits(w.text) || n < lo || n > hi {
				return reading[T]{}, fmt.Errorf("%s is not a whole number from %d to %d", quote(w.text), lo, hi)
			}
			text := fmt.Sprintf("%s %d", say, n)
			if name == "people" || name == "capacity" {
				text = peopleText(n)
			}
			return put(text, func(t *T) { *at(t) = n }), nil
		},
	}
}

func peopleText(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

// amountField is a number that may have a fraction.
func amountField[T any](name string, at func(*T) *float64, keys ...string) field[T] {
	return field[T]{
		name: name, keys: keys,
		clear: func(t *T, _ *hand) { *at(t) = 0 },
		read: func(_ *reader, w word) (reading[T], error) {
			x, err := readAmount(w.text)
			return put(strings.ReplaceAll(name, "_", " ")+" "+w.text, func(t *T) { *at(t) = x }), err
		},
	}
}

// choiceField is one of several words.
func choiceField[T any, E any](name string, parse func(string) (E, error), at func(*T) *E, keys ...string) field[T] {
	return field[T]{
		name: name, keys: keys,
		read: func(_ *reader, w word) (reading[T], error) {
			v, err := parse(w.text)
			return put(name+" "+strings.ToLower(w.text), func(t *T) { *at(t) = v }), err
		},
	}
}

// tasks are the names of all tasks, gathered once.
func (r *reader) tasks() []named {
	if r.titles == nil {
		r.titles = r.Context.tasks()
	}
	return r.titles
}

// without is a copy of a list without some, nil where none are left.
func without[E any](list []E, gone func(E) bool) []E {
	out := slices.DeleteFunc(slices.Clone(list), gone)
	if len(out) == 0 {
		return nil
	}
	return out
}
