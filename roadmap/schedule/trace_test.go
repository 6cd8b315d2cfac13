package schedule_test

import (
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/levelling"
)

// decides tells whether a task finishes last of all, or makes its deadline or its goal's late.
func decides(plan *schedule.Plan, t *roadmap.Task, at *schedule.TaskPlan) bool {
	if !at.Planned {
		return false
	}
	if at.Finish == plan.Finish {
		return true
	}
	for _, d := range plan.Deadlines() {
		ofTask := d.On.Task == t.ID && at.Finish > d.Date
		forecast := d.Forecast
		if last := plan.LastOf(d.On.Goal); d.Undated && last >= 0 { // by those of its tasks that have dates
			forecast = plan.Tasks[last].Finish
		}
		ofGoal := t.Goal != "" && d.On.Goal == t.Goal && forecast > d.Date && at.Finish == forecast
		if ofTask || ofGoal {
			return true
		}
	}
	return false
}

// A traced run in the plan's own order gives the days of the plan, and what it says holds the tasks leads back along the
// chains that the plan marks as critical. Where a task needs people of several teams that are all busy the plan names one
// of them and the trace all.
func TestATracedRunHoldsAsThePlanDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRoadmap(t)
		plan := schedule.Compute(r, monday, schedule.Options{})
		problem := plan.Problem()
		trace := levelling.NewTrace(problem)
		for range 2 {
			trace.Run(inOrder(problem.Len()))
			checkPass(t, plan, problem, trace.Pass)
		}
		several := false
		chain := make([]bool, problem.Len())
		for x := problem.Len() - 1; x >= 0; x-- {
			task := r.Tasks()[problem.Place[x]]
			several = several || len(task.AlsoNeeds) > 0
			chain[x] = chain[x] || decides(plan, task, &plan.Tasks[problem.Place[x]])
			if !chain[x] {
				continue
			}
			for _, y := range trace.Holders(nil, int32(x)) {
				if y >= int32(x) {
					t.Fatalf("%s is held by what was placed after it", task.ID)
				}
				chain[y] = true
			}
		}
		for x, place := range problem.Place {
			critical := plan.Tasks[place].Critical
			if task := r.Tasks()[place]; task.Status.Open() && critical != chain[x] && (critical || !several) {
				t.Fatalf("%s is critical: %v, on a traced chain: %v", task.ID, critical, chain[x])
			}
		}
	})
}

func BenchmarkTraceOf1000Tasks(b *testing.B) {
	problem := schedule.Compute(generated(b, 1_000, false), monday, schedule.Options{}).Problem()
	trace, order := levelling.NewTrace(problem), inOrder(problem.Len())
	b.ReportAllocs()
	for b.Loop() {
		trace.Run(order)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1_000, "ns/task")
}
