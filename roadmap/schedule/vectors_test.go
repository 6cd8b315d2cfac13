package schedule_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
	"bywhen/roadmap/schedule"
)

// peerCase is a case of another scheduler's test suite, as facts. Ours holds the values in which the contract's rules
// answer differently, with the reason in Note; Ambiguous says what the contract does not decide.
type peerCase struct {
	Name           string
	Today          string
	Level          bool
	Agrees         bool
	Note           string
	Ambiguous      string
	Roadmap        json.RawMessage
	Expect, Ours   map[string]peerTask
	ExpectDisjoint [][]string `json:"expect_disjoint"`
	ExpectError    bool       `json:"expect_error"`
	ExpectPlan     struct {
		Finish      string
		WorkingDays int `json:"working_days"`
		Optimum     string
	} `json:"expect_plan"`
}

type peerTask struct {
	Start, Finish string
	LateStart     string `json:"late_start"`
	LateFinish    string `json:"late_finish"`
	Slack         *int
	Critical      *bool
}

// over lays the values that differ over those of the peer.
func (p peerTask) over(o peerTask) peerTask {
	lay := func(to *string, v string) {
		if v != "" {
			*to = v
		}
	}
	lay(&p.Start, o.Start)
	lay(&p.Finish, o.Finish)
	lay(&p.LateStart, o.LateStart)
	lay(&p.LateFinish, o.LateFinish)
	if o.Slack != nil {
		p.Slack = o.Slack
	}
	if o.Critical != nil {
		p.Critical = o.Critical
	}
	return p
}

// readRoadmap is a roadmap in the contract's JSON, or nil where it is refused.
func readRoadmap(raw []byte, today roadmap.Date) *roadmap.Roadmap {
	r, _, err := exchange.ReadJSON(bytes.NewReader(raw), today)
	if err != nil {
		return nil
	}
	return r
}

// readCases reads a file of cases where its newest version lies, beside the project; else the copy under testdata.
func readCases[T any](t *testing.T, file string) []T {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "vectors", file))
	if err != nil {
		raw, err = os.ReadFile(filepath.Join("testdata", file))
	}
	if err != nil {
		t.Fatal(err)
	}
	var doc struct{ Cases []T }
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Cases) == 0 {
		t.Fatalf("%s holds no cases", file)
	}
	return doc.Cases
}

// The rules by which ours answers differently from a peer on purpose.
const (
	endingDay      = "a milestone's date is the day that ends at its predecessor's finish, and it is not moved to a working day"
	ownDay         = "a milestone is never moved to a working day"
	tiedByStart    = "a successor's late dates bound its predecessor over SS and SF links too"
	negativeSlack  = "what cannot be in time is planned all the same, with negative slack"
	leadOfInstants = "a lead moves the instant after the predecessor's last day back by working days"
	doneUndated    = "done without a date takes the status date, and its duration counted back"
	notDecided     = "who goes first of two that ask for one person is the peer's own choice"
)

// differs lists every case that ours answers differently, or that the contract does not decide, with the rule that says so.
var differs = map[string]string{
	"ganttproject.json/a milestone after a task that ends on Friday (weekend calendar)": endingDay,
	"ganttproject.json/date of a milestone between two tasks":                           endingDay,
	"taskjuggler.json/a milestone after a task of calendar days":                        endingDay,
	"taskjuggler.json/a milestone five calendar days after a milestone":                 endingDay,
	"mpxj.json/SF lag 2 days, with slack (Project 2019)":                                tiedByStart,
	"mpxj.json/SS lag 2 days, with slack (Project 2019)":                                tiedByStart,
	"utf8proj.json/a window too short for its task":                                     negativeSlack,
	"utf8proj.json/a milestone in working time moves from Sunday to Monday":             ownDay,
	"utf8proj.json/FS with lead 5":                                                      leadOfInstants,
	"utf8proj.json/finished without dates, in a chain":                                  doneUndated,
	"utf8proj.json/levelled: five and three days on one person":                         notDecided,
}

// Cases of GanttProject, TaskJuggler, Microsoft Project (by MPXJ) and utf8proj: the plan gives their dates, except where a
// rule of the contract says otherwise; then it gives those of the rule.
func TestPeersAgreeOnDates(t *testing.T) {
	met := 0
	for _, file := range []string{"ganttproject.json", "taskjuggler.json", "mpxj.json", "utf8proj.json"} {
		for _, c := range readCases[peerCase](t, file) {
			name := file + "/" + c.Name
			rule, listed := differs[name]
			if listed {
				met++
			}
			t.Run(name, func(t *testing.T) {
				if as := c.Agrees && c.Ambiguous == ""; as == listed {
					t.Errorf("agrees is %v, and the rule that says otherwise is %q", as, rule)
				}
				c.check(t)
			})
		}
	}
	if met != len(differs) {
		t.Errorf("%d of the %d cases that differ were met", met, len(differs))
	}
}

