package tui

import (
	"context"
	"errors"
	"fmt"
	"os"

	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"

	_ "bywhen/tui/paint/background" // keeps Bubble Tea from asking the terminal when the program starts
)

// framesASecond is the clock that Bubble Tea draws on.
const framesASecond = 120

// Run is the UI, until the user leaves it; then the error is nil. One that was ended by a signal, by the terminal going
// away or by a mistake in the program says so. Whatever ended it, the terminal is as it was before, and all edits are in the
// file, or the error names those that are not.
func Run(o Options) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &crash{cause}
		}
	}()
	m := newModel(o, paint.New(paint.TerminalOf(o.Env)))
	p := program(m)
	if o.Ended != nil {
		defer context.AfterFunc(o.Ended, func() { p.Send(toldMsg{}) })()
	}
	_, ended := p.Run()
	cause, lost := m.cause(ended), m.session.Flush()
	switch {
	case cause == nil:
		return lost
	case lost == nil:
		return fmt.Errorf("%w; what was edited is saved", cause)
	}
	return fmt.Errorf("%w; %w", cause, lost)
}

// program is Bubble Tea around the model. Its own signal handler is off: Options.Ended says what signals say.
func program(m *Model) *tea.Program {
	in, answers := m.opts.In, (*replies)(nil)
	if f, ok := in.(*os.File); ok {
		answers = &replies{File: f}
		in = answers
	}
	p := tea.NewProgram(m, tea.WithInput(in), tea.WithOutput(m.opts.Out), tea.WithoutSignalHandler(),
		tea.WithAltScreen(), tea.WithMouseCellMotion(), tea.WithFPS(framesASecond))
	if answers != nil {
		answers.answered = func(light bool) { p.Send(lightMsg(light)) }
		answers.gone = func() { p.Send(goneMsg{}) }
	}
	return p
}

// How a UI ends that the user did not leave.
var (
	errTold = errors.New("told to end by a signal")
	errGone = errors.New("the terminal is gone")
)

// cause is what ended the program, nil where its user did.
func (m *Model) cause(err error) error {
	switch {
	case m.crash != nil:
		return m.crash
	case m.left:
		return nil
	case m.ended != nil:
		return m.ended
	}
	return fmt.Errorf("%w: %w", errGone, err)
}
