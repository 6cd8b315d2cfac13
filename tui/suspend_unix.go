//go:build unix

package tui

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
)

type resumedMsg struct{}

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
	<-back
	return nil
}

func (m *Model) suspend() tea.Cmd {
	return tea.Exec(&pause{m.opts.Out}, func(error) tea.Msg { return resumedMsg{} })
}
