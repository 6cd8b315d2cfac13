package phrase

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
)

func TestAFieldIsSetByItsNameInTheJSON(t *testing.T) {
	task := func(id string, of func(*roadmap.Task) any) func(*roadmap.Draft) any {
		return func(d *roadmap.Draft) any { return of(d.Task(id)) }
	}
	for _, c := range []struct {
		kind                   roadmap.Kind
		id, field, value, want string
		of                     func(*roadmap.Draft) any
	}{
		{roadmap.KindTask, "1", "title", `7" display: due:fri`, `7" display: due:fri`, task("1", func(t *roadmap.Task) any { return t.Title })},
		{roadmap.KindTask, "1", "team", "mobile", "mob", task("1", func(t *roadmap.Task) any { return t.Team })},
		{roadmap.KindTask, "1", "team", "", "", task("1", func(t *roadmap.Task) any { return t.Team })},
		{roadmap.KindTask, "1", "effort", "2w", "10", task("1", func(t *roadmap.Task) any { return t.Effort })},
		{roadmap.KindTask, "1", "effort", "15", "15", task("1", func(t *roadmap.Task) any { return t.Effort })},
		{roadmap.KindTask, "1", "estimate", "3/5/9", "{3 5 9}", task("1", func(t *roadmap.Task) any { return t.Estimate })},
		{roadmap.KindTask, "1", "deadline", "12-mar", "2026-03-12", task("1", func(t *roadmap.Task) any { return t.Deadline })},
		{roadmap.KindTask, "3", "deadline", "++1d", "2026-01-23", task("3", func(t *roadmap.Task) any { return t.Deadline })},
		{roadmap.KindTask, "3", "deadline", "none", "", task("3", func(t *roadmap.Task) any { return t.Deadline })},
		{roadmap.KindTask, "3", "due", "", "", task("3", func(t *roadmap.Task) any { return t.Deadline })},
		{roadmap.KindTask, "3", "tags", "a,b", "[a b]", task("3", func(t *roadmap.Task) any { return t.Tags })},
		{roadmap.KindTask, "3", "tags", "+a", "[hardware radio a]", task("3", func(t *roadmap.Task) any { return t.Tags })},
		{roadmap.KindTask, "3", "tags", "-radio", "[hardware]", task("3", func(t *roadmap.Task) any { return t.Tags })},
		{roadmap.KindTask, "5", "also_needs", "mobile*2", "[{mob 2}]", task("5", func(t *roadmap.Task) any { return t.AlsoNeeds })},
		{roadmap.KindTask, "3", "alternative_of", "industrial-design", "2", task("3", func(t *roadmap.Task) any { return t.AlternativeOf })},
		{roadmap.KindTask, "3", "rank", "14", "14", task("3", func(t *roadmap.Task) any { return t.Rank })},
		{roadmap.KindTask, "3", "status", "done", "done", task("3", func(t *roadmap.Task) any { return t.Status })},
		{roadmap.KindTask, "3", "told", "fri", "2026-01-02", task("3", func(t *roadmap.Task) any { return t.Told })},
		{roadmap.KindTask, "3", "notes", "two\nlines", "two\nlines", task("3", func(t *roadmap.Task) any { return t.Notes })},
		{roadmap.KindTask, "3", "experiment.result", "sells", "sells", task("3", func(t *roadmap.Task) any { return t.Experiment.Result })},
		{roadmap.KindTask, "3", "blockers", "Licence who:ana", "[{Licence ana 2026-01-05  }]", task("3", func(t *roadmap.Task) any { return t.Blockers })},
		{roadmap.KindTeam, "mech", "capacity", "5", "5", func(d *roadmap.Draft) any { return d.Team("mech").Capacity }},
		{roadmap.KindTeam, "mech", "weekdays", "mon-wed", "[mon tue wed]", func(d *roadmap.Draft) any { return d.Team("mech").Weekdays.Names() }},
		{roadmap.KindTeam, "mech", "time_off", "2-mar..4-mar Offsite, 2026-W15", "[{Offsite 2026-03-02 2026-03-04 0} {Ana 2026-04-06 2026-04-10 1}]",
			func(d *roadmap.Draft) any { return d.Team("mech").TimeOff }},
		{roadmap.KindTeam, "mur", "rating.quality", "5", "5", func(d *roadmap.Draft) any { return d.Team("mur").Rating.Quality }},
		{roadmap.KindGoal, "cert", "parent", "none", "", func(d *roadmap.Draft) any { return d.Goal("cert").Parent }},
		{roadmap.KindGoal, "launch", "metric.values", "1,2-jan=3", "&{ 0 0 [{2026-01-02 3} {2026-01-05 1}]}", func(d *roadmap.Draft) any { return d.Goal("launch").Metric }},
		{roadmap.KindGoal, "launch", "score.confidence", "80%", "0.8", func(d *roadmap.Draft) any { return d.Goal("launch").Score.Confidence }},
		{roadmap.KindGoal, "launch", "deadline", "++1w", "2026-03-19", func(d *roadmap.Draft) any { return d.Goal("launch").Deadline }},
		{roadmap.KindRisk, "r", "tasks", "3,5", "[3 5]", func(d *roadmap.Draft) any { return d.Risk("r").Tasks }},
		{roadmap.KindRisk, "r", "status", "closed", "closed", func(d *roadmap.Draft) any { return d.Risk("r").Status }},
	} {
		if c.field == "time_off" {
			c.value += "*1 Ana"
		}
		ctx := aurora(t)
		d := withRisk(t, ctx)
		if err := SetField(d, c.kind, c.id, c.field, c.value, ctx); err != nil {
			t.Errorf("%s=%s: %v", c.field, c.value, err)
		} else if got := fmt.Sprint(c.of(d)); got != c.want {
			t.Errorf("%s=%s gives %s, want %s", c.field, c.value, got, c.want)
		}
	}
}

