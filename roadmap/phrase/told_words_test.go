package phrase

import (
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
)

// A task of ten days is under way since Monday 29 December with six days left, four as planned; it is Monday 5 January.
func underWay(ctx Context) Context {
	was := roadmap.Task{Title: "Frame", Effort: roadmap.PersonDays(10), People: 1, Status: roadmap.Doing, Started: date("2025-12-29"), Remaining: roadmap.PersonDays(6)}
	planned := was
	planned.Remaining = roadmap.PersonDays(4)
	ctx.Of = &Standing{Task: &was, Planned: &planned, Start: was.Started, Finish: date("2026-01-08")}
	return ctx
}

func toDo(ctx Context) Context {
	was := roadmap.Task{Title: "Frame", Effort: roadmap.PersonDays(10), People: 1}
	planned := was
	planned.Status, planned.Started = roadmap.Doing, date("2026-01-02")
	ctx.Of = &Standing{Task: &was, Planned: &planned, Start: date("2026-01-02"), Finish: date("2026-01-16")}
	return ctx
}

// toEnd is a task of six days that was to start on Monday 29 December and ends today, of which nobody told that it began.
func toEnd(ctx Context) Context {
	was := roadmap.Task{Title: "Frame", Effort: roadmap.PersonDays(6), People: 1}
	planned := was
	planned.Status, planned.Started, planned.Remaining = roadmap.Doing, date("2025-12-29"), roadmap.PersonDays(1)
	ctx.Of = &Standing{Task: &was, Planned: &planned, Start: date("2025-12-29"), Finish: date("2026-01-05")}
	return ctx
}

func toStart(ctx Context) Context {
	was := roadmap.Task{Title: "Frame", Effort: roadmap.PersonDays(6), People: 1}
	planned := was
	planned.Status, planned.Started = roadmap.Doing, date("2026-01-05")
	ctx.Of = &Standing{Task: &was, Planned: &planned, Start: date("2026-01-05"), Finish: date("2026-01-12")}
	return ctx
}

func owedOn(ctx Context) Context {
	was := roadmap.Task{Title: "Antenna", Effort: roadmap.PersonDays(10), People: 1, Promised: date("2026-01-09")}
	ctx.Of = &Standing{Task: &was, Planned: &was, Start: date("2026-01-05"), Finish: date("2026-01-09")}
	return ctx
}

