package scene

import (
	"slices"
	"sync"

	"bywhen/roadmap"
	"bywhen/roadmap/fix"
	"bywhen/roadmap/forecast"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/paint"
)

// Ref names a task, a team, a goal or a risk.
type Ref = schedule.Ref

// Scene is what is there to be looked at.
type Scene struct {
	Version   int // another number means other content; the selection, the marks and the theme do not count
	Roadmap   *roadmap.Roadmap
	Plan      *schedule.Plan
	Flags     []schedule.Flag
	Roots     func() []schedule.Root // the flags by their root causes; whoever asks first may have to wait for it
	Deadlines []schedule.Deadline    // those that are not done
	Done      []schedule.Deadline    // those that are
	Today     roadmap.Date
	Forecast  *forecast.Forecast   // of this plan; nil until there is one
	Chances   schedule.Chances     // how probable its deadlines are; nil until that is known
	Likely    map[Ref]roadmap.Date // by when they are kept with a probability of 80 %; likewise
	Ghost     *schedule.Plan       // in a what-if: the plan as it is in the file; else nil
	Ledger    *history.Ledger      // the slip ledger of the selection, where it is a deadline and that is known; else nil
	Theme     *paint.Theme
	Since     *Since       // how it stands compared with an earlier day; nil where nothing is compared
	Keys      *action.Keys // those that the person has
	Searches  int          // how many searches for ways out have found something
	Reckoning bool         // how probable the deadlines are is not known yet: a flag may be missing

	Selected  Ref
	Folded    []int              // places of the tasks that stand in one box with the selection, its own too; nil where it stands by itself
	Passing   bool               // it is not to stay there: what lies deep about it is left out
	Marks     map[Ref]bool       // what actions take in place of the selection; all of one kind
	Filter    string             // what was typed; empty where all is shown
	Matches   []bool             // which tasks a filter found, by their place; nil: no filter was given
	Order     func(a, b int) int // how the filter orders tasks by their places; nil: not at all
	Filtering bool               // tasks that do not match are hidden; off: n and N go from match to match

	flagOf    []int32 // task's place → place in Flags of its worst, -1
	firstFlag []int32 // task's place → place in Flags of its first, -1
	nextFlag  []int32 // place in Flags of a task's → of the same task's next, -1
	teamFlag  map[string]int32
	goalFlag  map[string]int32
	baselines []*roadmap.BaselineTask // by task's place, nil where it is in none; nil without a baseline
	due       []int32                 // task's place → place in Deadlines of its own, -1
	goalDue   map[string]int32        // the same of goals
	baseline  *roadmap.Baseline
	chains    chains
	found     map[Ways]*fix.Fixes
}

// New looks at a plan of which nobody has reckoned what chance says.
func New(version int, p *schedule.Plan, theme *paint.Theme) *Scene {
	return NewGiven(version, p, nil, nil, theme)
}

// NewGiven looks at a plan, its forecast and the probabilities of its deadlines, which may be known without it; nil is none.
func NewGiven(version int, p *schedule.Plan, f *forecast.Forecast, chances schedule.Chances, theme *paint.Theme) *Scene {
	s := &Scene{Version: version, Roadmap: p.Roadmap, Plan: p, Forecast: f, Chances: chances, Today: p.Today, Theme: theme, Keys: action.Default(), Deadlines: p.Deadlines(), Done: p.DoneDeadlines()}
	s.Flags = p.FlagsGiven(chances)
	s.Roots = beside(func() []schedule.Root { return p.Roots(s.Flags) })
	s.indexFlags()
	s.indexBaseline()
	s.indexDeadlines()
	return s
}

// beside works something out while its caller goes on; who asks for it waits until it is there. A panic comes out where it is asked for.
func beside[T any](work func() T) func() T {
	value := sync.OnceValue(work)
	go func() {
		defer func() { _ = recover() }()
		value()
	}()
	return value
}

