package main

import (
	"context"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"sync/atomic"
	"syscall"
)

// endings are the signals that tell a program to end. On a terminal that the UI has for itself no key sends one; what comes
// is from outside.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT}

// keyed are those of them that the keys of a terminal send which is not the UI's own: ctrl+c and ctrl+\.
var keyed = []os.Signal{os.Interrupt, syscall.SIGQUIT}

// outside is what the UI learns of signals. While the user's editor has the terminal, keyed ones are the editor's.
type outside struct {
	ended   context.Context // done once the program is told to end
	end     func()
	editing atomic.Bool
	deaf    func() // ends the hearing of keyed signals: what came before has been heard when it returns
}

// listen begins to hear of signals.
func listen() (o *outside, stop func()) {
	o = &outside{}
	o.ended, o.end = context.WithCancel(context.Background())
	deaf := o.hear(slices.DeleteFunc(slices.Clone(endings), isKeyed))
	o.deaf = o.hear(keyed)
	return o, func() {
		deaf()
		o.deaf()
		o.end()
	}
}

func isKeyed(sig os.Signal) bool { return slices.Contains(keyed, sig) }

// hear has such signals end the UI, until it is stopped. A second SIGQUIT or SIGABRT does what it does to any Go program: it ends it at
// once and shows where it was, for one that does not end.
func (o *outside) hear(signals []os.Signal) (stop func()) {
	told, heard := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(told, signals...)
	go func() {
		defer close(heard)
		for sig := range told {
			if o.editing.Load() && isKeyed(sig) {
				continue
			}
			signal.Reset(syscall.SIGQUIT, syscall.SIGABRT)
			o.end()
		}
	}()
	return func() {
		signal.Stop(told)
		close(told)
		<-heard
	}
}

// edit runs the user's editor. The system ignores keyed signals while it runs, and those of its first moment are heard before it is
// waited for: one that ends the editor would else be heard after that, and be taken for one to the UI. The editor is begun before,
// since what its parent ignores an editor ignores too.
func (o *outside) edit(editor *exec.Cmd) error {
	o.editing.Store(true)
	defer o.editing.Store(false)
	if err := editor.Start(); err != nil {
		return err
	}
	signal.Ignore(keyed...)
	o.deaf()
	err := editor.Wait()
	o.deaf = o.hear(keyed)
	if o.ended.Err() != nil {
		signal.Reset(syscall.SIGQUIT)
	}
	return err
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
