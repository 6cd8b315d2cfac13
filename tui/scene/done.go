package scene

import (
	"slices"

	"bywhen/roadmap/schedule"
)

// DoneDeadline is how the deadline of a task or goal was kept that is done; false where it has none, or is not done.
func (s *Scene) DoneDeadline(r Ref) (schedule.Deadline, bool) {
	i := slices.IndexFunc(s.Done, func(d schedule.Deadline) bool { return d.On == r })
	if i < 0 {
		return schedule.Deadline{}, false
	}
	return s.Done[i], true
}

// AnyDeadline is the deadline of a task or goal, open or done; false where it has none, or was dropped.
func (s *Scene) AnyDeadline(r Ref) (schedule.Deadline, bool) {
	if d, ok := s.Deadline(r); ok {
		return d, true
	}
	return s.DoneDeadline(r)
}
