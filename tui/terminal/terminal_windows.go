package terminal

import (
	"errors"
	"os"
	"time"

	"github.com/muesli/cancelreader"
	"golang.org/x/sys/windows"
	"golang.org/x/term"
)

// burstsAreKnown: Bubble Tea reads the console's events itself.
const burstsAreKnown = false

// modes is how the console is when it is not ours.
type modes struct{ in, out console }

// console is one end of it, with its mode.
type console struct {
	handle windows.Handle
	mode   uint32
}

// takeModes has keys come one by one, without an echo, and escape sequences understood at both ends.
func takeModes(in, out *os.File) (*modes, error) {
	m := &modes{in: console{handle: windows.Handle(in.Fd())}, out: console{handle: windows.Handle(out.Fd())}}
	err := errors.Join(windows.GetConsoleMode(m.in.handle, &m.in.mode), windows.GetConsoleMode(m.out.handle, &m.out.mode))
	if err != nil {
		return nil, err
	}
	if _, err := term.MakeRaw(int(in.Fd())); err != nil {
		return nil, err
	}
	var raw uint32
	if err := windows.GetConsoleMode(m.in.handle, &raw); err != nil {
		return nil, errors.Join(err, m.restore())
	}
	if err := errors.Join(
		windows.SetConsoleMode(m.in.handle, raw|windows.ENABLE_VIRTUAL_TERMINAL_INPUT),
		windows.SetConsoleMode(m.out.handle, m.out.mode|windows.ENABLE_PROCESSED_OUTPUT|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING|windows.DISABLE_NEWLINE_AUTO_RETURN),
	); err != nil {
		return nil, errors.Join(err, m.restore())
	}
	return m, nil
}

func (m *modes) restore() error {
	return errors.Join(windows.SetConsoleMode(m.in.handle, m.in.mode), windows.SetConsoleMode(m.out.handle, m.out.mode))
}

// newReader is none: see burstsAreKnown.
func newReader(*os.File) (cancelreader.CancelReader, error) { return nil, nil }

func waiting(*os.File, time.Duration) bool { return false }

// watchSize does nothing: the console's events tell of its size.
func watchSize(func()) (stop func()) { return func() {} }
