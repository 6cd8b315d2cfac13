package phrase

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
)

// set carries a set line out on tasks of aurora.
func set(t *testing.T, text string, ids ...string) *roadmap.Roadmap {
	t.Helper()
	ctx := aurora(t)
	d := ctx.Roadmap.Edit(monday)
	if err := ParseSet(text, ctx).On(d, ids...); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return r
}

// What a check-in calls unblocked is called so in a set line, beside others; behind a backslash it is no word of the language.
func TestASetLineUnblocks(t *testing.T) {
	ctx := aurora(t)
	d := ctx.Roadmap.Edit(monday)
	if err := ParseSet("blockers:steel", ctx).On(d, "3"); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	ctx.Roadmap = r
	for _, text := range []string{"unblocked", "due:fri cleared"} {
		d := r.Edit(monday)
		s := ParseSet(text, ctx)
		if err := s.On(d, "3"); err != nil || len(d.Task("3").OpenBlockers()) != 0 {
			t.Errorf("%s: %v, %+v", text, err, d.Task("3").Blockers)
		}
		if c := s.Chips[len(s.Chips)-1]; c.Field != "blockers" || text[c.Start:c.End] != strings.Fields(text)[len(strings.Fields(text))-1] {
			t.Errorf("%s: %+v", text, c)
		}
	}
	if ParseSet(`\unblocked`, ctx).Problem() == nil {
		t.Error("kept as text it is taken")
	}
}

func TestASetLineChangesWhatItNames(t *testing.T) {
	type task = roadmap.Task
	for _, c := range []struct {
		text, id string
		want     func(*task)
	}{
		{"due:fri", "1", func(t *task) { t.Deadline = date("2026-01-09") }},
		{"due=fri", "1", func(t *task) { t.Deadline = date("2026-01-09") }},
		{"due:none", "3", func(t *task) { t.Deadline = 0 }},
		{"due:++3d", "3", func(t *task) { t.Deadline = date("2026-01-27") }},
		{"@none", "3", func(t *task) { t.Team = "" }},
		{"@-", "3", func(t *task) { t.Team = "" }},
		{"@mobile p1", "3", func(t *task) { t.Team, t.Priority = "mob", 1 }},
		{"goal:none", "1", func(t *task) { t.Goal = "" }},
		{"phase:none", "2", func(t *task) { t.Phase = "" }},
		{"8d", "1", func(t *task) { t.Effort = roadmap.PersonDays(8) }},
		{"effort:none", "1", func(t *task) { t.Effort = roadmap.Effort{} }},
		{"3/5/9d", "1", func(t *task) { t.Effort, t.Estimate = roadmap.PersonDays(5), estimate(3, 5, 9) }},
		{"#new", "1", func(t *task) { t.Tags = []string{"hardware", "new"} }},
		{"#Hardware", "1", func(t *task) { t.Tags = []string{"Hardware"} }},
		{"-#hardware", "3", func(t *task) { t.Tags = []string{"radio"} }},
		{"tags:none", "3", func(t *task) { t.Tags = nil }},
		{"also:design*2", "5", func(t *task) { t.AlsoNeeds = []roadmap.Need{{Team: "design", People: 2}} }},
		{"also:mob", "5", func(t *task) { t.AlsoNeeds = []roadmap.Need{{Team: "design", People: 1}, {Team: "mob", People: 1}} }},
		{"-also:design", "5", func(t *task) { t.AlsoNeeds = nil }},
		{"also:none", "5", func(t *task) { t.AlsoNeeds = nil }},
		{"status:doing", "1", func(t *task) { t.Status, t.Started = roadmap.Doing, monday }},
		{"doing left:2d", "1", func(t *task) { t.Status, t.Started, t.Remaining = roadmap.Doing, monday, roadmap.PersonDays(2) }},
		{"todo", "4", func(t *task) { t.Status, t.Started, t.Finished = roadmap.Todo, 0, 0 }},
		{"dropped", "1", func(t *task) { t.Status = roadmap.Dropped }},
		{`title:"Retail display"`, "1", func(t *task) { t.Title = "Retail display" }},
		{"people:none", "2", func(t *task) { t.People = 1 }},
	} {
		want := *aurora(t).Roadmap.Task(c.id)
		c.want(&want)
		if got := set(t, c.text, c.id).Task(c.id); !reflect.DeepEqual(*got, want) {
			t.Errorf("%q on %s\n got %+v\nwant %+v", c.text, c.id, *got, want)
		}
	}
}

