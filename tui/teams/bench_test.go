package teams

import (
	"fmt"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// large is 10,000 tasks of 100 teams, each task waiting for one of another team.
func large(b *testing.B) *scene.Scene {
	d := roadmap.New("Large", monday).Edit(monday)
	must := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	for i := range 100 {
		_, err := d.AddTeam(roadmap.Team{ID: fmt.Sprintf("t%d", i), Name: fmt.Sprintf("Team %d", i), Capacity: 2})
		must(err)
	}
	for i := range 10_000 {
		_, err := d.AddTask(roadmap.Task{ID: fmt.Sprint(i), Title: fmt.Sprintf("Task %d", i), Team: fmt.Sprintf("t%d", i*37%100), Effort: days(1 + i%9)})
		must(err)
		if i >= 150 {
			must(d.Link(roadmap.Dependency{From: fmt.Sprint(i - 150 + i%7), To: fmt.Sprint(i)}))
		}
	}
	r, err := d.Close()
	must(err)
	return scene.New(1, schedule.Compute(r, monday, schedule.Options{}), paint.New(paint.Terminal{Colours: paint.TrueColours}))
}

// A key pressed: the cursor moves and the frame is drawn.
func BenchmarkMove(b *testing.B) {
	s, v := large(b), New()
	v.Draw(s, 120, 38)
	for b.Loop() {
		s.Selected = v.Act(s, action.Down).Select
		v.Draw(s, 120, 38)
	}
}

// Another plan comes in.
func BenchmarkNewPlan(b *testing.B) {
	s, v := large(b), New()
	for b.Loop() {
		s.Version++
		v.Draw(s, 120, 38)
	}
}
