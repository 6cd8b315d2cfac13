package schedule_test

import (
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/levelling"
)

// inOrder is the numbers from 0 on.
func inOrder(n int) []int32 {
	order := make([]int32, n)
	for x := range order {
		order[x] = int32(x)
	}
	return order
}

// checkPass holds a run against a plan: each task lies on the same days.
func checkPass(t interface{ Fatalf(string, ...any) }, plan *schedule.Plan, problem *levelling.Problem, pass *levelling.Pass) {
	for x, place := range problem.Place {
		want, x := plan.Tasks[place], int32(x)
		id := plan.Roadmap.Tasks()[place].ID
		if pass.Placed(x) != want.Planned {
			t.Fatalf("%s has days in the pass: %v, in the plan: %v", id, pass.Placed(x), want.Planned)
		}
		if !want.Planned {
			continue
		}
		first, last := roadmap.Date(problem.Base+pass.First(x)), roadmap.Date(problem.Base+pass.Last(x))
		if first != want.Start || last != want.Finish {
			t.Fatalf("%s lies from %s to %s in the pass, from %s to %s in the plan", id, first, last, want.Start, want.Finish)
		}
	}
}

// A run in the plan's own order gives the days of the plan, also when the room was used before.
func TestAPassInThePlansOrderIsThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := schedule.Compute(drawRoadmap(t), monday, schedule.Options{})
		problem := plan.Problem()
		pass := levelling.NewPass(problem)
		for range 2 {
			pass.Forward(inOrder(problem.Len()))
			checkPass(t, plan, problem, pass)
		}
	})
}

// A run with other durations gives the days that the plan of other efforts has, in the order of that plan.
func TestAPassTakesOtherDurations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRoadmap(t)
		problem := schedule.Compute(r, monday, schedule.Options{}).Problem()
		pass := levelling.NewPass(problem)
		d := r.Edit(monday).Lenient()
		for x, place := range problem.Place {
			task := r.Tasks()[place]
			if problem.Kind(int32(x)) != levelling.Work || task.Remaining.Given() {
				continue
			}
			days := rapid.IntRange(1, 9).Draw(t, "days")
			if err := d.UpdateTask(task.ID, func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(days * t.People) }); err != nil {
				t.Fatal(err)
			}
			pass.Duration[x] = int32(days)
		}
		changed, err := d.Close()
		if err != nil {
			t.Fatal(err)
		}
		plan := schedule.Compute(changed, monday, schedule.Options{})
		number := make([]int32, problem.Len())
		for x, place := range problem.Place {
			number[place] = int32(x)
		}
		var order []int32
		for _, place := range plan.Problem().Place {
			order = append(order, number[place])
		}
		pass.Forward(order)
		checkPass(t, plan, problem, pass)
	})
}

func BenchmarkPassOf1000Tasks(b *testing.B) {
	problem := schedule.Compute(generated(b, 1_000, false), monday, schedule.Options{}).Problem()
	pass, order := levelling.NewPass(problem), inOrder(problem.Len())
	b.ReportAllocs()
	for b.Loop() {
		pass.Forward(order)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1_000, "ns/task")
}
