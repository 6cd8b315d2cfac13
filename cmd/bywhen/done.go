package main

import (
	"github.com/spf13/cobra"

	"bywhen/roadmap"
)

func doneCommand(p *program) *cobra.Command {
	return statusCommand(p, "done", "Mark tasks as done: today, or on another day", "done:", func(t *roadmap.Task, on roadmap.Date) {
		t.Status, t.Finished = roadmap.Done, on
	})
}
