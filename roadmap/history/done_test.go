package history_test

import (
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
)

func setStatus(id string, status roadmap.Status) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error {
		return d.UpdateTask(id, func(t *roadmap.Task) { t.Status = status })
	}
}

// loses notes that the last change took the forecast of a deadline.
func (x *weeks) loses(on schedule.Ref) {
	c := &x.past.Changes[len(x.past.Changes)-1]
	c.Moved = append(c.Moved, history.Move{On: on, From: scheduletest.Monday + 7})
}

// A deadline that lost its forecast was done by the change, or was lost: dropped, deleted, taken away. Days are those of the change.
func TestTheHistoryTellsADoneDeadlineFromALostOne(t *testing.T) {
	s := scheduletest.NewSketch(t)
	_, err := s.Draft.AddGoal(roadmap.Goal{ID: "launch", Title: "Launch", Deadline: scheduletest.Monday + 11})
	s.Must(err)
	inGoal := func(t *roadmap.Task) { t.Goal = "launch" }
	s.Task("beta", 2, inGoal).Task("docs", 2, inGoal).Task("permit", 2, func(t *roadmap.Task) { t.Deadline = scheduletest.Monday + 2 })
	x := &weeks{t: t, r: s.Roadmap(), past: history.Past{Began: scheduletest.Monday}}
	launch := schedule.Ref{Goal: "launch"}

	x.change("beta done", setStatus("beta", roadmap.Done))           // 1, Mon
	x.change("docs dropped", setStatus("docs", roadmap.Dropped))     // 2, Tue: with that all is done, on Monday
	x.loses(launch)                                                  //
	x.change("docs back", setStatus("docs", roadmap.Todo))           // 3, Wed
	x.change("docs done", setStatus("docs", roadmap.Done))           // 4, Thu
	x.loses(launch)                                                  //
	x.change("permit dropped", setStatus("permit", roadmap.Dropped)) // 5, Fri
	x.loses(schedule.Ref{Task: "permit"})
	x.change("no deadline", func(d *roadmap.Draft) error {
		return d.UpdateGoal("launch", func(g *roadmap.Goal) { g.Deadline = 0 })
	}) // 6
	x.loses(launch)

	x.past.MarkDone(x.r)
	for i, want := range []roadmap.Date{0, scheduletest.Monday, 0, scheduletest.Monday + 3, 0, 0} {
		got := roadmap.Date(0)
		if m := x.past.Changes[i].Moved; len(m) > 0 {
			got = m[0].Done
		}
		if got != want {
			t.Errorf("change %d: done %v, want %v", i+1, got, want)
		}
	}
	newest := history.Past{Changes: append([]history.Change(nil), x.past.Changes[3:]...)}
	newest.Changes[0].Moved[0].Done = 0
	if newest.MarkDone(x.r); newest.Changes[0].Moved[0].Done != scheduletest.Monday+3 {
		t.Errorf("of the newest changes alone: %+v", newest.Changes[0].Moved)
	}
}
