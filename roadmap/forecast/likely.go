package forecast

import (
	"context"
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// RoughRuns is how many runs are enough to say by when something is likely to be finished. A small roadmap gets more, up to
// those of a whole forecast, as long as that costs no more than so many tasks placed.
const (
	RoughRuns   = 500
	roughPlaced = 1_000_000
)

// Likely is the day by which an item with a deadline is finished with a probability of at least 80 %, and how that is known,
// as "10,000 runs"; 0 where it has none, or rests on an end that nobody knows.
func (f *Forecast) Likely(on schedule.Ref) (day roadmap.Date, from string) {
	d := f.On(on)
	if d == nil || d.OpenEnd {
		return 0, ""
	}
	return d.P80, RunsText(f.Runs)
}

// Roughly is Likely for a plan that has no forecast: it makes a rough one when it is first asked, on some cores. A context that
// is cancelled ends that, and then nothing is known.
func Roughly(ctx context.Context, plan *schedule.Plan, workers int) func(schedule.Ref) (roadmap.Date, string) {
	var f *Forecast
	return func(on schedule.Ref) (roadmap.Date, string) {
		if f == nil {
			made, err := Run(ctx, plan, Options{Runs: max(min(roughPlaced/max(len(plan.Tasks), 1), DefaultRuns), RoughRuns), Seed: 1, Workers: workers})
			if err != nil {
				return 0, ""
			}
			f = made
		}
		return f.Likely(on)
	}
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
