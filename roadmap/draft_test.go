package roadmap_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	. "bywhen/roadmap"
)

// aurora is a small roadmap that starts on Monday 5 January 2026.
func aurora(t testing.TB) *Roadmap {
	d := New("Aurora", day("2026-01-05")).Edit(day("2026-01-05"))
	for _, team := range []Team{{ID: "mech", Name: "Mechanics", Capacity: 3}, {ID: "design", Name: "Design", Capacity: 2}, {ID: "murata", Name: "Murata", Supplier: true}} {
		must(t)(d.AddTeam(team))
	}
	must(t)(d.AddGoal(Goal{ID: "launch", Title: "Launch", Deadline: day("2026-03-12")}))
	must(t)(d.AddGoal(Goal{ID: "cert", Title: "Certification", Parent: "launch"}))
	for _, task := range []Task{
		{Title: "Sketch", Team: "design", Effort: PersonDays(4), People: 2, Goal: "launch"},
		{Title: "Antenna", Team: "murata", Goal: "launch", Phase: "Source"},
		{Title: "Tooling", Team: "mech", Effort: PersonDays(10), AlsoNeeds: []Need{{"design", 1}}, Tags: []string{"steel"}},
		{Title: "Trial", Team: "mech", Effort: PersonDays(3)},
	} {
		must(t)(d.AddTask(task))
	}
	no(t, d.Link(Dependency{From: "1", To: "3"}))
	no(t, d.Link(Dependency{From: "2", To: "3", Lag: 2}))
	no(t, d.Link(Dependency{From: "3", To: "4", Lag: 1}))
	must(t)(d.AddRisk(Risk{ID: "crack", Title: "Mould crack", Probability: 0.2, Days: 8, Tasks: []string{"3"}}))
	return closed(t, d)
}

func no(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func must(t testing.TB) func(id string, err error) string {
	return func(id string, err error) string {
		t.Helper()
		no(t, err)
		return id
	}
}

func closed(t testing.TB, d *Draft) *Roadmap {
	t.Helper()
	r, err := d.Close()
	no(t, err)
	return r
}

// refused holds an error to one line that says these words and carries the code.
func refused(t *testing.T, err error, code Code, words ...string) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Errorf("%v, want a refusal with %q", err, words)
		return
	}
	if e.Code != code || strings.Contains(err.Error(), "\n") {
		t.Errorf("code %d in %q, want %d", e.Code, err, code)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("%q does not say %q", err, w)
		}
	}
}

var tue = MustDate("2026-01-06")

func TestIdsAreShortNumbersThatAreNeverUsedAgain(t *testing.T) {
	r := aurora(t)
	d := r.Edit(tue)
	no(t, d.RemoveTasks(false, "4"))
	d = closed(t, d).Edit(tue)
	if id := must(t)(d.AddTask(Task{Title: "Next"})); id != "5" {
		t.Errorf("after 4 was removed the next is %s", id)
	}
	must(t)(d.AddTask(Task{ID: "12", Title: "Twelve"}))
	if id := d.NewID(); id != "13" {
		t.Errorf("after 12 comes %s", id)
	}
	_, err := d.AddTask(Task{ID: "mech", Title: "A team's id"})
	refused(t, err, Taken, `"mech"`, "id")
	_, err = d.AddGoal(Goal{ID: "1", Title: "A task's id"})
	refused(t, err, Taken, `"1"`, "id")
}

func TestWhatIsNotGivenTakesItsDefault(t *testing.T) {
	r := aurora(t)
	task := r.Task("2")
	if task.People != 1 || task.Priority != DefaultPriority || task.Told != day("2026-01-05") || task.Status != Todo {
		t.Errorf("%+v", task)
	}
	if !task.Unestimated() || task.Duration() != 1 || task.IsMilestone() {
		t.Error("a task without effort counts as one day")
	}
	s := r.Settings()
	if s.ToldDays != 5 || s.Weekdays != MonToFri || !slices.Equal(s.Phases, []string{"Discover", "Design", "Build", "Source", "Ship", "Launch", "Grow"}) {
		t.Errorf("%+v", s)
	}
}

func TestADraftLeavesItsRoadmapAsItIs(t *testing.T) {
	r := aurora(t)
	before := snapshot(r)
	d := r.Edit(tue)
	no(t, d.UpdateTask("3", func(t *Task) { t.Tags = append(t.Tags, "urgent"); t.Title = "Steel tooling" }))
	no(t, d.UpdateGoal("launch", func(g *Goal) { g.Metric = &Metric{Name: "stores"} }))
	no(t, d.MoveTask("4", "1"))
	no(t, d.RemoveTeam("murata"))
	no(t, d.RemoveTasks(true, "3"))
	closed(t, d)
	if after := snapshot(r); after != before {
		t.Errorf("was\n%s\nis\n%s", before, after)
	}
}

