// Package bound proves what no plan can beat: a finish of all work, or that of some tasks which have a deadline. It knows work as
// windows of working days and teams as people from day to day, and imports the domain's calendars and nothing else of ours; package
// schedule says what the work of a plan is (its bound.go) and puts what is proved into words (its impossible.go).
//
//	spec.go      the work that proofs are about, in plain values
//	bound.go     a finish of all of it that no plan can beat, by tiers
//	deadline.go  a deadline that some team's people cannot keep, with the numbers that prove it
//	frame.go     the work as proofs see it: where tasks may lie, carried along the dependencies
//	burden.go    the work that must share people, day by day
//	apart.go     that of tasks never at work at once
//	energy.go    more work between two days than there are people for
//	destroy.go   assuming an end until it is refuted
//
// # What a proof rests on
//
// All that is said here holds in whatever order the tasks are placed, as long as no team has more people at work than there are. So
// the spec leaves out what a plan may do otherwise: people that a task may have to do without, a link that what has begun ignores.
// A proof refutes an end: it assumes that the work is over by some day, carries that back to where each task must then lie, and
// looks for a window that is closed or for a team with more work between two days than people. What it does not refute may still be
// out of reach.
//
// # What it may take
//
// How far a proof goes depends on the numbers of tasks and of steps taken, never on the time, so that it is the same on every
// machine. Steps are of a few nanoseconds.
package bound
