package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
)

func knownCommand(p *program) *cobra.Command {
	var e edit
	var until, because string
	var clear bool
	c := &cobra.Command{
		Use:   "known ID [KIND]",
		Short: "Accept a flag, until a day or until it gets worse",
		Long: `Say that a flag on a task, goal or team is known: "bywhen check" leaves it out until the day named by --until, or until it gets
worse. Without KIND it is the worst flag that is not known yet.

    bywhen known 7 slipping --until 1-feb --because "accepted by the board"
    bywhen known 7 --clear`,
		Args: needs("ID", "KIND?"),
		RunE: func(_ *cobra.Command, args []string) error {
			kind := ""
			if len(args) > 1 {
				kind = args[1]
			}
			e.change = func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
				on, err := findHeld(ctx.Roadmap, args[0])
				switch {
				case err != nil:
					return did{}, err
				case clear:
					return clearKnown(d, ctx.Roadmap, on, kind)
				}
				return acceptFlag(d, ctx, on, kind, until, because)
			}
			return p.carryOut(e)
		},
	}
	c.Flags().StringVar(&until, "until", "", "known up to and with this `DATE`; without it until it gets worse")
	c.Flags().StringVar(&because, "because", "", "why: a `TEXT` that is kept with it")
	c.Flags().BoolVar(&clear, "clear", false, "not known any more; without KIND none of its flags")
	c.Flags().BoolVar(&e.asJSON, "json", false, "print JSON")
	c.MarkFlagsMutuallyExclusive("clear", "until")
	c.MarkFlagsMutuallyExclusive("clear", "because")
	return c
}

// acceptFlag marks a flag known as bad as it is.
func acceptFlag(d *roadmap.Draft, ctx phrase.Context, on schedule.Ref, kind, until, because string) (did, error) {
	plan := schedule.Compute(ctx.Roadmap, ctx.Today, schedule.Options{})
	f, err := flagOn(plan, on, kind)
	if err != nil {
		return did{}, err
	}
	k := f.Accepted()
	if k.Because, _ = roadmap.CleanLine(because); until != "" {
		if k.Until, err = phrase.Date(until, ctx); err != nil {
			return did{}, fmt.Errorf("--until: %w", err)
		}
		if k.Until < ctx.Today {
			return did{}, fmt.Errorf("--until: %s has passed: name today or a later day", k.Until)
		}
	}
	title := "known: " + refTitle(plan.Roadmap, on) + ", " + f.Kind.String()
	if k.Until != 0 {
		title += " until " + ctx.DateText(k.Until)
	}
	return did{title: title, because: k.Because}, d.PutKnown(k)
}

// flagOn is the flag of a kind on something; without a kind the worst that is not known yet, else the worst.
func flagOn(plan *schedule.Plan, on schedule.Ref, kind string) (*schedule.Flag, error) {
	want, ok := schedule.ParseFlagKind(kind)
	if kind != "" && !ok {
		return nil, fmt.Errorf("%q is no kind of flag: use %s", kind, roadmap.Alternatives(schedule.FlagKinds()))
	}
	var found *schedule.Flag
	var kinds []string
	for _, f := range plan.Flags() {
		if f.Subject() != on {
			continue
		}
		kinds = append(kinds, f.Kind.String())
		if (kind == "" || f.Kind == want) && (found == nil || found.Known && !f.Known) {
			found = &f
		}
	}
	name := refTitle(plan.Roadmap, on)
	switch {
	case found != nil:
		return found, nil
	case len(kinds) == 0:
		return nil, fmt.Errorf("nothing is flagged on %s", name)
	}
	return nil, fmt.Errorf("%s is not flagged %s; it is %s", name, kind, listed(kinds))
}

// clearKnown takes back that flags on something are known.
func clearKnown(d *roadmap.Draft, r *roadmap.Roadmap, on schedule.Ref, kind string) (did, error) {
	n := 0
	for _, k := range r.Known() {
		if (schedule.Ref{Task: k.Task, Team: k.Team, Goal: k.Goal}) != on || kind != "" && k.Flag != kind {
			continue
		}
		n++
		if err := d.RemoveKnown(*k); err != nil {
			return did{}, err
		}
	}
	name := refTitle(r, on)
	if n == 0 {
		return did{}, fmt.Errorf("no flag on %s is known", name)
	}
	return did{title: "not known any more: " + name}, nil
}
