package schedule_test

import (
	"fmt"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// kindsOn are the flags on a task, goal or team, as "slipping/critical 3".
func kindsOn(p *schedule.Plan, id string) (out []string) {
	for _, f := range p.Flags() {
		if f.Task == id || f.Goal == id || f.Team == id {
			out = append(out, fmt.Sprintf("%s/%s %d", f.Kind, f.Severity, f.Days))
		}
	}
	return out
}

func TestOfOverdueSlippingAndAtRiskAnItemHasOne(t *testing.T) {
	day := roadmap.MustDate
	supplier := roadmap.Team{ID: "s", Name: "Supplier", Supplier: true}
	for _, c := range []struct {
		name               string
		deadline, promised string
		want               string
	}{
		{"both have passed: the deadline counts", "2025-12-31", "2026-01-02", "[overdue/critical 7]"},
		{"its promise has passed, and it will miss its deadline", "2026-01-06", "2026-01-02", "[overdue/critical 1]"},
		{"it will miss its deadline", "2026-01-06", "2026-01-14", "[slipping/critical 6 promise-late/warning 6]"},
		{"two days to spare", "2026-01-16", "2026-01-14", "[at-risk/warning 0]"},
		{"a week to spare", "2026-01-21", "2026-01-14", "[]"},
	} {
		s := newSketch(t).Team(supplier)
		s.Task("1", 5, func(t *roadmap.Task) { t.Team, t.Deadline, t.Promised = "s", day(c.deadline), day(c.promised) })
		if got := fmt.Sprint(kindsOn(s.Plan(), "1")); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// The margin counts as close up to 2 working days, or a tenth of those to the deadline, at most 5. The task ends on 9 January.
func TestAtRiskIsATenthOfTheWay(t *testing.T) {
	for _, c := range []struct {
		deadline string
		flagged  bool
	}{
		{"2026-01-13", true},  // 2 working days
		{"2026-01-14", false}, // 3, and it is 7 working days until then
	} {
		s := newSketch(t).Task("1", 5, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate(c.deadline) })
		if got := len(kindsOn(s.Plan(), "1")) > 0; got != c.flagged {
			t.Errorf("due %s: flagged %v, want %v", c.deadline, got, c.flagged)
		}
	}
	// 60 days end on Friday 27 March; 5 working days later is 3 April, 6 is the 6th, and a tenth of 66 days is over 6.
	for deadline, flagged := range map[string]bool{"2026-04-03": true, "2026-04-06": false} {
		s := newSketch(t).Task("1", 60, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate(deadline) })
		if got := len(kindsOn(s.Plan(), "1")) > 0; got != flagged {
			t.Errorf("due %s: flagged %v, want %v", deadline, got, flagged)
		}
	}
}

func TestARiskOnTheChainThatCostsMoreThanTheMargin(t *testing.T) {
	s := newSketch(t).Task("1", 5, nil)
	s.Task("2", 1, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-16") }).Link("1", "2", roadmap.FinishToStart, 0)
	_, err := s.Draft.AddRisk(roadmap.Risk{ID: "r", Title: "Mould crack", Probability: 0.1, Days: 5, Tasks: []string{"1"}})
	s.Must(err)
	p := s.Plan() // 2 ends on 12 January, 4 working days before it is due
	for _, f := range p.Flags() {
		if f.Kind == schedule.AtRisk && f.Task == "2" && f.Reason == "risk" && f.Risk == "r" && f.Margin == 4 {
			return
		}
	}
	t.Errorf("no risk on 2 among %v", p.Flags())
}

func TestASlipThatIsInheritedIsNoFlag(t *testing.T) {
	s := newSketch(t).Task("A", 5, nil).Task("B", 3, nil).Link("A", "B", roadmap.FinishToStart, 0)
	r := s.After(func(d *roadmap.Draft) error {
		return d.UpdateTask("A", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(7) })
	})
	p := schedule.Compute(r, monday, schedule.Options{})
	if got := fmt.Sprint(kindsOn(p, "A"), kindsOn(p, "B")); got != "[slipping/warning 2] []" {
		t.Errorf("flags are %s: A took two days more, B inherits them", got)
	}
}

func TestFlagsOfWhatCannotBe(t *testing.T) {
	s := newSketch(t)
	s.Draft.Lenient()
	s.Team(roadmap.Team{ID: "gone", Name: "Gone", Capacity: 1, TimeOff: []roadmap.Period{{Name: "for good", From: monday, To: roadmap.MustDate("2040-01-01")}}})
	s.Team(roadmap.Team{ID: "away", Name: "Away", Capacity: 2, TimeOff: []roadmap.Period{{Name: "half", From: monday, To: roadmap.MustDate("2299-12-31"), People: 1}}})
	s.Task("crowd", 4, func(t *roadmap.Task) { t.Team, t.People = "a", 2 })
	s.Task("never", 4, on("gone"))
	s.Task("behind never", 1, nil).Link("never", "behind never", roadmap.FinishToStart, 0)
	s.Task("two of one", 4, func(t *roadmap.Task) { t.Team, t.People = "away", 2 })
	p := s.Plan()
	for id, want := range map[string]string{
		"crowd": "[understaffed/warning 0]", "never": "[unplannable/critical 0]", "behind-never": "[unplannable/critical 0]", "two-of-one": "[understaffed/warning 0]",
	} {
		if got := fmt.Sprint(kindsOn(p, id)); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
	want(t, p, map[string]string{"crowd": "2026-01-05 2026-01-06", "two of one": "2026-01-05 2026-01-06", "never": " "})
}

func TestWorstFirst(t *testing.T) {
	s := newSketch(t)
	s.Task("unestimated", 1, func(t *roadmap.Task) { t.Effort = roadmap.Effort{} })
	s.Task("a little late", 3, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-06") })
	s.Task("very late", 9, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-06") })
	s.Task("close", 3, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-07") })
	var got []string
	for _, f := range s.Plan().Flags() {
		got = append(got, f.Task)
	}
	if fmt.Sprint(got) != "[very-late a-little-late close unestimated]" {
		t.Errorf("the order is %v", got)
	}
}

// A blocker of which nobody knows the end blocks on a Saturday too: the Monday after is no day on which it is known to be gone.
func TestAnEndlessBlockerBlocksOnADayOff(t *testing.T) {
	s := newSketch(t).Task("1", 3, func(t *roadmap.Task) {
		t.Team, t.Blockers = "a", []roadmap.Blocker{{Text: "legal", Since: monday}}
	})
	p := schedule.Compute(s.Roadmap(), roadmap.MustDate("2026-01-10"), schedule.Options{})
	if got := fmt.Sprint(kindsOn(p, "1"), kindsOn(p, "a")); got != "[blocked/critical 0] [blocked/critical 0]" {
		t.Errorf("on a Saturday: %s", got)
	}
}
