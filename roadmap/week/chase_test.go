package week_test

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
	"bywhen/roadmap/week"
)

// supplied is a part from a supplier, promised for 16 January and needed by the 12th for assembly, which is due on the 21st and
// takes a week; and a licence at legal.
func supplied(t *testing.T) *scheduletest.Sketch {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true})
	s.Task("Antenna", 2, func(t *roadmap.Task) {
		t.Team, t.Promised, t.Promises = "murata", roadmap.MustDate("2026-01-16"), []roadmap.Promise{{On: monday - 3, Date: roadmap.MustDate("2026-01-16")}}
	})
	s.Task("Assembly", 5, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-01-21") })
	s.Link("Antenna", "Assembly", roadmap.FinishToStart, 0)
	return s.Task("Licence", 1, func(t *roadmap.Task) {
		t.Team, t.Blockers = "a", []roadmap.Blocker{{Text: "At legal", Owner: "Ana", Since: monday - 7}}
	})
}

// chaseOn is the likeliest message about something.
func chaseOn(p *schedule.Plan, on schedule.Ref) (week.Chase, bool) {
	if all := week.Chases(p, on); len(all) > 0 {
		return all[0], true
	}
	return week.Chase{}, false
}

func TestAChaseSaysWhatSinceWhenByWhenAndWhatItCosts(t *testing.T) {
	p := supplied(t).Plan()
	for _, c := range []struct {
		on   schedule.Ref
		to   string
		says []string
	}{
		{schedule.Ref{Task: "Antenna"}, "Murata", []string{"Hello Murata,", "- Antenna: promised for 16 Jan (said 2 Jan), needed by 14 Jan. It makes Assembly, due 21 Jan, 2 working days late.", "When will it be done?"}},
		{schedule.Ref{Task: "Assembly"}, "Murata", []string{"- Antenna: "}},
		{schedule.Ref{Team: "murata"}, "Murata", []string{"- Antenna: "}},
		{schedule.Ref{Task: "Licence"}, "Ana", []string{"Hello,", "- Licence: held up (At legal) since 29 Dec, with no end known."}},
	} {
		chase, ok := chaseOn(p, c.on)
		if !ok || chase.Name != c.to {
			t.Errorf("%+v: to %q, %v", c.on, chase.Name, ok)
			continue
		}
		for _, text := range c.says {
			if !strings.Contains(chase.Message, text) {
				t.Errorf("%+v: no %q in\n%s", c.on, text, chase.Message)
			}
		}
	}
	if _, ok := chaseOn(p, schedule.Ref{Task: "nothing"}); ok {
		t.Error("somebody is chased for nothing")
	}
}

// A promise that moved behind the baseline is a cause, though every deadline still holds: whoever asks about it gets a message.
func TestASlipAgainstTheBaselineIsChasedToo(t *testing.T) {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true})
	s.Task("Antenna", 2, func(t *roadmap.Task) { t.Team, t.Promised = "murata", roadmap.MustDate("2026-01-09") })
	s.Task("Assembly", 5, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-02-20") })
	s.Link("Antenna", "Assembly", roadmap.FinishToStart, 0)
	r := s.After(func(d *roadmap.Draft) error {
		return d.UpdateTask("Antenna", func(t *roadmap.Task) { t.Promised = roadmap.MustDate("2026-01-16") })
	})
	if chase, ok := chaseOn(schedule.Compute(r, monday, schedule.Options{}), schedule.Ref{Task: "Antenna"}); !ok || !strings.Contains(chase.Message, "Hello Murata,") || !strings.Contains(chase.Message, "- Antenna: promised for 16 Jan") {
		t.Errorf("%v: %s", ok, chase.Message)
	}
}

