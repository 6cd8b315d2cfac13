package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// atFlag gives a command --at: it then looks at the roadmap as it was.
func atFlag(c *cobra.Command, at *string) {
	c.Flags().StringVar(at, "at", "", "the roadmap as it was at the end of a `DATE`, or after the last \"checkin\"")
}

// roadmapAt is the roadmap as it was at the end of a day, and that day; as it is today where none is named.
func (p *program) roadmapAt(at string) (*roadmap.Roadmap, roadmap.Date, error) {
	today, err := p.today()
	if err != nil {
		return nil, 0, err
	}
	if at == "" {
		_, s, err := p.load()
		return s.Roadmap, today, err
	}
	s, past, err := p.loadPast()
	if err != nil {
		return nil, 0, err
	}
	then, err := whenThen(at, today, &past)
	if err != nil {
		return nil, 0, fmt.Errorf("--at: %w", err)
	}
	r, err := then.Roadmap(s.Roadmap, &past)
	return r, then.Day, err
}

// planAt is the plan of that roadmap, as it was seen on that day.
func (p *program) planAt(at string) (*schedule.Plan, error) {
	r, day, err := p.roadmapAt(at)
	if err != nil {
		return nil, err
	}
	return schedule.Compute(r, day, schedule.Options{}), nil
}
