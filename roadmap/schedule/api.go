package schedule

import "bywhen/roadmap"

// Compute plans a roadmap as of a status date. It is deterministic and has no side effects.
func Compute(r *roadmap.Roadmap, today roadmap.Date, o Options) *Plan {
	return &Plan{Roadmap: r, Today: today, Levelled: !o.NoLevel, Tasks: make([]TaskPlan, len(r.Tasks()))}
}

// Flags are all flags of the plan, worst first, the known ones too.
func (p *Plan) Flags() []Flag { return nil }

// Deadlines are those of goals, then of tasks, that are not done or dropped, in the roadmap's order.
func (p *Plan) Deadlines() []Deadline { return nil }

// Effects compares the deadlines of two plans of (versions of) one roadmap: those of after, in order.
func Effects(before, after *Plan) []Effect { return nil }

// Why is the chain of causes of a task's forecast finish, from the task back to the root.
func (p *Plan) Why(task int) []Cause { return nil }

// Roots groups flags by root cause, worst first.
func (p *Plan) Roots(flags []Flag) []Root { return nil }

// Team is the load of the team at that place in Roadmap.Teams.
func (p *Plan) Team(team int) TeamPlan { return TeamPlan{} }

// Room is the working days that the task may really use: the smaller of its slack and the days until a task that queues
// behind it at its team starts.
func (p *Plan) Room(task int) int { return 0 }

// Goal is the forecast finish of a goal: that of the last of its own tasks; 0 where it has none.
func (p *Plan) Goal(id string) (finish roadmap.Date, openEnd bool) { return 0, false }

// Baseline is the plan's dates as a baseline to be kept under a name, taken on the status date.
func (p *Plan) Baseline(name string) roadmap.Baseline { return roadmap.Baseline{} }
