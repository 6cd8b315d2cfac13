package roadmap

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of what a roadmap holds.
const (
	MaxTitle  = 1_000   // characters of a title or any other single line
	MaxNotes  = 100_000 // characters of notes
	MaxPeople = 10_000
	MaxLag    = 10_000 // working days, either way
	MaxDays   = 10_000 // working days of a risk, an ask or a known flag
	MaxRank   = 1_000_000_000
)

// maxAmount bounds money and metrics, so that sums stay finite.
const maxAmount = 1e15

func (c *checker) id(id string) {
	switch {
	case id == "":
		c.fail(Invalid, "id", "must not be empty")
	case len(id) > 200:
		c.fail(Invalid, "id", "%.20q… is too long: at most 200 bytes", id)
	case !utf8.ValidString(id) || strings.ContainsFunc(id, func(r rune) bool { return unicode.IsSpace(r) || Unprintable(r) }):
		c.fail(Invalid, "id", "%q must not hold spaces or control characters", id)
	}
}

// title is a line that must say something.
func (c *checker) title(field, s string) {
	if strings.TrimSpace(s) == "" {
		c.fail(Invalid, field, "must not be empty")
	}
	c.line(field, s)
}

func (c *checker) line(field, s string) {
	c.text(field, s, MaxTitle)
	if strings.ContainsAny(s, "\n\t") {
		c.fail(Invalid, field, "%s must be one line without tabs", Quote(s))
	}
}

func (c *checker) text(field, s string, most int) {
	if len(s) > most && utf8.RuneCountInString(s) > most {
		c.fail(Invalid, field, "is too long: %d characters, at most %d", utf8.RuneCountInString(s), most)
		return
	}
	if !IsClean(s) {
		c.fail(Invalid, field, "%s holds characters that do not print", Quote(s))
	}
}

func (c *checker) date(field string, d Date) {
	if d != 0 && !d.InRange() {
		c.fail(Invalid, field, "%s is out of range: years from 1900 to 2299", d)
	}
}

func (c *checker) between(field string, n, lo, hi int) {
	if n < lo || n > hi {
		c.fail(Invalid, field, "%d must be from %d to %d", n, lo, hi)
	}
}

func (c *checker) effort(field string, e Effort) {
	if e.hundredths < 0 || e.hundredths > MaxEffort*100 {
		c.fail(Invalid, field, "%s must be from 0 to %d person-days", e, MaxEffort)
	}
}

func (c *checker) number(field string, x, lo, hi float64) {
	if math.IsNaN(x) || x < lo || x > hi {
		c.fail(Invalid, field, "%v must be from %v to %v", x, lo, hi)
	}
}

// amount is money or the like: 0 or more.
func (c *checker) amount(field string, x float64) { c.number(field, x, 0, maxAmount) }

// periods are runs of days; leastPeople is 1 where each must say how many people it concerns.
func (c *checker) periods(field string, list []Period, leastPeople, mostPeople int) {
	for _, p := range list {
		c.line(field+".name", p.Name)
		c.required(field+".from", p.From)
		c.required(field+".to", p.To)
		if p.To < p.From {
			c.fail(Invalid, field, "%s ends before it begins (%s)", p.To, p.From)
		}
		c.between(field+".people", p.People, leastPeople, mostPeople)
	}
}

func (c *checker) required(field string, d Date) {
	if d == 0 {
		c.fail(Invalid, field, "must be a date, as 2026-03-12")
	}
	c.date(field, d)
}

func (c *checker) settings(s *Settings) {
	c.line("name", s.Name)
	c.required("start", s.Start)
	c.between("told_days", s.ToldDays, 0, 1000)
	c.line("currency", s.Currency)
	if s.Weekdays == 0 || s.Weekdays > AllWeek {
		c.fail(Invalid, "calendar.weekdays", "must name at least one day, as mon")
	}
	c.periods("calendar.holidays", s.Holidays, 0, 0)
	for i, p := range s.Phases {
		c.title("phases", p)
		if slices.Contains(s.Phases[:i], p) {
			c.fail(Taken, "phases", "%q is there twice", p)
		}
	}
}

