package report

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
)

var monday = roadmap.MustDate("2026-01-05")

// launch is a roadmap a week ago and now: Frame was done, Tooling became longer, Murata moved its promise, Case is new.
func launch(t testing.TB) (then, now *schedule.Plan) {
	must := func(_ string, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	d := roadmap.New("Aurora", monday-30).Edit(monday - 7)
	must(d.AddTeam(roadmap.Team{ID: "mech", Name: "Mechanics", Capacity: 2}))
	must(d.AddTeam(roadmap.Team{ID: "mur", Name: "Murata", Supplier: true}))
	must(d.AddGoal(roadmap.Goal{ID: "g", Title: "Launch", Deadline: roadmap.MustDate("2026-01-23")}))
	must(d.AddTask(roadmap.Task{ID: "1", Title: "Frame", Team: "mech", Effort: roadmap.PersonDays(3), Goal: "g"}))
	must(d.AddTask(roadmap.Task{ID: "2", Title: "Tooling", Team: "mech", Effort: roadmap.PersonDays(5), Goal: "g"}))
	must(d.AddTask(roadmap.Task{ID: "3", Title: "Antenna", Team: "mur", Promised: roadmap.MustDate("2026-01-14")}))
	must("", d.Link(roadmap.Dependency{From: "3", To: "2"}))
	was, err := d.Close()
	must("", err)
	d = was.Edit(monday)
	must("", d.UpdateTask("1", func(t *roadmap.Task) { t.Status = roadmap.Done }))
	must("", d.UpdateTask("2", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(6) }))
	must("", d.UpdateTask("3", func(t *roadmap.Task) {
		t.Promised = roadmap.MustDate("2026-01-20")
		t.Asked = []roadmap.Ask{{Who: "mur", On: monday - 1, For: roadmap.MustDate("2026-01-14"), Text: "by 14 Jan"}}
	}))
	must(d.AddTask(roadmap.Task{Title: "Case", Team: "mech", Effort: roadmap.PersonDays(2)}))
	is, err := d.Close()
	must("", err)
	return schedule.Compute(was, monday-7, schedule.Options{}), schedule.Compute(is, monday, schedule.Options{})
}

func TestTheWeeklyStatus(t *testing.T) {
	then, now := launch(t)
	want := `Aurora, week of 5 Jan

Launch is forecast for 28 Jan, 3 working days after its deadline, 23 Jan. It is the only deadline.

Deadlines
- Launch: due 23 Jan, forecast 28 Jan, 3 working days late (was 21 Jan).

What moves them
- Murata moved Antenna from 14 Jan to 20 Jan; it costs Launch 3 working days; Mechanics has nothing to do from 16 Jan to 20 Jan (new).

Since Mon 29 Dec
- Launch moved 5 working days later, from 21 Jan to 28 Jan.
- Done: Frame.
- New: Case.
- Tooling: 6 person-days of work, before that 5.
- Antenna: promised for 20 Jan, before that for 14 Jan.

Next
- Antenna (Murata) starts Mon 5 Jan.
- Case (Mechanics) ends Tue 6 Jan.

Asked
- Murata: Antenna, by 14 Jan (asked 4 Jan).
`
	if got := Of(now, Options{Then: then}).Text(); got != want {
		t.Errorf("it says\n%s\nwant\n%s", got, want)
	}
}

// A deadline that was moved by hand has moved, though its forecast has not.
func TestADeadlineThatWasMovedItselfIsSaid(t *testing.T) {
	_, then := launch(t)
	d := then.Roadmap.Edit(monday)
	if err := d.UpdateGoal("g", func(g *roadmap.Goal) { g.Deadline = roadmap.MustDate("2026-01-16") }); err != nil {
		t.Fatal(err)
	}
	is, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []Options{{For: Week, Then: then}, {For: Exec, Then: then}} {
		got := Of(schedule.Compute(is, monday, schedule.Options{}), o).Text()
		if !strings.Contains(got, "- The deadline of Launch itself was moved from 23 Jan to 16 Jan.\n") || strings.Contains(got, "No deadline has moved") {
			t.Errorf("it says\n%s", got)
		}
	}
}

