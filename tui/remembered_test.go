package tui

import (
	"bytes"
	"context"
	"sync"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
	"bywhen/roadmap/forecast"
	"bywhen/roadmap/schedule"
)

// question is what a forecast depends on, as package forecast promises.
type question struct {
	roadmap       string // in its file's words
	today         roadmap.Date
	runs, drivers int
	seed          uint64
}

// made are the forecasts that were made before, by question.
var made sync.Map

// editedRuns are the runs of a forecast of a roadmap that a test has edited.
const editedRuns = 500

// remembering has forecasts made as the program makes them of the roadmap that was opened, once for all tests: nearly all of them
// look at the same demo, each with a UI of its own, and its forecasts would take most of their time. Of what a test edits they are
// made of few runs: it looks at what becomes of the forecast, which does not lie in its last digit.
func remembering(opened *roadmap.Roadmap) forecast.Maker {
	atFirst := sync.OnceValues(func() (string, error) { return wordsOf(opened) })
	return func(ctx context.Context, plan *schedule.Plan, o forecast.Options) (*forecast.Forecast, error) {
		words, err := wordsOf(plan.Roadmap)
		if err != nil {
			return nil, err
		}
		if first, err := atFirst(); err != nil || words != first {
			o.Runs = min(o.Runs, editedRuns)
		}
		return remembered(ctx, words, plan, o)
	}
}

// remembered is forecast.Run, but what was asked before is not worked out again.
func remembered(ctx context.Context, words string, plan *schedule.Plan, o forecast.Options) (*forecast.Forecast, error) {
	q := question{words, plan.Today, o.Runs, o.Drivers, o.Seed}
	if f, ok := made.Load(q); ok && ctx.Err() == nil {
		if o.Progress != nil {
			o.Progress(1)
		}
		return f.(*forecast.Forecast), nil
	}
	f, err := forecast.Run(ctx, plan, o)
	if err == nil {
		made.Store(q, f)
	}
	return f, err
}

func wordsOf(r *roadmap.Roadmap) (string, error) {
	var words bytes.Buffer
	err := exchange.WriteJSON(&words, r)
	return words.String(), err
}

// sketches has all forecasts made of very few runs, for a test that reads none of their numbers, but changes the roadmap under a
// view of them again and again.
func (u *user) sketches() *user {
	u.m.forecasts = func(ctx context.Context, plan *schedule.Plan, o forecast.Options) (*forecast.Forecast, error) {
		o.Runs = min(o.Runs, 50)
		words, err := wordsOf(plan.Roadmap)
		if err != nil {
			return nil, err
		}
		return remembered(ctx, words, plan, o)
	}
	return u
}
