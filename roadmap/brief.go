package roadmap

// Brief is what a plan asks of a task. Tasks lie far apart in memory and are large; their briefs lie side by side, and are
// carried over from one version of a roadmap to the next, so that planning after an edit does not read every task again.
type Brief struct {
	Started, Finished, Deadline, Promised, NotBefore, Told Date

	Duration   int32 // working days that are left of an open task, as RemainingDuration; 0 for a milestone, and what is not open
	Optimistic int32 // its length in working days by its optimistic estimate, at least 1; 0 where it has none
	People     int32
	Rank       int32
	Team, Goal int32 // places of its team and its goal; -1 where it has none
	Priority   uint8
	Status     Status

	Milestone   bool // a milestone cannot be in progress: then it is none
	Unestimated bool
	AlsoNeeds   bool // it needs people of other teams
	Blocked     bool // it carries an open blocker
}

// Briefs are those of Tasks. They are for reading only.
func (r *Roadmap) Briefs() []Brief {
	return *r.briefs.get(func() *[]Brief {
		all := make([]Brief, len(r.tasks.items))
		for i, t := range r.tasks.items {
			all[i] = r.brief(t)
		}
		return &all
	})
}

func (r *Roadmap) brief(t *Task) Brief {
	b := Brief{
		Started: t.Started, Finished: t.Finished, Deadline: t.Deadline, Promised: t.Promised, NotBefore: t.NotBefore, Told: t.Told,
		People: int32(t.People), Rank: int32(t.Rank), Team: -1, Goal: -1, Priority: uint8(t.Priority), Status: t.Status,
		Milestone: t.IsMilestone() && t.Status != Doing, Unestimated: t.Unestimated(), AlsoNeeds: len(t.AlsoNeeds) > 0,
	}
	if t.Team != "" {
		b.Team = int32(r.TeamIndex(t.Team))
	}
	if t.Goal != "" {
		b.Goal = int32(r.GoalIndex(t.Goal))
	}
	if t.Status.Open() && !b.Milestone {
		b.Duration = int32(t.RemainingDuration())
	}
	if o := t.Estimate.Optimistic; o.Given() {
		b.Optimistic = int32(max(o.Duration(t.People), 1))
	}
	for i := range t.Blockers {
		b.Blocked = b.Blocked || t.Blockers[i].Open()
	}
	return b
}

// carryBriefs takes the briefs of the tasks that are as they were from an older version, where it has worked them out and
// the places of teams and goals are the same. They are taken when somebody asks for them.
func (r *Roadmap) carryBriefs(from *Roadmap) {
	before := from.briefs.known()
	if before != nil && sameOrder(r.teams.items, from.teams.items) && sameOrder(r.goals.items, from.goals.items) {
		r.briefs.carried = func() *[]Brief { return r.briefsAfter(from, *before) }
	}
}

func (r *Roadmap) briefsAfter(from *Roadmap, before []Brief) *[]Brief {
	all, at := make([]Brief, len(r.tasks.items)), 0
	for i, t := range r.tasks.items {
		if at >= len(from.tasks.items) || from.tasks.items[at] != t && from.tasks.items[at].ID != t.ID {
			if k := from.TaskIndex(t.ID); k >= 0 {
				at = k
			} else {
				all[i] = r.brief(t)
				continue
			}
		}
		if from.tasks.items[at] == t {
			all[i] = before[at]
		} else {
			all[i] = r.brief(t)
		}
		at++
	}
	return &all
}
