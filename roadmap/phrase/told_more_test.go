package phrase

import (
	"strconv"
	"strings"
	"testing"

	"bywhen/roadmap"

	"pgregory.net/rapid"
)

// Work said to need more days than planned ends so many working days later, begun or not; what was promised is promised so much later.
func TestMoreDaysComeOnTopOfThePlan(t *testing.T) {
	ctx := aurora(t)
	texts := []string{"needs 2 days more", "needs 2 more days", "they ask for 2 days more", "needs 2 more days than planned", "2 days more than planned", "2 days longer", "will take 2 days longer", "takes 2 days longer than expected", "extended by 2 days", "2 extra days", "2 more"}
	for how, c := range map[string]struct {
		ctx  Context
		want string
	}{
		"under way":   {underWay(ctx), "6 days left, 2 days more than planned"}, // 4 by the plan
		"not begun":   {later(ctx), "12 days left, 2 days more than planned"},   // 10 by the plan, from Monday on
		"to be begun": {toStart(ctx), "started Mon 5 Jan, 8 days left, 2 days more than planned"},
		"promised":    {owedOn(ctx), "promised Tue 13 Jan"}, // for Friday by the plan
	} {
		for _, text := range texts {
			want := c.want
			if text == "2 more" {
				want = strings.Replace(want, "2 days more", "2d more", 1)
			}
			if got := saidOf(text, c.ctx); got != want {
				t.Errorf("%s: %q says %q, want %q", how, text, got, want)
			}
		}
	}
}

// later is a task of ten days that is to start in a week.
func later(ctx Context) Context {
	was := roadmap.Task{Title: "Frame", Effort: roadmap.PersonDays(10), People: 1}
	ctx.Of = &Standing{Task: &was, Planned: &was, Start: date("2026-01-12"), Finish: date("2026-01-23")}
	return ctx
}

// Of what may be meant in two ways the later is taken, and how to write the other is said.
func TestOfTwoMeaningsTheLaterIsTakenAndTheOtherIsTold(t *testing.T) {
	ctx := aurora(t)
	for text, want := range map[string][2]string{
		"needs 3 more days": {"7 days left, 3 days more than planned", "3 days left, if that is all"},
		"another week":      {"9 days left, 1 week more than planned", "1 week left, if that is all"},
		"3 days longer":     {"7 days left, 3 days more than planned", ""},
		"needs 3 days":      {"3 days left", "3 days longer, if that comes on top of the plan"},
		"needs 4 days":      {"4 days left", ""},
		"3 days left":       {"3 days left", ""},
	} {
		told := ParseTold(text, underWay(ctx))
		if got := [2]string{saysOf(told), told.Instead}; got != want {
			t.Errorf("%q says %q, want %q", text, got, want)
		}
	}
	ended := underWay(ctx)
	ended.Of.Planned.Status, ended.Of.Planned.Finished, ended.Of.Finish = roadmap.Done, date("2026-01-02"), date("2026-01-02")
	if told := ParseTold("2 more days", ended); saysOf(told) != "2 days left" || told.Instead != "" {
		t.Errorf("of what was to be done: %q, or %q", saysOf(told), told.Instead)
	}
}

// Days in words pass for all who are at work on it; 2d is person-days, as it is set.
func TestDaysInWordsAreDaysOfAllWhoAreAtWork(t *testing.T) {
	ctx := underWay(aurora(t))
	ctx.Of.Task.People, ctx.Of.Planned.People, ctx.Of.Finish = 2, 2, date("2026-01-06")
	for text, want := range map[string]string{
		"2 days left": "4 person-days left", "2 days": "4 person-days left", "about two days to go": "4 person-days left", "a week left": "10 person-days left", "left 2 days": "4 person-days left", "3 of 4 days": "2 person-days left", "2 days done": "6 person-days left",
		"2d left": "2 person-days left", "2d": "2 person-days left", "5 left": "5 person-days left", "left 2d": "2 person-days left", "2d done": "8 person-days left",
		"2 more days": "8 person-days left, 2 days more than planned", "2d more": "8 person-days left, 2d more than planned", "slips 2d": "8 person-days left", "another week": "14 person-days left, 1 week more than planned",
		"half done": "5 person-days left, 50% of its effort of 10 person-days",
	} {
		if got := saidOf(text, ctx); got != want {
			t.Errorf("%q says %q, want %q", text, got, want)
		}
	}
}

