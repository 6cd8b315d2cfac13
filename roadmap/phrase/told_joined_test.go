package phrase

import (
	"strings"
	"testing"

	"bywhen/roadmap"
)

// saidOf is what an answer says by its chips, and behind a bar what it leaves out.
func saidOf(text string, ctx Context) string {
	told := ParseTold(text, ctx)
	var says []string
	for _, c := range told.Chips {
		says = append(says, c.Text)
	}
	out := strings.Join(says, ", ")
	if told.LeftOut != "" {
		out += " | " + told.LeftOut
	}
	return out
}

// Answers that do not contradict each other are one; a bar stands before what was not read.
func TestAnswersAreJoined(t *testing.T) {
	ctx := aurora(t)
	for text, want := range map[string]string{
		"started on Thursday, 4 days left":      "started Thu 1 Jan, 4 days left",
		"started last tuesday, 4 days left":     "started Tue 30 Dec, 4 days left",
		"started last monday, 4 days left":      "started Mon 29 Dec, 4 days left",
		"started on Thursday 4 days left":       "started Thu 1 Jan, 4 days left",
		"started today; 3d left":                "started Mon 5 Jan, 3 days left",
		"started today. 4d left.":               "started Mon 5 Jan, 4 days left",
		"started today and 4d left":             "started Mon 5 Jan, 4 days left",
		"started today, promise 8 jan":          "started Mon 5 Jan, promised Thu 8 Jan",
		"started today, and now 16 jan":         "started Mon 5 Jan, promised Fri 16 Jan",
		"half done, waiting for Bob":            "5 days left, 50% of its effort of 10 days, blocked: Bob",
		"half done, eta fri, waiting for Bob":   "5 days left, 50% of its effort of 10 days, promised Fri 9 Jan, blocked: Bob",
		"blocked, waiting for legal":            "blocked: legal",
		"blocked, legal is slow":                "blocked: legal is slow",
		"blocked by legal, 2 days left":         "blocked: legal, 2 days left",
		"blocked: vendor quit, waiting for Bob": "blocked: vendor quit, waiting for Bob",
		"done, last week":                       "done Fri 2 Jan",
		"promise 8 jan, eta thu":                "promised Thu 8 Jan",
		"started last Tuesday, going well":      "started Tue 30 Dec, as planned: 6 days left",
		"going well, started last Tuesday":      "as planned: 6 days left, started Tue 30 Dec",
		"going well, 3d left":                   "3 days left | going well",
		"3d left (Ana is on it)":                "3 days left | Ana is on it",
		"3 days left, but 40 parts are missing": "3 days left | but 40 parts are missing",
		"steel came late, new promise 6 April":  "promised Mon 6 Apr | steel came late",
	} {
		for which, ctx := range map[string]Context{"under way": underWay(ctx), "to do": toDo(ctx)} {
			if got := saidOf(text, ctx); got != want || ParseTold(text, ctx).Problem() != nil {
				t.Errorf("%s: %q says %q, want %q: %v", which, text, got, want, ParseTold(text, ctx).Problem())
			}
		}
	}
	if !BeginsTold("blocked, waiting for legal") {
		t.Error("a comma behind its first word hides what is told")
	}
	d := ctx.Roadmap.Edit(monday)
	if err := ParseTold("started last Tuesday, going well", underWay(ctx)).On(d, "1"); err != nil {
		t.Fatal(err)
	}
	if got := d.Task("1"); got.Status != roadmap.Doing || got.Started != date("2025-12-30") || got.RemainingEffort() != roadmap.PersonDays(6) {
		t.Errorf("%v since %s, %s left", got.Status, got.Started, got.RemainingEffort())
	}
}

// Of answers that contradict each other, and of one beside another that cannot be taken, none is.
func TestAnswersThatContradictEachOtherAreNotTaken(t *testing.T) {
	ctx := underWay(aurora(t))
	for text, want := range map[string]string{
		"done, 3d left":                `"done" and "3d left" contradict each other`,
		"promise 8 jan, promise 9 jan": `"promise 8 jan" and "promise 9 jan" contradict each other`,
		"not started, 3d left":         `"not started" and "3d left" contradict each other`,
		"dropped, and promise 8 jan":   `"dropped" and "promise 8 jan" contradict each other`,
		"done fri 3d left":             "is not a date",
		"blocked, 2d left":             "is empty: say what is in the way",
		"started 2026-02-02, 3d left":  `"2026-02-02" is after today`,
		"3d left, done 9-jan":          `"9-jan" is after today`,
		"started mon, 4":               "write 4d left",
	} {
		if err := ParseTold(text, ctx).Problem(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want something about %q", text, err, want)
		}
	}
}

// What people write of when a thing will be, or by how much it slips and why.
func TestWhatIsWrittenOfDaysToCome(t *testing.T) {
	ctx := aurora(t)
	for text, want := range map[string][2]string{ // of what is under way, and of what is to do
		"will take until 8 January":               {"promised Thu 8 Jan", "promised Thu 8 Jan"},
		"until 8 January":                         {"promised Thu 8 Jan", "promised Thu 8 Jan"},
		"ready by 8 jan":                          {"promised Thu 8 Jan", "promised Thu 8 Jan"},
		"not before the new year":                 {"not started, not before Fri 1 Jan 2027", "not started, not before Fri 1 Jan 2027"},
		"slipped by two weeks because of the flu": {"14 days left, because the flu", "not started, not before Fri 16 Jan, because the flu"},
		"delayed by two weeks":                    {"14 days left", "not started, not before Fri 16 Jan"},
		"two more weeks":                          {"14 days left, 2 weeks more than planned", "started Fri 2 Jan, 20 days left, 2 weeks more than planned"},
		"another week for the essays":             {"9 days left, 1 week more than planned | for the essays", "started Fri 2 Jan, 15 days left, 1 week more than planned | for the essays"},
		"3d left, 2 parts due to arrive":          {"3 days left | 2 parts due to arrive", "3 days left | 2 parts due to arrive"},
		"now 16 April":                            {"promised Thu 16 Apr", "not started, not before Thu 16 Apr"},
	} {
		if got := [2]string{saidOf(text, underWay(ctx)), saidOf(text, toDo(ctx))}; got != want {
			t.Errorf("%q says %q, want %q", text, got, want)
		}
	}
	if why := ParseTold("slipped by two weeks because of the flu, as feared", underWay(ctx)).Because; why != "the flu, as feared" {
		t.Errorf("because %q", why)
	}
}
