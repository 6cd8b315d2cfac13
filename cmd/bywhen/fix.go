package main

import (
	"context"
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/fix"
	"bywhen/roadmap/forecast"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/ways"
)

func fixCommand(p *program) *cobra.Command {
	var asJSON bool
	var apply int
	c := &cobra.Command{
		Use:   "fix ID",
		Short: "Find ways out for a task, goal or team that is late",
		Long: `Find ways out for a task, goal or team that is late or at risk: what you can do, and what there is to ask for. Each was
planned, and wins the days that it says at the date in question; what it moves elsewhere stands beside it.

--apply N carries the N-th out, as one undoable step. What is to be asked of somebody is only kept on its task, with the
message to send, and moves no date.`,
		Args: needs("ID"),
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("apply") {
				return p.applyFix(args[0], apply, asJSON)
			}
			plan, err := p.plan(schedule.Options{})
			if err != nil {
				return err
			}
			found, err := fixesOf(plan, args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(fixesJSON(found))
			}
			p.printFixes(plan, found)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().IntVar(&apply, "apply", 0, "carry the `N`-th out; what is to be asked for is kept on its task")
	return c
}

// fixesOf are the ways out of what an argument names.
func fixesOf(plan *schedule.Plan, arg string) (*fix.Fixes, error) {
	on, err := findHeld(plan.Roadmap, arg)
	if err != nil {
		return nil, err
	}
	likely := forecast.NewRough(forecast.Run, plan).Likely(context.Background(), runtime.GOMAXPROCS(0))
	found := fix.Find(plan, on, fix.Options{Likely: likely})
	return &found, nil
}

// applyFix carries the n-th way out, counted from 1, and says what to send where it is to be asked for.
func (p *program) applyFix(arg string, n int, asJSON bool) error {
	message := ""
	err := p.carryOut(edit{asJSON: asJSON, change: func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
		plan := schedule.Compute(ctx.Roadmap, ctx.Today, schedule.Options{})
		found, err := fixesOf(plan, arg)
		if err != nil {
			return did{}, err
		}
		f, err := nthFix(plan, found, n, arg)
		if err != nil {
			return did{}, err
		}
		message = f.Message
		return did{title: f.Done(), said: saidOf(f)}, f.Apply(d)
	}})
	if err != nil || message == "" {
		return err
	}
	if asJSON {
		p.notef("to send: %s", strings.ReplaceAll(message, "\n", " "))
		return nil
	}
	p.printf("to send:\n\n")
	for _, line := range strings.Split(message, "\n") {
		p.printf("%s\n", visible(line))
	}
	return nil
}

func nthFix(plan *schedule.Plan, found *fix.Fixes, n int, arg string) (*fix.Fix, error) {
	switch ways := len(found.Ways); {
	case ways == 0:
		return nil, fmt.Errorf("nothing to apply: %s", noWayOut(plan, found))
	case n < 1 || n > ways:
		return nil, fmt.Errorf("--apply %d: there are %s, from 1; see \"bywhen fix %s\"", n, waysOut(ways), arg)
	}
	return &found.Ways[n-1], nil
}

// waysOut counts ways out.
func waysOut(n int) string {
	if n == 1 {
		return "1 way out"
	}
	return fmt.Sprintf("%d ways out", n)
}

// saidOf is what to say of a way out that was carried out.
func saidOf(f *fix.Fix) string {
	if f.Ask == "" {
		return f.Title
	}
	return f.Done() + "; no date moves until it is answered"
}

// noWayOut says why there is none.
func noWayOut(plan *schedule.Plan, found *fix.Fixes) string {
	name := refTitle(plan.Roadmap, found.On)
	switch {
	case found.Done:
		return name + " is done"
	case found.Late:
		return "nothing that was tried brings " + found.Title + " forward by a day"
	case found.Unplanned != "":
		return name + " cannot be planned: " + found.Unplanned
	case found.Forecast == 0:
		return name + " has no work ahead that could be planned"
	}
	return name + " is neither late nor at risk"
}