func TestTwoDraftsDoNotWriteIntoEachOther(t *testing.T) {
	d := aurora(t).Edit(tue)
	tags := make([]string, 1, 8)
	tags[0] = "a"
	values := append(make([]MetricValue, 0, 8), MetricValue{tue, 1})
	no(t, d.UpdateTask("1", func(t *Task) { t.Tags = tags }))
	no(t, d.UpdateGoal("launch", func(g *Goal) { g.Metric = &Metric{Name: "stores", Values: values} }))
	r := closed(t, d)
	edit := func(tag string, value float64) *Roadmap {
		d := r.Edit(tue)
		no(t, d.UpdateTask("1", func(t *Task) { t.Tags = append(t.Tags, tag) }))
		no(t, d.UpdateGoal("launch", func(g *Goal) {
			g.Metric.Values = append(g.Metric.Values, MetricValue{tue, value})
			g.Metric.Target = value
		}))
		return closed(t, d)
	}
	one, two := edit("one", 1), edit("two", 2)
	if one.Task("1").Tags[1] != "one" || two.Task("1").Tags[1] != "two" || len(r.Task("1").Tags) != 1 {
		t.Errorf("%v, %v, %v", r.Task("1").Tags, one.Task("1").Tags, two.Task("1").Tags)
	}
	if one.Goal("launch").Metric.Values[1].Value != 1 || one.Goal("launch").Metric.Target != 1 || r.Goal("launch").Metric.Target != 0 {
		t.Error("a goal's metric is shared between versions")
	}
}

func TestAnEditThatChangesNothingIsTheSameRoadmap(t *testing.T) {
	r := aurora(t)
	d := r.Edit(tue)
	no(t, d.UpdateTask("1", func(t *Task) { t.Title = "Sketch" }))
	no(t, d.Link(Dependency{From: "1", To: "3"}))
	if closed(t, d) != r {
		t.Error("nothing changed, yet there is another roadmap")
	}
}

func TestStatusAndDatesFollowFromEachOther(t *testing.T) {
	start := func(t *Task) { t.Status, t.Started = Doing, day("2026-01-05") }
	finish := func(t *Task) { t.Started, t.Finished = day("2026-01-05"), day("2026-01-08") }
	milestone := func(t *Task) { t.Effort = PersonDays(0) }
	for _, c := range []struct {
		name              string
		first, edit       func(*Task)
		status            Status
		started, finished string
	}{
		{"started today", nil, func(t *Task) { t.Status = Doing }, Doing, "2026-01-14", ""},
		{"a start makes it doing", nil, func(t *Task) { t.Started = day("2026-01-12") }, Doing, "2026-01-12", ""},
		{"a finish makes it done, begun its duration before", nil, func(t *Task) { t.Finished = day("2026-01-13") }, Done, "2026-01-12", "2026-01-13"},
		{"done today, begun over the weekend's other side", nil, func(t *Task) { t.Status = Done; t.People = 1 }, Done, "2026-01-09", "2026-01-14"},
		{"a finish ends what was doing", start, func(t *Task) { t.Finished = day("2026-01-07") }, Done, "2026-01-05", "2026-01-07"},
		{"done keeps its start", start, func(t *Task) { t.Status = Done }, Done, "2026-01-05", "2026-01-14"},
		{"back to do forgets what happened", finish, func(t *Task) { t.Status = Todo }, Todo, "", ""},
		{"done to doing keeps the start", finish, func(t *Task) { t.Status = Doing }, Doing, "2026-01-05", ""},
		{"without its finish it is doing", finish, func(t *Task) { t.Finished = 0 }, Doing, "2026-01-05", ""},
		{"without both it is to do", finish, func(t *Task) { t.Started, t.Finished = 0, 0 }, Todo, "", ""},
		{"without its start it is to do", start, func(t *Task) { t.Started = 0 }, Todo, "", ""},
		{"a milestone is reached in no time", milestone, func(t *Task) { t.Status = Done }, Done, "2026-01-14", "2026-01-14"},
		{"a milestone without its finish is to do", func(t *Task) { milestone(t); t.Status = Done }, func(t *Task) { t.Finished = 0 }, Todo, "", ""},
		{"dropped keeps what happened", start, func(t *Task) { t.Status = Dropped }, Dropped, "2026-01-05", ""},
		{"taken up again", func(t *Task) { t.Status = Dropped }, func(t *Task) { t.Status = Doing }, Doing, "2026-01-14", ""},
	} {
		d := aurora(t).Edit(day("2026-01-14")) // a Wednesday; the task takes 2 days by 2 people
		if c.first != nil {
			no(t, d.UpdateTask("1", c.first))
		}
		no(t, d.UpdateTask("1", c.edit))
		got := closed(t, d).Task("1")
		if got.Status != c.status || got.Started.String() != c.started || got.Finished.String() != c.finished {
			t.Errorf("%s: %s, started %s, finished %s", c.name, got.Status, got.Started, got.Finished)
		}
	}
}

