// Package schedule turns a roadmap into a plan: dates, slack, levelling, flags and their causes.
//
// It is made of pure functions: the same roadmap, status date and options give the same plan, to the byte. It imports the
// domain, its own levelling and bound, which are below it and know nothing of plans, and nothing else of ours. A plan is computed
// anew at every edit, so nothing caches it and nothing invalidates it.
//
// # The way of a plan
//
//	jobs.go      a task as the passes see it: calendar, duration, people, the instant before which it is not worked
//	forward.go   early dates, in topological order; what each type of link and lag asks for
//	backward.go  late dates, from deadlines and the end of the plan back; which deadline decides
//	queue.go     who goes next: what has started, then priority, rank, late start, the order of the file
//	level.go     serial placement to the teams' capacity
//	crew.go      the people of a team that are still free, as steps over its working days
//	driver.go    what decides where a task lies, and the critical chains
//	driven.go    what the driving chains of many tasks have in common, worked out once
//	open_end.go  what rests on an end that nobody knows, and on whose
//	compute.go   all of it in order
//	parts.go     tasks in parts, on the processors that are free
//
// # What is read off a plan
//
//	deadlines.go  how each deadline stands, what an edit does to it, a baseline
//	done.go       the deadlines of what is done
//	teamplan.go   a team's load by week; the room that a task may really use
//	flags.go      the flags, worst first; flag_deadlines.go, flag_teams.go, flag_idle.go and flag_load.go hold the rules,
//	              flag_survey.go the one look at every open task that most of them rest on
//	accepted.go   the flags that somebody accepted: until when, and why
//	compare.go    what is new, worse, better or gone between the flags of two plans
//	unplanned.go  why a task has no dates
//	why.go        chains of causes, whose days add up to the slip
//	expected.go   where a task was expected when it was last told of, however long ago that is
//	asked.go      what packages above ask besides: a task's chain, when it should start, what it is needed for
//	hold.go       what holds a task where it lies, what it takes to let it pass, and who is free for it
//	telling.go    chains as a person can act on them, where the baseline itself lies past the date
//	standing.go   how anything stands to the date that it is held to, flagged or not
//	roots.go      flags grouped by root cause, a row of Alerts each
//
// # What is proved
//
//	bound.go       a finish that no plan can beat, and the plan's work as package bound sees it, which proves it
//	impossible.go  a deadline that no plan can keep, with the numbers that prove it
//
// # Passes by the thousand
//
//	problem.go   the plan as arrays, for package levelling, which places its tasks again and again
//	improve.go   the search for a better plan, whose result is ranks
//
// Package forecast does so with chance in it; the probabilities of a plan's deadlines, handed to FlagsGiven, are in its flags.
// Ways out are package fix; what a week asks, the check-in and the chase, is package week.
//
// # Days and numbers
//
// An instant is a Date: the boundary at which that day begins. Within a calendar, working days go by their number
// (Calendar.Count), so that a task of n days from number k lies on k to k+n-1 and moving an instant by a lag adds to its
// number. A task takes the days of its own calendar: its team's, less the days off of others that it needs.
//
// # What it costs
//
// Time is for walking memory more than for reckoning. So a plan reads the briefs that the roadmap keeps of its tasks, what the
// passes ask of a task again and again is 56 bytes and where it lies 8, passes go along the file where its order allows it, what is
// visited in the order of placing is small and of one piece and is used again by the next plan, calendars know the years around a
// roadmap's start by heart, and chains of causes are followed only from what is flagged. A plan keeps about 180 bytes a task and
// makes about 30 allocations whatever the number of tasks (flags add those of their words and lists).
//
// Measured on two cores of an AMD EPYC whose host had other work, so as the fastest of 600 plans (of 52 of 100,000 tasks), for the
// roadmaps of generate_test.go; "before" is the same measurement, in the same minutes, of the version that sorted who leaves a team
// while it placed, worked chains out for all tasks and kept 230 bytes of each:
//
//	                            plan   flags with causes   before
//	10,000 tasks, none late   3.2 ms   0.4 ms              3.7 + 0.6 ms
//	10,000 tasks, many late   3.2 ms   0.8 ms              3.7 + 1.3 ms
//	100,000 tasks, none late   43 ms     4 ms              58 +  9 ms
//	100,000 tasks, many late   41 ms     7 ms              64 + 20 ms
//
// The median of plan and flags, with garbage collection in it, was in the quietest of four goes 3.9 and 4.4 ms for 10,000 tasks, 54
// and 49 for 100,000 (before 4.9 and 6.3, 85 and 101). A plan of 10,000 tasks with its flags is 32 million instructions, where it was
// 37 (valgrind --tool=callgrind); after an edit of one task the draft and its close add about 0.4 ms.
//
// What is said of each task, and what is looked for in each, is worked out in parts on the processors that are free (parts.go), since
// that waits for memory. Two free cores take half the time for the flags of 10,000 tasks of which two thousand are late (1.5 ms for 2.9,
// medians of 300), a fifth less for the whole plan; beside a core that is busy nothing is won. To see how long it takes where
// you are:
//
//	go test -bench 'Plan|Edit' -run '^$' ./roadmap/schedule
package schedule
