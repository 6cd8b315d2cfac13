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

// remembered is forecast.Run, but what was asked before is not worked out again: nearly all of these tests look at the same
// demo, each with a UI of its own, and its forecast would take most of their time.
func remembered(ctx context.Context, plan *schedule.Plan, o forecast.Options) (*forecast.Forecast, error) {
	var words bytes.Buffer
	if err := exchange.WriteJSON(&words, plan.Roadmap); err != nil {
		return nil, err
	}
	q := question{words.String(), plan.Today, o.Runs, o.Drivers, o.Seed}
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

// sketches has forecasts made of few runs, for a test that reads none of their numbers, but changes the roadmap under a view of
// them again and again.
func (u *user) sketches() *user {
	u.m.forecasts = func(ctx context.Context, plan *schedule.Plan, o forecast.Options) (*forecast.Forecast, error) {
		o.Runs = min(o.Runs, 50)
		return remembered(ctx, plan, o)
	}
	return u
}
