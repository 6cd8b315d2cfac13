package tui

import (
	"time"

	"bywhen/tui/paint"
	"bywhen/tui/session"
)

// offer is that a change made elsewhere is undone, or done again, when the key for that is pressed once more. It holds as long as it is
// read: any other key does what it always does, and ends it.
type offer struct {
	change uint64 // in the history
	says   string
	at     time.Time
}

// readBefore is how long an offer must have been on the screen to be taken: a key that is held down, or struck twice in a row, agrees to
// nothing that could have been read.
const readBefore = 300 * time.Millisecond

// offer says what would be taken back or done again, and that it was made elsewhere.
func (m *Model) offer(r session.Report) {
	says := "‹u› again undoes it"
	if !r.Undo {
		says = "‹ctrl+r› again redoes it"
	}
	rest := " was made elsewhere at " + r.Ask.At.Format("15:04") + ": " + says
	title, _ := m.theme.Cut(firstDone(r.Ask), max(m.w-paint.Width(rest)-4, mostTitle))
	m.sayAll(m.keyed(quoted(title) + rest))
	m.offered = offer{change: r.Ask.Seq, says: m.message, at: m.opts.Now()}
}

// heard is the change that is on offer, which ends with this; 0 where none is, or where it could not be read yet.
func (m *Model) heard() uint64 {
	o := m.offered
	if m.offered = (offer{}); o.says != m.message || m.opts.Now().Sub(o.at) < readBefore {
		return 0
	}
	return o.change
}

// undo takes the newest change back.
func (m *Model) undo() { m.finished(m.session.Undo(m.agreed)) }

// redo does again what was undone last.
func (m *Model) redo() { m.finished(m.session.Redo(m.agreed)) }
