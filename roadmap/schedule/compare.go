package schedule

import "slices"

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

// cameTrue tells whether a deadline that was close is late now, or past without a word: that is no longer a risk, but it is not gone.
func cameTrue(then *Root, now []Root) bool {
	return then.Flag == AtRisk && slices.ContainsFunc(now, func(r Root) bool {
		return (r.Worst.On == then.Worst.On || r.Flag == Overdue && r.On == then.Worst.On) && r.Flag != AtRisk
	})
}

// weight is how bad a root cause is: an end that nobody knows, the days that it costs, how many tasks it makes late or holds up,
// how many teams it leaves idle, its severity.
func (r *Root) weight() [5]int {
	return [5]int{boolCompare(r.OpenEnd, false), r.Days, r.Late + len(r.Held), len(r.Idles), int(r.Severity)}
}
