package history

import (
	"fmt"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

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
	return p.CheckInBefore(Then{Changes: len(p.Changes), Day: roadmap.LastDate + 1})
}

// CheckInBefore is the last check-in of an earlier day than then that was not undone until then; false where there is none.
func (p *Past) CheckInBefore(then Then) (Then, bool) {
	void := map[uint64]bool{} // what a later change has taken back
	for n := then.Changes; n > 0; n-- {
		switch c := &p.Changes[n-1]; {
		case void[c.Seq]:
		case c.Of != 0:
			void[c.Of] = true
		case c.IsCheckIn() && c.Today < then.Day:
			return Then{Changes: n, Day: c.Today, CheckIn: true, Seq: c.Seq}, true
		}
	}
	return Then{}, false
}

// Plan is the plan as it was then: the present roadmap with all that came later taken back, planned as of that day. Its baseline
// is the present one, so that both plans are held to the same. The options are as of any plan. The error says that the history does not lead to the present.
func (t Then) Plan(present *roadmap.Roadmap, past *Past, o schedule.Options) (*schedule.Plan, error) {
	r := (&rewinder{present: present, past: past}).then(t.Changes)
	if r == nil {
		return nil, t.lost()
	}
	return schedule.Compute(r, t.Day, o), nil
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

// Start is that day as the start of a deadline's ledger, by the plan as it was then; its Date is 0 where the deadline had
// no forecast.
func (t Then) Start(plan *schedule.Plan, on schedule.Ref) Start {
	return Start{CheckIn: t.CheckIn, Day: t.Day, Date: finishOf(plan, on), after: t.Changes}
}

// Beginning is where the history begins.
func (p *Past) Beginning() Then {
	if p.Began == 0 && len(p.Changes) > 0 {
		return Then{Day: p.Changes[0].Today}
	}
	return Then{Day: p.Began}
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
