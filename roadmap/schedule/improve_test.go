package schedule_test

import (
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// What a search promises is what the plan of the roadmap with its ranks is, to the day; it is never worse than the plan it
// began with, and the same seed finds it again.
func TestAnImprovedPlanIsWhatWasPromised(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := schedule.Compute(drawRoadmap(t), monday, schedule.Options{})
		promised := plan.Outlook() // of a roadmap with nothing to plan, nothing is promised
		o := schedule.ImproveOptions{Seed: rapid.Uint64Range(0, 3).Draw(t, "seed"), Schedules: rapid.IntRange(1, 120).Draw(t, "schedules"),
			Progress: func(_ int, best schedule.Outlook) { promised = best }}
		m := plan.Improve(o)
		if got := m.Plan.Outlook(); got != promised {
			t.Fatalf("the plan ends %s, %d days late; promised was %s, %d days", got.Finish, got.Late, promised.Finish, promised.Late)
		}
		if m.Better != m.Plan.Outlook().Better(plan.Outlook()) || plan.Outlook().Better(m.Plan.Outlook()) || m.Schedules > o.Schedules {
			t.Fatalf("better: %v, from %+v to %+v after %d of %d schedules", m.Better, plan.Outlook(), m.Plan.Outlook(), m.Schedules, o.Schedules)
		}
		again := plan.Improve(o)
		for i := range m.Plan.Tasks {
			if again.Plan.Tasks[i] != m.Plan.Tasks[i] {
				t.Fatalf("%s differs when the search is made again", plan.Roadmap.Tasks()[i].ID)
			}
		}
	})
}

// Ranks alone lead to the improved plan: priorities and everything else stay what the user said.
func TestAnImprovementWritesRanksAlone(t *testing.T) {
	plan := schedule.Compute(generated(t, 60, true), monday, schedule.Options{})
	m := plan.Improve(schedule.ImproveOptions{Seed: 1, Schedules: 2_000})
	if !m.Better {
		t.Fatal("nothing better was found")
	}
	d := plan.Roadmap.Edit(monday)
	if err := m.Apply(d); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	for i, task := range r.Tasks() {
		was := *plan.Roadmap.Tasks()[i]
		was.Rank = task.Rank
		if task.Rank == 0 || was.Told != task.Told || was.Priority != task.Priority || was.Position != task.Position || was.Effort != task.Effort {
			t.Errorf("%s became %+v", task.ID, task)
		}
	}
	if got := schedule.Compute(r, monday, schedule.Options{}).Outlook(); got != m.Plan.Outlook() {
		t.Errorf("the ranks lead to %+v, not to %+v", got, m.Plan.Outlook())
	}
}

// An urgent task keeps its turn however much a later one would help the end of the roadmap: the search orders only what
// priorities leave open.
func TestASearchKeepsPriorities(t *testing.T) {
	build := func(urgent int) *schedule.Plan {
		d := roadmap.New("Two at one team", monday).Edit(monday)
		for _, err := range []error{
			second(d.AddTeam(roadmap.Team{ID: "one", Name: "One", Capacity: 1})),
			second(d.AddTask(roadmap.Task{ID: "short", Title: "Short", Team: "one", Effort: roadmap.PersonDays(2), Priority: urgent, Rank: 1})),
			second(d.AddTask(roadmap.Task{ID: "first", Title: "First", Team: "one", Effort: roadmap.PersonDays(2)})),
			second(d.AddTask(roadmap.Task{ID: "long", Title: "Long", Effort: roadmap.PersonDays(10)})),
			d.Link(roadmap.Dependency{From: "first", To: "long"}),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		r, err := d.Close()
		if err != nil {
			t.Fatal(err)
		}
		return schedule.Compute(r, monday, schedule.Options{}).Improve(schedule.ImproveOptions{Schedules: 100}).Plan
	}
	// Monday and Tuesday for the short one, two days for the first, ten for the long one: 14 working days.
	if got, want := build(1).Finish, roadmap.MustDate("2026-01-22"); got != want {
		t.Errorf("with an urgent task the roadmap ends %s, want %s", got, want)
	}
	if got, want := build(3).Finish, roadmap.MustDate("2026-01-20"); got != want {
		t.Errorf("without one the roadmap ends %s, want %s", got, want)
	}
}

func second[T any](_ T, err error) error { return err }

// A search that meets what is proved stops, and says so; one that is told to stop does.
func TestASearchStops(t *testing.T) {
	plan := schedule.Compute(generated(t, 5, false), monday, schedule.Options{})
	m := plan.Improve(schedule.ImproveOptions{Seed: 1, Schedules: 1_000_000})
	if !m.Best || m.Schedules == 1_000_000 {
		t.Errorf("best: %v, after %d schedules", m.Best, m.Schedules)
	}
	plan = schedule.Compute(generated(t, 100, true), monday, schedule.Options{})
	asked := 0
	m = plan.Improve(schedule.ImproveOptions{Seed: 1, Stop: func() bool { asked++; return asked > 500 }})
	if m.Schedules < 400 || m.Schedules > 501 {
		t.Errorf("%d schedules, though it was told to stop after being asked 500 times", m.Schedules)
	}
}

// A dropped task holds nothing, not even the turn of what waited for it.
func TestADroppedTaskHoldsNobodysTurn(t *testing.T) {
	d := roadmap.New("Dropped", monday).Edit(monday)
	for _, err := range []error{
		second(d.AddTeam(roadmap.Team{ID: "one", Name: "One", Capacity: 1})),
		second(d.AddTask(roadmap.Task{ID: "a", Title: "A", Team: "one", Effort: roadmap.PersonDays(5)})),
		second(d.AddTask(roadmap.Task{ID: "gone", Title: "Gone", Team: "one", Effort: roadmap.PersonDays(5), Status: roadmap.Dropped})),
		second(d.AddTask(roadmap.Task{ID: "b", Title: "B", Team: "one", Effort: roadmap.PersonDays(5), Priority: 1})),
		d.Link(roadmap.Dependency{From: "a", To: "gone"}),
		d.Link(roadmap.Dependency{From: "gone", To: "b"}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	if got := schedule.Compute(r, monday, schedule.Options{}).Tasks[2].Start; got != monday {
		t.Errorf("B starts %s, want %s: its priority is the highest", got, monday)
	}
}
