package tui

import (
	"errors"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/tui/action"
	"bywhen/tui/input"
	"bywhen/tui/ledger"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
	"bywhen/tui/session"

	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// view is what is looked at: the ledger where it is open, else the view whose tab is active.
func (m *Model) view() View {
	if m.ledger != nil {
		return m.ledger
	}
	return m.tabs[m.active].view
}

// hasLedger tells whether the history keeps the forecast of something: a task with a deadline or a goal with one. While the past
// is shown there is none: it is of the present.
func (m *Model) hasLedger(on scene.Ref) bool {
	if m.session.Visiting() != nil {
		return false
	}
	if t := m.scene.Roadmap.Task(on.Task); t != nil {
		return t.Deadline != 0 && t.Status != roadmap.Dropped
	}
	g := m.scene.Roadmap.Goal(on.Goal)
	return g != nil && g.Deadline != 0
}

// openLedger opens the ledger of a deadline over the view.
func (m *Model) openLedger(on scene.Ref) {
	if m.session.Visiting() != nil {
		m.say("the ledger is of the present: esc comes back to it")
		return
	}
	m.ledger = ledger.New(on, session.ByDefault)
	m.inside = false
}

// ledgerActs carries an action out while the ledger is open. What edits a selection that is not seen is left for later.
func (m *Model) ledgerActs(a action.Action) tea.Cmd {
	o := m.ledger.Act(m.scene, a)
	switch {
	case o.GoTo != (scene.Ref{}) || o.Do != action.None || o.Change != 0:
		m.ledger = nil
	case o.Handled:
	case a == action.Cancel || a == action.Quit || a == action.Why:
		m.ledger = nil
		return nil
	case a.IsView():
		m.ledger = nil
	case a.Entry().Theme == action.Change && a != action.Undo && a != action.Redo:
		m.say("the ledger only tells: esc goes back to where that can be done")
		return nil
	}
	return m.take(o, a)
}

// askStart asks for the day that the open ledger counts from.
func (m *Model) askStart() {
	read := func(t input.Typed) input.Reading {
		says, _, err := m.startOf(t.Text)
		if err != nil {
			return input.Reading{Problem: err.Error(), Says: err.Error()}
		}
		return input.Reading{Says: says}
	}
	line := input.NewLine(input.LineOptions{Prompt: "count from", Hint: "fri · 2 nov · checkin · baseline", Enter: "count", Esc: "leave", Empty: true, Read: read})
	m.put(&over{component: line, taken: func(int) tea.Cmd {
		says, do, err := m.startOf(line.Text())
		if err == nil && !do() {
			err = errors.New("no check-in is known that it could count from: name a day")
		}
		if err != nil {
			line.Refuse(err.Error())
			return nil
		}
		m.close()
		m.say(says)
		return nil
	}})
}

// startOf reads the day that the open ledger is to count from, and what chooses it.
func (m *Model) startOf(text string) (says string, do func() bool, err error) {
	text = strings.Join(strings.Fields(strings.ToLower(text)), "-")
	v := m.ledger
	switch text {
	case "", "checkin", "check-in":
		return "counts from the last check-in", v.CountFromCheckIn, nil
	case "baseline", "nothing", "none", "no":
		return "counts from the baseline", func() bool { v.CountFrom(0, session.ByDefault); return true }, nil
	}
	day, err := m.pastDay(text)
	if err != nil {
		return "", nil, err
	}
	return "counts from " + paint.Weekday(day, m.session.Today()), func() bool { v.CountFrom(day, session.ByDefault); return true }, nil
}

// question is the ledger that is wanted now: the one that is open, else that of the selection where the pane shows it.
func (m *Model) question() session.Question {
	switch sel := m.scene.Selected; {
	case m.ledger != nil:
		return session.Question{On: m.ledger.On, Start: m.ledger.Start, Day: m.ledger.Day}
	case m.tabs[m.active].story && m.showsDetails() && m.hasLedger(sel):
		return session.Question{On: sel, Start: session.ByDefault}
	}
	return session.Question{}
}

// reading asks for the ledger that is wanted and starts what answers it, off this goroutine: at once for the ledger that is
// open, for the pane when the selection has rested, since whoever moves on down a list does not read it.
func (m *Model) reading() tea.Cmd {
	q := m.question()
	if q == (session.Question{}) {
		m.awaited = q
		return nil
	}
	if m.ledger == nil && m.rest > 0 && q != m.awaited {
		m.awaited = q
		m.pauses++
		now := pausedMsg{m.pauses, q}
		return tea.Tick(m.rest, func(time.Time) tea.Msg { return now })
	}
	if m.ledger == nil && m.rest > 0 && q != m.restedOn {
		return nil
	}
	m.session.AskLedger(q)
	run := m.session.NextLedger()
	if run == nil {
		return nil
	}
	return m.guarded(func() tea.Msg { return toldLedgerMsg{run()} })
}

// showLedger hands what is known of the ledger to what draws it.
func (m *Model) showLedger() {
	m.scene.Ledger = nil
	if m.ledger != nil && m.scene.Roadmap.Task(m.ledger.On.Task) == nil && m.scene.Roadmap.Goal(m.ledger.On.Goal) == nil {
		m.ledger = nil
	}
	q := m.question()
	known := m.session.Ledger(q)
	var l *history.Ledger
	if known != nil && len(known.Starts) > 0 {
		l = &known.Ledger
	}
	switch {
	case m.ledger == nil:
		m.scene.Ledger = l
	case known == nil: // what was shown before stays until it is there
	case known.Err != nil:
		m.ledger.Show(nil, nil, 0, inShort(known.Err))
	case known.Unknown != nil: // what was shown before stays
		m.fail(known.Unknown)
		m.ledger.CountAsBefore()
	case l == nil:
		m.ledger.Show(nil, nil, 0, "neither a baseline nor the history has a date for it")
	default:
		m.ledger.Show(l, known.Starts, known.At, "")
	}
}

// ledgerKeys names the keys of the ledger, as many as fit.
func (m *Model) ledgerKeys(l *paint.Line, room int) {
	order := "by date"
	if m.ledger.ByDate() {
		order = "by cause"
	}
	end := l.At() + room
	for _, h := range []input.Hint{{Key: "esc", Does: "close"}, {Key: "y", Does: "copy for a mail"}, {Key: "tab", Does: order}, {Key: "enter", Does: "go to it"},
		{Key: m.opts.Config.Keys.Key(action.Since), Does: "count from"}, {Key: ", .", Does: "another day to start from"}, {Key: "?", Does: "help"}} {
		if l.At()+paint.Width(h.Key)+1+paint.Width(h.Does) > end {
			continue
		}
		l.Put(paint.Accent, h.Key).Space(1).Put(paint.Dim, h.Does).Space(min(3, max(end-l.At(), 0)))
	}
}
