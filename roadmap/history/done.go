package history

import "bywhen/roadmap"

// MarkDone says of each deadline that a change took the forecast of on what day it was done, where that is why: in Move.Done. The
// roadmap is the one to which the history leads; of the changes there may be the newest alone.
func (past *Past) MarkDone(present *roadmap.Roadmap) {
	var then *standing
	for k := len(past.Changes) - 1; k >= 0; k-- {
		c := &past.Changes[k]
		for i := range c.Moved {
			if m := &c.Moved[i]; m.To == 0 {
				if then == nil {
					then = standingOf(present)
					then.back(past.Changes[k+1:])
				}
				m.Done = then.done(m)
			}
		}
		if then != nil {
			then.back(past.Changes[k : k+1])
		}
	}
}

// standing is the tasks and goals as they were after a change, by their ids.
type standing struct {
	tasks map[string]*roadmap.Task
	goals map[string]*roadmap.Goal
}

func standingOf(r *roadmap.Roadmap) *standing {
	s := &standing{make(map[string]*roadmap.Task, len(r.Tasks())), make(map[string]*roadmap.Goal, len(r.Goals()))}
	for _, t := range r.Tasks() {
		s.tasks[t.ID] = t
	}
	for _, g := range r.Goals() {
		s.goals[g.ID] = g
	}
	return s
}

// back takes changes back, the newest first.
func (s *standing) back(changes []Change) {
	for k := len(changes) - 1; k >= 0; k-- {
		for _, e := range changes[k].Edits {
			switch e.Kind {
			case roadmap.KindTask:
				s.tasks[e.Key], _ = e.Before.(*roadmap.Task)
			case roadmap.KindGoal:
				s.goals[e.Key], _ = e.Before.(*roadmap.Goal)
			}
		}
	}
}

// done is the day on which a task, or the last task of a goal, was finished; 0 where it has no deadline or is not done.
func (s *standing) done(m *Move) (day roadmap.Date) {
	if m.On.Task != "" {
		if t := s.tasks[m.On.Task]; t != nil && t.Deadline != 0 && t.Status == roadmap.Done {
			day = t.Finished
		}
		return day
	}
	if g := s.goals[m.On.Goal]; g == nil || g.Deadline == 0 {
		return 0
	}
	for _, t := range s.tasks {
		switch {
		case t == nil || t.Goal != m.On.Goal:
		case t.Status.Open():
			return 0
		case t.Status == roadmap.Done:
			day = max(day, t.Finished)
		}
	}
	return day
}
