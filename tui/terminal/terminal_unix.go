//go:build unix

package terminal

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/muesli/cancelreader"
	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// burstsAreKnown: all that is read goes through Read.
const burstsAreKnown = true

// modes is how the terminal takes lines in when it is not ours.
type modes struct {
	fd    int
	state *term.State
}

// takeModes has keys come one by one, without an echo.
func takeModes(in, _ *os.File) (*modes, error) {
	state, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return nil, err
	}
	return &modes{int(in.Fd()), state}, nil
}

func (m *modes) restore() error { return term.Restore(m.fd, m.state) }

// newReader reads a terminal so that it can be told to stop.
func newReader(in *os.File) (cancelreader.CancelReader, error) { return cancelreader.NewReader(in) }

// waiting tells whether something can be read, at once or within a while.
func waiting(in *os.File, within time.Duration) bool {
	fds := []unix.PollFd{{Fd: int32(in.Fd()), Events: unix.POLLIN}}
	n, err := unix.Poll(fds, int(within.Milliseconds()))
	return err == nil && n > 0 && fds[0].Revents&unix.POLLIN != 0
}

// watchSize tells of each change of the terminal's size; several in a row may be told as one.
func watchSize(changed func()) (stop func()) {
	resized, done := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(resized, syscall.SIGWINCH)
	go func() {
		for {
			select {
			case <-resized:
				changed()
			case <-done:
				return
			}
		}
	}()
	return func() {
		signal.Stop(resized)
		close(done)
	}
}
