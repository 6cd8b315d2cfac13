package phrase

import (
	"strings"
	"testing"

	"bywhen/roadmap"
)

func TestWhatIsToldInACheckIn(t *testing.T) {
	type task = roadmap.Task
	doing := func(t *task) { t.Status, t.Started = roadmap.Doing, monday }
	for _, c := range []struct {
		text, id, says string
		want           func(*task)
	}{
		{"7d left", "1", "7 days left", func(t *task) { t.Remaining = roadmap.PersonDays(7) }},
		{"2w", "1", "10 days left", func(t *task) { t.Remaining = roadmap.PersonDays(10) }},
		{"done", "5", "done", func(t *task) { t.Status, t.Started, t.Finished = roadmap.Done, monday, monday }},
		{"done fri", "5", "done Fri 2 Jan", func(t *task) { t.Status, t.Started, t.Finished = roadmap.Done, date("2026-01-02"), date("2026-01-02") }},
		{"Done 2 jan", "5", "done Fri 2 Jan", func(t *task) { t.Status, t.Started, t.Finished = roadmap.Done, date("2026-01-02"), date("2026-01-02") }},
		{"not started", "4", "not started", func(t *task) { t.Status, t.Started, t.Finished = roadmap.Todo, 0, 0 }},
		{"started", "1", "started Mon 5 Jan", doing},
		{"starts wed", "1", "not started, not before Wed 7 Jan", func(t *task) { t.NotBefore = date("2026-01-07") }},
		{"not started until 7 jan", "1", "not started, not before Wed 7 Jan", func(t *task) { t.NotBefore = date("2026-01-07") }},
		{"not before wed", "1", "not started, not before Wed 7 Jan", func(t *task) { t.NotBefore = date("2026-01-07") }},
		{"started fri", "1", "started Fri 2 Jan", func(t *task) { t.Status, t.Started = roadmap.Doing, date("2026-01-02") }},
		{"started fri 3d left", "1", "started Fri 2 Jan", func(t *task) {
			t.Status, t.Started, t.Remaining = roadmap.Doing, date("2026-01-02"), roadmap.PersonDays(3)
		}},
		{"3d left, started 2 jan", "1", "3 days left", func(t *task) {
			t.Status, t.Started, t.Remaining = roadmap.Doing, date("2026-01-02"), roadmap.PersonDays(3)
		}},
		{"promised 16 jan", "3", "promised Fri 16 Jan", func(t *task) {
			t.Promised, t.Promises = date("2026-01-16"), []roadmap.Promise{{On: monday, Date: date("2026-01-16")}}
		}},
		{"blocked at legal who:ana until:fri", "1", "blocked: at legal", func(t *task) {
			t.Blockers = []roadmap.Blocker{{Text: "at legal", Owner: "ana", Since: monday, Until: date("2026-01-09")}}
		}},
		{"b at legal", "1", "blocked: at legal", func(t *task) { t.Blockers = []roadmap.Blocker{{Text: "at legal", Since: monday}} }},
		{"blocked by Bob", "1", "blocked: Bob", func(t *task) { t.Blockers = []roadmap.Blocker{{Text: "Bob", Since: monday}} }},
		{"due:fri", "1", "due Fri 9 Jan", func(t *task) { t.Deadline = date("2026-01-09") }},
	} {
		ctx := aurora(t)
		want := *ctx.Roadmap.Task(c.id)
		c.want(&want)
		want.Told = monday
		told := ParseTold(c.text, ctx)
		d := ctx.Roadmap.Edit(monday)
		if err := told.On(d, c.id); err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if got := d.Task(c.id); !roadmap.Same(got, &want) {
			t.Errorf("%q makes\n%+v, want\n%+v", c.text, got, &want)
		}
		if told.Chips[0].Text != c.says {
			t.Errorf("%q says %q, want %q", c.text, told.Chips[0].Text, c.says)
		}
	}
}

func TestWhatCannotBeToldIsAProblem(t *testing.T) {
	ctx := aurora(t)
	for text, want := range map[string]string{
		"done tuesdayish": "is not a date", "started 2026-02-02": "after today", "blocked": "is empty", "7 bananas": "says nothing of it", "promised": "says nothing of it", "done fri 3d left": "is not a date", "started fri started mon": "is not a date",
		"blocked \x00": "is empty", "blocked by": "is empty",
		"done 9-jan": `"9-jan" is after today, 2026-01-05: it cannot have happened (for last year's write 2025-01-09)`, "started 9 jan": "after today", "": "nothing to set",
	} {
		if err := ParseTold(text, ctx).Problem(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want something about %q", text, err, want)
		}
	}
}

