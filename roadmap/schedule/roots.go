package schedule

import "bywhen/roadmap"

// Roots groups flags by root cause, worst first.
func (p *Plan) Roots(flags []Flag) []Root { return nil }

var _ roadmap.Date
