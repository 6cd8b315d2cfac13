// Package report tells in plain sentences how a roadmap stands: what to send to people. The deadlines come first, then what moves
// them, what has changed since an earlier day, what comes next, and what is asked of whom.
//
// A report is a pure function of a plan and, where there is one, the plan of the earlier day. It is made of text without any
// mark-up; Text, Markdown and HTML write it, and escape what a reader of that format would take for more than text.
//
//	report.go    what a report is, and how its parts follow each other
//	parts.go     the sentences about deadlines, causes and what comes next
//	asked.go     what is asked of whom, and what of that has come right
//	changes.go   what has changed since the earlier day
//	write.go     the three formats
//
// It imports roadmap, schedule and phrase, and knows no clock.
package report
