package schedule_test

import (
	"fmt"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// chainOf is the chain of the flag of that kind on a task, goal or team, as "longer 2: text; …".
func chainOf(t *testing.T, p *schedule.Plan, kind schedule.FlagKind, id string) string {
	t.Helper()
	for _, f := range p.Flags() {
		if f.Kind == kind && (f.Task == id || f.Goal == id || f.Team == id) {
			var out []string
			for _, l := range f.Why() {
				out = append(out, fmt.Sprintf("%s %+d: %s", l.Kind, l.Days, l.Text))
			}
			return strings.Join(out, "; ")
		}
	}
	t.Fatalf("no %s on %s", kind, id)
	return ""
}

// A takes 5 days, then B 3, then C 2: C ends on Friday 16 January, due on Wednesday 21. B turns out to take 8.
func TestTheCauseIsTheTaskThatGrew(t *testing.T) {
	s := newSketch(t).Task("A", 5, nil).Task("B", 3, nil)
	s.Task("C", 2, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-21") })
	s.Link("A", "B", roadmap.FinishToStart, 0).Link("B", "C", roadmap.FinishToStart, 0)
	r := s.After(func(d *roadmap.Draft) error {
		return d.UpdateTask("B", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(8) })
	})
	p := schedule.Compute(r, monday, schedule.Options{})
	want := "dependency +0: waits for B; longer +5: B takes 8 days, planned 3; offset -3: 3 working days to spare: planned for 16 Jan, due 21 Jan"
	if got := chainOf(t, p, schedule.Slipping, "C"); got != want {
		t.Errorf("C slips by 2 days since\n  %s, want\n  %s", got, want)
	}
}

// A turns out to take 8 days more, B 2 less: what is won is won by B, and not by waiting for A.
func TestWhatIsWonIsTheTaskThatShrank(t *testing.T) {
	s := newSketch(t).Task("A", 5, nil).Task("B", 3, nil)
	s.Task("C", 2, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-21") })
	s.Link("A", "B", roadmap.FinishToStart, 0).Link("B", "C", roadmap.FinishToStart, 0)
	r := s.After(func(d *roadmap.Draft) error {
		if err := d.UpdateTask("A", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(13) }); err != nil {
			return err
		}
		return d.UpdateTask("B", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(1) })
	})
	want := "dependency +0: waits for B; longer -2: B takes 1 day, planned 3; dependency +0: waits for A; longer +8: A takes 13 days, planned 5; " +
		"offset -3: 3 working days to spare: planned for 16 Jan, due 21 Jan"
	if got := chainOf(t, schedule.Compute(r, monday, schedule.Options{}), schedule.Slipping, "C"); got != want {
		t.Errorf("C slips by 3 days since\n  %s, want\n  %s", got, want)
	}
}

// A ran to plan and ends on Friday the 9th: its team slips because C, for which B takes 2 days longer, needs it sooner. Nobody is to be told
// that A starts late, and both slips hang on B.
func TestWhatIsOnlyNeededSoonerIsNotBlamed(t *testing.T) {
	s := newSketch(t).Team(roadmap.Team{ID: "x", Name: "X", Capacity: 1})
	s.Task("A", 5, func(t *roadmap.Task) { t.Team = "x" }).Task("B", 3, nil)
	s.Task("C", 5, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-21") })
	s.Link("A", "B", roadmap.FinishToStart, 0).Link("B", "C", roadmap.FinishToStart, 0)
	r := s.After(func(d *roadmap.Draft) error {
		return d.UpdateTask("B", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(5) })
	})
	p := schedule.Compute(r, monday, schedule.Options{})
	for _, f := range p.Flags() {
		if f.Team != "x" || f.Kind != schedule.Slipping {
			continue
		}
		told := f.Reasons()
		if last := told[len(told)-1]; last.Kind != schedule.Offset || last.Days != 2 || last.Text != "C needs it 2 working days sooner than planned, by 7 Jan" {
			t.Errorf("X slips since %+v", told)
		}
	}
	if got := chainOf(t, p, schedule.Slipping, "C"); got != "dependency +0: waits for B; longer +2: B takes 5 days, planned 3" {
		t.Errorf("C slips since %s", got)
	}
	if roots := p.Roots(p.Flags()); roots[0].Text != "B takes 5 days, planned 3" || len(roots[0].Flags) < 2 {
		t.Errorf("the first root is %+v", roots[0])
	}
}

