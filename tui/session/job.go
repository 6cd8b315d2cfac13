package session

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// kind is what a job does.
type kind uint8

const (
	save kind = iota
	undo
	redo
	look   // whether another program has changed the file
	remake // the file again, which is gone
)

// job is something to be done with the file.
type job struct {
	kind           kind
	before, next   *roadmap.Roadmap // save: what was edited, and what it became
	planBefore     *schedule.Plan
	planNext       *schedule.Plan
	planned        <-chan struct{} // save: closed once planNext is there, or will not be
	title, because string
	stamp          store.Stamp
	agreed         uint64 // undo, redo: the change made elsewhere that may be taken, too; 0: none

	change  func(*roadmap.Draft) error // save: the edit itself, or nil
	retried bool
	open    bool // save: it still grows, and does not go to the file yet

	// once lets a job that is under way when the program ends be waited for instead of being done twice.
	once   *sync.Once
	result Done
}

// Done is what came of a job.
type Done struct {
	job     *job
	snap    store.Snapshot
	entry   store.Entry
	ask     bool // undo, redo: the change was made elsewhere, and nothing was done
	spent   bool // undo, redo: the change is the sample's own, and nothing was done
	changed bool // look: the file holds something else
	err     error
}

// Report is what a finished job means for the screen.
type Report struct {
	Changed bool        // what is to be shown is another roadmap
	Say     string      // for the bottom line
	Err     error       // what went wrong
	Ask     store.Entry // undo or redo: this was made elsewhere; it wants a second word
	Undo    bool        // Ask is about an undo, not a redo
	Spent   bool        // undo: all that was edited in this session is taken back, and what came before is the sample's own past
	Other   bool        // another roadmap, or an older copy, was put in the file's place, as Say says
	Took    store.Entry // undo or redo: what was taken back or done again
}

// With is what there is to say beside something else, that first.
func (r *Report) With(first string) string {
	if r.Say == "" {
		return first
	}
	return first + "; " + r.Say
}

// Undo takes the newest change back. One that was made elsewhere since the session began is reported first, unless it is the one that
// was agreed to, by its number in the history; 0 is none.
func (s *Session) Undo(agreed uint64) Report { return s.backOrForth(undo, agreed) }

// Redo does again what was undone last.
func (s *Session) Redo(agreed uint64) Report { return s.backOrForth(redo, agreed) }

func (s *Session) backOrForth(k kind, agreed uint64) Report {
	if s.visit != nil {
		return Report{Err: errPast}
	}
	if s.trial != nil {
		return s.trial.goBack(k, s.today)
	}
	if s.discarded != nil && k == undo {
		return s.bringBack()
	}
	if s.trouble != nil {
		return s.unsavedBack(k)
	}
	s.discarded = nil
	s.queue = append(s.queue, &job{kind: k, agreed: agreed, stamp: s.stamp()})
	return Report{}
}

// unsavedBack takes back the last of the edits that cannot be saved: no file knows of it.
func (s *Session) unsavedBack(k kind) Report {
	n := len(s.queue) - 1
	if k == redo || n < 0 || s.queue[n].kind != save || s.busy && n == 0 {
		return Report{Say: "that has to wait: what was edited before is not saved yet"}
	}
	j := s.queue[n]
	s.queue = s.queue[:n]
	if n == 0 {
		s.trouble, s.held = nil, false
	}
	s.set(j.before)
	return Report{Changed: true, Say: "undone before it was saved: " + j.title}
}

// Look asks whether another program has changed or made the file; false where something else is under way first.
func (s *Session) Look() bool {
	if s.busy || len(s.queue) > 0 {
		return false
	}
	s.queue = append(s.queue, &job{kind: look})
	return true
}

// Retry tries again what could not be saved, and forgets what could not be read.
func (s *Session) Retry() {
	s.held = false
	for q, a := range s.ledgers.answers {
		if a.Err != nil {
			delete(s.ledgers.answers, q)
		}
	}
}

// Next is what is to be run off the UI's goroutine, or nil: nothing is waiting, or something is under way, or it failed
// and waits for Retry. What it returns goes to Finish.
func (s *Session) Next() func() Done {
	if s.busy || len(s.queue) == 0 || s.held || s.queue[0].open {
		return nil
	}
	s.busy = true
	j, base, exists := s.queue[0], s.saved, s.exists
	if j.once == nil {
		j.once = &sync.Once{}
	}
	once := j.once
	return func() Done {
		once.Do(func() {
			j.result = Done{job: j, err: errBroken} // so it stays where run panics
			j.result = s.run(j, base, exists)
		})
		return j.result
	}
}

var errBroken = errors.New("the program met an error of its own while saving")