func (c *checker) team(t *Team) {
	c.id(t.ID)
	c.title("name", t.Name)
	c.between("capacity", t.Capacity, 0, MaxPeople)
	if t.Supplier && t.Capacity != 0 {
		c.fail(Invalid, "capacity", "%d: a supplier has none", t.Capacity)
	}
	c.line("contact", t.Contact)
	if t.Weekdays > AllWeek {
		c.fail(Invalid, "weekdays", "%d is no set of weekdays", t.Weekdays)
	}
	c.periods("time_off", t.TimeOff, 0, MaxPeople)
	c.periods("extra", t.Extra, 1, MaxPeople)
	c.amount("day_rate", t.DayRate)
	c.between("rating.specification", t.Rating.Specification, 0, 5)
	c.between("rating.quality", t.Rating.Quality, 0, 5)
	c.between("rating.cost", t.Rating.Cost, 0, 5)
	c.between("rating.delivery", t.Rating.Delivery, 0, 5)
}

func (c *checker) goal(g *Goal) {
	c.id(g.ID)
	c.title("title", g.Title)
	c.date("deadline", g.Deadline)
	c.text("notes", g.Notes, MaxNotes)
	if m := g.Metric; m != nil {
		c.line("metric.name", m.Name)
		c.number("metric.baseline", m.Baseline, -maxAmount, maxAmount)
		c.number("metric.target", m.Target, -maxAmount, maxAmount)
		for _, v := range m.Values {
			c.required("metric.values.date", v.Date)
			c.number("metric.values.value", v.Value, -maxAmount, maxAmount)
		}
	}
	c.amount("score.reach", g.Score.Reach)
	c.amount("score.impact", g.Score.Impact)
	c.number("score.confidence", g.Score.Confidence, 0, 1)
	c.amount("budget", g.Budget)
}

func (c *checker) task(t *Task) {
	c.id(t.ID)
	c.title("title", t.Title)
	c.effort("effort", t.Effort)
	c.between("people", t.People, 1, MaxPeople)
	c.estimate(t.Estimate)
	c.between("priority", t.Priority, HighestPriority, LowestPriority)
	c.between("rank", t.Rank, 0, MaxRank)
	for i, tag := range t.Tags {
		c.title("tags", tag)
		if strings.ContainsFunc(tag, unicode.IsSpace) {
			c.fail(Invalid, "tags", "%q must not hold spaces", tag)
		}
		if slices.Contains(t.Tags[:i], tag) {
			c.fail(Taken, "tags", "%q is there twice", tag)
		}
	}
	c.taskDates(t)
	c.taskWords(t)
	c.amount("cost", t.Cost)
	c.text("notes", t.Notes, MaxNotes)
}

func (c *checker) estimate(e Estimate) {
	c.effort("estimate.optimistic", e.Optimistic)
	c.effort("estimate.likely", e.Likely)
	c.effort("estimate.pessimistic", e.Pessimistic)
	last := Effort{}
	for _, x := range []Effort{e.Optimistic, e.Likely, e.Pessimistic} {
		if x.Given() && last.Given() && x.hundredths < last.hundredths {
			c.fail(Invalid, "estimate", "%s after %s: optimistic, likely and pessimistic must rise", x, last)
		}
		if x.Given() {
			last = x
		}
	}
}

func (c *checker) taskDates(t *Task) {
	c.date("not_before", t.NotBefore)
	c.date("deadline", t.Deadline)
	c.date("promised", t.Promised)
	c.date("finished", t.Finished) // before the start, which may have been counted back from it
	c.date("started", t.Started)
	c.date("told", t.Told)
	c.effort("remaining", t.Remaining)
	if t.Finished != 0 && t.Started > t.Finished {
		c.fail(Invalid, "finished", "%s is before it was started, %s", t.Finished, t.Started)
	}
	if t.Status == Doing && t.IsMilestone() {
		c.fail(Invalid, "status", "doing: a milestone is a moment; mark it done when it is reached")
	}
	if t.Status > Dropped {
		c.fail(Invalid, "status", "%d is no status", t.Status)
	}
	c.happened(t)
}

