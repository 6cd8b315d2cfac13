package roadmap_test

import (
	"math"
	"strings"
	"testing"

	. "bywhen/roadmap"
)

var (
	longLine  = strings.Repeat("x", MaxTitle+1)
	longNotes = strings.Repeat("x", MaxNotes+1)
	tooLate   = LastDate + 1
)

// badField is an edit that must be refused: the words are the field and what the refusal shows of the value.
type badField[E any] struct {
	edit  func(*E)
	words []string
}

func TestEveryFieldOfATaskIsChecked(t *testing.T) {
	for _, c := range []badField[Task]{
		{func(t *Task) { t.Title = " " }, []string{"title", "must not be empty"}},
		{func(t *Task) { t.Title = "a\nb" }, []string{"title", `"a\nb"`, "one line"}},
		{func(t *Task) { t.Title = "a\x1bb" }, []string{"title", `"a\x1bb"`}},
		{func(t *Task) { t.Title = longLine }, []string{"title", "1001", "1000"}},
		{func(t *Task) { t.Effort = HundredthDays(-50) }, []string{"effort", "-0.5", "100000"}},
		{func(t *Task) { t.Effort = PersonDays(MaxEffort + 1) }, []string{"effort", "100001"}},
		{func(t *Task) { t.Remaining = PersonDays(-1) }, []string{"remaining", "-1"}},
		{func(t *Task) { t.People = -3 }, []string{"people", "-3"}},
		{func(t *Task) { t.People = MaxPeople + 1 }, []string{"people", "10001"}},
		{func(t *Task) { t.Priority = 5 }, []string{"priority", "5", "1 to 4"}},
		{func(t *Task) { t.Priority = -1 }, []string{"priority", "-1"}},
		{func(t *Task) { t.Rank = -1 }, []string{"rank", "-1"}},
		{func(t *Task) { t.Estimate = Estimate{PersonDays(5), PersonDays(3), PersonDays(8)} }, []string{"estimate", "3", "5", "rise"}},
		{func(t *Task) { t.Estimate = Estimate{Optimistic: PersonDays(5), Pessimistic: PersonDays(3)} }, []string{"estimate", "3", "5"}},
		{func(t *Task) { t.Estimate.Likely = PersonDays(-2) }, []string{"estimate.likely", "-2"}},
		{func(t *Task) { t.Tags = []string{"two words"} }, []string{"tags", `"two words"`}},
		{func(t *Task) { t.Tags = []string{"a", "a"} }, []string{"tags", `"a"`, "twice"}},
		{func(t *Task) { t.Tags = []string{""} }, []string{"tags", "empty"}},
		{func(t *Task) { t.NotBefore = tooLate }, []string{"not_before", "2300-01-01"}},
		{func(t *Task) { t.Deadline = tooLate }, []string{"deadline", "2300-01-01"}},
		{func(t *Task) { t.Promised = tooLate }, []string{"promised", "2300-01-01"}},
		{func(t *Task) { t.Started = tooLate }, []string{"started", "2300-01-01"}},
		{func(t *Task) { t.Finished = tooLate }, []string{"finished", "2300-01-01"}},
		{func(t *Task) { t.Told = tooLate }, []string{"told", "2300-01-01"}},
		{func(t *Task) { t.Started, t.Finished = tue, tue-1 }, []string{"finished", "2026-01-05", "2026-01-06"}},
		{func(t *Task) { t.Effort, t.Status = PersonDays(0), Doing }, []string{"status", "doing", "milestone"}},
		{func(t *Task) { t.Status = 9 }, []string{"status", "9"}},
		{func(t *Task) { t.Team = "sales" }, []string{"team", `"sales"`}},
		{func(t *Task) { t.Goal = "moon" }, []string{"goal", `"moon"`}},
		{func(t *Task) { t.Phase = "Limbo" }, []string{"phase", `"Limbo"`, "Discover", "Grow"}},
		{func(t *Task) { t.AlternativeOf = "1" }, []string{"alternative_of", `"1"`}},
		{func(t *Task) { t.AlternativeOf = "77" }, []string{"alternative_of", `"77"`}},
		{func(t *Task) { t.AlsoNeeds = []Need{{"sales", 1}} }, []string{"also_needs", `"sales"`}},
		{func(t *Task) { t.AlsoNeeds = []Need{{"mech", 0}} }, []string{"also_needs.people", "0"}},
		{func(t *Task) { t.AlsoNeeds = []Need{{"design", 1}} }, []string{"also_needs", `"design"`, "twice"}},
		{func(t *Task) { t.Cost = -1 }, []string{"cost", "-1"}},
		{func(t *Task) { t.Cost = math.NaN() }, []string{"cost", "NaN"}},
		{func(t *Task) { t.Cost = math.Inf(1) }, []string{"cost", "+Inf"}},
		{func(t *Task) { t.Notes = longNotes }, []string{"notes", "100001"}},
		{func(t *Task) { t.Notes = "bad \xff" }, []string{"notes"}},
		{func(t *Task) { t.Promises = []Promise{{On: tue}} }, []string{"promises.date"}},
		{func(t *Task) { t.Promises = []Promise{{Date: tue}} }, []string{"promises.on"}},
		{func(t *Task) { t.Asked = []Ask{{On: tue}} }, []string{"asked.who"}},
		{func(t *Task) { t.Asked = []Ask{{Who: "murata"}} }, []string{"asked.on"}},
		{func(t *Task) { t.Asked = []Ask{{Who: "murata", On: tue, Days: -1}} }, []string{"asked.days", "-1"}},
		{func(t *Task) { t.Asked = []Ask{{Who: "murata", On: tue, For: tooLate}} }, []string{"asked.for", "2300-01-01"}},
		{func(t *Task) { t.Blockers = []Blocker{{Since: tue}} }, []string{"blockers.text"}},
		{func(t *Task) { t.Blockers = []Blocker{{Text: "Legal", Until: tooLate}} }, []string{"blockers.until", "2300-01-01"}},
		{func(t *Task) { t.Blockers = []Blocker{{Text: "Legal", Owner: "a\tb"}} }, []string{"blockers.owner"}},
		{func(t *Task) { t.Experiment.Before = math.NaN() }, []string{"experiment.before", "NaN"}},
		{func(t *Task) { t.Experiment.Hypothesis = longNotes }, []string{"experiment.hypothesis"}},
		{func(t *Task) { t.Experiment.Verdict = "a\nb" }, []string{"experiment.verdict"}},
	} {
		d := aurora(t).Edit(tue)
		err := d.UpdateTask("1", c.edit)
		checkRefusal(t, d, err, append(c.words, `task "Sketch"`))
		task := Task{Title: "Sketch", Team: "design"}
		c.edit(&task)
		_, err = d.AddTask(task)
		if task.AlternativeOf != "1" { // a new task may be an alternative of the first
			checkRefusal(t, d, err, append(c.words, "new task"))
		}
	}
}

