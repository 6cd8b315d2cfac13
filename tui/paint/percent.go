package paint

import "bywhen/roadmap/schedule"

// Percent writes a probability, as schedule.Percent does.
func Percent(p float64) string { return schedule.Percent(p) }
