package teams

import (
	"cmp"
	"slices"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/scene"
)

// crew is a team as the view shows it.
type crew struct {
	team  *roadmap.Team
	place int
	weeks []schedule.Week
	tasks []int32 // places of its unfinished tasks that have dates, those it only lends people to among them
	owned int     // of these, the ones it owns
	total int     // of all that it owns, what is not dropped

	blocked, willBlock, slipping, overloaded, untold *schedule.Flag

	day  roadmap.Date // the first working day from today on
	now  []int32      // at work on that day
	busy int          // people at work on that day
	next int32        // the task that starts next, or -1
	slip int          // the most working days by which one of its tasks makes a deadline late
	own  int          // of these, those that are its own
	open bool         // "or later"
	late int32        // the task that slips so much, or -1
}

// newCrews works out what there is to show of each team, in weeks that begin on a weekday, the teams before the suppliers.
func newCrews(s *scene.Scene, begin time.Weekday) []crew {
	all := make([]crew, len(s.Roadmap.Teams()))
	loads := s.Plan.TeamsBy(begin)
	for i, t := range s.Roadmap.Teams() {
		all[i] = crew{team: t, place: i, weeks: loads[i].Weeks, next: -1, late: -1, day: s.Roadmap.TeamCalendar(t.ID).Next(s.Today)}
	}
	for i, t := range s.Roadmap.Tasks() {
		if k := s.Roadmap.TeamIndex(t.Team); k >= 0 {
			all[k].take(s, int32(i), true)
		}
		for _, n := range t.AlsoNeeds {
			if k := s.Roadmap.TeamIndex(n.Team); k >= 0 && n.Team != t.Team {
				all[k].take(s, int32(i), false)
			}
		}
	}
	for i := range s.Flags {
		if k := s.Roadmap.TeamIndex(s.Flags[i].Team); k >= 0 {
			all[k].flag(&s.Flags[i])
		}
	}
	for i := range all {
		all[i].measureSlip(s)
	}
	return teamsFirst(all)
}

func teamsFirst(all []crew) []crew {
	out := make([]crew, 0, len(all))
	for _, supplier := range []bool{false, true} {
		for i := range all {
			if all[i].team.Supplier == supplier {
				out = append(out, all[i])
			}
		}
	}
	return out
}

// take counts a task that the team owns, or lends people to.
func (c *crew) take(s *scene.Scene, task int32, owns bool) {
	t, p := s.Roadmap.Tasks()[task], &s.Plan.Tasks[task]
	if owns && t.Status != roadmap.Dropped {
		c.total++
	}
	if !t.Status.Open() || !p.Planned {
		return
	}
	c.tasks = append(c.tasks, task)
	if owns {
		c.owned++
	}
	switch {
	case t.IsMilestone():
	case atWork(s, task, c.day):
		c.now = append(c.now, task)
		c.busy += peopleFrom(t, c.team.ID)
	case p.Start > c.day && (c.next < 0 || p.Start < s.Plan.Tasks[c.next].Start):
		c.next = task
	}
}

// atWork tells whether a task is worked on a day: a blocked one is not.
func atWork(s *scene.Scene, task int32, day roadmap.Date) bool {
	t, p := s.Roadmap.Tasks()[task], &s.Plan.Tasks[task]
	return p.Start <= day && day <= s.Plan.WorkEnd(int(task)) && !blockedOn(t, day)
}

func blockedOn(t *roadmap.Task, day roadmap.Date) bool {
	for _, b := range t.Blockers {
		if b.Open() && (b.Until == 0 || b.Until > day) {
			return true
		}
	}
	return false
}

// peopleFrom is how many people of a team a task asks for.
func peopleFrom(t *roadmap.Task, team string) int {
	if t.Team == team {
		return t.People
	}
	for _, n := range t.AlsoNeeds {
		if n.Team == team {
			return n.People
		}
	}
	return 0
}

// flag keeps the first of each kind that is not known, else the first.
func (c *crew) flag(f *schedule.Flag) {
	at := map[schedule.FlagKind]**schedule.Flag{schedule.Blocked: &c.blocked, schedule.WillBlock: &c.willBlock,
		schedule.Slipping: &c.slipping, schedule.Overloaded: &c.overloaded, schedule.Untold: &c.untold}[f.Kind]
	if at != nil && (*at == nil || (*at).Known && !f.Known) {
		*at = f
	}
}

// inTrouble tells whether the team is blocked, will be, or has more to do than people.
func (c *crew) inTrouble() bool {
	for _, f := range []*schedule.Flag{c.blocked, c.willBlock, c.overloaded} {
		if f != nil && !f.Known {
			return true
		}
	}
	return false
}

// worst is the flag that the team's mark is of, or nil.
func (c *crew) worst() *schedule.Flag {
	for _, f := range []*schedule.Flag{c.blocked, c.slipping, c.willBlock, c.overloaded, c.untold} {
		if f != nil && !f.Known {
			return f
		}
	}
	return nil
}

