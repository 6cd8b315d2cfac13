package fix_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/fix"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
)

// monday is the status date.
var monday = scheduletest.Monday

// waysOut are the ways out of something, a line each: "5d start B 5 days before A ends", with whom to ask in brackets.
func waysOut(p *schedule.Plan, on schedule.Ref, o fix.Options) []string {
	var out []string
	for _, f := range fix.Find(p, on, o).Ways {
		line := fmt.Sprintf("%dd %s", f.Days, f.Title)
		if f.Ask != "" {
			line += " [" + f.Ask + "]"
		}
		for _, e := range f.Elsewhere {
			line += fmt.Sprintf(" (%s %+d)", e.Title, e.Moved)
		}
		out = append(out, line)
	}
	return out
}

func wantWays(t *testing.T, r *roadmap.Roadmap, on schedule.Ref, want ...string) {
	t.Helper()
	p := schedule.Compute(r, monday, schedule.Options{})
	if got := waysOut(p, on, fix.Options{}); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("ways out of %v:\n  %s\nwant\n  %s", on, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// The antenna comes on Wednesday 14 January; then tooling takes five days and ends on the 21st, three after Friday the 16th.
// The antenna's own work takes five days, so that it could come on the 9th.
func lateAntenna(t *testing.T) *scheduletest.Sketch {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true})
	s.Task("Antenna", 5, func(t *roadmap.Task) { t.Team, t.Promised = "murata", roadmap.MustDate("2026-01-14") })
	s.Task("Tooling", 5, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-01-16") })
	return s.Link("Antenna", "Tooling", roadmap.FinishToStart, 0)
}

// No more than the three days that it is late is asked for, and only half of the five can be cut. To drop the dependency
// would be more than is needed.
func TestWaysOutOfALatePromise(t *testing.T) {
	wantWays(t, lateAntenna(t).Roadmap(), schedule.Ref{Task: "Tooling"},
		"3d start Tooling 3 days before Antenna ends",
		"3d Murata delivers Antenna 3 days earlier, by 9 Jan [murata]",
		"2d cut Tooling by 2 days, 5d → 3d")
}

// A date that is asked for changes nothing until it is promised, and the message says what hangs on it.
func TestAnAskIsKeptOnItsTask(t *testing.T) {
	p := schedule.Compute(lateAntenna(t).Roadmap(), monday, schedule.Options{})
	f := fix.Find(p, schedule.Ref{Task: "Tooling"}, fix.Options{}).Ways[1]
	want := "Antenna is promised for 14 Jan: can we have it by 9 Jan, 3 working days earlier?\n\n" +
		"As things stand Tooling ends 21 Jan, 3 working days after 16 Jan. With that it would end 16 Jan, 3 working days earlier."
	if f.Message != want {
		t.Errorf("it says\n%s\nwant\n%s", f.Message, want)
	}
	d := p.Roadmap.Edit(monday)
	if err := f.Apply(d); err != nil {
		t.Fatal(err)
	}
	next, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	ask := roadmap.Ask{Who: "murata", On: monday, For: roadmap.MustDate("2026-01-09"), Text: "3 days earlier, by 9 Jan", Days: 3}
	if got := next.Task("Antenna").Asked; len(got) != 1 || got[0] != ask {
		t.Errorf("kept as %+v", got)
	}
	again := fix.Find(schedule.Compute(next, monday, schedule.Options{}), schedule.Ref{Task: "Tooling"}, fix.Options{})
	if got := again.Ways[1].Asked; got != monday {
		t.Errorf("asked on %q", got)
	}
}

// Both want the one of Team A on Monday; the first in the file goes first, and the urgent one ends on the 12th, not on the 6th.
func TestAQueueIsJumpedLentIntoOrLeft(t *testing.T) {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "b", Name: "Team B", Capacity: 2})
	s.Task("Long", 4, func(t *roadmap.Task) { t.Team, t.Rank = "a", 1 })
	s.Task("Urgent", 2, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-01-07") })
	wantWays(t, s.Roadmap(), schedule.Ref{Task: "Urgent"},
		"4d put Urgent first at Team A",
		"4d 1 lent by Team B to Team A for Urgent, 5 Jan to 6 Jan [b]",
		"4d move Urgent to Team B",
		"2d 1 lent by Team B to Team A for Long, 5 Jan to 6 Jan [b]",
		"2d cut Long by 2 days, 4d → 2d",
		"1d cut Urgent by 1 day, 2d → 1d")
}

