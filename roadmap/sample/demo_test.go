package sample_test

import (
	"fmt"
	"testing"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/sample"
	"bywhen/roadmap/schedule"
)

func take(r *roadmap.Roadmap, day roadmap.Date, name string) roadmap.Baseline {
	return schedule.Compute(r, day, schedule.Options{}).Baseline(name)
}

// days are a week, a leap day, days around the turn of the year, and the first and last that a roadmap may name.
func days() []roadmap.Date {
	var out []roadmap.Date
	for d := roadmap.MustDate("2026-11-23"); d <= roadmap.MustDate("2026-11-29"); d++ {
		out = append(out, d)
	}
	for _, s := range []string{"2028-02-29", "2026-12-23", "2026-12-24", "2026-12-30", "2027-01-01", "2027-01-04", "2027-01-15", "2026-07-01"} {
		out = append(out, roadmap.MustDate(s))
	}
	return append(out, roadmap.FirstDate, roadmap.LastDate)
}

func now(t *testing.T, today roadmap.Date) (*roadmap.Roadmap, *schedule.Plan) {
	t.Helper()
	r, err := sample.Demo(today).Now(take)
	if err != nil {
		t.Fatalf("%s: %v", today, err)
	}
	return r, schedule.Compute(r, today, schedule.Options{})
}

func TestTheDemoIsWorthExploring(t *testing.T) {
	r, p := now(t, roadmap.MustDate("2026-11-23"))
	suppliers, statuses, types, phases := 0, map[roadmap.Status]int{}, map[roadmap.LinkType]int{}, map[string]int{}
	for _, team := range r.Teams() {
		if team.Supplier {
			suppliers++
		}
	}
	for _, task := range r.Tasks() {
		statuses[task.Status]++
		phases[task.Phase]++
	}
	for _, d := range r.Dependencies() {
		types[d.Type]++
	}
	if len(r.Tasks()) < 60 || len(r.Teams())-suppliers < 6 || suppliers < 2 || len(r.Goals()) < 4 || len(r.Risks()) < 3 {
		t.Errorf("%d tasks, %d teams, %d goals, %d risks", len(r.Tasks()), len(r.Teams()), len(r.Goals()), len(r.Risks()))
	}
	if len(statuses) != 4 || len(types) != 4 || len(phases) != len(r.Settings().Phases) {
		t.Errorf("statuses %v, types %v, phases %v", statuses, types, phases)
	}
	if days := p.Finish - p.Start; days < 180 || days > 300 {
		t.Errorf("from %s to %s", p.Start, p.Finish)
	}
	if b := r.CurrentBaseline(); b == nil || b.Name != "Board" || len(r.Filters()) != 1 || len(r.Known()) != 1 {
		t.Error("a baseline, a filter and a known flag are kept")
	}
}

func TestTheDemoShowsTheSameOnAnyDay(t *testing.T) {
	for _, today := range days() {
		r, p := now(t, today)
		name := today.String() + " " + today.Weekday().String()
		if today == roadmap.FirstDate || today == roadmap.LastDate {
			continue // no room for the plan there: it is enough that it can be told
		}
		flags := p.Flags()
		count := 0
		for _, f := range flags {
			if f.Severity >= schedule.Warning && !f.Known {
				count++
			}
		}
		if count < 8 || count > 14 {
			t.Errorf("%s: %d warnings or worse", name, count)
		}
		find := func(kind schedule.FlagKind, on schedule.Ref) schedule.Flag {
			for _, f := range flags {
				if f.Kind == kind && f.Subject() == on {
					return f
				}
			}
			t.Errorf("%s: %s is not on %v", name, kind, on)
			return schedule.Flag{}
		}
		if f := find(schedule.Slipping, schedule.Ref{Goal: "launch"}); f.Days != 5 || f.Against != "deadline" {
			t.Errorf("%s: launch slips by %d days", name, f.Days)
		}
		if f := find(schedule.PromiseLate, schedule.Ref{Task: "44"}); f.Days < 4 || f.Days > 6 {
			t.Errorf("%s: the promise is %d days late", name, f.Days)
		}
		if f := find(schedule.WillBlock, schedule.Ref{Team: "mech"}); f.IdlePeople != 3 {
			t.Errorf("%s: %d of Mechanics idle", name, f.IdlePeople)
		}
		find(schedule.Slipping, schedule.Ref{Task: "25"})
		find(schedule.Slipping, schedule.Ref{Task: "60"})
		find(schedule.Overloaded, schedule.Ref{Team: "line"})
		find(schedule.AtRisk, schedule.Ref{Task: "40"})
		find(schedule.Untold, schedule.Ref{Team: "firmware"})
		if f := find(schedule.Slipping, schedule.Ref{Task: "50"}); !f.Known {
			t.Errorf("%s: the trial run's slip is not known", name)
		}
		if r.Calendar().Working(today) { // on a day off, a blocker without an end holds until the day that counts
			find(schedule.Blocked, schedule.Ref{Task: "64"})
			if f := find(schedule.Blocked, schedule.Ref{Team: "compliance"}); f.IdlePeople != 2 || f.Until != 0 {
				t.Errorf("%s: %d of Compliance idle until %s", name, f.IdlePeople, f.Until)
			}
		}
		for i, task := range r.Tasks() {
			if task.Status.Open() && !p.Tasks[i].Planned {
				t.Errorf("%s: %s has no dates", name, task.Title)
			}
		}
	}
}

