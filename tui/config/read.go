package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"bywhen/roadmap"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/plan"
)

// File is what the text of a configuration says.
type File struct {
	Config   Config
	Mistakes []Mistake // in the order of their lines; what they would have set is as it comes

	lines map[string]int // where each value stands that counts
}

// Line is the line of the text that sets something, named as in Settings; 0 where none does.
func (f *File) Line(name string) int { return f.lines[name] }

// Read takes the text of a configuration. A key that it does not know, a value that it cannot use and a key of the keyboard that
// two actions have are mistakes; all others count.
func Read(text []byte) *File {
	f := &File{Config: Default(), lines: map[string]int{}}
	list, mistakes := entries(text)
	f.Mistakes = mistakes
	keys, first := map[action.Action]entry{}, map[string]int{}
	for _, e := range list {
		if line, twice := first[e.key]; twice {
			f.mistake(e, fmt.Errorf("is set in line %d already", line))
			continue
		}
		first[e.key] = e.line
		if err := f.set(e, keys); err != nil {
			f.mistake(e, err)
			continue
		}
		f.lines[e.key] = e.line
	}
	f.setKeys(keys)
	slices.SortStableFunc(f.Mistakes, func(a, b Mistake) int { return a.Line - b.Line })
	return f
}

func (f *File) mistake(e entry, err error) {
	f.Mistakes = append(f.Mistakes, Mistake{e.line, e.key, err.Error()})
	delete(f.lines, e.key)
}

// names are what can be set, in the order in which it is shown.
var names = []string{"theme", "background", "ascii", "mouse", "dates", "week_begins", "columns"}

// set takes one value in; keys of the keyboard are gathered first.
func (f *File) set(e entry, keys map[action.Action]entry) error {
	c := &f.Config
	if name, ok := strings.CutPrefix(e.key, "keys."); ok {
		a, err := keyEntry(name, e.value)
		if err == nil {
			keys[a] = e
		}
		return err
	}
	switch e.key {
	case "theme":
		return oneOf(&c.Look, e.value, paint.Looks())
	case "background":
		return oneOf(&c.Background, e.value, []Background{UnknownBackground, Dark, Light})
	case "ascii":
		return oneOf(&c.ASCII, e.value, []Choice{Auto, Yes, No})
	case "mouse":
		choice := Auto
		if err := oneOf(&choice, e.value, []Choice{Yes, No}); err != nil {
			return err
		}
		c.Mouse = choice == Yes
	case "dates":
		return oneOf(&c.Dates, e.value, roadmap.DateFormats())
	case "week_begins":
		return setWeekday(&c.WeekBegin, e.value)
	case "columns":
		return setColumns(&c.Columns, e.value)
	default:
		return unknown(e.key)
	}
	return nil
}

func unknown(key string) error {
	if key == "keys" {
		return fmt.Errorf("write a table: [keys], and under it lines as add = \"a\"")
	}
	return fmt.Errorf("there is nothing of this name to set: %s, or keys.ACTION", strings.Join(names, ", "))
}

// oneOf takes the one of some values that is named.
func oneOf[T fmt.Stringer](to *T, value any, among []T) error {
	text, ok := value.(string)
	if b, is := value.(bool); is {
		text, ok = strconv.FormatBool(b), true
	}
	var all []string
	for _, v := range among {
		if ok && strings.EqualFold(text, v.String()) {
			*to = v
			return nil
		}
		all = append(all, v.String())
	}
	if !ok {
		return fmt.Errorf("write %s", roadmap.Alternatives(all))
	}
	return fmt.Errorf("%s is none of them: write %s", roadmap.Quote(text), roadmap.Alternatives(all))
}

func setWeekday(to *time.Weekday, value any) error {
	text, _ := value.(string)
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(text) >= 2 && strings.HasPrefix(strings.ToLower(d.String()), strings.ToLower(text)) {
			*to = d
			return nil
		}
	}
	return fmt.Errorf("write a weekday, as \"mon\" or \"sun\"")
}

// setColumns reads a list as ["team", "finish:14"]: after a colon the cells that the column has.
func setColumns(to *[]plan.Column, value any) error {
	list, ok := value.([]string)
	if !ok {
		return fmt.Errorf("write a list, as [\"team\", \"left\", \"finish:14\"]")
	}
	out := []plan.Column{}
	for _, text := range list {
		c, err := column(text)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(out, func(o plan.Column) bool { return o.Kind == c.Kind }) {
			return fmt.Errorf("the column %q is there twice", c.Kind)
		}
		out = append(out, c)
	}
	*to = out
	return nil
}

func column(text string) (plan.Column, error) {
	name, width, wide := strings.Cut(text, ":")
	var kind plan.ColumnKind
	if err := oneOf(&kind, name, plan.ColumnKinds()); err != nil {
		return plan.Column{}, err
	}
	c := kind.Column()
	if !wide {
		return c, nil
	}
	n, err := strconv.Atoi(width)
	if err != nil || n < plan.LeastColumn || n > plan.MostColumn {
		return c, fmt.Errorf("%s: a column has %d to %d cells, as in %q", roadmap.Quote(text), plan.LeastColumn, plan.MostColumn, name+":12")
	}
	c.Width = n
	return c, nil
}

// String is the background's name in a configuration.
func (b Background) String() string { return [...]string{"auto", "dark", "light"}[b] }

// String is the choice as a configuration has it.
func (c Choice) String() string { return [...]string{"auto", "true", "false"}[c] }