// Putting one thing first makes another late: that is said beside it.
func TestAWayOutSaysWhatItMakesLaterElsewhere(t *testing.T) {
	s := scheduletest.NewSketch(t)
	s.Task("Long", 4, func(t *roadmap.Task) { t.Team, t.Rank, t.Deadline = "a", 1, roadmap.MustDate("2026-01-08") })
	s.Task("Urgent", 2, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-01-07") })
	wantWays(t, s.Roadmap(), schedule.Ref{Task: "Urgent"},
		"4d put Urgent first at Team A (Long +2)",
		"2d cut Long by 2 days, 4d → 2d (Long -2)",
		"1d cut Urgent by 1 day, 2d → 1d")
}

// A team is asked about by the task that slips most. What helps that one may leave another of its tasks late: Long then ends on
// the 12th, two days after the 8th.
func TestAWayOutForATeamSaysWhichOfItsTasksSlipsMostThen(t *testing.T) {
	s := scheduletest.NewSketch(t)
	s.Task("Long", 4, func(t *roadmap.Task) { t.Team, t.Rank, t.Deadline = "a", 1, roadmap.MustDate("2026-01-08") })
	s.Task("Urgent", 2, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-01-07") })
	found := fix.Find(schedule.Compute(s.Roadmap(), monday, schedule.Options{}), schedule.Ref{Team: "a"}, fix.Options{})
	var got []string
	for _, f := range found.Ways {
		got = append(got, fmt.Sprintf("%s: then %s %+d", f.Title, f.Next, f.NextDays))
	}
	want := "put Urgent first at Team A: then Long +2\ncut Long by 2 days, 4d → 2d: then  +0\ncut Urgent by 1 day, 2d → 1d: then  +0"
	if found.Item.Task != "Urgent" || strings.Join(got, "\n") != want {
		t.Errorf("of %s:\n%s", found.Item.Task, strings.Join(got, "\n"))
	}
}

// Eight days by one person of three are four by two.
func TestOneMorePersonHalvesTheTime(t *testing.T) {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "b", Name: "Team B", Capacity: 3})
	s.Task("Build", 8, func(t *roadmap.Task) { t.Team, t.Deadline = "b", roadmap.MustDate("2026-01-12") })
	wantWays(t, s.Roadmap(), schedule.Ref{Task: "Build"},
		"4d one more person on Build, 2 in all",
		"2d cut Build by 2 days, 8d → 6d")
}

// Legal has the licence, nobody knows for how long. Its own three days leave it until Monday the 12th to end on the 14th,
// when what it holds up is to begin after something else.
func TestAnEndThatNobodyKnowsIsAskedForByTheDayItIsNeeded(t *testing.T) {
	s := scheduletest.NewSketch(t)
	s.Task("Licence", 3, func(t *roadmap.Task) {
		t.Blockers = []roadmap.Blocker{{Text: "At legal", Owner: "Leila", Since: roadmap.MustDate("2026-01-02")}}
	})
	s.Task("Site", 8, nil)
	s.Task("Launch", 0, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-30") })
	s.Link("Licence", "Launch", roadmap.FinishToStart, 0).Link("Site", "Launch", roadmap.FinishToStart, 0)
	p := schedule.Compute(s.Roadmap(), monday, schedule.Options{})
	found := fix.Find(p, schedule.Ref{Task: "Launch"}, fix.Options{})
	if len(found.Ways) != 1 || found.Ways[0].Title != "Leila clears Licence by 12 Jan: At legal" || !found.Ways[0].EndKnown || found.Ways[0].Days != 0 {
		t.Errorf("%+v", waysOut(p, schedule.Ref{Task: "Launch"}, fix.Options{}))
	}
}

// Each of two tasks of four days can lose two, and the second may start three days before the first ends. Four days late, one
// thing is enough; six days late, only two together are.
func TestTwoWaysOutTogetherWhereOneIsNotEnough(t *testing.T) {
	due := func(day string) *roadmap.Roadmap {
		s := scheduletest.NewSketch(t).Task("First", 4, nil)
		s.Task("Second", 4, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate(day) })
		return s.Link("First", "Second", roadmap.FinishToStart, 0).Roadmap()
	}
	alone := []string{
		"3d start Second 3 days before First ends",
		"2d cut First by 2 days, 4d → 2d",
		"2d cut Second by 2 days, 4d → 2d"}
	untied := "4d let Second no longer wait for First, if it can do without"
	wantWays(t, due("2026-01-08"), schedule.Ref{Task: "Second"}, append(slices.Clone(alone), untied)...)
	wantWays(t, due("2026-01-06"), schedule.Ref{Task: "Second"}, append(append([]string{"5d start Second 3 days before First ends, and cut Second by 2 days, 4d → 2d"}, alone...),
		"6d let Second no longer wait for First, if it can do without, and cut Second by 2 days, 4d → 2d", untied)...)
}

