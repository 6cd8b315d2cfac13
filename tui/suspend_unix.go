//go:build unix

package tui

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// resumedMsg is that the program goes on; err is why it did not stop at all.
type resumedMsg struct{ err error }

// pause stops the program as the shell's ctrl+z would, and returns when it is continued.
func pause() error {
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

// suspend stops the program, with a word about how to come back.
func (m *Model) suspend() tea.Cmd {
	return m.lend(func() error {
		fmt.Fprintln(m.opts.Out, m.keyed("bywhen is suspended: `fg` brings it back, where ‹u› undoes"))
		return pause()
	}, func(err error) tea.Msg { return resumedMsg{err} })
}

func (m *Model) resumed(msg resumedMsg) {
	if msg.err != nil {
		m.fail(msg.err)
		return
	}
	m.tell("back again; ‹u› undoes, everything is saved")
}
