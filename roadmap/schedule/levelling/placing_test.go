package levelling_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap/schedule/levelling"
)

// week is a calendar of Monday to Friday; day 0 is a Monday, and its working day 0.
type week struct{}

func (week) CountAt(day int32) int32 {
	weeks := floor(day, 7)
	return weeks*5 + min(day-weeks*7, 5)
}

func (week) DayAt(number int32) int32 {
	weeks := floor(number, 5)
	return weeks*7 + number - weeks*5
}

func floor(a, b int32) int32 {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// problem is A of 3 days, B of 2, C of 4 and D of 1, numbered from 0, all of a team of so many people; D waits for A.
func problem(people int32, change func(*levelling.Spec)) *levelling.Problem {
	s := &levelling.Spec{Horizon: 100, Last: 10_000, Calendars: []levelling.Calendar{week{}},
		Teams: []levelling.Team{{People: []levelling.Step{{From: 0, People: people}}}},
		Links: []levelling.Link{{From: a, To: d}}}
	for _, days := range []int32{3, 2, 4, 1} {
		s.Tasks = append(s.Tasks, levelling.Task{Duration: days, Needs: []levelling.Need{{Team: 0, People: 1}}})
	}
	if change != nil {
		change(s)
	}
	return levelling.New(s)
}

// The tasks of a problem.
const (
	a = int32(iota)
	b
	c
	d
)

// lies says on which days each task lies: "A 0-2, B 3-4".
func lies(p *levelling.Problem, s *levelling.Pass) string {
	var out []string
	for x := range int32(p.Len()) {
		out = append(out, fmt.Sprintf("%c %d-%d", 'A'+x, s.First(x), s.Last(x)))
	}
	return strings.Join(out, ", ")
}

// Days 5 and 6 are a weekend, 12 and 13 the next one.
func TestTasksArePlacedOneAfterTheOther(t *testing.T) {
	for name, x := range map[string]struct {
		people int32
		order  []int32
		change func(*levelling.Spec)
		want   string
	}{
		"one person, as they come":                    {1, []int32{a, b, c, d}, nil, "A 0-2, B 3-4, C 7-10, D 11-11"},
		"B goes first, and D right after A":           {1, []int32{b, a, d, c}, nil, "A 2-4, B 0-1, C 8-11, D 7-7"},
		"two people, one does A and D, one B and C":   {2, []int32{a, b, c, d}, nil, "A 0-2, B 0-1, C 2-7, D 3-3"},
		"D is short enough for the gap before C":      {1, []int32{a, b, c, d}, func(s *levelling.Spec) { s.Tasks[c].Release = 8 }, "A 0-2, B 3-4, C 8-11, D 7-7"},
		"D waits two working days after A":            {2, []int32{a, b, c, d}, func(s *levelling.Spec) { s.Links[0].Lag = 2 }, "A 0-2, B 0-1, C 2-7, D 7-7"},
		"three people: D may end when A does":         {3, []int32{a, b, c, d}, func(s *levelling.Spec) { s.Links[0].Type = levelling.FinishToFinish }, "A 0-2, B 0-1, C 0-3, D 2-2"},
		"A is promised for day 8, and D waits for it": {2, []int32{a, b, c, d}, func(s *levelling.Spec) { s.Tasks[a].Promised = 8 }, "A 0-8, B 0-1, C 2-7, D 9-9"},
		"a second person comes on day 7": {1, []int32{a, b, c, d},
			func(s *levelling.Spec) {
				s.Teams[0].People = append(s.Teams[0].People, levelling.Step{From: 5, People: 2})
			}, "A 0-2, B 3-4, C 7-10, D 7-7"},
		"what needs nobody waits for nobody": {1, []int32{a, b, c, d}, func(s *levelling.Spec) { s.Tasks[c].Needs = nil }, "A 0-2, B 3-4, C 0-3, D 7-7"},
	} {
		p := problem(x.people, x.change)
		pass := levelling.NewPass(p)
		for range 2 { // the room can be used again
			pass.Forward(x.order)
			if got := lies(p, pass); got != x.want {
				t.Errorf("%s: %s, want %s", name, got, x.want)
			}
		}
	}
}

// All are to be over before the tenth working day ends, which is day 11.
func TestFromTheEndTheyLieAsLateAsTheyMay(t *testing.T) {
	p := problem(1, nil)
	pass := levelling.NewPass(p)
	pass.Backward([]int32{d, c, b, a}, []int32{10, 10, 10, 10})
	if got, want := lies(p, pass), "A 0-2, B 3-4, C 7-10, D 11-11"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	pass.Backward([]int32{d, a, b, c}, []int32{10, 10, 10, 10})
	if got, want := lies(p, pass), "A 8-10, B 4-7, C 0-3, D 11-11"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// C leaves the one person to D on day 11, long after A has let it go; with two people it is A that D waits for.
func TestWhatHoldsATaskIsTraced(t *testing.T) {
	for _, x := range []struct {
		people, task int32
		want         []int32
	}{{1, a, nil}, {1, b, []int32{a}}, {1, d, []int32{c}}, {2, b, nil}, {2, c, []int32{b}}, {2, d, []int32{a}}} {
		p := problem(x.people, nil)
		trace := levelling.NewTrace(p)
		trace.Run([]int32{a, b, c, d})
		if got := slices.Compact(trace.Holders(nil, x.task)); !slices.Equal(got, x.want) {
			t.Errorf("of %d people, %c is held by %v, want %v", x.people, 'A'+x.task, got, x.want)
		}
	}
}

// D, due on day 3, ends on day 11 as they come, six working days later; with A and D first all is in time. The work of 10 days ends
// with day 11 whatever is done.
func TestASearchFindsTheOrderThatKeepsADeadline(t *testing.T) {
	due := func(s *levelling.Spec) { s.Deadlines = []levelling.Deadline{{Day: 3, Weight: 2, Tasks: []int32{d}}} }
	p := problem(1, due)
	found := levelling.Search(p, levelling.Options{Seed: 1, Schedules: 500})
	if want := (levelling.Value{Late: 12, End: 12}); found.First != want {
		t.Errorf("it begins with %+v, want %+v", found.First, want)
	}
	if want := (levelling.Value{Late: 0, End: 12}); found.Best != want {
		t.Errorf("it finds %+v, want %+v", found.Best, want)
	}
	pass := levelling.NewPass(p)
	if pass.Forward(found.Order); pass.Last(d) != 3 || pass.Value() != found.Best {
		t.Errorf("its order gives %s", lies(p, pass))
	}
}

// What is of a lower class goes first, whatever is late: B and C until day 7, A from day 8, D on day 11.
func TestASearchOrdersOnlyWhatClassesLeaveOpen(t *testing.T) {
	p := problem(1, func(s *levelling.Spec) {
		s.Deadlines = []levelling.Deadline{{Day: 3, Weight: 1, Tasks: []int32{d}}}
		s.Tasks[a].Class, s.Tasks[d].Class = 1, 1
	})
	found := levelling.Search(p, levelling.Options{Seed: 1, Schedules: 500})
	if found.Order != nil || found.Best.Late != 6 {
		t.Errorf("it finds %v with %+v, though D, 6 days late, may pass neither B nor C", found.Order, found.Best)
	}
}