// Long and Short queue at the one of Team A behind Other, which has until February. Long put first alone leaves Short behind Other; both
// put first are done on the 12th, and make nothing late. That goes before a person lent, who wins as much.
func TestAllThatADeadlineWaitsForIsPutFirstTogether(t *testing.T) {
	s := scheduletest.NewSketch(t)
	s.Task("Other", 10, func(t *roadmap.Task) { t.Team, t.Priority, t.Deadline = "a", 2, roadmap.MustDate("2026-02-27") })
	s.Task("Long", 4, func(t *roadmap.Task) { t.Team = "a" })
	s.Task("Short", 2, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-01-13") })
	r := s.Link("Long", "Short", roadmap.FinishToStart, 0).Roadmap()
	ways := fix.Find(schedule.Compute(r, monday, schedule.Options{}), schedule.Ref{Task: "Short"}, fix.Options{}).Ways
	if len(ways) == 0 || ways[0].Title != "put Long first at Team A, as p2, with 1 task that goes along" || ways[0].Forecast != roadmap.MustDate("2026-01-12") || !ways[0].Reaches {
		t.Errorf("the first way out is %+v", ways)
	}
}

// A supplier that has promised nothing is asked to take less time, not told to.
func TestASuppliersTimeIsAskedFor(t *testing.T) {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "kestrel", Name: "Kestrel", Supplier: true})
	s.Task("Production", 6, func(t *roadmap.Task) { t.Team, t.Deadline = "kestrel", roadmap.MustDate("2026-01-09") })
	wantWays(t, s.Roadmap(), schedule.Ref{Task: "Production"}, "1d Kestrel does Production in 5 days, not 6 [kestrel]")
}

func TestMovingTheDeadlineIsTheLastResort(t *testing.T) {
	p := schedule.Compute(lateAntenna(t).Roadmap(), monday, schedule.Options{})
	on := schedule.Ref{Task: "Tooling"}
	likely := func(item schedule.Ref) (roadmap.Date, string) { return roadmap.MustDate("2026-01-23"), "500 runs" }
	ways := waysOut(p, on, fix.Options{Likely: likely})
	if got := ways[len(ways)-1]; got != "3d move the deadline to 23 Jan, which 80 % of 500 runs keep" {
		t.Errorf("the last is %q", got)
	}
	last := fix.Find(p, on, fix.Options{Likely: likely}).Ways[len(ways)-1]
	if last.Forecast != roadmap.MustDate("2026-01-21") || !last.Reaches || last.Plan.Roadmap.Task("Tooling").Deadline != roadmap.MustDate("2026-01-23") {
		t.Errorf("%+v", last)
	}
}

