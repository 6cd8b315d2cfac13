package terminal

import (
	"errors"
	"io"
	"os"
	"runtime"
	"sync"

	"github.com/muesli/cancelreader"
	"golang.org/x/term"
)

// Size is that of a terminal, in cells.
type Size struct{ Width, Height int }

// Events are told of what happens to the terminal, each from a goroutine of its own.
type Events struct {
	Resized func(Size)
	Light   func(bool) // the terminal has said whether its background is light
	Gone    func()     // nothing can be read or written any more
	Due     func()     // all that was typed has been read, and Behind had said that there was more
}

// Terminal is a terminal that belongs to the UI between Enter and Leave. Show, Write and Read may be called from different
// goroutines.
type Terminal struct {
	in, out *os.File
	mouse   bool
	on      Events
	replies replies

	mu      sync.Mutex
	before  *modes                    // the terminal's own; nil while it is not ours
	reader  cancelreader.CancelReader // nil while nothing is to be read
	typed   [mostRead]byte            // what is read into
	ahead   ahead                     // what has been read
	reading bool                      // Read waits for more: all that came has been taken in
	owed    bool                      // Behind has said that there is more
	screen  screen
	next    frame // the frame that waits to be shown; without lines there is none
	held    int   // frames that were not shown since the last that was
	gone    bool
	stop    func() // ends the watch for another size
}

// New is a terminal of which nothing has been touched yet. Without mouse, clicks stay the terminal's own.
func New(in, out *os.File, mouse bool, on Events) *Terminal {
	return &Terminal{in: in, out: out, mouse: mouse, on: on, replies: replies{answered: func(light bool) { go on.Light(light) }}}
}

// What is switched on, and off again in the opposite order: the alternate screen, the cursor, the mouse with its wheel and
// drags in wide coordinates, bracketed paste.
const (
	switchOn  = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
	mouseOn   = "\x1b[?1002h\x1b[?1006h"
	pasteOn   = "\x1b[?2004h"
	pasteOff  = "\x1b[0m\x1b[?2004l"
	mouseOff  = "\x1b[?1006l\x1b[?1002l"
	switchOff = "\x1b[?25h\x1b[?1049l"
)

func (t *Terminal) switches() (on, off string) {
	if t.mouse {
		return switchOn + mouseOn + pasteOn, pasteOff + mouseOff + switchOff
	}
	return switchOn + pasteOn, pasteOff + switchOff
}

// Enter takes the terminal: keys come one by one and are not echoed, and what was shown last is drawn anew.
func (t *Terminal) Enter() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.before != nil {
		return nil
	}
	before, err := takeModes(t.in, t.out)
	if err != nil {
		return err
	}
	reader, err := newReader(t.in)
	if err != nil {
		return errors.Join(err, before.restore())
	}
	t.before, t.reader, t.reading = before, reader, true
	t.stop = watchSize(t.resized)
	if t.next.lines == nil {
		t.next = t.screen.shown
	}
	t.screen.forget()
	on, _ := t.switches()
	t.put([]byte(on))
	t.show()
	return nil
}

// Leave gives the terminal back as it was; what is shown from now on waits for Enter.
func (t *Terminal) Leave() error {
	t.Pause()
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.before == nil {
		return nil
	}
	t.stop()
	_, off := t.switches()
	t.put([]byte(off))
	before := t.before
	t.before = nil
	return before.restore()
}

// Pause ends the reading, so that another program can read.
func (t *Terminal) Pause() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.reader != nil {
		t.reader.Cancel()
		t.reader, t.ahead = nil, ahead{} // what was typed ahead was for whoever comes now
	}
}

// Input is what Bubble Tea is to read: the terminal itself where it knows how.
func (t *Terminal) Input() io.Reader {
	if !burstsAreKnown {
		return t.in
	}
	return t
}

