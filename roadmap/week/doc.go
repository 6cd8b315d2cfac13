// Package week is what a week asks of whoever keeps a roadmap: to go through what should have moved, and to write to those who owe
// something. It reads plans, never changes one, and imports the domain and its plans alone.
//
//	checkin.go    what should have moved since it was last told of
//	behind.go     what is told of with that, since it only waits for it
//	asplanned.go  what "as planned" means for it, and when it cannot be
//	chase.go      the message to whoever something waits on, with all that they owe
//
// What it says should be done is handed out as edits of a task or a draft, to be carried out by whoever has the file. Days of silence
// are working days of the roadmap's calendar.
package week