func TestWhatIsNotLateNeedsNoWayOut(t *testing.T) {
	s := scheduletest.NewSketch(t).Task("Easy", 2, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-03-31") })
	p := schedule.Compute(s.Roadmap(), monday, schedule.Options{})
	for _, on := range []schedule.Ref{{Task: "Easy"}, {Team: "a"}, {Goal: "none"}, {Task: "none"}, {}} {
		if f := fix.Find(p, on, fix.Options{}); f.Late || len(f.Ways) > 0 || f.Plans > 0 {
			t.Errorf("%v: %+v", on, f)
		}
	}
}

// A search that is stopped says nothing rather than half of it.
func TestAStoppedSearchFindsNothing(t *testing.T) {
	p := schedule.Compute(lateAntenna(t).Roadmap(), monday, schedule.Options{})
	asked := 0
	stop := func() bool { asked++; return asked > 2 }
	if f := fix.Find(p, schedule.Ref{Task: "Tooling"}, fix.Options{Stop: stop}); len(f.Ways) > 0 || f.Plans != 2 {
		t.Errorf("%d ways after %d plans", len(f.Ways), f.Plans)
	}
}

// However long the chain, the plans made are bounded, and no kind crowds the others out.
func TestALongChainHasNoMoreThanEightWaysOut(t *testing.T) {
	s := scheduletest.NewSketch(t)
	for i := range 60 {
		s.Task(fmt.Sprint("Task ", i), 4, func(t *roadmap.Task) {
			if i == 59 {
				t.Deadline = roadmap.MustDate("2026-03-02")
			}
		})
		if i > 0 {
			s.Link(fmt.Sprint("Task ", i-1), fmt.Sprint("Task ", i), roadmap.FinishToStart, 0)
		}
	}
	f := fix.Find(schedule.Compute(s.Roadmap(), monday, schedule.Options{}), schedule.Ref{Task: "Task-59"}, fix.Options{})
	if len(f.Ways) == 0 || len(f.Ways) > fix.MostFixes || f.Plans > 96 {
		t.Errorf("%d ways out of %d plans", len(f.Ways), f.Plans)
	}
}

// Of two things together only one is to be asked for: that alone is kept and sent, and the message says what else is needed.
func TestOfAPairOnlyWhatNeedsSomebodysWordIsAsked(t *testing.T) {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true})
	s.Task("Antenna", 8, func(t *roadmap.Task) { t.Team, t.Promised = "murata", roadmap.MustDate("2026-01-16") })
	s.Task("Tooling", 4, func(t *roadmap.Task) { t.Team, t.Deadline = "a", roadmap.MustDate("2026-01-16") })
	s.Link("Antenna", "Tooling", roadmap.StartToStart, 9)
	s.Link("Antenna", "Tooling", roadmap.FinishToStart, 0)
	found := fix.Find(schedule.Compute(s.Roadmap(), monday, schedule.Options{}), schedule.Ref{Task: "Tooling"}, fix.Options{})
	for _, f := range found.Ways {
		if f.Ask == "" || !strings.Contains(f.Title, ", and ") {
			continue
		}
		if strings.Contains(f.Done(), ", and ") || !strings.Contains(f.Message, "With that, and this on our side: ") {
			t.Errorf("%s\n%s", f.Done(), f.Message)
		}
		return
	}
	t.Errorf("no such pair among %v", found.Ways)
}

// In time as planned, but late in more than one run of five: then the days to the day that 80 % keep are worth winning.
func TestWhatIsOnlyProbablyInTimeHasWaysOut(t *testing.T) {
	s := scheduletest.NewSketch(t).Task("Build", 6, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-30") })
	p := schedule.Compute(s.Roadmap(), monday, schedule.Options{})
	likely := func(schedule.Ref) (roadmap.Date, string) { return roadmap.MustDate("2026-02-03"), "500 runs" }
	found := fix.Find(p, schedule.Ref{Task: "Build"}, fix.Options{Likely: likely})
	if !found.Unlikely || len(found.Ways) != 1 || found.Ways[0].Title != "cut Build by 2 days, 6d → 4d" {
		t.Errorf("%v, %+v", found.Unlikely, found.Ways)
	}
}

// Two people do ten person-days in five days: two days less are four person-days less, and neither is taken for the other.
func TestDaysAndPersonDaysAreToldApart(t *testing.T) {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "b", Name: "Team B", Capacity: 2})
	s.Task("Build", 10, func(t *roadmap.Task) {
		t.Team, t.People, t.Deadline = "b", 2, roadmap.MustDate("2026-01-07")
	})
	wantWays(t, s.Roadmap(), schedule.Ref{Task: "Build"},
		"2d cut Build by 2 days, 10 → 6 person-days",
		"1d 1 lent by Team A to Team B for Build, 5 Jan to 8 Jan [a]")
}