// happened holds status and actual dates to agree; a draft has settled them, a file may not.
func (c *checker) happened(t *Task) {
	switch {
	case t.Status == Todo && t.Started != 0:
		c.fail(Invalid, "started", "%s, but the task is to do", t.Started)
	case t.Status == Doing && t.Started == 0, t.Status == Done && t.Started == 0:
		c.fail(Invalid, "started", "must be a date where the task is %s", t.Status)
	case t.Status.Open() && t.Finished != 0:
		c.fail(Invalid, "finished", "%s, but the task is %s", t.Finished, t.Status)
	case t.Status == Done && t.Finished == 0:
		c.fail(Invalid, "finished", "must be a date where the task is done")
	}
}

func (c *checker) taskWords(t *Task) {
	for _, p := range t.Promises {
		c.required("promises.on", p.On)
		c.required("promises.date", p.Date)
	}
	for _, a := range t.Asked {
		c.title("asked.who", a.Who)
		c.required("asked.on", a.On)
		c.date("asked.for", a.For)
		c.line("asked.text", a.Text)
		c.between("asked.days", a.Days, 0, MaxDays)
		c.date("asked.answered", a.Answered)
	}
	for _, b := range t.Blockers {
		c.title("blockers.text", b.Text)
		c.line("blockers.owner", b.Owner)
		c.date("blockers.since", b.Since)
		c.date("blockers.until", b.Until)
		c.date("blockers.cleared", b.Cleared)
	}
	e := t.Experiment
	c.text("experiment.hypothesis", e.Hypothesis, MaxNotes)
	c.line("experiment.metric", e.Metric)
	c.number("experiment.before", e.Before, -maxAmount, maxAmount)
	c.number("experiment.after", e.After, -maxAmount, maxAmount)
	c.text("experiment.result", e.Result, MaxNotes)
	c.line("experiment.verdict", e.Verdict)
}

func (c *checker) risk(r *Risk) {
	c.id(r.ID)
	c.title("title", r.Title)
	c.number("probability", r.Probability, 0, 1)
	c.between("days", r.Days, 0, MaxDays)
	c.amount("money", r.Money)
	c.text("mitigation", r.Mitigation, MaxNotes)
	c.line("owner", r.Owner)
	c.date("review", r.Review)
	if r.Status > RiskClosed {
		c.fail(Invalid, "status", "%d is no status", r.Status)
	}
}

func (c *checker) known(k *Known) {
	c.title("kind", k.Flag)
	named := 0
	for _, id := range []string{k.Task, k.Team, k.Goal} {
		if id != "" {
			named++
		}
	}
	if named != 1 {
		c.fail(Invalid, "task", "a known flag names exactly one task, team or goal")
	}
	c.date("until", k.Until)
	c.between("days", k.Days, 0, MaxDays)
	c.line("because", k.Because)
}

func (c *checker) filter(f *Filter) {
	c.title("name", f.Name)
	c.title("text", f.Text)
}

func (c *checker) baseline(b *Baseline) {
	c.title("name", b.Name)
	c.required("taken", b.Taken)
	seen := map[string]bool{}
	for _, t := range b.Tasks {
		c.id(t.ID)
		if seen[t.ID] {
			c.fail(Taken, "tasks", "%q is there twice", t.ID)
		}
		seen[t.ID] = true
		c.required("tasks.start", t.Start)
		c.required("tasks.finish", t.Finish)
		if t.Finish < t.Start {
			c.fail(Invalid, "tasks.finish", "%s of task %s is before its start, %s", t.Finish, t.ID, t.Start)
		}
		c.effort("tasks.effort", t.Effort)
	}
	for _, d := range b.Deadlines {
		if (d.Goal == "") == (d.Task == "") {
			c.fail(Invalid, "deadlines", "each names exactly one goal or task")
		}
		c.date("deadlines.deadline", d.Deadline)
		c.date("deadlines.forecast", d.Forecast)
	}
}
