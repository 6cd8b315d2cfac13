package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

func baselineCommand(p *program) *cobra.Command {
	var e edit
	var list bool
	var use string
	c := &cobra.Command{
		Use:   "baseline [NAME]",
		Short: "Take a baseline: the dates that were committed to",
		Long: `Take a baseline: keep the plan's dates as the ones that were committed to, to compare the forecast with. Without NAME it is
called after the day. --use NAME makes an older one the current one.`,
		Args: needs("NAME…?"),
		RunE: func(_ *cobra.Command, args []string) error {
			name := strings.Join(args, " ")
			switch {
			case (list || use != "") && name != "":
				return fmt.Errorf("%q is one too many: with --list or --use no baseline is taken", name)
			case list:
				return p.listBaselines(e.asJSON)
			}
			e.change = func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
				if use != "" {
					return useBaseline(d, ctx.Roadmap, use)
				}
				return takeBaseline(d, ctx, name)
			}
			return p.carryOut(e)
		},
	}
	c.Flags().BoolVar(&list, "list", false, "list those taken")
	c.Flags().StringVar(&use, "use", "", "make the baseline called `NAME` the current one")
	c.Flags().BoolVar(&e.asJSON, "json", false, "print JSON")
	c.MarkFlagsMutuallyExclusive("list", "use")
	return c
}

// useBaseline makes the baseline of that name the current one.
func useBaseline(d *roadmap.Draft, r *roadmap.Roadmap, name string) (did, error) {
	var names []string
	for _, b := range r.Baselines() {
		names = append(names, strconv.Quote(b.Name))
	}
	switch {
	case r.Baseline(name) != nil:
		return did{title: "baseline in use: " + name}, d.UseBaseline(name)
	case len(names) == 0:
		return did{}, fmt.Errorf("there is no baseline %q, nor any other: take one with \"bywhen baseline %s\"", name, name)
	}
	return did{}, fmt.Errorf("there is no baseline %q: use %s", name, roadmap.Alternatives(names))
}

// takeBaseline keeps the plan of today under a name that no baseline has, and makes it the current one.
func takeBaseline(d *roadmap.Draft, ctx phrase.Context, name string) (did, error) {
	if name == "" {
		name = ctx.Today.String()
	}
	if ctx.Roadmap.Baseline(name) != nil {
		return did{}, fmt.Errorf("there is a baseline %q already: give this one another name", name)
	}
	b := schedule.Compute(ctx.Roadmap, ctx.Today, schedule.Options{}).Baseline(name)
	b.Current = true
	title := "took baseline " + name
	return did{title: title, said: title + ", of " + paint.Count(len(b.Tasks), "task")}, d.PutBaseline(b)
}

func (p *program) listBaselines(asJSON bool) error {
	today, err := p.today()
	if err != nil {
		return err
	}
	_, s, err := p.load()
	if err != nil {
		return err
	}
	if asJSON {
		values, err := roadmapPart(s.Roadmap, "baselines")
		if err != nil {
			return err
		}
		return p.printJSON(map[string]json.RawMessage{"baselines": values})
	}
	if len(s.Roadmap.Baselines()) == 0 {
		p.notef("no baseline was taken yet: take one with \"bywhen baseline NAME\"")
	}
	t := table{columns: []column{{"baseline", false}, {"taken", true}, {"tasks", true}, {"", false}}}
	for _, b := range s.Roadmap.Baselines() {
		mark := ""
		if b == s.Roadmap.CurrentBaseline() {
			mark = "current"
		}
		t.add(b.Name, paint.Day(b.Taken, today), strconv.Itoa(len(b.Tasks)), mark)
	}
	t.write(p.out)
	return nil
}
