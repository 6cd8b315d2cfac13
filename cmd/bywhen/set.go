package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/paint"
)

func setCommand(p *program) *cobra.Command {
	var e edit
	var because string
	c := &cobra.Command{
		Use:   "set ID FIELD=VALUE…",
		Short: "Set fields of a task",
		Long: `Set fields of a task, by the names that they have in the roadmap's JSON; values as in "bywhen add"; field:value is the same.
Nothing after the sign empties the field. How much is done may be said as it is, too: done 80%.

Fields: ` + strings.Join(phrase.Fields(roadmap.KindTask), ", ") + `.`,
		Args: needs("ID", "FIELD=VALUE…"),
		RunE: func(_ *cobra.Command, args []string) error {
			e.change = func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
				kind, id, err := findAny(ctx.Roadmap, args[0])
				if err != nil {
					return did{}, err
				}
				done, err := setFields(d, ctx, kind, id, args[1:])
				done.because = because
				return done, err
			}
			return p.carryOut(e)
		},
	}
	c.Flags().BoolVar(&e.asJSON, "json", false, "print JSON")
	c.Flags().StringVar(&because, "because", "", "why: `TEXT` that the history and the slip ledger keep with it")
	return c
}

// findAny finds a team, goal or risk by its id, else a task.
func findAny(r *roadmap.Roadmap, arg string) (roadmap.Kind, string, error) {
	if kind, ok := r.KindOf(arg); ok {
		return kind, arg, nil
	}
	t, err := findTask(r, arg)
	if err != nil {
		return 0, "", err
	}
	return roadmap.KindTask, t.ID, nil
}

// setFields carries out FIELD=VALUE for each of the assignments.
func setFields(d *roadmap.Draft, ctx phrase.Context, kind roadmap.Kind, id string, assignments []string) (did, error) {
	title, teams := titleIn(ctx.Roadmap, kind, id), len(d.Teams())
	var parts []string
	before := d.Task(id)
	for _, a := range inOrder(kind, withShares(kind, assignments)) {
		field, value, ok := assigned(kind, a)
		if !ok {
			return did{}, fmt.Errorf("%q is no FIELD=VALUE; fields of a %s are %s", a, kind, strings.Join(phrase.Fields(kind), ", "))
		}
		was := fieldText(before, field, ctx.Today)
		shared := share(d.Task(id), field, value, ctx)
		if err := phrase.SetField(d, kind, id, field, value, ctx); err != nil {
			return did{}, err
		}
		parts = append(parts, cmp.Or(shared, assignment(field, value, was, fieldText(d.Task(id), field, ctx.Today))))
	}
	out := did{title: title + ": " + strings.Join(parts, ", ")}
	for i, team := range d.Teams()[teams:] {
		if i == 0 {
			out.said = out.title
		}
		out.said += ", and the new team " + team.Name
	}
	if kind == roadmap.KindTask {
		if away := ctx.AwayAnew(before, d.Task(id)); away != "" {
			out.said = cmp.Or(out.said, out.title) + "; " + away
		}
	}
	return out, nil
}

// share says what a value that is a share of a task's effort comes to; empty of any other.
func share(t *roadmap.Task, field, value string, ctx phrase.Context) string {
	if t == nil || field != "remaining" || !phrase.IsShare(value) {
		return ""
	}
	ctx.Of = &phrase.Standing{Task: t, Planned: t}
	says, _ := phrase.FieldSays(roadmap.KindTask, field, value, ctx)
	return says
}

// withShares has what is said of how much is done, as done 80%, as an assignment; it comes last, since it counts from the effort.
func withShares(kind roadmap.Kind, assignments []string) []string {
	if kind != roadmap.KindTask {
		return assignments
	}
	var out, shares []string
	for i := 0; i < len(assignments); i++ {
		k := len(assignments)
		for k > i && !phrase.IsShare(strings.Join(assignments[i:k], " ")) {
			k--
		}
		if k == i {
			out = append(out, assignments[i])
			continue
		}
		shares = append(shares, "remaining=at "+strings.Join(assignments[i:k], " "))
		i = k - 1
	}
	return append(out, shares...)
}

// assigned parts FIELD=VALUE, and field:value where there is such a field, as the lines of the UI have it.
func assigned(kind roadmap.Kind, a string) (field, value string, ok bool) {
	at := strings.IndexByte(a, '=')
	if i := strings.IndexByte(a, ':'); i > 0 && (at < 0 || i < at) && phrase.IsField(kind, strings.TrimSpace(a[:i])) {
		at = i
	}
	if at < 0 {
		return "", "", false
	}
	return strings.TrimSpace(a[:at]), strings.TrimSpace(a[at+1:]), true
}

// inOrder puts what happened before what follows from it, so that the order of the words does not matter: a start, an end,
// the status, and then the rest as it was given.
func inOrder(kind roadmap.Kind, assignments []string) []string {
	first := []string{"started", "finished", "status"}
	rank := func(a string) int {
		field, _, _ := assigned(kind, a)
		if i := slices.Index(first, field); i >= 0 {
			return i
		}
		return len(first)
	}
	out := slices.Clone(assignments)
	slices.SortStableFunc(out, func(a, b string) int { return rank(a) - rank(b) })
	return out
}

// assignment is "effort 3d → 6d", or "notes" where a value says too much for a title.
func assignment(field, value, was, is string) string {
	switch {
	case was != "" && is != "":
		return field + " " + was + " → " + is
	case is != "":
		return field + " " + is
	case was != "":
		return field + " " + was + " taken away"
	case value == "":
		return "no " + field
	case len(value) > 40:
		return field
	}
	return field + " " + value
}

// fieldText is the value of a task's field in the words of the history, where it is one of those that move dates.
func fieldText(t *roadmap.Task, field string, today roadmap.Date) string {
	if t == nil {
		return ""
	}
	date := func(d roadmap.Date) string {
		if d == 0 {
			return ""
		}
		return paint.Day(d, today)
	}
	effort := func(e roadmap.Effort) string {
		if !e.Given() {
			return ""
		}
		return paint.Effort(e)
	}
	switch field {
	case "effort":
		return effort(t.Effort)
	case "remaining":
		return effort(t.Remaining)
	case "people":
		return strconv.Itoa(t.People)
	case "priority":
		return strconv.Itoa(t.Priority)
	case "status":
		return t.Status.String()
	case "not_before":
		return date(t.NotBefore)
	case "deadline":
		return date(t.Deadline)
	case "promised":
		return date(t.Promised)
	case "started":
		return date(t.Started)
	case "finished":
		return date(t.Finished)
	}
	return ""
}

// titleIn is the title or name of a task, team, goal or risk.
func titleIn(r *roadmap.Roadmap, kind roadmap.Kind, id string) string {
	switch kind {
	case roadmap.KindTask:
		return r.Task(id).Title
	case roadmap.KindGoal:
		return r.Goal(id).Title
	case roadmap.KindTeam:
		return r.Team(id).Name
	case roadmap.KindRisk:
		return r.Risk(id).Title
	}
	return id
}
