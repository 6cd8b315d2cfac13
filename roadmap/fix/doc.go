// Package fix finds ways out for what is late, at risk or of no known end: what may be done, each really planned, with what it wins at
// the date in question and what it moves elsewhere. It reads plans and makes more of them, and imports the domain and its plans alone.
//
//	fix.go      what is asked, and what is handed out: a way out can be carried out, granted, or asked of somebody
//	target.go   what is to be won
//	ideas.go    what may be done along the chain that drives the target: overlap, cut, drop, move the deadline
//	people.go   what may be done where a team is too busy: put first, one more person, lend, give to another team
//	ask.go      what only somebody else can do: an earlier promise, a blocker cleared, and the message that asks for it
//	search.go   tries the ideas, makes the best as small as they can be, and ranks what helps
//	pair.go     puts two together where none alone is enough
//	facts.go    a plan with what the ideas ask of its tasks at hand
//
// # What a search may take
//
// How many plans a search makes is bounded by their number, never by time, so that it finds the same on every machine. What was not
// planned is not offered.
package fix
