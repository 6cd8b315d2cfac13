//go:build unix

package tui

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// resumedMsg is that the program goes on; err is why it did not stop at all.
type resumedMsg struct{ err error }

// pause stops the program as the shell's ctrl+z would, with a word about how to come back.
type pause struct{ out io.Writer }

func (p *pause) SetStdin(io.Reader)  {}
func (p *pause) SetStdout(io.Writer) {}
func (p *pause) SetStderr(io.Writer) {}

// Run returns when the program is continued.
func (p *pause) Run() error {
	fmt.Fprintln(p.out, "bywhen is suspended: `fg` brings it back, where u undoes")
	back := make(chan os.Signal, 1)
	signal.Notify(back, syscall.SIGCONT)
	defer signal.Stop(back)
	if err := syscall.Kill(0, syscall.SIGTSTP); err != nil {
		return err
	}
	return stopped(back)
}

// stopsWithin is how soon a program stops that can be stopped. One that no shell looks after cannot: the system then
// passes over the signal.
const stopsWithin = 300 * time.Millisecond

// stopped waits until the program is continued. While it is stopped no time passes for it, and then the signal comes first.
func stopped(back <-chan os.Signal) error {
	select {
	case <-back:
		return nil
	case <-time.After(stopsWithin):
	}
	select {
	case <-back:
		return nil
	case <-time.After(stopsWithin):
		return errors.New("there is no shell here that could bring it back with fg: not suspended")
	}
}

func (m *Model) suspend() tea.Cmd {
	return tea.Exec(&pause{m.opts.Out}, func(err error) tea.Msg { return resumedMsg{err} })
}

func (m *Model) resumed(msg resumedMsg) {
	if msg.err != nil {
		m.fail(msg.err)
		return
	}
	m.say("back again; u undoes, everything is saved")
}
