package levelling

import "math"

// Problem is what the passes of a plan need, in arrays. It is read only and may be shared by any number of passes.
type Problem struct {
	Base  int32   // the day of offset 0
	Place []int32 // by task: what its owner knows it by

	jobs      []job
	preds     []link
	succs     []link
	calendars []calendar
	groups    []group
	needs     []groupNeed
	last      int32 // the last day there is
	duration  []int32
	promised  []int32
	planDay   []int32
	deadlines []deadline
}

// job is a task as a pass reads it. Numbers are those of working days on its own calendar.
type job struct {
	first            int32 // it starts on no earlier number: its release, and what is done before it
	floor            int32 // it ends on no earlier number than the one before this one
	predFrom, predTo int32 // what it waits for, in preds
	succFrom, succTo int32 // what waits for it, in succs
	needFrom, needTo int32 // its needs in needs
	need             uint64
	group            int32 // the one group that it needs, on its own calendar; or alone, or several
	release          int32 // instant; for a milestone with what is done before it
	calendar         int32
	started          int32 // Started, Done: first day; Milestone: the day that its release stands for
	finished         int32 // Done: last day
	class            int32
	kind             Kind
	scarce           bool // one of its teams will not have the people for good: there may be no place for it
}

// Values of job.group where it is not one group.
const (
	alone   = int32(-1) // needs nobody
	several = int32(-2) // needs people of several groups, or on another calendar than its own, or is scarce
)

// link is what a task waits for.
type link struct {
	task int32
	lag  int16
	tie  tie
}

// tie is the type of a link, and whether it can be reckoned in numbers of working days.
type tie uint8

const (
	ends   tie = iota // finish-to-start between tasks of one calendar
	starts            // start-to-start between tasks of one calendar
	other             // from here on the type is added: by days
)

// None is no promise: a day before all others.
const None = math.MinInt32 / 2

// unplaced is the number that a task without dates has: after all others, with room for lags.
const unplaced = int32(1 << 29)

// beyond is after all days, too: what waits for an unplaced task comes here, however it waits.
const beyond = unplaced / 2

// New makes a problem. Links may not run in a circle.
func New(s *Spec) *Problem {
	n := len(s.Tasks)
	p := &Problem{Base: s.Base, last: s.Last - s.Base, Place: make([]int32, n), jobs: make([]job, n), duration: make([]int32, n), promised: make([]int32, n), planDay: make([]int32, n)}
	for _, c := range s.Calendars {
		p.calendars = append(p.calendars, newCalendar(c, s.Base, s.Horizon))
	}
	lanes := p.newGroups(s)
	for x := range s.Tasks {
		p.readTask(int32(x), &s.Tasks[x])
		p.readNeeds(&p.jobs[x], &s.Tasks[x], lanes)
	}
	p.readLinks(s)
	p.readDeadlines(s)
	return p
}

// Len is the number of tasks.
func (p *Problem) Len() int { return len(p.jobs) }

// Kind tells how a task is placed.
func (p *Problem) Kind(x int32) Kind { return p.jobs[x].kind }

// Durations are the working days of each task, Promises the day, as an offset, before which it does not finish, or None.
// Both are for reading.
func (p *Problem) Durations() []int32 { return p.duration }

// Promises are the days, as offsets, before which tasks do not finish, or None.
func (p *Problem) Promises() []int32 { return p.promised }

func (p *Problem) readTask(x int32, t *Task) {
	p.Place[x], p.duration[x], p.promised[x], p.planDay[x] = t.Place, t.Duration, None, t.PlanDay-p.Base
	if t.Promised != 0 {
		p.promised[x] = t.Promised - p.Base
	}
	j := &p.jobs[x]
	*j = job{kind: t.Kind, calendar: int32(t.Calendar), release: t.Release - p.Base, floor: None, class: t.Class, group: alone,
		started: t.Started - p.Base, finished: t.Finished - p.Base}
	j.first = p.calendars[t.Calendar].countAt(j.release)
	if t.Kind == Milestone {
		j.started = j.release
	}
}

// readLinks sorts the links by either end. What is done bounds its successors once and for all, and what is not planned
// bounds nothing, so neither is left to the passes.
func (p *Problem) readLinks(s *Spec) {
	var links []Link
	for i := range s.Links {
		if l := &s.Links[i]; p.binds(l) {
			links = append(links, *l)
		} else if p.jobs[l.From].kind == Done {
			p.boundByDone(l)
		}
	}
	p.preds, p.succs = make([]link, len(links)), make([]link, len(links))
	for i := range links {
		p.jobs[links[i].To].predTo++
		p.jobs[links[i].From].succTo++
	}
	preds, succs := int32(0), int32(0)
	for x := range p.jobs {
		j := &p.jobs[x]
		j.predFrom, preds = preds, preds+j.predTo
		j.succFrom, succs = succs, succs+j.succTo
		j.predTo, j.succTo = j.predFrom, j.succFrom
	}
	for i := range links {
		l := &links[i]
		from, to, tie := &p.jobs[l.From], &p.jobs[l.To], p.tieOf(l)
		p.preds[to.predTo] = link{l.From, int16(l.Lag), tie}
		p.succs[from.succTo] = link{l.To, int16(l.Lag), tie}
		to.predTo++
		from.succTo++
	}
}

// binds tells whether a link's bound differs from pass to pass.
func (p *Problem) binds(l *Link) bool {
	from, to := p.jobs[l.From].kind, p.jobs[l.To].kind
	return from != Done && from != Absent && (to == Work || to == Milestone)
}

func (p *Problem) tieOf(l *Link) tie {
	switch sameDays := p.jobs[l.From].calendar == p.jobs[l.To].calendar && p.jobs[l.To].kind == Work; {
	case sameDays && l.Type == FinishToStart:
		return ends
	case sameDays && l.Type == StartToStart:
		return starts
	}
	return other + tie(l.Type)
}

// boundByDone bounds a task by what is done.
func (p *Problem) boundByDone(l *Link) {
	from, j := &p.jobs[l.From], &p.jobs[l.To]
	c := &p.calendars[j.calendar]
	start, finish := from.started, from.finished+1
	switch {
	case j.kind == Milestone:
		instant, day := milestoneBound(c, l.Type, l.Lag, start, finish)
		j.release, j.started = max(j.release, instant), max(j.started, day)
	case j.kind != Work:
	case l.Type == FinishToStart || l.Type == StartToStart:
		j.first = max(j.first, workBound(c, l.Type, l.Lag, start, finish))
	default:
		j.floor = max(j.floor, workBound(c, l.Type, l.Lag, start, finish))
	}
}

// workBound is the number of the first day on which a task may start because of a link, for the types that tie its finish
// that number plus its duration.
func workBound(c *calendar, typ Type, lag, start, finish int32) int32 {
	switch typ {
	case StartToStart, StartToFinish: // days off between the two ends of the latter do not count
		return c.countAt(start) + lag
	case FinishToFinish:
		return c.countAt(c.move(finish, lag)-1) + 1 // its last day is the one that ends at that instant, or a later one
	}
	return c.countAt(finish) + lag
}

// milestoneBound is the instant that a link behind work allows, and the day that it stands for.
func milestoneBound(c *calendar, typ Type, lag, start, finish int32) (instant, day int32) {
	if typ == StartToStart || typ == StartToFinish {
		instant = c.move(start, lag)
		return instant, instant
	}
	instant = c.move(finish, lag)
	return instant, instant - 1
}