func TestTheDemosHistoryIsThreeWeeksLong(t *testing.T) {
	for _, today := range days() {
		s := sample.Demo(today)
		cal := s.Start.Calendar()
		if today != roadmap.FirstDate && today != roadmap.LastDate && cal.Between(s.Made.Day, cal.Last(today)) != 15 {
			t.Errorf("%s: it begins on %s", today, s.Made.Day)
		}
		last, titles := s.Made, map[string]bool{}
		for _, step := range s.Steps {
			if before(step.Moment, last) {
				t.Errorf("%s: %q is before what came before it", today, step.Title)
			}
			if step.Day >= today && today != roadmap.FirstDate || !cal.Working(step.Day) || step.Hour < 7 || step.Hour > 19 {
				t.Errorf("%s: %q on %s at %d:%02d", today, step.Title, step.Day, step.Hour, step.Minute)
			}
			last, titles[step.Title] = step.Moment, true
		}
		if len(titles) < 20 {
			t.Errorf("%s: %d steps", today, len(titles))
		}
	}
}

func before(a, b sample.Moment) bool {
	return a.Day < b.Day || a.Day == b.Day && a.Hour*60+a.Minute < b.Hour*60+b.Minute
}

// Launch was due on the day that the board was told; then a part was dropped, a promise moved twice, and a run took longer.
func TestWhatMovedTheDemosLaunch(t *testing.T) {
	today := roadmap.MustDate("2026-11-23")
	s := sample.Demo(today)
	r, moves := s.Start, ""
	for _, step := range s.Steps {
		next, err := step.On(r, take)
		if err != nil {
			t.Fatal(err)
		}
		if next == r {
			t.Errorf("%q changes nothing", step.Title)
		}
		a, b := schedule.Compute(r, step.Day, schedule.Options{}), schedule.Compute(next, step.Day, schedule.Options{})
		for _, e := range schedule.Effects(a, b) {
			if e.On.Goal == "launch" && e.Moved != 0 {
				moves += fmt.Sprintf("%s %+d\n", step.Title, e.Moved)
			}
		}
		r = next
	}
	want := "Retail display dropped -2\nAntenna module: promise moved +2\nAntenna module: promise moved +4\nTrial run 5d → 6d +1\n"
	if moves != want {
		t.Errorf("launch moved by\n%swant\n%s", moves, want)
	}
	if got := r.CurrentBaseline().Deadlines; len(got) == 0 || got[0].Goal != "launch" || got[0].Forecast != got[0].Deadline || got[0].Deadline.String() != "2027-03-12" {
		t.Errorf("the board was told %+v", got)
	}
	if wd := s.Made.Day.Weekday(); wd != time.Monday {
		t.Errorf("three weeks before a Monday is a %s", wd)
	}
}

func TestTheDemoIsTheSameEveryTime(t *testing.T) {
	today := roadmap.MustDate("2026-11-23")
	a, _ := now(t, today)
	b, _ := now(t, today)
	if c := roadmap.Diff(a, b, ""); !c.Empty() {
		t.Errorf("%d differences", len(c.Edits))
	}
}

func TestNothingOfTheDemoCarriesIntoTheNext(t *testing.T) {
	s := sample.Demo(roadmap.MustDate("2026-11-23"))
	once, err := s.Now(take)
	if err != nil {
		t.Fatal(err)
	}
	again, err := s.Now(take)
	if err != nil || !roadmap.Diff(once, again, "").Empty() {
		t.Error("telling the story changed its beginning")
	}
}