func checkRefusal(t *testing.T, d *Draft, err error, words []string) {
	t.Helper()
	if err == nil {
		t.Errorf("taken, want a refusal that says %q", words)
		return
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("%q does not say %q", err, w)
		}
	}
	if strings.Contains(err.Error(), "\n") || len(err.Error()) > 300 {
		t.Errorf("%.80q… is no short line", err)
	}
	if len(d.Tasks()) != 4 || d.Task("1").Title != "Sketch" {
		t.Errorf("%q, yet the draft changed", err)
	}
}

func TestEveryFieldOfATeamIsChecked(t *testing.T) {
	for _, c := range []badField[Team]{
		{func(t *Team) { t.Name = "" }, []string{"name"}},
		{func(t *Team) { t.Capacity = -1 }, []string{"capacity", "-1"}},
		{func(t *Team) { t.Capacity = MaxPeople + 1 }, []string{"capacity", "10001"}},
		{func(t *Team) { t.Supplier = true }, []string{"capacity", "3", "supplier"}},
		{func(t *Team) { t.Contact = "a\nb" }, []string{"contact"}},
		{func(t *Team) { t.Weekdays = 128 }, []string{"weekdays", "128"}},
		{func(t *Team) { t.TimeOff = []Period{{Name: "x", From: tue, To: tue - 1}} }, []string{"time_off", "2026-01-05", "2026-01-06"}},
		{func(t *Team) { t.TimeOff = []Period{{Name: "x", From: tue}} }, []string{"time_off.to"}},
		{func(t *Team) { t.TimeOff = []Period{{Name: "x", From: tue, To: tue, People: -1}} }, []string{"time_off.people", "-1"}},
		{func(t *Team) { t.TimeOff = []Period{{Name: "a\nb", From: tue, To: tue}} }, []string{"time_off.name"}},
		{func(t *Team) { t.Extra = []Period{{Name: "x", From: tue, To: tue}} }, []string{"extra.people", "0"}},
		{func(t *Team) { t.DayRate = -800 }, []string{"day_rate", "-800"}},
		{func(t *Team) { t.Rating.Specification, t.Rating.Delivery = 6, 9 }, []string{"rating.specification", "6"}},
		{func(t *Team) { t.Rating.Cost = -1 }, []string{"rating.cost", "-1"}},
	} {
		d := aurora(t).Edit(tue)
		checkRefusal(t, d, d.UpdateTeam("mech", c.edit), append(c.words, `team "Mechanics"`))
	}
	_, err := aurora(t).Edit(tue).AddTeam(Team{ID: "two words", Name: "x"})
	refused(t, err, Invalid, "id", `"two words"`)
	_, err = aurora(t).Edit(tue).AddTeam(Team{ID: "a\u202eb", Name: "x"})
	refused(t, err, Invalid, "id")
	_, err = aurora(t).Edit(tue).AddTeam(Team{ID: longLine, Name: "x"})
	refused(t, err, Invalid, "id", "200")
}

