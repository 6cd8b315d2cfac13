package phrase

import (
	"strings"
	"testing"

	"bywhen/roadmap"

	"pgregory.net/rapid"
)

// However it is said that 80 % of ten days are done, two are left, and the answer says of what.
func TestWhatIsLeftOfAShareThatIsDone(t *testing.T) {
	ctx := underWay(aurora(t))
	for want, texts := range map[string][]string{
		"2 days left, 20% of its effort of 10 days": {"done 80%", "80 %", "80% done", "80 percent done", "at 80%", "done 80 %", "progress: 80%", "about 80% of the work done", "almost 80 per cent", "20% left",
			"20 % to go", "completed 80%"},
		"5 days left, 50% of its effort of 10 days":             {"half done", "half", "about half", "half way there", "half of it done", "half the work is done", "1/2 done", "a half left"},
		"2.5 person-days left, 25% of its effort of 10 days":    {"three quarters done", "3/4 done", "a quarter left", "75%"},
		"3.33 person-days left, 33.3% of its effort of 10 days": {"two-thirds done", "a third left"},
		"1.75 person-days left, 17.5% of its effort of 10 days": {"82.5%", "82,5 % done"},
		"done": {"100%", "done 100%", "0% left"},
		"2 days left, 20% of its effort of 10 days, because the flu": {"80% done because of the flu"},
	} {
		for _, text := range texts {
			told := ParseTold(text, ctx)
			if got := saysOf(told); told.Problem() != nil || got != want {
				t.Errorf("%q says %q, want %q: %v", text, got, want, told.Problem())
			}
		}
	}
}

func saysOf(s Set) string {
	var out []string
	for _, c := range s.Chips {
		out = append(out, c.Text)
	}
	return strings.Join(out, ", ")
}

// Of what has no work, has ended or was never estimated a share says nothing, nor does one of more than all or of none.
func TestAShareThatMakesNoSenseSaysWhatToWrite(t *testing.T) {
	ctx := aurora(t)
	for _, x := range []struct{ task, text, want string }{
		{"1", "0%", "write status:todo if it is not started, else how much is left, as left:4d"},
		{"1", "100% left", "write status:todo"},
		{"1", "done 120%", "a share is from 1% to 100%: write 80%, or how much is left, as left:2d"},
		{"1", "80-90%", "write one share, as 90%"},
		{"6", "80%", "a milestone has no work left: write done, or the day"},
		{"4", "half done", "it is done already: write status:doing left:2d if there is work on it again"},
		{"3", "80% done", "of what is not known, since nobody has estimated it: write how much is left, as left:2d"},
	} {
		of := ctx.Roadmap.Task(x.task)
		told := ctx
		told.Of = &Standing{Task: of, Planned: of}
		if err := ParseTold(x.text, told).Problem(); err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%q told of %s: %v, want %q", x.text, of.Title, err, x.want)
		}
		if strings.Contains(x.text, "-") { // a range is nothing that a set line knows
			continue
		}
		want := strings.Replace(x.want, "left:4d", "left:10d", 1) // it may be of several tasks
		if err := ParseSet(x.text, ctx).On(ctx.Roadmap.Edit(monday), x.task); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q set on %s: %v, want %q", x.text, of.Title, err, want)
		}
	}
	if err := ParseTold("the drawings are 80% done", underWay(ctx)).Problem(); err == nil {
		t.Error("a share of the drawings is one of the task")
	}
}

// A set line counts from the effort that each task has, or gets in the same line, wherever that stands; behind left: a share is of what is left.
func TestASetLineCountsAShareFromTheEffortOfEachTask(t *testing.T) {
	ctx := aurora(t)
	for text, want := range map[string]string{"done 80%": "0.8 2", "80 % due:fri": "0.8 2", "left:20%": "0.8 2", "half done": "2 5", "20d 80%": "4 4", "80% 20d": "4 4"} {
		d := ctx.Roadmap.Edit(monday)
		err := ParseSet(text, ctx).On(d, "1", "2")
		if got := d.Task("1").Remaining.String() + " " + d.Task("2").Remaining.String(); err != nil || got != want {
			t.Errorf("%q leaves %s, want %s: %v", text, got, want, err)
		}
	}
	d := ctx.Roadmap.Edit(monday)
	if err := ParseSet("100%", ctx).On(d, "1"); err != nil || d.Task("1").Status != roadmap.Done {
		t.Errorf("100%%: %v, %v", d.Task("1").Status, err)
	}
	of := ctx.Roadmap.Task("2")
	if ctx.Of = (&Standing{Task: of, Planned: of}); saysOf(ParseSet("done 80%", ctx)) != "2 person-days left, 20% of its effort of 10 person-days" {
		t.Errorf("of one task: %s", saysOf(ParseSet("done 80%", ctx)))
	}
}

// Whatever the share, something of the work is left that is no more than all of it, and that is less the more is done.
func TestTheMoreIsDoneTheLessIsLeft(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		task := roadmap.Task{Effort: roadmap.HundredthDays(rapid.IntRange(1, roadmap.MaxEffort*100).Draw(t, "effort"))}
		less := rapid.IntRange(1, whole-1).Draw(t, "less")
		more := rapid.IntRange(less, whole-1).Draw(t, "more")
		most, errMost := share{done: less}.left(&task)
		least, errLeast := share{done: more}.left(&task)
		if errMost != nil || errLeast != nil || least.Hundredths() < 1 || most.Hundredths() < least.Hundredths() || most.Hundredths() > task.Effort.Hundredths() {
			t.Fatalf("of %s: %s left at %d, %s at %d: %v %v", task.Effort, most, less, least, more, errMost, errLeast)
		}
	})
}
