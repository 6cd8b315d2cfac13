package details

import (
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// Story tells in a sentence or two how the selection stands, and why; empty where nothing is selected.
func Story(s *scene.Scene) string {
	switch r := s.Selected; {
	case r.Task != "":
		if f, ok := foldOf(s); ok {
			return f.story()
		}
		if i := s.Roadmap.TaskIndex(r.Task); i >= 0 {
			return taskStory(s, i)
		}
	case r.Goal != "":
		if g := s.Roadmap.Goal(r.Goal); g != nil {
			return goalStory(s, g)
		}
	case r.Team != "":
		if t := s.Roadmap.Team(r.Team); t != nil {
			return teamStory(s, t)
		}
	case r.Risk != "":
		if k := s.Roadmap.Risk(r.Risk); k != nil {
			return riskStory(s, k)
		}
	}
	return ""
}

func taskStory(s *scene.Scene, i int) string {
	t, p := s.Roadmap.Tasks()[i], &s.Plan.Tasks[i]
	out := t.Title + " " + standing(s, t, p)
	f := s.TaskFlag(i)
	if f != nil {
		out += flagWords(s, f)
	} else if days, _ := s.Late(i); days > 0 {
		out += ", " + workingDays(days) + " after it is needed"
	}
	out += because(s, f, i) + "."
	return out + short(s, f, i) + restsOn(s, f, i) + share(s, t) + accepted(s, f)
}

// short says of a promise that the work does not fit, where its flag has not said so already.
func short(s *scene.Scene, f *schedule.Flag, task int) string {
	day := s.Plan.Short(task)
	if day == 0 || f != nil && f.Kind == schedule.PromiseShort {
		return ""
	}
	return " Promised for " + paint.Day(s.Roadmap.Tasks()[task].Promised, s.Today) + ", it cannot be before " + paint.Day(day, s.Today) + "."
}

// accepted says of a flag that is known until when, and why; of any other, or of none, nothing.
func accepted(s *scene.Scene, f *schedule.Flag) string {
	if f == nil || !f.Known {
		return ""
	}
	return " Known " + strings.TrimSuffix(KnownWords(s, f), ".") + "."
}

// restsOn names the end that nobody knows on which a task's rests, where its flag has not said so already.
func restsOn(s *scene.Scene, f *schedule.Flag, task int) string {
	c, ok := s.Plan.RestsOn(task)
	if !ok || f != nil && c.Task == f.Task && (f.Kind == schedule.Blocked || f.Kind == schedule.Overdue) {
		return ""
	}
	return " Its end rests on " + c.Text + "."
}

// standing is how a task stands by itself.
func standing(s *scene.Scene, t *roadmap.Task, p *schedule.TaskPlan) string {
	switch {
	case t.Status == roadmap.Dropped:
		return "is dropped"
	case t.Status == roadmap.Done && t.IsMilestone():
		return "was reached on " + paint.Weekday(t.Finished, s.Today) + kept(s, t)
	case t.Status == roadmap.Done:
		return "was done on " + paint.Weekday(t.Finished, s.Today) + kept(s, t)
	case !p.Planned:
		return "has no dates"
	case t.IsMilestone():
		return "is on " + paint.DayOrLater(p.Finish, s.Today, p.OpenEnd)
	case t.Status == roadmap.Doing:
		return "is under way, ends " + paint.DayOrLater(p.Finish, s.Today, p.OpenEnd)
	}
	if p.Start == p.Finish {
		return "runs on " + paint.DayOrLater(p.Start, s.Today, p.OpenEnd)
	}
	return "runs " + between(p.Start, p.Finish, s.Today, p.OpenEnd)
}

// kept is how a done task kept its own deadline: ", 76 working days before 12 Mar"; empty where it had none.
func kept(s *scene.Scene, t *roadmap.Task) string {
	d, ok := s.DoneDeadline(scene.Ref{Task: t.ID})
	if !ok {
		return ""
	}
	return strings.TrimPrefix(paint.Done(&d, s.Today), "done "+paint.Day(d.Forecast, s.Today))
}

// between is two days as "14 Dec to 28 Jan", or one.
func between(from, to, today roadmap.Date, openEnd bool) string {
	if from == to {
		return paint.DayOrLater(from, today, openEnd)
	}
	return paint.Day(from, today) + " to " + paint.DayOrLater(to, today, openEnd)
}

func workingDays(n int) string { return paint.Count(n, "day") }

// flagWords is a flag as the rest of a sentence about its task.
func flagWords(s *scene.Scene, f *schedule.Flag) string {
	day := func(d roadmap.Date) string { return paint.Day(d, s.Today) }
	switch f.Kind {
	case schedule.Slipping:
		if f.Against == "baseline" {
			return ", " + workingDays(f.Days) + " after the baseline's " + day(f.Date)
		}
		return ", " + workingDays(f.Days) + " past " + day(f.Date) + impossible(s, f)
	case schedule.Overdue:
		if f.Silent {
			return ", was due " + day(f.Date) + ", but nobody has told so yet"
		}
		return ", overdue since " + day(f.Date) + " by " + workingDays(f.Days)
	case schedule.AtRisk:
		return ", " + closeCall(s, f)
	case schedule.PromiseLate:
		return ", " + promisedLate(f)
	case schedule.PromiseShort:
		return ", later than was promised"
	case schedule.Blocked:
		return ", blocked since " + day(f.Since)
	case schedule.OutOfOrder:
		return ", begun before what it waits for was finished"
	case schedule.Understaffed:
		return ", asks for more people than its team has"
	case schedule.Unestimated:
		return "; nobody has estimated it, it counts as one day"
	case schedule.NoPromise:
		return "; no date was promised"
	}
	return ""
}

// impossible is the proof that no plan keeps the deadline; empty where there is none.
func impossible(s *scene.Scene, f *schedule.Flag) string {
	proof := f.Impossible()
	if proof.By == "" {
		return ""
	}
	return " (" + proof.Text(s.Plan) + ")"
}

// because names the first cause and the root.
func because(s *scene.Scene, f *schedule.Flag, task int) string {
	if f != nil {
		return causes(s, s.Reasons(f))
	}
	if days, _ := s.Late(task); days > 0 {
		return causes(s, s.Why(task))
	}
	return ""
}

// causes are the first link of a chain and the last one that costs anything: ": waits for A; in the end B: promised 11 Dec".
func causes(s *scene.Scene, why []schedule.Cause) string {
	first, last := -1, -1
	for i, c := range why {
		switch {
		case c.Kind == schedule.Offset || c.Text == "":
		case first < 0:
			first, last = i, i
		case c.Days != 0 || c.Kind == schedule.Blocker || c.Kind == schedule.Promise:
			last = i
		}
	}
	switch {
	case first < 0:
		return ""
	case first == last:
		return ": " + why[first].Text
	case last == first+1:
		return ": " + why[first].Text + ", " + why[last].Text
	}
	return ": " + why[first].Text + "; in the end " + root(s, why[last])
}

// root is the last cause with what it is about, where its words do not name it.
func root(s *scene.Scene, c schedule.Cause) string {
	title := s.Title(scene.Ref{Task: c.Task})
	if title == "" || strings.Contains(c.Text, title) {
		return c.Text
	}
	return title + ": " + c.Text
}

// share says how many of its goal's late days a task answers for; empty where it is none. It may be more than all of them,
// where some days were to spare.
func share(s *scene.Scene, t *roadmap.Task) string {
	goal := scene.Ref{Goal: t.Goal}
	f := s.Flag(goal)
	if t.Goal == "" || f == nil || f.Kind != schedule.Slipping || f.Days <= 0 {
		return ""
	}
	sum, others := 0, 0
	for _, c := range s.Reasons(f) {
		if c.Task == t.ID {
			sum += c.Days
		} else {
			others += max(c.Days, 0)
		}
	}
	switch {
	case sum <= 0:
		return ""
	case others == 0:
		return " It alone makes " + s.Title(goal) + " " + workingDays(f.Days) + " late."
	case sum >= f.Days:
		return " It costs " + s.Title(goal) + " " + workingDays(sum) + "."
	}
	return " It makes " + s.Title(goal) + " " + strconv.Itoa(sum) + " of its " + workingDays(f.Days) + " late."
}

func goalStory(s *scene.Scene, g *roadmap.Goal) string {
	r := scene.Ref{Goal: g.ID}
	d, ok := s.Deadline(r)
	switch done, is := s.DoneDeadline(r); {
	case is:
		return g.Title + " " + strings.Replace(paint.Done(&done, s.Today), "done", "was done", 1) + "."
	case !ok && g.Deadline != 0:
		return g.Title + " is due " + paint.Weekday(g.Deadline, s.Today) + ", and all its tasks were dropped."
	case !ok:
		return s.Keys.Text(g.Title + " has no deadline. ‹D› gives it one.")
	}
	out := g.Title + " is due " + paint.Weekday(d.Date, s.Today)
	switch {
	case d.Silent:
		return g.Title + " was due " + paint.Weekday(d.Date, s.Today) + " and by the plan done " + paint.Day(d.Forecast, s.Today) + ", but nobody has told so yet."
	case d.Undated:
		return out + " and cannot be planned: " + s.Plan.CannotBePlanned(r) + "."
	case d.Forecast == 0 && !d.OpenEnd:
		return out + " and has no tasks of its own that say when."
	case d.Days > 0:
		out += ", forecast " + paint.DayOrLater(d.Forecast, s.Today, d.OpenEnd) + ", " + workingDays(d.Days) + " late"
	case d.OpenEnd:
		out += ", forecast " + paint.DayOrLater(d.Forecast, s.Today, true)
	default:
		out += ", forecast " + paint.Day(d.Forecast, s.Today) + ", " + workingDays(-d.Days) + " to spare"
	}
	if f := s.Flag(r); f != nil {
		out += impossible(s, f) + causes(s, s.Reasons(f))
	}
	out += "."
	for i, t := range s.Roadmap.Tasks() {
		if t.Goal == g.ID && s.Plan.Tasks[i].OpenEnd {
			return out + restsOn(s, nil, i) + accepted(s, s.Flag(r))
		}
	}
	return out + accepted(s, s.Flag(r))
}

func teamStory(s *scene.Scene, t *roadmap.Team) string {
	out := t.Name
	switch f := s.Flag(scene.Ref{Team: t.ID}); {
	case f == nil && t.Supplier:
		return out + " is a supplier with nothing to flag."
	case f == nil:
		return out + " keeps to its timeline."
	case f.Kind == schedule.Slipping:
		return out + " slips: " + s.Title(scene.Ref{Task: f.WorstTask}) + " makes " + s.Title(f.MakesLate) + " " + workingDays(f.Days) + " late" + causes(s, s.Reasons(f)) + "." + accepted(s, f)
	default:
		return out + " is " + FlagLine(s, f) + "." + accepted(s, f)
	}
}
