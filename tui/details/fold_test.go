package details

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	"github.com/charmbracelet/x/ansi"
)

// box is three tasks of Mechanics, of which the first two stand in one box: 1 and 5 days from Monday, 5 January on.
func box(t *testing.T) *scene.Scene {
	t.Helper()
	d := roadmap.New("Test", monday).Edit(monday)
	_, err := d.AddTeam(roadmap.Team{ID: "mech", Name: "Mechanics", Capacity: 9})
	if err != nil {
		t.Fatal(err)
	}
	for i, title := range []string{"Samples", "Tooling", "Trial"} {
		if _, err := d.AddTask(roadmap.Task{ID: title, Title: title, Team: "mech", Effort: roadmap.PersonDays(1 + 4*i)}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	s := scene.New(1, schedule.Compute(r, monday, schedule.Options{}), paint.New(paint.Terminal{}))
	for i, critical := range []bool{false, true, false} {
		s.Plan.Tasks[i].Start, s.Plan.Tasks[i].Finish, s.Plan.Tasks[i].Critical = monday, monday+roadmap.Date(4*i), critical
	}
	s.Selected, s.Folded = scene.Ref{Task: "Samples"}, []int{0, 1}
	return s
}

// A box in which several tasks stand is told as what it is: its tasks, their dates, which are critical, and which one keys act on.
func TestABoxOfSeveralTasksIsToldAsThat(t *testing.T) {
	s := box(t)
	tells := func(want string) {
		t.Helper()
		if got := Story(s); got != want {
			t.Errorf("the story is %q, not %q", got, want)
		}
	}
	tells("Mechanics, 2 tasks in one box, 5 Jan to 9 Jan; critical: Tooling. Keys act on Samples.")
	pane := ansi.Strip(strings.Join(Lines(s, 40), "\n"))
	for _, want := range []string{" Mechanics, 2 tasks ", " ═ Tooling", "   5 Jan to 9 Jan", " ○ Samples", "   5 Jan  ", " Keys act on "} {
		if !strings.Contains(pane, want) {
			t.Errorf("the pane has no %q:\n%s", want, pane)
		}
	}
	s.Plan.Tasks[1].Critical = false
	tells("Mechanics, 2 tasks in one box, 5 Jan to 9 Jan; none of them is critical. Keys act on Samples.")
	s.Plan.Tasks[0].Critical, s.Plan.Tasks[1].Critical, s.Plan.Tasks[2].Critical = true, true, true
	tells("Mechanics, 2 tasks in one box, 5 Jan to 9 Jan; all of them are critical. Keys act on Samples.")
	s.Folded = []int{1, 2} // what is selected is not in it
	if got := Story(s); !strings.HasPrefix(got, "Samples runs") {
		t.Errorf("the story of a task by itself is %q", got)
	}
}