// measureSlip splits the team's slip: its own is what its tasks cost by themselves, its queue, its promises, and a plan that
// was late from the beginning; the rest it carries on from others.
func (c *crew) measureSlip(s *scene.Scene) {
	if c.slipping == nil {
		c.supplierSlip(s)
		return
	}
	c.slip, c.open, c.late = c.slipping.Days, c.slipping.OpenEnd, int32(s.Roadmap.TaskIndex(c.slipping.WorstTask))
	for _, l := range c.slipping.Reasons() {
		if l.Days > 0 && c.owns(s, l) {
			c.own += l.Days
		}
	}
	c.own = min(c.own, c.slip)
}

// supplierSlip is the slip of a supplier, which is not flagged as a team: that of its worst task, its own unless the task
// waits for another.
func (c *crew) supplierSlip(s *scene.Scene) {
	for _, i := range c.tasks {
		p := &s.Plan.Tasks[i]
		if days := -p.Slack; days > c.slip && s.Roadmap.Tasks()[i].Team == c.team.ID {
			c.slip, c.open, c.own, c.late = days, p.OpenEnd, days, i
			if p.Driver.Task >= 0 {
				c.own = 0
			}
		}
	}
}

func (c *crew) owns(s *scene.Scene, l schedule.Cause) bool {
	switch {
	case l.Kind == schedule.Offset:
		return true
	case l.Kind == schedule.Dependency:
		return false
	case l.Team != "":
		return l.Team == c.team.ID
	}
	t := s.Roadmap.Task(l.Task)
	return t != nil && t.Team == c.team.ID
}

// week is the team's load in the week that begins on a day; zero where nobody is to be at work.
func (c *crew) week(first roadmap.Date) schedule.Week {
	if len(c.weeks) > 0 {
		if i := int(first-c.weeks[0].First) / 7; first >= c.weeks[0].First && i < len(c.weeks) {
			return c.weeks[i]
		}
	}
	return schedule.Week{First: first}
}

// held tells whether somebody else keeps the team from working for at least half of its days in a week.
func (c *crew) held(s *scene.Scene, first roadmap.Date) bool {
	cal, days, held := s.Roadmap.TeamCalendar(c.team.ID), 0, 0
	for d := max(first, s.Today); d < first+7; d++ {
		if !cal.Working(d) {
			continue
		}
		days++
		if within(c.blocked, d) || within(c.willBlock, d) {
			held++
		}
	}
	return held > 0 && held*2 >= days
}

func within(f *schedule.Flag, d roadmap.Date) bool {
	return f != nil && d >= f.Since && (f.Until == 0 || d <= f.Until)
}

// idle is how many people have nothing to do on the day, of how many; none of a team without a size.
func (c *crew) idle() (idle, of int) {
	of = c.people()
	if c.team.Supplier || of == 0 {
		return 0, 0
	}
	if c.blocked != nil {
		return of, of
	}
	return max(of-c.busy, 0), of
}

// people is how many people the team has on the day.
func (c *crew) people() int {
	n := c.team.Capacity
	if n == 0 {
		return 0
	}
	for _, p := range c.team.TimeOff {
		if p.From <= c.day && c.day <= p.To {
			n -= p.People
		}
	}
	for _, p := range c.team.Extra {
		if p.From <= c.day && c.day <= p.To {
			n += p.People
		}
	}
	return max(n, 0)
}

// inWeek are its tasks that are worked in the week that begins on a day, and those that could be worked then if it had
// the people, as far as the filter lets them through: the first to be worked first.
func (c *crew) inWeek(s *scene.Scene, first roadmap.Date) []int32 {
	var out []int32
	for _, i := range c.tasks {
		if s.Shows(int(i)) && (workedIn(s, i, first) || askedIn(s, i, first)) {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int32) int { return cmp.Compare(s.Plan.Tasks[a].Start, s.Plan.Tasks[b].Start) })
	return out
}

// workedIn tells whether a task is worked in the week that begins on a day, or was promised for it.
func workedIn(s *scene.Scene, task int32, first roadmap.Date) bool {
	from, finish := s.Plan.Tasks[task].Start, s.Plan.Tasks[task].Finish
	if s.Roadmap.Tasks()[task].Promised == finish && finish >= first && finish < first+7 {
		return true
	}
	if s.Roadmap.Tasks()[task].Status == roadmap.Doing {
		from = max(from, s.Today)
	}
	return from < first+7 && max(s.Plan.WorkEnd(int(task)), from) >= first
}

// askedIn tells whether a task that is to be worked later would be worked in the week, or wait in the queue there.
func askedIn(s *scene.Scene, task int32, first roadmap.Date) bool {
	p := &s.Plan.Tasks[task]
	if s.Roadmap.Tasks()[task].Status != roadmap.Todo || p.Start < first+7 {
		return false
	}
	return p.EarlyStart < first+7 && (p.EarlyFinish >= first || p.Driver.Kind == schedule.Capacity)
}
