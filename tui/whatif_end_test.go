package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"
)

// queue is a team of one with nine tasks of two days, each with its own deadline, the first to the last in that order.
func queue(t testing.TB) *roadmap.Roadmap {
	d := roadmap.New("Queue", monday).Edit(monday)
	if _, err := d.AddTeam(roadmap.Team{ID: "press", Name: "Press", Capacity: 1}); err != nil {
		t.Fatal(err)
	}
	for i, title := range strings.Fields("Able Baker Charlie Delta Echo Foxtrot Golf Hotel India") {
		if _, err := d.AddTask(roadmap.Task{ID: title, Title: title, Team: "press", Effort: roadmap.PersonDays(2), Rank: i + 1, Deadline: monday + 60}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Echo and India put first win 8 and 14 working days, and the other seven wait: the wins stand first, and what has no room is counted by kind.
func TestTheEndOfAWhatIfShowsItsWins(t *testing.T) {
	u := openOn(t, queue(t), 120, 40).on("Echo").keys("W s").types("p1").keys("enter").on("India").keys("s").types("p1").keys("enter")
	u.sees("WHAT-IF", "India 16 Dec → 26 Nov -14d · Able 24 Nov → 30 Nov +4d · 1 win, 6 costs more")
	u.sees("India: priority 3 → 1 · India -14d, 26 Nov · Able +2d, 30 Nov · Baker +2d, 2 Dec · 5 costs more")
	u.keys("W").sees("wins   India 16 Dec → 26 Nov -14d", "wins   Echo 4 Dec → 24 Nov -8d", "costs  Able 24 Nov → 30 Nov +4d", "and 4 costs more")
}

// W where nothing is tried asks as it always does, so that the key that answers does nothing to a task.
func TestAnUntouchedWhatIfAsksHowItEnds(t *testing.T) {
	u := openOn(t, queue(t), 120, 40).on("Echo").keys("W W").sees("what-if: nothing tried yet", "x discard", "esc go on trying")
	u.keys("x").seesNot("WHAT-IF").sees("discarded: all is as it was")
	if u.task("Echo").Status != roadmap.Todo {
		t.Error("the x that was meant for the question dropped a task")
	}
	u.keys("W W esc").sees("WHAT-IF").keys("W enter").seesNot("WHAT-IF")
}
