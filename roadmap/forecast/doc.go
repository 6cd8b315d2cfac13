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
//	basis.go     where the spread came from, to be said beside the result
//
// # What is drawn
//
// Work: an estimate is a PERT-beta distribution of person-days, three equal points none. A missing point is that of the
// default: a plain effort, or one day where there is none, counts as ¾, 1 and 2 times itself. An estimate that does not span
// the effort that the task has by now says nothing of it, and the default holds. Once its team has finished five tasks, a
// plain effort compares with what it takes as one of theirs did, or as the default has it with as much weight as five more.
// Of a started task, what remains is as uncertain as the whole: a drawn effort counts in proportion. Days are rounded up,
// at least one. Milestones do not spread.
//
// Promises: once a team has delivered three that it had promised, the next comes as many working days late, counted from
// the first promise, as one of those, or in time as if one more had been; until then a promise is kept. While a supplier's
// promise holds, a plain effort does not spread: it is no guess at when the supplier delivers. A promise that has passed is an
// end that nobody knows, and dates that rest on it are "or later".
//
// Risks: each open one is one event a run. Its days come on top of the rounded work of every task that it names, of a
// supplier's promise, and of the moment of a milestone.
//
// The order in which tasks are placed is the plan's own in every run: what decides it is not drawn.
//
// # Bits
//
// The result is the same on every machine and any number of cores. Draws are a hash of seed, whose they are and run, made
// of integers. A draw is compared with thresholds of 32 bits, worked out once a distribution by additions, multiplications
// and divisions alone, each rounded, with a logarithm and an exponential function of our own. Runs only count days. A test
// holds the sum of a whole forecast; it was run on amd64, arm64, ppc64le and s390x (the last three emulated by QEMU).
//
// # Speed
//
// A run of a thousand tasks draws and places a task in 80 to 105 ns of one core: 10,000 runs take about 0.9 s of processor
// time, half of that on two free cores, and 1.4 to 1.7 s with all that moves the deadlines. 500 runs of 2,000 tasks take
// about 120 ms of processor time, the tables included. Most of it is placing, a tenth drawing. Measured as processor time
// on a busy AMD EPYC of two cores, on generated roadmaps of 1,000 tasks, plain and with estimates, and of 2,000 with them, by
//
//	BYWHEN_JSON=gen.json go test -run xxx -bench Forecast ./roadmap/forecast
//
// which without the variable takes roadmaps like these of its own.
//
// As many runs as a roadmap has by itself (RunsFor), without drivers, take 0.22 to 0.25 s of processor time for 300 tasks, 0.85 s for
// 1,000, 0.86 to 0.92 s for 3,000 and 1.1 to 1.3 s for 10,000: that is what the UI spends once a roadmap rests (-bench ByItself). One that
// is given up ends within a run, or within what comes before the first: 74 ms for 10,000 tasks (-bench GivenUp), on the same machine.
package forecast
