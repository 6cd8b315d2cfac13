package network

import (
	"fmt"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	"github.com/charmbracelet/x/ansi"
)

// Titles are as long as lets both neighbours be seen; what would be a letter or two at the edge is left to its arrow.
func TestTitlesTakeTheRoomThereIs(t *testing.T) {
	d := roadmap.New("Test", monday).Edit(monday)
	for i, title := range []string{"Design files frozen", "Enclosure tooling", "Drop tests, round 2", "Repair manual"} {
		if _, err := d.AddTask(roadmap.Task{ID: fmt.Sprint(i), Title: title, Effort: roadmap.PersonDays(5)}); err != nil {
			t.Fatal(err)
		}
		if i > 0 {
			if err := d.Link(roadmap.Dependency{From: fmt.Sprint(i - 1), To: fmt.Sprint(i)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	s := scene.New(1, schedule.Compute(r, monday, schedule.Options{}), paint.New(paint.Terminal{}))
	s.Selected.Task = "1"
	got := ansi.Strip(strings.Join(New().Draw(s, 80, 12), "\n"))
	for _, title := range []string{"Design files frozen", "Enclosure tooling", "Drop tests, round 2"} {
		if !strings.Contains(got, title) {
			t.Errorf("%s is cut:\n%s", title, got)
		}
	}
	if strings.Contains(got, "…") || !strings.Contains(got, "►") {
		t.Errorf("a title is cut at the edge:\n%s", got)
	}
}
