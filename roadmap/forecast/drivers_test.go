package forecast

import (
	"crypto/sha256"
	"fmt"
	"math"
	"testing"

	"bywhen/roadmap/schedule"
)

// driversOf are what moves the deadline of task "end", as "id days" to a tenth, most first.
func driversOf(t *testing.T, rest string) string {
	t.Helper()
	f := of(t, rest, Options{Runs: 2000, Drivers: 10})
	text := ""
	for _, d := range f.On(schedule.Ref{Task: "end"}).Drivers {
		text += fmt.Sprintf(" %s%s %.0f", d.Task, d.Risk, d.Days)
	}
	return text
}

// The date of 80 % is the mean of those of 75 to 85 %, counted in working days.
func TestWhatMovesADeadline(t *testing.T) {
	risk := func(id, task string, probability float64, days int) string {
		return fmt.Sprintf(`{"id": %q, "title": %q, "probability": %v, "days": %d, "tasks": [%q]}`, id, id, probability, days, task)
	}
	const due = `, "deadline": "2026-01-30"`
	for _, c := range []struct{ rule, rest, want string }{
		{"a risk of 40 % costs all of its days there", `"tasks": [` + sure("end", 5, due) + `], "risks": [` + risk("r", "end", 0.4, 4) + `]`, " r 4"},
		{"one of 5 % nothing", `"tasks": [` + sure("end", 5, due) + `], "risks": [` + risk("r", "end", 0.05, 4) + `]`, ""},
		{"the greater risk of a chain comes first", `"tasks": [` + sure("a", 5, "") + "," + sure("end", 5, due) + `], "dependencies": [{"from": "a", "to": "end"}],
			"risks": [` + risk("small", "a", 0.5, 3) + "," + risk("great", "end", 0.5, 6) + `]`, " great 6 small 3"},
		{"a task with days to spare moves nothing", `"tasks": [` + sure("a", 5, "") + `,{"id": "b", "title": "B", "effort": 2},` + sure("end", 5, due) + `],
			"dependencies": [{"from": "a", "to": "end"}, {"from": "b", "to": "end"}]`, ""},
		{"nor does what queues behind it at another team", `"tasks": [` + sure("end", 5, due) + `,{"id": "b", "title": "B", "effort": 5}]`, ""},
		{"what holds its team moves it", `"teams": [{"id": "t", "name": "T", "capacity": 1}], "tasks": [{"id": "b", "title": "B", "effort": 5, "team": "t", "priority": 1,
			"estimate": {"optimistic": 5, "likely": 5, "pessimistic": 20}},` + sure("end", 5, `, "team": "t"`+due) + `]`, " b 5"},
		{"of two equal tasks side by side neither alone wins all", `"tasks": [{"id": "a", "title": "A", "effort": 10, "estimate": {"optimistic": 10, "likely": 10, "pessimistic": 30}},
			{"id": "b", "title": "B", "effort": 10, "estimate": {"optimistic": 10, "likely": 10, "pessimistic": 30}},` + sure("end", 1, due) + `],
			"dependencies": [{"from": "a", "to": "end"}, {"from": "b", "to": "end"}]`, " b 2 a 2"},
	} {
		if got := driversOf(t, c.rest); got != c.want {
			t.Errorf("%s: it is moved by%s, want%s", c.rule, got, c.want)
		}
	}
}

