package history

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// silent says what the task at a place lost days by while nobody changed anything; the text is empty where all that can be said
// is that days passed, and so it is for -1.
func silent(p *schedule.Plan, i int) (string, Cause) {
	if i < 0 || !p.Roadmap.Tasks()[i].Status.Open() {
		return "", Cause{Kind: Silence}
	}
	t := p.Roadmap.Tasks()[i]
	out := Cause{Kind: Silence, Team: t.Team, Task: t.ID}
	if b := endless(t); b != nil {
		out.Kind = HeldUp
		return t.Title + " still held up: " + b.Text, out
	}
	switch {
	case t.Promised != 0 && t.Promised < p.Today:
		out.Kind = Undelivered
		return t.Title + " promised " + p.ShortDate(t.Promised) + " and not delivered", out
	case p.PlanDay(i) != p.Today:
		return "", Cause{Kind: Silence}
	}
	begun := t.Status == roadmap.Doing
	switch told := t.Told != 0 && t.Told < p.Today; {
	case begun && told:
		return t.Title + ": " + noWord(p, t.Told), out
	case begun:
		return t.Title + ": no word", out
	case told:
		return t.Title + " not begun, " + noWord(p, t.Told), out
	}
	return t.Title + " not begun", out
}

// noWord is "no word for 6 days".
func noWord(p *schedule.Plan, told roadmap.Date) string {
	return "no word for " + schedule.Plural(p.Roadmap.Calendar().Between(told, p.Today), "day")
}

// endless is the first open blocker of which nobody knows the end, or nil.
func endless(t *roadmap.Task) *roadmap.Blocker {
	for i := range t.Blockers {
		if b := &t.Blockers[i]; b.Open() && b.Until == 0 {
			return b
		}
	}
	return nil
}

// touch is one thing that a change touched which plans depend on.
type touch struct {
	kind       Kind
	task, team string
}

// causeOf says whose doing a change is, by what it touched; sure is false where that is the work of several teams.
func causeOf(r *roadmap.Roadmap, c *roadmap.Change) (cause Cause, sure bool) {
	touched := touches(r, c)
	if len(touched) == 0 {
		return Cause{}, true
	}
	first := touched[0]
	cause, sure = Cause{first.kind, first.team, first.task}, true
	for _, t := range touched[1:] {
		if t.task != cause.Task {
			cause.Task = ""
		}
		if t.kind != cause.Kind {
			cause.Kind = OtherChange
		}
		if t.team != first.team {
			cause.Team, sure = "", false
		}
	}
	return cause, sure
}

// causeAt is the cause of a change that was found to tell at the task at a place.
func causeAt(r *roadmap.Roadmap, c *roadmap.Change, i int) Cause {
	t := r.Tasks()[i]
	out := Cause{Kind: OtherChange, Team: t.Team, Task: t.ID}
	for _, x := range touches(r, c) {
		switch {
		case x.task == t.ID:
			return Cause{x.kind, t.Team, t.ID}
		case x.task == "" && x.team == t.Team:
			out.Kind = x.kind
		}
	}
	return out
}

// touches are the tasks and teams that a change touched in a way that plans depend on; links count at the task that waits,
// unless one of their ends came or went too.
func touches(r *roadmap.Roadmap, c *roadmap.Change) []touch {
	var out []touch
	whole := map[string]bool{}
	for _, e := range c.Edits {
		switch v := present(e).(type) {
		case *roadmap.Task:
			if k := taskTouch(e); k != OtherChange {
				out = append(out, touch{k, v.ID, v.Team})
			}
			whole[v.ID] = e.Before == nil || e.After == nil
		case *roadmap.Team:
			if teamTouched(e) {
				out = append(out, touch{Staffed, "", v.ID})
			}
		case *roadmap.Settings:
			if settingsTouched(e) {
				out = append(out, touch{Recalendared, "", ""})
			}
		}
	}
	for _, e := range c.Edits {
		if d, ok := present(e).(*roadmap.Dependency); ok && !whole[d.From] && !whole[d.To] {
			out = append(out, touch{Linked, d.To, teamOf(r, d.To)})
		}
	}
	return out
}

// present is what an edit is about: the value after it, or, of what was removed, before.
func present(e roadmap.Edit) roadmap.Entity {
	if e.After != nil {
		return e.After
	}
	return e.Before
}

func teamOf(r *roadmap.Roadmap, task string) string {
	if t := r.Task(task); t != nil {
		return t.Team
	}
	return ""
}

// taskTouch is what an edit changed of a task, the weightiest first; OtherChange for what no plan depends on.
func taskTouch(e roadmap.Edit) Kind {
	a, ok := e.Before.(*roadmap.Task)
	b, still := e.After.(*roadmap.Task)
	switch {
	case !ok:
		return Added
	case !still || a.Status != b.Status && b.Status == roadmap.Dropped:
		return TakenOut
	case a.Status == roadmap.Dropped && b.Status != roadmap.Dropped:
		return Added
	case a.Promised != b.Promised:
		return Promised
	case !slices.Equal(a.Blockers, b.Blockers):
		return HeldUp
	case a.Effort != b.Effort || a.Estimate != b.Estimate || a.People != b.People:
		return Estimated
	case a.Status != b.Status || a.Remaining != b.Remaining || a.Started != b.Started || a.Finished != b.Finished:
		return Progressed
	case a.Team != b.Team || !slices.Equal(a.AlsoNeeds, b.AlsoNeeds):
		return Staffed
	case a.NotBefore != b.NotBefore || a.Goal != b.Goal || a.Deadline != b.Deadline:
		return Dated
	case a.Priority != b.Priority || a.Rank != b.Rank || a.Position != b.Position:
		return Reordered
	case a.Told != b.Told:
		return Progressed
	}
	return OtherChange
}

// teamTouched tells whether an edit changed who is there and when.
func teamTouched(e roadmap.Edit) bool {
	a, ok := e.Before.(*roadmap.Team)
	b, still := e.After.(*roadmap.Team)
	return ok != still || ok && (a.Capacity != b.Capacity || a.Supplier != b.Supplier || a.Weekdays != b.Weekdays ||
		!slices.Equal(a.TimeOff, b.TimeOff) || !slices.Equal(a.Extra, b.Extra))
}

func settingsTouched(e roadmap.Edit) bool {
	a, ok := e.Before.(*roadmap.Settings)
	b, still := e.After.(*roadmap.Settings)
	return ok != still || ok && (a.Start != b.Start || a.ToldDays != b.ToldDays || a.Weekdays != b.Weekdays || !slices.Equal(a.Holidays, b.Holidays))
}
