package session

import (
	"errors"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// PastOf is a file's history as the slip ledger reads it.
func PastOf(p store.Past) history.Past {
	return history.Past{Began: p.Created.Today, Changes: appendChanges(make([]history.Change, 0, len(p.Entries)), p.Entries)}
}

func appendChanges(changes []history.Change, entries []store.Entry) []history.Change {
	for i := range entries {
		changes = append(changes, pastChange(&entries[i]))
	}
	return changes
}

func pastChange(e *store.Entry) history.Change {
	c := history.Change{Seq: e.Seq, Of: e.Of, Undone: e.Kind == store.Undone, At: e.At, Today: e.Today, Change: e.Change}
	if len(e.Moved) > 0 {
		c.Moved = make([]history.Move, len(e.Moved))
	}
	for i, m := range e.Moved {
		c.Moved[i] = history.Move{On: schedule.Ref{Task: m.Task, Goal: m.Goal}, From: m.From, To: m.To}
	}
	return c
}

// Ledger is the slip ledger of a deadline, with the other days from which it may count.
type Ledger struct {
	history.Ledger
	Starts []history.Start // the oldest first; none where nothing is known of it
	At     int             // which of them Since is
	Err    error           // why the history could not be read
	// Unknown is why it cannot count from the day that was named.
	Unknown error
}

// ByDefault is the start that a ledger has unless somebody chose another.
const ByDefault = -1

// Question asks for the slip ledger of a deadline.
type Question struct {
	On    schedule.Ref
	Start int          // one of Ledger.Starts, or ByDefault
	Day   roadmap.Date // a day that is to be among them, and is the default then; 0: none
}

// ledgers are the answers that are known, and the history as far as it was read.
type ledgers struct {
	known    told
	answers  map[Question]*Ledger
	revision store.Revision // of the file, and the day, that the answers are of
	today    roadmap.Date
	asked    Question // the one to be answered next; the zero value is none
	busy     bool
	shown    shownLedger
}

// told is what was read of the history; it is never changed, only replaced by a longer one.
type told struct {
	past     history.Past
	revision store.Revision // 0: nothing was read yet
}

// Ledger is the answer to a question, as the file was when that was asked for; nil where it was not, or is not answered yet. What
// is not in the file, a what-if or edits that are not saved yet, is a last line of its own.
func (s *Session) Ledger(q Question) *Ledger {
	a, shown := s.ledgers.answers[q], &s.ledgers.shown
	if a == nil || len(a.Starts) == 0 {
		return a
	}
	if shown.of == a && shown.plan == s.Plan() {
		return shown.ledger
	}
	text := "edits that are not saved yet"
	if s.trial != nil {
		text = "this what-if"
	}
	out := *a
	out.Ledger = a.Ledger.Until(s.Plan(), text)
	*shown = shownLedger{a, s.Plan(), &out}
	return &out
}

// shownLedger is an answer up to a plan: the same one as long as neither changes.
type shownLedger struct {
	of     *Ledger
	plan   *schedule.Plan
	ledger *Ledger
}

// AskLedger asks a question, unless it is answered already for what the file holds now. Only the last one that was asked is
// answered.
func (s *Session) AskLedger(q Question) {
	l := &s.ledgers
	if l.fresh(s) && l.answers[q] != nil {
		return
	}
	l.asked = q
}

// fresh tells whether the answers are of what the file holds.
func (l *ledgers) fresh(s *Session) bool { return l.revision == s.saved.Revision && l.today == s.today }

// Answer is what came of a question.
type Answer struct {
	question Question
	ledger   *Ledger
	known    told
	of       store.Revision
	today    roadmap.Date
}

// NextLedger is what is to be run off the UI's goroutine to answer the question asked last, or nil. What it returns goes to
// Answered.
func (s *Session) NextLedger() func() Answer {
	l := &s.ledgers
	if l.busy || l.asked == (Question{}) {
		return nil
	}
	q, known, saved, today, plan, o := l.asked, l.known, s.saved, s.today, s.plan, s.options
	l.busy, l.asked = true, Question{}
	if plan.Roadmap != saved.Roadmap {
		plan = nil
	}
	exists := s.exists
	return func() Answer {
		a := Answer{question: q, ledger: &Ledger{}, known: known, of: saved.Revision, today: today}
		if exists {
			a.read(s.file, saved, plan, o)
		}
		return a
	}
}

// Answered takes an answer in.
func (s *Session) Answered(a Answer) {
	l := &s.ledgers
	l.busy, l.known = false, a.known
	if a.of != l.revision || a.today != l.today || l.answers == nil || len(l.answers) >= mostAnswers {
		l.answers, l.revision, l.today = map[Question]*Ledger{}, a.of, a.today
	}
	l.answers[a.question] = a.ledger
}

// Unread tells whether a ledger could not be read and waits for Retry.
func (s *Session) Unread() bool {
	for _, a := range s.ledgers.answers {
		if a.Err != nil && a.Err != errMovedOn {
			return true
		}
	}
	return false
}

// mostAnswers bounds what is kept.
const mostAnswers = 64

// errMovedOn: another program has written to the file; the session will see what, and ask again.
var errMovedOn = errors.New("the file has just been changed")

// read reads what is new in the history and writes the ledger.
func (a *Answer) read(file Teller, saved store.Snapshot, plan *schedule.Plan, o schedule.Options) {
	if err := a.known.read(file); err != nil {
		a.ledger.Err = err
		return
	}
	if a.known.revision != saved.Revision {
		a.ledger.Err = errMovedOn
		return
	}
	if plan == nil {
		plan = schedule.Compute(saved.Roadmap, a.today, o)
	}
	past, q := &a.known.past, a.question
	a.ledger.Starts = history.Starts(plan, past, q.On)
	if len(a.ledger.Starts) == 0 {
		return
	}
	byDefault := history.FirstChoice(plan, a.ledger.Starts)
	if q.Day != 0 {
		starts, at, err := history.StartsWith(a.ledger.Starts, plan, past, q.On, q.Day)
		if err != nil {
			a.ledger.Unknown = err
			return
		}
		a.ledger.Starts, byDefault = starts, at
	}
	if a.ledger.At = q.Start; q.Start < 0 || q.Start >= len(a.ledger.Starts) {
		a.ledger.At = byDefault
	}
	a.ledger.Ledger = history.LedgerOf(plan, past, q.On, a.ledger.Starts[a.ledger.At])
}

// read goes on from what is known; where that is not how the file's history begins, it reads all of it.
func (h *told) read(file Teller) error {
	n := len(h.past.Changes)
	p, err := file.Past(uint64(n))
	if err == nil && h.revision+store.Revision(len(p.Entries)) != p.Revision && n > 0 {
		n = 0
		p, err = file.Past(0)
	}
	if err != nil {
		return err
	}
	*h = told{history.Past{Began: p.Created.Today, Changes: appendChanges(h.past.Changes[:n:n], p.Entries)}, p.Revision}
	return nil
}
