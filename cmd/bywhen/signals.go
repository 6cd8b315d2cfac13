package main

import (
	"context"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"sync/atomic"
	"syscall"
	"time"
)

// endings are the signals that tell a program to end. On a terminal that the UI has for itself no key sends one; what comes
// is from outside.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT}

// keyed are those of them that the keys of a terminal send which is not the UI's own: ctrl+c and ctrl+\.
var keyed = []os.Signal{os.Interrupt, syscall.SIGQUIT}

// outside is what the UI learns of signals. While the user's editor has the terminal, keyed ones are the editor's.
type outside struct {
	ended   context.Context // done once the program is told to end
	editing atomic.Int32    // how many editors have the terminal, or have just had it
}

// listen begins to hear of signals. A second SIGQUIT or SIGABRT does what it does to any Go program: it ends it at once and shows
// where it was, for one that does not end.
func listen() (o *outside, stop func()) {
	o = &outside{}
	ended, end := context.WithCancel(context.Background())
	o.ended = ended
	told := make(chan os.Signal, 1)
	signal.Notify(told, endings...)
	go func() {
		for sig := range told {
			if o.editing.Load() > 0 && slices.Contains(keyed, sig) {
				continue
			}
			signal.Reset(syscall.SIGQUIT, syscall.SIGABRT)
			end()
		}
	}()
	return o, func() {
		signal.Stop(told)
		close(told)
		end()
	}
}

// afterwards is how long after an editor has ended a keyed signal is still taken for the editor's: one that it ended at may be heard
// only then, on a machine that has other things to do. To ignore them meanwhile is no way: Go's runtime ends a program by one that
// comes in that very moment.
const afterwards = time.Second

// edit runs the user's editor.
func (o *outside) edit(editor *exec.Cmd) error {
	o.editing.Add(1)
	defer time.AfterFunc(afterwards, func() { o.editing.Add(-1) })
	return editor.Run()
}

// lent is an editor that is run with the terminal lent to it; nil where there is none.
func (o *outside) lent(ready func(text string) (*exec.Cmd, func() (string, error), error)) func(string) (func() error, func() (string, error), error) {
	if ready == nil {
		return nil
	}
	return func(text string) (func() error, func() (string, error), error) {
		editor, read, err := ready(text)
		if err != nil {
			return nil, nil, err
		}
		return func() error { return o.edit(editor) }, read, nil
	}
}
