package main

import (
	"context"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"bywhen/roadmap/forecast"
	"bywhen/roadmap/schedule"
)

// defaultSeed is the seed of a forecast where none is given.
const defaultSeed = 1

func forecastCommand(p *program) *cobra.Command {
	var asJSON bool
	o := forecast.Options{Drivers: forecast.DefaultDrivers}
	c := &cobra.Command{
		Use:   "forecast",
		Short: "Say how probable it is that each deadline is kept, and what moves it most",
		Long: `Say how probable it is that each deadline is kept, by when it is with 50, 80 and 95 %, and what moves it most.

The plan is made anew thousands of times, each time with other durations, risks and promises. Three-point estimates spread
as they say; a plain effort as the finished tasks of its team did against theirs, or, until there are five of them, from ¾
to 2 times itself; a promise comes as late as its team's earlier ones did, one more in time counted in, or, until there are
three of them, in time.
The same roadmap, status date, runs and seed give the same forecast on every machine.`,
		Args: needs(),
		RunE: func(*cobra.Command, []string) error {
			plan, f, err := p.forecast(o)
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(forecastJSON(f))
			}
			p.printForecast(plan, f)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().IntVar(&o.Runs, "runs", forecast.DefaultRuns, "how often the plan is made, `N` times")
	c.Flags().Uint64Var(&o.Seed, "seed", defaultSeed, "another `N` draws other durations, risks and promises")
	return c
}

// forecast is the plan of the file and what chance says of it, worked out on all cores.
func (p *program) forecast(o forecast.Options) (*schedule.Plan, *forecast.Forecast, error) {
	if o.Runs < 1 || o.Runs > forecast.MostRuns {
		return nil, nil, fmt.Errorf("--runs %d: from 1 to %d", o.Runs, forecast.MostRuns)
	}
	plan, err := p.plan(schedule.Options{})
	if err != nil {
		return nil, nil, err
	}
	o.Workers = runtime.GOMAXPROCS(0)
	f, err := forecast.Run(context.Background(), plan, o)
	return plan, f, err
}
