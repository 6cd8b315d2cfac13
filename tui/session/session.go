package session

import (
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// Saver is the part of *store.File that keeps roadmaps.
type Saver interface {
	Begin(r *roadmap.Roadmap, s store.Stamp) error
	Load() (store.Snapshot, error)
	Changed(since store.Snapshot) (bool, error)
	Apply(e store.Edit, plan store.Planner) (store.Snapshot, store.Entry, error)
}

// Undoer is the part of *store.File that takes changes back.
type Undoer interface {
	UndoNext() (store.Entry, error)
	RedoNext() (store.Entry, error)
	Undo(s store.Stamp, plan store.Planner) (store.Snapshot, store.Entry, error)
	Redo(s store.Stamp, plan store.Planner) (store.Snapshot, store.Entry, error)
}

// Teller is the part of *store.File that tells what happened.
type Teller interface {
	Past(after uint64) (store.Past, error)
}

// File is what a session keeps its roadmap in: a *store.File.
type File interface {
	Saver
	Undoer
	Teller
}

// Session is a roadmap being worked on. It belongs to the UI's goroutine.
type Session struct {
	file    File
	now     func() time.Time
	began   time.Time
	today   roadmap.Date
	options schedule.Options // of every plan that is shown

	saved   store.Snapshot
	exists  bool
	current *roadmap.Roadmap // the file's, with what was edited here since
	plan    *schedule.Plan
	trial   *trial   // the what-if that is shown, or nil
	trials  []*trial // what-ifs at hand, the one shown too
	// discarded is the what-if that was set aside last, while nothing was edited since.
	discarded *trial
	visit     *schedule.Plan // the past, while it is shown
	past      past           // where in it

	queue   []*job
	queued  func() // told of each edit that was put there, before it is planned; or nil
	busy    bool
	trouble error           // why the head of the queue could not be saved, until it could
	held    bool            // it waits for Retry
	astray  error           // why the file could not be looked at
	again   bool            // the file is to be made again as soon as nothing is on its way
	ours    map[uint64]bool // entries of the history that were made here
	sample  bool            // undo takes back these alone
	ledgers ledgers
	since   sinces
}

// Open works on what the file holds; without exists, on a new roadmap that the first edit creates the file for. The options are
// those of every plan that is shown.
func Open(f File, s store.Snapshot, exists bool, today roadmap.Date, now func() time.Time, o schedule.Options) *Session {
	x := &Session{file: f, now: now, began: now(), today: today, options: o, saved: s, exists: exists, ours: map[uint64]bool{}}
	x.set(s.Roadmap)
	x.since.asked = exists
	return x
}

// OnQueued has a function called for each edit that waits to be saved, before it is planned: Next may hand it out there, so that the
// file is opened and checked in the time that planning takes.
func (s *Session) OnQueued(do func()) { s.queued = do }

// StopBeforeSample has Undo take back only what was edited in this session: the history before is that of a sample, which nobody here
// has made.
func (s *Session) StopBeforeSample() { s.sample = true }

func (s *Session) set(r *roadmap.Roadmap) {
	if r != s.current || s.plan == nil || s.plan.Today != s.today {
		s.current, s.plan = r, schedule.Compute(r, s.today, s.options)
	}
}

// Roadmap is what is shown and edited: the what-if's, else the file's with all edits.
func (s *Session) Roadmap() *roadmap.Roadmap { return s.Plan().Roadmap }

// Plan is the plan of Roadmap.
func (s *Session) Plan() *schedule.Plan {
	switch {
	case s.visit != nil:
		return s.visit
	case s.trial != nil:
		return s.trial.plan
	}
	return s.plan
}

// Ghost is in a what-if the plan without it, else nil.
func (s *Session) Ghost() *schedule.Plan {
	if s.trial != nil && s.visit == nil {
		return s.plan
	}
	return nil
}

// Today is the status date.
func (s *Session) Today() roadmap.Date { return s.today }

// SetToday goes to another status date.
func (s *Session) SetToday(d roadmap.Date) {
	s.today = d
	s.set(s.current)
	s.AskSince() // a check-in of today is one of yesterday now
	for _, t := range s.trials {
		if t.err == nil {
			t.show(t.roadmap, d)
		}
	}
}

// Edited is what came of an edit.
type Edited struct {
	Before, After *schedule.Plan
	Effects       []schedule.Effect // the deadlines whose forecast moved
}

// Edit changes the roadmap by a draft and shows it at once. The title says what was done, for history and undo; because is
// the reason, or empty. An error says what was refused; nothing has changed then. Without any difference it is no edit.
func (s *Session) Edit(title, because string, change func(*roadmap.Draft) error) (Edited, error) {
	if s.visit != nil {
		return Edited{}, errPast
	}
	base := s.Roadmap()
	d := base.Edit(s.today)
	if err := change(d); err != nil {
		return Edited{}, err
	}
	next, err := d.Close()
	if err != nil {
		return Edited{}, err
	}
	before := s.Plan()
	if next == base || roadmap.Diff(base, next, "").Empty() {
		return Edited{Before: before, After: before}, nil
	}
	if s.trial != nil {
		s.trial.edit(title, because, next, s.today)
	} else {
		s.push(&job{kind: save, before: base, next: next, title: title, because: because, stamp: s.stamp(), change: change})
	}
	return Edited{Before: before, After: s.Plan(), Effects: Moved(before, s.Plan())}, nil
}

// Probe is what an edit would do to every deadline, the ones it leaves alone too, and the plan after it, without making it.
func (s *Session) Probe(change func(*roadmap.Draft) error) ([]schedule.Effect, *schedule.Plan, error) {
	if s.visit != nil {
		return nil, nil, errPast
	}
	return s.probe(s.Roadmap(), change)
}

func (s *Session) probe(base *roadmap.Roadmap, change func(*roadmap.Draft) error) ([]schedule.Effect, *schedule.Plan, error) {
	d := base.Edit(s.today)
	if err := change(d); err != nil {
		return nil, nil, err
	}
	next, err := d.Close()
	if err != nil {
		return nil, nil, err
	}
	after := schedule.Compute(next, s.today, s.options)
	return schedule.Effects(s.Plan(), after), after, nil
}

// push takes an edit in. It may be on its way to the file while it is planned; what is written of the deadlines waits for that.
func (s *Session) push(j *job) {
	planned := make(chan struct{})
	j.planBefore, j.planned, s.discarded = s.plan, planned, nil
	s.queue = append(s.queue, j)
	defer close(planned) // also where a panic cuts it short: whoever waits then plans it himself
	if s.queued != nil {
		s.queued()
	}
	s.set(j.next)
	j.planNext = s.plan
}

func (s *Session) stamp() store.Stamp { return store.Stamp{At: s.now(), Today: s.today} }

// Moved are the deadlines whose forecast differs between two plans, the furthest moved first.
func Moved(before, after *schedule.Plan) []schedule.Effect {
	return effectsThat(before, after, (*schedule.Effect).Changed)
}

// Tells are the deadlines that a what-if does something to: Moved, and those that it holds to another date.
func Tells(before, after *schedule.Plan) []schedule.Effect {
	return effectsThat(before, after, func(e *schedule.Effect) bool { return e.Changed() || e.SetAnew() })
}

func effectsThat(before, after *schedule.Plan, tell func(*schedule.Effect) bool) []schedule.Effect {
	var out []schedule.Effect
	for _, e := range schedule.Effects(before, after) {
		if tell(&e) {
			out = append(out, e)
		}
	}
	schedule.SortEffects(out)
	return out
}

// Unsaved are the titles of the edits that are not in the file yet, the oldest first, and why that could not be saved; nil
// while it is on its way for the first time.
func (s *Session) Unsaved() ([]string, error) {
	var titles []string
	for _, j := range s.queue {
		if j.kind == save {
			titles = append(titles, j.title)
		}
	}
	return titles, s.trouble
}

// Empty tells whether nothing has been entered yet.
func (s *Session) Empty() bool {
	r := s.Roadmap()
	return len(r.Tasks()) == 0 && len(r.Goals()) == 0 && len(r.Teams()) == 0
}
