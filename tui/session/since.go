package session

import (
	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// Since is a roadmap as it was on an earlier day, to compare the present one with.
type Since struct {
	history.Then
	Plan  *schedule.Plan // nil where there is nothing to compare with: no check-in yet
	Flags []schedule.Flag
	Roots []schedule.Root
	Err   error // why it could not be read
}

// sinces is what the session compares with.
type sinces struct {
	day    roadmap.Date // 0: the last check-in of an earlier day
	off    bool
	asked  bool
	busy   bool
	answer *Since
}

// Since is what is compared with; nil while it is not known yet, or where nothing is to be compared. What is shown of the past is
// compared with what came before that.
func (s *Session) Since() *Since {
	if s.visit != nil && s.past.of != nil && !s.since.off {
		return s.sinceThen()
	}
	if s.since.off || s.since.answer == nil || s.since.answer.Plan == nil {
		return nil
	}
	return s.since.answer
}

// SinceError is why the day that was chosen cannot be compared with, or nil.
func (s *Session) SinceError() error {
	if s.since.answer == nil {
		return nil
	}
	return s.since.answer.Err
}

// CompareWith chooses a day to compare with; 0 is the last check-in of an earlier day, so that whoever has just told of the week sees
// what became of it; where there is none, today's.
func (s *Session) CompareWith(day roadmap.Date) {
	s.since.day, s.since.off, s.since.asked, s.since.answer = day, false, true, nil
}

// CompareWithNothing ends comparing.
func (s *Session) CompareWithNothing() { s.since.off = true }

// AskSince looks again for the day to compare with: the history may have another last check-in.
func (s *Session) AskSince() { s.since.asked = s.exists && !s.since.off }

// SinceAnswer is what came of looking.
type SinceAnswer struct {
	day   roadmap.Date
	since *Since
	again bool // another program has written to the file meanwhile
}

// NextSince is what is to be run off the UI's goroutine to find the day to compare with, or nil. What it returns goes to Compared.
func (s *Session) NextSince() func() SinceAnswer {
	x := &s.since
	if x.busy || !x.asked || s.busy {
		return nil
	}
	x.busy, x.asked = true, false
	day, saved, old, file, o, today, plan := x.day, s.saved, x.answer, s.file, s.options, s.today, s.Plan()
	return func() SinceAnswer {
		a := SinceAnswer{day: day, since: &Since{}}
		past, then, found, err := readBack(file, saved.Revision, day, today)
		switch {
		case err == errMovedOn:
			a.again = true
		case err != nil:
			a.since.Err = err
		case !found && day != 0:
			a.since.Err = history.BeforeIt(plan, day, past.Began)
		case !found:
		case old != nil && old.Plan != nil && old.Then.Day == then.Day && old.Seq == then.Seq && old.sameBaseline(saved.Roadmap):
			a.since = old
		default:
			a.since.read(then, saved.Roadmap, past, o)
		}
		return a
	}
}

// Compared takes an answer in, and tells whether it is another one.
func (s *Session) Compared(a SinceAnswer) bool {
	x := &s.since
	x.busy = false
	if a.again || a.day != x.day {
		x.asked = x.asked || a.day != x.day
		return false
	}
	changed := x.answer != a.since
	x.answer = a.since
	return changed
}

// read plans the roadmap as it was.
func (x *Since) read(then history.Then, present *roadmap.Roadmap, past *history.Past, o schedule.Options) {
	if x.Plan, x.Err = then.Plan(present, past, o); x.Err != nil {
		return
	}
	x.Then = then
	x.Flags = x.Plan.Flags()
	x.Roots = x.Plan.Roots(x.Flags)
}

// sameBaseline tells whether it was held to the baseline that a roadmap has.
func (x *Since) sameBaseline(r *roadmap.Roadmap) bool {
	return x.Plan.Roadmap.CurrentBaseline() == r.CurrentBaseline()
}

// readBack reads the history from its end back to where it stood on a day, or after the last check-in before today: as much of it as
// is needed, four times as much at each try.
func readBack(file Teller, revision store.Revision, day, today roadmap.Date) (*history.Past, history.Then, bool, error) {
	for n := uint64(64); ; n *= 4 {
		from := uint64(0)
		if uint64(revision) > n {
			from = uint64(revision) - n
		}
		p, err := file.Past(from)
		if err != nil {
			return nil, history.Then{}, false, err
		}
		if p.Revision != revision {
			return nil, history.Then{}, false, errMovedOn
		}
		past := PastOf(p)
		all := from == 0
		if !all {
			past.Began = 0 // there is more before
		}
		then, ok := past.CheckInBefore(history.Then{Changes: len(past.Changes), Day: today})
		if !ok && all {
			then, ok = past.LastCheckIn()
		}
		if day != 0 {
			then, ok = past.OnDay(day)
		}
		if ok || all {
			return &past, then, ok, nil
		}
	}
}

// WeekAgo is to be run off the UI's goroutine: the plan of a week before the status date, or of the day on which the history
// began; nil where it has just begun.
func (s *Session) WeekAgo() func() (*schedule.Plan, error) {
	saved, today, file, exists, o := s.saved, s.today, s.file, s.exists, s.options
	return func() (*schedule.Plan, error) {
		if !exists {
			return nil, nil
		}
		past, _, _, err := readBack(file, saved.Revision, today-7, today)
		if err != nil {
			return nil, err
		}
		then, ok := past.WeekAgo(today)
		if !ok {
			return nil, nil
		}
		return then.Plan(saved.Roadmap, past, o)
	}
}
