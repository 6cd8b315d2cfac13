package phrase

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// Order is how a filter wants its rows; the zero Order is the roadmap's own.
type Order struct {
	Key        string // as "slack"; empty for the roadmap's own order
	Descending bool
	compare    func(a, b Row) int
	has        func(Row) bool
}

// ParseOrder reads a key, with a minus before it for the greatest first: "slack", "-due", "title", "team".
func ParseOrder(text string, ctx Context) (Order, error) {
	p := filterParser{reader: &reader{Context: ctx}}
	err := p.ordered(text)
	return p.order, err
}

// Compare is negative, 0 or positive as a comes before, beside or after b. What has no value comes last either way.
func (o Order) Compare(a, b Row) int {
	if o.compare == nil {
		return 0
	}
	if o.has != nil {
		if x, y := o.has(a), o.has(b); !x || !y {
			return cmp.Compare(rankOf(x), rankOf(y))
		}
	}
	if o.Descending {
		a, b = b, a
	}
	return o.compare(a, b)
}

// rankOf puts what has a value before what has none.
func rankOf(has bool) int {
	if has {
		return 0
	}
	return 1
}

// OrderKeys are the keys of an order.
func OrderKeys() []string {
	return slices.Concat([]string{"title", "team", "goal", "phase", "status", "id"}, numberKeys, dateKeys)
}

func (p *filterParser) ordered(text string) error {
	key := strings.TrimPrefix(strings.ReplaceAll(strings.ToLower(text), "-", "_"), "_")
	if k, ok := filterKeys[key]; ok {
		key = k
	}
	o := Order{Key: key, Descending: strings.HasPrefix(text, "-")}
	switch {
	case slices.Contains(numberKeys, key):
		of := numberOf(key)
		o.compare = func(a, b Row) int { x, _ := of(a); y, _ := of(b); return cmp.Compare(x, y) }
		o.has = func(r Row) bool { _, ok := of(r); return ok }
	case slices.Contains(dateKeys, key):
		of := dateOf(key)
		o.compare = func(a, b Row) int { return cmp.Compare(of(a), of(b)) }
		o.has = func(r Row) bool { return of(r) != 0 }
	case !p.orderedByName(key, &o):
		return fmt.Errorf("%s orders nothing: use %s", quote(text), roadmap.Alternatives(OrderKeys()))
	}
	p.order = o
	return nil
}

// orderedByName orders by words: titles by the alphabet, teams, goals and phases as the roadmap has them.
func (p *filterParser) orderedByName(key string, o *Order) bool {
	r := p.reader.roadmap()
	place := func(of func(*roadmap.Task) int) {
		o.compare = func(a, b Row) int { return cmp.Compare(of(a.Task), of(b.Task)) }
		o.has = func(r Row) bool { return of(r.Task) >= 0 }
	}
	switch key {
	case "title":
		o.compare = func(a, b Row) int { return cmp.Compare(strings.ToLower(a.Task.Title), strings.ToLower(b.Task.Title)) }
	case "id":
		o.compare = func(a, b Row) int {
			return cmp.Or(cmp.Compare(len(a.Task.ID), len(b.Task.ID)), cmp.Compare(a.Task.ID, b.Task.ID))
		}
	case "status":
		o.compare = func(a, b Row) int { return cmp.Compare(a.Task.Status, b.Task.Status) }
	case "team":
		place(func(t *roadmap.Task) int { return r.TeamIndex(t.Team) })
	case "goal":
		place(func(t *roadmap.Task) int { return r.GoalIndex(t.Goal) })
	case "phase":
		place(func(t *roadmap.Task) int { return slices.Index(r.Settings().Phases, t.Phase) })
	default:
		return false
	}
	return true
}
