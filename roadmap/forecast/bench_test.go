package forecast

import (
	"context"
	"fmt"
	"math"
	"os"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// generated is a roadmap of n tasks of the kind that the test project has: sqrt(n) teams of one, efforts of 1 to 10 days, 1.5
// dependencies a task, each on one of the 40 before it, every tenth with a deadline; rich has three-point estimates and a
// goal every fifty tasks.
func generated(tb testing.TB, n int, rich bool) *schedule.Plan {
	tb.Helper()
	next := uint64(0)
	pick := func(lo, hi int) int {
		next++
		return lo + int(mix(next*golden)%uint64(hi-lo+1))
	}
	today := roadmap.MustDate("2026-01-05")
	d := roadmap.New("Generated", today).Edit(today)
	must := func(err error) {
		if err != nil {
			tb.Fatal(err)
		}
	}
	teams := max(1, int(math.Sqrt(float64(n))+0.5))
	for i := range teams {
		_, err := d.AddTeam(roadmap.Team{ID: fmt.Sprint("t", i), Name: fmt.Sprint("Team ", i), Capacity: 1})
		must(err)
	}
	for i := range n {
		if i%50 == 0 && rich {
			_, err := d.AddGoal(roadmap.Goal{ID: fmt.Sprint("g", i/50), Title: fmt.Sprint("Goal ", i/50), Deadline: today + roadmap.Date(60+i/2)})
			must(err)
		}
		e := pick(1, 10)
		t := roadmap.Task{ID: fmt.Sprint(i + 1), Title: fmt.Sprint("Task ", i+1), Team: fmt.Sprint("t", pick(0, teams-1)), Effort: roadmap.PersonDays(e)}
		if rich {
			t.Goal, t.Priority = fmt.Sprint("g", i/50), pick(1, 4)
			t.Estimate = roadmap.Estimate{Optimistic: roadmap.HundredthDays(e * 10 * pick(5, 9)), Likely: t.Effort, Pessimistic: roadmap.HundredthDays(e * 10 * pick(12, 30))}
		}
		if i%10 == 9 {
			t.Deadline = today + roadmap.Date(pick(40, 100)+i/2)
		}
		_, err := d.AddTask(t)
		must(err)
	}
	seen := map[roadmap.Dependency]bool{}
	for range n * 3 / 2 {
		b := pick(2, n)
		link := roadmap.Dependency{From: fmt.Sprint(b - pick(1, min(40, b-1))), To: fmt.Sprint(b)}
		if !seen[link] {
			seen[link] = true
			must(d.Link(link))
		}
	}
	r, err := d.Close()
	must(err)
	return schedule.Compute(r, today, schedule.Options{})
}

// onRoadmaps runs a benchmark on generated roadmaps of 1,000 tasks, plain and rich, or on that in $BYWHEN_JSON.
func onRoadmaps(b *testing.B, do func(*testing.B, *schedule.Plan)) {
	if path := os.Getenv("BYWHEN_JSON"); path != "" {
		raw, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		do(b, planned(b, "2026-01-05", raw))
		return
	}
	b.Run("plain", func(b *testing.B) { do(b, generated(b, 1000, false)) })
	b.Run("rich", func(b *testing.B) { do(b, generated(b, 1000, true)) })
}

// 10,000 runs, each levelled anew: without looking for drivers, then with.
func BenchmarkForecast(b *testing.B) {
	for _, drivers := range []int{0, DefaultDrivers} {
		b.Run(fmt.Sprint("drivers=", drivers), func(b *testing.B) {
			onRoadmaps(b, func(b *testing.B, plan *schedule.Plan) {
				benchmark(b, plan, Options{Runs: 10_000, Workers: 2, Drivers: drivers})
			})
		})
	}
}

// What `bywhen fix` asks for: 500 runs for one date.
func BenchmarkForecastOf500Runs(b *testing.B) {
	onRoadmaps(b, func(b *testing.B, plan *schedule.Plan) { benchmark(b, plan, Options{Runs: 500, Workers: 2}) })
}

// What the UI works out by itself once no key comes: how probable each deadline is, of as many runs as a roadmap of that size has, on one
// core.
func BenchmarkForecastByItself(b *testing.B) {
	for _, n := range []int{300, 1000, 3000, 10_000} {
		for _, rich := range []bool{false, true} {
			plan := generated(b, n, rich)
			b.Run(fmt.Sprint("tasks=", n, "/rich=", rich), func(b *testing.B) { benchmark(b, plan, Options{Runs: RunsFor(n), Workers: 1}) })
		}
	}
}

// How long a forecast that is given up as soon as it has begun still takes: what comes before the first run.
func BenchmarkForecastGivenUp(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		plan := generated(b, n, true)
		b.Run(fmt.Sprint("tasks=", n), func(b *testing.B) {
			ctx, stop := context.WithCancel(context.Background())
			stop()
			for b.Loop() {
				if _, err := Run(ctx, plan, Options{Runs: RunsFor(n), Workers: 1}); err == nil {
					b.Fatal("it is made all the same")
				}
			}
		})
	}
}

func benchmark(b *testing.B, plan *schedule.Plan, o Options) {
	from := processorTime(b)
	for b.Loop() {
		forecast(b, plan, o)
	}
	work := float64(b.N) * float64(o.Runs) * float64(len(plan.Tasks))
	used := float64(processorTime(b) - from)
	b.ReportMetric(used/work, "cpu-ns/task-run")
	b.ReportMetric(used/float64(b.N)/1e6, "cpu-ms")
}
