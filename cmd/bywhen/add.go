package main

import (
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
)

func addCommand(p *program) *cobra.Command {
	e := edit{creates: true}
	c := &cobra.Command{
		Use:   "add TEXT…",
		Short: "Add a task, in one line",
		Long: `Add a task. What is no field of it is its title; quote it so that the shell leaves it alone:

    bywhen add 'Antenna module @murata 10d p2 goal:launch due:12-mar after:industrial-design+2d #hardware'

@team · effort 3d, 2w, 0d (a milestone), 3/5/9d · x2 people · #tag · due: · after: with lag +2d and type :ss :ff :sf ·
start: not before · promised: · also:design*2 · left:4d · started: done: · p1 to p4 · goal: · phase: · because:
An unknown team becomes a new one.`,
		Args: needs("TEXT…"),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := noFields(roadmap.KindTask, args); err != nil {
				return err
			}
			text := p.text(args)
			e.change = func(d *roadmap.Draft, ctx phrase.Context) (did, error) {
				return addTask(d, ctx, phrase.ParseAdd(text, ctx))
			}
			return p.carryOut(e)
		},
	}
	c.Flags().BoolVar(&e.asJSON, "json", false, "print JSON")
	return c
}

// takenFor says what the words of a line beside its kind and title were taken for.
func takenFor(chips []phrase.Chip) string {
	var parts []string
	for _, c := range chips {
		switch c.Field {
		case "kind", "title", "name", "because", "text": // said by themselves
		default:
			if c.Doubt != "" {
				c.Text += " (" + c.Doubt + ")"
			}
			parts = append(parts, c.Text)
		}
	}
	return strings.Join(parts, " · ")
}

// addTask carries a quick-add line out, and names the teams that it made, and who is off when it is promised.
func addTask(d *roadmap.Draft, ctx phrase.Context, line phrase.Line) (did, error) {
	if err := line.Problem(); err != nil {
		return did{}, err
	}
	id, err := line.Add(d)
	if err != nil {
		return did{}, err
	}
	title := d.Task(id).Title
	said := "added " + id + " " + title
	for _, team := range line.NewTeams {
		said += ", and the team " + team
	}
	if away := ctx.AwayAnew(nil, d.Task(id)); away != "" {
		said += "; " + away
	}
	return did{title: "added " + title, said: said, because: line.Because, taken: takenFor(line.Chips)}, nil
}
