package exchange

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// object is a kind of JSON object: its fields in the order in which they are written. There are at most 64.
type object[T any] []field[T]

// field is a member of an object: how a T gets it and how it is written.
type field[T any] struct {
	name   string
	needed bool
	read   func(s *scanner, v *T) error
	write  func(p *printer, v *T) bool // false: it is empty, and what was written is taken back
}

// need makes the field one that must be there.
func (f field[T]) need() field[T] { f.needed = true; return f }

// read fills v. Each field may be there once; one that is unknown or missing is an error that names it.
func (o object[T]) read(s *scanner, v *T) error {
	var seen uint64
	next := 0 // fields mostly come in their order
	err := s.members(func(name string, at int) error {
		i := o.find(name, next)
		switch {
		case i < 0:
			return s.failAt(at, "unknown field %s%s", quoted(name), meant(name, o.names()))
		case seen&(1<<i) != 0:
			return s.failAt(at, "the field %s is there twice, here with %s", quoted(name), s.found())
		}
		seen |= 1 << i
		next = i + 1
		s.skip()
		return within(o[i].read(s, v), name)
	})
	if err != nil {
		return err
	}
	for i, f := range o {
		if f.needed && seen&(1<<i) == 0 {
			return s.fail("the field %s is missing", quoted(f.name))
		}
	}
	return nil
}

// find is the place of a field by its name, looked for from a place on.
func (o object[T]) find(name string, from int) int {
	for i := range o {
		if j := (from + i) % len(o); o[j].name == name {
			return j
		}
	}
	return -1
}

func (o object[T]) names() []string {
	names := make([]string, len(o))
	for i, f := range o {
		names[i] = f.name
	}
	return names
}

// write writes the fields that are not empty, and tells whether any was.
func (o object[T]) write(p *printer, v *T) bool {
	return p.nested("{}", func() {
		for _, f := range o {
			p.member(f.name, func() bool { return f.write(p, v) })
		}
	})
}

// differing names the first field whose content is not the same in both; it is empty where there is none.
func (o object[T]) differing(a, b *T) string {
	for _, f := range o {
		var pa, pb printer
		filledA, filledB := f.write(&pa, a), f.write(&pb, b)
		if filledA != filledB || filledA && !bytes.Equal(pa.buf, pb.buf) {
			return f.name
		}
	}
	return ""
}

// text is a field of text.
func text[T any](name string, at func(*T) *string) field[T] {
	return field[T]{
		name: name,
		read: func(s *scanner, v *T) (err error) { *at(v), err = s.text(); return err },
		write: func(p *printer, v *T) bool {
			p.text(*at(v))
			return *at(v) != ""
		},
	}
}

// word is a text that stands for a value of an enumeration; the first of them is the default.
func word[T any, E interface {
	comparable
	fmt.Stringer
}](name string, parse func(string) (E, error), at func(*T) *E) field[T] {
	return field[T]{
		name: name,
		read: func(s *scanner, v *T) error {
			from := *s
			w, err := s.text()
			if err != nil {
				return err
			}
			if *at(v), err = parse(w); err != nil {
				return from.fail("%s", err)
			}
			return nil
		},
		write: func(p *printer, v *T) bool {
			var first E
			p.text((*at(v)).String())
			return *at(v) != first
		},
	}
}

// day is a date, or the empty text for none.
func day[T any](name string, at func(*T) *roadmap.Date) field[T] {
	return word(name, roadmap.ParseDate, at)
}

// yes is true or false.
func yes[T any](name string, at func(*T) *bool) field[T] {
	return field[T]{
		name:  name,
		read:  func(s *scanner, v *T) (err error) { *at(v), err = s.truth(); return err },
		write: func(p *printer, v *T) bool { p.buf = strconv.AppendBool(p.buf, *at(v)); return *at(v) },
	}
}

// whole is a whole number that is written unless it is the usual one. One under least is an error here, since the domain
// takes a 0 for "not given".
func whole[T any](name string, usual, least int, at func(*T) *int) field[T] {
	return field[T]{
		name: name,
		read: func(s *scanner, v *T) error {
			from := *s
			digits, err := s.number()
			if err != nil {
				return err
			}
			x, _ := strconv.ParseFloat(digits, 64)
			switch {
			case x != math.Trunc(x):
				return from.fail("%s must be a whole number", digits)
			case x < float64(least):
				return from.fail("%s must be at least %d, or the field left out", digits, least)
			case math.Abs(x) > 1e12:
				return from.fail("%.40s is too large", digits)
			}
			*at(v) = int(x)
			return nil
		},
		write: func(p *printer, v *T) bool { p.whole(*at(v)); return *at(v) != usual },
	}
}

// anyWhole is for whole numbers whose least value the domain checks.
const anyWhole = math.MinInt32

