package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// endings are the signals that tell a program to end. On a terminal that the UI has for itself no key sends one; what comes
// is from outside.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT}

// endedFromOutside is done once the program is told to end. While the user's editor has the terminal its keys are the editor's: what
// ctrl+c and ctrl+\ send is passed over then. A second SIGQUIT or SIGABRT does what it does to any Go program: it ends it at once and
// shows where it was, for one that does not end.
func (p *program) endedFromOutside() (ended context.Context, stop func()) {
	ended, end := context.WithCancel(context.Background())
	told := make(chan os.Signal, 1)
	signal.Notify(told, endings...)
	go func() {
		for sig := range told {
			if p.editing.Load() && (sig == os.Interrupt || sig == syscall.SIGQUIT) {
				continue
			}
			signal.Reset(syscall.SIGQUIT, syscall.SIGABRT)
			end()
		}
	}()
	return ended, func() {
		signal.Stop(told)
		close(told)
		end()
	}
}
