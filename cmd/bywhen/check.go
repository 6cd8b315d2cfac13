package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/forecast"
	"bywhen/roadmap/schedule"
)

func checkCommand(p *program) *cobra.Command {
	var asJSON, short, withForecast bool
	var failOn []string
	var sinceDay string
	c := &cobra.Command{
		Use:   "check",
		Short: "Say what slips and who is blocked: exit 0 nothing, 1 something, 2 could not tell",
		Long: `Say what slips and who is blocked, worst first, each with its chain of causes.

Exit 0: no flag of severity warning or above. 1: some. 2: could not tell. With --fail-on only flags of these kinds count,
of any severity: ` + strings.Join(schedule.FlagKinds(), ", ") + `.

With --forecast a deadline that holds is at risk too where it is kept with a probability of less than 80 %, in as many runs
and with the seed that "bywhen forecast" has where it is not told.

What was accepted, with "bywhen known" or m in the UI, comes last, and does not count; --json and --short leave it out.

With --since each flag says whether it is new, worse, better or the same since a day or the last check-in, and those that are
gone are listed.`,
		Args: needs(),
		RunE: func(*cobra.Command, []string) error {
			counts, err := failing(failOn)
			if err != nil {
				return err
			}
			plan, chances, err := p.planToCheck(withForecast)
			if err != nil {
				return err
			}
			all := plan.FlagsGiven(chances)
			flags := unknownFlags(all)
			var compared *since
			if sinceDay != "" {
				if compared, err = p.since(sinceDay, plan, all, flags); err != nil {
					return err
				}
			}
			switch {
			case asJSON:
				err = p.printJSON(flagsJSON(plan, flags, compared))
			case short:
				p.printf("%s\n", visible(shortCheck(plan, flags)))
			default:
				p.printCheck(plan, chances, flags, anyAccepted(all), compared)
				p.printAccepted(plan, all)
				p.printGone(compared)
			}
			if err == nil && anyFlag(flags, counts) {
				err = flagged{}
			}
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().BoolVar(&short, "short", false, "print one line, as for a shell's prompt")
	c.Flags().BoolVar(&withForecast, "forecast", false, "add what chance says")
	c.Flags().StringSliceVar(&failOn, "fail-on", nil, "exit 1 only for flags of these `KIND`s, separated by commas")
	c.Flags().StringVar(&sinceDay, "since", "", "say what is new, worse, better and gone since a `DATE`, or since the last \"checkin\"")
	c.MarkFlagsMutuallyExclusive("json", "short")
	return c
}

// planToCheck is the plan of the file and, where they are asked for, the probabilities of its deadlines; else nil.
func (p *program) planToCheck(withForecast bool) (*schedule.Plan, schedule.Chances, error) {
	if !withForecast {
		plan, err := p.plan(schedule.Options{})
		return plan, nil, err
	}
	plan, f, err := p.forecast(forecast.Options{Runs: forecast.DefaultRuns, Seed: defaultSeed})
	if err != nil {
		return nil, nil, err
	}
	return plan, f.Chances(), nil
}

// failing is which flags make check exit 1: those of the kinds named, or, without any, warnings and worse.
func failing(kinds []string) (func(*schedule.Flag) bool, error) {
	if len(kinds) == 0 {
		return func(f *schedule.Flag) bool { return f.Severity >= schedule.Warning }, nil
	}
	chosen := map[schedule.FlagKind]bool{}
	for _, name := range kinds {
		k, ok := schedule.ParseFlagKind(strings.TrimSpace(name))
		if !ok {
			return nil, fmt.Errorf("--fail-on: %q is no kind of flag: use %s", name, roadmap.Alternatives(schedule.FlagKinds()))
		}
		chosen[k] = true
	}
	return func(f *schedule.Flag) bool { return chosen[f.Kind] }, nil
}

// unknownFlags leaves out those that were accepted.
func unknownFlags(flags []schedule.Flag) []schedule.Flag {
	var out []schedule.Flag
	for _, f := range flags {
		if !f.Known {
			out = append(out, f)
		}
	}
	return out
}

// anyFlag tells whether one of the flags counts.
func anyFlag(flags []schedule.Flag, counts func(*schedule.Flag) bool) bool {
	for i := range flags {
		if counts(&flags[i]) {
			return true
		}
	}
	return false
}