func withRisk(t *testing.T, ctx Context) *roadmap.Draft {
	t.Helper()
	d := ctx.Roadmap.Edit(monday)
	if _, err := d.AddRisk(roadmap.Risk{ID: "r", Title: "Mould crack"}); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestAFieldMayBeWhatATaskWaitsFor(t *testing.T) {
	for value, want := range map[string]string{"5": "5", "+5": "1 3 5", "-3": "1", "none": "", "": "", "3:ff+1d,5": "3 5"} {
		ctx := aurora(t)
		d := ctx.Roadmap.Edit(monday)
		if err := SetField(d, roadmap.KindTask, "2", "after", value, ctx); err != nil {
			t.Errorf("after=%s: %v", value, err)
			continue
		}
		r, err := d.Close()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, dep := range r.Predecessors("2") {
			got = append(got, dep.From)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("after=%s: 2 waits for %v, want %s", value, got, want)
		}
	}
}

func TestClearingBlockersClearsThemToday(t *testing.T) {
	ctx := aurora(t)
	d := ctx.Roadmap.Edit(monday)
	for _, value := range []string{"Licence", "none"} {
		if err := SetField(d, roadmap.KindTask, "3", "blockers", value, ctx); err != nil {
			t.Fatal(err)
		}
	}
	if b := d.Task("3").Blockers; len(b) != 1 || b[0].Cleared != monday {
		t.Errorf("got %+v", b)
	}
}

func TestAFieldThatCannotBeSetNamesItselfAndItsValue(t *testing.T) {
	for _, c := range []struct {
		kind                   roadmap.Kind
		id, field, value, want string
	}{
		{roadmap.KindTask, "3", "deadlin", "fri", `task "3": deadlin: there is no such field of a task: use title, team, effort,`},
		{roadmap.KindTask, "3", "deadline", "soon", `task "3": deadline: "soon" is not a date`},
		{roadmap.KindTask, "3", "title", "", `task "3": title: must not be empty`},
		{roadmap.KindTask, "3", "people", "two", `people: "two" is not a whole number from 1 to 10000`},
		{roadmap.KindTask, "3", "cost", "NaN", `cost: "NaN" is not a number`},
		{roadmap.KindTask, "3", "estimate", "5", "write optimistic/likely/pessimistic"},
		{roadmap.KindTask, "3", "goal", `"Launch`, "has a quote that is not closed"},
		{roadmap.KindTask, "3", "title", "a\x1b[2J", `title: "a\x1b[2J" holds control or invisible characters`},
		{roadmap.KindTask, "3", "title", "a\tb", "must be one line"},
		{roadmap.KindTask, "3", "team", "Me\u200bch", "holds control or invisible characters"},
		{roadmap.KindTask, "99", "deadline", "fri", `task "99": there is none`},
		{roadmap.KindTeam, "mech", "supplier", "", "supplier: must not be empty"},
		{roadmap.KindTeam, "mech", "capacity", "-1", `capacity: "-1" is not a whole number`},
		{roadmap.KindGoal, "launch", "parent", "cert", "lies under this goal itself"},
		{roadmap.KindRisk, "r", "probability", "2", `probability: "2" is not from 0% to 100%`},
		{roadmap.KindRisk, "r", "status", "over", "use open, happened or closed"},
		{roadmap.KindBaseline, "b", "name", "x", "name a task, team, goal or risk"},
	} {
		ctx := aurora(t)
		err := SetField(withRisk(t, ctx), c.kind, c.id, c.field, c.value, ctx)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s %s=%s\n got %v\nwant %s", c.kind, c.id, c.field, c.value, err, c.want)
		}
	}
}

func TestTheFieldsAreThoseOfTheJSON(t *testing.T) {
	for kind, want := range map[roadmap.Kind]string{
		roadmap.KindTeam: "name capacity supplier contact weekdays time_off extra day_rate rating.specification rating.quality rating.cost rating.delivery",
		roadmap.KindRisk: "title probability days money tasks mitigation owner review status",
	} {
		if got := strings.Join(Fields(kind), " "); got != want {
			t.Errorf("%s has %s", kind, got)
		}
	}
	if f := Fields(roadmap.KindTask); !slices.Contains(f, "not_before") || len(Fields(roadmap.KindGoal)) == 0 || Fields(roadmap.KindFilter) != nil {
		t.Errorf("a task has %v", f)
	}
}

// What a set line for a team, goal or risk understood stands in its chips, in the order of the text.
func TestASetLineForAnItemTakesRisksAndGoals(t *testing.T) {
	for _, c := range []struct {
		kind        roadmap.Kind
		typed, want string
	}{
		{roadmap.KindRisk, `20% 8d owner:ana mitigation:"two moulds"`, "probability 20% · costs 8 days · owner ana · mitigation two moulds"},
		{roadmap.KindRisk, `p20 days:8`, "probability 20% · costs 8 days"},
		{roadmap.KindGoal, "12-mar metric: leads 0 -> 400 budget:1'000", "due Fri 12 Mar · metric leads 0 → 400 · budget 1'000"},
		{roadmap.KindTeam, `3 supplier:no contact:none`, "3 people · own team · no contact"},
	} {
		s := ParseItemSet(c.kind, c.typed, Context{Today: roadmap.MustDate("2026-11-23")})
		var got []string
		for _, chip := range s.Chips {
			got = append(got, chip.Text)
		}
		if text := strings.Join(got, " · "); text != c.want || s.Problem() != nil {
			t.Errorf("%s is understood as %s (%v)", c.typed, text, s.Problem())
		}
	}
}
