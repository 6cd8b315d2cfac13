package tui

import (
	"context"
	"errors"

	"bywhen/roadmap/forecast"
	"bywhen/roadmap/schedule"

	tea "github.com/charmbracelet/bubbletea"
)

// outlook is the forecast that is shown, and the one that is being made.
type outlook struct {
	of       *schedule.Plan // what the forecast, or the failure, is of
	forecast *forecast.Forecast
	failed   error
	making   *schedule.Plan
	work     work
}

// A forecast of a large roadmap is of fewer runs, so that it is there within seconds.
const (
	mostPlaced = 40_000_000 // tasks placed in all runs together
	leastRuns  = 500
)

// forecastsNow makes a forecast of what is shown where there is none, while a view is open that shows it.
func (m *Model) forecastsNow() tea.Cmd {
	plan, o := m.session.Plan(), &m.outlook
	if !m.tabs[m.active].forecast || o.of == plan || len(plan.Tasks) == 0 {
		return nil
	}
	if o.work.running() && o.making == plan {
		return nil
	}
	o.making = plan
	options := forecast.Options{
		Runs: max(min(mostPlaced/len(plan.Tasks), forecast.DefaultRuns), leastRuns), Seed: 1,
		Workers: max(m.opts.Cores-1, 1), Drivers: forecast.DefaultDrivers,
	}
	run := m.forecasts
	return m.begin(&o.work, func(ctx context.Context, progress func(float64)) func() {
		options.Progress = progress
		f, err := run(ctx, plan, options)
		return func() { m.forecasted(plan, f, err) }
	})
}

// forecasted shows a forecast.
func (m *Model) forecasted(plan *schedule.Plan, f *forecast.Forecast, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	m.outlook.of, m.outlook.forecast, m.outlook.failed = plan, f, err
	if err != nil {
		m.fail(err)
	}
	if plan == m.session.Plan() {
		m.look()
	}
}

// forecastOf is the forecast of a plan, if there is one.
func (m *Model) forecastOf(plan *schedule.Plan) *forecast.Forecast {
	if m.outlook.of == plan {
		return m.outlook.forecast
	}
	return nil
}

// making is how much of a forecast that is being made is done; less than 0 where none is.
func (m *Model) making() float64 {
	if !m.outlook.work.running() {
		return -1
	}
	return m.outlook.work.done()
}
