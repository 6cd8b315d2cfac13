package session

import (
	"fmt"
	"testing"

	"bywhen/roadmap"
)

func TestAnEditThatGrowsIsOneStepAndWaitsUntilItIsWhole(t *testing.T) {
	s, f := open(t)
	for _, days := range []int{6, 7, 9} {
		if _, err := s.Grow("growing", "", effort(days)); err != nil {
			t.Fatal(err)
		}
		if s.Next() != nil {
			t.Fatal("it goes to the file while it grows")
		}
	}
	if got := s.Roadmap().Task("a").Effort; got != roadmap.PersonDays(9) {
		t.Errorf("%s is shown", got)
	}
	effects, _, err := s.ProbeGrown(effort(5))
	if err != nil || len(effects) != 1 || effects[0].Moved != -4 {
		t.Errorf("a probe counts from %+v, %v", effects, err)
	}
	s.Settle()
	finish(t, s)
	if h, _ := f.History(0); len(h) != 1 || h[0].Title != "growing" || loaded(t, f).Task("a").Effort != roadmap.PersonDays(9) {
		t.Errorf("history %+v", h)
	}
}

func TestAnEditThatGrewBackIsNone(t *testing.T) {
	s, f := open(t)
	for _, days := range []int{6, 5} {
		if _, err := s.Grow("growing", "", effort(days)); err != nil {
			t.Fatal(err)
		}
	}
	s.Settle()
	finish(t, s)
	if h, _ := f.History(0); len(h) != 0 {
		t.Errorf("%d entries", len(h))
	}
}

func TestWhatGrowsIsSavedOnTheWayOut(t *testing.T) {
	s, f := open(t)
	if _, err := s.Grow("growing", "", effort(8)); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	if loaded(t, f).Task("a").Effort != roadmap.PersonDays(8) {
		t.Error("it is lost")
	}
}

func TestARefusedStepLeavesWhatHasGrown(t *testing.T) {
	s, _ := open(t)
	if _, err := s.Grow("growing", "", effort(8)); err != nil {
		t.Fatal(err)
	}
	refuse := func(d *roadmap.Draft) error { return d.RemoveTasks(false, "none") }
	if _, err := s.Grow("wrong", "", refuse); err == nil || s.Roadmap().Task("a").Effort != roadmap.PersonDays(8) {
		t.Errorf("error %v", err)
	}
}

// compared looks for the day to compare with.
func compared(t *testing.T, s *Session) *Since {
	t.Helper()
	if run := s.NextSince(); run != nil {
		s.Compared(run())
	}
	return s.Since()
}

func TestTheDayToCompareWithIsFoundHoweverLongTheHistory(t *testing.T) {
	s, _ := open(t)
	edit := func(title string, days int) {
		if _, err := s.Edit(title, "", effort(days)); err != nil {
			t.Fatal(err)
		}
		finish(t, s)
	}
	if compared(t, s) != nil {
		t.Error("there was no check-in yet")
	}
	edit(roadmap.CheckInTitle(1), 6)
	checkIn := s.Roadmap()
	s.SetToday(monday + 1)
	for i := range 150 { // more than is read at once
		edit(fmt.Sprint("change ", i), 7+i%2)
	}
	s.AskSince()
	since := compared(t, s)
	if since == nil || since.Day != monday || !since.CheckIn || since.Plan.Roadmap.Task("a").Effort != checkIn.Task("a").Effort {
		t.Fatalf("compares with %+v", since)
	}
	s.AskSince()
	if again := compared(t, s); again != since {
		t.Error("the same check-in is planned anew")
	}
	s.CompareWith(monday + 1)
	if since = compared(t, s); since == nil || since.CheckIn || since.Plan.Roadmap.Task("a").Effort != s.Roadmap().Task("a").Effort {
		t.Errorf("compares with %+v", since)
	}
	s.CompareWith(monday - 1)
	if compared(t, s) != nil || s.SinceError() == nil {
		t.Error("a day before the history began is compared with")
	}
	s.CompareWithNothing()
	if s.AskSince(); s.NextSince() != nil || s.Since() != nil {
		t.Error("something is compared")
	}
}

func TestAWeekAgoIsTheBeginningOfAYoungHistory(t *testing.T) {
	s, _ := open(t)
	if p, err := s.WeekAgo()(); p != nil || err != nil {
		t.Errorf("on the first day: %v, %v", p, err)
	}
	if _, err := s.Edit("longer", "", effort(6)); err != nil {
		t.Fatal(err)
	}
	finish(t, s)
	s.SetToday(monday + 3)
	if _, err := s.Edit("longer", "", effort(7)); err != nil {
		t.Fatal(err)
	}
	finish(t, s)
	p, err := s.WeekAgo()()
	if err != nil || p == nil || p.Today != monday || p.Roadmap.Task("a").Effort != roadmap.PersonDays(6) {
		t.Errorf("%+v, %v", p, err)
	}
}