func TestEveryFieldOfAGoalIsChecked(t *testing.T) {
	for _, c := range []badField[Goal]{
		{func(g *Goal) { g.Title = "" }, []string{"title"}},
		{func(g *Goal) { g.Deadline = -1 }, []string{"deadline"}},
		{func(g *Goal) { g.Notes = "\x00" }, []string{"notes"}},
		{func(g *Goal) { g.Parent = "launch" }, []string{"parent", `"launch"`}},
		{func(g *Goal) { g.Parent = "cert" }, []string{"parent", `"cert"`}},
		{func(g *Goal) { g.Parent = "moon" }, []string{"parent", `"moon"`}},
		{func(g *Goal) { g.Metric = &Metric{Name: "a\nb"} }, []string{"metric.name"}},
		{func(g *Goal) { g.Metric = &Metric{Target: math.Inf(-1)} }, []string{"metric.target", "-Inf"}},
		{func(g *Goal) { g.Metric = &Metric{Values: []MetricValue{{Value: 1}}} }, []string{"metric.values.date"}},
		{func(g *Goal) { g.Metric = &Metric{Values: []MetricValue{{tue, math.NaN()}}} }, []string{"metric.values.value", "NaN"}},
		{func(g *Goal) { g.Score.Reach = -1 }, []string{"score.reach", "-1"}},
		{func(g *Goal) { g.Score.Confidence = 1.5 }, []string{"score.confidence", "1.5"}},
		{func(g *Goal) { g.Budget = -1 }, []string{"budget", "-1"}},
	} {
		d := aurora(t).Edit(tue)
		checkRefusal(t, d, d.UpdateGoal("launch", c.edit), append(c.words, `goal "Launch"`))
	}
}

func TestEveryFieldOfARiskIsChecked(t *testing.T) {
	for _, c := range []badField[Risk]{
		{func(r *Risk) { r.Title = "" }, []string{"title"}},
		{func(r *Risk) { r.Probability = 20 }, []string{"probability", "20", "from 0 to 1"}},
		{func(r *Risk) { r.Days = -1 }, []string{"days", "-1"}},
		{func(r *Risk) { r.Money = -1 }, []string{"money", "-1"}},
		{func(r *Risk) { r.Tasks = []string{"9"} }, []string{"tasks", `"9"`}},
		{func(r *Risk) { r.Tasks = []string{"1", "1"} }, []string{"tasks", `"1"`, "twice"}},
		{func(r *Risk) { r.Mitigation = longNotes }, []string{"mitigation"}},
		{func(r *Risk) { r.Owner = "a\nb" }, []string{"owner"}},
		{func(r *Risk) { r.Review = tooLate }, []string{"review", "2300-01-01"}},
		{func(r *Risk) { r.Status = 9 }, []string{"status", "9"}},
	} {
		d := aurora(t).Edit(tue)
		checkRefusal(t, d, d.UpdateRisk("crack", c.edit), append(c.words, `risk "Mould crack"`))
	}
}

