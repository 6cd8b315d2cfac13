package schedule

import "bywhen/roadmap"

// held is what an item is held to: its deadline, its forecast and the calendar on which its days count.
type held struct {
	last     int32 // the task itself; of a goal the one of its own that finishes last
	goal     int   // place of the goal, or -1
	deadline roadmap.Date
	finish   roadmap.Date
	openEnd  bool
	cal      *roadmap.Calendar
}

// on is the item itself.
func (p *Plan) on(h *held) Ref {
	if h.goal >= 0 {
		return Ref{Goal: p.Roadmap.Goals()[h.goal].ID}
	}
	return Ref{Task: p.tasks[h.last].ID}
}

// items yields all goals and tasks that are not done, have dates, and are held to one; a goal of which a task has no dates has none,
// and is told of by that task's flag, until its deadline has passed.
func (f *flagger) items(yield func(held) bool) {
	for g, goal := range f.Roadmap.Goals() {
		if last, ok := f.lastOf(g); ok && f.goals[g].open && (goal.Deadline != 0 && goal.Deadline < f.Today || !f.undated(g)) {
			finish, open := f.goalFinish(g)
			if !yield(held{last, g, goal.Deadline, finish, open, f.Roadmap.Calendar()}) {
				return
			}
		}
	}
	for i := range f.jobs {
		j := &f.jobs[i]
		matters := j.deadline != 0 || j.promised != 0 || f.why.then(int32(i)) != nil
		if matters && j.open() && f.Tasks[i].Planned && !yield(f.task(int32(i))) {
			return
		}
	}
}

// deadlines flags what is overdue, slips past its deadline or is close to it: of these an item has one, the first that holds.
func (f *flagger) deadlines() {
	for h := range f.items {
		switch {
		case h.deadline != 0 && h.deadline < f.Today:
			f.missed(Overdue, h)
		case h.goal < 0 && f.jobs[h.last].promised != 0 && f.jobs[h.last].promised < f.Today:
			f.promisePassed(h)
		case h.deadline != 0 && h.finish > h.deadline:
			f.missed(Slipping, h)
		case h.deadline != 0:
			f.atRisk(h)
		}
	}
	for g, goal := range f.Roadmap.Goals() {
		if goal.Deadline != 0 && goal.Deadline < f.Today && !f.goals[g].any {
			x := f.add(Overdue, Critical, Ref{Goal: goal.ID})
			x.Date, x.Days = goal.Deadline, f.Roadmap.Calendar().Between(goal.Deadline, f.Today)
			x.why = []Cause{{Kind: Offset, Days: x.Days, Text: "due " + f.ShortDate(goal.Deadline) + ", and nothing is planned for it"}}
		}
	}
}

func (f *flagger) missed(kind FlagKind, h held) {
	x := f.add(kind, Critical, f.on(&h))
	x.Against, x.Date, x.Forecast, x.OpenEnd = "deadline", h.deadline, h.finish, h.openEnd
	x.Days = h.cal.Between(h.deadline, h.finish)
	x.chain = f.keep(f.why.past(h, h.deadline))
	if kind != Slipping {
		x.Against, x.Silent = "", !h.openEnd && f.silent(h.deadline, h.finish)
		return
	}
	x.proof = &proof{f.Plan, h}
}

// anyOptimistic tells whether a task has an optimistic estimate: if not, the early dates are the earliest.
func (p *planner) anyOptimistic() bool {
	for i := range p.briefs {
		if p.briefs[i].Optimistic > 0 {
			return true
		}
	}
	return false
}

// optimistic is the duration of a task by its optimistic estimate, where that is given and shorter.
func (p *planner) optimistic(i int32) int32 {
	dur := p.jobs[i].dur
	if o := p.briefs[i].Optimistic; o > 0 && dur > 0 {
		return min(dur, o)
	}
	return dur
}

