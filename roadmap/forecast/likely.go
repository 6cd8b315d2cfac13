package forecast

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// A forecast of a large roadmap has fewer runs, so that it costs no more than so many tasks placed.
const (
	mostPlaced = 10_000_000
	leastRuns  = 500
)

// RunsFor is how many runs a forecast of so many tasks has where nobody asks for a number: DefaultRuns up to a thousand tasks, then
// fewer, but 500 at the least. Whoever makes it so, with the seed 1, says the same of the same plan.
func RunsFor(tasks int) int { return max(min(mostPlaced/max(tasks, 1), DefaultRuns), leastRuns) }

// Likely is the day by which an item with a deadline is finished with a probability of at least 80 %, and how that is known,
// as "10,000 runs"; 0 where it has none, or rests on an end that nobody knows.
func (f *Forecast) Likely(on schedule.Ref) (day roadmap.Date, from string) {
	d := f.On(on)
	if d == nil || d.OpenEnd {
		return 0, ""
	}
	return d.P80, RunsText(f.Runs)
}

// LikelyDays are the days of Likely, of all deadlines that have one.
func (f *Forecast) LikelyDays() map[schedule.Ref]roadmap.Date {
	out := map[schedule.Ref]roadmap.Date{}
	for i := range f.Deadlines {
		if d := &f.Deadlines[i]; !d.OpenEnd && d.P80 != 0 {
			out[d.On] = d.P80
		}
	}
	return out
}

// Maker makes a forecast of a plan: Run, or what remembers what Run made.
type Maker func(ctx context.Context, plan *schedule.Plan, o Options) (*Forecast, error)

// Rough is what chance says of a plan, without what drives it: a forecast is made when it is first asked for, and kept. Several
// goroutines may ask.
type Rough struct {
	run  Maker
	plan *schedule.Plan
	mu   sync.Mutex
	made *Forecast // nil until there is one
}

// NewRough makes nothing yet.
func NewRough(run Maker, plan *schedule.Plan) *Rough { return &Rough{run: run, plan: plan} }

// Plan is what it is of.
func (r *Rough) Plan() *schedule.Plan { return r.plan }

// Likely is Forecast.Likely, for which it may run on some cores. A context that is cancelled ends that, and then nothing is known;
// who asks next begins anew.
func (r *Rough) Likely(ctx context.Context, workers int) func(schedule.Ref) (roadmap.Date, string) {
	return func(on schedule.Ref) (roadmap.Date, string) {
		f := r.forecast(ctx, workers)
		if f == nil {
			return 0, ""
		}
		return f.Likely(on)
	}
}

// Chances is Forecast.Chances, likewise; nil where it was cancelled.
func (r *Rough) Chances(ctx context.Context, workers int) schedule.Chances {
	if f := r.forecast(ctx, workers); f != nil {
		return f.Chances()
	}
	return nil
}

// LikelyDays is Forecast.LikelyDays, likewise.
func (r *Rough) LikelyDays(ctx context.Context, workers int) map[schedule.Ref]roadmap.Date {
	if f := r.forecast(ctx, workers); f != nil {
		return f.LikelyDays()
	}
	return nil
}

// forecast is made now if it must be; nil where that was cancelled.
func (r *Rough) forecast(ctx context.Context, workers int) *Forecast {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.made == nil {
		made, err := r.run(ctx, r.plan, Options{Runs: RunsFor(len(r.plan.Tasks)), Seed: 1, Workers: workers})
		if err != nil {
			return nil
		}
		r.made = made
	}
	return r.made
}

// RunsText is a number of runs with its thousands parted: "10,000 runs".
func RunsText(n int) string {
	if n == 1 {
		return "1 run"
	}
	digits := fmt.Sprint(n)
	var parts []string
	for len(digits) > 3 {
		parts = append([]string{digits[len(digits)-3:]}, parts...)
		digits = digits[:len(digits)-3]
	}
	return strings.Join(append([]string{digits}, parts...), ",") + " runs"
}
