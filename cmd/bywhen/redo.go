package main

import (
	"github.com/spf13/cobra"

	"bywhen/store"
)

func redoCommand(p *program) *cobra.Command {
	return backCommand(p, "redo", "Make the change again that was undone last", "nothing to redo", (*store.File).Redo)
}
