package tui

import (
	"testing"

	"bywhen/roadmap"
)

// Before an answer is taken it says what it makes of its task: since when work was under way, that all of what was left is left from
// today on, what would be as planned, and when it then ends.
func TestAnAnswerSaysWhatItMakesOfItsTask(t *testing.T) {
	u := openOn(t, owed(t), 140, 30).keys("r down")
	for answer, want := range map[string]string{
		"started fri": "started Fri 20 Nov · was Thu 19 Nov · all 4d still left · ends 26 Nov +1d · as planned: 3d left",
		"started":     "started Thu 19 Nov · known: under way since Thu 19 Nov · all 4d still left · ends 26 Nov +1d · as planned: 3d left",
		"3d left":     "3 days left · ends 25 Nov, as before",
		"slips 2d":    "5 days left · ends 27 Nov +2d",
		"on track":    "as planned · ends 25 Nov, as before",
		"not started": "not started · started Thu 19 Nov goes · ends 26 Nov +1d",
		"done fri":    "done Fri 20 Nov",
	} {
		u.types(answer).sees(want).keys("esc")
	}
	u.types("started fri 2d left").sees("started Fri 20 Nov · 2 days left · was Thu 19 Nov · ends 24 Nov -1d").seesNot("still left")
}

// Work that begins is told to have all of it left, however long ago it began.
func TestAnAnswerThatWorkBeganSaysThatAllOfItIsLeft(t *testing.T) {
	openOn(t, owed(t), 140, 30).keys("r").types("started fri").sees("started Fri 20 Nov · all 2d left · ends 24 Nov or later +1d · as planned: 1d left")
}

// What not started takes away is said before, in the check-in and in the line that sets, and undone with u.
func TestWhatNotStartedTakesAwayIsSaid(t *testing.T) {
	u := openOn(t, owed(t), 140, 30).on("Frame").keys("s").types("left:3d").keys("enter s").types("todo")
	u.sees("started Thu 19 Nov and 3d left go").keys("enter").sees("status doing → todo, started 19 Nov goes, left 3d goes   u undoes")
	if frame := u.task("Frame"); frame.Status != roadmap.Todo || frame.Started != 0 || frame.Remaining.Given() {
		t.Errorf("%+v", frame)
	}
	u.keys("u")
	if frame := u.task("Frame"); frame.Status != roadmap.Doing || frame.Remaining != roadmap.PersonDays(3) {
		t.Errorf("%+v", frame)
	}
	u = openOn(t, owed(t), 140, 30).keys("r down").types("not started").sees("started Thu 19 Nov goes").keys("enter esc").sees("u takes all of it back").keys("u")
	if frame := u.task("Frame"); frame.Status != roadmap.Doing {
		t.Errorf("%+v", frame)
	}
}

// Of several tasks it is said of how many.
func TestWhatTodoTakesAwayOfSeveralTasksIsCounted(t *testing.T) {
	u := lived(t, 140, 30).on("Industrial design").keys("v").on("User interface kit").keys("v s").types("todo")
	u.sees("when 2 of them began, ended and what is left goes")
}

// What is waited for may be a team, a person or any words: the form reads right for each.
func TestWhatIsWaitedForMayBeAnyWords(t *testing.T) {
	u := openOn(t, owed(t), 140, 30).on("Frame").keys("b").types("security office closed").keys("enter m")
	u.sees("blocked from 23 Nov, no end known, waits on: security office closed")
}

// Words of an add line that stay in the title though they sound like a value say so, and what to write.
func TestTheAddLineSaysWhatStaysInTheTitle(t *testing.T) {
	for _, w := range []int{60, 80, 140} {
		u := openOn(t, owed(t), w, 24).keys("a").types("Press release 3 days").sees("3 days is title: or 3d?").keys("enter")
		if u.task("Press release 3 days") == nil {
			t.Error("it is not added as it was typed")
		}
		u.types("Docs 2d by fri").sees("by fri is title: or due:fri?").keys("esc esc")
	}
}
