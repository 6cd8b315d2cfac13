package schedule_test

import (
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
)

// doneSketch has a goal due on Friday 16 January with one task, and a task of its own deadline, Wednesday 7 January.
func doneSketch(t *testing.T) *scheduletest.Sketch {
	s := scheduletest.NewSketch(t)
	_, err := s.Draft.AddGoal(roadmap.Goal{ID: "launch", Title: "Launch", Deadline: scheduletest.Monday + 11})
	s.Must(err)
	s.Task("beta", 2, func(t *roadmap.Task) { t.Goal = "launch" })
	return s.Task("permit", 2, func(t *roadmap.Task) { t.Deadline = scheduletest.Monday + 2 })
}

// doneOn marks a task done on a day so many days after Monday 5 January, which is looked at on Friday 9 January.
func doneOn(t *testing.T, r *roadmap.Roadmap, id string, days int) *schedule.Plan {
	t.Helper()
	d := r.Edit(scheduletest.Monday + 4)
	err := d.UpdateTask(id, func(t *roadmap.Task) {
		t.Status, t.Started, t.Finished = roadmap.Done, scheduletest.Monday, scheduletest.Monday+roadmap.Date(days)
	})
	if err != nil {
		t.Fatal(err)
	}
	next, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return schedule.Compute(next, scheduletest.Monday+4, schedule.Options{})
}

func TestWhatIsDoneKeepsItsDeadlineAndHowItWasKept(t *testing.T) {
	r := doneSketch(t).Roadmap()
	if before := schedule.Compute(r, scheduletest.Monday+4, schedule.Options{}); len(before.DoneDeadlines()) != 0 || len(before.Deadlines()) != 2 {
		t.Fatalf("before: %+v open, %+v done", before.Deadlines(), before.DoneDeadlines())
	}
	early := doneOn(t, r, "beta", 2) // Wednesday 7 January: 7 working days before Friday 16 January
	if d := early.DoneDeadlines(); len(d) != 1 || d[0].On.Goal != "launch" || !d[0].Done || d[0].Forecast != scheduletest.Monday+2 || d[0].Days != -7 {
		t.Errorf("done early: %+v", d)
	}
	both := doneOn(t, early.Roadmap, "permit", 4) // Friday 9 January: 2 working days after Wednesday
	if d := both.DoneDeadlines(); len(d) != 2 || d[1].On.Task != "permit" || d[1].Days != 2 || len(both.Deadlines()) != 0 {
		t.Errorf("done late: %+v, open %+v", d, both.Deadlines())
	}
	if last := schedule.LastDone(both.DoneDeadlines()); last[0].On.Task != "permit" || last[1].On.Goal != "launch" {
		t.Errorf("last done: %+v", last)
	}
}

func TestAGoalWhoseTasksWereDroppedIsNotDone(t *testing.T) {
	d := doneSketch(t).Roadmap().Edit(scheduletest.Monday)
	if err := d.UpdateTask("beta", func(t *roadmap.Task) { t.Status = roadmap.Dropped }); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	if done := schedule.Compute(r, scheduletest.Monday, schedule.Options{}).DoneDeadlines(); len(done) != 0 {
		t.Errorf("%+v", done)
	}
}

// What is done by an edit comes before what it moves; what was done before is no effect of it.
func TestAnEditThatFinishesADeadlineSaysSo(t *testing.T) {
	r := doneSketch(t).Roadmap()
	before := schedule.Compute(r, scheduletest.Monday+4, schedule.Options{})
	after := doneOn(t, r, "beta", 2)
	effects := schedule.Effects(before, after)
	schedule.SortEffects(effects)
	if e := effects[0]; len(effects) != 2 || !e.Done || !e.Changed() || e.On.Goal != "launch" || e.Was != scheduletest.Monday+11 || e.Before != before.Deadlines()[0].Forecast {
		t.Errorf("%+v", effects)
	}
	for _, e := range schedule.Effects(after, doneOn(t, after.Roadmap, "permit", 4)) {
		if e.On.Goal == "launch" {
			t.Errorf("done before, and told again: %+v", e)
		}
	}
}
