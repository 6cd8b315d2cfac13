package phrase

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// ItemSet is a set line for a team, goal or risk that is there, as understood.
type ItemSet struct {
	Because string // the reason, to be kept with the change
	Chips   []Chip // in the order of the text

	on func(d *roadmap.Draft, id string) error
}

// ParseItemSet reads what is to be set of a team, goal or risk. It never fails on a half-typed text.
//
// The words are FIELD:VALUE, read as SetField reads them, but that a value of a goal's metric is added to those it has. By its form
// alone a word is a team's capacity (3) or weekdays (mon-thu), a goal's deadline, what a risk's chance is (20%) or what it costs (8d). A
// line that begins with off, as off next week, gives a team more days off.
func ParseItemSet(kind roadmap.Kind, text string, ctx Context) ItemSet {
	switch kind {
	case roadmap.KindTeam:
		if off, ok := daysSet(text, ctx); ok {
			return off
		}
		return itemSet(kind, text, ctx, teamFields(), (*roadmap.Draft).UpdateTeam)
	case roadmap.KindGoal:
		return itemSet(kind, text, ctx, goalFields(), (*roadmap.Draft).UpdateGoal)
	case roadmap.KindRisk:
		return itemSet(kind, text, ctx, riskFields(), (*roadmap.Draft).UpdateRisk)
	}
	return ItemSet{}
}

// Problem is the first thing that On would refuse before it looks at the draft, or nil.
func (s ItemSet) Problem() error {
	if err := problem("set", s.Chips); err != nil {
		return err
	}
	if !slices.ContainsFunc(s.Chips, func(c Chip) bool { return c.Field != "because" && c.Field != "text" }) {
		return errors.New("set: nothing to set yet: write FIELD:VALUE")
	}
	return nil
}

// On sets what the line says of the item with that id. After an error the draft is to be thrown away.
func (s ItemSet) On(d *roadmap.Draft, id string) error {
	if err := s.Problem(); err != nil {
		return err
	}
	return s.on(d, id)
}

func itemSet[T any](kind roadmap.Kind, text string, ctx Context, fields []field[T], update func(*roadmap.Draft, string, func(*T)) error) ItemSet {
	s := sentence[T]{reader: reader{Context: ctx}, text: text, fields: fields, seen: map[string]string{}}
	words, lost := scan(text)
	if kind == roadmap.KindGoal {
		words = gatherSetMetric(words)
	}
	for _, w := range words {
		s.setItem(kind, w)
	}
	if lost.count > 0 {
		s.chips = append(s.chips, lost.chip())
		sortChips(s.chips)
	}
	return ItemSet{Because: s.because, Chips: s.chips, on: func(d *roadmap.Draft, id string) error {
		return apply(nil, s.edits, d, func(f func(*T)) error { return update(d, id, f) })
	}}
}

// daysSet reads a line that gives a team days off, said as somebody would: "off next week", "away fri 1 person". False of any other.
func daysSet(text string, ctx Context) (ItemSet, bool) {
	s := sentence[roadmap.Settings]{reader: reader{Context: ctx, fresh: true}, text: text}
	s.parse()
	if len(s.rest) < 2 || dayWords[strings.ToLower(s.rest[0].bare)] != "time_off" {
		return ItemSet{}, false
	}
	a := absence{off: s.rest[0], days: daysSaid{ctx: ctx, rest: s.rest[1:]}}
	if !a.days.read() {
		return ItemSet{}, false
	}
	p, chip := a.period(ctx)
	return ItemSet{Because: s.because, Chips: append([]Chip{chip}, s.chips...), on: func(d *roadmap.Draft, id string) error {
		return d.UpdateTeam(id, func(t *roadmap.Team) { t.TimeOff = append(slices.Clone(t.TimeOff), p) })
	}}, true
}

// setItem takes a word of a set line for an item: FIELD:VALUE, or a value alone whose form says what it is of.
func (s *sentence[T]) setItem(kind roadmap.Kind, w word) {
	i := strings.IndexByte(w.bare, ':')
	if i < 0 {
		s.setWhole(find(s.fields, looksLike(kind, w.text)), w, w)
		return
	}
	key, value := strings.ToLower(w.bare[:i]), w.from(i+1)
	if key == "because" || key == "why" {
		s.reason(w, value)
		return
	}
	f := find(s.fields, key)
	if f == nil {
		s.chips = append(s.chips, Chip{Field: "text", Text: w.text, Start: w.start(), End: w.end(),
			Problem: fmt.Sprintf("there is no field %q of a %s: write %s", w.text[:i], kind, itemExamples[kind])})
		return
	}
	s.setWhole(f, w, value)
}

// setWhole sets all that a field is to hold.
func (s *sentence[T]) setWhole(f *field[T], w, value word) {
	s.one(f, w, value, func(r *reader, v word) (reading[T], error) {
		read := f.replacing
		if f.adds && !v.is("none") {
			read = f.added
		}
		readings, err := read(r, v)
		return reading[T]{say: saysAll(f, readings), put: func(t *T, h *hand) error {
			for _, got := range readings {
				if err := got.put(t, h); err != nil {
					return err
				}
			}
			return nil
		}}, err
	})
	if c := &s.chips[len(s.chips)-1]; c.Begun && f.example == "" {
		c.Problem = "says nothing yet: a value follows, or none to take it away"
	}
}

// itemExamples are what a line can set of a team, goal or risk.
var itemExamples = map[roadmap.Kind]string{
	roadmap.KindGoal: "12-mar, title:\"…\", parent:…, metric: leads 0 -> 400, value:12, budget:250000, notes:\"…\"",
	roadmap.KindTeam: "3, mon-thu, name:\"…\", contact:\"…\", off:24-dec..1-jan, supplier:yes, rate:800",
	roadmap.KindRisk: "20%, 8d, title:\"…\", owner:ana, review:fri, mitigation:\"…\", on:7, status:closed",
}

// looksLike is the field that a word is meant for by its form: of a team a number is the capacity and days are its weekdays; of
// a goal all else is the deadline; of a risk 20% and p20 are its probability and all else the days it costs.
func looksLike(kind roadmap.Kind, word string) string {
	switch {
	case kind == roadmap.KindGoal:
		return "deadline"
	case kind == roadmap.KindRisk && (strings.HasSuffix(word, "%") || isShare(word)):
		return "probability"
	case kind == roadmap.KindRisk:
		return "days"
	case strings.Trim(word, "0123456789") == "":
		return "capacity"
	}
	return "weekdays"
}
