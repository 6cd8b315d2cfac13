package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
)

func linkCommand(p *program) *cobra.Command {
	var e edit
	var remove bool
	c := &cobra.Command{
		Use:   "link ID AFTER…",
		Short: "Make a task wait for others, or take that away",
		Long: `Make a task wait for others. A lag in working days and another type than finish-to-start come after a name:

    bywhen link 7 3 antenna+2d 5:ss 9-1d:ff

--remove takes such links away; without a type those of every type between the two tasks.`,
		Args: needs("ID", "AFTER…"),
		RunE: func(_ *cobra.Command, args []string) error {
			e.change = func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
				to, err := findTask(ctx.Roadmap, args[0])
				if err != nil {
					return did{}, err
				}
				if remove {
					return unlink(d, ctx.Roadmap, to, args[1:])
				}
				return link(d, ctx.Roadmap, to, args[1:])
			}
			return p.carryOut(e)
		},
	}
	c.Flags().BoolVar(&remove, "remove", false, "take the links away")
	c.Flags().BoolVar(&e.asJSON, "json", false, "print JSON")
	return c
}

// link makes a task wait for each of the others named, and says with what lag and type.
func link(d *roadmap.Draft, r *roadmap.Roadmap, to *roadmap.Task, after []string) (did, error) {
	var titles []string
	for _, arg := range after {
		from, typ, lag, err := predecessor(r, arg)
		if err != nil {
			return did{}, err
		}
		if err := d.Link(roadmap.Dependency{From: from.ID, To: to.ID, Type: typ, Lag: lag}); err != nil {
			return did{}, err
		}
		titles = append(titles, from.Title+linkSuffix(typ, lag))
	}
	return did{title: fmt.Sprintf("%s waits for %s", to.Title, listed(titles))}, nil
}

// linkSuffix is " +2d SS": what there is to say of a link that is not the usual one.
func linkSuffix(typ roadmap.LinkType, lag int) string {
	text := ""
	if lag != 0 {
		text = fmt.Sprintf(" %+dd", lag)
	}
	if typ != roadmap.FinishToStart {
		text += " " + typ.String()
	}
	return text
}

// unlink takes the links to the others named away; one that is not there is an error.
func unlink(d *roadmap.Draft, r *roadmap.Roadmap, to *roadmap.Task, after []string) (did, error) {
	var titles []string
	for _, arg := range after {
		from, typ, _, err := predecessor(r, arg)
		if err != nil {
			return did{}, err
		}
		anyType := !strings.Contains(arg, ":") || from.Title == arg
		found := false
		for _, dep := range r.Predecessors(to.ID) {
			if dep.From != from.ID || dep.Type != typ && !anyType {
				continue
			}
			found = true
			if err := d.Unlink(*dep); err != nil {
				return did{}, err
			}
		}
		if !found {
			return did{}, fmt.Errorf("%q does not wait for %q: there is nothing to remove", to.Title, arg)
		}
		titles = append(titles, from.Title)
	}
	return did{title: fmt.Sprintf("%s no longer waits for %s", to.Title, listed(titles))}, nil
}

// predecessor reads a task with a lag and a type behind its name. The longest name that is a task's wins.
func predecessor(r *roadmap.Roadmap, arg string) (*roadmap.Task, roadmap.LinkType, int, error) {
	t, err := findTask(r, arg)
	if err == nil {
		return t, roadmap.FinishToStart, 0, nil
	}
	for i := len(arg) - 1; i > 0; i-- {
		if !strings.ContainsRune("+-:", rune(arg[i])) {
			continue
		}
		named, findErr := findTask(r, arg[:i])
		if findErr != nil {
			continue
		}
		typ, lag, lagErr := phrase.ParseLag(arg[i:])
		if lagErr == nil {
			return named, typ, lag, nil
		}
		err = lagErr
	}
	return nil, 0, 0, err
}