func (c peerCase) check(t *testing.T) {
	today := roadmap.MustDate(c.Today)
	r := readRoadmap(c.Roadmap, today)
	if c.ExpectError && c.Agrees {
		if r != nil {
			t.Fatal("the roadmap should be refused")
		}
		return
	}
	if r == nil {
		t.Fatal("the roadmap is refused")
	}
	if c.ExpectError { // the peer refuses what ours plans
		c.Expect = c.Ours
	}
	p := schedule.Compute(r, today, schedule.Options{NoLevel: !c.Level})
	for i, task := range r.Tasks() {
		if c.Ambiguous == "" {
			checkTask(t, task.ID, c.Expect[task.ID].over(c.Ours[task.ID]), p.Tasks[i])
		}
	}
	if f := c.ExpectPlan.Finish; f != "" && p.Finish.String() != f {
		t.Errorf("plan ends %s, want %s", p.Finish, f)
	}
	if n := c.ExpectPlan.WorkingDays; n != 0 && r.Calendar().Between(p.Start-1, p.Finish) != n {
		t.Errorf("plan takes %d working days, want %d", r.Calendar().Between(p.Start-1, p.Finish), n)
	}
	if o := c.ExpectPlan.Optimum; o != "" && p.Finish.String() < o {
		t.Errorf("plan ends %s, before the optimum %s", p.Finish, o)
	}
	for _, group := range c.ExpectDisjoint {
		checkDisjoint(t, r, p, group)
	}
}

func checkTask(t *testing.T, id string, want peerTask, got schedule.TaskPlan) {
	t.Helper()
	for _, x := range []struct{ what, want, got string }{
		{"start", want.Start, got.Start.String()}, {"finish", want.Finish, got.Finish.String()},
		{"late start", want.LateStart, got.LateStart.String()}, {"late finish", want.LateFinish, got.LateFinish.String()},
	} {
		if x.want != "" && x.want != x.got {
			t.Errorf("%s of %s is %s, want %s", x.what, id, x.got, x.want)
		}
	}
	if want.Slack != nil && *want.Slack != got.Slack {
		t.Errorf("slack of %s is %d, want %d", id, got.Slack, *want.Slack)
	}
	if want.Critical != nil && *want.Critical != got.Critical {
		t.Errorf("critical of %s is %v, want %v", id, got.Critical, *want.Critical)
	}
}

func checkDisjoint(t *testing.T, r *roadmap.Roadmap, p *schedule.Plan, ids []string) {
	t.Helper()
	for k, a := range ids {
		for _, b := range ids[:k] {
			x, y := p.Tasks[r.TaskIndex(a)], p.Tasks[r.TaskIndex(b)]
			if x.Start <= y.Finish && y.Start <= x.Finish {
				t.Errorf("%s (%s to %s) and %s (%s to %s) are at work at once", a, x.Start, x.Finish, b, y.Start, y.Finish)
			}
		}
	}
}

// flagCase is a small roadmap with what check must say of it, and must not.
type flagCase struct {
	Name, Today   string
	Roadmap       json.RawMessage
	Flags, Absent []map[string]any
}

func TestFlagsFollowTheirRules(t *testing.T) {
	for _, c := range readCases[flagCase](t, "flags.json") {
		t.Run(c.Name, func(t *testing.T) {
			today := roadmap.MustDate(c.Today)
			r := readRoadmap(c.Roadmap, today)
			if r == nil {
				t.Fatal("the roadmap is refused")
			}
			p := schedule.Compute(r, today, schedule.Options{})
			var flags []schedule.Flag
			for _, f := range p.Flags() {
				if !f.Known {
					flags = append(flags, f)
				}
			}
			for _, want := range c.Flags {
				if !matchesAny(want, flags) {
					t.Errorf("missing %v among\n%s", want, listed(flags))
				}
			}
			for _, not := range c.Absent {
				if matchesAny(not, flags) {
					t.Errorf("unwanted %v among\n%s", not, listed(flags))
				}
			}
			checkSums(t, flags)
			p.Roots(flags)
		})
	}
}

// checkSums holds the days of every chain to the days of its flag.
func checkSums(t *testing.T, flags []schedule.Flag) {
	t.Helper()
	for _, f := range flags {
		sum := 0
		for _, l := range f.Why() {
			sum += l.Days
		}
		if len(f.Why()) > 0 && sum != f.Days && f.Kind != schedule.AtRisk {
			t.Errorf("the chain of %s on %v adds up to %d, not to %d: %+v", f.Kind, f.Subject(), sum, f.Days, f.Why())
		}
	}
}

func matchesAny(want map[string]any, flags []schedule.Flag) bool {
	for _, f := range flags {
		fields := flagFields(f)
		match := true
		for k, v := range want {
			match = match && fmt.Sprint(fields[k]) == fmt.Sprint(v)
		}
		if match {
			return true
		}
	}
	return false
}

func flagFields(f schedule.Flag) map[string]any {
	m := map[string]any{"kind": f.Kind, "severity": f.Severity, "days": f.Days, "waits_on": f.WaitsOn, "idle_people": f.IdlePeople}
	for k, v := range map[string]string{"task": f.Task, "team": f.Team, "goal": f.Goal, "against": f.Against, "date": f.Date.String(), "forecast": f.Forecast.String(),
		"worst_task": f.WorstTask, "impossible": f.Impossible().By, "since": f.Since.String(), "until": f.Until.String(), "reason": f.Reason} {
		if v != "" {
			m[k] = v
		}
	}
	return m
}

func listed(flags []schedule.Flag) (s string) {
	for _, f := range flags {
		s += fmt.Sprintln(" ", flagFields(f), f.Why())
	}
	return s
}