func TestAChaseIsKeptOnceAndMovesNoDate(t *testing.T) {
	p := supplied(t).Plan()
	chase, _ := chaseOn(p, schedule.Ref{Task: "Assembly"})
	d := p.Roadmap.Edit(monday)
	for range 2 {
		if err := chase.Apply(d); err != nil {
			t.Fatal(err)
		}
	}
	next, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	asked := next.Task("Antenna").Asked
	if len(asked) != 1 || asked[0].Who != "murata" || asked[0].For != roadmap.MustDate("2026-01-14") || asked[0].Days != 2 || asked[0].On != monday {
		t.Errorf("asked %+v", asked)
	}
	after := schedule.Compute(next, monday, schedule.Options{})
	for i := range after.Tasks {
		if after.Tasks[i] != p.Tasks[i] {
			t.Errorf("%s moved", next.Tasks()[i].Title)
		}
	}
}

func TestAPromiseThatHasPassedIsAskedForAnew(t *testing.T) {
	s := supplied(t)
	s.Must(s.Draft.UpdateTask("Antenna", func(t *roadmap.Task) { t.Promised = monday - 3 }))
	chase, _ := chaseOn(s.Plan(), schedule.Ref{Team: "murata"})
	if want := "- Antenna: promised for 2 Jan, not here yet, and no new date, needed by 14 Jan."; !strings.Contains(chase.Message, want) {
		t.Errorf("no %q in\n%s", want, chase.Message)
	}
}

// Who is in time and has been heard of owes nothing, and may be asked whether that holds; a supplier who has given no date owes that.
func TestWhoOwesNothingIsAskedWhetherItHolds(t *testing.T) {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "b", Name: "Team B", Capacity: 2}).Team(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true})
	s.Task("Fatigue test", 5, func(t *roadmap.Task) {
		t.Team, t.Status, t.Started, t.Told = "b", roadmap.Doing, monday-3, monday-3
	})
	s.Task("Assembly", 5, func(t *roadmap.Task) { t.Team, t.Deadline = "a", monday+70 })
	s.Link("Fatigue test", "Assembly", roadmap.FinishToStart, 0)
	s.Task("Antenna", 2, func(t *roadmap.Task) { t.Team, t.Told = "murata", monday-3 })
	s.Task("Cells", 2, func(t *roadmap.Task) {
		t.Team, t.Status, t.Started, t.Told, t.Promised = "murata", roadmap.Doing, monday-3, monday-3, monday+4
	}).Task("Old", 1, func(t *roadmap.Task) { t.Team, t.Status, t.Finished = "b", roadmap.Done, friday }).Task("Nobody's", 1, nil)
	p := s.Plan()
	for _, c := range []struct {
		on   schedule.Ref
		says string // of each message, its receiver and its end
	}{
		{schedule.Ref{Task: "Fatigue-test"}, "Team B: 1 task, Does that still hold? A word is enough."},
		{schedule.Ref{Team: "b"}, "Team B: 1 task, Does that still hold? A word is enough."},
		{schedule.Ref{Task: "Assembly"}, "Team B: 1 task, Does that still hold? A word is enough. | Team A: 1 task, Does that still hold? A word is enough."},
		{schedule.Ref{Task: "Antenna"}, "Murata: 1 task, When will it be done? A date is enough."},
		{schedule.Ref{Task: "Cells"}, "Murata: 2 tasks, When will each of these be done? A date is enough."},
		{schedule.Ref{Task: "Old"}, ""},
		{schedule.Ref{Task: "Nobody's"}, ""},
	} {
		var got []string
		for _, m := range week.Chases(p, c.on) {
			got = append(got, m.Name+": "+schedule.Plural(m.Tasks, "task")+", "+m.Message[strings.LastIndex(m.Message, "\n")+1:])
		}
		if got := strings.Join(got, " | "); got != c.says {
			t.Errorf("%+v: %q, want %q", c.on, got, c.says)
		}
	}
	if c, _ := chaseOn(p, schedule.Ref{Task: "Cells"}); !strings.Contains(c.Message, "we wait for:\n- Antenna: by our plan done 6 Jan.\n- Cells: promised for 9 Jan") {
		t.Errorf("what is owed is not first in\n%s", c.Message)
	}
}

