package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"
)

// twoDeadlines is a goal due 12 March with one task, and a task due on Wednesday 18 November, the week before today.
func twoDeadlines(t testing.TB) *roadmap.Roadmap {
	must := func(_ string, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	d := roadmap.New("Phone", monday).Edit(monday)
	must(d.AddGoal(roadmap.Goal{ID: "g", Title: "Launch", Deadline: roadmap.NewDate(2027, 3, 12)}))
	must(d.AddTask(roadmap.Task{ID: "1", Title: "Beta", Goal: "g", Effort: roadmap.PersonDays(5)}))
	must(d.AddTask(roadmap.Task{ID: "2", Title: "Permit", Effort: roadmap.PersonDays(2), Deadline: roadmap.NewDate(2026, 11, 18)}))
	r, err := d.Close()
	must("", err)
	return r
}

// The best moment reads as such wherever it is told: 23 November is 79 working days before 12 March.
func TestADoneGoalIsDoneInEveryView(t *testing.T) {
	u := openOn(t, twoDeadlines(t), 120, 30).on("Permit").keys("D ctrl+u").types("due:none").keys("enter").on("Beta").keys("space")
	u.keys("space").sees("Beta: done · Launch done 23 Nov, 79 working days before 12 Mar")
	u.goal("g").keys("1").sees("Launch done 23 Nov, 79 working days before 12 Mar").seesNot("no deadline")
}

func TestOfADoneGoalNothingIsDenied(t *testing.T) {
	u := openOn(t, twoDeadlines(t), 120, 30).on("Permit").keys("x").on("Beta").keys("space space").goal("g")
	const done = "Launch done 23 Nov, 79 working days before 12 Mar"
	for view, sees := range map[string]string{
		"2": "Every deadline is done. Launch was done 23 Nov, 79 working days", "5": "every deadline is done: " + done, "6": "-79d       done",
		"7": "Launch done (23 Nov)", "w": "Done 23 Nov, 79 working days before 12 Mar",
	} {
		u.goal("g").keys(view).sees(done, sees)
		for _, not := range []string{"no deadline yet", "has no deadline", "Launch no forecast", "no deadline to"} {
			u.seesNot(not)
		}
		u.keys("1")
	}
	u.goal("g").keys("f").sees("it is done: there is nothing to win").keys("esc")
	u.goal("g").keys("7").sees("Launch, forecast over time", "done 23 Nov")
	u.goal("g").keys("1").sees("Done       23 Nov, 79d early")
	u.on("Beta").keys("s").types("status:todo").keys("enter").seesNot(done).sees("Launch 12 Mar in time")
}

// Of several, one done late counts as such, and what is open comes first.
func TestDoneAndOpenDeadlinesAreToldTogether(t *testing.T) {
	u := openOn(t, twoDeadlines(t), 120, 30).on("Permit").keys("s").types("done:today").sees("Permit done 23 Nov, 3d late").keys("enter")
	u.sees("Permit done 23 Nov, 3 working days after 18 Nov", "Launch 12 Mar in time, 75d to spare · 1 done late")
	u.keys("1").on("Permit").sees("Deadline   Wed 18 Nov  +3d").keys("w").sees("Why it was done 23 Nov, 3 working days after 18 Nov").keys("esc")
	u.on("Beta").keys("space space").sees("Launch done 23 Nov, 79 working days before 12 Mar · 1 more done late")
	for _, size := range [][2]int{{60, 16}, {80, 24}} {
		openOn(t, u.m.session.Roadmap(), size[0], size[1]).sees("Launch done 23 Nov, 79")
	}
}

// A goal of which everything was dropped is neither done nor without a deadline.
func TestAGoalOfDroppedTasksKeepsItsDeadline(t *testing.T) {
	u := openOn(t, twoDeadlines(t), 100, 30).on("Beta").keys("x").on("Permit").keys("x").sees("no deadline is open: what had one was dropped")
	u.goal("g").sees("is due Fri 12 Mar, and all its tasks were dropped").seesNot("has no deadline")
}

// What a what-if finishes is done in it.
func TestAWhatIfMayFinishADeadline(t *testing.T) {
	openOn(t, twoDeadlines(t), 120, 30).keys("W").on("Beta").keys("space space").sees("WHAT-IF", "Launch done 23 Nov, 79 working days before 12 Mar")
}

// The Plan keeps the day of a goal that is done in sight, the copied tables tell how it was kept, and the check-in that it was done.
func TestPlanTablesAndCheckInKnowWhatIsDone(t *testing.T) {
	u := openOn(t, twoDeadlines(t), 120, 30).on("Permit").keys("x").on("Beta").keys("space space")
	if line := u.lineWith("▾ Launch"); !strings.Contains(line, "◇") {
		t.Errorf("no deadline in %q", line)
	}
	for view, want := range map[string]string{"6": "| Launch | 12 Mar | 23 Nov | -79d | done | 100 % |  |", "7": "| Launch |  | done 23 Nov |"} {
		u.keys(view)
		if text, _ := u.m.asText(); !strings.Contains(text, want) {
			t.Errorf("%s is copied as %s", view, text)
		}
	}
}

func TestTheCheckInSaysThatAGoalIsDone(t *testing.T) {
	d := twoDeadlines(t).Edit(monday)
	for _, err := range []error{d.UpdateTask("1", func(t *roadmap.Task) { t.Status, t.Started, t.Told = roadmap.Doing, monday-7, monday-7 }),
		d.UpdateTask("2", func(t *roadmap.Task) { t.Status = roadmap.Dropped })} {
		if err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	u := openOn(t, r, 120, 30).keys("r").types("done").sees("Launch done 23 Nov, 79d early").keys("enter")
	if line := u.lineWith("Beta "); !strings.HasSuffix(strings.TrimSpace(line), "Launch done") {
		t.Errorf("the check-in has %q", line)
	}
}

// lineWith is the first line of the screen with a text.
func (u *user) lineWith(text string) string {
	for _, l := range u.screen() {
		if strings.Contains(l, text) {
			return l
		}
	}
	return ""
}
