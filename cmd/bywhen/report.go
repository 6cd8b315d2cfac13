package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/forecast"
	"bywhen/roadmap/history"
	"bywhen/roadmap/report"
	"bywhen/roadmap/schedule"
)

func reportCommand(p *program) *cobra.Command {
	var whom, sinceDay, format string
	c := &cobra.Command{
		Use:   "report [NAME]",
		Short: "Say how the week stands in plain sentences, to be sent to people",
		Long: `Say how things stand in plain sentences: the deadlines first, what moves them, what has changed, what comes next, and what is asked
of whom.

    bywhen report
    bywhen report --for team Mechanics --format md
    bywhen report --for exec --since 2-nov --format html > status.html

A deadline that holds by the plan alone is told with its probability, and one that is late with the day by which it is met with 80 %, by
a rough forecast.

What has changed is since a week ago, or since the history began, where --since does not name another day or the last "checkin".`,
		Args: needs("NAME…?"),
		RunE: func(_ *cobra.Command, args []string) error {
			format = strings.ToLower(format)
			if !slices.Contains(report.Formats(), format) {
				return fmt.Errorf("--format: there is no format %q for a report: use %s", format, roadmap.Alternatives(report.Formats()))
			}
			return p.printReport(strings.Join(append([]string{whom}, args...), " "), sinceDay, format)
		},
	}
	c.Flags().StringVar(&whom, "for", "week", "whom it is for: `week`, team NAME or exec")
	c.Flags().StringVar(&sinceDay, "since", "", "tell what has changed since a `DATE`, or since the last \"checkin\"")
	c.Flags().StringVar(&format, "format", "text", "text, md or html")
	return c
}

// printReport prints the report for somebody.
func (p *program) printReport(whom, sinceDay, format string) error {
	today, err := p.today()
	if err != nil {
		return err
	}
	s, past, err := p.loadPast()
	if err != nil {
		return err
	}
	o, err := reportFor(s.Roadmap, whom)
	if err != nil {
		return err
	}
	then, ok, err := reportSince(sinceDay, today, &past)
	if err != nil {
		return err
	}
	if ok {
		if o.Then, err = then.Plan(s.Roadmap, &past, schedule.Options{}); err != nil {
			return err
		}
	}
	plan := schedule.Compute(s.Roadmap, today, schedule.Options{})
	rough, cores := forecast.NewRough(forecast.Run, plan), runtime.GOMAXPROCS(0)
	o.Chances, o.Likely = rough.Chances(context.Background(), cores), rough.LikelyDays(context.Background(), cores)
	p.printf("%s", report.Of(plan, o).Write(format))
	return nil
}

// reportFor reads whom a report is for: week, exec, or team and its name.
func reportFor(r *roadmap.Roadmap, whom string) (report.Options, error) {
	kind, name, _ := strings.Cut(strings.TrimSpace(whom), " ")
	name = strings.TrimSpace(name)
	switch kind = strings.ToLower(kind); {
	case kind == "team" && name == "":
		return report.Options{}, errors.New("--for team: whose name is missing, as in --for team Mechanics")
	case kind == "team":
		t, err := findTeam(r, name)
		if err != nil {
			return report.Options{}, err
		}
		return report.Options{For: report.Team, Team: t.ID}, nil
	case name != "":
		return report.Options{}, fmt.Errorf("%q is one too many: only --for team takes a name", name)
	case kind == "week":
		return report.Options{For: report.Week}, nil
	case kind == "exec":
		return report.Options{For: report.Exec}, nil
	}
	return report.Options{}, fmt.Errorf("--for: there is no report for %q: use week, team NAME or exec", kind)
}

// reportSince finds the day to compare with: a week ago, or the day on which the history began; false where it begins today.
func reportSince(arg string, today roadmap.Date, past *history.Past) (history.Then, bool, error) {
	if arg != "" {
		then, err := whenThen(arg, today, past)
		if err != nil {
			err = fmt.Errorf("--since: %w", err)
		}
		return then, err == nil, err
	}
	then, ok := past.WeekAgo(today)
	return then, ok, nil
}
