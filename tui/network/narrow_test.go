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

// chainOf is a chain of tasks of five days, with a deadline every so many days where that is not 0.
func chainOf(t *testing.T, every int, titles ...string) *scene.Scene {
	t.Helper()
	d := roadmap.New("Test", monday).Edit(monday)
	for i, title := range titles {
		task := roadmap.Task{ID: fmt.Sprint(i), Title: title, Effort: roadmap.PersonDays(5)}
		if every > 0 {
			task.Deadline = monday + roadmap.Date(every*i)
		}
		if _, err := d.AddTask(task); err != nil {
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
	return scene.New(1, schedule.Compute(r, monday, schedule.Options{}), paint.New(paint.Terminal{}))
}

// Titles are as long as lets both neighbours be seen, and in two lines where that lets more of them be; what would be a letter or two
// at the edge is left to its arrow.
func TestTitlesTakeTheRoomThereIs(t *testing.T) {
	s := chainOf(t, 0, "Design files frozen", "Enclosure tooling", "Drop tests, round 2", "Repair manual")
	s.Selected.Task = "1"
	got := ansi.Strip(strings.Join(New().Draw(s, 80, 12), "\n"))
	whole := func(got string, lines ...string) {
		t.Helper()
		for _, line := range lines {
			if !strings.Contains(got, line) {
				t.Errorf("%s is cut:\n%s", line, got)
			}
		}
	}
	whole(got, "○  Design files ⇒▌○  Enclosure ⇒ ○  Drop tests, ⇒ ○  Repair manual", "   frozen            tooling        round 2          30 Jan")
	v := New()
	whole(ansi.Strip(strings.Join(v.Draw(s, 80, 3), "\n")), "Design files frozen", "Enclosure tooling", "Drop tests, round 2") // no row for a second line
	if strings.Contains(got, "…") || !strings.Contains(got, "⇒") {
		t.Errorf("a title is cut at the edge:\n%s", got)
	}
}

// A line that comes from a layer out of sight, or leads to one, says so at the edge.
func TestALineThatLeavesTheFrameSaysSo(t *testing.T) {
	var links [][2]int
	for i := range 11 {
		links = append(links, [2]int{i, i + 1})
	}
	s := chained(t, 12, append(links, [2]int{0, 10}))
	s.Selected.Task = "5"
	for _, line := range New().Draw(s, 60, 12) {
		if line = ansi.Strip(line); strings.HasPrefix(line, "‹─") && strings.HasSuffix(line, "─›") {
			return
		}
	}
	t.Errorf("the link from 0 to 10 has no beginning and no end:\n%s", ansi.Strip(strings.Join(New().Draw(s, 60, 12), "\n")))
}

// Where rows are free and cells are not, titles stand in three lines, and a date next to its days: so two layers on each side are seen
// beside open details, each task with its name and date.
func TestTitlesInThreeLinesMakeRoomForLayers(t *testing.T) {
	s := chainOf(t, 7, "Antenna samples", "Design files frozen", "Enclosure tooling", "Drop tests, round 2", "Repair manual printed")
	s.Selected.Task = "2"
	got := ansi.Strip(strings.Join(New().Draw(s, 78, 12), "\n"))
	for _, want := range []string{
		" ○! Antenna ═══⇒ ○! Design ════⇒▌○! Enclosure ═⇒ ○! Drop ══════⇒ ○! Repair ",
		"    samples         files           tooling         tests,          manual ",
		"    9 Jan  +4d      frozen          23 Jan +4d      round 2         printed ",
		"                    16 Jan +4d                      30 Jan +4d      6 Feb  +4d",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q in\n%s", want, got)
		}
	}
}