func TestACheckInUnderstandsWhatPeopleSay(t *testing.T) {
	ctx := aurora(t)
	for how, c := range map[string]struct {
		ctx   Context
		means map[string]string
	}{
		"whatever the task": {underWay(ctx), map[string]string{
			"finished": "done", "delivered": "done", "completed mon": "done Mon 5 Jan", "Finished on Fri.": "done Fri 2 Jan", "was done last fri": "done Fri 2 Jan",
			"done mon 29 dec": "done Mon 29 Dec", "done this morning": "done Mon 5 Jan", "done!": "done", "cancelled": "status dropped", "is dropped": "status dropped", "no longer needed": "status dropped",
			"2 more days left": "2 days left", "another week to go": "5 days left", "about three days to go": "3 days left", "half a day": "0.5 person-days left", "still 7 d left": "7 days left", "5 left": "5 days left",
			"waiting for legal": "blocked: legal", "stuck at customs until fri": "blocked: customs, until Fri 9 Jan", "it's blocked by Bob until 9 jan": "blocked: Bob, until Fri 9 Jan",
			"blocked on Ana": "blocked: Ana", "on hold": "blocked: on hold", "blocked: vendor quit": "blocked: vendor quit", "blocked - vendor": "blocked: vendor", "paused until 9 jan": "blocked: on hold, until Fri 9 Jan", "no longer blocked": "unblocked", "unblocked, 2d left": "unblocked, 2 days left", "back wed": "blocked: away, until Wed 7 Jan", "needs 2 people": "2 people", "+1 person": "2 people", "needs 2 more people": "3 people", "left 3d": "3 days left", "finish by fri": "promised Fri 9 Jan", "restarts wed": "blocked: on hold, until Wed 7 Jan",
			"eta friday": "promised Fri 9 Jan", "will be 16 jan": "promised Fri 16 Jan", "done by fri": "promised Fri 9 Jan", "now 16 jan": "promised Fri 16 Jan", "ready next week": "promised Fri 16 Jan",
			"starts next week": "not started, not before Mon 12 Jan", "began fri": "started Fri 2 Jan", "started on fri": "started Fri 2 Jan", "half done, eta fri": "5 days left, 50% of its effort of 10 days, promised Fri 9 Jan",
			"started yesterday, 3 days left": "started Sun 4 Jan, 3 days left", "50%": "5 days left, 50% of its effort of 10 days", "half": "5 days left, 50% of its effort of 10 days", "80 % done": "2 days left, 20% of its effort of 10 days", "2d done": "8 days left", "3 days done": "7 days left", "3 of 5 days": "2 days left", "3d of 5d done": "2 days left", "20 percent": "8 days left, 80% of its effort of 10 days", "on hold, waiting for Bob": "blocked: Bob", "start wed": "not started, not before Wed 7 Jan", "end fri": "promised Fri 9 Jan", "30% left": "3 days left, 30% of its effort of 10 days", "100%": "done",
		}},
		"under way": {underWay(ctx), map[string]string{
			"on track": "as planned", "in progress": "started Mon 29 Dec", "started": "started Mon 29 Dec", "slips a week": "9 days left", "+2d": "6 days left", "+1 week": "9 days left", "moved out 2 days": "6 days left", "still on it": "started Mon 29 Dec", "no progress": "started Mon 29 Dec", "back on track": "as planned", "2 days late": "6 days left", "1d early": "3 days left",
		}},
		"to do": {toDo(ctx), map[string]string{
			"on track": "as planned: started Fri 2 Jan", "not yet": "not started", "started": "started Mon 5 Jan", "slips 2 days": "not started, not before Tue 6 Jan", "slips a week": "not started, not before Fri 9 Jan", "moved to fri": "not started, not before Fri 9 Jan",
		}},
		"to do, and to end today": {toEnd(ctx), map[string]string{
			"slips 2 days": "started Mon 29 Dec, 3 days left", "slips 2 weeks": "started Mon 29 Dec, 11 days left", "2 days late": "started Mon 29 Dec, 3 days left",
		}},
		"to do, and to start today": {toStart(ctx), map[string]string{"slips 2 days": "not started, not before Wed 7 Jan"}},
		"promised": {owedOn(ctx), map[string]string{
			"slips a week": "promised Fri 16 Jan", "delayed by 2 days": "promised Tue 13 Jan", "moved to 16 jan": "promised Fri 16 Jan",
		}},
	} {
		for text, want := range c.means {
			told := ParseTold(text, c.ctx)
			var says []string
			for _, chip := range told.Chips {
				says = append(says, chip.Text)
			}
			if got := strings.Join(says, ", "); got != want || told.Problem() != nil {
				t.Errorf("%s: %q means %q, want %q: %v", how, text, got, want, told.Problem())
			}
		}
	}
}

// It is Monday 5 January. A supplier writes whole sentences; what they say of a day is taken, or why it cannot be is told.
func TestWhatSuppliersWriteIsUnderstood(t *testing.T) {
	ctx := owedOn(aurora(t)) // promised for Friday 9 January
	for text, want := range map[string]string{
		"we should be finished by 16 January": "promised Fri 16 Jan", "we should be finished by next Friday": "promised Fri 16 Jan", "slipped to KW 12": "promised Fri 20 Mar", "ETA CW12": "promised Fri 20 Mar",
		"slipped to week 12": "promised Fri 20 Mar", "will be shipped on 12 March": "promised Thu 12 Mar", "we need until 20 January": "promised Tue 20 Jan", "ready in two weeks": "promised Mon 19 Jan",
		"ships in 3 days": "promised Thu 8 Jan", "we expect to finish in 5 working days": "promised Mon 12 Jan", "at the latest 20 January": "promised Tue 20 Jan", "no later than 20 January": "promised Tue 20 Jan",
		"by end of January": "promised Sat 31 Jan", "confirmed for 20 January": "promised Tue 20 Jan", "20 January confirmed": "promised Tue 20 Jan", "moved from 9 January to 20 January": "promised Tue 20 Jan",
		"it will be 20 January instead of 9 January": "promised Tue 20 Jan", "expected completion: 16 January": "promised Fri 16 Jan", "we will deliver Wednesday": "promised Wed 7 Jan", "will arrive tomorrow morning": "promised Tue 6 Jan",
		"on schedule, 16 January as agreed": "as planned, promised Fri 16 Jan", "no delay": "as planned", "confirmed": "as planned", "ca. 5 days": "5 days left", "we are two days behind": "promised Tue 13 Jan",
		"waiting for your drawing since 2 January": "blocked: your drawing, since Fri 2 Jan", "on hold until you approve the sample": "blocked: on hold until you approve the sample",
		"not before March 3": "not started, not before Tue 3 Mar", "we cannot start before 12 January": "not started, not before Mon 12 Jan", "we will start in KW 12": "not started, not before Mon 16 Mar",
		"not yet started, starts 12 January": "not started, not before Mon 12 Jan", "done on Friday as promised": "done Fri 2 Jan", "finished 2 days ago": "done Sat 3 Jan", "started 1 week ago": "started Mon 29 Dec",
	} {
		told := ParseTold(text, ctx)
		if got := saysOf(told); got != want || told.Problem() != nil {
			t.Errorf("%q says %q, want %q: %v", text, got, want, told.Problem())
		}
	}
	for text, want := range map[string]string{
		"expect delivery mid March": `"mid march" is no day: write one, as promised 15 mar`, "early February": "is no day: write one, as promised 15 feb", "2-3 days": "write one number, as 3d left",
		"in 2 weeks": "write promised 2026-01-19 or starts 2026-01-19", "ETA KW 99": "says nothing of it", "started in 2 weeks": "",
	} {
		if err := ParseTold(text, ctx).Problem(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want something about %q", text, err, want)
		}
	}
}

