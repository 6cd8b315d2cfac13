package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
)

// part is a kind of thing beside tasks that has commands of its own: team, goal and risk.
type part struct {
	kind  roadmap.Kind
	about string // what adding one takes, with an example
	// id finds one by its id or the start of its name.
	id func(r *roadmap.Roadmap, arg string) (string, error)
	// list prints them as a table.
	list func(p *program, plan *schedule.Plan)
}

// partCommand is add, set, list and rm for a kind; alone it lists.
func partCommand(p *program, k part) *cobra.Command {
	name := k.kind.String()
	c := &cobra.Command{
		Use:   name,
		Short: fmt.Sprintf("Add, set, list or remove %ss", name),
		Args:  cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(c, args[0])
			}
			return p.listParts(k, false)
		},
	}
	c.AddCommand(partAdd(p, k), partSet(p, k), partList(p, k), partRm(p, k))
	return c
}

func partAdd(p *program, k part) *cobra.Command {
	e := edit{creates: true}
	name := k.kind.String()
	var supplier bool
	c := &cobra.Command{
		Use:   "add TEXT…",
		Short: fmt.Sprintf("Add a %s, in one line", name),
		Long:  k.about,
		Args:  needs("TEXT…"),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := noFields(k.kind, args); err != nil {
				return err
			}
			text := withKind(name, p.text(args), supplier)
			e.change = func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
				return addPart(d, phrase.ParseItem(text, ctx))
			}
			return p.carryOut(e)
		},
	}
	if k.kind == roadmap.KindTeam {
		c.Flags().BoolVar(&supplier, "supplier", false, "it is a supplier: a team outside the company, without capacity")
	}
	c.Flags().BoolVar(&e.asJSON, "json", false, "print JSON")
	return c
}

// noFields refuses FIELD=VALUE in a line that adds: it would become a part of the title, and nobody would know.
func noFields(kind roadmap.Kind, args []string) error {
	for _, w := range strings.Fields(strings.Join(args, " ")) {
		if field, _, is := strings.Cut(w, "="); is && phrase.IsField(kind, field) {
			command := "bywhen"
			if kind != roadmap.KindTask {
				command += " " + kind.String()
			}
			return fmt.Errorf("%q would be a part of the title: write it as \"%s add --help\" shows, or set it afterwards with \"%s set\"", w, command, command)
		}
	}
	return nil
}

// withKind puts the kind before a line that does not begin with it. Of a team that is team or supplier.
func withKind(name, text string, supplier bool) string {
	first, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	switch first = strings.TrimSuffix(strings.ToLower(first), ":"); {
	case rest == "" || first != name && (first != "supplier" || name != roadmap.KindTeam.String()):
		rest = text
	case first == "supplier":
		supplier = true
	}
	if supplier {
		name = "supplier"
	}
	return name + " " + rest
}

// addPart carries a one-line team, goal or risk out.
func addPart(d *roadmap.Draft, item phrase.Item) (did, error) {
	if err := item.Problem(); err != nil {
		return did{}, err
	}
	id, err := item.Add(d)
	if err != nil {
		return did{}, err
	}
	title := ""
	switch item.Kind {
	case roadmap.KindTeam:
		title = d.Team(id).Name
	case roadmap.KindGoal:
		title = d.Goal(id).Title
	case roadmap.KindRisk:
		title = d.Risk(id).Title
	default:
		return did{}, errors.New("it does not say what to add")
	}
	return did{
		title: fmt.Sprintf("added %s %s", item.Kind, title), said: fmt.Sprintf("added %s %s %s", item.Kind, id, title), because: item.Because,
		taken: takenFor(item.Chips),
	}, nil
}

func partSet(p *program, k part) *cobra.Command {
	var e edit
	c := &cobra.Command{
		Use:   "set ID FIELD=VALUE…",
		Short: fmt.Sprintf("Set fields of a %s", k.kind),
		Long: fmt.Sprintf("Set fields of a %s, by the names that they have in the roadmap's JSON. Nothing after the equals sign empties the field.\n\nFields: %s.",
			k.kind, strings.Join(phrase.Fields(k.kind), ", ")),
		Args: needs("ID", "FIELD=VALUE…"),
		RunE: func(_ *cobra.Command, args []string) error {
			e.change = func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
				id, err := k.id(ctx.Roadmap, args[0])
				if err != nil {
					return did{}, err
				}
				return setFields(d, ctx, k.kind, id, args[1:])
			}
			return p.carryOut(e)
		},
	}
	c.Flags().BoolVar(&e.asJSON, "json", false, "print JSON")
	return c
}

func partList(p *program, k part) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "list",
		Short: fmt.Sprintf("List the %ss", k.kind),
		Args:  needs(),
		RunE:  func(*cobra.Command, []string) error { return p.listParts(k, asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// listParts prints all of a kind, as a table or as the roadmap's JSON has them.
func (p *program) listParts(k part, asJSON bool) error {
	plan, err := p.plan(schedule.Options{})
	if err != nil {
		return err
	}
	if asJSON {
		name := k.kind.String() + "s"
		values, err := roadmapPart(plan.Roadmap, name)
		if err != nil {
			return err
		}
		return p.printJSON(map[string]json.RawMessage{name: values})
	}
	if len(plan.Roadmap.Entities(k.kind)) == 0 {
		p.notef("there is no %s yet: add one with \"bywhen %s add\"", k.kind, k.kind)
	}
	k.list(p, plan)
	return nil
}

func partRm(p *program, k part) *cobra.Command {
	var e edit
	c := &cobra.Command{
		Use:   "rm ID…",
		Short: fmt.Sprintf("Delete %ss", k.kind),
		Args:  needs("ID…"),
		RunE: func(_ *cobra.Command, args []string) error {
			e.change = func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
				ids := make([]string, len(args))
				for i, arg := range args {
					id, err := k.id(ctx.Roadmap, arg)
					if err != nil {
						return did{}, err
					}
					ids[i] = id
				}
				return removeAll(d, ctx.Roadmap, false, ids)
			}
			return p.carryOut(e)
		},
	}
	c.Flags().BoolVar(&e.asJSON, "json", false, "print JSON")
	return c
}
