package schedule

import (
	"fmt"
	"slices"

	"bywhen/roadmap"
)

// Trend is how something flagged stands compared with an earlier day.
type Trend uint8

// What may have become of it.
const (
	Same Trend = iota
	New
	Worse
	Better
)

var trendNames = []string{"same", "new", "worse", "better"}

// String is the trend as check --json writes it.
func (t Trend) String() string { return trendNames[t] }

// Then is where a history stood on a day that is past: after its first Changes, seen from Day.
type Then struct {
	Changes int
	Day     roadmap.Date
	CheckIn bool   // it is the last check-in
	Seq     uint64 // the last of its changes; 0 where there is none
}

// OnDay is where the history stood at the end of a day; false where it had not begun. Its order is its sequence: what was changed
// before the last change of that day or an earlier one belongs to it.
func (p *Past) OnDay(day roadmap.Date) (Then, bool) {
	for n := len(p.Changes); n > 0; n-- {
		if p.Changes[n-1].Today <= day {
			return Then{Changes: n, Day: day, Seq: p.Changes[n-1].Seq}, true
		}
	}
	return Then{Day: day}, p.Began != 0 && p.Began <= day
}

// LastCheckIn is where the history stood after the last check-in that was not undone; false where there is none.
func (p *Past) LastCheckIn() (Then, bool) {
	void := map[uint64]bool{} // what a later change has taken back
	for n := len(p.Changes); n > 0; n-- {
		switch c := &p.Changes[n-1]; {
		case void[c.Seq]:
		case c.Of != 0:
			void[c.Of] = true
		case c.IsCheckIn():
			return Then{Changes: n, Day: c.Today, CheckIn: true, Seq: c.Seq}, true
		}
	}
	return Then{}, false
}

// Plan is the plan as it was then: the present roadmap with all that came later taken back, planned as of that day. Its baseline
// is the present one, so that both plans are held to the same. The error says that the history does not lead to the present.
func (t Then) Plan(present *roadmap.Roadmap, past *Past) (*Plan, error) {
	r := (&rewinder{present: present, past: past}).then(t.Changes)
	if r == nil {
		return nil, t.lost()
	}
	return Compute(r, t.Day, Options{}), nil
}

// Roadmap is the whole roadmap as it was then, with the baselines and filters of that day. The error says that the history does
// not lead to the present.
func (t Then) Roadmap(present *roadmap.Roadmap, past *Past) (*roadmap.Roadmap, error) {
	r := (&rewinder{present: present, past: past, whole: true}).then(t.Changes)
	if r == nil {
		return nil, t.lost()
	}
	return r, nil
}

func (t Then) lost() error {
	return fmt.Errorf("the history does not lead back to %s: \"bywhen doctor\" says what is wrong with it", t.Day)
}

// LedgerStart is that day as the start of a deadline's ledger, by the plan as it was then; its Date is 0 where the deadline had
// no forecast.
func (t Then) LedgerStart(plan *Plan, on Ref) LedgerStart {
	return LedgerStart{CheckIn: t.CheckIn, Day: t.Day, Date: plan.finishOf(on), after: t.Changes}
}

// Beginning is where the history begins.
func (p *Past) Beginning() Then {
	if p.Began == 0 && len(p.Changes) > 0 {
		return Then{Day: p.Changes[0].Today}
	}
	return Then{Day: p.Began}
}

// identity tells a flag from others, on one day and another. Whether something is close to its deadline, slips past it or has
// missed it is one thing that gets worse.
type identity struct {
	kind     FlagKind
	on       Ref
	baseline bool
}

func identityOf(f *Flag) identity {
	id := identity{kind: f.Kind, on: f.Subject()}
	switch {
	case f.Kind == Slipping && f.Against == "baseline":
		id.baseline = true
	case f.Team == "" && (f.Kind == AtRisk || f.Kind == Overdue):
		id.kind = Slipping
	}
	return id
}

// CompareFlags says of each flag of now how it stands compared with then, and which of then are gone. Known ones count as any
// other.
func CompareFlags(then, now []Flag) (trends []Trend, gone []Flag) {
	was := make(map[identity]*Flag, len(then))
	for i := len(then) - 1; i >= 0; i-- {
		was[identityOf(&then[i])] = &then[i]
	}
	trends, met := make([]Trend, len(now)), make(map[identity]bool, len(now))
	for i := range now {
		id := identityOf(&now[i])
		met[id] = true
		trends[i] = New
		if old := was[id]; old != nil {
			trends[i] = trend(now[i].weight(), old.weight())
		}
	}
	for i := range then {
		if id := identityOf(&then[i]); !met[id] {
			gone = append(gone, then[i])
		}
	}
	return trends, gone
}

// weight is how bad a flag is, the first figure that differs decides: its kind's place, an end that nobody knows, days, how little
// is left, how many people idle.
func (f *Flag) weight() [5]int {
	kind := 0
	switch f.Kind {
	case Slipping:
		kind = 1
	case Overdue:
		kind = 2
	}
	return [5]int{kind, boolCompare(f.OpenEnd, false), f.Days, -f.Margin, f.IdlePeople}
}

func trend(now, then [5]int) Trend {
	switch slices.Compare(now[:], then[:]) {
	case 1:
		return Worse
	case -1:
		return Better
	}
	return Same
}

// rootIdentity tells a root cause from others, on one day and another.
type rootIdentity struct {
	kind  CauseKind
	alone bool
	flag  FlagKind
	on    Ref
}

func rootIdentityOf(r *Root) rootIdentity {
	id := rootIdentity{kind: r.Kind, alone: r.alone, on: r.On}
	switch {
	case r.alone:
		id.flag = r.Flag
	case r.Kind == Told || r.Kind == Start: // all three say that there is not enough time from a task on
		id.kind = Progress
	}
	return id
}

// CompareRoots is CompareFlags for root causes. A deadline that was only at risk and is late now is not gone.
func CompareRoots(then, now []Root) (trends []Trend, gone []Root) {
	was := make(map[rootIdentity]*Root, len(then))
	for i := range then {
		was[rootIdentityOf(&then[i])] = &then[i]
	}
	trends = make([]Trend, len(now))
	for i := range now {
		id := rootIdentityOf(&now[i])
		trends[i] = New
		if old := was[id]; old != nil {
			trends[i] = trend(now[i].weight(), old.weight())
			delete(was, id)
		}
	}
	for i := range then {
		if was[rootIdentityOf(&then[i])] == &then[i] && !cameTrue(&then[i], now) {
			gone = append(gone, then[i])
		}
	}
	return trends, gone
}

// cameTrue tells whether a deadline that was close is late now: that is no longer a risk, but it is not gone.
func cameTrue(then *Root, now []Root) bool {
	return then.Flag == AtRisk && slices.ContainsFunc(now, func(r Root) bool { return r.Worst.On == then.Worst.On && r.Flag != AtRisk })
}

// weight is how bad a root cause is: an end that nobody knows, the days that it costs, how many tasks it makes late or holds up,
// how many teams it leaves idle, its severity.
func (r *Root) weight() [5]int {
	return [5]int{boolCompare(r.OpenEnd, false), r.Days, len(r.LateTasks) + len(r.Held), len(r.Idles), int(r.Severity)}
}

// week is how many days ago WeekAgo is.
const week = 7

// WeekAgo is where the history stood a week before a day, or at the end of the day on which it began where that is later; false
// where it began on that day or after it.
func (p *Past) WeekAgo(today roadmap.Date) (Then, bool) {
	day := max(today-week, p.Began)
	if day >= today {
		return Then{}, false
	}
	return p.OnDay(day)
}
