package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
)

func blockCommand(p *program) *cobra.Command {
	var e edit
	var until, owner string
	var clear bool
	c := &cobra.Command{
		Use:   "block ID TEXT…",
		Short: "Add a blocker to a task, or clear it",
		Long: `Add a blocker to a task: an impediment that no dependency expresses.

    bywhen block 7 Export licence --owner ana --until fri
    bywhen block 7 --clear

--until is the first day without it; where nobody knows, the dates that rest on it are shown as "or later". --clear clears the
open blockers of the task, or those whose text begins with TEXT.`,
		Args: needs("ID", "TEXT…?"),
		RunE: func(_ *cobra.Command, args []string) error {
			text := p.text(args[1:])
			e.change = func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
				t, err := findTask(ctx.Roadmap, args[0])
				switch {
				case err != nil:
					return did{}, err
				case clear:
					return clearBlockers(d, t, text)
				}
				b, err := newBlocker(text, owner, until, ctx)
				if err != nil {
					return did{}, err
				}
				return addBlocker(d, t, b)
			}
			return p.carryOut(e)
		},
	}
	c.Flags().StringVar(&until, "until", "", "the `DATE` of the first day without it")
	c.Flags().StringVar(&owner, "owner", "", "`WHO` is to clear it")
	c.Flags().BoolVar(&clear, "clear", false, "clear it")
	c.Flags().BoolVar(&e.asJSON, "json", false, "print JSON")
	c.MarkFlagsMutuallyExclusive("clear", "until")
	c.MarkFlagsMutuallyExclusive("clear", "owner")
	return c
}

// newBlocker reads a blocker from its line and the flags, which go before what the line says.
func newBlocker(text, owner, until string, ctx phrase.Context) (roadmap.Blocker, error) {
	if strings.TrimSpace(text) == "" {
		return roadmap.Blocker{}, errors.New("what blocks it is missing: write it after the task, or clear it with --clear")
	}
	b, chips := phrase.ParseBlocker(text, ctx)
	for _, c := range chips {
		if c.Problem != "" {
			return b, errors.New(c.Problem)
		}
	}
	if owner != "" {
		b.Owner = owner
	}
	if until != "" {
		d, err := phrase.Date(until, ctx)
		if err != nil {
			return b, fmt.Errorf("--until: %w", err)
		}
		b.Until = d
	}
	if b.Since == 0 {
		b.Since = ctx.Today
	}
	return b, nil
}

func addBlocker(d *roadmap.Draft, t *roadmap.Task, b roadmap.Blocker) (did, error) {
	err := d.UpdateTask(t.ID, func(t *roadmap.Task) { t.Blockers = append(slices.Clone(t.Blockers), b) })
	return did{title: fmt.Sprintf("%s blocked: %s", t.Title, b.Text)}, err
}

// clearBlockers clears, as of today, the open blockers whose text begins so; without a text all of them.
func clearBlockers(d *roadmap.Draft, t *roadmap.Task, text string) (did, error) {
	var cleared []string
	blockers := slices.Clone(t.Blockers)
	for i, b := range blockers {
		if b.Open() && strings.HasPrefix(folded(b.Text), folded(text)) {
			blockers[i].Cleared = d.Today()
			cleared = append(cleared, b.Text)
		}
	}
	if len(cleared) == 0 {
		return did{}, fmt.Errorf("%q has no such open blocker; see \"bywhen show %s\"", t.Title, t.ID)
	}
	err := d.UpdateTask(t.ID, func(t *roadmap.Task) { t.Blockers = blockers })
	return did{title: fmt.Sprintf("%s no longer blocked: %s", t.Title, listed(cleared))}, err
}
