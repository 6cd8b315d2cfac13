package forecast

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

var monday = roadmap.MustDate("2026-01-05")

// drawPlan is the plan of a random small roadmap: sized and unsized teams and a supplier, work, milestones, promises,
// blockers, what has begun, what is done, links of every type, and deadlines of tasks and of a goal. Uncertain ones have
// estimates, plain efforts and risks, others none.
func drawPlan(t *rapid.T, uncertain bool) *schedule.Plan {
	d := roadmap.New("Random", monday).Edit(monday).Lenient()
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range 3 {
		team := roadmap.Team{ID: fmt.Sprint("t", i), Name: fmt.Sprint("Team ", i), Capacity: rapid.IntRange(0, 2).Draw(t, "capacity"), Supplier: i == 2}
		if team.Supplier {
			team.Capacity = 0
		}
		_, err := d.AddTeam(team)
		check(err)
	}
	_, err := d.AddGoal(roadmap.Goal{ID: "g", Title: "Goal", Deadline: monday + 20})
	check(err)
	n := rapid.IntRange(1, 10).Draw(t, "tasks")
	for i := range n {
		_, err := d.AddTask(drawTask(t, i, uncertain))
		check(err)
	}
	for range rapid.IntRange(0, 2*n).Draw(t, "links") {
		a, b := rapid.IntRange(0, n-1).Draw(t, "a"), rapid.IntRange(0, n-1).Draw(t, "b")
		if a < b {
			check(d.Link(roadmap.Dependency{From: fmt.Sprint(a), To: fmt.Sprint(b), Type: roadmap.LinkType(rapid.IntRange(0, 3).Draw(t, "type")), Lag: rapid.IntRange(-2, 2).Draw(t, "lag")}))
		}
	}
	if uncertain {
		_, err := d.AddRisk(roadmap.Risk{ID: "r", Title: "Risk", Probability: 0.3, Days: 4, Tasks: []string{"0", fmt.Sprint(n / 2)}[:1+min(n/2, 1)]})
		check(err)
	}
	r, err := d.Close()
	check(err)
	return schedule.Compute(r, monday, schedule.Options{})
}

func drawTask(t *rapid.T, i int, uncertain bool) roadmap.Task {
	task := roadmap.Task{ID: fmt.Sprint(i), Title: fmt.Sprint("Task ", i), People: rapid.IntRange(1, 2).Draw(t, "people"),
		Effort: roadmap.HundredthDays(50 * rapid.IntRange(0, 12).Draw(t, "effort")), Priority: rapid.IntRange(1, 4).Draw(t, "priority")}
	if !uncertain {
		task.Estimate = roadmap.Estimate{Optimistic: task.Effort, Likely: task.Effort, Pessimistic: task.Effort}
	} else if rapid.Bool().Draw(t, "estimated") {
		task.Estimate = roadmap.Estimate{Likely: task.Effort, Pessimistic: roadmap.HundredthDays(3 * task.Effort.Hundredths())}
	}
	if team := rapid.IntRange(-1, 2).Draw(t, "team"); team >= 0 {
		task.Team = fmt.Sprint("t", team)
	}
	if rapid.Bool().Draw(t, "deadline") {
		task.Deadline = monday + roadmap.Date(rapid.IntRange(-3, 30).Draw(t, "due"))
	}
	if rapid.IntRange(0, 3).Draw(t, "promised") == 0 {
		task.Promised = monday + roadmap.Date(rapid.IntRange(-5, 30).Draw(t, "says"))
	}
	if rapid.IntRange(0, 4).Draw(t, "blocked") == 0 {
		task.Blockers = []roadmap.Blocker{{Text: "legal", Since: monday - 3}}
	}
	if rapid.Bool().Draw(t, "goal") {
		task.Goal = "g"
	}
	switch rapid.IntRange(0, 8).Draw(t, "status") {
	case 0:
		if !task.Effort.IsMilestone() {
			task.Status, task.Started = roadmap.Doing, monday-4
		}
	case 1:
		task.Status = roadmap.Done
	case 2:
		task.Status = roadmap.Dropped
	}
	return task
}

// Where nothing is uncertain every run is the plan: its dates, its deadlines, and in each run its critical tasks on the
// roadmap's chain.
func TestEveryRunOfWhatIsCertainIsThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t, false)
		f, err := Run(context.Background(), plan, Options{Runs: 3, Drivers: 2})
		if err != nil {
			t.Fatal(err)
		}
		if f.Finish.P50 != plan.Finish || f.Finish.P95 != plan.Finish || f.FinishDrivers != nil {
			t.Fatalf("the roadmap ends on %s, in the plan on %s", f.Finish.P50, plan.Finish)
		}
		at := 0
		for _, d := range plan.Deadlines() {
			if d.Forecast == 0 {
				continue
			}
			got, chance := f.Deadlines[at], 0.0
			if d.Forecast <= d.Date {
				chance = 1
			}
			if got.On != d.On || got.P50 != d.Forecast || got.P95 != d.Forecast || got.Probability != chance || got.OpenEnd != d.OpenEnd {
				t.Fatalf("%+v, in the plan %+v", got, d)
			}
			at++
		}
	})
}

// Whatever is uncertain, every run is counted once, later dates are more probable, and nothing depends on the cores.
func TestAnyForecastAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t, true)
		one, err := Run(context.Background(), plan, Options{Runs: 40, Drivers: 4})
		three, err2 := Run(context.Background(), plan, Options{Runs: 40, Drivers: 4, Workers: 3})
		if err != nil || err2 != nil || !reflect.DeepEqual(one, three) {
			t.Fatalf("%v, %v; the same on three cores: %v", err, err2, reflect.DeepEqual(one, three))
		}
		for _, d := range one.Deadlines {
			inTime := 0
			for i, b := range d.Histogram {
				if i > 0 && b.Date <= d.Histogram[i-1].Date || b.Count <= 0 {
					t.Fatalf("%v", d.Histogram)
				}
				if b.Date <= d.Date {
					inTime += b.Count
				}
			}
			if bars(d.Outcome) != 40 || d.Probability != float64(inTime)/40 || d.P80 < d.P50 || d.P95 < d.P80 || one.Finish.P80 < d.P80 {
				t.Fatalf("%+v", d)
			}
			for _, x := range d.Drivers {
				if x.Days < leastDays || x.Criticality < 0 || x.Criticality > 1 {
					t.Fatalf("%+v", x)
				}
			}
		}
	})
}
