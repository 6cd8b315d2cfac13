package tui

import (
	"context"
	"math"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// work is something that takes longer than a key may, worked out beside the UI: one question at a time. A newer question, or
// none any more, cancels the one before, and an answer that comes too late is dropped.
type work struct {
	asked    int // the number of the newest question
	stop     context.CancelFunc
	progress *atomic.Uint64 // the bits of how much is done, 0 to 1
}

// running tells whether an answer is being worked out.
func (w *work) running() bool { return w.stop != nil }

// done is how much of it is, 0 to 1.
func (w *work) done() float64 {
	if w.progress == nil {
		return 0
	}
	return math.Float64frombits(w.progress.Load())
}

// cancel drops the question.
func (w *work) cancel() {
	if w.stop != nil {
		w.stop()
		w.stop = nil
	}
}

// Messages about work.
type (
	workedMsg struct {
		on     *work
		asked  int
		answer func() // takes the answer in, on the UI's goroutine
	}
	workingMsg struct {
		on    *work
		asked int
	}
)

// showsProgress is how often progress is drawn.
const showsProgress = 100 * time.Millisecond

// begin asks a question whose progress is drawn. run is given what tells it to stop and whom to tell how much is done; what it
// returns takes its answer in, unless that has come too late.
func (m *Model) begin(w *work, run func(ctx context.Context, progress func(float64)) (took func())) tea.Cmd {
	answer := m.workOut(w, run)
	return tea.Batch(answer, working(w, w.asked))
}

// workOut is begin without progress.
func (m *Model) workOut(w *work, run func(ctx context.Context, progress func(float64)) (took func())) tea.Cmd {
	w.cancel()
	ctx, stop := context.WithCancel(context.Background())
	w.asked++
	w.stop, w.progress = stop, &atomic.Uint64{}
	asked, progress := w.asked, w.progress
	return m.guarded(func() tea.Msg {
		return workedMsg{w, asked, run(ctx, func(done float64) { progress.Store(math.Float64bits(done)) })}
	})
}

func working(w *work, asked int) tea.Cmd {
	return tea.Tick(showsProgress, func(time.Time) tea.Msg { return workingMsg{w, asked} })
}

// worked takes an answer in, if it is to the newest question.
func (m *Model) worked(msg workedMsg) {
	if msg.on.asked == msg.asked && msg.on.running() {
		msg.on.cancel()
		msg.answer()
	}
}

// worksOn has the progress drawn again after a while.
func (m *Model) worksOn(msg workingMsg) tea.Cmd {
	if msg.on.asked != msg.asked || !msg.on.running() {
		return nil
	}
	return working(msg.on, msg.asked)
}