func TestWhatIsLeftFollowsStatusAndEffort(t *testing.T) {
	d := aurora(t).Edit(tue)
	left := func(want string, edit func(*Task)) {
		t.Helper()
		no(t, d.UpdateTask("4", edit))
		if got := d.Task("4").Remaining.String(); got != want {
			t.Errorf("%q remains, want %q", got, want)
		}
	}
	left("2", func(t *Task) { t.Status, t.Remaining = Doing, PersonDays(2) })
	left("", func(t *Task) { t.Started = 0 })
	left("1", func(t *Task) { t.Remaining = PersonDays(1) })
	left("", func(t *Task) { t.Effort = PersonDays(6) })
	left("5", func(t *Task) { t.Effort, t.Remaining = PersonDays(7), PersonDays(5) })
	left("", func(t *Task) { t.Status = Done })
}

func TestWhatSaysHowATaskStandsIsTold(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(*Task)
		told string
	}{
		"status":         {func(t *Task) { t.Status = Doing }, "2026-01-06"},
		"effort":         {func(t *Task) { t.Effort = PersonDays(9) }, "2026-01-06"},
		"remaining":      {func(t *Task) { t.Remaining = PersonDays(1) }, "2026-01-06"},
		"promised":       {func(t *Task) { t.Promised = day("2026-01-20") }, "2026-01-06"},
		"blockers":       {func(t *Task) { t.Blockers = []Blocker{{Text: "Waiting for legal"}} }, "2026-01-06"},
		"its own word":   {func(t *Task) { t.Told = day("2026-01-02"); t.Effort = PersonDays(9) }, "2026-01-02"},
		"no word at all": {func(t *Task) { t.Told = 0 }, "2026-01-06"},
		"title":          {func(t *Task) { t.Title = "Other" }, "2026-01-05"},
		"priority":       {func(t *Task) { t.Priority = 1 }, "2026-01-05"},
		"deadline":       {func(t *Task) { t.Deadline = day("2026-02-02") }, "2026-01-05"},
		"not before":     {func(t *Task) { t.NotBefore = day("2026-02-02") }, "2026-01-05"},
		"notes":          {func(t *Task) { t.Notes = "x" }, "2026-01-05"},
	} {
		d := aurora(t).Edit(tue)
		no(t, d.UpdateTask("1", c.edit))
		if got := d.Task("1").Told; got != day(c.told) {
			t.Errorf("%s: told on %s, want %s", name, got, c.told)
		}
	}
}

func TestEachChangeOfAPromiseIsKept(t *testing.T) {
	d := aurora(t).Edit(tue)
	promise := func(s string) { no(t, d.UpdateTask("2", func(t *Task) { t.Promised = day(s) })) }
	promise("2026-01-20")
	promise("2026-01-20")
	promise("2026-01-27")
	promise("")
	promise("2026-01-20")
	want := []Promise{{tue, day("2026-01-20")}, {tue, day("2026-01-27")}, {tue, day("2026-01-20")}}
	if got := d.Task("2").Promises; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	id := must(t)(d.AddTask(Task{Title: "Case", Promised: tue, Promises: []Promise{{day("2026-01-01"), tue}}}))
	if got := d.Task(id).Promises; len(got) != 1 {
		t.Errorf("a promise that came with its list is not noted twice: %v", got)
	}
	lenient := d.Lenient()
	id = must(t)(lenient.AddTask(Task{Title: "Import", Promised: tue}))
	if got := d.Task(id).Promises; got != nil {
		t.Errorf("an import leaves the list as it comes: %v", got)
	}
}

func TestRemovingATeamOrGoalLetsGoOfWhatNamedIt(t *testing.T) {
	d := aurora(t).Edit(tue)
	no(t, d.PutKnown(Known{Flag: "blocked", Team: "design"}))
	no(t, d.RemoveTeam("design"))
	no(t, d.RemoveGoal("launch"))
	r := closed(t, d)
	if r.Task("1").Team != "" || r.Task("3").AlsoNeeds != nil || r.Task("3").Team != "mech" || len(r.Known()) != 0 {
		t.Error("something still names Design")
	}
	if r.Task("1").Goal != "" || r.Goal("cert").Parent != "" {
		t.Error("something still names the launch")
	}
	refused(t, r.Edit(tue).RemoveTeam("design"), Unknown, `"design"`)
	refused(t, r.Edit(tue).RemoveGoal("launch"), Unknown, `"launch"`)
}

