package forecast

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// of is the forecast of a roadmap's teams, goals, tasks and so on, as of Monday 5 January 2026, its start.
func of(t *testing.T, rest string, o Options) *Forecast {
	t.Helper()
	return forecast(t, planned(t, "2026-01-05", []byte(`{"bywhen": 1, "start": "2026-01-05", `+rest+`}`)), o)
}

// sure is a task of so many days that do not spread, with whatever else.
func sure(id string, days int, more string) string {
	return fmt.Sprintf(`{"id": %q, "title": %q, "effort": %d, "estimate": {"optimistic": %d, "likely": %d, "pessimistic": %d}%s}`, id, id, days, days, days, days, more)
}

func TestWhereNothingIsUncertainEveryRunIsThePlan(t *testing.T) {
	f := of(t, `"teams": [{"id": "t", "name": "T", "capacity": 1}], "goals": [{"id": "g", "title": "G", "deadline": "2026-01-13"}],
		"tasks": [`+sure("a", 3, `, "team": "t", "deadline": "2026-01-07"`)+`,`+sure("b", 4, `, "team": "t", "goal": "g", "deadline": "2026-01-12"`)+`]`, Options{Runs: 50, Drivers: 10})
	day := roadmap.MustDate
	for i, want := range []Deadline{
		{On: schedule.Ref{Goal: "g"}, Date: day("2026-01-13"), Probability: 1, Outcome: Outcome{P50: day("2026-01-13"), Histogram: []Bar{{day("2026-01-13"), 50}}}},
		{On: schedule.Ref{Task: "a"}, Date: day("2026-01-07"), Probability: 1, Outcome: Outcome{P50: day("2026-01-07"), Histogram: []Bar{{day("2026-01-07"), 50}}}},
		{On: schedule.Ref{Task: "b"}, Date: day("2026-01-12"), Probability: 0, Outcome: Outcome{P50: day("2026-01-13"), Histogram: []Bar{{day("2026-01-13"), 50}}}},
	} {
		got := f.Deadlines[i]
		want.Title, want.P80, want.P95 = strings.ToUpper(want.On.Goal)+want.On.Task, want.P50, want.P50
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	if f.Finish.P95 != day("2026-01-13") || f.FinishDrivers != nil || f.Drivers() != nil {
		t.Errorf("the roadmap ends %+v, moved by %v", f.Finish, f.FinishDrivers)
	}
}

// The same seed gives the same forecast on one core and on five; another seed another one.
func TestAForecastDoesNotDependOnTheCores(t *testing.T) {
	plan := generated(t, 60, true)
	one := forecast(t, plan, Options{Runs: 700, Drivers: 6, Workers: 1})
	five := forecast(t, plan, Options{Runs: 700, Drivers: 6, Workers: 5})
	if !reflect.DeepEqual(one, five) {
		t.Error("on five cores it is another")
	}
	if other := forecast(t, plan, Options{Runs: 700, Drivers: 6, Seed: 2}); reflect.DeepEqual(one.Deadlines, other.Deadlines) {
		t.Error("with another seed it is the same")
	}
	if len(one.Drivers()) == 0 {
		t.Error("nothing moves a deadline")
	}
}

// A task more, that has nothing to do with the others, leaves their runs as they were, wherever it stands.
func TestAnotherTaskLeavesTheDrawsOfTheOthers(t *testing.T) {
	const task = `{"id": "7", "title": "Seven", "effort": 5, "deadline": "2026-01-14"}`
	const other = `{"id": "3", "title": "Three", "effort": 9}`
	alone := of(t, `"tasks": [`+task+`]`, Options{Runs: 300})
	for _, tasks := range []string{other + "," + task, task + "," + other} {
		if got := of(t, `"tasks": [`+tasks+`]`, Options{Runs: 300}); !reflect.DeepEqual(got.Deadlines, alone.Deadlines) {
			t.Errorf("%v, alone %v", got.Deadlines[0].Histogram, alone.Deadlines[0].Histogram)
		}
	}
}

func TestRisksThatHappenedOrAreClosedAreNotDrawn(t *testing.T) {
	for status, want := range map[string]float64{"open": 0, "happened": 1, "closed": 1} {
		f := of(t, `"tasks": [`+sure("a", 5, `, "deadline": "2026-01-09"`)+`], "risks": [{"id": "r", "title": "R", "probability": 1, "days": 2, "tasks": ["a"], "status": "`+status+`"}]`, Options{Runs: 20})
		if got := f.Deadlines[0].Probability; got != want {
			t.Errorf("%s: in time with %v, want %v", status, got, want)
		}
	}
}

// A risk's days come on top of whatever decides when a task ends: its work, a supplier's promise, or, for a milestone, what
// it waits for.
func TestWhereARisksDaysGo(t *testing.T) {
	const risk = `"risks": [{"id": "r", "title": "R", "probability": 1, "days": 2, "tasks": ["x"]}]`
	const teams = `"teams": [{"id": "s", "name": "Supplier", "supplier": true}, {"id": "t", "name": "Team", "capacity": 1}], `
	for _, c := range []struct{ rule, tasks, want string }{
		{"work of 3 days to Wednesday takes 5, to Friday", sure("x", 3, `, "deadline": "2026-01-30"`), "2026-01-09"},
		{"a supplier's promise of Wednesday 14th comes on Friday 16th", sure("x", 3, `, "team": "s", "promised": "2026-01-14", "deadline": "2026-01-30"`), "2026-01-16"},
		{"one of Friday 16th on Tuesday", sure("x", 3, `, "team": "s", "promised": "2026-01-16", "deadline": "2026-01-30"`), "2026-01-20"},
		{"one that its work cannot keep ends two days after its work", sure("x", 3, `, "team": "s", "promised": "2026-01-06", "deadline": "2026-01-30"`), "2026-01-09"},
		{"a team's own promise of the 14th leaves room for 5 days of work", sure("x", 3, `, "team": "t", "promised": "2026-01-14", "deadline": "2026-01-30"`), "2026-01-14"},
		{"a milestone behind 3 days of work comes two days later", sure("a", 3, "") + `, {"id": "x", "title": "X", "effort": 0, "deadline": "2026-01-30"}`, "2026-01-09"},
		{"what has begun has two days more", sure("x", 3, `, "remaining": 1, "started": "2026-01-02", "deadline": "2026-01-30"`), "2026-01-07"},
	} {
		links := ""
		if strings.Contains(c.tasks, `"id": "a"`) {
			links = `, "dependencies": [{"from": "a", "to": "x"}]`
		}
		if d := of(t, teams+`"tasks": [`+c.tasks+`], `+risk+links, Options{Runs: 5}).Deadlines[0]; d.P50.String() != c.want {
			t.Errorf("%s: %s, want %s", c.rule, d.P50, c.want)
		}
	}
}

// What nobody knows the end of, what is done, and what has no dates.
func TestWhichDeadlinesHaveAForecast(t *testing.T) {
	f := of(t, `"teams": [{"id": "never", "name": "Never", "time_off": [{"from": "2026-01-01", "to": "2299-12-31"}]}],
		"goals": [{"id": "empty", "title": "Empty", "deadline": "2026-01-30"}, {"id": "full", "title": "Full", "deadline": "2026-01-30"}],
		"tasks": [`+sure("a", 3, `, "goal": "full", "blockers": [{"text": "legal", "since": "2026-01-05"}]`)+`,
		`+sure("done", 3, `, "deadline": "2026-01-30", "status": "done", "started": "2026-01-02", "finished": "2026-01-02"`)+`,
		`+sure("dropped", 3, `, "deadline": "2026-01-30", "status": "dropped"`)+`,
		`+sure("undated", 3, `, "deadline": "2026-01-30", "team": "never"`)+`]`, Options{Runs: 10})
	if len(f.Deadlines) != 1 || f.Deadlines[0].On.Goal != "full" || !f.Deadlines[0].OpenEnd || !f.Finish.OpenEnd {
		t.Errorf("%+v", f.Deadlines)
	}
	if f.On(schedule.Ref{Task: "undated"}) != nil {
		t.Error("what has no dates has a forecast")
	}
}

func TestAnEmptyRoadmapHasAnEmptyForecast(t *testing.T) {
	if f := of(t, `"tasks": []`, Options{Drivers: 5}); f.Deadlines != nil || f.Finish.P50 != 0 || f.Finish.Histogram != nil {
		t.Errorf("%+v", f)
	}
}

// Work that a run puts beyond the last date has no date there; the probabilities say so.
func TestARunWithoutADateIsNotInTime(t *testing.T) {
	f := of(t, `"tasks": [`+sure("a", 5, `, "deadline": "2290-01-01", "not_before": "2289-12-01"`)+`], "risks": [{"id": "r", "title": "R", "probability": 0.5, "days": 9999, "tasks": ["a"]}]`, Options{Runs: 1000})
	d := f.Deadlines[0]
	if d.Undated < 440 || d.Undated > 560 || d.P50 != 0 && d.Undated > 500 || d.P80 != 0 || d.P95 != 0 {
		t.Errorf("%d of 1000 runs without a date; P50 %s, P80 %s", d.Undated, d.P50, d.P80)
	}
	if got := d.Probability; got != float64(1000-d.Undated)/1000 {
		t.Errorf("in time with %v", got)
	}
}

func TestHowManyRuns(t *testing.T) {
	plan := generated(t, 3, false)
	for runs, says := range map[int]string{-1: "-1 runs: from 1 to 1000000 can be made", MostRuns + 1: "1000001 runs: from 1 to 1000000 can be made"} {
		if _, err := Run(context.Background(), plan, Options{Runs: runs}); err == nil || err.Error() != says {
			t.Errorf("%d: %v", runs, err)
		}
	}
	for runs, want := range map[int]int{0: DefaultRuns, 1: 1, 7: 7} {
		if f := forecast(t, plan, Options{Runs: runs, Workers: 3, Drivers: 3}); f.Runs != want || bars(f.Finish) != want {
			t.Errorf("%d runs became %d, and %d are counted", runs, f.Runs, bars(f.Finish))
		}
	}
}

func bars(o Outcome) int {
	n := o.Undated
	for _, b := range o.Histogram {
		n += b.Count
	}
	return n
}

// A forecast that is cancelled ends at once, with the context's error and no goroutine left.
func TestAForecastCanBeCancelled(t *testing.T) {
	plan := generated(t, 200, true)
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	o := Options{Runs: MostRuns, Workers: 2, Drivers: 5, Progress: func(float64) { cancel() }}
	if f, err := Run(ctx, plan, o); f != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	for wait := 0; runtime.NumGoroutine() > before && wait < 100; wait++ {
		time.Sleep(time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines are left", n-before)
	}
}

func TestProgressRisesToOne(t *testing.T) {
	var told []float64
	forecast(t, generated(t, 40, true), Options{Runs: 500, Workers: 2, Drivers: 4, Progress: func(done float64) { told = append(told, done) }})
	for i, done := range told {
		if done < 0 || done > 1.0000001 || i > 0 && done < told[i-1]-1e-9 {
			t.Fatalf("%v after %v", done, told[max(i-1, 0)])
		}
	}
	if len(told) < 20 || told[len(told)-1] != 1 {
		t.Errorf("told %d times, at last %v", len(told), told[len(told)-1])
	}
}

// A mistake in a run is an error of the forecast and ends it; the program goes on.
func TestAPanicInARunIsAnError(t *testing.T) {
	r := &runner{model: newModel(generated(t, 5, false), 1), ctx: context.Background(), workers: 2}
	_, err := r.each(1000, r.newWorker, func(_ *worker, n int) {
		if n == 17 {
			panic("out of days")
		}
	})
	if err == nil || err.Error() != "a mistake in the forecast: out of days" {
		t.Errorf("%v", err)
	}
}