func (s *Scene) indexDeadlines() {
	s.due, s.goalDue = none(len(s.Roadmap.Tasks())), map[string]int32{}
	for i, d := range s.Deadlines {
		if k := s.Roadmap.TaskIndex(d.On.Task); k >= 0 {
			s.due[k] = int32(i)
		} else {
			s.goalDue[d.On.Goal] = int32(i)
		}
	}
}

// indexFlags keeps the worst flag of each; flags come worst first, and a known one gives way to any other.
func (s *Scene) indexFlags() {
	s.flagOf = none(len(s.Roadmap.Tasks()))
	s.firstFlag, s.nextFlag = none(len(s.flagOf)), none(len(s.Flags))
	for i := len(s.Flags) - 1; i >= 0; i-- {
		if k := s.Roadmap.TaskIndex(s.Flags[i].Task); k >= 0 {
			s.nextFlag[i], s.firstFlag[k] = s.firstFlag[k], int32(i)
		}
	}
	s.teamFlag, s.goalFlag = map[string]int32{}, map[string]int32{}
	for i := range s.Flags {
		f := &s.Flags[i]
		switch {
		case f.Task != "":
			if k := s.Roadmap.TaskIndex(f.Task); k >= 0 {
				s.flagOf[k] = s.worse(s.flagOf[k], int32(i))
			}
		case f.Team != "":
			s.teamFlag[f.Team] = s.worse(at(s.teamFlag, f.Team), int32(i))
		default:
			s.goalFlag[f.Goal] = s.worse(at(s.goalFlag, f.Goal), int32(i))
		}
	}
}