// amount is a number that may have a fraction; 0 is not written.
func amount[T any](name string, at func(*T) *float64) field[T] {
	return field[T]{
		name: name,
		read: func(s *scanner, v *T) error {
			from := *s
			digits, err := s.number()
			if err != nil {
				return err
			}
			if *at(v), err = strconv.ParseFloat(digits, 64); err != nil {
				return from.fail("%.40s is too large", digits)
			}
			return nil
		},
		write: func(p *printer, v *T) bool { p.number(*at(v)); return *at(v) != 0 },
	}
}

// effort is an amount of work, held exactly; 0 is a milestone and is written.
func effort[T any](name string, at func(*T) *roadmap.Effort) field[T] {
	return field[T]{
		name: name,
		read: func(s *scanner, v *T) error {
			from := *s
			digits, err := s.number()
			if err == nil {
				if *at(v), err = parseEffort(digits); err != nil {
					err = from.fail("%s", err)
				}
			}
			return err
		},
		write: func(p *printer, v *T) bool { p.buf = append(p.buf, at(v).String()...); return at(v).Given() },
	}
}

// parseEffort reads person-days as JSON writes a number.
func parseEffort(digits string) (roadmap.Effort, error) {
	x, _ := strconv.ParseFloat(digits, 64)
	switch {
	case x < 0 || x > roadmap.MaxEffort:
		return roadmap.Effort{}, fmt.Errorf("%.40s must be from 0 to %d person-days", digits, roadmap.MaxEffort)
	case x == 0:
		return roadmap.PersonDays(0), nil
	case strings.ContainsAny(digits, "eE"):
		digits = strconv.FormatFloat(x, 'f', -1, 64)
	}
	return roadmap.ParseEffort(digits)
}

// maxItems bounds lists that are compared item by item.
const maxItems = 10_000

// texts is a list of texts, of most items.
func texts[T any](name string, most int, at func(*T) *[]string) field[T] {
	return field[T]{
		name: name,
		read: func(s *scanner, v *T) error {
			return s.items(func(i int) error {
				if i == most {
					return s.fail("at most %d items", most)
				}
				one, err := s.text()
				*at(v) = append(*at(v), one)
				return within(err, fmt.Sprintf("[%d]", i))
			})
		},
		write: func(p *printer, v *T) bool {
			return p.nested("[]", func() {
				for _, one := range *at(v) {
					p.item()
					p.text(one)
				}
			})
		},
	}
}

// weekdays is a list of days of the week; none is left out, as is the usual set.
func weekdays[T any](name string, usual roadmap.Weekdays, at func(*T) *roadmap.Weekdays) field[T] {
	return field[T]{
		name: name,
		read: func(s *scanner, v *T) error {
			var days roadmap.Weekdays
			err := s.items(func(int) error {
				s.skip()
				from := *s
				name, err := s.text()
				if err != nil {
					return err
				}
				one, ok := roadmap.WeekdayOf(name)
				if !ok {
					return from.fail("%s is no weekday: use %s", quoted(name), roadmap.Alternatives(roadmap.AllWeek.Names()))
				}
				days |= one
				return nil
			})
			if days != 0 {
				*at(v) = days
			}
			return err
		},
		write: func(p *printer, v *T) bool {
			p.nested("[]", func() {
				for _, name := range at(v).Names() {
					p.item()
					p.text(name)
				}
			})
			return *at(v) != 0 && *at(v) != usual
		},
	}
}

// part is an object within an object.
func part[T, P any](name string, fields object[P], at func(*T) *P) field[T] {
	return field[T]{
		name:  name,
		read:  func(s *scanner, v *T) error { return fields.read(s, at(v)) },
		write: func(p *printer, v *T) bool { return fields.write(p, at(v)) },
	}
}

// list is a list of objects, of most items. fresh is one with its defaults; label is what to call one in an error, beside its number.
func list[T, E any](name string, most int, fields object[E], fresh E, label func(*E) string, at func(*T) *[]E) field[T] {
	return field[T]{
		name: name,
		read: func(s *scanner, v *T) error {
			return s.items(func(i int) error {
				if s.skip(); i == most {
					return s.fail("at most %d items", most)
				}
				*at(v) = append(*at(v), fresh)
				e := &(*at(v))[i]
				if err := fields.read(s, e); err != nil {
					return within(err, itemName("", i, label(e)))
				}
				return nil
			})
		},
		write: func(p *printer, v *T) bool {
			return p.nested("[]", func() {
				for i := range *at(v) {
					p.item()
					fields.write(p, &(*at(v))[i])
				}
			})
		},
	}
}

// itemName is a name for an item of a list: tasks[3] "Enclosure tooling".
func itemName(list string, i int, label string) string {
	name := list + "[" + strconv.Itoa(i) + "]"
	if label != "" {
		name += " " + quoted(label)
	}
	return name
}
