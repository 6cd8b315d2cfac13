// Package forecast says what chance makes of a plan: with what probability each deadline is kept, and what moves it.
//
// It makes the plan anew thousands of times, each time with other durations, risks and promises, levelled each time
// (Monte Carlo; R. M. Van Slyke, Monte Carlo methods and the PERT problem, 1963). It imports the domain and package
// schedule, and nothing else of ours.
//
//	forecast.go  what is asked for and what comes out; Run
//	likely.go    by when something is finished with 80 %, for whoever suggests dates
//	model.go     a plan with what is uncertain in it: work, promises, risks, and what ends on a date
//	spread.go    how long a task's open work may take
//	record.go    what finished tasks say of the next ones
//	beta.go      the PERT-beta distribution
//	table.go     distributions of whole days, made to be drawn from
//	stream.go    draws that depend on the seed, the run and whose they are, and on nothing else
//	runner.go    runs, on all cores; progress, cancelling, mistakes
//	chains.go    what holds a finish date in a run, followed back for many dates at once
//	drivers.go   which tasks and risks move a date, by making the same runs again without them
//	tally.go     on which days something ended, and the dates and days read off that
//	likely.go    by when an item is likely to be finished, also from a rough forecast
//	basis.go     where the spread came from, to be said beside the result
package forecast