// A week later is the same weekday, or the next working day after it: Thursday 6 May is a holiday.
func TestAWeekLaterIsAWeekOfTheCalendar(t *testing.T) {
	friday := date("2027-04-30")
	r := roadmap.New("Aurora", friday)
	d := r.Edit(friday)
	settings := *d.Settings()
	settings.Holidays = []roadmap.Period{{Name: "Ascension", From: date("2027-05-06"), To: date("2027-05-06")}}
	if err := d.SetSettings(settings); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	ctx := Context{Today: date("2027-04-26"), Roadmap: r}
	todo := roadmap.Task{Title: "Frame", Effort: roadmap.PersonDays(3), People: 1}
	owed := todo
	owed.Promised = friday
	doing := todo
	doing.Status, doing.Started, doing.Remaining = roadmap.Doing, date("2027-04-26"), roadmap.PersonDays(5)
	for _, x := range []struct {
		was        *roadmap.Task
		text, want string
	}{
		{&todo, "slips a week", "not started, not before Fri 7 May"}, {&todo, "slips 5 days", "not started, not before Mon 10 May"}, {&todo, "slips 2 weeks", "not started, not before Fri 14 May"}, {&todo, "slips 1w", "not started, not before Fri 7 May"},
		{&owed, "slips a week", "promised Fri 7 May"}, {&owed, "delayed by 6 days", "promised Tue 11 May"},
		{&doing, "slips a week", "9 days left"}, {&doing, "slips 5 days", "10 days left"}, {&doing, "a week left", "5 days left"}, {&doing, "another week", "9 days left, 1 week more than planned"},
	} {
		of := ctx
		of.Of = &Standing{Task: x.was, Planned: x.was, Start: friday, Finish: friday}
		if x.was.Status == roadmap.Doing {
			of.Of.Start = x.was.Started
		}
		if got := saidOf(x.text, of); got != x.want {
			t.Errorf("%q says %q, want %q", x.text, got, x.want)
		}
	}
	thursday := Context{Today: date("2027-04-26"), Roadmap: r, Of: &Standing{Task: &todo, Planned: &todo, Start: date("2027-04-29"), Finish: friday}}
	if got := saidOf("slips a week", thursday); got != "not started, not before Fri 7 May" {
		t.Errorf("a week after a Thursday, on a holiday: %q", got)
	}
}

// However many people are at work, and however many more days are said, no less is left than by the plan.
func TestMoreIsNeverLess(t *testing.T) {
	ctx := aurora(t)
	rapid.Check(t, func(t *rapid.T) {
		people, left, more := rapid.IntRange(1, 4).Draw(t, "people"), rapid.IntRange(1, 60).Draw(t, "left"), rapid.IntRange(1, 30).Draw(t, "more")
		was := roadmap.Task{Title: "Frame", Effort: roadmap.PersonDays(80), People: people, Status: roadmap.Doing, Started: monday, Remaining: roadmap.PersonDays(left)}
		of := ctx
		cal := ctx.Roadmap.Calendar()
		of.Of = &Standing{Task: &was, Planned: &was, Start: monday, Finish: cal.Day(cal.Count(monday) + was.Remaining.Duration(people) - 1)}
		for _, form := range []string{" more days", " days longer", "d more"} {
			d := ctx.Roadmap.Edit(monday)
			now := was
			for _, edit := range ParseTold(strconv.Itoa(more)+form, of).edits {
				if err := edit(&now, &hand{draft: d}); err != nil {
					t.Fatal(err)
				}
			}
			if got := now.Remaining.Duration(people); got != was.Remaining.Duration(people)+more {
				t.Fatalf("%d%s of %d left by %d people: %d days left", more, form, left, people, got)
			}
		}
	})
}
