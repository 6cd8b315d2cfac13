package fix

import (
	"cmp"
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// The most plans that a search makes, in all and up to the end of each part.
const (
	probesMost  = 40 // each idea once
	refinesMost = 76 // how small the best ones may be
	pairsMost   = 96 // two together
)

// ofAKind is how many ways out of a kind are offered: ten tasks whose scope could be cut are one thing said ten times.
const ofAKind = 2

// fixKind is a kind of way out, the least disturbing first.
type fixKind uint8

const (
	rankFix fixKind = iota
	overlapFix
	peopleFix
	notBeforeFix
	promiseFix
	blockerFix
	lendFix
	shorterFix // by a supplier
	moveFix
	scopeFix
	dropFix
	deadlineFix
	pairFix
)

// idea is something that may win days, in a size from 1 to most: the larger, the more is asked.
type idea struct {
	kind fixKind
	at   string // what it does, to what: no two ideas of a kind do the same
	// about is what it is done to, where that differs: the task that somebody is lent for or that moves, the link dropped.
	about string
	most  int
	may   int  // working days that it may win at most, as far as can be said without planning
	cost  int  // working days of the slip that the link costs at which it acts
	ends  bool // it makes an end known that nobody knows
	near  bool // it is done at what the options are about
	// unties tells that it takes a dependency away, which the plan has for a reason.
	unties bool
	way    func(n int) way
}

// way is an idea in one size.
type way struct {
	title   string
	task    string // id of the task that it is about
	change  func(*roadmap.Draft) error
	request *request // nil where nobody need be asked
	own     string   // of a way of which only a part is asked for: what is to be done beside it
}

// tried is a way and the plan that it leads to.
type tried struct {
	idea
	way
	n       int
	plan    *schedule.Plan
	finish  roadmap.Date
	open    bool
	won     int
	known   bool // the end is known now
	reaches bool
	moved   []schedule.Effect
	harms   int // how many other deadlines it makes late, or later than they are late
	later   int // how many it makes later, and by how many working days in all
	days    int
}

// name gives a request the title of its way, unless it is but a part of it.
func (w *way) name() {
	if w.request != nil && w.request.title == "" {
		w.request.title = w.title
	}
}

// wins tells whether it is of any use.
func (x *tried) wins() bool { return x.won > 0 || x.won == 0 && x.known }

// asWell tells whether it wins all that another one does, or all that is worth winning.
func (x *tried) asWell(o *tried, want int) bool {
	return x.won >= min(o.won, max(want, 0)) && x.won >= 0 && (x.known || !o.known)
}

// search looks for ways out of one target.
type search struct {
	*facts
	target  target
	options Options
	plans   int
	stopped bool
}

// run tries ideas in the order of their promise, makes the best ones as small as they can be, and puts two together where
// none alone is enough.
func (s *search) run() []Fix {
	found := s.probe(s.ideas(s.facts, s.target.want))
	slices.SortFunc(found, s.better)
	found = s.refine(variety(s.prune(found), MostFixes))
	slices.SortFunc(found, s.better)
	if !slices.ContainsFunc(found, func(x *tried) bool { return x.reaches }) {
		found = append(s.pairs(found), found...)
	}
	if x := s.moveDeadline(); x != nil {
		found = append(variety(found, MostFixes-1), x)
	}
	found = variety(found, MostFixes)
	slices.SortStableFunc(found, func(a, b *tried) int { return a.lastResort() - b.lastResort() })
	out := make([]Fix, len(found))
	for i, x := range found {
		out[i] = s.fix(x)
	}
	return out
}

// plan is the plan that a change leads to; nil where the change is refused, or there are to be no more plans.
func (s *search) plan(change func(*roadmap.Draft) error, most int) *schedule.Plan {
	if s.stopped || s.plans >= most {
		return nil
	}
	if s.options.Stop != nil && s.options.Stop() {
		s.stopped = true
		return nil
	}
	d := s.Roadmap.Edit(s.Today)
	if err := change(d); err != nil {
		return nil
	}
	next, err := d.Close()
	if err != nil || next == s.Roadmap {
		return nil
	}
	s.plans++
	return schedule.Compute(next, s.Today, schedule.Options{NoLevel: !s.Levelled, Dates: s.Dates})
}

// try plans an idea in one size; nil where it cannot be done, or takes a date away.
func (s *search) try(i idea, n, most int) *tried {
	x := &tried{idea: i, way: i.way(n), n: n}
	x.name()
	if x.plan = s.plan(x.change, most); x.plan == nil {
		return nil
	}
	return s.judge(x)
}

// judge says what a plan wins at the target and moves elsewhere.
func (s *search) judge(x *tried) *tried {
	t := &s.target
	x.finish, x.open = t.in(x.plan)
	if x.finish == 0 || x.open && !t.open {
		return nil
	}
	x.won, x.known = t.cal.Between(x.finish, t.finish), t.open && !x.open
	x.reaches = t.date != 0 && x.finish <= t.date && !x.open
	if x.wins() && !s.elsewhere(x) {
		return nil
	}
	return x
}

// elsewhere notes the other deadlines that a way moves; false where one of them has no forecast any more.
func (s *search) elsewhere(x *tried) bool {
	for _, e := range schedule.Effects(s.Plan, x.plan) {
		switch {
		case e.Before != 0 && e.Forecast == 0:
			return false
		case e.On == s.target.item || e.Moved == 0:
			continue
		case e.Moved > 0:
			x.later, x.days = x.later+1, x.days+e.Moved
			if e.Days > 0 {
				x.harms++
			}
		}
		x.moved = append(x.moved, e)
	}
	schedule.SortEffects(x.moved)
	return true
}

// probe tries each idea once, in the size that its days ask for, and keeps those that win.
func (s *search) probe(ideas []idea) []*tried {
	var out []*tried
	for _, i := range ideas {
		if x := s.try(i, i.first(s.target.want), probesMost); x != nil && x.wins() {
			out = append(out, x)
		}
	}
	return out
}

// first is the size in which an idea is tried first: a day for each that is to be won. What makes an end known is asked for
// as soon as it can be, to see whether it does.
func (i *idea) first(want int) int {
	if i.ends {
		return i.most
	}
	return min(i.most, max(want, 1))
}

// refine makes each way as large as it must be to win all that is worth winning, then as small as it can be to win as much.
func (s *search) refine(found []*tried) []*tried {
	for k, x := range found {
		want := s.target.want
		if x.won < want && x.n < x.most {
			if y := s.try(x.idea, x.most, refinesMost); y != nil && y.won > x.won {
				x = y
			}
		}
		found[k] = s.smallest(x, func(i idea, n int) *tried { return s.try(i, n, refinesMost) })
	}
	return found
}

// smallest is the smallest size that wins as much, found by halving. What is returned was planned, also where more does not
// always win more.
func (s *search) smallest(x *tried, try func(i idea, n int) *tried) *tried {
	best, lo, hi := x, 1, x.n
	for lo < hi {
		n := (lo + hi) / 2
		if hi == x.n { // mostly a size wins its own days and no less will do
			n = hi - 1
		}
		y := try(x.idea, n)
		if y != nil && y.wins() && y.asWell(x, s.target.want) {
			best, hi = y, n
		} else {
			lo = n + 1
		}
	}
	return best
}

// lesserKind is what may do as well as a kind, to the same thing.
var lesserKind = map[fixKind]fixKind{lendFix: peopleFix, dropFix: overlapFix}

// prune leaves out what a lesser change does as well: of several teams that could lend or take over all but the best, a person
// lent where the team's own do, a dependency dropped where it is enough to overlap, or where anything else is enough.
func (s *search) prune(found []*tried) []*tried {
	won := map[string]int{} // by what is changed: days won
	var out []*tried
	for _, x := range found {
		key := string(rune('a'+x.kind)) + x.about
		if _, better := won[key]; better && (x.kind == lendFix || x.kind == moveFix) {
			continue
		}
		won[key] = max(won[key], x.won)
		out = append(out, x)
	}
	enough := slices.ContainsFunc(out, func(x *tried) bool { return x.kind != dropFix && x.reaches })
	return slices.DeleteFunc(out, func(x *tried) bool {
		if x.kind == dropFix && enough {
			return true
		}
		lesser, has := lesserKind[x.kind]
		days, there := won[string(rune('a'+lesser))+x.about]
		return has && there && days >= min(x.won, s.target.want)
	})
}

// better ranks ways out: what is done at what the options are about goes first; then what makes an end known that nobody knows, since days are guesses till then; what is enough and makes nothing else late; then by the
// days won, then by how little they disturb: deadlines made late and later, then the kind and the size of the change.
func (s *search) better(a, b *tried) int {
	return cmp.Or(trueFirst(a.near, b.near), trueFirst(a.known, b.known), trueFirst(a.free(), b.free()),
		cmp.Compare(b.won, a.won), cmp.Compare(a.harms, b.harms), cmp.Compare(a.later, b.later), cmp.Compare(a.days, b.days),
		cmp.Compare(a.kind, b.kind), cmp.Compare(a.n, b.n), cmp.Compare(b.cost, a.cost), cmp.Compare(a.at, b.at))
}

// lastResort is 1 of what takes a dependency away, which is offered after all that leaves the plan's reasons as they are, and 2 of another
// deadline.
func (x *tried) lastResort() int {
	switch {
	case x.kind == deadlineFix:
		return 2
	case x.unties:
		return 1
	}
	return 0
}

// free tells whether it is enough and makes no other deadline late.
func (x *tried) free() bool { return x.reaches && x.harms == 0 }

// variety is the first few, at most some of a kind.
func variety(found []*tried, most int) []*tried {
	var out []*tried
	count := map[fixKind]int{}
	for _, x := range found {
		if len(out) < most && count[x.kind] < ofAKind {
			count[x.kind]++
			out = append(out, x)
		}
	}
	return out
}

// names are the titles of a task and of what it waits for.
func (s *search) names(task string) []string {
	i := s.Roadmap.TaskIndex(task)
	if i < 0 {
		return nil
	}
	out := []string{s.Roadmap.Tasks()[i].Title}
	for _, l := range s.Roadmap.Network().Predecessors(i) {
		out = append(out, s.Roadmap.Tasks()[l.Task].Title)
	}
	return out
}

// fix is a way out as it is handed out.
func (s *search) fix(x *tried) Fix {
	f := Fix{Title: x.title, Task: x.task, Days: x.won, Forecast: x.finish, OpenEnd: x.open, EndKnown: x.known, Reaches: x.reaches,
		Elsewhere: x.moved, Plan: x.plan, change: x.change}
	s.next(&f)
	f.Names = s.names(x.task)
	if r := x.request; r != nil {
		f.asks = r.title
		f.Ask, f.request = r.who, roadmap.Ask{Who: r.who, For: r.by, Text: r.text, Days: min(max(x.won, 0), roadmap.MaxDays)}
		f.Task, f.Message = r.task, s.message(x)
		f.Asked = s.askedOn(&f)
	}
	return f
}

// next says which other task of a team slips most once the way is gone: what wins days for one may leave another late.
func (s *search) next(f *Fix) {
	if s.target.team == "" {
		return
	}
	after := f.Plan.Standing(schedule.Ref{Team: s.target.team})
	if i := f.Plan.Roadmap.TaskIndex(after.WorstTask); i >= 0 && after.Days > 0 && after.WorstTask != s.target.task {
		f.NextTask, f.Next, f.NextDays = after.WorstTask, f.Plan.Roadmap.Tasks()[i].Title, after.Days
	}
}

// askedOn is the day on which the same was asked and not answered, or 0.
func (s *search) askedOn(f *Fix) roadmap.Date {
	if t := s.Roadmap.Task(f.Task); t != nil {
		if i := slices.IndexFunc(t.Asked, f.sameAs); i >= 0 {
			return t.Asked[i].On
		}
	}
	return 0
}