// fixDoc is what fix --json prints.
type fixDoc struct {
	Task  string    `json:"task,omitempty"`
	Team  string    `json:"team,omitempty"`
	Goal  string    `json:"goal,omitempty"`
	Days  int       `json:"days"`
	Fixes []fixJSON `json:"fixes"`
}

// fixJSON is a way out.
type fixJSON struct {
	Title     string          `json:"title"`
	Ask       string          `json:"ask,omitempty"`
	Days      int             `json:"days"`
	Forecast  day             `json:"forecast"`
	OpenEnd   bool            `json:"open_end,omitempty"`
	Elsewhere []elsewhereJSON `json:"elsewhere"`
	Next      *elsewhereJSON  `json:"next,omitempty"` // of a team: the task that slips most then, and by how many days
}

// elsewhereJSON is another deadline that a way out moves; positive is later.
type elsewhereJSON struct {
	refJSON
	Days int `json:"days"`
}

func fixesJSON(found *fix.Fixes) fixDoc {
	out := fixDoc{Task: found.On.Task, Team: found.On.Team, Goal: found.On.Goal, Days: found.Days, Fixes: []fixJSON{}}
	for i := range found.Ways {
		f := &found.Ways[i]
		one := fixJSON{Title: f.Title, Ask: f.Ask, Days: f.Days, Forecast: day(f.Forecast), OpenEnd: f.OpenEnd, Elsewhere: []elsewhereJSON{}}
		for _, e := range f.Elsewhere {
			one.Elsewhere = append(one.Elsewhere, elsewhereJSON{refJSON{Task: e.On.Task, Goal: e.On.Goal}, e.Moved})
		}
		if f.Next != "" {
			one.Next = &elsewhereJSON{refJSON{Task: f.NextTask}, f.NextDays}
		}
		out.Fixes = append(out.Fixes, one)
	}
	return out
}

// printFixes prints the ways out under two headings; their numbers are those that --apply takes.
func (p *program) printFixes(plan *schedule.Plan, found *fix.Fixes) {
	if len(found.Ways) == 0 {
		p.printf("%s\n", visible(noWayOut(plan, found)))
		return
	}
	standing := plan.Standing(found.On)
	p.printf("%s\n", visible(refTitle(plan.Roadmap, found.On)+": "+standingText(plan, &standing)+unlikelyText(found)))
	t := table{columns: []column{{"", true}, {"wins", true}, {"then ends", true}, {"", false}}}
	for _, heading := range []struct {
		name string
		asks bool
	}{{"you can", false}, {"ask for", true}} {
		first := true
		for i := range found.Ways {
			f := &found.Ways[i]
			if (f.Ask != "") != heading.asks {
				continue
			}
			if first {
				t.add("", "", "", heading.name)
				first = false
			}
			t.add(fmt.Sprint(i+1), wins(f), paint.DayOrLater(f.Forecast, plan.Today, f.OpenEnd), "  "+fixTitle(plan, f)+ways.Beside(f, mostElsewhere))
		}
	}
	t.write(p.out)
}

// unlikelyText says what threatens what is in time.
func unlikelyText(found *fix.Fixes) string {
	if found.Unlikely {
		return ", but with less than 80 % probability"
	}
	return ""
}

// fixTitle is a way out, with the day on which it was asked for already.
func fixTitle(plan *schedule.Plan, f *fix.Fix) string {
	if f.Asked != 0 {
		return f.Title + " (asked " + paint.Day(f.Asked, plan.Today) + ")"
	}
	return f.Title
}

// wins is what a way out wins: days, or that the end is known then.
func wins(f *fix.Fix) string {
	switch {
	case f.EndKnown && f.Days == 0:
		return "end known"
	case f.EndKnown:
		return paint.Delta(-f.Days, false) + ", end known"
	}
	return paint.Delta(-f.Days, false)
}

// mostElsewhere is how many other deadlines a line names as made later, and as many as made sooner.
const mostElsewhere = 3
