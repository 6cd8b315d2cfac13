package forecast

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
	"bywhen/roadmap/schedule"
)

// exactCase is a roadmap whose forecast can be worked out exactly.
type exactCase struct {
	Name       string
	Today      string
	Roadmap    json.RawMessage
	Quantities []quantity
}

// quantity is one exact value, and how far 10,000 runs may be from it: four standard errors.
type quantity struct {
	Kind        string
	Task, Date  string
	Q           float64
	Value       float64
	Tolerance   float64
	Alpha, Beta float64
}

// readExact reads the cases where their newest version lies, beside the project; else the copy under testdata.
func readExact(t *testing.T) []exactCase {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "vectors", "montecarlo.json"))
	if err != nil {
		raw, err = os.ReadFile(filepath.Join("testdata", "montecarlo.json"))
	}
	if err != nil {
		t.Fatal(err)
	}
	var doc struct{ Cases []exactCase }
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Cases
}

// planned is the plan of a roadmap in the contract's JSON.
func planned(t testing.TB, today string, raw []byte) *schedule.Plan {
	t.Helper()
	day := roadmap.MustDate(today)
	r, _, err := exchange.ReadJSON(bytes.NewReader(raw), day)
	if err != nil {
		t.Fatal(err)
	}
	return schedule.Compute(r, day, schedule.Options{})
}

// forecast is a forecast on one core, with seed 1 where the options have none.
func forecast(t testing.TB, plan *schedule.Plan, o Options) *Forecast {
	t.Helper()
	if o.Seed == 0 {
		o.Seed = 1
	}
	f, err := Run(context.Background(), plan, o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Two-point risks, chains, parallel branches, shared events, binomial sums, promises, a levelled pair and PERT-betas, alone
// and joined: every exact value holds within its tolerance after 10,000 runs.
func TestTheForecastOfRoadmapsWithExactAnswers(t *testing.T) {
	checked := 0
	for _, c := range readExact(t) {
		plan := planned(t, c.Today, c.Roadmap)
		f := forecast(t, plan, Options{Runs: 10_000})
		for _, q := range c.Quantities {
			if got, want, ok := q.compare(t, plan, f); !ok {
				t.Errorf("%s: %s %s %s %v is %s, want %s", c.Name, q.Kind, q.Task, q.Date, q.Q, got, want)
			}
			checked++
		}
	}
	if checked < 271 {
		t.Errorf("%d quantities were checked, want 271 or more", checked)
	}
}

// compare tells whether a quantity holds.
func (q quantity) compare(t *testing.T, plan *schedule.Plan, f *Forecast) (got, want string, ok bool) {
	t.Helper()
	if strings.HasPrefix(q.Kind, "unrounded ") {
		value := q.unrounded(t, plan)
		return fmt.Sprint(value), fmt.Sprint(q.Value, " ± ", q.Tolerance), math.Abs(value-q.Value) <= q.Tolerance
	}
	d := f.On(schedule.Ref{Task: q.Task})
	if d == nil {
		t.Fatalf("task %s has no deadline", q.Task)
	}
	value := 0.0
	switch q.Kind {
	case "quantile":
		date := map[float64]roadmap.Date{0.5: d.P50, 0.8: d.P80, 0.95: d.P95}[q.Q]
		return date.String(), q.Date, date.String() == q.Date
	case "P(finish <= date)":
		for _, bar := range d.Histogram {
			if bar.Date <= roadmap.MustDate(q.Date) {
				value += float64(bar.Count) / float64(f.Runs)
			}
		}
	case "mean working days":
		cal, before := plan.Roadmap.Calendar(), plan.Roadmap.Settings().Start-1
		for _, bar := range d.Histogram {
			value += float64(bar.Count*cal.Between(before, bar.Date)) / float64(f.Runs)
		}
	default:
		t.Fatalf("unknown kind of quantity %q", q.Kind)
	}
	return fmt.Sprint(value), fmt.Sprint(q.Value, " ± ", q.Tolerance), math.Abs(value-q.Value) <= q.Tolerance+1e-9
}

// unrounded is the mean or the variance of samples, or of the greatest of several, drawn in steps so small that rounding
// does not matter, from the first task's estimate.
func (q quantity) unrounded(t *testing.T, plan *schedule.Plan) float64 {
	t.Helper()
	e := plan.Roadmap.Tasks()[0].Estimate
	low, wide := e.Optimistic.Days(), e.Pessimistic.Days()-e.Optimistic.Days()
	shape := newPert((e.Likely.Days() - low) / wide)
	if q.Alpha != 0 && (math.Abs(shape.alpha-q.Alpha) > 1e-9 || math.Abs(shape.beta-q.Beta) > 1e-9) {
		t.Errorf("alpha and beta are %v and %v, want %v and %v", shape.alpha, shape.beta, q.Alpha, q.Beta)
	}
	const steps = mostOutcomes - 1
	fine := newTable(1, steps, func(n int32) float64 { return shape.upTo(float64(n) / steps) })
	of := 1
	if _, err := fmt.Sscanf(q.Kind[strings.LastIndex(q.Kind, " of ")+4:], "%d samples", &of); err != nil {
		of = 1
	}
	var samples []float64
	for n := range uint64(10_000) {
		most := int32(0)
		for k := range of {
			most = max(most, fine.days(newStream(1, drawsWork, plan.Roadmap.Tasks()[k].ID).draw(n)))
		}
		samples = append(samples, low+wide*(float64(most)-0.5)/steps)
	}
	mean, variance := moments(samples)
	if strings.Contains(q.Kind, "variance") {
		return variance
	}
	return mean
}

func moments(samples []float64) (mean, variance float64) {
	for _, x := range samples {
		mean += x / float64(len(samples))
	}
	for _, x := range samples {
		variance += (x - mean) * (x - mean) / float64(len(samples)-1)
	}
	return mean, variance
}
