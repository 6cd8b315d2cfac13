// Package history is what can be read off a roadmap's history: the roadmap and its plan as they were on an earlier day, and the
// slip ledger, which says what has moved a deadline since then.
//
// It plans with package schedule and knows no file: whoever keeps the changes hands them over as a Past.
//
//	past.go     the changes that led here, and the roadmap as it was after any of them
//	done.go     the changes by which a deadline was done
//	then.go     a day in the past: the last check-in, a date, a week ago; the plan of then
//	ledger.go   the slip ledger: what moved a deadline since a day; its days telescope
//	explain.go  what was lost between two changes, found by planning the roadmap of then day by day
//	answers.go  which answers of a check-in moved it
//	cause.go    whose doing a change or a silence is
//	group.go    lines by cause, the largest first
//
// # Why the days of a ledger add up
//
// The history notes with each change what it did to the forecast of every deadline. So from a day on, each line begins at the
// date at which the one before it ended: a change moves the forecast from one date to another, and where the next change finds
// it elsewhere, that is what went on between the two. The sum is the distance from the first date to the last, whatever the
// lines say; plans of the past are made only to say it better, the worst lines first, and only as many as are cheap.
package history
