package history

import (
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// explainCheckIn says which answers of a check-in moved the deadline: those without which the roadmap after it would have another
// forecast. The row is theirs, and their team's where that is one; where no answer did it by itself it is nobody's. False where no
// more plans may be made, or the history does not lead there.
func (k *bookkeeper) explainCheckIn(l *posting) bool {
	c := &k.past.Changes[l.from]
	if k.plans < len(c.Edits)+1 {
		return false
	}
	after := k.then.then(l.to)
	if after == nil {
		return false
	}
	k.plans -= len(c.Edits) + 1
	finish := finishOf(schedule.Compute(after, c.Today, k.options()), k.on)
	var said []string
	l.Cause = Cause{}
	for _, e := range c.Edits {
		t, ok := e.After.(*roadmap.Task)
		if !ok || e.Before == nil {
			continue
		}
		without, err := after.Replay(roadmap.Change{Edits: []roadmap.Edit{{Kind: e.Kind, Key: e.Key, Before: e.After, After: e.Before}}})
		if err != nil || finishOf(schedule.Compute(without, c.Today, k.options()), k.on) == finish {
			continue
		}
		cause := Cause{taskTouch(e), t.Team, t.ID}
		if len(said) > 0 {
			cause = shared(l.Cause, cause)
		}
		l.Cause, said = cause, append(said, k.answer(t, taskTouch(e)))
	}
	switch n := len(said); {
	case n == 0:
	case n <= 2:
		l.Text = "Check-in: " + strings.Join(said, ", ")
	default:
		l.Text = "Check-in: " + said[0] + " and " + schedule.Plural(n-1, "more answer")
	}
	return true
}

// shared is what two causes have in common.
func shared(a, b Cause) Cause {
	if a.Kind != b.Kind {
		a.Kind = OtherChange
	}
	if a.Team != b.Team {
		a.Team = ""
	}
	a.Task = ""
	return a
}

// answer is what was told of a task, "Board layout done 29 Jan".
func (k *bookkeeper) answer(t *roadmap.Task, kind Kind) string {
	switch {
	case t.Status == roadmap.Done && t.Finished != 0:
		return t.Title + " done " + k.ShortDate(t.Finished)
	case t.Status == roadmap.Dropped:
		return t.Title + " dropped"
	case kind == Promised && t.Promised != 0:
		return t.Title + " promised " + k.ShortDate(t.Promised)
	case kind == HeldUp:
		return t.Title + ": blockers"
	case t.Remaining.Given():
		return t.Title + " " + t.Remaining.String() + "d left"
	case t.Status == roadmap.Doing && kind == Progressed:
		return t.Title + " started"
	}
	return t.Title
}