func TestASetLineLinksAndUnlinks(t *testing.T) {
	for text, want := range map[string][]string{
		"after:5":            {"1", "3", "5"},
		"after:none":         nil,
		"after:none after:5": {"5"},
		"-after:3":           {"1"},
		"-after:3:ss,1":      nil,
		"-after:antenna":     {"1"},
		"after:1+2d":         {"1", "3"},
	} {
		var got []string
		for _, dep := range set(t, text, "2").Predecessors("2") {
			got = append(got, dep.From)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: 2 waits for %v, want %v", text, got, want)
		}
	}
}

func TestASetLineTakesAllMarkedTasks(t *testing.T) {
	ctx := aurora(t)
	d := ctx.Roadmap.Edit(monday)
	if err := ParseSet("@firmware due:12-mar", ctx).On(d, "1", "3"); err != nil {
		t.Fatal(err)
	}
	if d.Task("1").Team != d.Task("3").Team || len(d.Teams()) != 5 {
		t.Error("one new team for both")
	}
	both := ParseSet("due:++1w", ctx)
	if err := both.On(d, "1", "3"); err != nil || d.Task("3").Deadline != date("2026-03-19") {
		t.Errorf("each deadline moves by a week: %v, %s", err, d.Task("3").Deadline)
	}
	if both.Chips[0].Text != "due 1 week later" {
		t.Errorf("chip %q", both.Chips[0].Text)
	}
}

// A plain effort is the new likely value of an estimate that spans it; another estimate says nothing about it any more.
func TestANewEffortKeepsAnEstimateThatSpansIt(t *testing.T) {
	ctx := aurora(t)
	d := ctx.Roadmap.Edit(monday)
	for _, step := range []struct {
		text string
		want roadmap.Estimate
	}{{"3/5/9d", estimate(3, 5, 9)}, {"7d", estimate(3, 7, 9)}, {"10d", roadmap.Estimate{}}} {
		if err := ParseSet(step.text, ctx).On(d, "1"); err != nil || d.Task("1").Estimate != step.want {
			t.Errorf("after %s the estimate is %+v, %v", step.text, d.Task("1").Estimate, err)
		}
	}
}

func TestASetLineThatCannotBeCarriedOutSaysWhy(t *testing.T) {
	for _, c := range []struct{ text, ids, want string }{
		{"", "1", "nothing to set yet"},
		{"due:fri", "", "no task is selected"},
		{"3d @", "1", "says nothing yet: a name follows @"},
		{"frobnicate", "1", `"frobnicate" is no field: write due:fri`},
		{"due:fri 3dd", "1", `"3dd" is no field`},
		{`"due:fri"`, "1", `"due:fri" is no field`},
		{"title:Same", "1 2", "2 tasks cannot take the same title"},
		{"due:++3d", "3 1", `task "Industrial": deadline: "++3d" counts from a date that is not there yet`},
		{"due:++x", "3", `deadline: "++x" is not a date`},
		{"due:fri due:mon", "1", "is given twice"},
		{"-after:5", "2", "there is no such dependency"},
		{"after:2", "2", "cannot wait for itself"},
		{"-also:moon", "5", `there is no team "moon"`},
		{"x9 @mech", "1", "9 are more than Mechanics has (3)"},
		{"due:fri", "99", `there is none`},
		{"because:", "1", "say why"},
		{"because:fun", "1", "nothing to set yet"},
	} {
		ctx := aurora(t)
		err := ParseSet(c.text, ctx).On(ctx.Roadmap.Edit(monday), strings.Fields(c.ids)...)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q on %q\n got %v\nwant %s", c.text, c.ids, err, c.want)
		}
	}
}

func TestAReasonIsKeptApart(t *testing.T) {
	s := ParseSet(`dropped because:"not needed for stores"`, aurora(t))
	if s.Because != "not needed for stores" || s.Problem() != nil {
		t.Errorf("%+v", s)
	}
}

func FuzzParseSet(f *testing.F) {
	for _, s := range []string{"due:++3d -#hardware -after:3 after:1+2d", "@none x2 done:fri", `title:"a b" todo 3d`, "-also:design also:none #,a"} {
		f.Add(s)
	}
	ctx := aurora(f)
	f.Fuzz(func(t *testing.T, text string) {
		s := ParseSet(text, ctx)
		checkSpans(t, text, s.Chips)
		d := ctx.Roadmap.Edit(monday)
		if s.On(d, "2") == nil {
			if d.Task("2") == nil || !roadmap.IsClean(d.Task("2").Title) {
				t.Errorf("%q made %+v", text, d.Task("2"))
			}
		}
	})
}
