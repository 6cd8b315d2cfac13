package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"bywhen/store"
)

func undoCommand(p *program) *cobra.Command {
	return backCommand(p, "undo", "Take the newest change back", "nothing to undo", (*store.File).Undo)
}

// backCommand is undo and redo.
func backCommand(p *program, name, short, nothing string, step func(*store.File, store.Stamp, store.Planner) (store.Snapshot, store.Entry, error)) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   name,
		Short: short,
		Args:  needs(),
		RunE: func(*cobra.Command, []string) error {
			f, before, err := p.load()
			if err != nil {
				return err
			}
			stamp, err := p.stamp()
			if err != nil {
				return err
			}
			p.backUp(f)
			after, entry, err := step(f, stamp, planFor(stamp.Today))
			if errors.Is(err, store.ErrNothing) {
				return fmt.Errorf("there is %s", nothing)
			}
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(entryJSON(after.Roadmap, entry))
			}
			p.sayDone(did{title: entry.Title}, before.Roadmap, after.Roadmap, stamp.Today)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}