// AskBackground asks the terminal for its background (OSC 11). The answer, where one comes, comes among the keys and goes to
// Events.Light. Nothing waits for it.
func (t *Terminal) AskBackground() {
	if burstsAreKnown {
		_, _ = io.WriteString(t, "\x1b]11;?\x07")
	}
}

// Size is the present one; false where it cannot be told.
func (t *Terminal) Size() (Size, bool) {
	w, h, err := term.GetSize(int(t.out.Fd()))
	return Size{w, h}, err == nil && w > 0 && h > 0
}

// Redraw has the next frame drawn whole: between two sizes a terminal loses some of what it showed.
func (t *Terminal) Redraw() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.screen.forget()
}

func (t *Terminal) resized() {
	if s, ok := t.Size(); ok {
		t.on.Resized(s)
	}
}

// mostHeld is how many frames a burst that does not end may keep from the screen.
const mostHeld = 64

// Show is the next frame, of lines that are w cells wide: at once, or, in the middle of a burst of input, with the last of it.
func (t *Terminal) Show(w int, lines []string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.next = frame{w, lines}
	if t.held++; t.reading || t.held > mostHeld || !burstsAreKnown {
		t.show()
	}
}

// Behind tells whether more was typed than has been read: what it makes of that may wait until Events.Due.
func (t *Terminal) Behind() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	behind := burstsAreKnown && t.reader != nil && (len(t.ahead.rest) > 0 || waiting(t.in, 0))
	t.owed = t.owed || behind
	return behind
}

// show writes what differs between what is shown and the next frame.
func (t *Terminal) show() {
	if t.before == nil || t.next.lines == nil {
		return
	}
	t.put(t.screen.surely(t.next))
	t.next, t.held = frame{}, 0
}

// Write sends what is not drawn to the terminal, whoever has it: a sequence for the clipboard, a word on leaving.
func (t *Terminal) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.put(p)
	return len(p), nil
}

// put writes to a terminal that is still there.
func (t *Terminal) put(p []byte) {
	if len(p) == 0 || t.gone {
		return
	}
	if _, err := t.out.Write(p); err != nil {
		t.lost()
	}
}

// lost tells once that the terminal is gone.
func (t *Terminal) lost() {
	if !t.gone {
		go t.on.Gone()
	}
	t.gone = true
}

// Read is what was typed, less what the terminal answers to a question about itself.
func (t *Terminal) Read(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	room := p[:max(len(p)-1, min(len(p), 1))] // Bubble Tea takes a full buffer for a part of what came
	for {
		if n := t.ahead.next(room); n > 0 {
			return n, nil
		}
		reader := t.settle()
		if reader == nil {
			return 0, io.EOF
		}
		if err := t.readMore(reader); err != nil {
			return 0, err
		}
	}
}

// readMore reads what has been typed, or waits for it. Before, whoever takes in what was read last gets this goroutine's processor: a
// wait in the system keeps it for up to 10 ms, and where a search has the others, an answer came that much later.
func (t *Terminal) readMore(reader cancelreader.CancelReader) error {
	room := t.replies.room(t.typed[:])
	t.mu.Unlock()
	runtime.Gosched()
	n, err := reader.Read(room)
	typed, full := t.typed[:t.replies.take(t.typed[:], n)], n == len(room)
	if err == nil && looksPasted(typed) {
		if typed, err = pastedFrom(reader, typed, func() bool { return waiting(t.in, pasteComes) }); err == nil {
			full = false
		}
	}
	t.mu.Lock()
	t.reading = false
	t.ahead.take(typed, full)
	if err != nil && !errors.Is(err, cancelreader.ErrCanceled) {
		t.lost()
	}
	return err
}

// settle is what a new read begins with: all that came has been taken in, so the frame that waited is due, unless more has
// come meanwhile.
func (t *Terminal) settle() cancelreader.CancelReader {
	if t.reader == nil || waiting(t.in, 0) {
		return t.reader
	}
	t.reading = true
	t.show()
	if t.owed {
		t.owed = false
		go t.on.Due()
	}
	return t.reader
}