// A and b take 1 day or, each with a half, 2. So each is as long as c, which takes 2, in half of all runs, and c holds the end
// in all: what holds it equally counts equally.
func TestCriticalityIsTheShareOfRunsOnTheChain(t *testing.T) {
	risk := func(task string) string {
		return fmt.Sprintf(`{"id": "r%s", "title": "R", "probability": 0.5, "days": 1, "tasks": [%q]}`, task, task)
	}
	plan := planned(t, "2026-01-05", []byte(`{"bywhen": 1, "start": "2026-01-05", "tasks": [`+sure("a", 1, "")+","+sure("b", 1, "")+","+sure("c", 2, "")+","+sure("end", 1, `, "deadline": "2026-01-30"`)+`],
		"dependencies": [{"from": "a", "to": "end"}, {"from": "b", "to": "end"}, {"from": "c", "to": "end"}], "risks": [`+risk("a")+","+risk("b")+`]}`))
	m := newModel(plan, 1)
	w := m.traced(1)
	const runs = 4000
	for n := range runs {
		w.follow(n, []int{0})
	}
	for x, want := range map[string]float64{"a": 0.5, "b": 0.5, "c": 1, "end": 1} {
		for i, task := range m.tasks {
			if got := float64(w.chains.on[i]) / runs; task.ID == x && math.Abs(got-want) > 0.035 {
				t.Errorf("%s is critical in %v of all runs, want %v", x, got, want)
			}
		}
	}
	for i, k := range m.risks {
		if got := float64(w.chains.risks[i]) / runs; math.Abs(got-0.5) > 0.035 {
			t.Errorf("%s happens on the chain in %v of all runs, want a half", k.id, got)
		}
	}
}

// A promise that comes late moves what waits for it, and says that it is the promise.
func TestAPromiseIsADriver(t *testing.T) {
	tasks := ""
	for i := range 4 {
		tasks += fmt.Sprintf(`{"id": "m%d", "title": "Done", "team": "murata", "status": "done", "started": "2025-09-01", "finished": "2025-09-12", "promised": "2025-09-05"},`, i)
	}
	f := of(t, `"teams": [{"id": "murata", "name": "Murata", "supplier": true}], "tasks": [`+tasks+`{"id": "x", "title": "X", "team": "murata", "promised": "2026-01-16"},`+
		sure("end", 2, `, "deadline": "2026-01-30"`)+`], "dependencies": [{"from": "x", "to": "end"}]`, Options{Runs: 500, Drivers: 5})
	got := f.Drivers()
	if len(got) != 1 || got[0].Task != "x" || !got[0].Promise || got[0].Days != 5 || got[0].On.Task != "end" || got[0].Criticality < 0.7 {
		t.Errorf("%+v", got)
	}
}

// Each driver is listed once, with the deadline that it moves most.
func TestADriverIsListedOnce(t *testing.T) {
	f := &Forecast{Deadlines: []Deadline{
		{On: schedule.Ref{Task: "1"}, Drivers: []Driver{{Task: "a", Days: 2}, {Risk: "a", Days: 1}}},
		{On: schedule.Ref{Goal: "2"}, Drivers: []Driver{{Task: "a", Days: 3, Criticality: 0.5}}},
	}, FinishDrivers: []Driver{{Task: "z", Days: 9}}}
	if got := fmt.Sprintf("%+v", f.Drivers()); got != "[{On:{Task: Team: Goal:2 Risk:} Driver:{Task:a Risk: Promise:false Criticality:0.5 Days:3}} {On:{Task:1 Team: Goal: Risk:} Driver:{Task: Risk:a Promise:false Criticality:0 Days:1}}]" {
		t.Error(got)
	}
	f.Deadlines = nil
	if got := f.Drivers(); len(got) != 1 || got[0].Task != "z" {
		t.Errorf("%+v", got)
	}
}

// The same roadmap, status date, runs and seed give the same forecast on every machine, to the last bit. Where this fails
// after a change that is meant to change forecasts, write down the new sum; where it fails on another kind of processor
// alone, something is computed by the processor's own rules.
func TestAForecastIsTheSameOnEveryMachine(t *testing.T) {
	f := forecast(t, generated(t, 120, true), Options{Runs: 300, Drivers: 8, Workers: 2})
	if got := fmt.Sprintf("%.8x", sha256.Sum256(fmt.Appendf(nil, "%+v", *f))); got != "2643ff9f1a20dffd" {
		t.Error(got)
	}
}
