package tui

import (
	"context"
	"io"
	"time"

	"bywhen/roadmap"
	"bywhen/store"
	"bywhen/tui/config"
	"bywhen/tui/plan"
	"bywhen/tui/session"
)

// Options are what a UI works with.
type Options struct {
	File     session.File   // where the roadmap is kept: a *store.File
	Snapshot store.Snapshot // what the file holds; a new roadmap where Missing
	Missing  bool           // there is no file yet: the first edit creates it

	Name string // what a roadmap without a name is called: as its file is

	Config config.Config // how the UI is wanted; the zero value: as it comes

	Today    roadmap.Date                 // the status date to begin with
	FixedDay bool                         // it stays, also past midnight
	DayOf    func(time.Time) roadmap.Date // the civil day of an instant; nil: in the instant's own location
	Now      func() time.Time             // the clock
	Env      func(string) string          // the environment
	// Watch calls changed, from a goroutine of its own, whenever somebody has changed the file, until it is stopped. nil, or an
	// error: the file is looked at each second.
	Watch func(changed func()) (stop func(), err error)
	Ended context.Context // done when the program is told to end from outside; nil: never. No signal is looked at here
	In    io.Reader       // the terminal
	Out   io.Writer       // the terminal
	// Save writes an export, for what could not be saved, and says what that did; nil: there is none.
	Save func(name string, r *roadmap.Roadmap) (wrote string, err error)
	// Editor has the user's editor ready for a text: run runs it to its end, read is what it left then. nil: there is none.
	Editor func(text string) (run func() error, read func() (string, error), err error)
	// KeepColumns keeps the Plan's columns for the next time. nil: there is no place for them.
	KeepColumns func([]plan.Column) error
	// Edited is called beside the UI once what followed from an edit is on the screen, which is a moment in which nobody waits. nil: nobody
	// wants to know.
	Edited func()
	Cores  int    // on how many cores what takes long may be worked out; one is left to the UI
	Tour   bool   // begins with the tour
	Sample bool   // the history so far is a sample's: undo stops before it
	Notice string // a first message, as that this is a demo
	Wrong  error  // a first message that something is wrong, as in the configuration
}