// Who moved or dropped it, what it waits for and when that comes, and a share that is counted in things.
func TestAnswersThatSayWhoOrOfWhat(t *testing.T) {
	ctx := aurora(t)
	for text, want := range map[string][2]string{ // of what is under way, and of what is promised
		"postponed by customer to 2 March":     {"promised Mon 2 Mar", "promised Mon 2 Mar"},
		"postponed by the customer to 2 March": {"promised Mon 2 Mar", "promised Mon 2 Mar"},
		"cancelled by us":                      {"status dropped", "status dropped"},
		"steel arrives 12 January":             {"blocked: steel, until Mon 12 Jan", "promised Mon 12 Jan"},
		"the frame arrives 12 January":         {"promised Mon 12 Jan", "promised Mon 12 Jan"}, // which it is itself
		"it arrives 12 January":                {"promised Mon 12 Jan", "promised Mon 12 Jan"},
		"10 of 20 parts done":                  {"5 days left, 50% of its effort of 10 days", "5 days left, 50% of its effort of 10 days"},
		"20 of 20 parts done":                  {"done", "done"},
		"5 Tage":                               {"5 days left", "5 days left"},
		"ca. 2 Wochen":                         {"10 days left", "10 days left"},
	} {
		if got := [2]string{saidOf(text, underWay(ctx)), saidOf(text, owedOn(ctx))}; got != want {
			t.Errorf("%q says %q, want %q", text, got, want)
		}
	}
	if got := saidOf("postponed by customer to 2 March", toDo(ctx)); got != "not started, not before Mon 2 Mar" {
		t.Errorf("of what is to do: %q", got)
	}
	for _, text := range []string{"cancelled by friday", "21 of 20 parts done", "cancelled by"} {
		if ParseTold(text, underWay(ctx)).Problem() == nil {
			t.Errorf("%q is taken for %q", text, saidOf(text, underWay(ctx)))
		}
	}
}

// What says too little names what to write.
func TestAnAnswerThatSaysTooLittleSaysWhatToWrite(t *testing.T) {
	ctx := underWay(aurora(t))
	for text, want := range map[string]string{
		"no news": "↓ leaves it untold", "late": "by how much? Write slips 2d, 7d left or promised 4 dec", "almost done": "how much is left? Write 1d left or 90%",
		"fri": "write done fri, promised fri or starts fri", "tomorrow": "write promised tomorrow or starts tomorrow", "5": "write 5d left, or 5% of what is done", "12d done": "of 10d none is left then", "3-4 days": "write one number, as 4d left",
		"not yet": "write 2d left if it is under way still, not started if it never was", "120%": "a share is from 1% to 100%", "2w early": "by that it would be done", "stuck": "is empty", "started last week": "is not a date",
		"eta 18/12": "could be two dates", "not done": "write 2d left if it is under way", "done except docs": "how much is left?", "done tomorrow": "write promised tomorrow", "skip": "leaves it untold", "it's in review": "how much is left?", "needs review": "says nothing of it: write 7d left",
	} {
		if err := ParseTold(text, ctx).Problem(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want something about %q", text, err, want)
		}
	}
	if err := ParseTold("1w early", owedOn(aurora(t))).Problem(); err == nil || !strings.Contains(err.Error(), "that is Fri 2 Jan, which has passed: write done 2026-01-02") {
		t.Errorf("%v", err)
	}
}