func TestATeamsReportSaysWhatItOwesAndWaitsFor(t *testing.T) {
	then, now := launch(t)
	got := Of(now, Options{For: Team, Team: "mur", Then: then}).Text()
	for _, want := range []string{"Murata, Aurora, week of 5 Jan\n", "Others wait for\n- Antenna (Mechanics): comes 20 Jan, 3 working days too late, for Tooling.\n", "Asked of Murata\n- Murata: Antenna, by 14 Jan"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "Frame") {
		t.Errorf("another team's work is told:\n%s", got)
	}
	if got = Of(now, Options{For: Team, Team: "mech"}).Text(); !strings.Contains(got, "Waits for\n- Antenna (Murata): comes 20 Jan") {
		t.Errorf("it says\n%s", got)
	}
}

func TestAnEmptyRoadmapHasAReport(t *testing.T) {
	p := schedule.Compute(roadmap.New("", monday), monday, schedule.Options{})
	if got := Of(p, Options{}).Text(); got != "Roadmap, week of 5 Jan\n\nNo deadline is open.\n" {
		t.Errorf("%q", got)
	}
	if got := Of(p, Options{For: Exec, Then: p}).Text(); !strings.Contains(got, "No deadline has moved.") {
		t.Errorf("%q", got)
	}
}

// Whatever a title holds, it is text in each format: no mark-up of it is left alive.
func TestTitlesStayText(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		title := rapid.StringMatching("[-#*_<>&`|~$:=+.)(0-9\\[\\]a \"'\\\\]{1,20}").Draw(rt, "title")
		r := Report{Title: title, Lead: title, Parts: []Part{{title, []string{title}}}}
		page := r.HTML()
		if strings.Count(page, "<") != strings.Count(Report{Title: "x", Lead: "x", Parts: []Part{{"x", []string{"x"}}}}.HTML(), "<") {
			rt.Fatalf("%q is mark-up in\n%s", title, page)
		}
		if got := unescaped(escaped(title)); got != title {
			rt.Fatalf("%q becomes %q", title, got)
		}
		for i, c := range escaped(title) {
			if slices.Contains([]rune("`*_[]<>&|~$"), c) && (i == 0 || escaped(title)[i-1] != '\\') {
				rt.Fatalf("%q keeps %q alive", escaped(title), c)
			}
		}
	})
	if got := escaped("1. of two, *bold*"); got != `1\. of two, \*bold\*` {
		t.Errorf("%q", got)
	}
}

