package history

import (
	"cmp"
	"fmt"
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// Ledger is the slip ledger of a deadline: from the date that its forecast had on some day in the past to today's, every
// change in the history and every stretch between two changes that moved it. The days of the lines add up to Days exactly,
// which is the working days from Since.Date to Forecast; all are counted on today's calendar.
type Ledger struct {
	On       schedule.Ref
	Title    string
	Since    Start
	Forecast roadmap.Date // 0 where it has none any more; the lines then lead to the last one it had
	OpenEnd  bool
	Days     int
	Lines    []Line // in the order of the history; none of 0 days
	// DueThen and Due are the dates that it was to be kept by at the start and is to be now: its own deadline, which moves no
	// forecast when it is moved. 0 where there was or is none; DueThen is Due where the history does not say.
	DueThen, Due roadmap.Date
}

// DueMoved tells whether the deadline itself was moved since the start.
func (l *Ledger) DueMoved() bool { return l.DueThen != 0 && l.Due != 0 && l.DueThen != l.Due }

// Start is a day from which a ledger may count.
type Start struct {
	Baseline string       // its name; empty for the beginning of the history or of the deadline, a check-in and a named day
	CheckIn  bool         // it is the last check-in
	Named    bool         // it is a day that somebody named
	Day      roadmap.Date // the status date
	Date     roadmap.Date // the deadline's forecast finish on that day
	after    int          // how many changes lie before
}

// Later tells whether it is the day on which the deadline got its first forecast, after the history had begun.
func (s Start) Later() bool { return s.Baseline == "" && !s.CheckIn && !s.Named && s.after > 0 }

// Line is what moved a deadline's forecast: a change, or what went on between two.
type Line struct {
	Change   uint64       // its number in the history; 0 for what lies between two changes
	From, To roadmap.Date // the first and the last day of it, both status dates
	Text     string
	Because  string // the reason that was given, or empty
	Days     int    // working days; positive is later
	Cause    Cause
}

// Cause is by what lines are grouped.
type Cause struct {
	Kind Kind
	Team string // id of the team or supplier whose doing it is, or empty
	Task string // id of the task that it is about, or empty
}

// Kind is what kind of thing moved a forecast.
type Kind uint8

// The kinds, and what they stand for.
const (
	OtherChange  Kind = iota
	Promised          // a promise was given or moved
	Estimated         // effort or people of a task
	Progressed        // begun, done, so much left, told
	HeldUp            // a blocker came, went or stayed
	Linked            // dependencies
	Staffed           // a team's people and days off; who does a task
	Reordered         // priority, rank, place
	Dated             // not before a date; another goal
	Added             // tasks that were not there
	TakenOut          // tasks dropped or deleted
	Recalendared      // the roadmap's working days and start
	Silence           // nobody said anything
	Undelivered       // what was promised did not come
	Unrecorded        // nobody can say: before the history, or another program
)

// Starts are the days from which a deadline's ledger may count, the oldest first: the beginning of the history (or the
// day on which it got its first forecast), then the baselines that have a date for it and the last check-in, as they came.
// Empty where neither the history nor a baseline knows of it.
func Starts(p *schedule.Plan, past *Past, on schedule.Ref) []Start {
	var out []Start
	if s := firstStart(p, past, on); s.Date != 0 {
		out = append(out, s)
	}
	for _, b := range p.Roadmap.Baselines() {
		if d := baselineDate(b, on); d != 0 {
			out = append(out, Start{Baseline: b.Name, Day: b.Taken, Date: d, after: past.takenAfter(b)})
		}
	}
	if s := checkInStart(p, past, on); s.Date != 0 {
		out = append(out, s)
	}
	slices.SortStableFunc(out, Start.compare)
	return out
}

// compare orders starts, the older first.
func (s Start) compare(o Start) int {
	return cmp.Or(cmp.Compare(s.after, o.after), cmp.Compare(s.Day, o.Day))
}

// BeforeIt is the error that a day lies before the history, which begins on another.
func BeforeIt(p *schedule.Plan, day, began roadmap.Date) error {
	return fmt.Errorf("%s is before the history, which begins on %s: name that day or a later one", p.ShortDate(day), p.ShortDate(began))
}

// StartsWith are some Starts with the end of a day that somebody named among them, and its place. The error says that nothing is known
// of that day.
func StartsWith(starts []Start, p *schedule.Plan, past *Past, on schedule.Ref, day roadmap.Date) ([]Start, int, error) {
	then, ok := past.OnDay(day)
	if !ok {
		return nil, 0, BeforeIt(p, day, past.Beginning().Day)
	}
	plan, err := then.Plan(p.Roadmap, past, schedule.Options{})
	if err != nil {
		return nil, 0, err
	}
	s := then.Start(plan, on)
	if s.Named = true; s.Date == 0 {
		return nil, 0, fmt.Errorf("it had no forecast on %s: name a later day", p.ShortDate(day))
	}
	at := 0
	for at < len(starts) && starts[at].compare(s) <= 0 {
		at++
	}
	return slices.Insert(slices.Clone(starts), at, s), at, nil
}

// FirstChoice is the place among some starts of the one to begin with: the current baseline's, else the oldest.
func FirstChoice(p *schedule.Plan, starts []Start) int {
	b := p.Roadmap.CurrentBaseline()
	for i, s := range starts {
		if b != nil && s.Baseline == b.Name {
			return i
		}
	}
	return 0
}

// checkInStart is the last check-in, with the forecast that the roadmap of then gives.
func checkInStart(p *schedule.Plan, past *Past, on schedule.Ref) Start {
	then, ok := past.LastCheckIn()
	if !ok {
		return Start{}
	}
	plan, err := then.Plan(p.Roadmap, past, schedule.Options{})
	if err != nil {
		return Start{}
	}
	return then.Start(plan, on)
}

// baselineDate is the deadline's finish in a baseline, or 0.
func baselineDate(b *roadmap.Baseline, on schedule.Ref) roadmap.Date {
	for _, d := range b.Deadlines {
		if d.Goal == on.Goal && d.Task == on.Task {
			return d.Forecast
		}
	}
	for i := range b.Tasks {
		if on.Task != "" && b.Tasks[i].ID == on.Task {
			return b.Tasks[i].Finish
		}
	}
	return 0
}

// takenAfter is how many changes there were when a baseline was taken, with its taking; 0 where the history does not say.
func (past *Past) takenAfter(b *roadmap.Baseline) int {
	for k := len(past.Changes) - 1; k >= 0; k-- {
		if past.Changes[k].putsBaseline(b) {
			return k + 1
		}
	}
	return 0
}

// firstStart is the beginning of what the history knows of a deadline.
func firstStart(p *schedule.Plan, past *Past, on schedule.Ref) Start {
	for k := range past.Changes {
		c := &past.Changes[k]
		m, ok := c.move(on)
		switch {
		case !ok:
			continue
		case m.From == 0:
			return Start{Day: c.Today, Date: m.To, after: k + 1}
		}
		if s := begun(p, past, on); s.Date != 0 {
			return s
		}
		return Start{Day: past.Changes[0].Today, Date: m.From}
	}
	return begun(p, past, on)
}

// begun plans the roadmap as it was when the history began.
func begun(p *schedule.Plan, past *Past, on schedule.Ref) Start {
	day := past.Beginning().Day
	w := rewinder{present: p.Roadmap, past: past}
	if r := w.then(0); r != nil && day != 0 {
		return Start{Day: day, Date: finishOf(schedule.Compute(r, day, schedule.Options{}), on)}
	}
	return Start{}
}

// finishOf is the forecast finish of a task or goal, also of a done one; 0 where it has none.
func finishOf(p *schedule.Plan, on schedule.Ref) roadmap.Date {
	if on.Goal != "" {
		d, _ := p.Goal(on.Goal)
		return d
	}
	if i := p.Roadmap.TaskIndex(on.Task); i >= 0 {
		return p.Tasks[i].Finish
	}
	return 0
}

// LedgerOf is the slip ledger of a task or goal since one of its Starts. The plan must be that of the roadmap to which
// the history leads. What lies between two changes is told apart by planning the roadmap as it was then: the worst stretches
// first, as many as mostPlanned allows; what is left says only how many days passed.
func LedgerOf(p *schedule.Plan, past *Past, on schedule.Ref, since Start) Ledger {
	k := &bookkeeper{Plan: p, past: past, on: on, cal: p.CalendarOf(on), then: rewinder{present: p.Roadmap, past: past}}
	k.plans = min(mostPlans, mostPlanned/max(len(p.Tasks), 1))
	out := Ledger{On: on, Title: titleOf(p.Roadmap, on), Since: since, Forecast: finishOf(p, on)}
	k.keep(since, out.Forecast)
	k.explain()
	out.Lines = k.finished()
	out.DueThen, out.Due = k.due(since.after)
	for i := range out.Lines {
		out.Days += out.Lines[i].Days
	}
	if on.Goal != "" {
		_, out.OpenEnd = p.Goal(on.Goal)
	} else if i := p.Roadmap.TaskIndex(on.Task); i >= 0 {
		out.OpenEnd = p.Tasks[i].OpenEnd
	}
	return out
}

// due is the deadline after so many changes, and as it is now.
func (k *bookkeeper) due(after int) (then, now roadmap.Date) {
	id := k.on.Task + k.on.Goal
	if t := k.Roadmap.Task(k.on.Task); t != nil {
		now = t.Deadline
	} else if g := k.Roadmap.Goal(k.on.Goal); g != nil {
		now = g.Deadline
	}
	for n := after; n < len(k.past.Changes); n++ {
		for _, e := range k.past.Changes[n].Edits {
			switch was := e.Before.(type) {
			case *roadmap.Task:
				if was.ID == id {
					return was.Deadline, now
				}
			case *roadmap.Goal:
				if was.ID == id {
					return was.Deadline, now
				}
			}
		}
	}
	return now, now
}

// Until is the ledger up to the forecast of another plan, with a last line for what lies between; where that is nothing it is
// the ledger itself.
func (l Ledger) Until(p *schedule.Plan, text string) Ledger {
	to := finishOf(p, l.On)
	days := 0
	if l.Forecast != 0 && to != 0 {
		days = p.CalendarOf(l.On).Between(l.Forecast, to)
	}
	if days == 0 {
		return l
	}
	l.Lines = append(slices.Clip(l.Lines), Line{From: p.Today, To: p.Today, Text: text, Days: days})
	l.Days, l.Forecast = l.Days+days, to
	return l
}

// What a ledger may cost: so many plans, and so many tasks planned in all of them together. With 10,000 tasks that is 30 plans;
// a ledger over as many changes, ten of which moved the deadline, takes 0.07 s of one core (BenchmarkLedger).
const (
	mostPlans   = 150
	mostPlanned = 300_000
)

func titleOf(r *roadmap.Roadmap, on schedule.Ref) string {
	if t := r.Task(on.Task); t != nil {
		return t.Title
	}
	if g := r.Goal(on.Goal); g != nil {
		return g.Title
	}
	return on.Task + on.Goal
}

// bookkeeper writes a ledger.
type bookkeeper struct {
	*schedule.Plan
	past  *Past
	on    schedule.Ref
	cal   *roadmap.Calendar
	then  rewinder
	plans int // how many may still be made
	lines []posting
	at    map[uint64]int // per change, the place of its line: what was undone and done again is one
}

// posting is a line with what it was found by.
type posting struct {
	Line
	from, to int          // between two changes: how many changes came before it, and before its end
	was, is  roadmap.Date // the forecast before and after
	undone   bool
	dark     bool   // the history says nothing of it: it was no deadline yet
	detail   []Line // what the line is made of, where that was found out
}

// keep walks the history from a start to today's forecast; each line begins where the one before it ended.
func (k *bookkeeper) keep(since Start, forecast roadmap.Date) {
	k.at = map[uint64]int{}
	pos, done := since.Date, since.after
	gone := -1 // the line of the change by which the deadline lost its forecast, until it has one again
	day := since.Day
	for n := since.after; n < len(k.past.Changes); n++ {
		c := &k.past.Changes[n]
		m, ok := c.move(k.on)
		if !ok {
			continue
		}
		switch {
		case m.From != 0:
			k.between(done, n, pos, m.From, day, c.Today)
			pos = m.From
		case gone < 0 && m.To != 0: // it was no deadline before, though a baseline had its date
			k.between(done, n, pos, m.To, day, c.Today)
			k.inTheDark(pos != m.To)
			pos = m.To
		}
		to := m.To
		if to == 0 {
			to = pos
		}
		line := k.change(n, pos, to)
		if gone = -1; m.To == 0 {
			gone = line
		}
		pos, done, day = to, n+1, c.Today
	}
	switch {
	case forecast == 0:
	case gone >= 0: // it is done: that is the change which says when
		k.lines[gone].Days += k.cal.Between(pos, forecast)
	default:
		k.between(done, len(k.past.Changes), pos, forecast, day, k.Today)
		k.inTheDark(!k.isDeadline())
	}
}

// inTheDark notes that the history says nothing of what the last line is about.
func (k *bookkeeper) inTheDark(is bool) {
	if n := len(k.lines) - 1; n >= 0 && k.lines[n].Change == 0 {
		k.lines[n].dark = is
	}
}

// isDeadline tells whether the history keeps the forecast of what the ledger is of.
func (k *bookkeeper) isDeadline() bool {
	if k.on.Goal != "" {
		g := k.Roadmap.Goal(k.on.Goal)
		return g != nil && g.Deadline != 0
	}
	t := k.Roadmap.Task(k.on.Task)
	return t != nil && t.Deadline != 0
}

// between writes what lies between two changes, where it moved the forecast.
func (k *bookkeeper) between(from, to int, was, is, first, last roadmap.Date) {
	if days := k.cal.Between(was, is); days != 0 {
		k.lines = append(k.lines, posting{Line: Line{From: first, To: last, Days: days}, from: from, to: to, was: was, is: is})
	}
}

// change writes the n-th change. What takes an earlier one of the ledger back, or does it again, goes with that one.
func (k *bookkeeper) change(n int, was, is roadmap.Date) int {
	c, days := &k.past.Changes[n], k.cal.Between(was, is)
	if line, ok := k.at[c.Of]; ok && c.Of != 0 {
		l := &k.lines[line]
		l.Days += days
		l.To, l.undone = c.Today, c.Undone
		k.at[c.Seq] = line
		return line
	}
	k.at[c.Seq] = len(k.lines)
	k.lines = append(k.lines, posting{from: n, to: n + 1, was: was, is: is,
		Line: Line{Change: c.Seq, From: c.Today, To: c.Today, Text: c.Title, Because: c.Because, Days: days}})
	return k.at[c.Seq]
}

// finished are the lines as they are shown: those of 0 days are left out.
func (k *bookkeeper) finished() []Line {
	out := []Line{}
	for i := range k.lines {
		l := &k.lines[i]
		switch {
		case l.detail != nil:
			out = append(out, l.detail...)
		case l.Days == 0:
		case l.undone:
			l.Text += ", and taken back"
			fallthrough
		default:
			out = append(out, l.Line)
		}
	}
	return out
}