// Whoever waits for what is in the way already moves its end; anything else is in the way beside it.
func TestABlockerThatIsThereIsMoved(t *testing.T) {
	ctx := aurora(t)
	was := roadmap.Task{Title: "Frame", People: 1, Blockers: []roadmap.Blocker{{Text: "legal reviews the contract", Since: monday, Until: date("2026-01-07")}}}
	ctx.Of = &Standing{Task: &was, Planned: &was}
	for text, want := range map[string]struct {
		says  string
		until []string
	}{
		"waiting for legal until 9-jan":   {"still blocked: legal reviews the contract, until Fri 9 Jan, not Wed 7 Jan", []string{"2026-01-09"}},
		"waiting for customs until 9-jan": {"blocked: customs", []string{"2026-01-07", "2026-01-09"}},
		"waiting for legal":               {"blocked: legal", []string{"2026-01-07", ""}},
	} {
		d := ctx.Roadmap.Edit(monday)
		if err := d.UpdateTask("1", func(t *roadmap.Task) { t.Blockers = was.Blockers }); err != nil {
			t.Fatal(err)
		}
		told := ParseTold(text, ctx)
		if err := told.On(d, "1"); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		var until []string
		for _, b := range d.Task("1").Blockers {
			until = append(until, b.Until.String())
		}
		if told.Chips[0].Text != want.says || !slices.Equal(until, want.until) {
			t.Errorf("%q says %q, until %q", text, told.Chips[0].Text, until)
		}
	}
}

// What should have been done is not on track; that it is as planned means that it is done.
func TestWhatShouldHaveBeenDoneIsNotOnTrack(t *testing.T) {
	ctx := underWay(aurora(t))
	ctx.Of.Planned.Status, ctx.Of.Planned.Finished = roadmap.Done, date("2026-01-02")
	if err := ParseTold("still on track", ctx).Problem(); err == nil || !strings.Contains(err.Error(), "was to be done by Fri 2 Jan: write done 2026-01-02") {
		t.Errorf("%v", err)
	}
	if told := ParseTold("as planned", ctx); told.Problem() != nil || told.Chips[0].Text != "as planned: done Fri 2 Jan" {
		t.Errorf("%+v", told.Chips)
	}
}

// "Finished" alone once began the task anew.
func TestFinishedAloneIsDone(t *testing.T) {
	ctx := aurora(t)
	for _, text := range []string{"finished", "delivered", "Shipped!"} {
		d := ctx.Roadmap.Edit(monday)
		if err := ParseTold(text, ctx).On(d, "5"); err != nil || d.Task("5").Status != roadmap.Done {
			t.Errorf("%s: %v, %v", text, err, d.Task("5").Status)
		}
	}
}

// Work that is under way stays begun when it was.
func TestStartedAloneLeavesWhenWorkBegan(t *testing.T) {
	ctx := aurora(t)
	d := ctx.Roadmap.Edit(monday)
	if err := ParseTold("started 30 dec", ctx).On(d, "1"); err != nil {
		t.Fatal(err)
	}
	was := *d.Task("1")
	ctx.Of = &Standing{Task: &was, Planned: &was}
	if err := ParseTold("in progress", ctx).On(d, "1"); err != nil || d.Task("1").Started != date("2025-12-30") {
		t.Errorf("began %s: %v", d.Task("1").Started, err)
	}
}

func FuzzToldOfATask(f *testing.F) {
	for _, s := range []string{"half done", "slips a week", "+2d", "3-4 days", "it's it's it is", "done by", "waiting for", "blocked on hold until", "on track", "next week", "another", "0.5", "a", "- 3d early"} {
		f.Add(s)
	}
	ctx := aurora(f)
	ways := []Context{ctx, underWay(ctx), toDo(ctx), owedOn(ctx)}
	f.Fuzz(func(t *testing.T, text string) {
		for _, ctx := range ways {
			told := ParseTold(text, ctx)
			for _, c := range told.Chips {
				if c.Start < 0 || c.End < c.Start || c.End > len(text) {
					t.Fatalf("%q: chip %+v lies outside the text", text, c)
				}
			}
			if d := ctx.Roadmap.Edit(monday); told.On(d, "1") == nil {
				if _, err := d.Close(); err != nil {
					t.Fatalf("%q: %v", text, err)
				}
			}
		}
	})
}

// Of a milestone nothing is left: what would be taken for work, and have it reached at once, is refused; a day is a day.
func TestAMilestoneIsNotToldAsWork(t *testing.T) {
	ctx := toDo(aurora(t))
	moment := roadmap.Task{Title: "Frozen", Effort: roadmap.PersonDays(0), People: 1}
	ctx.Of.Task = &moment
	for text, refused := range map[string]bool{"2 weeks left": true, "5d": true, "half done": true, "done": false, "starts fri": false, "not started": false} {
		err := ParseTold(text, ctx).Problem()
		if (err != nil) != refused || refused && text == "2 weeks left" && !strings.Contains(err.Error(), "a milestone has no work left") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