// unescaped takes the backslashes off again, as CommonMark does before punctuation.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// Two deadlines hold by the plan, one of them in 6 of 100 runs: the report says so, and says nothing of the one that is probable.
func TestADeadlineThatHoldsByThePlanAloneIsToldWithItsProbability(t *testing.T) {
	d := roadmap.New("Aurora", monday).Edit(monday)
	for _, task := range []roadmap.Task{
		{ID: "1", Title: "Frame", Effort: roadmap.PersonDays(5), Deadline: roadmap.MustDate("2026-01-09")},
		{ID: "2", Title: "Case", Effort: roadmap.PersonDays(2), Deadline: roadmap.MustDate("2026-01-30")},
	} {
		if _, err := d.AddTask(task); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	plan := schedule.Compute(r, monday, schedule.Options{})
	chances := schedule.Chances{{Task: "1"}: 0.06, {Task: "2"}: 0.97}
	got := Of(plan, Options{Chances: chances})
	if want := "Frame holds by the plan to the day, but hardly: in 6 % of runs. The other one holds."; got.Lead != want {
		t.Errorf("%q, want %q", got.Lead, want)
	}
	want := []string{
		"Frame: due 9 Jan, forecast 9 Jan, in time to the day, but hardly: in 6 % of runs.",
		"Case: due 30 Jan, forecast 6 Jan, 18 working days to spare.",
	}
	if !slices.Equal(got.Parts[0].Lines, want) {
		t.Errorf("%q", got.Parts[0].Lines)
	}
	if got := Of(plan, Options{}); got.Lead != "Both deadlines hold by the plan." {
		t.Errorf("without a forecast: %q", got.Lead)
	}
}

// What cannot be planned at all is worse than what is late, and never counts as held.
func TestADeadlineThatCannotBePlannedComesFirst(t *testing.T) {
	_, now := launch(t)
	d := now.Roadmap.Edit(monday)
	if _, err := d.AddTask(roadmap.Task{ID: "9", Title: "Licence", Deadline: monday + 60, Effort: roadmap.PersonDays(99999)}); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	w := writer{Plan: schedule.Compute(r, monday, schedule.Options{})}
	if got, want := w.lead(), "Licence cannot be planned: would end after 31 Dec 2299, the last day that a roadmap may name. Of the 1 other deadline 1 is late."; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// Nobody has told of Tooling for 7 working days, and it makes nothing late: it stands apart from what moves deadlines.
func TestWhatMovesNoDeadlineStandsApart(t *testing.T) {
	s := scheduletest.NewSketch(t)
	s.Task("Tooling", 20, func(t *roadmap.Task) { t.Team, t.Status, t.Started = "a", roadmap.Doing, monday })
	s.Task("Trial", 20, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-16") })
	p := schedule.Compute(s.After(func(*roadmap.Draft) error { return nil }), roadmap.MustDate("2026-01-14"), schedule.Options{})
	got := Of(p, Options{}).Text()
	want := "What moves them\n- Not enough time from Trial on; it costs Trial 17 working days.\n\n" +
		"Moves no deadline so far\n- Tooling takes 27 days, planned 20.\n- No word from Team A on Tooling for 7 working days.\n\n"
	if !strings.Contains(got, want) {
		t.Errorf("no\n%s in\n%s", want, got)
	}
}

// Board was due on Friday 9 January and is as planned done by then: nobody has told.
func TestADeadlineThatPassedWithoutAWordIsNotCalledKept(t *testing.T) {
	s := scheduletest.NewSketch(t)
	s.Task("Board", 5, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-09") })
	s.Task("Trial", 5, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-02-09") })
	p := schedule.Compute(s.Roadmap(), roadmap.MustDate("2026-01-12"), schedule.Options{})
	got := Of(p, Options{Chances: schedule.Chances{{Task: "Board"}: 0.3}}).Text()
	for _, want := range []string{"Board was due on 9 Jan and by the plan done by then, but nobody has told so yet. The other one holds.\n",
		"- Board: due 9 Jan, by the plan done 9 Jan, but nobody has told so yet.\n", "Moves no deadline so far\n- Board was due 9 Jan, no word yet.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no\n%s in\n%s", want, got)
		}
	}
}

// Murata's promise costs Launch 3 working days. That was accepted: whoever reads the report still learns what the days come from.
func TestWhatWasAcceptedStillMovesADeadline(t *testing.T) {
	_, now := launch(t)
	accepted := func(until roadmap.Date, because string) *schedule.Plan {
		d := now.Roadmap.Edit(monday)
		for _, f := range now.Flags() {
			k := f.Accepted()
			k.Until, k.Because = until, because
			if err := d.PutKnown(k); err != nil {
				t.Fatal(err)
			}
		}
		r, err := d.Close()
		if err != nil {
			t.Fatal(err)
		}
		return schedule.Compute(r, monday, schedule.Options{})
	}
	said := "- Murata moved Antenna from 14 Jan to 20 Jan; it costs Launch 3 working days; Mechanics has nothing to do from 16 Jan to 20 Jan"
	for _, kind := range []Kind{Week, Exec} {
		if got, want := Of(accepted(monday+10, "agreed by the board."), Options{For: kind}).Text(), said+" (accepted until 15 Jan: agreed by the board).\n"; !strings.Contains(got, want) {
			t.Errorf("no\n%s in\n%s", want, got)
		}
		if got, want := Of(accepted(0, ""), Options{For: kind}).Text(), said+" (accepted until it gets worse).\n"; !strings.Contains(got, want) {
			t.Errorf("no\n%s in\n%s", want, got)
		}
	}
	if got := Of(accepted(monday+10, "agreed by the board."), Options{}).Text(); !strings.Contains(got, "working days late (accepted until 15 Jan: agreed by the board).\n") {
		t.Errorf("the deadline is not said to be accepted:\n%s", got)
	}
	if got := Of(now, Options{}).Text(); strings.Contains(got, "accepted") {
		t.Errorf("nothing was accepted:\n%s", got)
	}
}

// On Monday Build was asked for Demolition 1 day earlier, and Lab for a date: a report tells of both for as long as they are open.
func TestWhatHasComeRightIsNoLongerAsked(t *testing.T) {
	asked := func(change func(demolition, sample *roadmap.Task)) string {
		s := scheduletest.NewSketch(t)
		late := roadmap.Task{Deadline: roadmap.MustDate("2026-01-08"), Team: "a", Told: monday, Asked: []roadmap.Ask{{Who: "a", On: monday, Text: "by 8 Jan", Days: 1}}}
		free := roadmap.Task{Team: "a", Told: monday, Asked: []roadmap.Ask{{Who: "a", On: monday, Text: "when will it be done?"}}}
		change(&late, &free)
		s.Task("Demolition", 5, func(t *roadmap.Task) { late.ID, late.Title, late.Effort = t.ID, t.Title, t.Effort; *t = late })
		s.Task("Sample", 1, func(t *roadmap.Task) { free.ID, free.Title, free.Effort = t.ID, t.Title, t.Effort; *t = free })
		var out []string
		for _, part := range Of(schedule.Compute(s.After(func(*roadmap.Draft) error { return nil }), monday+1, schedule.Options{}), Options{}).Parts {
			if part.Heading == "Asked" {
				out = part.Lines
			}
		}
		return strings.Join(out, "\n")
	}
	const demolition, sample = "Team A: Demolition, by 8 Jan (asked 5 Jan).", "Team A: Sample, when will it be done? (asked 5 Jan)."
	for name, c := range map[string]struct {
		change func(demolition, sample *roadmap.Task)
		want   string
	}{
		"as it was":      {func(*roadmap.Task, *roadmap.Task) {}, demolition + "\n" + sample},
		"no longer late": {func(d, _ *roadmap.Task) { d.Deadline = roadmap.MustDate("2026-01-09") }, sample},
		"told of since":  {func(_, s *roadmap.Task) { s.Told = monday + 1 }, demolition},
		"promise broken": {func(_, s *roadmap.Task) { s.Told, s.Promised = monday+1, monday }, demolition + "\n" + sample},
		"still held up": {func(_, s *roadmap.Task) {
			s.Told, s.Blockers = monday+1, []roadmap.Blocker{{Text: "Key", Owner: "a", Since: monday, Until: monday + 2}}
		}, demolition + "\n" + sample},
		"no end is known": {func(_, s *roadmap.Task) {
			s.Told, s.Blockers = monday+1, []roadmap.Blocker{{Text: "Key", Since: monday}}
		}, demolition + "\n" + sample},
		"done": {func(d, s *roadmap.Task) { d.Status, s.Status = roadmap.Done, roadmap.Done }, ""},
	} {
		if got := asked(c.change); got != c.want {
			t.Errorf("%s: it says\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// Launch is 3 working days late at best, and likely later: whoever reads the report is told of the day to count on.
func TestADeadlineThatIsLateIsToldWithTheDayByWhichItIsLikelyMet(t *testing.T) {
	_, now := launch(t)
	likely := func(day roadmap.Date) string {
		return Of(now, Options{Likely: map[schedule.Ref]roadmap.Date{{Goal: "g"}: day}}).Text()
	}
	got := likely(roadmap.MustDate("2026-02-04"))
	for _, want := range []string{"Launch is forecast for 28 Jan, 3 working days after its deadline, 23 Jan; with a probability of 80 % it is done by 4 Feb. It is",
		"- Launch: due 23 Jan, forecast 28 Jan, 3 working days late, with 80 % by 4 Feb.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no\n%s in\n%s", want, got)
		}
	}
	if got := likely(roadmap.MustDate("2026-01-28")); strings.Contains(got, "80 %") {
		t.Errorf("it is said to be likely on its forecast:\n%s", got)
	}
}
