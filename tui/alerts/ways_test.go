package alerts

import (
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// Ways out of a promise are of the deadline that it moves, and what is done about the promise goes first.
func TestWaysOutOfACauseAreOfTheDeadlineThatItMoves(t *testing.T) {
	s := build(t, late)
	v := New()
	v.Draw(s, 80, 24)
	want := scene.Ways{On: scene.Ref{Task: "tooling"}, About: scene.Ref{Task: "antenna"}}
	if got := v.Ways(s); got != want {
		t.Errorf("they are of %v, about %v", got.On, got.About)
	}
	v.Act(s, action.Unfold)
	v.Draw(s, 80, 24)
	v.Act(s, action.Down)
	if got := v.Ways(s); got.On.Task != "tooling" && got.On.Task != "trial" || got.About != (scene.Ref{}) {
		t.Errorf("on a task under the cause they are of %v, about %v", got.On, got.About)
	}
}

// They are asked for before the plan that has just changed is drawn.
func TestWaysOutAreOfThePlanThatIsThere(t *testing.T) {
	s := build(t, late)
	v := New()
	v.Draw(s, 80, 24)
	empty := scene.New(2, schedule.Compute(roadmap.New("Empty", monday), monday, schedule.Options{}), paint.New(paint.Terminal{}))
	if got := v.Ways(empty); got != (scene.Ways{}) {
		t.Errorf("they are of %v", got)
	}
}

// The lab idles from 12 January until Photos is finished, which makes nothing late; what the lab is late with, Certify, has nothing to do with that. Of
// a silence there are no ways out at all: a word ends it.
func TestWaysOutOfWhatOnlyIdlesATeamAreOfWhatItWaitsFor(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		err := errorOf(d.AddTeam(roadmap.Team{ID: "pr", Name: "Marketing", Capacity: 1}))
		for _, add := range []func() error{
			func() error { return errorOf(d.AddTeam(roadmap.Team{ID: "lab", Name: "Lab", Capacity: 1})) },
			func() error {
				return errorOf(d.AddTask(roadmap.Task{ID: "photos", Title: "Photos", Team: "pr", Effort: roadmap.PersonDays(10), Status: roadmap.Doing, Started: monday, Told: monday - 14}))
			},
			func() error {
				return errorOf(d.AddTask(roadmap.Task{ID: "scan", Title: "Scan", Team: "lab", Effort: roadmap.PersonDays(2)}))
			},
			func() error {
				return errorOf(d.AddTask(roadmap.Task{ID: "prepare", Title: "Prepare", Team: "lab", Effort: roadmap.PersonDays(3)}))
			},
			func() error {
				return errorOf(d.AddTask(roadmap.Task{ID: "certify", Title: "Certify", Team: "lab", Effort: roadmap.PersonDays(5), NotBefore: monday + 28, Deadline: monday + 29}))
			},
			func() error { return d.Link(roadmap.Dependency{From: "photos", To: "scan"}) },
			func() error {
				return d.PutBaseline(roadmap.Baseline{Name: "Board", Taken: monday - 14, Tasks: []roadmap.BaselineTask{{ID: "scan", Start: monday + 7, Finish: monday + 11}}})
			},
		} {
			if err == nil {
				err = add()
			}
		}
		return err
	})
	roots := s.Roots()
	idle, silent := -1, -1
	for i := range roots {
		switch r := &roots[i]; {
		case len(r.Idles) > 0 && r.Worst.On == (scene.Ref{}):
			idle = i
		case r.Flag == schedule.Untold:
			silent = i
		}
	}
	if idle < 0 || silent < 0 {
		t.Fatalf("no row of who idles, or of the silence, among %+v", roots)
	}
	if got := waysOf(s, &roots[idle]); got.On != (scene.Ref{Task: "photos"}) {
		t.Errorf("%s: they are of %v", roots[idle].Text, got.On)
	}
	if got := waysOf(s, &roots[silent]); got != (scene.Ways{}) {
		t.Errorf("%s: they are of %v", roots[silent].Text, got.On)
	}
	v := New()
	screen(v, s, 120, 30)
	v.put(v.list.of(s, roots[silent].On))
	s.Selected = roots[silent].On
	expect(t, screen(v, s, 120, 30), "a word ends it: c has a message to them, r is", "the check-in")
}