func TestUntilWhenAFlagIsKnownAndWhy(t *testing.T) {
	ctx := aurora(t)
	for _, c := range []struct{ text, until, because, problem string }{
		{"", "", "", ""},
		{"1-feb", "2026-02-01", "", ""},
		{"1 feb accepted by the board", "2026-02-01", "accepted by the board", ""},
		{"accepted by the board", "", "accepted by the board", ""},
		{`until:eom because:"waits for the board"`, "2026-01-31", "waits for the board", ""},
		{"agreed with Ana until 1-feb", "2026-02-01", "agreed with Ana", ""},
		{"agreed with Ana until 1 feb", "2026-02-01", "agreed with Ana", ""},
		{"until 1-feb agreed with Ana", "2026-02-01", "agreed with Ana", ""},
		{"agreed until Ana is back", "", "agreed until Ana is back", ""},
		{"until:2026-01-02", "2026-01-02", "", "has passed"},
		{"until:soon", "", "", "is not a date"},
		{`because:one two`, "", "two", "is given twice"},
	} {
		k, chips := ParseKnown(c.text, ctx)
		if k.Until.String() != c.until || k.Because != c.because {
			t.Errorf("%q: until %q because %q", c.text, k.Until, k.Because)
		}
		err := Problem("known", chips)
		if c.problem == "" != (err == nil) || err != nil && !strings.Contains(err.Error(), c.problem) {
			t.Errorf("%q: %v, want %q", c.text, err, c.problem)
		}
	}
}

func FuzzTold(f *testing.F) {
	for _, s := range []string{"7d left", "done fri", "not started", "promised 4 dec", "blocked at legal who:ana", `blocked "`, "started \\", "x"} {
		f.Add(s)
	}
	ctx := aurora(f)
	f.Fuzz(func(t *testing.T, text string) {
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
		ParseKnown(text, ctx)
	})
}

func TestNothingStartsOnADayThatHasPassed(t *testing.T) {
	err := ParseTold("starts 2026-01-02", aurora(t)).Problem()
	if err == nil || !strings.Contains(err.Error(), "write started 2026-01-02 if it has begun") {
		t.Errorf("%v", err)
	}
}

func TestUnblockedClearsWhatIsInTheWay(t *testing.T) {
	ctx := aurora(t)
	d := ctx.Roadmap.Edit(monday)
	for _, text := range []string{"blocked at legal", "unblocked"} {
		if err := ParseTold(text, ctx).On(d, "1"); err != nil {
			t.Fatal(err)
		}
	}
	if b := d.Task("1").Blockers; len(b) != 1 || b[0].Open() || b[0].Cleared != monday {
		t.Errorf("blockers %+v", b)
	}
}

