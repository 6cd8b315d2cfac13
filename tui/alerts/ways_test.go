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