// A supplier's promise moves from Friday 9 to Wednesday 14 January; what waits for it was planned right behind.
func TestAMovedPromiseIsTheRoot(t *testing.T) {
	day := roadmap.MustDate
	s := newSketch(t).Team(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true})
	s.Task("Antenna", 5, func(t *roadmap.Task) { t.Team, t.Promised = "murata", day("2026-01-09") })
	s.Task("Tooling", 5, func(t *roadmap.Task) { t.Team, t.Deadline = "a", day("2026-01-16") })
	s.Link("Antenna", "Tooling", roadmap.FinishToStart, 0)
	r := s.After(func(d *roadmap.Draft) error {
		return d.UpdateTask("Antenna", func(t *roadmap.Task) { t.Promised = day("2026-01-14") })
	})
	p := schedule.Compute(r, monday, schedule.Options{})
	if got := chainOf(t, p, schedule.Slipping, "Tooling"); got != "dependency +0: waits for Antenna; promise +3: promised 14 Jan" {
		t.Errorf("Tooling slips since %s", got)
	}
	roots := p.Roots(p.Flags())
	if len(roots) == 0 || roots[0].Text != "Murata promises Antenna for 14 Jan, needed 9 Jan" || roots[0].Days != 3 || roots[0].Worst.Title != "Tooling" {
		t.Errorf("the first root is %+v", roots)
	}
}

// The 9th has passed and nothing has come: not the day from which that is planned is the cause, but the promise.
func TestAPromiseThatPassedIsTheRoot(t *testing.T) {
	day := roadmap.MustDate
	s := newSketch(t).Team(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true})
	s.Task("Antenna", 1, func(t *roadmap.Task) { t.Team, t.Promised = "murata", day("2026-01-09") })
	s.Task("Tooling", 5, func(t *roadmap.Task) { t.Team, t.Deadline = "a", day("2026-01-16") })
	s.Link("Antenna", "Tooling", roadmap.FinishToStart, 0)
	r := s.After(func(*roadmap.Draft) error { return nil })
	p := schedule.Compute(r, day("2026-01-14"), schedule.Options{})
	if got := chainOf(t, p, schedule.Slipping, "Tooling"); got != "dependency +0: waits for Antenna; promise +3: promised 9 Jan, not delivered" {
		t.Errorf("Tooling slips since %s", got)
	}
	if root := p.Roots(p.Flags())[0]; root.Text != "Murata has not delivered Antenna, promised for 9 Jan" {
		t.Errorf("the first root is %s", root.Text)
	}
}

