package report_test

import (
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/report"
	"bywhen/roadmap/schedule"
)

// Executives read of every goal, though it is in time, then of the three worst deadlines of tasks that do not hold.
func TestExecutivesReadOfEveryGoalFirst(t *testing.T) {
	today := roadmap.MustDate("2026-01-05")
	d := roadmap.New("Aurora", today).Edit(today)
	names := []string{"Launch", "Reviews", "Stores", "Certified", "Catalogue"}
	for _, name := range names {
		if _, err := d.AddGoal(roadmap.Goal{ID: name, Title: name, Deadline: today + 60}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.AddTask(roadmap.Task{Title: name + " work", Goal: name, Effort: roadmap.PersonDays(9), Deadline: today + 1}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	lines := report.Of(schedule.Compute(r, today, schedule.Options{}), report.Options{For: report.Exec}).Parts[0].Lines
	var told []string
	for _, l := range lines[:min(len(lines), len(names))] {
		title, _, _ := strings.Cut(l, ":")
		told = append(told, title)
	}
	if slices.Sort(told); !slices.Equal(told, slices.Sorted(slices.Values(names))) || lines[len(lines)-1] != "And 2 more." {
		t.Errorf("it begins with %q", lines)
	}
}
