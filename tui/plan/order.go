package plan

import (
	"cmp"
	"slices"
	"strings"

	"bywhen/tui/scene"
)

// Order is how tasks follow each other in a group. Tasks that are alike by it keep the roadmap's order.
type Order uint8

// The orders.
const (
	Own        Order = iota // the roadmap's
	ByStart                 // what is done by the dates it had
	ByFinish                // the same
	ByDeadline              // the first first: a task's own
	BySlack                 // the least first
	ByLeft                  // the most work left first
	ByLateness
	ByTitle
	orders
)

var orderNames = [...]string{"own order", "by start", "by finish", "by deadline", "least slack first", "most left first", "latest first", "by title"}

// String is the words for the order.
func (o Order) String() string { return orderNames[o] }

var orderLasts = [...]string{
	Own:        "what is done among the others",
	ByStart:    "what is done by its dates, last what has none",
	ByFinish:   "what is done by its dates, last what has none",
	ByDeadline: "last what has none, then what is done",
	BySlack:    "last what is done",
	ByLeft:     "last what is done",
	ByLateness: "last what is done",
	ByTitle:    "what is done among the others",
}

// Says is the order, and where it has what is done and what it says nothing of.
func (o Order) Says() string { return o.String() + ": " + orderLasts[o] }

// place is what a task is put in its place by: the tier first, then the number, then the text.
type place struct {
	tier, n int
	text    string
}

// The tiers: of tasks of which an order says nothing those that are open come first.
const (
	ordered = iota
	without
	closed
)

// place is a task's in the order.
func (o Order) place(s *scene.Scene, task int) place {
	t, p := s.Roadmap.Tasks()[task], &s.Plan.Tasks[task]
	open := t.Status.Open()
	switch o {
	case ByStart, ByFinish:
		switch {
		case !p.Planned:
			return place{tier: without}
		case o == ByFinish:
			return place{n: int(p.Finish)}
		}
		return place{n: int(p.Start)}
	case ByTitle:
		return place{text: strings.ToLower(t.Title)}
	}
	switch {
	case !open:
		return place{tier: closed}
	case o == ByDeadline && t.Deadline != 0:
		return place{n: int(t.Deadline)}
	case o == BySlack && p.Planned:
		return place{n: p.Slack}
	case o == ByLeft:
		return place{n: -t.RemainingEffort().Hundredths()}
	case o == ByLateness:
		days, openEnd := s.Late(task)
		return place{n: -2*days - b2i(openEnd)}
	}
	return place{tier: without}
}

func (a place) compare(b place) int {
	return cmp.Or(cmp.Compare(a.tier, b.tier), cmp.Compare(a.n, b.n), strings.Compare(a.text, b.text))
}

// sortTasks puts the tasks of each group in an order; in that of the filter where it names one.
func (o *outline) sortTasks(s *scene.Scene, order Order) {
	if order == Own && s.Order == nil {
		return
	}
	less := func(a, b int32) int { return s.Order(int(a), int(b)) }
	if s.Order == nil {
		places := make([]place, len(s.Roadmap.Tasks()))
		for i := range places {
			places[i] = order.place(s, i)
		}
		less = func(a, b int32) int { return places[a].compare(places[b]) }
	}
	for i := range o.groups {
		slices.SortStableFunc(o.groups[i].tasks, less)
	}
}
