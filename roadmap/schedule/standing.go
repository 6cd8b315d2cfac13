package schedule

import "bywhen/roadmap"

// Standing is how a task, a goal or a team stands to the date that it is held to, flagged or not, and why.
type Standing struct {
	On      Ref
	Against string       // "deadline", "baseline" or "promise"; empty for a task that is held to the roadmap's end alone
	Date    roadmap.Date // the date it is held to; 0 where there is none
	// Forecast is its forecast finish, or the actual one; 0 where it has none. That of a team is its worst task's.
	Forecast  roadmap.Date
	Days      int  // working days past Date, those of the chain; negative: to spare
	OpenEnd   bool // the days are "or later"
	WorstTask string
	MakesLate Ref // whose deadline it makes late, where that is not its own

	deadline Ref // that it is held to, where that is not its own
	flag     *Flag
	chain    *chain
}

// Why is the chain of causes; its days add up to Days.
func (s *Standing) Why() []Cause {
	switch {
	case s.flag != nil:
		return s.flag.Why()
	case s.chain != nil:
		return s.chain.causes()
	}
	return nil
}

// Reasons are Why for a person to act on, as Flag.Reasons.
func (s *Standing) Reasons() []Cause {
	switch {
	case s.flag != nil:
		return s.flag.Reasons()
	case s.chain != nil:
		return s.chain.telling().causes()
	}
	return nil
}

// Impossible is the proof that no plan keeps its deadline; without one its By is empty.
func (s *Standing) Impossible() Impossible {
	if s.flag == nil {
		return Impossible{}
	}
	return s.flag.Impossible()
}

// Silent tells that its deadline has passed and that it goes as planned, done by then, for want of word; as Deadline.Silent.
func (s *Standing) Silent() bool { return s.flag != nil && s.flag.Silent }

// Deadline is what its slip ledger is of: itself, or the deadline downstream that it is held to.
func (s *Standing) Deadline() Ref {
	if s.deadline != (Ref{}) {
		return s.deadline
	}
	return s.On
}

// Standing is how something stands. It is held to what its worst flag of an overdue or slipping date says; without one to its
// deadline, else to the current baseline, else to its late finish. A team is held to the late finish of the task with the
// least slack. What is dropped, or cannot be planned, has no chain.
func (p *Plan) Standing(on Ref) Standing {
	for _, f := range p.Flags() {
		if f.Subject() == on && (f.Kind == Overdue || f.Kind == Slipping) {
			return flagStanding(p, &f)
		}
	}
	switch e := p.explainer(); {
	case on.Team != "":
		return e.teamStanding(on)
	case on.Goal != "":
		return e.goalStanding(on)
	default:
		return e.taskStanding(on)
	}
}

func flagStanding(p *Plan, f *Flag) Standing {
	s := Standing{On: f.Subject(), Against: f.Against, Date: f.Date, Forecast: f.Forecast, Days: f.Days, OpenEnd: f.OpenEnd,
		WorstTask: f.WorstTask, MakesLate: f.MakesLate, deadline: f.MakesLate, flag: f}
	if f.Kind == Overdue {
		s.Against = "deadline"
		if t := p.Roadmap.Task(f.Task); t != nil && f.Date == t.Promised && f.Date != t.Deadline {
			s.Against = "promise"
		}
	}
	return s
}

func (e *explainer) goalStanding(on Ref) Standing {
	out := Standing{On: on}
	g := e.Roadmap.GoalIndex(on.Goal)
	if g < 0 {
		return out
	}
	goal := e.Roadmap.Goals()[g]
	out.Forecast, out.OpenEnd = e.Goal(on.Goal)
	last, ok := e.lastOf(g)
	if !ok || e.undated(g) {
		if out.Date = goal.Deadline; out.Date != 0 {
			out.Against = "deadline"
		}
		return out
	}
	return e.standing(out, held{last, g, goal.Deadline, out.Forecast, out.OpenEnd, e.Roadmap.Calendar()})
}

func (e *explainer) taskStanding(on Ref) Standing {
	out := Standing{On: on}
	i := int32(e.Roadmap.TaskIndex(on.Task))
	if i < 0 || !e.Tasks[i].Planned {
		return out
	}
	t := &e.Tasks[i]
	out.Forecast, out.OpenEnd = t.Finish, t.OpenEnd
	h := e.Plan.task(i)
	if e.jobs[i].open() && (t.Slack < 0 || h.deadline == 0 && e.committed(h) == 0) {
		return e.slackStanding(out, i)
	}
	return e.standing(out, h)
}

// slackStanding holds a task to its late finish.
func (e *explainer) slackStanding(out Standing, i int32) Standing {
	t := &e.Tasks[i]
	why := e.slackOf(i)
	out.Date, out.Days, out.chain = t.LateFinish, -t.Slack, &why
	if by := e.Plan.deadlineOf(e.Plan.late[i].by()); by != (Ref{}) {
		out.Against = "deadline"
		if by != out.On {
			out.deadline = by
		}
	}
	if out.Days > 0 {
		out.MakesLate = out.deadline
	}
	return out
}

// standing holds an item to its deadline, else to the current baseline.
func (e *explainer) standing(out Standing, h held) Standing {
	switch committed := e.committed(h); {
	case h.deadline != 0:
		out.Against, out.Date = "deadline", h.deadline
	case committed != 0:
		out.Against, out.Date = "baseline", committed
	default:
		return out
	}
	why := e.past(h, out.Date)
	out.Days, out.chain = why.days, &why
	return out
}

func (e *explainer) teamStanding(on Ref) Standing {
	out, worst := Standing{On: on}, none
	team := int32(e.Roadmap.TeamIndex(on.Team))
	for i := range e.jobs {
		if e.jobs[i].team == team && e.jobs[i].open() && e.Tasks[i].Planned && (worst == none || e.Tasks[i].Slack < e.Tasks[worst].Slack) {
			worst = int32(i)
		}
	}
	if team < 0 || worst == none {
		return out
	}
	out.WorstTask, out.Forecast, out.OpenEnd = e.tasks[worst].ID, e.Tasks[worst].Finish, e.Tasks[worst].OpenEnd
	return e.slackStanding(out, worst)
}
