package tui

import (
	"testing"

	"bywhen/roadmap"
)

// It is Monday 23 November. Board was due on Friday 20 and is, as planned, done by then: nobody has told, so that nothing calls it in
// time, or late by no days.
func TestADeadlineThatPassedWithoutAWordSaysSo(t *testing.T) {
	friday := monday - 3
	d := roadmap.New("Test", monday-60).Edit(friday)
	_, err := d.AddGoal(roadmap.Goal{ID: "g", Title: "Prototype", Deadline: friday})
	if err == nil {
		_, err = d.AddTask(roadmap.Task{ID: "b", Title: "Board", Goal: "g", Effort: roadmap.PersonDays(5), Told: friday - 4})
	}
	if err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	u := openOn(t, r, 100, 30).sees("Prototype 20 Nov has passed, no word yet", "Prototype was due Fri 20 Nov and by the plan done 20 Nov, but nobody has told so yet.")
	u.keys("6").sees("no word").seesNot(" 0d").seesNot("% probable")
	u.keys("2").sees("▌! Prototype was due 20 Nov, no word yet")
	u.keys("1").on("Board").keys("space space").seesNot("no word").seesNot("has passed")
}
