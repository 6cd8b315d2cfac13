package schedule_test

import (
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// A goal waits for all of its tasks: of one that cannot be planned, the dates of the others say nothing.
func TestAGoalWithATaskThatCannotBePlannedHasNoForecast(t *testing.T) {
	d := roadmap.New("Aurora", monday).Edit(monday)
	must := func(_ string, err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(d.AddGoal(roadmap.Goal{ID: "g", Title: "Launch", Deadline: monday + 2}))
	must(d.AddTask(roadmap.Task{ID: "a", Title: "Alpha", Goal: "g", Effort: roadmap.PersonDays(5)}))
	must(d.AddTask(roadmap.Task{ID: "b", Title: "Beta", Goal: "g", Effort: roadmap.PersonDays(99999)}))
	must(d.AddTask(roadmap.Task{ID: "c", Title: "Case", Deadline: monday + 30, Effort: roadmap.PersonDays(2)}))
	must("", d.Link(roadmap.Dependency{From: "b", To: "c"}))
	r, err := d.Close()
	must("", err)
	p := schedule.Compute(r, monday, schedule.Options{})
	for i, want := range []schedule.Deadline{
		{On: schedule.Ref{Goal: "g"}, Title: "Launch", Date: monday + 2, Undated: true},
		{On: schedule.Ref{Task: "c"}, Title: "Case", Date: monday + 30, Undated: true},
	} {
		if got := p.Deadlines()[i]; got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	for _, f := range p.Flags() {
		if f.Goal == "g" {
			t.Errorf("flagged by dates that it has not: %s", f.Kind)
		}
	}
	if finish, _ := p.Goal("g"); finish != 0 {
		t.Errorf("the goal is forecast for %s", finish)
	}
	for on, want := range map[schedule.Ref]string{
		{Goal: "g"}: "Beta would end after 31 Dec 2299, the last day that a roadmap may name",
		{Task: "c"}: "waits for Beta, which has no dates",
		{Task: "a"}: "",
	} {
		if got := p.CannotBePlanned(on); got != want {
			t.Errorf("%+v: %q, want %q", on, got, want)
		}
	}
	if s := p.Standing(schedule.Ref{Goal: "g"}); s.Forecast != 0 || s.Days != 0 || len(s.Why()) != 0 || s.Date != monday+2 {
		t.Errorf("it stands at %+v", s)
	}
}