func TestEveryFieldOfTheSettingsIsChecked(t *testing.T) {
	for _, c := range []badField[Settings]{
		{func(s *Settings) { s.Name = "a\nb" }, []string{"name"}},
		{func(s *Settings) { s.Start = 0 }, []string{"start"}},
		{func(s *Settings) { s.ToldDays = -1 }, []string{"told_days", "-1"}},
		{func(s *Settings) { s.Currency = "\x1b" }, []string{"currency"}},
		{func(s *Settings) { s.Weekdays = 0 }, []string{"calendar.weekdays", "at least one day"}},
		{func(s *Settings) { s.Weekdays = 128 }, []string{"calendar.weekdays"}},
		{func(s *Settings) { s.Holidays = []Period{{From: tue, To: tue - 1}} }, []string{"calendar.holidays", "2026-01-05"}},
		{func(s *Settings) { s.Holidays = []Period{{From: tue, To: tue, People: 1}} }, []string{"calendar.holidays.people", "1"}},
		{func(s *Settings) { s.Phases = []string{"Source", "Source"} }, []string{"phases", `"Source"`, "twice"}},
		{func(s *Settings) { s.Phases = []string{"Source", ""} }, []string{"phases", "empty"}},
	} {
		d := aurora(t).Edit(tue)
		s := *d.Settings()
		c.edit(&s)
		checkRefusal(t, d, d.SetSettings(s), append(c.words, "roadmap"))
	}
}

func TestWhatIsKeptByNameIsChecked(t *testing.T) {
	d := aurora(t).Edit(tue)
	refused(t, d.PutKnown(Known{Task: "1"}), Invalid, "kind")
	refused(t, d.PutKnown(Known{Flag: "slipping"}), Invalid, "exactly one")
	refused(t, d.PutKnown(Known{Flag: "slipping", Task: "1", Team: "mech"}), Invalid, "exactly one")
	refused(t, d.PutKnown(Known{Flag: "slipping", Task: "9"}), Unknown, `"slipping"`, `"9"`)
	refused(t, d.PutKnown(Known{Flag: "slipping", Task: "1", Days: -1}), Invalid, "days", "-1")
	refused(t, d.RemoveKnown(Known{Flag: "slipping", Task: "1"}), Unknown, `"slipping"`)
	refused(t, d.PutFilter(Filter{Name: "", Text: "x"}), Invalid, "name")
	refused(t, d.PutFilter(Filter{Name: "x", Text: ""}), Invalid, "text")
	refused(t, d.RemoveFilter("x"), Unknown, `"x"`)
	refused(t, d.PutBaseline(Baseline{Name: "", Taken: tue}), Invalid, "name")
	refused(t, d.PutBaseline(Baseline{Name: "B"}), Invalid, "taken")
	two := BaselineTask{ID: "1", Start: tue, Finish: tue}
	refused(t, d.PutBaseline(Baseline{Name: "B", Taken: tue, Tasks: []BaselineTask{two, two}}), Taken, "tasks", `"1"`)
	two.Finish--
	refused(t, d.PutBaseline(Baseline{Name: "B", Taken: tue, Tasks: []BaselineTask{two}}), Invalid, "tasks.finish", "2026-01-05")
	refused(t, d.PutBaseline(Baseline{Name: "B", Taken: tue, Deadlines: []BaselineDeadline{{}}}), Invalid, "deadlines")
	refused(t, d.RemoveBaseline("B"), Unknown, `"B"`)
}

func TestNamesOfStatusesAndTypesAreRead(t *testing.T) {
	if s, err := ParseStatus("DOING"); s != Doing || err != nil {
		t.Error(s, err)
	}
	if _, err := ParseStatus("open"); err == nil || err.Error() != `"open" is not a status: use todo, doing, done or dropped` {
		t.Error(err)
	}
	if l, err := ParseLinkType("ss"); l != StartToStart || err != nil {
		t.Error(l, err)
	}
	if _, err := ParseRiskStatus("maybe"); err == nil || !strings.Contains(err.Error(), "open, happened or closed") {
		t.Error(err)
	}
}