func TestOneBaselineIsCurrent(t *testing.T) {
	d := aurora(t).Edit(tue)
	no(t, d.PutBaseline(Baseline{Name: "Board", Taken: day("2026-01-05")}))
	no(t, d.PutBaseline(Baseline{Name: "February", Taken: day("2026-02-02")}))
	if b := closed(t, d).CurrentBaseline(); b.Name != "February" {
		t.Errorf("without a mark the last taken counts, not %s", b.Name)
	}
	no(t, d.UseBaseline("Board"))
	no(t, d.PutBaseline(Baseline{Name: "March", Taken: day("2026-03-02"), Current: true}))
	no(t, d.UseBaseline("February"))
	r := closed(t, d)
	var current []string
	for _, b := range r.Baselines() {
		if b.Current {
			current = append(current, b.Name)
		}
	}
	if !slices.Equal(current, []string{"February"}) || r.CurrentBaseline().Name != "February" {
		t.Errorf("current: %v", current)
	}
	refused(t, d.UseBaseline("April"), Unknown, `"April"`)
	no(t, d.RemoveBaseline("February"))
	if b := closed(t, d).CurrentBaseline(); b.Name != "March" {
		t.Errorf("then %s", b.Name)
	}
}

func TestAPhaseInUseCannotGo(t *testing.T) {
	d := aurora(t).Edit(tue)
	s := *d.Settings()
	s.Phases = []string{"Build"}
	refused(t, d.SetSettings(s), Invalid, "roadmap: phases", `"Source"`, `"Antenna"`)
	no(t, d.AddPhase("Retire"))
	if got := d.Settings().Phases; got[len(got)-1] != "Retire" || len(got) != 8 {
		t.Errorf("%v", got)
	}
}

func TestATeamIsNotAskedForMorePeopleThanItHas(t *testing.T) {
	d := aurora(t).Edit(tue)
	refused(t, d.UpdateTask("3", func(t *Task) { t.People = 4 }), Invalid, `"Tooling"`, "people", "4", "Mechanics", "3")
	refused(t, d.UpdateTask("3", func(t *Task) { t.AlsoNeeds = []Need{{"design", 3}} }), Invalid, "also_needs", "3", "Design", "2")
	refused(t, d.UpdateTeam("design", func(t *Team) { t.Capacity = 1 }), Invalid, `"Design"`, "capacity", "1", `"Sketch"`, "2")
	no(t, d.UpdateTeam("mech", func(t *Team) { t.Extra = []Period{{"Contractor", tue, tue + 30, 1}} }))
	no(t, d.UpdateTask("3", func(t *Task) { t.People = 4 }))
	no(t, d.UpdateTask("2", func(t *Task) { t.People = 40 }))
	must(t)(d.Lenient().AddTask(Task{Title: "Import", Team: "design", People: 9}))
	no(t, closed(t, d).Edit(tue).UpdateTask("5", func(t *Task) { t.Title = "may stay so" }))
}

func TestAnImportMayNotLeaveANameOfNothing(t *testing.T) {
	d := aurora(t).Edit(tue).Lenient()
	must(t)(d.AddTask(Task{Title: "Plan B", AlternativeOf: "later"}))
	_, err := d.Close()
	refused(t, err, Unknown, `"Plan B"`, "alternative_of", `"later"`)
	must(t)(d.AddTask(Task{ID: "later", Title: "Plan A"}))
	closed(t, d)
}

func TestOrderIsMoved(t *testing.T) {
	d := aurora(t).Edit(tue)
	order := func(want string) {
		t.Helper()
		got := ""
		for _, task := range closed(t, d).Tasks() {
			got += task.ID
		}
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	no(t, d.MoveTask("4", "1"))
	order("4123")
	no(t, d.MoveTask("4", "3"))
	order("1243")
	no(t, d.MoveTask("1", ""))
	order("2431")
	no(t, d.MoveTask("2", "2"))
	order("2431")
	must(t)(d.AddTaskBefore(Task{Title: "Between"}, "3"))
	order("24531")
	refused(t, d.MoveTask("9", ""), Unknown, `"9"`)
	refused(t, d.MoveTeam("mech", "sales"), Unknown, `"sales"`)
	_, err := d.AddTaskBefore(Task{Title: "Nowhere"}, "99")
	refused(t, err, Unknown, `"99"`)
}
