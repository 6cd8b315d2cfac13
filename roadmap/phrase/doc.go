// Package phrase reads what a person types: dates, efforts, the line that adds a task, the line that changes some, the line
// that adds a team, goal or risk, and filters.
//
// It imports roadmap alone of ours, so a filter looks at a Row that its caller fills with what the schedule says. It knows
// no clock: the status date comes with the Context.
//
// # Read first, carry out later
//
// A parser is called at every key, so none fails on a text that is half typed. It hands back what it understood as chips,
// each with the bytes that it stands for and, where a value cannot be taken, the problem. Carrying the result out on a draft
// is a second step, which refuses the first problem.
package phrase