// run does a job. It reads of the session only what Finish alone writes.
func (s *Session) run(j *job, base store.Snapshot, exists bool) Done {
	d := Done{job: j}
	switch j.kind {
	case save:
		d.snap, d.entry, d.err = s.save(j, base, exists)
	case undo:
		s.takeBack(&d, s.file.UndoNext, s.file.Undo)
	case redo:
		s.takeBack(&d, s.file.RedoNext, s.file.Redo)
	case remake:
		d.snap, d.err = s.makeAgain(j, base)
	case look:
		if d.changed, d.err = s.file.Changed(base); d.changed && d.err == nil {
			d.snap, d.err = s.file.Load()
		}
	}
	return d
}

func (s *Session) save(j *job, base store.Snapshot, exists bool) (store.Snapshot, store.Entry, error) {
	if !exists {
		if err := s.file.Begin(base.Roadmap, j.stamp); err != nil {
			return store.Snapshot{}, store.Entry{}, err
		}
	}
	return s.file.Apply(store.Edit{Base: base, Next: j.next, Title: j.title, Because: j.because, Stamp: j.stamp}, j.planner())
}

func (s *Session) takeBack(d *Done, next func() (store.Entry, error), do func(store.Stamp, store.Planner) (store.Snapshot, store.Entry, error)) {
	if d.entry, d.err = next(); d.err != nil {
		return
	}
	if s.sample && !s.ours[d.entry.Seq] {
		d.spent = true
		return
	}
	if d.entry.Seq != d.job.agreed && !s.ours[d.entry.Seq] && d.entry.At.After(s.began) {
		d.ask = true
		return
	}
	what := d.entry
	d.snap, d.entry, d.err = do(d.job.stamp, d.job.planner())
	if d.entry.Title == "" {
		d.entry.Title = what.Title
	}
}

// planner hands the store the forecasts of deadlines, from the plans at hand where they are of the same roadmap.
func (j *job) planner() store.Planner {
	return func(r *roadmap.Roadmap) []store.Forecast {
		switch r {
		case j.before:
			return forecasts(j.planBefore)
		case j.next:
			if j.planned != nil {
				<-j.planned
			}
			if j.planNext != nil {
				return forecasts(j.planNext)
			}
		}
		return forecasts(schedule.Compute(r, j.stamp.Today, schedule.Options{}))
	}
}

func forecasts(p *schedule.Plan) []store.Forecast {
	var out []store.Forecast
	for _, d := range p.Deadlines() {
		out = append(out, store.Forecast{Task: d.On.Task, Goal: d.On.Goal, Date: d.Forecast, OpenEnd: d.OpenEnd})
	}
	return out
}

// Finish takes in what came of a job.
func (s *Session) Finish(d Done) Report {
	s.busy = false
	defer s.makeNext()
	j := d.job
	j.once = nil
	var refusal *roadmap.Error
	switch {
	case d.err != nil && j.kind == save && !errors.As(d.err, &refusal):
		return s.failed(d.err)
	case d.err != nil && j.kind == remake:
		s.queue = s.queue[1:]
		return Report{Err: d.err}
	case d.err != nil:
		s.queue = s.queue[1:]
		return s.refused(j, d.err)
	}
	s.queue = s.queue[1:]
	switch {
	case j.kind == look && !d.changed:
		s.astray = nil
		return Report{}
	case d.spent:
		return Report{Spent: true}
	case d.ask:
		return Report{Ask: d.entry, Undo: j.kind == undo}
	}
	other, lacks := !d.snap.Follows(s.saved), d.snap.Lacks(s.saved)
	s.exists, s.saved, s.astray = true, d.snap, nil
	if other {
		s.forgetPast()
	}
	if j.kind == save || j.kind == remake {
		s.trouble = nil
	}
	if j.kind != look && j.kind != remake {
		s.ours[d.entry.Seq] = true
	}
	if j.kind != save || d.entry.IsCheckIn() {
		s.AskSince()
	}
	r := s.taken(d)
	switch r.Other = other; {
	case j.kind == remake:
		r.Say = "made again from what was on the screen; its history begins here"
	case other:
		r.Say = replaced(j.kind, lacks)
	}
	return r
}

// replaced says that the file is another than it was: an older copy of the same roadmap, by how many changes it lacks, or another
// roadmap, onto which nothing was saved.
func replaced(k kind, lacks int) string {
	changes := fmt.Sprintf("%d changes", lacks)
	if lacks == 1 {
		changes = "1 change"
	}
	switch {
	case lacks == 0:
		return "another file was put in place of this one: this is what it holds"
	case k == look:
		return "an older copy of this file was put in its place: it lacks " + changes
	}
	return "saved onto an older copy of this file that was put in its place: it lacks " + changes
}