func TestAWholeWordThatTellsSomethingIsKnown(t *testing.T) {
	for text, want := range map[string]bool{"blocked": true, "Blocked at": true, "begun": true, "because:": true, "by:fri": true, "done": true, "not started": true, "unblocked": true,
		"blocke": false, "b": false, "bat legal": false, "blockedness": false, "by fri": true, "by": false, "back mon": true, "back": false, "": false} {
		if got := BeginsTold(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// While nothing is typed into a line of the check-in j, k and q are keys: no word that tells something begins with one of them.
func TestNoWordThatTellsSomethingBeginsWithAKeyOfTheCheckIn(t *testing.T) {
	words := []string{"blocked", "blocker", "not", "todo", "doing", "dropped", "because", "why"}
	for _, f := range taskFields() {
		words = append(append(words, f.name), f.keys...)
	}
	for word := range toldDates {
		words = append(words, word)
	}
	for word := range startsOn {
		words = append(words, word)
	}
	for word := range unblocked {
		words = append(words, word)
	}
	for _, word := range words {
		if strings.ContainsAny(word[:1], "jkq") {
			t.Errorf("%s begins with a key", word)
		}
	}
}

func TestABlockersLastDayIsReadAsItIsSaid(t *testing.T) {
	for text, want := range map[string]roadmap.Blocker{
		"legal reviews it until fri":       {Text: "legal reviews it", Until: date("2026-01-09")},
		"legal until 3 feb":                {Text: "legal", Until: date("2026-02-03")},
		"legal till 3-feb who:Ana":         {Text: "legal", Until: date("2026-02-03"), Owner: "Ana"},
		"legal until:fri":                  {Text: "legal", Until: date("2026-01-09")},
		"nobody is in until the board met": {Text: "nobody is in until the board met"},
		"until fri":                        {Text: "until fri"},
	} {
		want.Since = monday
		if got, chips := ParseBlocker(text, aurora(t)); got != want || Problem("blocker", chips) != nil {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

// It is Monday 5 January. A weekday may have a next, this or last before it wherever a day is told, short or in full.
func TestAWeekdayOfAnotherWeek(t *testing.T) {
	ctx := underWay(aurora(t))
	for want, texts := range map[string][]string{
		"not started, not before Mon 12 Jan": {"starts next mon", "starts next monday", "not started, starts next monday", "not started, starts 12-jan", "not started, not before Mon 12 Jan", "starts mon next week", "not started until next mon"},
		"promised Fri 16 Jan":                {"promised next fri", "eta next fri", "done by next Friday"},
		"promised Fri 9 Jan":                 {"promised this fri", "eta this friday"},
		"done Fri 2 Jan":                     {"done last fri", "finished last Friday"},
		"started Mon 29 Dec":                 {"started last mon", "begun last Monday"},
		"blocked: legal, until Wed 14 Jan":   {"blocked legal until next wed", "waiting for legal until next Wednesday", "blocked legal until:next-wed"},
	} {
		for _, text := range texts {
			if got := saidOf(text, ctx); got != want {
				t.Errorf("%q says %q, want %q", text, got, want)
			}
		}
	}
	if err := ParseTold("started next mon", ctx).Problem(); err == nil || !strings.Contains(err.Error(), `is after today, 2026-01-05`) {
		t.Errorf("%v", err)
	}
}

// Said on a Monday, "mon" is today, but where that was expected a week ago; and how to write the other is told.
func TestTheWeekdayOfTodayIsTodayUnlessItWasExpectedAWeekAgo(t *testing.T) {
	ctx := aurora(t)
	lastMonday := toStart(ctx)
	lastMonday.Of.Should = date("2025-12-29") // its team was silent: by the plan it starts today
	ended := underWay(ctx)
	ended.Of.Task.Started, ended.Of.Finish = date("2025-12-22"), date("2025-12-29")
	for _, x := range []struct {
		ctx                 Context
		text, want, instead string
	}{
		{toStart(ctx), "started mon 4d left", "started Mon 5 Jan, 4 days left", "started 29-dec, if it was a week ago"},
		{lastMonday, "started mon 4d left", "started Mon 29 Dec, 4 days left", "started today, if that is meant"},
		{lastMonday, "started monday", "started Mon 29 Dec", "started today, if that is meant"},
		{lastMonday, "started on Monday, 4 days left", "started Mon 29 Dec, 4 days left", "started today, if that is meant"},
		{lastMonday, "started today", "started Mon 5 Jan", ""},
		{lastMonday, "started this mon", "started Mon 5 Jan", ""},
		{lastMonday, "started fri", "started Fri 2 Jan", ""},
		{lastMonday, "done mon", "done Mon 5 Jan", "done 29-dec, if it was a week ago"},
		{ended, "done mon", "done Mon 29 Dec", "done today, if that is meant"},
		{toStart(ctx), "promised mon", "promised Mon 5 Jan", ""},
	} {
		told := ParseTold(x.text, x.ctx)
		if got := saysOf(told); got != x.want || told.Instead != x.instead {
			t.Errorf("%q says %q, or %q; want %q, or %q", x.text, got, told.Instead, x.want, x.instead)
		}
	}
}

// What is said behind an answer is left out, and said to be.
func TestWordsBehindAnAnswerAreLeftOut(t *testing.T) {
	ctx := underWay(aurora(t))
	for text, want := range map[string]string{
		"started 1-dec 3d left jonas sick":    "started Mon 1 Dec, 3 days left | jonas sick",
		"started 1-dec, 3d left, jonas sick":  "started Mon 1 Dec, 3 days left | jonas sick",
		"started 1-dec jonas sick":            "started Mon 1 Dec | jonas sick",
		"done fri jonas sick":                 "done Fri 2 Jan | jonas sick",
		"done on Friday though Jonas is sick": "done Fri 2 Jan | though Jonas is sick",
		"3d left jonas sick":                  "3 days left | jonas sick",
	} {
		if got := saidOf(text, ctx); got != want {
			t.Errorf("%q says %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"done fri except the docs", "drawings done fri", "done with the drawings"} {
		if ParseTold(text, ctx).Problem() == nil {
			t.Errorf("%q is taken for %q", text, saidOf(text, ctx))
		}
	}
}
