package tui

import (
	"errors"
	"os"

	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"

	_ "bywhen/tui/paint/background" // keeps Bubble Tea from asking the terminal when the program starts
)

// framesASecond is the clock that Bubble Tea draws on.
const framesASecond = 120

// Run is the UI, until the user leaves it. When it returns all edits are in the file, or the error says what is not. The
// terminal is as it was before, whatever happened.
func Run(o Options) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &crash{cause}
		}
	}()
	m := newModel(o, paint.New(paint.TerminalOf(o.Env)))
	in, answers := o.In, (*replies)(nil)
	if f, ok := o.In.(*os.File); ok {
		answers = &replies{File: f}
		in = answers
	}
	p := tea.NewProgram(m, tea.WithInput(in), tea.WithOutput(o.Out), tea.WithAltScreen(), tea.WithMouseCellMotion(), tea.WithFPS(framesASecond))
	if answers != nil {
		answers.answered = func(light bool) { p.Send(lightMsg(light)) }
	}
	_, err = p.Run()
	if unsaved := m.session.Flush(); unsaved != nil {
		return errors.Join(m.failure(err), unsaved)
	}
	return m.failure(err)
}

func (m *Model) failure(err error) error {
	switch {
	case m.crash != nil:
		return m.crash
	case errors.Is(err, tea.ErrInterrupted):
		return nil
	}
	return err
}