func (f *flagger) promisePassed(h held) {
	t := f.tasks[h.last]
	x := f.add(Overdue, Critical, f.on(&h))
	x.Date, x.Forecast, x.OpenEnd = t.Promised, h.finish, h.openEnd
	x.Days = h.cal.Between(t.Promised, f.Today)
	x.why = []Cause{{Kind: Promise, Task: t.ID, Team: t.Team, Days: x.Days,
		Text: "promised " + f.ShortDate(t.Promised) + ", not delivered, no new date"}}
}

// chance is the probability with which the item's deadline is kept, where a forecast is there.
func (f *flagger) chance(h *held) (probability float64, forecast bool) {
	if f.chances == nil {
		return 0, false
	}
	probability, forecast = f.chances[f.on(h)]
	return probability, forecast
}

// threshold is how few working days to a date count as close, times ten: 2, or a tenth of the working days until then,
// whichever is more, though never more than 5.
func (f *flagger) threshold(cal *roadmap.Calendar, until roadmap.Date) int {
	return min(50, max(20, cal.Between(f.Today, until)))
}

// atRisk flags a deadline that holds and is close, or that a risk or chance may well break: the first of these is the reason.
func (f *flagger) atRisk(h held) {
	margin := h.cal.Between(h.finish, h.deadline)
	chance, forecast := f.chance(&h)
	reason, risk := "margin", ""
	if margin*10 > f.threshold(h.cal, h.deadline) {
		switch risk = f.riskOn(h, margin); {
		case risk != "":
			reason = "risk"
		case forecast && chance < Probable:
			reason = "probability"
		default:
			return
		}
	}
	x := f.add(AtRisk, Warning, f.on(&h))
	x.Reason, x.Margin, x.Date, x.Forecast, x.OpenEnd = reason, margin, h.deadline, h.finish, h.openEnd
	x.Risk, x.Probability, x.Forecasted = risk, chance, forecast
	x.Weakest = f.tasks[f.weakest(h.last)].ID
}

// riskOn is the first open risk of at least 10 % on the driving chain that costs more than the margin.
func (f *flagger) riskOn(h held, margin int) string {
	for _, r := range f.Roadmap.Risks() {
		if r.Status != roadmap.RiskOpen || r.Probability < 0.1 || r.Days <= margin {
			continue
		}
		if f.lines == nil {
			f.lines = f.lineage()
		}
		for _, id := range r.Tasks {
			if i := f.Roadmap.TaskIndex(id); i >= 0 && f.open(i) && f.lines.drives(int32(i), h.last) {
				return r.ID
			}
		}
	}
	return ""
}

// weakest is the open task of a driving chain with the least slack.
func (f *flagger) weakest(last int32) int32 {
	if f.weak == nil {
		f.weak = f.weakestOnChains()
	}
	if w := f.weak.of(last); w != none && f.Tasks[w].Slack < f.Tasks[last].Slack {
		return w
	}
	return last
}

// baseline flags what ends later than was committed to, by more than what drives it, where its deadline holds or it has none.
func (f *flagger) baseline() {
	if f.refBase == nil {
		return
	}
	for h := range f.items {
		if h.deadline != 0 && (h.finish > h.deadline || h.deadline < f.Today) {
			continue
		}
		committed := f.why.committed(h)
		if committed == 0 || h.finish <= committed {
			continue
		}
		days := h.cal.Between(committed, h.finish)
		if days <= 0 || days <= f.inherited(h) {
			continue
		}
		x := f.add(Slipping, f.baselineSeverity(h), f.on(&h))
		x.Against, x.Date, x.Forecast, x.OpenEnd, x.Days = "baseline", committed, h.finish, h.openEnd, days
		x.chain = f.keep(f.why.past(h, committed))
	}
}

// inherited is how much later than its own reference the task is that drives an item.
func (f *flagger) inherited(h held) int {
	by := h.last
	if h.goal < 0 {
		by = f.Tasks[h.last].Driver.Task
	}
	if by == none {
		return 0
	}
	return f.why.lateness(by, h.cal)
}

func (f *flagger) baselineSeverity(h held) Severity {
	t := &f.Tasks[h.last]
	if t.Slack*10 > f.threshold(h.cal, t.LateFinish) {
		return Info
	}
	return Warning
}
