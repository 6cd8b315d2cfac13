package teams

import (
	"fmt"
	"strings"

	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// story is how the team stands, in a few sentences: what holds it up, how late it is and whose fault that is, its week.
func (v *View) story(s *scene.Scene, c *crew) string {
	var out []string
	add := func(sentence string) {
		if sentence != "" {
			out = append(out, sentence)
		}
	}
	add(holdWords(s, c))
	add(slipWords(s, c))
	add(v.queueWords(s, c))
	if c.worst() == nil && c.late < 0 {
		add(quietWords(s, c))
	}
	add(v.weekWords(s, c))
	add(idleWords(s, c))
	if f := c.untold; f != nil {
		add(schedule.Capital(f.Why()[0].Text) + ".")
	}
	return strings.Join(out, " ")
}

// holdWords say since when or from when the team is held up, how many people that idles, and why.
func holdWords(s *scene.Scene, c *crew) string {
	f, how := c.blocked, "is blocked"
	if f == nil {
		f, how = c.willBlock, "will be blocked"
	}
	if f == nil {
		return ""
	}
	days, why := window(s, f), ""
	if len(f.Reasons()) > 0 {
		why = ": " + f.Reasons()[0].Text
	}
	if strings.HasSuffix(why, noEndKnown) { // once is enough
		days = strings.TrimSuffix(days, noEndKnown)
	}
	out := c.team.Name + " " + how + " " + days + ", " + people(f.IdlePeople) + why
	if c.blocked != nil && c.willBlock != nil {
		out += ", and again " + window(s, c.willBlock)
	}
	return out + "."
}

const noEndKnown = ", no end known"

// window is the days of a block: "since 16 Nov, no end known", "8 to 11 Dec".
func window(s *scene.Scene, f *schedule.Flag) string {
	from := "from "
	if f.Since <= s.Today {
		from = "since "
	}
	switch {
	case f.Until == 0:
		return from + paint.Day(f.Since, s.Today) + noEndKnown
	case f.Since <= s.Today:
		return from + paint.Day(f.Since, s.Today) + ", until " + paint.Day(f.Until, s.Today)
	}
	return paint.Days(f.Since, f.Until, s.Today)
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

// slipWords name the task that slips most, the deadline that it makes late, and how many of the days are the team's own.
func slipWords(s *scene.Scene, c *crew) string {
	if c.late < 0 {
		return ""
	}
	whose := "all carried on from others"
	switch {
	case c.own == c.slip:
		whose = "all its own"
	case c.own > 0:
		whose = fmt.Sprintf("%d of them its own", c.own)
	}
	title, late := s.Roadmap.Tasks()[c.late].Title, paint.Count(c.slip, "day")
	if f := c.slipping; f != nil {
		if f.MakesLate.Task == f.WorstTask {
			return fmt.Sprintf("%s is %s late, %s.", title, late, whose)
		}
		return fmt.Sprintf("%s makes %s %s late, %s.", title, s.Title(f.MakesLate), late, whose)
	}
	p := &s.Plan.Tasks[c.late]
	return fmt.Sprintf("%s ends %s, needed %s: %s late, %s.", title, paint.DayOrLater(p.Finish, s.Today, p.OpenEnd), paint.Day(p.LateFinish, s.Today), late, whose)
}

// queueWords are what it costs that the team has too few people, and the first week in which it has. The selected week is
// told of by itself.
func (v *View) queueWords(s *scene.Scene, c *crew) string {
	f := c.overloaded
	if f == nil {
		return ""
	}
	out := "Its queue costs " + paint.Count(f.Days, "day")
	for _, w := range c.weeks {
		if w.Demand > w.Capacity && w.First >= s.Today.WeekFrom(v.WeekBegin) {
			if w.First != v.first(s) {
				out += fmt.Sprintf(": in the week of %s it is asked for %d of %d person-days", paint.Day(w.First, s.Today), w.Demand, w.Capacity)
			}
			break
		}
	}
	return out + "."
}

// idleWords say until when people have nothing to do, and what that waits for.
func idleWords(s *scene.Scene, c *crew) string {
	idle, of := c.idle()
	if idle == 0 || c.blocked != nil || len(c.tasks) == 0 {
		return ""
	}
	out := fmt.Sprintf("%d of %s idle", idle, people(of))
	if of == 1 {
		out = "Its one person is idle"
	}
	if c.next < 0 {
		return out + "."
	}
	p, t := &s.Plan.Tasks[c.next], s.Roadmap.Tasks()[c.next]
	out += fmt.Sprintf(" until %s: %s", paint.Day(p.Start, s.Today), t.Title)
	switch {
	case p.Driver.Kind == schedule.Dependency && p.Driver.Task >= 0:
		out += " waits for " + s.Roadmap.Tasks()[p.Driver.Task].Title
	case p.Driver.Kind == schedule.NotBefore:
		out += " is not to start before that"
	default:
		out += " is next"
	}
	return out + "."
}

// quietWords are for a team with nothing to flag. They do not say that all is well: nobody knows without a date to keep.
func quietWords(s *scene.Scene, c *crew) string {
	switch {
	case c.total == 0:
		return c.team.Name + " has no tasks."
	case len(c.tasks) == 0:
		return c.team.Name + " has done all of its tasks."
	case c.team.Supplier:
		return "Nothing to flag at " + c.team.Name + ", a supplier."
	case c.team.Capacity == 0:
		return c.team.Name + s.Keys.Text(" has no size, so nothing queues there: ‹e› gives it one.")
	}
	return "Nothing late or held up at " + c.team.Name + "."
}

// weekWords are the selected week: what is asked by dependencies alone, what there is, what is planned, what could go.
func (v *View) weekWords(s *scene.Scene, c *crew) string {
	first := v.first(s)
	w := c.week(first)
	if w.Demand+w.Busy == 0 {
		return ""
	}
	out, asked := "Week of "+paint.Day(first, s.Today)+": ", paint.Count(w.Capacity, "person-day")
	switch {
	case w.Capacity == 0:
		out += paint.Count(w.Busy, "person-day") + " planned"
	case w.Demand == w.Busy:
		out += fmt.Sprintf("%d of %s", w.Demand, asked)
	default:
		out += fmt.Sprintf("%d of %s asked, %d planned", w.Demand, asked, w.Busy)
	}
	could := 0
	for _, i := range c.tasks {
		if mayGo(s, c, i) {
			could += daysIn(s, c, i, first)
		}
	}
	switch {
	case could > 0:
		out += fmt.Sprintf(", %d to give away", could)
	case w.Capacity > 0 && w.Demand > w.Capacity:
		out += ", nothing to give away"
	}
	return out + "."
}