func TestTheQueueOfATeamIsACause(t *testing.T) {
	s := newSketch(t)
	s.Task("Trial run", 4, func(t *roadmap.Task) { t.Team, t.Priority = "a", 1 })
	s.Task("Assembly", 5, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-01-09") })
	p := s.Plan()
	if got := chainOf(t, p, schedule.Slipping, "Assembly"); got != "capacity +4: Team A is busy with Trial run" {
		t.Errorf("Assembly slips since %s", got)
	}
	if got := chainOf(t, p, schedule.Overloaded, "a"); !strings.HasPrefix(got, "capacity +4") {
		t.Errorf("the queue costs %s", got)
	}
}

// With no baseline the whole slip belongs to the root: there was never enough time.
func TestWithoutABaselineTheRootHasItAll(t *testing.T) {
	s := newSketch(t).Task("A", 5, nil)
	s.Task("B", 5, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-14") }).Link("A", "B", roadmap.FinishToStart, 0)
	if got := chainOf(t, s.Plan(), schedule.Slipping, "B"); got != "dependency +0: waits for A; start +2: A starts with the roadmap, 5 Jan" {
		t.Errorf("B slips since %s", got)
	}
}

func TestAGoalSlipsByItsLastTask(t *testing.T) {
	s := newSketch(t)
	_, err := s.Draft.AddGoal(roadmap.Goal{ID: "launch", Title: "Launch", Deadline: roadmap.MustDate("2026-01-07")})
	s.Must(err)
	s.Task("Small", 1, func(t *roadmap.Task) { t.Goal = "launch" })
	s.Task("Large", 5, func(t *roadmap.Task) {
		t.Goal = "launch"
		t.Blockers = []roadmap.Blocker{{Text: "legal", Owner: "Ana", Until: roadmap.MustDate("2026-01-08")}}
	})
	p := s.Plan()
	if got := chainOf(t, p, schedule.Slipping, "launch"); got != "dependency +0: waits for Large; blocker +5: Large is held up: legal until 8 Jan" {
		t.Errorf("Launch slips since %s", got)
	}
}

// A task at Team B waits for Team A; it should start on 8 January to keep its deadline. Team B has nothing else.
func TestATeamThatWaitsWillBeBlocked(t *testing.T) {
	s := newSketch(t).Team(roadmap.Team{ID: "b", Name: "Team B", Capacity: 2})
	s.Task("first", 5, on("a"))
	s.Task("now", 3, func(t *roadmap.Task) { t.Team, t.People = "b", 1 })
	s.Task("then", 2, func(t *roadmap.Task) { t.Team, t.Deadline = "b", roadmap.MustDate("2026-01-08") })
	s.Link("first", "then", roadmap.FinishToStart, 0)
	p := s.Plan()
	for _, f := range p.Flags() {
		if f.Kind == schedule.WillBlock {
			if f.Team != "b" || f.Since.String() != "2026-01-08" || f.Until.String() != "2026-01-09" || f.IdlePeople != 2 || fmt.Sprint(f.WaitsOn) != "[a]" {
				t.Errorf("will block: %+v", f)
			}
			return
		}
	}
	t.Error("Team B has nothing to do on 8 and 9 January and is not flagged")
}

func TestRoomIsWhatTheQueueLeaves(t *testing.T) {
	s := newSketch(t)
	s.Task("first", 2, on("a"))
	s.Task("second", 2, func(t *roadmap.Task) { t.Team, t.NotBefore = "a", roadmap.MustDate("2026-01-09") })
	s.Task("far", 1, func(t *roadmap.Task) { t.NotBefore = roadmap.MustDate("2026-03-02") })
	p := s.Plan()
	if got := p.Room(0); got != 2 { // it ends on Tuesday 6; the team's next task begins on Friday 9
		t.Errorf("room of the first is %d, want 2", got)
	}
}

func TestEffectsCompareDeadlines(t *testing.T) {
	s := newSketch(t).Task("A", 5, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-16") })
	before := s.Roadmap()
	d := before.Edit(monday)
	if err := d.UpdateTask("A", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(8) }); err != nil {
		t.Fatal(err)
	}
	after, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	e := schedule.Effects(schedule.Compute(before, monday, schedule.Options{}), schedule.Compute(after, monday, schedule.Options{}))
	if len(e) != 1 || e[0].Moved != 3 || e[0].Before.String() != "2026-01-09" || e[0].Forecast.String() != "2026-01-14" || e[0].Days != -2 {
		t.Errorf("effects are %+v", e)
	}
}

// A blocker without an end moves no date of what starts later anyway; the deadline still rests on an end nobody knows.
func TestAnEndThatNobodyKnowsIsAnEffect(t *testing.T) {
	before := newSketch(t).Task("A", 5, func(t *roadmap.Task) {
		t.NotBefore, t.Deadline = roadmap.MustDate("2026-01-12"), roadmap.MustDate("2026-01-30")
	}).Roadmap()
	d := before.Edit(monday)
	if err := d.UpdateTask("A", func(t *roadmap.Task) { t.Blockers = []roadmap.Blocker{{Text: "legal"}} }); err != nil {
		t.Fatal(err)
	}
	after, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	e := schedule.Effects(schedule.Compute(before, monday, schedule.Options{}), schedule.Compute(after, monday, schedule.Options{}))
	if len(e) != 1 || e[0].Moved != 0 || !e[0].OpenEnd || e[0].WasOpen || !e[0].Changed() {
		t.Errorf("effects are %+v", e)
	}
}

// A baseline taken when the plan is late already says nothing of why: Alerts then name the same causes as without it, while
// the flag's own chain keeps to the rule, an offset.
func TestABaselineTakenLateKeepsTheCauses(t *testing.T) {
	s := newSketch(t).Team(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true})
	s.Task("Antenna", 5, func(t *roadmap.Task) { t.Team, t.Promised = "murata", roadmap.MustDate("2026-01-14") })
	s.Task("Tooling", 5, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-01-16") })
	s.Link("Antenna", "Tooling", roadmap.FinishToStart, 0)
	r := s.After(func(*roadmap.Draft) error { return nil })
	p := schedule.Compute(r, monday, schedule.Options{})
	flags := p.Flags()
	if roots := p.Roots(flags); roots[0].Text != "Murata promises Antenna for 14 Jan, needed 9 Jan" || roots[0].Days != 3 {
		t.Errorf("the first root is %+v", roots[0])
	}
	for i := range flags {
		if f := &flags[i]; f.Kind == schedule.Slipping && f.Task == "Tooling" {
			if why := f.Why(); len(why) != 2 || why[1].Kind != schedule.Offset || why[1].Days != 3 {
				t.Errorf("why is %+v", why)
			}
			if told := f.Reasons(); len(told) != 2 || told[1].Kind != schedule.Promise || told[1].Days != 3 {
				t.Errorf("the reasons are %+v", told)
			}
		}
	}
}

// A deadline is what a task is due by; what else it is held to is the day by which something downstream needs it.
func TestOnlyADeadlineIsWhatIsDue(t *testing.T) {
	s := newSketch(t).Task("A", 5, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-14") })
	s.Task("B", 5, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-20") })
	s.Link("A", "B", roadmap.FinishToStart, 0)
	p := schedule.Compute(s.After(func(d *roadmap.Draft) error {
		return d.UpdateTask("A", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(9) })
	}), monday, schedule.Options{})
	for task, want := range map[int]string{0: "planned for 9 Jan, needed by 13 Jan", 1: "planned for 16 Jan, due 20 Jan"} {
		why := p.Why(task)
		if text := why[len(why)-1].Text; !strings.HasSuffix(text, want) {
			t.Errorf("it says %q, want %q", text, want)
		}
	}
}

// Paint works from Monday to Thursday, and is off from Monday 12 to Friday 16 January: four days of its own. A, four days of work, is
// committed to for 5 to 8 January and starts on the 8th: it ends on the 21st. C is late in the
// roadmap's days, and still Paint is off 4.
func TestATeamIsOffSoManyOfItsOwnDays(t *testing.T) {
	s := newSketch(t).Team(roadmap.Team{ID: "paint", Name: "Paint", Capacity: 1, Weekdays: 0b1111,
		TimeOff: []roadmap.Period{{From: roadmap.MustDate("2026-01-12"), To: roadmap.MustDate("2026-01-16")}}})
	s.Task("A", 4, func(t *roadmap.Task) { t.Team, t.Deadline = "paint", roadmap.MustDate("2026-01-08") })
	s.Task("C", 1, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-09") }).Link("A", "C", roadmap.FinishToStart, 0)
	r := s.After(func(d *roadmap.Draft) error {
		return d.UpdateTask("A", func(t *roadmap.Task) { t.NotBefore = roadmap.MustDate("2026-01-08") })
	})
	p := schedule.Compute(r, monday, schedule.Options{})
	if got := chainOf(t, p, schedule.Slipping, "C"); !strings.Contains(got, ": Paint is off 4 working days") {
		t.Errorf("C slips since\n  %s", got)
	}
}

// Paint works from Monday to Thursday. A, committed to for 5 to 7 January, is done from the 7th to the 12th, a Friday between: nobody
// is off.
func TestADayThatIsNeverWorkedIsNoTimeOff(t *testing.T) {
	s := newSketch(t).Team(roadmap.Team{ID: "paint", Name: "Paint", Capacity: 1, Weekdays: 0b1111})
	s.Task("A", 3, func(t *roadmap.Task) { t.Team = "paint" })
	s.Task("C", 1, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-09") }).Link("A", "C", roadmap.FinishToStart, 0)
	r := s.After(func(d *roadmap.Draft) error {
		return d.UpdateTask("A", func(t *roadmap.Task) { t.NotBefore = roadmap.MustDate("2026-01-07") })
	})
	if got := chainOf(t, schedule.Compute(r, monday, schedule.Options{}), schedule.Slipping, "C"); strings.Contains(got, " is off ") {
		t.Errorf("C slips since %s", got)
	}
}
