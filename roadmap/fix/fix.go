package fix

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// Options are what a search for ways out may use besides the plan.
type Options struct {
	// Likely is the date by which an item with a deadline of its own is finished with 80 % probability, and how that is
	// known, as "10,000 runs". Without it, or where it says 0, moving the deadline is not offered.
	Likely func(item schedule.Ref) (date roadmap.Date, from string)
	// About is the task or team that is looked at: what is done there is tried and offered first. Zero: all alike.
	About schedule.Ref
	// Stop is asked before each plan; where it says yes nothing is found. It may be called from another goroutine than the
	// one that decides.
	Stop func() bool
}

// Fixes are the ways out for something that is late, at risk or of no known end.
type Fixes struct {
	On             schedule.Ref // as asked
	Item           schedule.Ref // whose finish is measured: the item, or of a team the task that slips most
	Title          string       // of the item
	Late           bool         // there is something to win; without, Ways is empty
	Unlikely       bool         // it is in time, but with a probability of less than 80 %
	Date, Forecast roadmap.Date // the date it is held to, 0 where there is none, and its forecast finish
	Days           int          // working days late; negative: to spare
	OpenEnd        bool
	Done           bool   // its work is done: nothing is left to win
	Unplanned      string // why it has no forecast although work is left; empty where it has one
	Ways           []Fix  // best first, at most MostFixes
	Plans          int    // how many plans were made to find them
}

// MostFixes is how many ways out are offered at once.
const MostFixes = 8

// Fix is a what-if that was really planned: something to do, and what comes of it.
type Fix struct {
	Title string
	Names []string // titles that may stand in Title: of the task that it is about, and of those that this waits for
	// Ask is whom it is to be asked of: the id of a team, or a name; empty for what one can do oneself.
	Ask       string
	Task      string       // id of the task that an ask is kept on; of what one can do, the task that it is about
	Days      int          // working days won at the flagged date, on the item's calendar
	Forecast  roadmap.Date // the item's finish then
	OpenEnd   bool
	EndKnown  bool              // nobody knew the end, and then it is known
	Reaches   bool              // the item then keeps its date
	Elsewhere []schedule.Effect // the other deadlines that it moves, the furthest later first
	// Of a team: the task that slips most then, by id and title, and by how many working days; empty where none does, or where
	// it is still the same.
	NextTask, Next string
	NextDays       int
	Message        string // of an ask: what to send
	Asked          roadmap.Date
	Plan           *schedule.Plan // the plan it leads to; of an ask, once it is granted

	change  func(*roadmap.Draft) error
	request roadmap.Ask
	asks    string // the title of what is asked for, where that is a part of it
}

// Apply carries the fix out on a draft of the roadmap it was found for, opened on the plan's day. An ask is only recorded on
// its task and moves no date; asked before, in the same words and not yet answered, it stays as it is.
func (f *Fix) Apply(d *roadmap.Draft) error {
	if f.Ask == "" {
		return f.change(d)
	}
	return d.UpdateTask(f.Task, func(t *roadmap.Task) {
		if !slices.ContainsFunc(t.Asked, f.sameAs) {
			ask := f.request
			ask.On = d.Today()
			t.Asked = append(slices.Clip(t.Asked), ask)
		}
	})
}

// Grant makes of a draft what the fix leads to: what Apply does, or, of an ask, what would come if it were granted.
func (f *Fix) Grant(d *roadmap.Draft) error { return f.change(d) }

// Answer notes that an ask was answered, on the draft's day.
func (f *Fix) Answer(d *roadmap.Draft) error {
	return d.UpdateTask(f.Task, func(t *roadmap.Task) {
		t.Asked = slices.Clone(t.Asked)
		for k := range t.Asked {
			if f.sameAs(t.Asked[k]) {
				t.Asked[k].Answered = max(d.Today(), t.Asked[k].On)
			}
		}
	})
}

// Done is the fix as the history names it: what was done, or of whom what was asked.
func (f *Fix) Done() string {
	if f.Ask == "" {
		return f.Title
	}
	return "asked: " + f.asks
}

// sameAs tells whether a request still open asks for the same.
func (f *Fix) sameAs(a roadmap.Ask) bool {
	return a.Answered == 0 && a.Who == f.request.Who && a.For == f.request.For && a.Text == f.request.Text
}

// Find finds ways out: of a task or goal for its finish, held to what Standing holds it to; of a team for the task that slips
// most. Each is computed by really planning it, and only those that win days there, or make an end known that nobody knew,
// are returned: first what is enough and makes no other deadline late, then by days won and by how little they disturb; what takes a dependency
// away comes after that. The size of each is the smallest that wins all that it can, up to the days the item is late. How many plans are
// made is bounded by their number, 96, not by time, so the result is the same on every machine.
//
// Of the twenty worst late tasks and teams of 2,000 (gen.py 2000 --tight) each took 14 plans on average and 46 at most, and
// 25 ms of one core on average, 1.8 ms a plan: BYWHEN_PROJECT=that.json go test -run xxx -bench Fixes ./roadmap/fix,
// user time, on an AMD EPYC.
func Find(p *schedule.Plan, on schedule.Ref, o Options) Fixes {
	f := factsOf(p)
	t, late := f.target(on)
	unlikely := !late && f.unlikely(&t, o)
	late = late || unlikely
	out := Fixes{Unlikely: unlikely, On: on, Item: t.item, Title: t.title, Late: late, Date: t.date, Forecast: t.finish, Days: t.days, OpenEnd: t.open, Done: t.done, Unplanned: p.CannotBePlanned(t.item)}
	if !late {
		return out
	}
	s := &search{facts: f, target: t, options: o}
	out.Ways = s.run()
	out.Plans = s.plans
	if s.stopped {
		out.Ways = nil
	}
	return out
}
