package session

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
)

// keeps tries an effort and keeps it.
func keeps(t *testing.T, s *Session, name string, days int) {
	t.Helper()
	s.Try()
	if _, err := s.Edit("effort", "because", effort(days)); err != nil {
		t.Fatal(err)
	}
	if err := s.Keep(name); err != nil {
		t.Fatal(err)
	}
}

func TestAKeptWhatIfIsInTheFileWithWhatItWasBegunOn(t *testing.T) {
	s, f := open(t)
	keeps(t, s, "Faster", 2)
	finish(t, s)
	w := loaded(t, f).WhatIf("Faster")
	if w == nil || w.Tried != "effort" || w.Because != "because" || w.Revision != 1 || w.Today != s.Today() || w.Kept == 0 || len(w.Edits) != 1 {
		t.Fatalf("%+v", w)
	}
	if loaded(t, f).Task("a").Effort != roadmap.PersonDays(5) || s.Roadmap().Task("a").Effort != roadmap.PersonDays(5) {
		t.Error("the roadmap has what was only tried")
	}
}

func TestAPlanOfAnAlternativeIsMadeOnce(t *testing.T) {
	s, _ := open(t)
	keeps(t, s, "Faster", 2)
	first := s.Alternatives()[0].Plan
	s.Flip(1)
	s.Flip(1)
	if again := s.Alternatives()[0].Plan; again != first {
		t.Error("it was planned again")
	}
	finish(t, s)
	if _, err := s.Edit("deadline", "", func(d *roadmap.Draft) error {
		return d.UpdateTask("a", func(t *roadmap.Task) { t.Notes = "new" })
	}); err != nil {
		t.Fatal(err)
	}
	if again := s.Alternatives()[0]; again.Plan == first || again.Plan.Roadmap.Task("a").Notes != "new" {
		t.Error("it is still of the roadmap before")
	}
}

func TestWhatIsNotKeptIsKeptOnTheWayOut(t *testing.T) {
	s, f := open(t)
	keeps(t, s, "Faster", 2)
	s.Flip(1)
	if _, err := s.Edit("slower", "", effort(9)); err != nil {
		t.Fatal(err)
	}
	s.ShowPlan()
	s.Try()
	if _, err := s.Edit("other", "", effort(3)); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, w := range loaded(t, f).WhatIfs() {
		names = append(names, w.Name)
	}
	if got := strings.Join(names, ", "); got != "Faster, unfinished what-if from Faster, unfinished what-if" {
		t.Errorf("%s", got)
	}
	tried, _, err := loaded(t, f).Try(loaded(t, f).WhatIf("Faster"))
	if err != nil || tried.Task("a").Effort != roadmap.PersonDays(2) {
		t.Errorf("what was kept is not what it was: %v", err)
	}
}

func TestWhatNoLongerFitsIsPassedOverAndSaysWhy(t *testing.T) {
	s, _ := open(t)
	s.Try()
	if _, err := s.Edit("with b", "", func(d *roadmap.Draft) error {
		return d.UpdateTask("a", func(t *roadmap.Task) { t.Phase = "Build" })
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Keep("Phase"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Edit("no phase", "", func(d *roadmap.Draft) error {
		now := *d.Settings()
		now.Phases = []string{"Only"}
		return d.SetSettings(now)
	}); err != nil {
		t.Fatal(err)
	}
	a := s.Alternatives()[0]
	if a.Err == nil || a.Plan != nil {
		t.Fatalf("%+v", a)
	}
	if err := s.Show(a); err == nil || !strings.Contains(err.Error(), "Phase no longer fits") {
		t.Errorf("%v", err)
	}
	if _, ok := s.Flip(1); ok {
		t.Error("there is nothing to flip to")
	}
}

// Both does what Faster does, begun inside it, and more. Faster alone, a third that does something else, and one that is accepted and so
// in the plan hold none of the others.
func TestAnAlternativeNamesWhatItHoldsWhole(t *testing.T) {
	s, _ := open(t)
	keeps(t, s, "Faster", 2)
	s.Flip(1)
	if _, err := s.Edit("notes", "", func(d *roadmap.Draft) error {
		return d.UpdateTask("a", func(t *roadmap.Task) { t.Notes = "new" })
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Keep("Both"); err != nil {
		t.Fatal(err)
	}
	keeps(t, s, "Slower", 9)
	keeps(t, s, "Faster too", 2)
	holds := map[string][]string{}
	for _, a := range s.Alternatives() {
		holds[a.Name] = a.Holds
	}
	want := map[string][]string{"Faster": nil, "Both": {"Faster", "Faster too"}, "Slower": nil, "Faster too": {"Faster"}}
	if !maps.EqualFunc(holds, want, slices.Equal) {
		t.Errorf("they hold %v, want %v", holds, want)
	}
	if _, err := s.Edit("effort", "", effort(2)); err != nil {
		t.Fatal(err)
	}
	for _, a := range s.Alternatives() {
		if len(a.Holds) > 0 {
			t.Errorf("%s holds %v, which the plan has", a.Name, a.Holds)
		}
	}
}