// A team that is blocked may be written to as well as whom it waits on, and so may the team of a task that is blocked.
func TestWhoDoesItMayBeWrittenToToo(t *testing.T) {
	p := supplied(t).Plan()
	for _, on := range []schedule.Ref{{Task: "Licence"}, {Task: "Assembly"}} {
		if all := week.Chases(p, on); len(all) != 2 || all[1].Name != "Team A" || !strings.Contains(all[1].Message, "- "+on.Task+": ") {
			t.Errorf("%+v: %+v", on, all)
		}
	}
}

// A team is off over what it takes off in a row, weekends between included; who is off is told that we know.
func TestWhoIsOffIsToldSo(t *testing.T) {
	day := roadmap.MustDate
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "hx", Name: "Huaxin", Supplier: true, TimeOff: []roadmap.Period{
		{Name: "Festival", From: monday - 3, To: day("2026-01-09")}, {Name: "More", From: day("2026-01-12"), To: day("2026-01-13")},
		{Name: "One of them", From: day("2026-01-14"), To: day("2026-01-20"), People: 1},
	}}).Task("it", 5, func(t *roadmap.Task) {
		t.Team, t.Status, t.Started, t.Promised = "hx", roadmap.Doing, monday-7, monday-3
	})
	p := s.Plan()
	for on, want := range map[string]string{"2026-01-01": "", "2026-01-05": "2026-01-13", "2026-01-13": "2026-01-13", "2026-01-14": ""} {
		if got := week.OffUntil(p.Roadmap, "hx", day(on)); got.String() != want {
			t.Errorf("on %s off until %q, want %q", on, got, want)
		}
	}
	c, ok := chaseOn(p, schedule.Ref{Task: p.Roadmap.Tasks()[0].ID})
	if !ok || !strings.Contains(c.Message, "\nAs we know you are off until 13 Jan.\n") {
		t.Errorf("%s", c.Message)
	}
}

// A chase greets the person whom the team's contact names; an address, a number or a desk is nobody to greet.
func TestAChaseGreetsTheContact(t *testing.T) {
	for contact, want := range map[string]string{"Ms Li, li@murata.example": "Ms Li", "Ms Li <li@murata.example>": "Ms Li", "sales desk, x@murata.example": "Murata",
		"li@murata.example": "Murata", "+81 75 951": "Murata", "": "Murata"} {
		s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true, Contact: contact})
		s.Task("Antenna", 2, func(t *roadmap.Task) { t.Team, t.Promised = "murata", roadmap.MustDate("2026-01-16") })
		s.Task("Assembly", 5, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-01-21") })
		s.Link("Antenna", "Assembly", roadmap.FinishToStart, 0)
		chase, ok := chaseOn(s.Plan(), schedule.Ref{Team: "murata"})
		if !ok || !strings.HasPrefix(chase.Message, "Hello "+want+",") {
			t.Errorf("%q: %v\n%s", contact, ok, chase.Message)
		}
	}
}

// A team that is to clear a blocker is greeted as one that does the work, and told that we know when it is off.
func TestATeamThatOwnsABlockerIsGreetedToo(t *testing.T) {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "legal", Name: "Legal", Contact: "Ana, ana@example.com", TimeOff: []roadmap.Period{{From: monday, To: monday + 3}}})
	s.Task("Licence", 1, func(t *roadmap.Task) {
		t.Team, t.Blockers = "a", []roadmap.Blocker{{Text: "Review", Owner: "legal", Since: monday - 7}}
	})
	chase, ok := chaseOn(s.Plan(), schedule.Ref{Task: "Licence"})
	if !ok || chase.Name != "Legal" || !strings.HasPrefix(chase.Message, "Hello Ana,") || !strings.Contains(chase.Message, "you are off until 8 Jan") {
		t.Errorf("%v, to %s\n%s", ok, chase.Name, chase.Message)
	}
}