// forgetPast forgets what was read of the history of a file that is there no more.
func (s *Session) forgetPast() {
	s.ours, s.ledgers.known, s.ledgers.answers, s.ledgers.revision = map[uint64]bool{}, told{}, nil, 0
}

// failed keeps an edit that could not be saved. The reason is told once, not at each further try.
func (s *Session) failed(err error) Report {
	err = s.Explained(err)
	told := s.trouble != nil && s.trouble.Error() == err.Error()
	s.trouble, s.held = err, true
	if told {
		return Report{}
	}
	return Report{Err: err}
}

// unseen is a look at the file that failed, told once. That another program has it open, or that it has not been made
// yet, is nothing to tell.
func (s *Session) unseen(err error) Report {
	if errors.Is(err, store.ErrLocked) || errors.Is(err, store.ErrMissing) && !s.exists {
		return Report{}
	}
	before := s.astray
	s.astray = s.Explained(err)
	if before != nil && before.Error() == s.astray.Error() {
		return Report{}
	}
	return Report{Err: s.astray}
}

// taken shows what the file holds now, with the edits still waiting on top.
func (s *Session) taken(d Done) Report {
	r := Report{}
	if d.job.kind != save {
		r.Changed = true
	}
	if d.job.kind == undo || d.job.kind == redo {
		r.Took, r.Undo = d.entry, d.job.kind == undo
	}
	if d.job.kind == look {
		r.Say = "changed by another program"
	}
	if d.job.kind == save && d.snap.Roadmap == d.job.next {
		return r
	}
	r.Changed = true
	if err := s.rebase(); err != nil {
		r.Err = err
	}
	return r
}

// refused drops an edit that no longer fits what the file holds, and looks at the file.
func (s *Session) refused(j *job, err error) Report {
	if j.kind == look {
		return s.unseen(err)
	}
	r := Report{Err: err}
	if j.kind == save {
		s.trouble = nil
		if j.adds() && !j.retried { // another program took the ids first: they are given out anew
			j.retried = true
			s.queue = append([]*job{{kind: look}, j}, s.queue...)
			return Report{}
		}
		r.Changed = true
		if also := s.rebase(); also != nil {
			r.Err = fmt.Errorf("%w (and %w)", err, also)
		}
		s.queue = append(s.queue, &job{kind: look})
	}
	return r
}

// adds tells whether an edit only adds what was not there.
func (j *job) adds() bool {
	if j.change == nil {
		return false
	}
	for _, e := range roadmap.Diff(j.before, j.next, j.title).Edits {
		if e.Before != nil {
			return false
		}
	}
	return true
}

// onto is what the edit makes of another roadmap.
func (j *job) onto(base *roadmap.Roadmap) (*roadmap.Roadmap, error) {
	next, err := base.Replay(roadmap.Diff(j.before, j.next, j.title))
	if err == nil || !j.adds() {
		return next, err
	}
	d := base.Edit(j.stamp.Today)
	if err := j.change(d); err != nil {
		return nil, err
	}
	return d.Close()
}

// rebase replays the edits that wait on what the file holds; those that no longer fit are dropped, and the last of their
// errors is returned.
func (s *Session) rebase() error {
	base := s.saved.Roadmap
	var refused error
	kept := s.queue[:0:0]
	for _, j := range s.queue {
		if j.kind != save {
			kept = append(kept, j)
			continue
		}
		next, err := j.onto(base)
		if err != nil {
			refused = err
			continue
		}
		j.before, j.next = base, next
		j.planBefore, j.planNext = schedule.Compute(base, j.stamp.Today, s.options), schedule.Compute(next, j.stamp.Today, s.options)
		base, kept = next, append(kept, j)
	}
	s.queue = kept
	s.set(base)
	return refused
}

// Flush saves what is unsaved, here and now, and keeps what-ifs that nobody ended: for the way out. Its error says what could not be saved, and is lost.
func (s *Session) Flush() error {
	s.busy = false
	s.Retry()
	s.Settle()
	refused := s.KeepUnfinished()
	for run := s.Next(); run != nil; run = s.Next() {
		d := run()
		title := d.job.title
		if r := s.Finish(d); r.Err != nil && d.job.kind == save && s.trouble == nil {
			refused = fmt.Errorf("%s is lost: %w", title, r.Err)
		}
	}
	titles, trouble := s.Unsaved()
	if len(titles) == 0 {
		return refused
	}
	return fmt.Errorf("not saved, and lost: %s: %w", List(titles), trouble)
}

// mostTitles is how many edits are named where all are meant.
const mostTitles = 3

// List names edits: the first by their titles, the others by their number.
func List(titles []string) string {
	if more := len(titles) - mostTitles; more > 0 {
		return strings.Join(titles[:mostTitles], "; ") + fmt.Sprintf("; and %d more", more)
	}
	return strings.Join(titles, "; ")
}