func none(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

func at(m map[string]int32, key string) int32 {
	if i, ok := m[key]; ok {
		return i
	}
	return -1
}

func (s *Scene) worse(old, next int32) int32 {
	if old < 0 || s.Flags[old].Known && !s.Flags[next].Known {
		return next
	}
	return old
}

func (s *Scene) indexBaseline() {
	if s.baseline = s.Roadmap.CurrentBaseline(); s.baseline == nil {
		return
	}
	s.baselines = make([]*roadmap.BaselineTask, len(s.Roadmap.Tasks()))
	for k := range s.baseline.Tasks {
		b := &s.baseline.Tasks[k]
		if i := s.Roadmap.TaskIndex(b.ID); i >= 0 {
			s.baselines[i] = b
		}
	}
}

// Flag is the worst flag of something, or nil.
func (s *Scene) Flag(r Ref) *schedule.Flag {
	i := int32(-1)
	switch {
	case r.Task != "":
		return s.TaskFlag(s.Roadmap.TaskIndex(r.Task))
	case r.Team != "":
		i = at(s.teamFlag, r.Team)
	case r.Goal != "":
		i = at(s.goalFlag, r.Goal)
	}
	return s.flag(i)
}

// TaskFlag is the worst flag of the task at a place, or nil.
func (s *Scene) TaskFlag(task int) *schedule.Flag {
	if task < 0 {
		return nil
	}
	return s.flag(s.flagOf[task])
}

func (s *Scene) flag(i int32) *schedule.Flag {
	if i < 0 {
		return nil
	}
	return &s.Flags[i]
}

// FlagsOn are all flags of something, worst first.
func (s *Scene) FlagsOn(r Ref) []*schedule.Flag {
	var out []*schedule.Flag
	if k := s.Roadmap.TaskIndex(r.Task); k >= 0 {
		for i := s.firstFlag[k]; i >= 0; i = s.nextFlag[i] {
			out = append(out, &s.Flags[i])
		}
		return out
	}
	for i := range s.Flags {
		if s.Flags[i].Subject() == r {
			out = append(out, &s.Flags[i])
		}
	}
	return out
}

// Deadline is how the deadline of a task or goal stands; false where it has none, or is done.
func (s *Scene) Deadline(r Ref) (schedule.Deadline, bool) {
	i := int32(-1)
	if k := s.Roadmap.TaskIndex(r.Task); k >= 0 {
		i = s.due[k]
	} else if r.Goal != "" {
		i = at(s.goalDue, r.Goal)
	}
	if i < 0 {
		return schedule.Deadline{}, false
	}
	return s.Deadlines[i], true
}

// Baseline is the current baseline, or nil.
func (s *Scene) Baseline() *roadmap.Baseline { return s.baseline }

// Endless tells whether a cause is itself an end that nobody knows: a blocker without one, or a promise that has passed. Its
// days are then those known so far.
func (s *Scene) Endless(c schedule.Cause) bool {
	if c.Kind != schedule.Blocker && c.Kind != schedule.Promise {
		return false
	}
	t := s.Roadmap.Task(c.Task)
	switch {
	case t == nil || !t.Status.Open():
		return false
	case c.Kind == schedule.Blocker:
		return slices.ContainsFunc(t.OpenBlockers(), func(b roadmap.Blocker) bool { return b.Until == 0 })
	}
	return t.Promised != 0 && t.Promised < s.Today
}

// InBaseline is the dates of the task at a place in the current baseline; false where it is in none.
func (s *Scene) InBaseline(task int) (roadmap.BaselineTask, bool) {
	if s.baselines == nil || s.baselines[task] == nil {
		return roadmap.BaselineTask{}, false
	}
	b := s.baselines[task]
	return *b, b.Finish != 0
}

// Late is the working days by which the task at a place is past its own deadline; where it keeps that or has none, by which
// it makes a later one late; 0 where it does neither.
func (s *Scene) Late(task int) (days int, openEnd bool) {
	t, p := s.Roadmap.Tasks()[task], &s.Plan.Tasks[task]
	if !p.Planned || !t.Status.Open() {
		return 0, false
	}
	if i := s.due[task]; i >= 0 && s.Deadlines[i].Days > 0 {
		return s.Deadlines[i].Days, p.OpenEnd
	}
	return max(-p.Slack, 0), p.OpenEnd
}

// LateByBaseline is the working days from the task's finish in the current baseline to its forecast one; false where it is
// in none or has no dates.
func (s *Scene) LateByBaseline(task int) (int, bool) {
	b, ok := s.InBaseline(task)
	p := &s.Plan.Tasks[task]
	if !ok || !p.Planned {
		return 0, false
	}
	return s.Roadmap.TaskCalendar(s.Roadmap.Tasks()[task]).Between(b.Finish, p.Finish), true
}

// Shows tells whether the filter lets the task at a place through.
func (s *Scene) Shows(task int) bool { return !s.Filtering || s.Matches == nil || s.Matches[task] }

// Shown are the tasks that the filter lets through, in the roadmap's order; false where it hides none.
func (s *Scene) Shown() ([]*roadmap.Task, bool) {
	if !s.Filtering || s.Matches == nil {
		return s.Roadmap.Tasks(), false
	}
	var out []*roadmap.Task
	for i, t := range s.Roadmap.Tasks() {
		if s.Matches[i] {
			out = append(out, t)
		}
	}
	return out, true
}

// Title is the name of what is referred to, or empty.
func (s *Scene) Title(r Ref) string {
	switch {
	case r.Task != "":
		if t := s.Roadmap.Task(r.Task); t != nil {
			return t.Title
		}
	case r.Goal != "":
		if g := s.Roadmap.Goal(r.Goal); g != nil {
			return g.Title
		}
	case r.Risk != "":
		if k := s.Roadmap.Risk(r.Risk); k != nil {
			return k.Title
		}
	case r.Team != "":
		return s.TeamName(r.Team)
	}
	return ""
}

// Hit is the first open task that a risk would hit; the zero value where there is none.
func (s *Scene) Hit(k *roadmap.Risk) Ref {
	for _, id := range k.Tasks {
		if t := s.Roadmap.Task(id); t != nil && t.Status.Open() {
			return Ref{Task: id}
		}
	}
	return Ref{}
}

// TeamName is the team's name, or empty.
func (s *Scene) TeamName(id string) string {
	if t := s.Roadmap.Team(id); t != nil {
		return t.Name
	}
	return ""
}
