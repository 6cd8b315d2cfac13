package tui

import (
	"testing"

	"bywhen/roadmap"
)

// Whoever marks the last task before a milestone done is offered the milestone, at the same key.
func TestTheLastTaskBeforeAMilestoneOffersIt(t *testing.T) {
	d := roadmap.New("Phone", monday).Edit(monday)
	for _, task := range []roadmap.Task{{ID: "1", Title: "Case", Effort: roadmap.PersonDays(3)}, {ID: "2", Title: "Antenna", Effort: roadmap.PersonDays(3)},
		{ID: "3", Title: "Frozen", Effort: roadmap.PersonDays(0)}} {
		if _, err := d.AddTask(task); err != nil {
			t.Fatal(err)
		}
	}
	for _, from := range []string{"1", "2"} {
		if err := d.Link(roadmap.Dependency{From: from, To: "3"}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	u := openOn(t, r, 100, 30).on("Case").keys("space space").seesNot("reached")
	u.keys("space").sees("done already").on("Antenna").keys("space space").sees("Frozen is reached: space again marks that done too")
	u.keys("space").sees("Frozen: done")
	if got := u.task("Frozen").Status; got != roadmap.Done {
		t.Errorf("Frozen is %v", got)
	}
	u.keys("u").sees("undone: Frozen: done").on("Antenna").keys("space").sees("done already")
	u.on("Case").keys("space").sees("done already")
}
